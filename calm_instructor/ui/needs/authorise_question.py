"""Authorise: what is still asked, each with the way to mend it, and the authoriser's signature (R43)."""

from datetime import date
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.domain.course import Override
from calm_instructor.domain.needs import Authorisation, Manner, Tna
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day, listed
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.analysing import authorise
from calm_instructor.operations.viewing.needs import Asked, TnaWalk
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.needs.question import Question
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import Segmented, button
from calm_instructor.ui.parts.inputs import DateEdit, Field, LineEdit, Tick
from calm_instructor.ui.parts.labels import Label, LampLabel
from calm_instructor.ui.parts.surfaces import Card, Row, scrolled
from calm_instructor.ui.parts.taking_away import take_away


class AuthoriseQuestion(Question):
    """What is asked at the left; the signature at the right. ``sign`` is the page's primary button here."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._shown: tuple[object, ...] | None = None
        self.asked_card = Card(_(words.STILL_ASKED), "list-checks", margins=0)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        holder = QWidget()
        holder.setObjectName("surface")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._lines)
        inner.addStretch(1)
        area = scrolled(holder)
        area.viewport().setObjectName("surface")
        self.asked_card.body.addWidget(area)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.asked_card, 5)
        across.addWidget(self._signature(), 4)
        self.column.addLayout(across, 1)

    def _signature(self) -> Card:
        self.name = Field(_(words.NAME), LineEdit(name=_(words.NAME)))
        self.role = Field(_(words.ROLE), LineEdit(name=_(words.ROLE)))
        self.on = Field(_(words.ON), DateEdit(name=_(words.ON)))
        self.review = self.day(_(words.REVIEW_DUE), "review_due")
        self._review_hint = Label("", "small", wrap=True)
        self.manner = Segmented(
            [(Manner.SCREEN, _(words.ON_SCREEN)), (Manner.INK, _(words.IN_INK))], _(words.MANNER), width=120
        )
        self.manner.set_value(Manner.SCREEN)
        self.manner.chosen.connect(lambda _manner: self._show_manner())
        self.held_at = Field(_(words.HELD_AT), LineEdit(name=_(words.HELD_AT)))
        self.seen_by = Field(_(words.SEEN_BY), LineEdit(name=_(words.SEEN_BY)))
        self.confirm = Tick("", name=_(words.CONFIRM))
        self._confirms = Label("", wrap=True)
        self._confirm_line = QWidget()
        line = QHBoxLayout(self._confirm_line)
        line.setContentsMargins(0, 0, 0, 0)
        self.confirm.setFixedSize(26, 32)
        line.setSpacing(4)
        line.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._confirms, 1)
        self._hint = Label(_(words.NOT_BY_LEAD), "small", wrap=True)
        card = Card(_(words.SIGNATURE), "pen-line")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.name, 0, 0, 1, 2)
        grid.addWidget(self.role, 1, 0, 1, 2)
        grid.addWidget(self.on, 2, 0)
        grid.addWidget(self.review, 2, 1)
        grid.addWidget(self._review_hint, 3, 0, 1, 2)
        card.body.addLayout(grid)
        card.body.addWidget(self.manner)
        card.body.addWidget(self.held_at)
        card.body.addWidget(self.seen_by)
        card.body.addWidget(self._confirm_line)
        card.body.addWidget(self._hint)
        card.body.addStretch(1)
        return card

    # ── what stands ─────────────────────────────────────────────────────────────────────────────────────────────────

    def show_tna(self, walk: TnaWalk) -> None:
        """What is asked, and the signature: given, or still to be given."""
        self._show_asked(walk)
        given = walk.tna.authorisation
        if given is not None:
            self._show_given(given)
        else:
            self._show_open()
        if isinstance(self.review.editor, DateEdit):
            self.review.editor.show_date(walk.tna.review_due)
        self._review_hint.setText(_(words.REVIEW_HINT).format(months=walk.numbers.tna_valid_months))
        self._review_hint.setVisible(walk.is_draft)
        self._hint.setVisible(walk.is_draft)
        proposed = walk.proposed
        self._confirm_line.setVisible(bool(proposed) and walk.is_draft)
        sentence = _(words.CONFIRM).format(techniques=listed(proposed))
        self._confirms.setText(sentence)
        self.confirm.setAccessibleName(sentence)
        self._show_manner()

    def _show_given(self, given: Authorisation) -> None:
        _line(self.name).setText(given.name)
        _line(self.role).setText(given.role)
        _line(self.on).setText(day(given.on))
        self.manner.set_value(given.manner)
        _line(self.held_at).setText(given.held_at)
        _line(self.seen_by).setText(given.seen_by)

    def _show_open(self) -> None:
        if not _line(self.on).text():
            _line(self.on).setText(day(self.desk.clock().date()))

    def _show_manner(self) -> None:
        in_ink = self.manner.value() is Manner.INK
        self.held_at.setVisible(in_ink)
        self.seen_by.setVisible(in_ink)

    def _show_asked(self, walk: TnaWalk) -> None:
        asked = tuple(each for each in walk.asked if each.code != "R3.not_confirmed")
        shown = (*asked, *walk.overrides, walk.is_draft)
        if shown == self._shown:
            return
        self._shown = shown
        take_away(self._lines)
        count = len(asked) if walk.is_draft else len(walk.overrides)
        self.asked_card.set_title(_(words.STILL_ASKED if walk.is_draft else words.GONE_PAST))
        self.asked_card.set_right(str(count) if count else "")
        for given in walk.overrides:
            self._lines.addWidget(_override_line(given))
        for each in asked:
            self._lines.addWidget(self._asked_line(each))
        if not count:
            row = Row(44)
            told = words.NOTHING_ASKED if walk.is_draft else words.FROZEN
            row.line.addWidget(LampLabel(Lamp.OK, _(told)))
            self._lines.addWidget(row)

    def _asked_line(self, asked: Asked) -> Row:
        row = Row(44)
        lamp = Lamp.STOP if asked.blocks else Lamp.WARN
        row.line.addWidget(LampLabel(lamp, asked.sentence, wrap=True), 1, Qt.AlignmentFlag.AlignVCenter)
        go = button(
            _(words.QUESTIONS[asked.question]),
            lambda: self._go(asked.question),
            kind="quiet",
            small=True,
            name=f"{_(words.GO_THERE)}: {asked.sentence}",
        )
        row.line.addWidget(go)
        return row

    def _go(self, question: str) -> None:
        if self.walk is not None:
            self.around.go(Place(page="tna", record=self.walk.tna.id, step=question))

    # ── signing ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def sign(self) -> None:
        """Ask for the authorisation with what was entered; what a warning wants to know is asked in a dialog."""
        if self.walk is None or not self._is_filled_in():
            return
        walk, in_ink = self.walk, self.manner.value() is Manner.INK
        signed_on = _day(self.on)
        if walk.proposed and not self.confirm.isChecked():
            self.page.say_no(_(words.CONFIRM_FIRST))
            self.confirm.setFocus()
            return
        given = Authorisation(
            name=_line(self.name).text().strip(),
            role=_line(self.role).text().strip(),
            on=signed_on or self.desk.clock().date(),
            manner=Manner.INK if in_ink else Manner.SCREEN,
            signed_at=None if in_ink else self.desk.clock(),
            held_at=_line(self.held_at).text().strip() if in_ink else "",
            seen_by=_line(self.seen_by).text().strip() if in_ink else "",
        )
        self.page.granted(authorise, walk.tna.id, given, confirms=walk.proposed, then=self._signed)

    def _is_filled_in(self) -> bool:
        wanted = [self.name, self.role]
        if self.manner.value() is Manner.INK:
            wanted += [self.held_at, self.seen_by]
        whole = True
        for field in reversed(wanted):
            if _line(field).text().strip():
                field.accept()
            else:
                field.refuse(_(words.FILL_IN))
                field.editor.setFocus()
                whole = False
        if _day(self.on) is None:
            self.on.refuse(_(words.NO_DATE).format(text=_line(self.on).text()))
            whole = False
        else:
            self.on.accept()
        return whole

    def _signed(self, tna: Tna) -> None:
        name = tna.authorisation.name if tna.authorisation else ""
        self.around.say(_(words.IS_AUTHORISED).format(tna=tna.title, name=name))


def _override_line(given: Override) -> Row:
    row = Row(52)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(Label(given.sentence, "body", wrap=True))
    reason = _(words.GONE_PAST_BY).format(reason=given.reason, name=given.by, day=day(given.at.date()))
    column.addWidget(Label(reason, "quiet", wrap=True))
    row.line.addLayout(column, 1)
    return row


def _line(field: Field) -> LineEdit:
    return cast("LineEdit", field.editor)


def _day(field: Field) -> date | None:
    editor = field.editor
    return editor.date() if isinstance(editor, DateEdit) else None
