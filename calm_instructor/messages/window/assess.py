"""The words of the grid: what stands in a cell, why somebody can't be marked, and what the keys say."""

from collections.abc import Mapping

from calm_instructor.domain.assessment import Outcome
from calm_instructor.messages.translating import _, mark, ngettext

# ── why somebody can't be marked now: as short as a row has room for, and what mends it ─────────────────────────────

RECORD_IT = mark("Record it")
SEE_IT = mark("See evidence")
SHOW_IT = mark("Show it")
NOT_NOW: Mapping[str, tuple[str, str, str]] = {
    # code: why, what mends it, the step of the course where ("" is the person's page)
    "R1.no_date": (mark("no Core Theory date"), mark("Add it"), ""),
    "R1.not_before": (mark("Core Theory too late"), SHOW_IT, ""),
    "R1.run_out": (mark("Core Theory out of date"), SHOW_IT, ""),
    "R1.not_seen": (mark("Core Theory evidence not seen"), SEE_IT, ""),
    "R11.theory_part": (mark("theory part only"), SHOW_IT, "people"),
    "R11.withdrawn": (mark("place given up"), SHOW_IT, "people"),
    "R15.no_declaration": (mark("no fitness declaration for today"), RECORD_IT, "register"),
    "R15.not_fit": (mark("no practice today, by own declaration"), SHOW_IT, "register"),
    "R16.no_register": (mark("not in today’s register"), RECORD_IT, "register"),
    "R16.absent": (mark("absent today"), SHOW_IT, "register"),
    "R16.not_yet_arrived": (mark("not here yet"), SHOW_IT, "register"),
    "R16.has_left": (mark("has left"), SHOW_IT, "register"),
    "R28.paused": (mark("paused after an injury or near miss"), mark("Check again"), "register"),
    "R41.no_briefing": (mark("no safety briefing yet"), RECORD_IT, "register"),
    "R41.before_briefing": (mark("safety briefing still to come"), SHOW_IT, "register"),
    "R41.unbriefed": (mark("came after the safety briefing"), mark("Make good"), "register"),
    "R20.signed_already": (mark("signed off"), SHOW_IT, "sign_off"),
}
NOT_ASSESSABLE = mark("Not assessable: {why}")
YOU_MUST = mark("What you must do: {to_do}")
LIMIT = mark("Limit: {limit}")

# ── the grid ────────────────────────────────────────────────────────────────────────────────────────────────────────

TRAINEE = mark("Trainee")
TECHNIQUE = mark("Technique")
TRAINEES = mark("Trainees")
TECHNIQUES = mark("Techniques, core behaviours and knowledge")
CORE = mark("Core")
CORE_NAME = mark("Stance, exit")
KNOWLEDGE = mark("Knowledge")
KNOWLEDGE_NAME = mark("K1 to K5")
GRID_NAME = mark("Marks")
BY_TRAINEE = mark("By trainee")
BY_TECHNIQUE = mark("By technique")
STILL_TO_DO = mark("Still to do")
TURNS = mark("How the marks are laid out")
MARKING_AS = mark("Marking as")
GENERIC = mark("GENERIC catalogue")
NO_SET = mark("No set yet")
NO_SET_HINT = mark("The techniques are agreed before anybody is marked.")
NO_PEOPLE = mark("Nobody on the physical part yet")
NO_PEOPLE_HINT = mark("People are placed on the course first.")
ALL_DONE = mark("Everything is marked")
ALL_DONE_HINT = mark("Nobody who can be marked now has an empty cell.")
TO_PEOPLE = mark("Go to People")
TO_TECHNIQUES = mark("Go to Techniques")
FILL = mark("Fill blanks…")
MATSIDE = mark("Mat-side")
CRITERIA = mark("Criteria")
FOOT = mark(
    "C says: every mandatory criterion was seen in this attempt. N stands at once and owes feedback. A mark is never overwritten."
)

STATES: Mapping[str, str] = {
    "competent": mark("competent"),
    "not_yet": mark("not yet"),
    "not_assessed": mark("not assessed"),
    "": mark("to do"),
}
LEGEND: Mapping[str, str] = {
    "competent": mark("Competent"),
    "not_yet": mark("Not yet"),
    "not_assessed": mark("Not assessed"),
    "not_assessable": mark("Not assessable"),
}
SECOND_ATTEMPT = mark("second attempt")
NOTE = mark("Note")
KINDS: Mapping[Outcome, str] = {
    Outcome.COMPETENT: "competent",
    Outcome.NOT_YET: "not_yet",
    Outcome.NOT_ASSESSED: "not_assessed",
}
"""How a mark is drawn."""


def marked(count: int, of_all: int) -> str:
    """How far it is."""
    return _("{count} of {all} marked").format(count=count, all=of_all)


def blocked(count: int) -> str:
    """How many cells can't be marked now."""
    return ngettext("{count} not now", "{count} not now", count).format(count=count)


def blocked_told(count: int) -> str:
    """The same in a whole sentence."""
    return ngettext("{count} cell can’t be marked now", "{count} cells can’t be marked now", count).format(count=count)


def cell_said(who: str, what: str, kind: str, attempt: int, *, owes: bool, taken_back: bool, why: str) -> str:
    """A cell in words: "Jo Ng, GEN-H1 Hair: not yet, attempt 1"."""
    state = _(STATES[kind])
    if kind in {"competent", "not_yet"}:
        state = _("{state}, attempt {attempt}").format(state=state, attempt=attempt)
    if owes:
        state = _("{state}, feedback owed").format(state=state)
    if taken_back:
        state = _("{state}, a mark was taken back").format(state=state)
    if why and not kind:
        state = _(NOT_ASSESSABLE).format(why=why)
    return _("{who}, {what}: {state}").format(who=who, what=what, state=state)


# ── what the keys say ───────────────────────────────────────────────────────────────────────────────────────────────

NOTHING_TO_REPEAT = mark("Press C, N or - first; Enter repeats it.")
ALREADY = mark("{who} is competent in {what} already. N corrects it, with a reason.")
NOTHING_TO_TAKE_BACK = mark("{who} has no mark in {what}.")
KNOWLEDGE_BACK = mark("A knowledge check is not taken back. Ask again; the last answer counts.")
NOBODY_BEGINS = mark("Nobody begins with “{text}”.")
FINDING = mark("Find: {text}")
ASK_ALL = mark("Say of each question whether it was met; then record it.")

READY_REASONS = (
    mark("Time ran out"),
    mark("Resting"),
    mark("Not here for it"),
    mark("Hurt or unwell"),
    mark("Left out for this person"),
)
"""Why somebody was not assessed, ready to choose."""
OTHER_REASON = mark("Other reason…")
WHY_NOT_ASSESSED = mark("Why was {who} not assessed?")
REASON = mark("Reason")
SET_IT = mark("Set to not assessed")
CORRECT_TITLE = mark("Correct the mark of {who}")
CORRECT_INTRO = mark(
    "{what} says competent. The correction takes its place under the same number; both stay in the record."
)
CORRECT_REASON = mark("What was wrong with the mark")
CORRECT_DO = mark("Correct to not yet")

FILL_TITLE = mark("Set blanks to not assessed")
FILL_INTRO = mark("Only cells without a mark are set. One step of Undo takes all of them back.")
FILL_WHERE = mark("Which blanks")
FILL_ALL = mark("All")
READY_REASON = mark("Ready reasons")
WRITE_REASON = mark("Choose or write the reason first.")
NO_BLANKS = mark("There are no blanks there.")


def fill_count(count: int) -> str:
    """What the button of the dialog will do."""
    return ngettext("Set {count} blank", "Set {count} blanks", count).format(count=count)


# ── criteria ────────────────────────────────────────────────────────────────────────────────────────────────────────

PANEL_NAME = mark("Criteria of the cell in hand")
ATTEMPT_OF = mark("{what} · attempt {attempt} of {most}")
TO_BE_MARKED = mark("{what} · to do, attempt {attempt} of {most}")
NOT_ASSESSED_BECAUSE = mark("{what} · not assessed: {why}")
MET = mark("met")
NOT_MET = mark("not met")
AS_A_WHOLE = mark("Confirmed as a whole by {by}, {at}")
TICKED = mark("Each ticked by {by}, {at}")
MARKED_BY = mark("Marked by {by}, {at}")
FEEDBACK = mark("Feedback")
FEEDBACK_OWED = mark("Feedback, needed for “not yet”")
FEEDBACK_HINT = mark("What to work on")
READY_WORDS = mark("Ready words…")
EARLIER_TRY = mark("Attempt {attempt}: {state}, {by}, {at}")
EARLIER_CORRECTED = mark("Corrected: was {state}, {by}, {at}. {why}")
EARLIER_TAKEN = mark("Taken back: {state}, {by}, {at}")
CORE_HINT = mark("The core behaviours are confirmed as a whole.")
CHOOSE_CELL = mark("Choose a cell to see what is looked for.")
KNOWLEDGE_HOW = mark("How it was asked")
RECORD_ANSWERS = mark("Record the answers")

# ── mat-side ────────────────────────────────────────────────────────────────────────────────────────────────────────

MATSIDE_NAME = mark("Mat-side: {what}")
PRACTICE_DATA = mark("Practice data")
MATSIDE_PLACE = mark("Technique {number} of {count}")
MATSIDE_COUNT = mark("{count} of {all}")
TO_GO = mark("marked, {count} to go")
LEAVE = mark("Leave")
BEFORE = mark("Technique before")
AFTER = mark("Next technique")
COVER = mark("Cover")
COVERED = mark("Covered. Press H or touch to go on.")
INJURY = mark("Training injury")
WHO_IS_HURT = mark("Who? They pause at once.")
PAUSED = mark("{who} is paused. Write what happened in Register.")
INJURY_FACTS = mark("Training injury or near miss, recorded mat-side. What happened is still to be written.")
REASONS = mark("Reasons")
HIDE_REASONS = mark("Hide reasons")
CANT_NOW = mark("Can’t be marked now")
MATSIDE_CANT = mark("{who} can’t be marked now.")
MATSIDE_TO_DO = mark("{who}: {to_do}")
MATSIDE_SAID = mark("{who}, {what}: {state}")
UNDONE = mark("Put back.")
NOT_UNDONE = mark("Nothing was put back.")
NOT_RECORDED = mark("Not recorded. Leave mat-side to see why.")
MATSIDE_C = mark("I saw every mandatory criterion met")
MARK_OF = mark("{who}: {state}")
UNNAMED = mark("Cancel")
UNDO_LAST = mark("Undo")
