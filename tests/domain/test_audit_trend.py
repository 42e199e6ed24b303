"""How an audit goes, and the audit before it beside it: plain counts of equal lengths of time (R38)."""

from datetime import date
from typing import Any

import pytest

from calm_instructor.domain.audit_trend import (
    Going,
    Since,
    compared,
    ended_proposals,
    going,
    halves,
    monthly,
    months_counted,
    rests_only_on,
    since,
)
from calm_instructor.domain.needs import Audit, HoldCount
from calm_instructor.domain.numbers import add_months
from tests.domain.people_and_things import analysis, risk, selection

NOV = date(2026, 11, 1)


def year(last: date, per_hold: dict[str, int], length: int = 12, **changes) -> Audit:
    """So many months up to a month's end, each hold counted as often in the last of them."""
    own: dict[str, Any] = {
        "from_day": add_months(last, 1 - length),
        "to_day": date(last.year, last.month, 28),
        "counts": tuple(HoldCount(hold=hold, month=last, count=count) for hold, count in per_hold.items()),
    }
    return Audit(**own | changes)


def test_R38_a_month_outside_the_time_counted_is_not_counted_rather_than_zero():
    audit = Audit(
        from_day=date(2026, 9, 5), to_day=date(2026, 10, 31), counts=(HoldCount(hold="bite", month=NOV, count=2),)
    )
    months = [add_months(NOV, number) for number in range(-3, 1)]
    assert monthly(audit, "wrist", months) == (None, 0, 0, None)
    assert monthly(audit, "bite", months) == (None, 0, 0, 2)


def test_R38_of_an_audit_that_says_no_time_the_counts_say_it():
    audit = Audit(counts=tuple(HoldCount(hold="bite", month=add_months(NOV, n), count=1) for n in (-4, -1)))
    assert months_counted(audit) == (date(2026, 7, 1), date(2026, 10, 1))
    assert months_counted(Audit()) is None
    assert months_counted(Audit(counts=(HoldCount(hold="bite", month=NOV, count=0),))) is None
    assert monthly(Audit(), "bite", [NOV]) == (None,)


@pytest.mark.parametrize(
    ("before", "after", "which"),
    [
        (9, 22, Going.RISING),
        (22, 9, Going.FALLING),
        (0, 2, Going.LEVEL),  # fewer than three
        (0, 3, Going.RISING),
        (16, 19, Going.LEVEL),  # three of sixteen are less than a quarter
        (12, 15, Going.RISING),  # three of twelve are a quarter
        (7, 7, Going.LEVEL),
    ],
)
def test_R38_a_few_more_or_fewer_are_no_trend(before, after, which):
    assert going(before, after) is which


def test_R38_halves_are_of_the_months_counted_and_of_one_length():
    assert halves([1, 2, 3, 4]) == (3, 7)
    assert halves([1, 2, 9, 3, 4]) == (3, 7)
    assert halves([None, None, 1, 2, 3, 4]) == (3, 7)
    assert halves([None]) == (0, 0)


@pytest.mark.parametrize(
    ("now", "then", "word"),
    [
        (5, 3, Since.MORE),
        (3, 5, Since.FEWER),
        (3, 3, Since.SAME),
        (1, 0, Since.NEW),
        (0, 1, Since.GONE),
        (0, 0, Since.SAME),
    ],
)
def test_R38_a_count_stands_against_the_one_before_in_a_word(now, then, word):
    assert since(now, then) is word


def test_R38_a_new_audit_is_compared_with_the_last_over_twelve_months_each():
    both = compared(
        year(NOV, {"wrist": 31, "bite": 5, "hair": 2}, length=24),
        year(date(2025, 11, 1), {"wrist": 44, "hair": 2, "arm": 19}, length=24),
    )
    assert both is not None
    assert (both.months, both.shared, both.is_new) == (12, 0, True)
    assert (both.now["wrist"], both.then["wrist"]) == (31, 44)
    assert [both.of(hold) for hold in ("wrist", "hair", "bite", "arm")] == [
        Since.FEWER,
        Since.SAME,
        Since.NEW,
        Since.GONE,
    ]
    assert (both.new, both.gone) == (("bite",), ("arm",))


def test_R38_what_lies_before_the_twelve_months_is_not_compared():
    old = HoldCount(hold="wrist", month=date(2025, 11, 1), count=50)
    now = year(NOV, {"bite": 1}, length=24)
    both = compared(Audit(from_day=now.from_day, to_day=now.to_day, counts=(*now.counts, old)), year(NOV, {"wrist": 1}))
    assert both is not None
    assert both.of("wrist") is Since.GONE


@pytest.mark.parametrize(("here", "there", "months"), [(24, 8, 8), (5, 24, 5), (12, 12, 12), (1, 24, 1)])
def test_R38_audits_of_different_lengths_are_compared_over_the_shorter(here, there, months):
    both = compared(year(NOV, {}, length=here), year(date(2024, 11, 1), {}, length=there))
    assert both is not None
    assert both.months == months


@pytest.mark.parametrize(("later", "shared"), [(0, 12), (1, 11), (2, 10), (12, 0), (20, 0)])
def test_R38_months_that_both_audits_counted_are_told(later, shared):
    both = compared(year(NOV, {"bite": 1}), year(add_months(NOV, -later), {"bite": 1}))
    assert both is not None
    assert both.shared == shared
    assert both.is_new is (shared < 12)


def test_R38_without_counts_there_is_nothing_to_compare():
    assert compared(Audit(), year(NOV, {})) is None
    assert compared(year(NOV, {}), Audit()) is None


def test_R38_a_proposal_names_the_risk_and_the_counts_it_rests_on():
    quiet, never, met = risk(1, "arm", last_seen=date(2026, 3, 4)), risk(2, "bear"), risk(3, "bite")
    counted = year(NOV, {"bite": 1}, length=24)
    said = dict(ended_proposals(analysis(risks=(quiet, never, met), audit=counted), date(2026, 11, 23), 6))
    assert {each.number for each in said} == {1, 2}
    assert (said[quiet].code, said[quiet].facts["last"], said[quiet].facts["end"]) == (
        "R38.proposed_ended",
        date(2026, 3, 4),
        date(2026, 11, 28),
    )
    assert said[never].code == "R38.never_counted"


@pytest.mark.parametrize(
    ("changes"),
    [
        {"from_day": None},
        {"to_day": None},
        {"from_day": date(2026, 6, 1)},  # counted for less than six months
        {"to_day": date(2026, 5, 23)},  # nothing counted within the last six months
    ],
)
def test_R38_what_was_not_counted_is_no_evidence_of_an_end(changes):
    audit = year(NOV, {"bite": 1}, length=24, **changes)
    asked = analysis(risks=(risk(1, "arm"),), audit=audit)
    assert not list(ended_proposals(asked, date(2026, 11, 23), 6))


def test_R38_techniques_that_rest_only_on_a_risk_are_named():
    one, two = risk(1, "arm"), risk(2, "bite")
    chosen = (selection("W5", 1), selection("W6", 1, 2), selection("T1", 2))
    assert rests_only_on(analysis(risks=(one, two), selections=chosen), one) == ("W5",)
