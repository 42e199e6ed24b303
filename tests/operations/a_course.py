"""A small course in a real store, played up to a stage by the same wishes as the window will use.

Ashgrove House: three holds counted, three techniques, three people for the physical part and one for the theory part, two
days. Each stage goes on from the one before; nothing that a rule objects to is in it. A test names what it changes.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from enum import IntEnum
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.dialects import sqlite

from calm_instructor.domain.assessment import Attempt
from calm_instructor.domain.attendance import Attendance, Enrolment, FitnessStatus, Part
from calm_instructor.domain.course import Block, BlockKind, Course, CourseState, CourseTechnique, Override, Session
from calm_instructor.domain.errors import Refused
from calm_instructor.domain.ids import (
    CatalogueId,
    CourseId,
    CourseTechniqueId,
    EnrolmentId,
    InstructorId,
    PersonId,
    RiskId,
    SessionId,
    TnaId,
)
from calm_instructor.domain.needs import Manner, Risk, Tna, TnaState
from calm_instructor.domain.people import Organisation, Person
from calm_instructor.domain.sign_off import SignOff, TraineeSignature
from calm_instructor.domain.technique import Catalogue, Technique, Tier
from calm_instructor.domain.trail import Entry
from calm_instructor.messages import sentence
from calm_instructor.operations.analysing import Choice, answer_need, choose, draft_tna, leave_out, list_risk
from calm_instructor.operations.assessing import record_knowledge, record_outcome
from calm_instructor.operations.authorising import authorise
from calm_instructor.operations.closing import close_course
from calm_instructor.operations.describing import describe
from calm_instructor.operations.desk import Desk
from calm_instructor.operations.enrolling import enrol
from calm_instructor.operations.limiting import agree_set
from calm_instructor.operations.looking_again import still_so
from calm_instructor.operations.planning import enter_course, lay_out, make_ready
from calm_instructor.operations.preparing import enter_instructor, enter_organisation, load_catalogue
from calm_instructor.operations.registering import declare_fitness, give_briefing, see_all_here
from calm_instructor.operations.revising import revise
from calm_instructor.operations.signing import TraineeSigns, call_for_signatures, sign_off
from calm_instructor.operations.taking_in import take_in
from calm_instructor.operations.wish import Wish
from calm_instructor.store.database import Store, create_store, open_store
from calm_instructor.store.mapping import KINDS
from tests.domain import courses_and_marks, people_and_things
from tests.domain.courses_and_marks import LETTERS, plan, session
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, LEAD, at, named

COURSE = CourseId(named("course"))
TNA = TnaId(named("tna"))
CO = InstructorId(named("co"))
CATALOGUE = CatalogueId(named("catalogue"))

DRAWN_UP = people_and_things.DRAWN_UP
AUTHORISED_ON = people_and_things.SIGNED_IN_OCTOBER.on
AGREED_ON = date(2026, 10, 20)
DAY_AFTER = date(2026, 11, 26)

SIAN, ZANETA, EOGHAN, NGOC = "Siân Bowen", "Żaneta Wójcik", "Eoġan Ó Ruairc", "Nguyễn Thị Ngọc"
PHYSICAL = (SIAN, ZANETA, EOGHAN)
HOLDS = {"wrist": 9, "hair": 4, "sleeve": 2}
SET = {"W1": "wrist", "H1": "hair", "S1": "sleeve"}
KNOWN = ("K1", "K2", "K3", "K4", "K5")
SELECTS = {kind: str(kind.select.compile(dialect=sqlite.dialect())) for kind in KINDS.values()}
NO_MORE_TOUCH = {"tried_without_touch": "Stepping back, voice, waiting.", "why_this_one": "The hold lasts."}


class Stage(IntEnum):
    """How far a course has come."""

    PREPARED = 1
    DRAFTED = 2
    AUTHORISED = 3
    AGREED = 4
    ENROLLED = 5
    READY = 6
    RUNNING = 7
    TO_SIGN = 8
    SIGNED = 9
    CLOSED = 10


class ACourse:
    """A desk at a store, a clock that stands where the test sets it, and the people by their names."""

    def __init__(self, store: Store, now: datetime) -> None:
        self.store = store
        self.now = now
        self.desk = Desk(store, lambda: self.now, LEAD)

    def at(self, clock: str, day: date = FIRST_DAY) -> "ACourse":
        """Set the clock."""
        self.now = at(clock, day)
        return self

    def do(self, wish: Wish[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Grant a wish through the desk."""
        return self.desk.do(wish, *args, **kwargs)

    # ── what is on record ───────────────────────────────────────────────────────────────────────────────────────────

    def get(self, kind: type, id: Any) -> Any:
        """A record by its id."""
        return self.store.reading().get(kind, id)

    def all(self, kind: type, **equal: Any) -> tuple[Any, ...]:
        """Records of a kind."""
        return self.store.reading().all(kind, **equal)

    @property
    def course(self) -> Course:
        """The course as it stands."""
        return self.get(Course, COURSE)

    @property
    def tna(self) -> Tna:
        """The analysis as it stands."""
        return self.get(Tna, TNA)

    def place(self, name: str) -> EnrolmentId:
        """Somebody's place on the course."""
        (found,) = self.all(Enrolment, course=COURSE, person=PersonId(named(name)))
        return found.id

    def person(self, name: str) -> Person:
        """Somebody by name."""
        return self.get(Person, named(name))

    def session(self, number: int) -> SessionId:
        """A session by its number."""
        (found,) = self.all(Session, course=COURSE, number=number)
        return found.id

    def technique(self, code: str) -> CourseTechniqueId | None:
        """A technique of the set by its code; "core" for the core behaviours."""
        if code == "core":
            return None
        (found,) = self.all(CourseTechnique, course=COURSE, code=code)
        return found.id

    def risk(self, number: int) -> RiskId:
        """A risk of the analysis by its number."""
        (found,) = self.all(Risk, tna=TNA, number=number)
        return found.id

    def cell(self, name: str, code: str) -> tuple[Attempt, ...]:
        """Every attempt of somebody at a technique."""
        return self.all(Attempt, enrolment=self.place(name), technique=self.technique(code))

    def attendance(self, name: str, session: int) -> Attendance:
        """What the register says."""
        (found,) = self.all(Attendance, enrolment=self.place(name), session=self.session(session))
        return found

    def signed(self, name: str) -> SignOff:
        """Somebody's sign-off, the last one."""
        return self.all(SignOff, enrolment=self.place(name))[-1]

    def everything(self) -> dict[Any, Any]:
        """Every record that is not gone, by its id."""
        with self.store.line.connection() as connection:
            rows = {kind: connection.exec_driver_sql(SELECTS[kind]).mappings() for kind in KINDS.values()}
            images = [(kind, kind.image_of(dict(row))) for kind, found in rows.items() for row in found]
        return {image["id"]: kind.load(image) for kind, image in images if image["gone"] is None}

    def trail(self) -> list[Entry]:
        """The trail from its first entry."""
        return list(self.store.trail())

    def overrides(self) -> dict[str, Override]:
        """Warnings that somebody went past, by code."""
        return {each.code: each for each in self.all(Override)}

    # ── shorthands: people, numbers, the mat ──────────────────────────────────────────────────────────────────────────────────────

    def set_numbers(self, **numbers: Any) -> None:
        """The organisation changes its numbers."""
        (here,) = self.all(Organisation)
        self.do(enter_organisation, replace(here, numbers=replace(here.numbers, **numbers)))

    def take_in(self, *named_people: str, **facts: Any) -> list[PersonId]:
        """Take people in who may come, but for these facts."""
        number = 5000 + len(self.all(Person))
        brought = [person(name, staff_no=str(number + index), **facts) for index, name in enumerate(named_people)]
        self.do(take_in, brought)
        return [each.id for each in brought]

    def mark(self, name: str, code: str = "W1", letter: str = "C", **more: Any) -> Attempt:
        """Record a mark: "C" as a whole, "N" with feedback, "-" with a reason."""
        usual: dict[str, Any] = {
            "C": {"as_a_whole": True},
            "N": {"feedback": "Keep talking."},
            "-": {"not_assessed_reason": "Time ran out."},
        }
        kwargs = {**usual[letter], **more}
        return self.do(record_outcome, self.place(name), self.technique(code), LETTERS[letter], **kwargs)

    def is_open_for(self, *names: str, day: date = FIRST_DAY, session: int = 1) -> None:
        """The door of a day: everyone seen, these fit, the briefing given."""
        self.do(see_all_here, self.session(session))
        for name in names:
            self.do(declare_fitness, self.place(name), day, FitnessStatus.FIT)
        self.do(give_briefing, self.session(session), self.now)


def look_again(desk: Desk, tna: TnaId) -> None:
    """R8: say of everything that a draft took over that it is still so."""
    with desk.store.reading() as view:
        carried = view.get(Tna, tna).carried
    desk.do(still_so, tna, carried)


# ── values ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def technique(code: str, hold: str, **changes: Any) -> Technique:
    """An entry of this service's catalogue."""
    return people_and_things.technique(code, hold, catalogue=CATALOGUE, version="2026", **changes)


def catalogue() -> tuple[Catalogue, tuple[Technique, ...]]:
    """The general list of these tests: the set, a higher way, one with a note, one of the high tier, and 12 more."""
    return Catalogue(id=CATALOGUE, name="Ashgrove list", issuer="Ashgrove", version="2026", generic=True), (
        technique("W1", "wrist", position=1),
        technique("H1", "hair", position=2),
        technique("S1", "sleeve", position=3),
        technique("W9", "wrist", position=4, tier=Tier.HIGH),
        technique("B1", "bite", position=5, tier=Tier.HIGH, elevated_risk_note="Infection follow-up"),
        technique("A1", "arm", position=6, elevated_risk_note="Frail skin"),
        *(technique(f"M{number}", f"more {number}", position=6 + number) for number in range(1, 13)),
    )


def people() -> list[Person]:
    """Three support workers, and a trustee without Core Theory."""
    workers = [person(name, staff_no=str(4411 + index)) for index, name in enumerate(PHYSICAL)]
    return [*workers, person(NGOC, staff_no="9001", job_role="Trustee", core_theory=None)]


def person(name: str, **changes: Any) -> Person:
    """A support worker who may come."""
    return people_and_things.person(id=PersonId(named(name)), full_name=name, **changes)


def draft(holds: dict[str, int] | None = None, **changes: Any) -> Tna:
    """A draft with its counts."""
    counted = people_and_things.audit(HOLDS if holds is None else holds)
    own = {"state": TnaState.DRAFT, "authorisation": None, "audit": counted, "need": None, "need_reason": ""}
    return people_and_things.tna(**{**own, **changes})


def choice(code: str, *risks: RiskId, **changes: Any) -> Choice:
    """A technique for risks, both answers given."""
    own: dict[str, Any] = {"technique": code, "risks": risks, **NO_MORE_TOUCH}
    return Choice(**{**own, **changes})


def planned(**changes: Any) -> Course:
    """The course as it is entered."""
    own = {"state": CourseState.PLANNING, "set_agreed_at": None, "co_instructors": (CO,), "tna": TNA}
    return courses_and_marks.course(**{**own, **changes})


def days() -> list[tuple[Session, tuple[Block, ...]]]:
    """Two days in blocks: 255 and 210 minutes taught, of them 150 of practice and 150 of assessment."""
    first, second = session(1), session(2, day=LAST_DAY)
    morning = "framing 15, prevention 45!, demonstration 30, break 15, practice 90, assessment 60, theory 15"
    return [
        (first, tuple(_shown(each) for each in plan(morning, first))),
        (second, plan("theory 30, practice 60, assessment 90, debrief 30!", second)),
    ]


def _shown(each: Block) -> Block:
    return replace(each, techniques=tuple(SET)) if each.kind is BlockKind.DEMONSTRATION else each


SIGNS = TraineeSigns(state=TraineeSignature.SIGNED, manner=Manner.SCREEN, at=at("16:30", LAST_DAY))

# ── stages ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _prepare(a: ACourse) -> None:
    a.at("09:00", DRAWN_UP).desk.marking_as = None
    a.do(enter_organisation, people_and_things.organisation(coaching_points_ref="CP-1", privacy_notice_version="3"))
    a.do(enter_instructor, people_and_things.instructor())
    a.do(enter_instructor, people_and_things.instructor(id=CO, name="Jean Macdonald", number="2244", staff_no="0533"))
    a.desk.marking_as = LEAD
    a.do(load_catalogue, *catalogue())


def _draft(a: ACourse) -> None:
    a.at("10:00", DRAWN_UP)
    a.do(draft_tna, draft())
    for code, hold in SET.items():
        risk = a.do(list_risk, TNA, hold, f"{hold} held")
        a.do(choose, TNA, choice(code, risk.id))
    a.do(answer_need, TNA, True, "Holds occur every month although the plans are followed.")
    a.at("10:00", AUTHORISED_ON)


def _authorise(a: ACourse) -> None:
    a.at("10:00", AUTHORISED_ON)
    a.do(authorise, TNA, people_and_things.SIGNED_IN_OCTOBER)


def _agree(a: ACourse) -> None:
    a.at("09:00", AGREED_ON)
    a.do(enter_course, planned())
    a.do(agree_set, COURSE)


def _enrol(a: ACourse) -> None:
    a.at("10:00", AGREED_ON)
    a.do(take_in, people())
    a.do(enrol, COURSE, [PersonId(named(name)) for name in PHYSICAL])
    a.do(enrol, COURSE, [PersonId(named(NGOC))], Part.THEORY)
    a.do(lay_out, COURSE, days())


def _make_ready(a: ACourse) -> None:
    a.at("11:00", AGREED_ON).do(make_ready, COURSE)


def _open_the_door(a: ACourse) -> None:
    a.at("09:00").is_open_for(*PHYSICAL)
    a.at("12:20")  # the first assessment block has begun


def _mark_everyone(a: ACourse) -> None:
    for name in PHYSICAL:
        for code in SET:
            a.mark(name, code)
    a.at("09:00", LAST_DAY).is_open_for(*PHYSICAL, day=LAST_DAY, session=2)
    a.at("10:40", LAST_DAY)
    for name in PHYSICAL:
        a.mark(name, "core")
        a.do(record_knowledge, a.place(name), KNOWN)
    a.at("16:00", LAST_DAY).do(call_for_signatures, COURSE)


def _sign_everyone(a: ACourse) -> None:
    a.at("16:30", LAST_DAY)
    for name in PHYSICAL:
        a.do(sign_off, a.place(name), SIGNS)


def _close(a: ACourse) -> None:
    a.at("09:00", DAY_AFTER).do(close_course, COURSE)


STEPS: dict[Stage, Callable[[ACourse], None]] = {
    Stage.PREPARED: _prepare,
    Stage.DRAFTED: _draft,
    Stage.AUTHORISED: _authorise,
    Stage.AGREED: _agree,
    Stage.ENROLLED: _enrol,
    Stage.READY: _make_ready,
    Stage.RUNNING: _open_the_door,
    Stage.TO_SIGN: _mark_everyone,
    Stage.SIGNED: _sign_everyone,
    Stage.CLOSED: _close,
}


def run_at_high_tier(a: ACourse) -> None:
    """From a draft on to the mat, with W9 of the high tier in the place of W1."""
    a.do(leave_out, TNA, {"W1": "Not enough"})
    a.do(choose, TNA, choice("W9", a.risk(1), higher_tier_reason="Great strength"))
    _authorise(a)
    a.at("09:00", AGREED_ON).do(enter_course, planned(type_tier=Tier.HIGH))
    a.do(agree_set, COURSE)
    _enrol(a)
    a.do(make_ready, COURSE, reasons={"R47.not_demonstrated": "Shown on the evening before"})
    _open_the_door(a)


def signed_anew(a: Any, *changes: Callable[[Any, TnaId], Any], **reasons: str) -> TnaId:
    """The next revision of the last analysis, changed by ``changes`` and signed on the day of the clock.

    a: a course or a window, whatever has a desk. reasons: by code, with "_" for its dot.
    """
    desk: Desk = a.desk
    begun = desk.do(revise, desk.store.reading().all(Tna)[-1].id)
    draft, day = begun.id, desk.clock().date()
    desk.do(describe, draft, {"audit": replace(begun.audit, to_day=day)})
    for change in changes:
        change(a, draft)
    look_again(desk, draft)
    signed = replace(people_and_things.SIGNED_IN_OCTOBER, on=day)
    desk.do(authorise, draft, signed, reasons={code.replace("_", ".", 1): why for code, why in reasons.items()})
    return draft


class Stages:
    """Folders with a course at each stage, each made once, by copying the stage before and going on from there."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._clocks: dict[Stage, datetime] = {}

    def folder(self, stage: Stage) -> Path:
        """The folder of a stage. To be copied, never worked in."""
        folder = self._root / stage.name.lower()
        if stage not in self._clocks:
            before = Stage(stage - 1) if stage > Stage.PREPARED else None
            if before is None:
                create_store(folder, practice=True, at=at("08:00", DRAWN_UP)).close()
            else:
                shutil.copytree(self.folder(before), folder)
            with open_store(folder) as store:
                a = ACourse(store, self._clocks[before] if before else at("08:00", DRAWN_UP))
                STEPS[stage](a)
                self._clocks[stage] = a.now
        return folder

    @contextmanager
    def opened(self, stage: Stage, folder: Path) -> Iterator[ACourse]:
        """A course at a stage, in a folder of its own."""
        shutil.copytree(self.folder(stage), folder)
        with open_store(folder) as store:
            yield ACourse(store, self._clocks[stage])


# ── what a wish did ─────────────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def refused(a: ACourse, *codes: str) -> Iterator[None]:
    """What is done inside is refused with just these codes, each with its sentence, and nothing is written."""
    head = a.store.head()
    with pytest.raises(Refused) as said:
        yield
    assert sorted(each.code for each in said.value.objections) == sorted(codes)
    assert all(sentence(each) for each in said.value.objections)
    assert a.store.head() == head


@contextmanager
def written(a: ACourse, wish: str, by: InstructorId | None = LEAD) -> Iterator[None]:
    """What is done inside is one entry of the trail: this wish, by this instructor, at the clock's moment."""
    before = a.store.head().seq
    yield
    entries = list(a.store.trail(before + 1))
    assert [(each.wish, each.by, each.at) for each in entries] == [(wish, str(by or ""), a.now.isoformat())]
