"""Mouse and touch: a click takes a cell in hand, a drag scrolls, and neither marks anybody."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from calm_instructor.domain.assessment import Attempt, Outcome
from calm_instructor.domain.attendance import Enrolment, FitnessStatus
from calm_instructor.operations.registering import declare_fitness
from calm_instructor.operations.viewing.grid import Cell
from calm_instructor.ui.course.register_step import RegisterStep
from tests.domain.people_and_things import FIRST_DAY
from tests.operations.a_course import Stage
from tests.ui.a_window import settle
from tests.ui.assess.pictures import opened

pytestmark = pytest.mark.check


def attempts(made) -> tuple[Attempt, ...]:
    return made.desk.read(lambda view: view.all(Attempt))


def test_a_click_takes_a_cell_in_hand_and_the_panel_marks_it(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    place = step.view.visualRect(step.model.index(1, 1)).center()
    QTest.mouseClick(step.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(step.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()
    assert step.view.here == (1, 1)
    assert attempts(made) == ()
    step.panel.choice.button_of(0).click()
    assert [each.outcome for each in attempts(made)] == [Outcome.COMPETENT]


def test_a_drag_scrolls_and_marks_nobody(example_at):
    made = example_at("running")
    step = opened(made)
    before = len(attempts(made))
    view = step.view.viewport()
    bar = step.view.verticalScrollBar()
    assert bar.maximum() > 40
    here = step.view.here
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 300))
    QTest.mouseMove(view, QPoint(200, 280))
    QTest.mouseMove(view, QPoint(200, 240))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 240))
    settle()
    assert bar.value() >= 40
    assert step.view.here == here
    assert len(attempts(made)) == before


def test_the_words_in_a_row_that_cannot_be_marked_lead_to_what_mends_it(window_at):
    made = window_at(Stage.RUNNING)
    place = made.desk.read(lambda view: view.all(Enrolment))[0]
    made.clock.now = made.clock.now.replace(minute=30)
    made.desk.do(declare_fitness, place.id, FIRST_DAY, FitnessStatus.NOT_FIT)
    step = opened(made)
    step.view.grab()
    ((box, row),) = step.view._mends.values()
    assert row.enrolment == place.id
    QTest.mouseClick(step.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    settle()
    assert isinstance(made.window.page.step, RegisterStep)


def blocked(made):
    place = made.desk.read(lambda view: view.all(Enrolment))[0]
    made.clock.now = made.clock.now.replace(minute=30)
    made.desk.do(declare_fitness, place.id, FIRST_DAY, FitnessStatus.NOT_FIT)
    step = opened(made)
    step.view.grab()
    ((box, row),) = step.view._mends.values()
    return step, box, row


def test_words_that_are_no_longer_there_lead_nowhere(window_at):
    made = window_at(Stage.RUNNING)
    step, box, _row = blocked(made)
    step.turns.button_of(1).click()
    settle()
    step.view.grab()
    QTest.mouseClick(step.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    settle()
    assert made.window.page.step is step


def test_words_go_with_the_last_blank_of_their_row(window_at):
    made = window_at(Stage.RUNNING)
    step, box, row = blocked(made)
    for column in step.model.columns:
        step.model.set_cell(row.enrolment, column, Cell(outcome=Outcome.NOT_ASSESSED))
    step.view.grab()
    QTest.mouseClick(step.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    settle()
    assert made.window.page.step is step


def test_the_panel_marks_the_cell_that_it_shows(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    step.show_panel()
    shown = step.panel.shown
    step.view.take(1, 1)
    step.panel.choice.button_of(0).click()
    (mark,) = attempts(made)
    assert (mark.enrolment, mark.technique) == (shown[0].enrolment, shown[1].technique)
