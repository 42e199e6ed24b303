"""Attempts: what was seen, by whom, when; numbered, appended, never overwritten (R17, R18, R19, R44)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeVar

from calm_instructor.domain.ids import AttemptId, CourseTechniqueId, EnrolmentId, InstructorId, KnowledgeId


class Outcome(StrEnum):
    """What an attempt ends in."""

    COMPETENT = "competent"
    NOT_YET = "not yet competent"
    NOT_ASSESSED = "not assessed"


class AttemptState(StrEnum):
    """Valid, taken back (uses up no try) or corrected by a later entry."""

    VALID = "valid"
    TAKEN_BACK = "taken back"
    CORRECTED = "corrected"


class Source(StrEnum):
    """Where an attempt was written down first."""

    SCREEN = "screen"
    PAPER = "paper"


class Met(StrEnum):
    """What was seen of a criterion. "Not applicable" exists for optional ones only (R44)."""

    MET = "met"
    NOT_MET = "not met"
    NOT_APPLICABLE = "not applicable"


class Method(StrEnum):
    """How knowledge was asked."""

    SPOKEN = "spoken"
    WRITTEN = "written"


@dataclass(frozen=True, kw_only=True)
class CriterionMark:
    """One criterion in one attempt."""

    code: str
    met: Met
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """One try at one technique (None: the core behaviours). ``observed_at`` and ``recorded_at`` are two moments.

    ``as_a_whole``: the assessor confirmed every mandatory criterion with one mark, rather than ticking each.
    ``corrects``: the entry this one takes the place of, under the same number; both stay.
    """

    id: AttemptId
    enrolment: EnrolmentId
    technique: CourseTechniqueId | None
    number: int
    outcome: Outcome
    observed_at: datetime
    recorded_at: datetime
    assessor: InstructorId
    state: AttemptState = AttemptState.VALID
    source: Source = Source.SCREEN
    sheet_no: str = ""
    as_a_whole: bool = False
    criteria: tuple[CriterionMark, ...] = ()
    not_assessed_reason: str = ""
    feedback: str = ""
    prompted: bool = False
    partner_of_other_build: bool = False
    posture: str = ""
    seconds: int | None = None
    entered_together: bool = False
    corrects: AttemptId | None = None
    correction_reason: str = ""
    second_assessor: InstructorId | None = None
    second_outcome: Outcome | None = None

    @property
    def owes_feedback(self) -> bool:
        """R19: "not yet" stands at once and owes the criteria not met or words."""
        unmet = any(mark.met is Met.NOT_MET for mark in self.criteria)
        return (
            self.outcome is Outcome.NOT_YET
            and self.state is AttemptState.VALID
            and not (self.feedback.strip() or unmet)
        )


@dataclass(frozen=True, kw_only=True)
class KnowledgeCheck:
    """K1 to K5, once a course; asked again as a new entry. ``met``: the codes met."""

    id: KnowledgeId
    enrolment: EnrolmentId
    number: int
    method: Method
    met: tuple[str, ...]
    asked: tuple[str, ...]
    observed_at: datetime
    recorded_at: datetime
    assessor: InstructorId
    state: AttemptState = AttemptState.VALID
    source: Source = Source.SCREEN
    sheet_no: str = ""

    @property
    def is_met(self) -> bool:
        """Whether everything asked was met."""
        return set(self.asked) <= set(self.met) and bool(self.asked)


class Entered(Protocol):
    """What an entry must tell for the rules of numbering: an attempt, or a glance at one."""

    @property
    def number(self) -> int: ...
    @property
    def outcome(self) -> Outcome: ...
    @property
    def state(self) -> AttemptState: ...
    @property
    def recorded_at(self) -> datetime: ...


class Glance(NamedTuple):
    """As much of an attempt as a grid shows. ``uid``: the 16 bytes of its id; ``words``: what was written with it."""

    enrolment: EnrolmentId
    technique: CourseTechniqueId | None
    uid: bytes
    number: int
    outcome: Outcome
    state: AttemptState
    recorded_at: datetime
    words: str


E = TypeVar("E", bound=Entered)


def standing(attempts: Sequence[E]) -> E | None:
    """R18: the entry that counts for one cell: the valid one of the highest number, or None."""
    valid = [attempt for attempt in attempts if attempt.state is AttemptState.VALID]
    return max(valid, key=lambda attempt: (attempt.number, attempt.recorded_at), default=None)


def tries_used(attempts: Sequence[Entered]) -> int:
    """R19: tries at one technique that count; taken back and corrected entries and "not assessed" use up none."""
    return sum(
        1 for a in attempts if a.state is AttemptState.VALID and a.outcome in {Outcome.COMPETENT, Outcome.NOT_YET}
    )


def next_number(attempts: Sequence[Attempt]) -> int:
    """R18: the number of the next attempt, one above every entry that stands. A correction keeps the number it corrects."""
    return max((a.number for a in attempts if a.state is AttemptState.VALID), default=0) + 1
