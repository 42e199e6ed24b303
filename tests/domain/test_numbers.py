"""Months as a diary counts them, working days, and the running numbers of records."""

from dataclasses import fields
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.numbering import next_number, sheet_number
from calm_instructor.domain.numbers import (
    PUBLISHED_EXAMPLE_SECONDS,
    RANGES,
    Numbers,
    add_months,
    number_objections,
    working_days_between,
)
from tests.domain.people_and_things import codes


def said(name, value, numbers=None):
    return codes(number_objections(numbers or Numbers(), name, value))


def test_each_number_that_counts_has_a_range_and_its_default_lies_in_it():
    counting = {each.name for each in fields(Numbers) if each.type != "bool" and not isinstance(each.default, bool)}
    assert set(RANGES) == counting
    for name, (low, high) in RANGES.items():
        assert low < high
        default = getattr(Numbers(), name)
        assert default is None or low <= default <= high


@pytest.mark.parametrize("name", RANGES)
def test_a_number_may_be_anything_from_its_lowest_to_its_highest(name):
    low, high = RANGES[name]
    assert said(name, low - 1) == said(name, high + 1) == ["numbers.out_of_range"]
    assert "numbers.out_of_range" not in said(name, low) + said(name, high)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("techniques_warn_above", 13),
        ("techniques_never_above", 7),
        ("ratio_warn", 16),
        ("ratio_block", 11),
        ("ratio_block", 31),
        ("ratio_absolute", 14),
    ],
)
def test_R4_R12_what_warns_comes_before_what_stops(name, value):
    assert said(name, value) == ["numbers.wrong_order"]


def test_R1_only_the_number_without_a_default_may_be_unset():
    assert said("core_theory_renewal_months", None) == []
    assert said("ratio_warn", None) == ["numbers.no_number"]
    assert said("part_competence_allowed", None) == ["numbers.no_number"]


def test_yes_or_no_is_no_number_and_a_number_is_no_answer():
    assert said("part_competence_allowed", True) == []
    assert said("core_theory_same_day", False) == []
    assert said("ratio_warn", True) == ["numbers.no_number"]
    assert said("part_competence_allowed", 3) == ["numbers.no_number"]


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 11, 22), 12, date(2027, 11, 22)),
        (date(2026, 11, 22), 1, date(2026, 12, 22)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2027, 1, 15), -1, date(2026, 12, 15)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
        (date(2027, 1, 1), -24, date(2025, 1, 1)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
    ],
)
def test_months_are_counted_as_in_a_diary(day, months, then):
    assert add_months(day, months) == then


DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
MONTHS = st.integers(-240, 240)


@given(DAYS, MONTHS)
def test_months_move_the_month_and_keep_the_day_or_end_with_the_month(day, months):
    then = add_months(day, months)
    assert (then.year - day.year) * 12 + then.month - day.month == months
    last_of_month = (then + timedelta(days=1)).month != then.month
    assert then.day == day.day or (then.day < day.day and last_of_month)


@given(DAYS, MONTHS)
def test_there_and_back_is_the_same_day_unless_a_short_month_lay_between(day, months):
    back = add_months(add_months(day, months), -months)
    assert back == day or (day.day > 28 and timedelta(0) < day - back <= timedelta(days=3))


@given(DAYS, DAYS, MONTHS)
def test_an_earlier_day_never_overtakes_a_later_one(one, other, months):
    first, last = sorted((one, other))
    assert add_months(first, months) <= add_months(last, months)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2026, 11, 25), date(2026, 11, 25), 0),
        (date(2026, 11, 25), date(2026, 11, 26), 1),
        (date(2026, 11, 27), date(2026, 11, 30), 1),  # Friday to Monday
        (date(2026, 11, 27), date(2026, 11, 29), 0),
        (date(2026, 11, 20), date(2026, 11, 27), 5),
        (date(2026, 11, 25), date(2026, 11, 20), 0),  # never less than none
    ],
)
def test_working_days_are_mondays_to_fridays(start, end, days):
    assert working_days_between(start, end) == days


def test_the_defaults_are_the_rulebooks():
    own = Numbers()
    assert (own.sign_off_valid_months, own.tna_valid_months, own.incident_window_months, own.ended_after_months) == (
        12,
        12,
        24,
        6,
    )
    assert (own.ratio_warn, own.ratio_block, own.ratio_absolute) == (12, 15, 30)
    assert (own.techniques_warn_above, own.techniques_never_above, own.attempts_per_technique) == (8, 12, 3)
    assert (own.practice_floor_minutes, own.assessment_floor_seconds, own.missed_minutes_tolerated) == (12, 90, 15)
    assert (own.instructor_grace_months, own.late_closing_working_days, own.head_office_notice_days) == (0, 2, 28)
    assert (own.core_theory_same_day, own.core_theory_renewal_months, own.part_competence_allowed) == (
        False,
        None,
        False,
    )
    assert own.instructor_programme is False
    assert PUBLISHED_EXAMPLE_SECONDS == 383


@pytest.mark.parametrize(
    ("taken", "following"),
    [
        ([], "ET-2217-26-001"),
        (["ET-2217-26-013"], "ET-2217-26-014"),
        (["ET-2217-26-002", "ET-2217-26-009", "ET-2217-26-001"], "ET-2217-26-010"),  # never a gap filled
        (["ET-2217-25-040", "TNA-2217-26-007", "ET-0417-26-031"], "ET-2217-26-001"),  # others' numbers
        (["ET-2217-26-005/06"], "ET-2217-26-006"),
        (["ET-2217-26-draft"], "ET-2217-26-001"),
        (["ET-2217-26-999"], "ET-2217-26-1000"),
    ],
)
def test_the_next_number_of_a_kind_instructor_and_year(taken, following):
    assert next_number("ET", "2217", 2026, taken) == following


@pytest.mark.parametrize(
    ("course_ref", "sheet", "bib", "number"),
    [
        ("ET-2217-26-014", None, None, "S-2217-26-014"),
        ("ET-2217-26-014", 1, None, "S-2217-26-014-1"),
        ("ET-2217-26-014", 1, 6, "S-2217-26-014-1/06"),
        ("ET-2217-26-014", None, 12, "S-2217-26-014/12"),
        ("2026-spring", None, None, "S-2026-spring"),
        ("spring", None, None, "S-spring"),
    ],
)
def test_a_sheet_carries_its_courses_number(course_ref, sheet, bib, number):
    assert sheet_number("S", course_ref, sheet, bib) == number
