"""A section of the settings: shows what was read, and asks for wishes through its page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import parts as words
from calm_instructor.operations.viewing.settings import SettingsSeen
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.inputs import DateEdit, Field
from calm_instructor.ui.parts.labels import Line
from calm_instructor.ui.parts.surfaces import Card
from calm_instructor.ui.parts.texts import LineEdit

WIDEST = 900


class Section(QWidget):
    """``page``: whose wishes it uses. Filled in by ``show_settings``. ``foot``: buttons that stay in sight while it scrolls."""

    foot: QWidget | None = None

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def show_settings(self, seen: SettingsSeen) -> None:
        """Show what is settled."""

    def take_focus(self) -> None:
        """Put the focus where one begins."""


def form(title: str, rows: Sequence[Sequence[QWidget]]) -> Card:
    """A card with fields in rows of one to three, all columns as wide."""
    card = Card(title)
    card.setMaximumWidth(WIDEST)
    for row in rows:
        line = QHBoxLayout()
        line.setSpacing(16)
        for each in row:
            each.setSizePolicy(QSizePolicy.Policy.Ignored, each.sizePolicy().verticalPolicy())
            line.addWidget(each, 1, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(line)
    return card


def foot_of(buttons: Sequence[QWidget]) -> QWidget:
    """The buttons of a form, beneath what scrolls."""
    foot = QWidget()
    foot.setMaximumWidth(WIDEST)
    column = QVBoxLayout(foot)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    column.addWidget(Line())
    line = QHBoxLayout()
    line.setContentsMargins(16, 0, 16, 0)
    line.setSpacing(8)
    line.addStretch(1)
    for each in buttons:
        line.addWidget(each)
    column.addLayout(line)
    return foot


def date_is_readable(field: Field, editor: DateEdit) -> bool:
    """Whether a line for a date is empty or holds one; says beneath it where not."""
    if editor.text().strip() and editor.date() is None:
        field.refuse(_(words.NO_DATE).format(text=editor.text().strip()))
        return False
    field.accept()
    return True


def is_filled_in(field: Field, editor: LineEdit) -> bool:
    """Whether something is written; says beneath it where not."""
    if not editor.text().strip():
        field.refuse(_(words.EMPTY))
        return False
    field.accept()
    return True
