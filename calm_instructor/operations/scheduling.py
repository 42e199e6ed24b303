"""A new course from its type: the course with its number and dates, and its plan filled with the set it will teach."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from calm_instructor.domain.attendance import Enrolment, Part
from calm_instructor.domain.course import Block, Course, Session, VenueCheck
from calm_instructor.domain.errors import Refused, block
from calm_instructor.domain.ids import BlockId, CourseId, InstructorId, PersonId, SessionId, TnaId
from calm_instructor.domain.limited_set import taught_codes
from calm_instructor.domain.needs import NeedsAnalysis
from calm_instructor.domain.numbering import next_number
from calm_instructor.domain.observing import open_objections
from calm_instructor.domain.people import Organisation, Person
from calm_instructor.domain.planning_rules import is_physical
from calm_instructor.domain.technique import Tier
from calm_instructor.exchange.reading.course_types import BlockPattern, course_types
from calm_instructor.operations.analysing import analysis_of, catalogue_in_force
from calm_instructor.operations.enrolling import eligibilities, enrol
from calm_instructor.operations.limiting import set_of
from calm_instructor.operations.planning import (
    authorised_instructors,
    enter_course,
    lay_out,
    sessions_of,
    to_be_ready_again,
)
from calm_instructor.operations.refreshing import refresher_asked
from calm_instructor.operations.wish import Act, wish
from calm_instructor.store.reading import Reading

Plan = Sequence[tuple[Session, Sequence[Block]]]
NewId = Callable[[], UUID]


def course_from_type(
    view: Reading,
    type_code: str,
    tna: TnaId,
    first_day: date,
    new_id: NewId,
    *,
    lead: InstructorId,
    lead_number: str,
    co_instructors: tuple[InstructorId, ...] = (),
    title: str = "",
    site: str = "",
    venue: str = "",
    venue_check: VenueCheck | None = None,
    coaching_points_ref: str = "",
) -> Course:
    """A course of a type, not yet entered: numbered, as many days as the type has, of the tier of the TNA's choice (R46)."""
    pattern = course_types()[type_code]
    return Course(
        id=CourseId(new_id()),
        ref=next_number("ET", lead_number, first_day.year, [each.ref for each in view.all(Course)]),
        title=title or pattern.name,
        kind=pattern.kind,
        organisation=view.all(Organisation)[0].id,
        type_tier=highest_tier(view, analysis_of(view, tna)),
        site=site,
        venue=venue,
        venue_check=venue_check or VenueCheck(),
        starts_on=first_day,
        ends_on=first_day + timedelta(days=len(pattern.sessions) - 1),
        lead=lead,
        co_instructors=co_instructors,
        tna=tna,
        coaching_points_ref=coaching_points_ref,
    )


def highest_tier(view: Reading, analysis: NeedsAnalysis) -> Tier:
    """R46: the highest tier among the techniques that a TNA has chosen."""
    tiers: Mapping[str, Tier] = {code: technique.tier for code, technique in catalogue_in_force(view).items()}
    chosen = (tiers[each.technique] for each in analysis.chosen if each.technique in tiers)
    return max(chosen, default=Tier.LOW)


def codes_of(view: Reading, course: CourseId, tna: TnaId) -> tuple[str, ...]:
    """The set of a course in teaching order; until it is agreed, what it teaches of the TNA's choice."""
    agreed = tuple(each.code for each in set_of(view, course))
    analysis, planned = analysis_of(view, tna), view.find(Course, course)
    own = planned if planned is not None and planned.tna == tna else None
    return agreed or (taught_codes(analysis, own) if own else tuple(each.technique for each in analysis.chosen))


def plan_from_type(
    type_code: str, course: Course, codes: tuple[str, ...], new_id: NewId
) -> list[tuple[Session, list[Block]]]:
    """The days of a course type as sessions with timed blocks, each block about its share of the set."""
    return [
        _day(
            Session(
                id=SessionId(new_id()),
                course=course.id,
                number=number,
                on=course.starts_on + timedelta(days=number - 1),
                starts=day.starts,
                topic=day.topic,
            ),
            day.blocks,
            codes,
            new_id,
        )
        for number, day in enumerate(course_types()[type_code].sessions, start=1)
    ]


def _day(
    session: Session, patterns: Sequence[BlockPattern], codes: tuple[str, ...], new_id: NewId
) -> tuple[Session, list[Block]]:
    blocks = [
        Block(
            id=BlockId(new_id()),
            session=session.id,
            position=position,
            kind=pattern.kind,
            part=pattern.part,
            title=pattern.title,
            minutes=pattern.minutes,
            techniques=pattern.techniques.of(codes),
            must_attend=pattern.must_attend,
            pinned=pattern.pinned,
        )
        for position, pattern in enumerate(patterns, start=1)
    ]
    return session, blocks


@wish("course.planned", "courses", "register")
def plan_new_course(act: Act, course: Course, type_code: str) -> Course:
    """Enter a course and lay it out as its type has it, in one act."""
    entered = enter_course(act, course)
    codes = codes_of(act.work, course.id, course.tna)
    lay_out(act, course.id, plan_from_type(type_code, course, codes, act.new_id))
    act.say(who=course.ref)
    return entered


@wish("course.copied", "courses", "register", "people")
def copy_course(act: Act, course: Course, type_code: str, people: Sequence[PersonId]) -> tuple[Enrolment, ...]:
    """Plan a course as an earlier one was, with those of its people who may come, as many as are good practice (R1, R11, R12, R23)."""
    entered = plan_new_course(act, course, type_code)
    if not is_physical(entered.kind):
        placed = enrol(act, entered.id, people, Part.THEORY)
        act.say(who=entered.ref, count=len(placed))
        return placed
    here = [act.work.get(Person, each) for each in people]
    late = {person.id for person, asked in refresher_asked(act.work, here, entered) if asked}
    may = [
        person.id
        for person, objections in eligibilities(act.work, here, entered)
        if not objections and person.id not in late
    ]
    room = act.numbers.ratio_warn * authorised_instructors(act.work, entered, entered.type_tier)
    placed = enrol(act, entered.id, may[: min(room, act.numbers.ratio_absolute)])
    act.say(who=entered.ref, count=len(placed))
    return placed


@wish("plan.from_type", "courses", "register")
def lay_out_from_type(act: Act, course: CourseId, type_code: str) -> Course:
    """Lay a course out as a type has it, in place of any earlier plan; its last day follows from the type (R7)."""
    current = act.work.get(Course, course)
    codes = codes_of(act.work, course, current.tna)
    plan = plan_from_type(type_code, current, codes, act.new_id)
    lay_out(act, course, plan)
    changed = to_be_ready_again(replace(current, ends_on=plan[-1][0].on))
    act.work.put(changed)
    act.say(who=current.ref)
    return changed


@wish("course.moved", "courses", "register")
def move_course(act: Act, course: CourseId, first_day: date) -> Course:
    """Put a course on other days, with its sessions; Ready is then asked again. After the first mark it stays (R7)."""
    current = act.work.get(Course, course)
    act.refuse(open_objections(current))
    if current.set_frozen_at is not None:
        raise Refused([block("R7.plan_frozen", current.ref, at=current.set_frozen_at)])
    by = first_day - current.starts_on
    for session in sessions_of(act.work, course):
        act.work.put(replace(session, on=session.on + by))
    moved = to_be_ready_again(replace(current, starts_on=first_day, ends_on=current.ends_on + by))
    act.work.put(moved)
    act.say(who=current.ref, day=first_day)
    return moved
