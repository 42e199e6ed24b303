"""An issued catalogue before it is loaded: what it came to, what is asked, what it changes. Nothing is taken in before the last act."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.domain.technique import Catalogue
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import catalogue as words
from calm_instructor.operations.cataloguing import Answers, CatalogueRead, Issue, answered
from calm_instructor.operations.preparing import load_catalogue
from calm_instructor.operations.viewing.catalogue import ChangeLine
from calm_instructor.operations.viewing.issued import IssuedPreview, Question, issued_preview
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import Segmented, button, set_unavailable
from calm_instructor.ui.parts.inputs import Choice, DateEdit, Field
from calm_instructor.ui.parts.labels import Label, LampLabel
from calm_instructor.ui.parts.surfaces import Card, Surface, scrolled
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.parts.taking_away import take_away
from calm_instructor.ui.parts.texts import LineEdit
from calm_instructor.ui.techniques.change_table import change_table

_FEW = 4
"""Answers up to which they stand side by side; more open as a list."""


class IssuedPanel(QWidget):
    """``done`` is called with the catalogue once it is in force, or with None where it is left."""

    def __init__(self, page: Page, read: CatalogueRead, done: Callable[[Catalogue | None], object]) -> None:
        super().__init__()
        self._page = page
        self._read = read
        self._done = done
        self._answers = Answers()
        self._asked: tuple[tuple[str, str], ...] | None = None
        self.seen: IssuedPreview | None = None
        self.name = self._field(_(words.NAME), read.name)
        self.issuer = self._field(_(words.ISSUER), read.issuer)
        self.version = self._field(_(words.VERSION), read.version)
        self.since = Field(_(words.SINCE), DateEdit(name=_(words.SINCE)))
        self.load = button("", self._load, icon="check", kind="primary")
        self.leave = button(_(words.LEAVE), lambda: done(None))
        fields = QHBoxLayout()
        fields.setSpacing(12)
        for each, stretch in ((self.name, 4), (self.issuer, 3), (self.version, 2), (self.since, 2)):
            fields.addWidget(each, stretch)
            editor = each.editor
            if isinstance(editor, LineEdit):
                editor.left.connect(lambda _text: self._look())
        self.found = Card(_(words.FOUND), "list-checks", margins=0)
        self._lines = self._scrolled_into(self.found)
        self.asked = Card(_(words.ASKED), "message-circle-question-mark", margins=0)
        self._questions = self._scrolled_into(self.asked)
        self.changes = Card(_(words.CHANGED), "refresh-cw", margins=0)
        self.table: TableView[ChangeLine] = change_table()
        self.changes.body.addWidget(self.table, 1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.asked, 3)
        right.addWidget(self.changes, 2)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.found, 4)
        across.addLayout(right, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(fields)
        column.addLayout(across, 1)
        self._look()

    def _field(self, label: str, text: str) -> Field:
        return Field(label, LineEdit(text, name=label))

    def _scrolled_into(self, card: Card) -> QVBoxLayout:
        inner = Surface()
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        lines = QVBoxLayout()
        lines.setSpacing(6)
        column.addLayout(lines)
        column.addStretch(1)
        area = scrolled(inner)
        area.viewport().setObjectName("surface")
        card.body.addWidget(area)
        return lines

    def take_focus(self) -> None:
        """To the first thing that is still to be said, or to loading."""
        empty = next((each for each in (self.name, self.issuer, self.version) if not _text(each)), None)
        (empty.editor if empty is not None else self.load).setFocus()

    # ── what stands ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _no_date(self) -> str:
        """Why the day from which it is in force can't be used; "" where it can, or none is given."""
        typed, editor = _text(self.since), self.since.editor
        is_date = isinstance(editor, DateEdit) and editor.date() is not None
        return _(words.NO_DATE).format(text=typed) if typed and not is_date else ""

    def _issue(self) -> Issue:
        editor = self.since.editor
        since = editor.date() if isinstance(editor, DateEdit) else None
        if told := self._no_date():
            self.since.refuse(told)
        else:
            self.since.accept()
        return Issue(name=_text(self.name), issuer=_text(self.issuer), version=_text(self.version), in_force_from=since)

    def _look(self) -> None:
        desk = self._page.desk
        self.seen = seen = desk.read(
            issued_preview, self._read, self._issue(), self._answers, desk.new_id, desk.clock().date()
        )
        take_away(self._lines)
        for lamp, said in seen.said:
            self._lines.addWidget(LampLabel(lamp, said, wrap=True))
        self._show_questions(seen.questions)
        self.changes.setVisible(bool(seen.changes))
        self.changes.set_right(str(len(seen.changes)))
        self.table.show_rows(seen.changes, same=lambda line: line.code)
        self.load.setText(words.load(len(seen.looked.techniques)))
        set_unavailable(self.load, self._no_date() or seen.why_not)

    def _show_questions(self, questions: tuple[Question, ...]) -> None:
        """Made once: an answer must not take the control away from under the hand that gave it."""
        asked = tuple((each.code, each.field) for each in questions)
        self.asked.setVisible(bool(questions))
        self.asked.set_right(str(len(set(asked) - self._answers.given)))
        if asked == self._asked:
            return
        self._asked = asked
        take_away(self._questions)
        if questions:
            self._questions.addWidget(Label(_(words.ASKED_HINT), "quiet", wrap=True))
        before = ""
        for each in questions:
            if each.code != before:
                self._questions.addWidget(Label(f"{each.code}  {each.name}", "strong", wrap=True))
            before = each.code
            self._questions.addLayout(self._question(each))

    def _question(self, question: Question) -> QHBoxLayout:
        name = f"{question.code}: {question.words}"
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Label(question.words, wrap=True), 1)
        answer: Segmented | Choice
        if len(question.options) > _FEW:
            answer = Choice(question.options, name=name)
            answer.setPlaceholderText(_(words.CHOOSE_HOLD))
            answer.set_value(None)
            answer.setMinimumWidth(260)
        else:
            answer = Segmented(question.options, name, small=True)
        answer.chosen.connect(partial(self._answer, question))
        line.addWidget(answer)
        return line

    # ── acts ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _answer(self, question: Question, value: object) -> None:
        self._answers = answered(self._answers, question.code, question.field, value)
        self._look()

    def _load(self) -> None:
        if self.seen is None:
            return
        if why_not := self._no_date() or self.seen.why_not:
            self._page.say_no(why_not)
            return
        looked = self.seen.looked
        self._page.granted(load_catalogue, looked.catalogue, looked.techniques, then=self._done)


def _text(field: Field) -> str:
    editor = field.editor
    return editor.text().strip() if isinstance(editor, LineEdit) else ""
