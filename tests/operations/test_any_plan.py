"""Whatever is done to a plan by hand, the days flow: no gap but before what is pinned, no overlap, all within the day (R35)."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from calm_instructor.domain.course import (
    Block,
    BlockKind,
    ModelPart,
    Session,
    minutes_by_kind,
    minutes_by_part,
    taught_minutes,
    timed,
)
from calm_instructor.domain.errors import Refused
from calm_instructor.domain.ids import BlockId
from calm_instructor.messages import sentence
from calm_instructor.operations.arranging import (
    add_block,
    change_block,
    move_block,
    remove_block,
    set_day,
    set_minutes,
    set_start,
)
from calm_instructor.operations.planning import all_blocks, blocks_of, sessions_of
from calm_instructor.operations.wish import Wish
from tests.domain.people_and_things import named
from tests.operations.a_course import COURSE, ACourse, Stage, Stages, refused

places = st.integers(0, 40)
lengths = st.integers(-5, 120) | st.sampled_from([600, 25 * 60, 10**9])
clocks = st.times(time(6), time(23, 59)).map(lambda at: at.replace(second=0, microsecond=0))

Plan = tuple[tuple[Session, ...], tuple[Block, ...]]


class AnyPlan(RuleBasedStateMachine):
    """``stages`` is set by the test: where courses come from. ``expected``: minutes by block, as the acts should leave them."""

    stages: Stages
    a: ACourse

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self._made = 0
        self.expected: dict[BlockId, int] = {}
        self.before: list[tuple[dict[BlockId, int], Plan]] = []
        self.unsaid: list[str] = []

    @initialize()
    def begin(self) -> None:
        self._course = self.stages.opened(Stage.ENROLLED, Path(self._folder.name) / "course")
        self.a = self._course.__enter__()
        self.expected = {each.id: each.minutes for each in self.blocks()}

    def blocks(self) -> tuple[Block, ...]:
        return all_blocks(self.a.store.reading(), COURSE)

    def plan(self) -> Plan:
        return sessions_of(self.a.store.reading(), COURSE), self.blocks()

    def pick(self, place: int) -> Block | None:
        blocks = self.blocks()
        return blocks[place % len(blocks)] if blocks else None

    def wish(self, wanted: Wish[..., Any], *args: Any) -> bool:
        stood = dict(self.expected), self.plan()
        try:
            self.a.do(wanted, *args)
        except Refused as no:
            self.unsaid += [each.code for each in no.objections if not sentence(each)]
            return False
        if self.plan() != stood[1]:  # nothing is put back of an act that changed nothing
            self.before.append(stood)
        return True

    @rule(place=places, minutes=lengths)
    def another_length(self, place: int, minutes: int) -> None:
        found = self.pick(place)
        if found is not None and self.wish(set_minutes, found.id, minutes):
            self.expected[found.id] = minutes

    @rule(place=places, at=st.none() | clocks)
    def pinned(self, place: int, at: time | None) -> None:
        found = self.pick(place)
        if found is not None:
            self.wish(change_block, replace(found, pinned=at))

    @rule(
        place=places,
        minutes=lengths,
        kind=st.sampled_from(BlockKind),
        part=st.sampled_from(ModelPart),
        day=st.integers(0, 1),
    )
    def added(self, place: int, minutes: int, kind: BlockKind, part: ModelPart, day: int) -> None:
        self._made += 1
        session = sessions_of(self.a.store.reading(), COURSE)[day].id
        new = Block(
            id=BlockId(named(f"new {self._made}")),
            session=session,
            position=1,
            kind=kind,
            part=part,
            title="Water",
            minutes=minutes,
        )
        after = self.pick(place)
        if self.wish(add_block, new, after.id if after else None):
            self.expected[new.id] = minutes

    @rule(place=places)
    def removed(self, place: int) -> None:
        found = self.pick(place)
        if found is not None and self.wish(remove_block, found.id):
            del self.expected[found.id]

    @rule(place=places, steps=st.integers(-20, 20))
    def moved(self, place: int, steps: int) -> None:
        found = self.pick(place)
        if found is not None:
            self.wish(move_block, found.id, steps)

    @rule(day=st.integers(0, 1), at=clocks)
    def begun_at(self, day: int, at: time) -> None:
        self.wish(set_start, sessions_of(self.a.store.reading(), COURSE)[day].id, at)

    @rule(day=st.integers(0, 1), by=st.integers(-2, 2))
    def held_on(self, day: int, by: int) -> None:
        session = sessions_of(self.a.store.reading(), COURSE)[day]
        self.wish(set_day, session.id, session.on + timedelta(days=by))

    @rule()
    def undone(self) -> None:
        if self.before:
            self.a.desk.undo()
            self.expected, plan = self.before.pop()
            assert self.plan() == plan

    @invariant()
    def days_flow(self) -> None:
        if not hasattr(self, "a"):
            return
        reading = self.a.store.reading()
        for session in sessions_of(reading, COURSE):
            blocks = blocks_of(reading, session)
            assert [each.position for each in blocks] == list(range(1, len(blocks) + 1))
            at = session.starts
            for each in timed(session, blocks):
                wanted = each.block.pinned
                assert each.starts == (max(at, wanted) if wanted is not None else at)
                assert _minutes(each.ends) - _minutes(each.starts) == each.block.minutes
                at = each.ends

    @invariant()
    def days_follow_each_other(self) -> None:
        if not hasattr(self, "a"):
            return
        reading = self.a.store.reading()
        ended = datetime.combine(self.a.course.starts_on, time.min)
        for session in sessions_of(reading, COURSE):
            begins = datetime.combine(session.on, session.starts)
            assert begins >= ended
            ended = max([begins, *(datetime.combine(session.on, each.ends) for each in timed(session, self.blocks()))])
        course = self.a.course
        assert [each.on for each in sessions_of(reading, COURSE)] == [course.starts_on, course.ends_on]

    @invariant()
    def every_no_has_its_sentence(self) -> None:
        assert self.unsaid == []

    @invariant()
    def totals_are_the_sum(self) -> None:
        if not hasattr(self, "a"):
            return
        blocks = self.blocks()
        assert {each.id: each.minutes for each in blocks} == self.expected
        whole = sum(self.expected.values())
        breaks = sum(each.minutes for each in blocks if each.kind is BlockKind.BREAK)
        assert sum(minutes_by_kind(blocks).values()) == whole
        assert sum(minutes_by_part(blocks).values()) == taught_minutes(blocks) == whole - breaks

    def teardown(self) -> None:
        if hasattr(self, "a"):
            self._course.__exit__(None, None, None)
        self._folder.cleanup()


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


QUICK = settings.default is None or settings.default.max_examples <= 100


def test_R35_whatever_is_done_to_a_plan_its_days_flow_and_its_totals_are_the_sum(stages):
    class Machine(AnyPlan):
        pass

    Machine.stages = stages
    run_state_machine_as_test(
        Machine,
        settings=settings(max_examples=8 if QUICK else 300, stateful_step_count=15 if QUICK else 50, deadline=None),
    )


@pytest.mark.parametrize("minutes", [25 * 60, 10**9])
def test_a_day_that_would_go_on_past_midnight_is_refused_and_stays_as_it_was(enrolled, minutes):
    before = all_blocks(enrolled.store.reading(), COURSE)
    with refused(enrolled, "session.past_midnight"):
        enrolled.do(set_minutes, before[0].id, minutes)
    assert all_blocks(enrolled.store.reading(), COURSE) == before


def test_a_day_may_end_a_minute_before_midnight(enrolled):
    first = next(each for each in all_blocks(enrolled.store.reading(), COURSE))
    enrolled.do(change_block, replace(first, pinned=time(9), minutes=10))
    rest = sum(
        each.minutes
        for each in all_blocks(enrolled.store.reading(), COURSE)
        if each.session == first.session and each.id != first.id
    )
    enrolled.do(set_minutes, first.id, 15 * 60 - 1 - rest)
    with refused(enrolled, "session.past_midnight"):
        enrolled.do(set_minutes, first.id, 15 * 60 - rest)
