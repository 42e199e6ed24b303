"""Before the day: right people to teach, right order, enough practice for few techniques (R5, R12, R13, R14, R35, R46, R47)."""

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from itertools import pairwise

from calm_instructor.domain.course import (
    Block,
    BlockKind,
    Course,
    CourseKind,
    CourseTechnique,
    Instructor,
    ModelPart,
    Session,
    assessment_seconds_each,
    derived_tier,
    minutes_by_part,
    practice_seconds_each,
)
from calm_instructor.domain.errors import Objection, block, note, warn
from calm_instructor.domain.numbers import PUBLISHED_EXAMPLE_SECONDS, Numbers, add_months
from calm_instructor.domain.technique import Technique, Tier

_PHYSICAL_KINDS = frozenset(CourseKind) - {CourseKind.CORE_THEORY}

_MIDNIGHT = 24 * 60

_PROGRAMMES = {
    CourseKind.INITIAL: "Escape Techniques",
    CourseKind.REFRESHER: "Escape Techniques",
    CourseKind.LONE_WORKING: "Escape Techniques",
    CourseKind.PART_OF_PI: "CALM PI",
}
"""R13: the programme of an instructor's authorisation that a kind of course asks for."""


def is_physical(kind: CourseKind) -> bool:
    """Whether a course of this kind teaches physical skills at all."""
    return kind in _PHYSICAL_KINDS


def authorisation_objections(
    instructor: Instructor, course: Course, tier: Tier | None, until: date | None = None
) -> Iterator[Objection]:
    """R13: an authorisation that covers the course's days, its organisation, programme and tier.

    until: the day of one observation; only that day is to be covered then (R17).
    """
    first, last = (course.starts_on, course.ends_on) if until is None else (until, until)
    if not instructor.authorisation_ref or instructor.expires is None:
        yield block("R13.none", instructor.name)
        return
    if instructor.authorised_from is not None and instructor.authorised_from > first:
        yield block("R13.not_yet", instructor.name, day=instructor.authorised_from)
    if instructor.expires < last:
        yield block("R13.expires", instructor.name, day=instructor.expires, end=last)
    if instructor.organisation is not None and instructor.organisation != course.organisation:
        yield block("R13.other_organisation", instructor.name)
    programme = _PROGRAMMES.get(course.kind)
    if programme is not None and programme not in instructor.programmes:
        yield block("R13.programme", instructor.name, programme=programme)
    if tier is not None and instructor.highest_tier < tier:
        yield block("R13.tier", instructor.name, tier=tier, highest=instructor.highest_tier)


def lead_objections(instructor: Instructor, course: Course, tier: Tier | None) -> Iterator[Objection]:
    """R13, R14: the lead's authorisation covers the whole course; first aid does too; an unconfirmed one is noted."""
    yield from authorisation_objections(instructor, course, tier)
    if not instructor.confirmed:
        yield note("R13.not_confirmed", instructor.name)
    if instructor.first_aid_expires is None or instructor.first_aid_expires < course.ends_on:
        yield warn("R14.first_aid", instructor.name, end=course.ends_on)


def in_grace(instructor: Instructor, on: date, numbers: Numbers) -> bool:
    """R13: expired, and within the grace in which one may assist but not lead or assess."""
    if instructor.expires is None or instructor.expires >= on:
        return False
    return on <= add_months(instructor.expires, numbers.instructor_grace_months)


def ratio_objections(physical: int, authorised: int, who: str, numbers: Numbers) -> Iterator[Objection]:
    """R12: people enrolled for the physical part against instructors authorised that day (grace doesn't count)."""
    if physical > numbers.ratio_absolute:
        yield block("R12.absolute", who, count=physical, limit=numbers.ratio_absolute)
    elif physical > numbers.ratio_block * authorised:
        yield block("R12.second_instructor", who, count=physical, instructors=authorised, limit=numbers.ratio_block)
    elif physical > numbers.ratio_warn * authorised:
        yield warn("R12.many", who, count=physical, instructors=authorised, best=numbers.ratio_warn)


def day_objections(session: Session, blocks: Sequence[Block], who: str) -> Iterator[Objection]:
    """A day of a course ends on the day it begins: beyond midnight the clock says another day's times. blocks: of the session."""
    if _end_of(session, blocks) >= _MIDNIGHT:
        yield block("session.past_midnight", who, number=session.number)


def order_objections(days: Sequence[tuple[Session, Sequence[Block]]], who: str) -> Iterator[Objection]:
    """The days of a course follow each other: none lies before an earlier one, or begins while that still goes on."""
    in_order = sorted(days, key=lambda each: each[0].number)
    for (earlier, blocks), (later, _blocks) in pairwise(in_order):
        if later.on < earlier.on:
            yield block("session.before_another", who, number=later.number, day=later.on, other=earlier.number)
        elif later.on == earlier.on and _minute(later.starts) < (ends := _end_of(earlier, blocks)):
            until = f"{ends // 60:02d}:{ends % 60:02d}"
            yield block("session.overlaps", who, number=later.number, other=earlier.number, day=later.on, until=until)


def at_once(
    days: Sequence[tuple[Session, Sequence[Block]]], others: Sequence[tuple[Session, Sequence[Block]]]
) -> date | None:
    """The first day on which sessions of two courses go on at the same time; None where they never do."""
    both = (
        session.on
        for session, blocks in days
        for other, their_blocks in others
        if session.on == other.on
        and _minute(session.starts) < _end_of(other, their_blocks)
        and _minute(other.starts) < _end_of(session, blocks)
    )
    return min(both, default=None)


def _end_of(session: Session, blocks: Sequence[Block]) -> int:
    """Minutes after midnight at which the last of its blocks ends, as planned."""
    at = _minute(session.starts)
    for each in sorted(blocks, key=lambda each: each.position):
        if each.pinned is not None:
            at = max(at, _minute(each.pinned))
        at += each.minutes
    return at


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def prevention_objections(blocks: Sequence[Block], who: str) -> Iterator[Objection]:
    """R35: some primary, secondary and recovery time; law, ethics and prevention before the first physical block.

    blocks: of the whole course, in the order they are given.
    """
    minutes = minutes_by_part(blocks)
    for part in (ModelPart.PRIMARY, ModelPart.SECONDARY, ModelPart.RECOVERY):
        if not minutes[part]:
            yield warn("R35.part_missing", who, part=part)
    for each in blocks:
        if each.kind is BlockKind.PREVENTION:
            return
        if each.kind.is_physical:
            yield warn("R35.physical_first", who, block=each.title)
            return


def practice_objections(blocks: Sequence[Block], techniques: int, who: str, numbers: Numbers) -> Iterator[Objection]:
    """R5: practice minutes per technique against the floor, beside the published example of too little."""
    seconds = practice_seconds_each(blocks, techniques)
    if seconds is not None and seconds < numbers.practice_floor_minutes * 60:
        yield warn(
            "R5.too_little",
            who,
            practice=_min_sec(seconds),
            floor=numbers.practice_floor_minutes,
            example=_min_sec(PUBLISHED_EXAMPLE_SECONDS),
        )


def assessment_objections(
    blocks: Sequence[Block], techniques: Sequence[str], trainees: int, assessors: int, who: str, numbers: Numbers
) -> Iterator[Objection]:
    """R47: time per attempt and assessor; each technique is demonstrated."""
    seconds = assessment_seconds_each(blocks, len(techniques), trainees, assessors)
    if seconds is not None and seconds < numbers.assessment_floor_seconds:
        yield warn("R47.too_little", who, seconds=seconds, floor=numbers.assessment_floor_seconds)
    shown = {code for b in blocks if b.kind is BlockKind.DEMONSTRATION for code in b.techniques}
    for code in techniques:
        if code not in shown:
            yield warn("R47.not_demonstrated", who, technique=code)


def tier_objections(course: Course, techniques: Sequence[CourseTechnique]) -> Iterator[Objection]:
    """R46: the tier is the highest in the set; a course type that says another is not Ready."""
    tier = derived_tier(techniques)
    if tier is not None and tier is not course.type_tier:
        yield block("R46.other_tier", course.ref, tier=tier, type_tier=course.type_tier)


def tier_risen_objections(course: Course, technique: Technique) -> Iterator[Objection]:
    """R46: once a course runs, nothing of a higher tier than it was made ready for comes into its set."""
    if technique.tier > course.type_tier:
        yield block("R46.tier_risen", technique.code, tier=technique.tier, type_tier=course.type_tier)


def notice_due(course: Course, numbers: Numbers) -> date:
    """R34: the last day on which head office is told of a planned course in time."""
    return course.starts_on - timedelta(days=numbers.head_office_notice_days)


def _min_sec(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"
