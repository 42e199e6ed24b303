"""Closed loop (R38): which risks the counts propose as ended at this moment, and a person who keeps one as current all the same.

What is kept is a warning gone past: an override of the TNA with its reason, printed on its sheet (R51). In a draft it holds for
the very counts it was said of, and newer ones propose anew. What is signed has no newer counts: rule and subject are enough there,
whatever the words were.
"""

from collections.abc import Iterable
from datetime import date

from calm_instructor.domain.audit_trend import ended_proposals
from calm_instructor.domain.carried import carried_risk
from calm_instructor.domain.course import Override
from calm_instructor.domain.errors import Objection
from calm_instructor.domain.ids import RiskId
from calm_instructor.domain.needs import NeedsAnalysis, Risk, Tna, TnaState
from calm_instructor.messages import sentence
from calm_instructor.operations.analysing import analysis_of, draft_of, look_at_again
from calm_instructor.operations.wish import Act, wish
from calm_instructor.store.reading import Reading


def proposed_to_end(view: Reading, analysis: NeedsAnalysis, today: date, months: int) -> tuple[Risk, ...]:
    """R38: current risks proposed as ended that nobody has kept since, with a reason."""
    kept = view.all(Override, tna=analysis.tna.id)
    return tuple(
        risk for risk, no in ended_proposals(analysis, today, months) if _reason(kept, no, analysis.tna) is None
    )


def unanswered_proposals(view: Reading, analysis: NeedsAnalysis, today: date, months: int) -> tuple[Objection, ...]:
    """R38: what is said of each risk that is proposed as ended and was neither ended nor kept with a reason."""
    kept = view.all(Override, tna=analysis.tna.id)
    return tuple(
        no for _risk, no in ended_proposals(analysis, today, months) if _reason(kept, no, analysis.tna) is None
    )


def kept_because(view: Reading, analysis: NeedsAnalysis, today: date, months: int) -> dict[RiskId, str]:
    """Why a risk that would be proposed as ended is kept as current."""
    kept = view.all(Override, tna=analysis.tna.id)
    reasons = {risk.id: _reason(kept, no, analysis.tna) for risk, no in ended_proposals(analysis, today, months)}
    return {risk: reason for risk, reason in reasons.items() if reason is not None}


@wish("risk.kept", "needs")
def keep_as_current(act: Act, risk: RiskId, reason: str) -> Risk:
    """R38: a risk that is proposed as ended stays current, because of a reason. Refused without one."""
    kept = act.work.get(Risk, risk)
    draft = look_at_again(act, draft_of(act, kept.tna), carried_risk(kept.number))
    proposals = dict(
        _by_id(ended_proposals(analysis_of(act.work, draft.id), act.today, act.numbers.ended_after_months))
    )
    if (no := proposals.get(risk)) is not None:
        of_others = {sentence(other) for each, other in proposals.items() if each != risk}
        for before in act.work.all(Override, tna=draft.id):
            if (before.code, before.subject) == (no.code, no.who) and before.sentence not in of_others:
                act.work.remove(before)
        act.settle([no], {no.code: reason}, tna=draft.id)
    act.say(number=kept.number)
    return kept


def _by_id(proposals: Iterable[tuple[Risk, Objection]]) -> Iterable[tuple[RiskId, Objection]]:
    return ((risk.id, no) for risk, no in proposals)


def _reason(kept: Iterable[Override], no: Objection, tna: Tna) -> str | None:
    is_draft = tna.state is TnaState.DRAFT
    return next(
        (
            each.reason
            for each in kept
            if (each.code, each.subject) == (no.code, no.who) and (not is_draft or each.sentence == sentence(no))
        ),
        None,
    )
