"""Elevated risk: what about the people supported raises the risk of harm, of the group and never of one person (R10)."""

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.viewing.needs import TnaWalk
from calm_instructor.ui.needs.question import Question, show_in
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.surfaces import Banner, Card


class FactorsQuestion(Question):
    """One factor a line; what reads like a name is said beneath."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.factors = self.lines(_(words.FACTORS), "factors", lines=9, hint=_(words.FACTORS_HINT))
        self.names = Banner("ok", "")
        card = Card()
        card.body.addWidget(self.factors)
        self.column.addWidget(card)
        self.column.addWidget(self.names)
        self.column.addStretch(1)

    def show_tna(self, walk: TnaWalk) -> None:
        """The factors, and whether any text of this TNA reads like a name."""
        show_in(self.factors, "\n".join(walk.tna.factors))
        self.names.setVisible(walk.is_draft and bool(walk.names_persons))
        self.names.tell("warn", " ".join(walk.names_persons))
