"""R22, R23: who a refresher is for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.people import EarlierSignOff, Person
from calm_instructor.domain.refreshing import Held, Wanted, held_by, refresher_objections, wanted
from tests.domain.people_and_things import NUMBERS, codes, named

ON = date(2026, 11, 18)
PERSON = Person(id=named("Siân"), full_name="Siân Bowen")  # type: ignore[arg-type]
SEEN = EarlierSignOff(
    number="ET-1", signed_on=date(2025, 9, 1), valid_until=date(2026, 9, 1), techniques=("GEN-W1",), seen_by="E"
)


def asked(held: Held | None, numbers: Numbers = NUMBERS) -> list[str]:
    return codes(refresher_objections("Siân Bowen", held, ON, numbers))


def test_R23_nobody_without_an_earlier_sign_off_on_record_is_refreshed_without_a_reason():
    assert held_by(PERSON, [], []) is None
    assert asked(None) == ["R23.no_earlier"]


def test_R23_a_certificate_that_was_seen_is_on_record_and_the_latest_counts():
    person = replace(PERSON, earlier_sign_offs=(SEEN,))
    assert held_by(person, [], []) == Held(until=date(2026, 9, 1))
    later = held_by(person, [date(2027, 1, 1)], [date(2026, 1, 1)])
    assert later == Held(until=date(2027, 1, 1), full_course_on=date(2026, 1, 1))


@pytest.mark.parametrize(
    ("until", "grace", "said"),
    [
        (ON, 0, []),
        (date(2026, 11, 17), 0, ["R23.lapsed"]),
        (date(2026, 10, 18), 1, []),
        (date(2026, 10, 17), 1, ["R23.lapsed"]),
        (date(2024, 1, 1), 12, ["R23.lapsed"]),
    ],
)
def test_R23_who_has_lapsed_beyond_the_grace_takes_the_full_course(until, grace, said):
    held = Held(until=until)
    numbers = replace(NUMBERS, refresher_grace_months=grace)
    assert asked(held, numbers) == said
    assert wanted(held, ON, numbers) is (Wanted.FULL_COURSE if said else Wanted.REFRESHER)


@pytest.mark.parametrize(
    ("full", "years", "said"),
    [
        (date(2022, 11, 19), 4, []),
        (date(2022, 11, 18), 4, ["R23.full_course_due"]),
        (date(2025, 11, 18), 1, ["R23.full_course_due"]),
        (None, 1, []),  # nobody knows when: what is not on record is not held against anyone
    ],
)
def test_R23_the_full_course_comes_again_whatever_was_refreshed_in_between(full, years, said):
    held = Held(until=date(2027, 1, 1), full_course_on=full)
    assert asked(held, replace(NUMBERS, full_course_every_years=years)) == said


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 11), st.integers(0, 400))
def test_R23_more_grace_and_an_earlier_day_never_ask_more(until, grace, sooner):
    held = Held(until=until)
    strict = codes(refresher_objections("", held, ON, replace(NUMBERS, refresher_grace_months=grace)))
    kinder = codes(refresher_objections("", held, ON, replace(NUMBERS, refresher_grace_months=grace + 1)))
    earlier = ON - timedelta(days=sooner)
    before = codes(refresher_objections("", held, earlier, replace(NUMBERS, refresher_grace_months=grace)))
    assert len(kinder) <= len(strict)
    assert len(before) <= len(strict)
