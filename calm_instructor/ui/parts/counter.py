"""How many of at most how many: a box for each, filled or empty, and the words beside them."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.theme import tokens

_WIDE, _HIGH, _GAP = 14, 10, 3


class _Boxes(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.count, self.limit = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(max(self.count, self.limit) * (_WIDE + _GAP), _HIGH + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number in range(max(self.count, self.limit)):
            beyond = number >= self.limit
            token = "warn" if beyond else "accent" if number < self.count else "line-strong"
            painter.setPen(QPen(tokens.colour(token), 1))
            painter.setBrush(tokens.colour(token if number < self.count else "surface"))
            painter.drawRect(QRectF(number * (_WIDE + _GAP) + 0.5, 0.5, _WIDE - 1, _HIGH))
        painter.end()


class Counter(QWidget):
    """Boxes up to the limit; what is beyond it is drawn in another colour and said in the words."""

    def __init__(self) -> None:
        super().__init__()
        self._boxes = _Boxes()
        self._words = Label("", "strong")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._boxes)
        line.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_count(self, count: int, limit: int, words: str) -> None:
        """Show a count."""
        self._boxes.count, self._boxes.limit = count, limit
        self._boxes.updateGeometry()
        self._boxes.update()
        self._words.setText(words)
        self._words.set_tone("warn" if count > limit else "")
        self.setAccessibleName(words)
