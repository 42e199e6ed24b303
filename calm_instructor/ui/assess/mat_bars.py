"""Above and below the rows of mat-side: which technique and how far it is; what was said last, and who is hurt."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import assess as words
from calm_instructor.operations.viewing.grid import GridRow
from calm_instructor.ui.assess.mat_row import stacked
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import Chip, Label
from calm_instructor.ui.parts.marks import Mark, MarkLabel
from calm_instructor.ui.parts.surfaces import Surface
from calm_instructor.ui.parts.taking_away import take_away

FEW = 12
"""Up to so many people the buttons with their bibs are wide."""


class MatHead(Surface):
    """``turning``: to the technique before (-1) or after (1)."""

    turning = Signal(int)

    def __init__(self, *, practice: bool) -> None:
        super().__init__("sunken")
        self.setFixedHeight(84)
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 0, 24, 0)
        line.setSpacing(8)
        self.before = _large("chevron-left", words.BEFORE, lambda: self.turning.emit(-1))
        self.after = _large("chevron-right", words.AFTER, lambda: self.turning.emit(1))
        for each in (self.before, self.after):
            each.setFixedWidth(56)
            each.setText("")
        self._title = Label("", "display", elide=True)
        self._place = Label("", "trainee")
        self.count = Label("", "display")
        self._to_go = Label("", "trainee")
        for told in (self.count, self._to_go):
            told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.reasons = _large("message-circle-question-mark", words.REASONS)
        self.leave = _large("minimize-2", words.LEAVE)
        self.leave.setText(f"{_(words.LEAVE)}  F11")
        line.addWidget(self.before)
        line.addWidget(self.after)
        line.addSpacing(16)
        line.addLayout(stacked(self._title, self._place), 1)
        if practice:
            line.addWidget(Chip(_(words.PRACTICE_DATA), "flask-conical", "warn", square=True))
            line.addSpacing(16)
        line.addLayout(stacked(self.count, self._to_go))
        line.addSpacing(16)
        line.addWidget(self.reasons)
        line.addWidget(self.leave)

    def show_technique(self, what: str, number: int, count: int, *, generic: bool) -> None:
        """Which one it is; ``number`` from 0."""
        self._title.setText(what)
        place = _(words.MATSIDE_PLACE).format(number=number + 1, count=count)
        self._place.setText(f"{place} · {_(words.GENERIC)}" if generic else place)
        self.before.setEnabled(number > 0)
        self.after.setEnabled(number + 1 < count)

    def show_counts(self, marked: int, of_all: int) -> None:
        """How far it is."""
        self.count.setText(_(words.MATSIDE_COUNT).format(count=marked, all=of_all))
        self._to_go.setText(_(words.TO_GO).format(count=of_all - marked))


class MatFoot(Surface):
    """``hurt``: somebody is, by their row; ``left``: nobody was named after all, or somebody was."""

    hurt = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("sunken")
        self.setFixedHeight(72)
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 0, 24, 0)
        line.setSpacing(12)
        self.told = _(words.MATSIDE_C)
        self.said = Label(self.told, "trainee", elide=True)
        self.injury = _large("heart-pulse", words.INJURY)
        self.hide_all = _large("eye", words.COVER)
        self.hide_all.setText(f"{_(words.COVER)}  H")
        self.undo = button(_(words.UNDO_LAST), kind="quiet", icon="undo-2", large=True, name=_(words.UNDO_LAST))
        self._who = QWidget()
        self.who_line = QHBoxLayout(self._who)
        self.who_line.setContentsMargins(0, 0, 0, 0)
        self.who_line.setSpacing(6)
        self._who.hide()
        self._legend = MarkLabel(Mark("competent"), _(words.MATSIDE_C), 24)
        line.addWidget(self._legend)
        line.addWidget(self.said, 1)
        line.addWidget(self._who)
        for each in (self.undo, self.injury, self.hide_all):
            line.addWidget(each)

    def tell(self, text: str) -> None:
        """What happened. Others can read it: no full name, and no reason unasked."""
        self.told = text
        self.said.setText(text)
        self._legend.hide()  # its words have given way

    def show_undo(self, there_is: bool) -> None:
        """Whether something can be put back."""
        self.undo.setVisible(there_is and not self._who.isVisible())

    def ask_who(self, rows: Sequence[GridRow]) -> None:
        """R28: who is hurt, by bib."""
        self._clear_who()
        self.said.setText(_(words.WHO_IS_HURT))
        for row in rows:
            made = button(str(row.bib), partial(self.hurt.emit, row), large=True, name=f"{row.bib} {row.known_as}")
            made.setFixedWidth(52 if len(rows) <= FEW else 40)
            self.who_line.addWidget(made)
        self.who_line.addWidget(button(_(words.UNNAMED), self.end_who, large=True))
        self._who.show()
        for each in (self.undo, self.injury, self.hide_all):
            each.hide()

    def end_who(self) -> None:
        """Ask no more."""
        self._who.hide()
        self._clear_who()
        for each in (self.injury, self.hide_all):
            each.show()
        self.said.setText(self.told)
        self.left.emit()

    def _clear_who(self) -> None:
        take_away(self.who_line)


def _large(icon: str, word: str, on: Any = None) -> QPushButton:
    made = button(_(word), on, icon=icon, large=True, name=_(word))
    made.setAutoRepeat(False)
    return made
