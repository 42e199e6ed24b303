"""The words that several papers share: head, foot, marks, signatures. ``**`` in a text begins and ends bold.

Texts are marked where they stand and become the reader's language in ``say``. Tables are keyed by the values of the
papers' small enumerations.
"""

from collections.abc import Sequence
from datetime import date, datetime

from calm_instructor.messages.showing import day, moment
from calm_instructor.messages.translating import _, mark, ngettext

NOTHING = "–"
_KEPT = "\u00a0"  # a space at which no line is broken


def say(text: str, **facts: object) -> str:
    """A marked text in the reader's language, with its facts filled in."""
    return _(text).format_map(facts) if facts else _(text)


def sentence_of(text: str) -> str:
    """A typed reason with a full stop at its end."""
    return text if not text or text.rstrip().endswith((".", "!", "?")) else f"{text.rstrip()}."


def kept(text: str) -> str:
    """A date, or another short text, that no line breaks."""
    return text.replace(" ", _KEPT)


# ── head and foot of every page ─────────────────────────────────────────────────────────────────────────────────────

SHEET = mark("Sheet")
PAGE = mark("Page")
PAGE_OF = mark("{page} of {pages}")
REVISION = mark("Revision")
PRINTED = mark("Printed")
RECORD = mark("Record")
SHORT_CODE = mark("Short code")
MADE_WITH = mark("Made with")
PROGRAM = mark("CALM Instructor {version}")
REPRINT = mark("Reprint {number}, {day}")
QR_ALT = mark("short code {code}")
GENERIC = mark("GENERIC")
PRACTICE_LABEL = mark("PRACTICE")
PRACTICE_SENTENCE = mark("Practice data: not a record of real people.")
GENERIC_SENTENCE = mark("Technique names and codes are a general list, not the catalogue issued by CALM.")
TITLE_OF_FILE = mark("{kind} {number}")


# ── marks ───────────────────────────────────────────────────────────────────────────────────────────────────────────

RESULTS = {"C": mark("competent"), "NYC": mark("not yet competent"), "NA": mark("not assessed")}
WHY_NOT = {
    "not_available": mark("not available for this part"),
    "time_ran_out": mark("time ran out"),
    "no_mark": mark("nothing on record"),
}
MET = mark("met")
NOT_MET = mark("not met")
NOT_ASKED = mark("not asked")
CLEARED = mark("cleared")
NOT_CLEARED = mark("not cleared")
EMPTY_BOX = mark("empty box: {what}")


def mark_in_words(result: str, attempt: int, why: str) -> str:
    """A mark as it is read out: "not yet competent, attempt 3"."""
    parts = [say(RESULTS[result])]
    if attempt > 1:
        parts.append(say(mark("attempt {number}"), number=attempt))
    return ", ".join([*parts, why] if why else parts)


def why_not(reason: str | None) -> str:
    """Why a cell says NA, in words; "" where nothing is said."""
    return say(WHY_NOT[reason]) if reason else ""


# ── shared by several papers ────────────────────────────────────────────────────────────────────────────────────────

OUTCOMES = {
    "competent": mark("Competent (full set)"),
    "part_competent": mark("Part competent"),
    "not_yet_competent": mark("Not yet competent"),
    "not_completed": mark("Not completed"),
}
OUTCOMES_SHORT = {**OUTCOMES, "competent": mark("Competent")}
NO_AUTHORITY = mark("No authority to use")
COURSE = mark("Course")
VENUE = mark("Venue")
SITE = mark("Site")
ROLE = mark("Role")
STAFF_NUMBER = mark("Staff number")
LEAD = mark("Lead instructor")
NO_AUTHORISATION = mark("no authorisation")
NOT_CONFIRMED = mark("not confirmed by head office")
SIGNATURE = mark("Signature")
DATE = mark("Date")
NEED = mark("Training needs analysis")
AUTHORISED_BY = mark("Authorised by")
TRAINEES_RATIO = mark("Trainees, ratio")
CORE_THEORY = mark("Core Theory")
TRAINEE = mark("Trainee")
OVERRIDES = mark("Overrides")
NONE = mark("None")
SIGNATURE_ALT = mark("signature of {name}")


def dates_label(count: int) -> str:
    """The label over one date or several."""
    return ngettext("Date", "Dates", count)


def days(dates: Sequence[date]) -> str:
    """The days of a course: "10, 11 Nov 2026", "30 Nov, 1 Dec 2026"."""
    shown: list[str] = []
    for index, this in enumerate(dates):
        following = dates[index + 1] if index + 1 < len(dates) else None
        parts = day(this).split(" ")
        if following and following.year == this.year:
            parts = parts[:1] if following.month == this.month else parts[:2]
        shown.append(" ".join(parts))
    return ", ".join(shown)


def course_kind(kind: str, tier: str) -> str:
    """As in "Initial course, medium-risk curriculum"."""
    return ", ".join(part for part in (kind, tier) if part)


def instructors_label(count: int) -> str:
    """The label over one instructor or several, each with authorisation and expiry."""
    return ngettext("Lead instructor (authorisation, expires)", "Lead, co-instructors (authorisation, expires)", count)


def authorised_until(authorisation: str, expires: date | None, confirmed: bool) -> str:
    """An instructor's authorisation as papers name it: "0417, 31 Mar 2027", "0417, not confirmed by head office"."""
    parts = [authorisation or say(NO_AUTHORISATION)]
    if expires:
        parts.append(day(expires))
    if not confirmed:
        parts.append(say(NOT_CONFIRMED))
    return ", ".join(parts)


def none_confirmed(count: int) -> str:
    """Head office confirmed the authorisation of none of several instructors."""
    return say(mark("neither confirmed by head office") if count == 2 else mark("none confirmed by head office"))


def need_of(reference: str, revision: int) -> str:
    """As in "TNA-ASH-2026 revision 3"."""
    return say(mark("{reference} revision {revision}"), reference=reference, revision=revision)


def minutes(given: int, planned: int) -> str:
    """Minutes given, with planned in brackets where different (R51)."""
    if given == planned:
        return say(mark("{given} min"), given=given)
    return say(mark("{given} min ({planned})"), given=given, planned=planned)


def ratio(trainees: int, instructors: int) -> str:
    """As in "24 (2 : 24)"."""
    return say(mark("{trainees} ({instructors} : {trainees})"), trainees=trainees, instructors=instructors)


OVERRIDE = mark("**{rule}:** {whom}{reason}; {by}, {day}")
RULE = mark("{number}, {rule}")
_RULES = {
    "R4": mark("limited set"),
    "R5": mark("practice per technique"),
    "R6": mark("what was counted and what is taught"),
    "R8": mark("age of the analysis"),
    "R9": mark("incidents counted"),
    "R10": mark("no identifiers"),
    "R12": mark("people to each instructor"),
    "R14": mark("instructor’s first aid"),
    "R19": mark("number of tries"),
    "R23": mark("refresher or full course"),
    "R29": mark("open items at close"),
    "R30": mark("cancelled, or opened again"),
    "R34": mark("notice to head office"),
    "R35": mark("prevention first"),
    "R37": mark("earlier escape training"),
    "R38": mark("risks that ended"),
    "R39": mark("the lower way first"),
    "R47": mark("time to show and to assess"),
}
PRACTICE_PER_TECHNIQUE = mark("Practice per technique")
ROWS = mark("Rows")
ROWS_OF = mark("{first} to {last} of {all}")
NUMBER = mark("No.")
NAME_STAFF_NUMBER = mark("Name, staff number")
RESULT = mark("Result")
WHERE_AT = mark(" at {services}")
ONLY_ON_SHIFTS = mark(", only on shifts for this organisation at these services")
TECHNIQUE = mark("Technique")
ATTEMPT = mark("Attempt")
NONE_LOWER = mark("none")
PART_OF_MODEL = mark("Part of the model")
PARTS = {
    "primary": mark("Primary"),
    "secondary": mark("Secondary"),
    "tertiary": mark("Tertiary"),
    "recovery": mark("Recovery"),
}


def rule(number: str) -> str:
    """A rule by its number and in a few words, so that nobody takes it for a risk: "R12, people to each instructor"."""
    return say(RULE, number=number, rule=say(_RULES[number])) if number in _RULES else number


def trainees(count: int) -> str:
    """As in "12 trainees"."""
    return ngettext("{count} trainee", "{count} trainees", count).format(count=count)


# ── signatures ──────────────────────────────────────────────────────────────────────────────────────────────────────

ON_SCREEN = mark("on screen")
IN_INK = mark("in ink")
HELD_AT = mark("copy held at {place}")
DECLINED = mark("declined")
WITNESS = mark("witness {witness}")
DISAGREES = mark("does not agree")
HAS_SEEN = mark("has seen this")
CHANGED_SINCE = mark("signed as revision {revision}; changed since")
ON_INDIVIDUAL_RECORD = mark("on individual record")


def how_signed(
    state: str, at: datetime | None, on: date | None, held_at: str, witness: str, revision: int | None
) -> tuple[str, ...]:
    """How a signature was given or declined, in parts that belong on a line each; none for a line that waits for ink.

    As in ("on screen", "18 Nov 2026 16:42"), ("in ink", "2 Oct 2026", "copy held at Ashgrove office").
    """
    parts: list[str] = []
    if state == "declined":
        parts.append(say(DECLINED))
    elif state == "disagrees":
        parts += [say(DISAGREES), say(HAS_SEEN)]
    if state == "in_ink":
        parts.append(say(IN_INK))
        parts += [day(on)] if on else []
        parts += [say(HELD_AT, place=held_at)] if held_at else []
    elif at and state != "waiting":
        parts += [moment(at)] if state == "declined" else [say(ON_SCREEN), moment(at)]
    if witness and state == "declined":
        parts.append(say(WITNESS, witness=witness))
    if revision is not None:
        parts.append(say(CHANGED_SINCE, revision=revision))
    return tuple(parts)
