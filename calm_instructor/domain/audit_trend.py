"""How a behavioural audit goes, in plain counts: what a month was counted, which way a year goes, and the audit before it (R38).

No statistics: sums of equal lengths of time beside each other. A month outside the time counted is no zero; it is not counted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from calm_instructor.domain.errors import Objection, warn
from calm_instructor.domain.needs import Audit, NeedsAnalysis, Risk, proposed_as_ended, resting_on_ended
from calm_instructor.domain.numbers import add_months

YEAR = 12
"""Months compared, where that many were counted."""

_FEW = 3


class Going(StrEnum):
    """Which way counts go from one length of time to the next."""

    RISING = "rising"
    LEVEL = "level"
    FALLING = "falling"


class Since(StrEnum):
    """How a count stands against that of the audit before. ``NEW``: not met then; ``GONE``: not met any more."""

    MORE = "more"
    FEWER = "fewer"
    SAME = "same"
    NEW = "new"
    GONE = "gone"


def months_counted(audit: Audit) -> tuple[date, date] | None:
    """The first and the last month that were counted, by their first days; None where nobody says and nothing stands."""
    counted = [each.month for each in audit.counts if each.count]
    first, last = audit.from_day or min(counted, default=None), audit.to_day or max(counted, default=None)
    return (first.replace(day=1), last.replace(day=1)) if first and last else None


def monthly(audit: Audit, hold: str, months: Sequence[date]) -> tuple[int | None, ...]:
    """How often a hold was counted in each of these months (their first days); None in a month that was not counted."""
    counted = months_counted(audit)
    by_month = {each.month: each.count for each in audit.counts if each.hold == hold}
    if counted is None:
        return tuple(by_month.get(month) for month in months)
    first, last = counted
    return tuple(by_month.get(month, 0 if first <= month <= last else None) for month in months)


def going(before: int, after: int) -> Going:
    """Which way it goes. Level is a change of fewer than three, or of less than a quarter of the earlier count."""
    change = after - before
    if abs(change) < _FEW or abs(change) * 4 < before:
        return Going.LEVEL
    return Going.RISING if change > 0 else Going.FALLING


def halves(counts: Sequence[int | None]) -> tuple[int, int]:
    """What the first and the second half of the months counted came to; of an odd number the one in the middle is left out."""
    known = [each for each in counts if each is not None]
    half = len(known) // 2
    return sum(known[:half]), sum(known[len(known) - half :])


def since(now: int, then: int) -> Since:
    """How a count stands against that of the audit before, of the same length of time."""
    if not then and now:
        return Since.NEW
    if then and not now:
        return Since.GONE
    return Since.SAME if now == then else Since.MORE if now > then else Since.FEWER


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """R38: the last months of two audits beside each other. ``months``: how many of each, 12 where both counted as many.

    ``shared``: months that both have counted; ``last``: the last day or month that the earlier one counted. ``now`` and
    ``then``: counts by hold, of every hold that either of them met in its months.
    """

    months: int
    shared: int
    last: date
    now: dict[str, int]
    then: dict[str, int]

    @property
    def is_new(self) -> bool:
        """Whether anything was counted that the earlier audit had not: else there is nothing to compare yet."""
        return self.shared < self.months

    def of(self, hold: str) -> Since:
        """How a hold stands."""
        return since(self.now.get(hold, 0), self.then.get(hold, 0))

    @property
    def new(self) -> tuple[str, ...]:
        """Holds met now and not then, the most frequent first."""
        return tuple(hold for hold in _by_count(self.now) if self.of(hold) is Since.NEW)

    @property
    def gone(self) -> tuple[str, ...]:
        """Holds met then and not now, the most frequent first."""
        return tuple(hold for hold in _by_count(self.then) if self.of(hold) is Since.GONE)


def compared(now: Audit, then: Audit) -> Comparison | None:
    """R38: a new audit beside the last; None where either of them has counted nothing or says no time."""
    here, there = months_counted(now), months_counted(then)
    if here is None or there is None:
        return None
    length = min(YEAR, _length(*here), _length(*there))
    if length < 1:
        return None
    apart = abs(_length(there[1], here[1]) - 1)
    return Comparison(
        months=length,
        shared=max(0, length - apart),
        last=then.to_day or there[1],
        now=_totals(now, here[1], length),
        then=_totals(then, there[1], length),
    )


def ended_proposals(analysis: NeedsAnalysis, today: date, months: int) -> Iterator[tuple[Risk, Objection]]:
    """R38: each risk that is proposed as ended, with what is said of it; the objection names risk, hold and the counts it rests on."""
    audit = analysis.tna.audit
    for risk in proposed_as_ended(audit, analysis.risks, today, months):
        last = max((day for day in (audit.last(risk.hold), risk.last_seen) if day), default=None)
        if last is None:
            counted = {"start": audit.from_day, "end": audit.to_day}
            yield risk, warn("R38.never_counted", risk.hold_name, number=risk.number, **counted)
        else:
            yield risk, warn("R38.proposed_ended", risk.hold_name, number=risk.number, last=last, end=audit.to_day)


def rests_only_on(analysis: NeedsAnalysis, risk: Risk) -> tuple[str, ...]:
    """R38: chosen techniques, by code, that would rest on no current risk if this one had ended."""
    current = {each.id for each in analysis.current_risks} - {risk.id}
    ended = {each.technique for each in resting_on_ended(analysis)}
    return tuple(
        each.technique
        for each in analysis.chosen
        if risk.id in each.risks and not current & set(each.risks) and each.technique not in ended
    )


def _length(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _totals(audit: Audit, last: date, length: int) -> dict[str, int]:
    first = add_months(last, 1 - length)
    totals: dict[str, int] = {}
    for each in audit.counts:
        if each.count and first <= each.month <= last:
            totals[each.hold] = totals.get(each.hold, 0) + each.count
    return totals


def _by_count(totals: dict[str, int]) -> list[str]:
    return sorted(totals, key=lambda hold: (-totals[hold], hold))
