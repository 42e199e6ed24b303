"""Days in every way people write them, and an order of day and month that is settled for a column or asked for."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calm_instructor.domain.errors import BadFile
from calm_instructor.exchange.reading.dates import (
    DateOrder,
    NoDay,
    asked_order,
    column_order,
    is_future,
    read_day,
    read_month,
)

DAY = date(2026, 7, 4)
DAYS = st.dates(date(1990, 1, 1), date(2089, 12, 31))


@pytest.mark.parametrize(
    "written",
    [
        DAY,
        datetime(2026, 7, 4, 23, 59),  # noqa: DTZ001
        20260704,
        *(
            "2026-07-04",
            "2026-7-4",
            "2026/07/04",
            "2026.07.04",
            "20260704",
            "2026-07-04 00:00:00",
            "2026-07-04T23:30:00Z",
        ),
        *(
            "04/07/2026",
            "4/7/2026",
            "4.7.2026",
            "04-07-2026",
            "4/7/26",
            "04 07 2026",
            " 04/07/2026 ",
            "04/07/2026 09:15",
        ),
        *("04/07/2026, 9:15 pm", "4 / 7 / 2026", "Sat 4/7/2026"),
        *(
            "4 Jul 2026",
            "04-Jul-26",
            "4th July 2026",
            "4 July, 2026",
            "4JUL2026",
            "Saturday 4 July 2026",
            "Sat, 4 Jul 2026",
        ),
        *("July 4, 2026", "Jul 4 2026", "4th of July 2026", "4. Jul. 2026"),
    ],
)
def test_a_day_is_read_as_it_is_written(written):
    assert read_day(written, DateOrder.DMY) == DAY


@pytest.mark.parametrize(
    ("written", "order", "day"),
    [
        ("07/04/2026", DateOrder.MDY, DAY),
        ("7-4-26", DateOrder.MDY, DAY),
        ("26/07/04", DateOrder.YMD, DAY),
        ("2026-07-04", DateOrder.MDY, DAY),
        ("31/12/99", DateOrder.DMY, date(1999, 12, 31)),
        ("31/12/89", DateOrder.DMY, date(2089, 12, 31)),
    ],
)
def test_the_order_says_which_number_is_which(written, order, day):
    assert read_day(written, order) == day


@pytest.mark.parametrize(
    ("written", "why"),
    [
        *(
            (text, NoDay.NOT_A_DATE)
            for text in ("yes", "done", "2026", "46276", "Jul 2026", "4 Foo 2026", "4/7", "4/7/202")
        ),
        *(
            (text, NoDay.NOT_A_DATE)
            for text in (46276, 46276.5, True, "", None, "12:30", "004/07/2026", "2026/07/0400")
        ),
        *(
            (text, NoDay.IMPOSSIBLE)
            for text in ("31/02/2026", "2026-13-01", "0/7/2026", "31 Jun 2026", "20260231", "04/13/2026")
        ),
        *((text, NoDay.TOO_EARLY) for text in ("31/12/1989", "1931-07-13", date(1900, 1, 1), "4 Jul 1926")),
    ],
)
def test_what_is_no_day_says_why(written, why):
    assert read_day(written, DateOrder.DMY) is why


@pytest.mark.parametrize(
    "written", ["Jul 2026", "July 2026", "Jul-26", "2026-07", "07/2026", "7/2026", date(2026, 7, 1)]
)
def test_a_month_is_its_first_day(written):
    assert read_month(written, DateOrder.DMY) == date(2026, 7, 1)


def test_a_column_of_months_may_hold_days():
    assert read_month("04/07/2026", DateOrder.DMY) == DAY
    assert read_month("2026-13", DateOrder.DMY) is NoDay.IMPOSSIBLE
    assert read_month("spring", DateOrder.DMY) is NoDay.NOT_A_DATE


def test_one_value_settles_the_column():
    assert column_order(["04/07/2026", None, "19/04/2026"]).order is DateOrder.DMY
    assert column_order(["04/07/2026", "n/a", "04/19/2026"]).order is DateOrder.MDY
    assert column_order(["04/07/2026", "19/04/2026"]).settled_at == 1


def test_a_column_that_nothing_settles_is_asked_about():
    asked = column_order(["2026-01-31", "04/04/2026", "04/07/2026"])
    assert (asked.order, asked.unsettled_at) == (None, 2)


def test_a_column_that_contradicts_itself_is_asked_about():
    asked = column_order(["04/07/2026", "19/04/2026", "04/19/2026"])
    assert (asked.order, asked.settled_at, asked.against_at) == (None, 1, 2)


@pytest.mark.parametrize(
    "cells", [[], [None, "n/a"], ["2026-07-04"], ["04/04/2026"], ["4 Jul 2026"], [DAY], ["31/13/2026"]]
)
def test_a_column_without_a_question_needs_no_answer(cells):
    settled = column_order(cells)
    assert settled.order is DateOrder.DMY
    assert settled.settled_at is None


def test_real_dates_beside_texts_that_none_could_be_are_suspect():
    """A spreadsheet of another country turned 04/07 into 7 April and left 19/04 as it was."""
    assert column_order([DAY, "19/04/2026"]).half_real
    assert not column_order([DAY, "19/04/2026", "04/07/2026"]).half_real
    assert not column_order([DAY, "2026-04-19"]).half_real


def test_an_order_must_be_one():
    assert asked_order("mdy") is DateOrder.MDY
    assert asked_order(None) is None
    with pytest.raises(BadFile) as no:
        asked_order("ydm")
    assert no.value.code == "dates.order_name"


def test_the_future_is_what_comes_after_today():
    assert is_future(DAY, DAY - timedelta(1))
    assert not is_future(DAY, DAY)
    assert not is_future(DAY, None)


WAYS = {DateOrder.DMY: "%d/%m/%Y", DateOrder.MDY: "%m/%d/%Y", DateOrder.YMD: "%y-%m-%d"}


@given(day=DAYS, order=st.sampled_from(DateOrder))
def test_a_day_written_in_an_order_is_read_in_it(day, order):
    assert read_day(day.strftime(WAYS[order]), order) == day


@given(days=st.lists(DAYS, min_size=1, max_size=30), order=st.sampled_from([DateOrder.DMY, DateOrder.MDY]))
def test_a_column_is_read_as_written_or_asked_about(days, order):
    written = [day.strftime(WAYS[order]) for day in days]
    settled = column_order(written).order
    if settled is None:
        assert all(day.day <= 12 for day in days)
    else:
        assert [read_day(text, settled) for text in written] == days


@given(days=st.lists(DAYS, min_size=1, max_size=30), order=st.sampled_from([DateOrder.DMY, DateOrder.MDY]))
def test_a_column_with_a_day_above_12_is_never_asked_about(days, order):
    assume(any(day.day > 12 for day in days))
    assert column_order([day.strftime(WAYS[order]) for day in days]).order is order


@given(text=st.text())
def test_any_text_is_a_day_or_none(text):
    for order in DateOrder:
        assert isinstance(read_month(text, order), (date, NoDay))


@pytest.mark.parametrize("written", ["25/06/0026", "0026-06-25", "1.2.0099"])
def test_a_year_of_four_figures_that_begins_with_two_noughts_is_never_completed(written):
    assert read_day(written, DateOrder.DMY) is NoDay.NOT_A_DATE
