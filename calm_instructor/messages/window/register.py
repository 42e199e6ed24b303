"""Words of the Register: who has come, fit today, briefed, what is missed and made good, and what happened in training."""

from collections.abc import Mapping
from datetime import date, time

from calm_instructor.domain.attendance import Incident
from calm_instructor.messages.showing import day, listed
from calm_instructor.messages.translating import _, mark, ngettext
from calm_instructor.messages.window.courses import hour, weekday

# ── the table ───────────────────────────────────────────────────────────────────────────────────────────────────────

TABLE = mark("Register of this session")
SESSIONS = mark("Session")
NAME = mark("Name")
ARRIVAL = mark("Arrival")
FITNESS = mark("Fitness today")
MUST_DO = mark("What you must do")
PRESENT = mark("Present")
LATE = mark("Late")
ABSENT = mark("Absent")
FIT = mark("Fit")
ADJUST = mark("Adjust")
NOT_FIT = mark("Not fit")
ARRIVAL_OF = mark("Arrival of {who}")
FITNESS_OF = mark("Fitness of {who}")
LATE_BY = mark("{who} late by, in minutes or as a time")
ROW_SAID = mark("{bib}, {who}: {must}")

NOTHING = mark("Nothing")
NOT_HERE_YET = mark("Not here yet")
NO_ENTRY = mark("No entry")
IS_ABSENT = mark("Absent")
NO_DECLARATION = mark("No declaration yet")
IS_NOT_FIT = mark("Not fit: no practice")
PAUSED = mark("Paused since {at}")
THEORY_ONLY = mark("Theory part only")
OBSERVER = mark("Observer: watches")
NOT_SEEN = mark("Evidence not seen: no marks")
NO_THEORY = mark("No Core Theory: no marks")
SIGNED = mark("Signed off")
SIGNED_SENTENCE = mark("{who} is signed off. What the sign-off rests on stays.")
LEFT_AT = mark("Left at {at}")
TO_MAKE_GOOD = mark("{minutes} min to make good")
TO_MAKE_GOOD_BLOCK = mark("To make good: {block}")
MADE_GOOD = mark("{minutes} min made good on {day}: {content}, by {by}.")
NOT_MINUTES = mark("“{text}” is no time. Write the minutes late, or when they came, as 9:18.")
MIN = mark("min")
MUST_AND_LIMIT = mark("{must}. Limit: {limit}")
ADJUSTED_IN_GENERAL = mark("{who} is always shown it so: {adjustment}.")
ALL_IN_ORDER = mark("{who}: nothing in the way.")
CHOOSE_ARRIVAL = mark("{who} has no entry yet. P present, L late, A absent.")

# ── buttons ─────────────────────────────────────────────────────────────────────────────────────────────────────────

KEYS = mark(
    "P present, L late, A absent · F fit, J adjust, N not fit · a number, or / and a name, finds · Ctrl+N walk-in · Ctrl+Enter goes on"
)
WALK_IN = mark("Walk-in")
LEFT_EARLY = mark("Someone left early")
GIVE_BRIEFING = mark("Record the safety briefing")
BRIEFED = mark("Briefed {at}, {by}")
INCIDENT = mark("Training injury or near miss")
MINUTES = mark("Minutes given")
MAKE_GOOD = mark("Make good")
ADJUSTMENT = mark("What you must do")
CLEAR = mark("Clear to go on…")
REGISTER_ROW = mark("In hand: {who}")
NO_PLAN = mark("No session yet")
NO_PLAN_HINT = mark("The register follows the plan. Lay the course out in sessions first.")
OPEN_PLAN = mark("Open the plan")
NOBODY = mark("Nobody is on this course yet")
NOBODY_HINT = mark("Add people first; whoever comes unexpected is added here as a walk-in.")
OPEN_PEOPLE = mark("Add people")
NOT_ON_ITS_DAY = mark("Who walks in is seen on the day of the session.")
NOBODY_IS_HERE = mark("Nobody is here in this session.")
FOOT = mark(
    "No diagnosis is asked for or kept. Only what the instructor must do is written down. "
    "More than {tolerated} minutes missed are made good before sign-off; what everyone must attend has no tolerance."
)

# ── panels ──────────────────────────────────────────────────────────────────────────────────────────────────────────

LEAVE = mark("Leave as it is")
RECORD = mark("Record")
WHO = mark("Who")
WHEN = mark("When")
ON = mark("On")
CHOOSE_WHO = mark("Choose who")
NOT_A_TIME = mark("Write the time as 14:30.")
NOT_A_DATE = mark("Write the day as 22 Nov 2026.")
EMPTY = mark("Something is missing here.")

ADJUST_TITLE = mark("Fit with adjustment: {who}")
ADJUST_DETAIL = mark("What {who} says for today. No diagnosis: only what you must do.")
ADJUST_MUST = mark("What you must do")
ADJUST_MUST_HINT = mark("As in: hair techniques seated only")
ADJUST_LIMIT = mark("Limit of the authority, where something is shown less")
ADJUST_LIMIT_HINT = mark("As in: hair, seated only. It stands on every paper. Empty: no limit.")

LEFT_TITLE = mark("Someone left early")
LEFT_DETAIL = mark("Taught minutes and must-attend blocks missed are worked out from the plan.")
LEFT_WHEN = mark("Left at")
LEFT_VERB = mark("No. {bib} left at {at}")

GOOD_TITLE = mark("Made good: {who}")
GOOD_DETAIL = mark("Missed time counts once it was made good, with day, content and by whom.")
GOOD_SESSION = mark("Missed in")
GOOD_MINUTES = mark("Minutes made good")
GOOD_BLOCKS = mark("Of what everyone must attend")
GOOD_CONTENT = mark("Content")
GOOD_BY = mark("By")

WALK_TITLE = mark("Walk-in")
WALK_DETAIL = mark("Here from now. What is not known today is completed later in People.")
WALK_NAME = mark("Full name")
WALK_NAME_HINT = mark("Somebody on record already is found by their name.")
WALK_KNOWN = mark("{name} · {number}")
WALK_SEVERAL = mark(
    "Several people on record are called {name}. Choose one by their staff number, or write the number of somebody new below."
)
WALK_NUMBER = mark("Staff number")
WALK_NUMBER_HINT = mark("Empty: a temporary one")
WALK_ROLE = mark("Job role")
WALK_GROUP = mark("Staff group")
WALK_GROUP_BY_ROLE = mark("By job role")
WALK_THEORY_ON = mark("Core Theory completed on")
WALK_THEORY_HINT = mark("No date: the theory part only")
WALK_PART = mark("Comes to")
WALK_PHYSICAL = mark("Physical part")
WALK_HERE = mark(
    "{name} is no. {bib} on this course already. Another person of that name needs their staff number here."
)
WALK_THEORY = mark("Theory part only")
WALK_OBSERVER = mark("Observer")
WALK_VERB = mark("Add and mark as here")

HURT_DETAIL = mark("Recorded at once. Whoever it happened to is paused until a check clears them.")
HURT_KIND = mark("What it was")
HURT_INJURY = mark("Injury")
HURT_NEAR_MISS = mark("Near miss")
HURT_RECORD_INJURY = mark("Record injury")
HURT_RECORD_NEAR_MISS = mark("Record near miss")
HURT_RECORD_OF = mark("{verb}: no. {bib}")
HURT_NOBODY = mark("Nobody in particular")
HURT_FACTS = mark("What happened")
HURT_FACTS_HINT = mark("Facts only, no diagnosis")
HURT_AREA = mark("Part of the body")
HURT_AID = mark("First aid given")
HURT_STOPPED = mark("The exercise was stopped")
HURT_RIDDOR = mark("Reporting under RIDDOR was considered")
HURT_BOOK = mark("Accident book reference")
HURT_EARLIER = mark("On record for this course")
HURT_LINE = mark("{at}, {who}: {kind}")
HURT_CLEARED = mark("cleared {at} by {by}")
HURT_OPEN = mark("paused, not cleared")
HURT_ADD = mark("Add…")
HURT_ADD_TO = mark("Add to: {line}")
HURT_LACKS = mark("Still to write: {what}")

MORE_TITLE = mark("Add to what is on record")
MORE_DETAIL = mark("{line}. What stands stays; what you add stands beneath it with your name and the time.")
MORE_VERB = mark("Add it")
MORE_FACTS = mark("What is known now")
MORE_INJURY = mark("It turned out to be an injury: paused from now until a check")
MORE_INSTEAD = mark("On record: {text}")
MORE_ADDED = mark("{at}, {by}: {facts}")
MORE_NOTHING = mark("Write what is known now, or tick it.")

CLEAR_TITLE = mark("May go on: {who}")
CLEAR_DETAIL = mark("Paused since {at}. Somebody has checked again that {who} can take part.")
CLEAR_BY = mark("Checked by")
CLEAR_VERB = mark("Clear to go on")

MINUTES_TITLE = mark("Minutes given")
MINUTES_DETAIL = mark("As it went. Papers made after the course print these, with the planned ones where they differ.")
MINUTES_PLANNED = mark("planned {minutes}")
MINUTES_OF = mark("Minutes of {block}")

BRIEFING_TITLE = mark("Safety briefing")
BRIEFING_DETAIL = mark("Stop word and safety. No practice before it.")

SHORT: Mapping[str, str] = {
    "R15.no_declaration": NO_DECLARATION,
    "R15.not_fit": IS_NOT_FIT,
    "R1.no_date": NO_THEORY,
    "R1.not_seen": NOT_SEEN,
    "R11.theory_part": THEORY_ONLY,
    "R11.observer": OBSERVER,
}
"""What keeps somebody off the mat, in a few words, by the code of the rule."""


def still_to_write(incident: Incident) -> str:
    """R28: what an injury still lacks on record, as in "Still to write: first aid given"; a near miss needs no more."""
    asked = (
        (HURT_AREA, incident.body_area),
        (HURT_AID, incident.first_aid),
        (HURT_BOOK, incident.accident_book_ref),
    )
    lacking = [_(name) for name, said in asked if not said] if incident.injury else []
    return _(HURT_LACKS).format(what=listed([each[:1].lower() + each[1:] for each in lacking])) if lacking else ""


def session_label(number: int, on: date, starts: time, topic: str, *, one_day: bool, is_today: bool) -> str:
    """As in "Morning 09:00"; where a course has several days "Today, 09:00" or "Tue 24 Nov"."""
    if one_day:
        return f"{topic or _('Session {number}').format(number=number)} {hour(starts)}"
    return _("Today, {hour}").format(hour=hour(starts)) if is_today else weekday(on).rsplit(" ", 1)[0]


def counts(here: int, absent: int, blank: int) -> str:
    """As in "9 here · 0 absent · 3 blank"."""
    return _("{here} here · {absent} absent · {blank} blank").format(here=here, absent=absent, blank=blank)


def say_who_has_come(count: int) -> str:
    """The first thing at the door, with how many lines are blank."""
    return ngettext("Say who has come: {count} here", "Say who has come: all {count} here", count).format(count=count)


def arrived_now(count: int, late: int) -> str:
    """The same after the start, which says by how much they are late."""
    return ngettext(
        "Say who has come: mark {count} as {late} min late", "Say who has come: mark {count} as {late} min late", count
    ).format(count=count, late=late)


def were_here(count: int) -> str:
    """The same entered on a later day, as from paper."""
    return ngettext("{count} was here from the start", "{count} were here from the start", count).format(count=count)


def said_so_themselves(count: int) -> str:
    """R15: several declarations, each of them the person's own."""
    return ngettext(
        "Record {count} as fit: they said so", "Record {count} as fit: they said so themselves", count
    ).format(count=count)


def other_day(number: int, on: date, *, is_past: bool) -> str:
    """A session that is not of today."""
    if is_past:
        return _("Session {number} was on {day}. What you enter now is entered later, as from paper.").format(
            number=number, day=weekday(on)
        )
    return _("Session {number} is on {day}, still to come. Who has come is seen on that day.").format(
        number=number, day=weekday(on)
    )


def closed_on(on: date) -> str:
    """A closed course is read-only."""
    return _("Read-only: the course was closed on {day}.").format(day=day(on))


def minutes_late(minutes: int) -> str:
    """As in "18 min"."""
    return _("{minutes} min").format(minutes=minutes)


def blocks_to_make_good(blocks: list[str]) -> str:
    """As in "To make good: law and prevention"."""
    return _(TO_MAKE_GOOD_BLOCK).format(block=listed(blocks))
