"""A TNA that begins with an earlier one: the next revision of it, or one of its own for this or another service.

Everything that was said is copied into a draft and asked again (R8); what was signed stays as it was signed.
"""

from dataclasses import replace

from calm_instructor.domain.carried import carried_from
from calm_instructor.domain.errors import Refused, block
from calm_instructor.domain.ids import RiskId, SelectionId, TnaId
from calm_instructor.domain.needs import Audit, NeedsAnalysis, Tna, TnaState
from calm_instructor.operations.analysing import analysis_of
from calm_instructor.operations.wish import Act, wish
from calm_instructor.store.reading import Reading


def revision_begun(view: Reading, tna: TnaId) -> Tna | None:
    """The draft that is to replace this revision; None where none has been begun."""
    return next((each for each in view.all(Tna, supersedes=tna) if each.state is TnaState.DRAFT), None)


@wish("tna.revised", "needs")
def revise(act: Act, tna: TnaId) -> Tna:
    """Begin the next revision of an authorised TNA: texts, counts, risks and choices as they stand, to be looked at again.

    Refused (R43) for a draft, for a revision that has been replaced, and where the next one has been begun already.
    """
    analysis = analysis_of(act.work, tna)
    signed = analysis.tna
    if signed.state is TnaState.SUPERSEDED:
        raise Refused([block("R43.superseded", signed.title)])
    begun = revision_begun(act.work, tna)
    if signed.state is TnaState.DRAFT or begun is not None:
        raise Refused([block("R43.still_a_draft", (begun or signed).title)])
    draft = replace(
        signed,
        id=TnaId(act.new_id()),
        revision_no=signed.revision_no + 1,
        drawn_up_on=act.today,
        supersedes=signed.id,
        state=TnaState.DRAFT,
        authorisation=None,
        review_due=None,
        carried=carried_from(analysis),
    )
    act.work.put(draft)
    _copy_risks_and_choices(act, analysis, draft)
    act.say(who=draft.title)
    return draft


@wish("tna.begun_from", "needs")
def begin_from(act: Act, earlier: TnaId, new_id: TnaId, ref: str, service: str) -> Tna:
    """Begin a TNA of its own with what an earlier one says, whatever became of that; asked again piece by piece (R8).

    For another service its counts, sites, references and the answer of need stay behind, and the words of its choices are
    proposals (R3). The last TNA in force of the same service is revised instead: see ``revise``.
    """
    analysis = analysis_of(act.work, earlier)
    same = analysis.tna.service.strip().casefold() == service.strip().casefold()
    said = analysis if same else _for_another_service(analysis)
    draft = replace(
        said.tna,
        id=new_id,
        ref=ref,
        revision_no=1,
        service=service.strip(),
        drawn_up_on=act.today,
        supersedes=None,
        state=TnaState.DRAFT,
        authorisation=None,
        review_due=None,
        carried=carried_from(said),
    )
    act.work.put(draft)
    _copy_risks_and_choices(act, said, draft)
    act.say(who=draft.title)
    return draft


def _for_another_service(analysis: NeedsAnalysis) -> NeedsAnalysis:
    """What can be said of more than one service: setting, factors, groups, prevention, holds met, and why a technique."""
    tna = replace(
        analysis.tna,
        sites=(),
        risk_assessment_ref="",
        plan_ref="",
        life_support="",
        audit=Audit(),
        not_carried=(),
        need=None,
        need_reason="",
        staff_groups=tuple(replace(group, people=None) for group in analysis.tna.staff_groups),
    )
    return NeedsAnalysis(
        tna=tna,
        risks=tuple(replace(risk, incidents=0, last_seen=None) for risk in analysis.current_risks),
        selections=tuple(replace(each, proposed=each.chosen) for each in analysis.selections),
    )


def _copy_risks_and_choices(act: Act, analysis: NeedsAnalysis, draft: Tna) -> None:
    new = {risk.id: RiskId(act.new_id()) for risk in analysis.risks}
    act.work.put_all([replace(risk, id=new[risk.id], tna=draft.id) for risk in analysis.risks])
    act.work.put_all(
        [
            replace(
                each,
                id=SelectionId(act.new_id()),
                tna=draft.id,
                risks=tuple(new[risk] for risk in each.risks if risk in new),
            )
            for each in analysis.selections
        ]
    )
