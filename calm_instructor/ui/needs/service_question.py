"""Service and setting: whose needs, where, on which papers it rests."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.viewing.needs import TnaWalk
from calm_instructor.ui.needs.question import Question, show_in
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.inputs import DateEdit
from calm_instructor.ui.parts.surfaces import Card


class ServiceQuestion(Question):
    """Two columns of fields."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.service = self.line(_(words.SERVICE), "service")
        self.setting = self.line(_(words.SETTING), "setting", _(words.SETTING_HINT))
        self.sites = self.lines(_(words.SITES), "sites", lines=3)
        self.ref = self.line(_(words.REF), "ref")
        self.drawn_up = self.day(_(words.DRAWN_UP), "drawn_up_on")
        self.risk_assessment = self.line(_(words.RISK_ASSESSMENT), "risk_assessment_ref")
        self.plan = self.line(_(words.PLAN_REF), "plan_ref")
        self.life_support = self.line(_(words.LIFE_SUPPORT), "life_support")
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.addWidget(self.service, 0, 0)
        grid.addWidget(self.ref, 0, 1)
        grid.addWidget(self.setting, 1, 0)
        grid.addWidget(self.drawn_up, 1, 1)
        grid.addWidget(self.sites, 2, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.risk_assessment, 2, 1)
        grid.addWidget(self.plan, 3, 1)
        grid.addWidget(self.life_support, 4, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        card.body.addLayout(grid)
        self.column.addWidget(card)
        self.column.addStretch(1)

    def show_tna(self, walk: TnaWalk) -> None:
        """The fields."""
        tna = walk.tna
        show_in(self.service, tna.service)
        show_in(self.setting, tna.setting)
        show_in(self.sites, "\n".join(tna.sites))
        show_in(self.ref, tna.ref)
        show_in(self.risk_assessment, tna.risk_assessment_ref)
        show_in(self.plan, tna.plan_ref)
        show_in(self.life_support, tna.life_support)
        if isinstance(self.drawn_up.editor, DateEdit):
            self.drawn_up.editor.show_date(tna.drawn_up_on)

    def keep_day(self, field: str, value: object) -> None:
        """A TNA always has the day on which it was drawn up."""
        if value is not None:
            super().keep_day(field, value)
        elif self.walk is not None and isinstance(self.drawn_up.editor, DateEdit):
            self.drawn_up.editor.show_date(self.walk.tna.drawn_up_on)
