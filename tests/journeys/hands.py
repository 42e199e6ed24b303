"""Hands at a window: what a person can do with keys and mouse, by the names that a screen reader says.

The same words are spoken in the window's own process (here) and on a virtual screen, where they become real key presses.
"""

from typing import Protocol

from PySide6.QtCore import QKeyCombination, QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QTableView,
    QWidget,
)

from calm_instructor.ui.frame.main_window import MainWindow
from calm_instructor.ui.frame.rail import Rail
from tests.ui.a_window import settle

A_LOOK = 250
"""Milliseconds."""


class Hands(Protocol):
    """``name``: the accessible name, or its beginning where it ends in "…"."""

    def click(self, name: str) -> None:
        """Click on a control."""

    def press(self, keys: str) -> None:
        """Press keys, as in "Ctrl+PgDown"."""

    def type(self, text: str) -> None:
        """Type a text where the focus is."""

    def fill(self, name: str, text: str) -> None:
        """Click into a field, put this text in the place of what stands there, and go on with Tab."""

    def choose(self, name: str, option: str) -> None:
        """Choose from a list that opens."""

    def pick(self, name: str, text: str) -> None:
        """Click on the row of a list in which a text stands."""

    def cell(self, name: str, row: int, head: str) -> None:
        """Click on the cell of a table in a row, from 0, under the head that begins so."""

    def look(self) -> None:
        """Look at what is shown a moment after it was asked for, as a person does before they click on it."""

    def sees(self, name: str) -> bool:
        """Whether a control of this name is there to be worked on."""

    def reads(self, name: str) -> str:
        """What stands in a control."""

    def reads_ticked(self, name: str) -> bool:
        """Whether a box is ticked, or a button of a choice pressed in."""

    def said(self) -> str:
        """What the status line says."""


def fits(wanted: str, name: str) -> bool:
    """Whether a name is the one wanted."""
    return name.startswith(wanted[:-1]) if wanted.endswith("…") and name != wanted else name == wanted


def reachable(window: MainWindow) -> QWidget:
    """What can be worked on now: the dialog that is open, else the window."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget() or window


def find(window: MainWindow, name: str) -> QWidget | None:
    """The first visible control of a name, in reading order."""
    root = reachable(window)
    found = [
        each
        for each in root.findChildren(QWidget)
        if each.isVisible() and fits(name, each.accessibleName()) and not isinstance(each.parent(), Rail)
    ]
    best = [
        each
        for each in found
        if isinstance(each, (QAbstractButton, QComboBox)) or each.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    return next(iter(best or found), None)


def row_area(view: QAbstractItemView, text: str) -> QRect | None:
    """Where the first row with this text is, scrolled into sight; None where there is none."""
    model = view.model()
    columns = model.columnCount() if isinstance(view, QTableView) else 1
    for row in range(model.rowCount()):
        for column in range(columns):
            index = model.index(row, column)
            if text in str(index.data(Qt.ItemDataRole.DisplayRole) or ""):
                view.scrollTo(index)
                return view.visualRect(index)
    return None


def cell_area(view: QAbstractItemView, row: int, head: str) -> QRect | None:
    """Where a cell is, scrolled into sight; None where no head begins so."""
    model = view.model()
    for column in range(model.columnCount()):
        if str(model.headerData(column, Qt.Orientation.Horizontal) or "").startswith(head):
            index = model.index(row, column)
            view.scrollTo(index)
            return view.visualRect(index)
    return None


class OwnHands:
    """In the window's own process, by Qt's test events."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.presses = 0

    def _awake(self) -> None:
        """No window manager gives a window the keyboard back here."""
        if QApplication.activeWindow() is None and QApplication.activePopupWidget() is None:
            (QApplication.activeModalWidget() or self.window).activateWindow()
            settle(self.window)

    def _find(self, name: str) -> QWidget:
        settle(self.window)
        self._awake()
        found = find(self.window, name)
        if found is None:
            root = reachable(self.window)
            names = sorted({each.accessibleName() for each in root.findChildren(QWidget) if each.isVisible()} - {""})
            raise AssertionError(f"no {name!r} among {names}; said: {self.said()}")
        return found

    def click(self, name: str) -> None:
        widget = self._find(name)
        if isinstance(widget, QAbstractScrollArea):
            widget = widget.viewport()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=_middle(widget))
        self.presses += 1
        settle(self.window)

    def press(self, keys: str) -> None:
        self._awake()
        popup = QApplication.activePopupWidget()
        within: QWidget | None = popup.focusWidget() if popup is not None else QApplication.focusWidget()
        target = within if within is not None else popup or self.window
        combination = QKeyCombination.fromCombined(QKeySequence(keys)[0].toCombined())  # type: ignore[index]
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
        self.presses += 1
        settle(self.window)

    def type(self, text: str) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        if text.isascii() and text.isprintable():
            QTest.keyClicks(target, text)
        else:  # Qt's test keyboard has no other letters, nor have most keyboards
            QApplication.clipboard().setText(text)
            QTest.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        settle(self.window)

    def fill(self, name: str, text: str) -> None:
        self.click(name)
        self.press("Ctrl+A")
        self.type(text) if text else self.press("Delete")
        self.press("Tab")

    def choose(self, name: str, option: str) -> None:
        box = self._find(name)
        assert isinstance(box, QComboBox), type(box)
        options = [box.itemText(number) for number in range(box.count())]
        place = next((number for number, each in enumerate(options) if fits(option, each)), None)
        assert place is not None, f"{option!r} is not among {options}"
        self.click(name)
        self.press("Home")
        for _step in range(place):
            self.press("Down")
        self.press("Return")
        settle(self.window)

    def pick(self, name: str, text: str) -> None:
        view = self._find(name)
        assert isinstance(view, QAbstractItemView), type(view)
        area = row_area(view, text)
        assert area is not None, f"{text!r} stands in no row of {name}"
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
        self.presses += 1
        settle(self.window)

    def cell(self, name: str, row: int, head: str) -> None:
        view = self._find(name)
        assert isinstance(view, QAbstractItemView), type(view)
        area = cell_area(view, row, head)
        assert area is not None, f"no head of {name} begins with {head!r}"
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
        self.presses += 1
        settle(self.window)

    def look(self) -> None:
        QTest.qWait(A_LOOK)
        settle(self.window)

    def sees(self, name: str) -> bool:
        settle(self.window)
        return find(self.window, name) is not None

    def reads(self, name: str) -> str:
        widget = self._find(name)
        for getter in ("text", "currentText", "toPlainText"):
            if hasattr(widget, getter):
                return str(getattr(widget, getter)())
        return widget.accessibleName()

    def reads_ticked(self, name: str) -> bool:
        widget = self._find(name)
        assert isinstance(widget, QAbstractButton), type(widget)
        return widget.isChecked()

    def said(self) -> str:
        return self.window.status.text()


def _middle(widget: QWidget) -> QPoint:
    return widget.rect().center()
