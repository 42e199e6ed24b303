"""Staff groups: who works here, what they meet, what they need and why (R36, R11)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QHBoxLayout

from calm_instructor.domain.people import Basis, Need, StaffGroup
from calm_instructor.messages.labels import label
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.proposing import proposed_groups
from calm_instructor.operations.viewing.needs import TnaWalk
from calm_instructor.ui.needs.question import Question, show_in
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.inputs import Choice, Field
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Card, Empty
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.parts.texts import LineEdit, TextEdit


@dataclass(frozen=True)
class GroupRow:
    """A group and its place in the list."""

    place: int
    group: StaffGroup


class GroupsQuestion(Question):
    """The groups at the left; the one in hand at the right, every piece kept as it is left."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.table = TableView[GroupRow](_columns(), name=_(words.GROUPS), row_height=44)
        self.table.moved.connect(lambda _row: self._show_group())
        self.table.opened.connect(lambda _row: self._work_on())
        self._none = Empty(
            "users",
            _(words.NO_GROUPS),
            _(words.NO_GROUPS_HINT),
            button(_(words.PROPOSE_GROUPS), lambda: self.keep(staff_groups=proposed_groups()), icon="users"),
        )
        self.name = self._line(_(words.GROUP), "name")
        self.people = self._number(_(words.PEOPLE))
        self.exposure = self.watched(Field(_(words.EXPOSURE), TextEdit(name=_(words.EXPOSURE), lines=3)))
        self.exposure.editor.left.connect(lambda text: self._change(exposure=text.strip()))  # type: ignore[attr-defined]
        self.need = Choice([(each, label(each)) for each in Need], name=_(words.NEED_OF_GROUP))
        self.need.chosen.connect(self._say_need)
        self.basis = Choice([(None, _(words.NO_BASIS)), *((each, label(each)) for each in Basis)], name=_(words.BASIS))
        self.basis.chosen.connect(lambda basis: self._change(basis=basis))
        self.add = button(_(words.ADD_GROUP), self._add, icon="plus")
        self.take_off = button(_(words.TAKE_OFF_GROUP), self._take_off, icon="trash-2", kind="quiet")
        self.card = Card(" ")
        who = QHBoxLayout()
        who.setSpacing(12)
        who.addWidget(self.name, 4)
        who.addWidget(self.people, 1)
        self.card.body.addLayout(who)
        for each in (
            self.exposure,
            Field(_(words.NEED_OF_GROUP), self.need),
            Field(_(words.BASIS), self.basis),
        ):
            self.card.body.addWidget(each)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.take_off)
        self.card.body.addStretch(1)
        self.card.body.addLayout(foot)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.table, 5)
        across.addWidget(self.card, 3)
        beneath = QHBoxLayout()
        beneath.setSpacing(12)
        beneath.addWidget(self.add)
        beneath.addWidget(Label(_(words.GROUPS_FOOT), "quiet", elide=True), 1)
        self.column.addWidget(self._none)
        self.column.addLayout(across, 1)
        self.column.addLayout(beneath)
        self.column.addStretch(0)

    def first_control(self) -> TableView[GroupRow] | None:
        """The list."""
        return self.table if self.table.rows.rows else None

    def show_tna(self, walk: TnaWalk) -> None:
        """The groups; the one in hand stays in hand."""
        rows = [GroupRow(place, group) for place, group in enumerate(walk.tna.staff_groups)]
        self.table.show_rows(rows, same=lambda row: row.place)
        self.table.setVisible(bool(rows))
        self.card.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self.take_off.setVisible(walk.is_draft)
        self._show_group()

    def _work_on(self) -> None:
        self.name.editor.setFocus()

    def _show_group(self) -> None:
        row = self.table.current()
        if row is None:
            return
        group = row.group
        self.card.set_title(group.name)
        self.name.accept()
        self.people.accept()
        show_in(self.name, group.name, row.place)
        show_in(self.people, "" if group.people is None else str(group.people), row.place)
        show_in(self.exposure, group.exposure, row.place)
        self.need.set_value(group.need)
        self.basis.setCurrentIndex(0 if group.basis is None else 1 + list(Basis).index(group.basis))

    # ── what is kept ────────────────────────────────────────────────────────────────────────────────────────────────

    def _line(self, word: str, field: str) -> Field:
        editor = LineEdit(name=word)
        shown = Field(word, editor)

        def left(text: str) -> None:
            if not text.strip():
                shown.refuse(_(words.NAME_MISSING))
                return
            shown.accept()
            self._change(**{field: text.strip()})

        editor.left.connect(left)
        return shown

    def _number(self, word: str) -> Field:
        editor = LineEdit(name=word)
        shown = Field(word, editor)

        def left(text: str) -> None:
            digits = text.strip()
            if digits and not (digits.isascii() and digits.isdecimal() and len(digits) < 6):
                shown.refuse(_(words.NO_NUMBER).format(text=digits))
                return
            shown.accept()
            self._change(people=int(digits) if digits else None)

        editor.left.connect(left)
        return shown

    def _say_need(self, need: object) -> None:
        row = self.table.current()
        if row is not None and isinstance(need, Need):
            basis = row.group.basis if need is Need.ESCAPE else None
            self._change(need=need, basis=basis)

    def _change(self, **said: object) -> None:
        row = self.table.current()
        if row is None or self.walk is None:
            return
        groups = list(self.walk.tna.staff_groups)
        if row.place < len(groups):
            groups[row.place] = replace(groups[row.place], **said)  # type: ignore[arg-type]
            self._keep(groups)

    def _add(self) -> None:
        if self.walk is None:
            return
        new = StaffGroup(name=_(words.NEW_GROUP), exposure="", need=Need.CORE_THEORY)
        self._keep([*self.walk.tna.staff_groups, new])
        self.table.put_in_hand(len(self.table.rows.rows) - 1)
        self.name.editor.setFocus()
        self.name.editor.selectAll()  # type: ignore[attr-defined]

    def _take_off(self) -> None:
        row = self.table.current()
        if row is not None and self.walk is not None:
            self._keep([group for place, group in enumerate(self.walk.tna.staff_groups) if place != row.place])
            self.table.setFocus()

    def _keep(self, groups: Sequence[StaffGroup]) -> None:
        self.keep(staff_groups=tuple(groups))


def _columns() -> list[Column[GroupRow]]:
    return [
        Column[GroupRow](
            _(words.GROUP), lambda row: row.group.name, paint="strong", second=lambda row: row.group.exposure
        ),
        Column[GroupRow](
            _(words.PEOPLE),
            lambda row: "–" if row.group.people is None else str(row.group.people),
            width=60,
            right=True,
        ),
        Column[GroupRow](
            _(words.NEED_OF_GROUP),
            lambda row: _(words.NEEDS_SHORT[row.group.need.name]),
            width=170,
            second=lambda row: label(row.group.basis) if row.group.basis else "",
            tip=lambda row: label(row.group.need),
        ),
    ]
