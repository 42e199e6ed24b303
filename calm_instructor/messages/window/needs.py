"""Words of the training needs analyses: the list, the walk of questions, what was read of a log."""

from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import mark, ngettext

# ── the list ────────────────────────────────────────────────────────────────────────────────────────────────────────

TITLE = mark("Needs")
DETAIL = mark(
    "Training needs analyses by service: what happens there, whether physical skills are needed, and which few."
)
NEW = mark("New TNA")
NONE_YET = mark("No training needs analysis yet")
NONE_HINT = mark(
    "Begin with what happens in the service: its incident counts say whether physical skills are needed at all."
)
SET_UP_FIRST = mark("Your organisation and your profile come first")
SET_UP_HINT = mark("A TNA carries a number with yours in it, and rests on your organisation’s numbers.")
SET_UP = mark("Set up")
LIST = mark("Training needs analyses")
HEAD_SERVICE = mark("Service")
HEAD_REVISION = mark("Revision")
HEAD_STATE = mark("State")
HEAD_NEED = mark("Physical skills needed")
HEAD_RISKS = mark("Risks")
HEAD_TECHNIQUES = mark("Techniques")
HEAD_AUTHORISED = mark("Authorised by")
HEAD_REVIEW = mark("Review due")
REVISION = mark("revision {number}")
NEEDED = mark("Yes")
NOT_NEEDED = mark("No need found")
NOT_ANSWERED = mark("not answered yet")
EXPIRED = mark("Out of date since {day}")
DUE_SOON = mark("Review by {day}")
BEGIN_TITLE = mark("New training needs analysis")
BEGIN = mark("Begin")
CANCEL = mark("Leave as it is")
SERVICE_MISSING = mark("Name the service first.")
REF_MISSING = mark("Give it a reference.")
REF_TAKEN = mark("{ref} is taken already. Give it another reference.")
BEGUN = mark("{tna} begun. Everything you type is kept.")

# ── the walk ────────────────────────────────────────────────────────────────────────────────────────────────────────

QUESTIONS = {
    "service": mark("Service and setting"),
    "audit": mark("Evidence and audit"),
    "factors": mark("Elevated risk"),
    "groups": mark("Staff groups"),
    "risks": mark("Risks"),
    "prevention": mark("Prevention"),
    "need": mark("Is there a need?"),
    "techniques": mark("Techniques per risk"),
    "authorise": mark("Authorise"),
}
"""The questions of the walk, in order."""

ASKS = {
    "service": mark("Whose needs are these, and where?"),
    "audit": mark("How often did each hold or grab happen?"),
    "factors": mark("What about the people supported raises the risk of harm?"),
    "groups": mark("Who works here, what do they meet, and what do they need?"),
    "risks": mark("Which holds and grabs stand as risks, and which do not?"),
    "prevention": mark("What is done so that physical skills are not needed?"),
    "need": mark("Is there a legitimate need for physical skills?"),
    "techniques": mark("Which few techniques answer the risks, and why these?"),
    "authorise": mark("Who authorises this, and on what terms?"),
}
"""What each question asks, in a sentence."""

PROGRESS = mark("Questions")
BACK = mark("Back")
NEXT = mark("Next: {question}")
ANSWERED = mark("answered")
OPEN_QUESTION = mark("{count} open")
EMPTY = mark("empty")
TO_LOOK_AT = mark("to look at")
NOT_ASKED = mark("not asked")
DRAFT = mark("Draft revision {number}")
AUTHORISED = mark("Authorised, revision {number}")
SUPERSEDED = mark("Replaced, revision {number}")
READ_ONLY = mark("Read-only: authorised by {name}, {role}, on {day}. What was signed stays as it was signed.")
REPLACED = mark("Read-only: a newer revision has replaced this one.")
OUT_OF_DATE = mark("Out of date since {day}: no new set may rest on it. Begin a new revision.")
STAYS = mark("Revision {number} stays in force until this one is authorised. Courses planned on it stay on it.")
NEW_REVISION = mark("New revision")
GO_TO_REVISION = mark("Go to revision {number}")
REVISED = mark("{tna} begun with everything that was said. Revision {before} stays in force until it is authorised.")
PRINT = mark("Save the summary…")
PRINT_NO_PROFILE = mark("A summary says who printed it. Enter your profile in Settings, or say who is at work, first.")
PRINTING = mark("Printing the TNA summary")
PRINTED = mark("Saved as {name}.")
SAVE_CAPTION = mark("Save the TNA summary")

SERVICE = mark("Service")
SETTING = mark("Setting")
SETTING_HINT = mark("Care home for older people, 38 places")
SITES = mark("Sites, one a line")
REF = mark("Reference of this TNA")
DRAWN_UP = mark("Drawn up on")
RISK_ASSESSMENT = mark("Risk assessments, by reference")
PLAN_REF = mark("Restraint-reduction plan, by reference")
LIFE_SUPPORT = mark("Life support at hand: first aiders, plan, access")
REVIEW_DUE = mark("Review due")
REVIEW_HINT = mark("Left empty: {months} months after it is authorised.")

TAKE_COUNTS = mark("Take counts from a file…")
CHOOSE_LOG = mark("Choose the incident log")
LOG_PATTERNS = mark("Incident logs (*.csv *.xlsx *.xlsm *.xlsb *.ods *.txt *.tsv);;All files (*)")
READING_LOG = mark("Reading the incident log")
HOLD = mark("Hold or grab")
LAST_ON = mark("last {day}")
NO_DATE = mark("“{text}” is no date. Write it as 22 Nov 2026.")

FACTORS = mark("Factors that raise the risk, one a line")
FACTORS_HINT = mark(
    "Frailty, brittle bones, heart or breathing conditions, size, age, pregnancy: of the group, never of one person."
)

GROUPS = mark("Staff groups")
GROUP = mark("Staff group")
PEOPLE = mark("People")
EXPOSURE = mark("What they meet")
NEED_OF_GROUP = mark("What they need")
BASIS = mark("Why physical skills")
NO_BASIS = mark("No exposure")
NEEDS_SHORT = {"NONE": mark("Nothing"), "CORE_THEORY": mark("Core Theory"), "ESCAPE": mark("Escape techniques")}
ADD_GROUP = mark("Add a group")
NEW_GROUP = mark("New group")
TAKE_OFF_GROUP = mark("Take it off")
PROPOSE_GROUPS = mark("Take the usual groups")
NO_GROUPS = mark("No staff group yet")
NO_GROUPS_HINT = mark("From chief executive to direct care: each with what it meets, and what it needs.")
NO_NUMBER = mark("“{text}” is no number of people.")
NAME_MISSING = mark("A group has a name.")
GROUPS_FOOT = mark("The basis decides who may come to the physical part; everyone else comes to the theory part only.")

RISKS = mark("Holds and grabs")
NUMBER = mark("Risk")
SITUATION = mark("Where and when it happens")
SEVERITY = mark("How bad it can turn out")
CONTROLS = mark("What is done already, without touch")
STANDING = mark("How it stands")
CARRY = mark("A risk")
NOT_CARRIED = mark("No risk")
WHY_NO_RISK = mark("Not carried as a risk because")
IS_CURRENT = mark("current")
IS_ENDED = mark("ended {day}")
IS_NOT_CARRIED = mark("not carried")
IS_OPEN = mark("to be said")
PROPOSED_ENDED = mark("proposed as ended")
PROPOSE_END = mark("Risk {number}: no incident for {months} months. It is proposed as ended; you decide.")
END_RISK = mark("End the risk…")
END_TITLE = mark("Risk {number} has ended")
END_INTRO = mark("It stays on the TNA sheet with the date and your reason.")
END_WHY = mark("It has ended because")
END_VERB = mark("End risk {number}")
KEEP_RISK = mark("Current again")
ENDED_BECAUSE = mark("Ended on {day}: {reason}")
CARRY_ALL = mark("Carry all as risks")
ADD_HOLD = mark("Add a hold that was not counted")
TAKE_OFF_TITLE = mark("{hold} is no risk")
TAKE_OFF_INTRO = mark("Every hold that was counted is a risk, or says why not.")
NO_RISK_VERB = mark("Leave it out")
NO_HOLDS = mark("No hold or grab has been counted")
NO_HOLDS_HINT = mark("Take the counts first; or add a hold that is foreseeable though it was not counted.")
COUNT_FIRST = mark("Take the counts")

PRIMARY = mark("Primary: so that distress does not arise")
SECONDARY = mark("Secondary: at the first early sign")
TERTIARY = mark("Tertiary: when a hold has happened")
RECOVERY = mark("Recovery: afterwards, for everyone")
PROPOSE_WORDS = mark("Propose words")

YES = mark("Yes, there is a need")
NO = mark("No, there is none")
BECAUSE = mark("Because")
NO_IS_AN_ANSWER = mark(
    "“No” is an answer of equal standing: it is authorised and printed like any other. No physical course rests on it; "
    "plan Core Theory or prevention instead."
)
RISKS_SO_FAR = mark("Current risks: {risks} · techniques chosen: {techniques}")
NO_BUT_CHOSEN = mark("Techniques are chosen still: {techniques}. Leave them out, or change the answer.")
LEAVE_THEM_OUT = mark("Leave them out")
NO_NEED_REASON = mark("No legitimate need for physical skills was found.")

NO_CURRENT_RISK = mark("It rests on no current risk. Leave it out, or tick the risk it is for.")
RISK_LINE = mark("Risk {number}: {hold}")
TRIED = mark("What was tried without touch")
WHY_THIS = mark("Why this one")
PROPOSED_TEXT = mark("Proposed words. The authoriser confirms them, or you write your own.")
HIGHER = mark("A lower way answers the same hold: {codes}.")
HIGHER_WHY = mark("Why this and not the lower way")
NOTE = mark("Elevated risk: {note}")
NOTE_ANSWER = mark("For this service")
NOTE_BECAUSE = mark("How, in your words")
LEAVE_REST = mark("Leave out the rest")
REST_LEFT_OUT = mark("{count} techniques left out, each with its reason. Read them through.")
NO_CATALOGUE = mark("No catalogue is in force")
NO_CATALOGUE_HINT = mark("Techniques are chosen from a catalogue. Load one first.")
TO_CATALOGUE = mark("To the catalogue")
NOT_NEEDED_HERE = mark("No techniques: the answer is that there is no need")
NOT_NEEDED_HINT = mark("That is a result. Go on to have it authorised.")
NO_RISK_YET = mark("No current risk yet")
NO_RISK_YET_HINT = mark("A technique answers a current risk. Say first which holds stand as risks.")
ADDRESSES = mark("{hold} · {tier} · {persons}")

GONE_PAST = mark("What it was authorised in spite of")
GONE_PAST_BY = mark("Because: {reason} ({name}, {day})")
NOTHING_ASKED = mark("Nothing stands in the way. The authoriser reads the summary and signs.")
SIGNATURE = mark("Authorised by")
NAME = mark("Name")
ROLE = mark("Role")
ON = mark("On")
MANNER = mark("How")
ON_SCREEN = mark("Signs here")
IN_INK = mark("Ink copy")
HELD_AT = mark("Where the ink copy is held")
SEEN_BY = mark("Seen by")
CONFIRM = mark("I have read the proposed words of {techniques} and confirm them.")
CONFIRM_FIRST = mark("Proposed words wait to be confirmed: tick the box, or change them.")
AUTHORISE = mark("Authorise")
NOT_BY_LEAD = mark("The lead instructor of a course can’t authorise the TNA it rests on.")
IS_AUTHORISED = mark("{tna} authorised by {name}. It is frozen as it stands.")
FILL_IN = mark("Fill this in.")
FROZEN = mark("Nothing: it was authorised as it stands, without a warning.")
GO_THERE = mark("Go there")

FIELDS = {
    "ref": mark("reference"),
    "service": mark("service"),
    "setting": mark("setting"),
    "sites": mark("sites"),
    "drawn_up_on": mark("day drawn up"),
    "risk_assessment_ref": mark("risk assessments"),
    "audit": mark("audit"),
    "factors": mark("elevated risk"),
    "staff_groups": mark("staff groups"),
    "primary_prevention": mark("primary prevention"),
    "secondary_prevention": mark("secondary prevention"),
    "tertiary_prevention": mark("tertiary prevention"),
    "recovery": mark("recovery"),
    "plan_ref": mark("restraint-reduction plan"),
    "life_support": mark("life support"),
    "review_due": mark("review date"),
    "need_reason": mark("reason of the need"),
}
"""What a draft says piece by piece, by the field's name: for "Undo: TNA-2217-26-001 revision 1: setting"."""


def what_was_read(
    rows: int, counted_of_them: int, no_hold: int, unknown: int, older: int, unread: int
) -> tuple[tuple[Lamp, str], ...]:
    """What became of the rows of a log, one sentence each with how it stands; what is nothing is not said."""
    said = [
        (Lamp.OK, rows, ngettext("{count} row was read.", "{count} rows were read.", rows)),
        (
            Lamp.OK if counted_of_them else Lamp.WARN,
            counted_of_them,
            ngettext("{count} hold or grab is counted.", "{count} holds and grabs are counted.", counted_of_them),
        ),
        (
            Lamp.INFO,
            no_hold,
            ngettext("{count} row tells of no hold or grab.", "{count} rows tell of no hold or grab.", no_hold),
        ),
        (
            Lamp.WARN,
            unknown,
            ngettext(
                "{count} row uses words that are not known here, and is not counted.",
                "{count} rows use words that are not known here, and are not counted.",
                unknown,
            ),
        ),
        (
            Lamp.INFO,
            older,
            ngettext("{count} is older than the time counted.", "{count} are older than the time counted.", older),
        ),
        (Lamp.WARN, unread, ngettext("{count} row wants mending.", "{count} rows want mending.", unread)),
    ]
    always = 2
    return tuple(
        (lamp, text.format(count=count)) for number, (lamp, count, text) in enumerate(said) if count or number < always
    )


def persons(count: int) -> str:
    """How many of staff a technique needs."""
    return ngettext("{count} person", "{count} people", count).format(count=count)


def and_more(count: int) -> str:
    """How many are not shown."""
    return ngettext("And {count} more.", "And {count} more.", count).format(count=count)


def still_open(count: int) -> str:
    """Why a TNA can't be authorised yet; "" where nothing is in the way."""
    if not count:
        return ""
    return ngettext(
        "One matter is still open: “What is asked” leads to it.",
        "{count} matters are still open: “What is asked” leads to each.",
        count,
    ).format(count=count)


def times(count: int) -> str:
    """How often a hold was counted."""
    return ngettext("{count} time", "{count} times", count).format(count=count)
