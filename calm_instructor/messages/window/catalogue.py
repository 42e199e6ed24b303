"""Words of an issued catalogue: looked at before it is loaded, what it changes, what was loaded before."""

from collections.abc import Sequence

from calm_instructor.messages.showing import listed
from calm_instructor.messages.translating import _, mark, ngettext

LOAD = mark("Load an issued catalogue…")
CAPTION = mark("Choose the issued catalogue")
PATTERNS = mark("Spreadsheets (*.csv *.xlsx *.xls *.ods *.txt)")
READING = mark("Reading the catalogue")
LIST = mark("In force")
CHANGED = mark("What changed")
HISTORY = mark("Loaded before")
VIEW = mark("What is shown")

NAME = mark("Name of the catalogue")
ISSUER = mark("Issued by")
VERSION = mark("Version")
SINCE = mark("In force from")
NO_DATE = mark("“{text}” is no date. Write it as 22 Nov 2026.")
FOUND = mark("What it came to")
LEAVE = mark("Leave as it is")
ENTRIES = mark("Techniques: {count}")
ROWS_LEFT = mark("Rows not read: {count}")
REPLACES = mark("It takes the place of {name}, version {version}.")
REPLACES_GENERIC = mark("It takes the place of the general list: new sets are no longer GENERIC.")
PINNED = mark("Sign-offs on an earlier list stay, and say what to review before use.")
FUTURE = mark("It says that it is in force from {day}. Loaded now, it is in force here at once.")
NOTHING_CHANGES = mark("Every entry is as it was.")
FIRST = mark("There is no earlier catalogue to compare with.")

ASKED = mark("To answer")
ASKED_HINT = mark("The list doesn’t say it, and it is never guessed from words. Ask the issuer where you can’t answer.")
QUESTIONS = {
    "hold": mark("Which hold or grab does it answer? The list says: {said}"),
    "tier": mark("Which tier?"),
    "pain_based": mark("Pain-based or aversive?"),
    "loads": mark("Does it load neck, airway or abdomen?"),
}
YES = mark("Yes")
NO = mark("No")
SAYS_NOTHING = mark("nothing")
CHOOSE_HOLD = mark("Choose a hold or grab")
OPEN_FIRST = mark("Answer first: {count}")
REFUSED_FIRST = mark("Put right first: {count}")

CODE = mark("Code")
TECHNIQUE = mark("Technique")
WHAT = mark("What")
DETAIL = mark("In detail")
WHEN = mark("Loaded")
USED_IN_DRAFT = mark("{where} names {codes}, withdrawn or not in this list. Choose others before it is authorised.")
USED_ON_COURSE = mark("{where} teaches {codes}, withdrawn or not in this list. Its set stays as it was agreed.")

FIELDS = {
    "name": mark("name"),
    "holds": mark("hold"),
    "hold_text": mark("hold in words"),
    "tier": mark("tier"),
    "persons": mark("persons"),
    "pain_based": mark("pain-based"),
    "loads_neck_airway_abdomen": mark("loads neck, airway or abdomen"),
    "elevated_risk_note": mark("elevated-risk note"),
    "version": mark("version"),
    "withdrawn_on": mark("withdrawn"),
}
FROM_TO = mark("{field}: {before}, now {after}")
LOADED = mark("{name}, version {version}, is in force. {techniques} in it.")
ISSUED_BY = mark("{issuer}, version {version}")


def load(count: int) -> str:
    """The act, with how many techniques come in."""
    return ngettext("Load this {count} technique", "Load these {count} techniques", count).format(count=count)


def preview(file: str) -> str:
    """What is being looked at."""
    return _("“{file}”, not loaded yet").format(file=file)


def used_in(where: str, codes: Sequence[str], is_draft: bool) -> str:
    """R24: what still names techniques that are no more."""
    return _(USED_IN_DRAFT if is_draft else USED_ON_COURSE).format(where=where, codes=listed(list(codes)))
