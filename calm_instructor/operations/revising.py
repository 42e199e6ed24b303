"""A new revision of a TNA: everything that was said is copied into a draft, and what was signed stays as it was signed."""

from dataclasses import replace

from calm_instructor.domain.errors import Refused, block
from calm_instructor.domain.ids import RiskId, SelectionId, TnaId
from calm_instructor.domain.needs import Tna, TnaState
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
    )
    act.work.put(draft)
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
    act.say(who=draft.title)
    return draft
