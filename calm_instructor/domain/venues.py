"""A venue that was looked at before: what of its list holds from one course to the next, and what is seen on the day alone."""

from collections.abc import Sequence
from dataclasses import replace

from calm_instructor.domain.course import Course, VenueCheck

LASTING = ("floor", "square_metres", "ventilation", "water", "emergency_plan", "phone_signal")
"""R14: furniture, first-aid kit and first aider are looked at for each course anew."""


def with_lasting(check: VenueCheck, earlier: VenueCheck) -> VenueCheck:
    """The list with the lasting answers of an earlier one where it has none; what was answered stays."""
    open_ = {name: getattr(earlier, name) for name in LASTING if getattr(check, name) is None}
    return replace(check, **open_)


def is_same_venue(one: Course, other: Course) -> bool:
    """Whether both are held in one place, by its name however it is spaced or capitalised; another site's hall is another."""
    site, elsewhere = _plain(one.site), _plain(other.site)
    return (
        bool(_plain(one.venue))
        and _plain(one.venue) == _plain(other.venue)
        and (site == elsewhere or not site or not elsewhere)
    )


def last_looked_at(course: Course, others: Sequence[Course]) -> Course | None:
    """The latest earlier course at this venue whose list says something lasting that this one doesn't say yet."""
    there = (
        each
        for each in others
        if each.id != course.id
        and each.starts_on < course.starts_on
        and is_same_venue(each, course)
        and with_lasting(course.venue_check, each.venue_check) != course.venue_check
    )
    return max(there, key=lambda each: (each.starts_on, each.ref), default=None)


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()
