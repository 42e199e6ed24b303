"""The timed blocks of a course, one beneath the other: strip, start, title, type, minutes between - and +, a grip or a pin."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from calm_instructor.domain.course import Block, BlockKind, minutes_of
from calm_instructor.messages.labels import label
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import plan as words
from calm_instructor.messages.window.courses import hour, weekday
from calm_instructor.operations.viewing.plan import PlannedBlock, PlannedDay
from calm_instructor.ui.parts.rows_model import ROW_ROLE, Column
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.theme import fonts, icons, tokens

PlanRow = PlannedBlock | PlannedDay

STRIPS = {
    BlockKind.FRAMING: "block-framing",
    BlockKind.THEORY: "block-theory",
    BlockKind.PREVENTION: "block-prevention",
    BlockKind.DEMONSTRATION: "block-demonstration",
    BlockKind.PRACTICE: "block-practice",
    BlockKind.ASSESSMENT: "block-assessment",
    BlockKind.DEBRIEF: "block-debrief",
    BlockKind.BREAK: "block-break",
}
"""The colour of each type; its word always stands beside it."""

STEP = 5
_START, _BLOCK, _TYPE, _MINUTES, _GRIP = range(5)
_BOX = 24
_NUMBER = 30
_PAD = 8
_INSET = 14
"""Where words begin beside the strip; the head begins there too (window.qss, #plantable)."""


def _text_of(row: PlanRow, column: int) -> str:
    if isinstance(row, PlannedDay):
        session = row.session
        said = _(words.DAY).format(number=session.number, day=weekday(session.on))
        return {_START: said, _BLOCK: session.topic, _TYPE: words.span(session.starts, row.ends)}.get(column, "")
    block = row.block
    must = f", {_(words.MUST_ATTEND)}" if block.must_attend else ""
    pinned = f"{_(words.PIN)} {hour(block.pinned)}" if block.pinned else ""
    return {
        _START: hour(row.starts),
        _BLOCK: block.title + must,
        _TYPE: label(block.kind),
        _MINUTES: _minutes(block),
        _GRIP: pinned,
    }[column]


def _told(row: PlanRow) -> str:
    """All of a row, for who hears one cell of it."""
    if isinstance(row, PlannedDay):
        return ", ".join(_text_of(row, each) for each in (_START, _BLOCK, _TYPE))
    pinned = _text_of(row, _GRIP)
    said = (*(_text_of(row, each) for each in (_START, _BLOCK, _TYPE)), words.total(minutes_of(row.block)), pinned)
    return ", ".join(filter(None, said))


def _minutes(block: Block) -> str:
    """R51: minutes given, with those planned in brackets where they differ."""
    if block.given is None or block.given == block.minutes:
        return str(block.minutes)
    return _(words.GIVEN).format(given=block.given, planned=block.minutes)


def _tip(row: PlanRow) -> str:
    if isinstance(row, PlannedDay):
        return row.session.topic
    codes = ", ".join(row.block.techniques)
    return f"{row.block.title} ({codes})" if codes else row.block.title


def _columns() -> list[Column[PlanRow]]:
    return [
        Column(_(words.HEAD_START), lambda row: _text_of(row, _START), width=60, told=_told),
        Column(_(words.HEAD_BLOCK), lambda row: _text_of(row, _BLOCK), tip=_tip),
        Column(_(words.HEAD_TYPE), lambda row: _text_of(row, _TYPE), width=102),
        Column(_(words.HEAD_MINUTES), lambda row: _text_of(row, _MINUTES), width=_BOX * 2 + _NUMBER + 2 * _PAD),
        Column("", lambda row: _text_of(row, _GRIP), width=24),
    ]


def _boxes(area: QRect) -> tuple[QRect, QRect, QRect]:
    """Where less, number and more stand in a cell of minutes."""
    top = area.center().y() - _BOX // 2 + 1
    left = area.left() + _PAD
    return (
        QRect(left, top, _BOX, _BOX),
        QRect(left + _BOX, top, _NUMBER, _BOX),
        QRect(left + _BOX + _NUMBER, top, _BOX, _BOX),
    )


class _PlanDelegate(QStyledItemDelegate):
    """Paints a block's cells and a day's line."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, content, line beneath, ring."""
        view = cast("PlanTable", self.parent())
        area: QRect = option.rect
        row = index.data(ROW_ROLE)
        is_current = index.row() == view.currentIndex().row()
        is_day = isinstance(row, PlannedDay)
        painter.save()
        painter.fillRect(area, tokens.colour("selected" if is_current else "sunken" if is_day else "surface"))
        painter.setPen(tokens.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if isinstance(row, PlannedDay):
            _paint_day(painter, area, row)
        elif isinstance(row, PlannedBlock):
            _paint_block(painter, area, row, index.column(), may_change=view.may_change)
        if is_current and view.hasFocus():
            _ring(painter, area, first=index.column() == 0, last=index.column() == _GRIP or is_day)
        painter.restore()


def _ring(painter: QPainter, area: QRect, *, first: bool, last: bool) -> None:
    painter.setPen(QPen(tokens.colour("focus"), 2))
    painter.drawLine(area.left(), area.top() + 1, area.right(), area.top() + 1)
    painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())
    if first:
        painter.drawLine(area.left() + 1, area.top() + 1, area.left() + 1, area.bottom())
    if last:
        painter.drawLine(area.right(), area.top() + 1, area.right(), area.bottom())


def _paint_day(painter: QPainter, area: QRect, row: PlannedDay) -> None:
    inside = area.adjusted(_INSET, 0, -_INSET, -1)
    painter.setPen(tokens.colour("text"))
    painter.setFont(fonts.font(strong=True))
    title = _text_of(row, _START)
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
    used = painter.fontMetrics().horizontalAdvance(title)
    painter.setFont(fonts.font())
    painter.setPen(tokens.colour("text-2"))
    span = _text_of(row, _TYPE)
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, span)
    room = inside.adjusted(used + 12, 0, -painter.fontMetrics().horizontalAdvance(span) - 12, 0)
    topic = painter.fontMetrics().elidedText(row.session.topic, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, topic)


def _paint_block(painter: QPainter, area: QRect, row: PlannedBlock, column: int, *, may_change: bool) -> None:
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.setFont(fonts.font(strong=column == _START))
    painter.setPen(tokens.colour("text-2" if column == _TYPE else "text"))
    if column == _START:
        painter.fillRect(area.left(), area.top(), 6, area.height() - 1, tokens.colour(STRIPS[row.block.kind]))
        left = _INSET
        if row.late:
            painter.setPen(tokens.colour("warn-text"))
            painter.drawPixmap(area.left() + 8, area.center().y() - 6, icons.pixmap("triangle-alert", "warn-text", 12))
            left = 23
        painter.drawText(area.adjusted(left, 0, 0, -1), middle, hour(row.starts))
    elif column == _BLOCK:
        _paint_title(painter, area.adjusted(_PAD, 0, 0, -1), row)
    elif column == _TYPE:
        text = _(words.SHORT_DEBRIEF) if row.block.kind is BlockKind.DEBRIEF else label(row.block.kind)
        painter.drawText(area.adjusted(_PAD, 0, 0, -1), middle, text)
    elif column == _MINUTES:
        _paint_minutes(painter, area, row, may_change=may_change)
    else:
        pinned = row.block.pinned is not None
        if pinned or may_change:
            name, token = ("pin", "warn" if row.late else "accent") if pinned else ("grip-vertical", "text-2")
            painter.drawPixmap(area.center() - QPoint(8, 8), icons.pixmap(name, token))


def _paint_title(painter: QPainter, area: QRect, row: PlannedBlock) -> None:
    if row.block.must_attend:
        painter.drawPixmap(area.right() - 20, area.center().y() - 7, icons.pixmap("users", "text-2"))
        area = area.adjusted(0, 0, -24, 0)
    smaller = fonts.font(12)
    is_too_long = painter.fontMetrics().horizontalAdvance(row.block.title) > area.width()
    if is_too_long and QFontMetrics(smaller).horizontalAdvance(row.block.title) <= area.width():
        painter.setFont(smaller)
    text = painter.fontMetrics().elidedText(row.block.title, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _paint_minutes(painter: QPainter, area: QRect, row: PlannedBlock, *, may_change: bool) -> None:
    less, number, more = _boxes(area)
    text = str(row.block.minutes) if may_change else _minutes(row.block)
    if not may_change:
        number = less.united(more)
    if may_change:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(less.united(more)).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(tokens.colour("line-strong"))
        painter.setBrush(tokens.colour("sunken"))
        painter.drawRoundedRect(whole, 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(tokens.colour("surface"))
        painter.drawRect(number.adjusted(0, 0, -1, -1))
        for box, name in ((less, "minus"), (more, "plus")):
            painter.drawPixmap(box.center() - QPoint(5, 5), icons.pixmap(name, "text-2", 12))
    painter.setPen(tokens.colour("text"))
    painter.drawText(number, Qt.AlignmentFlag.AlignCenter, text)


class PlanTable(TableView[PlanRow]):
    """``stepped``: a block and its new minutes; ``shifted``: a block and by how many places it moves.

    + and - change the minutes, Alt+Up and Alt+Down move the block; dragging its grip does the same.
    """

    stepped = Signal(object, int)
    shifted = Signal(object, int)

    def __init__(self) -> None:
        super().__init__(_columns(), name=_(words.TABLE), row_height=32)
        self.setObjectName("plantable")
        self.may_change = True
        self.setItemDelegate(_PlanDelegate(self))
        self._dragged: int | None = None
        self._stepping: tuple[QModelIndex, int] | None = None
        self._target: int | None = None

    def show_plan(self, days: Sequence[PlannedDay], *, may_change: bool) -> None:
        """Show the days; a line for each where there are several."""
        self.may_change = may_change
        rows: list[PlanRow] = []
        for each in days:
            if len(days) > 1:
                rows.append(each)
            rows.extend(each.blocks)
        self.show_rows(rows, same=_same)
        self.clearSpans()
        for number, row in enumerate(rows):
            if isinstance(row, PlannedDay):
                self.setSpan(number, 0, 1, 5)

    def current_block(self) -> PlannedBlock | None:
        """The block in hand."""
        row = self.current()
        return row if isinstance(row, PlannedBlock) else None

    # ── keys ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Minutes and places by key."""
        row = self.current_block()
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if row is not None and self.may_change:
            if alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                self.shifted.emit(row, -1 if key == Qt.Key.Key_Up else 1)
                return
            if key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
                self._step(row, STEP)
                return
            if key in {Qt.Key.Key_Minus, Qt.Key.Key_Underscore}:
                self._step(row, -STEP)
                return
        super().keyPressEvent(event)

    def _step(self, row: PlannedBlock, by: int) -> None:
        minutes = max(0, row.block.minutes + by)
        if minutes != row.block.minutes:
            self.stepped.emit(row, minutes)

    def drags_at(self, where: QPoint) -> bool:
        """Whether a drag that begins here moves a block rather than the list."""
        return self.indexAt(where).column() == _GRIP

    # ── the mouse, and touch ────────────────────────────────────────────────────────────────────────────────────────

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """- and + of a row, or its grip; else the row comes in hand."""
        index = self.indexAt(event.position().toPoint())
        row = index.data(ROW_ROLE) if index.isValid() else None
        super().mousePressEvent(event)
        if not (isinstance(row, PlannedBlock) and self.may_change) or event.button() != Qt.MouseButton.LeftButton:
            return
        if index.column() == _MINUTES:
            less, _number, more = _boxes(self.visualRect(index))
            at = event.position().toPoint().x()
            if at < less.right() + 1:
                self._stepping = (index, -STEP)
            elif at >= more.left():
                self._stepping = (index, STEP)
        elif index.column() == _GRIP:
            self._dragged = self._target = index.row()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A grip that is held shows where the block would go."""
        if self._dragged is None:
            super().mouseMoveEvent(event)
            return
        index = self.indexAt(QPoint(10, event.position().toPoint().y()))
        if index.isValid():
            self._target = index.row()
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: the block moves by the blocks that lie between."""
        dragged, target = self._dragged, self._target
        stepping, self._stepping = self._stepping, None
        self._dragged = self._target = None
        self.viewport().update()
        super().mouseReleaseEvent(event)
        if stepping is not None and self.indexAt(event.position().toPoint()) == stepping[0]:
            self._step(stepping[0].data(ROW_ROLE), stepping[1])
        if dragged is None or target is None or dragged == target:
            return
        row = self.rows.rows[dragged]
        low, high = sorted((dragged, target))
        between = range(low + 1, high + 1) if target > dragged else range(low, high)
        steps = len(between)
        if isinstance(row, PlannedBlock) and steps:
            self.shifted.emit(row, steps if target > dragged else -steps)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and a line where a block that is held would go."""
        super().paintEvent(event)
        if self._dragged is None or self._target is None or self._dragged == self._target:
            return
        area = self.visualRect(self.model().index(self._target, 0))
        painter = QPainter(self.viewport())
        painter.setPen(QPen(tokens.colour("accent"), 2))
        at = area.bottom() if self._target > self._dragged else area.top()
        painter.drawLine(0, at, self.viewport().width(), at)
        painter.end()


def _same(row: PlanRow) -> object:
    return row.block.id if isinstance(row, PlannedBlock) else row.session.id
