"""Words of Today."""

from calm_instructor.messages.translating import mark, ngettext

RUNNING = mark("Today: {title}")
TOMORROW = mark("Tomorrow: {title}")
NEXT = mark("Next: {title}")
WAS = mark("Not finished: {title}")
OPEN_COURSE = mark("Open the course")
PEOPLE = mark("people, {eligible} eligible")
TECHNIQUES = mark("techniques, of at most {most}")
PRACTICE = mark("practice per technique")
RATIO = mark("instructors to people")
MISSING = mark("What is left for it")
WAITING = mark("Waiting for you")
NOTHING_MISSING = mark("Nothing is missing.")
NOTHING_WAITS = mark("Nothing waits.")
REFRESHERS = mark("Refreshers due")
LAPSED = mark("Lapsed")
DAYS = mark("{days} days")
AUTHORISATION = mark("Your authorisation")
UNTIL = mark("until {day}")
ENDED = mark("ended {day}")
NOT_ON_RECORD = mark("not on record")
PROGRAMME = mark("Escape Techniques")
FIRST_AID = mark("First aid")
NEW_COURSE = mark("New course")
NO_COURSE = mark("No course is planned")
NO_COURSE_HINT = mark("A course rests on an authorised TNA. Choose its type, day and place; the plan comes with it.")
BEGIN = mark("Begin here")
BEGIN_HINT = mark("Three things first: your organisation, who delivers, and the catalogue.")
SET_UP = mark("Set up")
NO_NEEDS = mark("No training needs analysis yet")
NO_NEEDS_HINT = mark(
    "Begin with what happens in the service: its incident counts say whether physical skills are needed at all."
)
NEW_TNA = mark("New TNA")
SHOW = mark("Show")
SIGN = mark("Sign")
SEND = mark("Send")
OPEN = mark("Open")
AUTHORISE = mark("Authorise")
MORE = mark("and {count} more")


def closed_days_ago(days: int) -> str:
    """How long a course has waited to be sent."""
    return ngettext("closed {days} day ago, not sent", "closed {days} days ago, not sent", days).format(days=days)
