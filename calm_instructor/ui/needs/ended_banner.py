"""A risk that the counts propose as ended, standing in the page: what rests on it, and the two ways to answer it (R38)."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from calm_instructor.domain.needs import Risk
from calm_instructor.domain.numbers import Numbers
from calm_instructor.messages.showing import day, month
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import audit as words
from calm_instructor.messages.window import needs as needs_words
from calm_instructor.operations.analysing import end_risk
from calm_instructor.operations.ending import keep_as_current
from calm_instructor.operations.proposing import proposed_ended_reason
from calm_instructor.operations.viewing.audit import Proposal
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.dialogs import FormDialog
from calm_instructor.ui.parts.labels import IconLabel, Label
from calm_instructor.ui.parts.texts import TextEdit


class EndedBanner(QFrame):
    """The first of the proposals; the others come when it is answered. Hidden where there is none."""

    def __init__(self, page: Page, answered: Callable[[], object]) -> None:
        super().__init__()
        self.page = page
        self.proposal: Proposal | None = None
        self._numbers = Numbers()
        self._answered = answered
        self.setObjectName("banner")
        self.setProperty("tone", "info")
        self._asks = Label("", "strong", wrap=True, tone="info")
        self._tells = Label("", wrap=True, tone="info")
        self.keep = button(_(words.KEEP), self._ask_to_keep)
        self.end = button("", self._ask_to_end)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self._asks)
        told.addWidget(self._tells)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 12, 8)
        line.setSpacing(8)
        line.addWidget(IconLabel("info", "info-text"), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(told, 1)
        for each in (self.keep, self.end):
            line.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_proposals(self, proposals: Sequence[Proposal], numbers: Numbers) -> None:
        """Show the first of these."""
        self.proposal, self._numbers = next(iter(proposals), None), numbers
        self.setVisible(self.proposal is not None)
        if self.proposal is None:
            return
        risk = self.proposal.risk
        hold = words.in_sentence(risk.hold_name)
        if self.proposal.last is None:
            asks = _(words.PROPOSED_NEVER).format(number=risk.number, hold=hold)
        else:
            asks = _(words.PROPOSED).format(number=risk.number, hold=hold, month=month(self.proposal.last))
        more = words.more_proposed(len(proposals) - 1) if len(proposals) > 1 else ""
        today = self.page.desk.clock().date()
        tells = " ".join(each for each in (what_rests(self.proposal, today), more) if each)
        self._asks.setText(asks)
        self._tells.setText(tells)
        self.end.setText(_(words.END).format(number=risk.number, day=day(today)))
        self.end.setAccessibleName(self.end.text())
        self.keep.setAccessibleName(f"{_(words.KEEP)} {_(words.RISK_NUMBER).format(number=risk.number)}")
        self.setAccessibleName(f"{asks} {tells}")

    def _ask_to_keep(self) -> None:
        if self.proposal is not None:
            ask_to_keep(self.page, self, self.proposal.risk, self._answered)

    def _ask_to_end(self) -> None:
        if self.proposal is not None:
            ask_to_end(self.page, self, self.proposal.risk, self._numbers, self._answered)


def what_rests(proposal: Proposal, today: date) -> str:
    """Up to when was counted, where that is not this month; which techniques go with the risk, and what becomes of both."""
    rests, end = proposal.rests_on_it, proposal.counted_to
    said = [
        _(words.COUNTED_TO).format(day=day(end)) if end < today.replace(day=1) else "",
        words.rests_only_on(rests, proposal.risk.number) if rests else "",
        _(words.BOTH_STAY if rests else words.STAYS_ON_SHEET),
    ]
    return " ".join(each for each in said if each)


def ask_to_end(page: Page, parent: QWidget, risk: Risk, numbers: Numbers | None, done: Callable[[], object]) -> None:
    """Ask why it has ended, with a reason proposed where ``numbers`` are given; then end it."""
    proposed = proposed_ended_reason(risk, numbers) if numbers else ""
    _ask(
        page,
        FormDialog(
            parent,
            _(needs_words.END_TITLE).format(number=risk.number),
            [("reason", _(needs_words.END_WHY), TextEdit(proposed, lines=3))],
            lambda texts: page.granted(end_risk, risk.id, texts["reason"].strip(), then=lambda _risk: done()),
            intro=_(needs_words.END_INTRO),
            verb=_(needs_words.END_VERB).format(number=risk.number),
        ),
    )


def ask_to_keep(page: Page, parent: QWidget, risk: Risk, done: Callable[[], object]) -> None:
    """Ask why it stays current; then keep it."""
    _ask(
        page,
        FormDialog(
            parent,
            _(words.KEEP_TITLE).format(number=risk.number),
            [("reason", _(words.KEEP_WHY), TextEdit(lines=3))],
            lambda texts: page.granted(keep_as_current, risk.id, texts["reason"].strip(), then=lambda _risk: done()),
            intro=_(words.KEEP_INTRO),
            verb=_(words.KEEP_VERB).format(number=risk.number),
        ),
    )


def _ask(page: Page, dialog: FormDialog) -> None:
    page.forget_no()
    dialog.ask()
