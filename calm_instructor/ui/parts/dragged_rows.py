"""A list whose rows are dragged within it and to others: what is dropped comes as a wish, and the rows stay as they are."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QToolTip

from calm_instructor.domain.finding import finds
from calm_instructor.ui.parts.rows_model import CARRIED, ROW_ROLE, Column
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.theme import fonts, tokens

T = TypeVar("T")
_NEAR = 24
"""Px from the upper or lower end within which a list scrolls under what is carried over it."""

_PATIENCE = 1000
"""Milliseconds after which typing begins to look for something else."""


class DraggedRows(TableView[T]):
    """``dropped``: what was carried, and the place from 0 before which it was let go; ``pressed_sign``: a click on a sign.

    ``by_place``: whether it matters where in the list a row is let go; ``may_change``: whether any of this is to be had;
    ``sign_width``: px at the right end of a row that are pressed like a button, ``sign_tip`` says what that does;
    ``empty``: what is said where there are no rows.
    """

    dropped = Signal(str, int)
    pressed_sign = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[T]],
        *,
        name: str,
        row_height: int,
        sign_width: int = 0,
        sign_tip: Callable[[T], str] | None = None,
        empty: str = "",
    ) -> None:
        super().__init__(columns, name=name, row_height=row_height)
        self.may_change = True
        self.by_place = True
        self.empty = empty
        self._sign_width, self._sign_tip = sign_width, sign_tip
        self._on_sign = False
        self._place: int | None = None
        self._sought = ""
        self._typed = QElapsedTimer()
        self.horizontalHeader().hide()
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setAutoScroll(True)
        self.clicked.connect(self._clicked)

    # ── in hand ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def put_in_hand(self, place: int) -> None:
        """Take the row at a place in hand, or the next one where that only heads others."""
        heads = self.rows.heads
        after = range(place, len(self.rows.rows))
        before = range(place - 1, -1, -1)
        found = next((n for n in (*after, *before) if heads is None or not heads(self.rows.rows[n])), None)
        if found is not None:
            self.setCurrentIndex(self.rows.index(found, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The row in hand stays in sight."""
        super().resizeEvent(event)
        self.show_in_hand()

    def show_in_hand(self) -> None:
        """Scroll the row in hand into sight; for the first row, the head above it too."""
        index = self.currentIndex()
        if index.isValid():
            above = self.rows.heads is not None and index.row() > 0 and self.rows.heads(self.rows.rows[index.row() - 1])
            if above:
                self.scrollTo(index.siblingAtRow(index.row() - 1))
            self.scrollTo(index)

    def keyboardSearch(self, typed: str) -> None:
        """Typing finds a row by any part of its words, from the one in hand on."""
        goes_on = self._typed.isValid() and self._typed.elapsed() < _PATIENCE
        self._sought = self._sought + typed if goes_on else typed
        self._typed.start()
        count, start = len(self.rows.rows), max(0, self.currentIndex().row())
        heads = self.rows.heads
        for place in ((start + step) % count for step in range(count)):
            row = self.rows.rows[place]
            if (heads is None or not heads(row)) and finds(self._sought, self.rows.columns[0].text(row)):
                self.put_in_hand(place)
                return

    # ── signs ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def is_on_sign(self, point: QPoint) -> bool:
        """Whether a point of the viewport lies on the sign of a row."""
        return self.indexAt(point).isValid() and point.x() >= self.viewport().width() - self._sign_width

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A sign is pressed where the press begins on it too."""
        self._on_sign = self.is_on_sign(event.position().toPoint())
        super().mousePressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        if self._on_sign and self.may_change:
            self._on_sign = False
            self.pressed_sign.emit(index.data(ROW_ROLE))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens the row; two clicks on a sign are not one more wish."""
        index = self.indexAt(event.position().toPoint())
        is_row = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        if is_row and event.button() == Qt.MouseButton.LeftButton and not self.is_on_sign(event.position().toPoint()):
            self.setCurrentIndex(index)
            self.opened.emit(index.data(ROW_ROLE))

    def viewportEvent(self, event: QEvent) -> bool:
        """Over a sign the tip says what it does."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._sign_tip is not None:
            row = self.indexAt(event.pos()).data(ROW_ROLE)
            told = self._sign_tip(row) if row is not None and self.may_change and self.is_on_sign(event.pos()) else ""
            if told:
                QToolTip.showText(event.globalPos(), told, self)
                return True
        return super().viewportEvent(event)

    # ── dragging ────────────────────────────────────────────────────────────────────────────────────────────────────

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Carry the row in hand."""
        data = self.rows.mimeData([self.currentIndex()])
        if not self.may_change or not data.hasFormat(CARRIED):
            return
        drag = QDrag(self)
        drag.setMimeData(data)
        shown = self.visualRect(self.rows.index(self.currentIndex().row(), 0))
        drag.setPixmap(self.viewport().grab(shown))
        drag.setHotSpot(QPoint(16, shown.height() // 2))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only what such a list carries."""
        self._hover(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """A line shows where it would go."""
        self._hover(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        self._show_place(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Let go: wished for, and nothing else."""
        place = self._place_at(event.position().toPoint())
        self._show_place(None)
        if not self._takes(event):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        carried = bytes(event.mimeData().data(CARRIED).data()).decode()
        self.dropped.emit(carried, place)

    def _takes(self, event: QDropEvent) -> bool:
        return self.may_change and event.mimeData().hasFormat(CARRIED)

    def _hover(self, event: QDropEvent) -> None:
        if not self._takes(event):
            event.ignore()
            return
        point = event.position().toPoint()
        self._scroll_near_an_end(point)
        self._show_place(self._place_at(point))
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def _scroll_near_an_end(self, point: QPoint) -> None:
        bar, high = self.verticalScrollBar(), self.viewport().height()
        if point.y() < _NEAR:
            bar.setValue(bar.value() - _NEAR // 2)
        elif point.y() > high - _NEAR:
            bar.setValue(bar.value() + _NEAR // 2)

    def _place_at(self, point: QPoint) -> int:
        index = self.indexAt(point)
        if not index.isValid():
            return len(self.rows.rows)
        return index.row() + (point.y() > self.visualRect(index).center().y())

    def _show_place(self, place: int | None) -> None:
        if place != self._place:
            self._place = place
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, then where a carried one would go; or what is said where there are none."""
        super().paintEvent(event)
        if self._place is None and self.rows.rows:
            return
        painter = QPainter(self.viewport())
        if not self.rows.rows:
            painter.setFont(fonts.font())
            painter.setPen(tokens.colour("text-2"))
            room = self.viewport().rect().adjusted(24, 12, -24, -12)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self.empty)
        if self._place is not None:
            painter.setPen(QPen(tokens.colour("accent"), 2))
            if self.by_place:
                top = self._top_of(self._place)
                painter.drawLine(4, top, self.viewport().width() - 4, top)
            else:
                painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _top_of(self, place: int) -> int:
        if place < len(self.rows.rows):
            return max(1, self.rowViewportPosition(place))
        last = len(self.rows.rows) - 1
        return self.rowViewportPosition(last) + self.rowHeight(last) if last >= 0 else 1
