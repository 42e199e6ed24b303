"""The page for one trainee, for one minute: their own results in large plain words, and four ways to answer (R48)."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from calm_instructor.domain.ids import EnrolmentId
from calm_instructor.domain.needs import Manner
from calm_instructor.domain.sign_off import SignOff, TraineeSignature
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import hand_over as words
from calm_instructor.operations.signing import TraineeSigns, sign_off
from calm_instructor.operations.viewing.hand_over import HandOver, hand_over
from calm_instructor.ui.course.cover import Cover
from calm_instructor.ui.course.hand_over_answers import AnswerInWords, SignHere
from calm_instructor.ui.course.hand_over_parts import ResultRow
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import button, set_unavailable
from calm_instructor.ui.parts.labels import Chip, IconLabel, Label, Line
from calm_instructor.ui.parts.surfaces import Banner, Card, Surface, scrolled
from calm_instructor.ui.theme import icons

EDGE = 48
_ICON = 22
_ROOMY = 1200
"""From this width on, buttons have icons beside their words."""


class HandOverPage(Cover):
    """``done`` gets the sign-off once it is signed, and whether a copy is wanted. Escape, or Give back, records nothing."""

    def __init__(self, page: Page, enrolment: EnrolmentId, done: Callable[[SignOff, bool], object]) -> None:
        super().__init__(page)
        self._page = page
        self._done = done
        self.seen: HandOver = page.desk.read(hand_over, enrolment, page.desk.marking_as)
        self.setAccessibleName(self.seen.name)
        self._icons: dict[QPushButton, tuple[str, str]] = {}
        self.banner = Banner("stop")
        self.banner.hide()
        self.signing = SignHere(self.seen.statements)
        self.signing.changed.connect(self._show_sign)
        self.disagreeing = AnswerInWords(
            _(words.DISAGREE_TITLE),
            _(words.DISAGREE_DETAIL),
            _(words.DISAGREE_EMPTY),
            label=_(words.DISAGREE_LABEL),
            lines=6,
        )
        self.declining = AnswerInWords(
            _(words.DECLINE_TITLE), _(words.DECLINE_DETAIL), _(words.DECLINE_EMPTY), label=_(words.DECLINE_WITNESS)
        )
        self.on_paper = AnswerInWords(_(words.PAPER_TITLE), _(words.PAPER_DETAIL))
        self._right = QStackedWidget()
        for each in (self.signing, self.disagreeing, self.declining, self.on_paper):
            self._right.addWidget(each)
        self._make_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(Line())
        notice = QVBoxLayout()
        notice.setContentsMargins(EDGE, 8, EDGE, 0)
        notice.addWidget(self.banner)
        column.addLayout(notice)
        middle = QHBoxLayout()
        middle.setContentsMargins(EDGE, 12, EDGE, 12)
        middle.setSpacing(32)
        middle.addLayout(self._results(), 1)
        middle.addWidget(self._right, 1)
        column.addLayout(middle, 1)
        column.addWidget(Line())
        column.addWidget(self._foot())
        if self.seen.against:
            self._say_no(" ".join(self.seen.against))
        self._show_sign()

    # ── what stands on it ───────────────────────────────────────────────────────────────────────────────────────────

    def _head(self) -> QFrame:
        head = Surface()
        head.setFixedHeight(80)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(Label(self.seen.name, "display", elide=True))
        names.addWidget(Label(self.seen.course, "traineequiet", elide=True))
        names.addStretch(1)
        line = QHBoxLayout(head)
        line.setContentsMargins(EDGE, 0, EDGE, 0)
        line.setSpacing(12)
        line.addLayout(names, 1)
        if self._page.desk.desk.store.practice:
            line.addWidget(Chip(_(words.PRACTICE), "flask-conical", "warn", square=True))
        if self.seen.generic:
            line.addWidget(Chip(_(words.GENERIC), tone="warn", square=True))
        line.addWidget(IconLabel("lock", "text-2", 20))
        line.addWidget(Label(_(words.ONLY_YOURS), "traineequiet"))
        return head

    def _results(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(Label(self.seen.heading, "largestrong", wrap=True))
        if self.seen.observed:
            column.addWidget(Label(self.seen.observed, "traineequiet", wrap=True))
        inner = QWidget()
        inner.setObjectName("surface")
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(16, 0, 16, 0)
        rows.setSpacing(0)
        for each in self.seen.lines:
            rows.addWidget(ResultRow(each, is_last=each is self.seen.lines[-1]), 1)
        area = scrolled(inner)
        area.viewport().setObjectName("surface")
        card = Card(margins=0)
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(area)
        card.setMaximumHeight(52 * len(self.seen.lines) + 4)
        column.addWidget(card, 1)
        column.addWidget(Label(" ".join(self.seen.notes), "trainee", wrap=True))
        column.addWidget(Label(_(words.SOMETHING_WRONG), "traineequiet", wrap=True))
        column.addStretch(0)
        return column

    def _make_buttons(self) -> None:
        def large(text: str, on: Callable[[], object], icon: str = "", kind: str = "secondary") -> QPushButton:
            made = button(_(text), on, kind=kind, large=True)
            self._icons[made] = (icon, "on-accent" if kind == "primary" else "text")
            return made

        self.disagree = large(words.DISAGREE, lambda: self._turn(self.disagreeing), "message-square-warning")
        self.paper = large(words.ON_PAPER, lambda: self._turn(self.on_paper), "printer")
        self.decline = large(words.DECLINE, lambda: self._turn(self.declining), "x")
        self.give_back = large(words.GIVE_BACK, self.leave, "undo-2")
        self.back = large(words.BACK, lambda: self._turn(self.signing), "arrow-left")
        self.sign = large(words.SIGN, self._sign, "pen-line", "primary")
        self.record = large(words.RECORD, self._record, "check", "primary")

    def _foot(self) -> QFrame:
        foot = Surface()
        foot.setFixedHeight(84)
        line = QHBoxLayout(foot)
        line.setContentsMargins(EDGE, 0, EDGE, 0)
        line.setSpacing(12)
        for each in (self.disagree, self.paper, self.decline, self.back):
            line.addWidget(each)
        line.addStretch(1)
        for each in (self.give_back, self.sign, self.record):
            line.addWidget(each)
        self._turn(self.signing)
        return foot

    def _turn(self, answer: QWidget) -> None:
        """Show one way to answer with its buttons."""
        self._right.setCurrentWidget(answer)
        at_first = answer is self.signing
        for each in (self.disagree, self.paper, self.decline, self.give_back, self.sign):
            each.setVisible(at_first)
        for each in (self.back, self.record):
            each.setVisible(not at_first)
        if isinstance(answer, AnswerInWords):
            answer.take_focus(self.record)
        elif self.isVisible():
            self.signing.take_focus()

    def _show_sign(self) -> None:
        why = "" if self.signing.all_ticked else _(words.TICK_ALL)
        if not why and not self.signing.is_signed:
            why = _(words.SIGN_FIRST)
        set_unavailable(self.sign, _(words.NOT_POSSIBLE) if self.seen.against else why)
        self._icons[self.sign] = ("pen-line", "text-3" if self.sign.property("unavailable") else "on-accent")
        self._draw_icons()
        if self.banner.isVisible() and not self.seen.against:
            self.banner.hide()

    # ── answers ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def open(self) -> None:
        """Cover the window with it."""
        self.lay()
        self.signing.take_focus()

    def leave(self) -> None:
        """Give it back: nothing is recorded."""
        self.lift()

    def _sign(self) -> None:
        why = str(self.sign.toolTip())
        if self.sign.property("unavailable"):
            self._say_no(" ".join(self.seen.against) or why)
            return
        self._answer(TraineeSigns(state=TraineeSignature.SIGNED, manner=Manner.SCREEN, at=self._page.desk.clock()))

    def _record(self) -> None:
        answer = self._right.currentWidget()
        if not isinstance(answer, AnswerInWords) or not answer.is_given():
            return
        now = self._page.desk.clock()
        if answer is self.disagreeing:
            said = answer.text()
            self._answer(TraineeSigns(state=TraineeSignature.DISAGREES, manner=Manner.SCREEN, at=now, note=said))
        elif answer is self.declining:
            self._answer(TraineeSigns(state=TraineeSignature.DECLINED, witness=answer.text()))
        else:
            self._answer(TraineeSigns(state=TraineeSignature.INK_LATER))

    def _answer(self, signs: TraineeSigns) -> None:
        signed = self._page.granted(sign_off, self.seen.enrolment, signs)
        if signed is None:
            if told := self._page.refusal.accessibleName():
                self._say_no(told)
            return
        self.lift()
        self._done(signed, self.signing.wants_copy)

    def _say_no(self, told: str) -> None:
        self.banner.tell("stop", told)
        self.banner.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, then gives back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._right.currentWidget() is self.signing:
            self.leave()
        else:
            self._turn(self.signing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the words of the buttons stand without their icons."""
        super().resizeEvent(event)
        self._draw_icons()

    def _draw_icons(self) -> None:
        has_room = self.width() >= _ROOMY
        for which, (icon, token) in self._icons.items():
            which.setIcon(icons.icon(icon, token, _ICON, gap=4) if has_room else icons.NONE)
            which.setIconSize(QSize(_ICON + 4, _ICON) if has_room else QSize(0, 0))
