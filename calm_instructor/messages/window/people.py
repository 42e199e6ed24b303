"""The words of the people pages: the list, one person, a form, and the people of a course."""

from collections.abc import Sequence
from datetime import date

from calm_instructor.domain.catalogue_change import Standing
from calm_instructor.messages.showing import day, listed
from calm_instructor.messages.translating import _, mark, ngettext

# ── whether somebody may take part, in a word or two ────────────────────────────────────────────────────────────────

ELIGIBLE = mark("Eligible")
THEORY_ONLY = mark("Theory part only")
OBSERVER = mark("Observer")
THEORY_COULD = mark("Theory part; may do both")
SHORT: dict[str, str] = {
    "R1.no_date": mark("No Core Theory date"),
    "R1.not_before": mark("Core Theory too late"),
    "R1.run_out": mark("Core Theory out of date"),
    "R1.not_seen": mark("Evidence not seen"),
    "R11.group_without_need": mark("Group has no need"),
    "R11.unknown_group": mark("Staff group not set"),
    "R11.nothing_known": mark("Staff group not set"),
    "R21.has_left": mark("Has left"),
    "R23.no_earlier": mark("No earlier sign-off"),
    "R23.lapsed": mark("Lapsed: full course"),
    "R23.full_course_due": mark("Full course due"),
    "R37.no_route": mark("No way in"),
    "R37.route_run_out": mark("CALM PI has run out"),
    "R37.no_earlier_training": mark("No earlier training"),
    "R53.other_employer": mark("Other employer"),
}
"""What keeps somebody off the mat, as short as a lamp's words are."""

# ── the people of a course ──────────────────────────────────────────────────────────────────────────────────────────

HEAD_BIB = mark("No.")
HEAD_NAME = mark("Name")
HEAD_NUMBER = mark("Staff no.")
HEAD_ROLE = mark("Role")
HEAD_CORE_THEORY = mark("Core Theory")
HEAD_MAY = mark("May take part")
TABLE_OF_COURSE = mark("People on this course")
ADD_PERSON = mark("Add person")
PASTE_OR_OPEN = mark("Paste or open file")
FROM_PEOPLE = mark("Choose from people")
NOBODY_YET = mark("Nobody is on this course yet")
NOBODY_YET_HINT = mark("Paste the list from a spreadsheet, open the file, or choose people who are here already.")
DATE_AND_EVIDENCE = mark("Add date and evidence")
EVIDENCE_SEEN = mark("Record the evidence")
ENTER_WAY = mark("Enter the way in")
STATE_BASIS = mark("State the basis")
CHANGE_RECORD = mark("Change the record…")
PLACE_PHYSICAL = mark("Place for both parts")
GIVE_UP = mark("Give up the place…")
ADJUST = mark("Adjustment…")
THEORY_PART = mark("Theory part only")
AS_OBSERVER = mark("As an observer")
ALL_WELL_OBSERVER = mark("Is here to watch: no declaration, no marks, no authority.")
ALL_WELL = mark("May take part. Nothing is missing.")
ALL_WELL_THEORY = mark("Comes to the theory part only.")
CLOSED_COURSE = mark("The course is closed: nothing changes here any more.")
WHY_GIVE_UP = mark("Why the place is given up")
GIVE_UP_VERB = mark("Give up the place")
ADJUSTMENT = mark("How it is shown or done differently")
ADJUSTMENT_HINT = mark(
    "Time, posture, partner, reader, interpreter, spoken for written. It changes how, never what must be met. No diagnosis."
)
KEEP_ADJUSTMENT = mark("Keep the adjustment")
FOOT = mark(
    "Core Theory comes first: no date, no place on the mat. A date counts for assessment once somebody has seen the evidence. "
    "The basis comes from the staff group of the training needs analysis, or is stated for one person with a reason."
)
CHOOSE_TITLE = mark("Choose from people")
CHOOSE_HINT = mark("Find a name, staff number, role or site. Space ticks a person.")
FIND_PEOPLE = mark("Find people by name, staff number, role or site")
NOBODY_FOUND = mark("Nobody of that name is here, or all of them are on the course.")
TICKED = mark("Ticked")
TICK_FIRST = mark("Tick somebody who may take part first.")
ADJUSTMENT_TITLE = mark("Adjustment for {who}")
GIVE_UP_TITLE = mark("{who} gives up the place")
JUST_ADDED = mark("Added just now")
NOT_NOW = mark("Not now")

# ── the form ────────────────────────────────────────────────────────────────────────────────────────────────────────

NEW_PERSON = mark("New person")
EDIT_PERSON = mark("Change what is on record")
FULL_NAME = mark("Full name")
KNOWN_AS = mark("Known as")
CERTIFICATE_NAME = mark("Name for papers, if another")
STAFF_NO = mark("Staff number")
STAFF_NO_HINT = mark("Leave it empty for a temporary one.")
EMPLOYER = mark("Employer")
STATUS = mark("Works here as")
JOB_ROLE = mark("Job role")
STAFF_GROUP = mark("Staff group")
GROUP_BY_ROLE = mark("by the job role")
SITE = mark("Site or team")
LINE_MANAGER = mark("Line manager")
CORE_THEORY_ON = mark("Core Theory completed on")
CORE_THEORY_PROVIDER = mark("Core Theory by")
LEFT_ON = mark("Left on")
NAME_HINT = mark("A change of name needs no reason; papers already issued keep the old one.")
NEW_DAY_HINT = mark("Another day wants its evidence seen anew.")
SAVE_PERSON = mark("Save")
ADD = mark("Add")
LEAVE = mark("Leave as it is")
NOT_A_DATE = mark("“{text}” is no date. Write it as 12 Oct 2026.")

# ── evidence and basis ──────────────────────────────────────────────────────────────────────────────────────────────

EVIDENCE_TITLE = mark("Core Theory of {who}")
COMPLETED_ON = mark("Completed on")
KIND = mark("Kind of evidence")
KIND_HINT = mark("certificate, training record, row of a roster")
REFERENCE = mark("Reference")
REFERENCE_HINT = mark("number, file or where it is kept")
SEEN_BY_YOU = mark("Seen by {who}, {day}")
I_HAVE_SEEN = mark("I have seen it")
DATE_ONLY = mark("Keep the date only")
CERTIFICATE = mark("certificate")
CERTIFICATE_TITLE = mark("Certificate that {who} brought")
CERTIFICATE_HINT = mark(
    "An earlier sign-off of another instructor or organisation, seen by you. It opens a refresher; it gives no authority here."
)
CERTIFICATE_NUMBER = mark("Number of the certificate")
SIGNED_ON = mark("Signed on")
VALID_UNTIL = mark("Valid until")
TECHNIQUES_ON_IT = mark("Techniques on it")
TECHNIQUES_ON_IT_HINT = mark("Codes or names, with a comma between them.")
SEEN_ELSEWHERE = mark("Seen elsewhere")
ADD_CERTIFICATE = mark("Certificate seen…")
BASIS_TITLE = mark("Basis of {who}")
BASIS = mark("Why this person learns physical skills")
BASIS_REASON = mark("Reason")
BASIS_HINT = mark(
    "The staff group of the training needs analysis answers this for most people. A basis of one’s own is kept with its reason."
)
FILL_IN = mark("Fill this in.")
NAME_MISSING = mark("Write the name as it should stand on papers.")
STATE_IT = mark("State it")

# ── the list of everyone ────────────────────────────────────────────────────────────────────────────────────────────

PEOPLE = mark("People")
FIND = mark("Find a person: name, staff number, role or site")
TABLE_OF_PEOPLE = mark("People")
HEAD_SITE = mark("Site")
HEAD_TODAY = mark("May use today")
HEAD_UNTIL = mark("Until")
SHOW_ARCHIVED = mark("Archived too")
NO_PEOPLE = mark("No people yet")
NO_PEOPLE_HINT = mark("Paste a list from a spreadsheet, open the file, or add one person.")
IMPORT = mark("Paste or open file")
NOTHING_TODAY = mark("Nothing")
ARCHIVED = mark("Archived")
HAS_LEFT = mark("Has left")
NOBODY_OF_THAT_NAME = mark("Nobody of that name is here.")

# ── one person ──────────────────────────────────────────────────────────────────────────────────────────────────────

GENERIC = mark("GENERIC")
EDIT = mark("Change…")
ARCHIVE = mark("Archive")
BACK = mark("Take back from the archive")
WHO = mark("Who")
COURSES = mark("Courses")
TRIES = mark("Tries")
CORRECTIONS = mark("Corrected or taken back")
NO_COURSES = mark("On no course yet.")
NO_TRIES = mark("Nothing was assessed yet.")
NO_CORRECTIONS = mark("Nothing was corrected or taken back.")
NO_OVERRIDES = mark("Nothing was gone past for this person.")
OVERRIDES = mark("Gone past with a reason")
HEAD_COURSE = mark("Course")
HEAD_DAYS = mark("Days")
HEAD_OUTCOME = mark("Outcome")
HEAD_DUE = mark("Refresher due")
HEAD_TECHNIQUE = mark("Technique")
HEAD_TRY = mark("Try")
HEAD_MARK = mark("Mark")
HEAD_SEEN = mark("Seen")
HEAD_BY = mark("By")
NOT_SIGNED_YET = mark("not signed yet")
WITHDRAWN = mark("Sign-off withdrawn")
PLACE_GIVEN_UP = mark("Place given up")
NO_NUMBER = mark("temporary")
EARLIER_NUMBERS = mark("Earlier numbers")
ARCHIVE_TITLE = mark("Archive {who}?")
ARCHIVE_INTRO = mark(
    "Authority to use ends today. Everything on record stays and can be found; nobody who is archived is placed on a course."
)


def basis_line(basis: str) -> str:
    """Why somebody learns physical skills."""
    return _("Basis: {basis}.").format(basis=basis)


def adjustment_line(adjustment: str) -> str:
    """R44."""
    return _("Adjustment: {adjustment}.").format(adjustment=adjustment.rstrip("."))


def places_taken(taken: int, limit: int, theory: int, observers: int) -> str:
    """How full the course is."""
    text = _("{taken} of {limit} places").format(taken=taken, limit=limit)
    if theory:
        text += " · " + ngettext("{count} theory only", "{count} theory only", theory).format(count=theory)
    if observers:
        text += " · " + ngettext("{count} observer", "{count} observers", observers).format(count=observers)
    return text


def eligible_count(count: int) -> str:
    """How many may take part."""
    return ngettext("{count} eligible", "{count} eligible", count).format(count=count)


def to_check_count(count: int) -> str:
    """How many are placed and lack something that marking will ask for."""
    return ngettext("{count} to check", "{count} to check", count).format(count=count)


def stopped_count(count: int) -> str:
    """How many can't take part as the records stand."""
    return ngettext("{count} can’t take part yet", "{count} can’t take part yet", count).format(count=count)


def theory_count(count: int) -> str:
    """How many come to the theory part only."""
    return ngettext("{count} theory only", "{count} theory only", count).format(count=count)


def place_verb(count: int) -> str:
    """The one act that places everyone who may come."""
    if not count:
        return _("Tick who is to come")
    return ngettext("Place {count} person", "Place {count} people", count).format(count=count)


def place_theory_verb(count: int) -> str:
    """The others, for the part that is open to everyone."""
    return ngettext(
        "Place {count} person for the theory part", "Place {count} people for the theory part", count
    ).format(count=count)


def told_alike(count: int) -> str:
    """How many more are not told one by one."""
    return ngettext(
        "And {count} more person, who is in People.", "And {count} more people, who are in People.", count
    ).format(count=count)


def offered_line(eligible: int, refused: int, waiting: int) -> str:
    """What stands of the people just added."""
    parts = [
        ngettext("{count} person may take part", "{count} people may take part", eligible).format(count=eligible)
        if eligible
        else "",
        ngettext("{count} can’t take part yet", "{count} can’t take part yet", refused).format(count=refused)
        if refused
        else "",
        ngettext("{count} has no place left", "{count} have no place left", waiting).format(count=waiting)
        if waiting
        else "",
    ]
    return listed([part for part in parts if part]) + "."


def placed(count: int, ref: str) -> str:
    """The status line."""
    return ngettext("{count} person placed on {ref}.", "{count} people placed on {ref}.", count).format(
        count=count, ref=ref
    )


def found(count: int, of: int) -> str:
    """How many are shown."""
    if count == of:
        return ngettext("{count} person", "{count} people", of).format(count=of)
    return _("{count} of {of} people").format(count=count, of=of)


def saved(who: str) -> str:
    """The status line after a form."""
    return _("{who}: saved.").format(who=who)


def added(who: str) -> str:
    """The status line after a new person."""
    return _("{who} added.").format(who=who)


def may_use(count: int, until: date, *, for_all: bool) -> str:
    """The first line of a person's page: what a caller wants to know."""
    if for_all:
        told = ngettext(
            "May use {count} technique today, until {until}", "May use {count} techniques today, until {until}", count
        )
    else:
        told = ngettext(
            "May use {count} technique today, the first until {until}",
            "May use {count} techniques today, the first until {until}",
            count,
        )
    return told.format(count=count, until=day(until))


def until(last: date) -> str:
    """The last day of one technique, beside others with another."""
    return _("until {day}").format(day=day(last))


def may_use_nothing(why: str) -> str:
    """The same, where there is nothing."""
    return _("May use nothing today: {why}").format(why=why)


WHY_NEVER = mark("no course was signed off.")
WHY_LEFT = mark("left on {day}; authority ends with leaving.")
WHY_ARCHIVED = mark("archived on {day}; authority ended then.")
WHY_LAPSED = mark("the sign-off ran out on {day}.")
WHY_WITHDRAWN = mark("the sign-off was withdrawn on {day}.")
WHY_SUSPENDED = mark("suspended on {day} by the outcome of a later course: {result}.")
TAKEN_BACK = mark("Taken back")
BASIS_OF_PERSON = mark("Basis")
NO_BASIS = mark("none: theory part only")
WHY_INK = mark("the signed copy has not come yet; until then nothing may be used.")
WHY_DISAGREES = mark("the outcome was disagreed with, and the limits are not accepted.")
WHY_DECLINED = mark("the signature was declined, and the limits are not accepted.")
WHY_RESULT = mark("{result}.")
LIMITS = mark("Limits: {limits}.")
AGENCY_ONLY = mark("Only on shifts for {organisation} at {services}.")
OWN_SCOPE = mark("In {organisation} at {services}.")
REVIEW = mark("Review before use: {why}")
TO_REVIEW = mark("{techniques}, review first")
NOT_NAMED = mark("{tna} no longer names {technique}.")
MOVED_SITE = mark("{who} now works at {site}; the training was for {services}.")
STANDING_TO_REVIEW = {
    Standing.WITHDRAWN: mark("{technique} was withdrawn from the catalogue."),
    Standing.GONE: mark("{technique} is not in the catalogue in force."),
    Standing.NEW_VERSION: mark("{technique} has been issued in a new version since."),
}


def theory_seen(kind: str, reference: str, by: str, on: date) -> str:
    """R1: the evidence, all four of it."""
    return _("Evidence seen: {kind}, {reference}; by {by}, {on}.").format(
        kind=kind, reference=reference, by=by, on=day(on)
    )


def techniques(count: int) -> str:
    """How many may be used."""
    return ngettext("{count} technique", "{count} techniques", count).format(count=count)


def completed(on: date, provider: str) -> str:
    """Core Theory, when and by whom."""
    if provider:
        return _("Completed {day}, {provider}.").format(day=day(on), provider=provider)
    return _("Completed {day}.").format(day=day(on))


def days(first: date, last: date) -> str:
    """The days of a course."""
    if (first.year, first.month) == (last.year, last.month):
        return _("{first} to {last}").format(first=first.day, last=day(last))
    return _("{first} to {last}").format(first=day(first), last=day(last))


def corrected(to: str, why: str) -> str:
    """R18: an attempt that was corrected."""
    return _("Corrected to {outcome}: {reason}").format(outcome=to, reason=why)


def override(sentence: str, reason: str, by: str, on: date) -> str:
    """R51: what was gone past, and why."""
    return _("{sentence} Reason: {reason} ({by}, {day})").format(sentence=sentence, reason=reason, by=by, day=day(on))


def certificate(number: str, techniques: Sequence[str], signed: date, until: date, by: str) -> str:
    """R23: an earlier certificate that somebody has seen."""
    return _("{number}: {techniques}; signed {signed}, valid until {until}; seen by {by}").format(
        number=number, techniques=listed(list(techniques)), signed=day(signed), until=day(until), by=by
    )


THEORY_NOT_SEEN = mark("Nobody has seen the evidence yet.")
THEORY_NONE = mark("No date on record.")
DUE_SOON = mark("Refresher due {day}.")
