"""The counts of a TNA as pages show them: per hold and month with the audit before, and how each hold stands as a risk (R6, R9, R38)."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from calm_instructor.domain.audit_counts import holds_listed
from calm_instructor.domain.audit_trend import (
    YEAR,
    Comparison,
    Since,
    compared,
    monthly,
    months_counted,
    rests_only_on,
)
from calm_instructor.domain.carried import carried_hold, carried_risk, still_carried
from calm_instructor.domain.needs import NeedsAnalysis, Risk, Tna, TnaState
from calm_instructor.domain.numbers import Numbers, add_months
from calm_instructor.operations.analysing import hold_names
from calm_instructor.operations.auditing import window_start
from calm_instructor.operations.ending import kept_because, proposed_to_end
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class HoldRow:
    """A hold that was counted or is carried: one row a risk. ``kept_because``: why it is current though proposed as ended.

    ``key``: by which it is looked at again (R8); ``came_over``: whether it came over and was not yet.
    """

    hold: str
    name: str
    total: int
    last_seen: date | None
    risk: Risk | None
    not_carried: str
    proposed_ended: bool
    kept_because: str
    rests_on_it: tuple[str, ...]
    key: str
    came_over: bool


@dataclass(frozen=True, kw_only=True)
class CountRow:
    """A hold with its counts, one row a hold. ``counts``: by page of months, as in ``AuditView``; None: not counted.

    ``then``: in the audit before, or in the year before where there is none; ``since``: how this year stands against it;
    ``change``: by how much, below 0 where it is fewer; ``may_go``: nothing but zeros, and neither a risk nor met in the audit before.
    """

    hold: str
    name: str
    risks: tuple[Risk, ...]
    counts: tuple[tuple[int | None, ...], ...]
    then: int | None
    since: Since | None
    change: int
    may_go: bool

    @property
    def is_ended(self) -> bool:
        """Whether all that is carried of it has ended."""
        return bool(self.risks) and not any(risk.current for risk in self.risks)

    @property
    def ended_on(self) -> date | None:
        """When the last of its risks ended; None while one is current, or where no day is known."""
        return max((risk.ended_on for risk in self.risks if risk.ended_on), default=None) if self.is_ended else None

    def total(self, page: int) -> int:
        """How often in the months of a page."""
        return sum(each or 0 for each in self.counts[page])


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """R38: a risk proposed as ended. ``last``: when it was met last; ``counted_to``: the last day counted."""

    risk: Risk
    last: date | None
    counted_to: date
    rests_on_it: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AuditView:
    """``pages``: months by their first day, the latest twelve first, then those before; ``part``: the last day of a last month.

    ``comparison``: with the audit of the revision it replaces; ``older``: whether counts lie before the window's first day,
    ``first``; ``other_holds``: those without a row, by code and name.
    """

    pages: tuple[tuple[date, ...], ...]
    rows: tuple[CountRow, ...]
    part: date | None
    first: date
    older: bool
    comparison: Comparison | None
    has_last: bool
    proposals: tuple[Proposal, ...]
    other_holds: tuple[tuple[str, str], ...]

    def most(self, page: int) -> int:
        """The highest count of a month on a page: the scale of every row."""
        return max((each or 0 for each in chain.from_iterable(row.counts[page] for row in self.rows)), default=0)


def audit_view(view: Reading, analysis: NeedsAnalysis, numbers: Numbers, today: date) -> AuditView:
    """The audit of a TNA at this moment. A draft is counted up to today; what is signed shows what was signed."""
    tna = analysis.tna
    earlier = view.get(Tna, tna.supersedes) if tna.supersedes else None
    comparison = compared(tna.audit, earlier.audit) if earlier else None
    pages = _pages(tna, numbers, today)
    rows = tuple(_count_rows(analysis, pages, comparison))
    there = {row.hold for row in rows}
    end = tna.audit.to_day
    is_part = end is not None and end.day < monthrange(end.year, end.month)[1]
    first = window_start(today, numbers)
    return AuditView(
        pages=pages,
        rows=rows,
        part=end if end and is_part and end.replace(day=1) == pages[0][-1] else None,
        first=first,
        older=tna.state is TnaState.DRAFT and any(each.count and each.month < first for each in tna.audit.counts),
        comparison=comparison,
        has_last=earlier is not None,
        proposals=tuple(_proposals(view, analysis, numbers, today)),
        other_holds=tuple((hold, name) for hold, name in hold_names().items() if hold not in there),
    )


def hold_rows(view: Reading, analysis: NeedsAnalysis, numbers: Numbers, today: date) -> Iterator[HoldRow]:
    """R6: every hold counted, the risks first by their number, then the others by how often."""
    audit, months = analysis.tna.audit, numbers.ended_after_months
    proposed = proposed_to_end(view, analysis, today, months)
    kept = kept_because(view, analysis, today, months)
    reasons = {each.hold: each.reason for each in analysis.tna.not_carried}
    carried = {risk.hold for risk in analysis.risks}
    others = [hold for hold in audit.holds() if hold not in carried]
    came_over = still_carried(analysis) if analysis.tna.state is TnaState.DRAFT else ()
    for risk, hold in (*((risk, risk.hold) for risk in analysis.risks), *((None, hold) for hold in others)):
        key = carried_risk(risk.number) if risk else carried_hold(hold)
        yield HoldRow(
            hold=hold,
            name=risk.hold_name if risk else hold_names().get(hold, hold),
            total=audit.total(hold),
            last_seen=audit.last(hold),
            risk=risk,
            not_carried="" if risk else reasons.get(hold, ""),
            proposed_ended=risk in proposed,
            kept_because=kept.get(risk.id, "") if risk else "",
            rests_on_it=rests_only_on(analysis, risk) if risk else (),
            key=key,
            came_over=key in came_over,
        )


def _pages(tna: Tna, numbers: Numbers, today: date) -> tuple[tuple[date, ...], ...]:
    """Months in twelves, the latest first; a month that would be left over at the beginning joins the page after it."""
    counted = months_counted(tna.audit)
    if tna.state is TnaState.DRAFT:
        last, first = today.replace(day=1), window_start(today, numbers)
    else:
        last = counted[1] if counted else tna.drawn_up_on.replace(day=1)
        first = min(counted[0] if counted else last, add_months(last, 1 - YEAR))
    months = [first]
    while months[-1] < last:
        months.append(add_months(months[-1], 1))
    pages = []
    while len(months) > YEAR + 1:
        pages.append(tuple(months[-YEAR:]))
        months = months[:-YEAR]
    return (*pages, tuple(months))


def _count_rows(
    analysis: NeedsAnalysis, pages: Sequence[Sequence[date]], comparison: Comparison | None
) -> Iterator[CountRow]:
    audit = analysis.tna.audit
    gone = comparison.gone if comparison else ()
    order = list(hold_names())
    others = sorted({*holds_listed(audit), *gone}, key=lambda hold: (order.index(hold) if hold in order else -1, hold))
    for hold in dict.fromkeys((*(risk.hold for risk in analysis.risks), *others)):
        risks = tuple(risk for risk in analysis.risks if risk.hold == hold)
        counts = tuple(monthly(audit, hold, months) for months in pages)
        then, since = _then(hold, counts, comparison)
        yield CountRow(
            hold=hold,
            name=risks[0].hold_name if risks else hold_names().get(hold, hold),
            risks=risks,
            counts=counts,
            then=then,
            since=since,
            change=comparison.now.get(hold, 0) - comparison.then.get(hold, 0) if comparison else 0,
            may_go=not risks and not audit.total(hold) and hold not in gone,
        )


def _then(
    hold: str, counts: Sequence[Sequence[int | None]], comparison: Comparison | None
) -> tuple[int | None, Since | None]:
    if comparison is not None:
        return comparison.then.get(hold, 0), comparison.of(hold) if comparison.is_new else None
    before = [each for each in counts[1][-YEAR:] if each is not None] if len(counts) > 1 else []
    return (sum(before), None) if len(before) == YEAR else (None, None)


def _proposals(view: Reading, analysis: NeedsAnalysis, numbers: Numbers, today: date) -> Iterator[Proposal]:
    audit = analysis.tna.audit
    if analysis.tna.state is not TnaState.DRAFT or audit.to_day is None:
        return
    for risk in proposed_to_end(view, analysis, today, numbers.ended_after_months):
        last = max((day for day in (audit.last(risk.hold), risk.last_seen) if day), default=None)
        yield Proposal(risk=risk, last=last, counted_to=audit.to_day, rests_on_it=rests_only_on(analysis, risk))
