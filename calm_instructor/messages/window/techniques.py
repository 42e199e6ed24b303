"""Words of the catalogue page."""

from calm_instructor.messages.translating import mark, ngettext

# ── the catalogue ───────────────────────────────────────────────────────────────────────────────────────────────────

TITLE = mark("Techniques")
GENERIC = mark("GENERIC")
GENERIC_HINT = mark("Not CALM’s issued catalogue: every sheet says so, and no certificate is issued on it.")
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


def techniques(count: int) -> str:
    """How many techniques."""
    return ngettext("{count} technique", "{count} techniques", count).format(count=count)
