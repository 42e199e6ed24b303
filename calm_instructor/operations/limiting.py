"""The limited set of a course: agreed by one act, pinned to the catalogue, frozen by the first mark (R2 to R8)."""

from collections.abc import Mapping
from dataclasses import replace

from calm_instructor.domain.course import Course, CourseTechnique, Instructor
from calm_instructor.domain.errors import Refused, block
from calm_instructor.domain.generic import coaching_points_objections
from calm_instructor.domain.ids import CourseId, CourseTechniqueId
from calm_instructor.domain.justification import agreeing_objections
from calm_instructor.domain.needs import NeedsAnalysis, Selection
from calm_instructor.domain.observing import open_objections
from calm_instructor.domain.technique import Catalogue, Technique
from calm_instructor.operations.analysing import analysis_of, catalogue_in_force, hold_names
from calm_instructor.operations.wish import NO_REASONS, Act, wish
from calm_instructor.store.reading import Reading


def set_of(view: Reading, course: CourseId) -> tuple[CourseTechnique, ...]:
    """The course's set in teaching order; empty until it is agreed."""
    return tuple(sorted(view.all(CourseTechnique, course=course), key=lambda each: each.position))


def set_as_chosen(
    course: CourseId, analysis: NeedsAnalysis, techniques: Mapping[str, Technique], catalogue: Catalogue
) -> tuple[CourseTechnique, ...]:
    """The TNA's choice as it would be pinned now, under ids that stand in until it is; what the catalogue hasn't is left out."""
    chosen = [each for each in analysis.chosen if each.technique in techniques]
    return tuple(
        _pinned(CourseTechniqueId(each.id), course, position, each, techniques[each.technique], catalogue)
        for position, each in enumerate(chosen, start=1)
    )


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
    asked = agreeing_objections(analysis, techniques, lead.name, act.today, act.numbers, hold_names())
    act.settle(asked, reasons, course=course)
    catalogue = act.work.all(Catalogue)[-1]
    pinned = tuple(
        replace(each, id=CourseTechniqueId(act.new_id()))
        for each in set_as_chosen(course, analysis, techniques, catalogue)
    )
    act.refuse(coaching_points_objections(current, act.organisation, pinned))
    act.work.put_all(pinned)
    act.work.put(replace(current, set_agreed_at=act.at, set_agreed_by=act.by, catalogue=catalogue.id))
    act.say(who=current.ref, count=len(pinned))
    return pinned


def _pinned(
    new_id: CourseTechniqueId,
    course: CourseId,
    position: int,
    selection: Selection,
    technique: Technique,
    catalogue: Catalogue,
) -> CourseTechnique:
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
