"""The set of a TNA as its picker shows it: which few answer the risks, why each, and why not the others (R3 to R6, R38, R39)."""

from collections.abc import Iterator, Mapping, Sequence

from calm_instructor.domain.carried import carried_technique, still_carried
from calm_instructor.domain.course import Course, CourseState, practice_seconds_each
from calm_instructor.domain.ids import TnaId
from calm_instructor.domain.justification import over_taught, reason_objections, uncovered
from calm_instructor.domain.limited_set import choosing_objections
from calm_instructor.domain.needs import NeedsAnalysis, Risk, Selection, Tna, TnaState, resting_on_ended
from calm_instructor.domain.numbers import PUBLISHED_EXAMPLE_SECONDS, Numbers
from calm_instructor.domain.technique import Catalogue, Technique, lower_ways
from calm_instructor.messages.showing import day, listed
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import authorising as carrying
from calm_instructor.messages.window import picker, plan
from calm_instructor.messages.window import tna_set as words
from calm_instructor.operations.analysing import analysis_of, catalogue_in_force
from calm_instructor.operations.choosing import way_to_cover
from calm_instructor.operations.limiting import set_of
from calm_instructor.operations.planning import blocks_of, sessions_of
from calm_instructor.operations.viewing.picking import Act, Against, Offered, Picking, SetLine, Standing, Taken
from calm_instructor.operations.wish import numbers_of
from calm_instructor.store.reading import Reading

Techniques = Mapping[str, Technique]


def tna_set(view: Reading, tna: TnaId) -> Picking:
    """What the picker of a TNA shows."""
    analysis, techniques, numbers = analysis_of(view, tna), catalogue_in_force(view), numbers_of(view)
    catalogues = view.all(Catalogue)
    is_draft = analysis.tna.state is TnaState.DRAFT
    return Picking(
        offered=tuple(offered(analysis, techniques)),
        taken=tuple(taken(analysis, techniques)),
        lines=(*(_lines(analysis, techniques, numbers) if is_draft else ()), *_practice(view, analysis, numbers)),
        against=_against(view, analysis),
        limit=numbers.techniques_warn_above,
        never=numbers.techniques_never_above,
        catalogue_words=_catalogue_words(catalogues, len(techniques)),
        generic=any(each.generic for each in catalogues[-1:]),
        foot=_foot(analysis, techniques),
        may_change=is_draft,
    )


def _catalogue_words(catalogues: Sequence[Catalogue], count: int) -> str:
    if not catalogues:
        return ""
    return _(picker.CATALOGUE_COUNT).format(techniques=picker.techniques(count), version=catalogues[-1].version)


# ── the two lists ───────────────────────────────────────────────────────────────────────────────────────────────────


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
                said.append(_(words.OWES_LOWER).format(codes=listed(_lower(analysis, selection, techniques))))
            case "R45.not_answered":
                said.append(_(words.OWES_NOTE))
            case "R45.left_out_but_chosen":
                said.append(_(words.OWES_NOTE_OUT))
    return tuple(said)


def _unanswered(selection: Selection) -> str:
    tried, why = selection.tried_without_touch.strip(), selection.why_this_one.strip()
    return words.OWES_WHY if tried else words.OWES_TRIED if why else words.OWES_BOTH


def _lower(analysis: NeedsAnalysis, selection: Selection, techniques: Techniques) -> list[str]:
    technique = techniques[selection.technique]
    holds = frozenset(risk.hold for risk in analysis.risks_of(selection) if risk.current)
    return [each.code for each in lower_ways(technique, tuple(techniques.values()), holds)] if holds else []


# ── what is said beneath ────────────────────────────────────────────────────────────────────────────────────────────


def _lines(analysis: NeedsAnalysis, techniques: Techniques, numbers: Numbers) -> Iterator[SetLine]:
    count, limit, never = len(analysis.chosen), numbers.techniques_warn_above, numbers.techniques_never_above
    if count > never:
        yield SetLine(tone="stop", sentence=_(words.NEVER).format(count=count, limit=never))
    yield from _not_covered(analysis, techniques)
    ended = resting_on_ended(analysis)
    for selection in ended:
        yield _proposed_for_removal(
            selection.technique,
            _(words.RESTS_ON_ENDED).format(
                code=selection.technique, risks=words.risks([risk.number for risk in analysis.risks_of(selection)])
            ),
        )
    for selection in over_taught(analysis, techniques):
        others = listed(_answering_before(analysis, selection))
        told = _(words.OVER_TAUGHT).format(code=selection.technique, others=others)
        yield _proposed_for_removal(selection.technique, told)
    for selection in analysis.chosen:
        known = selection.technique in techniques
        lower = _lower(analysis, selection, techniques) if known and not selection.higher_tier_reason.strip() else []
        if lower:
            yield SetLine(
                tone="warn",
                sentence=_(words.LOWER_WAY).format(code=selection.technique, lower=listed(lower)),
                act=Act.SAY_WHY,
                of=selection.technique,
                button=_(words.SAY_WHY),
            )
    if limit < count <= never:
        yield SetLine(tone="warn", sentence=_(words.MANY).format(count=count, limit=limit))
    if analysis.chosen and analysis.current_risks and not uncovered(analysis):
        yield SetLine(tone="ok", sentence=_(words.ALL_COVERED))


def _not_covered(analysis: NeedsAnalysis, techniques: Techniques) -> Iterator[SetLine]:
    """R6, R39: each current risk that nothing answers, with the lowest way to meet it."""
    chosen = {each.technique for each in analysis.chosen}
    for risk in uncovered(analysis) if analysis.tna.need is not False else ():
        told = _(words.NOT_COVERED).format(number=risk.number, hold=risk.hold_name)
        way = way_to_cover(analysis, risk, techniques)
        if way is None:
            yield SetLine(tone="warn", sentence=f"{told} {_(words.NOTHING_MEETS)}")
            continue
        would = words.IN_SET_WOULD_MEET if way.code in chosen else words.WOULD_MEET
        yield SetLine(
            tone="warn",
            sentence=f"{told} {_(would).format(code=way.code)}",
            act=Act.COVER,
            of=str(risk.number),
            button=_(words.COVER).format(number=risk.number),
        )


def _proposed_for_removal(code: str, told: str) -> SetLine:
    return SetLine(tone="warn", sentence=told, act=Act.TAKE_OUT, of=code, button=_(words.TAKE_OUT).format(code=code))


def _answering_before(analysis: NeedsAnalysis, selection: Selection) -> list[str]:
    """R6: techniques taught before this one that answer its current risks already."""
    current = {risk.id for risk in analysis.risks_of(selection) if risk.current}
    order = analysis.chosen
    return [each.technique for each in order[: order.index(selection)] if current & set(each.risks)]


def _foot(analysis: NeedsAnalysis, techniques: Techniques) -> str:
    """R46: the tier of the set is its highest; R3: how many words wait to be confirmed."""
    tiers = [techniques[each.technique].tier for each in analysis.chosen if each.technique in techniques]
    highest = _(words.HIGHEST_TIER).format(tier=_(picker.TIERS[max(tiers).value]).lower()) if tiers else ""
    waiting = sum(1 for each in analysis.chosen if each.proposed) if analysis.tna.state is TnaState.DRAFT else 0
    return " ".join(each for each in (highest, words.still_proposed(waiting) if waiting else "") if each)


def _practice(view: Reading, analysis: NeedsAnalysis, numbers: Numbers) -> Iterator[SetLine]:
    """R5: practice per technique in each course that has a plan and rests on this TNA, or on the one it replaces."""
    tna = analysis.tna
    bases = [each for each in (tna.id, tna.supersedes) if each is not None]
    courses = [course for base in bases for course in view.all(Course, tna=base)]
    for course in courses:
        if course.state in {CourseState.CANCELLED, CourseState.CLOSED}:
            continue
        blocks = [block for session in sessions_of(view, course.id) for block in blocks_of(view, session)]
        seconds = practice_seconds_each(blocks, len(analysis.chosen)) if blocks else None
        if not seconds:
            continue
        yield SetLine(
            tone="warn" if seconds < numbers.practice_floor_minutes * 60 else "info",
            sentence=_(words.PRACTICE).format(
                time=plan.spoken(seconds),
                course=course.ref,
                floor=numbers.practice_floor_minutes,
                example=plan.spoken(PUBLISHED_EXAMPLE_SECONDS),
            ),
        )


# ── beside the last set ─────────────────────────────────────────────────────────────────────────────────────────────


def _against(view: Reading, analysis: NeedsAnalysis) -> Against | None:
    """What is new, gone and kept since the revision it replaces, or the last TNA or course of the same service."""
    tna = analysis.tna
    earlier = view.find(Tna, tna.supersedes) if tna.supersedes else _last_of(view, tna)
    if earlier is not None:
        before = [each.technique for each in analysis_of(view, earlier.id).chosen]
        return _beside(analysis, earlier.title, before)
    courses = [
        each
        for each in view.all(Course)
        if each.site in tna.sites and each.set_agreed_at is not None and each.tna != tna.id
    ]
    if not courses:
        return None
    last = max(courses, key=lambda each: (each.starts_on, each.ref))
    return _beside(analysis, last.ref, [each.code for each in set_of(view, last.id)])


def _last_of(view: Reading, tna: Tna) -> Tna | None:
    service = tna.service.casefold().strip()
    given = [
        (each.authorisation.on, each.revision_no, each)
        for each in view.all(Tna)
        if each.authorisation is not None and each.ref != tna.ref and each.service.casefold().strip() == service
        if tna.authorisation is None or each.authorisation.on <= tna.authorisation.on
    ]
    return max(given, key=lambda found: found[:2])[2] if given else None


def _beside(analysis: NeedsAnalysis, ref: str, before: Sequence[str]) -> Against:
    now = {each.technique: each for each in analysis.chosen}
    reasons = {each.technique: each.left_out_reason for each in analysis.left_out}
    added = [
        _(words.FOR_RISKS).format(code=code, risks=words.risks([risk.number for risk in analysis.risks_of(each)]))
        if each.risks
        else code
        for code, each in now.items()
        if code not in before
    ]
    gone = [
        _(words.BECAUSE).format(code=code, reason=reasons[code])
        if reasons.get(code)
        else _(words.REASON_TO_GIVE).format(code=code)
        for code in before
        if code not in now
    ]
    return Against(
        ref=ref,
        lines=(
            (_(words.ADDED), "; ".join(added) or _(words.NOTHING)),
            (_(words.GONE), "; ".join(gone) or _(words.NOTHING)),
            (_(words.KEPT), words.kept(sum(1 for code in now if code in before))),
        ),
    )
