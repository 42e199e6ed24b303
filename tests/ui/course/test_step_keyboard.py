"""Whoever comes to a step has the keyboard in it, also where there is nothing yet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from calm_instructor.ui.course.steps import STEPS
from tests.operations.a_course import COURSE, Stage
from tests.ui.a_window import settle

pytestmark = pytest.mark.check


@pytest.mark.parametrize("name", [each for each in STEPS if each != "close"])
def test_the_keyboard_is_in_the_step_and_not_on_the_tabs(window_at, name):
    made = window_at(Stage.AGREED)
    step = made.go("course", COURSE, name)
    settle()
    has_it = QApplication.focusWidget()
    assert step.isAncestorOf(has_it) or has_it in step.head_buttons()


def test_an_empty_step_is_begun_with_enter_after_its_tab_was_pressed(window_at):
    made = window_at(Stage.AGREED)
    made.go("course", COURSE, "plan")
    settle()
    assert QApplication.focusWidget().text() == "Make blocks"
    QTest.mouseClick(made.window.page._tabs["people"], Qt.MouseButton.LeftButton)
    settle()
    people = made.window.page.step
    assert people.primary.hasFocus()
    QTest.keyClick(people.primary, Qt.Key.Key_Return)
    settle()
    assert people.drawer.panel is not None
