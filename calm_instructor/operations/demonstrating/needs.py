"""The TNA of a demonstration: risks from the counts, the end of those not met any more, one technique for each that stands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from calm_instructor.domain.errors import Objection, Weight
from calm_instructor.domain.ids import TnaId
from calm_instructor.domain.needs import Authorisation, Manner, Risk, Severity, Tna
from calm_instructor.domain.numbering import next_number
from calm_instructor.domain.numbers import Numbers
from calm_instructor.exchange.reading.shipped import holds
from calm_instructor.messages import demonstration as words
from calm_instructor.messages.showing import day as shown_day
from calm_instructor.operations.analysing import (
    analysis_of,
    answer_need,
    catalogue_in_force,
    choose,
    draft_tna,
    end_risk,
    leave_out,
    list_risk,
    risks_proposed_as_ended,
)
from calm_instructor.operations.auditing import audit_of
from calm_instructor.operations.authorising import authorise, objections_to_authorising
from calm_instructor.operations.demonstrating.material import Material
from calm_instructor.operations.desk import Desk
from calm_instructor.operations.proposing import (
    left_out_reasons,
    lowest,
    proposed_choice,
    proposed_groups,
    proposed_note_answer,
    proposed_severity,
)


@dataclass(frozen=True, kw_only=True)
class _Draft:
    desk: Desk
    material: Material
    tna: Tna
    numbers: Numbers


def make_tna(desk: Desk, material: Material, instructor_no: str, numbers: Numbers, new_id: TnaId) -> TnaId:
    """Draft, fill, answer and authorise the TNA; gives its id. Nothing is chosen for a risk that has ended."""
    tna = _tna(material, instructor_no, numbers, new_id)
    desk.do(draft_tna, tna)
    draft = _Draft(desk=desk, material=material, tna=tna, numbers=numbers)
    for hold in tna.audit.holds():
        desk.do(
            list_risk,
            tna.id,
            hold,
            holds()[hold].name,
            situation=material.example.holds[hold].situation,
            severity=proposed_severity(hold),
        )
    _accept_ended(draft)
    chosen = _choose(draft)
    _leave_out(draft)
    need = bool(chosen)
    current = [risk for risk in _risks(draft) if risk.current]
    reason = material.service.need_reason.format(holds=len(current), techniques=len(chosen))
    desk.do(answer_need, tna.id, need, reason if need else words.no_need(numbers.incident_window_months))
    _authorise(draft, chosen)
    return tna.id


def _tna(material: Material, instructor_no: str, numbers: Numbers, new_id: TnaId) -> Tna:
    service = material.service
    return Tna(
        id=new_id,
        ref=service.tna_ref or next_number("TNA", instructor_no, material.today.year, ()),
        revision_no=1,
        service=service.service,
        setting=service.setting,
        sites=service.sites,
        drawn_up_on=material.today,
        risk_assessment_ref=service.risk_assessment_ref,
        audit=audit_of(
            material.log, material.today, numbers, ref=service.audit_ref, compared_with=service.compared_with
        ),
        factors=service.factors,
        staff_groups=proposed_groups(service.people),
        primary_prevention=service.primary_prevention,
        secondary_prevention=service.secondary_prevention,
        tertiary_prevention=service.tertiary_prevention,
        recovery=service.recovery,
        plan_ref=service.plan_ref,
        life_support=service.life_support,
    )


def _risks(draft: _Draft) -> Sequence[Risk]:
    with draft.desk.store.reading() as reading:
        return analysis_of(reading, draft.tna.id).risks


def _accept_ended(draft: _Draft) -> None:
    months = draft.numbers.ended_after_months
    with draft.desk.store.reading() as reading:
        proposed = risks_proposed_as_ended(reading, draft.tna.id, draft.material.today, months)
    for risk in proposed:
        last = shown_day(risk.last_seen) if risk.last_seen else ""
        draft.desk.do(end_risk, risk.id, draft.material.service.ended_reason.format(months=months, last=last))


def _choose(draft: _Draft) -> tuple[str, ...]:
    """The lowest technique for each current risk, as many as need no reason (R4), in teaching order.

    Where there are more, the most severe come first, and of those the most frequent.
    """
    with draft.desk.store.reading() as reading:
        catalogue = catalogue_in_force(reading)
    grades = tuple(Severity)
    standing = sorted((risk for risk in _risks(draft) if risk.current), key=lambda risk: -grades.index(risk.severity))
    current = standing[: draft.numbers.techniques_warn_above]
    fitting = [(risk, technique) for risk in current if (technique := lowest(risk.hold, catalogue)) is not None]
    chosen = []
    for risk, technique in sorted(fitting, key=lambda pair: pair[1].position):
        choice = proposed_choice(technique, [risk])
        answer = proposed_note_answer(technique)
        if answer is not None:
            choice = replace(choice, note_answer=answer[0], note_answer_text=answer[1])
        draft.desk.do(choose, draft.tna.id, choice)
        chosen.append(technique.code)
    return tuple(chosen)


def _leave_out(draft: _Draft) -> None:
    with draft.desk.store.reading() as reading:
        analysis, catalogue = analysis_of(reading, draft.tna.id), catalogue_in_force(reading)
    reasons = left_out_reasons(analysis, catalogue, draft.numbers)
    draft.desk.do(leave_out, draft.tna.id, reasons)


def _authorise(draft: _Draft, chosen: Sequence[str]) -> None:
    authoriser = draft.material.example.authoriser
    with draft.desk.store.reading() as reading:
        asked = objections_to_authorising(reading, draft.tna.id, draft.material.today)
    draft.desk.do(
        authorise,
        draft.tna.id,
        Authorisation(
            name=authoriser.name,
            role=authoriser.role,
            on=draft.material.today,
            manner=Manner.SCREEN,
            signed_at=draft.desk.clock(),
        ),
        confirms=chosen,
        reasons=reasons_for(asked),
    )


def reasons_for(asked: Sequence[Objection]) -> dict[str, str]:
    """A reason for every warning, so that it stands on record as an override (R51)."""
    return {each.code: words.accepted_for_demonstration() for each in asked if each.weight is Weight.WARN}
