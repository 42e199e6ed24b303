"""The limited set of a course: agreed by one act, pinned to the catalogue, frozen by the first mark (R2 to R8)."""

from collections.abc import Mapping
from dataclasses import replace

from calm_instructor.domain.course import Course, CourseTechnique, Instructor
from calm_instructor.domain.errors import Refused, block
from calm_instructor.domain.ids import CourseId, CourseTechniqueId
from calm_instructor.domain.justification import agreeing_objections
from calm_instructor.domain.observing import open_objections
from calm_instructor.domain.technique import Catalogue
from calm_instructor.operations.analysing import analysis_of, catalogue_in_force
from calm_instructor.operations.wish import NO_REASONS, Act, wish
from calm_instructor.store.reading import Reading


def set_of(view: Reading, course: CourseId) -> tuple[CourseTechnique, ...]:
    """The course's set in teaching order; empty until it is agreed."""
    return tuple(sorted(view.all(CourseTechnique, course=course), key=lambda each: each.position))


@wish("set.agreed", "techniques", "courses", undoable=False)
def agree_set(act: Act, course: CourseId, *, reasons: Mapping[str, str] = NO_REASONS) -> tuple[CourseTechnique, ...]:
    """R7: agree the TNA's choice as this course's set, copied with names, tiers and version from the catalogue in force."""
    current = act.work.get(Course, course)
    act.refuse(open_objections(current))
    if current.set_agreed_at is not None:
        raise Refused([block("R7.agreed_already", current.ref, at=current.set_agreed_at)])
    analysis = analysis_of(act.work, current.tna)
    techniques = catalogue_in_force(act.work)
    lead = act.work.get(Instructor, current.lead)
    act.settle(agreeing_objections(analysis, techniques, lead.name, act.today, act.numbers), reasons, course=course)
    catalogue = act.work.all(Catalogue)[-1]
    pinned = tuple(
        CourseTechnique(
            id=CourseTechniqueId(act.new_id()),
            course=course,
            technique=techniques[selection.technique].id,
            position=position,
            code=selection.technique,
            name=techniques[selection.technique].name,
            hold_text=techniques[selection.technique].hold_text,
            tier=techniques[selection.technique].tier,
            persons=techniques[selection.technique].persons,
            catalogue_version=catalogue.version,
            generic=catalogue.generic,
            risks=selection.risks,
            reason=selection.why_this_one,
        )
        for position, selection in enumerate(analysis.chosen, start=1)
    )
    act.work.put_all(pinned)
    act.work.put(replace(current, set_agreed_at=act.at, set_agreed_by=act.by, catalogue=catalogue.id))
    act.say(who=current.ref, count=len(pinned))
    return pinned
