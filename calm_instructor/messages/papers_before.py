"""Words of the papers that go out before a course: the notice to head office (R34) and the joining letter (R44)."""

from datetime import date, time

from calm_instructor.messages.papers import say
from calm_instructor.messages.showing import day, weekday
from calm_instructor.messages.translating import mark, ngettext

# ── course notice ───────────────────────────────────────────────────────────────────────────────────────────────────

COURSE_NOTICE = mark("Course notice")
NOTICE_SUBTITLE = mark("To head office: what is planned, by whom and because of what need")
PLANNED = mark("Planned")
SITE = mark("Site")
EXPECTED = mark("People expected")
SENT = mark("Head office")
THE_DAYS = mark("The days")
DAY, FROM, UNTIL, CONTENT = mark("Day"), mark("From"), mark("Until"), mark("What")
CODE, TECHNIQUE, ADDRESSES = mark("Code"), mark("Technique"), mark("Hold or grab it answers")
TECHNIQUES = mark("Techniques planned")
NO_SET = mark("No set is agreed yet. What the analysis has chosen is planned: {codes}.")
NO_TECHNIQUES = mark("None: a course of theory.")
WHY = mark("Why this course")
NEEDED = mark("{need} was authorised on {day} by {name}. Nothing is taught that it does not name.")
NOT_AUTHORISED = mark("{need} is not authorised yet. The course goes ahead only when it is.")
I_GIVE_NOTICE = mark("I give notice of this course, and will tell head office of any change of day, place or lead.")

# ── joining letter ──────────────────────────────────────────────────────────────────────────────────────────────────

JOINING_LETTER = mark("Course joining letter")
LETTER_SUBTITLE = mark("For everyone who comes: before, on the day, and in private")
WHEN_AND_WHERE = mark("When and where")
BEFORE = mark("Before you come")
ON_THE_DAY = mark("On the day")
LEADS = mark("Lead instructor, {organisation}")
REACHED = mark("Telephone or email")
IN_PRIVATE = mark("In private, if you wish")
THEORY_FIRST = mark(
    "Core Theory comes first. Nobody takes the practical part without it: bring your certificate, or tell us where it is held."
)
WEAR = mark(
    "Wear loose trousers and flat shoes. Leave jewellery, watches, lanyards and long nails at home, and tie long hair up."
)
WHAT_IT_IS = mark(
    "The course is there to make holding people rarer. Most of it is about how a hold is never needed; the few ways of getting "
    "free that are taught are those that the risks of your service call for."
)
FITNESS = mark(
    "Each day you are asked whether you are fit to take part. You say yes, no, or with an adjustment; you never have to say why."
)
STOP = mark("Anyone may stop at any time, by word or hand, and everybody stops.")
SEEN = mark(
    "Each way of getting free is watched and signed. Anyone who is not there yet is told what is missing and tries again; there is "
    "no shame in that."
)
ADJUSTMENTS = mark(
    "If something would help you learn or show what you can do (more time, another posture, a partner you trust, a reader, an "
    "interpreter, questions asked aloud), tell {lead} before the day, in private. How you show it can change; what has to be met "
    "does not."
)
UNWELL = mark(
    "If you are pregnant, injured, unwell, or have been held or hurt before and would rather not be, say so to {lead} alone. You can "
    "come to the theory, and take the practical part another time."
)
QUESTIONS = mark("Ask {lead} about anything else you would like to know.")


def expected(physical: int, theory: int) -> str:
    """As in "16, and 2 for theory only"."""
    if not theory:
        return str(physical)
    told = ngettext("{physical}, and {count} for theory only", "{physical}, and {count} for theory only", theory)
    return told.format(physical=physical, count=theory)


def told_or_due(told: date | None, due: date) -> str:
    """R34: when head office was told, or by when it is to be."""
    if told is not None:
        return say(mark("told {day}"), day=day(told))
    return say(mark("to be told by {day}"), day=day(due))


def on(when: date) -> str:
    """A day with its weekday: "Wednesday 18 Nov 2026"."""
    return say(mark("{weekday} {day}"), weekday=weekday(when), day=day(when))


def hours(starts: time, ends: time) -> str:
    """As in "09:00 to 16:30"."""
    return say(mark("{start} to {end}"), start=f"{starts:%H:%M}", end=f"{ends:%H:%M}")
