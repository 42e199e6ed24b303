"""A question of the walk: shows the TNA as it stands and keeps each piece as soon as it is left."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from calm_instructor.domain.anonymity import NOTHING_KNOWN, Known
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.describing import describe
from calm_instructor.operations.viewing.needs import TnaWalk
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import Segmented
from calm_instructor.ui.parts.inputs import DateEdit, Field, Tick
from calm_instructor.ui.parts.marked_text import PersonSigns
from calm_instructor.ui.parts.texts import LineEdit, TextEdit

_KEEPS = "stays_when_read_only"


class Question(QWidget):
    """``walk`` is the TNA as last shown; ``column`` takes what the question is made of; ``is_gone``: another TNA is shown."""

    in_hand_changed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.desk = page.desk
        self.around = page.around
        self.walk: TnaWalk | None = None
        self.is_gone = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    # ── what a question fills in ────────────────────────────────────────────────────────────────────────────────────

    def show_tna(self, walk: TnaWalk) -> None:
        """Put what the TNA says into the controls."""

    @property
    def has_primary(self) -> bool:
        """Whether a primary button stands in the question now, so that "Next" is none."""
        return False

    def first_control(self) -> QWidget | None:
        """Where the focus goes when somebody comes to the question; None for the first there is."""
        return None

    def carried_in_hand(self) -> str:
        """R8: key of what is in hand in the question's list, whether it was carried or not; "" where there is no list."""
        return ""

    def hand_on(self, keys: Sequence[str]) -> None:
        """R8: take the next of these in hand; nothing where the question has no list."""

    # ── what all of them do ─────────────────────────────────────────────────────────────────────────────────────────

    def show_walk(self, walk: TnaWalk) -> None:
        """Show the TNA, and open or close the controls as it is a draft or not."""
        self.walk = walk
        self.show_tna(walk)
        self.set_open(walk.is_draft)

    def take_focus(self) -> None:
        """Put the focus where this question begins."""
        first = self.first_control() or next(
            (
                each
                for each in self.findChildren(QWidget)
                if isinstance(each, (QLineEdit, QPlainTextEdit)) and each.isVisibleTo(self)
            ),
            None,
        )
        if first is not None:
            first.setFocus()

    def keep(self, **said: Any) -> bool:
        """Keep pieces of the TNA by the names of their fields, where they differ from what is on record.

        Whether they are on record now.
        """
        if self.walk is None or not self.walk.is_draft:
            return False
        changed = {name: value for name, value in said.items() if getattr(self.walk.tna, name) != value}
        return not changed or self.page.granted(describe, self.walk.tna.id, changed) is not None

    def line(self, label: str, field: str, hint: str = "") -> Field:
        """A line of text that keeps a field of the TNA."""
        editor = LineEdit(name=label, hint=hint)
        editor.left.connect(lambda text: self.keep(**{field: text.strip()}))
        return self.watched(Field(label, editor))

    def text(self, label: str, field: str, *, lines: int = 3, hint: str = "") -> Field:
        """Several lines of text that keep a field of the TNA."""
        editor = TextEdit(name=label, lines=lines, hint=hint)
        editor.left.connect(lambda text: self.keep(**{field: text.strip()}))
        return self.watched(Field(label, editor))

    def lines(self, label: str, field: str, *, lines: int = 4, hint: str = "") -> Field:
        """A list, one a line."""
        editor = TextEdit(name=label, lines=lines, hint=hint)
        editor.left.connect(
            lambda text: self.keep(**{field: tuple(each.strip() for each in text.splitlines() if each.strip())})
        )
        return self.watched(Field(label, editor))

    def watched(self, shown: Field) -> Field:
        """A free text of the TNA: kept while it is typed, and what seems to name a person in it is marked (R10)."""
        PersonSigns(shown, self.nobody)
        return shown

    def nobody(self) -> Known:
        """What names nobody."""
        return self.walk.nobody if self.walk is not None else NOTHING_KNOWN

    def day(self, label: str, field: str) -> Field:
        """A date; one that is none is said beneath it and not kept."""
        editor = DateEdit(name=label)
        shown = Field(label, editor)

        def left(text: str) -> None:
            value = editor.date()
            if text.strip() and value is None:
                shown.refuse(_(words.NO_DATE).format(text=text))
                return
            shown.accept()
            self.keep_day(field, value)

        editor.left.connect(left)
        return shown

    def keep_day(self, field: str, value: Any) -> None:
        """Keep a date by the name of its field."""
        self.keep(**{field: value})

    def set_open(self, is_open: bool) -> None:
        """Let the controls be used, or only read."""
        for each in self.findChildren(QWidget):
            if isinstance(each, (QLineEdit, QPlainTextEdit)):
                each.setReadOnly(not is_open)
            elif isinstance(each, (QComboBox, Tick, Segmented)):
                each.setEnabled(is_open or bool(each.property(_KEEPS)))
            elif isinstance(each, QPushButton) and not (is_open or each.property(_KEEPS) or _is_choice(each)):
                each.hide()


def _is_choice(each: QPushButton) -> bool:
    return isinstance(each.parentWidget(), Segmented)


def stays(widgets: Iterable[QWidget]) -> None:
    """These only look, and may be used though nothing can be changed any more."""
    for each in widgets:
        each.setProperty(_KEEPS, True)


def show_in(field: Field, text: str, of: object = None) -> None:
    """Show what is on record in the editor of a field. ``of``: whose it is, where one field shows several."""
    editor = field.editor
    if isinstance(editor, (LineEdit, TextEdit)):
        editor.show_text(text, of)
