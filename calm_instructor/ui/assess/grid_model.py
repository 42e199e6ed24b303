"""The grid as Qt's table: values in, one ``dataChanged`` for each cell that differs. Writes nothing and knows no wish."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import assess as words
from calm_instructor.operations.viewing.grid import TECHNIQUE, Cell, Grid, GridColumn, GridRow

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Turn(StrEnum):
    """How the same data is laid out."""

    BY_TRAINEE = "by trainee"
    BY_TECHNIQUE = "by technique"
    TO_DO = "still to do"


def kind_of(cell: Cell) -> str:
    """How a cell's mark is drawn and said; "" is to do."""
    return words.KINDS[cell.outcome] if cell.outcome is not None else ""


def column_said(column: GridColumn) -> str:
    """A column in words: "GEN-H1 Hair, front, one hand"."""
    return f"{column.code} {column.name}" if column.kind == TECHNIQUE else column.code


class GridModel(QAbstractTableModel):
    """Trainees down, techniques across; by technique it is the other way round. What is done leaves "still to do" when laid out again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid: Grid | None = None
        self.turn = Turn.BY_TRAINEE
        self.rows: list[GridRow] = []
        self.columns: list[GridColumn] = []
        self._cells: dict[tuple[UUID, GridColumn], Cell] = {}

    # ── values in ───────────────────────────────────────────────────────────────────────────────────────────────────

    def show_grid(self, grid: Grid, turn: Turn | None = None) -> None:
        """Show a grid. Where people and techniques are the same only cells that differ change."""
        before, wanted = self.grid, turn or self.turn
        same = before is not None and wanted is self.turn and wanted is not Turn.TO_DO
        if same and before is not None and before.rows == grid.rows and before.columns == grid.columns:
            self.grid = grid
            for row, cells in zip(grid.rows, grid.cells, strict=True):
                for column, cell in zip(grid.columns, cells, strict=True):
                    self.set_cell(row.enrolment, column, cell)
            return
        self.beginResetModel()
        self.grid, self.turn = grid, wanted
        self._cells = {
            (row.enrolment, column): cell
            for row, cells in zip(grid.rows, grid.cells, strict=True)
            for column, cell in zip(grid.columns, cells, strict=True)
        }
        self.rows, self.columns = list(grid.rows), list(grid.columns)
        if wanted is Turn.TO_DO:
            self.rows = [row for row in grid.rows if any(self._is_to_do(row, column) for column in grid.columns)]
            self.columns = [column for column in grid.columns if any(self._is_to_do(row, column) for row in self.rows)]
        self.endResetModel()

    def _is_to_do(self, row: GridRow, column: GridColumn) -> bool:
        return not row.why and self._cells[row.enrolment, column].outcome is None

    def set_cell(self, enrolment: UUID, column: GridColumn, cell: Cell) -> None:
        """Another value for one cell; the same value says nothing."""
        if self._cells.get((enrolment, column)) == cell:
            return
        self._cells[enrolment, column] = cell
        index = self.index_of(enrolment, column)
        if index.isValid():
            self.dataChanged.emit(index, index)

    # ── values out ──────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def turned(self) -> bool:
        """Whether techniques go down and trainees across."""
        return self.turn is Turn.BY_TECHNIQUE

    def at(self, row: int, column: int) -> tuple[GridRow, GridColumn, Cell]:
        """Who, what and what stands there."""
        if self.turned:
            row, column = column, row
        who, what = self.rows[row], self.columns[column]
        return who, what, self._cells[who.enrolment, what]

    def cell(self, row: GridRow, column: GridColumn) -> Cell:
        """What stands there."""
        return self._cells[row.enrolment, column]

    def index_of(self, enrolment: UUID, column: GridColumn | None = None) -> QModelIndex:
        """Where somebody's cell is; without a column their first."""
        who = next((number for number, each in enumerate(self.rows) if each.enrolment == enrolment), None)
        if who is None or (column is not None and column not in self.columns):
            return NOWHERE
        what = self.columns.index(column) if column is not None else 0
        return self.index(what, who) if self.turned else self.index(who, what)

    @property
    def counts(self) -> tuple[int, int, int]:
        """Cells marked, cells in all, blanks that can't be marked now."""
        if self.grid is None:
            return 0, 0, 0
        marked = sum(cell.outcome is not None for cell in self._cells.values())
        off = {row.enrolment for row in self.grid.rows if row.why}
        blocked = sum(cell.outcome is None for (who, _what), cell in self._cells.items() if who in off)
        return marked, len(self._cells), blocked

    def blanks(self, row: GridRow | None = None, column: GridColumn | None = None) -> list[tuple[GridRow, GridColumn]]:
        """Cells without a mark, knowledge left out: of somebody, of a technique, or all."""
        if self.grid is None:
            return []
        return [
            (who, what)
            for who in self.grid.rows
            for what in self.grid.columns
            if what.kind != "knowledge"
            and (row is None or who == row)
            and (column is None or what == column)
            and self._cells[who.enrolment, what].outcome is None
        ]

    def said(self, row: int, column: int) -> str:
        """A cell in words."""
        who, what, cell = self.at(row, column)
        return words.cell_said(
            who.name,
            column_said(what),
            kind_of(cell),
            cell.attempt,
            owes=cell.owes,
            taken_back=cell.taken_back is not None,
            why=who.why,
        )

    # ── Qt ──────────────────────────────────────────────────────────────────────────────────────────────────────────

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Of the turn."""
        return 0 if parent.isValid() else len(self.columns if self.turned else self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Of the turn."""
        return 0 if parent.isValid() else len(self.rows if self.turned else self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a reader is told; the delegate paints from ``at``."""
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole} and index.isValid():
            return self.said(index.row(), index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Names and techniques in words."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        head = self.head(section, orientation)
        if not isinstance(head, GridRow):
            return column_said(head)
        who = f"{head.bib} {head.name}"
        if not head.to_do or role == Qt.ItemDataRole.DisplayRole:
            return who
        return f"{who}. {_(words.YOU_MUST).format(to_do=head.to_do)}"

    def head(self, section: int, orientation: Qt.Orientation) -> GridRow | GridColumn:
        """Whose or what a row or column is."""
        if (orientation is Qt.Orientation.Vertical) != self.turned:
            return self.rows[section]
        return self.columns[section]
