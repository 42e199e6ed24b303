"""An incident log mapped to what is counted: columns, dates, letters and wordings, by our proposal and a person's word (R6, R9).

Read again after each change, from the file; nothing of the file is kept between. Taking the counts and remembering how the
file was read is one act.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from calm_instructor.domain.file_shape import FileKind
from calm_instructor.domain.ids import TnaId
from calm_instructor.domain.needs import Audit, Tna
from calm_instructor.domain.numbers import Numbers
from calm_instructor.exchange.reading.columns import Columns, NumberedRow
from calm_instructor.exchange.reading.dates import ColumnOrder, asked_order
from calm_instructor.exchange.reading.holds import Placed, plain
from calm_instructor.exchange.reading.incident_tally import WordingProposal
from calm_instructor.exchange.reading.incidents import (
    IncidentLog,
    count_incidents,
    order_of_days,
    unsettled_order,
)
from calm_instructor.exchange.reading.log_file import FIELDS, LogFile, OfferedColumn, open_log
from calm_instructor.messages.reading import row_list
from calm_instructor.messages.showing import day, listed
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import incident_log as words
from calm_instructor.operations.auditing import (
    AuditRead,
    audit_read,
    window_start,
)
from calm_instructor.operations.describing import describe
from calm_instructor.operations.remembering import Meanings, Remembered, Settled, remember
from calm_instructor.operations.wish import Act, wish

_UNSHOWN = "\x00"
LEFT_OUT = "left out"
UNDECIDED = ""


@dataclass(frozen=True, kw_only=True)
class HowRead:
    """A person's word about the log in hand.

    columns: column from 0 by field, None where the file doesn't say it; wordings: by key the code of a hold,
    ``LEFT_OUT`` or ``UNDECIDED``.
    """

    columns: Mapping[str, int | None] = field(default_factory=dict)
    wordings: Mapping[str, str] = field(default_factory=dict)
    encoding: str = ""
    date_order: str = ""


@dataclass(frozen=True, kw_only=True)
class Wording:
    """A word of the log and what its rows are counted as. ``key``: by which a person's word about it is kept.

    text: empty where it isn't shown, and then its rows are counted as proposed or not at all; is_new: not met in earlier
    logs of this shape, where there were any.
    """

    key: str
    text: str
    rows: int
    code: str
    is_assumed: bool
    is_confirmed: bool
    is_remembered: bool
    is_new: bool

    @property
    def is_open(self) -> bool:
        """Whether nobody knows yet what it stands for."""
        return self.code == UNDECIDED


@dataclass(frozen=True, kw_only=True)
class LogRead:
    """A log as it is read now. Nothing of it carries a cell but wordings that can be shown.

    offered: place from 0 and name of each column to choose from; columns: place by field, as read; asks: what only a person
    can say first, in a sentence each; stops: what keeps its counts from being used; encoding: where the file didn't say it,
    else ""; last_time: when files of this shape were settled last; headings: the hash of this shape.
    """

    read: AuditRead
    offered: tuple[tuple[int, str], ...]
    columns: Mapping[str, int]
    date_order: str
    encoding: str
    asks: tuple[str, ...]
    stops: tuple[str, ...]
    wordings: tuple[Wording, ...]
    headings: str
    last_time: date | None
    how: HowRead

    @property
    def undecided_rows(self) -> int:
        """Rows of which nobody knows what they stand for."""
        return sum(each.rows for each in self.wordings if each.is_open)

    @property
    def unconfirmed(self) -> tuple[Wording, ...]:
        """Proposals that no person has confirmed."""
        return tuple(each for each in self.wordings if not each.is_open and not each.is_confirmed)

    @property
    def settled(self) -> Settled:
        """What is remembered of it: nothing of wordings that aren't shown."""
        meant = {
            each.key: None if each.code == LEFT_OUT else each.code
            for each in self.wordings
            if each.is_confirmed and not each.is_open and not each.key.startswith(_UNSHOWN)
        }
        return Settled(
            kind=FileKind.INCIDENTS,
            headings=self.headings,
            columns={name: self.columns.get(name) for name in FIELDS},
            wordings=meant,
            encoding=self.encoding,
            date_order=self.date_order if self.how.date_order else "",
        )


def read_log(
    path: Path,
    today: date,
    numbers: Numbers,
    *,
    how: HowRead,
    shapes: Mapping[str, Remembered],
    ref: str = "",
    compared_with: str = "",
) -> LogRead:
    """Read a log as a person says, else as last time, else by our own proposal. Raises BadFile as ``open_log``."""
    file = open_log(path, encoding=how.encoding or None)
    known = shapes.get(file.headings)
    if known and known.shape.encoding and not how.encoding:
        how = replace(how, encoding=known.shape.encoding)
        file = open_log(path, encoding=how.encoding)
    if known and known.shape.date_order and not how.date_order:
        how = replace(how, date_order=known.shape.date_order)
    file = file.with_columns({**(known.columns if known else {}), **how.columns})
    meanings = Meanings(known.shape) if known else None
    said = {key: _placed(code) for key, code in how.wordings.items()}
    settled = _Said(said, meanings)
    order = order_of_days(file.columns, file.rows, asked_order(how.date_order or None)) if file.is_enough else None
    if order is None:
        log = _nothing_of(file)
    else:
        log = count_incidents(file.columns, file.rows, file.left_out, order, settled, today)
    read = audit_read(log, today, numbers, ref=ref, compared_with=compared_with)
    return LogRead(
        read=read,
        offered=tuple((each.at, _called(each)) for each in file.offered),
        columns=dict(file.columns.at),
        date_order=str(order.order) if order and order.order else "",
        encoding=file.columns.table.encoding if file.columns.table.encoding_assumed else how.encoding,
        asks=tuple(_asks(file, order)),
        stops=tuple(_stops(log, today, numbers)) if order and order.order else (),
        wordings=_wordings(log, how.wordings, meanings),
        headings=file.headings,
        last_time=known.on if known else None,
        how=how,
    )


@wish("counts.taken", "needs", "files")
def take_counts(act: Act, tna: TnaId, audit: Audit, settled: Settled) -> Tna:
    """Take the counts of a log into a draft, and remember how the log was read: one act (R6, R9)."""
    changed = describe(act, tna, {"audit": audit})
    remember(act, settled)
    act.say(who=changed.title, count=sum(each.count for each in audit.counts))
    return changed


class _Said(Mapping[str, Placed]):
    """What a person said now, else what was remembered."""

    def __init__(self, now: Mapping[str, Placed], before: Mapping[str, Placed] | None) -> None:
        self._now = now
        self._before: Mapping[str, Placed] = {} if before is None else before

    def __getitem__(self, wording: str) -> Placed:
        return self._now[wording] if wording in self._now else self._before[wording]

    def __iter__(self) -> Iterator[str]:
        return iter({*self._now, *self._before})

    def __len__(self) -> int:
        return len({*self._now, *self._before})


def _placed(code: str) -> Placed:
    return Placed(code if code not in {LEFT_OUT, UNDECIDED} else None, left_out=code == LEFT_OUT)


def _called(each: OfferedColumn) -> str:
    return each.heading or _(words.LOOKS[each.looks]).format(number=each.at + 1)


def _nothing_of(file: LogFile) -> IncidentLog:
    """A log whose columns are not known yet: rows and nothing of them."""
    return IncidentLog(
        source=file.columns.table.file,
        counts=(),
        last_seen=(),
        first_date=None,
        latest_date=None,
        rows_read=len(file.rows),
        left_out=0,
        unplaced=0,
        wordings=(),
        problems=(),
        assumptions=(),
        mapping={},
    )


def _asks(file: LogFile, order: ColumnOrder | None) -> Iterator[str]:
    at = file.columns.at
    missing = []
    if "date" not in at and "month" not in at:
        missing.append(_(words.DAY))
    if "category" not in at and "narrative" not in at:
        missing.append(_(words.WHAT))
    if missing:
        yield _(words.ASK_COLUMNS).format(fields=listed(missing))
    elif order is not None and order.order is None:
        yield _order_asked(order, file.columns, file.rows)


def _order_asked(order: ColumnOrder, columns: Columns, rows: Sequence[NumberedRow]) -> str:
    facts = unsettled_order(order, columns, rows).facts
    if "rows" in facts:
        return _(words.ASK_MIXED).format(column=facts["column"], rows=row_list(facts["rows"]))  # type: ignore[arg-type]
    return _(words.ASK_AMBIGUOUS).format(column=facts["column"], row=facts["row"])


def _stops(log: IncidentLog, today: date, numbers: Numbers) -> Iterator[str]:
    """R40: that there is no need is a result of counting, and never of a log that could not be counted."""
    start = window_start(today, numbers)
    if log.latest_date is None:
        yield _(words.UNREAD)
    elif log.latest_date < start:
        yield _(words.TOO_OLD).format(last=day(log.latest_date), start=day(start))
    elif log.unplaced and not log.counts:
        yield _(words.NOTHING_COUNTED)


def _wordings(log: IncidentLog, said: Mapping[str, str], before: Mapping[str, Placed] | None) -> tuple[Wording, ...]:
    """Those that wait for a word first: new to this shape, then undecided, then with the usual variant taken."""
    made = [_wording(each, said, before) for each in log.wordings]
    return tuple(
        sorted(
            made,
            key=lambda each: (
                each.is_remembered,
                not each.is_new,
                not (each.is_open and not each.is_confirmed),
                not each.is_assumed,
                each.code == LEFT_OUT,
                -each.rows,
            ),
        )
    )


def _wording(each: WordingProposal, said: Mapping[str, str], before: Mapping[str, Placed] | None) -> Wording:
    key = plain(each.wording) if each.wording else f"{_UNSHOWN}{each.hold}{each.left_out}{each.assumed}"
    is_remembered = before is not None and bool(each.wording) and key in before
    return Wording(
        key=key,
        text=each.wording,
        rows=each.rows,
        code=LEFT_OUT if each.left_out else each.hold or UNDECIDED,
        is_assumed=each.assumed,
        is_confirmed=key in said or is_remembered,
        is_remembered=is_remembered and key not in said,
        is_new=before is not None and bool(each.wording) and not is_remembered,
    )
