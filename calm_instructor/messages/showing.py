"""How values are written for a reader: dates as 22 Nov 2026, times on the 24-hour clock, lists with "and"."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from calm_instructor.messages.translating import _, mark

_MONTHS = (
    mark("Jan"),
    mark("Feb"),
    mark("Mar"),
    mark("Apr"),
    mark("May"),
    mark("Jun"),
    mark("Jul"),
    mark("Aug"),
    mark("Sep"),
    mark("Oct"),
    mark("Nov"),
    mark("Dec"),
)
_WEEKDAYS = (
    mark("Monday"),
    mark("Tuesday"),
    mark("Wednesday"),
    mark("Thursday"),
    mark("Friday"),
    mark("Saturday"),
    mark("Sunday"),
)


def weekday(value: date) -> str:
    """The day of the week, as in "Monday"."""
    return _(_WEEKDAYS[value.weekday()])


def day(value: date) -> str:
    """A calendar date, as in "2 Oct 2026"."""
    return f"{value.day} {_(_MONTHS[value.month - 1])} {value.year}"


def month(value: date) -> str:
    """A month, as in "Oct 2026"."""
    return f"{_(_MONTHS[value.month - 1])} {value.year}"


def clock(value: datetime) -> str:
    """A time of day, as in "14:02", in the moment's own offset."""
    return f"{value.hour:02d}:{value.minute:02d}"


def moment(value: datetime) -> str:
    """A day and a time, as in "18 Nov 2026 16:42"."""
    return f"{day(value)} {clock(value)}"


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: "A", "A and B", "A, B and C"."""
    if len(names) <= 1:
        return "".join(names)
    return _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])


def shown(value: object) -> str:
    """Any fact of an objection, as a sentence shows it."""
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, StrEnum):
        from calm_instructor.messages.labels import label  # knows the whole domain, and a date needs none of it

        return label(value)
    if isinstance(value, (list, tuple)):
        return listed([shown(item) for item in value])
    return str(value)
