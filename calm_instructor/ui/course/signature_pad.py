"""A box to sign in with finger, pen or mouse. The strokes are shown and never kept: the record says that somebody signed."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from calm_instructor.ui.theme import tokens

_PEN = 3
_LEAST = 24
"""How long all strokes together must be, in px, so that a chance touch is no signature."""


class SignaturePad(QWidget):
    """``drawn`` comes after each stroke and when it is emptied."""

    drawn = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumHeight(96)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._strokes: list[QPainterPath] = []

    @property
    def is_signed(self) -> bool:
        """Whether something that can be a signature stands in it."""
        return sum(stroke.length() for stroke in self._strokes) >= _LEAST

    def clear(self) -> None:
        """Start again."""
        self._strokes = []
        self.update()
        self.drawn.emit()

    def drags_at(self, _where: QPoint) -> bool:
        """A stroke is drawn, and nothing scrolls."""
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stroke begins."""
        self._strokes.append(QPainterPath(event.position()))
        self._go_on(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It goes on."""
        if self._strokes and event.buttons():
            self._go_on(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """It ends."""
        self.drawn.emit()

    def _go_on(self, to: QPointF) -> None:
        inside = self.rect()
        self._strokes[-1].lineTo(
            max(4.0, min(to.x(), inside.width() - 4.0)), max(4.0, min(to.y(), inside.height() - 4.0))
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box, the line to sign on, the strokes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.colour("line-strong"), 2))
        painter.setBrush(tokens.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(QPen(tokens.colour("line-strong"), 1))
        foot = self.height() - 28
        painter.drawLine(24, foot, self.width() - 24, foot)
        pen = QPen(tokens.colour("text"), _PEN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            painter.drawPath(stroke)
        painter.end()
