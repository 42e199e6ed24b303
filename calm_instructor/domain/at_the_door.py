"""At the door and on the mat: who may work hands-on today, and what attendance adds up to (R15, R16, R41)."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from calm_instructor.domain.attendance import Attendance, Enrolment, Fitness, FitnessStatus, Part, Presence
from calm_instructor.domain.course import (
    Block,
    BlockKind,
    Briefing,
    Session,
    TimedBlock,
    minutes_of,
    taught_minutes,
    timed,
)
from calm_instructor.domain.errors import Objection, block
from calm_instructor.domain.ids import BlockId
from calm_instructor.domain.numbers import Numbers


def part_objections(enrolment: Enrolment, who: str) -> Iterator[Objection]:
    """R11: neither the theory part nor watching opens the mat; a withdrawn place opens nothing."""
    if enrolment.withdrawn_on is not None:
        yield block("R11.withdrawn", who, day=enrolment.withdrawn_on)
    elif enrolment.part is Part.OBSERVER:
        yield block("R11.observer", who)
    elif enrolment.part is not Part.PHYSICAL:
        yield block("R11.theory_part", who)


def declared_at(fitness: Sequence[Fitness], at: datetime) -> Fitness | None:
    """R15: what a trainee had declared at a moment of a day: the last word before it.

    Where the day's only words were written down later, as from paper, the first of them. Another day's word never counts.
    """
    today = sorted((each for each in fitness if each.on == at.date()), key=lambda each: each.declared_at)
    before = [each for each in today if each.declared_at <= at]
    return before[-1] if before else next(iter(today), None)


def word_objections(fitness: Sequence[Fitness], who: str, on: date, now: datetime) -> Iterator[Objection]:
    """R15: a word is for a day that has come; once it is over the word on record stands: what is said afterwards can't have
    opened the mat.
    """
    if now.date() < on:
        yield block("R15.to_come", who, day=on)
    elif now.date() > on and any(each.on == on for each in fitness):
        yield block("R15.day_over", who, day=on)


def adjustment_objections(status: FitnessStatus, adjustment: str, who: str) -> Iterator[Objection]:
    """R15: fit with adjustment says what the instructor must do."""
    if status is FitnessStatus.ADJUSTED and not adjustment.strip():
        yield block("R15.no_adjustment", who)


def fitness_objections(fitness: Fitness | None, who: str, on: date) -> Iterator[Objection]:
    """R15: no practical work that day without a declaration, or when not fit. ``fitness``: see ``declared_at``."""
    if fitness is None:
        yield block("R15.no_declaration", who, day=on)
    elif fitness.status is FitnessStatus.NOT_FIT:
        yield block("R15.not_fit", who, day=on)


def presence_objections(attendance: Attendance | None, who: str, at: datetime) -> Iterator[Objection]:
    """R16, judged at the observed moment: only someone who is there can be assessed."""
    if attendance is None:
        yield block("R16.no_register", who, day=at.date())
    elif attendance.presence is Presence.ABSENT:
        yield block("R16.absent", who, day=at.date())
    elif attendance.arrived_at is not None and at < attendance.arrived_at:
        yield block("R16.not_yet_arrived", who, at=attendance.arrived_at)
    elif attendance.left_at is not None and at > attendance.left_at:
        yield block("R16.has_left", who, at=attendance.left_at)


def briefing_objections(briefings: Sequence[Briefing], session: Session, at: datetime) -> Iterator[Objection]:
    """R41: no practice before "briefing given by, at"."""
    given = [each for each in briefings if each.session == session.id]
    if not given:
        yield block("R41.no_briefing", str(session.number), day=session.on)
    elif min(each.given_at for each in given) > at:
        yield block("R41.before_briefing", str(session.number), at=min(each.given_at for each in given))


def unbriefed_objections(
    briefings: Sequence[Briefing],
    attendance: Attendance | None,
    session: Session,
    blocks: Sequence[Block],
    at: datetime,
    who: str,
) -> Iterator[Objection]:
    """R41: whoever came after the briefing and has missed what everyone must attend of it practises once that is made good, or
    once a briefing was given that they heard. ``blocks``: of that session."""
    if attendance is None or attendance.arrived_at is None or at < attendance.arrived_at:
        return
    arrived = attendance.arrived_at
    given = sorted(each.given_at for each in briefings if each.session == session.id and each.given_at <= at)
    if not given or given[-1] >= arrived:
        return
    begun = {each.block.id for each in timed(session, blocks) if each.starts < arrived.time()}
    if attendance.still_missed & begun:
        yield block("R41.unbriefed", who, arrived=arrived, given=given[-1])


def briefing_day_objections(session: Session, given_at: datetime, now: datetime) -> Iterator[Objection]:
    """R41: a briefing counts for the day on which it is given, once it was."""
    if given_at.date() != session.on:
        yield block("R41.other_day", str(session.number), given=given_at, day=session.on)
    elif given_at > now:
        yield block("R41.to_come", str(session.number), given=given_at)


def seeing_objections(session: Session, seen_at: datetime) -> Iterator[Objection]:
    """R16: who is here is seen on the session's own day; entered later, it says when they were seen."""
    if seen_at.date() != session.on:
        yield block("R16.other_day", str(session.number), day=session.on)


_BEFOREHAND = timedelta(minutes=30)
"""How long before somebody comes it may be written down that they will: they have rung."""


def coming_objections(
    session: Session, blocks: Sequence[Block], arrived: datetime | None, who: str, now: datetime
) -> Iterator[Objection]:
    """R16: nobody is here on a day that is still to come, at an hour still to come, or after the day was over."""
    if now.date() < session.on:
        yield block("R16.to_come", str(session.number), day=session.on)
        return
    if arrived is None:
        return
    begins = datetime.combine(session.on, session.starts, tzinfo=arrived.tzinfo)
    ends = max((each.ends for each in timed(session, blocks)), default=time.max)
    if arrived.time() > ends or (now.date() == session.on and arrived > max(now, begins) + _BEFOREHAND):
        yield block("R16.not_come_yet", who, at=arrived)


def declaring_objections(session: Session, at: datetime) -> Iterator[Objection]:
    """R15: several people say on the day itself, together, that they are fit."""
    if at.date() != session.on:
        yield block("R15.other_day", str(session.number), day=session.on)


def times_of(
    presence: Presence, earlier: Attendance | None, arrived: datetime | None, left: datetime | None, now: datetime
) -> tuple[datetime | None, datetime | None]:
    """R16: when somebody came and went. Late or gone early without a time is now; the other time stays as it was entered."""
    if presence is Presence.LATE:
        return arrived or now, left or (earlier.left_at if earlier else None)
    if presence is Presence.LEFT_EARLY:
        return arrived or (earlier.arrived_at if earlier else None), left or now
    return arrived, left


def session_at(sessions: Sequence[Session], at: datetime) -> Session | None:
    """The session a moment belongs to: of that day's, the last that has begun, or the first; None on another day."""
    today = sorted((each for each in sessions if each.on == at.date()), key=lambda each: each.starts)
    begun = [each for each in today if each.starts <= at.time()]
    return begun[-1] if begun else next(iter(today), None)


def presence_in(
    session: Session, blocks: Sequence[Block], arrived: datetime | None, left: datetime | None
) -> tuple[int, tuple[BlockId, ...]]:
    """R16, R41: taught minutes present (breaks apart) and the must-attend blocks not attended in full.

    ``arrived`` and ``left`` on the venue's clock; None: from the start, to the end.
    """
    minutes, missed = 0, []
    for each in timed(session, blocks):
        share = _share(session, each, arrived, left)
        if each.block.kind is not BlockKind.BREAK:
            minutes += round(minutes_of(each.block) * share)
        if each.block.must_attend and share < 1:
            missed.append(each.block.id)
    return minutes, tuple(missed)


def _share(session: Session, each: TimedBlock, arrived: datetime | None, left: datetime | None) -> float:
    if each.block.minutes == 0:
        return 1.0
    known = arrived or left
    starts = datetime.combine(session.on, each.starts, tzinfo=known.tzinfo if known else None)
    ends = starts + timedelta(minutes=each.block.minutes)
    begin, finish = max(starts, arrived or starts), min(ends, left or ends)
    return max(0.0, (finish - begin).total_seconds() / (ends - starts).total_seconds())


def minutes_missed(attended: Sequence[Attendance], blocks: Sequence[Block]) -> int:
    """R16: taught minutes of the course less those present or made good."""
    return max(0, taught_minutes(blocks) - sum(each.minutes_in_all for each in attended))


def attendance_objections(
    attended: Sequence[Attendance], blocks: Sequence[Block], who: str, numbers: Numbers
) -> Iterator[Objection]:
    """R16, R41 for sign-off: minutes within the tolerance, and no must-attend block left out."""
    missed = minutes_missed(attended, blocks)
    if missed > numbers.missed_minutes_tolerated:
        yield block("R16.minutes_missing", who, missed=missed, tolerated=numbers.missed_minutes_tolerated)
    registered = {each.session for each in attended}
    still_missed = frozenset[BlockId]().union(*(each.still_missed for each in attended))
    for each in blocks:
        if each.must_attend and (each.id in still_missed or each.session not in registered):
            yield block("R41.missed_block", who, block=each.title)
