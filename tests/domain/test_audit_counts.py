"""Counts as they are typed: whole numbers of months in the window, and the time that is counted by them (R9, R38)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.audit_counts import (
    count_objections,
    entered,
    gap_objections,
    holds_listed,
    period_objections,
    read_count,
    with_hold,
    without_hold,
)
from calm_instructor.domain.audit_trend import monthly
from calm_instructor.domain.needs import Audit, HoldCount, HoldSeen
from calm_instructor.domain.numbers import add_months
from tests.domain.people_and_things import codes

TODAY, FIRST = date(2026, 11, 23), date(2024, 11, 1)
NOV, OCT, MAY = date(2026, 11, 1), date(2026, 10, 1), date(2026, 5, 1)
COUNTED = Audit(
    from_day=date(2024, 11, 1),
    to_day=date(2026, 10, 31),
    counts=(HoldCount(hold="bite", month=MAY, count=2), HoldCount(hold="wrist", month=OCT, count=4)),
    last_seen=(HoldSeen(hold="bite", last=date(2026, 5, 12)), HoldSeen(hold="wrist", last=date(2026, 10, 9))),
)


@pytest.mark.parametrize(("typed", "count"), [("0", 0), (" 12 ", 12), ("007", 7), ("100000", 100000)])
def test_R38_a_count_is_a_whole_number(typed, count):
    assert read_count(typed) == count


@pytest.mark.parametrize("typed", ["-1", "2.5", "2,5", "two", "", "1e3", "+3", "٣", "1 2"])
def test_R38_anything_else_is_no_count(typed):
    assert read_count(typed) is None
    assert codes(count_objections("Bite", NOV, typed, TODAY, FIRST, 24)) == ["R38.no_count"]


@pytest.mark.parametrize(
    ("month", "typed", "said"),
    [
        (NOV, "2", []),
        (FIRST, "2", []),
        (date(2026, 12, 1), "2", ["R9.month_ahead"]),
        (date(2024, 10, 1), "2", ["R9.month_before"]),
        (NOV, "999", []),
        (NOV, "1000", ["R38.count_too_high"]),
        (NOV, "100000", ["R38.count_too_high"]),
    ],
)
def test_R9_a_count_is_of_a_month_that_began_and_lies_in_the_window(month, typed, said):
    assert codes(count_objections("Bite", month, typed, TODAY, FIRST, 24)) == said


def test_R38_a_count_replaces_the_one_before_and_stands_beside_the_others():
    audit = entered(COUNTED, "bite", MAY, 5, TODAY, FIRST)
    assert (audit.total("bite"), audit.total("wrist"), len(audit.counts)) == (5, 4, 2)
    assert audit.last("bite") == date(2026, 5, 12)


def test_R9_the_time_counted_grows_to_the_month_and_never_past_today():
    assert entered(COUNTED, "bite", NOV, 1, TODAY, FIRST).to_day == TODAY
    assert entered(COUNTED, "bite", OCT, 1, TODAY, FIRST).to_day == date(2026, 10, 31)
    first = entered(Audit(), "bite", MAY, 0, TODAY, FIRST)
    assert (first.from_day, first.to_day) == (MAY, date(2026, 5, 31))
    earlier = entered(first, "bite", date(2026, 2, 1), 1, TODAY, FIRST)
    assert (earlier.from_day, earlier.to_day) == (date(2026, 2, 1), date(2026, 5, 31))


MONTHS = [add_months(FIRST, number) for number in range(25)]


@given(st.lists(st.tuples(st.sampled_from(["bite", "wrist"]), st.sampled_from(MONTHS), st.integers(0, 3)), max_size=30))
def test_R9_R38_no_month_is_counted_that_nobody_counted(typed):
    audit, said = Audit(), set()
    for hold, month, count in typed:
        if not list(gap_objections(audit, hold, month)):
            audit = entered(audit, hold, month, count, TODAY, FIRST)
            said.add(month)
    counted = {month for month in MONTHS if None not in monthly(audit, "bite", [month])}
    assert counted == said


def test_R9_what_lies_before_the_window_leaves_with_the_next_count():
    old = HoldCount(hold="hair", month=date(2024, 3, 1), count=9)
    audit = Audit(from_day=date(2024, 1, 1), to_day=OCT, counts=(old, *COUNTED.counts), last_seen=COUNTED.last_seen)
    changed = entered(audit, "bite", NOV, 1, TODAY, FIRST)
    assert (changed.total("hair"), changed.from_day) == (0, FIRST)


@pytest.mark.parametrize(
    ("month", "count", "last"),
    [
        (NOV, 1, TODAY),  # this month: up to today, not to its end
        (date(2026, 8, 1), 1, date(2026, 8, 31)),
        (date(2026, 4, 1), 1, date(2026, 5, 12)),  # the day that the log knew still is the last
        (MAY, 0, None),
    ],
)
def test_R38_when_a_hold_was_last_seen_follows_its_counts(month, count, last):
    assert entered(COUNTED, "bite", month, count, TODAY, FIRST).last("bite") == last


def test_R6_a_row_of_zeros_comes_and_goes_and_counts_for_nothing():
    with_row = with_hold(COUNTED, "hair", NOV)
    assert (with_row.holds(), holds_listed(with_row)) == (("wrist", "bite"), ("wrist", "bite", "hair"))
    assert without_hold(with_row, "hair") == COUNTED


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2025, 1, 1), TODAY, []),
        (date(2025, 1, 1), date(2026, 11, 24), ["R9.period_ahead"]),
        (date(2026, 11, 2), date(2026, 11, 1), ["R9.period_backwards"]),
        (date(2026, 6, 1), TODAY, ["R9.counts_outside"]),
        (date(2026, 5, 31), TODAY, []),  # a part of a month holds its counts
        (date(2025, 1, 1), date(2026, 9, 30), ["R9.counts_outside"]),
        (None, None, []),
    ],
)
def test_R9_the_time_counted_holds_every_count(start, end, said):
    assert codes(period_objections("TNA CDH-07", COUNTED, start, end, TODAY)) == said
