"""Everyone who is here: found as it is typed, with what each may use today; adding one person, or a whole list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import Person
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import duplicates
from calm_instructor.messages.window import people as words
from calm_instructor.operations.viewing.duplicates import pairs_in_doubt
from calm_instructor.operations.viewing.people import PersonLine, employer_and_groups, people_list
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.page import Around, Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.inputs import Tick
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Empty
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.people.drawer import WIDTH, Drawer
from calm_instructor.ui.people.find_line import FindLine
from calm_instructor.ui.people.import_panel import ImportPanel
from calm_instructor.ui.people.person_form import PersonForm

_GIVES_WAY = (2, 3, 4)
"""Role, site and Core Theory give way to the drawer."""


class PeoplePage(Page):
    """Typing finds; Down goes from the find line into the list; Enter opens a person."""

    topics = frozenset({"people", "courses", "sign_off", "organisation"})

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self._lines: tuple[PersonLine, ...] = ()
        self.head.show_words(_(words.PEOPLE))
        self.paste = button(_(words.IMPORT), self.open_import, icon="clipboard-paste")
        self.add = button(_(words.ADD_PERSON), self.open_form, icon="user-plus", kind="primary")
        self.twice = button("", lambda: self.around.go(Place(page="people", step="same")), icon="users")
        self.head.add_button(self.twice)
        self.head.add_button(self.paste)
        self.head.add_button(self.add)
        self.find_line = FindLine(_(words.FIND))
        self.find_line.setMinimumWidth(380)
        self.find_line.textChanged.connect(self._show)
        self.find_line.returnPressed.connect(self._open_first)
        self.archived = Tick(_(words.SHOW_ARCHIVED))
        self.archived.toggled.connect(self._show)
        self._count = Label("", "quiet")
        self._tools = QWidget()
        line = QHBoxLayout(self._tools)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self.find_line)
        line.addWidget(self.archived)
        line.addStretch(1)
        line.addWidget(self._count)
        self.view: TableView[PersonLine] = TableView(_columns(), name=_(words.TABLE_OF_PEOPLE), row_height=36)
        self.view.opened.connect(self._open)
        self.find_line.leads_into = self.view
        self._nobody = Label(_(words.NOBODY_OF_THAT_NAME), "quiet")
        self.empty = Empty(
            "users", _(words.NO_PEOPLE), _(words.NO_PEOPLE_HINT), button(_(words.IMPORT), self.open_import)
        )
        self.body.addWidget(self._tools)
        self.body.addWidget(self.empty)
        self.body.addWidget(self._nobody)
        self.body.addWidget(self.view, 1)
        self._gap = QWidget()
        self.body.addWidget(self._gap, 1)
        self.drawer = Drawer(self)
        self.drawer.opened.connect(lambda: self._make_room(WIDTH))
        self.drawer.closed.connect(self._drawer_closed)

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def arrive(self, place: Place) -> None:
        """The find line is ready; a person whom the place names is in hand."""
        super().arrive(place)
        if isinstance(place.focus, str) and place.focus:
            self.find_line.setText(place.focus)
        elif place.focus is not None:
            self.view.take_in_hand(lambda line: line.person == place.focus)
        (self.find_line if self._lines else self.paste).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read everyone."""
        self._lines = self.desk.read(people_list, self.desk.clock())
        pairs = len(self.desk.read(pairs_in_doubt))
        self.twice.setText(duplicates.count(pairs))
        self.twice.setAccessibleName(self.twice.text())
        self.twice.setVisible(bool(pairs))
        self._show()

    def _show(self) -> None:
        shown = [line for line in self._lines if self.archived.isChecked() or not line.is_archived]
        found = [line for line in shown if line.is_found_by(self.find_line.text())]
        self.view.show_rows(found, same=lambda line: line.person)
        has_people = bool(self._lines)
        self._tools.setVisible(has_people)
        self.empty.setVisible(not has_people)
        self.archived.setVisible(any(line.is_archived for line in self._lines))
        self.view.setVisible(bool(found))
        self._nobody.setVisible(has_people and not found)
        self._gap.setVisible(not found)
        self._count.setText(words.found(len(found), len(shown)))

    def _open(self, line: PersonLine) -> None:
        self.around.go(Place(page="person", record=line.person))

    def _open_first(self) -> None:
        line = self.view.current()
        if line is not None:
            self._open(line)

    def _make_room(self, width: int) -> None:
        """What stands beside the drawer keeps its names whole."""
        self.body.setContentsMargins(16, 0, 16 + width, 12)
        for column in _GIVES_WAY:
            self.view.setColumnHidden(column, bool(width))
        self.find_line.setMinimumWidth(240 if width else 380)

    def _drawer_closed(self) -> None:
        self._make_room(0)
        (self.view if self.view.isVisible() else self.paste).setFocus(Qt.FocusReason.OtherFocusReason)

    # ── adding ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def open_import(self) -> None:
        """Paste or open a list."""
        panel = ImportPanel(self)
        panel.added.connect(self._brought)
        self.drawer.open_with(panel)

    def open_form(self) -> None:
        """Somebody new."""
        employer, groups = self.desk.read(employer_and_groups)
        self.drawer.open_with(PersonForm(self, None, self._entered, employer=employer, groups=groups))

    def _entered(self, person: Person) -> None:
        self.around.say(words.added(person.full_name))
        self._brought([person.id])

    def _brought(self, people: Sequence[PersonId]) -> None:
        self.find_line.clear()
        self.look_again()
        self.view.take_in_hand(lambda line: line.person in people)


def _columns() -> list[Column[PersonLine]]:
    return [
        Column(_(words.HEAD_NAME), lambda line: line.name),
        Column(_(words.HEAD_NUMBER), lambda line: line.staff_no, width=96, paint="quiet"),
        Column(_(words.HEAD_ROLE), lambda line: line.role, width=160, paint="quiet"),
        Column(_(words.HEAD_SITE), lambda line: line.site, width=150, paint="quiet"),
        Column(_(words.HEAD_CORE_THEORY), lambda line: line.core_theory, width=110),
        Column(_(words.HEAD_TODAY), lambda line: line.today, width=200, paint="lamp", lamp=lambda line: line.lamp),
        Column(_(words.HEAD_UNTIL), lambda line: line.until, width=110),
    ]
