"""How a picker's rows are painted: a technique of the catalogue, one of the set, the head of a family."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from calm_instructor.domain.technique import Tier
from calm_instructor.operations.viewing.picking import Offered, Standing, Taken
from calm_instructor.ui.parts.rows_model import ROW_ROLE, Column
from calm_instructor.ui.parts.table_view import PAD, RowDelegate, fitting
from calm_instructor.ui.parts.tier_icons import TIER_ICONS, tier_word
from calm_instructor.ui.theme import fonts, icons, tokens

OFFERED_HEIGHT, _TOLD_HEIGHT, _HEAD_HEIGHT = 32, 42, 28
"""A line of the catalogue; one with a word that asks for something; the head of a family."""

TAKEN_HEIGHT, OWED_HEIGHT = 46, 17
_GRIP, _GAP = 18, 8
_TIER, _TIER_HEIGHT, SIGN_WIDTH = 82, 22, 36
_CODE_AT_MOST = 110


@dataclass(frozen=True)
class Family:
    """A head over the techniques of a family."""

    name: str


OfferedRow = Offered | Family


class TechniqueList(Protocol):
    """What paints its rows here. ``code_width``: of its column of codes; ``may_change``: whether its signs may be pressed."""

    code_width: int
    may_change: bool


class TechniqueRows(RowDelegate):
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
        listed = cast("TechniqueList", self.parent())
        if isinstance(row, Taken):
            _taken(painter, area, row, listed.code_width, may_change=listed.may_change)
        elif isinstance(row, Offered):
            _offered(painter, area, row, listed.code_width, is_current=is_current, may_change=listed.may_change)


def code_width(codes: Iterable[str]) -> int:
    """How wide the column of codes is: as the widest of them, within reason, so that all names begin at one line."""
    metrics = QFontMetrics(fonts.font(strong=True))
    return min(_CODE_AT_MOST, max((metrics.horizontalAdvance(each) for each in codes), default=0)) + _GAP


def _named(painter: QPainter, area: QRect, code: str, name: str, column: int, *, strong: bool, token: str) -> int:
    """A code in its column and the name after it; how far the name reaches."""
    painter.setPen(tokens.colour(token))
    painter.setFont(fonts.font(strong=strong))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, fitting(painter, code, column - _GAP))
    painter.setFont(fonts.font())
    rest = area.adjusted(column, 0, 0, 0)
    shown = fitting(painter, name, max(0, rest.width()))
    painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, shown)
    return rest.left() + painter.fontMetrics().horizontalAdvance(shown)


def _small(painter: QPainter, area: QRect, text: str, token: str) -> None:
    painter.setFont(fonts.font(12))
    painter.setPen(tokens.colour(token))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, fitting(painter, text, area.width()))


def _offered(painter: QPainter, area: QRect, row: Offered, column: int, *, is_current: bool, may_change: bool) -> None:
    """Code, name, tier and sign in a line; what stands follows the name, or has a line of its own where it asks for something."""
    open_one = may_change and row.may_add and row.standing is not Standing.IN_SET
    token = "text" if open_one or is_current else "text-2"
    wide = area.width() - SIGN_WIDTH
    _tier(
        painter, QRect(area.left() + wide - _TIER, area.center().y() - _TIER_HEIGHT // 2, _TIER, _TIER_HEIGHT), row.tier
    )
    line = QRect(area.left(), area.top(), wide - _TIER - _GAP, area.height())
    if _asks(row):
        line = QRect(line.left(), area.center().y() - 18, line.width(), 19)
    reach = _named(painter, line, row.code, row.name, column, strong=open_one, token=token)
    if _asks(row):
        beneath = QRect(line.left() + column, line.top() + 18, line.width() - column, 18)
        _small(painter, beneath, row.said, "warn-text" if row.wanted else "text-2")
    else:
        said = f"  · {row.said}" if row.reasoned else ""  # the sign says that no reason is given, the head how many
        _after(painter, QRect(reach, line.top(), line.right() - reach, line.height()), said)
    if row.standing is Standing.IN_SET:
        _sign(painter, area, "check", "accent")
    elif row.may_add and may_change:
        _sign(painter, area, "plus", "accent")
    elif not row.reasoned and may_change:
        _sign(painter, area, "circle-dashed", "text-2")


def _after(painter: QPainter, area: QRect, text: str) -> None:
    """What follows a name: as a whole, or not at all; the row in hand says it anyway."""
    if QFontMetrics(fonts.font(12)).horizontalAdvance(text) <= area.width():
        _small(painter, area, text, "text-2")


def _asks(row: Offered) -> bool:
    """Whether what stands of it wants to be read before it is in hand."""
    return row.wanted or (row.may_add and not row.reasoned) or row.standing is Standing.WITHDRAWN


def _taken(painter: QPainter, area: QRect, row: Taken, column: int, *, may_change: bool) -> None:
    """The grip, code and name above, the risks beneath, then what it owes; tier and cross at the right end."""
    if may_change:
        painter.drawPixmap(area.left() - 4, area.center().y() - 7, icons.pixmap("grip-vertical", "text-2"))
        _sign(painter, area, "x", "text-2")
    grip, sign = (_GRIP, SIGN_WIDTH) if may_change else (4, 8)
    left, wide = area.left() + grip, area.width() - grip - sign
    top = area.top() + (4 if row.owes else (area.height() - 37) // 2)
    _tier(painter, QRect(left + wide - _TIER, top + 8, _TIER, _TIER_HEIGHT), row.tier)
    wide -= _TIER + _GAP
    if row.proposed:
        wide -= 16
        painter.drawPixmap(left + wide + 2, top + 12, icons.pixmap("pencil-line", "text-2", 13))
    _named(painter, QRect(left, top, wide, 19), row.code, row.name, column, strong=True, token="text")  # noqa: S106
    _small(painter, QRect(left, top + 18, wide, 18), row.met, "text-2")
    if row.owes:
        painter.drawPixmap(left, top + 38, icons.pixmap("triangle-alert", "warn-text", 13))
        _small(painter, QRect(left + 18, top + 36, wide - 18, 18), row.owes, "warn-text")


def _tier(painter: QPainter, area: QRect, tier: Tier | None) -> None:
    """A chip with the tier's icon and word."""
    if tier is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(tokens.colour("line"))
    painter.setBrush(tokens.colour("sunken"))
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.restore()
    painter.drawPixmap(area.left() + 6, area.center().y() - 7, icons.pixmap(TIER_ICONS[tier], "text-2"))
    _small(painter, area.adjusted(25, 0, -2, 0), tier_word(tier), "text-2")


def _sign(painter: QPainter, area: QRect, icon: str, token: str) -> None:
    painter.drawPixmap(area.right() - SIGN_WIDTH // 2 + PAD - 8, area.center().y() - 7, icons.pixmap(icon, token))


def height_of(row: OfferedRow) -> int:
    if isinstance(row, Family):
        return _HEAD_HEIGHT
    return _TOLD_HEIGHT if _asks(row) else OFFERED_HEIGHT
