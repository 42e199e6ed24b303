"""Courses: entered, laid out in sessions and blocks, made ready, and kept beside what was really given."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from calm_instructor.domain.attendance import Enrolment, Part
from calm_instructor.domain.course import Block, Course, CourseState, Instructor, Session, derived_tier
from calm_instructor.domain.errors import Objection, Refused, block
from calm_instructor.domain.ids import BlockId, CourseId
from calm_instructor.domain.justification import no_need_objections
from calm_instructor.domain.needs import Tna
from calm_instructor.domain.observing import open_objections
from calm_instructor.domain.planning_rules import (
    assessment_objections,
    authorisation_objections,
    is_physical,
    lead_objections,
    practice_objections,
    prevention_objections,
    ratio_objections,
    tier_objections,
)
from calm_instructor.operations.limiting import set_of
from calm_instructor.operations.wish import NO_REASONS, Act, numbers_of, wish
from calm_instructor.store.reading import Reading


def sessions_of(view: Reading, course: CourseId) -> tuple[Session, ...]:
    """The course's sessions by number."""
    return tuple(sorted(view.all(Session, course=course), key=lambda session: session.number))


def blocks_of(view: Reading, session: Session) -> tuple[Block, ...]:
    """One session's blocks in order."""
    return tuple(sorted(view.all(Block, session=session.id), key=lambda each: each.position))


def all_blocks(view: Reading, course: CourseId) -> tuple[Block, ...]:
    """Every block of the course in the order of the days."""
    return tuple(each for session in sessions_of(view, course) for each in blocks_of(view, session))


@wish("course.entered", "courses")
def enter_course(act: Act, course: Course) -> Course:
    """Enter a course, or change its plan while it is not closed. No physical course on a TNA without need (R40)."""
    earlier = act.work.find(Course, course.id)
    if earlier is not None:
        act.refuse(open_objections(earlier))
    if course.ends_on < course.starts_on:
        raise Refused([block("course.ends_before_start", course.ref, start=course.starts_on, end=course.ends_on)])
    if is_physical(course.kind):
        act.refuse(no_need_objections(act.work.get(Tna, course.tna)))
    act.work.put(course)
    act.say(who=course.ref)
    return course


@wish("plan.laid_out", "courses")
def lay_out(act: Act, course: CourseId, plan: Sequence[tuple[Session, Sequence[Block]]]) -> None:
    """Lay the course out in sessions with timed blocks, in place of any earlier plan."""
    current = act.work.get(Course, course)
    act.refuse(open_objections(current))
    if current.set_frozen_at is not None:
        raise Refused([block("R7.plan_frozen", current.ref, at=current.set_frozen_at)])
    keep = {session.id for session, _blocks in plan} | {each.id for _session, blocks in plan for each in blocks}
    for session in sessions_of(act.work, course):
        for each in blocks_of(act.work, session):
            if each.id not in keep:
                act.work.remove(each)
        if session.id not in keep:
            act.work.remove(session)
    for session, blocks in plan:
        act.work.put(session)
        for each in blocks:
            act.work.put(each)
    act.say(who=current.ref)


@wish("minutes.given", "courses")
def give_minutes(act: Act, given: Mapping[BlockId, int]) -> None:
    """R51: record the minutes really given beside those planned."""
    for block_id, minutes in given.items():
        current = act.work.get(Block, block_id)
        act.refuse(open_objections(act.work.get(Course, act.work.get(Session, current.session).course)))
        act.work.put(replace(current, given=minutes))
    act.say(count=len(given))


def readiness(view: Reading, course: Course) -> tuple[Objection, ...]:
    """What stands between a plan and Ready: R5, R7, R12, R13, R14, R35, R46, R47."""
    numbers = numbers_of(view)
    techniques = set_of(view, course.id)
    blocks = all_blocks(view, course.id)
    tier = derived_tier(techniques)
    lead = view.get(Instructor, course.lead)
    assisting = [view.get(Instructor, each) for each in course.co_instructors]
    physical = [e for e in view.all(Enrolment, course=course.id) if e.part is Part.PHYSICAL and e.withdrawn_on is None]
    authorised = 1 + sum(1 for each in assisting if not any(authorisation_objections(each, course, tier)))
    asked: list[Objection] = []
    if course.set_agreed_at is None:
        asked.append(block("R7.not_agreed", course.ref))
    if not physical:
        asked.append(block("course.nobody", course.ref))
    if not blocks:
        asked.append(block("course.no_plan", course.ref))
    asked += lead_objections(lead, course, tier)
    asked += ratio_objections(len(physical), authorised, course.ref, numbers)
    asked += prevention_objections(blocks, course.ref)
    asked += practice_objections(blocks, len(techniques), course.ref, numbers)
    codes = [technique.code for technique in techniques]
    asked += assessment_objections(blocks, codes, len(physical), authorised, course.ref, numbers)
    asked += tier_objections(course, techniques)
    return tuple(asked)


@wish("course.ready", "courses", undoable=False)
def make_ready(act: Act, course: CourseId, *, reasons: Mapping[str, str] = NO_REASONS) -> Course:
    """Say that the plan is ready to be run; every block stops it, every warning wants its reason."""
    current = act.work.get(Course, course)
    act.refuse(open_objections(current))
    act.settle(readiness(act.work, current), reasons, course=course)
    ready = replace(current, state=CourseState.READY)
    act.work.put(ready)
    act.say(who=current.ref)
    return ready


@wish("head_office.told", "courses")
def note_told(act: Act, course: CourseId, on: date) -> Course:
    """R34: head office was told of the planned course on a day."""
    current = replace(act.work.get(Course, course), head_office_told_on=on)
    act.work.put(current)
    act.say(who=current.ref)
    return current
