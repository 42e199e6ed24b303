"""Two records of one person made one, and two people told apart: in a store, with courses, marks and sign-offs (R52)."""

import csv
import json
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import Instructor, Override
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import CoreTheory, EarlierSignOff, Person
from calm_instructor.domain.sign_off import SignOff
from calm_instructor.operations.enrolling import enrol, give_up_place
from calm_instructor.operations.entering import archive_person, enter_person
from calm_instructor.operations.merging import make_one, tell_apart, which_stays
from calm_instructor.operations.sending import send_course
from calm_instructor.operations.taking_in import take_in
from calm_instructor.operations.tracing import verify_files
from calm_instructor.operations.viewing.courses import courses_of
from calm_instructor.operations.viewing.duplicates import compared, doubts_about, pair_of, pairs_in_doubt
from calm_instructor.operations.viewing.finding import everything
from calm_instructor.operations.viewing.outbox import waiting_to_be_sent
from calm_instructor.operations.viewing.people import authorities
from calm_instructor.operations.viewing.person_card import person_card
from calm_instructor.operations.viewing.trail import trail_seen
from calm_instructor.store.checking import check
from tests.domain.people_and_things import LAST_DAY, LEAD, core_theory, named
from tests.operations.a_course import COURSE, SIAN, ZANETA, ACourse, Stage, person, refused

CERTIFICATE = EarlierSignOff(
    number="C-118", signed_on=date(2025, 10, 1), valid_until=date(2026, 10, 1), techniques=("W1",), seen_by="Mair"
)
AGAIN = "SIAN  BOWEN"
SIAN_ID, AGAIN_ID = PersonId(named(SIAN)), PersonId(named(AGAIN))


def table_of(package: Path, name: str) -> list[dict[str, str]]:
    """A table of a package, as another program reads it."""
    with ZipFile(package) as opened:
        (member,) = [each for each in opened.namelist() if each == f"data/{name}.csv"]
        return list(csv.DictReader(StringIO(opened.read(member).decode("utf-8-sig"))))


def written_again(course: ACourse, **changes) -> Person:
    """Siân, written down once more at the door."""
    return course.do(enter_person, replace(person(AGAIN, staff_no="", core_theory=None), **changes))


def test_R52_the_double_s_places_and_sign_offs_become_those_of_one_record(signed):
    before = signed.person(SIAN)
    new = signed.do(enter_person, replace(before, id=AGAIN_ID, staff_no="88001", full_name="Siân Rees"))
    place = signed.all(Enrolment, person=SIAN_ID)
    why = {"person.signed_as_both": "The same staff file"}
    one = signed.do(make_one, new.id, SIAN_ID, {"staff_no", "core_theory"}, reasons=why)
    assert [each.id for each in signed.all(Enrolment, person=new.id)] == [each.id for each in place]
    assert signed.all(Person, id=SIAN_ID) == ()
    assert (one.full_name, one.staff_no, one.earlier_numbers) == ("Siân Rees", before.staff_no, ("88001",))
    view = signed.store.reading()
    assert authorities(view, [one], signed.now.date())[one.id].may_use
    assert all(signed.all(SignOff, enrolment=each.id) for each in place)
    assert check(signed.store) == ()


def test_R30_R31_a_course_that_was_sent_is_to_be_sent_again_and_says_who_became_whom(closed, tmp_path):
    first = send_course(closed.desk, COURSE, tmp_path)
    assert waiting_to_be_sent(closed.store.reading()) == 0
    new = closed.do(enter_person, replace(closed.person(SIAN), id=AGAIN_ID, staff_no="88001"))
    assert waiting_to_be_sent(closed.store.reading()) == 0
    before = closed.person(SIAN)
    closed.do(make_one, SIAN_ID, new.id, {"staff_no"})
    assert waiting_to_be_sent(closed.store.reading()) == 1
    (line,) = courses_of(closed.store.reading(), closed.now).lines
    assert line.sent == "Changed since it was sent"
    second = send_course(closed.desk, COURSE, tmp_path)
    assert waiting_to_be_sent(closed.store.reading()) == 0
    assert verify_files([first.path, second.path], None).ok
    rows = {each["id"]: each for each in table_of(second.path, "people")}
    row = rows[str(SIAN_ID)]
    assert (row["staff_no"], json.loads(row["earlier_numbers"])) == ("88001", [before.staff_no])
    assert json.loads(row["doubles"]) == [str(new.id)]
    assert [each["person"] for each in table_of(second.path, "enrolments")].count(str(SIAN_ID)) == 1
    assert check(closed.store) == ()


@pytest.mark.parametrize("stage", [Stage.ENROLLED, Stage.RUNNING, Stage.SIGNED, Stage.CLOSED])
def test_R52_one_act_that_undo_puts_back_whole(course_at, stage):
    course = course_at(stage)
    written_again(course, earlier_sign_offs=(CERTIFICATE,))
    before = course.everything()
    course.do(make_one, SIAN_ID, AGAIN_ID, {"full_name", "staff_no"})
    assert AGAIN_ID not in {each.id for each in course.all(Person)}
    course.desk.undo()
    assert course.everything() == before
    assert check(course.store) == ()


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
    theory = next(each for each in shown.matters if each.name == "core_theory")
    assert (theory.kept.text, theory.kept.beneath) == ("12 Oct 2026", "evidence seen by Ruairidh MacLeod")
    assert (theory.double.text, theory.double.whole) == ("", "nothing")
    assert ZANETA not in repr(shown)


# ── what a signature rests on ───────────────────────────────────────────────────────────────────────────────────────


def test_R1_nobody_loses_the_core_theory_that_was_signed_on(signed):
    written_again(signed, core_theory=CoreTheory(completed_on=LAST_DAY))
    with refused(signed, "R1.not_before", "R1.not_seen"):
        signed.do(make_one, SIAN_ID, AGAIN_ID, {"core_theory"})
    again = signed.person(AGAIN)
    signed.do(enter_person, replace(again, core_theory=None))
    with refused(signed, "R1.no_date"):
        signed.do(make_one, SIAN_ID, AGAIN_ID, {"core_theory"})
    assert signed.do(make_one, SIAN_ID, AGAIN_ID).core_theory == core_theory()


def test_R1_what_stood_against_a_mark_before_stands_against_nothing_new(running):
    running.mark(SIAN)
    written_again(running)
    assert running.do(make_one, SIAN_ID, AGAIN_ID).core_theory == core_theory()


def test_a_reason_is_asked_where_sign_offs_change_hands(signed):
    zaneta = signed.person(ZANETA)
    with refused(signed, "person.both_on_course"):
        signed.do(make_one, SIAN_ID, zaneta.id)
    written_again(signed)
    with refused(signed, "person.signed_as_both"):
        signed.do(make_one, AGAIN_ID, SIAN_ID, {"core_theory"})
    why = {"person.signed_as_both": "Both certificates seen"}
    signed.do(make_one, AGAIN_ID, SIAN_ID, {"core_theory"}, reasons=why)
    assert signed.overrides()["person.signed_as_both"].reason == "Both certificates seen"
    assert signed.overrides()["person.signed_as_both"].person == AGAIN_ID


def test_R52_who_was_told_apart_is_made_one_with_a_reason_only(enrolled):
    written_again(enrolled)
    enrolled.do(tell_apart, AGAIN_ID, SIAN_ID)
    with refused(enrolled, "person.told_apart"):
        enrolled.do(make_one, SIAN_ID, AGAIN_ID)
    enrolled.do(make_one, SIAN_ID, AGAIN_ID, reasons={"person.told_apart": "A slip at the door"})
    assert enrolled.all(Person, id=AGAIN_ID) == ()


def test_R13_nobody_is_assessed_by_themselves_under_an_earlier_number(running):
    (lead,) = running.all(Instructor, id=LEAD)
    running.do(enter_person, replace(running.person(SIAN), id=AGAIN_ID, full_name="R McLeod", staff_no=lead.staff_no))
    running.do(make_one, SIAN_ID, AGAIN_ID)
    with refused(running, "R13.themselves"):
        running.mark(SIAN)


def test_a_number_that_was_printed_for_somebody_is_nobody_else_s(enrolled):
    again = written_again(enrolled)
    enrolled.do(make_one, SIAN_ID, AGAIN_ID)
    fresh = enrolled.do(enter_person, person("Mair Pugh", staff_no="", core_theory=None))
    assert fresh.staff_no != again.staff_no
    with refused(enrolled, "person.number_was"):
        enrolled.do(enter_person, person("Jo Ng", staff_no=again.staff_no, core_theory=None))
    with refused(enrolled, "person.number_was"):
        enrolled.do(take_in, [person("Jo Ng", staff_no=again.staff_no, core_theory=None)])


def test_R51_what_was_gone_past_by_name_alone_goes_along(running):
    for minute in range(3):
        running.at(f"12:{20 + minute}").mark(SIAN, "W1", "N")
    running.at("12:30").mark(SIAN, reasons={"R19.tries_used": "Coached for an hour"})
    (override,) = [each for each in running.all(Override) if each.code == "R19.tries_used"]
    with running.store.work(wish="as before", by=None, at=running.now) as work:
        work.put(replace(override, person=None))
    written_again(running, full_name="Siân Rees")
    running.do(make_one, SIAN_ID, AGAIN_ID, {"full_name"})
    card = running.desk.read(person_card, SIAN_ID, running.now)
    assert "Coached for an hour" in " ".join(card.overrides)
    assert SIAN not in " ".join(card.overrides)
