"""The technique of the catalogue in hand: what it addresses, and why it is left out."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from calm_instructor.domain.anonymity import Known, find
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs
from calm_instructor.messages.window import tna_set as words
from calm_instructor.messages.window.anonymity import looks_like
from calm_instructor.operations.viewing.needs import TechniqueRow
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.surfaces import Surface
from calm_instructor.ui.parts.texts import LineEdit


class LeftOutFoot(Surface):
    """``reason_given``: code and reason, kept as it is typed; ``proposed``: a code whose reason is to be proposed.

    ``nobody``: what names nobody (R10).
    """

    reason_given = Signal(str, str)
    proposed = Signal(str)

    def __init__(self, leave_rest: QPushButton, nobody: Callable[[], Known]) -> None:
        super().__init__("sunken")
        self._code = ""
        self._asks = False
        self._nobody = nobody
        self._about = Label("", "small", elide=True)
        self._said = Label("", "small", elide=True)
        self._head = Label(_(words.WHY_LEFT_OUT), "field")
        self.reason = LineEdit(name=_(words.WHY_LEFT_OUT), small=True)
        self.reason.left.connect(lambda text: self.reason_given.emit(self._code, text.strip()))
        self.reason.keep_while_typing(lambda text: not find(text, nobody()))
        self.reason.textChanged.connect(self._look_for_persons)
        self._head.setBuddy(self.reason)
        self.propose = button(
            "",
            lambda: self.proposed.emit(self._code),
            icon="wand-sparkles",
            kind="icon",
            small=True,
            name=_(words.PROPOSE_REASON),
        )
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self._about, 1)
        above.addWidget(leave_rest)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._head)
        below.addWidget(self.reason, 1)
        below.addWidget(self.propose)
        below.addWidget(self._said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addLayout(above)
        column.addLayout(below)
        self.setFixedHeight(74)

    def show_technique(self, row: TechniqueRow | None, said: str, *, may_change: bool, may_propose: bool) -> None:
        """Show what is in hand; nothing in hand leaves it empty. ``said``: in words what stands, where no reason is asked.

        ``may_propose``: whether the program knows a reason.
        """
        self._code = row.technique.code if row else ""
        asks = row is not None and not row.is_chosen and may_change
        self._about.setText(
            f"{row.technique.code} · {row.technique.hold_text} · {needs.persons(row.technique.persons)}" if row else ""
        )
        self._about.setToolTip(self._about.text())
        for each in (self._head, self.reason):
            each.setVisible(asks)
        self._asks = asks
        self._said.set_tone("")
        self._said.setVisible(not asks)
        why = row.selection.why_this_one if row is not None and row.is_chosen and row.selection is not None else ""
        self._said.setText(why or said)
        self._said.setToolTip(why or said)
        text = row.selection.left_out_reason if row is not None and row.selection is not None else ""
        self.reason.show_text(text, self._code)
        self.reason.setToolTip(text)
        self.propose.setVisible(asks and may_propose and not text)
        self._look_for_persons(self.reason.text())

    def _look_for_persons(self, text: str) -> None:
        """R10: what in the reason seems to name a person is said beside it."""
        if self._asks:
            told = looks_like(find(text, self._nobody()))
            self._said.set_tone("warn" if told else "")
            self._said.setText(told)
            self._said.setToolTip(told)
            self._said.setVisible(bool(told))
            self.reason.setAccessibleDescription(told)
