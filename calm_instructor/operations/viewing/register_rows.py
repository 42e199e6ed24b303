"""One line of the register: what the instructor must do, what keeps the person off the mat, what is still to be made good."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from calm_instructor.domain.at_the_door import attendance_objections, declared_at, fitness_objections, part_objections
from calm_instructor.domain.attendance import Attendance, Enrolment, Fitness, FitnessStatus, Part, Presence, to_do_for
from calm_instructor.domain.course import Block, Session, taught_minutes, timed
from calm_instructor.domain.errors import Objection
from calm_instructor.domain.ids import AttendanceId, BlockId, EnrolmentId, IncidentId, PersonId
from calm_instructor.domain.pause import pause_at, pause_objections
from calm_instructor.domain.people import evidence_objections
from calm_instructor.domain.planning_rules import is_physical
from calm_instructor.messages import sentence
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import clock, day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import register as words
from calm_instructor.operations.viewing.course_file import CourseFile

_OFF_THE_MAT = {Part.THEORY: words.THEORY_ONLY, Part.OBSERVER: words.OBSERVER}


@dataclass(frozen=True, kw_only=True)
class Gap:
    """What somebody missed in one session and has not made good: minutes, and must-attend blocks by title (R16, R41)."""

    attendance: AttendanceId
    session: str
    minutes: int
    blocks: tuple[tuple[BlockId, str], ...]


@dataclass(frozen=True, kw_only=True)
class RegisterRow:
    """One person in one session. ``must``: what the instructor must do or what is in the way, shortly; ``told``: in full.

    ``lamp`` None: plain words. ``late``: minutes after the start. ``pausing``: the injury or near miss that pauses now.
    """

    enrolment: EnrolmentId
    person: PersonId
    bib: int
    name: str
    known_as: str
    is_physical: bool
    presence: Presence | None
    late: int | None
    left: time | None
    fitness: FitnessStatus | None
    adjustment: str
    limit: str
    lamp: Lamp | None
    must: str
    told: tuple[str, ...]
    gaps: tuple[Gap, ...]
    owes: bool
    pausing: IncidentId | None
    paused_since: datetime | None
    signed: bool


def row_of(file: CourseFile, place: Enrolment, session: Session, now: datetime) -> RegisterRow:
    """How one person stands in a session at a moment."""
    entry = next((each for each in file.attended.get(place.id, ()) if each.session == session.id), None)
    at = _moment(session, now)
    fitness = declared_at(file.fitness.get(place.id, ()), at)
    pausing = pause_at(file.incidents, place, at)
    physical = place.part is Part.PHYSICAL and is_physical(file.course.kind)
    signed = place.id in file.signed
    owed = _owed(file, place) if physical and not signed else ()
    stops = _stops(file, place, fitness, at) if physical and _is_here(entry) and not signed else ()
    asked = declaration_lamp(session, file.blocks, at)
    lamp, must = _must(place, entry, session, now, fitness, stops, owed, signed, physical, asked)
    return RegisterRow(
        enrolment=place.id,
        person=place.person,
        bib=place.bib,
        name=file.person(place).full_name,
        known_as=file.person(place).known_as,
        is_physical=physical,
        presence=entry.presence if entry else None,
        late=_late(entry, session),
        left=entry.left_at.timetz().replace(tzinfo=None) if entry and entry.left_at else None,
        fitness=fitness.status if fitness else None,
        adjustment=fitness.adjustment if fitness else "",
        limit=fitness.limit if fitness else "",
        lamp=lamp,
        must=must,
        told=tuple(_told(file, place, entry, fitness, stops, owed, signed)),
        gaps=tuple(_gaps(file, place)),
        owes=bool(owed),
        pausing=pausing.id if pausing else None,
        paused_since=pausing.at if pausing else None,
        signed=signed,
    )


def declaration_lamp(session: Session, blocks: Sequence[Block], at: datetime) -> Lamp:
    """R15: a declaration that is missing is something to do until work hands-on begins in the session, and stops from then on."""
    hands_on = (each.starts for each in timed(session, blocks) if each.block.kind.is_physical)
    begins = next((datetime.combine(session.on, each, tzinfo=at.tzinfo) for each in hands_on), None)
    return Lamp.STOP if begins is not None and at >= begins else Lamp.TODO


def _moment(session: Session, now: datetime) -> datetime:
    """Now on the session's own day; of another day its end."""
    return now if session.on == now.date() else datetime.combine(session.on, time(23, 59), tzinfo=now.tzinfo)


def _is_here(entry: Attendance | None) -> bool:
    return entry is not None and entry.presence is not Presence.ABSENT


def _late(entry: Attendance | None, session: Session) -> int | None:
    if entry is None or entry.arrived_at is None:
        return None
    starts = datetime.combine(session.on, session.starts, tzinfo=entry.arrived_at.tzinfo)
    return max(0, round((entry.arrived_at - starts).total_seconds() / 60))


def _stops(file: CourseFile, place: Enrolment, fitness: Fitness | None, at: datetime) -> tuple[Objection, ...]:
    """R1, R11, R15, R28: what keeps somebody who is here off the mat."""
    person = file.person(place)
    return (
        *pause_objections(file.incidents, place, person.full_name, at),
        *part_objections(place, person.full_name),
        *fitness_objections(fitness, person.full_name, at.date()),
        *evidence_objections(person),
    )


def _owed(file: CourseFile, place: Enrolment) -> tuple[Objection, ...]:
    """R16, R41: what is still to be made good of the sessions on record."""
    attended = file.attended.get(place.id, ())
    held = {each.session for each in attended}
    blocks = [each for each in file.blocks if each.session in held]
    return tuple(attendance_objections(attended, blocks, file.person(place).full_name, file.numbers))


def _must(
    place: Enrolment,
    entry: Attendance | None,
    session: Session,
    now: datetime,
    fitness: Fitness | None,
    stops: Sequence[Objection],
    owed: Sequence[Objection],
    signed: bool,
    physical: bool,
    asked: Lamp,
) -> tuple[Lamp | None, str]:
    if signed:
        return Lamp.OK, _(words.SIGNED)
    if entry is None:
        is_past = session.on < now.date()
        return (Lamp.STOP, _(words.NO_ENTRY)) if is_past else (None, _(words.NOT_HERE_YET))
    if entry.presence is Presence.ABSENT:
        return None, _(words.IS_ABSENT)
    said = [_(words.LEFT_AT).format(at=clock(entry.left_at))] if entry.left_at else []
    stopping = [each for each in stops if asked is Lamp.STOP or each.code != "R15.no_declaration"]
    if stopping:
        return Lamp.STOP, " · ".join([_short(stopping[0]), *said])
    said[:0] = map(_short, stops) if stops else to_do_for(place, fitness)
    missed = list(_missed(owed))
    if missed:
        return Lamp.WARN, " · ".join([*filter(None, said), *missed])
    if stops:
        return asked, " · ".join(said)
    if not physical:
        said.append(_(_OFF_THE_MAT[place.part]) if place.part in _OFF_THE_MAT else "")
    return None, " · ".join(filter(None, said)) or _(words.NOTHING)


def _short(no: Objection) -> str:
    if no.code == "R28.paused":
        at = no.facts["at"]
        return _(words.PAUSED).format(at=clock(at) if isinstance(at, datetime) else at)
    return _(words.SHORT[no.code]) if no.code in words.SHORT else sentence(no)


def _missed(owed: Sequence[Objection]) -> Iterator[str]:
    for no in owed:
        if no.code == "R16.minutes_missing":
            yield _(words.TO_MAKE_GOOD).format(minutes=no.facts["missed"])
    blocks = [str(no.facts["block"]) for no in owed if no.code == "R41.missed_block"]
    if blocks:
        yield words.blocks_to_make_good(blocks)


def _told(
    file: CourseFile,
    place: Enrolment,
    entry: Attendance | None,
    fitness: Fitness | None,
    stops: Sequence[Objection],
    owed: Sequence[Objection],
    signed: bool,
) -> Iterator[str]:
    who = file.person(place).full_name
    if signed:
        yield _(words.SIGNED_SENTENCE).format(who=who)
        return
    if entry is None:
        yield _(words.CHOOSE_ARRIVAL).format(who=who)
    yield from (sentence(no) for no in (*stops, *owed))
    if fitness is not None and fitness.limit:
        yield _(words.MUST_AND_LIMIT).format(must=fitness.adjustment, limit=fitness.limit)
    if place.adjustment:
        yield _(words.ADJUSTED_IN_GENERAL).format(who=who, adjustment=place.adjustment)
    for each in entry.made_good if entry else ():
        yield _(words.MADE_GOOD).format(minutes=each.minutes, day=day(each.on), content=each.content, by=each.by)
    if entry is not None and not (stops or owed):
        yield _(words.ALL_IN_ORDER).format(who=who)


def _gaps(file: CourseFile, place: Enrolment) -> Iterator[Gap]:
    sessions = {each.id: each for each in file.sessions}
    for each in file.attended.get(place.id, ()):
        blocks = [one for one in file.blocks if one.session == each.session]
        missing = max(0, taught_minutes(blocks) - each.minutes_in_all)
        still = tuple((one.id, one.title) for one in blocks if one.id in each.still_missed)
        if missing or still:
            session = sessions[each.session]
            label = words.session_label(
                session.number, session.on, session.starts, session.topic, one_day=False, is_today=False
            )
            yield Gap(attendance=each.id, session=label, minutes=missing, blocks=still)
