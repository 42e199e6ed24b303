"""Who a refresher is for: somebody whose earlier sign-off is on record, not lapsed for long, and not due the full course (R22, R23)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from calm_instructor.domain.errors import Objection, warn
from calm_instructor.domain.numbers import Numbers, add_months
from calm_instructor.domain.people import Person

REMINDERS = (90, 60, 30)
"""R22: days before the last one on which a refresher is called due."""


class Wanted(Enum):
    """Which course somebody is due for."""

    REFRESHER = "refresher"
    FULL_COURSE = "full course"


@dataclass(frozen=True, kw_only=True)
class Held:
    """What is on record of somebody's last sign-off: its last day, and the last day of a full course; None is not known."""

    until: date
    full_course_on: date | None = None


def held_by(person: Person, signed_until: Sequence[date], full_courses_on: Sequence[date]) -> Held | None:
    """R23: from sign-offs on this laptop that give authority, and from certificates that somebody has seen."""
    until = max((*signed_until, *(each.valid_until for each in person.earlier_sign_offs)), default=None)
    return Held(until=until, full_course_on=max(full_courses_on, default=None)) if until is not None else None


def refresher_objections(who: str, held: Held | None, on: date, numbers: Numbers) -> Iterator[Objection]:
    """R23: what a place on a refresher that begins ``on`` is asked. The grace and the years are the organisation's."""
    if held is None:
        yield warn("R23.no_earlier", who)
    elif add_months(held.until, numbers.refresher_grace_months) < on:
        yield warn("R23.lapsed", who, until=held.until)
    elif held.full_course_on is not None and is_full_course_due(held.full_course_on, on, numbers):
        yield warn("R23.full_course_due", who, given=held.full_course_on, years=numbers.full_course_every_years)


def is_full_course_due(last: date, on: date, numbers: Numbers) -> bool:
    """R23: whether the full course is due again (default: every 4th year)."""
    return add_months(last, 12 * numbers.full_course_every_years) <= on


def wanted(held: Held, on: date, numbers: Numbers) -> Wanted:
    """Which course brings somebody back who comes on this day."""
    return Wanted.FULL_COURSE if any(refresher_objections("", held, on, numbers)) else Wanted.REFRESHER
