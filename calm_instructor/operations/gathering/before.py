"""What goes out before a course: the notice to head office (R34) and the joining letter (R44)."""

from collections.abc import Iterator
from datetime import datetime

from calm_instructor.domain.attendance import Part
from calm_instructor.domain.course import timed
from calm_instructor.domain.ids import CourseId
from calm_instructor.domain.limited_set import taught_codes
from calm_instructor.domain.planning_rules import is_physical, notice_due
from calm_instructor.exchange.paper import before_facts as paper
from calm_instructor.operations.analysing import analysis_of
from calm_instructor.operations.gathering.course_facts import CourseFacts
from calm_instructor.operations.planning import blocks_of, sessions_of
from calm_instructor.store.reading import Reading


def gather_course_notice(view: Reading, course: CourseId, at: datetime) -> paper.CourseNotice:
    """The notice of a course as it is planned now."""
    known = CourseFacts.of(view, course)
    return paper.CourseNotice(
        imprint=known.imprint(at),
        kind=known.kind,
        tier=known.tier,
        days=tuple(_days(known)),
        site=known.course.site,
        venue=known.course.venue,
        lead=known.lead,
        assisting=known.assisting,
        people=len(known.physical),
        theory_only=sum(1 for each in known.places if each.part is Part.THEORY),
        need=known.need,
        techniques=known.techniques,
        chosen=taught_codes(analysis_of(view, known.tna.id), known.course),
        physical=is_physical(known.course.kind),
        told=known.course.head_office_told_on,
        due=notice_due(known.course, known.organisation.numbers),
    )


def gather_joining_letter(view: Reading, course: CourseId, at: datetime) -> paper.JoiningLetter:
    """The letter to everyone who comes to a course."""
    known = CourseFacts.of(view, course)
    return paper.JoiningLetter(
        imprint=known.imprint(at),
        kind=known.kind,
        days=tuple(_days(known)),
        site=known.course.site,
        venue=known.course.venue,
        lead=known.lead,
        physical=is_physical(known.course.kind),
    )


def _days(known: CourseFacts) -> Iterator[paper.DayPlanned]:
    for session in sorted(sessions_of(known.view, known.course.id), key=lambda each: (each.on, each.starts)):
        blocks = timed(session, blocks_of(known.view, session))
        ends = blocks[-1].ends if blocks else session.starts
        yield paper.DayPlanned(day=session.on, starts=session.starts, ends=ends, about=session.topic)
