"""The course plan: the timed blocks of each day as planned, what is practised for how long, and what the venue needs."""

from collections.abc import Iterable
from datetime import date, datetime

from calm_instructor.domain.course import (
    Block,
    BlockKind,
    ModelPart,
    Session,
    assessment_seconds_each,
    derived_tier,
    minutes_by_kind,
    timed,
)
from calm_instructor.domain.ids import CourseId
from calm_instructor.exchange.paper import course_plan as paper
from calm_instructor.exchange.paper.tna_summary import Part
from calm_instructor.messages import gathering as words
from calm_instructor.operations.gathering.course_facts import CourseFacts, as_planned
from calm_instructor.operations.planning import authorised_instructors, blocks_of, sessions_of
from calm_instructor.store.reading import Reading

_TYPES = {
    BlockKind.FRAMING: paper.BlockType.FRAMING,
    BlockKind.THEORY: paper.BlockType.THEORY,
    BlockKind.PREVENTION: paper.BlockType.PREVENTION,
    BlockKind.DEMONSTRATION: paper.BlockType.DEMONSTRATION,
    BlockKind.PRACTICE: paper.BlockType.PRACTICE,
    BlockKind.ASSESSMENT: paper.BlockType.ASSESSMENT,
    BlockKind.DEBRIEF: paper.BlockType.DEBRIEF,
    BlockKind.BREAK: paper.BlockType.BREAK,
}


def gather_course_plan(view: Reading, course: CourseId, at: datetime) -> paper.CoursePlan:
    """The plan of a course, in planned minutes; trainees are those placed, or the places while nobody is."""
    known = CourseFacts.of(view, course)
    planned = as_planned(known.blocks)
    people = len(known.physical) or known.course.capacity or 0
    count = len(known.set)
    assessors = authorised_instructors(view, known.course, derived_tier(known.set))
    seconds = assessment_seconds_each(planned, count, people, assessors)
    return paper.CoursePlan(
        imprint=known.imprint(at),
        kind=known.kind,
        tier=known.tier,
        days=tuple(_days(known, view)),
        venue=known.venue,
        lead=known.lead,
        assisting=known.assisting,
        people=people,
        need=known.need,
        techniques=known.techniques,
        practice_per_technique=known.practice_per_technique.planned,
        demonstration_per_technique=minutes_by_kind(planned)[BlockKind.DEMONSTRATION] // count if count else 0,
        seconds_per_attempt=seconds or 0,
        floor=known.organisation.numbers.practice_floor_minutes,
        head_office_told=known.course.head_office_told_on,
        venue_checks=words.venue_checks(
            known.course.venue_check, people * known.organisation.numbers.room_square_metres_each
        ),
        groups=words.groups(people, len(known.instructors)),
        overrides=known.overrides_of_plan,
    )


def _days(known: CourseFacts, view: Reading) -> Iterable[paper.PlanDay]:
    by_day: dict[date, list[Session]] = {}
    for session in sessions_of(view, known.course.id):
        by_day.setdefault(session.on, []).append(session)
    for day in sorted(by_day):
        sessions = sorted(by_day[day], key=lambda session: session.starts)
        yield paper.PlanDay(
            day=day, blocks=tuple(each for session in sessions for each in _blocks(session, blocks_of(view, session)))
        )


def _blocks(session: Session, blocks: tuple[Block, ...]) -> Iterable[paper.Block]:
    for each in timed(session, blocks):
        counts = each.block.part is not ModelPart.FRAMING and each.block.kind is not BlockKind.BREAK
        yield paper.Block(
            start=each.starts,
            minutes=each.block.minutes,
            type=_TYPES[each.block.kind],
            what=each.block.title,
            part=Part[each.block.part.name] if counts else None,
            codes=each.block.techniques,
            must_attend=each.block.must_attend,
        )
