"""What a demonstration works from: the day it begins on, and the example's own files, which move along with it."""

from datetime import date

import pytest

from calm_instructor.domain.numbers import add_months
from calm_instructor.exchange.reading.example import example
from calm_instructor.operations.auditing import window_start
from calm_instructor.operations.demonstrating.material import DemoRequest, read_material
from tests.journeys.playing import log, months, roster, staff

CLOCK = date(2026, 12, 24)


def material(folder, **asked):
    return read_material(DemoRequest(out=folder, **asked), CLOCK)


@pytest.mark.parametrize(
    ("last_of_log", "last_of_roster", "today"),
    [
        ("2026-09", "2026-03-02", date(2026, 9, 16)),
        ("2026-01", "2026-03-02", date(2026, 3, 3)),
        ("2026-01", "", date(2026, 1, 16)),
    ],
)
def test_the_day_is_the_one_after_the_latest_in_either_file(tmp_path, last_of_log, last_of_roster, today):
    incidents = log(tmp_path / "log.csv", *months("wrist grab", last=last_of_log))
    people = roster(tmp_path / "people.csv", *staff(1, theory=last_of_roster))
    read = material(tmp_path, roster=people, incidents=incidents)
    assert read.today == today
    assert [each.value for each in read.assumed if each.what == "Today"] == [f"{today.day} {today:%b %Y}"]


def test_the_examples_day_where_no_file_holds_a_date(tmp_path):
    read = material(tmp_path, roster=roster(tmp_path / "people.csv", *staff(1, theory="")))
    assert read.today == example().today


def test_a_day_that_was_asked_for_holds(tmp_path):
    people = roster(tmp_path / "people.csv", *staff(1, theory="2026-03-02"))
    read = material(tmp_path, roster=people, today=date(2027, 5, 31))
    assert read.today == date(2027, 5, 31)
    assert not [each for each in read.assumed if each.what == "Today"]


@pytest.mark.parametrize(
    "today", [date(2000, 2, 29), date(2026, 3, 1), date(2026, 10, 20), example().today, date(2031, 1, 31)]
)
def test_the_examples_files_end_within_a_month_before_the_day(tmp_path, today):
    read = material(tmp_path, today=today)
    assert read.log.latest_date is not None
    assert add_months(today, -1) <= read.log.latest_date <= today
    assert add_months(today, -4) < max(each.core_theory for each in read.roster.entries if each.core_theory) < today
    assert read.log.first_date is not None
    assert read.log.first_date >= add_months(window_start(today, example().organisation.numbers), -1)
    assert read.roster.problems == ()
    assert read.log.problems == ()


def test_on_its_own_day_the_example_is_as_it_is_shipped(tmp_path):
    shipped, asked = material(tmp_path), material(tmp_path, today=example().today)
    assert (shipped.log, shipped.roster) == (asked.log, asked.roster)
    assert sum(each.count for each in shipped.log.counts) > 100


def test_what_was_assumed_names_the_file(tmp_path):
    people = roster(tmp_path / "people.csv", *staff(1))
    read = material(tmp_path, roster=people)
    assert read.assumed[0].what == "Columns in “people.csv”"
    assert [each.value for each in read.assumed if each.what == "Incident log"] == ["the example’s"]
    assert not [each for each in read.assumed if "incidents.csv" in each.what]
