"""A venue list taken over from an earlier course at the same place: what lasts, and nothing that is seen on the day (R14)."""

from dataclasses import replace

import pytest

from calm_instructor.domain.course import VenueCheck
from calm_instructor.messages.wishes import undo_label
from calm_instructor.operations.looking_at_venues import take_venue_over
from calm_instructor.operations.planning import answer_venue, cancel_course, enter_course
from calm_instructor.operations.viewing.plan import plan_of
from tests.domain.people_and_things import FIRST_DAY
from tests.operations.a_course import COURSE, ACourse, refused
from tests.operations.an_earlier_course import A_WEEK, EARLIER, another, looked_at_before


def offered(a: ACourse):
    before = a.desk.read(plan_of, COURSE, a.now).venue_before
    return None if before is None else before.id


def test_R14_what_lasts_is_taken_over_and_what_is_seen_on_the_day_stays_unanswered(enrolled):
    looked_at_before(enrolled)
    assert offered(enrolled) == EARLIER
    enrolled.do(take_venue_over, COURSE, EARLIER)
    assert enrolled.course.venue_check == VenueCheck(
        floor=True, square_metres=96, ventilation=True, water=True, emergency_plan=True, phone_signal=False
    )
    assert offered(enrolled) is None


def test_what_was_answered_already_stays(enrolled):
    looked_at_before(enrolled)
    enrolled.do(answer_venue, COURSE, "square_metres", 80)
    enrolled.do(answer_venue, COURSE, "first_aider", False)
    enrolled.do(take_venue_over, COURSE, EARLIER)
    seen = enrolled.course.venue_check
    assert (seen.square_metres, seen.first_aider, seen.water) == (80, False, True)


def test_it_can_be_put_back_under_its_name(enrolled):
    looked_at_before(enrolled)
    enrolled.do(take_venue_over, COURSE, EARLIER)
    undo = enrolled.desk.next_undo
    assert undo_label(undo.wish, undo.facts) == "Undo: venue of ET-2217-26-014 as at ET-2217-26-009"
    enrolled.desk.undo()
    assert enrolled.course.venue_check == VenueCheck()


@pytest.mark.parametrize(
    "changes",
    [
        {"venue": "Dining room"},
        {"venue": ""},
        {"starts_on": FIRST_DAY + A_WEEK, "ends_on": FIRST_DAY + A_WEEK},
        {"venue_check": VenueCheck(furniture_cleared=True, first_aid_kit=True, first_aider=True)},
    ],
)
def test_another_place_a_later_course_or_nothing_that_lasts_is_not_offered(enrolled, changes):
    looked_at_before(enrolled)
    another(enrolled, **changes)
    assert offered(enrolled) is None


def test_a_hall_of_the_same_name_on_another_site_is_another(enrolled):
    looked_at_before(enrolled)
    another(enrolled, site="Beech House")
    assert offered(enrolled) == EARLIER
    enrolled.do(enter_course, replace(enrolled.course, site="Ashgrove House"))
    assert offered(enrolled) is None
    another(enrolled, site="ashgrove house")
    assert offered(enrolled) == EARLIER


def test_R30_a_course_called_off_takes_nothing_over(enrolled):
    looked_at_before(enrolled)
    enrolled.do(cancel_course, COURSE, reasons={"R30.cancelling": "The hall has burnt down"})
    assert offered(enrolled) is None
    with refused(enrolled, "R30.cancelled"):
        enrolled.do(take_venue_over, COURSE, EARLIER)
