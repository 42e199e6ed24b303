"""A list of values in columns. Arrows move, Enter opens, typing finds; the row in hand has a ring inside."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from calm_instructor.ui.parts import marks
from calm_instructor.ui.parts.labels import LAMP_ICONS
from calm_instructor.ui.parts.rows_model import ROW_ROLE, Column, RowsModel
from calm_instructor.ui.theme import fonts, icons, tokens

T = TypeVar("T")
PAD = 8


class RowDelegate(QStyledItemDelegate):
    """Paints a cell as its column says."""

    def __init__(self, columns: Sequence[Column[object]], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, content, line beneath."""
        view = cast("TableView[object]", self.parent())
        area: QRect = option.rect
        column = self._columns[index.column()]
        row = index.data(ROW_ROLE)
        is_current = index.row() == view.currentIndex().row()
        painter.save()
        painter.fillRect(area, tokens.colour("selected" if is_current else "surface"))
        painter.setPen(tokens.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if row is not None:
            left = view.inset if index.column() == 0 else PAD
            self.paint_cell(painter, area.adjusted(left, 0, -PAD, -1), column, row, is_current)
        if is_current and view.hasFocus():
            _ring(painter, view, area, index.column())
        painter.restore()

    def paint_cell(self, painter: QPainter, area: QRect, column: Column[object], row: object, is_current: bool) -> None:
        """The content of a cell."""
        _paint_cell(painter, area, column, row, is_current)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As tall as the view says."""
        return QSize(40, cast("TableView[object]", self.parent()).row_height)


def _ring(painter: QPainter, view: "TableView[object]", area: QRect, column: int) -> None:
    painter.setPen(QPen(tokens.colour("focus"), 2))
    top, bottom = area.top() + 1, area.bottom()
    painter.drawLine(area.left(), top, area.right(), top)
    painter.drawLine(area.left(), bottom, area.right(), bottom)
    if column == 0:
        painter.drawLine(area.left() + 1, top, area.left() + 1, bottom)
    if column == view.model().columnCount() - 1:
        painter.drawLine(area.right(), top, area.right(), bottom)


def _paint_cell(painter: QPainter, area: QRect, column: Column[object], row: object, is_current: bool) -> None:
    text = column.text(row)
    token = "text"  # noqa: S105
    strong = column.paint == "strong"
    if column.paint == "mark" and column.mark:
        marks.paint(painter, QRectF(area.adjusted(-PAD, 0, PAD, 0)), column.mark(row), 20)
        return
    if column.paint == "bib":
        _bib(painter, area, text)
        return
    if column.paint == "quiet":
        token = "text-2"  # noqa: S105
    if column.paint == "lamp" and column.lamp:
        lamp = column.lamp(row)
        name, colour = LAMP_ICONS[lamp]
        name = (column.icon(row) if column.icon else "") or name
        painter.drawPixmap(area.left(), area.center().y() - 7, icons.pixmap(name, colour))
        token = f"{colour}-text" if colour in {"ok", "warn", "stop", "info"} else "text-2"
        area = area.adjusted(22, 0, 0, 0)
    elif column.icon and (name := column.icon(row)):
        painter.drawPixmap(area.left(), area.center().y() - 7, icons.pixmap(name, "text-2"))
        area = area.adjusted(24, 0, 0, 0)
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    painter.setPen(tokens.colour(token))
    painter.setFont(fonts.font(strong=strong))
    if column.second and (beneath := column.second(row)):
        upper = QRect(area.left(), area.center().y() - 19, area.width(), 20)
        painter.drawText(upper, side | Qt.AlignmentFlag.AlignVCenter, fitting(painter, text, area.width()))
        painter.setFont(fonts.font(12))
        painter.setPen(tokens.colour("text-2"))
        lower = QRect(area.left(), area.center().y(), area.width(), 18)
        painter.drawText(lower, side | Qt.AlignmentFlag.AlignVCenter, fitting(painter, beneath, area.width()))
        return
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, fitting(painter, text, area.width()))


def _bib(painter: QPainter, area: QRect, text: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(area.left() + 0.5, area.center().y() - 8.5, 24, 19)
    painter.setPen(tokens.colour("line-strong"))
    painter.setBrush(tokens.colour("surface"))
    painter.drawRoundedRect(box, 3, 3)
    painter.setFont(fonts.font(12, strong=True))
    painter.setPen(tokens.colour("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def fitting(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)


class TableView(QTableView, Generic[T]):
    """``opened``: Enter or a double click on a row; ``moved``: another row is in hand; ``deleted``: Delete on a row."""

    opened = Signal(object)
    moved = Signal(object)
    deleted = Signal(object)

    def __init__(self, columns: Sequence[Column[T]], *, name: str, row_height: int = 36, inset: int = PAD) -> None:
        super().__init__()
        self.inset = inset
        self.setProperty("inset", inset > PAD)
        self.row_height = row_height
        self.rows = RowsModel(columns)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setItemDelegate(RowDelegate(cast("Sequence[Column[object]]", self.rows.columns), self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.verticalHeader().setMinimumSectionSize(24)
        head = self.horizontalHeader()
        head.setFixedHeight(28)
        head.setAccessibleName(name)
        head.setProperty("reached_otherwise", True)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(24)
        for number, column in enumerate(columns):
            mode = QHeaderView.ResizeMode.Stretch if column.width is None else QHeaderView.ResizeMode.Fixed
            head.setSectionResizeMode(number, mode)
            if column.width is not None:
                self.setColumnWidth(number, column.width)
        self.activated.connect(lambda index: self.opened.emit(index.data(ROW_ROLE)))
        self.selectionModel().currentRowChanged.connect(self._say_moved)

    def _say_moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        self.moved.emit(now.data(ROW_ROLE) if now.isValid() else None)

    def show_rows(self, rows: Sequence[T], same: Callable[[T], object] | None = None) -> None:
        """Show rows; the row in hand stays in hand, by place or by what ``same`` gives of it."""
        before = self.current()
        place = self.currentIndex().row()
        self.rows.show_rows(rows)
        if same is not None and before is not None:
            place = next((n for n, row in enumerate(self.rows.rows) if same(row) == same(before)), place)
        if self.rows.rows:
            self.put_in_hand(max(0, min(place, len(self.rows.rows) - 1)))

    def put_in_hand(self, place: int) -> None:
        """Take the row at a place in hand."""
        column = max(0, self.currentIndex().column())
        self.setCurrentIndex(self.rows.index(place, column))

    def take_in_hand(self, wanted: Callable[[T], bool]) -> bool:
        """Take the first row in hand that is wanted; False where none is."""
        place = next((n for n, row in enumerate(self.rows.rows) if wanted(row)), None)
        if place is not None:
            self.put_in_hand(place)
        return place is not None

    def current(self) -> T | None:
        """The row in hand."""
        place = self.currentIndex().row()
        return self.rows.rows[place] if 0 <= place < len(self.rows.rows) else None

    def fit_height(self, most: int = 100) -> None:
        """As tall as its rows, up to ``most`` of them: for a short table within a page."""
        count = max(1, min(most, len(self.rows.rows)))
        self.setFixedHeight(28 + count * self.row_height + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens and Delete deletes the row in hand; the rest is a list's."""
        row = self.current()
        if row is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(row)
        elif row is not None and event.key() == Qt.Key.Key_Delete:
            self.deleted.emit(row)
        else:
            super().keyPressEvent(event)

    def share_height(self, low: int = 32, high: int = 40) -> None:
        """Share the height out among one course's people, between two row heights."""
        if self.rows.rows:
            room = (self.viewport().height() - 1) // len(self.rows.rows)
            self.row_height = max(low, min(high, room))
            self.verticalHeader().setDefaultSectionSize(self.row_height)
