"""Words of the papers made before a course: the plan, the blank register, the blank assessment sheet."""

from collections.abc import Sequence
from datetime import date, time

from calm_instructor.messages.papers import days, say
from calm_instructor.messages.showing import day, weekday
from calm_instructor.messages.translating import mark, ngettext

# ── course plan ─────────────────────────────────────────────────────────────────────────────────────────────────────

COURSE_PLAN = mark("Course plan")
AUTHORISED = mark("Authorised")
HEAD_OFFICE_TOLD = mark("Head office told")
GROUPS = mark("Practice groups")
THE_DAY = mark("The day")
CONTINUED = mark("continued")
START = mark("Start")
MIN = mark("Min")
TYPE = mark("Type")
WHAT = mark("What")
END = mark("End")
FRAMING = mark("Framing")
MUST_ATTEND = mark("must attend")
BLOCK_TYPES = {
    "theory": mark("Theory"),
    "prevention": mark("Prevention"),
    "demonstration": mark("Demonstration"),
    "practice": mark("Practice"),
    "assessment": mark("Assessment"),
    "framing": mark("Framing"),
    "break": mark("Break"),
    "debrief": mark("Debrief, recovery"),
}
BLOCK_LETTERS = {
    "theory": mark("T"),
    "prevention": mark("P"),
    "demonstration": mark("D"),
    "practice": mark("X"),
    "assessment": mark("A"),
    "framing": mark("F"),
    "break": mark("B"),
    "debrief": mark("R"),
}
MINUTES_BY_TYPE = mark("Minutes by type")
MINUTES_BY_PART = mark("Minutes by part of the model")
FRAMING_COUNTS_FOR_NONE = mark("Framing, no part")
MIN_OF = mark("{minutes} min")
EACH_OF = mark("each of {count}")
BENCHMARK = "6:23"
SCALE_EXPLAINED = mark("6:23: a published example of too little practice; {floor}: your organisation’s warning number")
DEMONSTRATION_EACH = mark("Demonstration: {minutes} min for each")
PRACTICE_IN_ORDER = mark("Practice in order")
VENUE_CHECKED = mark("Venue, checked before the start")
CHECKED_BY = mark("Checked by, signature")
DATE_AND_TIME = mark("Date and time")


def with_weekday(dates: Sequence[date]) -> str:
    """One day with its weekday, "18 Nov 2026, Wednesday"; several without."""
    if len(dates) != 1:
        return days(dates)
    return say(mark("{day}, {weekday}"), day=day(dates[0]), weekday=weekday(dates[0]))


def head_office_told(told: date | None, first: date | None) -> str:
    """As in "20 Oct 2026, 29 days before"."""
    if told is None:
        return say(mark("not yet"))
    if first is None or told >= first:
        return day(told)
    count = (first - told).days
    text = ngettext("{day}, {count} day before", "{day}, {count} days before", count)
    return text.format(day=day(told), count=count)


def time_of_day(at: time) -> str:
    """As in "09:00"."""
    return f"{at.hour:02d}:{at.minute:02d}"


def time_after(start: time, minutes_later: int) -> str:
    """The time of day so many minutes later."""
    total = start.hour * 60 + start.minute + minutes_later
    return f"{total // 60 % 24:02d}:{total % 60:02d}"


def day_note(start: time, minutes_of_day: int) -> str:
    """As in "09:00 to 17:00, 480 minutes"."""
    return say(
        mark("{start} to {end}, {minutes} minutes"),
        start=time_of_day(start),
        end=time_after(start, minutes_of_day),
        minutes=minutes_of_day,
    )


def codes_together(codes: Sequence[str]) -> str:
    """Codes with what they share said once: "GEN-W1, W3, W5"."""
    head, hyphen, _rest = codes[0].partition("-")
    return ", ".join([codes[0], *(code.removeprefix(head + hyphen) if hyphen else code for code in codes[1:])])


def time_for_an_attempt(seconds: int) -> str:
    """As in "Assessment: 95 seconds for each attempt", from two minutes on "8 min 12 s" (R47)."""
    if seconds < 120:
        return say(mark("Assessment: {seconds} seconds for each attempt"), seconds=seconds)
    whole, rest = divmod(seconds, 60)
    if not rest:
        return say(mark("Assessment: {minutes} min for each attempt"), minutes=whole)
    return say(mark("Assessment: {minutes} min {seconds} s for each attempt"), minutes=whole, seconds=rest)


def scale_in_words(minutes_each_technique: int, floor: int) -> str:
    """The scale of practice as it is read out."""
    return say(
        mark("{minutes} minutes of practice for each technique; warning number {floor}; published example 6:23"),
        minutes=minutes_each_technique,
        floor=floor,
    )


# ── blank register ──────────────────────────────────────────────────────────────────────────────────────────────────

REGISTER = mark("Register")
REGISTER_PAGE = mark("Fill in at the door. Record a training injury at once on the incident sheet.")
EXPECTED = mark("Expected")
NAME_EMPLOYER = mark("Name, employer")
STAFF_NO = mark("Staff no.")
CORE_THEORY_SEEN = mark("Core Theory,\nevidence seen by")
CLEARED_TIME_INITIALS = mark("Cleared Y / N,\ntime, initials")
STOP_WORD_HEARD = mark("Stop\nword\nheard")
TRAINEES_INITIALS = mark("Trainee’s\ninitials")
IN = mark("In")
OUT = mark("Out")
NOT_ON_THE_LIST = mark(
    "Not on the list: write name, employer and staff number in capitals. No practical work until Core Theory is shown."
)
SEEN = mark("Seen by")
CLEARED_YES = mark("Y")
CLEARED_NO = mark("N")
REGISTER_LEGEND = mark(
    "**In, Out:** clock times, 24 hours. Absent: one line through both. **Cleared:** ring Y or N when the trainee has told the "
    "instructor in private whether they are fit for the day; what was said is never written here. **Stop word heard:** tick "
    "after the briefing, before any practice. **Initials:** I was here at the times shown."
)
BRIEFING_BY = mark("Briefing and stop word given by, at")
LEAD_SIGNATURE = mark("Lead instructor, signature")
NUMBER_PRESENT = mark("Number present")


# ── blank assessment sheet ──────────────────────────────────────────────────────────────────────────────────────────

ASSESSMENT_SHEET = mark("Assessment sheet, blank")
PAPER_BACKUP = mark("Paper back-up")
SAME_ROW_ORDER = mark("Same row order as the entry screen")
ROWS_NAMED = mark("Rows {rows}")
OVERLEAF = mark("Overleaf, rows {rows}")
CLEARED_TODAY = mark("Cleared\ntoday")
CLEARED_EACH_DAY = mark("Cleared\neach day")
CORE_BEHAVIOURS_HEAD = mark("Core\nbehaviours")
KNOWLEDGE_HEAD = mark("Knowledge\ninitials and time on the line")
RING_ONE = mark(
    "**Ring one letter. C** every mandatory criterion seen · **N** not yet: write the criteria not met on the short line, "
    "feedback overleaf · **–** not assessed, reason overleaf. **1, 2** attempt; third and later ones overleaf. Strike a wrong "
    "ring once and initial it."
)
KNOWLEDGE_RING = mark(
    "**Knowledge:** ring if met, strike if not met, blank = not asked; second line for a second time."
)
ASSESSOR_SAW = mark("Assessor: I saw each attempt myself")


def cleared_on(on: date) -> str:
    """What the box to tick for a day means."""
    return say(mark("cleared on {day}"), day=day(on))


CRITERIA_NOT_MET = mark("Criteria not met")
FEEDBACK_ABOUT = mark("Feedback, reason not assessed")
YOU_MUST = mark("What you must do: {to_do}")
INITIALS_TIME = mark("Assessor’s initials, time")
OVERLEAF_NOTE = mark(
    "Third and later attempts: name the technique and the attempt. More lines are on a second copy of this page. Nothing about "
    "anybody’s health or anybody supported is written here."
)
