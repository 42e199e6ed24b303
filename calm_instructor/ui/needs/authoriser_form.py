"""Name, role, day and signature of who authorises a TNA (R43): signed here on screen, or an ink copy that is held and was seen."""

from datetime import date
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.domain.needs import Authorisation, Manner
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day, listed, moment
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import authorising as own
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.viewing.authorising import told_of_authoriser
from calm_instructor.operations.viewing.needs import TnaWalk
from calm_instructor.ui.needs.authoriser_signs import AuthoriserSigns
from calm_instructor.ui.needs.question import Question
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import Segmented
from calm_instructor.ui.parts.inputs import DateEdit, Field, Tick
from calm_instructor.ui.parts.labels import Label, LampLabel
from calm_instructor.ui.parts.surfaces import Card, Surface, scrolled
from calm_instructor.ui.parts.texts import LineEdit

_GAP = 8


class AuthoriserForm(Card):
    """``given`` is what was entered, or the sentence that says what is missing."""

    def __init__(self, question: Question, page: Page) -> None:
        super().__init__(_(words.SIGNATURE), "pen-line", margins=0)
        self._desk = page.desk
        self._walk: TnaWalk | None = None
        self.name = Field(_(words.NAME), LineEdit(name=_(words.NAME)))
        self.role = Field(_(words.ROLE), LineEdit(name=_(words.ROLE)))
        self.on = Field(_(words.ON), DateEdit(name=_(words.ON)))
        self.review = question.day(_(words.REVIEW_DUE), "review_due")
        self._about = LampLabel(Lamp.WARN, "", wrap=True)
        self._about.hide()
        self.manner = Segmented(
            [(Manner.SCREEN, _(words.ON_SCREEN)), (Manner.INK, _(words.IN_INK))], _(words.MANNER), width=120
        )
        self.manner.set_value(Manner.SCREEN)
        self.manner.chosen.connect(lambda _manner: self._show_manner())
        self.signs = AuthoriserSigns()
        self.held_at = Field(_(words.HELD_AT), LineEdit(name=_(words.HELD_AT)))
        self.seen_by = Field(_(words.SEEN_BY), LineEdit(name=_(words.SEEN_BY)))
        self._signed = Label("", wrap=True)
        self.confirm = Tick("", name=_(words.CONFIRM))
        self._confirms = Label("", wrap=True)
        self._hint = Label("", "small", wrap=True)
        _line(self.name).textChanged.connect(lambda _text: self._tell_about())
        inner = Surface()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(_GAP)
        column.addLayout(self._fields())
        column.addWidget(self._about)
        column.addWidget(self._confirm())
        column.addWidget(self.manner)
        for each in (self.signs, self.held_at, self.seen_by, self._signed, self._hint):
            column.addWidget(each)
        column.addStretch(1)
        area = scrolled(inner)
        area.viewport().setObjectName("surface")
        self.body.addWidget(area)

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(_GAP)
        for place, each in enumerate((self.name, self.role, self.on, self.review)):
            grid.addWidget(each, *divmod(place, 2), Qt.AlignmentFlag.AlignTop)
        return grid

    def _confirm(self) -> QWidget:
        self._confirm_line = QWidget()
        line = QHBoxLayout(self._confirm_line)
        line.setContentsMargins(0, 0, 0, 0)
        self.confirm.setFixedSize(26, 32)
        line.setSpacing(4)
        line.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._confirms, 1)
        return self._confirm_line

    # ── what stands ─────────────────────────────────────────────────────────────────────────────────────────────────

    def show_walk(self, walk: TnaWalk) -> None:
        """The signature that was given, or what is asked of one."""
        self._walk = walk
        if walk.tna.authorisation is not None:
            self._show_given(walk.tna.authorisation)
        if isinstance(self.review.editor, DateEdit):
            self.review.editor.show_date(walk.tna.review_due)
        months = walk.numbers.tna_valid_months
        _line(self.review).setPlaceholderText(_(own.IN_MONTHS).format(months=months))
        _line(self.review).setToolTip(_(words.REVIEW_HINT).format(months=months))
        proposed = walk.proposed
        self._confirm_line.setVisible(bool(proposed) and walk.is_draft)
        sentence = _(words.CONFIRM).format(techniques=listed(proposed))
        self._confirms.setText(sentence)
        self.confirm.setAccessibleName(sentence)
        hints = [_(words.NOT_BY_LEAD)]
        if walk.replaces is not None:
            hints = [_(own.REPLACES).format(number=walk.replaces.revision_no), own.stay_on_it(walk.resting), *hints]
        self._hint.setText(" ".join(each for each in hints if each))
        self._hint.setVisible(walk.is_draft)
        self._tell_about()
        self._show_manner()

    def _show_given(self, given: Authorisation) -> None:
        _line(self.name).setText(given.name)
        _line(self.role).setText(given.role)
        _line(self.on).setText(day(given.on))
        self.manner.set_value(given.manner)
        _line(self.held_at).setText(given.held_at)
        _line(self.seen_by).setText(given.seen_by)
        on_screen = (
            _(own.SIGNED_ON_SCREEN).format(moment=moment(given.signed_at))
            if given.signed_at is not None
            else _(own.SIGNED_SCREEN_DAY).format(day=day(given.on))
        )
        self._signed.setText(on_screen)

    def _show_manner(self) -> None:
        """On screen somebody signs today; the day of an ink copy is the day it bears."""
        in_ink = self.manner.value() is Manner.INK
        is_draft = self._walk is not None and self._walk.is_draft
        self.held_at.setVisible(in_ink)
        self.seen_by.setVisible(in_ink)
        self.signs.setVisible(is_draft and not in_ink)
        self._signed.setVisible(not is_draft and not in_ink)
        if is_draft:
            self.on.setEnabled(in_ink)
            if not in_ink or not _line(self.on).text():
                _line(self.on).setText(day(self._desk.clock().date()))

    def _tell_about(self) -> None:
        name, walk = _line(self.name).text().strip(), self._walk
        told = None
        if name and walk is not None and walk.is_draft:
            told = self._desk.read(told_of_authoriser, walk.tna.id, name)
        self._about.setVisible(told is not None)
        if told is not None:
            self._about.show_lamp(*told)

    # ── what was entered ────────────────────────────────────────────────────────────────────────────────────────────

    def given(self) -> Authorisation | str:
        """The authorisation as entered; where something is missing, the sentence that says what, with the focus there."""
        in_ink = self.manner.value() is Manner.INK
        wanted = [(self.name, own.NAME_MISSING), (self.role, own.ROLE_MISSING)]
        if in_ink:
            wanted += [(self.held_at, own.HELD_MISSING), (self.seen_by, own.SEEN_MISSING)]
        missing = []
        for field, sentence in wanted:
            if _line(field).text().strip():
                field.accept()
            else:
                field.refuse(_(sentence))
                missing.append((field, sentence))
        if missing:
            missing[0][0].editor.setFocus()
            return _(missing[0][1])
        signed_on = _day(self.on)
        if signed_on is None:
            told = _(words.NO_DATE).format(text=_line(self.on).text())
            self.on.refuse(told)
            return told
        self.on.accept()
        if self._walk is not None and self._walk.proposed and not self.confirm.isChecked():
            self.confirm.setFocus()
            return _(words.CONFIRM_FIRST)
        if not in_ink and not self.signs.is_signed:
            self.signs.take_focus()
            return _(own.SIGN_FIRST)
        return Authorisation(
            name=_line(self.name).text().strip(),
            role=_line(self.role).text().strip(),
            on=signed_on,
            manner=Manner.INK if in_ink else Manner.SCREEN,
            signed_at=None if in_ink else self._desk.clock(),
            held_at=_line(self.held_at).text().strip() if in_ink else "",
            seen_by=_line(self.seen_by).text().strip() if in_ink else "",
        )


def _line(field: Field) -> LineEdit:
    return cast("LineEdit", field.editor)


def _day(field: Field) -> date | None:
    editor = field.editor
    return editor.date() if isinstance(editor, DateEdit) else None
