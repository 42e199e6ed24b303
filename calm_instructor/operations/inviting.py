"""The days of a course for everybody's calendar: the same days under the same names for good, changed or called off."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from calm_instructor.domain.course import Block, Course, CourseState, Instructor, Session, TimedBlock, timed
from calm_instructor.domain.errors import Refused, block
from calm_instructor.domain.ids import CourseId
from calm_instructor.exchange.calendar import Meeting, calendar_of
from calm_instructor.exchange.safe_file import write_atomically
from calm_instructor.messages import inviting as words
from calm_instructor.messages.showing import clock
from calm_instructor.operations.desk import Desk
from calm_instructor.store.reading import Reading

_ENDING = ".ics"


def save_calendar(desk: Desk, course: CourseId, path: Path) -> None:
    """Write the days of a course to a file. Refused where none is planned and none was; nothing is recorded by it."""
    data = desk.read(course_calendar, course, desk.clock())
    write_atomically(path, data)


def calendar_name(view: Reading, course: CourseId) -> str:
    """The name proposed for the file."""
    return f"{view.get(Course, course).ref}{_ENDING}"


def course_calendar(view: Reading, course_id: CourseId, at: datetime) -> bytes:
    """The days of a course as an iCalendar file, days taken off as called off. Raises Refused (course.no_plan)."""
    course = view.get(Course, course_id)
    meetings = tuple(_meetings(view, course))
    if not meetings:
        raise Refused([block("course.no_plan", course.ref)])
    return calendar_of(f"{course.title}, {course.ref}", meetings, at)


def _meetings(view: Reading, course: Course) -> Iterator[Meeting]:
    """Every day there is or was.

    The sequence counts the changes of the whole plan: a block may go from one day to another, and it must never fall.
    """
    lead = view.get(Instructor, course.lead)
    days = view.records(Session, course=course.id)
    blocks = [each for day in days for each in view.records(Block, session=day.value.id)]
    sequence = sum(each.revision for each in (*view.records(Course, course.id), *days, *blocks))
    standing = sorted((each.value for each in days if each.gone is None), key=lambda day: (day.on, day.starts))
    for each in days:
        day: Session = each.value
        hours = timed(day, [block.value for block in blocks if block.gone is None])
        called_off = each.gone is not None or course.state is CourseState.CANCELLED
        number = standing.index(day) + 1 if day in standing else 0
        starts, ends = _span(day, hours)
        yield Meeting(
            uid=str(day.id),
            sequence=sequence,
            title=words.meeting_title(course.title, number, len(standing)) if number else course.title,
            place=course.venue or course.site,
            notes=words.meeting_notes(course.ref, clock(starts), clock(ends), lead.name),
            starts=starts,
            ends=ends,
            cancelled=called_off,
        )


def _span(day: Session, hours: tuple[TimedBlock, ...]) -> tuple[datetime, datetime]:
    starts = datetime.combine(day.on, day.starts)
    return starts, datetime.combine(day.on, hours[-1].ends) if hours else starts
