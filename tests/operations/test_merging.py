"""Two records of one person made one, and two people told apart: in a store, with courses, marks and sign-offs (R52)."""

from dataclasses import replace

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import Person
from calm_instructor.domain.sign_off import SignOff
from calm_instructor.operations.enrolling import enrol, give_up_place
from calm_instructor.operations.entering import archive_person, enter_person
from calm_instructor.operations.merging import make_one, tell_apart, which_stays
from calm_instructor.operations.sending import send_course
from calm_instructor.operations.taking_in import take_in
from calm_instructor.operations.tracing import verify_files
from calm_instructor.operations.viewing.duplicates import compared, doubts_about, pair_of, pairs_in_doubt
from calm_instructor.operations.viewing.finding import everything
from calm_instructor.operations.viewing.people import authorities
from calm_instructor.operations.viewing.trail import trail_seen
from calm_instructor.store.checking import check
from tests.domain.people_and_things import named
from tests.operations.a_course import COURSE, SIAN, ZANETA, ACourse, person, refused

AGAIN = "SIAN  BOWEN"
SIAN_ID, AGAIN_ID = PersonId(named(SIAN)), PersonId(named(AGAIN))


def written_again(course: ACourse, **changes) -> Person:
    """Siân, written down once more at the door."""
    return course.do(enter_person, replace(person(AGAIN, staff_no="", core_theory=None), **changes))


def test_R52_the_double_s_places_and_sign_offs_become_those_of_one_record(signed):
    before = signed.person(SIAN)
    new = signed.do(enter_person, replace(before, id=AGAIN_ID, staff_no="88001", full_name="Siân Rees"))
    place = signed.all(Enrolment, person=SIAN_ID)
    one = signed.do(make_one, new.id, SIAN_ID, {"staff_no"})
    assert [each.id for each in signed.all(Enrolment, person=new.id)] == [each.id for each in place]
    assert signed.all(Person, id=SIAN_ID) == ()
    assert (one.full_name, one.staff_no, one.earlier_numbers) == ("Siân Rees", before.staff_no, ("88001",))
    view = signed.store.reading()
    assert authorities(view, [one], signed.now.date())[one.id].may_use
    assert all(signed.all(SignOff, enrolment=each.id) for each in place)
    assert check(signed.store) == ()


def test_R30_a_closed_course_is_still_sent_whole(closed, tmp_path):
    new = closed.do(enter_person, replace(closed.person(SIAN), id=AGAIN_ID, staff_no="88001"))
    closed.do(make_one, new.id, SIAN_ID)
    sent = send_course(closed.desk, COURSE, tmp_path)
    assert verify_files([sent.path], None).ok
    assert check(closed.store) == ()


def test_R52_one_act_that_undo_puts_back_whole(enrolled):
    written_again(enrolled)
    people, places = set(enrolled.all(Person)), set(enrolled.all(Enrolment))
    enrolled.do(make_one, AGAIN_ID, SIAN_ID)
    assert enrolled.all(Enrolment, person=SIAN_ID) == ()
    enrolled.desk.undo()
    assert (set(enrolled.all(Person)), set(enrolled.all(Enrolment))) == (people, places)
    assert check(enrolled.store) == ()


def test_R52_nobody_has_two_places_on_a_course(enrolled):
    enrolled.do(enter_person, replace(enrolled.person(SIAN), id=AGAIN_ID, staff_no="88001", earlier_numbers=()))
    enrolled.do(enrol, COURSE, [AGAIN_ID])
    with refused(enrolled, "person.both_on_course"):
        enrolled.do(make_one, SIAN_ID, AGAIN_ID)
    assert "both have a place" in compared(enrolled.store.reading(), SIAN_ID, AGAIN_ID).obstacle
    enrolled.do(give_up_place, enrolled.place(AGAIN), "Entered twice")
    enrolled.do(make_one, SIAN_ID, AGAIN_ID)
    assert len(enrolled.all(Enrolment, person=SIAN_ID)) == 2


def test_R21_nobody_becomes_archived_on_a_course_by_being_made_one(enrolled):
    written_again(enrolled)
    enrolled.do(archive_person, AGAIN_ID)
    with refused(enrolled, "R21.on_a_course"):
        enrolled.do(make_one, SIAN_ID, AGAIN_ID, {"archived_on"})
    assert enrolled.do(make_one, SIAN_ID, AGAIN_ID).archived_on is None


def test_one_record_is_no_pair(enrolled):
    for wish in (make_one, tell_apart):
        with refused(enrolled, "person.one_record"):
            enrolled.do(wish, SIAN_ID, SIAN_ID)


def test_R52_two_people_are_asked_about_until_they_are_told_apart(enrolled):
    written_again(enrolled)
    view = enrolled.store.reading()
    assert [each.people for each in pairs_in_doubt(view)] == [{SIAN_ID, AGAIN_ID}]
    assert [id for id, _name in doubts_about(view, AGAIN_ID)] == [SIAN_ID]
    enrolled.do(tell_apart, AGAIN_ID, SIAN_ID)
    assert pairs_in_doubt(enrolled.store.reading()) == ()
    enrolled.do(enter_person, replace(enrolled.person(SIAN), job_role="Senior"))
    enrolled.do(take_in, [replace(enrolled.person(AGAIN), site="West")])
    assert pairs_in_doubt(enrolled.store.reading()) == ()
    assert pair_of(enrolled.store.reading(), SIAN_ID, AGAIN_ID).people == {SIAN_ID, AGAIN_ID}


def test_R52_a_third_record_of_two_made_one_stays_told_apart(enrolled):
    written_again(enrolled)
    third = enrolled.do(enter_person, person("Sian Bowen", staff_no="", core_theory=None))
    enrolled.do(tell_apart, third.id, AGAIN_ID)
    enrolled.do(make_one, SIAN_ID, AGAIN_ID)
    assert pairs_in_doubt(enrolled.store.reading()) == ()


def test_R52_what_was_signed_stays_and_then_what_is_older(signed):
    new = signed.do(enter_person, replace(signed.person(SIAN), id=AGAIN_ID, staff_no="88001"))
    kept, double = which_stays(signed.store.reading(), new, signed.person(SIAN))
    assert (kept.id, double.id) == (SIAN_ID, AGAIN_ID)


def test_R52_a_number_not_taken_still_finds_the_person_and_a_name_not_taken_does_not(enrolled):
    again = written_again(enrolled, full_name="Sian Oldname")
    enrolled.do(make_one, SIAN_ID, AGAIN_ID)
    found = [each for each in everything(enrolled.store.reading()) if each.is_found_by(again.staff_no)]
    assert [each.title for each in found] == [SIAN]
    assert not [each for each in everything(enrolled.store.reading()) if each.is_found_by("Oldname")]


def test_the_trail_of_a_person_holds_what_was_recorded_of_the_double(enrolled):
    written_again(enrolled)
    entered = enrolled.trail()[-1].seq
    enrolled.do(make_one, SIAN_ID, AGAIN_ID)
    told = [each.seq for each in trail_seen(enrolled.store.reading(), about=SIAN_ID).lines]
    assert entered in told


def test_a_temporary_number_that_was_printed_still_finds_the_person(enrolled):
    again = written_again(enrolled, full_name="Mair Rhydderch")
    enrolled.do(enter_person, replace(again, staff_no="7733", staff_no_is_temporary=False))
    assert enrolled.person(AGAIN).earlier_numbers == (again.staff_no,)


def test_what_is_compared_says_what_each_holds(enrolled):
    written_again(enrolled, site="West")
    shown = compared(enrolled.store.reading(), AGAIN_ID, SIAN_ID)
    assert shown.kept.id == SIAN_ID
    assert "1 course" in shown.holds[0]
    assert "no course" in shown.holds[1]
    assert {each.name for each in shown.matters} >= {"full_name", "staff_no", "core_theory", "site"}
    assert ZANETA not in repr(shown)
