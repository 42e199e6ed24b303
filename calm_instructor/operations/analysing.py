"""The training needs analysis by hand or from an incident log: draft, risks, choice, authorisation."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from calm_instructor.domain.carried import (
    Looked,
    after_change,
    carried_hold,
    carried_risk,
    carried_technique,
    looked_at,
)
from calm_instructor.domain.course import Override
from calm_instructor.domain.errors import Refused, block
from calm_instructor.domain.ids import RiskId, SelectionId, TnaId
from calm_instructor.domain.limited_set import choosing_objections
from calm_instructor.domain.needs import (
    NeedsAnalysis,
    NotCarried,
    NoteAnswer,
    Risk,
    Selection,
    Severity,
    Tna,
    TnaState,
    proposed_as_ended,
)
from calm_instructor.domain.technique import Catalogue, Technique
from calm_instructor.exchange.reading.shipped import holds
from calm_instructor.operations.wish import Act, wish
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What is chosen and why: R3's two answers, the reason for a higher tier (R39), the answer to the note (R45)."""

    technique: str
    risks: tuple[RiskId, ...]
    tried_without_touch: str
    why_this_one: str
    proposed: bool = False
    higher_tier_reason: str = ""
    note_answer: NoteAnswer | None = None
    note_answer_text: str = ""


def hold_names() -> dict[str, str]:
    """What each kind of hold or grab is called, by its code."""
    return {code: hold.name for code, hold in holds().items()}


def analysis_of(view: Reading, tna: TnaId) -> NeedsAnalysis:
    """A TNA with its risks and selections."""
    risks = sorted(view.all(Risk, tna=tna), key=lambda risk: risk.number)
    return NeedsAnalysis(tna=view.get(Tna, tna), risks=tuple(risks), selections=view.all(Selection, tna=tna))


def catalogue_in_force(view: Reading) -> dict[str, Technique]:
    """Techniques by code, of the catalogue last loaded."""
    catalogues = view.all(Catalogue)
    return {t.code: t for t in view.all(Technique, catalogue=catalogues[-1].id)} if catalogues else {}


def draft_of(act: Act, tna: TnaId) -> Tna:
    """A TNA that may still be changed. Raises Refused (R43) where it is no draft."""
    current = act.work.get(Tna, tna)
    if current.state is not TnaState.DRAFT:
        raise Refused([block("R43.not_a_draft", current.title)])
    return current


def look_at_again(act: Act, draft: Tna, *keys: str) -> Tna:
    """R8: what was carried over and is changed now, by its keys, is looked at again by that. Gives the draft as it stands."""
    looked = looked_at(draft, keys)
    if looked != draft:
        act.work.put(looked)
    return looked


@wish("tna.drafted", "needs")
def draft_tna(act: Act, tna: Tna) -> Tna:
    """Begin a TNA, or change what a draft says of service, evidence, factors, groups and prevention.

    What wishes of their own have said of it stays: the holds not carried, and the need.
    """
    drafted = replace(tna, state=TnaState.DRAFT, authorisation=None)
    if act.work.find(Tna, tna.id) is not None:
        here = draft_of(act, tna.id)
        drafted = replace(
            drafted, not_carried=here.not_carried, need=here.need, need_reason=here.need_reason, carried=here.carried
        )
        drafted = after_change(here, drafted)
    act.work.put(drafted)
    for risk in act.work.all(Risk, tna=tna.id):
        counted = replace(risk, incidents=tna.audit.total(risk.hold), last_seen=tna.audit.last(risk.hold))
        act.work.put(counted)
    act.say(who=tna.title)
    return drafted


@wish("risk.listed", "needs")
def list_risk(
    act: Act,
    tna: TnaId,
    hold: str,
    hold_name: str,
    *,
    situation: str = "",
    severity: Severity = Severity.LOW,
    controls: str = "",
) -> Risk:
    """Carry a hold of the audit as the TNA's next risk, with its count and the day it was last seen.

    What was said of the hold as not carried goes (R6).
    """
    draft = draft_of(act, tna)
    others = tuple(each for each in draft.not_carried if each.hold != hold)
    act.work.put(looked_at(replace(draft, not_carried=others), [carried_hold(hold)]))
    number = 1 + max((risk.number for risk in act.work.all(Risk, tna=tna)), default=0)
    risk = Risk(
        id=RiskId(act.new_id()),
        tna=tna,
        number=number,
        hold=hold,
        hold_name=hold_name,
        situation=situation,
        incidents=draft.audit.total(hold),
        last_seen=draft.audit.last(hold),
        severity=severity,
        controls=controls,
        groups_exposed=tuple(group.name for group in draft.staff_groups if group.basis is not None),
    )
    act.work.put(risk)
    act.say(number=number, who=hold_name)
    return risk


@wish("hold.not_carried", "needs")
def leave_hold(act: Act, tna: TnaId, hold: str, reason: str) -> Tna:
    """R6: a hold that was counted is no risk, because of a reason."""
    draft = draft_of(act, tna)
    if not reason.strip():
        count = draft.audit.total(hold)
        raise Refused([block("R6.hold_unaccounted", draft.title, hold=hold_names().get(hold, hold), count=count)])
    others = tuple(each for each in draft.not_carried if each.hold != hold)
    left = replace(draft, not_carried=(*others, NotCarried(hold=hold, reason=reason)))
    changed = looked_at(left, [carried_hold(hold)])
    act.work.put(changed)
    act.say(who=hold)
    return changed


def risks_proposed_as_ended(view: Reading, tna: TnaId, today: date, months: int) -> tuple[Risk, ...]:
    """R38: what the audit proposes as ended. A proposal; ``end_risk`` is a person's act."""
    analysis = analysis_of(view, tna)
    return proposed_as_ended(analysis.tna.audit, analysis.risks, today, months)


@wish("risk.ended", "needs")
def end_risk(act: Act, risk: RiskId, reason: str) -> Risk:
    """R38: accept that a risk has ended, with the reason. Why it was kept before stands no more."""
    current = act.work.get(Risk, risk)
    draft = draft_of(act, current.tna)
    if not reason.strip():
        act.refuse([block("R38.end_without_reason", current.hold_name, number=current.number)])
    look_at_again(act, draft, carried_risk(current.number))
    for kept in act.work.all(Override, tna=current.tna):
        if kept.code in {"R38.proposed_ended", "R38.never_counted"} and kept.subject == current.hold_name:
            act.work.remove(kept)
    ended = replace(current, current=False, ended_on=act.today, ended_reason=reason.strip())
    act.work.put(ended)
    act.say(number=current.number)
    return ended


@wish("technique.chosen", "needs")
def choose(act: Act, tna: TnaId, choice: Choice) -> Selection:
    """Choose a technique for current risks of this TNA. What R3, R4, R39 and R45 still ask is asked at authorisation.

    One that meets no current risk, or was withdrawn, is refused at once; of one that is chosen already the words may change.
    """
    draft = draft_of(act, tna)
    analysis = analysis_of(act.work, tna)
    before = next((each for each in analysis.selections if each.technique == choice.technique), None)
    technique = catalogue_in_force(act.work).get(choice.technique)
    if technique is not None and not (before is not None and before.chosen):
        act.refuse(choosing_objections(analysis, technique))
    last = max((each.position for each in analysis.chosen), default=0)
    selection = Selection(
        id=before.id if before else SelectionId(act.new_id()),
        tna=tna,
        chosen=True,
        position=before.position if before and before.chosen else last + 1,
        **choice.__dict__,
    )
    if selection != before:
        look_at_again(act, draft, carried_technique(choice.technique))
    act.work.put(selection)
    act.say(technique=choice.technique)
    return selection


@wish("technique.left_out", "needs")
def leave_out(act: Act, tna: TnaId, techniques: Mapping[str, str]) -> tuple[Selection, ...]:
    """Leave techniques out, each (by code) with its reason. What was written while one was chosen stays, should it come back."""
    look_at_again(act, draft_of(act, tna), *(carried_technique(code) for code in techniques))
    known = {each.technique: each for each in act.work.all(Selection, tna=tna)}
    out = []
    for position, (code, reason) in enumerate(techniques.items(), start=1):
        earlier = known.get(code)
        if earlier is None:
            earlier = Selection(id=SelectionId(act.new_id()), tna=tna, technique=code, chosen=False)
        selection = replace(earlier, chosen=False, position=position, left_out_reason=reason)
        act.work.put(selection)
        out.append(selection)
    act.say(count=len(out))
    return tuple(out)


@wish("need.answered", "needs")
def answer_need(act: Act, tna: TnaId, need: bool, reason: str) -> Tna:
    """R40: is there a legitimate need for physical skills? Either answer is a result."""
    draft = draft_of(act, tna)
    changed = looked_at(replace(draft, need=need, need_reason=reason), [Looked.NEED])
    act.work.put(changed)
    act.say(who=changed.title)
    return changed
