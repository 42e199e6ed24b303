"""The list of courses, and a new one planned by key and mouse."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import Course, CourseState, Instructor
from calm_instructor.operations.preparing import enter_instructor, set_number
from calm_instructor.ui.course.plan_step import PlanStep
from calm_instructor.ui.courses.courses_page import CoursesPage
from calm_instructor.ui.courses.new_course_page import NewCoursePage
from calm_instructor.ui.parts.dialogs import ReasonDialog
from tests.operations.a_course import CO, COURSE, TNA, Stage
from tests.ui.a_window import AWindow, settle

pytestmark = pytest.mark.check


def courses(made: AWindow) -> CoursesPage:
    page = made.go("courses")
    assert isinstance(page, CoursesPage)
    return page


def new(made: AWindow) -> NewCoursePage:
    page = made.go("courses", step="new")
    assert isinstance(page, NewCoursePage)
    return page


def step_of(made: AWindow) -> object:
    settle()
    return getattr(made.window.page, "step", None)


def test_enter_opens_the_course_in_hand_at_its_step(window_at, qtbot):
    made = window_at(Stage.READY)
    page = courses(made)
    assert [line.course for line in page.table.rows.rows] == [COURSE]
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert isinstance(step_of(made), PlanStep)


def test_it_is_found_by_state_and_by_what_is_typed(window_at, qtbot):
    page = courses(window_at(Stage.CLOSED))
    page.states.button_of(1).click()
    assert not page.table.isVisible()
    page.states.button_of(4).click()
    assert page.table.isVisible()
    qtbot.keyClicks(page.find_line, "zzz")
    assert not page.table.isVisible()
    qtbot.keyClick(page.find_line, Qt.Key.Key_Escape)
    assert page.table.isVisible()


def test_without_an_analysis_it_leads_to_needs(window_at):
    page = courses(window_at(Stage.PREPARED))
    assert page.no_tna.isVisible()
    assert page.to_needs.hasFocus()
    assert not page.no_course.isVisible()
    assert not page.new.isVisible()
    page = courses(window_at(Stage.AUTHORISED))
    assert page.no_course.isVisible()
    assert page.new.hasFocus()


def test_R2_an_analysis_that_is_not_authorised_says_why_it_can_t_carry_a_course(window_at):
    page = new(window_at(Stage.DRAFTED))
    assert page.instead.no_tna.isVisible()
    assert page.instead.begin.hasFocus()
    assert not page.plan_it.isVisible()
    said = page.instead.why.itemAt(0).widget()
    assert "not authorised" in said.accessibleName()


def test_a_new_course_is_planned_and_opened(window_at, qtbot):
    made = window_at(Stage.AUTHORISED)
    courses(made).new.click()
    settle()
    page = made.window.page
    assert isinstance(page, NewCoursePage)
    page.plan_it.click()
    assert page.day.hasFocus() or made.said.startswith("Give the first day")
    assert made.desk.read(lambda view: view.all(Course)) == ()
    qtbot.keyClicks(page.day, "24/11/26")
    qtbot.keyClicks(page.venue, "Garden hall")
    page._co_ticks[CO].click()
    assert page.brought is not None
    assert page.card._ref.text().startswith("ET-")
    page.plan_it.click()
    (course,) = made.desk.read(lambda view: view.all(Course))
    assert (course.starts_on, course.venue, course.tna) == (date(2026, 11, 24), "Garden hall", TNA)
    assert (course.co_instructors, course.state) == ((CO,), CourseState.PLANNING)
    step = step_of(made)
    assert isinstance(step, PlanStep)
    assert step.plan is not None
    assert len(step.plan.days) == 2
    assert step.primary.text() == "Agree the set"


def test_R13_a_lead_whose_authorisation_ends_before_is_refused_in_words(window_at, qtbot):
    made = window_at(Stage.AUTHORISED)
    page = new(made)
    qtbot.keyClicks(page.day, "24 Nov 2030")
    assert page.brought is not None
    assert page.brought.stops
    assert page.plan_it.property("unavailable")
    page.plan_it.click()
    assert page.refusal.isVisible()
    assert made.desk.read(lambda view: view.all(Course)) == ()


def test_a_course_is_planned_after_an_earlier_one_with_its_people(window_at, qtbot):
    made = window_at(Stage.READY)
    page = made.go("courses", COURSE, "new")
    assert isinstance(page, NewCoursePage)
    assert (page.title.text(), page.tna.value(), page.people.isChecked()) == ("Escape Techniques", TNA, True)
    assert page.people.text() == "With its 4 people, where they may come"
    qtbot.keyClicks(page.day, "8 Dec 2026")
    page.plan_it.click()
    settle()
    _first, second = made.desk.read(lambda view: view.all(Course))
    assert (second.starts_on, second.title, second.co_instructors) == (date(2026, 12, 8), "Escape Techniques", (CO,))
    assert made.said.endswith("people placed: 3 of 4.")
    page = new(made)
    assert not page.people.isVisible()
    assert page.title.text() == ""


def menu_of(made: AWindow) -> dict[str, QAction]:
    """What the course's menu offers, by its words."""
    step = step_of(made)
    assert isinstance(step, PlanStep)
    step.more.click()
    (menu,) = [each for each in step.findChildren(QMenu) if each.isVisible()]
    menu.close()
    return {each.text(): each for each in menu.actions()}


def test_another_one_like_it_is_planned_from_the_courses_menu_with_or_without_its_people(window_at, qtbot):
    made = window_at(Stage.READY)
    for day, with_people in (("8 Dec 2026", True), ("15 Dec 2026", False)):
        made.go("course", COURSE, "plan")
        menu_of(made)["Plan another one like it…"].trigger()
        settle()
        page = made.window.page
        assert isinstance(page, NewCoursePage)
        page.people.setChecked(with_people)
        qtbot.keyClicks(page.day, day)
        page.plan_it.click()
        settle()
        course = max(made.desk.read(lambda view: view.all(Course)), key=lambda each: each.starts_on)
        placed = made.desk.read(lambda view, id=course.id: view.all(Enrolment, course=id))
        assert bool(placed) is with_people
        assert course.title == "Escape Techniques"


def test_R30_a_course_is_cancelled_from_its_menu_stands_as_cancelled_and_only_shows_then(window_at, qtbot):
    made = window_at(Stage.READY)
    made.go("course", COURSE, "plan")
    menu_of(made)["Cancel the course…"].trigger()
    settle()
    dialog = next(each for each in made.window.findChildren(ReasonDialog) if each.isVisible())
    dialog.field("R30.cancelling").editor.setPlainText("The hall has burnt down")
    dialog.accept()
    settle()
    chip = made.window.page.head.chip
    qtbot.waitUntil(lambda: chip.accessibleName() == "Cancelled")
    step = step_of(made)
    assert isinstance(step, PlanStep)
    assert step.foot().startswith("The course only shows now.")
    qtbot.keyClick(step.table, Qt.Key.Key_Plus)
    assert "was cancelled" in made.said or not step.add.isVisible()
    offered = menu_of(made)
    assert "Open again…" in offered
    assert "Cancel the course…" not in offered
    assert "Plan another one like it…" in offered
    page = courses(made)
    page.states.button_of(5).click()
    (line,) = page.table.rows.rows
    assert (line.state, line.sent) == (CourseState.CANCELLED, "Nothing to send")
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert isinstance(step_of(made), PlanStep)


def test_R37_the_instructor_programme_is_offered_once_it_is_turned_on(window_at):
    made = window_at(Stage.AUTHORISED)
    name = "Instructor Programme, two days"
    page = new(made)
    assert page.kind.findText(name) < 0
    made.desk.do(set_number, "instructor_programme", True)
    settle()
    assert page.kind.findText(name) >= 0


def test_R13_a_profile_that_was_kept_meanwhile_says_its_new_last_day(window_at):
    made = window_at(Stage.AUTHORISED)
    page = new(made)
    (co,) = made.desk.read(lambda view: view.all(Instructor, id=CO))
    made.desk.do(enter_instructor, replace(co, expires=date(2028, 12, 31)))
    page = new(made)
    assert "31 Dec 2028" in page._co_ticks[CO].text()
