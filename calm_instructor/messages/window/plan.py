"""Words of the Plan step."""

from datetime import date, time

from calm_instructor.domain.course import ModelPart
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _, mark, ngettext
from calm_instructor.messages.window.courses import hour

HEAD_START = mark("Start")
HEAD_BLOCK = mark("Block")
HEAD_TYPE = mark("Type")
HEAD_MINUTES = mark("Minutes")
TABLE = mark("Timed blocks")
DAY = mark("Day {number}: {day}")
DAY_ENDS = mark("{start} to {end}")
ADD_BLOCK = mark("Add block")
MAKE_BLOCKS = mark("Make blocks")
MAKE_AGAIN = mark("Lay out again as: {name}")
PRINT_PLAN = mark("Print plan")
COURSE_MENU = mark("Course")
SAVE_DATES = mark("Save the dates for a calendar…")
SAVE_DATES_CAPTION = mark("Save the dates as an iCalendar file")
SAVING_DATES = mark("Saving the dates")
DATES_SAVED = mark("The dates are in {name}. Open it with a calendar, or send it to those who come.")
COPY_COURSE = mark("Plan another one like it…")
MOVE_COURSE = mark("Put on another day…")
CANCEL_COURSE = mark("Cancel the course…")
REOPEN_COURSE = mark("Open again…")
MOVE_UP = mark("Move up")
MOVE_DOWN = mark("Move down")
DELETE_BLOCK = mark("Take out of the plan")
MINUTES_OF = mark("Minutes of {block}")
SHORT_DEBRIEF = mark("Debrief")
MUST_ATTEND = mark("must attend")
NO_PLAN = mark("No plan yet")
NO_PLAN_HINT = mark("Lay the course out as its type has it; every block can be changed afterwards.")
MUST_FOOT = mark("Everyone must attend.")
PINNED_FOOT = mark("A pinned block keeps its clock time.")
ENDS_WELL = mark("Ends {time}; nothing overlaps.")
KEYS = mark("Alt+Up, Alt+Down or the grip move a block; + and - its minutes; Enter opens it; Delete takes it out.")

# ── the figures ─────────────────────────────────────────────────────────────────────────────────────────────────────

BY_TYPE = mark("Minutes by type")
BY_PART = mark("By part of the model")
PARTS = {
    ModelPart.PRIMARY: mark("Primary"),
    ModelPart.SECONDARY: mark("Secondary"),
    ModelPart.TERTIARY: mark("Tertiary"),
    ModelPart.RECOVERY: mark("Recovery"),
}
PER_TECHNIQUE = mark("Practice per technique")
PLANNED_EACH = mark("planned, each")
NO_SET = mark("No technique is chosen yet.")
SHORT_EXAMPLE = mark("too little")
SHORT_FLOOR = mark("warning")
ATTEMPT = mark("Each attempt, warning {floor} s")
DEMONSTRATION = mark("Demonstration, each")
NOT_DEMONSTRATED = mark("Not demonstrated: {names}")
RATIO_NOBODY = mark("Nobody in the physical part yet")
SCALE = mark(
    "{each} of practice planned for each technique; {floor} is your organisation’s warning number, "
    "{example} a published example of too little."
)

# ── the block in hand ───────────────────────────────────────────────────────────────────────────────────────────────

BLOCK = mark("Block")
TITLE = mark("Title")
KIND = mark("Type")
PART = mark("Part of the model")
MUST = mark("Everyone must attend all of it")
PIN = mark("Pinned to")
NO_CLOCK_TIME = mark("no clock time")
NOT_A_TIME = mark("Give a time, as in 12:15.")
TECHNIQUES = mark("Techniques")
NO_SQUARE_METRES = mark("“{text}” is no number of square metres. Write it as 60.")
NEW_BLOCK = mark("New block")
NO_MINUTES = mark("“{text}” is no number of minutes. Write it as 45.")
HELD = mark("Day held on")
STARTS = mark("Day begins at")
NOTHING_IN_HAND = mark("Choose a block or a day to change it.")

# ── before it is ready ──────────────────────────────────────────────────────────────────────────────────────────────

FIGURES = mark("Figures")
BEFORE = mark("Before the day")
VENUE = mark("Venue")
PEOPLE = mark("Instructors")
LONGER = 5
"""Minutes by which a block that runs is made longer."""

SIDES = mark("What is shown beside the plan")
YES = mark("Yes")
NO = mark("No")
TOLD_HEAD_OFFICE = mark("Head office told")
TOLD_ON = mark("Told on {day}")
NOT_TOLD = mark("Not told yet; due {day}")
TOLD_TODAY = mark("Told today")
LEAD = mark("Lead")
CO = mark("Co-instructor")
CONFIRMED = mark("confirmed by head office")
NOT_CONFIRMED = mark("not confirmed by head office")
AUTHORISED_UNTIL = mark("authorised until {day}")
FIRST_AID = mark("first aid until {day}")
NO_FIRST_AID = mark("no first aid on record")
SAY_READY = mark("Say it is ready")
IS_READY = mark("{ref} is ready.")
FIRST_DAY = mark("First day")
MOVE_TITLE = mark("Put the course on another day")
MOVE_INTRO = mark("All its days move together. Ready is asked again.")
MEND_FIRST = mark("Mend what stops it")
MOVE_VERB = mark("Put it there")
NOT_A_DATE = mark("Give a day, as in 24 Nov 2026.")
FOOT_PLANNING = mark("What is amber asks for your reason when you say it is ready. What is red must be mended first.")
FOOT_READY = mark("A change to the plan asks for Ready again.")
FROZEN = mark("The plan froze with the first mark.")
GIVEN = mark("{given} ({planned})")
FOOT_ENDED = mark("The course only shows now. Course, Open again makes it one to work on, with your reason.")
FOOT_FROZEN = mark("The plan froze with the first mark. Minutes really given are recorded in the register.")

QUESTIONS = {
    "floor": mark("Floor even and dry"),
    "square_metres": mark("Floor space, m²"),
    "furniture_cleared": mark("Furniture moved"),
    "ventilation": mark("Fresh air"),
    "water": mark("Drinking water"),
    "first_aid_kit": mark("First-aid kit"),
    "first_aider": mark("First aider on site"),
    "emergency_plan": mark("Emergency plan"),
    "phone_signal": mark("Phone signal"),
}
"""The venue list as it is asked."""
AS_BEFORE = mark("As at this venue on {day} ({ref})")
TAKE_OVER = mark("Take over")
AS_BEFORE_MEANS = mark("Furniture, first-aid kit and first aider are looked at on the day.")


def space_needed(needed: int, people: int) -> str:
    """How much floor so many people need."""
    return ngettext("Needs {needed} m² for {people} person", "Needs {needed} m² for {people} people", people).format(
        needed=needed, people=people
    )


def total(minutes: int) -> str:
    """All minutes, breaks too."""
    return ngettext("{minutes} min", "{minutes} min", minutes).format(minutes=minutes)


def min_sec(seconds: int) -> str:
    """As in "25:00"."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def spoken(seconds: int) -> str:
    """As in "95 s" or "8 min 12 s"."""
    if seconds < 120:
        return _("{seconds} s").format(seconds=seconds)
    whole, rest = divmod(seconds, 60)
    if not rest:
        return _("{minutes} min").format(minutes=whole)
    return _("{minutes} min {seconds} s").format(minutes=whole, seconds=rest)


def ratio(people: int, instructors: int, limit: int) -> str:
    """As in "1 instructor to 6, limit 15": R12."""
    each = -(-people // instructors) if instructors else people
    return _("1 instructor to {each}, limit {limit}").format(each=each, limit=limit)


def authorised(count: int) -> str:
    """How many instructors count for the ratio."""
    return ngettext("{count} instructor authorised", "{count} instructors authorised", count).format(count=count)


def span(starts: time, ends: time) -> str:
    """As in "09:00 to 16:30"."""
    return _(DAY_ENDS).format(start=hour(starts), end=hour(ends))


def flows_past(block: str, pinned: time, begins: time) -> str:
    """A pinned block that the blocks before it push past its time."""
    return _("{block} is pinned to {pinned}; the blocks before it end at {begins}.").format(
        block=block, pinned=hour(pinned), begins=hour(begins)
    )


def told_on(on: date) -> str:
    """When head office was told."""
    return _(TOLD_ON).format(day=day(on))


def longer(what: str) -> str:
    """R51: that what runs now takes five minutes more."""
    return _("+{count} min: {what}").format(count=LONGER, what=what)
