"""The plan of a course as its step shows it: days of timed blocks, and every figure that the plan is judged by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from calm_instructor.domain.attendance import Enrolment, Part
from calm_instructor.domain.course import (
    Block,
    BlockKind,
    Course,
    CourseState,
    Instructor,
    ModelPart,
    Session,
    assessment_seconds_each,
    derived_tier,
    minutes_by_kind,
    minutes_by_part,
    practice_seconds_each,
    taught_minutes,
    timed,
)
from calm_instructor.domain.errors import Objection, Weight
from calm_instructor.domain.ids import CourseId, InstructorId
from calm_instructor.domain.numbers import PUBLISHED_EXAMPLE_SECONDS
from calm_instructor.domain.planning_rules import (
    authorisation_objections,
    is_physical,
    notice_due,
    ratio_objections,
)
from calm_instructor.domain.technique import Tier
from calm_instructor.domain.under_way import UnderWay
from calm_instructor.exchange.reading.course_types import course_types
from calm_instructor.messages import sentence
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import plan as words
from calm_instructor.operations.limiting import set_of
from calm_instructor.operations.looking_at_venues import looked_at_before
from calm_instructor.operations.planning import authorised_instructors, blocks_of, readiness, sessions_of
from calm_instructor.operations.scheduling import codes_of
from calm_instructor.operations.viewing.course_head import under_way_now
from calm_instructor.operations.wish import numbers_of
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class PlannedBlock:
    """A block with its clock times. ``late``: a pinned one that the blocks before it push past its time."""

    block: Block
    starts: time
    ends: time
    late: bool


@dataclass(frozen=True, kw_only=True)
class PlannedDay:
    """A session with its blocks in order; ``ends`` is its beginning while it has none."""

    session: Session
    blocks: tuple[PlannedBlock, ...]
    ends: time


@dataclass(frozen=True, kw_only=True)
class InstructorShown:
    """Who delivers, and how far their papers reach: a lamp with words, and the sentence behind them."""

    instructor: InstructorId
    name: str
    role: str
    lamp: Lamp
    words: str
    detail: str


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What the plan is judged by: R5, R12, R35, R47. Seconds are None where there is nothing to share them out among."""

    by_kind: tuple[tuple[BlockKind, int], ...]
    by_part: tuple[tuple[ModelPart, int], ...]
    taught: int
    total: int
    practice: int | None
    floor: int
    example: int
    attempt: int | None
    attempt_floor: int
    demonstration: int | None
    not_demonstrated: tuple[str, ...]
    people: int
    authorised: int
    ratio: str
    ratio_lamp: Lamp


@dataclass(frozen=True, kw_only=True)
class CoursePlan:
    """``now``: what runs at the moment (R51); ``may_change``: whether the plan may be changed; ``objections``: what Ready asks,
    in the order it asks; ``venue_before``: an earlier course whose list of the venue can be taken over.
    """

    course: Course
    days: tuple[PlannedDay, ...]
    codes: tuple[str, ...]
    tier: Tier | None
    figures: Figures
    instructors: tuple[InstructorShown, ...]
    square_metres_needed: int
    notice: str
    notice_lamp: Lamp
    may_change: bool
    is_open: bool
    objections: tuple[Objection, ...]
    types: tuple[tuple[str, str], ...]
    physical: bool
    now: UnderWay | None
    venue_before: Course | None

    @property
    def stops(self) -> tuple[Objection, ...]:
        """What must be mended before Ready."""
        return tuple(each for each in self.objections if each.blocks)

    @property
    def blocks(self) -> tuple[PlannedBlock, ...]:
        """Every block, day after day."""
        return tuple(each for planned in self.days for each in planned.blocks)


def plan_of(view: Reading, course: CourseId, now: datetime) -> CoursePlan:
    """The plan of a course at a moment."""
    current = view.get(Course, course)
    numbers = numbers_of(view)
    days = tuple(_day(session, blocks_of(view, session)) for session in sessions_of(view, course))
    blocks = tuple(each.block for planned in days for each in planned.blocks)
    codes = codes_of(view, course, current.tna) if is_physical(current.kind) else ()
    places = [each for each in view.all(Enrolment, course=course) if each.withdrawn_on is None]
    physical = sum(1 for each in places if each.part is Part.PHYSICAL)
    tier = derived_tier(set_of(view, course))
    authorised = authorised_instructors(view, current, tier)
    is_open = current.state not in {CourseState.CLOSED, CourseState.CANCELLED}
    notice, lamp = _notice(current, notice_due(current, numbers), now.date())
    return CoursePlan(
        course=current,
        days=days,
        codes=codes,
        tier=tier,
        figures=_figures(view, current, blocks, codes, physical, authorised),
        instructors=tuple(_instructors(view, current, tier)),
        square_metres_needed=numbers.room_square_metres_each * (len(places) or current.capacity or 0),
        notice=notice,
        notice_lamp=lamp,
        may_change=is_open and current.set_frozen_at is None,
        is_open=is_open,
        objections=readiness(view, current) if current.state is CourseState.PLANNING else (),
        types=tuple((code, each.name) for code, each in course_types().items() if each.kind is current.kind)
        or tuple((code, each.name) for code, each in course_types().items()),
        physical=is_physical(current.kind),
        now=under_way_now(view, [each.session for each in days], now) if is_open else None,
        venue_before=looked_at_before(view, current) if is_open else None,
    )


def _day(session: Session, blocks: Sequence[Block]) -> PlannedDay:
    rows = timed(session, blocks)
    return PlannedDay(
        session=session,
        blocks=tuple(
            PlannedBlock(
                block=each.block,
                starts=each.starts,
                ends=each.ends,
                late=each.block.pinned is not None and each.starts > each.block.pinned,
            )
            for each in rows
        ),
        ends=rows[-1].ends if rows else session.starts,
    )


def _figures(
    view: Reading, course: Course, blocks: Sequence[Block], codes: Sequence[str], people: int, authorised: int
) -> Figures:
    numbers = numbers_of(view)
    kinds = minutes_by_kind(blocks)
    shown = {code for each in blocks if each.kind is BlockKind.DEMONSTRATION for code in each.techniques}
    ratio, lamp = _ratio(course, people, authorised, tuple(ratio_objections(people, authorised, course.ref, numbers)))
    attending = people or course.capacity or 0
    return Figures(
        by_kind=tuple((kind, minutes) for kind, minutes in kinds.items() if minutes),
        by_part=tuple((part, minutes) for part, minutes in minutes_by_part(blocks).items()),
        taught=taught_minutes(blocks),
        total=sum(kinds.values()),
        practice=practice_seconds_each(blocks, len(codes)),
        floor=numbers.practice_floor_minutes * 60,
        example=PUBLISHED_EXAMPLE_SECONDS,
        attempt=assessment_seconds_each(blocks, len(codes), attending, authorised),
        attempt_floor=numbers.assessment_floor_seconds,
        demonstration=kinds[BlockKind.DEMONSTRATION] * 60 // len(codes) if codes else None,
        not_demonstrated=tuple(code for code in codes if code not in shown),
        people=people,
        authorised=authorised,
        ratio=words.ratio(people, authorised, numbers.ratio_block) if people else ratio,
        ratio_lamp=lamp,
    )


def _ratio(course: Course, people: int, authorised: int, against: Sequence[Objection]) -> tuple[str, Lamp]:
    if not people:
        return _(words.RATIO_NOBODY) if is_physical(course.kind) else words.authorised(authorised), Lamp.TODO
    if not against:
        return "", Lamp.OK
    return "", Lamp.STOP if against[0].blocks else Lamp.WARN


def _notice(course: Course, due: date, on: date) -> tuple[str, Lamp]:
    """R34."""
    if course.head_office_told_on is not None:
        return words.told_on(course.head_office_told_on), Lamp.OK
    return _(words.NOT_TOLD).format(day=day(due)), Lamp.WARN if on > due else Lamp.TODO


def _instructors(view: Reading, course: Course, tier: Tier | None) -> Iterator[InstructorShown]:
    for number, id in enumerate(course.instructors):
        who = view.get(Instructor, id)
        against = tuple(authorisation_objections(who, course, tier))
        until = day(who.expires) if who.expires else ""
        aid = who.first_aid_expires
        aid_words = _(words.FIRST_AID).format(day=day(aid)) if aid else _(words.NO_FIRST_AID)
        short_aid = number == 0 and (aid is None or aid < course.ends_on)
        lamp = Lamp.STOP if against and number == 0 else Lamp.WARN if against or short_aid else Lamp.OK
        said = sentence(against[0]) if against else _(words.AUTHORISED_UNTIL).format(day=until)
        yield InstructorShown(
            instructor=id,
            name=who.name,
            role=_(words.LEAD if number == 0 else words.CO),
            lamp=lamp,
            words=said.removeprefix(who.name).strip() if against else said,
            detail=f"{aid_words}; {_(words.CONFIRMED if who.confirmed else words.NOT_CONFIRMED)}",
        )


def reasons_wanted(plan: CoursePlan) -> int:
    """How many warnings ask for a reason before Ready."""
    return sum(1 for each in plan.objections if each.weight is Weight.WARN)
