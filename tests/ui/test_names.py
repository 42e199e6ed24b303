"""Every control on every screen has a name that a screen reader says, and can be reached by the keyboard."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from calm_instructor.ui.frame.main_window import MainWindow
from tests.ui.screens import SCREENS, go_to

pytestmark = pytest.mark.check  # every screen there is: a minute

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
INNER = ("qt_", "ScrollLeftButton", "ScrollRightButton")


def controls(window: QWidget) -> list[QWidget]:
    """What a person can work on, parts of Qt's own controls left out."""
    return [
        each
        for each in window.findChildren(QWidget)
        if isinstance(each, CONTROLS) and each.isVisible() and not each.objectName().startswith(INNER)
    ]


def said_name(widget: QWidget) -> str:
    interface: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


class StrayWindows(QObject):
    """Notes every window that shows beside the program's own, were it for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shows = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shows and not isinstance(watched, (MainWindow, QDialog)):
            self.seen.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("screen", SCREENS, ids=[screen.name for screen in SCREENS])
def test_every_control_says_what_it_is_and_can_be_reached(screen, example_at, qapp):
    stray = StrayWindows()
    qapp.installEventFilter(stray)
    window = example_at(screen.stage)
    go_to(window, screen)
    qapp.removeEventFilter(stray)
    assert stray.seen == []
    seen = controls(window.window)
    assert seen
    assert [f"{type(each).__name__} at {each.geometry()}" for each in seen if not said_name(each)] == []
    out_of_reach = [
        said_name(each)
        for each in seen
        if each.focusPolicy() == Qt.FocusPolicy.NoFocus and not each.property("reached_otherwise")
    ]
    assert out_of_reach == []
