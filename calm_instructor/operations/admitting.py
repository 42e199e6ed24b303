"""Who may work hands-on at a moment (R1, R11, R15, R16, R28, R41): what the rules ask is read once, for one person or for all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from calm_instructor.domain.at_the_door import (
    briefing_objections,
    declared_at,
    fitness_objections,
    part_objections,
    presence_objections,
    session_at,
    unbriefed_objections,
)
from calm_instructor.domain.attendance import Attendance, Enrolment, Fitness, Incident
from calm_instructor.domain.course import Block, Briefing, Course, Session
from calm_instructor.domain.errors import Objection, block
from calm_instructor.domain.ids import EnrolmentId
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.observing import marking_objections
from calm_instructor.domain.pause import pause_objections
from calm_instructor.domain.people import Person, evidence_objections
from calm_instructor.operations.enrolling import theory_objections_before
from calm_instructor.operations.planning import first_physical
from calm_instructor.operations.wish import numbers_of
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Door:
    """What is on record at a moment of a course that decides who may work hands-on. ``session``: None on another day."""

    course: Course
    at: datetime
    first: datetime
    numbers: Numbers
    session: Session | None
    blocks: tuple[Block, ...]
    briefings: tuple[Briefing, ...]
    fitness: Mapping[EnrolmentId, Sequence[Fitness]]
    incidents: Mapping[EnrolmentId, Sequence[Incident]]
    attended: Mapping[EnrolmentId, Attendance]


def door_of(view: Reading, course: Course, places: Iterable[EnrolmentId], at: datetime) -> Door:
    """The door of a course for these places: one query for each kind of record."""
    ids = frozenset(places)
    session = session_at(view.all(Session, course=course.id), at)
    in_session = view.all(Attendance, session=session.id) if session else ()
    return Door(
        course=course,
        at=at,
        first=first_physical(view, course),
        numbers=numbers_of(view),
        session=session,
        blocks=view.all(Block, session=session.id) if session else (),
        briefings=view.all(Briefing, session=session.id) if session else (),
        fitness=by_place(view.all(Fitness, enrolment=ids)),
        incidents=by_place(view.all(Incident, enrolment=ids)),
        attended={each.enrolment: each for each in in_session if each.enrolment in ids},
    )


def by_place(records: Iterable[Any]) -> dict[EnrolmentId, tuple[Any, ...]]:
    """Records of places, by the place they are of; a place without any is not in it."""
    found: dict[EnrolmentId, list[Any]] = defaultdict(list)
    for each in records:
        found[each.enrolment].append(each)
    return {place: tuple(of_place) for place, of_place in found.items()}


def course_objections(door: Door) -> Iterator[Objection]:
    """R7, R17, R30: what keeps everybody from being marked at that moment."""
    return marking_objections(door.course, door.at.date())


def person_objections(view: Reading, door: Door, place: Enrolment, person: Person) -> Iterator[Objection]:
    """R1, R11, R15, R16, R28, R41: what keeps one person off the mat at that moment; who is not here comes before why not."""
    who, at = person.full_name, door.at
    yield from part_objections(place, who)
    yield from theory_objections_before(view, person, door.first, door.numbers)
    yield from evidence_objections(person)
    if door.session is None:
        yield block("R16.no_register", who, day=at.date())
    else:
        yield from presence_objections(door.attended.get(place.id), who, at)
    yield from fitness_objections(declared_at(door.fitness.get(place.id, ()), at), who, at.date())
    yield from pause_objections(door.incidents.get(place.id, ()), place, who, at)
    if door.session is not None:
        yield from briefing_objections(door.briefings, door.session, at)
        yield from unbriefed_objections(door.briefings, door.attended.get(place.id), door.session, door.blocks, at, who)


def hands_on_objections(view: Reading, place: Enrolment, course: Course, at: datetime) -> tuple[Objection, ...]:
    """R1, R7, R11, R15 to R17, R28, R41, judged at the observed moment: whether one person may be assessed hands-on then."""
    door = door_of(view, course, (place.id,), at)
    return (*course_objections(door), *person_objections(view, door, place, view.get(Person, place.person)))
