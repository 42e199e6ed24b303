"""A refresher for those whose authority runs out: who is due, who may be placed, and who says why (R22, R23)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from calm_instructor.domain.attendance import Part
from calm_instructor.domain.course import CourseKind
from calm_instructor.domain.ids import CourseId
from calm_instructor.domain.numbers import add_months
from calm_instructor.domain.people import EarlierSignOff
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day
from calm_instructor.operations.enrolling import change_part, enrol
from calm_instructor.operations.entering import archive_person, enter_person, see_certificate
from calm_instructor.operations.planning import enter_course
from calm_instructor.operations.scheduling import copy_course
from calm_instructor.operations.viewing.due import DueLine, due_list
from calm_instructor.operations.viewing.new_course import course_to_plan, refresher_for
from calm_instructor.operations.viewing.places_on_course import candidates
from tests.domain.people_and_things import LAST_DAY, LEAD, named
from tests.operations.a_course import EOGHAN, PHYSICAL, SIAN, ZANETA, ACourse, planned, refused

AGAIN = CourseId(named("refresher"))
UNTIL = add_months(LAST_DAY, 12)
"""Twelve months after the last assessment."""


def due(a: ACourse) -> list[DueLine]:
    with a.store.reading() as view:
        return list(due_list(view, a.now))


def refresher(a: ACourse, on: date) -> None:
    a.do(enter_course, planned(id=AGAIN, ref="ET-9", kind=CourseKind.REFRESHER, starts_on=on, ends_on=on))


def test_R22_who_is_signed_off_is_due_ninety_days_before_it_runs_out_and_stays_so_once_it_has(closed):
    closed.at("09:00", UNTIL - timedelta(days=91))
    assert due(closed) == []
    closed.at("09:00", UNTIL - timedelta(days=90))
    assert {each.name for each in due(closed)} == set(PHYSICAL)
    closed.at("09:00", UNTIL - timedelta(days=30))
    assert {each.lamp for each in due(closed)} == {Lamp.WARN}
    assert {each.when for each in due(closed)} == {f"Runs out {day(UNTIL)}, in 30 days"}
    closed.at("09:00", UNTIL + timedelta(days=1))
    assert {(each.lamp, each.when, each.may_refresh) for each in due(closed)} == {
        (Lamp.STOP, f"Ran out {day(UNTIL)}", False)
    }
    assert {each.course for each in due(closed)} == {"The full course"}


def test_R22_who_is_due_on_the_same_day_stands_by_surname_as_on_every_list(closed):
    closed.at("09:00", UNTIL - timedelta(days=30))
    closed.do(enter_person, replace(closed.person(SIAN), full_name="Zoë Bowen"))
    assert [each.name for each in due(closed)] == ["Zoë Bowen", EOGHAN, ZANETA]


def test_R21_who_is_archived_is_not_due(closed):
    closed.at("09:00", UNTIL - timedelta(days=10)).do(archive_person, closed.person(SIAN).id)
    assert SIAN not in {each.name for each in due(closed)}


def test_R23_a_place_on_a_refresher_asks_nothing_of_who_is_in_date(closed):
    closed.at("09:00", UNTIL - timedelta(days=60))
    refresher(closed, UNTIL)
    closed.do(enrol, AGAIN, [closed.person(SIAN).id])


def test_R23_who_lapsed_is_placed_for_a_reason_that_stands_on_record(closed):
    closed.at("09:00", UNTIL - timedelta(days=5))
    refresher(closed, UNTIL + timedelta(days=1))
    siân = closed.person(SIAN).id
    with refused(closed, "R23.lapsed"):
        closed.do(enrol, AGAIN, [siân])
    with closed.store.reading() as view:
        stands = {each.name: each.may for each in candidates(view, AGAIN)}
    assert (stands[SIAN].lamp, stands[SIAN].words) == (Lamp.WARN, "Lapsed: full course")
    assert stands[SIAN].may_be_placed
    closed.do(enrol, AGAIN, [siân], reasons={"R23.lapsed": "Head office agreed two weeks"})
    assert closed.overrides()["R23.lapsed"].reason == "Head office agreed two weeks"


def test_R23_who_lapsed_is_asked_it_too_when_they_come_to_the_physical_part_after_all(closed):
    closed.at("09:00", UNTIL - timedelta(days=5))
    refresher(closed, UNTIL + timedelta(days=1))
    (place,) = closed.do(enrol, AGAIN, [closed.person(SIAN).id], Part.THEORY)
    with refused(closed, "R23.lapsed"):
        closed.do(change_part, place.id, Part.PHYSICAL)
    closed.do(change_part, place.id, Part.PHYSICAL, reasons={"R23.lapsed": "Head office agreed two weeks"})
    assert closed.overrides()["R23.lapsed"].reason == "Head office agreed two weeks"


def test_R23_a_certificate_that_was_seen_opens_a_refresher(closed):
    closed.at("09:00", UNTIL - timedelta(days=60))
    refresher(closed, UNTIL)
    (new,) = closed.take_in("Nia Rees")
    with refused(closed, "R23.no_earlier"):
        closed.do(enrol, AGAIN, [new])
    seen = EarlierSignOff(
        number="ET-77", signed_on=date(2026, 12, 1), valid_until=date(2027, 12, 1), techniques=("W1",), seen_by="Elen"
    )
    closed.do(see_certificate, new, seen)
    closed.do(enrol, AGAIN, [new])


def test_R23_a_refresher_is_planned_with_those_who_are_due_and_places_those_it_brings_back(closed):
    closed.at("09:00", UNTIL - timedelta(days=60))
    people = tuple(each.person for each in due(closed))
    with closed.store.reading() as view:
        begun = refresher_for(view, people, closed.now, LEAD)
    if begun is None:
        pytest.fail("there is an analysis in date")
    assert (begun.ref, begun.chosen.lead, begun.people) == ("", LEAD, people)
    with closed.store.reading() as view:
        course = course_to_plan(view, replace(begun.chosen, first_day=UNTIL), AGAIN)
    placed = closed.do(copy_course, course, begun.chosen.type_code, people)
    assert closed.all(type(course), id=AGAIN)[0].kind is CourseKind.REFRESHER
    assert {each.person for each in placed} == set(people)


def test_R23_who_would_have_lapsed_by_then_is_left_out_of_it(closed):
    closed.at("09:00", UNTIL - timedelta(days=60))
    people = (closed.person(SIAN).id, closed.person(ZANETA).id)
    with closed.store.reading() as view:
        begun = refresher_for(view, people, closed.now, LEAD)
        if begun is None:
            pytest.fail("there is an analysis in date")
        course = course_to_plan(view, replace(begun.chosen, first_day=UNTIL + timedelta(days=1)), AGAIN)
    assert closed.do(copy_course, course, begun.chosen.type_code, people) == ()
