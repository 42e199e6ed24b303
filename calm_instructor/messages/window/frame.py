"""Words of the frame around the pages."""

from calm_instructor.messages.translating import _, mark, ngettext

APP = mark("CALM Instructor")
PAGES = mark("Pages")
TODAY = mark("Today")
COURSES = mark("Courses")
PEOPLE = mark("People")
NEEDS = mark("Needs")
TECHNIQUES = mark("Techniques")
HEAD_OFFICE = mark("Head office")
TRAIL = mark("Trail")
SETTINGS = mark("Settings")

FIND = mark("Find a person, course, TNA, technique or action")
FIND_KEYS = mark("Ctrl+K")
FOUND = mark("What was found")
NOTHING_FOUND = mark("Nothing here is called “{text}”.")
FIND_FOOT = mark("Arrows move · Enter opens · Esc leaves. Accents don’t matter.")
PRACTICE = mark("Practice data: made-up people. Nothing here is a record.")
ALL_SAVED = mark("All saved")
NOT_SAVED = mark("Not saved")
CHECKING = mark("Looking the records over")
CHECKED = mark("Nothing is running. The records were looked over at the start and are whole.")
LOADING = mark("Opening the records…")
NOT_OPENED = mark("The records can’t be opened.")
NOTHING_RUNS = mark("Nothing is running.")
UNDO = mark("Undo")
NOTHING_TO_UNDO = mark("Nothing to put back")
PUT_BACK = mark("Put back: {what}")
CANCEL = mark("Cancel")
OF = mark("{done} of {all}")
BACK = mark("Back")
HIDE = mark("Hide this")
MORE = mark("More")
TRY_AGAIN = mark("Try again")
PEOPLE_GROUP = mark("People")
COURSES_GROUP = mark("Courses")
NEEDS_GROUP = mark("Needs")
TECHNIQUES_GROUP = mark("Techniques")
ACTIONS_GROUP = mark("Go to")
NEW_COURSE = mark("New course")
NEW_TNA = mark("New TNA")


def to_send(count: int) -> str:
    """How many courses wait to be sent."""
    return ngettext("{count} course to send", "{count} courses to send", count).format(count=count)


def greeting(hour: int, full_name: str) -> str:
    """ "Good evening, Morag": by the clock, and by the first of their names; without one where none is known."""
    if hour < 12:
        part = _("Good morning")
    elif hour < 18:
        part = _("Good afternoon")
    else:
        part = _("Good evening")
    name = full_name.split()[0] if full_name.split() else ""
    return _("{greeting}, {name}").format(greeting=part, name=name) if name else part
