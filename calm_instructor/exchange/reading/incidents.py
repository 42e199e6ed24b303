"""An incident log, of which nothing is kept but how often each hold or grab happened in which month.

Of each row only the day, the category and, in passing, the description are looked at. Whoever the row names, and whatever
it tells, is gone when the row is counted: no result, no problem and no exception of this module carries a cell of it. A
category is shown as the log words it only where it can't name anybody.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from calm_instructor.domain.errors import BadFile
from calm_instructor.domain.needs import HoldCount, HoldSeen
from calm_instructor.exchange.reading.columns import Columns, NumberedRow, find_columns, list_rows, table_assumptions
from calm_instructor.exchange.reading.dates import (
    ColumnOrder,
    DateOrder,
    asked_order,
    column_order,
)
from calm_instructor.exchange.reading.findings import Assumption, RowProblem
from calm_instructor.exchange.reading.holds import HoldWords, Placed, hold_words, plain
from calm_instructor.exchange.reading.incident_tally import Tally, WordingProposal
from calm_instructor.exchange.reading.table import ASSUMED_ENCODING, read_tables
from calm_instructor.exchange.reading.vocabulary import vocabulary
from calm_instructor.messages.reading import date_order_label, not_kept, unshown_wording


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
    found_order = order_of_days(columns, rows, asked)
    if found_order.order is None:
        raise unsettled_order(found_order, columns, rows)
    return count_incidents(columns, rows, left_out, found_order, settled, today)


def order_of_days(columns: Columns, rows: Sequence[NumberedRow], asked: DateOrder | None) -> ColumnOrder:
    """How the days of a log are to be read: as a person says, or as the column shows."""
    return ColumnOrder(asked) if asked else column_order(columns.column(rows, _day_field(columns)))


def count_incidents(
    columns: Columns,
    rows: Sequence[NumberedRow],
    left_out: Sequence[int],
    found_order: ColumnOrder,
    settled: Mapping[str, Placed],
    today: date | None,
) -> IncidentLog:
    """Count rows whose columns and order of dates are known. ``settled``: what ``plain`` wordings mean, by a person."""
    day_field = _day_field(columns)
    tally = Tally(columns, found_order.order or DateOrder.DMY, day_field, today, settled)
    tally.take_all(rows)
    counts = tally.counts()
    proposals = tally.proposals()
    return IncidentLog(
        source=columns.table.file,
        counts=counts,
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


def _day_field(columns: Columns) -> str:
    return "date" if "date" in columns.at else "month"


def unsettled_order(order: ColumnOrder, columns: Columns, rows: Sequence[NumberedRow]) -> BadFile:
    """Why the order of the dates must be asked, by rows."""
    field = _day_field(columns)
    facts = {"file": columns.table.file, "column": columns.heading(field)}
    if order.settled_at is not None and order.against_at is not None:
        numbers = [rows[at].number for at in sorted((order.settled_at, order.against_at))]
        return BadFile("incidents.dates_mixed", rows=numbers, **facts)
    return BadFile("incidents.dates_ambiguous", row=rows[order.unsettled_at or 0].number, **facts)


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
