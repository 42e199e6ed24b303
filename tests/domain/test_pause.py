"""R28: who is paused when, and what a record and a check need."""

from dataclasses import replace

import pytest

from calm_instructor.domain.attendance import Addition, Incident
from calm_instructor.domain.ids import EnrolmentId, IncidentId
from calm_instructor.domain.pause import (
    adding_objections,
    clearing_objections,
    pause_at,
    pause_objections,
    recording_objections,
)
from tests.domain.courses_and_marks import course, enrolment, session
from tests.domain.people_and_things import LAST_DAY, at, named

KNOCK = Incident(
    id=IncidentId(named("knock")),
    course=course().id,
    enrolment=enrolment().id,
    at=at("12:20"),
    facts="Wrist knocked",
    injury=True,
)
CLEARED = replace(KNOCK, cleared_by="Jean", cleared_at=at("12:50"))


@pytest.mark.parametrize(
    ("incident", "clock", "paused"),
    [
        (KNOCK, "12:19", False),
        (KNOCK, "12:20", True),
        (KNOCK, "16:00", True),
        (replace(KNOCK, injury=False), "12:30", True),
        (CLEARED, "12:49", True),
        (CLEARED, "12:50", False),
        (replace(KNOCK, enrolment=EnrolmentId(named("another place"))), "12:30", False),
        (replace(KNOCK, enrolment=None), "12:30", False),
    ],
)
def test_R28_a_pause_lasts_from_what_happened_until_the_check(incident, clock, paused):
    assert (pause_at((incident,), enrolment(), at(clock)) is not None) == paused
    assert [each.code for each in pause_objections((incident,), enrolment(), "Siân", at(clock))] == (
        ["R28.paused"] if paused else []
    )


def test_R28_of_several_the_first_that_is_open_is_named():
    later = replace(KNOCK, id=IncidentId(named("later")), at=at("12:40"))
    assert pause_at((later, KNOCK), enrolment(), at("13:00")) == KNOCK
    assert pause_at((later, CLEARED), enrolment(), at("13:00")) == later


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"facts": " "}, ["R28.no_facts"]),
        ({"at": at("12:20", LAST_DAY)}, ["R28.other_day"]),
        ({"at": at("17:00")}, ["R28.to_come"]),
    ],
)
def test_R28_a_record_says_what_happened_on_a_day_that_has_come(changes, codes):
    said = recording_objections(replace(KNOCK, **changes), course(), session(1), "Siân", at("13:00"))
    assert [each.code for each in said] == codes


def test_R28_without_a_session_any_day_of_the_course_will_do():
    other = replace(KNOCK, at=at("12:20", LAST_DAY))
    assert not list(recording_objections(other, course(), None, "Siân", at("13:00", LAST_DAY)))


@pytest.mark.parametrize(
    ("incident", "by", "clock", "codes"),
    [
        (KNOCK, "Jean", "12:50", []),
        (KNOCK, "Jean", "12:20", []),
        (KNOCK, " ", "12:50", ["R28.nobody_named"]),
        (KNOCK, "Jean", "12:19", ["R28.cleared_when"]),
        (KNOCK, "Jean", "13:01", ["R28.cleared_when"]),
        (CLEARED, "Jean", "12:55", ["R28.cleared_already"]),
        (replace(KNOCK, enrolment=None), "Jean", "12:55", ["R28.not_paused"]),
    ],
)
def test_R28_a_check_names_who_and_when(incident, by, clock, codes):
    said = clearing_objections(incident, "Siân", by, at(clock), at("13:00"))
    assert [each.code for each in said] == codes


def test_R28_what_is_added_counts_and_what_stood_stays():
    added = (
        Addition(at=at("12:30"), by="Ruairidh", facts="Swelling went down", accident_book_ref="26/3"),
        Addition(at=at("12:40"), by="Ruairidh", riddor_considered=True, accident_book_ref="26/31"),
    )
    recorded = replace(KNOCK, first_aid="Cold pack", added=added)
    stands = recorded.as_it_stands
    assert (stands.accident_book_ref, stands.riddor_considered, stands.first_aid) == ("26/31", True, "Cold pack")
    assert (stands.facts, stands.body_area, stands.stopped) == ("Wrist knocked", "", False)
    assert (recorded.accident_book_ref, recorded.riddor_considered) == ("", False)
    felt_later = replace(KNOCK, injury=False, added=(Addition(at=at("13:10"), by="Ruairidh", injury=True),))
    assert felt_later.as_it_stands.injury
    assert not felt_later.injury


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ({}, ["R28.nothing_added"]),
        ({"facts": " ", "accident_book_ref": "\n"}, ["R28.nothing_added"]),
        ({"accident_book_ref": "26/31"}, []),
        ({"riddor_considered": True}, []),
        ({"stopped": True}, []),
        ({"injury": True}, []),
    ],
)
def test_R28_what_is_added_says_something(said, codes):
    assert [each.code for each in adding_objections(Addition(at=at("12:30"), by="", **said), "Siân")] == codes
