"""A course: what kind, when, where, on which need, with whom, in which blocks. Values; the rules stand in ``planning_rules``."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from calm_instructor.domain.ids import (
    BlockId,
    BriefingId,
    CatalogueId,
    CourseId,
    CourseTechniqueId,
    InstructorId,
    OrganisationId,
    OverrideId,
    PersonId,
    RiskId,
    SessionId,
    TechniqueId,
    TnaId,
)
from calm_instructor.domain.technique import Tier


class CourseKind(StrEnum):
    """What a course is for."""

    INITIAL = "initial"
    REFRESHER = "refresher"
    PART_OF_PI = "part of CALM PI"
    LONE_WORKING = "personal safety and lone working"
    CORE_THEORY = "Core Theory"
    INSTRUCTOR_PROGRAMME = "Instructor Programme"


class CourseState(StrEnum):
    """Where a course stands."""

    PLANNING = "planning"
    READY = "ready"
    RUNNING = "running"
    TO_SIGN = "to sign"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class BlockKind(StrEnum):
    """What happens in a block."""

    FRAMING = "framing"
    THEORY = "theory"
    PREVENTION = "prevention"
    DEMONSTRATION = "demonstration"
    PRACTICE = "practice"
    ASSESSMENT = "assessment"
    DEBRIEF = "debrief and recovery"
    BREAK = "break"

    @property
    def is_physical(self) -> bool:
        """Whether people work hands-on in it."""
        return self in {BlockKind.DEMONSTRATION, BlockKind.PRACTICE, BlockKind.ASSESSMENT}


class ModelPart(StrEnum):
    """R35: the four parts of the prevention model, and framing, which counts for none."""

    FRAMING = "framing"
    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"
    RECOVERY = "recovery"


@dataclass(frozen=True, kw_only=True)
class Instructor:
    """Someone who delivers. ``number`` stands in every record number; ``confirmed`` by head office's starter file (R13)."""

    id: InstructorId
    name: str
    number: str
    staff_no: str = ""
    role: str = "lead"
    programme: str = "Escape Techniques"
    authorisation_ref: str = ""
    authorised_from: date | None = None
    expires: date | None = None
    organisation: OrganisationId | None = None
    highest_tier: Tier = Tier.HIGH
    covers_other_employers: bool = False
    confirmed: bool = False
    entry_route: str = ""
    core_theory_on: date | None = None
    first_aid_expires: date | None = None
    cpd: tuple[str, ...] = ()
    last_visit_on: date | None = None
    last_visit_outcome: str = ""

    @property
    def programmes(self) -> frozenset[str]:
        """R13: each programme that the authorisation is for."""
        return frozenset(each.strip() for each in self.programme.split(";"))


@dataclass(frozen=True, kw_only=True)
class VenueCheck:
    """The venue list: None is "not looked at yet"."""

    floor: bool | None = None
    square_metres: int | None = None
    furniture_cleared: bool | None = None
    ventilation: bool | None = None
    water: bool | None = None
    first_aid_kit: bool | None = None
    first_aider: bool | None = None
    emergency_plan: bool | None = None
    phone_signal: bool | None = None


@dataclass(frozen=True, kw_only=True)
class NotTaught:
    """A technique that the TNA chose and a course does not teach, and why."""

    technique: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Course:
    """A course. ``type_tier`` is what the course type says; the tier itself is derived from the set (R46).

    ``set_agreed_at`` is the explicit act of R7, ``set_frozen_at`` the first mark. ``catalogue`` is pinned with the set.
    ``not_taught``: what of the TNA's choice this course leaves out; ``set_order``: codes in teaching order where it is not
    the TNA's.
    """

    id: CourseId
    ref: str
    title: str
    kind: CourseKind
    organisation: OrganisationId
    type_tier: Tier
    site: str = ""
    venue: str = ""
    venue_check: VenueCheck = VenueCheck()
    starts_on: date
    ends_on: date
    lead: InstructorId
    co_instructors: tuple[InstructorId, ...] = ()
    capacity: int | None = None
    tna: TnaId
    catalogue: CatalogueId | None = None
    coaching_points_ref: str = ""
    not_taught: tuple[NotTaught, ...] = ()
    set_order: tuple[str, ...] = ()
    state: CourseState = CourseState.PLANNING
    set_agreed_at: datetime | None = None
    set_agreed_by: InstructorId | None = None
    set_frozen_at: datetime | None = None
    head_office_told_on: date | None = None
    closed_at: datetime | None = None
    closed_by: InstructorId | None = None

    @property
    def instructors(self) -> tuple[InstructorId, ...]:
        """Lead first, then the co-instructors."""
        return (self.lead, *self.co_instructors)


@dataclass(frozen=True, kw_only=True)
class CourseTechnique:
    """A technique of the course's set, copied from the pinned catalogue so that later versions can't change it.

    ``taken_out_at``: when it left an agreed set, with the reason; what was marked in it stands (R7).
    """

    id: CourseTechniqueId
    course: CourseId
    technique: TechniqueId
    position: int
    code: str
    name: str
    hold_text: str
    tier: Tier
    persons: int
    catalogue_version: str
    generic: bool
    risks: tuple[RiskId, ...]
    reason: str
    taken_out_at: datetime | None = None
    taken_out_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Session:
    """A day or half-day of a course, numbered from 1."""

    id: SessionId
    course: CourseId
    number: int
    on: date
    starts: time
    topic: str = ""
    notes: str = ""


@dataclass(frozen=True, kw_only=True)
class Block:
    """A timed piece of a session. ``minutes`` planned, ``given`` as it went (None until then), ``pinned`` to a clock time.

    ``must_attend`` has no tolerance (R41).
    """

    id: BlockId
    session: SessionId
    position: int
    kind: BlockKind
    part: ModelPart
    title: str
    minutes: int
    techniques: tuple[str, ...] = ()
    must_attend: bool = False
    pinned: time | None = None
    given: int | None = None


@dataclass(frozen=True, kw_only=True)
class Briefing:
    """R41: the stop word and safety briefing of a session, given by whom and when."""

    id: BriefingId
    session: SessionId
    given_by: InstructorId
    given_at: datetime


@dataclass(frozen=True, kw_only=True)
class Override:
    """R51: a warning that somebody went past, with the reason; printed on sheet, record and person's page.

    ``person``: whom it is about, whatever they are called since (R52).
    """

    id: OverrideId
    course: CourseId | None = None
    tna: TnaId | None = None
    person: PersonId | None = None
    code: str
    subject: str
    sentence: str
    reason: str
    by: str
    at: datetime

    def is_about(self, person: PersonId, name: str) -> bool:
        """Whether it is about this person: on record so, or, of older records, by the name."""
        return self.person == person or (self.person is None and self.subject == name)


@dataclass(frozen=True, kw_only=True)
class TimedBlock:
    """A block with the clock times at which it begins and ends."""

    block: Block
    starts: time
    ends: time


def timed(session: Session, blocks: Sequence[Block]) -> tuple[TimedBlock, ...]:
    """The session's blocks in order with their clock times: each starts when the one before ends, a pinned one at its time."""
    at = datetime.combine(session.on, session.starts)
    out = []
    for block in sorted((b for b in blocks if b.session == session.id), key=lambda each: each.position):
        if block.pinned is not None:
            at = max(at, datetime.combine(session.on, block.pinned))
        ends = at + timedelta(minutes=block.minutes)
        out.append(TimedBlock(block=block, starts=at.time(), ends=ends.time()))
        at = ends
    return tuple(out)


def taught_minutes(blocks: Sequence[Block]) -> int:
    """R16: minutes that count as attendance; breaks don't. Minutes given where known, else planned."""
    return sum(minutes_of(block) for block in blocks if block.kind is not BlockKind.BREAK)


def minutes_of(block: Block) -> int:
    """R51: minutes as given, or as planned until then."""
    return block.minutes if block.given is None else block.given


def minutes_by_kind(blocks: Sequence[Block]) -> dict[BlockKind, int]:
    """Minutes of each kind, every kind listed."""
    return {kind: sum(minutes_of(b) for b in blocks if b.kind is kind) for kind in BlockKind}


def minutes_by_part(blocks: Sequence[Block]) -> dict[ModelPart, int]:
    """R35: minutes of each part of the model; breaks count for none."""
    taught = [b for b in blocks if b.kind is not BlockKind.BREAK]
    return {part: sum(minutes_of(b) for b in taught if b.part is part) for part in ModelPart}


def practice_seconds_each(blocks: Sequence[Block], techniques: int) -> int | None:
    """R5: practice time per technique, to the nearest second; None without techniques."""
    practice = minutes_by_kind(blocks)[BlockKind.PRACTICE]
    return round(practice * 60 / techniques) if techniques else None


def assessment_seconds_each(blocks: Sequence[Block], techniques: int, trainees: int, assessors: int) -> int | None:
    """R47: assessment time per attempt and assessor in seconds; None where nobody is assessed."""
    attempts = techniques * trainees
    if not attempts or not assessors:
        return None
    return minutes_by_kind(blocks)[BlockKind.ASSESSMENT] * 60 * assessors // attempts


def derived_tier(techniques: Sequence[CourseTechnique]) -> Tier | None:
    """R46: the tier of a course is the highest in its set; None without a set."""
    return max((technique.tier for technique in techniques), default=None)
