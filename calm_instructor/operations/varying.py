"""A course's own set within the choice of its TNA: left out with a reason, taken in again, in another order (R3 to R7).

Before agreement this shapes what will be agreed; after it the pinned set changes, and nothing that was marked is cleared.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import Block, Course, CourseTechnique, Instructor, NotTaught, Session
from calm_instructor.domain.errors import Objection, block
from calm_instructor.domain.generic import coaching_points_objections
from calm_instructor.domain.ids import CourseId, CourseTechniqueId
from calm_instructor.domain.justification import cap_objections, issued_objections
from calm_instructor.domain.limited_set import (
    SetChange,
    as_taught,
    bared_objections,
    choosing_objections,
    frozen_objections,
    outside_objections,
    signed_on_objections,
    taught_codes,
)
from calm_instructor.domain.needs import NeedsAnalysis
from calm_instructor.domain.observing import open_objections
from calm_instructor.domain.planning_rules import authorisation_objections, tier_risen_objections
from calm_instructor.domain.set_in_plan import blocks_following
from calm_instructor.domain.sign_off import SignOff
from calm_instructor.domain.technique import Catalogue, Technique
from calm_instructor.operations.analysing import analysis_of, catalogue_in_force
from calm_instructor.operations.limiting import ever_in_set, pinned
from calm_instructor.operations.planning import to_be_ready_again
from calm_instructor.operations.wish import NO_REASONS, Act, numbers_of, wish
from calm_instructor.store.reading import Reading


@wish("set.left_out", "techniques", "courses")
def leave_out_of_set(
    act: Act, course: CourseId, technique: str, reason: str, *, reasons: Mapping[str, str] = NO_REASONS
) -> Course:
    """R6, R7: a technique that the TNA chose and this course does not teach, by its code, with the reason.

    What was marked in it stays on record and counts no more. The reason answers R7 for a frozen set and R6 for a risk that
    is left uncovered by it.
    """
    current, analysis = _open(act, course)
    act.refuse(outside_objections(analysis, current, technique))
    why = reason.strip() or reasons.get("R7.frozen", "").strip()
    if not why and current.set_frozen_at is None:
        act.refuse([block("R6.why_not_taught", technique, course=current.ref)])
    others = tuple(each for each in current.not_taught if each.technique != technique)
    changed = replace(current, not_taught=(*others, NotTaught(technique=technique, reason=why)))
    given = {"R7.frozen": why, "R6.uncovered_here": why, **reasons}
    return _change(act, current, changed, analysis, technique, SetChange.TAKEN_OUT, given)


@wish("set.taken_in", "techniques", "courses")
def take_into_set(
    act: Act, course: CourseId, technique: str, *, place: int | None = None, reasons: Mapping[str, str] = NO_REASONS
) -> Course:
    """R3, R7: teach a technique of the TNA's choice after all; what was marked in it before counts again.

    place: where in the set, from 0; without one where the course or the TNA had it.
    """
    current, analysis = _open(act, course)
    act.refuse(outside_objections(analysis, current, technique))
    if technique in taught_codes(analysis, current):
        act.refuse([block("R7.in_already", technique, course=current.ref)])
    changed = replace(current, not_taught=tuple(each for each in current.not_taught if each.technique != technique))
    if place is not None:
        order = [code for code in taught_codes(analysis, changed) if code != technique]
        order.insert(place, technique)
        changed = replace(changed, set_order=tuple(order))
    return _change(act, current, changed, analysis, technique, SetChange.TAKEN_IN, reasons)


@wish("set.moved", "techniques", "courses")
def move_in_set(
    act: Act, course: CourseId, technique: str, steps: int, *, reasons: Mapping[str, str] = NO_REASONS
) -> Course:
    """Teach a technique of the set earlier (below 0) or later on this course; at either end it stays."""
    current, analysis = _open(act, course)
    order = list(taught_codes(analysis, current))
    if technique not in order:
        act.refuse([block("R7.not_there", technique, course=current.ref)])
    place = order.index(technique)
    order.insert(max(0, min(len(order) - 1, place + steps)), order.pop(place))
    changed = replace(current, set_order=tuple(order))
    return _change(act, current, changed, analysis, technique, SetChange.MOVED, reasons)


@wish("set.as_chosen", "techniques", "courses")
def take_whole_choice(act: Act, course: CourseId, *, reasons: Mapping[str, str] = NO_REASONS) -> Course:
    """Teach all that the TNA has chosen, in its order."""
    current, analysis = _open(act, course)
    changed = replace(current, not_taught=(), set_order=())
    return _change(act, current, changed, analysis, current.ref, SetChange.CHANGED, reasons)


def _open(act: Act, course: CourseId) -> tuple[Course, NeedsAnalysis]:
    current = act.work.get(Course, course)
    act.refuse(open_objections(current))
    return current, analysis_of(act.work, current.tna)


def _change(
    act: Act,
    before: Course,
    after: Course,
    analysis: NeedsAnalysis,
    who: str,
    what: SetChange,
    reasons: Mapping[str, str],
) -> Course:
    """Ask, then write the course, its agreed set and the blocks that were about it."""
    was = taught_codes(analysis, before)
    if was == taught_codes(analysis, after) and before.not_taught == after.not_taught:
        return before
    if before.set_agreed_at is not None:
        act.settle(_objections(act.work, before, after, analysis, who, what), reasons, course=before.id)
        anew = _is_issued_anew(act.work, before, was, taught_codes(analysis, after))
        pin_again(act, after, analysis, {each.technique: each.reason for each in after.not_taught}, anew=anew)
        if anew:
            after = replace(after, catalogue=act.work.all(Catalogue)[-1].id)
    changed = to_be_ready_again(after)
    act.work.put(changed)
    plan_follows(act, changed, was, taught_codes(analysis, changed))
    act.say(who=before.ref, technique=who)
    return changed


def _objections(
    view: Reading, before: Course, after: Course, analysis: NeedsAnalysis, who: str, what: SetChange
) -> Iterator[Objection]:
    was, now = taught_codes(analysis, before), taught_codes(analysis, after)
    added = [code for code in now if code not in was]
    yield from frozen_objections(before, who, what)
    if not now:
        yield block("R7.last_one", who)
    if added:
        yield from coming_in_objections(view, after, analysis, added)
        yield from cap_objections(len(now), after.ref, numbers_of(view))
        if _is_issued_anew(view, before, was, now):
            catalogue = catalogue_in_force(view)
            yield from (no for code in was if code in now for no in issued_objections(code, catalogue.get(code)))
    elif set(was) - set(now):
        bared = {str(no.facts["number"]) for no in bared_objections(analysis, before)}
        yield from (no for no in bared_objections(analysis, after) if str(no.facts["number"]) not in bared)


def _is_issued_anew(view: Reading, course: Course, was: Sequence[str], now: Sequence[str]) -> bool:
    """R24, R25: whether a technique comes in from a later issue than the set was agreed by: a set is of one issue."""
    comes_in = bool(set(now) - set(was))
    return comes_in and course.set_frozen_at is None and course.catalogue != view.all(Catalogue)[-1].id


def coming_in_objections(
    view: Reading, course: Course, analysis: NeedsAnalysis, added: Sequence[str]
) -> Iterator[Objection]:
    """R3, R7, R13, R24, R46: what keeps techniques from coming into an agreed set."""
    catalogue = catalogue_in_force(view)
    yield from signed_on_objections(added, signed_off(view, course.id))
    for code in added:
        entry = catalogue.get(code)
        yield from issued_objections(code, None) if entry is None else choosing_objections(analysis, entry)
    if course.set_frozen_at is not None:  # before that, Ready asks it again
        yield from _running_objections(view, course, [catalogue[code] for code in added if code in catalogue])


def _running_objections(view: Reading, course: Course, added: Sequence[Technique]) -> Iterator[Objection]:
    """R13, R24, R46: a course that runs stays of the tier and the issue that it was made ready with."""
    lead, issue = view.get(Instructor, course.lead), view.all(Catalogue)[-1]
    highest = max((each.tier for each in added), default=None)
    yield from (no for no in authorisation_objections(lead, course, highest) if no.code == "R13.tier")
    rows = {each.code for each in ever_in_set(view, course.id)}
    for each in added:
        yield from tier_risen_objections(course, each)
        if each.code not in rows and course.catalogue is not None and course.catalogue != issue.id:
            agreed = view.get(Catalogue, course.catalogue)
            yield block("R24.other_issue", each.code, agreed=agreed.version, version=issue.version)


def signed_off(view: Reading, course: CourseId) -> int:
    """How many of a course are signed off."""
    places = frozenset(each.id for each in view.all(Enrolment, course=course))
    return sum(1 for each in view.all(SignOff, enrolment=places) if each.withdrawn_on is None)


def pin_again(
    act: Act, course: Course, analysis: NeedsAnalysis, why_out: Mapping[str, str], *, anew: bool = False
) -> tuple[CourseTechnique, ...]:
    """Write an agreed set as the course teaches it: what stays keeps its id and marks, what is out keeps them with the reason.

    R25 is asked of the set that comes out.

    why_out: reasons by code; anew: what stays names the risks of this analysis and, before the first mark, what the
    catalogue in force says of it.
    """
    rows = {each.code: each for each in ever_in_set(act.work, course.id)}
    techniques, catalogue = catalogue_in_force(act.work), act.work.all(Catalogue)[-1]
    taught = as_taught(analysis, course).chosen
    stands: list[CourseTechnique] = []
    for position, each in enumerate(taught, start=1):
        here = rows.get(each.technique)
        if here is None or (anew and course.set_frozen_at is None):
            new_id = here.id if here is not None else CourseTechniqueId(act.new_id())
            row = pinned(new_id, course.id, position, each, techniques[each.technique], catalogue)
        elif anew:
            row = replace(here, risks=each.risks, reason=each.why_this_one)
        else:
            row = here
        stands.append(replace(row, position=position, taken_out_at=None, taken_out_reason=""))
    kept = {each.code for each in stands}
    for code, row in rows.items():
        if code not in kept and row.taken_out_at is None:
            act.work.put(replace(row, taken_out_at=act.at, taken_out_reason=why_out.get(code, "")))
        elif code not in kept and why_out.get(code, row.taken_out_reason) != row.taken_out_reason:
            act.work.put(replace(row, taken_out_reason=why_out[code]))
    act.refuse(coaching_points_objections(course, act.organisation, stands))
    act.work.put_all([row for row in stands if rows.get(row.code) != row])
    return tuple(stands)


def plan_follows(act: Act, course: Course, was: Sequence[str], now: Sequence[str]) -> None:
    """Blocks go on being about the set as it is taught now. A frozen plan stays (R7)."""
    if course.set_frozen_at is None and was != now:
        sessions = {each.id: each.number for each in act.work.all(Session, course=course.id)}
        blocks = act.work.all(Block, session=frozenset(sessions))
        in_order = sorted(blocks, key=lambda each: (sessions[each.session], each.position))
        act.work.put_all(blocks_following(in_order, was, now))
