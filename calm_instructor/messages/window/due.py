"""Words of the due list: whose authority runs out, when, and which course brings it back (R22, R23)."""

from datetime import date

from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _, mark, ngettext

TITLE = mark("Due for a refresher")
DETAIL = mark("Authority that runs out within 90 days, or has run out. Tick who is to come.")
NAME = mark("Name")
UNTIL = mark("Authority")
COURSE = mark("Comes back by")
TABLE = mark("Due list")
FIND = mark("Name, number, role or site")
FIND_NAME = mark("Find in the due list")
PLAN = mark("Plan a refresher…")
ALL = mark("Tick all who may refresh")
NONE = mark("Untick all")
NOBODY = mark("Nobody is due")
NOBODY_HINT = mark("Who is signed off stands here 90 days before it runs out.")
NONE_FOUND = mark("Nobody of these is found.")
TICKED = mark("ticked")
TICK_FIRST = mark("Nobody is ticked yet. Tick who is to come, then plan.")
REFRESHER = mark("A refresher")
FULL = mark("The full course")
RAN_OUT = mark("Ran out {day}")
TODAY = mark("Runs out today")
FROM_DUE = mark("A refresher for those who are due: who may come is placed as soon as it is planned")
OPEN = mark("Due list")


def when(until: date, days: int) -> str:
    """As in "Runs out 12 Dec 2026, in 15 days"."""
    if days < 0:
        return _(RAN_OUT).format(day=day(until))
    if days == 0:
        return _(TODAY)
    said = ngettext("Runs out {day}, tomorrow", "Runs out {day}, in {count} days", days)
    return said.format(day=day(until), count=days)


def course(*, full: bool) -> str:
    """Which course brings somebody back."""
    return _(FULL if full else REFRESHER)


def plan(count: int) -> str:
    """The button that goes on to planning."""
    if not count:
        return _(PLAN)
    return ngettext("Plan a refresher with one person…", "Plan a refresher with {count} people…", count).format(
        count=count
    )


def ticked(count: int, among: int) -> str:
    """As in "3 of 17 ticked"."""
    return _("{count} of {among} ticked").format(count=count, among=among)
