"""The limited set of a course: agreed by one act, pinned to the catalogue, frozen by the first mark (R2 to R8).

How an agreed one changes stands in ``varying``, how a course takes a newer revision on in ``taking_on``.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from calm_instructor.domain.course import Course, CourseTechnique, Instructor
from calm_instructor.domain.errors import Objection, Refused, block
from calm_instructor.domain.generic import coaching_points_objections
from calm_instructor.domain.ids import CourseId, CourseTechniqueId
from calm_instructor.domain.limited_set import as_taught, set_objections, standing
from calm_instructor.domain.needs import NeedsAnalysis, Selection
from calm_instructor.domain.observing import open_objections
from calm_instructor.domain.technique import Catalogue, Technique
from calm_instructor.operations.analysing import analysis_of, catalogue_in_force, hold_names
from calm_instructor.operations.wish import NO_REASONS, Act, numbers_of, wish
from calm_instructor.store.reading import Reading


def set_of(view: Reading, course: CourseId) -> tuple[CourseTechnique, ...]:
    """The course's set as it stands, in teaching order; empty until it is agreed."""
    return standing(ever_in_set(view, course))


def ever_in_set(view: Reading, course: CourseId) -> tuple[CourseTechnique, ...]:
    """Everything that was in the course's set since it was agreed, those taken out too: marks name them (R7)."""
    return view.all(CourseTechnique, course=course)


def set_as_chosen(
    course: Course, analysis: NeedsAnalysis, techniques: Mapping[str, Technique], catalogue: Catalogue
) -> tuple[CourseTechnique, ...]:
    """What the course teaches of the TNA's choice as it would be pinned now, under ids that stand in until it is.

    What the catalogue hasn't is left out.
    """
    taught = [each for each in as_taught(analysis, course).chosen if each.technique in techniques]
    return tuple(
        pinned(CourseTechniqueId(each.id), course.id, position, each, techniques[each.technique], catalogue)
        for position, each in enumerate(taught, start=1)
    )


def asked_of_set(view: Reading, course: Course, on: date) -> tuple[Objection, ...]:
    """R7: what agreeing the course's set as it would be pinned now is asked on a day, the GENERIC list's reference too (R25)."""
    analysis, techniques = analysis_of(view, course.tna), catalogue_in_force(view)
    lead = view.get(Instructor, course.lead).name
    return tuple(set_objections(course, analysis, techniques, lead, on, numbers_of(view), hold_names()))


@wish("set.agreed", "techniques", "courses", undoable=False)
def agree_set(act: Act, course: CourseId, *, reasons: Mapping[str, str] = NO_REASONS) -> tuple[CourseTechnique, ...]:
    """R7: agree what the course teaches of the TNA's choice as its set, copied with names, tiers and version as in force."""
    current = act.work.get(Course, course)
    act.refuse(open_objections(current))
    if current.set_agreed_at is not None:
        raise Refused([block("R7.agreed_already", current.ref, at=current.set_agreed_at)])
    act.settle(asked_of_set(act.work, current, act.today), reasons, course=course)
    catalogue = act.work.all(Catalogue)[-1]
    agreed = tuple(
        replace(each, id=CourseTechniqueId(act.new_id()))
        for each in set_as_chosen(current, analysis_of(act.work, current.tna), catalogue_in_force(act.work), catalogue)
    )
    act.refuse(coaching_points_objections(current, act.organisation, agreed))
    act.work.put_all(agreed)
    act.work.put(replace(current, set_agreed_at=act.at, set_agreed_by=act.by, catalogue=catalogue.id))
    act.say(who=current.ref, count=len(agreed))
    return agreed


def pinned(
    new_id: CourseTechniqueId,
    course: CourseId,
    position: int,
    selection: Selection,
    technique: Technique,
    catalogue: Catalogue,
) -> CourseTechnique:
    """A technique of the choice with names, tier and version copied from the catalogue."""
    return CourseTechnique(
        id=new_id,
        course=course,
        technique=technique.id,
        position=position,
        code=technique.code,
        name=technique.name,
        hold_text=technique.hold_text,
        tier=technique.tier,
        persons=technique.persons,
        catalogue_version=catalogue.version,
        generic=catalogue.generic,
        risks=selection.risks,
        reason=selection.why_this_one,
    )
