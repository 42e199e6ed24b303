"""A course takes a newer revision of its TNA on, by an act of its own; nothing moves by itself (R7, R40, R43)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from calm_instructor.domain.course import Course, Instructor
from calm_instructor.domain.errors import Objection
from calm_instructor.domain.ids import CourseId, TnaId
from calm_instructor.domain.justification import (
    age_objections,
    authoriser_objections,
    no_need_objections,
    signature_objections,
)
from calm_instructor.domain.limited_set import later_objections, set_objections, signed_under_objections, taught_codes
from calm_instructor.domain.needs import NeedsAnalysis, Tna, TnaState
from calm_instructor.domain.observing import open_objections
from calm_instructor.domain.planning_rules import is_physical
from calm_instructor.domain.technique import Catalogue
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import course_set as words
from calm_instructor.operations.analysing import analysis_of, catalogue_in_force, hold_names
from calm_instructor.operations.limiting import set_of
from calm_instructor.operations.planning import to_be_ready_again
from calm_instructor.operations.varying import coming_in_objections, pin_again, plan_follows, signed_off
from calm_instructor.operations.wish import NO_REASONS, Act, numbers_of, wish
from calm_instructor.store.reading import Reading


def later_revisions(view: Reading, tna: Tna) -> tuple[Tna, ...]:
    """The revisions that were signed after this one, in their order; drafts don't count."""
    later: list[Tna] = []
    current: Tna | None = tna
    while current is not None:
        signed = (each for each in view.all(Tna, supersedes=current.id) if each.state is not TnaState.DRAFT)
        current = next(signed, None)
        if current is not None:
            later.append(current)
    return tuple(later)


def newest_revision(view: Reading, tna: Tna) -> Tna | None:
    """The last revision signed after this one; None where this is the last."""
    return next(reversed(later_revisions(view, tna)), None)


def as_moved(course: Course, analysis: NeedsAnalysis) -> Course:
    """The course on another analysis: what it left out stays left out where that still chooses it."""
    chosen = {each.technique for each in analysis.chosen}
    kept = tuple(each for each in course.not_taught if each.technique in chosen)
    return replace(course, tna=analysis.tna.id, not_taught=kept)


def asked_of_moving(view: Reading, course: Course, tna: TnaId, on: date) -> tuple[Objection, ...]:
    """R7, R8, R40, R43: what moving a course to a later revision is asked; once its set is agreed, all that agreeing is."""
    return tuple(dict.fromkeys(_asked(view, course, tna, on)))


def _asked(view: Reading, course: Course, tna: TnaId, on: date) -> Iterator[Objection]:
    now, analysis = view.get(Tna, course.tna), analysis_of(view, tna)
    lead, numbers, later = view.get(Instructor, course.lead).name, numbers_of(view), analysis.tna
    moved = as_moved(course, analysis)
    yield from later_objections(now, later, (*later_revisions(view, now), *view.all(Tna, supersedes=now.id)))
    yield from signed_under_objections(course, now, signed_off(view, course.id))
    if course.set_agreed_at is None:
        yield from no_need_objections(later) if is_physical(course.kind) else ()
        yield from signature_objections(later)
        yield from authoriser_objections(later, lead)
        yield from age_objections(later, on, numbers)
        return
    yield from set_objections(moved, analysis, catalogue_in_force(view), lead, on, numbers, hold_names())
    stands = {each.code for each in set_of(view, course.id)}
    added = [code for code in taught_codes(analysis, moved) if code not in stands]
    yield from coming_in_objections(view, moved, analysis, added)


@wish("course.moved_to_revision", "techniques", "courses")
def move_to_revision(act: Act, course: CourseId, tna: TnaId, *, reasons: Mapping[str, str] = NO_REASONS) -> Course:
    """R7: let a course rest on a later revision of its TNA. An agreed set is agreed anew by it, technique by technique.

    What stays keeps its place in the records and every mark; what the revision doesn't name goes out with that as its
    reason; what it newly names comes in. After the first mark names, tiers and version of what stays are those it was
    marked under.
    """
    current = act.work.get(Course, course)
    act.refuse(open_objections(current))
    before = taught_codes(analysis_of(act.work, current.tna), current)
    act.settle(asked_of_moving(act.work, current, tna, act.today), reasons, course=course)
    analysis = analysis_of(act.work, tna)
    moved = as_moved(current, analysis)
    if current.set_agreed_at is not None:
        why = dict.fromkeys(before, _(words.NAMED_NO_MORE).format(tna=analysis.tna.title))
        why.update({each.technique: each.reason for each in moved.not_taught})
        pin_again(act, moved, analysis, why, anew=True)
        if current.set_frozen_at is None:
            catalogue = act.work.all(Catalogue)[-1].id
            moved = replace(moved, set_agreed_at=act.at, set_agreed_by=act.by, catalogue=catalogue)
    moved = to_be_ready_again(moved)
    act.work.put(moved)
    plan_follows(act, moved, before, taught_codes(analysis, moved))
    act.say(who=current.ref, what=analysis.tna.title)
    return moved
