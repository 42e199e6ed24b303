"""At the foot of the panel: who marked it, the feedback with ready words, and how a knowledge check was asked."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.domain.assessment import Met, Method, Outcome
from calm_instructor.messages.labels import label
from calm_instructor.messages.showing import clock
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import assess as words
from calm_instructor.operations.viewing.grid import CellDetail
from calm_instructor.ui.parts.buttons import Segmented, button
from calm_instructor.ui.parts.inputs import Choice
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.surfaces import Surface
from calm_instructor.ui.parts.texts import TextEdit

READY_CHIPS = 3


class CriteriaFoot(Surface):
    """``worded``: other feedback; ``recording``: the answers are to be recorded."""

    worded = Signal(str)
    recording = Signal()

    def __init__(self) -> None:
        super().__init__("sunken")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 8)
        column.setSpacing(4)
        self._by = Label("", "small", wrap=True)
        self._feedback_head = Label("", "field")
        self.feedback = TextEdit(name=_(words.FEEDBACK), hint=_(words.FEEDBACK_HINT), lines=2)
        self.feedback.left.connect(self.worded)
        self._chips = QWidget()
        chips = QHBoxLayout(self._chips)
        chips.setContentsMargins(0, 2, 0, 0)
        chips.setSpacing(6)
        self._chip_buttons = [button("", small=True) for _each in range(READY_CHIPS)]
        for each in self._chip_buttons:
            each.clicked.connect(lambda _checked=False, each=each: self._add(str(each.property("phrase"))))
            chips.addWidget(each)
        chips.addStretch(1)
        self.ready = Choice(name=_(words.READY_WORDS), small=True)
        self.ready.setPlaceholderText(_(words.READY_WORDS))
        self.ready.chosen.connect(lambda phrase: self._add(str(phrase)))
        self.how = Segmented([(each, label(each)) for each in Method], _(words.KNOWLEDGE_HOW), small=True)
        self.how.set_value(Method.SPOKEN)
        self.record = button(_(words.RECORD_ANSWERS), self.recording.emit, kind="secondary")
        self._asking = QWidget()
        asking = QHBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addWidget(self.how)
        asking.addStretch(1)
        asking.addWidget(self.record)
        for part in (self._by, self._feedback_head, self.feedback, self.ready, self._chips, self._asking):
            column.addWidget(part)

    def show_detail(
        self, detail: CellDetail | None, said: Sequence[tuple[str, Met | None]], *, feedback: bool, asking: bool
    ) -> None:
        """What a cell owes and has in words; ``said``: of each criterion, whether it was met; ``asking``: of knowledge."""
        stands = detail.stands if detail else None
        owes = detail is not None and detail.cell.owes
        entry = stands or (detail.check if detail else None)
        if detail is not None and entry is not None:
            text = words.MARKED_BY
            if stands is not None and stands.outcome is Outcome.COMPETENT:
                text = words.AS_A_WHOLE if stands.as_a_whole else words.TICKED
            self._by.setText(_(text).format(by=detail.by(entry), at=clock(entry.observed_at)))
        self._by.setVisible(entry is not None)
        self._feedback_head.setText(_(words.FEEDBACK_OWED if owes else words.FEEDBACK))
        self._feedback_head.set_tone("warn" if owes else "")
        self.feedback.show_text(stands.feedback if stands else "")
        not_yet = feedback and stands is not None and stands.outcome is Outcome.NOT_YET
        for each in (self._feedback_head, self.feedback):
            each.setVisible(feedback)
        self._chips.setVisible(not_yet)
        self.ready.setVisible(not_yet)
        self._asking.setVisible(asking)
        if detail is not None and feedback:
            self._offer_phrases(detail, said)

    def _offer_phrases(self, detail: CellDetail, said: Sequence[tuple[str, Met | None]]) -> None:
        coaching = detail.phrases.get("coaching", ())
        for made, phrase in zip(self._chip_buttons, coaching, strict=False):
            made.setText(phrase.rstrip("."))
            made.setAccessibleName(phrase)
            made.setProperty("phrase", phrase)
        unmet = [code for code, met in said if met is Met.NOT_MET]
        fitting = [phrase for code in unmet for phrase in detail.phrases.get(code, ())]
        rest = [phrase for code, _met in said for phrase in detail.phrases.get(code, ())]
        offered = list(dict.fromkeys((*fitting, *coaching[READY_CHIPS:], *(() if fitting else rest))))
        self.ready.offer([(phrase, phrase) for phrase in offered])
        self.ready.set_value(None)

    def _add(self, phrase: str) -> None:
        before = self.feedback.text().strip()
        if phrase not in before:
            self.worded.emit(f"{before} {phrase}".strip())
