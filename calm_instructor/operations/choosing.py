"""The set of a TNA changed one technique at a time: put in at a place, cover a risk by the lowest way, take one out."""

from collections.abc import Mapping
from dataclasses import replace

from calm_instructor.domain.ids import RiskId, TnaId
from calm_instructor.domain.justification import cap_objections, uncovered
from calm_instructor.domain.needs import NeedsAnalysis, Risk, Selection
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.technique import Technique
from calm_instructor.operations.analysing import Choice, analysis_of, catalogue_in_force, choose, draft_of, leave_out
from calm_instructor.operations.proposing import left_out_reasons, proposed_choice
from calm_instructor.operations.wish import Act, wish


def choice_of(selection: Selection) -> Choice:
    """What is chosen and why, as it stands."""
    return Choice(
        technique=selection.technique,
        risks=selection.risks,
        tried_without_touch=selection.tried_without_touch,
        why_this_one=selection.why_this_one,
        proposed=selection.proposed,
        higher_tier_reason=selection.higher_tier_reason,
        note_answer=selection.note_answer,
        note_answer_text=selection.note_answer_text,
    )


def proposed_for(analysis: NeedsAnalysis, technique: Technique) -> Choice:
    """A technique for every current risk it meets, with the words written of it before, or proposed ones."""
    met = [risk for risk in analysis.current_risks if risk.hold in technique.holds]
    choice = proposed_choice(technique, met)
    before = next((each for each in analysis.selections if each.technique == technique.code), None)
    if before is not None and (before.tried_without_touch or before.why_this_one):
        return replace(choice_of(before), risks=choice.risks)
    return choice


def way_to_cover(analysis: NeedsAnalysis, risk: Risk, catalogue: Mapping[str, Technique]) -> Technique | None:
    """R39: the entry that meets a risk at the lowest tier with the fewest persons; of equals one that is in the set already."""
    chosen = {each.technique for each in analysis.chosen}
    fitting = [each for each in catalogue.values() if risk.hold in each.holds and each.withdrawn_on is None]
    return min(fitting, key=lambda t: (t.tier, t.persons, t.code not in chosen, t.position), default=None)


def reasons_to_leave_out(
    analysis: NeedsAnalysis, catalogue: Mapping[str, Technique], numbers: Numbers
) -> dict[str, str]:
    """Proposed reasons by code, of what is not chosen. "Beyond the limit" is none while the set is not full; then there is no reason."""
    bare = {risk.hold for risk in uncovered(analysis)}
    full = len(analysis.chosen) >= numbers.techniques_warn_above
    return {
        code: reason
        for code, reason in left_out_reasons(analysis, catalogue, numbers).items()
        if full or not bare & set(catalogue[code].holds)
    }


def reason_to_take_out(
    analysis: NeedsAnalysis, technique: str, catalogue: Mapping[str, Technique], numbers: Numbers
) -> str:
    """A reason to leave a chosen technique out, as things would stand without it; "" where the program knows none."""
    without = tuple(replace(each, chosen=each.chosen and each.technique != technique) for each in analysis.selections)
    return reasons_to_leave_out(replace(analysis, selections=without), catalogue, numbers).get(technique, "")


@wish("technique.put_in", "needs")
def put_in(act: Act, tna: TnaId, technique: str, place: int = -1) -> Selection:
    """Choose a technique for the risks it meets, taught at a place from 0; -1 is the end.

    Refused where it meets no current risk or was withdrawn (R3, R24), and where the set is full (R4).
    """
    draft = draft_of(act, tna)
    analysis = analysis_of(act.work, tna)
    before = [each for each in analysis.chosen if each.technique != technique]
    known = catalogue_in_force(act.work)[technique]
    full = [each for each in cap_objections(len(before) + 1, draft.title, act.numbers) if each.blocks]
    chosen = choose(act, tna, proposed_for(analysis, known))
    act.refuse(full)
    order = [*before]
    order.insert(place if 0 <= place <= len(before) else len(before), chosen)
    act.work.put_all(tuple(replace(each, position=number) for number, each in enumerate(order, start=1)))
    act.say(technique=technique)
    return next(each for each in analysis_of(act.work, tna).chosen if each.technique == technique)


@wish("risk.covered", "needs")
def cover(act: Act, risk: RiskId) -> Selection:
    """R6, R39: meet a risk by the lowest way; one that is in the set already names this risk too."""
    current = act.work.get(Risk, risk)
    analysis = analysis_of(act.work, current.tna)
    way = way_to_cover(analysis, current, catalogue_in_force(act.work))
    if way is None:
        raise LookupError(current.hold)
    chosen = next((each for each in analysis.chosen if each.technique == way.code), None)
    if chosen is None:
        covered = put_in(act, current.tna, way.code)
    else:
        named = replace(choice_of(chosen), risks=tuple(dict.fromkeys((*chosen.risks, risk))))
        covered = choose(act, current.tna, named)
    act.say(number=current.number, technique=way.code)
    return covered


@wish("technique.taken_out", "needs")
def take_out(act: Act, tna: TnaId, technique: str, reason: str) -> Selection:
    """Leave one technique out of the set, with its reason."""
    (left,) = leave_out(act, tna, {technique: reason})
    act.say(technique=technique)
    return left
