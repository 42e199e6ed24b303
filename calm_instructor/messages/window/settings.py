"""The words of the settings: who delivers, the organisation and its numbers, appearance, and where the records are."""

from collections.abc import Sequence

from calm_instructor.messages.translating import _, mark, ngettext

TITLE = mark("Settings")
DETAIL = mark("Who delivers, whose numbers, and where the records are")
SECTIONS = mark("Sections of the settings")
INSTRUCTORS = mark("You and who delivers")
ORGANISATION = mark("Organisation")
NUMBERS = mark("Numbers")
CATALOGUE = mark("Catalogue in force")
APPEARANCE = mark("Appearance")
RECORDS = mark("Where the records are")

# ── before the first course ─────────────────────────────────────────────────────────────────────────────────────────
FIRST_TITLE = mark("Before the first course")
FIRST_DETAIL = mark("Three things, each asked once. Everything can be changed later.")
FIRST = {
    "organisation": mark("Whose training it is"),
    "instructors": mark("Who delivers it"),
    "catalogue": mark("Which techniques there are"),
}
FIRST_DONE = mark("All is there. Begin with the needs of a service.")
TO_NEEDS = mark("Begin with the needs")

# ── profiles ────────────────────────────────────────────────────────────────────────────────────────────────────────
MARKING_AS = mark("Marking as")
MARKING_AS_HINT = mark("Whose name marks, sign-offs and papers bear from now on.")
NOW_MARKING = mark("Marking as {name} from now on.")
PROFILES = mark("Instructors on this laptop")
HEAD_NAME = mark("Name")
HEAD_NUMBER = mark("Number")
HEAD_AUTHORISED = mark("Authorised until")
NO_AUTHORISATION = mark("no authorisation on record")
ADD = mark("Add an instructor")
NEW_PROFILE = mark("New instructor")
NAME = mark("Full name")
NUMBER = mark("Instructor number")
NUMBER_HINT = mark("In every record’s number: ET-2217-26-014")
STAFF_NO = mark("Staff number")
REFERENCE = mark("Authorisation reference")
FROM = mark("Authorised from")
UNTIL = mark("Authorised until")
HIGHEST_TIER = mark("Authorised up to")
FIRST_AID = mark("First aid until")
CORE_THEORY = mark("Core Theory completed")
OTHER_EMPLOYERS = mark("May train another employer’s staff")
PROGRAMMES = ("Escape Techniques", "CALM PI", "Escape Techniques; CALM PI")
"""What an authorisation may be for, as head office writes it."""
PROFILE_PROGRAMME = mark("Authorised for")
ROUTE = mark("Way into the Instructor Programme")
ROUTE_HINT = mark("For other than CALM PI instructors: programme, risk assessment’s reference")
ROLE = mark("Role")
ROLES = {"lead": mark("Lead"), "co-instructor": mark("Co-instructor"), "assessor": mark("Assessor")}
FOR = mark("Authorised at")
ANYWHERE = mark("Any organisation")
ELSEWHERE = mark("Another organisation")
CPD = mark("Training of their own")
CPD_HINT = mark("Several with a semicolon between")
VISIT = mark("Last visit")
OUTCOME = mark("Outcome of the visit")
MAY_LEAD = mark("May lead {programme} up to {tier} until {day}.")
MAY_LEAD_FROM = mark("May lead from {day}, not before.")
MAY_NOT_LEAD = mark("Can’t lead or mark: no authorisation with a reference and a last day is on record.")
MAY_ASSIST = mark("Ran out on {day}: may still assist, can’t lead or mark.")
IS_CONFIRMED = mark("Confirmed by head office’s starter file.")
IS_NOT_CONFIRMED = mark("Not confirmed by head office: papers say so.")
KEEP_PROFILE = mark("Keep this profile")
LEAVE = mark("Leave as it is")
KEPT = mark("{name} is kept.")

# ── organisation ────────────────────────────────────────────────────────────────────────────────────────────────────
ORG_NAME = mark("Name, as papers show it")
SECTOR = mark("Sector")
REGION = mark("Country")
HEAD_OFFICE = mark("Head office, as packages address it")
PROGRAMME = mark("Programme’s name on papers")
LICENCE = mark("Programme licence reference")
COACHING = mark("Coaching points, reference")
COACHING_HINT = mark("While the techniques are the general list")
DATA_PROTECTION = mark("Data-protection contact")
PRIVACY = mark("Privacy notice, version")
CERTIFICATION = mark("RRN or BILD ACT certification")
CERTIFICATION_REF = mark("Certification reference")
CERTIFICATION_UNTIL = mark("Certification until")
KEEP_ORGANISATION = mark("Keep this")

# ── numbers ─────────────────────────────────────────────────────────────────────────────────────────────────────────
NUMBERS_INTRO = mark(
    "Every limit of the rules is your organisation’s own. A change is kept at once and stands in the trail."
)
YES = mark("Yes")
NO = mark("No")
USUAL = mark("usually {value}")
NO_FIGURE = mark("“{text}” is no whole number. Write figures only.")

# ── catalogue ───────────────────────────────────────────────────────────────────────────────────────────────────────
GENERIC = mark("GENERIC")
GENERIC_MEANS = mark(
    "A general list that comes with the program. It is not the catalogue issued by CALM: while it is in force there are "
    "in-house records and no certificates."
)
NO_CATALOGUE = mark("No list of techniques is loaded yet.")
LOAD_GENERAL = mark("Load the general list")
TO_TECHNIQUES = mark("Open Techniques")

# ── appearance ──────────────────────────────────────────────────────────────────────────────────────────────────────
LOOKS = {
    "system": mark("As the system"),
    "light": mark("Light"),
    "dark": mark("Dark"),
    "contrast": mark("High contrast"),
}
LOOKS_HINT = mark("Papers look the same in each of them.")

# ── records ─────────────────────────────────────────────────────────────────────────────────────────────────────────
FOLDER = mark("Folder")
KIND = mark("Kind")
PRACTICE = mark("Practice: made-up people. Nothing here is a record.")
REAL = mark("Records of real people")
HOW_MUCH = mark("How much")
COPY_FOLDER = mark("Copy")
FOLDER_COPIED = mark("The folder’s name is copied.")
CHECK = mark("Check now")
CHECKING = mark("Checking the records")
CHECK_MEANS = mark(
    "Reads every page, follows the trail from its first entry, and compares each record, paper and seal with it."
)
ALL_HOLDS = mark("Everything holds: every page, the whole trail, each record, paper and seal.")


def ran_out(days: int) -> str:
    """How long ago an authorisation ended."""
    return ngettext(
        "Ran out {days} day ago: can’t lead or mark.", "Ran out {days} days ago: can’t lead or mark.", days
    ).format(days=days)


def techniques(count: int) -> str:
    """How many techniques a catalogue has."""
    return ngettext("{count} technique", "{count} techniques", count).format(count=count)


def catalogue_line(issuer: str, version: str, count: int) -> str:
    """A catalogue in a line."""
    return " · ".join(filter(None, (issuer, _("version {version}").format(version=version), techniques(count))))


def how_much(size: int, entries: int) -> str:
    """How large the file is, and how long its trail."""
    trail = ngettext("{count} entry in the trail", "{count} entries in the trail", entries).format(count=entries)
    return _("{megabytes} MB, {trail}").format(megabytes=f"{size / 1_000_000:.1f}", trail=trail)


def found_wrong(sentences: Sequence[str]) -> str:
    """What a check found."""
    head = ngettext("{count} thing does not hold.", "{count} things do not hold.", len(sentences))
    return " ".join([head.format(count=len(sentences)), *sentences[:5]])


def first_now(number: int, count: int, name: str) -> str:
    """As in "1 of 3: Whose training it is"."""
    return _("{number} of {count}: {name}").format(number=number, count=count, name=_(name))
