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
_TIER, _SIGN = 84, 36
_ADDS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Select})


@dataclass(frozen=True)
class Family:
    """A head over the techniques of a family."""

    name: str


OfferedRow = Offered | Family


class _Rows(RowDelegate):
    """Paints a technique in one cell as wide as the list, and the heads of families."""

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
        painter.setFont(fonts.font(strong=True))
        painter.setPen(tokens.colour("text-2"))
        painter.drawText(area.adjusted(PAD, 0, -PAD, 0), Qt.AlignmentFlag.AlignVCenter, row.name)
        painter.restore()

    def paint_cell(
        self, painter: QPainter, area: QRect, _column: Column[object], row: object, is_current: bool
    ) -> None:
        """Offered or taken."""
        may_change = cast("DraggedRows[object]", self.parent()).may_change
        if isinstance(row, Taken):
            _taken(painter, area, row, may_change=may_change)
        elif isinstance(row, Offered):
            _offered(painter, area, row, is_current, may_change=may_change)


def _named(painter: QPainter, area: QRect, code: str, name: str, *, strong: bool, token: str) -> None:
    painter.setPen(tokens.colour(token))
    painter.setFont(fonts.font(strong=strong))
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


def _offered(painter: QPainter, area: QRect, row: Offered, is_current: bool, *, may_change: bool) -> None:
    """Name and tier above, what stands beneath, the sign at the right end."""
    open_one = may_change and row.may_add and row.standing is not Standing.IN_SET
    token = "text" if open_one or is_current else "text-2"
    top, wide = area.center().y() - 18, area.width() - _SIGN
    _named(painter, QRect(area.left(), top, wide - _TIER - 8, 19), row.code, row.name, strong=open_one, token=token)
    _tier(painter, QRect(area.left() + wide - _TIER, top, _TIER, 19), row.tier)
    tone = "warn-text" if row.wanted else "text-2"
    _small(painter, QRect(area.left(), top + 18, wide - 4, 18), row.said, tone)
    if row.standing is Standing.IN_SET:
        _sign(painter, area, "check", "accent")
    elif row.may_add and may_change:
        _sign(painter, area, "plus", "accent")


def _taken(painter: QPainter, area: QRect, row: Taken, *, may_change: bool) -> None:
    """The grip, name and tier above, the risks beneath, then what it owes; the cross at the right end."""
    if may_change:
        painter.drawPixmap(area.left() - 4, area.center().y() - 7, icons.pixmap("grip-vertical", "text-2"))
        _sign(painter, area, "x", "text-2")
    grip, sign = (_GRIP, _SIGN) if may_change else (4, 8)
    left, wide = area.left() + grip, area.width() - grip - sign
    top = area.top() + (4 if row.owes else (area.height() - 37) // 2)
    _named(
        painter,
        QRect(left, top, wide - _TIER - 8, 19),
        row.code,
        row.name,
        strong=True,
        token="text",  # noqa: S106
    )
    _tier(painter, QRect(left + wide - _TIER, top, _TIER, 19), row.tier)
    painter.setFont(fonts.font(12))
    beside = painter.fontMetrics().horizontalAdvance(row.proposed) + 2 if row.proposed else 0
    _small(painter, QRect(left, top + 18, wide - beside - 12, 18), row.met, "text-2")
    _small(painter, QRect(left + wide - beside - 4, top + 18, beside, 18), row.proposed, "text-2")
    if row.owes:
        painter.drawPixmap(left, top + 38, icons.pixmap("triangle-alert", "warn-text", 13))
        _small(painter, QRect(left + 18, top + 36, wide - 18, 18), row.owes, "warn-text")


def _tier(painter: QPainter, area: QRect, tier: Tier | None) -> None:
    if tier is not None:
        painter.drawPixmap(area.left(), area.center().y() - 8, icons.pixmap(TIER_ICONS[tier], "text-2"))
        _small(painter, area.adjusted(22, 0, 0, 0), tier_word(tier), "text-2")


def _sign(painter: QPainter, area: QRect, icon: str, token: str) -> None:
    painter.drawPixmap(area.right() - _SIGN // 2 + PAD - 8, area.center().y() - 7, icons.pixmap(icon, token))


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
            ],
            name=_(words.CATALOGUE),
            row_height=_OFFERED_HEIGHT,
            sign_width=_SIGN,
            sign_tip=_sign_of_offered,
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
        self.show_rows(lines, same=lambda row: row.code if isinstance(row, Offered) else row.name)
        for place, line in enumerate(lines):
            self.setRowHeight(place, _HEAD_HEIGHT if isinstance(line, Family) else _OFFERED_HEIGHT)
        self.show_in_hand()

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
            ],
            name=name,
            row_height=_TAKEN_HEIGHT,
            sign_width=_SIGN,
            sign_tip=_sign_of_taken,
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
        self.show_in_hand()

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
