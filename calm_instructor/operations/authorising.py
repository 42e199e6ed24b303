"""A TNA is authorised: what stands before it, and the signature that freezes the revision (R43)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from calm_instructor.domain.carried import carried_objections
from calm_instructor.domain.course import Course, CourseState, Instructor
from calm_instructor.domain.errors import Objection, block
from calm_instructor.domain.ids import TnaId
from calm_instructor.domain.justification import (
    authorising_objections,
    instructor_authoriser_objections,
    review_objections,
    signature_objections,
    signing_day_objections,
)
from calm_instructor.domain.narrative import narrative_objections
from calm_instructor.domain.needs import Authorisation, Selection, Tna, TnaState
from calm_instructor.domain.numbers import add_months
from calm_instructor.domain.people import Organisation
from calm_instructor.operations.analysing import analysis_of, catalogue_in_force, hold_names
from calm_instructor.operations.ending import unanswered_proposals
from calm_instructor.operations.wish import NO_REASONS, Act, numbers_of, wish
from calm_instructor.store.reading import Reading


def objections_to_authorising(view: Reading, tna: TnaId, today: date) -> tuple[Objection, ...]:
    """What authorising a draft would be asked today, but for the signature itself. What is proposed counts as open."""
    analysis, numbers = analysis_of(view, tna), numbers_of(view)
    earlier = view.get(Tna, analysis.tna.supersedes) if analysis.tna.supersedes else None
    gone = earlier is not None and earlier.state is TnaState.SUPERSEDED
    organisation = next(iter(view.all(Organisation)), None)
    return (
        *authorising_objections(analysis, catalogue_in_force(view), numbers, hold_names()),
        *narrative_objections(analysis, organisation.name if organisation else ""),
        *carried_objections(analysis, hold_names()),
        *unanswered_proposals(view, analysis, today, numbers.ended_after_months),
        *([block("R43.superseded", earlier.title)] if earlier is not None and gone else ()),
    )


def objections_to_authoriser(view: Reading, signed: Tna) -> tuple[Objection, ...]:
    """R43: what stands against the person who gives this authorisation: leads a course that rests on it, or is an instructor."""
    people = {each.id: each.name for each in view.all(Instructor)}
    leads = [people[each.lead] for each in view.all(Course, tna=signed.id) if each.state is not CourseState.CANCELLED]
    return tuple(instructor_authoriser_objections(signed, list(people.values()), leads))


@wish("tna.authorised", "needs", undoable=False)
def authorise(
    act: Act,
    tna: TnaId,
    authorisation: Authorisation,
    *,
    confirms: Sequence[str] = (),
    reasons: Mapping[str, str] = NO_REASONS,
) -> Tna:
    """R43: the authoriser confirms proposed texts (codes in ``confirms``) and signs; the revision is frozen by it."""
    for selection in act.work.all(Selection, tna=tna):
        if selection.proposed and selection.technique in confirms:
            act.work.put(replace(selection, proposed=False))
    analysis = analysis_of(act.work, tna)
    earlier = act.work.get(Tna, analysis.tna.supersedes) if analysis.tna.supersedes else None
    signed = replace(
        analysis.tna,
        state=TnaState.AUTHORISED,
        authorisation=authorisation,
        review_due=analysis.tna.review_due or add_months(authorisation.on, act.numbers.tna_valid_months),
        carried=(),
    )
    asked = [
        *objections_to_authorising(act.work, tna, act.today),
        *signature_objections(signed),
        *signing_day_objections(signed, act.today),
        *review_objections(signed, act.numbers),
        *objections_to_authoriser(act.work, signed),
    ]
    act.settle(asked, reasons, tna=tna)
    act.work.put(signed)
    if earlier is not None:
        act.work.put(replace(earlier, state=TnaState.SUPERSEDED))
    act.say(who=signed.title)
    return signed
