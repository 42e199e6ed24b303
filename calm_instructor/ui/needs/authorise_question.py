"""Authorise: what is still asked and what is signed at the left, name, role and signature at the right (R43)."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from calm_instructor.domain.needs import Authorisation, NeedsAnalysis, Tna
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import authorising as own
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.authorising import authorise
from calm_instructor.operations.viewing.needs import TnaWalk
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.needs.asked_list import AskedList
from calm_instructor.ui.needs.authoriser_form import AuthoriserForm
from calm_instructor.ui.needs.question import Question, stays
from calm_instructor.ui.needs.signed_summary import SignedSummary
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import Segmented, button
from calm_instructor.ui.parts.surfaces import Banner, Card

_ASKED, _SUMMARY = "asked", "summary"


class AuthoriseQuestion(Question):
    """``sign`` is the page's primary button here. What is signed is shown first as soon as nothing is in the way."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._signed_of: NeedsAnalysis | None = None
        self._turned: object = None
        self.asked = AskedList(self._go)
        self.summary = SignedSummary(page)
        self.turn = Segmented(
            [(_ASKED, _(own.WHAT_IS_ASKED)), (_SUMMARY, _(own.THE_SUMMARY))], _(own.LOOK_AT), small=True, width=150
        )
        self.turn.chosen.connect(self._turn)
        stays((self.turn,))
        self._left = QStackedWidget()
        self._left.addWidget(self.asked)
        self._left.addWidget(self.summary)
        self.card = Card(_(own.TO_READ), "list-checks", margins=0)
        for each in (self.summary.smaller, self.summary.larger, self.turn):
            self.card.head_line.addWidget(each)
        self.card.body.addWidget(self._left, 1)
        self.form = AuthoriserForm(self, page)
        instead = button(_(own.PLAN_INSTEAD), self._plan_instead, icon="calendar-plus", small=True)
        stays((instead,))
        self.result = Banner("info", "", "circle-check", instead)
        self.plan_instead = instead
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.card, 3)
        across.addWidget(self.form, 2)
        self.column.addWidget(self.result)
        self.column.addLayout(across, 1)

    def first_control(self) -> QWidget | None:
        """The authoriser's name."""
        return self.form.name.editor

    # ── what stands ─────────────────────────────────────────────────────────────────────────────────────────────────

    def show_tna(self, walk: TnaWalk) -> None:
        """What is asked or what is signed, and the signature: given, or still to be given."""
        if self._signed_of not in {None, walk.analysis}:
            self.form.signs.start_again()  # what was signed and confirmed is not what stands there now (R43, R3)
            self.form.confirm.setChecked(False)
        self._signed_of = walk.analysis
        self.asked.show_walk(walk)
        self.summary.show_walk(walk)
        self.form.show_walk(walk)
        none_needed = walk.tna.need is False
        self.result.setVisible(none_needed)
        self.result.tell("info", f"{_(own.RESULT_TITLE)}. {_(own.RESULT)}", "circle-check")
        in_force = none_needed and walk.tna.authorisation is not None and walk.next_revision is None
        self.plan_instead.setVisible(in_force and not walk.expired)
        if self._turned is None:
            self.turn.set_value(_ASKED if self.asked.count else _SUMMARY)
        self._show_turn()

    def _turn(self, which: object) -> None:
        self._turned = which
        self._show_turn()

    def _show_turn(self) -> None:
        is_summary = self.turn.value() == _SUMMARY
        self.summary.smaller.setVisible(is_summary)
        self.summary.larger.setVisible(is_summary)
        self._left.setCurrentWidget(self.summary if is_summary else self.asked)
        if is_summary:
            self.summary.look()

    def _go(self, question: str) -> None:
        if self.walk is not None:
            self.around.go(Place(page="tna", record=self.walk.tna.id, step=question))

    def _plan_instead(self) -> None:
        if self.walk is not None:
            self.around.go(Place(page="courses", record=self.walk.tna.id, step="new"))

    # ── signing ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def sign(self) -> None:
        """Ask for the authorisation with what was entered; what a warning wants to know is asked in a dialog."""
        if self.walk is None:
            return
        given = self.form.given()
        if isinstance(given, Authorisation):
            walk = self.walk
            self.page.granted(authorise, walk.tna.id, given, confirms=walk.proposed, then=self._signed)
        else:
            self.page.say_no(given)

    def _signed(self, tna: Tna) -> None:
        given = tna.authorisation
        said = _(words.IS_AUTHORISED).format(tna=tna.title, name=given.name if given else "")
        if tna.supersedes is not None:
            said = f"{said} {_(own.HAS_REPLACED).format(number=tna.revision_no - 1)}"
        self.form.signs.start_again()
        self._turned = _SUMMARY
        self.turn.set_value(_SUMMARY)
        self._show_turn()
        self.around.say(said)
