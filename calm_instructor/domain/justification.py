"""What makes a set of techniques limited and justified: R2 to R4, R6, R8, R9, R36, R38 to R40, R43, R45."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from calm_instructor.domain.errors import Objection, block, warn
from calm_instructor.domain.ids import RiskId
from calm_instructor.domain.needs import (
    Manner,
    NeedsAnalysis,
    NoteAnswer,
    Risk,
    Selection,
    Tna,
    TnaState,
    resting_on_ended,
)
from calm_instructor.domain.numbers import Numbers, add_months
from calm_instructor.domain.people import Need, same_name
from calm_instructor.domain.technique import Technique, Tier, lower_ways

Catalogue = Mapping[str, Technique]
"""Techniques by code."""

HoldNames = Mapping[str, str]
"""What each kind of hold or grab is called, by its code; a code without a name stands for itself."""

NO_NAMES: HoldNames = MappingProxyType({})


def need_objections(analysis: NeedsAnalysis) -> Iterator[Objection]:
    """R40: the question is answered with its reason; a "no" is a result of equal standing and carries no techniques."""
    tna = analysis.tna
    if tna.need is None or not tna.need_reason.strip():
        yield block("R40.not_answered", tna.title)
    elif tna.need is False and analysis.chosen:
        yield block("R40.no_need_but_techniques", tna.title, techniques=[s.technique for s in analysis.chosen])


def no_need_objections(tna: Tna) -> Iterator[Objection]:
    """R40: no physical course on a TNA that found no legitimate need."""
    if tna.need is False:
        yield block("R40.no_need", tna.title)


def evidence_window_objections(tna: Tna, numbers: Numbers) -> Iterator[Objection]:
    """R9: the counts cover the last months (default 24) before the TNA was drawn up; a month's slack at each end."""
    audit, months = tna.audit, numbers.incident_window_months
    if audit.from_day is None or audit.to_day is None:
        yield warn("R9.no_evidence", tna.title, months=months)
        return
    if audit.from_day > add_months(tna.drawn_up_on, 1 - months):
        yield warn("R9.too_short", tna.title, start=audit.from_day, months=months)
    if audit.to_day < add_months(tna.drawn_up_on, -1):
        yield warn("R9.stale", tna.title, end=audit.to_day)


def framework_objections(tna: Tna) -> Iterator[Objection]:
    """R36: the staff groups stand in the TNA, each with its exposure; one that needs physical skills says why (R11)."""
    if not tna.staff_groups:
        yield block("R36.no_groups", tna.title)
    for group in tna.staff_groups:
        if not group.exposure.strip():
            yield block("R36.no_exposure", group.name)
        if group.need is Need.ESCAPE and group.basis is None:
            yield block("R36.no_basis", group.name)


def issued_objections(code: str, technique: Technique | None) -> Iterator[Objection]:
    """R24: nothing is chosen or pinned that the catalogue in force has not, or withdraws, be it from a day to come."""
    if technique is None:
        yield block("R3.not_in_catalogue", code)
    elif technique.withdrawn_on is not None:
        yield block("R24.withdrawn", code, day=technique.withdrawn_on)


def reason_objections(analysis: NeedsAnalysis, catalogue: Catalogue) -> Iterator[Objection]:
    """R3, R24, R39, R45: what each chosen technique still owes."""
    for selection in analysis.chosen:
        technique = catalogue.get(selection.technique)
        yield from issued_objections(selection.technique, technique)
        if technique is None:
            continue
        yield from _risk_objections(analysis, selection, technique)
        if not selection.tried_without_touch.strip() or not selection.why_this_one.strip():
            yield block("R3.no_reason", technique.code)
        elif selection.proposed:
            yield block("R3.not_confirmed", technique.code)
        yield from _tier_objections(analysis, selection, technique, catalogue)
        if technique.elevated_risk_note:
            yield from _note_objections(selection, technique)


def _risk_objections(analysis: NeedsAnalysis, selection: Selection, technique: Technique) -> Iterator[Objection]:
    current = [risk for risk in analysis.risks_of(selection) if risk.current]
    if not current:
        yield block("R3.no_current_risk", technique.code)
    for risk in current:
        if risk.hold not in technique.holds:
            yield block("R3.other_hold", technique.code, number=risk.number, hold=risk.hold_name)


def _tier_objections(
    analysis: NeedsAnalysis, selection: Selection, technique: Technique, catalogue: Catalogue
) -> Iterator[Objection]:
    holds = frozenset(risk.hold for risk in analysis.risks_of(selection) if risk.current)
    lower = lower_ways(technique, tuple(catalogue.values()), holds) if holds else ()
    if lower and not selection.higher_tier_reason.strip():
        yield warn("R39.lower_way", technique.code, lower=[other.code for other in lower])


def _note_objections(selection: Selection, technique: Technique) -> Iterator[Objection]:
    if selection.note_answer is None or not selection.note_answer_text.strip():
        yield block("R45.not_answered", technique.code, note=technique.elevated_risk_note)
    elif selection.note_answer is NoteAnswer.LEFT_OUT:
        yield block("R45.left_out_but_chosen", technique.code)


def cap_objections(count: int, who: str, numbers: Numbers) -> Iterator[Objection]:
    """R4: up to 8 without more, 9 to 12 with a reason, 13 never (the organisation's numbers)."""
    if count > numbers.techniques_never_above:
        yield block("R4.never", who, count=count, limit=numbers.techniques_never_above)
    elif count > numbers.techniques_warn_above:
        yield warn("R4.many", who, count=count, limit=numbers.techniques_warn_above)


def uncovered(analysis: NeedsAnalysis) -> tuple[Risk, ...]:
    """R6: current risks that no chosen technique answers."""
    covered = {risk for selection in analysis.chosen for risk in selection.risks}
    return tuple(risk for risk in analysis.current_risks if risk.id not in covered)


def over_taught(analysis: NeedsAnalysis, catalogue: Catalogue) -> tuple[Selection, ...]:
    """R6: chosen techniques whose every current risk is answered already by one before it of the same or a lower tier."""
    out: list[Selection] = []
    answered: dict[RiskId, Tier] = {}
    for selection in analysis.chosen:
        technique = catalogue.get(selection.technique)
        if technique is None:
            continue
        current = [risk.id for risk in analysis.risks_of(selection) if risk.current]
        if current and all(risk in answered and answered[risk] <= technique.tier for risk in current):
            out.append(selection)
        for risk in current:
            answered[risk] = min(technique.tier, answered.get(risk, technique.tier))
    return tuple(out)


def coverage_objections(
    analysis: NeedsAnalysis, catalogue: Catalogue, names: HoldNames = NO_NAMES
) -> Iterator[Objection]:
    """R6: every hold counted is a risk or "not carried because"; every current risk is answered; nothing above that."""
    tna = analysis.tna
    accounted = {risk.hold for risk in analysis.risks} | {h.hold for h in tna.not_carried if h.reason.strip()}
    for hold in tna.audit.holds():
        if hold not in accounted:
            yield warn("R6.hold_unaccounted", tna.title, hold=names.get(hold, hold), count=tna.audit.total(hold))
    if tna.need is not False:
        for risk in uncovered(analysis):
            yield warn("R6.uncovered", tna.title, number=risk.number, hold=risk.hold_name)
    for selection in over_taught(analysis, catalogue):
        yield warn("R6.over_taught", selection.technique)


def ended_objections(analysis: NeedsAnalysis) -> Iterator[Objection]:
    """R38: a chosen technique that rests only on ended risks is proposed for removal, by name."""
    for selection in resting_on_ended(analysis):
        yield warn("R38.rests_on_ended", selection.technique)


def authorising_objections(
    analysis: NeedsAnalysis, catalogue: Catalogue, numbers: Numbers, names: HoldNames = NO_NAMES
) -> Iterator[Objection]:
    """Everything that stands between a draft and its authorisation."""
    if analysis.tna.state is not TnaState.DRAFT:
        yield block("R43.not_a_draft", analysis.tna.title)
    yield from need_objections(analysis)
    yield from framework_objections(analysis.tna)
    yield from evidence_window_objections(analysis.tna, numbers)
    yield from reason_objections(analysis, catalogue)
    yield from cap_objections(len(analysis.chosen), analysis.tna.title, numbers)
    yield from coverage_objections(analysis, catalogue, names)
    yield from ended_objections(analysis)


def signature_objections(tna: Tna) -> Iterator[Objection]:
    """R43: authorised only with a signature on screen, or an ink copy that is held somewhere and was seen by someone."""
    given = tna.authorisation
    if tna.state is TnaState.SUPERSEDED:
        yield block("R43.superseded", tna.title)
    elif given is None or tna.state is not TnaState.AUTHORISED:
        yield block("R2.not_authorised", tna.title)
    elif not given.name.strip() or not given.role.strip():
        yield block("R43.no_role", tna.title)
    elif given.manner is Manner.INK and not (given.held_at.strip() and given.seen_by.strip()):
        yield block("R43.ink_not_seen", tna.title, name=given.name)


def authoriser_objections(tna: Tna, lead_name: str) -> Iterator[Objection]:
    """R43: the lead instructor of a course can't authorise the TNA it rests on."""
    given = tna.authorisation
    if given is not None and same_name(given.name, lead_name):
        yield block("R43.lead_authorised", lead_name, tna=tna.title)


def instructor_authoriser_objections(tna: Tna, instructors: Sequence[str], leads: Sequence[str]) -> Iterator[Objection]:
    """R43: who leads a course that rests on the TNA can't authorise it; another instructor can, and says why.

    ``instructors``: everyone with a profile here; ``leads``: who leads a course that rests on this TNA. Names.
    """
    given = tna.authorisation
    if given is None:
        return
    leading = next((name for name in leads if same_name(given.name, name)), None)
    if leading is not None:
        yield block("R43.lead_authorised", leading, tna=tna.title)
    elif any(same_name(given.name, name) for name in instructors):
        yield warn("R43.is_instructor", given.name, tna=tna.title)


def signing_day_objections(tna: Tna, today: date) -> Iterator[Objection]:
    """R43: a signature carries the day it was given: no day to come, and none before there was a draft to sign."""
    given = tna.authorisation
    if given is None:
        return
    if given.on > today:
        yield block("R43.signed_ahead", tna.title, given=given.on)
    elif given.on < tna.drawn_up_on:
        yield block("R43.signed_before", tna.title, given=given.on, drawn_up=tna.drawn_up_on)


def valid_until(tna: Tna, numbers: Numbers) -> date | None:
    """R8: the last day on which a TNA may carry a new set; None while it is not authorised."""
    if tna.authorisation is None:
        return None
    own = add_months(tna.authorisation.on, numbers.tna_valid_months)
    return min(own, tna.review_due) if tna.review_due is not None else own


def review_objections(tna: Tna, numbers: Numbers) -> Iterator[Objection]:
    """R8: a review is due while the authorisation still holds, and not after it; before it would be over at once."""
    given = tna.authorisation
    if given is None or tna.review_due is None:
        return
    latest = add_months(given.on, numbers.tna_valid_months)
    if not given.on < tna.review_due <= latest:
        yield block(
            "R8.review_out_of_reach", tna.title, given=tna.review_due, latest=latest, months=numbers.tna_valid_months
        )


def age_objections(tna: Tna, on: date, numbers: Numbers) -> Iterator[Objection]:
    """R8: older than its validity or past its review date, a TNA locks no new set."""
    until = valid_until(tna, numbers)
    if until is not None and until < on:
        yield block("R8.run_out", tna.title, until=until)


def agreeing_objections(
    analysis: NeedsAnalysis,
    catalogue: Catalogue,
    lead_name: str,
    on: date,
    numbers: Numbers,
    names: HoldNames = NO_NAMES,
) -> Iterator[Objection]:
    """R7: what is asked before a course's set is agreed (R2 to R4, R6, R8, R38 to R40, R43)."""
    tna = analysis.tna
    yield from no_need_objections(tna)
    yield from signature_objections(tna)
    yield from authoriser_objections(tna, lead_name)
    yield from age_objections(tna, on, numbers)
    if not analysis.current_risks:
        yield block("R2.no_current_risk", tna.title)
    if not analysis.chosen:
        yield block("R2.nothing_chosen", tna.title)
    yield from reason_objections(analysis, catalogue)
    yield from cap_objections(len(analysis.chosen), tna.title, numbers)
    yield from coverage_objections(analysis, catalogue, names)
    yield from ended_objections(analysis)
