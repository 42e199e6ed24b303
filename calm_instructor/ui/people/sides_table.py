"""What two records say of each matter, side by side: one of the two is chosen in each row."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import duplicates as words
from calm_instructor.operations.viewing.duplicates import Matter
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.table_view import TableView

_KEPT, _DOUBLE = 1, 2


class SidesTable(TableView[Matter]):
    """Left and Right choose a side, Space and Enter the other one; a click chooses what it hits."""

    def __init__(self) -> None:
        self._taken: dict[str, bool] = {}
        super().__init__(
            [
                Column(_(words.MATTER), lambda row: row.called, width=148, paint="strong"),
                self._column(words.SAYS_FIRST, from_double=False),
                self._column(words.SAYS_SECOND, from_double=True),
            ],
            name=_(words.MATTER),
            row_height=36,
        )
        self.opened.connect(lambda row: self._take(row, from_double=not self._taken[row.name]))
        self.clicked.connect(self._clicked)

    def _column(self, head: str, *, from_double: bool) -> Column[Matter]:
        def said(row: Matter) -> str:
            return row.double if from_double else row.kept

        def is_taken(row: Matter) -> bool:
            return self._taken.get(row.name, False) is from_double

        def told(row: Matter) -> str:
            taken = f", {_(words.TAKEN)}" if is_taken(row) else ""
            return f"{row.called}: {said(row)}{taken}"

        return Column(
            _(head), said, icon=lambda row: "circle-check" if is_taken(row) else "circle", told=told, tip=said
        )

    def show_matters(self, matters: tuple[Matter, ...]) -> None:
        """Show them, each with the side that is likely to know it better."""
        self._taken = {each.name: each.from_double for each in matters}
        self.show_rows(matters)
        self.fit_height()

    def taken(self) -> frozenset[str]:
        """What is taken from the double."""
        return frozenset(name for name, from_double in self._taken.items() if from_double)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A side, or the other one."""
        row = self.current()
        if row is not None and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._take(row, from_double=event.key() == Qt.Key.Key_Right)
        elif row is not None and event.key() == Qt.Key.Key_Space:
            self.opened.emit(row)
        else:
            super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        row = self.current()
        if row is not None and index.column() in {_KEPT, _DOUBLE}:
            self._take(row, from_double=index.column() == _DOUBLE)

    def _take(self, row: Matter, *, from_double: bool) -> None:
        self._taken[row.name] = from_double
        self.viewport().update()
