"""A roster: the people a service sends, read from whatever list it keeps.

Good rows go on, bad rows say what to mend; nothing is written and nobody is made. No date of birth and no address is ever
read, whatever the list holds.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from calm_instructor.domain.errors import BadFile
from calm_instructor.exchange.reading.cells import Cell, shown, text_of
from calm_instructor.exchange.reading.columns import Columns, NumberedRow, find_columns, list_rows, table_assumptions
from calm_instructor.exchange.reading.dates import ColumnOrder, DateOrder, asked_order, column_order, read_day
from calm_instructor.exchange.reading.findings import Assumption, RowProblem
from calm_instructor.exchange.reading.names import surname_first, turned
from calm_instructor.exchange.reading.repeats import Sorted, sort_repeats
from calm_instructor.exchange.reading.roster_entry import RosterEntry
from calm_instructor.exchange.reading.roster_rows import RowReader
from calm_instructor.exchange.reading.table import ASSUMED_ENCODING, Pasted, read_tables
from calm_instructor.exchange.reading.vocabulary import vocabulary
from calm_instructor.messages.reading import date_order_label, no_column, row_list

_NEARLY_ALL = 4
"""Of so many staff numbers at most one may lack a figure before none of them says anything."""


@dataclass(frozen=True, kw_only=True)
class Roster:
    """What a list of people came to.

    source: the file's name; entries: those who can go on, in the order of the list; problems: in the order of the rows;
    mapping: the heading of each field that was read; bad_rows: the rows with problems as they stand, under ``headings``.
    """

    source: str
    entries: tuple[RosterEntry, ...]
    problems: tuple[RowProblem, ...]
    assumptions: tuple[Assumption, ...]
    mapping: Mapping[str, str]
    headings: tuple[str, ...]
    bad_rows: tuple[NumberedRow, ...]

    @property
    def latest_date(self) -> date | None:
        """The latest day on which anybody in the list completed Core Theory; None if it names none."""
        return max((entry.core_theory for entry in self.entries if entry.core_theory), default=None)


def read_roster(
    path: Path | Pasted,
    *,
    encoding: str | None = None,
    assume: str | None = ASSUMED_ENCODING,
    date_order: str | None = None,
    mapping: Mapping[str, str] | None = None,
    today: date | None = None,
) -> Roster:
    """Read a list of people, from a file or as it was pasted.

    encoding, assume: as for ``read_tables``; date_order: "dmy", "mdy" or "ymd", None to settle it by the column; mapping:
    as for ``find_columns``; today: a later day of Core Theory is a problem; None while nobody knows the day yet.
    Raises BadFile, also ``roster.nobody``, and ``dates.ambiguous`` or ``dates.mixed`` where the order must be asked.
    """
    asked = asked_order(date_order)
    columns = find_columns(read_tables(path, encoding=encoding, assume=assume), vocabulary().roster, mapping)
    rows, left_out = list_rows(columns)
    if not rows:
        raise BadFile("roster.nobody", file=columns.table.file)
    days = columns.column(rows, "core_theory")
    found_order = ColumnOrder(asked) if asked else column_order(days)
    order = _settled(found_order, rows, days, columns)
    names = [text_of(cell) for cell in columns.column(rows, "full_name")]
    reader = RowReader(columns, order, today, turns_names=surname_first(names))
    entries = [entry for row in rows if (entry := reader.entry(row))]
    odd = _odd_numbers(entries)
    people = sort_repeats(entry for entry in entries if entry.row not in odd)
    beside = (*_side_by_side(people, columns), *_without_figures(entries, odd, columns))
    problems = sorted((*reader.problems, *beside), key=lambda problem: problem.row)
    bad = {problem.row for problem in problems}
    return Roster(
        source=columns.table.file,
        entries=people.entries,
        problems=tuple(problems),
        assumptions=(
            *table_assumptions(columns, left_out),
            *_date_assumptions(found_order, rows, days, columns),
            *_name_assumptions(names, rows),
            *_people_assumptions(people, rows, columns),
        ),
        mapping=columns.mapping,
        headings=columns.headings,
        bad_rows=tuple(row for row in rows if row.number in bad),
    )


def _settled(order: ColumnOrder, rows: Sequence[NumberedRow], days: Sequence[Cell], columns: Columns) -> DateOrder:
    """The order of the column of Core Theory; BadFile where nobody but a person can say it."""
    if order.order is not None:
        return order.order
    facts = {"file": columns.table.file, "column": columns.heading("core_theory")}
    if order.settled_at is not None and order.against_at is not None:
        one, other = order.settled_at, order.against_at
        facts |= {"value": shown(days[one]), "other_value": shown(days[other])}
        raise BadFile("dates.mixed", row=rows[one].number, other_row=rows[other].number, **facts)
    at = order.unsettled_at or 0
    readings = [read_day(days[at], way) for way in (DateOrder.DMY, DateOrder.MDY)]
    raise BadFile("dates.ambiguous", row=rows[at].number, value=shown(days[at]), readings=readings, **facts)


def _odd_numbers(entries: Sequence[RosterEntry]) -> frozenset[int]:
    """Rows whose staff number has no figure where nearly all the others have: a foot of a page, as a rule, and nobody."""
    numbered = [entry for entry in entries if entry.staff_no]
    plain = [entry.row for entry in numbered if not any(sign.isdigit() for sign in entry.staff_no or "")]
    return frozenset(plain) if len(plain) * _NEARLY_ALL <= len(numbered) else frozenset()


def _without_figures(entries: Sequence[RosterEntry], odd: Set[int], columns: Columns) -> Iterator[RowProblem]:
    for entry in entries:
        if entry.row in odd:
            yield RowProblem(entry.row, columns.heading("staff_no"), entry.staff_no or "", "roster.number_odd")


def _side_by_side(people: Sorted, columns: Columns) -> Iterator[RowProblem]:
    """Problems that no row shows by itself."""
    for clash in people.clashes:
        for entry in clash:
            others = [other.row for other in clash if other is not entry]
            value = entry.staff_no or ""
            yield RowProblem(
                entry.row, columns.heading("staff_no"), value, "roster.number_twice", {"rows": row_list(others)}
            )
    for merged in people.merged:
        for field in merged.differs:
            yield RowProblem(
                merged.rows[-1],
                columns.heading(field),
                "",
                "roster.repeat_differs",
                {"rows": row_list(merged.rows)},
                False,
            )


def _date_assumptions(
    order: ColumnOrder, rows: Sequence[NumberedRow], days: Sequence[Cell], columns: Columns
) -> Iterator[Assumption]:
    if "core_theory" not in columns.at:
        yield Assumption("people.no_core_theory", no_column())
    elif order.order and order.settled_at is not None:
        at = order.settled_at
        facts = {"column": columns.heading("core_theory"), "row": rows[at].number, "example": shown(days[at])}
        yield Assumption("dates.order", date_order_label(order.order), facts)
        if order.half_real:
            yield Assumption("dates.half_real", columns.heading("core_theory"))


def _name_assumptions(names: Sequence[str], rows: Sequence[NumberedRow]) -> Iterator[Assumption]:
    if surname_first(names):
        yield Assumption("names.turned", next(filter(None, map(turned, names)), ""))
    elif kept := [row.number for name, row in zip(names, rows, strict=True) if "," in name]:
        yield Assumption("names.comma_kept", row_list(kept))


def _people_assumptions(people: Sorted, rows: Sequence[NumberedRow], columns: Columns) -> Iterator[Assumption]:
    for merged in people.merged:
        yield Assumption("people.merged", merged.entry.full_name, {"rows": row_list(merged.rows)})
    for group in people.namesakes:
        yield Assumption("people.namesakes", group[0].full_name, {"rows": row_list([entry.row for entry in group])})
    if without := [entry.row for entry in people.entries if entry.staff_no is None]:
        yield Assumption("people.no_number", row_list(without))
    if any(isinstance(cell, int) for cell in columns.column(rows, "staff_no")):
        yield Assumption("people.plain_numbers", columns.heading("staff_no"))
