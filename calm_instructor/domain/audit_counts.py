"""Counts of a behavioural audit as they are typed: one hold, one month, one number (R9, R10, R38). Numbers only, never a word."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from calm_instructor.domain.audit_trend import months_counted
from calm_instructor.domain.errors import Objection, block
from calm_instructor.domain.needs import Audit, HoldCount, HoldSeen
from calm_instructor.domain.numbers import add_months

MOST = 999
"""More than this in a month is a slip of the key."""


def read_count(typed: str) -> int | None:
    """A whole number of 0 or more as it was typed; None for anything else."""
    text = typed.strip()
    return int(text) if text.isascii() and text.isdecimal() else None


def count_objections(hold: str, month: date, typed: str, today: date, first: date, window: int) -> Iterator[Objection]:
    """R9, R38: a count is a whole number, of a month that began and lies in the window.

    ``hold``: its name; ``month``: its first day; ``first``: the window's first day; ``window``: its length in months.
    """
    count = read_count(typed)
    if count is None:
        yield block("R38.no_count", hold, text=typed.strip())
    elif count > MOST:
        yield block("R38.count_too_high", hold, count=count, most=MOST)
    if month > today:
        yield block("R9.month_ahead", hold, begins=month)
    elif month < first:
        yield block("R9.month_before", hold, first=first, months=window)


def gap_objections(audit: Audit, hold: str, month: date) -> Iterator[Objection]:
    """R9, R38: a month far from those counted would make a zero of every month between, which nobody counted.

    ``hold``: its name; ``month``: its first day.
    """
    period = months_counted(audit)
    if period is not None and not add_months(period[0], -1) <= month <= add_months(period[1], 1):
        start, end = audit.from_day or period[0], audit.to_day or _month_end(period[1])
        yield block("R9.month_apart", hold, begins=month, start=start, end=end)


def period_objections(
    title: str, audit: Audit, from_day: date | None, to_day: date | None, today: date
) -> Iterator[Objection]:
    """R9: a time counted begins before it ends, ends by today, and holds every month with a count."""
    if to_day is not None and to_day > today:
        yield block("R9.period_ahead", title, end=to_day)
    if from_day is not None and from_day > (to_day or today):
        yield block("R9.period_backwards", title, start=from_day, end=to_day or today)
        return
    first, last = (each.replace(day=1) if each else None for each in (from_day, to_day))
    outside = [each.count for each in audit.counts if (first and each.month < first) or (last and each.month > last)]
    if sum(outside):
        yield block("R9.counts_outside", title, count=sum(outside))


def entered(audit: Audit, hold: str, month: date, count: int, today: date, first: date) -> Audit:
    """The audit with one count more or another. The time counted grows to the month, which has to adjoin it (see
    ``gap_objections``); what lies before ``first`` leaves (R9).

    The day on which a hold was last seen stands only while its month is still the last one with a count.
    """
    period = months_counted(audit)
    start = min(month, audit.from_day or (period[0] if period else month))
    end = max(_last_day(month, today), audit.to_day or (_last_day(period[1], today) if period else month))
    others = (each for each in audit.counts if each.month >= first and (each.hold, each.month) != (hold, month))
    counts = (*others, HoldCount(hold=hold, month=month, count=count))
    changed = replace(audit, from_day=max(start, first), to_day=end, counts=_in_order(counts))
    seen = tuple(each for each in audit.last_seen if each.hold != hold or _is_so(changed, each))
    return replace(changed, last_seen=seen)


def with_hold(audit: Audit, hold: str, month: date) -> Audit:
    """The audit with a row for a hold that has no count yet: a zero in a month."""
    return replace(audit, counts=_in_order((*audit.counts, HoldCount(hold=hold, month=month, count=0))))


def without_hold(audit: Audit, hold: str) -> Audit:
    """The audit without any word of a hold."""
    return replace(
        audit,
        counts=tuple(each for each in audit.counts if each.hold != hold),
        last_seen=tuple(each for each in audit.last_seen if each.hold != hold),
    )


def holds_listed(audit: Audit) -> tuple[str, ...]:
    """Every hold with a row: counted, or there to be counted; the counted first, the most frequent of them foremost."""
    counted = audit.holds()
    zeros = sorted({each.hold for each in audit.counts} - set(counted))
    return (*counted, *zeros)


def _last_day(month: date, today: date) -> date:
    return min(_month_end(month), today)


def _month_end(month: date) -> date:
    return add_months(month, 1) - timedelta(days=1)


def _in_order(counts: tuple[HoldCount, ...]) -> tuple[HoldCount, ...]:
    return tuple(sorted(counts, key=lambda each: (each.hold, each.month)))


def _is_so(audit: Audit, seen: HoldSeen) -> bool:
    months = [each.month for each in audit.counts if each.hold == seen.hold and each.count]
    return bool(months) and max(months) == seen.last.replace(day=1)
