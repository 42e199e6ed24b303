"""Words of the papers that tell results: the sign-off sheet, the individual record, certificate and in-house record."""

from datetime import date

from calm_instructor.messages.papers import (
    LEAD,
    NO_AUTHORISATION,
    NONE,
    NOT_CONFIRMED,
    kept,
    minutes,
    need_of,
    say,
)
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import mark

# ── course sign-off sheet ───────────────────────────────────────────────────────────────────────────────────────────

SIGN_OFF_SHEET = mark("Course sign-off sheet")
INJURIES = mark("Injuries in training")
THEORY_PRACTICE_ASSESSMENT = mark("Theory, practice, assessment")
ROWS_BOOKMARK = mark("Rows {first} to {last} of {all}")
CODES_IN_FULL = mark("Technique codes in full: {code} and so on")
CORE_THEORY_HEAD = mark("Core\nTheory")
ATTENDANCE_HEAD = mark("Attend-\nance")
FIT = mark("Fit")
CORE_BEHAVIOURS = mark("Core behaviours")
KNOWLEDGE = mark("Knowledge")
OUTCOME_HEAD = mark("Outcome,\nvalid until")
TRAINEE_SIGNS = mark("Trainee signs")
INSTRUCTOR_SIGNS = mark("Instructor signs")
MADE_GOOD = mark("made good")
MISSED = mark("−{missed} min")
KEY_COMPETENT = mark("Competent: every mandatory criterion seen")
KEY_NOT_YET = mark("Not yet competent")
KEY_NOT_ASSESSED = mark("Not assessed")
KEY_ATTEMPT = mark("attempt number")
BOTH_DECLARE = mark(
    "**Trainee:** I attended and was fit to take part. I may use only the techniques marked C, only in this organisation, "
    "as a last resort and with the least force, until the date shown. I know how to report each use. "
    "Where no authority is given, I sign for attendance and result only. "
    "**Instructor:** I saw each attempt and judged it by the criteria."
)
LEAD_DECLARES = mark("Lead instructor: this sheet is complete")


def injuries(count: int, reference: str) -> str:
    """As in "None", "1, book 26/31"."""
    if not count:
        return say(NONE)
    return f"{count}, {reference}" if reference else str(count)


def percent(here: int, taught: int) -> str:
    """Attendance in whole percent; 100 only where nothing was missed."""
    return say(mark("{share} %"), share=here * 100 // taught if taught else 0)


def minutes_missed(missed: int) -> str:
    """Under the percentage: the minutes still to be made good, as in "−30 min"."""
    return say(MISSED, missed=missed)


def need_authorised(reference: str, revision: int, on: date | None) -> str:
    """As in "TNA-BUR-2026 revision 2, 21 Sep 2026"."""
    need = need_of(reference, revision)
    return f"{need}, {day(on)}" if on else say(mark("{need}, not authorised"), need=need)


def minutes_each(given: int, planned: int) -> str:
    """Practice minutes per technique: "25 min each"."""
    return say(mark("{minutes} each"), minutes=minutes(given, planned))


# ── individual record ───────────────────────────────────────────────────────────────────────────────────────────────

INDIVIDUAL_RECORD = mark("Individual record")
RESULTS_PAGE = mark("Results, authority to use and signatures")
EVIDENCE_PAGE = mark("Evidence: criteria, attempts and knowledge")
EMPLOYER = mark("Employer and status")
OUTCOME = mark("Outcome")
REFRESHER_DUE = mark("Refresher due, valid until")
AUTHORITY = mark("Authority to use")
TECHNIQUES = mark("Techniques")
THESE_AND_NO_OTHERS = mark("these and no others")
RESULTS_ONLY = mark("results only: none of them may be used")
CODE = mark("Code")
TECHNIQUE_AND_HOLD = mark("Technique, and the hold or grab it addresses")
ASSESSOR = mark("Assessor")
LIMIT = mark("**Limit:** {limit}")
CORE_BEHAVIOURS_ARE = mark("Stance and positioning, exit and summoning help")
FIGURE_NOTE = mark("The small figure is the number of the attempt that counts.")
WHERE_EVIDENCE = mark("Attempts and criteria stand under Evidence.")
LIMITS_AND_ADJUSTMENTS = mark("Limits and adjustments")
LIMITS_AND_ADJUSTMENTS_ARE = mark("**Limits:** {limits}. **Adjustments:** {adjustments}.")
NO_LIMITS = mark("none beyond those of the authority")
NO_ADJUSTMENTS = mark("none were needed")
AUTHORITY_IS = mark(
    "May use only the techniques marked C above, only in {organisation}{where}{staff}, only as a last resort, with the least "
    "force and for the shortest time, until **{until}**. The person’s own plan comes first. Each use is recorded and reported."
)
WHILE_NEED_NAMES = mark("A technique counts while {need}, or a later one for these services, names it.")
NO_AUTHORITY_IS = mark(
    "**No authority to use.** None of the techniques may be used on the strength of this course, whatever single results say."
)
ACTION_PLAN = mark("Action plan")
PLAN_NEED = mark("**Need:** {value}")
PLAN_SUPPORT = mark("**Support:** {value}")
PLAN_BY = mark("**By:** {value}")
PLAN_REVIEW = mark("**Review:** {value}")
PLAN_MEANWHILE = mark("**Until then:** {value}")
PLAN_MANAGER = mark("**Manager told:** {value}")
PLAN_ON_FIRST = mark("On the first page, above the signatures.")
NONE_NEEDED = mark("None needed.")
NONE_ON_RECORD = mark("None on record.")
DECLARATIONS = mark("Declarations and signatures")
LINE_MANAGER = mark("Line manager")
TRAINEE_OF_RECORD = mark(
    "I attended and was fit to take part. I understand the limits above, how to report each use, and when my refresher is due."
)
TRAINEE_WITHOUT_AUTHORITY = mark(
    "I have seen my attendance and my results. I know that I may not use these techniques, and what is planned next."
)
LEAD_OF_RECORD = mark("Each attempt was seen by the assessor named and judged against every mandatory criterion.")
LEAD_WITHOUT_ATTEMPT = mark("Nothing was assessed. The attendance shown is that of the register.")
MANAGER_OF_RECORD = mark("I have read this record. I know what this person may and may not use.")
I_DISAGREE = mark("I do not agree with a result. My note is on the back or in the record.")
NOTE_OF_TRAINEE = mark("**Note of the trainee:** {note}")
TICKED = mark("ticked")
CRITERIA_THAT_COUNT = mark("Criteria in the attempt that counts")
SEEN_BY_ASSESSOR = mark("seen by the assessor; tick met, cross not met, dash not marked")
NOT_MARKED = mark("not marked")
CRITERION = mark("Criterion")
OPTIONAL = mark("{criterion} (optional)")
CONFIRMED_AS_A_WHOLE = mark("{codes}: confirmed as a whole.")
EACH_TICKED = mark("{codes}: each criterion ticked.")
ONLY_NOT_MET = mark("{codes}: only what was not met is marked.")
WERE_NOT_ASSESSED = mark("{codes}: not assessed.")
EVERY_ATTEMPT = mark("Every attempt")
WHEN = mark("When")
NOT_MET_FEEDBACK = mark("Criteria not met, feedback")
NONE_MADE = mark("None was made.")
OPTIONAL_NOT_ASKED = mark("{codes}: optional, not asked.")
ENTERED_FROM = mark("Entered from {sheet}.")
KNOWLEDGE_CHECK = mark("Knowledge check")
KNOWLEDGE_ITEM = mark("**{code}** {text}")
NOT_DONE = mark("not done")
ATTENDANCE = mark("Attendance")
CLEARED_FOR_THE_DAY = mark("Cleared for the day")
INJURY_IN_TRAINING = mark("Injury in training")
PRIVACY_NOTICE = mark("Privacy notice")
YES = mark("yes")
NO = mark("no")
INITIALS = mark("Trainee’s initials on this page")


def instructor_with(role: str, authorisation: str) -> str:
    """As in "Lead instructor, CALM-ET-0417"; a role other than the lead's is said."""
    return ", ".join(part for part in (role or say(LEAD), authorisation) if part)


def minutes_of(here: int, taught: int, made_good: int) -> str:
    """As in "470 of 480 minutes, 10 made good"."""
    said = say(mark("{here} of {taught} minutes"), here=here, taught=taught)
    return f"{said}, " + say(mark("{made_good} made good"), made_good=made_good) if made_good else said


# ── certificate and record of in-house training ─────────────────────────────────────────────────────────────────────

CERTIFICATE = mark("Certificate of competence")
IN_HOUSE_RECORD = mark("Record of in-house training")
IN_HOUSE_SUBTITLE = mark("General list, not CALM’s issued catalogue")
CERTIFY = mark("This is to certify that")
RECORDS = mark("It is on record that")
WITH_STAFF_NUMBER = mark("staff number {number}")
VALID_UNTIL = mark("Valid until")
REFRESHER_BY = mark("Refresher due by this date")
AUTHORITY_OF_CERTIFICATE = mark(
    "**Authority.** Only these techniques, only in {organisation}{where}{staff}, only as a last resort, with the least force "
    "and for the shortest time. The person’s own plan comes first. Each use is recorded and reported. It does not pass to "
    "another employer."
)
LIMITS_ARE = mark("**Limits:** {limits}.")
_NUMBERS = (
    "",
    "",
    mark("two"),
    mark("three"),
    mark("four"),
    mark("five"),
    mark("six"),
    mark("seven"),
    mark("eight"),
    mark("nine"),
    mark("ten"),
    mark("eleven"),
    mark("twelve"),
)


def was_taught(count: int) -> str:
    """The sentence over the techniques of a certificate; ``{day}`` is the paper's to fill."""
    if count == 1:
        return say(
            mark(
                "was taught, and on **{day}** was seen by an authorised instructor to be competent in, the one escape "
                "technique named here and no other:"
            )
        )
    number = say(_NUMBERS[count]) if count < len(_NUMBERS) else str(count)
    return say(
        mark(
            "was taught, and on **{day}** was seen by an authorised instructor to be competent in, the {number} escape "
            "techniques named here and no others:"
        )
    ).replace("{number}", number)


def grounds(reference: str, revision: int, on: date | None, by: str, role: str) -> str:
    """The need a certificate rests on: "Need: TNA-ASH-2026 revision 3, authorised 2 Oct 2026 by Marian Grant, Manager"."""
    need = need_of(reference, revision)
    if not on:
        return say(mark("Need: {need}"), need=need)
    who = ", ".join(part for part in (by, role) if part)
    return say(mark("Need: {need}, authorised {day} by {who}"), need=need, day=day(on), who=who)


def signs_as(role: str, authorisation: str, expires: date | None, confirmed: bool) -> str:
    """As in "Lead instructor, CALM-ET-0417, expires 31 Mar 2027"."""
    until = say(mark("expires {day}"), day=kept(day(expires))) if expires else ""
    known = "" if confirmed else say(NOT_CONFIRMED)
    return ", ".join(part for part in (role or say(LEAD), authorisation or say(NO_AUTHORISATION), until, known) if part)


def for_organisation(role: str) -> str:
    """Under the signature that stands for the organisation."""
    return ", ".join(part for part in (say(mark("For the organisation")), role) if part)
