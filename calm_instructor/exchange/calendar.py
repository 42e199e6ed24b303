"""The days of a course as an iCalendar file (RFC 5545), for the calendars of those who come.

Says when and where, and nothing of anybody: a calendar is read by many.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

ZONE = "Europe/London"
_PRODUCT = "-//CALM Instructor//EN"
_GMT, _BST = timedelta(), timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """One day of a course. ``starts`` and ``ends``: on the clocks of the United Kingdom, without an offset.

    ``uid`` stays the same for good; ``sequence`` rises with every change, so that a calendar knows the newer of two.
    """

    uid: str
    sequence: int
    title: str
    place: str
    notes: str
    starts: datetime
    ends: datetime
    cancelled: bool = False


def calendar_of(name: str, meetings: Sequence[Meeting], at: datetime) -> bytes:
    """The file. ``at``: the moment it is made, with its offset."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add_component(_zone())
    for each in meetings:
        calendar.add_component(_event(each, at))
    return bytes(calendar.to_ical())


def _event(meeting: Meeting, at: datetime) -> Event:
    event = Event()
    event.add("uid", meeting.uid)
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", at)
    event.add("dtstart", meeting.starts, parameters={"TZID": ZONE})
    event.add("dtend", meeting.ends, parameters={"TZID": ZONE})
    event.add("summary", meeting.title)
    event.add("location", meeting.place)
    event.add("description", meeting.notes)
    event.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    return event


def _zone() -> Timezone:
    """British Summer Time from the last Sunday of March to the last of October, as the law has had it since 1996.

    Written out, because a zone worked out from the system's own data dates the change of spring an hour late.
    """
    zone = Timezone()
    zone.add("tzid", ZONE)
    for kind, name, month, first, before, after in (
        (TimezoneDaylight, "BST", 3, datetime.fromisoformat("1996-03-31T01:00"), _GMT, _BST),
        (TimezoneStandard, "GMT", 10, datetime.fromisoformat("1996-10-27T02:00"), _BST, _GMT),
    ):
        change = kind()
        change.add("dtstart", first)
        change.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        change.add("tzname", name)
        change.add("tzoffsetfrom", before)
        change.add("tzoffsetto", after)
        zone.add_component(change)
    return zone
