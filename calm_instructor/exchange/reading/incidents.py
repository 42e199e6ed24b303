"""An incident log, of which nothing is kept but how often each hold or grab happened in which month.

Of each row only the day, the category and, in passing, the description are looked at. Whoever the row names, and whatever
it tells, is gone when the row is counted: no result, no problem and no exception of this module carries a cell of it. A
category is shown as the log words it only where it can't name anybody.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from calm_instructor.domain.anonymity import identifiers
from calm_instructor.domain.errors import BadFile
from calm_instructor.domain.needs import HoldCount, HoldSeen
from calm_instructor.exchange.reading.cells import Cell, is_formula, value_of
from calm_instructor.exchange.reading.columns import Columns, NumberedRow, find_columns, list_rows, table_assumptions
from calm_instructor.exchange.reading.dates import (
    ColumnOrder,
    DateOrder,
    NoDay,
    asked_order,
    column_order,
    is_future,
    read_month,
)
from calm_instructor.exchange.reading.findings import Assumption, RowProblem
from calm_instructor.exchange.reading.holds import HoldWords, Placed, hold_words, plain
from calm_instructor.exchange.reading.table import ASSUMED_ENCODING, read_tables
from calm_instructor.exchange.reading.vocabulary import vocabulary
from calm_instructor.messages.reading import date_order_label, not_kept, unshown_wording

_MOST_CATEGORIES = 40
_LONGEST_CATEGORY = 60
_OFTEN = 3
"""Rows from which on a wording is the log's own word for something and not a remark on somebody."""
_MOST_AT_ONCE = 10_000


@dataclass(frozen=True)
class WordingProposal:
    """What the log's own word for something was taken to mean, for a person to change.

    wording: as the log has it, empty where it might name somebody; hold: None where it is left out or not known; rows: how
    many say so; assumed: the most usual variant was taken for what the log doesn't say.
    """

    wording: str
    hold: str | None
    rows: int
    left_out: bool = False
    assumed: bool = False


@dataclass(frozen=True, kw_only=True)
class IncidentLog:
    """What an incident log came to: counts, and nothing else of it.

    rows_read: all rows of the list; left_out: those without hold or grab; unplaced: those whose words are not known. Every
    other row is counted or among the problems. last_seen: where the log has months only, the first of the month.
    """

    source: str
    counts: tuple[HoldCount, ...]
    last_seen: tuple[HoldSeen, ...]
    first_date: date | None
    latest_date: date | None
    rows_read: int
    left_out: int
    unplaced: int
    wordings: tuple[WordingProposal, ...]
    problems: tuple[RowProblem, ...]
    assumptions: tuple[Assumption, ...]
    mapping: Mapping[str, str]

    def total(self, hold: str) -> int:
        """How often a hold was counted in the whole log."""
        return sum(entry.count for entry in self.counts if entry.hold == hold)


def read_incidents(
    path: Path,
    *,
    encoding: str | None = None,
    assume: str | None = ASSUMED_ENCODING,
    date_order: str | None = None,
    mapping: Mapping[str, str] | None = None,
    wordings: Mapping[str, str | None] | None = None,
    today: date | None = None,
) -> IncidentLog:
    """Count an incident log.

    wordings: what a person has settled for some categories: a hold's code, or None to leave them out; the rest as for
    ``read_roster``. Raises BadFile, also ``incidents.nothing``, ``incidents.no_hold_code``, and ``incidents.dates_ambiguous``
    or ``incidents.dates_mixed`` where the order of the dates must be asked.
    """
    asked = asked_order(date_order)
    settled = _checked(wordings or {}, hold_words())
    columns = find_columns(read_tables(path, encoding=encoding, assume=assume), vocabulary().incidents, mapping)
    rows, left_out = list_rows(columns)
    if not rows:
        raise BadFile("incidents.nothing", file=columns.table.file)
    day_field = "date" if "date" in columns.at else "month"
    found_order = ColumnOrder(asked) if asked else column_order(columns.column(rows, day_field))
    if found_order.order is None:
        raise _unsettled(found_order, rows, columns, day_field)
    tally = _Tally(columns, found_order.order, day_field, today, settled)
    for row in rows:
        tally.take(row)
    proposals = tally.proposals()
    return IncidentLog(
        source=columns.table.file,
        counts=tally.counts(),
        last_seen=tuple(HoldSeen(hold=hold, last=last) for hold, last in sorted(tally.last_seen.items())),
        first_date=min(tally.days, default=None),
        latest_date=max(tally.days, default=None),
        rows_read=len(rows),
        left_out=sum(entry.rows for entry in proposals if entry.left_out),
        unplaced=sum(entry.rows for entry in proposals if not entry.hold and not entry.left_out),
        wordings=proposals,
        problems=tuple(tally.problems),
        assumptions=(
            *table_assumptions(columns, left_out),
            *_date_assumptions(found_order, rows, columns, day_field),
            *_wording_assumptions(proposals, columns),
        ),
        mapping=columns.mapping,
    )


def _checked(wordings: Mapping[str, str | None], words: HoldWords) -> dict[str, Placed]:
    for hold in wordings.values():
        if hold is not None and hold not in words.holds:
            raise BadFile("incidents.no_hold_code", hold=hold)
    return {plain(wording): Placed(hold, left_out=hold is None) for wording, hold in wordings.items()}


def _unsettled(order: ColumnOrder, rows: Sequence[NumberedRow], columns: Columns, field: str) -> BadFile:
    facts = {"file": columns.table.file, "column": columns.heading(field)}
    if order.settled_at is not None and order.against_at is not None:
        numbers = [rows[at].number for at in sorted((order.settled_at, order.against_at))]
        return BadFile("incidents.dates_mixed", rows=numbers, **facts)
    return BadFile("incidents.dates_ambiguous", row=rows[order.unsettled_at or 0].number, **facts)


class _Tally:
    """Counts row by row. What it keeps of a row until the end is its category, and that goes no further than ``proposals``."""

    def __init__(
        self,
        columns: Columns,
        order: DateOrder,
        day_field: str,
        today: date | None,
        settled: Mapping[str, Placed],
    ) -> None:
        self.problems: list[RowProblem] = []
        self.days: set[date] = set()
        self.last_seen: dict[str, date] = {}
        self._columns = columns
        self._order = order
        self._day_field = day_field
        self._today = today
        self._settled = settled
        self._width = len(columns.headings)
        self._has_category = "category" in columns.at
        self._has_counts = "count" in columns.at
        self._words = hold_words()
        self._known: dict[tuple[str, str], Placed] = {}
        self._months: Counter[tuple[str, date]] = Counter()
        self._said: Counter[tuple[str, Placed]] = Counter()

    def take(self, row: NumberedRow) -> None:
        """Count one row, or say why it isn't counted."""
        day = self._day(row)
        times = self._times(row) if day else None
        placed = self._placed(row) if day and times is not None else None
        if not day or times is None or not placed:
            return
        self.days.add(day)
        if placed.hold and times:
            self._months[placed.hold, day.replace(day=1)] += times
            self.last_seen[placed.hold] = max(day, self.last_seen.get(placed.hold, day))

    def counts(self) -> tuple[HoldCount, ...]:
        """By hold and month, in that order."""
        return tuple(
            HoldCount(hold=hold, month=month, count=count) for (hold, month), count in sorted(self._months.items())
        )

    def proposals(self) -> tuple[WordingProposal, ...]:
        """What each wording was taken to mean, the most frequent first; wordings that aren't shown are taken together."""
        often: Counter[str] = Counter()
        for (category, _placed), rows in self._said.items():
            often[plain(category)] += rows
        few = self._has_category and len(often) <= _MOST_CATEGORIES
        first: dict[str, str] = {}
        shown: Counter[tuple[str, Placed]] = Counter()
        for (category, placed), rows in self._said.items():
            wording = category if few and self._can_be_shown(category, often[plain(category)], placed) else ""
            shown[first.setdefault(plain(wording), wording), placed] += rows
        return tuple(
            WordingProposal(wording, placed.hold, rows, placed.left_out, placed.assumed)
            for (wording, placed), rows in sorted(shown.items(), key=lambda entry: (-entry[1], entry[0][0]))
        )

    def _can_be_shown(self, category: str, rows: int, placed: Placed) -> bool:
        if len(category) > _LONGEST_CATEGORY or identifiers(category) or is_formula(category):
            return False
        if self._words.knows(category) or plain(category) in self._settled:
            return True
        return rows >= _OFTEN and any(word.islower() and len(word) > 3 for word in category[1:].split())

    def _day(self, row: NumberedRow) -> date | None:
        cell = self._columns.cell(row, self._day_field)
        day = read_month(cell, self._order)
        if self._width and any(cell is not None for cell in row.cells[self._width :]):
            self._complain(row, self._day_field, "incidents.shifted")
        elif not value_of(cell):
            self._complain(row, self._day_field, "incidents.no_date")
        elif isinstance(day, NoDay):
            self._complain(row, self._day_field, f"incidents.date_{day}")
        elif is_future(day, self._today):
            self._complain(row, self._day_field, "incidents.date_future", today=self._today)
        else:
            return day
        return None

    def _times(self, row: NumberedRow) -> int | None:
        """How many incidents the row stands for: one, unless the log has a column of counts."""
        if not self._has_counts:
            return 1
        cell: Cell = self._columns.cell(row, "count")
        text = value_of(cell) if cell != 0 else "0"
        number = int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else -1
        if not 0 <= number <= _MOST_AT_ONCE:
            self._complain(row, "count", "incidents.count")
            return None
        return number

    def _placed(self, row: NumberedRow) -> Placed | None:
        category = value_of(self._columns.cell(row, "category"))
        description = value_of(self._columns.cell(row, "narrative"))
        if not category and not description:
            self._complain(row, "category" if self._has_category else "narrative", "incidents.no_category")
            return None
        placed = self._settled.get(plain(category)) if category else None
        if not placed:
            key = (category, description)
            if key not in self._known:
                self._known[key] = self._words.place(*key)
            placed = self._known[key]
        self._said[category, placed] += 1
        return placed

    def _complain(self, row: NumberedRow, field: str, code: str, **facts: object) -> None:
        """A problem of the row. It never carries the cell."""
        self.problems.append(RowProblem(row.number, self._columns.heading(field), "", code, facts))


def _date_assumptions(
    order: ColumnOrder, rows: Sequence[NumberedRow], columns: Columns, field: str
) -> Iterator[Assumption]:
    if order.order and order.settled_at is not None:
        facts = {"column": columns.heading(field), "row": rows[order.settled_at].number}
        yield Assumption("incidents.dates_order", date_order_label(order.order), facts)
        if order.half_real:
            yield Assumption("dates.half_real", columns.heading(field))


def _wording_assumptions(proposals: Sequence[WordingProposal], columns: Columns) -> Iterator[Assumption]:
    yield Assumption("incidents.identities", not_kept())
    if "category" not in columns.at:
        yield Assumption("incidents.from_description", columns.heading("narrative"))
    for entry in proposals:
        wording = entry.wording or unshown_wording()
        facts = {"wording": wording, "count": entry.rows}
        if entry.left_out:
            yield Assumption("incidents.left_out", wording, facts)
        elif not entry.hold:
            yield Assumption("incidents.unplaced", wording, facts)
        elif entry.assumed:
            yield Assumption("incidents.usual", entry.hold, facts)
