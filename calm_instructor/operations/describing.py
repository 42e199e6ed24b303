"""A draft TNA said piece by piece, as it is typed: each piece a change of its own that can be put back by name."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from calm_instructor.domain.carried import after_change, carried_hold, carried_risk, looked_at
from calm_instructor.domain.errors import Refused, block
from calm_instructor.domain.ids import RiskId, TnaId
from calm_instructor.domain.needs import NotCarried, Risk, Selection, Tna
from calm_instructor.messages.translating import _
from calm_instructor.messages.window.needs import FIELDS
from calm_instructor.operations.analysing import analysis_of, draft_of, look_at_again
from calm_instructor.operations.wish import Act, wish


@wish("tna.described", "needs")
def describe(act: Act, tna: TnaId, said: Mapping[str, Any]) -> Tna:
    """Change what a draft says: fields of the TNA by name, those of ``FIELDS`` only. New counts reach its risks."""
    strange = set(said) - set(FIELDS)
    if strange:
        raise LookupError(sorted(strange))
    draft = draft_of(act, tna)
    changed = after_change(draft, replace(draft, **said))
    act.work.put(changed)
    if "audit" in said:
        for risk in act.work.all(Risk, tna=tna):
            counted = replace(risk, incidents=changed.audit.total(risk.hold), last_seen=changed.audit.last(risk.hold))
            act.work.put(counted)
    act.say(who=changed.title, what=[_(FIELDS[name]) for name in said])
    return changed


@wish("risk.described", "needs")
def describe_risk(act: Act, risk: RiskId, said: Mapping[str, Any]) -> Risk:
    """Change what a draft says of a risk: situation, posture, severity, existing controls."""
    strange = set(said) - {"situation", "posture", "severity", "controls"}
    if strange:
        raise LookupError(sorted(strange))
    current = act.work.get(Risk, risk)
    draft = draft_of(act, current.tna)
    changed = replace(current, **said)
    if changed != current:
        look_at_again(act, draft, carried_risk(current.number))
    act.work.put(changed)
    act.say(number=current.number)
    return changed


@wish("risk.taken_off", "needs")
def take_off_risk(act: Act, risk: RiskId, reason: str) -> Tna:
    """R6: a hold that was carried is no risk after all, because of a reason; no technique rests on it any more."""
    current = act.work.get(Risk, risk)
    draft = draft_of(act, current.tna)
    counted = draft.audit.total(current.hold)
    if counted and not reason.strip():
        raise Refused([block("R6.hold_unaccounted", draft.title, hold=current.hold_name, count=counted)])
    for selection in act.work.all(Selection, tna=draft.id):
        if risk in selection.risks:
            act.work.put(replace(selection, risks=tuple(each for each in selection.risks if each != risk)))
    act.work.remove(current)
    others = tuple(each for each in draft.not_carried if each.hold != current.hold)
    if counted:
        others = (*others, NotCarried(hold=current.hold, reason=reason))
    changed = looked_at(replace(draft, not_carried=others), [carried_risk(current.number), carried_hold(current.hold)])
    act.work.put(changed)
    act.say(number=current.number, who=current.hold_name)
    return changed


@wish("risk.current", "needs")
def keep_risk(act: Act, risk: RiskId) -> Risk:
    """R38: a risk that was taken as ended is current again."""
    ended = act.work.get(Risk, risk)
    draft_of(act, ended.tna)
    current = replace(ended, current=True, ended_on=None, ended_reason="")
    act.work.put(current)
    act.say(number=ended.number)
    return current


@wish("technique.moved", "needs")
def move_choice(act: Act, tna: TnaId, technique: str, steps: int) -> tuple[Selection, ...]:
    """Teach a chosen technique earlier (-1) or later (1); at either end it stays. Gives the set in its new order."""
    draft_of(act, tna)
    order = list(analysis_of(act.work, tna).chosen)
    place = next(number for number, each in enumerate(order) if each.technique == technique)
    order.insert(max(0, min(len(order) - 1, place + steps)), order.pop(place))
    numbered = tuple(replace(each, position=number) for number, each in enumerate(order, start=1))
    act.work.put_all(numbered)
    act.say(technique=technique)
    return numbered
