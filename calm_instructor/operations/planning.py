"""Courses: entered, laid out in sessions and blocks, made ready, and kept beside what was really given."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from calm_instructor.domain.at_the_door import presence_in
from calm_instructor.domain.attendance import Attendance, Enrolment, Part, Presence
from calm_instructor.domain.course import Block, Briefing, Course, CourseState, Instructor, Session, derived_tier, timed
from calm_instructor.domain.errors import Objection, Refused, block, warn
from calm_instructor.domain.ids import BlockId, CourseId, PersonId
from calm_instructor.domain.instructor_programme import offer_objections
from calm_instructor.domain.justification import authoriser_objections, no_need_objections
from calm_instructor.domain.needs import Tna
from calm_instructor.domain.observing import open_objections
from calm_instructor.domain.planning_rules import (
    assessment_objections,
    at_once,
    authorisation_objections,
    day_objections,
    is_physical,
    lead_objections,
    order_objections,
    practice_objections,
    prevention_objections,
    ratio_objections,
    tier_objections,
)
from calm_instructor.domain.sign_off import SignOff
from calm_instructor.domain.technique import Tier
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


def first_physical(view: Reading, course: Course) -> datetime:
    """R1: when people first work hands-on, on the venue's clock; the first moment of the course while no plan says more."""
    for session in sorted(view.all(Session, course=course.id), key=lambda each: (each.on, each.starts)):
        for each in timed(session, blocks_of(view, session)):
            if each.block.kind.is_physical:
                return datetime.combine(session.on, each.starts)
    return datetime.combine(course.starts_on, time.min)


ACTS_OF_A_COURSE: Mapping[str, Any] = {
    "state": CourseState.PLANNING,
    "catalogue": None,
    "not_taught": (),
    "set_order": (),
    "set_agreed_at": None,
    "set_agreed_by": None,
    "set_frozen_at": None,
    "head_office_told_on": None,
    "closed_at": None,
    "closed_by": None,
}
"""Fields of a course that only wishes of their own change, and what they are before any of these acts."""

_FIRM = ("kind", "organisation", "type_tier", "starts_on", "ends_on", "lead")
"""What Ready was asked about (R12 to R14, R46) and what the first mark freezes (R7)."""


@wish("course.entered", "courses")
def enter_course(act: Act, course: Course) -> Course:
    """Enter a course, or change what was entered. Acts such as agreeing the set or closing are never entered here.

    No physical course on a TNA without need (R40). What Ready rests on is asked again when it changes; after the first
    mark it stays (R7).
    """
    earlier = act.work.find(Course, course.id)
    if course.ends_on < course.starts_on:
        raise Refused([block("course.ends_before_start", course.ref, start=course.starts_on, end=course.ends_on)])
    if earlier is None or earlier.kind is not course.kind:
        act.refuse(offer_objections(course, act.numbers))
    if is_physical(course.kind):
        act.refuse(no_need_objections(act.work.get(Tna, course.tna)))
    if earlier is None:
        entered = replace(course, **ACTS_OF_A_COURSE)
    else:
        act.refuse(_changing_objections(act.work, earlier, course))
        entered = replace(course, **{name: getattr(earlier, name) for name in ACTS_OF_A_COURSE})
        if course.tna != earlier.tna:  # what it left out, and its order, were of the other analysis
            entered = replace(entered, not_taught=(), set_order=())
        if _differs(earlier, course, *_FIRM, "co_instructors"):
            entered = to_be_ready_again(entered)
    act.work.put(entered)
    act.say(who=course.ref, changed=earlier is not None)
    return entered


def _changing_objections(view: Reading, earlier: Course, course: Course) -> Iterator[Objection]:
    yield from open_objections(earlier)
    if earlier.set_agreed_at is not None:
        if course.tna != earlier.tna:
            yield block("R7.agreed_already", earlier.ref, at=earlier.set_agreed_at)
        yield from authoriser_objections(view.get(Tna, earlier.tna), view.get(Instructor, course.lead).name)
    if earlier.set_frozen_at is not None and _differs(earlier, course, *_FIRM):
        yield block("R7.plan_frozen", earlier.ref, at=earlier.set_frozen_at)


def _differs(earlier: Course, course: Course, *names: str) -> bool:
    return any(getattr(earlier, name) != getattr(course, name) for name in names)


def begun_objections(view: Reading, course: Course, sessions: Iterable[Session]) -> Iterator[Objection]:
    """R7: once the briefing of a day was given, what the day is made of stays, but for how long each block lasts."""
    for session in sessions:
        if view.count(Briefing, session=session.id):
            yield block("R7.day_begun", course.ref, number=session.number)


def to_be_ready_again(course: Course) -> Course:
    """The course as it stands once its plan has changed: Ready is asked again, unless marks have been made."""
    return course if course.set_frozen_at is not None else replace(course, state=CourseState.PLANNING)


@wish("plan.laid_out", "courses", "register")
def lay_out(act: Act, course: CourseId, plan: Sequence[tuple[Session, Sequence[Block]]]) -> None:
    """Lay the course out in sessions with timed blocks, in place of any earlier plan; Ready is then asked again (R7)."""
    current = act.work.get(Course, course)
    act.refuse(open_objections(current))
    if current.set_frozen_at is not None:
        raise Refused([block("R7.plan_frozen", current.ref, at=current.set_frozen_at)])
    act.refuse(begun_objections(act.work, current, sessions_of(act.work, course)))
    if any(session.course != course or each.session != session.id for session, blocks in plan for each in blocks):
        raise ValueError("a plan holds the sessions of its own course, each with its own blocks")
    keep = {session.id for session, _blocks in plan} | {each.id for _session, blocks in plan for each in blocks}
    for session in sessions_of(act.work, course):
        for each in blocks_of(act.work, session):
            if each.id not in keep:
                act.work.remove(each)
        if session.id not in keep:
            act.work.remove(session)
    for session, blocks in plan:
        act.refuse(day_objections(session, blocks, current.ref))
        act.work.put(session)
        act.work.put_all(blocks)
        count_again(act, session)
    act.refuse(order_objections(plan, current.ref))
    act.work.put(to_be_ready_again(current))
    act.say(who=current.ref)


@wish("minutes.given", "courses", "register")
def give_minutes(act: Act, given: Mapping[BlockId, int]) -> None:
    """R51: record the minutes really given beside those planned; minutes attended are counted again from them (R16)."""
    sessions = {}
    for block_id, minutes in given.items():
        current = act.work.get(Block, block_id)
        sessions[current.session] = session = act.work.get(Session, current.session)
        act.refuse(open_objections(act.work.get(Course, session.course)))
        act.work.put(replace(current, given=minutes))
    for session in sessions.values():
        count_again(act, session)
    act.say(count=len(given))


def count_again(act: Act, session: Session) -> None:
    """R16: minutes attended are those of the plan as it stands; a sign-off keeps those it was signed on."""
    blocks = blocks_of(act.work, session)
    for entry in act.work.all(Attendance, session=session.id):
        signed = any(each.withdrawn_on is None for each in act.work.all(SignOff, enrolment=entry.enrolment))
        if entry.presence is not Presence.ABSENT and not signed:
            minutes, missed = presence_in(session, blocks, entry.arrived_at, entry.left_at)
            act.work.put(replace(entry, minutes=minutes, missed=missed))


def authorised_instructors(view: Reading, course: Course, tier: Tier | None) -> int:
    """R12: how many count for the ratio: the lead, of whom R13 asks by itself, and co-instructors authorised throughout."""
    assisting = [view.get(Instructor, each) for each in set(course.co_instructors) - {course.lead}]
    return 1 + sum(1 for each in assisting if not any(authorisation_objections(each, course, tier)))


def readiness(view: Reading, course: Course) -> tuple[Objection, ...]:
    """What stands between a plan and Ready: R5, R7, R12, R13, R14, R35, R46, R47; of a course of theory only its people, plan and lead."""
    numbers = numbers_of(view)
    techniques = set_of(view, course.id)
    blocks = all_blocks(view, course.id)
    tier = derived_tier(techniques)
    lead = view.get(Instructor, course.lead)
    enrolled = [each for each in view.all(Enrolment, course=course.id) if each.withdrawn_on is None]
    physical = [each for each in enrolled if each.part is Part.PHYSICAL]
    authorised = authorised_instructors(view, course, tier)
    asked: list[Objection] = []
    asked += _elsewhere(view, course, frozenset(each.person for each in enrolled))
    if not is_physical(course.kind):
        if not enrolled:
            asked.append(block("course.no_people", course.ref))
        if not blocks:
            asked.append(block("course.no_plan", course.ref))
        return (*asked, *lead_objections(lead, course, None))
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


def _elsewhere(view: Reading, course: Course, people: frozenset[PersonId]) -> Iterator[Objection]:
    """Whoever delivers or comes is on no other course at the same hours."""
    days = [(each, blocks_of(view, each)) for each in sessions_of(view, course.id)]
    for other in view.all(Course):
        is_over = other.state in {CourseState.CLOSED, CourseState.CANCELLED}
        if is_over or other.id == course.id or other.starts_on > course.ends_on or other.ends_on < course.starts_on:
            continue
        on = at_once(days, [(each, blocks_of(view, each)) for each in sessions_of(view, other.id)])
        if on is None:
            continue
        for each in sorted(set(course.instructors) & set(other.instructors)):
            yield warn("course.instructor_elsewhere", view.get(Instructor, each).name, course=other.ref, day=on)
        there = {each.person for each in view.all(Enrolment, course=other.id) if each.withdrawn_on is None}
        if people & there:
            yield warn("course.people_elsewhere", course.ref, count=len(people & there), course=other.ref, day=on)


@wish("venue.answered", "courses")
def answer_venue(act: Act, course: CourseId, question: str, answer: bool | int | None) -> Course:
    """Answer one question of the venue list, by the name of its field; None: not looked at after all."""
    current = act.work.get(Course, course)
    act.refuse(open_objections(current))
    change: dict[str, Any] = {question: answer}
    answered = replace(current, venue_check=replace(current.venue_check, **change))
    act.work.put(answered)
    act.say(who=current.ref)
    return answered


@wish("course.cancelled", "courses")
def cancel_course(act: Act, course: CourseId, *, reasons: Mapping[str, str] = NO_REASONS) -> Course:
    """R30: call a course off, with the reason on record. Where somebody was marked it is signed off and closed instead."""
    current = act.work.get(Course, course)
    act.refuse(open_objections(current))
    if current.set_frozen_at is not None:
        raise Refused([block("R30.marked", current.ref, at=current.set_frozen_at)])
    act.settle([warn("R30.cancelling", current.ref)], reasons, course=course)
    cancelled = replace(current, state=CourseState.CANCELLED)
    act.work.put(cancelled)
    act.say(who=current.ref)
    return cancelled


@wish("course.reopened", "courses", undoable=False)
def reopen_course(act: Act, course: CourseId, *, reasons: Mapping[str, str] = NO_REASONS) -> Course:
    """R30: open a closed or cancelled course again, with the reason on record. What was sent stays, and is sent anew."""
    current = act.work.get(Course, course)
    if not any(open_objections(current)):
        raise Refused([block("R30.open_already", current.ref)])
    act.settle([warn("R30.reopening", current.ref)], reasons, course=course)
    state = CourseState.PLANNING if current.set_frozen_at is None else CourseState.TO_SIGN
    opened = replace(current, state=state, closed_at=None, closed_by=None)
    act.work.put(opened)
    act.say(who=current.ref)
    return opened


@wish("course.ready", "courses")
def make_ready(act: Act, course: CourseId, *, reasons: Mapping[str, str] = NO_REASONS) -> Course:
    """Say that the plan is ready to be run; every block stops it, every warning wants its reason. Not after the first mark."""
    current = act.work.get(Course, course)
    act.refuse(open_objections(current))
    if current.set_frozen_at is not None:
        raise Refused([block("R7.plan_frozen", current.ref, at=current.set_frozen_at)])
    act.settle(readiness(act.work, current), reasons, course=course)
    ready = replace(current, state=CourseState.READY)
    act.work.put(ready)
    act.say(who=current.ref)
    return ready


@wish("head_office.told", "courses")
def note_told(act: Act, course: CourseId, on: date) -> Course:
    """R34: head office was told of the planned course on a day."""
    current = act.work.get(Course, course)
    act.refuse(open_objections(current))
    told = replace(current, head_office_told_on=on)
    act.work.put(told)
    act.say(who=current.ref)
    return told
