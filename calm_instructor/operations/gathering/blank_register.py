"""The blank register: everyone expected, theory part too, and the half days to sign in and out of."""

from collections.abc import Iterator
from datetime import datetime, time
from itertools import pairwise

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import BlockKind, Session, TimedBlock, timed
from calm_instructor.domain.ids import CourseId
from calm_instructor.exchange.paper import blank_register as paper
from calm_instructor.messages import gathering as words
from calm_instructor.operations.gathering.course_facts import CourseFacts
from calm_instructor.operations.planning import blocks_of, sessions_of
from calm_instructor.store.reading import Reading

_NOON = time(12)


def gather_blank_register(view: Reading, course: CourseId, at: datetime) -> paper.BlankRegister:
    """The register of a course, by bib."""
    known = CourseFacts.of(view, course)
    return paper.BlankRegister(
        imprint=known.imprint(at),
        kind=known.kind,
        venue=known.venue,
        lead=known.lead,
        half_days=tuple(_half_days(view, course)),
        people=tuple(_expected(known, place) for place in known.places),
    )


def _expected(known: CourseFacts, place: Enrolment) -> paper.Expected:
    person = known.person(place)
    theory = person.core_theory
    return paper.Expected(
        name=person.full_name,
        staff_number=person.staff_no,
        employer=words.employer(person),
        core_theory=theory.completed_on if theory else None,
        evidence_seen_by=theory.seen_by if theory and theory.is_seen else "",
        beside=words.beside_the_mat(place.part),
    )


def _half_days(view: Reading, course: CourseId) -> Iterator[paper.HalfDay]:
    for session in sorted(sessions_of(view, course), key=lambda each: (each.on, each.starts)):
        for start in _starts(session, timed(session, blocks_of(view, session))):
            yield paper.HalfDay(day=session.on, label=words.half_day(start.hour), start=start)


def _starts(session: Session, blocks: tuple[TimedBlock, ...]) -> Iterator[time]:
    """When people sign in: at the session's start, and after the first break that ends in the afternoon."""
    yield session.starts
    if session.starts >= _NOON:
        return
    for each, following in pairwise(blocks):
        if each.block.kind is BlockKind.BREAK and following.starts >= _NOON:
            yield following.starts
            return
