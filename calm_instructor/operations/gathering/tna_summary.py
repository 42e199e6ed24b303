"""The TNA summary: risks, choice and reasons for the authoriser to read, and the counts they rest on."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from calm_instructor.domain.audit_trend import YEAR, Going, compared, going
from calm_instructor.domain.course import Override
from calm_instructor.domain.errors import Refused
from calm_instructor.domain.ids import TnaId
from calm_instructor.domain.justification import need_objections, uncovered
from calm_instructor.domain.needs import Audit, NeedsAnalysis, NoteAnswer, Risk, Selection, Tna
from calm_instructor.domain.numbers import Numbers, add_months
from calm_instructor.domain.people import Organisation
from calm_instructor.domain.technique import Catalogue, Technique
from calm_instructor.exchange.paper import facts
from calm_instructor.exchange.paper import tna_summary as paper
from calm_instructor.exchange.reading.shipped import holds as shipped_holds
from calm_instructor.messages import gathering as words
from calm_instructor.messages.labels import label
from calm_instructor.operations.analysing import analysis_of, catalogue_in_force
from calm_instructor.operations.ending import proposed_to_end
from calm_instructor.operations.gathering.course_facts import overrides_of, unissued
from calm_instructor.operations.gathering.signatures import authoriser_signature
from calm_instructor.store.reading import Reading


def gather_tna_summary(view: Reading, tna: TnaId, at: datetime) -> paper.TnaSummary:
    """The summary of one revision. Raises Refused (R40) while the question of need is open: its answer is the heading.

    What is proposed as ended (R38) is judged on the day the TNA was drawn up, so that the paper of a revision stays the same.
    """
    analysis = analysis_of(view, tna)
    objections = [each for each in need_objections(analysis) if each.code == "R40.not_answered"]
    if objections:
        raise Refused(objections)
    return _summary(view, analysis, at)


def _summary(view: Reading, analysis: NeedsAnalysis, at: datetime) -> paper.TnaSummary:
    tna, organisation = analysis.tna, view.all(Organisation)[0]
    catalogues, techniques = view.all(Catalogue), catalogue_in_force(view)
    earlier = analysis_of(view, tna.supersedes) if tna.supersedes is not None else None
    months = _months(tna)
    return paper.TnaSummary(
        imprint=unissued(
            organisation,
            tna.ref,
            tna.id,
            at,
            generic=bool(catalogues) and catalogues[-1].generic,
            practice=view.practice,
            revision=tna.revision_no,
        ),
        service=tna.service,
        setting=tna.setting,
        day=tna.drawn_up_on,
        review_due=tna.review_due,
        first_month=months[0],
        last_month=months[-1],
        needed=bool(tna.need),
        why=tna.need_reason,
        risks=_risks(view, analysis, techniques, organisation.numbers, months),
        holds=_holds(analysis, months, earlier),
        left_out=tuple(
            paper.LeftOut(technique=_named(each, techniques), why=each.left_out_reason) for each in analysis.left_out
        ),
        notes=_notes(analysis, techniques),
        staff_groups=tuple(
            paper.StaffGroup(name=each.name, people=each.people, exposure=each.exposure, need=label(each.need))
            for each in tna.staff_groups
        ),
        prevention=(
            (paper.Part.PRIMARY, tna.primary_prevention),
            (paper.Part.SECONDARY, tna.secondary_prevention),
            (paper.Part.TERTIARY, tna.tertiary_prevention),
            (paper.Part.RECOVERY, tna.recovery),
        ),
        sources=words.sources(tna),
        authoriser=authoriser_signature(tna.authorisation),
        limit=organisation.numbers.techniques_warn_above,
        replaces=earlier.tna.revision_no if earlier else None,
        compared=_compared(earlier, analysis) if earlier else None,
        uncovered=tuple(risk.number for risk in uncovered(analysis)) if tna.need else (),
        factors=tna.factors,
        last_day=_last_day(tna),
        overrides=overrides_of(view.all(Override, tna=tna.id), (tna.title,)),
    )


# ── risks and what answers them ─────────────────────────────────────────────────────────────────────────────────────


def _risks(
    view: Reading,
    analysis: NeedsAnalysis,
    techniques: Mapping[str, Technique],
    numbers: Numbers,
    months: Sequence[date],
) -> tuple[paper.Risk, ...]:
    tna = analysis.tna
    proposed = proposed_to_end(view, analysis, tna.drawn_up_on, numbers.ended_after_months)
    return tuple(
        paper.Risk(
            number=risk.number,
            hold=risk.hold_name,
            situation=risk.situation,
            count=risk.incidents,
            severity=words.in_line(risk.severity),
            chosen=tuple(_chosen(each, techniques) for each in analysis.chosen if risk.id in each.risks),
            ended_on=None if risk.current else risk.ended_on,
            proposed_as_ended=risk in proposed,
            trend=words.trend(direction(_monthly(risk.hold, tna.audit, months))) if risk.incidents else "",
        )
        for risk in analysis.risks
    )


def _chosen(selection: Selection, techniques: Mapping[str, Technique]) -> paper.Chosen:
    known = techniques.get(selection.technique)
    return paper.Chosen(
        technique=_named(selection, techniques),
        tier=words.in_line(known.tier) if known else "",
        tried_without_touch=selection.tried_without_touch,
        why=selection.why_this_one,
        instead_of_lower=selection.higher_tier_reason,
    )


def _named(selection: Selection, techniques: Mapping[str, Technique]) -> facts.Technique:
    known = techniques.get(selection.technique)
    if known is None:
        return facts.Technique(code=selection.technique, name="")
    return facts.Technique(code=known.code, name=known.name, addresses=known.hold_text, family=known.family)


def _notes(analysis: NeedsAnalysis, techniques: Mapping[str, Technique]) -> tuple[paper.NoteAnswered, ...]:
    return tuple(
        paper.NoteAnswered(
            technique=_named(each, techniques),
            note=techniques[each.technique].elevated_risk_note if each.technique in techniques else "",
            answer=paper.NoteAnswer[each.note_answer.name],
            because=each.note_answer_text,
        )
        for each in (*analysis.chosen, *analysis.left_out)
        if each.note_answer is not None and (each.chosen or each.note_answer is NoteAnswer.LEFT_OUT)
    )


def _compared(earlier: NeedsAnalysis, now: NeedsAnalysis) -> paper.Compared:
    standing = {risk.hold for risk in earlier.current_risks}
    beside = compared(now.tna.audit, earlier.tna.audit)
    before = [each.technique for each in earlier.chosen]
    after = [each.technique for each in now.chosen]
    return paper.Compared(
        revision=earlier.tna.revision_no,
        removed=tuple(code for code in before if code not in after),
        added=tuple(code for code in after if code not in before),
        unchanged=sum(1 for code in after if code in before),
        months=beside.months if beside is not None else YEAR,
        ended=tuple(risk.number for risk in now.risks if not risk.current and (risk.hold in standing)),
        new=tuple(risk.number for risk in now.current_risks if risk.hold not in standing),
    )


# ── counts ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _months(tna: Tna) -> tuple[date, ...]:
    """Every month of the audit's period by its first day, oldest first; the TNA's own month where nothing was counted."""
    counted = [entry.month for entry in tna.audit.counts]
    first = (tna.audit.from_day or min(counted, default=tna.drawn_up_on)).replace(day=1)
    last = (tna.audit.to_day or max(counted, default=tna.drawn_up_on)).replace(day=1)
    length = (last.year - first.year) * 12 + last.month - first.month + 1
    return tuple(add_months(first, index) for index in range(max(length, 1)))


def _last_day(tna: Tna) -> date | None:
    last = tna.audit.to_day
    return last if last is not None and last.day < monthrange(last.year, last.month)[1] else None


def _holds(
    analysis: NeedsAnalysis, months: Sequence[date], earlier: NeedsAnalysis | None
) -> tuple[paper.HoldCounted, ...]:
    """R6: every hold counted and every hold carried as a risk, in the order of the risks; those not carried come last."""
    carried = list(dict.fromkeys(risk.hold for risk in analysis.risks))
    others = [hold for hold in analysis.tna.audit.holds() if hold not in carried]
    return tuple(_hold(hold, analysis, months, earlier) for hold in (*carried, *others))


def _hold(
    hold: str, analysis: NeedsAnalysis, months: Sequence[date], earlier: NeedsAnalysis | None
) -> paper.HoldCounted:
    monthly = _monthly(hold, analysis.tna.audit, months)
    risks = [risk for risk in analysis.risks if risk.hold == hold]
    return paper.HoldCounted(
        hold=_hold_name(hold, risks),
        monthly=monthly,
        risks=tuple(risk.number for risk in risks),
        trend=words.trend(direction(monthly)),
        not_carried=next((each.reason for each in analysis.tna.not_carried if each.hold == hold), ""),
        then=_then(hold, analysis.tna, earlier),
    )


def _monthly(hold: str, audit: Audit, months: Sequence[date]) -> tuple[int, ...]:
    by_month = dict.fromkeys(months, 0)
    for entry in audit.counts:
        if entry.hold == hold:
            by_month[entry.month.replace(day=1)] = by_month.get(entry.month.replace(day=1), 0) + entry.count
    return tuple(by_month[month] for month in months)


def _then(hold: str, tna: Tna, earlier: NeedsAnalysis | None) -> int | None:
    """R38: the last months of the audit before; None where there is none, or the counts are the same still."""
    if earlier is None or earlier.tna.audit.counts == tna.audit.counts:
        return None
    beside = compared(tna.audit, earlier.tna.audit)
    return beside.then.get(hold, 0) if beside is not None else None


def _hold_name(hold: str, risks: Sequence[Risk]) -> str:
    if risks:
        return risks[0].hold_name
    known = shipped_holds().get(hold)
    return known.name if known else hold


def direction(monthly: Sequence[int]) -> int:
    """Where counts are going: -1 falling, 0 level, 1 rising.

    The last twelve months are compared with the twelve before (with fewer than 24 months, the later half with the earlier).
    Level is a change of fewer than three, or of less than a quarter of the earlier count.
    """
    span = min(YEAR, len(monthly) // 2)
    if not span:
        return 0
    which = going(sum(monthly[-2 * span : -span]), sum(monthly[-span:]))
    return {Going.FALLING: -1, Going.LEVEL: 0, Going.RISING: 1}[which]
