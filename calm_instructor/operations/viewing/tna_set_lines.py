"""What is said beneath the set of a TNA: what is uncovered or too much, the practice, the last set beside it (R4 to R6, R38, R39)."""

from collections.abc import Iterator, Sequence

from calm_instructor.domain.course import Course, CourseState, practice_seconds_each
from calm_instructor.domain.justification import over_taught, uncovered
from calm_instructor.domain.needs import NeedsAnalysis, Selection, Tna, resting_on_ended
from calm_instructor.domain.numbers import PUBLISHED_EXAMPLE_SECONDS, Numbers
from calm_instructor.messages.showing import listed
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import plan
from calm_instructor.messages.window import tna_set as words
from calm_instructor.operations.analysing import analysis_of
from calm_instructor.operations.choosing import way_to_cover
from calm_instructor.operations.limiting import set_of
from calm_instructor.operations.planning import blocks_of, sessions_of
from calm_instructor.operations.viewing.picking import Act, Against, SetLine
from calm_instructor.operations.viewing.tna_set_rows import Techniques, lower_codes
from calm_instructor.store.reading import Reading


def lines(analysis: NeedsAnalysis, techniques: Techniques, numbers: Numbers) -> Iterator[SetLine]:
    """R4, R6, R38, R39: what is open or too much, what stops first, each with the act that mends it."""
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
        lower = (
            lower_codes(analysis, selection, techniques) if known and not selection.higher_tier_reason.strip() else []
        )
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


def practice(view: Reading, analysis: NeedsAnalysis, numbers: Numbers) -> Iterator[SetLine]:
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


def against(view: Reading, analysis: NeedsAnalysis) -> Against | None:
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
