"""Outcome marks: letter, shape and colour, painted; never a font's sign and never colour alone."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from calm_instructor.ui.theme import fonts, tokens
from calm_instructor.ui.theme.tokens import Palette


@dataclass(frozen=True)
class Mark:
    """``kind``: "competent", "not_yet", "not_assessed", "not_assessable", "undone" or "" for still to do.

    ``attempt``: shown from the second on; ``note``: something is written of it; ``letter``: of a mark taken back.
    """

    kind: str = ""
    attempt: int = 1
    note: bool = False
    letter: str = "C"


@lru_cache(maxsize=256)
def _picture(kind: str, letter: str, size: int, ratio: float, palette: Palette) -> QPixmap:
    pixmap = QPixmap(round((size + 2) * ratio), round((size + 2) * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(painter, QRectF(1, 1, size, size), kind, letter)
    painter.end()
    return pixmap


def paint(painter: QPainter, area: QRectF, mark: Mark, size: int = 24) -> None:
    """Paint a mark in the middle of an area, its attempt at the right foot, its note in the top right corner."""
    if mark.kind:
        ratio = painter.device().devicePixelRatio()
        picture = _picture(mark.kind, mark.letter, size, ratio, tokens.current())
        middle = area.center()
        left = round(middle.x() - size / 2) - 1
        top = round(middle.y() - size / 2) - 1
        painter.drawPixmap(left, top, picture)
        if mark.attempt > 1:
            painter.setFont(fonts.font(12, strong=True))
            painter.setPen(tokens.colour("text-2"))
            foot = QRectF(left + size + 3, top + size - 10, 16, 14)
            painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(mark.attempt))
    if mark.note:
        corner = area.topRight()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("info"))
        painter.drawPolygon(QPolygonF([corner, corner - QPointF(9, 0), corner + QPointF(0, 9)]))


def _draw(painter: QPainter, box: QRectF, kind: str, letter: str) -> None:
    side = box.width()
    if kind == "competent":
        _shape(painter, None, "ok")
        painter.drawEllipse(box)
        _letter(painter, box, "C", "on-ok")
    elif kind == "not_yet":
        _shape(painter, QPen(tokens.colour("warn"), 2), "warn-soft")
        middle = box.center()
        reach = side / 2 + 0.5
        points = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
        painter.drawPolygon(QPolygonF([middle + point * 0.94 for point in points]))
        _letter(painter, box, "N", "warn-text")
    elif kind == "not_assessed":
        _shape(painter, QPen(tokens.colour("line-strong"), 1.5), "surface")
        painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 3, 3)
        painter.setPen(QPen(tokens.colour("text"), 2))
        painter.drawLine(box.center() - QPointF(side / 6, 0), box.center() + QPointF(side / 6, 0))
    elif kind == "not_assessable":
        pen = QPen(tokens.colour("line-strong"), 1, Qt.PenStyle.DashLine)
        _shape(painter, pen, "sunken")
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
        painter.setPen(QPen(tokens.colour("text-2"), 1.75))
        arm = side / 6
        middle = box.center()
        painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm))
        painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm))
    elif kind == "undone":
        pen = QPen(tokens.colour("line-strong"), 1.5, Qt.PenStyle.DashLine)
        _shape(painter, pen, "surface")
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        _letter(painter, box, letter, "text-3")


def _shape(painter: QPainter, pen: QPen | None, fill: str) -> None:
    painter.setPen(pen if pen is not None else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(tokens.colour(fill))


def _letter(painter: QPainter, box: QRectF, letter: str, token: str) -> None:
    painter.setFont(fonts.font(max(9, round(box.width() * 0.54)), strong=True))
    painter.setPen(tokens.colour(token))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)


class MarkLabel(QWidget):
    """A mark that stands by itself, as in a list or a legend; ``name`` says it to a reader."""

    def __init__(self, mark: Mark, name: str, size: int = 20) -> None:
        super().__init__()
        self._mark, self._size = mark, size
        self.setFixedSize(size + (16 if mark.attempt > 1 else 4), size + 4)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def paintEvent(self, _event: object) -> None:
        """The mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, QRectF(0, 0, self._size + 4, self._size + 4), self._mark, self._size)
        painter.end()
