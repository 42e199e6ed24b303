"""The rail: where one can go, in the order of the work; Settings at its foot."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import frame as words
from calm_instructor.ui.theme import fonts, icons, tokens

PAGES = {
    "today": (words.TODAY, "sun"),
    "courses": (words.COURSES, "calendar-days"),
    "people": (words.PEOPLE, "users"),
    "needs": (words.NEEDS, "clipboard-list"),
    "techniques": (words.TECHNIQUES, "layers"),
    "head_office": (words.HEAD_OFFICE, "building-2"),
    "trail": (words.TRAIL, "footprints"),
    "settings": (words.SETTINGS, "settings"),
}
"""The pages of the rail by name, with their word and icon."""

BELONGS = {"course": "courses", "person": "people", "tna": "needs"}
"""Under which word of the rail a page of one record belongs."""


class _RailButton(QToolButton):
    """Icon over word; where one is: a soft ground, a bar at its left, and bold."""

    def __init__(self, word: str, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setText(word)
        self.setCheckable(True)
        self.setFixedSize(84, 58)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(word)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Painted, because a style leaves no say over where icon and word stand."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_here = self.isChecked()
        if is_here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("selected"))
            painter.drawRoundedRect(self.rect().adjusted(5, 1, -5, -1), 4, 4)
        if is_here:
            painter.fillRect(0, 9, 3, self.height() - 18, tokens.colour("accent"))
        token = "accent" if is_here else "text-2"
        painter.drawPixmap((self.width() - 20) // 2, 10, icons.pixmap(self._icon, token, 20))
        painter.setFont(fonts.font(12, strong=is_here))
        painter.setPen(tokens.colour(token))
        painter.drawText(self.rect().adjusted(0, 32, 0, -8), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class Rail(QFrame):
    """One button a page; Ctrl+1 to Ctrl+8 press them."""

    def __init__(self, go: Callable[[str], object]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(84)
        self.setAccessibleName(_(words.PAGES))
        self._buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(2)
        for number, (page, (word, _icon)) in enumerate(PAGES.items(), 1):
            each = _RailButton(_(word), PAGES[page][1])
            each.setToolTip(f"Ctrl+{number}")
            each.clicked.connect(lambda _checked=False, page=page: go(page))
            QShortcut(QKeySequence(f"Ctrl+{number}"), self, lambda page=page: go(page))
            group.addButton(each)
            self._buttons[page] = each
            if page == "settings":
                column.addStretch(1)
            column.addWidget(each)

    def show_page(self, page: str) -> None:
        """Mark where one is."""
        which = self._buttons.get(BELONGS.get(page, page))
        if which is not None:
            which.setChecked(True)
