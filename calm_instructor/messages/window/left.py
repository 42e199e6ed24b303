"""Words of "What is left": an objection in two short lines, the next thing to do, and the word that mends it.

The full sentence of an objection stands where it is mended; here it has a column of a hand's width.
"""

from collections.abc import Mapping
from datetime import date, datetime, time

from calm_instructor.domain.errors import Objection
from calm_instructor.messages.labels import CORE_BEHAVIOURS
from calm_instructor.messages.sentences import sentence
from calm_instructor.messages.showing import day, listed, shown
from calm_instructor.messages.translating import _, mark, ngettext
from calm_instructor.messages.window.courses import hour, weekday

SHORT: Mapping[str, tuple[str, str]] = {
    # the plan
    "course.no_plan": (mark("No plan yet"), mark("Lay the course out in timed blocks")),
    "R5.too_little": (mark("Practice {practice} per technique"), mark("Warning number {floor} min")),
    "R12.many": (mark("{count} people, {instructors} authorised"), mark("Good practice: up to {best} to each")),
    "R12.second_instructor": (mark("{count} people, {instructors} authorised"), mark("The limit is {limit} to each")),
    "R12.absolute": (mark("{count} people on one course"), mark("The limit is {limit}; split the course")),
    "R13.none": (mark("{who}: no authorisation"), mark("Add reference and expiry")),
    "R13.not_yet": (mark("{who}: not authorised yet"), mark("Authorised from {day}")),
    "R13.expires": (mark("Authorisation of {who}"), mark("Ends {day}, before the course does")),
    "R13.other_organisation": (mark("Authorisation of {who}"), mark("Given for another organisation")),
    "R13.programme": (mark("Authorisation of {who}"), mark("Not for {programme}")),
    "R13.tier": (mark("Authorisation of {who}"), mark("Up to {highest}; the set is {tier}")),
    "R13.not_confirmed": (mark("Authorisation of {who}"), mark("Not confirmed by head office")),
    "R14.first_aid": (mark("First aid of {who}"), mark("Does not last until {end}")),
    "R35.part_missing": (mark("No time for {part}"), mark("A part of the model is missing")),
    "R35.physical_first": (mark("Hands-on before prevention"), mark("First: {block}")),
    "R46.other_tier": (mark("The type says {type_tier}"), mark("The set is {tier}")),
    "R47.too_little": (mark("{seconds} s for each attempt"), mark("Warning number {floor} s")),
    "R47.not_demonstrated": (mark("{technique} is not demonstrated"), mark("Add it to a demonstration")),
    # the set and what it rests on
    "R2.not_authorised": (mark("TNA not authorised"), mark("{who}")),
    "R2.no_current_risk": (mark("No current risk"), mark("{who}")),
    "R2.nothing_chosen": (mark("No technique chosen"), mark("{who}")),
    "R2.nothing_taught": (mark("Nothing is taught"), mark("The course leaves all of it out")),
    "R3.no_current_risk": (mark("{who} answers no current risk"), mark("Choose another, or leave it out")),
    "R3.no_reason": (mark("{who} has no reason yet"), mark("Two short answers are missing")),
    "R3.not_confirmed": (mark("{who}: proposed words"), mark("The authoriser confirms them")),
    "R3.not_in_catalogue": (mark("{who} is not in the catalogue"), mark("Choose another, or leave it out")),
    "R3.other_hold": (mark("{who} is for another hold"), mark("Risk {number}: {hold}")),
    "R4.many": (mark("{count} techniques"), mark("More than {limit} needs a reason")),
    "R4.never": (mark("{count} techniques"), mark("A set has at most {limit}")),
    "R6.hold_unaccounted": (mark("Counted and not carried: {hold}"), mark("{count} times")),
    "R6.uncovered": (mark("Risk {number} is not covered"), mark("{hold}")),
    "R6.uncovered_here": (mark("Risk {number} is not covered"), mark("Left out of this course: {hold}")),
    "R6.over_taught": (mark("{who} covers nothing above"), mark("Its risks are covered already")),
    "R8.run_out": (mark("TNA has run out"), mark("It was good until {until}")),
    "R25.no_coaching_points": (mark("No coaching points named"), mark("The general list needs their reference")),
    "R38.rests_on_ended": (mark("{who} rests on ended risks"), mark("Leave it out, or say why it stays")),
    "R39.lower_way": (mark("{who}: a lower way exists"), mark("{lower}")),
    "R40.no_need": (mark("No need for physical skills"), mark("{who}")),
    "R43.lead_authorised": (mark("{who} authorised the TNA"), mark("Another instructor leads")),
    "R43.superseded": (mark("TNA has a newer revision"), mark("{who} was replaced")),
    "R45.not_answered": (mark("{who}: note not answered"), mark("{note}")),
    # the end
    "R29.not_over": (mark("Not over yet"), mark("It runs until {end}")),
    "R29.late": (mark("Closes late"), mark("{days} working days after its last day")),
}
"""Title and detail of an objection, by its code; of others who it is, and the rest of the sentence."""

OF_A_PERSON: Mapping[str, str] = {
    "R1.no_date": mark("No date of Core Theory"),
    "R1.not_before": mark("Core Theory not before the first practice"),
    "R1.run_out": mark("Core Theory has run out"),
    "R1.not_seen": mark("Evidence of Core Theory not seen"),
    "R11.group_without_need": mark("No need in the TNA: {group}"),
    "R11.unknown_group": mark("Staff group not known: {group}"),
    "R11.nothing_known": mark("Staff group not known"),
    "R13.themselves": mark("Another instructor signs them off"),
    "R15.no_declaration": mark("No declaration for {day}"),
    "R15.not_fit": mark("Not fit on {day}, and marked"),
    "R16.minutes_missing": mark("{missed} minutes to make good"),
    "R19.feedback_owed": mark("Feedback owed: {technique}"),
    "R21.has_left": mark("Has left"),
    "R29.ink_not_held": mark("Sheet in ink {number}: where is it held"),
    "R29.no_attendance": mark("No entry in session {session}"),
    "R29.not_signed_off": mark("Not signed off"),
    "R37.no_route": mark("No way into the Instructor Programme in their profile"),
    "R37.route_run_out": mark("CALM PI instructor until {until} only"),
    "R41.missed_block": mark("To make good: {block}"),
    "R53.other_employer": mark("Other employer: {employer}"),
}
"""What is missing of a person, whose name stands above it."""


def told(no: Objection) -> tuple[str, str]:
    """An objection to a thing in two short lines."""
    facts = _shown(no)
    if no.code in SHORT:
        title, detail = SHORT[no.code]
        return _(title).format_map(facts), _(detail).format_map(facts)
    return no.who, sentence(no).removeprefix(no.who).lstrip(" :")


def of_person(no: Objection) -> str:
    """What is missing of a person, shortly."""
    if no.code in OF_A_PERSON:
        return _(OF_A_PERSON[no.code]).format_map(_shown(no))
    return sentence(no).removeprefix(no.who).lstrip(" :")


def _shown(no: Objection) -> dict[str, str]:
    texts = {name: shown(value) for name, value in {"who": no.who, **no.facts}.items()}
    if no.facts.get("technique") == "":
        texts["technique"] = _(CORE_BEHAVIOURS)
    return texts


# ── lines without an objection ──────────────────────────────────────────────────────────────────────────────────────

NEWER = mark("A newer revision of the TNA")
NEWER_DETAIL = mark("Revision {number}; this course rests on {now}")
LOOK = mark("Look")
VENUE = mark("Venue: {question}")
NOT_ANSWERED = mark("Not answered")
ANSWERED_NO = mark("Answered no")
TELL_HEAD_OFFICE = mark("Tell head office")
NOTICE_LATE = mark("Notice to head office is late")
NOTICE_DUE = mark("Due {day}, {days} days before")
AGREE_SET = mark("Agree the set")
AGREE_DETAIL = mark("Choice of {tna}")
ADD_PEOPLE = mark("Add people")
NOBODY_AT_ALL = mark("Nobody is on it yet")
NOBODY = mark("Nobody in the physical part yet")
NO_ENTRY = mark("Not in the register")
NO_FITNESS = mark("No declaration of fitness")
GIVE_BRIEFING = mark("Give the safety briefing")
SESSION = mark("Session {number}")
NOBODYS_INJURY = mark("Injury of nobody on the course")
PAUSED = mark("Paused since {at}; not cleared yet")
KNOWLEDGE = mark("Knowledge check")
ACTION_PLAN = mark("Action plan to write")
TO_SIGN = mark("To sign off")
NOT_PRINTED = mark("Not printed yet")
PRINTED_OF = mark("{printed} of {count} printed")
NO_RECEIPT = mark("No receipt yet")
WRITTEN_ON = mark("Package written {day}")
SEND = mark("Send to head office")
CLOSED_ON = mark("Closed on {day}")
CLOSE_COURSE = mark("Close the course")
NOTHING_OPEN = mark("Nothing is open")
MARKING_OVER = mark("End the marking")
ALL_MARKED = mark("Everyone has been marked")

# ── the next thing ──────────────────────────────────────────────────────────────────────────────────────────────────

SAY_READY = mark("Say it is ready")
NOTHING_STOPS = mark("Nothing stands in the way")
OTHERS_ANSWERED = mark("The other {count} are answered")
NONE_ANSWERED = mark("None is answered yet")
HOLD_ON = mark("Hold the course")
NEXT_SESSION = mark("Next: session {number}")
STARTS_AT = mark("{day}, {time}")
PRINT_BLANKS = mark("Print the blank sheets")
BLANKS_DETAIL = mark("Register and assessment")
SIGN_OFF = mark("Sign off {who}")

# ── words that mend ─────────────────────────────────────────────────────────────────────────────────────────────────

MEND = mark("Mend")
ANSWER = mark("Answer")
TELL = mark("Tell")
OPEN_TNA = mark("Open the TNA")
AGREE = mark("Agree")
ADD = mark("Add")
SEE_EVIDENCE = mark("See evidence")
RECORD = mark("Record")
MAKE_GOOD = mark("Make good")
MARK = mark("Mark")
WRITE = mark("Write")
SIGN = mark("Sign")
PRINT = mark("Print")
CLOSE = mark("Close")
SEND_VERB = mark("Send")
READY_VERB = mark("Ready")
OPEN = mark("Open")


def answer_venue(count: int) -> str:
    """As in "Answer 3 venue questions"."""
    return ngettext("Answer {count} venue question", "Answer {count} venue questions", count).format(count=count)


def reasons_asked(count: int) -> str:
    """How many warnings ask for a reason on the way to Ready."""
    return ngettext("{count} warning asks for a reason", "{count} warnings ask for a reason", count).format(count=count)


def not_ready(count: int) -> str:
    """How many people are kept from the physical part."""
    return ngettext("{count} person not ready", "{count} people not ready", count).format(count=count)


def mark_more(count: int) -> str:
    """How many cells have no mark."""
    return ngettext("Mark {count} more cell", "Mark {count} more cells", count).format(count=count)


def injury_lacks(at: datetime, lacks: str) -> str:
    """As in "Injury at 12:20 on 24 Nov 2026. Still to write: first aid given"."""
    return _("Injury at {hour} on {day}. {lacks}").format(hour=hour(at.time()), day=day(at.date()), lacks=lacks)


def parts_to_make_good(count: int) -> str:
    """How many must-attend parts somebody has missed."""
    return ngettext("{count} must-attend part", "{count} must-attend parts", count).format(count=count)


def open_of_people(count: int) -> str:
    """Of how many people something is open."""
    return ngettext("Open first: {count} person", "Open first: {count} people", count).format(count=count)


def signed_of(signed: int, count: int) -> str:
    """As in "9 of 12 are signed off"."""
    return ngettext("{signed} of {count} is signed off", "{signed} of {count} are signed off", count).format(
        signed=signed, count=count
    )


def unmarked(codes: list[str], core: bool) -> str:
    """What has no mark, as in "Not marked: W1 and H1"."""
    names = [*codes, *([_(CORE_BEHAVIOURS)] if core else [])]
    if len(names) > _MOST_CODES:
        return ngettext("{count} without a mark", "{count} without a mark", len(names)).format(count=len(names))
    return _("Not marked: {names}").format(names=listed(names))


_MOST_CODES = 4


def marked_of(marked: int, count: int) -> str:
    """As in "52 of 96 are marked"."""
    return _("{marked} of {count} are marked").format(marked=marked, count=count)


def at_on(on: date, at: time) -> str:
    """As in "Tue 24 Nov 2026, 09:00"."""
    return _(STARTS_AT).format(day=weekday(on), time=hour(at))


def notice_due(on: date, days: int) -> str:
    """When head office is to be told at the latest."""
    return _(NOTICE_DUE).format(day=day(on), days=days)


QUESTIONS: Mapping[str, str] = {
    "floor": mark("floor"),
    "square_metres": mark("floor space"),
    "furniture_cleared": mark("furniture cleared"),
    "ventilation": mark("air"),
    "water": mark("water"),
    "first_aid_kit": mark("first-aid kit"),
    "first_aider": mark("first aider on site"),
    "emergency_plan": mark("emergency plan"),
    "phone_signal": mark("phone signal"),
}
"""What the venue list asks, by the field of the answer."""
