"""A line of what is left: how heavy, who or what, what is missing, where it is mended; and how far a course has come."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import CourseState
from calm_instructor.domain.errors import Weight
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import left as words
from calm_instructor.operations.viewing.course_file import CourseFile
from calm_instructor.operations.viewing.places import Left, Place

LAMPS = {Weight.BLOCK: Lamp.STOP, Weight.WARN: Lamp.WARN, Weight.RECORD: Lamp.INFO}
"""How heavy an objection weighs, as a lamp."""

PLANNED = frozenset({CourseState.PLANNING, CourseState.READY})
"""While its plan is worked on."""
WORKED_ON = frozenset({CourseState.READY, CourseState.RUNNING, CourseState.TO_SIGN})
"""From Ready until it is closed."""


def line(
    file: CourseFile,
    step: str,
    lamp: Lamp,
    said: tuple[str, str],
    focus: UUID | str | None = None,
    mend: str = words.MEND,
) -> Left:
    """A line of a step of this course. ``said``: title and detail; ``focus``: what the step puts in hand; ``mend``: a word."""
    place = Place(page="course", record=file.course.id, step=step, focus=focus)
    return Left(lamp=lamp, title=said[0], detail=said[1], place=place, mend=_(mend))


def of_person(
    file: CourseFile, step: str, lamp: Lamp, place: Enrolment, missing: Sequence[str], mend: str = words.MEND
) -> Left:
    """A line about somebody on the course, with all that is missing."""
    return line(file, step, lamp, (file.person(place).full_name, "; ".join(missing)), place.id, mend)


def has_begun(file: CourseFile, on: date) -> bool:
    """Whether the first day has come of a course that may run."""
    return file.course.state in WORKED_ON and (
        on >= file.course.starts_on or file.course.state is not CourseState.READY
    )


def is_over(file: CourseFile, on: date) -> bool:
    """Whether nothing more is taught."""
    return file.course.state is CourseState.TO_SIGN or on > file.course.ends_on
