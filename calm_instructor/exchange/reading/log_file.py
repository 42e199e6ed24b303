"""An incident log before it is counted: its columns to choose from, whatever they are headed.

Where no heading is known, the line above the first dates is taken for the headings, alone or with the line above it; where
no line stands there, columns are told apart by what they look like and never by what stands in them. Holds the rows of the
log and is let go when they are counted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from calm_instructor.domain.anonymity import identifiers
from calm_instructor.domain.errors import BadFile
from calm_instructor.domain.file_shape import hash_of
from calm_instructor.exchange.reading.cells import Cell, text_of
from calm_instructor.exchange.reading.columns import (
    Columns,
    NumberedRow,
    find_columns,
    list_rows,
    matched,
)
from calm_instructor.exchange.reading.dates import DateOrder, NoDay, read_month
from calm_instructor.exchange.reading.raw_table import RawTable
from calm_instructor.exchange.reading.table import ASSUMED_ENCODING, read_tables
from calm_instructor.exchange.reading.vocabulary import squashed, vocabulary

_SAMPLE = 200
"""Rows from which it is told what a column looks like."""
_MOSTLY = 0.8
_LONG = 40
"""Letters from which on a cell tells a story."""
_TOP = 40
"""Rows from the top in which the first dates must stand."""
FIELDS = ("date", "month", "category", "narrative", "count")


class Looks(StrEnum):
    """What stands in a column, told without telling it."""

    NOTHING = "nothing"
    DATES = "dates"
    NUMBERS = "numbers"
    WORDS = "words"
    STORIES = "stories"


@dataclass(frozen=True)
class OfferedColumn:
    """A column that may be chosen. at: from 0; heading: empty where it has none, or one that may name somebody.

    looks: of a column without a heading.
    """

    at: int
    heading: str
    looks: Looks


@dataclass(frozen=True, kw_only=True)
class LogFile:
    """``headings``: the hash by which files of this shape are known; ``left_out``: numbers of lines that are no incidents."""

    columns: Columns
    rows: Sequence[NumberedRow]
    left_out: tuple[int, ...]
    offered: tuple[OfferedColumn, ...]
    headings: str

    def with_columns(self, chosen: Mapping[str, int | None]) -> "LogFile":
        """The same log with a person's own choice for some fields; None leaves a field unread. Never an offer beyond ours."""
        may = {each.at for each in self.offered}
        at = {
            name: place
            for name, place in self.columns.at.items()
            if name not in chosen and place not in chosen.values()
        }
        at |= {name: place for name, place in chosen.items() if place is not None and place in may}
        if "date" in at and "month" in at and "date" in chosen:
            del at["month"]
        return replace(self, columns=replace(self.columns, at=at))

    @property
    def is_enough(self) -> bool:
        """Whether what is needed is found: a day or month, and what happened."""
        at = self.columns.at
        return ("date" in at or "month" in at) and ("category" in at or "narrative" in at)


def open_log(path: Path, *, encoding: str | None = None, assume: str | None = ASSUMED_ENCODING) -> LogFile:
    """Open a log. Raises BadFile as ``read_tables``, ``columns.none_found`` where nothing looks like dates, ``incidents.nothing``."""
    columns = _columns(read_tables(path, encoding=encoding, assume=assume))
    rows, left_out = list_rows(columns)
    if not rows:
        raise BadFile("incidents.nothing", file=columns.table.file)
    offered = tuple(_offered(columns, rows))
    known = [each.heading for each in offered] if columns.headings else ["", *(each.looks for each in offered)]
    allowed = {each.at for each in offered}
    at = {name: place for name, place in columns.at.items() if place in allowed}
    return LogFile(
        columns=replace(columns, at=at),
        rows=rows,
        left_out=left_out,
        offered=offered,
        headings=hash_of(known),
    )


def _columns(tables: Sequence[RawTable]) -> Columns:
    found: Columns | None = None
    try:
        found = find_columns(tables, vocabulary().incidents)
    except BadFile as no:
        if no.code != "columns.none_found":
            raise
        trouble = no
    if found is not None:
        return found
    likely = [each for table in tables if (each := _by_looks(table)) is not None]
    if not likely:
        raise BadFile(trouble.code, **trouble.facts)
    return max(likely, key=lambda each: len(each.table.rows))


def _by_looks(table: RawTable) -> Columns | None:
    """The columns of a table whose headings aren't known; None where no column is one of dates."""
    top = table.rows[: _TOP + _SAMPLE]
    width = max(map(len, top), default=0)
    dates = [sum(_is_day(_at(row, place)) for row in top) for place in range(width)]
    if not dates or not max(dates):
        return None
    day_at = dates.index(max(dates))
    first = next(number for number, row in enumerate(top) if _is_day(_at(row, day_at)))
    headings, number = _headings(table, first)
    at = matched(headings, vocabulary().incidents) if headings else {}
    at = {name: place for name, place in at.items() if place != day_at}
    return Columns(
        table, {"date": day_at, **{k: v for k, v in at.items() if k not in {"date", "month"}}}, headings, number
    )


def _headings(table: RawTable, first: int) -> tuple[tuple[str, ...], int]:
    """The line above the first dates, and its number; with the line above that where more is understood so."""
    alone = _heading_line(table, first - 1)
    if not alone:
        return (), 0
    above = _heading_line(table, first - 2)
    width = max(len(alone), len(above))
    joined = tuple(
        " ".join(each for each in (_text(above, place), _text(alone, place)) if each) for place in range(width)
    )
    kind = vocabulary().incidents
    better = above and len(matched(joined, kind)) > len(matched(alone, kind))
    return (joined if better else alone), first


def _heading_line(table: RawTable, at: int) -> tuple[str, ...]:
    if at < 0:
        return ()
    texts = tuple(text_of(cell) if isinstance(cell, str) else "" for cell in table.rows[at])
    filled = [each for each in texts if each]
    few = 2
    return texts if len(filled) >= few and not any(_is_day(each) or each.isdecimal() for each in filled) else ()


def _offered(columns: Columns, rows: Sequence[NumberedRow]) -> Iterator[OfferedColumn]:
    never = vocabulary().incidents.never_read
    sample = rows[:_SAMPLE]
    width = len(columns.headings) or max((len(row.cells) for row in sample), default=0)
    for place in range(width):
        heading = columns.headings[place] if columns.headings else ""
        looks = Looks.NOTHING if heading else _looks([_at(row.cells, place) for row in sample])
        if squashed(heading) in never or (not heading and looks is Looks.NOTHING):
            continue
        yield OfferedColumn(place, "" if identifiers(heading, prose=False) else heading, looks)


def _looks(cells: Sequence[Cell]) -> Looks:
    filled = [cell for cell in cells if cell is not None]
    if not filled:
        return Looks.NOTHING
    enough = _MOSTLY * len(filled)
    if sum(map(_is_day, filled)) >= enough:
        return Looks.DATES
    texts = [text_of(cell) for cell in filled]
    if sum(text.replace(".", "", 1).isdecimal() for text in texts) >= enough:
        return Looks.NUMBERS
    return Looks.STORIES if sum(map(len, texts)) > _LONG * len(texts) else Looks.WORDS


def _at(row: Sequence[Cell], place: int) -> Cell:
    return row[place] if place < len(row) else None


def _text(texts: Sequence[str], place: int) -> str:
    return texts[place] if place < len(texts) else ""


def _is_day(cell: Cell) -> bool:
    if cell is None or isinstance(cell, (int, float)):
        return False
    return any(not isinstance(read_month(cell, order), NoDay) for order in (DateOrder.DMY, DateOrder.MDY))
