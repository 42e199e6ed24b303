"""What is open at the end of a course, by person, with the step in which it is mended; what was sent of it (R29 to R31)."""

from datetime import date

import pytest

from calm_instructor.domain.course import Instructor
from calm_instructor.domain.sign_off import Result, TraineeSignature
from calm_instructor.messages.lamps import Lamp
from calm_instructor.operations.sending import send_course
from calm_instructor.operations.signing import TraineeSigns, sign_off
from calm_instructor.operations.viewing.closing import Closing, closing_of
from tests.domain.people_and_things import LAST_DAY, LEAD
from tests.operations.a_course import COURSE, DAY_AFTER, EOGHAN, NGOC, PHYSICAL, SIAN, SIGNS, ZANETA, ACourse


def closing(a: ACourse) -> Closing:
    return a.desk.read(closing_of, COURSE, a.now)


def test_R29_nothing_open_can_be_closed(signed):
    signed.at("09:00", DAY_AFTER)
    seen = closing(signed)
    assert (seen.open, seen.count, seen.can_close, seen.late) == ((), 0, True, "")
    assert seen.people == len(PHYSICAL) + 1
    assert seen.results == ((Result.COMPETENT, 3),)
    assert seen.practice


def test_R29_what_is_open_stands_with_its_person_and_the_step_that_mends_it(running):
    running.mark(SIAN)
    seen = closing(running.at("09:00", DAY_AFTER))
    assert not seen.can_close
    assert [each.who for each in seen.open] == [*PHYSICAL, NGOC]
    sian = seen.open[0]
    assert [each.place.step for each in sian.left] == ["register", *["assess"] * 3, "sign_off"]
    assert {each.place.record for each in sian.left} == {COURSE}
    assert {each.place.focus for each in sian.left} == {running.place(SIAN)}
    assert {each.lamp for each in sian.left} == {Lamp.STOP}
    assert sian.left[1].detail == "has no mark for H1. Nothing may stay open. Mark it, or say why it was not assessed."
    assert seen.count == sum(len(each.left) for each in seen.open)


def test_R29_a_sheet_in_ink_that_is_not_held_is_open(to_sign):
    a = to_sign.at("16:30", LAST_DAY)
    for name in (SIAN, ZANETA):
        a.do(sign_off, a.place(name), SIGNS)
    a.do(sign_off, a.place(EOGHAN), TraineeSigns(state=TraineeSignature.INK_LATER))
    (only,) = closing(a).open
    assert (only.who, [each.place.step for each in only.left]) == (EOGHAN, ["sign_off"])


def test_R29_before_the_last_day_the_course_itself_is_in_the_way(signed):
    (first, *_people) = closing(signed.at("17:00", date(2026, 11, 24))).open
    assert (first.who, first.bib) == (signed.course.ref, 0)
    assert "A course closes on its last day" in first.left[0].detail


def test_R7_a_course_that_was_never_ready_says_so(agreed):
    steps = [each.place.step for each in closing(agreed.at("09:00", DAY_AFTER)).open[0].left]
    assert steps == ["plan"]


def test_R29_late_closing_is_said_and_does_not_stop(signed):
    seen = closing(signed.at("09:00", date(2027, 1, 8)))
    assert seen.can_close
    assert "closes late" in seen.late


def test_R30_a_closed_course_has_nothing_open_and_names_who_closed_it(closed):
    seen = closing(closed)
    assert (seen.is_closed, seen.can_close, seen.open, seen.late) == (True, False, (), "")
    assert seen.closed_by == closed.get(Instructor, LEAD).name
    assert (seen.packages, seen.is_sent) == ((), False)


@pytest.fixture
def post(tmp_path):
    folder = tmp_path / "to head office"
    folder.mkdir()
    return folder


def test_R31_packages_stand_newest_first_and_none_is_received_without_a_receipt(closed, post):
    send_course(closed.at("10:00", DAY_AFTER).desk, COURSE, post)
    send_course(closed.at("11:00", DAY_AFTER).desk, COURSE, post)
    newest, first = closing(closed).packages
    assert closing(closed).is_sent
    assert [each.sequence for each in (newest, first)] == [2, 1]
    assert (newest.is_newest, first.is_newest) == (True, False)
    assert newest.received_at is None
    assert newest.short_identity.replace(" ", "") == newest.identity[:12]
    assert newest.course_ref == closed.course.ref
