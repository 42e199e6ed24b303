"""Valid values for the days of a course: sessions and blocks from a picture, register, marks, one person's whole case.

Marks are written like the grid: "N C" is a not yet and then a competent, "-" not assessed, "~C" taken back, "xN" corrected.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from calm_instructor.domain.assessment import Attempt, AttemptState, KnowledgeCheck, Method, Outcome
from calm_instructor.domain.attendance import Attendance, Enrolment, Fitness, FitnessStatus, Part, Presence
from calm_instructor.domain.course import (
    Block,
    BlockKind,
    Briefing,
    Course,
    CourseKind,
    CourseState,
    CourseTechnique,
    ModelPart,
    Session,
)
from calm_instructor.domain.ids import (
    AttemptId,
    AttendanceId,
    BlockId,
    BriefingId,
    CourseId,
    CourseTechniqueId,
    EnrolmentId,
    FitnessId,
    KnowledgeId,
    PersonId,
    RiskId,
    SessionId,
    SignOffId,
    TechniqueId,
    TnaId,
)
from calm_instructor.domain.needs import (
    Manner,
)
from calm_instructor.domain.outcomes import CaseFile
from calm_instructor.domain.sign_off import Result, SignOff, TraineeSignature
from calm_instructor.domain.technique import Criterion, Tier
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, LEAD, ORGANISATION, at, named, person

# ── a course ────────────────────────────────────────────────────────────────────────────────────────────────────────

COURSE = CourseId(named("course"))


def course(**changes: Any) -> Course:
    """A running course of two days with an agreed set."""
    own: dict[str, Any] = {
        "id": COURSE,
        "ref": "ET-2217-26-014",
        "title": "Escape Techniques",
        "kind": CourseKind.INITIAL,
        "organisation": ORGANISATION,
        "type_tier": Tier.LOW,
        "starts_on": FIRST_DAY,
        "ends_on": LAST_DAY,
        "lead": LEAD,
        "tna": TnaId(named("tna")),
        "state": CourseState.RUNNING,
        "set_agreed_at": at("12:00", date(2026, 11, 1)),
    }
    return Course(**own | changes)


def taught(code: str, tier: Tier = Tier.LOW, **changes: Any) -> CourseTechnique:
    """A technique of the course's set, issued."""
    own: dict[str, Any] = {
        "id": CourseTechniqueId(named(f"taught {code}")),
        "course": COURSE,
        "technique": TechniqueId(named(code)),
        "position": 1,
        "code": code,
        "name": f"Release {code}",
        "hold_text": "One hand on the wrist",
        "tier": tier,
        "persons": 1,
        "catalogue_version": "1",
        "generic": False,
        "risks": (RiskId(named("risk 1")),),
        "reason": "The hold lasts until it is released.",
    }
    return CourseTechnique(**own | changes)


def session(number: int = 1, starts: str = "09:00", day: date = FIRST_DAY) -> Session:
    """A session by its number."""
    name = SessionId(named(f"session {number}"))
    return Session(id=name, course=COURSE, number=number, on=day, starts=time.fromisoformat(starts))


PARTS = {
    BlockKind.FRAMING: ModelPart.FRAMING,
    BlockKind.THEORY: ModelPart.PRIMARY,
    BlockKind.PREVENTION: ModelPart.SECONDARY,
    BlockKind.DEBRIEF: ModelPart.RECOVERY,
    BlockKind.BREAK: ModelPart.FRAMING,
}


def plan(picture: str, held: Session | None = None) -> tuple[Block, ...]:
    """Blocks of one session from a picture: "theory 60, practice 45!, break 15@11:00, practice 30/40".

    "!" everyone must attend; "@" pinned to a clock time; "/" minutes given.
    """
    of = held or session()
    return tuple(_block(text.strip(), position, of) for position, text in enumerate(picture.split(","), start=1))


def _block(text: str, position: int, held: Session) -> Block:
    word, length = text.split()
    length, _, pinned = length.partition("@")
    length, must, rest = length.partition("!")
    minutes, _, given = (length + rest).partition("/")
    kind = BlockKind[word.upper()]
    return Block(
        id=BlockId(named(f"block {held.number} {position}")),
        session=held.id,
        position=position,
        kind=kind,
        part=PARTS.get(kind, ModelPart.TERTIARY),
        title=f"{word} {position}",
        minutes=int(minutes),
        must_attend=bool(must),
        pinned=time.fromisoformat(pinned) if pinned else None,
        given=int(given) if given else None,
    )


def briefing(clock: str, held: Session | None = None) -> Briefing:
    """The briefing of a session."""
    of = held or session()
    return Briefing(id=BriefingId(named("briefing")), session=of.id, given_by=LEAD, given_at=at(clock, of.on))


def enrolment(**changes: Any) -> Enrolment:
    """Siân's place on the physical part."""
    own: dict[str, Any] = {
        "id": EnrolmentId(named("place")),
        "course": COURSE,
        "person": PersonId(named("siân")),
        "part": Part.PHYSICAL,
        "bib": 1,
    }
    return Enrolment(**own | changes)


def attendance(held: Session | None = None, **changes: Any) -> Attendance:
    """Siân in one session, present throughout; ``minutes`` are the test's to say."""
    of = held or session()
    own: dict[str, Any] = {
        "id": AttendanceId(named(f"attendance {of.number}")),
        "enrolment": EnrolmentId(named("place")),
        "session": of.id,
        "presence": Presence.PRESENT,
    }
    return Attendance(**own | changes)


def fitness(
    status: FitnessStatus = FitnessStatus.FIT, clock: str = "08:50", day: date = FIRST_DAY, **changes: Any
) -> Fitness:
    """Siân's declaration for a day."""
    own: dict[str, Any] = {
        "id": FitnessId(named(f"fitness {day} {clock}")),
        "enrolment": EnrolmentId(named("place")),
        "on": day,
        "status": status,
        "declared_at": at(clock, day),
        "recorded_by": LEAD,
    }
    return Fitness(**own | changes)


# ── marks ───────────────────────────────────────────────────────────────────────────────────────────────────────────

LETTERS = {"C": Outcome.COMPETENT, "N": Outcome.NOT_YET, "-": Outcome.NOT_ASSESSED}
STATES = {"~": AttemptState.TAKEN_BACK, "x": AttemptState.CORRECTED}


def attempt(mark: str = "C", number: int = 1, code: str | None = "GEN-W1", **changes: Any) -> Attempt:
    """One mark on the grid, as a whole, with feedback where it owes some; ten minutes after the one before."""
    seen = at("14:00") + timedelta(minutes=10 * number)
    own: dict[str, Any] = {
        "id": AttemptId(named(f"{code} {number} {mark}")),
        "enrolment": EnrolmentId(named("place")),
        "technique": CourseTechniqueId(named(f"taught {code}")) if code else None,
        "number": number,
        "outcome": LETTERS[mark[-1]],
        "state": STATES.get(mark[0], AttemptState.VALID),
        "observed_at": seen,
        "recorded_at": seen,
        "assessor": LEAD,
        "as_a_whole": mark[-1] == "C",
        "feedback": "Slow down." if mark[-1] == "N" else "",
        "not_assessed_reason": "Time ran out." if mark[-1] == "-" else "",
    }
    return Attempt(**own | changes)


def cell(marks: str, code: str | None = "GEN-W1") -> tuple[Attempt, ...]:
    """The attempts of one cell from a picture such as "~C N C"; every entry has the next figure."""
    return tuple(attempt(mark, number, code) for number, mark in enumerate(marks.split(), start=1))


def knowledge(met: str = "K1 K2", number: int = 1, **changes: Any) -> KnowledgeCheck:
    """A knowledge check of K1 and K2."""
    own: dict[str, Any] = {
        "id": KnowledgeId(named(f"knowledge {number}")),
        "enrolment": EnrolmentId(named("place")),
        "number": number,
        "method": Method.SPOKEN,
        "met": tuple(met.split()),
        "asked": ("K1", "K2"),
        "observed_at": at("15:30"),
        "recorded_at": at("15:30"),
        "assessor": LEAD,
    }
    return KnowledgeCheck(**own | changes)


CRITERIA = (
    Criterion(code="A1", text="Chooses without prompt", short="Unprompted"),
    Criterion(code="A9", text="Stops at once on the stop word", short="Stops"),
    Criterion(code="A12", text="Timed", short="Seconds", mandatory=False),
)


def case(marks: Mapping[str, str] | None = None, core: str = "C", **changes: Any) -> CaseFile:
    """Everything on record about Siân: marks by technique, e.g. {"GEN-W1": "N C"}. Without more, competent in both."""
    grid = {"GEN-W1": "C", "GEN-H1": "C"} if marks is None else marks
    held = session()
    own: dict[str, Any] = {
        "person": person(),
        "enrolment": enrolment(),
        "techniques": tuple(taught(code) for code in grid),
        "attempts": tuple(a for code, picture in grid.items() for a in cell(picture, code)) + cell(core, None),
        "knowledge": (knowledge(),),
        "attended": (attendance(held, minutes=180),),
        "fitness": (fitness(),),
        "blocks": plan("theory 60, practice 120", held),
    }
    return CaseFile(**own | changes)


def sign_off(**changes: Any) -> SignOff:
    """A signed outcome of Siân."""
    own: dict[str, Any] = {
        "id": SignOffId(named("sign-off")),
        "enrolment": EnrolmentId(named("place")),
        "number": "SO-2217-26-001",
        "version": 1,
        "result": Result.COMPETENT,
        "reasons": (),
        "techniques": ("GEN-W1",),
        "instructor": LEAD,
        "instructor_signed_at": at("16:30"),
        "instructor_manner": Manner.SCREEN,
        "trainee_signature": TraineeSignature.SIGNED,
    }
    return SignOff(**own | changes)


def on_day(attempts: Iterable[Attempt], day: date) -> tuple[Attempt, ...]:
    """The same attempts, observed and recorded on another day."""
    return tuple(
        replace(a, observed_at=at(f"{a.observed_at:%H:%M}", day), recorded_at=at(f"{a.recorded_at:%H:%M}", day))
        for a in attempts
    )
