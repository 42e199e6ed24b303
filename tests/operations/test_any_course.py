"""R18, R20: whatever is marked, taken back, corrected, undone and signed, no mark is overwritten and the outcome is the marks'.

A machine that plays with two people on the mat and looks at everything after each step.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from calm_instructor.domain.assessment import Attempt, AttemptState, KnowledgeCheck, Outcome
from calm_instructor.domain.attendance import Attendance, Fitness, FitnessStatus, Presence
from calm_instructor.domain.errors import CalmError, WorldError
from calm_instructor.domain.sign_off import Result, SignOff
from calm_instructor.operations.assessing import fill_not_assessed, record_knowledge, take_back, write_feedback
from calm_instructor.operations.registering import declare_fitness, record_attendance
from calm_instructor.operations.signing import TraineeSigns, outcome_of, sign_off, withdraw
from calm_instructor.store.checking import check
from calm_instructor.store.reading import Reading
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY
from tests.operations.a_course import KNOWN, SET, SIAN, SIGNS, ZANETA, ACourse, Stage, Stages

NAMES = (SIAN, ZANETA)
CELLS = (*SET, "core")
TAUGHT, TOLERATED = 255 + 210, 15
REASONS = {"R19.tries_used": "Coached, and one more"}

names = st.sampled_from(NAMES)
cells = st.sampled_from(CELLS)
letters = st.sampled_from("CCNN-")


class AnyCourse(RuleBasedStateMachine):
    """``stages`` is set by the test: where courses come from."""

    stages: Stages
    a: ACourse

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self._seen: dict[UUID, Attempt] = {}
        self._frozen: datetime | None = None

    @initialize(stage=st.sampled_from([Stage.RUNNING, Stage.TO_SIGN]))
    def begin(self, stage: Stage) -> None:
        self._opened = self.stages.opened(stage, Path(self._folder.name) / "store")
        self.a = self._opened.__enter__()
        if stage is Stage.TO_SIGN:
            self.a.at("10:40", LAST_DAY)
        self.names = {self.a.place(name): name for name in NAMES}
        self.places = {name: place for place, name in self.names.items()}
        self.codes = {self.a.technique(code): code for code in CELLS}
        self.sessions = {day: self.a.session(number) for number, day in ((1, FIRST_DAY), (2, LAST_DAY))}

    def teardown(self) -> None:
        if hasattr(self, "a"):
            assert check(self.a.store) == ()
            self._opened.__exit__(None, None, None)
        self._folder.cleanup()

    def wish(self, act: Any, *args: Any, **kwargs: Any) -> Any:
        """Granted with one entry or none, or refused with none."""
        head = self.a.store.head().seq
        self.a.now += timedelta(seconds=20)
        try:
            done = act(*args, **kwargs)
        except WorldError:
            raise
        except CalmError:
            assert self.a.store.head().seq == head
            return None
        assert self.a.store.head().seq in {head, head + 1}
        return done

    def attempt(self, which: int) -> Attempt | None:
        here = [each for each in self._seen.values() if each.enrolment in self.names]
        return here[which % len(here)] if here else None

    # ── what people do ──────────────────────────────────────────────────────────────────────────────────────────────

    @rule(name=names, code=cells, letter=letters)
    def mark(self, name: str, code: str, letter: str) -> None:
        self.wish(self.a.mark, name, code, letter, reasons=REASONS)

    @rule(which=st.integers(0, 30), letter=letters)
    def correct(self, which: int, letter: str) -> None:
        if wrong := self.attempt(which):
            name, code = self.names[wrong.enrolment], self.codes[wrong.technique]
            why = {"corrects": wrong.id, "correction_reason": "Wrong line", "reasons": REASONS}
            self.wish(self.a.mark, name, code, letter, **why)

    @rule(which=st.integers(0, 30))
    def take_back(self, which: int) -> None:
        if slip := self.attempt(which):
            self.wish(self.a.do, take_back, slip.id)

    @rule(which=st.integers(0, 30))
    def feed_back(self, which: int) -> None:
        if mark := self.attempt(which):
            self.wish(self.a.do, write_feedback, mark.id, "Slow down.")

    @rule(name=names)
    def fill(self, name: str) -> None:
        cells = [(self.places[name], technique) for technique in self.codes]
        self.wish(self.a.do, fill_not_assessed, cells, "Fire alarm")

    @rule(name=names, met=st.sampled_from([KNOWN, KNOWN[:3]]))
    def ask(self, name: str, met: tuple[str, ...]) -> None:
        self.wish(self.a.do, record_knowledge, self.places[name], met)

    @rule(name=names, status=st.sampled_from(FitnessStatus))
    def declare(self, name: str, status: FitnessStatus) -> None:
        self.wish(self.a.do, declare_fitness, self.places[name], self.a.now.date(), status)

    @rule(name=names, presence=st.sampled_from(Presence))
    def register(self, name: str, presence: Presence) -> None:
        self.wish(self.a.do, record_attendance, self.places[name], self.sessions[self.a.now.date()], presence)

    @rule()
    def undo(self) -> None:
        self.wish(self.a.desk.undo)

    @rule(name=names, code=cells, letter=letters)
    def slip(self, name: str, code: str, letter: str) -> None:
        """The wrong line, and Undo at once."""
        self.mark(name, code, letter)
        self.no_mark_is_lost_or_overwritten()
        self.undo()

    @precondition(lambda self: self.a.now.date() == FIRST_DAY)
    @rule()
    def go_on_tomorrow(self) -> None:
        self.a.at("08:55", LAST_DAY).is_open_for(day=LAST_DAY, session=2)
        for name in NAMES:
            self.declare(name, FitnessStatus.FIT)
        self.a.at("10:40", LAST_DAY)

    @rule(name=names)
    def sign(self, name: str) -> None:
        trainee: TraineeSigns = replace(SIGNS, at=self.a.now)
        with self.a.store.reading() as view:
            derived = outcome_of(view, self.places[name])
        signed = self.wish(self.a.do, sign_off, self.places[name], trainee)
        assert signed is None or signed.result is derived.result

    @rule(name=names)
    def withdraw(self, name: str) -> None:
        for signed in self.a.all(SignOff, enrolment=self.places[name]):
            self.wish(self.a.do, withdraw, signed.id, "A second try is due")

    # ── what never breaks ───────────────────────────────────────────────────────────────────────────────────────────

    @invariant()
    def no_mark_is_lost_or_overwritten(self) -> None:
        there = {each.id: each for each in self.a.all(Attempt)}
        for id, before in self._seen.items():
            assert replace(there[id], state=before.state, feedback=before.feedback) == before
        self._seen = there

    @invariant()
    def marks_that_stand_are_numbered_without_gaps(self) -> None:
        for name in NAMES:
            for code in CELLS:
                stands = self.standing(name, code)
                assert [each.number for each in stands] == list(range(1, len(stands) + 1))
                for each in stands:
                    if each.corrects is not None:
                        corrected = self._seen[each.corrects]
                        assert (corrected.state, corrected.number) == (AttemptState.CORRECTED, each.number)

    @invariant()
    def the_outcome_is_that_of_the_marks_and_a_sign_off_keeps_it(self) -> None:
        for name in NAMES:
            with self.a.store.reading() as view:
                derived = outcome_of(view, self.places[name])
                signed = view.all(SignOff, enrolment=self.places[name])
                expected = self.expected(name, view)
            assert derived.result is expected
            assert derived.techniques == (tuple(SET) if derived.result is Result.COMPETENT else ())
            assert all(each.withdrawn_on is not None for each in signed[:-1])
            if signed and signed[-1].withdrawn_on is None:
                assert signed[-1].result is expected

    @invariant()
    def the_set_freezes_once(self) -> None:
        frozen = self.a.course.set_frozen_at
        assert self._frozen in {None, frozen}
        assert frozen is not None or not self._seen
        self._frozen = frozen

    # ── the outcome in other words ──────────────────────────────────────────────────────────────────────────────────

    def expected(self, name: str, view: Reading) -> Result:
        """R20, written down again: what one "not yet" gives, what something missing gives, and what nothing missing."""
        place = self.places[name]
        last = [stands[-1] if (stands := self.standing(name, code)) else None for code in CELLS]
        asked = [each for each in view.all(KnowledgeCheck, enrolment=place) if each.state is AttemptState.VALID]
        knows = set(asked[-1].met) == set(KNOWN) if asked else None
        if knows is False or any(each is not None and each.outcome is Outcome.NOT_YET for each in last):
            return Result.NOT_YET_COMPETENT
        seen = [each for each in last if each is not None and each.outcome is Outcome.COMPETENT]
        register = view.all(Attendance, enrolment=place)
        there = len(register) == 2 and not any(each.missed for each in register)
        whole = knows and len(seen) == len(CELLS) and there and TAUGHT - sum(a.minutes for a in register) <= TOLERATED
        fit = all(_was_fit(view.all(Fitness, enrolment=place), each.observed_at) for each in seen)
        return Result.COMPETENT if whole and fit else Result.NOT_COMPLETED

    def standing(self, name: str, code: str) -> list[Attempt]:
        """The entries of a cell that count, by number."""
        cell = [each for each in self._seen.values() if self.names.get(each.enrolment) == name]
        stands = [each for each in cell if self.codes[each.technique] == code and each.state is AttemptState.VALID]
        return sorted(stands, key=lambda each: each.number)


def _was_fit(declared: Sequence[Fitness], moment: datetime) -> bool:
    said = [each for each in declared if each.on == moment.date() and each.declared_at <= moment]
    return bool(said) and said[-1].status is not FitnessStatus.NOT_FIT


QUICK = settings.default is None or settings.default.max_examples <= 100


def test_R18_R20_nothing_that_people_do_breaks_the_record(stages):
    class Machine(AnyCourse):
        pass

    Machine.stages = stages
    run_state_machine_as_test(
        Machine, settings=settings(max_examples=10 if QUICK else 500, stateful_step_count=20 if QUICK else 50)
    )
