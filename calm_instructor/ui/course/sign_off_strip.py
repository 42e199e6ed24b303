"""The person in hand of the sign-off: the outcome in full, and what can be done. Always as tall, so that nothing moves."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import sign_off as words
from calm_instructor.operations.viewing.signing import SignOffRow
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import Label

_BUTTONS = {
    "mend": (words.MEND, "arrow-right"),
    "hand_over": ("", "tablet-smartphone"),
    "sign_ink": (words.SIGN_INK, "archive"),
    "plan": (words.PLAN, "clipboard-list"),
    "ink": (words.INK_HELD, "archive"),
    "withdraw": (words.WITHDRAW, "undo-2"),
}


class SignOffStrip(QFrame):
    """``acts``: by their names, each gets the person in hand."""

    def __init__(self, acts: Mapping[str, Callable[[SignOffRow], object]]) -> None:
        super().__init__()
        self.setFixedHeight(48)
        self._row: SignOffRow | None = None
        self._told = Label("", "small", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._told, 1)
        self.buttons: dict[str, QPushButton] = {}
        for name, (word, icon) in _BUTTONS.items():
            made = button(_(word) if word else " ", partial(self._with_row, acts[name]), icon=icon)
            self.buttons[name] = made
            line.addWidget(made)

    def _with_row(self, act: Callable[[SignOffRow], object]) -> None:
        if self._row is not None:
            act(self._row)

    def show_row(self, row: SignOffRow | None, *, is_open: bool, is_next: bool) -> None:
        """Show who is in hand. ``is_next``: the primary button hands it to them already."""
        self._row = row
        told = " ".join(row.told) if row is not None else ""
        self._told.setText(told)
        self._told.setToolTip(told)
        self.setAccessibleName(_(words.ROW_IN_HAND).format(who=row.name) if row is not None else "")
        hand = self.buttons["hand_over"]
        hand.setText(_(words.HAND_TO).format(who=row.call) if row is not None else "")
        hand.setAccessibleName(hand.text())
        shown = {
            "mend": bool(row and row.mend),
            "hand_over": bool(row and row.may_sign and not is_next),
            "sign_ink": bool(row and row.may_sign),
            "plan": bool(row and row.needs_plan),
            "ink": bool(row and row.waits_for_ink),
            "withdraw": bool(row and row.sign_off),
        }
        for name, made in self.buttons.items():
            made.setVisible(is_open and shown[name])
