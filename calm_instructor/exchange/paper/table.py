"""A table that flows over pages: head repeated, rows never split, no outer box.

Cells hold text or something drawn; columns are as wide as the paper says. Which rows there are is the paper's matter.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from calm_instructor.exchange.paper.press import Press
from calm_instructor.exchange.paper.sheet import CELL, ROW, TABLE, Sheet, draw_line
from calm_instructor.exchange.paper.wrapping import Lines, Piece, Text, width_of, wrapped

HEAD_SIZE = 7.5
INSET = 1.0
_HEAD_LINE = 3.3
_BEFORE_LEFT = 1.5  # right of a number, before the next column's text


@dataclass(frozen=True)
class Spacing:
    """How a table is set: type size in pt; in mm the step from line to line, the first line's foot under the row's rule, and
    the next rule under the last line's foot, and the height of a head of one line."""

    size: float
    line: float
    above: float
    below: float
    head: float = 6.5


EASY = Spacing(8.5, 11 * 25.4 / 72, 4.3, 2.2)
DENSE = Spacing(8, 3.3, 3.7, 1.5)
CLOSE = Spacing(8, 3.25, 3.6, 1.4, 5.9)


@dataclass(frozen=True)
class Column:
    """A column: what its head says, how wide it is in mm, and where its text stands (0 left, 0.5 middle, 1 right).

    names_row: its cells say whose row it is. ruled: a thin line stands at its left.
    """

    label: str
    width: float
    align: float = 0
    names_row: bool = False
    ruled: bool = False


@dataclass(frozen=True)
class Drawn:
    """A cell that is drawn: given the press and the middle of the cell's first line, and how high it is in mm."""

    draw: Callable[[Press, float, float], None]
    height: float = 0


Cell = Text | Drawn


class Table:
    """A table being printed on a sheet. ``turn`` begins the next page when there is no room for a row."""

    def __init__(
        self, sheet: Sheet, columns: Sequence[Column], turn: Callable[[], None], spacing: Spacing = EASY
    ) -> None:
        self._sheet, self._columns, self._turn, self._set = sheet, columns, turn, spacing
        self._width = sum(column.width for column in columns)
        self._heads = [wrapped(c.label, c.width - 2 * INSET, HEAD_SIZE, bold=True) for c in columns]
        self._head_height = spacing.head + _HEAD_LINE * (max(len(lines) for lines in self._heads) - 1)

    def draw(self, rows: Sequence[Sequence[Cell]], after: float = 0) -> None:
        """Head and rows from the pen on; ``after``: how much must still have room under the last row."""
        sheet, left = self._sheet, list(rows)

        def fits(above: float = 0) -> bool:
            return sheet.room(above + self.row_height(left[0]) + (after if len(left) == 1 else 0))

        while left:
            if not fits(self._head_height):
                self._turn()
            with sheet.press.tagged("Table"):
                self._draw_head()
                first = True
                while left and (first or fits()):
                    self._draw_row(left.pop(0), first)
                    first = False
                sheet.press.rule(sheet.left, sheet.y, sheet.left + self._width, weight=TABLE)

    def height(self, rows: Sequence[Sequence[Cell]]) -> float:
        """How high head and rows are, in mm."""
        return self._head_height + sum(self.row_height(row) for row in rows)

    def row_height(self, row: Sequence[Cell]) -> float:
        """How high a row is, in mm."""
        return max(self._cell_height(cell, column) for cell, column in zip(row, self._columns, strict=True))

    def _cell_height(self, cell: Cell, column: Column) -> float:
        if isinstance(cell, Drawn):
            return max(self._set.above + self._set.below, cell.height)
        return self._set.above + self._set.below + self._set.line * (max(1, len(self._lines(cell, column))) - 1)

    def _lines(self, text: Text, column: Column) -> Lines:
        return wrapped(text, column.width - 2 * INSET, self._set.size)

    def _draw_head(self) -> None:
        sheet, press = self._sheet, self._sheet.press
        press.tint(sheet.left, sheet.y, self._width, self._head_height)
        press.rule(sheet.left, sheet.y, sheet.left + self._width, weight=TABLE)
        low, x = sheet.y + self._head_height - self._set.head * 0.34, sheet.left
        with press.tagged("TR"):
            for column, lines in zip(self._columns, self._heads, strict=True):
                with press.tagged("TH", scope="Column"):
                    for index, line in enumerate(lines):
                        foot = low - _HEAD_LINE * (len(lines) - 1 - index)
                        draw_line(press, _start(x, column, line, HEAD_SIZE), foot, line, HEAD_SIZE)
                x += column.width
        sheet.y += self._head_height
        press.rule(sheet.left, sheet.y, sheet.left + self._width, weight=TABLE)

    def _draw_row(self, row: Sequence[Cell], first: bool) -> None:
        sheet, press = self._sheet, self._sheet.press
        if not first:
            press.rule(sheet.left, sheet.y, sheet.left + self._width, weight=ROW)
        more = sheet.stretch(1)
        high = self.row_height(row) + more
        x, foot = sheet.left, sheet.y + self._set.above + more / 2
        with press.tagged("TR"):
            for cell, column in zip(row, self._columns, strict=True):
                if column.ruled:
                    press.rule(x, sheet.y, x, sheet.y + high, weight=CELL)
                with press.tagged("TH", scope="Row") if column.names_row else press.tagged("TD"):
                    if isinstance(cell, Drawn):
                        cell.draw(press, x + INSET + column.align * (column.width - 2 * INSET), foot - 1.05)
                    else:
                        for index, line in enumerate(self._lines(cell, column)):
                            draw_line(
                                press,
                                _start(x, column, line, self._set.size),
                                foot + index * self._set.line,
                                line,
                                self._set.size,
                            )
                x += column.width
        sheet.y += high


def _start(x: float, column: Column, line: Sequence[Piece], size: float) -> float:
    room = column.width - 2 * INSET - (_BEFORE_LEFT if column.align == 1 else 0)
    return x + INSET + column.align * (room - width_of(line, size))
