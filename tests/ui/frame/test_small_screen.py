"""A screen on which letters are drawn large: less room than pages are laid out for, and everything within reach."""

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QScrollArea

from calm_instructor.ui.frame.main_window import SMALLEST
from tests.operations.a_course import COURSE, Stage
from tests.ui.a_window import settle

pytestmark = pytest.mark.check

LARGE_LETTERS = (1093, 574)
"""What is left of 1366 × 768 at 125 %, beneath a task bar."""


def test_a_window_never_asks_for_more_than_the_screen_has(window_at):
    made = window_at(Stage.READY)
    assert made.window.minimumWidth() <= made.window.screen().availableGeometry().width()


def test_what_has_no_room_is_scrolled_to_and_its_buttons_are_pressed(window_at, qtbot):
    made = window_at(Stage.READY)
    step = made.go("course", COURSE, "plan")
    made.window.setMinimumSize(QSize(*LARGE_LETTERS))
    made.window.resize(*LARGE_LETTERS)
    settle()
    whole = made.window.centralWidget()
    assert isinstance(whole, QScrollArea)
    assert whole.widget().size().width() >= SMALLEST[0]
    primary = next(each for each in step.head_buttons() if each.property("kind") == "primary" and each.isVisible())
    right = primary.mapTo(made.window, QPoint(primary.width(), 0)).x()
    assert right > made.window.width()
    whole.ensureWidgetVisible(primary)
    settle()
    corner = primary.mapTo(made.window, primary.rect().bottomRight())
    assert made.window.rect().contains(corner)
    assert made.window.childAt(primary.mapTo(made.window, primary.rect().center())) is primary


def test_with_room_nothing_scrolls(window_at):
    made = window_at(Stage.READY)
    whole = made.window.centralWidget()
    assert (whole.horizontalScrollBar().maximum(), whole.verticalScrollBar().maximum()) == (0, 0)
    made.window.resize(1280, 720)
    settle()
    assert (whole.horizontalScrollBar().maximum(), whole.verticalScrollBar().maximum()) == (0, 0)
