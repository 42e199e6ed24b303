"""Words on a page: labels by their role, lamps, chips, counts."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from calm_instructor.messages.lamps import Lamp
from calm_instructor.ui.theme import icons

LAMP_ICONS = {
    Lamp.OK: ("circle-check", "ok"),
    Lamp.WARN: ("triangle-alert", "warn"),
    Lamp.STOP: ("octagon-x", "stop"),
    Lamp.TODO: ("circle-dashed", "text-2"),
    Lamp.INFO: ("info", "info"),
}
"""Which icon, in which token, stands for a lamp."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
"""A name in Arabic stands where the others stand."""


class Label(QLabel):
    """Words in a role of the style sheet. Plain text always: what people typed is never markup."""

    def __init__(
        self, text: str = "", role: str = "body", *, wrap: bool = False, tone: str = "", elide: bool = False
    ) -> None:
        super().__init__(text)
        self._elides = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setAlignment(_LEFT)
        if tone:
            self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_tone(self, tone: str) -> None:
        """Another colour for the same words."""
        if tone == (self.property("tone") or ""):
            return
        self.setProperty("tone", tone)
        restyle(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where it may be cut off, it ends in dots; the whole of it is its tip."""
        if not self._elides or self.fontMetrics().horizontalAdvance(self.text()) <= self.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        short = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, short)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """A long line gives way rather than push the page wider."""
        hint = super().minimumSizeHint()
        return hint if self.wordWrap() else QSize(min(hint.width(), 40), hint.height())


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class IconLabel(QWidget):
    """A picture that repeats what the words beside it say; drawn in the colours worn when it is painted."""

    def __init__(self, name: str, token: str = "text-2", size: int = 16) -> None:  # noqa: S107
        super().__init__()
        self._size = size
        self._drawn = (name, token)
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_icon(self, name: str, token: str = "text-2") -> None:  # noqa: S107
        """Show another picture."""
        self._drawn = (name, token)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, icons.pixmap(*self._drawn, self._size))
        painter.end()


class LampLabel(QWidget):
    """A lamp: icon and words in one."""

    def __init__(self, lamp: Lamp, text: str, *, wrap: bool = False, role: str = "body") -> None:
        super().__init__()
        self._icon = IconLabel(*LAMP_ICONS[lamp])
        self._text = Label(text, role, wrap=wrap, tone=lamp.value)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop if wrap else Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._text, 1)
        self.show_lamp(lamp, text)

    def show_lamp(self, lamp: Lamp, text: str) -> None:
        """Another state in other words."""
        self._icon.show_icon(*LAMP_ICONS[lamp])
        self._text.setText(text)
        self._text.set_tone(lamp.value)
        self.setAccessibleName(text)


class Chip(QFrame):
    """A state in a rounded frame, icon and word. ``square``: the mark of a thing rather than its state (GENERIC)."""

    def __init__(self, text: str, icon: str = "", tone: str = "plain", *, square: bool = False) -> None:
        super().__init__()
        self.setObjectName("chip")
        self.setProperty("square", square)
        self.setFixedHeight(22)
        self._icon = IconLabel(icon or "info", size=14)
        self._text = Label(text, "smallstrong")
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 8, 0)
        line.setSpacing(4)
        line.addWidget(self._icon)
        line.addWidget(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(text, icon, tone)

    def show_state(self, text: str, icon: str = "", tone: str = "plain") -> None:
        """Another state."""
        self._text.setText(text)
        self._text.set_tone(tone if tone != "plain" else "")
        self._icon.setVisible(bool(icon))
        if icon:
            self._icon.show_icon(icon, f"{tone}-text" if tone != "plain" else "text-2")
        self.setProperty("tone", tone)
        self.setAccessibleName(text)
        restyle(self)


class Line(QFrame):
    """A line of one pixel."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self.setObjectName("line")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
