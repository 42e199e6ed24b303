"""The grid as rows of letters, and keys pressed in a real window: what the tests of this folder read like."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from calm_instructor.domain.course import Course
from calm_instructor.ui.assess.grid_model import GridModel, kind_of
from calm_instructor.ui.course.assess_step import AssessStep
from tests.ui.a_window import AWindow, settle

LETTER = {"competent": "C", "not_yet": "N", "not_assessed": "-", "": "."}
KEYS = {
    "↓": Qt.Key.Key_Down,
    "↑": Qt.Key.Key_Up,
    "→": Qt.Key.Key_Right,
    "←": Qt.Key.Key_Left,
    "⏎": Qt.Key.Key_Return,
    "⌫": Qt.Key.Key_Delete,
    "␣": Qt.Key.Key_Space,
    "⎋": Qt.Key.Key_Escape,
    "-": Qt.Key.Key_Minus,
    "/": Qt.Key.Key_Slash,
}


def picture(model: GridModel) -> list[str]:
    """What is shown, a row each; a digit after a letter is the attempt."""

    def said(row: int, column: int) -> str:
        cell = model.at(row, column)[2]
        return LETTER[kind_of(cell)] + (str(cell.attempt) if cell.attempt > 1 else "")

    return ["".join(said(row, column) for column in range(model.columnCount())) for row in range(model.rowCount())]


def opened(made: AWindow, focus=None) -> Any:
    """The step, the keyboard in its grid."""
    course = made.desk.read(lambda view: view.all(Course))[0]
    step = made.go("course", course.id, "assess", focus)
    assert isinstance(step, AssessStep)
    made.window.activateWindow()
    step.view.setFocus()
    settle()
    return step


def press(step: Any, keys: str) -> None:
    """Press keys one after the other in the grid: letters as they are, signs of ``KEYS`` for the others."""
    for key in keys:
        if key in KEYS:
            QTest.keyClick(step.view, KEYS[key])
        else:
            QTest.keyClicks(step.view, key)
        settle()


def choose(number: int) -> None:
    """Choose from the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert menu is not None
    for _each in range(number):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()
