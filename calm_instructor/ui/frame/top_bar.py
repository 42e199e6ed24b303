"""The bar at the top: the find box, and whether all is saved."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import frame as words
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import IconLabel, Label


class TopBar(QFrame):
    """``find`` opens the find palette; the saved line is told by the window."""

    def __init__(self, find: Callable[[], object], to_send: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setFixedHeight(48)
        self.box = _FindBox(find)
        self._saved = Label("", "quiet")
        self._drive = IconLabel("hard-drive", "text-2")
        self._send: QPushButton = button("", to_send, kind="quiet", small=True)
        self._send.hide()
        QShortcut(QKeySequence("Ctrl+K"), self, find)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(6)
        line.addWidget(self.box)
        line.addStretch(1)
        line.addWidget(self._drive)
        line.addWidget(self._saved)
        line.addWidget(self._send)

    def show_saved(self, text: str, to_send: str = "", tone: str = "") -> None:
        """How it stands with saving, and what waits to be sent."""
        self._saved.setText(text)
        self._saved.set_tone(tone)
        self._drive.show_icon("octagon-x" if tone else "hard-drive", tone or "text-2")
        self._send.setText(to_send)
        self._send.setAccessibleName(to_send)
        self._send.setVisible(bool(to_send))


class _FindBox(QPushButton):
    """Looks like a find line; what it opens is one."""

    def __init__(self, find: Callable[[], object]) -> None:
        super().__init__()
        self.setFixedWidth(400)
        self.setAccessibleName(_(words.FIND))
        self.setCursor(Qt.CursorShape.IBeamCursor)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 0, 6, 0)
        line.setSpacing(8)
        line.addWidget(IconLabel("search", "text-2"))
        line.addWidget(Label(_(words.FIND), "quiet"))
        line.addStretch(1)
        key = Label(_(words.FIND_KEYS))
        key.setObjectName("keycap")
        key.setFixedHeight(20)
        line.addWidget(key)
        self.clicked.connect(lambda _checked=False: find())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Opens at once, as a line takes the focus at once."""
        event.accept()
        self.click()
