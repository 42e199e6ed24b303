"""The other record of somebody who is on record twice, found by hand."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from calm_instructor.domain.ids import PersonId
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import duplicates as words
from calm_instructor.messages.window import people as people_words
from calm_instructor.operations.viewing.people import PersonLine
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.people.drawer import Panel
from calm_instructor.ui.people.find_line import FindLine


class OtherRecordPanel(Panel):
    """``then`` gets the person found."""

    def __init__(self, who: str, people: Sequence[PersonLine], then: Callable[[PersonId], object]) -> None:
        super().__init__()
        self._who = who
        self._people = people
        self._then = then
        self.find_line = FindLine(_(people_words.FIND))
        self.find_line.textChanged.connect(self._show)
        self.view: TableView[PersonLine] = TableView(
            [
                Column(
                    _(people_words.HEAD_NAME),
                    lambda row: row.name,
                    second=lambda row: " · ".join(filter(None, (row.staff_no, row.role, row.site))),
                )
            ],
            name=_(words.CHOOSE),
            row_height=48,
        )
        self.view.opened.connect(lambda _row: self._compare())
        self.find_line.leads_into = self.view
        self._nobody = Label(_(people_words.NOBODY_OF_THAT_NAME), "quiet", wrap=True)
        self.column.addWidget(self.find_line)
        self.column.addWidget(self._nobody)
        self.column.addWidget(self.view, 1)
        self._leave = button(_(people_words.LEAVE), self.finished.emit)
        self.compare = button(_(words.COMPARE), self._compare, kind="primary")
        self._show()

    def title(self) -> str:
        """What is asked."""
        return _(words.CHOOSE)

    def detail(self) -> str:
        """Of whom."""
        return self._who

    def foot(self) -> list[QPushButton]:
        """Leave it, or compare."""
        return [self._leave, self.compare]

    def first(self) -> QWidget:
        """The find line."""
        return self.find_line

    def _show(self) -> None:
        found = [each for each in self._people if each.is_found_by(self.find_line.text())]
        self.view.show_rows(found, same=lambda row: row.person)
        self.view.setVisible(bool(found))
        self._nobody.setVisible(not found)

    def _compare(self) -> None:
        row = self.view.current()
        if row is not None:
            self.finished.emit()
            self._then(row.person)
