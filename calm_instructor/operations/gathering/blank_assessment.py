"""The blank assessment sheet: the rows and columns of the entry screen, on paper."""

from collections.abc import Sequence
from datetime import datetime

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.ids import CourseId
from calm_instructor.domain.technique import Criterion
from calm_instructor.exchange.paper import blank_assessment as paper
from calm_instructor.exchange.reading.shipped import knowledge
from calm_instructor.operations.gathering.asked import criteria_of
from calm_instructor.operations.gathering.course_facts import CourseFacts
from calm_instructor.store.reading import Reading


def gather_blank_assessment(view: Reading, course: CourseId, at: datetime) -> paper.BlankAssessment:
    """The sheet for everyone on the physical part, by bib, with the criteria that every attempt must meet."""
    known = CourseFacts.of(view, course)
    return paper.BlankAssessment(
        imprint=known.imprint(at),
        days=known.days,
        venue=known.venue,
        lead=known.lead,
        need=known.need,
        techniques=known.techniques,
        people=tuple(_row(known, place) for place in known.physical),
        criteria=_short([each for each in criteria_of(known) if each.mandatory]),
        knowledge=_short(knowledge()),
        attempts=known.organisation.numbers.attempts_per_technique,
    )


def _row(known: CourseFacts, place: Enrolment) -> paper.ToAssess:
    person = known.person(place)
    return paper.ToAssess(
        number=place.bib, name=person.full_name, staff_number=person.staff_no, to_do=place.adjustment.strip()
    )


def _short(asked: Sequence[Criterion]) -> tuple[tuple[str, str], ...]:
    return tuple((each.code, each.short) for each in asked)
