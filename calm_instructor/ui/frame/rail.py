"""The rail: where one can go, in the order of the work; Settings at its foot."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import frame as words
from calm_instructor.ui.theme import icons

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
            each = QToolButton()
            each.setText(_(word))
            each.setCheckable(True)
            each.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            each.setIconSize(QSize(20, 20))
            each.setFixedSize(84, 58)
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            each.setAccessibleName(_(word))
            each.setToolTip(f"Ctrl+{number}")
            each.clicked.connect(lambda _checked=False, page=page: go(page))
            QShortcut(QKeySequence(f"Ctrl+{number}"), self, lambda page=page: go(page))
            group.addButton(each)
            self._buttons[page] = each
            if page == "settings":
                column.addStretch(1)
            column.addWidget(each)
        self.dress()

    def dress(self) -> None:
        """Draw the icons in the colours worn now."""
        for page, each in self._buttons.items():
            each.setIcon(icons.icon(PAGES[page][1], "accent" if each.isChecked() else "text-2", 20))

    def show_page(self, page: str) -> None:
        """Mark where one is."""
        which = self._buttons.get(BELONGS.get(page, page))
        if which is not None:
            which.setChecked(True)
        self.dress()
