"""R22, R23: from the due list to a refresher, by keyboard alone."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import Course, CourseKind, Instructor
from calm_instructor.domain.numbers import add_months
from calm_instructor.messages.showing import day
from calm_instructor.operations.preparing import enter_instructor
from calm_instructor.ui.courses.due_page import DuePage
from calm_instructor.ui.courses.new_course_page import NewCoursePage
from tests.domain.people_and_things import LAST_DAY, LEAD
from tests.operations.a_course import PHYSICAL, Stage
from tests.ui.a_window import AWindow, settle

pytestmark = pytest.mark.check

UNTIL = add_months(LAST_DAY, 12)


def due(made: AWindow) -> DuePage:
    page = made.go("courses", step="due")
    assert isinstance(page, DuePage)
    return page


def a_month_before(window_at) -> AWindow:
    made = window_at(Stage.CLOSED)
    made.clock.now += (UNTIL - timedelta(days=60)) - made.clock.now.date()
    (lead,) = made.desk.read(lambda view: view.all(Instructor, id=LEAD))
    made.desk.do(enter_instructor, replace(lead, expires=UNTIL, first_aid_expires=UNTIL))
    return made


def test_R22_nobody_is_due_while_everything_lasts_for_long(window_at):
    page = due(window_at(Stage.CLOSED))
    assert page._empty.isVisible()
    assert not page.plan.isVisible()


def test_R23_a_refresher_is_planned_from_the_due_list_by_keys_alone(window_at, qtbot):
    made = a_month_before(window_at)
    page = due(made)
    assert page.table.hasFocus()
    qtbot.keyClick(page.plan, Qt.Key.Key_Return)
    assert "Nobody is ticked yet" in made.said
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.plan.text() == "Plan a refresher with 2 people…"
    assert page.count.text() == "2 of 3 ticked"
    page.plan.setFocus()
    qtbot.keyClick(page.plan, Qt.Key.Key_Return)
    settle()
    new = made.window.page
    assert isinstance(new, NewCoursePage)
    assert "2 people who are due" in new.people.text()
    assert new.day.hasFocus()
    qtbot.keyClicks(new.day, day(UNTIL))
    assert not new.plan_it.property("unavailable")
    new.plan_it.setFocus()
    qtbot.keyClick(new.plan_it, Qt.Key.Key_Return)
    settle()
    with made.desk.store.reading() as view:
        (course,) = view.all(Course, kind=CourseKind.REFRESHER)
        placed = {each.person for each in view.all(Enrolment, course=course.id)}
    assert course.starts_on == UNTIL
    assert placed == {each.person for each in page._lines[:2]}
    assert "people placed: 2 of 2" in made.said


def test_R23_all_who_may_refresh_are_ticked_at_once_and_found_by_what_is_typed(window_at, qtbot):
    page = due(a_month_before(window_at))
    qtbot.keyClick(page.tick_all, Qt.Key.Key_Return)
    assert len(page._ticked) == len(PHYSICAL)
    qtbot.keyClick(page.tick_all, Qt.Key.Key_Return)
    assert page._ticked == {}
    qtbot.keyClicks(page.find_line, "zaneta")
    assert [row.name for row in page.table.rows.rows] == ["Żaneta Wójcik"]
    qtbot.keyClick(page.find_line, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert [each.name for each in page._ticked.values()] == ["Żaneta Wójcik"]


def test_R22_a_click_ticks(window_at, qtbot):
    page = due(a_month_before(window_at))
    qtbot.mouseClick(
        page.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.table.visualRect(page.table.model().index(1, 0)).center(),
    )
    assert [each.person for each in page._ticked.values()] == [page._lines[1].person]


def test_ctrl_n_plans_with_those_who_are_ticked_whatever_the_button_says_by_then(window_at, qtbot):
    made = a_month_before(window_at)
    page = due(made)
    made.window.activateWindow()
    qtbot.waitUntil(page.table.hasFocus)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    qtbot.keyClick(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert isinstance(made.window.page, NewCoursePage)


def test_today_leads_to_the_due_list(window_at, qtbot):
    made = a_month_before(window_at)
    page = made.go("today")
    settle()
    there = [each for each in page.findChildren(type(page.new_course)) if each.text() == "Due list"]
    there[-1].click()
    settle()
    assert isinstance(made.window.page, DuePage)
