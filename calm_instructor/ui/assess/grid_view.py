"""The grid: one tab stop, keys that mark, names that stay in sight. Emits wishes; grants none.

C, N and - mark; Enter repeats the last on a blank and moves down; Space opens the detail; Delete takes back; letters find a
trainee. Dragging scrolls and never marks.
"""

from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import assess as words
from calm_instructor.operations.viewing.grid import Cell, GridColumn, GridRow
from calm_instructor.ui.assess.cell_pictures import CellPictures
from calm_instructor.ui.assess.grid_model import GridModel, Index
from calm_instructor.ui.assess.heads import HEAD, NAMES, Corner, GridHead
from calm_instructor.ui.assess.letters import KEYS
from calm_instructor.ui.assess.type_ahead import BEGINS, TypeAhead
from calm_instructor.ui.parts import marks
from calm_instructor.ui.parts.marks import Mark
from calm_instructor.ui.theme import fonts, tokens

LOW, TALL = 32, 40
NARROW = 64
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
OWN = {*ENTER, Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class GridView(QTableView):
    """``marking``: C, N or - was asked for the cell in hand, "" is a repeat."""

    marking = Signal(str)
    taking_back = Signal()
    detail = Signal()
    moved = Signal()
    mending = Signal(object)
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.grid = GridModel(self)
        self.here = (-1, -1)
        self.finding = TypeAhead()
        self._pressed: QPoint | None = None
        self._dragged = False
        self._mends: dict[UUID, tuple[QRect, GridRow]] = {}
        self.setModel(self.grid)
        self.pictures = CellPictures()
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._heads = (GridHead(Qt.Orientation.Horizontal, self), GridHead(Qt.Orientation.Vertical, self))
        self.setHorizontalHeader(self._heads[0])
        self.setVerticalHeader(self._heads[1])
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)
        self.setAccessibleName(_(words.GRID_NAME))
        self._corner = Corner(self)
        self.grid.modelReset.connect(self._laid_out)
        self.grid.dataChanged.connect(self._cell_changed)

    # ── where one is ────────────────────────────────────────────────────────────────────────────────────────────────

    def in_hand(self) -> tuple[GridRow, GridColumn, Cell] | None:
        """Who, what, and what stands there."""
        row, column = self.here
        if not (0 <= row < self.grid.rowCount() and 0 <= column < self.grid.columnCount()):
            return None
        return self.grid.at(row, column)

    def take(self, row: int, column: int) -> None:
        """Take a cell in hand and bring it into sight."""
        index = self.grid.index(row, column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def take_index(self, index: QModelIndex) -> None:
        """The same, by its index."""
        if index.isValid():
            self.take(index.row(), index.column())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Repaint the two rows and the heads, and nothing else."""
        super().currentChanged(current, previous)
        old, self.here = self.here, (current.row(), current.column())
        for row in {old[0], self.here[0]}:
            if row >= 0:
                self._repaint_row(row)
        self.verticalHeader().viewport().update()
        self.horizontalHeader().viewport().update()
        self.moved.emit()

    def _laid_out(self) -> None:
        self.here = (-1, -1)
        self._mends.clear()
        names = (words.TECHNIQUES, words.TRAINEES)
        for head, name in zip(self._heads, reversed(names) if self.grid.turned else names, strict=True):
            head.forget()
            head.setAccessibleName(_(name))
        self._corner.show_text(_(words.TECHNIQUE if self.grid.turned else words.TRAINEE))
        self._share_room()

    def _cell_changed(self, at: QModelIndex) -> None:
        """The words over a row are of all its blanks."""
        if not self.grid.turned and self.grid.rows[at.row()].why:
            self._repaint_row(at.row())

    def _repaint_row(self, row: int) -> None:
        y, height = self.rowViewportPosition(row), self.rowHeight(row)
        self.viewport().update(0, y, self.viewport().width(), height)

    # ── room ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows share out the height and columns the width, as far as they are neither too small nor too large."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        rows, columns = self.grid.rowCount(), self.grid.columnCount()
        self._mends.clear()
        if rows:
            height = self.height() - HEAD - 2
            self.verticalHeader().setDefaultSectionSize(max(LOW, min(TALL, height // rows)))
        if columns:
            head = self.horizontalHeader()
            fits = self.width() - NAMES - 4 >= columns * NARROW
            head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Fixed)
            if not fits:
                for column in range(columns):
                    head.resizeSection(column, NARROW)
        self._corner.setGeometry(1, 1, NAMES, HEAD)

    # ── painting ────────────────────────────────────────────────────────────────────────────────────────────────────

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells, and over the rows that can't be marked why, and what mends it."""
        painter = QPainter(self.viewport())
        rows = self._paint_cells(painter, event.rect())
        off = [] if self.grid.turned else [(number, self.grid.rows[number]) for number in rows]
        for number, row in off:
            run = self._widest_blank(number) if row.why else None
            if run is None:
                self._mends.pop(row.enrolment, None)
            elif run.intersects(event.rect()):
                self._write_why(painter, run, row)
        painter.end()

    def _paint_cells(self, painter: QPainter, area: QRect) -> range:
        """Lay down the pictures of an area; gives its rows. Qt's own painting asks a delegate for each, which takes longer."""
        grid, pictures, width = self.grid, self.pictures, self.viewport().width()
        rows = _section_range(self.verticalHeader(), area.top(), area.bottom())
        columns = _section_range(self.horizontalHeader(), area.left(), area.right())
        height, ratio = self.verticalHeader().defaultSectionSize(), self.devicePixelRatioF()
        places = [(each, self.columnViewportPosition(each), self.columnWidth(each)) for each in columns]
        for row in rows:
            top = self.rowViewportPosition(row)
            for column, left, wide in places:
                who, _what, cell = grid.at(row, column)
                here = self.here == (row, column)
                selected = row == self.here[0] and not here
                if who.why and cell.outcome is None:
                    self._paint_hatched(painter, QRect(left, top, wide, height), selected)
                else:
                    painter.drawPixmap(left, top, pictures.of(cell, wide, height, ratio, selected=selected))
                if here:
                    painter.setPen(pictures.focus if self.window().focusWidget() is self else pictures.edge)
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRect(QRect(left, top, wide, height).adjusted(1, 1, -2, -2))
        right, foot = self.horizontalHeader().length(), self.verticalHeader().length()
        beyond, below = right - self.horizontalOffset(), foot - self.verticalOffset()
        painter.fillRect(beyond, area.top(), width - beyond, area.height(), pictures.ground)
        painter.fillRect(area.left(), below, area.width(), self.viewport().height() - below, pictures.ground)
        return rows

    def _paint_hatched(self, painter: QPainter, area: QRect, selected: bool) -> None:
        pictures = self.pictures
        painter.fillRect(area, pictures.selected if selected else pictures.ground)
        painter.setBrushOrigin(-self.horizontalOffset(), -self.verticalOffset())
        painter.fillRect(area, pictures.hatch)
        painter.setPen(pictures.line)
        painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())

    def _widest_blank(self, number: int) -> QRect | None:
        best: tuple[int, int] | None = None
        begin: int | None = None
        count = self.grid.columnCount()
        for column in range(count + 1):
            blank = column < count and self.grid.at(number, column)[2].outcome is None
            if blank and begin is None:
                begin = column
            elif not blank and begin is not None:
                if best is None or column - begin > best[1] - best[0]:
                    best = (begin, column)
                begin = None
        if best is None:
            return None
        left = self.columnViewportPosition(best[0])
        right = self.columnViewportPosition(best[1] - 1) + self.columnWidth(best[1] - 1)
        return QRect(left, self.rowViewportPosition(number), right - left, self.rowHeight(number))

    def _write_why(self, painter: QPainter, run: QRect, row: GridRow) -> None:
        plain, bold = fonts.font(), fonts.font(strong=True)
        why = _(words.NOT_ASSESSABLE).format(why=row.why)
        metrics, bolder = QFontMetrics(plain), QFontMetrics(bold)
        mend_width = bolder.horizontalAdvance(row.mend)
        room = run.width() - 44 - mend_width - 24
        if room < 40:
            self._mends.pop(row.enrolment, None)
            return
        if metrics.horizontalAdvance(why) > room:
            why = row.why[:1].upper() + row.why[1:]
        why = metrics.elidedText(why, Qt.TextElideMode.ElideRight, room)
        text_width = metrics.horizontalAdvance(why)
        width = 30 + text_width + 8 + mend_width + 10
        box = QRect(run.center().x() - width // 2, run.center().y() - 12, width, 25)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.colour("line-strong"), 1))
        painter.setBrush(tokens.colour("surface"))
        painter.drawRoundedRect(box, 3, 3)
        marks.paint(painter, QRect(box.left() + 6, box.top(), 18, box.height()).toRectF(), Mark("not_assessable"), 18)
        painter.setFont(plain)
        painter.setPen(tokens.colour("text-2"))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(box.adjusted(30, 0, 0, 0), left, why)
        painter.setFont(bold)
        painter.setPen(tokens.colour("accent"))
        painter.drawText(box.adjusted(30 + text_width + 8, 0, 0, 0), left, row.mend)
        self._mends[row.enrolment] = (box.translated(self.horizontalOffset(), self.verticalOffset()), row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A grid with the keyboard always has a cell in hand."""
        super().focusInEvent(event)
        if self.in_hand() is None:
            self.take(0, 0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes, the cell stays in hand."""
        super().focusOutEvent(event)
        self.finding.end()
        self.viewport().update()

    # ── mouse and touch: dragging scrolls ───────────────────────────────────────────────────────────────────────────

    def drags_at(self, _where: QPoint) -> bool:
        """A drag scrolls, of whatever makes it."""
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Nothing yet: it may become a drag."""
        self._pressed, self._dragged = event.position().toPoint(), False
        self.finding.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag scrolls."""
        if self._pressed is None:
            return
        moved = event.position().toPoint() - self._pressed
        if self._dragged or moved.manhattanLength() >= QApplication.startDragDistance():
            self._dragged = True
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())
            self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Without a drag the cell is in hand, or what mends it is opened."""
        point = event.position().toPoint()
        if self._pressed is not None and not self._dragged:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            scrolled = point + QPoint(self.horizontalOffset(), self.verticalOffset())
            row = next((row for box, row in self._mends.values() if box.contains(scrolled)), None)
            self.take_index(self.indexAt(point))
            if row is not None:
                self.mending.emit(row)
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens the detail; marks nothing."""
        self.take_index(self.indexAt(event.position().toPoint()))
        self.detail.emit()

    # ── keys ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def event(self, event: QEvent) -> bool:
        """Keys that mark are the grid's own while it has the focus."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            typed = bool(event.text()) and event.text().isprintable()
            if _is_plain(event) and (typed or Qt.Key(event.key()) in OWN):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the keys do stands at the head of this module."""
        key = Qt.Key(event.key())
        if not _is_plain(event):
            super().keyPressEvent(event)
        elif event.isAutoRepeat() and (key in KEYS or key in ENTER or key is Qt.Key.Key_Delete):
            event.accept()  # one press, one mark
        elif self.finding.alive and self._find_on(key, event.text()):
            event.accept()
        elif key in KEYS:
            self.marking.emit(KEYS[key])
        elif key in ENTER:
            self.marking.emit("")
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.taking_back.emit()
        elif key is Qt.Key.Key_Space:
            self.detail.emit()
        elif event.text() == BEGINS:
            self.finding.begin()
            self.said.emit(_(words.FINDING).format(text=""))
        elif event.text().isalnum():
            self._find(event.text())
        else:
            super().keyPressEvent(event)

    def _find_on(self, key: Qt.Key, text: str) -> bool:
        """Go on with the word; False where the key is not of it."""
        if key is Qt.Key.Key_Escape or (self.finding.explicit and key in ENTER):
            self.finding.end()
            self.said.emit("")
            return True
        if key is Qt.Key.Key_Backspace:
            self.finding.shorten()
            return True
        is_letter = text.isalnum() or (bool(text) and text in "-' " and bool(self.finding.text))
        if not is_letter:
            self.finding.end()
            return False
        self._find(text)
        return True

    def _find(self, letters: str) -> None:
        first = not self.finding.text
        self.finding.add(letters)
        across = self.grid.turned
        at = self.here[1] if across else self.here[0]
        after = at + 1 if first else max(0, at)
        found = self.finding.found_in(self.grid.rows, after % max(1, len(self.grid.rows)))
        if found is None:
            self.said.emit(_(words.NOBODY_BEGINS).format(text=self.finding.text))
            return
        other = max(0, self.here[0] if across else self.here[1])
        self.take(*((other, found) if across else (found, other)))
        self.said.emit(_(words.FINDING).format(text=self.finding.text))

    def go_on(self) -> None:
        """Down, and from the foot to the top of the next column."""
        row, column = self.here
        if row + 1 < self.grid.rowCount():
            self.take(row + 1, column)
        elif column + 1 < self.grid.columnCount():
            self.take(0, column + 1)


def _section_range(head: QHeaderView, first: int, last: int) -> range:
    """The rows or columns between two places of the viewport."""
    begin, end = head.visualIndexAt(first), head.visualIndexAt(last)
    return range(begin, (end if end >= 0 else head.count() - 1) + 1) if begin >= 0 else range(0)


def _is_plain(event: QKeyEvent) -> bool:
    """Without Ctrl, Alt or Meta."""
    extra = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return extra == Qt.KeyboardModifier.NoModifier and event.key() not in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
