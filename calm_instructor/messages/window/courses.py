"""Words of the list of courses, of a course's head, and of a new course."""

from datetime import date, time

from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _, mark, ngettext

_WEEKDAYS = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))


def weekday(on: date) -> str:
    """A day with its weekday, as in "Tue 24 Nov 2026"."""
    return f"{_(_WEEKDAYS[on.weekday()])} {day(on)}"


def hour(at: time) -> str:
    """As in "09:00"."""
    return f"{at.hour:02d}:{at.minute:02d}"


def when(first: date, last: date, starts: time | None, ends: time | None) -> str:
    """As in "Tue 24 Nov 2026, 09:00 to 16:30", or "Tue 24 Nov 2026 to Wed 25 Nov 2026"."""
    if first != last:
        return _("{first} to {last}").format(first=weekday(first), last=weekday(last))
    if starts is None or ends is None:
        return weekday(first)
    return _("{day}, {start} to {end}").format(day=weekday(first), start=hour(starts), end=hour(ends))


def where(site: str, venue: str) -> str:
    """Site and venue; once where they are the same."""
    if not venue or not site or venue == site:
        return site or venue
    if venue.startswith(site):
        return venue
    return f"{site}, {venue}"


def people(count: int) -> str:
    """As in "12 people"."""
    return ngettext("{count} person", "{count} people", count).format(count=count)


def needs(tna: str) -> str:
    """As in "needs CDH-07 revision 3"."""
    return _("needs {tna}").format(tna=tna)
