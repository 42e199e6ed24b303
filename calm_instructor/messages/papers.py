"""All words on the papers. A paper asks here for each; ``**`` in a text begins and ends bold.

Texts are marked where they stand and become the reader's language in ``say``. Tables are keyed by the values of the
papers' small enumerations.
"""

from collections.abc import Sequence
from datetime import date, datetime, time

from calm_instructor.messages.showing import day, listed, moment
from calm_instructor.messages.translating import _, ngettext
from calm_instructor.messages.translating import mark as _m

NOTHING = "–"


def say(text: str, **facts: object) -> str:
    """A marked text in the reader's language, with its facts filled in."""
    return _(text).format_map(facts) if facts else _(text)


# ── head and foot of every page ─────────────────────────────────────────────────────────────────────────────────────

SHEET = _m("Sheet")
PAGE = _m("Page")
PAGE_OF = _m("{page} of {pages}")
REVISION = _m("Revision")
PRINTED = _m("Printed")
RECORD = _m("Record")
SHORT_CODE = _m("Short code")
MADE_WITH = _m("Made with")
PROGRAM = _m("CALM Instructor {version}")
REPRINT = _m("Reprint {number}, {day}")
QR_ALT = _m("short code {code}")
GENERIC = _m("GENERIC")
GENERIC_SENTENCE = _m("Technique names and codes are a general list, not the catalogue issued by CALM.")
TITLE_OF_FILE = _m("{kind} {number}")
CONTINUED = _m("continued")

# ── marks ───────────────────────────────────────────────────────────────────────────────────────────────────────────

RESULTS = {"C": _m("competent"), "NYC": _m("not yet competent"), "NA": _m("not assessed")}
WHY_NOT = {"not_available": _m("not available for this part"), "time_ran_out": _m("time ran out")}
MET = _m("met")
NOT_MET = _m("not met")
NOT_ASKED = _m("not asked")
CLEARED = _m("cleared")
NOT_CLEARED = _m("not cleared")
EMPTY_BOX = _m("empty box: {what}")


def mark_in_words(result: str, attempt: int, why: str) -> str:
    """A mark as it is read out: "not yet competent, attempt 3"."""
    parts = [say(RESULTS[result])]
    if attempt > 1:
        parts.append(say(_m("attempt {number}"), number=attempt))
    return ", ".join([*parts, why] if why else parts)


def why_not(reason: str | None) -> str:
    """Why a cell says NA, in words; "" where nothing is said."""
    return say(WHY_NOT[reason]) if reason else ""


# ── shared by several papers ────────────────────────────────────────────────────────────────────────────────────────

OUTCOMES = {
    "competent": _m("Competent (full set)"),
    "part_competent": _m("Part competent"),
    "not_yet_competent": _m("Not yet competent"),
    "not_completed": _m("Not completed"),
}
OUTCOMES_SHORT = {**OUTCOMES, "competent": _m("Competent")}
NO_AUTHORITY = _m("No authority to use")

COURSE = _m("Course")
VENUE = _m("Venue")
SITE = _m("Site")
ROLE = _m("Role")
STAFF_NUMBER = _m("Staff number")
LEAD = _m("Lead instructor")
SIGNATURE = _m("Signature")
DATE = _m("Date")
NEED = _m("Training needs analysis")
AUTHORISED_BY = _m("Authorised by")
TRAINEES_RATIO = _m("Trainees, ratio")
CORE_THEORY = _m("Core Theory")
TRAINEE = _m("Trainee")
OVERRIDES = _m("Overrides")
NONE = _m("None")
SIGNATURE_ALT = _m("signature of {name}")


def dates_label(count: int) -> str:
    """The label over one date or several."""
    return ngettext(_m("Date"), _m("Dates"), count)


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


def authorised_until(authorisation: str, expires: date | None, confirmed: bool) -> str:
    """An instructor's authorisation as papers name it: "0417, 31 Mar 2027", "0417, not confirmed by head office"."""
    parts = [authorisation or say(_m("no authorisation"))]
    if expires:
        parts.append(day(expires))
    if not confirmed:
        parts.append(say(_m("not confirmed by head office")))
    return ", ".join(parts)


def need_of(reference: str, revision: int) -> str:
    """As in "TNA-ASH-2026 revision 3"."""
    return say(_m("{reference} revision {revision}"), reference=reference, revision=revision)


def minutes(given: int, planned: int) -> str:
    """Minutes given, with planned in brackets where different (R51)."""
    if given == planned:
        return say(_m("{given} min"), given=given)
    return say(_m("{given} min ({planned})"), given=given, planned=planned)


def ratio(trainees: int, instructors: int) -> str:
    """As in "24 (2 : 24)"."""
    return say(_m("{trainees} ({instructors} : {trainees})"), trainees=trainees, instructors=instructors)


OVERRIDE = _m("**{rule}** {whom}{reason}; {by}, {day}")


# ── signatures ──────────────────────────────────────────────────────────────────────────────────────────────────────

ON_SCREEN = _m("on screen, {moment}")
DECLINED = _m("declined")
DECLINED_WITNESS = _m("declined, witness {witness}")
DISAGREES = _m("does not agree; has seen this")
CHANGED_SINCE = _m("signed as revision {revision}; changed since")
ON_INDIVIDUAL_RECORD = _m("on individual record")


def how_signed(state: str, at: datetime | None, witness: str, revision: int | None) -> str:
    """What stands under a signature that was given or declined on screen; "" for a line that waits for ink."""
    parts = []
    if state == "declined":
        parts.append(say(DECLINED_WITNESS, witness=witness) if witness else say(DECLINED))
    if state == "disagrees":
        parts.append(say(DISAGREES))
    if at and state != "waiting":
        parts.append(say(ON_SCREEN, moment=moment(at)))
    if revision is not None:
        parts.append(say(CHANGED_SINCE, revision=revision))
    return "; ".join(parts)


# ── course sign-off sheet ───────────────────────────────────────────────────────────────────────────────────────────

SIGN_OFF_SHEET = _m("Course sign-off sheet")
LEAD_AND_CO = _m("Lead, co-instructors (authorisation, expires)")
LEAD_ONLY = _m("Lead instructor (authorisation, expires)")
INJURIES = _m("Injuries in training")
THEORY_PRACTICE_ASSESSMENT = _m("Theory, practice, assessment")
PRACTICE_PER_TECHNIQUE = _m("Practice per technique")
ROWS = _m("Rows")
ROWS_OF = _m("{first} to {last} of {all}")
ROWS_BOOKMARK = _m("Rows {first} to {last} of {all}")
CODES_IN_FULL = _m("Technique codes in full: {code} and so on")
NUMBER = _m("No.")
NAME_STAFF_NUMBER = _m("Name, staff number")
CORE_THEORY_HEAD = _m("Core\nTheory")
ATTENDANCE_HEAD = _m("Attend-\nance")
FIT = _m("Fit")
CORE_BEHAVIOURS = _m("Core behaviours")
KNOWLEDGE = _m("Knowledge")
OUTCOME_HEAD = _m("Outcome,\nvalid until")
TRAINEE_SIGNS = _m("Trainee signs")
INSTRUCTOR_SIGNS = _m("Instructor signs")
MADE_GOOD = _m("made good")
KEY_COMPETENT = _m("Competent: every mandatory criterion seen")
KEY_NOT_YET = _m("Not yet competent")
KEY_NOT_ASSESSED = _m("Not assessed")
KEY_ATTEMPT = _m("attempt number")
TRAINEE_DECLARES = _m(
    "**Trainee:** I attended and was fit to take part. I may use only the techniques marked C, only in this organisation, "
    "as a last resort and with the least force, until the date shown. I know how to report each use. "
    "Where no authority is given, I sign for attendance and result only."
)
INSTRUCTOR_DECLARES = _m("**Instructor:** I saw each attempt and judged it by the criteria.")
LEAD_DECLARES = _m("Lead instructor: this sheet is complete")
OVERRIDES_BOOKMARK = _m("Overrides")


def injuries(count: int, reference: str) -> str:
    """As in "None", "1, book 26/31"."""
    if not count:
        return say(NONE)
    return f"{count}, {reference}" if reference else str(count)


def percent(here: int, taught: int) -> str:
    """Attendance in whole percent; 100 only where nothing was missed."""
    return say(_m("{share} %"), share=here * 100 // taught if taught else 0)


def need_authorised(reference: str, revision: int, on: date | None) -> str:
    """As in "TNA-BUR-2026 revision 2, 21 Sep 2026"."""
    need = need_of(reference, revision)
    return f"{need}, {day(on)}" if on else say(_m("{need}, not authorised"), need=need)


def minutes_each(given: int, planned: int) -> str:
    """Practice minutes per technique: "25 min each"."""
    return say(_m("{minutes} each"), minutes=minutes(given, planned))


# ── individual record ───────────────────────────────────────────────────────────────────────────────────────────────

INDIVIDUAL_RECORD = _m("Individual record")
RESULTS_PAGE = _m("Results, authority to use and signatures")
EVIDENCE_PAGE = _m("Evidence: criteria, attempts and knowledge")
EMPLOYER = _m("Employer and status")
OUTCOME = _m("Outcome")
REFRESHER_DUE = _m("Refresher due, valid until")
AUTHORITY = _m("Authority to use")
TECHNIQUES = _m("Techniques")
THESE_AND_NO_OTHERS = _m("these and no others")
RESULTS_ONLY = _m("results only: none of them may be used")
CODE = _m("Code")
TECHNIQUE_AND_HOLD = _m("Technique, and the hold or grab it addresses")
RESULT = _m("Result")
ASSESSOR = _m("Assessor")
LIMIT = _m("**Limit:** {limit}")
CORE_BEHAVIOURS_ARE = _m("Stance and positioning, exit and summoning help")
FIGURE_NOTE = _m("The small figure is the number of the attempt that counts.")
WHERE_EVIDENCE = _m("Attempts and criteria stand under Evidence.")
LIMITS_AND_ADJUSTMENTS = _m("Limits and adjustments")
LIMITS_AND_ADJUSTMENTS_ARE = _m("**Limits:** {limits}. **Adjustments:** {adjustments}.")
NO_LIMITS = _m("none beyond those of the authority")
NO_ADJUSTMENTS = _m("none were needed")
AUTHORITY_IS = _m(
    "May use only the techniques marked C above, only in {organisation}{where}{staff}, only as a last resort, with the least "
    "force and for the shortest time, until **{until}**. The person’s own plan comes first. Each use is recorded and reported."
)
WHERE_AT = _m(" at {services}")
ONLY_ON_SHIFTS = _m(", only on shifts for this organisation at these services")
WHILE_NEED_NAMES = _m("A technique counts while {need}, or a later one for these services, names it.")
NO_AUTHORITY_IS = _m(
    "**No authority to use.** None of the techniques may be used on the strength of this course, whatever single results say."
)
ACTION_PLAN = _m("Action plan")
PLAN_NEED = _m("**Need:** {value}.")
PLAN_SUPPORT = _m("**Support:** {value}.")
PLAN_BY = _m("**By:** {value}.")
PLAN_REVIEW = _m("**Review:** {value}.")
PLAN_MEANWHILE = _m("**Until then:** {value}.")
PLAN_MANAGER = _m("**Manager told:** {value}.")
PLAN_ON_FIRST = _m("On the first page, above the signatures.")
NONE_NEEDED = _m("None needed.")
DECLARATIONS = _m("Declarations and signatures")
LINE_MANAGER = _m("Line manager")
TRAINEE_OF_RECORD = _m(
    "I attended and was fit to take part. I understand the limits above, how to report each use, and when my refresher is due."
)
TRAINEE_WITHOUT_AUTHORITY = _m(
    "I have seen my attendance and my results. I know that I may not use these techniques, and what is planned next."
)
LEAD_OF_RECORD = _m("Each attempt was seen by the assessor named and judged against every mandatory criterion.")
MANAGER_OF_RECORD = _m("I have read this record. I know what this person may and may not use.")
I_DISAGREE = _m("I do not agree with a result. My note is on the back or in the record.")
NOTE_OF_TRAINEE = _m("**Note of the trainee:** {note}")
TICKED = _m("ticked")
CRITERIA_THAT_COUNT = _m("Criteria in the attempt that counts")
SEEN_BY_ASSESSOR = _m("seen by the assessor; tick met, cross not met, dash not asked")
CRITERION = _m("Criterion")
OPTIONAL = _m("{criterion} (optional)")
CONFIRMED_AS_A_WHOLE = _m("{codes}: confirmed as a whole.")
EACH_TICKED = _m("{codes}: each criterion ticked.")
WERE_NOT_ASSESSED = _m("{codes}: not assessed.")
EVERY_ATTEMPT = _m("Every attempt")
TECHNIQUE = _m("Technique")
ATTEMPT = _m("Attempt")
WHEN = _m("When")
NOT_MET_FEEDBACK = _m("Criteria not met, feedback")
NONE_MADE = _m("None was made.")
OPTIONAL_NOT_ASKED = _m("{codes}: optional, not asked.")
ENTERED_FROM = _m("Entered from {sheet}.")
KNOWLEDGE_CHECK = _m("Knowledge check")
KNOWLEDGE_ITEM = _m("**{code}** {text}")
NOT_DONE = _m("not done")
ATTENDANCE = _m("Attendance")
CLEARED_FOR_THE_DAY = _m("Cleared for the day")
INJURY_IN_TRAINING = _m("Injury in training")
PRIVACY_NOTICE = _m("Privacy notice")
YES = _m("yes")
NO = _m("no")
NONE_LOWER = _m("none")
INITIALS = _m("Trainee’s initials on this page")


def lead_with(authorisation: str) -> str:
    """As in "Lead instructor, CALM-ET-0417"."""
    return ", ".join(part for part in (say(LEAD), authorisation) if part)


def minutes_of(here: int, taught: int, made_good: int) -> str:
    """As in "470 of 480 minutes, 10 made good"."""
    said = say(_m("{here} of {taught} minutes"), here=here, taught=taught)
    return f"{said}, " + say(_m("{made_good} made good"), made_good=made_good) if made_good else said


# ── certificate and record of in-house training ─────────────────────────────────────────────────────────────────────

CERTIFICATE = _m("Certificate of competence")
IN_HOUSE_RECORD = _m("Record of in-house training")
IN_HOUSE_SUBTITLE = _m("General list, not CALM’s issued catalogue")
CERTIFY = _m("This is to certify that")
RECORDS = _m("It is on record that")
WITH_STAFF_NUMBER = _m("staff number {number}")
VALID_UNTIL = _m("Valid until")
REFRESHER_BY = _m("Refresher due by this date")
AUTHORITY_OF_CERTIFICATE = _m(
    "**Authority.** Only these techniques, only in {organisation}{where}{staff}, only as a last resort, with the least force "
    "and for the shortest time. The person’s own plan comes first. Each use is recorded and reported. It does not pass to "
    "another employer."
)
LIMITS_ARE = _m("**Limits:** {limits}.")
LEAD_SIGNS = _m("Lead instructor, {authorisation}")

_NUMBERS = (
    "",
    "",
    _m("two"),
    _m("three"),
    _m("four"),
    _m("five"),
    _m("six"),
    _m("seven"),
    _m("eight"),
    _m("nine"),
    _m("ten"),
    _m("eleven"),
    _m("twelve"),
)


def was_taught(count: int) -> str:
    """The sentence over the techniques of a certificate; ``{day}`` is the paper's to fill."""
    if count == 1:
        return say(
            _m(
                "was taught, and on **{day}** was seen by an authorised instructor to be competent in, the one escape "
                "technique named here and no other:"
            )
        )
    number = say(_NUMBERS[count]) if count < len(_NUMBERS) else str(count)
    return say(
        _m(
            "was taught, and on **{day}** was seen by an authorised instructor to be competent in, the {number} escape "
            "techniques named here and no others:"
        )
    ).replace("{number}", number)


def grounds(reference: str, revision: int, on: date | None, by: str, role: str) -> str:
    """The need a certificate rests on: "Need: TNA-ASH-2026 revision 3, authorised 2 Oct 2026 by Marian Grant, Manager"."""
    need = need_of(reference, revision)
    if not on:
        return say(_m("Need: {need}"), need=need)
    who = ", ".join(part for part in (by, role) if part)
    return say(_m("Need: {need}, authorised {day} by {who}"), need=need, day=day(on), who=who)


def for_organisation(role: str) -> str:
    """Under the signature that stands for the organisation."""
    return ", ".join(part for part in (say(_m("For the organisation")), role) if part)


# ── TNA summary ─────────────────────────────────────────────────────────────────────────────────────────────────────

TNA_CHOICE_PAGE = _m("Summary for the authoriser: what is needed, what is chosen and why")
TNA_EVIDENCE_PAGE = _m("Evidence: counts, staff groups, prevention")
SERVICE = _m("Service")
REPLACES = _m("{revision}, replaces {earlier}")
REVIEW_DUE = _m("Review due")
INCIDENTS_COUNTED = _m("Incidents counted")
FROM_TO = _m("{first} to {last}")
IS_THERE_NEED = _m("Is there a legitimate need for physical skills?")
YES_LIMITED = _m("Yes, limited")
NO_NEED = _m("No")
NO_NEED_MEANS = _m(
    "This is a result like any other: no physical course is planned on this analysis. Core Theory and prevention are open to "
    "everyone. A new count or a change in the service is a reason to look again before the review is due."
)
RISK = _m("Risk")
HOLD = _m("Hold or grab")
HOLD_SITUATION = _m("Hold or grab, situation")
COUNT_SEVERITY = _m("Count · severity")
WHY_THIS_ONE = _m("Why this one")
RISKS_AND_CHOICE = _m("Current risks and the techniques chosen")
RISKS_ONLY = _m("Risks")
COUNT_AND_SEVERITY = _m("**{count}** · {severity}")
ENDED_ON = _m("**Ended** {day}: no longer a current risk.")
PROPOSED_AS_ENDED = _m("**Proposed as ended:** no recent incident")
NONE_CHOSEN = _m("No technique chosen.")
AS_FOR_RISK = _m("As for risk {risk}.")
AS_FOR_TECHNIQUE = _m("as for {code}.")
TRIED_WITHOUT_TOUCH = _m("**Without touch:** {value}")
HIGHER_TIER_BECAUSE = _m("**Not a lower tier:** {value}")
LEFT_OUT = _m("Left out, and why")
WHY_LEFT_OUT = _m("Why it is left out")
COMPARED = _m("**Compared with revision {revision}.** Removed: {removed}. Added: {added}. Unchanged: {unchanged}.")
AUTHORISATION = _m("Authorisation")
I_AUTHORISE = _m(
    "I have read the risks, the techniques chosen and those left out, and the evidence. I authorise this set for {service} "
    "until the review date."
)
I_CONFIRM_NO_NEED = _m(
    "I have read the counts, the reasons and the evidence. I confirm that {service} has no legitimate need for physical "
    "skills, until the review date."
)
NAME_AND_ROLE = _m("Name and role")
INCIDENTS_PER_HOLD = _m("Incidents per hold or grab")
COUNTS_ONLY = _m("counts only, {window}")
PER_MONTH = _m("Per month")
YEARS = (_m("Year 1"), _m("Year 2"))
SPANS = (_m("Before"), _m("Last 12"))
ALL = _m("All")
TREND = _m("Trend")
BARS = _m("Open bars: year 1. Solid bars: year 2. Tallest bar shown: {tallest} in a month.")
BARS_SPANS = _m("Solid bars: the last 12 months. Tallest bar shown: {tallest} in a month.")
NONE_COUNTED = _m("No incident was counted.")
LAST_MONTH_TO = _m("The last month is counted to {day}.")
NOT_CARRIED = _m("Not carried as a risk: {why}")
NO_REASON_YET = _m("no reason given yet")
NOTES_ANSWERED = _m("Elevated-risk notes, answered for this service")
WHAT_RAISES = _m("What raises the risk")
ANSWER = _m("Answer")
NOTE_ANSWERS = {
    "acceptable": _m("**Acceptable because** {because}"),
    "altered": _m("**Altered:** {because}"),
    "left_out": _m("**Left out:** {because}"),
}
STAFF_GROUPS = _m("Staff groups and their need")
STAFF_GROUP = _m("Staff group")
PEOPLE = _m("People")
EXPOSURE = _m("Exposure")
NEED_OF_GROUP = _m("Need")
FACTORS = _m("What raises the risk here")
PREVENTION = _m("Prevention before technique")
PART_OF_MODEL = _m("Part of the model")
IN_PLACE = _m("In place at {service}")
PARTS = {
    "primary": _m("Primary"),
    "secondary": _m("Secondary"),
    "tertiary": _m("Tertiary"),
    "recovery": _m("Recovery"),
}
SOURCES = _m("Sources")


def sentence_of(text: str) -> str:
    """A typed reason with a full stop at its end."""
    return text if not text or text.rstrip().endswith((".", "!", "?")) else f"{text.rstrip()}."


def stands_on(count: int, limit: int) -> str:
    """The note beside the risks: "each technique stands on at least one current risk; 6 of at most 8"."""
    return say(_m("each technique stands on at least one risk; {count} of at most {limit}"), count=count, limit=limit)


def covered(uncovered: Sequence[int]) -> str:
    """Whether every current risk is covered (R6)."""
    if not uncovered:
        return say(_m("Every current risk is covered."))
    numbers = listed([str(number) for number in uncovered])
    return ngettext(
        _m("**Not covered:** risk {numbers}."), _m("**Not covered:** risks {numbers}."), len(uncovered)
    ).format(numbers=numbers)


def proposed_for_removal(technique: str, risks: Sequence[int]) -> str:
    """A technique that rests only on ended risks (R38)."""
    numbers = listed([str(number) for number in risks])
    return ngettext(
        _m("**Proposed for removal:** {technique}, which rests only on risk {numbers}."),
        _m("**Proposed for removal:** {technique}, which rests only on risks {numbers}."),
        len(risks),
    ).format(technique=technique, numbers=numbers)


def risk_number(number: int, ended: bool) -> str:
    """As in "3", "6 ended"."""
    return say(_m("{number} ended"), number=number) if ended else str(number)


def chart_in_words(hold: str, counts: Sequence[int]) -> str:
    """A chart as it is read out: its counts, oldest first."""
    return say(_m("{hold}, per month: {counts}"), hold=hold, counts=", ".join(map(str, counts)))


# ── course plan ─────────────────────────────────────────────────────────────────────────────────────────────────────

COURSE_PLAN = _m("Course plan")
AUTHORISED = _m("Authorised")
AUTHORISATION_EXPIRES = _m("Authorisation, expires")
HEAD_OFFICE_TOLD = _m("Head office told")
GROUPS = _m("Practice groups")
THE_DAY = _m("The day")
START = _m("Start")
MIN = _m("Min")
TYPE = _m("Type")
WHAT = _m("What")
END = _m("End")
FRAMING = _m("Framing")
MUST_ATTEND = _m("must attend")
BLOCK_TYPES = {
    "theory": _m("Theory"),
    "prevention": _m("Prevention"),
    "demonstration": _m("Demonstration"),
    "practice": _m("Practice"),
    "assessment": _m("Assessment"),
    "framing": _m("Framing"),
    "break": _m("Break"),
    "debrief": _m("Debrief, recovery"),
}
BLOCK_LETTERS = {
    "theory": _m("T"),
    "prevention": _m("P"),
    "demonstration": _m("D"),
    "practice": _m("X"),
    "assessment": _m("A"),
    "framing": _m("F"),
    "break": _m("B"),
    "debrief": _m("R"),
}
MINUTES_BY_TYPE = _m("Minutes by type")
MINUTES_BY_PART = _m("Minutes by part of the model")
FRAMING_COUNTS_FOR_NONE = _m("Framing, no part")
MIN_OF = _m("{minutes} min")
EACH_OF = _m("each of {count}")
BENCHMARK = "6:23"
SCALE_EXPLAINED = _m("6:23: a published example of too little practice; {floor}: your organisation’s warning number")
DEMONSTRATION_EACH = _m("Demonstration: {minutes} min for each")
SECONDS_PER_ATTEMPT = _m("Assessment: {seconds} seconds for each attempt")
PRACTICE_IN_ORDER = _m("Practice in order")
VENUE_CHECKED = _m("Venue, checked before the start")
CHECKED_BY = _m("Checked by, signature")
DATE_AND_TIME = _m("Date and time")

_WEEKDAYS = (
    _m("Monday"),
    _m("Tuesday"),
    _m("Wednesday"),
    _m("Thursday"),
    _m("Friday"),
    _m("Saturday"),
    _m("Sunday"),
)


def with_weekday(dates: Sequence[date]) -> str:
    """One day with its weekday, "18 Nov 2026, Wednesday"; several without."""
    if len(dates) != 1:
        return days(dates)
    return say(_m("{day}, {weekday}"), day=day(dates[0]), weekday=say(_WEEKDAYS[dates[0].weekday()]))


def instructors_label(count: int) -> str:
    """The label over one name or several."""
    return ngettext(_m("Lead instructor"), _m("Lead, co-instructors"), count)


def head_office_told(told: date | None, first: date | None) -> str:
    """As in "20 Oct 2026, 29 days before"."""
    if told is None:
        return say(_m("not yet"))
    if first is None or told >= first:
        return day(told)
    count = (first - told).days
    text = ngettext(_m("{day}, {count} day before"), _m("{day}, {count} days before"), count)
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
        _m("{start} to {end}, {minutes} minutes"),
        start=time_of_day(start),
        end=time_after(start, minutes_of_day),
        minutes=minutes_of_day,
    )


def codes_together(codes: Sequence[str]) -> str:
    """Codes with what they share said once: "GEN-W1, W3, W5"."""
    head, hyphen, _rest = codes[0].partition("-")
    return ", ".join([codes[0], *(code.removeprefix(head + hyphen) if hyphen else code for code in codes[1:])])


def scale_in_words(minutes_each_technique: int, floor: int) -> str:
    """The scale of practice as it is read out."""
    return say(
        _m("{minutes} minutes of practice for each technique; warning number {floor}; published example 6:23"),
        minutes=minutes_each_technique,
        floor=floor,
    )


# ── blank register ──────────────────────────────────────────────────────────────────────────────────────────────────

REGISTER = _m("Register")
REGISTER_PAGE = _m("Fill in at the door. Record a training injury at once on the incident sheet.")
EXPECTED = _m("Expected")
NAME_EMPLOYER = _m("Name, employer")
STAFF_NO = _m("Staff no.")
CORE_THEORY_SEEN = _m("Core Theory,\nevidence seen by")
CLEARED_TIME_INITIALS = _m("Cleared Y / N,\ntime, initials")
STOP_WORD_HEARD = _m("Stop\nword\nheard")
TRAINEES_INITIALS = _m("Trainee’s\ninitials")
IN = _m("In")
OUT = _m("Out")
NOT_ON_THE_LIST = _m(
    "Not on the list: write name, employer and staff number in capitals. No practical work until Core Theory is shown."
)
SEEN_BY = _m("seen by {who}")
SEEN = _m("Seen by")
THEORY_ONLY = _m("theory part only")
CLEARED_YES = _m("Y")
CLEARED_NO = _m("N")
REGISTER_LEGEND = _m(
    "**In, Out:** clock times, 24 hours. Absent: one line through both. **Cleared:** ring Y or N when the trainee has told the "
    "instructor in private whether they are fit for the day; what was said is never written here. **Stop word heard:** tick "
    "after the briefing, before any practice. **Initials:** I was here at the times shown."
)
BRIEFING_BY = _m("Briefing and stop word given by, at")
LEAD_SIGNATURE = _m("Lead instructor, signature")
NUMBER_PRESENT = _m("Number present")


def trainees(count: int) -> str:
    """As in "12 trainees"."""
    return ngettext(_m("{count} trainee"), _m("{count} trainees"), count).format(count=count)


# ── blank assessment sheet ──────────────────────────────────────────────────────────────────────────────────────────

ASSESSMENT_SHEET = _m("Assessment sheet, blank")
PAPER_BACKUP = _m("Paper back-up")
SAME_ROW_ORDER = _m("Same row order as the entry screen")
ROWS_NAMED = _m("Rows {rows}")
OVERLEAF = _m("Overleaf, rows {rows}")
CLEARED_TODAY = _m("Cleared\ntoday")
CORE_BEHAVIOURS_HEAD = _m("Core\nbehaviours")
KNOWLEDGE_HEAD = _m("Knowledge\ninitials and time on the line")
RING_ONE = _m(
    "**Ring one letter. C** every mandatory criterion seen · **N** not yet: write the criteria not met on the short line, "
    "feedback overleaf · **–** not assessed, reason overleaf. **1, 2** attempt; third and later ones overleaf. Strike a wrong "
    "ring once and initial it."
)
KNOWLEDGE_RING = _m("**Knowledge:** ring if met, strike if not met, blank = not asked; second line for a second time.")
ASSESSOR_SAW = _m("Assessor: I saw each attempt myself")
CRITERIA_NOT_MET = _m("Criteria not met")
FEEDBACK_ABOUT = _m("Feedback, reason not assessed")
INITIALS_TIME = _m("Assessor’s initials, time")
OVERLEAF_NOTE = _m(
    "Third and later attempts: name the technique and the attempt. More lines are on a second copy of this page. Nothing about "
    "anybody’s health or anybody supported is written here."
)
