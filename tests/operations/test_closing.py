"""Closing: nothing open, nothing unexplained; then read-only (R29, R30). What each wish does afterwards: test_every_wish."""

from dataclasses import replace
from datetime import date

import pytest

from calm_instructor.domain.attendance import Part
from calm_instructor.domain.course import Course, CourseKind, CourseState
from calm_instructor.domain.ids import CourseId, SessionId
from calm_instructor.domain.sign_off import TraineeSignature
from calm_instructor.operations.closing import close_course, still_open
from calm_instructor.operations.enrolling import enrol, give_up_place
from calm_instructor.operations.planning import enter_course, lay_out
from calm_instructor.operations.registering import see_all_here
from calm_instructor.operations.signing import TraineeSigns, hold_ink_copy, sign_off, withdraw
from tests.domain.courses_and_marks import plan, session
from tests.domain.people_and_things import LAST_DAY, LEAD, at, named
from tests.operations.a_course import (
    COURSE,
    DAY_AFTER,
    EOGHAN,
    NGOC,
    PHYSICAL,
    SIAN,
    SIGNS,
    ZANETA,
    ACourse,
    planned,
    refused,
    written,
)


def open_items(a: ACourse) -> list[tuple[str, str]]:
    with a.store.reading() as view:
        return [(each.code, each.who) for each in still_open(view, a.course)]


def test_R29_a_course_with_nothing_open_is_closed_by_somebody_at_a_moment(signed):
    signed.at("09:00", DAY_AFTER)
    with written(signed, "course.closed"):
        signed.do(close_course, COURSE)
    course = signed.course
    assert (course.state, course.closed_at, course.closed_by) == (CourseState.CLOSED, signed.now, LEAD)


def test_R29_a_course_may_close_on_its_last_day_and_not_before(signed):
    with refused(signed.at("17:00", date(2026, 11, 24)), "R29.not_over"):
        signed.do(close_course, COURSE)
    signed.at("17:00", LAST_DAY).do(close_course, COURSE)


def test_R29_late_closing_is_flagged_and_not_stopped(signed):
    signed.at("09:00", date(2027, 1, 8)).do(close_course, COURSE)
    assert signed.course.state is CourseState.CLOSED


def test_R29_every_open_item_is_named_by_person(running):
    running.mark(SIAN)
    with running.store.reading() as view:
        found = [(each.code, each.who) for each in still_open(view, running.course)]
    assert found.count(("R29.cell_open", SIAN)) == 3  # two techniques and the core behaviours
    assert found.count(("R29.cell_open", ZANETA)) == 4
    for name in PHYSICAL:
        assert ("R29.not_signed_off", name) in found
        assert ("R29.no_attendance", name) in found  # of the second day
    running.at("09:00", DAY_AFTER)
    with refused(running, *(code for code, _who in found)):
        running.do(close_course, COURSE)


def test_R29_who_gave_the_place_up_leaves_nothing_open(ready):
    a = ready.at("16:30", LAST_DAY)
    names = {who for _code, who in open_items(a)}
    a.do(give_up_place, a.place(EOGHAN), "Called away")
    assert {who for _code, who in open_items(a)} == names - {EOGHAN}


def test_R29_a_place_is_given_up_once_with_a_reason_and_never_with_a_mark(to_sign):
    a = to_sign.at("16:30", LAST_DAY)
    with refused(a, "R29.marks_stay"):
        a.do(give_up_place, a.place(EOGHAN), "Called away")
    with refused(a, "R29.no_reason_to_give_up"):
        a.do(give_up_place, a.place(NGOC), " ")
    a.do(give_up_place, a.place(NGOC), "Called away")
    with refused(a, "R29.given_up_already"):
        a.do(give_up_place, a.place(NGOC), "Once more")


@pytest.mark.parametrize("held", [True, False])
def test_R29_a_sheet_in_ink_must_be_held(to_sign, held):
    a = to_sign.at("16:30", LAST_DAY)
    for name in (SIAN, ZANETA):
        a.do(sign_off, a.place(name), SIGNS)
    waiting = a.do(sign_off, a.place(EOGHAN), TraineeSigns(state=TraineeSignature.INK_LATER))
    a.at("09:00", DAY_AFTER)
    if held:
        a.do(hold_ink_copy, waiting.id, at("17:00", LAST_DAY), "Ashgrove, office")
        a.do(close_course, COURSE)
    else:
        with refused(a, "R29.ink_not_held"):
            a.do(close_course, COURSE)


def test_R29_a_withdrawn_sign_off_is_open_again(signed):
    signed.do(withdraw, signed.signed(SIAN).id, "Wrong line")
    with refused(signed.at("09:00", DAY_AFTER), "R29.not_signed_off"):
        signed.do(close_course, COURSE)


def test_R29_why_somebody_was_not_assessed_closes_a_cell(to_sign):
    a = to_sign
    slip = a.cell(SIAN, "H1")[0]
    a.mark(SIAN, "H1", "-", corrects=slip.id, correction_reason="It was somebody else")
    a.at("16:30", LAST_DAY)
    for name in PHYSICAL:
        a.do(sign_off, a.place(name), SIGNS)
    a.at("09:00", DAY_AFTER).do(close_course, COURSE)


def test_R7_a_course_that_was_never_ready_is_not_closed(agreed):
    with refused(agreed.at("09:00", DAY_AFTER), "R7.not_ready"):
        agreed.do(close_course, COURSE)


def test_R29_a_course_without_a_physical_part_closes_on_its_register(authorised):
    theory = CourseId(named("core theory"))
    authorised.do(enter_course, planned(id=theory, ref="CT-1", kind=CourseKind.CORE_THEORY))
    held = replace(session(7), course=theory)
    authorised.do(lay_out, theory, [(held, plan("theory 60", held))])
    authorised.do(enrol, theory, authorised.take_in("Mair", core_theory=None), Part.THEORY)
    authorised.at("09:00", DAY_AFTER)
    with refused(authorised, "R29.no_attendance"):
        authorised.do(close_course, theory)
    with refused(authorised, "R16.other_day"):
        authorised.do(see_all_here, SessionId(held.id))
    authorised.do(see_all_here, SessionId(held.id), seen_at=at("09:00", held.on))
    authorised.do(close_course, theory)
    assert authorised.get(Course, theory).state is CourseState.CLOSED
