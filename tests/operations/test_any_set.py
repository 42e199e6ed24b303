"""R2, R3, R4, R7: whatever is done to analyses, their revisions and a course, its set rests on current risks and is limited.

A machine that plays with one analysis, its revisions and one course, and looks at all of them after each step.
"""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import Course, CourseTechnique, Override
from calm_instructor.domain.errors import Refused
from calm_instructor.domain.ids import TnaId
from calm_instructor.domain.limited_set import choosable
from calm_instructor.domain.needs import NeedsAnalysis, NoteAnswer, Tna, TnaState
from calm_instructor.messages import sentence
from calm_instructor.operations.analysing import analysis_of, choose, end_risk, leave_out
from calm_instructor.operations.authorising import authorise
from calm_instructor.operations.describing import describe, keep_risk, take_off_risk
from calm_instructor.operations.limiting import agree_set, set_of
from calm_instructor.operations.preparing import enter_organisation
from calm_instructor.operations.revising import revise
from calm_instructor.operations.taking_on import move_to_revision
from calm_instructor.operations.varying import leave_out_of_set, move_in_set, take_into_set, take_whole_choice
from calm_instructor.operations.wish import Wish
from tests.domain.people_and_things import SIGNED_IN_OCTOBER, analysis, risk, technique
from tests.operations.a_course import COURSE, SET, SIAN, TNA, ZANETA, ACourse, Stage, Stages, choice, look_again

CODES = ("W1", "H1", "S1", "W9", "B1")
LIMITS = ((1, 2), (2, 3), (3, 5))
"""Above how many techniques a reason is asked, and above how many there is no set."""

WHY = "Agreed with the manager"
QUICK = settings.default is None or settings.default.max_examples <= 100

places = st.integers(0, 9)
codes = st.sampled_from(CODES)


class AnySet(RuleBasedStateMachine):
    """``stages`` is set by the test: where courses come from. ``unsaid``: a no without a sentence."""

    stages: Stages
    a: ACourse

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self.unsaid: list[str] = []
        self.marked: frozenset[Any] = frozenset()

    @initialize(
        stage=st.sampled_from([Stage.AUTHORISED, Stage.AGREED, Stage.RUNNING, Stage.RUNNING]),
        limits=st.sampled_from(LIMITS),
        marked=st.booleans(),
    )
    def begin(self, stage: Stage, limits: tuple[int, int], marked: bool) -> None:
        self._course = self.stages.opened(stage, Path(self._folder.name) / "course")
        self.a = self._course.__enter__()
        self.warn_above, self.never_above = limits
        self.a.set_numbers(techniques_warn_above=self.warn_above, techniques_never_above=self.never_above)
        self.chosen_at_first = len(SET)
        if stage is Stage.RUNNING and marked:
            self.a.mark(SIAN, "W1")

    def wish(self, wanted: Wish[..., Any], *args: Any, given: bool = False) -> bool:
        """Ask for it; ``given``: with a reason for every warning that it raises."""
        try:
            self.a.do(wanted, *args)
        except Refused as no:
            self.unsaid += [each.code for each in no.objections if not sentence(each)]
            if not given or any(each.blocks for each in no.objections):
                return False
            try:
                self.a.do(wanted, *args, reasons={each.code: WHY for each in no.objections})
            except Refused:
                return False
        return True

    @property
    def newest(self) -> TnaId:
        return max(self.a.all(Tna), key=lambda each: each.revision_no).id

    def last(self) -> NeedsAnalysis:
        with self.a.store.reading() as view:
            return analysis_of(view, self.newest)

    # ── what people do ──────────────────────────────────────────────────────────────────────────────────────────────

    @rule()
    def begins_a_revision(self) -> None:
        if self.wish(revise, self.newest):
            begun = self.last().tna
            self.wish(describe, begun.id, {"audit": replace(begun.audit, to_day=self.a.now.date())})

    @rule(place=places)
    def ends(self, place: int) -> None:
        risks = self.last().risks
        if risks:
            self.wish(end_risk, risks[place % len(risks)].id, "Not met any more")

    @rule(place=places)
    def keeps(self, place: int) -> None:
        risks = self.last().risks
        if risks:
            self.wish(keep_risk, risks[place % len(risks)].id)

    @rule(place=places)
    def takes_off(self, place: int) -> None:
        risks = self.last().risks
        if risks:
            self.wish(take_off_risk, risks[place % len(risks)].id, "Counted twice")

    @rule(code=codes, numbers=st.lists(places, max_size=3))
    def chooses(self, code: str, numbers: list[int]) -> None:
        risks = self.last().risks
        named = [risks[number % len(risks)].id for number in numbers] if risks else []
        answer = {"note_answer": NoteAnswer.ACCEPTABLE, "note_answer_text": "First aider near"} if code == "B1" else {}
        self.wish(choose, self.newest, choice(code, *named, **answer))

    @rule(code=codes)
    def leaves_out(self, code: str) -> None:
        self.wish(leave_out, self.newest, {code: "Not needed"})

    @rule(given=st.booleans())
    def authorises(self, given: bool) -> None:
        if self.last().tna.state is TnaState.DRAFT:
            with suppress(Refused):  # of counts that were never brought up to date
                look_again(self.a.desk, self.newest)
            on = max(SIGNED_IN_OCTOBER.on, self.a.now.date())
            self.wish(authorise, self.newest, replace(SIGNED_IN_OCTOBER, on=on), given=given)

    @rule(given=st.booleans())
    def agrees(self, given: bool) -> None:
        if self.a.all(Course):
            self.wish(agree_set, COURSE, given=given)

    @rule(given=st.booleans())
    def takes_the_revision_on(self, given: bool) -> None:
        if self.a.all(Course):
            self.wish(move_to_revision, COURSE, self.newest, given=given)

    @rule(code=codes, what=st.sampled_from(["out", "in", "up", "all"]), given=st.booleans())
    def varies(self, code: str, what: str, given: bool) -> None:
        if not self.a.all(Course):
            return
        if what == "out":
            self.wish(leave_out_of_set, COURSE, code, "No time", given=given)
        elif what == "in":
            self.wish(take_into_set, COURSE, code, given=given)
        elif what == "up":
            self.wish(move_in_set, COURSE, code, -1, given=given)
        else:
            self.wish(take_whole_choice, COURSE, given=given)

    @rule(who=st.sampled_from([SIAN, ZANETA]), code=codes, letter=st.sampled_from("CN"))
    def marks(self, who: str, code: str, letter: str) -> None:
        taught = [each.code for each in self.a.all(CourseTechnique)]
        if code in taught and self.a.all(Enrolment):
            with suppress(Refused):
                self.a.mark(who, code, letter)

    @rule()
    def undoes(self) -> None:
        last = self.a.desk.next_undo
        if last is not None and last.wish != enter_organisation.name:  # the numbers stay as they were set
            self.a.desk.undo()

    @rule(code=codes, what=st.sampled_from([leave_out_of_set, take_into_set, move_in_set]), given=st.booleans())
    def thinks_better_of_it(self, code: str, what: Wish[..., Any], given: bool) -> None:
        if not self.a.all(Course):
            return
        before, head = self.a.everything(), self.a.store.head()
        more = {leave_out_of_set: ("No time",), move_in_set: (1,)}.get(what, ())
        if self.wish(what, COURSE, code, *more, given=given) and self.a.store.head() != head:
            self.a.desk.undo()
            assert self.a.everything() == before

    # ── what holds ──────────────────────────────────────────────────────────────────────────────────────────────────

    @invariant()
    def every_no_has_a_sentence(self) -> None:
        assert self.unsaid == []

    @invariant()
    def an_agreed_set_is_justified_and_limited(self) -> None:
        for course in self.a.all(Course) if hasattr(self, "a") else ():
            with self.a.store.reading() as view:
                taught, rests_on = set_of(view, course.id), analysis_of(view, course.tna)
            if course.set_agreed_at is None:
                assert taught == ()
                continue
            assert rests_on.tna.state is not TnaState.DRAFT
            current = {each.id: each.hold for each in rests_on.current_risks}
            chosen = {each.technique for each in rests_on.chosen}
            for each in taught:
                assert each.code in chosen
                assert set(each.risks) & set(current), each.code
                assert each.reason
            assert 1 <= len(taught) <= max(self.never_above, self.chosen_at_first)
            assert len({each.code for each in taught}) == len(taught)

    @invariant()
    def a_signed_analysis_is_limited_or_says_why(self) -> None:
        for tna in self.a.all(Tna) if hasattr(self, "a") else ():
            with self.a.store.reading() as view:
                known = analysis_of(view, tna.id)
            if tna.state is TnaState.DRAFT or tna.id == TNA:  # signed before the numbers were set
                continue
            assert len(known.chosen) <= self.never_above
            if len(known.chosen) > self.warn_above:
                assert any(each.code == "R4.many" and each.reason for each in self.a.all(Override, tna=tna.id))
            current = {each.id for each in known.current_risks}
            assert all(set(each.risks) & current for each in known.chosen)

    @invariant()
    def what_was_in_a_set_is_never_lost(self) -> None:
        if hasattr(self, "a"):
            pinned = frozenset(each.id for each in self.a.all(CourseTechnique))
            if any(each.set_frozen_at is not None for each in self.a.all(Course)):
                assert self.marked <= pinned
                self.marked = pinned

    def teardown(self) -> None:
        if hasattr(self, "a"):
            self._course.__exit__(None, None, None)
        self._folder.cleanup()


def test_R2_R3_R4_R7_no_sequence_of_acts_leads_to_a_set_that_is_not_justified(stages):
    class Machine(AnySet):
        pass

    Machine.stages = stages
    run_state_machine_as_test(
        Machine,
        settings=settings(max_examples=8 if QUICK else 300, stateful_step_count=15 if QUICK else 50, deadline=None),
    )


holds = st.sampled_from(["wrist", "hair", "sleeve", "leg"])


@given(
    met=st.lists(st.tuples(holds, st.booleans()), min_size=1, max_size=6),
    addressed=st.lists(st.sets(holds, min_size=1, max_size=3), min_size=1, max_size=6),
    gone=places,
)
def test_R3_ending_or_removing_a_risk_never_enlarges_what_may_be_chosen(met, addressed, gone):
    risks = [risk(number, hold, current=current) for number, (hold, current) in enumerate(met, start=1)]
    listed = {f"T{n}": technique(f"T{n}", *sorted(each)) for n, each in enumerate(addressed)}
    place = gone % len(risks)
    before = choosable(analysis(risks), listed)
    ended = [*risks[:place], risk(place + 1, met[place][0], current=False), *risks[place + 1 :]]
    removed = [*risks[:place], *risks[place + 1 :]]
    for after in (ended, removed):
        assert choosable(NeedsAnalysis(tna=analysis(risks).tna, risks=tuple(after)), listed) <= before
