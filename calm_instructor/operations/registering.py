"""The register: who came, when, fit to take part today, and that the briefing was given (R15, R16, R41)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from calm_instructor.domain.at_the_door import (
    adjustment_objections,
    briefing_day_objections,
    coming_objections,
    declaring_objections,
    minutes_missed,
    presence_in,
    seeing_objections,
    times_of,
    word_objections,
)
from calm_instructor.domain.attendance import Attendance, Enrolment, Fitness, FitnessStatus, MadeGood, Part, Presence
from calm_instructor.domain.course import Briefing, Course, CourseState, Session
from calm_instructor.domain.errors import CalmError, Objection, block
from calm_instructor.domain.ids import AttendanceId, BriefingId, EnrolmentId, FitnessId, SessionId
from calm_instructor.domain.observing import open_objections
from calm_instructor.domain.people import Person
from calm_instructor.operations.enrolling import enrol
from calm_instructor.operations.entering import enter_person
from calm_instructor.operations.planning import all_blocks, blocks_of
from calm_instructor.operations.signing import sign_off_of
from calm_instructor.operations.wish import NO_REASONS, Act, wish
from calm_instructor.store.reading import Reading


def attendance_in(view: Reading, enrolment: EnrolmentId, session: SessionId) -> Attendance | None:
    """What the register says of one person in one session."""
    return next(iter(view.all(Attendance, enrolment=enrolment, session=session)), None)


def fitness_on(view: Reading, enrolment: EnrolmentId, on: date) -> Fitness | None:
    """R15: the declaration of a day, the last one where it was asked again."""
    declared = [each for each in view.all(Fitness, enrolment=enrolment) if each.on == on]
    return max(declared, key=lambda each: each.declared_at, default=None)


def signed_objections(view: Reading, place: Enrolment, who: str) -> Iterator[Objection]:
    """R20: what a sign-off rests on stays while it stands."""
    if sign_off_of(view, place.id) is not None:
        yield block("R20.signed_already", who)


def _open(act: Act, place: Enrolment) -> str:
    """Who it is; refused where the course is closed or the person signed off."""
    who = act.work.get(Person, place.person).full_name
    course = act.work.get(Course, place.course)
    act.refuse([*open_objections(course), *signed_objections(act.work, place, who)])
    return who


@wish("attendance.recorded", "register")
def record_attendance(
    act: Act,
    enrolment: EnrolmentId,
    session: SessionId,
    presence: Presence,
    *,
    arrived_at: datetime | None = None,
    left_at: datetime | None = None,
) -> Attendance:
    """R16: one person in one session; taught minutes and must-attend blocks missed are worked out from the plan.

    Late or gone early without a time is now. Who was late and goes early keeps both times.
    """
    place = act.work.get(Enrolment, enrolment)
    act.say(who=_open(act, place), what=presence)
    held = act.work.get(Session, session)
    if held.course != place.course:
        raise CalmError("store.no_record", table="sessions", id=session)
    earlier = attendance_in(act.work, enrolment, session)
    who = act.work.get(Person, place.person).full_name
    if presence is not Presence.ABSENT:  # that somebody will not come is known beforehand
        act.refuse(coming_objections(held, blocks_of(act.work, held), arrived_at, who, act.at))
    arrived_at, left_at = times_of(presence, earlier, arrived_at, left_at, act.at)
    blocks = blocks_of(act.work, held)
    minutes, missed = presence_in(held, blocks, arrived_at, left_at)
    if presence is Presence.ABSENT:
        minutes, missed = 0, tuple(each.id for each in blocks if each.must_attend)
    entry = Attendance(
        id=earlier.id if earlier else AttendanceId(act.new_id()),
        enrolment=enrolment,
        session=session,
        presence=presence,
        arrived_at=arrived_at,
        left_at=left_at,
        minutes=minutes,
        missed=missed,
        made_good=earlier.made_good if earlier else (),
    )
    act.work.put(entry)
    return entry


@wish("attendance.all_here", "register")
def see_all_here(act: Act, session: SessionId, *, seen_at: datetime | None = None) -> tuple[Attendance, ...]:
    """R16: "I see all n here": everyone whose entry is blank is present from the start; after it, each arrived now, late.

    ``seen_at``: when they were seen, where it is entered later, as from paper. Never changes an entry, and leaves who
    is signed off alone (R20).
    """
    held = act.work.get(Session, session)
    course = act.work.get(Course, held.course)
    act.refuse([*open_objections(course), *seeing_objections(held, seen_at or act.at)])
    seen = seen_at or act.at
    late = seen.date() == held.on and seen.time().replace(second=0, microsecond=0) > held.starts
    arrived = seen if late else None
    minutes, missed = presence_in(held, blocks_of(act.work, held), arrived, None)
    entries = tuple(
        Attendance(
            id=AttendanceId(act.new_id()),
            enrolment=place.id,
            session=session,
            presence=Presence.LATE if late else Presence.PRESENT,
            arrived_at=arrived,
            minutes=minutes,
            missed=missed,
        )
        for place in sorted(act.work.all(Enrolment, course=course.id), key=lambda each: each.bib)
        if place.withdrawn_on is None
        and attendance_in(act.work, place.id, session) is None
        and sign_off_of(act.work, place.id) is None
    )
    act.work.put_all(entries)
    act.say(count=len(entries))
    return entries


@wish("attendance.made_good", "register")
def make_good(act: Act, attendance: AttendanceId, made_good: MadeGood) -> Attendance:
    """R16, R41: missed content made good, with date, content and by whom."""
    current = act.work.get(Attendance, attendance)
    place = act.work.get(Enrolment, current.enrolment)
    who = _open(act, place)
    act.say(who=who)
    if not (made_good.content.strip() and made_good.by.strip()):
        attended = act.work.all(Attendance, enrolment=place.id)
        missing = minutes_missed(attended, all_blocks(act.work, place.course))
        tolerated = act.numbers.missed_minutes_tolerated
        act.refuse([block("R16.minutes_missing", who, missed=missing, tolerated=tolerated)])
    changed = replace(current, made_good=(*current.made_good, made_good))
    act.work.put(changed)
    return changed


@wish("fitness.declared", "register")
def declare_fitness(
    act: Act, enrolment: EnrolmentId, on: date, status: FitnessStatus, *, adjustment: str = "", limit: str = ""
) -> Fitness:
    """R15: the trainee's declaration for a day; ``adjustment`` is what the instructor must do, ``limit`` what follows (R21).

    On the day itself it can be said anew; written down later, as from paper, once.
    """
    who = _open(act, act.work.get(Enrolment, enrolment))
    is_adjusted = status is FitnessStatus.ADJUSTED
    act.refuse(
        [
            *word_objections(act.work.all(Fitness, enrolment=enrolment), who, on, act.at),
            *adjustment_objections(status, adjustment, who),
        ]
    )
    act.say(who=who)
    entry = Fitness(
        id=FitnessId(act.new_id()),
        enrolment=enrolment,
        on=on,
        status=status,
        adjustment=adjustment.strip() if is_adjusted else "",
        limit=limit.strip() if is_adjusted else "",
        declared_at=act.at,
        recorded_by=act.by,
    )
    act.work.put(entry)
    return entry


@wish("fitness.declared_together", "register")
def declare_fit_together(act: Act, session: SessionId, enrolments: Sequence[EnrolmentId]) -> tuple[Fitness, ...]:
    """R15: several people have each said that they are fit today: a record of their own each, one step to undo.

    Only for those who are here, come to the physical part and have said nothing yet; a word that is on record stays.
    """
    held = act.work.get(Session, session)
    course = act.work.get(Course, held.course)
    act.refuse([*open_objections(course), *declaring_objections(held, act.at)])
    entries = tuple(
        Fitness(
            id=FitnessId(act.new_id()),
            enrolment=place.id,
            on=held.on,
            status=FitnessStatus.FIT,
            declared_at=act.at,
            recorded_by=act.by,
        )
        for place in (act.work.get(Enrolment, each) for each in dict.fromkeys(enrolments))
        if place.course == course.id and _may_declare(act.work, place, held)
    )
    act.work.put_all(entries)
    act.say(count=len(entries))
    return entries


def _may_declare(view: Reading, place: Enrolment, held: Session) -> bool:
    entry = attendance_in(view, place.id, held.id)
    is_here = entry is not None and entry.presence is not Presence.ABSENT
    on_the_mat = place.part is Part.PHYSICAL and place.withdrawn_on is None
    said_nothing = fitness_on(view, place.id, held.on) is None
    return is_here and on_the_mat and said_nothing and sign_off_of(view, place.id) is None


@wish("attendance.walk_in", "people", "courses", "register")
def walk_in(
    act: Act,
    session: SessionId,
    person: Person,
    part: Part = Part.PHYSICAL,
    *,
    reasons: Mapping[str, str] = NO_REASONS,
) -> Attendance:
    """Somebody comes who was not expected: taken in, placed and here from now, in one step.

    Without a staff number they get a temporary one. Enrolling asks what it always asks (R1, R11, R12, R53).
    """
    held = act.work.get(Session, session)
    act.refuse(seeing_objections(held, act.at))
    entered = enter_person(act, person)
    (place,) = enrol(act, held.course, [entered.id], part, reasons=reasons)
    late = act.at.time().replace(second=0, microsecond=0) > held.starts
    entry = record_attendance(act, place.id, session, Presence.LATE if late else Presence.PRESENT)
    act.say(who=entered.full_name)
    return entry


@wish("briefing.given", "register", "courses")
def give_briefing(act: Act, session: SessionId, given_at: datetime) -> Briefing:
    """R41: the stop word and safety briefing was given, by whom and when; the course is running from then on."""
    held = act.work.get(Session, session)
    course = act.work.get(Course, held.course)
    act.refuse([*open_objections(course), *briefing_day_objections(held, given_at, act.at)])
    briefing = Briefing(id=BriefingId(act.new_id()), session=session, given_by=act.by, given_at=given_at)
    act.work.put(briefing)
    if course.state is CourseState.READY:
        act.work.put(replace(course, state=CourseState.RUNNING))
    act.say(number=held.number)
    return briefing
