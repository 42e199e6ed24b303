"""Words of the catalogue page and of a course's limited set."""

from collections.abc import Sequence

from calm_instructor.messages.showing import listed
from calm_instructor.messages.translating import _, mark, ngettext

# ── the catalogue ───────────────────────────────────────────────────────────────────────────────────────────────────

TITLE = mark("Techniques")
GENERIC = mark("GENERIC")
GENERIC_HINT = mark("Not CALM's issued catalogue: every sheet says so, and no certificate is issued on it.")
IN_FORCE = mark("{name}, version {version} · {techniques} · issued by: {issuer}")
FIND = mark("Name, code or hold")
FAMILY = mark("Family")
CODE = mark("Code")
NAME = mark("Name")
HOLD = mark("Hold or grab")
TIER = mark("Tier")
TIERS = {"low": mark("Low"), "medium": mark("Medium"), "high": mark("High")}
PERSONS = mark("Persons")
NOTES = mark("Notes")
TABLE = mark("Techniques of the catalogue")
ALL_TIERS = mark("All tiers")
NO_CATALOGUE = mark("No catalogue is in force")
NO_CATALOGUE_HINT = mark(
    "A catalogue names the techniques and the hold each answers. The general list comes with the program, "
    "until your issued catalogue is at hand."
)
LOAD_GENERAL = mark("Load the general list")
LOADED = mark("{name} loaded.")
NOTHING_FOUND = mark("Nothing in the catalogue is called “{text}”.")
WITHDRAWN = mark("withdrawn {day}")
ELEVATED = mark("Elevated risk: {note}")

# ── the set of a course ─────────────────────────────────────────────────────────────────────────────────────────────

THIS_COURSE = mark("This course")
CATALOGUE = mark("Catalogue")
COUNTER = mark("{count} of at most {limit}")
AGREE = mark("Agree the set")
TAKE_NEWER = mark("Take revision {number} on")
TAKEN_ON = mark("The course rests on {tna} now.")
OPEN_TNA = mark("Open the TNA")
AGREED = mark("Agreed on {day} by {who}. The set freezes with the first mark.")
FROZEN = mark("Frozen at {moment} with the first mark. A change needs a new TNA revision or your reason.")
TO_AGREE = mark("The choice of {tna}. It becomes this course's set when you agree it.")
AGREED_NOW = mark("The set is agreed: {count}. The catalogue is pinned to it.")
NOTHING_CHOSEN = mark("No technique is chosen in the TNA")
NOTHING_CHOSEN_HINT = mark("A set comes from the TNA: choose techniques there, and have it authorised.")
RISK = mark("Risk {numbers}")
CATALOGUE_COUNT = mark("{techniques}, version {version}")
NO_RISK = mark("no current risk")
ALWAYS = mark("Always assessed, not counted: stance and position, exit and summoning help.")
UNCOVERED = mark("Risk {number} is not covered: {hold}.")
WOULD_MEET = mark("{codes} would meet it.")
NOT_SAID = mark("no reason given")
WHY = mark("{code}: {why}")
IN_SET = mark("in the set")
RESTS_ON = mark("Rests on {tna}, authorised by {name} on {day}.")
NOT_AUTHORISED = mark("{tna} is not authorised yet.")
TIER_OF_COURSE = mark("Tier of the set: {tier}")
FOOT = mark("The set freezes by itself at the first mark. After that a change needs a new TNA revision or your reason.")


def techniques(count: int) -> str:
    """How many techniques."""
    return ngettext("{count} technique", "{count} techniques", count).format(count=count)


def met(where: str, times: int) -> str:
    """Where a risk is met, and how often it was counted."""
    return ngettext("{count} time · {where}", "{count} times · {where}", times).format(where=where, count=times)


def and_more(count: int) -> str:
    """How many sentences are not shown."""
    return ngettext("and {count} more; agreeing names it", "and {count} more; agreeing names them", count).format(
        count=count
    )


def against(ref: str, *, added: Sequence[str], left_out: Sequence[str], kept: int) -> str:
    """What is new and what is gone since the last course."""
    parts = [
        _("added {codes}").format(codes=listed(added)) if added else "",
        _("left out {codes}").format(codes=listed(left_out)) if left_out else "",
        _("kept {count}").format(count=kept),
    ]
    return _("Against {ref}: {changes}.").format(ref=ref, changes=", ".join(part for part in parts if part))
