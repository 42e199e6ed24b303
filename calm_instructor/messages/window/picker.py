"""Words of the two lists in which techniques are picked, and of what is said beneath them."""

from calm_instructor.messages.translating import mark, ngettext

CATALOGUE = mark("Catalogue")
CATALOGUE_COUNT = mark("{techniques}, version {version}")
GENERIC = mark("GENERIC")
GENERIC_HINT = mark("Not CALM’s issued catalogue: every sheet says so, and no certificate is issued on it.")
FIND = mark("Name, code or hold")
TIERS_SHOWN = mark("Tiers shown")
ALL_TIERS = mark("All tiers")
TIERS = {"low": mark("Low"), "medium": mark("Medium"), "high": mark("High")}
SHOWN = mark("Techniques shown")
SHOW_ALL = mark("Show all")
SHOW_MEETING = mark("Meets a risk")
SHOW_OPEN = mark("No reason yet")
NOTHING_FOUND = mark("Nothing in the catalogue fits what is looked for.")
COUNTER = mark("{count} of at most {limit}")
EMPTY_SET = mark(
    "No technique yet. Add one that meets a current risk: by Enter, by a double click, or by dragging it here."
)
ADD = mark("Add {code}")
TAKE_OUT = mark("Take {code} out")
EARLIER = mark("Teach {code} earlier")
LATER = mark("Teach {code} later")
OPEN = mark("Reasons")
OPEN_OF = mark("Reasons of {code}")
BESIDE = mark("Against {ref}")

IN_HAND_OFFERED = mark("{code} {name}, {tier} tier, {said}")
IN_HAND_TAKEN = mark("{code} {name}, {tier} tier, place {place} of {count}, {met}")

NOW_IN = mark("{code} is in the set, place {place} of {count}.")
NOW_OUT = mark("{code} is out of the set.")
NOW_MOVED = mark("{code} is taught as number {place} of {count}.")


def techniques(count: int) -> str:
    """How many techniques."""
    return ngettext("{count} technique", "{count} techniques", count).format(count=count)
