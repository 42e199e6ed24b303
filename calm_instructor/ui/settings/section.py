"""A section of the settings: shows what was read, and asks for wishes through its page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import parts as words
from calm_instructor.operations.viewing.settings import SettingsSeen
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.inputs import DateEdit, Field
from calm_instructor.ui.parts.surfaces import Card
from calm_instructor.ui.parts.texts import LineEdit

WIDEST = 900
_COLUMNS = 6


class Section(QWidget):
    """``page``: whose wishes it uses. Filled in by ``show_settings``."""

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


def form(title: str, rows: Sequence[Sequence[QWidget]], buttons: Sequence[QWidget]) -> Card:
    """A card with fields in rows of one to three, and its buttons at the foot."""
    card = Card(title)
    card.setMaximumWidth(WIDEST)
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    for number, row in enumerate(rows):
        span = _COLUMNS // len(row)
        for place, each in enumerate(row):
            grid.addWidget(each, number, place * span, 1, span, Qt.AlignmentFlag.AlignTop)
    for column in range(_COLUMNS):
        grid.setColumnStretch(column, 1)
    card.body.addLayout(grid)
    foot = QHBoxLayout()
    foot.setSpacing(8)
    foot.addStretch(1)
    for each in buttons:
        foot.addWidget(each)
    card.body.addLayout(foot)
    return card


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
