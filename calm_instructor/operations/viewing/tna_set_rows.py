"""The techniques of a TNA's picker: how each of the catalogue stands, and what each of the set is for and still owes (R3, R39, R45)."""

from collections.abc import Iterator, Mapping, Sequence

from calm_instructor.domain.carried import carried_technique, still_carried
from calm_instructor.domain.justification import reason_objections, uncovered
from calm_instructor.domain.limited_set import choosing_objections
from calm_instructor.domain.needs import NeedsAnalysis, Risk, Selection, TnaState
from calm_instructor.domain.technique import Technique, lower_ways
from calm_instructor.messages.showing import day, listed
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import authorising as carrying
from calm_instructor.messages.window import tna_set as words
from calm_instructor.operations.viewing.picking import Offered, Standing, Taken

Techniques = Mapping[str, Technique]


def offered(analysis: NeedsAnalysis, techniques: Techniques) -> Iterator[Offered]:
    """R3: every technique of the catalogue by family, with what stands of it; one withdrawn only where something is said of it."""
    said = {each.technique: each for each in analysis.selections}
    bare = {risk.id for risk in uncovered(analysis)}
    families = list(dict.fromkeys(each.family for each in sorted(techniques.values(), key=lambda t: t.position)))
    for each in sorted(techniques.values(), key=lambda t: (families.index(t.family), t.position)):
        selection = said.get(each.code)
        if each.withdrawn_on is not None and selection is None:
            continue
        fits = [risk for risk in analysis.current_risks if risk.hold in each.holds]
        is_bare = any(risk.id in bare for risk in fits)
        standing, told = _stands(analysis, each, selection, fits, is_bare)
        reasoned = standing is Standing.IN_SET or bool(selection and selection.left_out_reason)
        may_add = standing is not Standing.IN_SET and not any(choosing_objections(analysis, each))
        yield Offered(
            code=each.code,
            name=each.name,
            family=each.family,
            tier=each.tier,
            hold=each.hold_text,
            standing=standing,
            said=told if reasoned or is_bare or not analysis.chosen else _(words.NO_REASON_YET).format(said=told),
            may_add=may_add,
            wanted=may_add and is_bare,
            reasoned=reasoned,
        )


def _stands(
    analysis: NeedsAnalysis, each: Technique, selection: Selection | None, fits: Sequence[Risk], is_bare: bool
) -> tuple[Standing, str]:
    if selection is not None and selection.chosen:
        return Standing.IN_SET, words.in_set_for([risk.number for risk in analysis.risks_of(selection)])
    if each.withdrawn_on is not None:
        return Standing.WITHDRAWN, _(words.WITHDRAWN).format(day=day(each.withdrawn_on))
    if is_bare:
        return Standing.MEETS, words.meets([risk.number for risk in fits], uncovered=True)
    if selection is not None and selection.left_out_reason:
        return Standing.LEFT_OUT, _(words.LEFT_OUT).format(reason=selection.left_out_reason)
    if fits:
        return Standing.MEETS, words.meets([risk.number for risk in fits], uncovered=False)
    ended = next((risk for risk in analysis.risks if risk.hold in each.holds and not risk.current), None)
    return Standing.NO_RISK, _(words.RISK_ENDED).format(number=ended.number) if ended else _(words.NO_RISK)


def taken(analysis: NeedsAnalysis, techniques: Techniques) -> Iterator[Taken]:
    """R3, R39, R45: the set in teaching order, each with its risks and what it still owes."""
    is_draft = analysis.tna.state is TnaState.DRAFT
    came_over = still_carried(analysis)
    for selection in analysis.chosen:
        technique = techniques.get(selection.technique)
        owed = owes(analysis, selection, techniques) if is_draft else ()
        yield Taken(
            code=selection.technique,
            name=technique.name if technique else _(words.NOT_KNOWN),
            tier=technique.tier if technique else None,
            met=_met(analysis.risks_of(selection)),
            owes=words.owes(owed) if owed else "",
            proposed=_asked_of(selection, came_over) if is_draft else "",
        )


def _asked_of(selection: Selection, came_over: Sequence[str]) -> str:
    """R8, R3: whether it is still so, then whether its proposed words are confirmed."""
    if carried_technique(selection.technique) in came_over:
        return _(carrying.CARRIED_TECHNIQUE)
    return _(words.PROPOSED) if selection.proposed else ""


def _met(risks: Sequence[Risk]) -> str:
    if not risks:
        return _(words.RESTS_ON_NONE)
    return "; ".join(words.met(risk.number, risk.incidents, risk.situation or risk.hold_name) for risk in risks)


def owes(analysis: NeedsAnalysis, selection: Selection, techniques: Techniques) -> tuple[str, ...]:
    """What a chosen technique still owes before the TNA can be authorised, each in a few words."""
    technique = techniques.get(selection.technique)
    if technique is None:
        return (_(words.NOT_KNOWN),)
    said: list[str] = []
    for no in reason_objections(analysis, techniques):
        if no.who != selection.technique:
            continue
        match no.code:
            case "R3.no_current_risk":
                said.append(_(words.OWES_RISK))
            case "R3.other_hold":
                said.append(_(words.OWES_HOLD).format(number=no.facts["number"]))
            case "R24.withdrawn":
                said.append(
                    _(words.WITHDRAWN).format(day=day(technique.withdrawn_on)) if technique.withdrawn_on else ""
                )
            case "R3.no_reason":
                said.append(_(_unanswered(selection)))
            case "R39.lower_way":
                said.append(_(words.OWES_LOWER).format(codes=listed(lower_codes(analysis, selection, techniques))))
            case "R45.not_answered":
                said.append(_(words.OWES_NOTE))
            case "R45.left_out_but_chosen":
                said.append(_(words.OWES_NOTE_OUT))
    return tuple(said)


def _unanswered(selection: Selection) -> str:
    tried, why = selection.tried_without_touch.strip(), selection.why_this_one.strip()
    return words.OWES_WHY if tried else words.OWES_TRIED if why else words.OWES_BOTH


def lower_codes(analysis: NeedsAnalysis, selection: Selection, techniques: Techniques) -> list[str]:
    """R39: techniques of a lower tier that would answer the same holds."""
    technique = techniques[selection.technique]
    holds = frozenset(risk.hold for risk in analysis.risks_of(selection) if risk.current)
    return [each.code for each in lower_ways(technique, tuple(techniques.values()), holds)] if holds else []
