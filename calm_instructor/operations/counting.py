"""Counts of a behavioural audit typed by hand, one hold and month at a time, and the time they were counted in (R9, R38)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from calm_instructor.domain.audit_counts import (
    count_objections,
    entered,
    gap_objections,
    holds_listed,
    period_objections,
    read_count,
    with_hold,
    without_hold,
)
from calm_instructor.domain.carried import after_change
from calm_instructor.domain.errors import Refused, block
from calm_instructor.domain.ids import TnaId
from calm_instructor.domain.needs import Audit, Risk, Severity, Tna
from calm_instructor.messages.showing import month as shown_month
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import audit as words
from calm_instructor.operations.analysing import draft_of, hold_names, list_risk
from calm_instructor.operations.auditing import window_start
from calm_instructor.operations.wish import Act, wish


@wish("count.entered", "needs")
def enter_count(act: Act, tna: TnaId, hold: str, month: date, typed: str | int) -> Tna:
    """Say how often a hold happened in a month (its first day). What was typed is refused where it is no count (R9, R38)."""
    draft = draft_of(act, tna)
    first = window_start(act.today, act.numbers)
    month = month.replace(day=1)
    said = str(typed)
    name = _name(act, tna, hold)
    act.refuse(count_objections(name, month, said, act.today, first, act.numbers.incident_window_months))
    act.refuse(gap_objections(draft.audit, name, month))
    count = read_count(said) or 0
    changed = _count(act, draft, entered(draft.audit, hold, month, count, act.today, first))
    act.say(who=_called(act, tna, hold), month=shown_month(month), count=count)
    return changed


@wish("count.begun", "needs")
def begin_to_count(act: Act, tna: TnaId, hold: str) -> Tna:
    """Give a hold a row in the audit, with no count yet. Raises LookupError for a code that is no hold of the list."""
    draft = draft_of(act, tna)
    name = _name(act, tna, hold)
    if hold in holds_listed(draft.audit) or any(risk.hold == hold for risk in act.work.all(Risk, tna=tna)):
        raise Refused([block("R38.hold_twice", name)])
    if hold not in hold_names():
        raise LookupError(hold)
    changed = _count(act, draft, with_hold(draft.audit, hold, (draft.audit.to_day or act.today).replace(day=1)))
    act.say(who=name)
    return changed


@wish("count.taken_off", "needs")
def stop_counting(act: Act, tna: TnaId, hold: str) -> Tna:
    """Take a hold's row of zeros off the audit. One with a count, or carried as a risk, stays (R6)."""
    draft = draft_of(act, tna)
    name, count = _name(act, tna, hold), draft.audit.total(hold)
    risk = next((each for each in act.work.all(Risk, tna=tna) if each.hold == hold), None)
    if risk is not None:
        raise Refused([block("R6.row_is_a_risk", name, number=risk.number)])
    if count:
        raise Refused([block("R6.row_has_counts", name, count=count)])
    changed = _count(act, draft, without_hold(draft.audit, hold))
    act.say(who=name)
    return changed


@wish("count.period", "needs")
def set_period(act: Act, tna: TnaId, from_day: date | None, to_day: date | None) -> Tna:
    """Say from which day to which day was counted (R9)."""
    draft = draft_of(act, tna)
    act.refuse(period_objections(draft.title, draft.audit, from_day, to_day, act.today))
    changed = _count(act, draft, replace(draft.audit, from_day=from_day, to_day=to_day))
    act.say(who=changed.title)
    return changed


@wish("risks.listed", "needs")
def list_risks(act: Act, tna: TnaId, holds: Mapping[str, Severity]) -> tuple[Risk, ...]:
    """R6: carry several holds as risks at once, in this order, each as bad as is said of it."""
    names = hold_names()
    listed = tuple(
        list_risk(act, tna, hold, names.get(hold, hold), severity=severity) for hold, severity in holds.items()
    )
    act.say(count=len(listed))
    return listed


def _count(act: Act, draft: Tna, audit: Audit) -> Tna:
    """Keep an audit; its counts reach the risks."""
    changed = after_change(draft, replace(draft, audit=audit))
    act.work.put(changed)
    for risk in act.work.all(Risk, tna=draft.id):
        act.work.put(replace(risk, incidents=audit.total(risk.hold), last_seen=audit.last(risk.hold)))
    return changed


def _name(act: Act, tna: TnaId, hold: str) -> str:
    risk = next((each for each in act.work.all(Risk, tna=tna) if each.hold == hold), None)
    return risk.hold_name if risk else hold_names().get(hold, hold)


def _called(act: Act, tna: TnaId, hold: str) -> str:
    """As an undo names it: by the risk's number, else by the hold."""
    risk = next((each for each in act.work.all(Risk, tna=tna) if each.hold == hold), None)
    return _(words.RISK_NUMBER).format(number=risk.number) if risk else _name(act, tna, hold)
