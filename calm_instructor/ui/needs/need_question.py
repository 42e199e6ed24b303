"""Is there a legitimate need for physical skills? Either answer is a result (R40)."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from calm_instructor.messages.showing import listed
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.analysing import answer_need, leave_out
from calm_instructor.operations.proposing import proposed_need_reason
from calm_instructor.operations.viewing.needs import TnaWalk
from calm_instructor.ui.needs.question import Question, show_in
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import Segmented, button
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.surfaces import Banner, Card
from calm_instructor.ui.parts.texts import TextEdit


class NeedQuestion(Question):
    """Yes or no, and why."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.answer = Segmented([(True, _(words.YES)), (False, _(words.NO))], _(words.QUESTIONS["need"]), width=200)
        self.answer.chosen.connect(self._answer)
        self.reason = self.text(_(words.BECAUSE), "need_reason", lines=4)
        self.propose = button(_(words.PROPOSE_WORDS), self._propose, icon="wand-sparkles", kind="quiet")
        self._figures = Label("", "quiet")
        self.leave_them = button(_(words.LEAVE_THEM_OUT), self._leave_them_out)
        self.chosen_still = Banner("warn", "", button=self.leave_them)
        card = Card()
        card.body.addWidget(self.answer)
        card.body.addWidget(self.reason)
        foot = QHBoxLayout()
        foot.addWidget(self.propose)
        foot.addStretch(1)
        foot.addWidget(self._figures)
        card.body.addLayout(foot)
        self.column.addWidget(card)
        self.column.addWidget(self.chosen_still)
        self.column.addWidget(Banner("info", _(words.NO_IS_AN_ANSWER)))
        self.column.addStretch(1)

    def first_control(self) -> QWidget | None:
        """The answer itself."""
        return self.answer.button_of(1 if self.answer.value() is False else 0)

    def show_tna(self, walk: TnaWalk) -> None:
        """The answer as it stands."""
        tna = walk.tna
        self.answer.set_value(tna.need)
        show_in(self.reason, tna.need_reason)
        self.propose.setVisible(tna.need is not None and not tna.need_reason.strip())
        risks, techniques = len(walk.analysis.current_risks), [each.technique for each in walk.analysis.chosen]
        self._figures.setText(_(words.RISKS_SO_FAR).format(risks=risks, techniques=len(techniques)))
        self.chosen_still.setVisible(tna.need is False and bool(techniques) and walk.is_draft)
        self.chosen_still.tell("warn", _(words.NO_BUT_CHOSEN).format(techniques=listed(techniques)))

    def _answer(self, need: object) -> None:
        if self.walk is not None:
            editor = self.reason.editor
            typed = editor.text() if isinstance(editor, TextEdit) else ""
            self.page.granted(answer_need, self.walk.tna.id, bool(need), typed.strip())

    def _propose(self) -> None:
        if self.walk is not None and self.walk.tna.need is not None:
            need = self.walk.tna.need
            self.keep(need_reason=proposed_need_reason(self.walk.analysis, need, self.walk.numbers))

    def _leave_them_out(self) -> None:
        if self.walk is not None:
            reasons = {each.technique: _(words.NO_NEED_REASON) for each in self.walk.analysis.chosen}
            self.page.granted(leave_out, self.walk.tna.id, reasons)
