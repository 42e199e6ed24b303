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


def now(what: str, until: time, behind: int) -> str:
    """As in "now: practice, until 11:40, 8 min behind"."""
    said = _("now: {what}, until {time}").format(what=what[:1].lower() + what[1:], time=hour(until))
    if behind > 0:
        return _("{said}, {count} min behind").format(said=said, count=behind)
    return _("{said}, {count} min ahead").format(said=said, count=-behind) if behind < 0 else said


def people(count: int) -> str:
    """As in "12 people"."""
    return ngettext("{count} person", "{count} people", count).format(count=count)


def needs(tna: str) -> str:
    """As in "needs CDH-07 revision 3"."""
    return _("needs {tna}").format(tna=tna)


# ── the list ────────────────────────────────────────────────────────────────────────────────────────────────────────

COURSES = mark("Courses")
NEW_COURSE = mark("New course")
TABLE = mark("Courses")
HEAD_WHEN = mark("When")
HEAD_COURSE = mark("Course")
HEAD_WHERE = mark("Where")
HEAD_PEOPLE = mark("People")
HEAD_LEAD = mark("Lead")
HEAD_STATE = mark("State")
HEAD_SENT = mark("Head office")
WHICH = mark("Which courses")
ALL = mark("All")
COMING = mark("Coming")
RUNNING = mark("Running")
TO_SIGN = mark("To sign")
CLOSED = mark("Closed")
CANCELLED = mark("Cancelled")
FIND = mark("Find by title, number, site or lead")
NONE_YET = mark("No course yet")
NONE_YET_HINT = mark(
    "A course rests on an authorised TNA. Choose its type, first day and place; the plan comes with it."
)
NO_TNA_YET_HINT = mark(
    "A course rests on an authorised training needs analysis. Begin with the analysis; then the course can be planned."
)
TO_NEEDS = mark("Go to Needs")
NONE_FOUND = mark("No course of that kind.")
OPEN_COURSE = mark("Open")
CANCEL_COURSE = mark("Cancel the course…")
REOPEN_COURSE = mark("Open again…")


def with_count(text: str, count: int) -> str:
    """A word with how many there are."""
    return f"{_(text)}  {count}" if count else _(text)


def not_sent(days: int) -> str:
    """How long a closed course has not been sent."""
    if not days:
        return _("Not sent")
    return ngettext("Not sent, {days} day", "Not sent, {days} days", days).format(days=days)


def told(on: date) -> str:
    """Head office was told of it."""
    return _("Told {day}").format(day=day(on))


def not_told() -> str:
    """Head office was not told of it yet."""
    return _("Not told yet")


def not_asked() -> str:
    """Head office is not asked of a course that was cancelled."""
    return _("Nothing to send")


def changed_since() -> str:
    """The last package doesn’t say what the records say."""
    return _("Changed since it was sent")


def exported(on: date) -> str:
    """A package was written."""
    return _("Exported {day}").format(day=day(on))


def received(on: date) -> str:
    """A receipt came."""
    return _("Received {day}").format(day=day(on))


# ── a new course ────────────────────────────────────────────────────────────────────────────────────────────────────

NEW_DETAIL = mark("Its plan comes from the type; everything in it can be changed afterwards")
TYPE = mark("Course type")
TNA = mark("Training needs analysis")
TITLE = mark("Title")
FIRST_DAY = mark("First day")
SITE = mark("Site")
VENUE = mark("Venue")
VENUE_HINT = mark("The room or hall")
LEAD = mark("Lead instructor")
CO = mark("Co-instructors")
NO_CO = mark("Nobody else is on record. Add instructors in Settings.")
RESTS_ON = mark("What it rests on")
WHEN_AND_WHERE = mark("When and where")
WHO = mark("Who delivers")
BRINGS = mark("What the type brings")
PLAN_IT = mark("Plan this course")
LEAVE = mark("Leave as it is")
COPY_DETAIL = mark("Planned after {ref}; choose its first day")
COPIED = mark("{ref} is planned; people placed: {placed} of {count}.")
CANT_REST = mark("These can’t carry a course")
PLANNED = mark("{ref} is planned. Agree its set next.")
NO_DATE = mark("Give the first day, as in 24 Nov 2026.")
NO_TNA = mark("Choose an authorised analysis first.")
NUMBERED = mark("{ref}, {when}")
TIER = mark("Tier of its choice")
TECHNIQUES = mark("Techniques")
NOTHING_STOPS = mark("Nothing stands against it.")
DAY_OF = mark("Day {number}: {day}, from {time}")
OPEN_NEEDS = mark("Open Needs")
NO_USABLE = mark("No analysis can carry a course yet")
NO_USABLE_HINT = mark("A course rests on an authorised training needs analysis that has not run out.")
NO_INSTRUCTOR = mark("No instructor is on record yet")
NO_INSTRUCTOR_HINT = mark("Enter who delivers, with the authorisation, in Settings.")
OPEN_SETTINGS = mark("Open Settings")


def hours(minutes: int) -> str:
    """As in "7 h 30 min"."""
    whole, rest = divmod(minutes, 60)
    if not whole:
        return _("{minutes} min").format(minutes=rest)
    if not rest:
        return _("{hours} h").format(hours=whole)
    return _("{hours} h {minutes} min").format(hours=whole, minutes=rest)


def brings(days: int, taught: int, practice: int) -> str:
    """As in "2 days, 13 h 30 min taught, 2 h 30 min of it practice"."""
    said = ngettext("{days} day, {taught} taught", "{days} days, {taught} taught", days)
    text = said.format(days=days, taught=hours(taught))
    return _("{text}, {practice} of it practice").format(text=text, practice=hours(practice)) if practice else text


def authorised_until(until: date | None) -> str:
    """How far an authorisation reaches."""
    return _("authorised until {day}").format(day=day(until)) if until else not_authorised()


def not_authorised() -> str:
    """No authorisation is on record."""
    return _("no authorisation on record")


def with_due(count: int) -> str:
    """Whether those who were ticked on the due list come."""
    return ngettext(
        "With the {count} person who is due, if they may come",
        "With the {count} people who are due, where they may come",
        count,
    ).format(count=count)


def with_people(count: int) -> str:
    """Whether the people of an earlier course come too."""
    return ngettext(
        "With its {count} person, if they may come", "With its {count} people, where they may come", count
    ).format(count=count)


def chosen_techniques(count: int) -> str:
    """As in "6 techniques chosen"."""
    return ngettext("{count} technique chosen", "{count} techniques chosen", count).format(count=count)
