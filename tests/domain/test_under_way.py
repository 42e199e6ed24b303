"""R51: where a day stands by the minutes given so far."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.course import Block, BlockKind, ModelPart, Session
from calm_instructor.domain.under_way import under_way
from tests.domain.people_and_things import named

DAY = Session(id=named("day"), course=named("course"), number=1, on=date(2026, 11, 18), starts=time(9))  # type: ignore[arg-type]


def block(position: int, minutes: int, **more) -> Block:
    own = {"kind": BlockKind.PRACTICE, "title": f"Block {position}", "part": ModelPart.TERTIARY}
    return Block(id=named(f"b{position}"), session=DAY.id, position=position, minutes=minutes, **{**own, **more})  # type: ignore[arg-type]


BLOCKS = (block(1, 30), block(2, 60), block(3, 15, kind=BlockKind.BREAK), block(4, 45, pinned=time(11)))


def at(clock: str, on: date = DAY.on) -> datetime:
    return datetime.combine(on, time.fromisoformat(clock))


def stands(clock: str, blocks=BLOCKS) -> tuple[str, str, str | None, int] | None:
    found = under_way(DAY, blocks, at(clock))
    if found is None:
        return None
    following = found.following.title if found.following else None
    return found.block.title, f"{found.until:%H:%M}", following, found.behind


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        ("08:59", None),
        ("09:00", ("Block 1", "09:30", "Block 2", 0)),
        ("09:29", ("Block 1", "09:30", "Block 2", 0)),
        ("09:30", ("Block 2", "10:30", "Block 3", 0)),
        ("10:50", None),  # the break is over, and what is pinned to eleven has not begun
        ("11:44", ("Block 4", "11:45", None, 0)),
        ("11:45", None),
    ],
)
def test_R51_as_planned_the_clock_says_which_block_it_is(clock, said):
    assert stands(clock) == said


def test_R51_what_was_given_longer_pushes_what_follows_and_a_pinned_block_makes_up_for_it():
    longer = (replace(BLOCKS[0], given=38), *BLOCKS[1:])
    assert stands("09:35", longer) == ("Block 1", "09:38", "Block 2", 8)
    assert stands("09:40", longer) == ("Block 2", "10:38", "Block 3", 8)
    assert stands("11:00", longer) == ("Block 4", "11:45", None, 0)
    shorter = (replace(BLOCKS[0], given=20), *BLOCKS[1:])
    assert stands("09:25", shorter) == ("Block 2", "10:20", "Block 3", -10)


def test_on_another_day_nothing_of_it_runs():
    assert under_way(DAY, BLOCKS, at("09:10", date(2026, 11, 19))) is None


@given(
    st.lists(st.tuples(st.integers(5, 90), st.integers(0, 120) | st.none()), min_size=1, max_size=8),
    st.integers(0, 700),
)
def test_R51_without_pins_a_day_is_behind_by_the_sum_of_what_was_given_more(minutes, after):
    blocks = [replace(block(place, planned), given=given) for place, (planned, given) in enumerate(minutes, start=1)]
    found = under_way(DAY, blocks, at("09:00") + timedelta(minutes=after))
    lasted = sum(planned if given is None else given for planned, given in minutes)
    assert (found is None) == (after >= lasted)
    if found is not None:
        until = blocks[: found.block.position]
        assert found.behind == sum((each.given or 0) - each.minutes for each in until if each.given is not None)
