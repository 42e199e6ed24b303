"""People who are here already, ticked and placed on a course; who may not come says why."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from calm_instructor.domain.ids import PersonId
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import people as words
from calm_instructor.operations.viewing.places_on_course import Candidate
from calm_instructor.ui.lasting import while_it_lasts
from calm_instructor.ui.parts.buttons import button, set_unavailable
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.tick_table import TickTable
from calm_instructor.ui.people.drawer import Panel
from calm_instructor.ui.people.find_line import FindLine


class ChoosePanel(Panel):
    """``place`` gets the people ticked, in the order they were ticked, and whether they come to the theory part only.

    It calls back once they have their places, which may be after a reason was asked (R12).
    """

    def __init__(
        self, people: Sequence[Candidate], place: Callable[[list[PersonId], bool, Callable[[], object]], object]
    ) -> None:
        super().__init__()
        self._people = people
        self._place = place
        self._ticked: dict[PersonId, Candidate] = {}
        self.find_line = FindLine(_(words.CHOOSE_HINT), _(words.FIND_PEOPLE))
        self.find_line.textChanged.connect(self._show)
        self.view = TickTable(
            [
                Column(
                    _(words.HEAD_NAME),
                    lambda row: row.name,
                    second=self._beneath,
                    tip=lambda row: row.name,
                    icon=lambda row: "square-check" if row.person in self._ticked else "square",
                ),
                Column(
                    _(words.HEAD_MAY), lambda row: row.may.words, width=172, paint="lamp", lamp=lambda row: row.may.lamp
                ),
            ],
            name=_(words.CHOOSE_TITLE),
            row_height=48,
        )
        self.view.opened.connect(self._tick)
        self.find_line.leads_into = self.view
        self.view.clicked.connect(self._clicked)
        self.view.moved.connect(self._tell)
        self._told = Label("", "small", wrap=True)
        self._nobody = Label(_(words.NOBODY_FOUND), "quiet", wrap=True)
        for each in (self.find_line, self.view, self._nobody, self._told):
            self.column.addWidget(each, 1 if each is self.view else 0)
        self._leave = button(_(words.LEAVE), self.finished.emit)
        self.theory = button("", lambda: self._act(theory=True))
        self.place = button("", lambda: self._act(theory=False), kind="primary")
        self._show()

    def title(self) -> str:
        """What it is for."""
        return _(words.CHOOSE_TITLE)

    def foot(self) -> list[QPushButton]:
        """Leave it, or place them."""
        return [self._leave, self.theory, self.place]

    def first(self) -> QWidget:
        """The find line."""
        return self.find_line

    def _show(self) -> None:
        found = [each for each in self._people if each.is_found_by(self.find_line.text())]
        self.view.show_rows(found, same=lambda row: row.person)
        self.view.setVisible(bool(found))
        self._nobody.setVisible(not found)
        self._count()

    def _tell(self, row: Candidate | None) -> None:
        self._told.setText(row.may.sentence if row else "")
        self._told.setVisible(bool(row and row.may.sentence))

    def _beneath(self, row: Candidate) -> str:
        ticked = _(words.TICKED) if row.person in self._ticked else ""
        return " · ".join(filter(None, (ticked, row.staff_no, row.role, row.elsewhere)))

    def _clicked(self, _index: object) -> None:
        row = self.view.current()
        if row is not None:
            self._tick(row)

    def _tick(self, row: Candidate) -> None:
        if self._ticked.pop(row.person, None) is None:
            self._ticked[row.person] = row
        self.view.viewport().update()
        self._count()

    def _count(self) -> None:
        coming = [each for each in self._ticked.values() if each.may_come]
        others = [each for each in self._ticked.values() if not each.may_come]
        self.place.setText(words.place_verb(len(coming)))
        self.place.setAccessibleName(words.place_verb(len(coming)))
        self.theory.setText(words.place_theory_verb(len(others)))
        self.theory.setAccessibleName(words.place_theory_verb(len(others)))
        self.theory.setVisible(bool(others))
        set_unavailable(self.place, "" if coming else _(words.TICK_FIRST))

    def _act(self, *, theory: bool) -> None:
        chosen = [each.person for each in self._ticked.values() if each.may_come is not theory]
        if chosen:
            placed = while_it_lasts(self, self._placed)
            self._place(chosen, theory, lambda: placed(chosen))

    def _placed(self, chosen: Sequence[PersonId]) -> None:
        if self.is_left:
            return
        self._ticked = {person: each for person, each in self._ticked.items() if person not in chosen}
        self._people = [each for each in self._people if each.person not in chosen]
        self._show()
        if not self._ticked:
            self.finished.emit()
