"""Paints a cell: ground, hatch, mark, ring. One call for a cell, nothing looked up twice; the marks are pictures kept once drawn."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from calm_instructor.domain.assessment import Outcome
from calm_instructor.operations.viewing.grid import Cell
from calm_instructor.ui.assess.grid_model import GridModel, kind_of
from calm_instructor.ui.parts import marks
from calm_instructor.ui.parts.marks import Mark
from calm_instructor.ui.theme import tokens
from calm_instructor.ui.theme.tokens import Palette

if TYPE_CHECKING:
    from calm_instructor.ui.assess.grid_view import GridView

LETTERS: Mapping[Outcome, str] = {Outcome.COMPETENT: "C", Outcome.NOT_YET: "N", Outcome.NOT_ASSESSED: "-"}


@lru_cache(maxsize=1024)
def mark_of(cell: Cell) -> Mark:
    """How a cell is drawn."""
    if cell.outcome is None and cell.taken_back is not None:
        return Mark("undone", letter=LETTERS[cell.taken_back])
    return Mark(kind_of(cell), attempt=cell.attempt, note=cell.note or cell.owes)


class Inks:
    """The colours of a grid in one palette."""

    def __init__(self) -> None:
        self.ground = tokens.colour("surface")
        self.selected = tokens.colour("selected")
        self.line = QPen(tokens.colour("line"))
        self.edge = QPen(tokens.colour("line-strong"), 2)
        self.focus = QPen(tokens.colour("focus"), 2)
        self.hatch = QBrush(_hatch(tokens.colour("hatch")))


def _hatch(colour: QColor) -> QPixmap:
    """Lines at 45 degrees, 8 px apart, to be laid side by side."""
    picture = QPixmap(8, 8)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.2))
    for shift in (-8, 0, 8):
        painter.drawLine(QPointF(shift - 1, 9), QPointF(shift + 9, -1))
    painter.end()
    return picture


@lru_cache(maxsize=3)
def inks(palette: Palette) -> Inks:
    """The colours of the palette in use."""
    return Inks()


class MarkDelegate(QStyledItemDelegate):
    """Belongs to a GridView."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The cell."""
        view = cast("GridView", self.parent())
        model: GridModel = view.grid
        ink = inks(tokens.current())
        area: QRect = option.rect
        row, column = index.row(), index.column()
        who, _what, cell = model.at(row, column)
        here = view.here
        in_row = row == here[0]
        is_current = in_row and column == here[1]
        painter.fillRect(area, ink.selected if in_row and not is_current else ink.ground)
        blank = cell.outcome is None
        if blank and who.why:
            painter.fillRect(area, ink.hatch)
        right, bottom = area.right(), area.bottom()
        painter.setPen(ink.line)
        painter.drawLine(area.left(), bottom, right, bottom)
        if not (blank and who.why):
            painter.drawLine(right, area.top(), right, bottom)
        if not blank or cell.taken_back is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            marks.paint(painter, QRectF(area.left(), area.top(), area.width() - 1, area.height() - 1), mark_of(cell))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if is_current:
            painter.setPen(ink.focus if view.keyed else ink.edge)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -2, -2))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for a mark and its attempt."""
        return QSize(64, 32)
