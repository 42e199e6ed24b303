"""R28: an injury or near miss is on record at once, the person pauses, and goes on when somebody has checked them."""

from dataclasses import replace

import pytest

from calm_instructor.domain.attendance import Addition, FitnessStatus, Incident
from calm_instructor.domain.course import Session
from calm_instructor.domain.errors import CalmError
from calm_instructor.operations.closing import close_course
from calm_instructor.operations.gathering.sign_off_sheet import gather_sign_off_sheet
from calm_instructor.operations.pausing import add_to_incident, clear_incident, record_incident
from calm_instructor.operations.planning import enter_course
from calm_instructor.operations.registering import declare_fitness
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, at, named
from tests.operations.a_course import COURSE, DAY_AFTER, SIAN, ZANETA, planned, refused
from tests.operations.every_wish import a_knock


def hurt(a, **changes):
    return a.do(record_incident, a_knock(a, **changes))


def test_R28_whoever_was_hurt_is_paused_at_once_and_nobody_else(running):
    hurt(running)
    with refused(running.at("12:25"), "R28.paused"):
        running.mark(SIAN)
    running.mark(ZANETA)


def test_R28_a_near_miss_pauses_too(running):
    hurt(running, injury=False)
    with refused(running.at("12:25"), "R28.paused"):
        running.mark(SIAN)


def test_R28_what_is_known_later_is_added_in_the_name_of_who_writes_it_and_never_over_what_stands(running):
    entry = hurt(running)
    known = Addition(at=at("09:00"), by="Somebody else", facts="Seen by the nurse", accident_book_ref="26/31")
    running.at("12:55").do(add_to_incident, entry.id, known)
    running.at("13:05").do(add_to_incident, entry.id, Addition(at=running.now, by="", accident_book_ref="26/32"))
    now = running.get(Incident, entry.id)
    assert replace(now, added=()) == entry
    assert [(each.at, each.by, each.accident_book_ref) for each in now.added] == [
        (at("12:55"), "Ruairidh MacLeod", "26/31"),
        (at("13:05"), "Ruairidh MacLeod", "26/32"),
    ]
    assert now.as_it_stands.accident_book_ref == "26/32"


def test_R28_nothing_is_added_by_an_empty_word(running):
    entry = hurt(running)
    with refused(running, "R28.nothing_added"):
        running.do(add_to_incident, entry.id, Addition(at=running.now, by="", facts="  "))


def test_R28_R31_papers_and_counts_take_what_was_added(running):
    entry = hurt(running, injury=False)
    assert gather_sign_off_sheet(running.store.reading(), COURSE, running.now).injuries == 0
    running.do(add_to_incident, entry.id, Addition(at=running.now, by="", injury=True, accident_book_ref="26/31"))
    sheet = gather_sign_off_sheet(running.store.reading(), COURSE, running.now)
    assert (sheet.injuries, sheet.injury_reference) == (1, "26/31")


def test_R28_a_bystander_hurt_pauses_nobody_and_stands_on_the_course_sheet(running):
    entry = hurt(running, enrolment=None, facts="The instructor’s foot was trodden on", accident_book_ref="26/33")
    sheet = gather_sign_off_sheet(running.store.reading(), COURSE, running.now)
    assert (sheet.injuries, sheet.injury_reference) == (1, "26/33")
    with refused(running, "R28.not_paused"):
        running.do(clear_incident, entry.id, "Jean")


def test_R28_a_mark_observed_before_it_happened_still_counts(running):
    hurt(running.at("12:40"), at=at("12:30"))
    running.mark(SIAN, observed_at=at("12:25"))


def test_R28_another_word_on_fitness_does_not_end_the_pause(running):
    hurt(running)
    running.at("12:25").do(declare_fitness, running.place(SIAN), FIRST_DAY, FitnessStatus.FIT)
    with refused(running, "R28.paused"):
        running.mark(SIAN)


def test_R28_a_check_by_somebody_named_ends_the_pause(running):
    incident = hurt(running)
    cleared = running.at("12:45").do(clear_incident, incident.id, " Jean Macdonald, first aider ")
    assert (cleared.cleared_by, cleared.cleared_at) == ("Jean Macdonald, first aider", at("12:45"))
    running.at("12:46").mark(SIAN)
    with refused(running, "R28.paused"):
        running.mark(SIAN, "H1", observed_at=at("12:30"))


@pytest.mark.parametrize(
    ("by", "when", "code"),
    [
        (" ", None, "R28.nobody_named"),
        ("Jean", at("12:10"), "R28.cleared_when"),
        ("Jean", at("13:10"), "R28.cleared_when"),
    ],
)
def test_R28_a_check_has_a_name_and_comes_between_then_and_now(running, by, when, code):
    incident = hurt(running)
    with refused(running.at("12:45"), code):
        running.do(clear_incident, incident.id, by, when)


def test_R28_a_check_is_recorded_once(running):
    incident = hurt(running)
    running.do(clear_incident, incident.id, "Jean")
    with refused(running, "R28.cleared_already"):
        running.do(clear_incident, incident.id, "Jean")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"facts": "  "}, "R28.no_facts"),
        ({"at": at("12:20", LAST_DAY)}, "R28.other_day"),
        ({"at": at("12:20", DAY_AFTER), "session": None}, "R28.other_day"),
        ({"at": at("15:00")}, "R28.to_come"),
    ],
)
def test_R28_it_says_what_happened_on_a_day_of_its_session(running, changes, code):
    with refused(running, code):
        hurt(running, **changes)


def test_R28_it_may_have_happened_to_nobody_in_particular(running):
    entry = hurt(running, enrolment=None, session=None)
    assert running.get(Incident, entry.id) == entry
    running.mark(SIAN)


def test_R28_from_mat_side_it_is_of_the_session_that_was_on(running):
    assert hurt(running, session=None).session == running.session(1)


def test_R28_it_belongs_to_its_own_course(running):
    other = planned(id=named("another course"), ref="ET-2")
    running.do(enter_course, other)
    with pytest.raises(CalmError) as said:
        hurt(running, course=other.id)
    assert said.value.code == "store.no_record"
    assert running.get(Session, running.session(1)).course == COURSE


def test_R30_after_closing_nobody_is_cleared(signed):
    incident = hurt(signed.at("16:40", LAST_DAY))
    signed.at("09:00", DAY_AFTER).do(close_course, COURSE)
    with refused(signed, "R30.closed"):
        signed.do(clear_incident, incident.id, "Jean")


def test_R30_after_closing_nothing_is_added(signed):
    incident = hurt(signed.at("16:40", LAST_DAY))
    signed.at("09:00", DAY_AFTER).do(close_course, COURSE)
    with refused(signed, "R30.closed"):
        signed.do(add_to_incident, incident.id, Addition(at=signed.now, by="", accident_book_ref="26/31"))
