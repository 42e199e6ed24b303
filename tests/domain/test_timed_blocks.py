"""The day on the clock: blocks follow each other, pinned ones wait, minutes add up (R16, R35, R41, R51)."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.course import (
    Block,
    BlockKind,
    ModelPart,
    minutes_by_kind,
    minutes_of,
    taught_minutes,
    timed,
)
from calm_instructor.domain.ids import BlockId
from tests.domain.courses_and_marks import plan, session
from tests.domain.people_and_things import FIRST_DAY, named


def clocks(picture: str, starts: str = "09:00") -> list[str]:
    held = session(starts=starts)
    return [f"{each.starts:%H:%M}-{each.ends:%H:%M}" for each in timed(held, plan(picture, held))]


@pytest.mark.parametrize(
    ("picture", "on_the_clock"),
    [
        ("theory 60, break 15, practice 90", ["09:00-10:00", "10:00-10:15", "10:15-11:45"]),
        ("theory 60, practice 90@11:00", ["09:00-10:00", "11:00-12:30"]),  # a pinned block waits
        ("theory 60, practice 90@09:30", ["09:00-10:00", "10:00-11:30"]),  # but never overlaps
        ("theory 60/45, practice 30", ["09:00-10:00", "10:00-10:30"]),  # the plan stays beside what was given
        ("theory 0, practice 30", ["09:00-09:00", "09:00-09:30"]),
    ],
)
def test_each_block_starts_when_the_one_before_ends(picture, on_the_clock):
    assert clocks(picture) == on_the_clock


def test_blocks_come_in_order_of_position_and_only_the_sessions_own():
    own, other = plan("theory 60, practice 90"), plan("debrief 10", session(2))
    assert [each.block.title for each in timed(session(), (*other, own[1], own[0]))] == ["theory 1", "practice 2"]


def test_R51_minutes_given_take_the_place_of_those_planned():
    planned, given_less, dropped = plan("practice 30, practice 30/20, practice 30/0")
    assert [minutes_of(planned), minutes_of(given_less), minutes_of(dropped)] == [30, 20, 0]


def test_R16_breaks_count_for_no_one():
    assert taught_minutes(plan("framing 10, theory 60, break 15, practice 90/80, break 5")) == 150


LENGTHS = st.integers(0, 90)
BLOCKS = st.lists(
    st.tuples(st.sampled_from(BlockKind), LENGTHS, st.none() | st.integers(0, 23), st.none() | LENGTHS), max_size=8
)


def laid_out(drawn) -> tuple[Block, ...]:
    held = session(starts="08:00")
    return tuple(
        Block(
            id=BlockId(named(f"block {n}")),
            session=held.id,
            position=n,
            kind=kind,
            part=ModelPart.FRAMING,
            title="",
            minutes=minutes,
            given=given_minutes,
            pinned=time(hour) if hour is not None and hour < 12 else None,
        )
        for n, (kind, minutes, hour, given_minutes) in enumerate(drawn)
    )


def moment(clock: time) -> datetime:
    return datetime.combine(FIRST_DAY, clock)


@given(BLOCKS)
def test_no_two_blocks_overlap_and_only_a_pin_leaves_a_gap(drawn):
    held = session(starts="08:00")
    blocks = laid_out(drawn)
    at = moment(held.starts)
    for each in timed(held, blocks):
        assert moment(each.ends) - moment(each.starts) == timedelta(minutes=each.block.minutes)
        assert moment(each.starts) >= at
        if moment(each.starts) > at:
            assert each.starts == each.block.pinned
        at = moment(each.ends)


@given(BLOCKS)
def test_totals_equal_the_sum_of_the_blocks(drawn):
    blocks = laid_out(drawn)
    told = [minutes if given_minutes is None else given_minutes for _kind, minutes, _hour, given_minutes in drawn]
    breaks = sum(spent for (kind, *_), spent in zip(drawn, told, strict=True) if kind is BlockKind.BREAK)
    assert sum(minutes_by_kind(blocks).values()) == sum(told)
    assert taught_minutes(blocks) == sum(told) - breaks


@given(BLOCKS, st.randoms())
def test_the_order_in_which_blocks_are_handed_over_does_not_matter(drawn, chance):
    held = session(starts="08:00")
    blocks = list(laid_out(drawn))
    shuffled = blocks.copy()
    chance.shuffle(shuffled)
    assert timed(held, shuffled) == timed(held, blocks)
    assert taught_minutes(shuffled) == taught_minutes(blocks)


def test_a_pin_is_no_reason_to_start_before_the_session():
    held = session(starts="10:00")
    (block,) = plan("practice 30", held)
    (only,) = timed(held, (replace(block, pinned=time(9)),))
    assert (only.starts, only.ends) == (time(10), time(10, 30))
