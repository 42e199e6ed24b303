"""The same picture by hand: a widget that paints each visible cell's ground, lines and mark, and nothing else."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from calm_instructor.ui.parts import marks
from calm_instructor.ui.parts.marks import Mark
from calm_instructor.ui.theme import tokens


class Canvas(QWidget):
    """``rows`` and ``columns`` of marks, names at the left."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self._rows, self._columns = rows, columns
        self._mark = Mark("competent")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Everything that is in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, line, text = tokens.colour("surface"), tokens.colour("line"), tokens.colour("text")
        for row in range(min(self._rows, (self.height() - 40) // 32 + 1)):
            top = 40 + row * 32
            painter.setPen(text)
            painter.drawText(QRectF(42, top, 200, 31), f"{row + 1} Name of somebody")
            for column in range(min(self._columns, (self.width() - 250) // 64 + 1)):
                left = 250 + column * 64
                painter.fillRect(left, top, 64, 32, ground)
                painter.setPen(line)
                painter.drawLine(left, top + 31, left + 63, top + 31)
                painter.drawLine(left + 63, top, left + 63, top + 31)
                marks.paint(painter, QRectF(left, top, 63, 31), self._mark)
        painter.end()
