"""The due list: who is to be refreshed, ticked by hand, and on to a refresher with just these people (R22, R23)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from calm_instructor.domain.ids import PersonId
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import due as words
from calm_instructor.operations.viewing.due import DueLine, due_list
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.page import Around, Page
from calm_instructor.ui.parts.buttons import button, set_unavailable
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Empty
from calm_instructor.ui.parts.tick_table import TickTable
from calm_instructor.ui.people.find_line import FindLine

_NAME = 520
"""No wider than that a name is read with its date as one line."""


class DuePage(Page):
    """Arrows move, Space or Enter ticks, Ctrl+N plans with those who are ticked."""

    topics = frozenset({"people", "sign_off", "courses", "organisation"})

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self._lines: tuple[DueLine, ...] = ()
        self._ticked: dict[PersonId, DueLine] = {}
        self.head.show_words(_(words.TITLE), _(words.DETAIL))
        self.tick_all = button("", self._tick_all, icon="list-checks")
        self.plan = button("", self._plan, icon="calendar-plus", kind="primary")
        QShortcut(QKeySequence("Ctrl+N"), self, self._plan)  # the button's own would go with its words
        self.head.add_button(self.tick_all)
        self.head.add_button(self.plan)
        self.find_line = FindLine(_(words.FIND), _(words.FIND_NAME))
        self.find_line.textChanged.connect(self._show)
        self.table = TickTable(self._columns(), name=_(words.TABLE), row_height=48)
        self.table.opened.connect(self._tick)
        self.table.clicked.connect(lambda _index: self._tick_in_hand())
        self.find_line.leads_into = self.table
        self._none = Label(_(words.NONE_FOUND), "quiet")
        self._empty = Empty("refresh-cw", _(words.NOBODY), _(words.NOBODY_HINT))
        tools = QHBoxLayout()
        tools.setSpacing(16)
        self.count = Label("", "quiet")
        self.find_line.setMinimumWidth(380)
        tools.addWidget(self.find_line)
        tools.addStretch(1)
        tools.addWidget(self.count)
        self.body.addLayout(tools)
        for each in (self._empty, self._none):
            self.body.addWidget(each)
        self.body.addWidget(self.table, 1)
        self._gap = QWidget()
        self.body.addWidget(self._gap, 1)

    def _columns(self) -> list[Column[DueLine]]:
        return [
            Column(
                _(words.NAME),
                lambda row: row.name,
                paint="strong",
                icon=lambda row: "square-check" if row.person in self._ticked else "square",
                second=lambda row: " · ".join(filter(None, (row.staff_no, row.role, row.site))),
                width=_NAME,
                told=self._told,
            ),
            Column(_(words.UNTIL), lambda row: row.when, paint="lamp", lamp=lambda row: row.lamp),
            Column(_(words.COURSE), lambda row: row.course, width=180),
        ]

    def _told(self, row: DueLine) -> str:
        return ", ".join(filter(None, (row.name, _(words.TICKED) if row.person in self._ticked else "", row.when)))

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def arrive(self, place: Place) -> None:
        """The first of them in hand; what was ticked before stays ticked."""
        super().arrive(place)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.table.current() is None:
            self.table.put_in_hand(0)

    def refresh(self) -> None:
        """Read who is due today."""
        self._lines = self.desk.read(due_list, self.desk.clock())
        here = {each.person: each for each in self._lines}
        self._ticked = {person: here[person] for person in self._ticked if person in here}
        self._show()

    def _show(self) -> None:
        found = [each for each in self._lines if each.is_found_by(self.find_line.text())]
        self.table.show_rows(found, same=lambda row: row.person)
        self.table.setVisible(bool(found))
        for each in (self.find_line, self.count):
            each.setVisible(bool(self._lines))
        self._none.setVisible(bool(self._lines) and not found)
        self._empty.setVisible(not self._lines)
        self._gap.setVisible(not found)
        self._count()

    def _count(self) -> None:
        may = [each for each in self._lines if each.may_refresh]
        all_ticked = bool(may) and all(each.person in self._ticked for each in may)
        self.tick_all.setText(_(words.NONE if all_ticked else words.ALL))
        self.tick_all.setAccessibleName(self.tick_all.text())
        self.tick_all.setVisible(bool(may))
        self.count.setText(words.ticked(len(self._ticked), len(self._lines)))
        self.plan.setText(words.plan(len(self._ticked)))
        self.plan.setAccessibleName(self.plan.text())
        self.plan.setVisible(bool(self._lines))
        set_unavailable(self.plan, "" if self._ticked else _(words.TICK_FIRST))
        self.table.viewport().update()

    # ── acts ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _tick_in_hand(self) -> None:
        row = self.table.current()
        if row is not None:
            self._tick(row)

    def _tick(self, row: DueLine) -> None:
        if self._ticked.pop(row.person, None) is None:
            self._ticked[row.person] = row
        self._count()

    def _tick_all(self) -> None:
        may = {each.person: each for each in self._lines if each.may_refresh}
        self._ticked = {} if may and all(person in self._ticked for person in may) else {**self._ticked, **may}
        self._count()

    def _plan(self) -> None:
        if not self._ticked:
            self.around.say(_(words.TICK_FIRST))
            return
        in_order = tuple(each.person for each in self._lines if each.person in self._ticked)
        self.around.go(Place(page="courses", step="new", people=in_order))
