"""A table of frozen values: one row a value, each column a way to say something about it. Values in, nothing out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from calm_instructor.messages.lamps import Lamp
from calm_instructor.ui.parts.marks import Mark

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The row's value itself."""

CARRIED = "application/x-calm-row"
"""What a dragged row is to the clipboard and the other lists."""

NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[T]):
    """``text`` also is what a screen reader hears, or ``told`` in its place. ``width`` None takes the room that is left.

    ``paint``: "text", "strong", "quiet", "bib" (a number in a frame), "lamp" (with ``lamp``), "mark" (with ``mark``).
    """

    head: str
    text: Callable[[T], str]
    width: int | None = field(default=None, kw_only=True)
    right: bool = field(default=False, kw_only=True)
    paint: str = field(default="text", kw_only=True)
    lamp: Callable[[T], Lamp] | None = field(default=None, kw_only=True)
    mark: Callable[[T], Mark] | None = field(default=None, kw_only=True)
    icon: Callable[[T], str] | None = field(default=None, kw_only=True)
    tip: Callable[[T], str] | None = field(default=None, kw_only=True)
    second: Callable[[T], str] | None = field(default=None, kw_only=True)
    told: Callable[[T], str] | None = field(default=None, kw_only=True)


class RowsModel(QAbstractTableModel, Generic[T]):
    """Shows rows; a new list repaints what differs and keeps the rest.

    ``heads``: whether a row only heads those beneath it, and is passed over. ``carries``: what a row gives to a drag, as
    text of the mime type ``CARRIED``; "" where it is not to be dragged.
    """

    heads: Callable[[T], bool] | None = None
    carries: Callable[[T], str] | None = None

    def __init__(self, columns: Sequence[Column[T]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: tuple[T, ...] = ()

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show these rows. Where only values differ, only their cells are repainted."""
        new = tuple(rows)
        if len(new) != len(self.rows):
            self.beginResetModel()
            self.rows = new
            self.endResetModel()
            return
        before, self.rows = self.rows, new
        for number, (old, now) in enumerate(zip(before, new, strict=True)):
            if old != now:
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, tip, reader's text, or the row itself."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(row) if column.tip else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if column.told:
                return column.told(row)
            second = f", {column.second(row)}" if column.second else ""
            return f"{column.head}: {column.text(row)}{second}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A head is no row to be taken in hand; what carries something may be dragged."""
        if not index.isValid() or index.row() >= len(self.rows):
            return Qt.ItemFlag.NoItemFlags
        row = self.rows[index.row()]
        if self.heads is not None and self.heads(row):
            return Qt.ItemFlag.NoItemFlags
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsDragEnabled if self.carries is not None and self.carries(row) else usual

    def mimeTypes(self) -> list[str]:
        """What may be dragged here."""
        return [CARRIED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """What the first of these rows gives to a drag."""
        made = QMimeData()
        said = [self.carries(self.rows[each.row()]) for each in indexes if self.carries is not None]
        if said and said[0]:
            made.setData(CARRIED, said[0].encode())  # and no text, or a field would take it in as words
        return made

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heads."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.head
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None
