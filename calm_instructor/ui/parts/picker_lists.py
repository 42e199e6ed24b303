"""The two lists of a picker: what the catalogue offers, by family, and what is taken, in teaching order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from calm_instructor.domain.technique import Tier
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import picker as words
from calm_instructor.operations.viewing.picking import Offered, Standing, Taken
from calm_instructor.ui.parts.dragged_rows import DraggedRows
from calm_instructor.ui.parts.rows_model import ROW_ROLE, Column
from calm_instructor.ui.parts.table_view import PAD, RowDelegate, fitting
from calm_instructor.ui.parts.tier_icons import TIER_ICONS
from calm_instructor.ui.theme import fonts, icons, tokens

_OFFERED_HEIGHT, _HEAD_HEIGHT = 42, 28
_TAKEN_HEIGHT, _OWED_HEIGHT = 46, 17
_GRIP = 18
_TIER, _SIGN = 88, 36
_ADDS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Select})


@dataclass(frozen=True)
class Family:
    """A head over the techniques of a family."""

    name: str


OfferedRow = Offered | Family


class _Rows(RowDelegate):
    """Paints a technique in two lines, its tier, its sign, and the heads of families."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A head has a ground of its own."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, Family):
            super().paint(painter, option, index)
            return
        area: QRect = option.rect
        painter.save()
        painter.fillRect(area, tokens.colour("sunken"))
        painter.setPen(tokens.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if index.column() == 0:
            painter.setFont(fonts.font(strong=True))
            painter.setPen(tokens.colour("text-2"))
            painter.drawText(area.adjusted(PAD, 0, -PAD, 0), Qt.AlignmentFlag.AlignVCenter, row.name)
        painter.restore()

    def paint_cell(self, painter: QPainter, area: QRect, column: Column[object], row: object, is_current: bool) -> None:
        """Offered or taken, as the column says."""
        if column.paint == "tier":
            _tier(painter, area, cast("Offered | Taken", row))
        elif column.paint == "sign":
            _sign(painter, area, row)
        elif isinstance(row, Taken):
            _taken(painter, area, row)
        elif isinstance(row, Offered):
            _offered(painter, area, row, is_current)


def _named(painter: QPainter, area: QRect, code: str, name: str, *, strong: bool, token: str) -> None:
    painter.setPen(tokens.colour(token))
    painter.setFont(fonts.font(strong=True) if strong else fonts.font())
    wide = painter.fontMetrics().horizontalAdvance(code)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, fitting(painter, code, area.width()))
    painter.setFont(fonts.font())
    rest = area.adjusted(wide + 8, 0, 0, 0)
    if rest.width() > 0:
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, fitting(painter, name, rest.width()))


def _small(painter: QPainter, area: QRect, text: str, token: str) -> None:
    painter.setFont(fonts.font(12))
    painter.setPen(tokens.colour(token))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, fitting(painter, text, area.width()))


def _offered(painter: QPainter, area: QRect, row: Offered, is_current: bool) -> None:
    open_one = row.may_add and row.standing is not Standing.IN_SET
    token = "text" if open_one or is_current else "text-2"
    top = area.center().y()
    _named(painter, QRect(area.left(), top - 18, area.width(), 19), row.code, row.name, strong=open_one, token=token)
    tone = "warn-text" if row.wanted else "text-2"
    _small(painter, QRect(area.left(), top, area.width(), 18), row.said, tone)


def _taken(painter: QPainter, area: QRect, row: Taken) -> None:
    painter.drawPixmap(area.left() - 4, area.center().y() - 7, icons.pixmap("grip-vertical", "text-3"))
    beside = area.adjusted(_GRIP, 0, 0, 0)
    top = beside.top() + (4 if row.owes else (beside.height() - 37) // 2)
    _named(painter, QRect(beside.left(), top, beside.width(), 19), row.code, row.name, strong=True, token="text")  # noqa: S106
    _small(painter, QRect(beside.left(), top + 19, beside.width(), 18), row.met, "text-2")
    if row.owes:
        painter.drawPixmap(beside.left(), top + 39, icons.pixmap("triangle-alert", "warn-text", 13))
        _small(painter, QRect(beside.left() + 18, top + 36, beside.width() - 18, 18), row.owes, "warn-text")


def _tier(painter: QPainter, area: QRect, row: Offered | Taken) -> None:
    if row.tier is None:
        return
    middle = area.center().y()
    below = row.proposed if isinstance(row, Taken) else ""
    line = middle - 9 if below else middle
    painter.drawPixmap(area.left(), line - 8, icons.pixmap(TIER_ICONS[row.tier], "text-2"))
    painter.setFont(fonts.font(12))
    painter.setPen(tokens.colour("text-2"))
    beside = QRect(area.left() + 22, line - 10, area.width() - 22, 20)
    painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, tier_word(row.tier))
    if below:
        _small(painter, QRect(area.left(), middle, area.width() + PAD, 18), below, "text-2")


def _sign(painter: QPainter, area: QRect, row: object) -> None:
    name = "x" if isinstance(row, Taken) else ""
    if isinstance(row, Offered):
        name = "check" if row.standing is Standing.IN_SET else "plus" if row.may_add else ""
    if name:
        token = "text-2" if isinstance(row, Taken) else "accent"
        painter.drawPixmap(area.center().x() - 7, area.center().y() - 7, icons.pixmap(name, token))


def tier_word(tier: Tier | None) -> str:
    """The tier in a word; "–" where it is not known."""
    return _(words.TIERS[tier.value]) if tier is not None else "–"


class CatalogueList(DraggedRows[OfferedRow]):
    """Enter, Space, a double click or the sign: ``toggled``. A row of the set dropped here comes as ``dropped``."""

    toggled = Signal(object)

    def __init__(self) -> None:
        super().__init__(
            [
                Column[OfferedRow](_(words.CATALOGUE), _words_of_offered, told=_told_of_offered, tip=_tip_of_offered),
                Column[OfferedRow]("", lambda _row: "", width=_TIER, paint="tier"),
                Column[OfferedRow]("", lambda _row: "", width=_SIGN, paint="sign", tip=_sign_of_offered),
            ],
            name=_(words.CATALOGUE),
            row_height=_OFFERED_HEIGHT,
            signs=(2,),
            empty=_(words.NOTHING_FOUND),
        )
        self.by_place = False
        self.rows.heads = lambda row: isinstance(row, Family)
        self.rows.carries = lambda row: row.code if isinstance(row, Offered) else ""
        self.setItemDelegate(_Rows(cast("Sequence[Column[object]]", self.rows.columns), self))
        self.opened.connect(self.toggled)
        self.pressed_sign.connect(self.toggled)

    def show_offered(self, rows: Sequence[Offered]) -> None:
        """The catalogue, each family under its head."""
        lines: list[OfferedRow] = []
        for each in rows:
            if not lines or getattr(lines[-1], "family", None) != each.family:
                lines.append(Family(each.family))
            lines.append(each)
        self.clearSpans()
        self.show_rows(lines, same=lambda row: row.code if isinstance(row, Offered) else row.name)
        for place, line in enumerate(lines):
            is_head = isinstance(line, Family)
            self.setRowHeight(place, _HEAD_HEIGHT if is_head else _OFFERED_HEIGHT)
            if is_head:
                self.setSpan(place, 0, 1, len(self.rows.columns))

    def offered(self) -> Offered | None:
        """The technique in hand."""
        row = self.current()
        return row if isinstance(row, Offered) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space does what Enter does."""
        row = self.offered()
        if row is not None and event.key() in _ADDS and self.may_change:
            self.toggled.emit(row)
        elif row is None or self.may_change or event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)


class SetList(DraggedRows[Taken]):
    """Space, Delete or the cross: ``taken_out``; Enter or a double click: ``opened``; Ctrl with an arrow: ``moved_by``."""

    taken_out = Signal(object)
    moved_by = Signal(object, int)

    def __init__(self, name: str, told: Callable[[Taken], str]) -> None:
        super().__init__(
            [
                Column[Taken](name, lambda row: f"{row.code}  {row.name}", told=told, tip=_tip_of_taken),
                Column[Taken]("", lambda _row: "", width=_TIER + 14, paint="tier"),
                Column[Taken]("", lambda _row: "", width=_SIGN, paint="sign", tip=_sign_of_taken),
            ],
            name=name,
            row_height=_TAKEN_HEIGHT,
            signs=(2,),
            empty=_(words.EMPTY_SET),
        )
        self.rows.carries = lambda row: row.code
        self.setItemDelegate(_Rows(cast("Sequence[Column[object]]", self.rows.columns), self))
        self.deleted.connect(self._take_out)
        self.pressed_sign.connect(self._take_out)

    def show_taken(self, rows: Sequence[Taken]) -> None:
        """The set; what owes something is a line taller."""
        self.show_rows(rows, same=lambda row: row.code)
        for place, row in enumerate(rows):
            self.setRowHeight(place, _TAKEN_HEIGHT + (_OWED_HEIGHT if row.owes else 0))

    def _take_out(self, row: Taken) -> None:
        if self.may_change:
            self.taken_out.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space takes out; with Ctrl the arrows move the technique, not the row in hand."""
        row = self.current()
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if row is not None and event.key() in _ADDS:
            self._take_out(row)
        elif row is not None and ctrl and steps:
            if self.may_change:
                self.moved_by.emit(row, steps)
        else:
            super().keyPressEvent(event)


def _words_of_offered(row: OfferedRow) -> str:
    return row.name if isinstance(row, Family) else f"{row.code}  {row.name}  {row.hold}"


def _told_of_offered(row: OfferedRow) -> str:
    if isinstance(row, Family):
        return row.name
    return _(words.IN_HAND_OFFERED).format(
        code=row.code, name=row.name, tier=tier_word(row.tier).lower(), said=row.said
    )


def _tip_of_offered(row: OfferedRow) -> str:
    return "" if isinstance(row, Family) else f"{row.code}  {row.name}\n{row.hold}\n{row.said}"


def _sign_of_offered(row: OfferedRow) -> str:
    if isinstance(row, Family) or not (row.may_add or row.standing is Standing.IN_SET):
        return ""
    said = words.TAKE_OUT if row.standing is Standing.IN_SET else words.ADD
    return _(said).format(code=row.code)


def _tip_of_taken(row: Taken) -> str:
    return "\n".join(each for each in (f"{row.code}  {row.name}", row.met, row.owes) if each)


def _sign_of_taken(row: Taken) -> str:
    return _(words.TAKE_OUT).format(code=row.code)
