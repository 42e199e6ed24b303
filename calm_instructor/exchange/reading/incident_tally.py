"""Counting an incident log row by row: how often each hold in which month, and what each wording was taken to mean.

What it keeps of a row until the end is its category, and that goes no further than ``proposals``. The same cell comes back
hundreds of times in a log, so each is made sense of once.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from calm_instructor.domain.anonymity import identifiers
from calm_instructor.domain.needs import HoldCount
from calm_instructor.exchange.reading.cells import Cell, is_formula, value_of
from calm_instructor.exchange.reading.columns import Columns, NumberedRow
from calm_instructor.exchange.reading.dates import DateOrder, NoDay, is_future, read_month
from calm_instructor.exchange.reading.findings import RowProblem
from calm_instructor.exchange.reading.holds import Placed, hold_words, plain

_MOST_CATEGORIES = 40
_LONGEST_CATEGORY = 60
_OFTEN = 3
"""Rows from which on a wording is the log's own word for something and not a remark on somebody."""
_MOST_AT_ONCE = 10_000


@dataclass(frozen=True)
class WordingProposal:
    """What the log's own word for something was taken to mean, for a person to change.

    wording: as the log has it, empty where it might name somebody; hold: None where it is left out or not known; rows: how
    many say so; assumed: the most usual variant was taken for what the log doesn't say; settled: a person has said so.
    """

    wording: str
    hold: str | None
    rows: int
    left_out: bool = False
    assumed: bool = False
    settled: bool = False


@dataclass(slots=True)
class _Meaning:
    """What rows that say the same are taken to say, and how many they are."""

    category: str
    placed: Placed
    days: list[date] = field(default_factory=list)
    """Of each row its day, the same day as often as it stands there."""
    times: Counter[date] = field(default_factory=Counter)
    """Of rows that stand for more or less than one."""

    @property
    def rows(self) -> int:
        """How many rows say so."""
        return len(self.days)


class Tally:
    """``days``: every day counted; ``last_seen``: the last one of each hold; ``problems``: rows that are not counted."""

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
        self._day_at, self._category_at, self._narrative_at, self._count_at = (
            columns.at.get(field, -1) for field in (day_field, "category", "narrative", "count")
        )
        self._words = hold_words()
        self._good_days: dict[Cell, date] = {}
        self._by_category: dict[Cell, _Meaning] = {}
        self._by_both: dict[tuple[Cell, Cell], _Meaning | None] = {}

    def take_all(self, rows: Sequence[NumberedRow]) -> None:
        """Count the rows, or say of each why it isn't counted."""
        day_at, category_at, narrative_at = self._day_at, self._category_at, self._narrative_at
        days, categories, both = self._good_days, self._by_category, self._by_both
        least, most = max(day_at, category_at, narrative_at), self._width or sys.maxsize
        is_plain = self._count_at < 0 <= category_at
        for row in rows:
            cells = row.cells
            if is_plain and least < len(cells) <= most:
                category, day = cells[category_at], days.get(cells[day_at])
                meaning = categories.get(category) or both.get((category, cells[narrative_at]))
                if meaning is not None and day is not None:
                    meaning.days.append(day)
                    continue
            self._take(row)

    def _take(self, row: NumberedRow) -> None:
        cells = row.cells
        here = len(cells)
        if here > self._width > 0 and any(cell is not None for cell in cells[self._width :]):
            self._complain(row, self._day_field, "incidents.shifted")
            return
        cell = cells[self._day_at] if self._day_at < here else None
        day = self._good_days.get(cell) or self._day(cell)
        if isinstance(day, str):
            facts = {"today": self._today} if day == "incidents.date_future" else {}
            self._complain(row, self._day_field, day, **facts)
            return
        self._good_days[cell] = day
        times = 1 if self._count_at < 0 else self._times(row)
        if times is None:
            return
        category = cells[self._category_at] if 0 <= self._category_at < here else None
        meaning = self._by_category.get(category)
        if meaning is None:
            both = category, cells[self._narrative_at] if 0 <= self._narrative_at < here else None
            meaning = self._by_both[both] if both in self._by_both else self._meaning(*both)
            if meaning is None:
                self._complain(row, "category" if self._category_at >= 0 else "narrative", "incidents.no_category")
                return
        meaning.days.append(day)
        if times != 1:
            meaning.times[day] += times - 1

    def counts(self) -> tuple[HoldCount, ...]:
        """By hold and month, in that order."""
        months: Counter[tuple[str, int, int]] = Counter()
        for meaning in self._meanings():
            days = Counter(meaning.days)
            self.days.update(days)
            days.update(meaning.times)
            hold = meaning.placed.hold
            seen = [(day, times) for day, times in days.items() if times] if hold else ()
            if hold and seen:
                for day, times in seen:
                    months[hold, day.year, day.month] += times
                last, _times = max(seen)
                self.last_seen[hold] = max(last, self.last_seen.get(hold, last))
        return tuple(
            HoldCount(hold=hold, month=date(year, month, 1), count=count)
            for (hold, year, month), count in sorted(months.items())
        )

    def proposals(self) -> tuple[WordingProposal, ...]:
        """What each wording was taken to mean, the most frequent first; wordings that aren't shown are taken together."""
        said: Counter[tuple[str, Placed]] = Counter()
        for meaning in self._meanings():
            said[meaning.category, meaning.placed] += meaning.rows
        often: Counter[str] = Counter()
        for (category, _placed), rows in said.items():
            often[plain(category)] += rows
        few = self._category_at >= 0 and len(often) <= _MOST_CATEGORIES
        first: dict[str, str] = {}
        shown: Counter[tuple[str, Placed]] = Counter()
        for (category, placed), rows in said.items():
            wording = category if few and self._can_be_shown(category, often[plain(category)]) else ""
            shown[first.setdefault(plain(wording), wording), placed] += rows
        return tuple(
            WordingProposal(
                wording,
                placed.hold,
                rows,
                placed.left_out,
                placed.assumed,
                bool(wording) and plain(wording) in self._settled,
            )
            for (wording, placed), rows in sorted(shown.items(), key=lambda entry: (-entry[1], entry[0][0]))
        )

    def _meanings(self) -> Iterator[_Meaning]:
        for meaning in (*self._by_category.values(), *self._by_both.values()):
            if meaning is not None and meaning.days:
                yield meaning

    def _can_be_shown(self, category: str, rows: int) -> bool:
        if len(category) > _LONGEST_CATEGORY or identifiers(category, prose=False) or is_formula(category):
            return False
        if self._words.knows(category) or plain(category) in self._settled:
            return True
        if any(not (word == word.lower() or self._words.knows(word)) for word in category.split()[1:]):
            return False  # what is written large within a wording is somebody's name more often than not
        return rows >= _OFTEN and any(word.islower() and len(word) > 3 for word in category[1:].split())

    def _day(self, cell: Cell) -> date | str:
        """The day of a cell, or the code of what is wrong with it."""
        day = read_month(cell, self._order)
        if not value_of(cell):
            return "incidents.no_date"
        if isinstance(day, NoDay):
            return f"incidents.date_{day}"
        return "incidents.date_future" if is_future(day, self._today) else day

    def _times(self, row: NumberedRow) -> int | None:
        """How many incidents the row stands for, where the log has a column of counts."""
        cell: Cell = self._columns.cell(row, "count")
        text = value_of(cell) if cell != 0 else "0"
        number = int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else -1
        if not 0 <= number <= _MOST_AT_ONCE:
            self._complain(row, "count", "incidents.count")
            return None
        return number

    def _meaning(self, category_cell: Cell, description_cell: Cell) -> _Meaning | None:
        """What a row says, from its category alone where that is enough; None where it says nothing."""
        both = category_cell, description_cell
        category = value_of(category_cell)
        if not category and not value_of(description_cell):
            self._by_both[both] = None
            return None
        asked: list[Cell] = []

        def description() -> str:
            asked.append(description_cell)
            return value_of(description_cell)

        placed = self._settled.get(plain(category)) if category else None
        meaning = _Meaning(category, placed or self._words.place_by(category, description))
        if asked:
            self._by_both[both] = meaning
        else:
            self._by_category[category_cell] = meaning
        return meaning

    def _complain(self, row: NumberedRow, field: str, code: str, **facts: object) -> None:
        """A problem of the row. It never carries the cell."""
        self.problems.append(RowProblem(row.number, self._columns.heading(field), "", code, facts))
