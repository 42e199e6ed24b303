"""The days of a course in a calendar: same days, same names for good; changed, moved over a clock change, called off."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from icalendar import Calendar, Timezone

from calm_instructor.domain.people import Person
from calm_instructor.operations.arranging import move_block, set_minutes, set_start
from calm_instructor.operations.inviting import calendar_name, course_calendar, save_calendar
from calm_instructor.operations.planning import all_blocks, cancel_course, enter_course
from calm_instructor.operations.scheduling import move_course
from tests.domain.people_and_things import FIRST_DAY
from tests.operations.a_course import COURSE, ACourse, refused


def read_back(a: ACourse) -> Calendar:
    return Calendar.from_ical(course_calendar(a.store.reading(), COURSE, a.desk.clock()))


def days(a: ACourse) -> list[Any]:
    return [each for each in read_back(a).walk("VEVENT") if each["STATUS"] == "CONFIRMED"]


def sequences(a: ACourse) -> dict[str, int]:
    return {str(each["UID"]): int(str(each["SEQUENCE"])) for each in days(a)}


def test_every_day_is_there_with_its_hours_and_its_place(enrolled):
    a = enrolled
    a.do(enter_course, replace(a.course, venue="Hall 2, Ashgrove; ring the bell"))
    first, second = days(a)
    assert (first.start.date(), second.start.date()) == (FIRST_DAY, FIRST_DAY + timedelta(days=1))
    assert first.start.time() == time(9)
    assert first.end > first.start
    assert len({first["UID"], second["UID"]}) == 2
    assert str(first["LOCATION"]) == "Hall 2, Ashgrove; ring the bell"


def test_the_clocks_of_the_country_hold_over_the_change_in_october_and_in_march(enrolled):
    a = enrolled
    for on, offsets in ((date(2026, 10, 24), [1, 0]), (date(2027, 3, 27), [0, 1])):
        a.do(move_course, COURSE, on)
        found = days(a)
        assert [each.start.date() for each in found] == [on, on + timedelta(days=1)]
        assert [each.start.time() for each in found] == [time(9), time(9)]
        assert [each.start.utcoffset() for each in found] == [timedelta(hours=hours) for hours in offsets]
        starts = [each.start.astimezone(UTC) for each in found]
        assert starts == [
            datetime.combine(each.start.date(), time(9 - h), UTC) for each, h in zip(found, offsets, strict=True)
        ]


def test_the_zone_is_told_in_the_file_and_says_what_the_law_says(enrolled):
    (zone,) = read_back(enrolled).walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    told = zone.to_tz(lookup_tzid=False)
    for moment, hours in (
        ("2026-03-29T00:59", 0),
        ("2026-03-29T02:00", 1),
        ("2026-10-25T00:59", 1),
        ("2026-10-25T02:00", 0),
        ("2031-07-01T12:00", 1),
    ):
        assert datetime.fromisoformat(moment).replace(tzinfo=told).utcoffset() == timedelta(hours=hours), moment


@pytest.mark.parametrize("change", ["moved", "later", "longer", "block to the other day"])
def test_a_change_raises_the_sequence_under_the_same_name(enrolled, change):
    a = enrolled
    before = sequences(a)
    if change == "moved":
        a.do(move_course, COURSE, FIRST_DAY + timedelta(days=7))
    elif change == "later":
        a.do(set_start, a.session(1), time(10))
    elif change == "longer":
        a.do(set_minutes, all_blocks(a.store.reading(), COURSE)[1].id, 95)
    else:
        a.do(move_block, all_blocks(a.store.reading(), COURSE)[1].id, 40)
    after = sequences(a)
    assert after.keys() == before.keys()
    assert all(after[uid] > before[uid] for uid in before)


def test_a_cancelled_course_is_called_off_in_every_calendar(enrolled):
    a = enrolled
    uids = {str(each["UID"]) for each in days(a)}
    a.do(cancel_course, COURSE, reasons={"R30.cancelling": "The hall has burnt down"})
    found = read_back(a).walk("VEVENT")
    assert {str(each["UID"]) for each in found} == uids
    assert {str(each["STATUS"]) for each in found} == {"CANCELLED"}


def test_nobody_who_comes_stands_in_it(enrolled):
    text = "".join(course_calendar(enrolled.store.reading(), COURSE, enrolled.desk.clock()).decode().split("\r\n "))
    assert len(enrolled.all(Person)) > 2
    assert [person.full_name for person in enrolled.all(Person) if person.full_name in text] == []


def test_a_course_without_a_plan_has_nothing_for_a_calendar(agreed):
    with refused(agreed, "course.no_plan"):
        course_calendar(agreed.store.reading(), COURSE, agreed.desk.clock())


def test_it_is_written_whole_under_the_name_of_the_course(enrolled, tmp_path):
    a = enrolled
    path = tmp_path / a.desk.read(calendar_name, COURSE)
    save_calendar(a.desk, COURSE, path)
    assert path.suffix == ".ics"
    assert len(Calendar.from_ical(path.read_bytes()).walk("VEVENT")) == 2
