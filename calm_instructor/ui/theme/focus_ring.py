"""The ring around what the keyboard works on: 2 px, 2 px outside, on every theme. Lists paint their own inside the cell."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from shiboken6 import isValid

from calm_instructor.ui.theme import tokens

_ROOM = 4
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class FocusRing(QWidget):
    """Follows the focus within one window. A click on a button needs no ring; what can be typed into has one always."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._around: QWidget | None = None
        self._watched: list[QWidget] = []
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._go_to)

    def _go_to(self, _old: QWidget | None, new: QWidget | None) -> None:
        for watched in self._watched:
            if isValid(watched):  # a page that went takes its controls along
                watched.removeEventFilter(self)
        self._around = new if new is not None and self._is_shown_around(new) else None
        self._watched = list(self._held_in(self._around))  # what it lies in may scroll
        for watched in self._watched:
            watched.installEventFilter(self)
        self._place()

    def _held_in(self, widget: QWidget | None) -> Iterator[QWidget]:
        while widget is not None and widget is not self.window():
            yield widget
            widget = widget.parentWidget()

    def _is_shown_around(self, widget: QWidget) -> bool:
        typed = widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        operable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not isinstance(widget, QAbstractItemView)
        return widget.window() is self.window() and operable and (typed or not clicked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks only; stops nothing."""
        if event.type() in _MOVES:
            self._place()
        return False

    def _place(self) -> None:
        widget = self._around
        if widget is None or not isValid(widget) or not widget.isVisible():
            self.hide()
            return
        corner = widget.mapTo(self.window(), widget.rect().topLeft())
        self.setGeometry(QRect(corner, widget.size()).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring itself."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.colour("focus"), 2))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
