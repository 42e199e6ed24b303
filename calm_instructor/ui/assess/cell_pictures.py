"""Cells as pictures, each drawn once for its mark, size and ground and then only laid down: a grid has few different ones."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from calm_instructor.operations.viewing.grid import Cell
from calm_instructor.ui.assess.grid_model import kind_of
from calm_instructor.ui.assess.letters import LETTERS
from calm_instructor.ui.parts import marks
from calm_instructor.ui.parts.marks import Mark
from calm_instructor.ui.theme import tokens

MOST = 400
"""Pictures kept."""


def mark_of(cell: Cell) -> Mark:
    """How a cell is drawn."""
    if cell.outcome is None and cell.taken_back is not None:
        return Mark("undone", letter=LETTERS[cell.taken_back])
    return Mark(kind_of(cell), attempt=cell.attempt, note=cell.note or cell.owes)


def hatch(colour: QColor) -> QPixmap:
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


class CellPictures:
    """The pictures of one grid in one palette; a new palette makes pages anew, and so these."""

    def __init__(self) -> None:
        self.ground = tokens.colour("surface")
        self.selected = tokens.colour("selected")
        self.line = QPen(tokens.colour("line"))
        self.edge = QPen(tokens.colour("line-strong"), 2)
        self.focus = QPen(tokens.colour("focus"), 2)
        self.hatch = QBrush(hatch(tokens.colour("hatch")))
        self._kept: dict[tuple[object, ...], QPixmap] = {}

    def of(self, cell: Cell, width: int, height: int, ratio: float, *, selected: bool) -> QPixmap:
        """Ground, lines to the right and below, and the mark."""
        key = (
            cell.outcome,
            cell.attempt,
            cell.note or cell.owes,
            cell.taken_back,
            width,
            height,
            ratio,
            selected,
        )
        picture = self._kept.get(key)
        if picture is None:
            if len(self._kept) > MOST:
                self._kept.clear()
            picture = self._kept[key] = self._draw(cell, width, height, ratio, selected)
        return picture

    def _draw(self, cell: Cell, width: int, height: int, ratio: float, selected: bool) -> QPixmap:
        picture = QPixmap(round(width * ratio), round(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self.selected if selected else self.ground)
        painter = QPainter(picture)
        painter.setPen(self.line)
        painter.drawLine(0, height - 1, width - 1, height - 1)
        painter.drawLine(width - 1, 0, width - 1, height - 1)
        if cell.outcome is not None or cell.taken_back is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            marks.paint(painter, QRectF(0, 0, width - 1, height - 1), mark_of(cell))
        painter.end()
        return picture
