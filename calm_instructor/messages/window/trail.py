"""The words of the trail's page."""

from calm_instructor.messages.translating import _, mark, ngettext

TITLE = mark("Trail")
FIND = mark("Find in the trail: a name, a technique, what was done")
ABOUT = mark("Of whom or what")
EVERYTHING = mark("Everything")
LIST_NAME = mark("Entries of the trail, newest first")
HEAD_WHEN = mark("When")
HEAD_WHO = mark("Who")
HEAD_WHAT = mark("What")
HEAD_FIELD = mark("What changed")
HEAD_BEFORE = mark("Before")
HEAD_AFTER = mark("After")
CHANGES_NAME = mark("Before and after")
NEWER = mark("Newer")
OLDER = mark("Older")
NOTHING = mark("Nothing like that is in the trail")
NOTHING_HINT = mark("Try fewer words, or look at everything.")
CHECK = mark("Check the whole chain")
CHECKING = mark("Following the trail from its first entry")
HOLDS = mark("The chain holds from its first entry to its last, and every record, paper and seal agrees with it.")
REASON = mark("Reason: {reason}")
NEW = mark("new")
GONE = mark("taken away")
NOTHING_CHANGED = mark("This entry changed no field that a reader knows.")


def detail(count: int, shown: int, about: str, text: str) -> str:
    """How long the trail is, and what is shown of it."""
    whole = ngettext("{count} entry", "{count} entries", count).format(count=count)
    if not about and not text:
        return _("{whole}, newest first").format(whole=whole)
    found = ngettext("{count} found on this page", "{count} found on this page", shown).format(count=shown)
    return f"{whole} · {found}"


def record(kind: str, name: str, note: str) -> str:
    """A record of an entry: "Mark · Jo Ng · new"."""
    return " · ".join(filter(None, (kind, name, note)))


def entry(number: int, when: str, who: str) -> str:
    """Which entry, when and by whom."""
    return _("Entry {number} · {when} · {who}").format(number=number, when=when, who=who)
