"""The register of one session: who came, when, fit today, what the instructor must do, and what keeps whom off the mat."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from calm_instructor.domain.at_the_door import (
    session_at,
)
from calm_instructor.domain.attendance import Enrolment, Incident, Presence
from calm_instructor.domain.course import Block, Course, CourseState, Instructor, Session
from calm_instructor.domain.ids import BlockId, CourseId, EnrolmentId, IncidentId, SessionId
from calm_instructor.domain.needs import Tna
from calm_instructor.domain.observing import open_objections
from calm_instructor.domain.people import Organisation, Person
from calm_instructor.domain.planning_rules import is_physical
from calm_instructor.messages import sentence
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import clock
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import register as words
from calm_instructor.operations.viewing.course_file import CourseFile, course_file
from calm_instructor.operations.viewing.register_rows import RegisterRow, row_of
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
class BlockMinutes:
    """R51: minutes of a block, planned and as it went."""

    block: BlockId
    title: str
    planned: int
    given: int | None


@dataclass(frozen=True, kw_only=True)
class IncidentShown:
    """R28: what is on record, in a line. ``who`` "" where it happened to nobody in particular; ``lacks``: what is still to be
    written of an injury, "" for nothing; ``stands``: with everything that was added."""

    id: IncidentId
    who: str
    line: str
    lamp: Lamp
    lacks: str
    stands: Incident


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
    rows = tuple(row_of(file, place, held, now) for place in file.places) if held else ()
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
        stands = each.as_it_stands
        kind = _(words.HURT_INJURY if stands.injury else words.HURT_NEAR_MISS)
        line = _(words.HURT_LINE).format(at=clock(each.at), who=who or _(words.HURT_NOBODY), kind=kind)
        is_open = each.enrolment is not None and each.cleared_at is None
        if is_open:
            line = f"{line} · {_(words.HURT_OPEN)}"
        elif each.cleared_at is not None:
            line = f"{line} · {_(words.HURT_CLEARED).format(at=clock(each.cleared_at), by=each.cleared_by)}"
        lacks = words.still_to_write(stands)
        lamp = Lamp.STOP if is_open else Lamp.WARN if lacks else Lamp.INFO
        yield IncidentShown(id=each.id, who=who, line=line, lamp=lamp, lacks=lacks, stands=stands)


@dataclass(frozen=True, kw_only=True)
class WalkIns:
    """Who may walk in: people on record who are not on the course, by name; the staff groups of the TNA; whose staff it is.

    ``here``: who is on the course already, with their numbers.
    """

    people: tuple[Person, ...]
    here: tuple[tuple[str, int], ...]
    groups: tuple[str, ...]
    employer: str


def walk_ins(view: Reading, course: CourseId) -> WalkIns:
    """What the form for somebody who was not expected knows already."""
    current = view.get(Course, course)
    places = [each for each in view.all(Enrolment, course=course) if each.withdrawn_on is None]
    on_it = {each.person for each in places}
    free = [each for each in view.all(Person) if each.id not in on_it and each.archived_on is None]
    return WalkIns(
        here=tuple((view.get(Person, each.person).full_name, each.bib) for each in places),
        people=tuple(sorted(free, key=lambda each: (each.sort_key, each.full_name))),
        groups=tuple(each.name for each in view.get(Tna, current.tna).staff_groups),
        employer=view.get(Organisation, current.organisation).name,
    )
