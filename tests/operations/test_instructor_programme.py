"""The Instructor Programme: off until somebody licensed turns it on; then by a way that is on record (R37)."""

from datetime import timedelta

import pytest

from calm_instructor.domain.attendance import Enrolment, Part
from calm_instructor.domain.course import Course, CourseKind
from calm_instructor.domain.ids import CourseId, InstructorId
from calm_instructor.domain.numbers import add_months
from calm_instructor.messages.lamps import Lamp
from calm_instructor.operations.enrolling import change_part, enrol
from calm_instructor.operations.planning import enter_course
from calm_instructor.operations.preparing import enter_instructor
from calm_instructor.operations.viewing.places_on_course import Mending, candidates
from tests.domain.people_and_things import LAST_DAY, instructor, named
from tests.operations.a_course import SIAN, ACourse, planned, refused

PROGRAMME = CourseId(named("instructor programme"))
ON = add_months(LAST_DAY, 1)
WHY = {"R37.no_earlier_training": "Trained in another programme for years"}


def programme(a: ACourse) -> Course:
    return planned(
        id=PROGRAMME, ref="IP-1", kind=CourseKind.INSTRUCTOR_PROGRAMME, starts_on=ON, ends_on=ON + timedelta(days=1)
    )


def profile(a: ACourse, name: str, **facts) -> None:
    """Somebody who delivers something already, by the staff number of their own."""
    own = a.person(name)
    known = {"id": InstructorId(named(name)), "name": name, "number": "9001", "staff_no": own.staff_no}
    a.do(enter_instructor, instructor(**known, **facts))


@pytest.fixture
def offered(closed: ACourse) -> ACourse:
    closed.set_numbers(instructor_programme=True)
    closed.do(enter_course, programme(closed))
    return closed


def standing(a: ACourse, name: str):
    with a.store.reading() as view:
        return next(each.may for each in candidates(view, PROGRAMME) if each.name == name)


def test_R37_it_is_off_until_it_is_turned_on(closed):
    with refused(closed, "R37.not_offered"):
        closed.do(enter_course, programme(closed))
    closed.set_numbers(instructor_programme=True)
    closed.do(enter_course, programme(closed))
    closed.set_numbers(instructor_programme=False)
    closed.do(enter_course, programme(closed))  # what was planned while it was on goes on


@pytest.mark.parametrize("facts", [None, {}, {"programme": "CALM PI", "authorisation_ref": ""}])
def test_R37_without_a_way_in_nobody_comes(offered, facts):
    if facts is not None:
        profile(offered, SIAN, **facts)
    with refused(offered, "R37.no_route"):
        offered.do(enrol, PROGRAMME, [offered.person(SIAN).id])
    stands = standing(offered, SIAN)
    assert (stands.lamp, stands.words, stands.mending) == (Lamp.STOP, "No way in", Mending.PROFILE)


def test_R37_a_calm_pi_instructor_comes_while_that_is_current(offered):
    profile(offered, SIAN, programme="Escape Techniques; CALM PI", expires=ON - timedelta(days=1))
    with refused(offered, "R37.route_run_out"):
        offered.do(enrol, PROGRAMME, [offered.person(SIAN).id])
    profile(offered, SIAN, programme="Escape Techniques; CALM PI", expires=ON)
    (placed,) = offered.do(enrol, PROGRAMME, [offered.person(SIAN).id])
    assert placed.person == offered.person(SIAN).id


def test_R37_an_instructor_of_another_programme_comes_by_what_the_profile_says(offered):
    profile(offered, SIAN, entry_route="Team-Teach; risk assessment RA-7")
    offered.do(enrol, PROGRAMME, [offered.person(SIAN).id])


def test_R37_without_earlier_training_a_reason_is_asked_and_stays_on_record(offered):
    (new,) = offered.take_in("Mair")
    profile(offered, "Mair", entry_route="Team-Teach; risk assessment RA-7")
    with refused(offered, "R37.no_earlier_training"):
        offered.do(enrol, PROGRAMME, [new])
    assert (standing(offered, "Mair").lamp, standing(offered, "Mair").words) == (Lamp.WARN, "No earlier training")
    offered.do(enrol, PROGRAMME, [new], reasons=WHY)
    assert offered.overrides()["R37.no_earlier_training"].reason == WHY["R37.no_earlier_training"]


def test_R1_R37_core_theory_comes_first_here_too(offered):
    (new,) = offered.take_in("Mair", core_theory=None)
    profile(offered, "Mair", entry_route="Team-Teach; risk assessment RA-7")
    with refused(offered, "R1.no_date"):
        offered.do(enrol, PROGRAMME, [new], reasons=WHY)


def test_R23_R37_who_came_to_the_theory_part_is_asked_the_same_for_the_physical_one(offered):
    (new,) = offered.take_in("Mair")
    profile(offered, "Mair", entry_route="Team-Teach; risk assessment RA-7")
    (place,) = offered.do(enrol, PROGRAMME, [new], Part.THEORY)
    with refused(offered, "R37.no_earlier_training"):
        offered.do(change_part, place.id, Part.PHYSICAL)
    offered.do(change_part, place.id, Part.PHYSICAL, reasons=WHY)
    assert offered.get(Enrolment, place.id).part is Part.PHYSICAL
