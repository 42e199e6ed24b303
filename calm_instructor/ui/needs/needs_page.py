"""Needs: every training needs analysis by service, and the way to begin one."""

from typing import cast

from PySide6.QtWidgets import QHBoxLayout

from calm_instructor.domain.ids import TnaId
from calm_instructor.domain.needs import Tna
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import authorising as own
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.analysing import draft_tna
from calm_instructor.operations.proposing import new_tna
from calm_instructor.operations.revising import begin_from, revise
from calm_instructor.operations.viewing.beginning import Beginning
from calm_instructor.operations.viewing.needs import TnaLine, TnaList, tnas
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.page import Around, Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.inputs import Choice, Field
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Card, Empty
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.parts.texts import LineEdit


def _columns() -> list[Column[TnaLine]]:
    return [
        Column[TnaLine](_(words.HEAD_SERVICE), lambda line: line.service, paint="strong", second=lambda line: line.ref),
        Column[TnaLine](_(words.HEAD_REVISION), lambda line: line.revision, width=90),
        Column[TnaLine](
            _(words.HEAD_STATE), lambda line: line.state, width=230, paint="lamp", lamp=lambda line: line.lamp
        ),
        Column[TnaLine](_(words.HEAD_NEED), lambda line: line.need, width=150, second=lambda line: line.result),
        Column[TnaLine](_(words.HEAD_RISKS), lambda line: str(line.risks), width=56, right=True),
        Column[TnaLine](_(words.HEAD_TECHNIQUES), lambda line: str(line.techniques), width=86, right=True),
        Column[TnaLine](
            _(words.HEAD_AUTHORISED),
            lambda line: line.authorised_by,
            width=170,
            second=lambda line: line.authorised_on,
        ),
        Column[TnaLine](_(words.HEAD_REVIEW), lambda line: line.review_due, width=110),
    ]


class NeedsPage(Page):
    """Enter opens the TNA in hand; "New TNA" asks for the service and a reference, in the page."""

    topics = frozenset({"needs", "organisation", "instructors"})

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self._next_ref = ""
        self._beginnings: tuple[Beginning, ...] = ()
        self._was_chosen = False
        self.new = button(_(words.NEW), self.begin_new, icon="plus", kind="primary")
        self.head.add_button(self.new)
        self.form = self._form()
        self.form.hide()
        self.table = TableView[TnaLine](_columns(), name=_(words.LIST), row_height=52)
        self.table.opened.connect(lambda line: self._open(line.tna))
        self._none = Empty(
            "clipboard-list",
            _(words.NONE_YET),
            _(words.NONE_HINT),
            button(_(words.NEW), self.begin_new, icon="plus", name=_(words.NEW)),
        )
        self._not_yet = Empty(
            "settings",
            _(words.SET_UP_FIRST),
            _(words.SET_UP_HINT),
            button(_(words.SET_UP), lambda: around.go(Place(page="settings")), kind="primary", icon="arrow-right"),
        )
        self.body.addWidget(self.form)
        self.body.addWidget(self._none)
        self.body.addWidget(self._not_yet)
        self.body.addWidget(self.table, 1)
        self.body.addStretch(0)

    def _form(self) -> Card:
        card = Card(_(words.BEGIN_TITLE))
        self.service = Field(_(words.SERVICE), LineEdit(name=_(words.SERVICE)))
        self.ref = Field(_(words.REF), LineEdit(name=_(words.REF)))
        self.begin_with = Choice(name=_(own.BEGIN_WITH))
        self.begin_with.chosen.connect(lambda _chosen: self._show_what_comes(chosen=True))
        self._with = Field(_(own.BEGIN_WITH), self.begin_with)
        self._comes = Label("", "small", wrap=True)
        self.begin = button(_(words.BEGIN), self._begin, kind="primary")
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(self.service, 3)
        fields.addWidget(self.ref, 2)
        card.body.addLayout(fields)
        card.body.addWidget(self._with)
        card.body.addWidget(self._comes)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(_(words.CANCEL), self._leave_form))
        foot.addWidget(self.begin)
        card.body.addLayout(foot)
        for field in (self.service, self.ref):
            field.editor.returnPressed.connect(self._begin)  # type: ignore[attr-defined]
        _editor(self.service).textChanged.connect(lambda _text: self._show_what_comes())
        return card

    # ── coming here ─────────────────────────────────────────────────────────────────────────────────────────────────

    def arrive(self, place: Place) -> None:
        """The list in hand; or, at the step "new", the form."""
        self.look_again()
        if place.step == "new":
            self.begin_new()
        elif self.table.isVisibleTo(self):
            self.table.setFocus()

    def refresh(self) -> None:
        """Read the list."""
        shown = self.desk.read(tnas, self.desk.clock(), self.desk.marking_as)
        self.head.show_words(_(words.TITLE), _(words.DETAIL))
        self._next_ref, self._beginnings = shown.next_ref, shown.beginnings
        self._show(shown)

    def _show(self, shown: TnaList) -> None:
        self.table.show_rows(shown.lines, same=lambda line: line.tna)
        self.table.setVisible(bool(shown.lines))
        self._none.setVisible(shown.may_begin and not shown.lines and self.form.isHidden())
        self._not_yet.setVisible(not shown.may_begin)
        self.new.setVisible(shown.may_begin and self.form.isHidden())

    # ── beginning one ───────────────────────────────────────────────────────────────────────────────────────────────

    def begin_new(self) -> None:
        """Show the form with the next reference proposed."""
        if not self._next_ref:
            return
        self.form.show()
        self.new.hide()
        self._none.hide()
        _editor(self.ref).setText(self._next_ref)
        self._was_chosen = False
        self.begin_with.offer([(None, _(own.BEGIN_EMPTY)), *((each.tna, each.words) for each in self._beginnings)])
        self.begin_with.setCurrentIndex(0)
        self._with.setVisible(bool(self._beginnings))
        _editor(self.service).clear()
        self._show_what_comes()
        self.service.accept()
        self.ref.accept()
        _editor(self.service).setFocus()

    def _leave_form(self) -> None:
        self.form.hide()
        self.look_again()
        (self.table if self.table.isVisible() else self.new).setFocus()

    def _chosen_beginning(self) -> Beginning | None:
        return next((each for each in self._beginnings if each.tna == self.begin_with.value()), None)

    def _show_what_comes(self, *, chosen: bool = False) -> None:
        """The last TNA of the service that is typed is offered first, until somebody chooses another way to begin."""
        service = _editor(self.service).text()
        self._was_chosen = self._was_chosen or chosen
        if not self._was_chosen:
            same = next((number for number, each in enumerate(self._beginnings, start=1) if each.is_of(service)), 0)
            self.begin_with.setCurrentIndex(same)
        earlier = self._chosen_beginning()
        revises = self._revises(earlier, service)
        if earlier is None:
            told = ""
        elif revises:
            told = _(own.WILL_REVISE).format(number=earlier.revises, ref=earlier.ref)
        elif earlier.is_of(service):
            told = _(own.WILL_COPY)
        else:
            told = _(own.WILL_COPY_ELSEWHERE).format(service=earlier.service)
        self._comes.setText(told)
        self._comes.setVisible(bool(told))
        editor = _editor(self.ref)
        editor.setEnabled(not revises)
        if revises and earlier is not None:
            editor.setText(earlier.ref)
        elif editor.text() in {each.ref for each in self._beginnings}:
            editor.setText(self._next_ref)

    def _revises(self, earlier: Beginning | None, service: str) -> bool:
        return earlier is not None and earlier.revises is not None and earlier.is_of(service)

    def _begin(self) -> None:
        service, ref = _editor(self.service).text().strip(), _editor(self.ref).text().strip()
        earlier = self._chosen_beginning()
        if earlier is not None and self._revises(earlier, service):
            self.granted(revise, earlier.tna, then=self._came_over)
            return
        taken = {each.ref for each in self.desk.read(lambda view: view.all(Tna))}
        self.service.accept() if service else self.service.refuse(_(words.SERVICE_MISSING))
        if not ref:
            self.ref.refuse(_(words.REF_MISSING))
        elif ref in taken:
            self.ref.refuse(_(words.REF_TAKEN).format(ref=ref))
        else:
            self.ref.accept()
        if not service or not ref or ref in taken:
            return
        new_id = TnaId(self.desk.new_id())
        if earlier is not None:
            self.granted(begin_from, earlier.tna, new_id, ref, service, then=self._came_over)
        else:
            draft = new_tna(new_id, ref, service, self.desk.clock().date())
            self.granted(draft_tna, draft, then=self._begun)

    def _came_over(self, tna: Tna) -> None:
        self.form.hide()
        self._open(tna.id)
        self.around.say(_(own.BEGUN_FROM).format(tna=tna.title))

    def _begun(self, tna: Tna) -> None:
        self.form.hide()
        self.around.say(_(words.BEGUN).format(tna=tna.title))
        self._open(tna.id)

    def _open(self, tna: TnaId) -> None:
        self.around.go(Place(page="tna", record=tna))


def _editor(field: Field) -> LineEdit:
    return cast("LineEdit", field.editor)
