"""Prevention: what is done so that physical skills are not needed, by the parts of the model (R35)."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.proposing import proposed_prevention
from calm_instructor.operations.viewing.needs import TnaWalk
from calm_instructor.ui.needs.question import Question, show_in
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.surfaces import Card


class PreventionQuestion(Question):
    """Four texts; words to begin with are proposed for those that are empty."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.primary = self.text(_(words.PRIMARY), "primary_prevention", lines=5)
        self.secondary = self.text(_(words.SECONDARY), "secondary_prevention", lines=5)
        self.tertiary = self.text(_(words.TERTIARY), "tertiary_prevention", lines=5)
        self.recovery = self.text(_(words.RECOVERY), "recovery", lines=5)
        self.propose = button(_(words.PROPOSE_WORDS), self._propose, icon="wand-sparkles", kind="quiet")
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for number, each in enumerate((self.primary, self.secondary, self.tertiary, self.recovery)):
            grid.addWidget(each, number // 2, number % 2)
        card.body.addLayout(grid)
        foot = QHBoxLayout()
        foot.addWidget(self.propose)
        foot.addStretch(1)
        card.body.addLayout(foot)
        self.column.addWidget(card)
        self.column.addStretch(1)

    def show_tna(self, walk: TnaWalk) -> None:
        """The texts."""
        tna = walk.tna
        show_in(self.primary, tna.primary_prevention)
        show_in(self.secondary, tna.secondary_prevention)
        show_in(self.tertiary, tna.tertiary_prevention)
        show_in(self.recovery, tna.recovery)
        texts = (tna.primary_prevention, tna.secondary_prevention, tna.tertiary_prevention, tna.recovery)
        self.propose.setVisible(not all(texts))

    def _propose(self) -> None:
        if self.walk is None:
            return
        tna, proposed = self.walk.tna, proposed_prevention()
        self.keep(
            primary_prevention=tna.primary_prevention or proposed.primary,
            secondary_prevention=tna.secondary_prevention or proposed.secondary,
            tertiary_prevention=tna.tertiary_prevention or proposed.tertiary,
            recovery=tna.recovery or proposed.recovery,
        )
