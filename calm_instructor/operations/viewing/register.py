"""The register of one session: who came, when, fit today, what the instructor must do, and what keeps whom off the mat."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from calm_instructor.domain.at_the_door import (
    attendance_objections,
    declared_at,
    fitness_objections,
    part_objections,
    session_at,
)
from calm_instructor.domain.attendance import Attendance, Enrolment, Fitness, FitnessStatus, Part, Presence
from calm_instructor.domain.course import Block, Course, CourseState, Instructor, Session, taught_minutes
from calm_instructor.domain.errors import Objection
from calm_instructor.domain.ids import AttendanceId, BlockId, CourseId, EnrolmentId, IncidentId, PersonId, SessionId
from calm_instructor.domain.needs import Tna
from calm_instructor.domain.observing import open_objections
from calm_instructor.domain.pause import pause_at, pause_objections
from calm_instructor.domain.people import Organisation, Person, evidence_objections
from calm_instructor.domain.planning_rules import is_physical
from calm_instructor.messages import sentence
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import clock, day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import register as words
from calm_instructor.operations.viewing.course_file import CourseFile, course_file
from calm_instructor.store.reading import Reading


class Day(StrEnum):
    """Where the day of a session lies."""

    PAST = "past"
    TODAY = "today"
    TO_COME = "to come"


@dataclass(frozen=True, kw_only=True)
class SessionShown:
    """A session to choose. ``starts``: on the venue's clock."""

    id: SessionId
    number: int
    on: date
    starts: time
    label: str
    day: Day


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


@dataclass(frozen=True, kw_only=True)
class BlockMinutes:
    """R51: minutes of a block, planned and as it went."""

    block: BlockId
    title: str
    planned: int
    given: int | None


@dataclass(frozen=True, kw_only=True)
class IncidentShown:
    """R28: what is on record, in a line. ``who`` "" where it happened to nobody in particular."""

    id: IncidentId
    who: str
    line: str
    lamp: Lamp


@dataclass(frozen=True, kw_only=True)
class Register:
    """``banner``: why this is not the register of now; ``undeclared``: here, for the mat, and nothing said yet (R15)."""

    course: CourseId
    is_open: bool
    banner: str
    sessions: tuple[SessionShown, ...]
    session: SessionShown | None
    briefed: str
    needs_briefing: bool
    rows: tuple[RegisterRow, ...]
    here: int
    absent: int
    blank: int
    undeclared: tuple[EnrolmentId, ...]
    minutes: tuple[BlockMinutes, ...]
    incidents: tuple[IncidentShown, ...]


def register_of(view: Reading, course: CourseId, session: SessionId | None, now: datetime) -> Register:
    """The register of a session; without one, of the session that is held now, or the nearest to it."""
    file = course_file(view, course)
    held = _session(file, session, now)
    rows = tuple(_row(file, place, held, now) for place in file.places) if held else ()
    here = [row for row in rows if row.presence not in {None, Presence.ABSENT}]
    shown = tuple(_session_shown(file, each, now) for each in file.sessions)
    chosen = next((each for each in shown if held and each.id == held.id), None)
    return Register(
        course=course,
        is_open=not any(open_objections(file.course)),
        banner=_banner(file, chosen),
        sessions=shown,
        session=chosen,
        briefed=_briefed(view, file, held),
        needs_briefing=is_physical(file.course.kind),
        rows=rows,
        here=len(here),
        absent=sum(1 for row in rows if row.presence is Presence.ABSENT),
        blank=sum(1 for row in rows if row.presence is None and not row.signed),
        undeclared=tuple(row.enrolment for row in here if row.is_physical and row.fitness is None and not row.signed),
        minutes=tuple(_minutes(file, held)) if held else (),
        incidents=tuple(_incidents(file)),
    )


def _session(file: CourseFile, wanted: SessionId | None, now: datetime) -> Session | None:
    chosen = next((each for each in file.sessions if each.id == wanted), None)
    if chosen is not None or not file.sessions:
        return chosen
    coming = [each for each in file.sessions if each.on > now.date()]
    return session_at(file.sessions, now) or (coming[0] if coming else file.sessions[-1])


def _session_shown(file: CourseFile, session: Session, now: datetime) -> SessionShown:
    lies = Day.TODAY if session.on == now.date() else Day.PAST if session.on < now.date() else Day.TO_COME
    return SessionShown(
        id=session.id,
        number=session.number,
        on=session.on,
        starts=session.starts,
        label=words.session_label(
            session.number,
            session.on,
            session.starts,
            session.topic,
            one_day=len({each.on for each in file.sessions}) == 1,
            is_today=lies is Day.TODAY,
        ),
        day=lies,
    )


def _banner(file: CourseFile, session: SessionShown | None) -> str:
    closed = next(open_objections(file.course), None)
    if file.course.state is CourseState.CLOSED and file.course.closed_at is not None:
        return words.closed_on(file.course.closed_at.date())
    if closed is not None:
        return sentence(closed)
    if session is None or session.day is Day.TODAY:
        return ""
    return words.other_day(session.number, session.on, is_past=session.day is Day.PAST)


def _briefed(view: Reading, file: CourseFile, session: Session | None) -> str:
    given = [each for each in file.briefings if session is not None and each.session == session.id]
    if not given:
        return ""
    first = min(given, key=lambda each: each.given_at)
    return _(words.BRIEFED).format(at=clock(first.given_at), by=view.get(Instructor, first.given_by).name)


def _minutes(file: CourseFile, session: Session) -> Iterator[BlockMinutes]:
    for each in _blocks(file, session):
        yield BlockMinutes(block=each.id, title=each.title, planned=each.minutes, given=each.given)


def _blocks(file: CourseFile, session: Session) -> list[Block]:
    return [each for each in file.blocks if each.session == session.id]


def _incidents(file: CourseFile) -> Iterator[IncidentShown]:
    names = {place.id: file.person(place).full_name for place in file.places}
    for each in sorted(file.incidents, key=lambda incident: incident.at):
        who = names.get(each.enrolment, "") if each.enrolment else ""
        kind = _(words.HURT_INJURY if each.injury else words.HURT_NEAR_MISS)
        line = _(words.HURT_LINE).format(at=clock(each.at), who=who or _(words.HURT_NOBODY), kind=kind)
        is_open = each.enrolment is not None and each.cleared_at is None
        if is_open:
            line = f"{line} · {_(words.HURT_OPEN)}"
        elif each.cleared_at is not None:
            line = f"{line} · {_(words.HURT_CLEARED).format(at=clock(each.cleared_at), by=each.cleared_by)}"
        yield IncidentShown(id=each.id, who=who, line=line, lamp=Lamp.STOP if is_open else Lamp.INFO)


# ── one person ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _row(file: CourseFile, place: Enrolment, session: Session, now: datetime) -> RegisterRow:
    entry = next((each for each in file.attended.get(place.id, ()) if each.session == session.id), None)
    at = _moment(session, now)
    fitness = declared_at(file.fitness.get(place.id, ()), at)
    pausing = pause_at(file.incidents, place, at)
    physical = place.part is Part.PHYSICAL and is_physical(file.course.kind)
    signed = place.id in file.signed
    owed = _owed(file, place) if physical and not signed else ()
    stops = _stops(file, place, fitness, at) if physical and _is_here(entry) and not signed else ()
    lamp, must = _must(place, entry, session, now, fitness, stops, owed, signed, physical)
    return RegisterRow(
        enrolment=place.id,
        person=place.person,
        bib=place.bib,
        name=file.person(place).full_name,
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
) -> tuple[Lamp | None, str]:
    if signed:
        return Lamp.OK, _(words.SIGNED)
    if entry is None:
        is_past = session.on < now.date()
        return (Lamp.STOP, _(words.NO_ENTRY)) if is_past else (None, _(words.NOT_HERE_YET))
    if entry.presence is Presence.ABSENT:
        return None, _(words.IS_ABSENT)
    said = [_(words.LEFT_AT).format(at=clock(entry.left_at))] if entry.left_at else []
    if stops:
        return Lamp.STOP, " · ".join([_short(stops[0]), *filter(None, said)])
    if fitness is not None and fitness.status is FitnessStatus.ADJUSTED:
        said.insert(0, fitness.adjustment or fitness.limit)
    missed = list(_missed(owed))
    if missed:
        return Lamp.WARN, " · ".join([*filter(None, said), *missed])
    if not physical:
        said.append(_(words.THEORY_ONLY) if place.part is Part.THEORY else "")
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
        blocks = _blocks(file, sessions[each.session])
        missing = max(0, taught_minutes(blocks) - each.minutes_in_all)
        still = tuple((one.id, one.title) for one in blocks if one.id in each.still_missed)
        if missing or still:
            session = sessions[each.session]
            label = words.session_label(
                session.number, session.on, session.starts, session.topic, one_day=False, is_today=False
            )
            yield Gap(attendance=each.id, session=label, minutes=missing, blocks=still)


@dataclass(frozen=True, kw_only=True)
class WalkIns:
    """Who may walk in: people on record who are not on the course, by name; the staff groups of the TNA; whose staff it is."""

    people: tuple[Person, ...]
    groups: tuple[str, ...]
    employer: str


def walk_ins(view: Reading, course: CourseId) -> WalkIns:
    """What the form for somebody who was not expected knows already."""
    current = view.get(Course, course)
    on_it = {each.person for each in view.all(Enrolment, course=course) if each.withdrawn_on is None}
    free = [each for each in view.all(Person) if each.id not in on_it and each.archived_on is None]
    return WalkIns(
        people=tuple(sorted(free, key=lambda each: (each.sort_key, each.full_name))),
        groups=tuple(each.name for each in view.get(Tna, current.tna).staff_groups),
        employer=view.get(Organisation, current.organisation).name,
    )
