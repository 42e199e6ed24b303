"""A behavioural audit as a grid to type into: arrows move, a number replaces, Enter and Tab go on, Delete sets 0."""

from typing import cast

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import audit as words
from calm_instructor.operations.viewing.audit import CountRow
from calm_instructor.ui.needs.counts_delegate import PAD, CountsDelegate
from calm_instructor.ui.needs.counts_model import FIRST_MONTH, HOLD, RISK, ROW_ROLE, CountsModel, Shown
from calm_instructor.ui.parts import trend
from calm_instructor.ui.theme import fonts, tokens

_LOW, _HIGH, _HEAD = 38, 48, 28
_MONTH, _PART, _RISK, _SUM, _BEFORE, _LAST = 35, 58, 42, 58, 56, 76
_ON = {
    QAbstractItemDelegate.EndEditHint.EditNextItem: 1,
    QAbstractItemDelegate.EndEditHint.SubmitModelCache: 1,
    QAbstractItemDelegate.EndEditHint.EditPreviousItem: -1,
}


class _Heads(QHeaderView):
    """The heads, months in the middle over their boxes."""

    def __init__(self, table: "CountsTable") -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._counts = table.counts

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:
        """A plain head; a month has no room for the usual padding."""
        painter.fillRect(area, tokens.colour("sunken"))
        painter.setPen(tokens.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(tokens.colour("text"))
        painter.setFont(fonts.font(12, strong=True))
        pad = 0 if self._counts.month_of(section) is not None else PAD
        side = cast(
            "int", self._counts.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        )
        text = str(self._counts.headerData(section, Qt.Orientation.Horizontal))
        room = area.adjusted(pad, 0, -pad, -1)
        painter.drawText(room, side, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width()))


class CountsTable(QTableView):
    """``typed``: hold, month and text of a cell that is left; ``moved``: another hold is in hand, or none."""

    typed = Signal(str, object, str)
    moved = Signal(object)

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._part = shown.view.part
        self.counts = CountsModel(shown)
        self.counts.typed.connect(self.typed)
        self.setHorizontalHeader(_Heads(self))
        self.setModel(self.counts)
        self.setItemDelegate(CountsDelegate(self))
        self.setAccessibleName(_(words.COUNTS))
        self.setProperty("counts", True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(24)
        head = self.horizontalHeader()
        head.setFixedHeight(_HEAD)
        head.setAccessibleName(_(words.COUNTS))
        head.setProperty("reached_otherwise", True)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(24)
        self.setMinimumHeight(_HEAD + 3 * _LOW + 2)
        self.selectionModel().currentChanged.connect(self._say_moved)
        self._lay_out()

    # ── what stands ─────────────────────────────────────────────────────────────────────────────────────────────────

    def show_counts(self, shown: Shown) -> None:
        """Show an audit; the cell in hand stays in hand where it is still there."""
        row, month = self.current(), self.counts.month_of(self.currentIndex().column())
        is_typed_into = self.state() == QAbstractItemView.State.EditingState
        part, self._part = self._part, shown.view.part
        if self.counts.show(shown):
            self._lay_out()
            self.put_in_hand(row.hold if row else "", shown.months.index(month) if month in shown.months else -1)
            if is_typed_into:
                self.setFocus()
        elif part != self._part:
            self._lay_out()
        self._share_height()

    def put_in_hand(self, hold: str, place: int = -1) -> None:
        """Take the cell of a hold (or of the first) in hand, at the place of a month; -1 is the last."""
        rows = self.counts.shown.view.rows
        if rows:
            number = next((number for number, row in enumerate(rows) if row.hold == hold), 0)
            column = FIRST_MONTH + range(len(self.counts.shown.months))[place]
            self.setCurrentIndex(self.counts.index(number, column))

    def current(self) -> CountRow | None:
        """The hold in hand."""
        index = self.currentIndex()
        return self.counts.row(index) if index.isValid() else None

    def _lay_out(self) -> None:
        head, shown = self.horizontalHeader(), self.counts.shown
        widths = {RISK: _RISK, self.counts.total: _SUM, self.counts.then: _LAST if shown.view.has_last else _BEFORE}
        widths[self.counts.trend] = 2 * PAD + max(trend.width_of(len(shown.months)), 128)
        for column in range(self.counts.columnCount()):
            month = self.counts.month_of(column)
            is_part = shown.view.part is not None and month == shown.view.part.replace(day=1)
            fixed = QHeaderView.ResizeMode.Stretch if column == HOLD else QHeaderView.ResizeMode.Fixed
            head.setSectionResizeMode(column, fixed)
            if column != HOLD:
                self.setColumnWidth(column, widths.get(column, _PART if is_part else _MONTH))

    def _share_height(self) -> None:
        count = max(1, len(self.counts.shown.view.rows))
        room = (self.height() - _HEAD - 3) // count
        self.verticalHeader().setDefaultSectionSize(max(_LOW, min(_HIGH, room)))
        self.setMaximumHeight(_HEAD + count * _HIGH + 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rows share the height."""
        super().resizeEvent(event)
        self._share_height()

    def _say_moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        self.moved.emit(now.data(ROW_ROLE) if now.isValid() else None)

    # ── the keyboard ────────────────────────────────────────────────────────────────────────────────────────────────

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete sets 0 and Enter goes on; whatever else is typed begins another number."""
        index = self.currentIndex()
        may_type = bool(index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable)
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()  # the line that is typed into hands on the Enter that it has heard itself
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._by(1)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and may_type:
            self.counts.setData(index, "0")
        elif event.key() == Qt.Key.Key_Space:
            event.accept()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """The cell that comes next is in hand and waits for its number; Escape stays."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if hint in _ON:
            self._by(_ON[hint])

    def _by(self, steps: int) -> None:
        """To the next month, or the one before; past the end of a row to the next hold."""
        index, months = self.currentIndex(), len(self.counts.shown.months)
        rows = self.counts.rowCount()
        if index.isValid() and rows:
            at = max(-1, min(months, index.column() - FIRST_MONTH))
            place = index.row() * months + at + steps
            place = max(0, min(rows * months - 1, place))
            self.setCurrentIndex(self.counts.index(place // months, FIRST_MONTH + place % months))
