"""Courses that head office still waits for, and the packages that were written (R31)."""

from datetime import date

from calm_instructor.operations.sending import send_course
from calm_instructor.operations.viewing.outbox import outbox_of, waiting_to_be_sent
from tests.operations.a_course import COURSE, DAY_AFTER, ACourse


def outbox(a: ACourse):
    return a.desk.read(outbox_of, a.now)


def test_a_course_that_is_not_closed_waits_for_nothing(signed):
    seen = outbox(signed)
    assert (seen.waiting, seen.packages, seen.unreceived) == ((), (), 0)


def test_a_closed_course_waits_until_a_package_is_written(closed, tmp_path):
    closed.at("09:30", date(2026, 11, 30))
    (waiting,) = outbox(closed).waiting
    assert (waiting.course, waiting.ref, waiting.days) == (COURSE, closed.course.ref, 4)
    assert closed.desk.read(waiting_to_be_sent) == 1
    send_course(closed.desk, COURSE, tmp_path)
    seen = outbox(closed)
    assert seen.waiting == ()
    assert closed.desk.read(waiting_to_be_sent) == 0
    assert [each.sequence for each in seen.packages] == [1]
    assert seen.unreceived == 1


def test_a_package_that_a_later_one_replaces_needs_no_receipt(closed, tmp_path):
    send_course(closed.at("10:00", DAY_AFTER).desk, COURSE, tmp_path)
    send_course(closed.at("11:00", DAY_AFTER).desk, COURSE, tmp_path)
    seen = outbox(closed)
    assert (len(seen.packages), seen.unreceived) == (2, 1)


def test_an_empty_store_has_an_empty_outbox(prepared):
    assert outbox(prepared).packages == ()
