"""Who may come to the Instructor Programme, and by which way (R37). Core Theory before it is asked as for every course (R1)."""

from collections.abc import Iterator
from datetime import date

from calm_instructor.domain.course import Course, CourseKind, Instructor
from calm_instructor.domain.errors import Objection, block, warn
from calm_instructor.domain.numbers import Numbers

PHYSICAL_INTERVENTION = "CALM PI"
"""The programme whose current instructors come without more."""


def offer_objections(course: Course, numbers: Numbers) -> Iterator[Objection]:
    """R37: off by default, for an organisation licensed to deliver it."""
    if course.kind is CourseKind.INSTRUCTOR_PROGRAMME and not numbers.instructor_programme:
        yield block("R37.not_offered", course.ref)


def route_objections(who: str, profile: Instructor | None, on: date) -> Iterator[Objection]:
    """R37: a current CALM PI instructor, with reference and expiry; or another way that is written in the profile."""
    if profile is not None and profile.entry_route.strip():
        return
    leads_there = profile is not None and PHYSICAL_INTERVENTION in profile.programmes and profile.authorisation_ref
    if profile is None or not leads_there or profile.expires is None:
        yield block("R37.no_route", who)
    elif profile.expires < on:
        yield block("R37.route_run_out", who, until=profile.expires)


def training_objections(who: str, *, trained: bool) -> Iterator[Objection]:
    """R37: earlier basic escape training is recommended."""
    if not trained:
        yield warn("R37.no_earlier_training", who)
