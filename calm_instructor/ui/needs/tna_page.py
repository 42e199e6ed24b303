"""A training needs analysis as a walk of questions, one matter a page: gone about in freely, everything kept as it is left."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from calm_instructor.domain.ids import TnaId
from calm_instructor.domain.needs import Tna, TnaState
from calm_instructor.domain.sign_off import DocumentKind
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs as words
from calm_instructor.messages.window.tnas_waiting import rest_on_it
from calm_instructor.operations.gathering.issuing import Order
from calm_instructor.operations.printing import proposed_name, save_as
from calm_instructor.operations.revising import revise
from calm_instructor.operations.viewing.needs import TnaWalk, tna_walk
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.needs.audit_question import AuditQuestion
from calm_instructor.ui.needs.authorise_question import AuthoriseQuestion
from calm_instructor.ui.needs.factors_question import FactorsQuestion
from calm_instructor.ui.needs.groups_question import GroupsQuestion
from calm_instructor.ui.needs.need_question import NeedQuestion
from calm_instructor.ui.needs.prevention_question import PreventionQuestion
from calm_instructor.ui.needs.progress import Progress
from calm_instructor.ui.needs.question import Question
from calm_instructor.ui.needs.risks_question import RisksQuestion
from calm_instructor.ui.needs.service_question import ServiceQuestion
from calm_instructor.ui.needs.still_so import StillSo
from calm_instructor.ui.needs.techniques_question import TechniquesQuestion
from calm_instructor.ui.page import Around, Page
from calm_instructor.ui.parts.buttons import button, set_unavailable
from calm_instructor.ui.parts.labels import Label, restyle
from calm_instructor.ui.parts.surfaces import Banner
from calm_instructor.ui.parts.tab_order import put_after

_MADE_BY: dict[str, Callable[[Page], Question]] = {
    "service": ServiceQuestion,
    "audit": AuditQuestion,
    "factors": FactorsQuestion,
    "groups": GroupsQuestion,
    "risks": RisksQuestion,
    "prevention": PreventionQuestion,
    "need": NeedQuestion,
    "techniques": TechniquesQuestion,
    "authorise": AuthoriseQuestion,
}


_SAID_ALREADY = frozenset(
    {
        "R3.no_current_risk",
        "R3.no_reason",
        "R3.not_confirmed",
        "R3.not_in_catalogue",
        "R3.other_hold",
        "R4.many",
        "R4.never",
        "R6.hold_unaccounted",
        "R6.over_taught",
        "R6.uncovered",
        "R24.withdrawn",
        "R38.never_counted",
        "R38.proposed_ended",
        "R38.rests_on_ended",
        "R39.lower_way",
        "R45.left_out_but_chosen",
        "R45.not_answered",
        "R9.no_evidence",
        "R10.identifier",
        "R8.text_carried",
        "R8.still_carried",
        "R8.counts_carried",
        "R40.not_answered",
        "R40.no_need_but_techniques",
    }
)
"""What a question shows by itself."""


class TnaPage(Page):
    """Ctrl+PgUp and Ctrl+PgDn go from question to question."""

    topics = frozenset({"needs", "catalogue", "organisation", "courses", "instructors"})

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self._tna: TnaId | None = None
        self._walk: TnaWalk | None = None
        self.question = "service"
        self.questions: dict[str, Question] = {}
        self.print = button(_(words.PRINT), self._print, icon="printer")
        self.back = button(_(words.BACK), lambda: self._by(-1), icon="arrow-left")
        self.next = button("", lambda: self._by(1), kind="primary")
        self.sign = button(_(words.AUTHORISE), self._sign, icon="pen-line", kind="primary")
        self.revise = button(_(words.NEW_REVISION), self._revise, icon="plus", kind="primary")
        self._acts = (self.print, self.back, self.next, self.sign, self.revise)
        for each in self._acts:
            self.head.add_button(each)
        self.progress = Progress()
        self.progress.wanted.connect(self._go)
        self.banner = Banner("info", "", "lock")
        self._asks = Label("", "section")
        self.still_so = StillSo(self)
        self.stack = QStackedWidget()
        self.owed = Banner("warn", "")
        room = QVBoxLayout()
        room.setContentsMargins(16, 12, 16, 12)
        room.setSpacing(12)
        room.addWidget(self.banner)
        room.addWidget(self._asks)
        room.addWidget(self.still_so)
        room.addWidget(self.stack, 1)
        room.addWidget(self.owed)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.progress)
        across.addLayout(room, 1)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(across, 1)
        QShortcut(QKeySequence("Ctrl+PgDown"), self, lambda: self._by(1))
        QShortcut(QKeySequence("Ctrl+PgUp"), self, lambda: self._by(-1))

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """After the last field of a question come the acts of the page; looked at late, as questions make fields as they go."""
        put_after(self.stack, self._acts)
        return super().focusNextPrevChild(forwards)

    # ── coming here ─────────────────────────────────────────────────────────────────────────────────────────────────

    def arrive(self, place: Place) -> None:
        """Take the TNA of the place and open its question."""
        if place.record is not None and place.record != self._tna:
            self._take(TnaId(place.record))
        if place.step in words.QUESTIONS:
            self.question = place.step
        self._open()
        self.look_again()
        if self.question in self.questions:
            self.questions[self.question].take_focus()

    def _take(self, tna: TnaId) -> None:
        for each in self.questions.values():
            each.is_gone = True
            self.stack.removeWidget(each)
            each.deleteLater()
        self.questions = {}
        self._tna, self.question = tna, "service"

    def _open(self) -> None:
        if self.question not in self.questions:
            made = _MADE_BY[self.question](self)
            made.in_hand_changed.connect(self.still_so.show_in_hand)
            self.questions[self.question] = made
            self.stack.addWidget(made)
        self.stack.setCurrentWidget(self.questions[self.question])

    def _go(self, question: str) -> None:
        self.around.go(Place(page="tna", record=self._tna, step=question))

    def _by(self, steps: int) -> None:
        names = list(words.QUESTIONS)
        place = names.index(self.question) + steps
        if 0 <= place < len(names):
            self._go(names[place])
        elif place < 0:
            self.around.go(Place(page="needs"))

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def refresh(self) -> None:
        """Read the walk; show head, progress, and the question that is open."""
        if self._tna is None:
            return
        wanted = self._tna
        if self.desk.read(lambda view: view.find(Tna, wanted)) is None:
            self._tna = None
            self.around.go(Place(page="needs"))
            return
        self._walk = walk = self.desk.read(tna_walk, self._tna, self.desk.clock())
        self.progress.show_questions(walk.questions, self.question)
        stays = walk.is_draft and walk.replaces is not None
        self.progress.foot.setText(_(words.STAYS).format(number=walk.tna.revision_no - 1) if stays else "")
        self._asks.setText(_(words.ASKS[self.question]))
        self._show_banner(walk)
        self._show_owed(walk)
        if self.question in self.questions:
            self.questions[self.question].show_walk(walk)
        self._show_head(walk)  # a question says what leads in it once it is shown
        self.still_so.show_walk(walk, self.question, self.questions.get(self.question))

    def _show_head(self, walk: TnaWalk) -> None:
        tna = walk.tna
        review = f" · {_(words.DUE_SOON).format(day=day(walk.until))}" if walk.until else ""
        setting = f" · {tna.setting}" if tna.setting else ""
        self.head.show_words(tna.service, f"{tna.title}{setting}{review}")
        state, icon, tone = {
            TnaState.DRAFT: (words.DRAFT, "pencil-line", "info"),
            TnaState.AUTHORISED: (words.AUTHORISED, "circle-check", "ok"),
            TnaState.SUPERSEDED: (words.SUPERSEDED, "archive", "plain"),
        }[tna.state]
        self.head.chip.show_state(_(state).format(number=tna.revision_no), icon, tone)
        self.head.chip.show()
        names = list(words.QUESTIONS)
        place = names.index(self.question)
        last = place == len(names) - 1
        following = "" if last else _(words.QUESTIONS[names[place + 1]])
        self.next.setText(_(words.NEXT).format(question=following))
        self.next.setAccessibleName(self.next.text())
        shown = self.questions.get(self.question)
        leads = walk.is_draft and not (shown and shown.has_primary)
        self.next.setProperty("kind", "primary" if leads else "secondary")
        restyle(self.next)
        self.next.setVisible(not last)
        self.sign.setVisible(last and walk.is_draft)
        set_unavailable(self.sign, words.still_open(walk.in_the_way))
        self.revise.setVisible(not walk.is_draft)
        newer = walk.next_revision
        self.revise.setText(
            _(words.GO_TO_REVISION).format(number=newer.revision_no) if newer else _(words.NEW_REVISION)
        )
        self.revise.setAccessibleName(self.revise.text())
        self.print.setVisible(walk.tna.need is not None and (last or not walk.is_draft))

    def _show_owed(self, walk: TnaWalk) -> None:
        """What authorising will ask of this question, where the question itself doesn't say it already."""
        here = [each for each in walk.asked if each.question == self.question and each.code not in _SAID_ALREADY]
        self.owed.setVisible(bool(here) and self.question != "authorise")
        if here:
            more = f" {words.and_more(len(here) - 1)}" if len(here) > 1 else ""
            self.owed.tell("stop" if here[0].blocks else "warn", f"{here[0].sentence}{more}")

    def _show_banner(self, walk: TnaWalk) -> None:
        given = walk.tna.authorisation
        self.banner.setVisible(not walk.is_draft)
        resting = rest_on_it(walk.resting)
        if walk.tna.state is TnaState.SUPERSEDED:
            self.banner.tell("info", f"{_(words.REPLACED)} {resting}".strip(), "lock")
        elif walk.expired and walk.until is not None:
            self.banner.tell("stop", f"{_(words.OUT_OF_DATE).format(day=day(walk.until))} {resting}".strip())
        elif given is not None:
            told = _(words.READ_ONLY).format(name=given.name, role=given.role, day=day(given.on))
            self.banner.tell("info", told, "lock")

    # ── acts ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _sign(self) -> None:
        question = self.questions.get("authorise")
        if isinstance(question, AuthoriseQuestion):
            question.sign()

    def _revise(self) -> None:
        if self._walk is None or self._tna is None:
            return
        newer = self._walk.next_revision
        if newer is not None:
            self.around.go(Place(page="tna", record=newer.id))
        else:
            self.granted(revise, self._tna, then=self._revised)

    def _revised(self, draft: Tna) -> None:
        before = draft.revision_no - 1
        self.around.go(Place(page="tna", record=draft.id, step="service"))
        self.around.say(_(words.REVISED).format(tna=draft.title, before=before))

    def _print(self) -> None:
        who = self.desk.marking_as
        if self._tna is None:
            return
        if who is None:
            self.say_no(_(words.PRINT_NO_PROFILE))
            return
        order = Order(kind=DocumentKind.TNA_SUMMARY, record=self._tna)
        name = self.desk.read(proposed_name, order, self.desk.clock(), who)
        self.around.files.save(self, _(words.SAVE_CAPTION), name, lambda path: self._save(order, path))

    def _save(self, order: Order, path: Path) -> None:
        self.around.jobs.run(
            _(words.PRINTING),
            lambda _progress, _stop: save_as(self.desk.desk, order, path),
            done=lambda _none: self.around.say(_(words.PRINTED).format(name=path.name)),
        )
