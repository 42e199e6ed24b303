"""What things stand on: cards, banners, rows, and the empty state."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from calm_instructor.ui.parts.labels import IconLabel, Label, restyle

BANNER_ICONS = {"info": "info", "warn": "triangle-alert", "stop": "octagon-x", "ok": "circle-check"}
"""Which icon a tone has."""


class Card(QFrame):
    """A card: head with title and something at the right, then ``body``."""

    def __init__(self, title: str = "", icon: str = "", right: str = "", *, margins: int = 16) -> None:
        super().__init__()
        self.setObjectName("card")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._title = Label(title, "section")
        self._right = Label(right, "quiet")
        if title:
            column.addWidget(self._head(icon, margins))
        self.body = QVBoxLayout()
        self.body.setContentsMargins(
            margins, margins * 3 // 4 if margins else 0, margins, margins * 3 // 4 if margins else 0
        )
        self.body.setSpacing(8)
        column.addLayout(self.body)

    def _head(self, icon: str, margins: int) -> QFrame:
        head = QFrame()
        head.setObjectName("cardhead")
        head.setFixedHeight(41)
        self.head_line = QHBoxLayout(head)
        self.head_line.setContentsMargins(margins or 16, 0, margins or 16, 0)
        self.head_line.setSpacing(8)
        if icon:
            self.head_line.addWidget(IconLabel(icon, "text", 18))
        self.head_line.addWidget(self._title)
        self.head_line.addStretch(1)
        self.head_line.addWidget(self._right)
        return head

    def set_title(self, text: str) -> None:
        """Another title."""
        self._title.setText(text)

    def set_right(self, text: str) -> None:
        """What stands at the right of the head, as a count."""
        self._right.setText(text)


class Banner(QFrame):
    """A sentence that stands until it is no longer so. ``tone``: "info", "warn", "stop" or "ok"."""

    def __init__(self, tone: str = "info", text: str = "", icon: str = "", button: QPushButton | None = None) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._icon = IconLabel("info")
        self._text = Label(text, wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(12, 7, 12, 7)
        self.line.setSpacing(8)
        self.line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.line.addWidget(self._text, 1)
        if button is not None:
            self.line.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.tell(tone, text, icon)

    def tell(self, tone: str, text: str, icon: str = "") -> None:
        """Other words in another tone."""
        self.setProperty("tone", tone)
        self._icon.show_icon(icon or BANNER_ICONS[tone], f"{tone}-text")
        self._text.setText(text)
        self._text.set_tone(tone)
        self.setAccessibleName(text)
        restyle(self)
        self._place_icon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sentence takes other lines."""
        super().resizeEvent(event)
        self._place_icon()

    def _place_icon(self) -> None:
        """Beside a single line, or beside the first of several."""
        one_line = self._text.heightForWidth(self._text.width()) < 2 * self._text.fontMetrics().lineSpacing()
        self.line.setAlignment(self._icon, Qt.AlignmentFlag.AlignVCenter if one_line else Qt.AlignmentFlag.AlignTop)


class Empty(QFrame):
    """Nothing here yet: what would be here, and one way to begin."""

    def __init__(self, icon: str, title: str, hint: str = "", button: QPushButton | None = None) -> None:
        super().__init__()
        self.setObjectName("card")
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 14, 16, 14)
        line.setSpacing(14)
        line.addWidget(IconLabel(icon, "text-2", 28))
        self.words = QVBoxLayout()
        self.words.setSpacing(2)
        self.words.addWidget(Label(title, "strong"))
        self.words.addWidget(Label(hint, "quiet", wrap=True))
        line.addLayout(self.words, 1)
        if button is not None:
            line.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)


class Row(QFrame):
    """A line of a list made of widgets, with a line beneath it."""

    def __init__(self, height: int = 40) -> None:
        super().__init__()
        self.setObjectName("row")
        self.setMinimumHeight(height)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(16, 4, 8, 4)
        self.line.setSpacing(8)

    def set_current(self, current: bool) -> None:
        """Whether this is the row in hand."""
        if current is self.property("current"):
            return
        self.setProperty("current", current)
        restyle(self)


class Surface(QFrame):
    """A plain ground: "surface", "sunken" or "side"."""

    def __init__(self, name: str = "surface") -> None:
        super().__init__()
        self.setObjectName(name)


def scrolled(widget: QWidget) -> QScrollArea:
    """A widget that scrolls up and down where it is too tall, and never sideways."""
    widget.setObjectName(widget.objectName() or "scrolled")
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
