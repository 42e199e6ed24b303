"""Who is on a course, who came, for how long, and fit to take part today (R15, R16, R41, R44). Values; rules in ``at_the_door``."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from calm_instructor.domain.ids import (
    AttendanceId,
    BlockId,
    CourseId,
    EnrolmentId,
    FitnessId,
    IncidentId,
    InstructorId,
    PersonId,
    SessionId,
)
from calm_instructor.domain.people import Basis


class Part(StrEnum):
    """What a person is enrolled for."""

    PHYSICAL = "physical part"
    THEORY = "theory part"
    OBSERVER = "observer"


class Presence(StrEnum):
    """What the register says of a person in a session."""

    PRESENT = "present"
    LATE = "late"
    LEFT_EARLY = "left early"
    ABSENT = "absent"


class FitnessStatus(StrEnum):
    """R15: what a trainee declares for the day. No diagnosis is asked for or held."""

    FIT = "fit"
    ADJUSTED = "fit with adjustment"
    NOT_FIT = "not fit"


@dataclass(frozen=True, kw_only=True)
class Enrolment:
    """A person on a course. ``bib`` is the number on the mat; ``adjustment``: how something is shown, never what (R44)."""

    id: EnrolmentId
    course: CourseId
    person: PersonId
    part: Part
    bib: int
    basis: Basis | None = None
    adjustment: str = ""
    withdrawn_on: date | None = None
    withdrawn_reason: str = ""
    evaluation_returned: bool = False


@dataclass(frozen=True, kw_only=True)
class MadeGood:
    """R16, R41: missed minutes or a missed block made good: when, what, by whom."""

    minutes: int
    on: date
    content: str
    by: str
    blocks: tuple[BlockId, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Attendance:
    """One person in one session. ``minutes``: taught minutes present, breaks apart; ``missed``: must-attend blocks missed."""

    id: AttendanceId
    enrolment: EnrolmentId
    session: SessionId
    presence: Presence
    arrived_at: datetime | None = None
    left_at: datetime | None = None
    minutes: int = 0
    missed: tuple[BlockId, ...] = ()
    made_good: tuple[MadeGood, ...] = ()

    @property
    def minutes_in_all(self) -> int:
        """Minutes present and made good."""
        return self.minutes + sum(entry.minutes for entry in self.made_good)

    @property
    def still_missed(self) -> frozenset[BlockId]:
        """R41: must-attend blocks missed and not made good."""
        return frozenset(self.missed) - {block for entry in self.made_good for block in entry.blocks}


@dataclass(frozen=True, kw_only=True)
class Fitness:
    """R15: the declaration of one day. ``adjustment`` is what the instructor must do; ``limit`` narrows the authority (R21)."""

    id: FitnessId
    enrolment: EnrolmentId
    on: date
    status: FitnessStatus
    adjustment: str = ""
    limit: str = ""
    declared_at: datetime
    recorded_by: InstructorId


def to_do_for(place: Enrolment, today: Fitness | None) -> tuple[str, ...]:
    """R15, R44: what the instructor must do for somebody: today, then on the whole course. ``today``: see ``declared_at``."""
    adjusted = today is not None and today.status is FitnessStatus.ADJUSTED
    said = (today.adjustment if adjusted and today is not None else "", place.adjustment)
    return tuple(dict.fromkeys(each.strip() for each in said if each.strip()))


@dataclass(frozen=True, kw_only=True)
class Addition:
    """R28: what was written down later of an injury or near miss, by whom; what stood before stays. ``injury``: it was one."""

    at: datetime
    by: str
    facts: str = ""
    injury: bool = False
    body_area: str = ""
    first_aid: str = ""
    stopped: bool = False
    riddor_considered: bool = False
    accident_book_ref: str = ""

    @property
    def says_nothing(self) -> bool:
        """Whether nothing at all is added."""
        words = (self.facts, self.body_area, self.first_aid, self.accident_book_ref)
        return not (self.injury or self.stopped or self.riddor_considered or any(each.strip() for each in words))


@dataclass(frozen=True, kw_only=True)
class Incident:
    """R28: an injury or near miss in training, as it was recorded at once. Facts only.

    Whoever it names works on once somebody has checked them: ``cleared_by`` ends the pause. ``added``: see ``Addition``.
    """

    id: IncidentId
    course: CourseId
    session: SessionId | None = None
    enrolment: EnrolmentId | None = None
    at: datetime
    facts: str
    injury: bool
    body_area: str = ""
    first_aid: str = ""
    stopped: bool = False
    riddor_considered: bool = False
    accident_book_ref: str = ""
    cleared_by: str = ""
    cleared_at: datetime | None = None
    added: tuple[Addition, ...] = ()

    @property
    def as_it_stands(self) -> "Incident":
        """With what was added: of everything but the facts the last word; further facts stand in ``added``."""
        every: tuple[Incident | Addition, ...] = (self, *self.added)

        def last(field: str) -> str:
            return next((said for each in reversed(every) if (said := getattr(each, field))), "")

        return replace(
            self,
            injury=any(each.injury for each in every),
            body_area=last("body_area"),
            first_aid=last("first_aid"),
            stopped=any(each.stopped for each in every),
            riddor_considered=any(each.riddor_considered for each in every),
            accident_book_ref=last("accident_book_ref"),
        )
