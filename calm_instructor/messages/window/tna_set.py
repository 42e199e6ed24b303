"""Words of the set of a TNA: what stands of each technique, what it owes, and what is said of the whole."""

from collections.abc import Sequence

from calm_instructor.messages.showing import listed
from calm_instructor.messages.translating import _, mark, ngettext

THE_SET = mark("The set")
IN_SET = mark("in the set")
LEFT_OUT = mark("left out: {reason}")
NO_RISK = mark("no current risk")
NO_REASON_YET = mark("{said} · no reason yet")
WITHOUT_REASON = mark("{techniques}, {count} with no reason yet")
RISK_ENDED = mark("no current risk: risk {number} has ended")
WITHDRAWN = mark("withdrawn {day}")
PROPOSED = mark("proposed words")
RESTS_ON_NONE = mark("no risk named")
NOT_KNOWN = mark("not in the catalogue in force")

OWES_RISK = mark("a current risk that it is for")
OWES_BOTH = mark("both answers: what was tried, and why this one")
OWES_TRIED = mark("what was tried without touch")
OWES_WHY = mark("why this one")
OWES_LOWER = mark("why not {codes}, a lower way")
OWES_NOTE = mark("an answer to its note of elevated risk")
OWES_NOTE_OUT = mark("its note is answered with “left out”")
OWES_HOLD = mark("another risk: it does not address the hold of risk {number}")

NOT_COVERED = mark("Risk {number} is not covered: {hold}.")
WOULD_MEET = mark("{code} would meet it.")
IN_SET_WOULD_MEET = mark("{code} of the set would meet it.")
NOTHING_MEETS = mark("No technique of the catalogue addresses it.")
COVER = mark("Cover risk {number}")
RESTS_ON_ENDED = mark("{code} rests on {risks} only, which has ended. It is proposed for removal.")
TAKE_OUT = mark("Take {code} out")
OVER_TAUGHT = mark("{code} answers nothing that {others} does not.")
LOWER_WAY = mark("{code} is not the lowest way: {lower} would answer the same hold.")
SAY_WHY = mark("Say why")
MANY = mark("{count} techniques: above {limit}, authorising asks for a reason.")
NEVER = mark("{count} techniques: a set never has more than {limit}. Take some out.")
PRACTICE = mark("{time} practice each in {course}. Floor {floor} min; too little in a published example: {example}.")
ALL_COVERED = mark("Every current risk is answered.")
HIGHEST_TIER = mark("Highest tier: {tier}.")
ADDED = mark("Added")
GONE = mark("Left out")
KEPT = mark("Kept")
NOTHING = mark("nothing")
FOR_RISKS = mark("{code}, for {risks}")
BECAUSE = mark("{code}: {reason}")
REASON_TO_GIVE = mark("{code}, reason still to give")

BACK = mark("Catalogue")
BACK_TO = mark("Back to the catalogue")
TAKE_IT_OUT = mark("Take it out of the set")
WHY_LEFT_OUT = mark("Left out because")
PROPOSE_REASON = mark("Propose a reason")


def still_proposed(count: int) -> str:
    """R3: how many of the set still have words that the program proposed."""
    return ngettext(
        "The proposed words of one technique wait to be confirmed.",
        "The proposed words of {count} techniques wait to be confirmed.",
        count,
    ).format(count=count)


def risks(numbers: Sequence[int]) -> str:
    """As in "risk 6" or "risks 1 and 6"."""
    said = listed([str(number) for number in numbers])
    return ngettext("risk {numbers}", "risks {numbers}", len(numbers)).format(numbers=said)


def met(number: int, times: int, where: str) -> str:
    """As in "Risk 1, 31 times · at the medicine trolley": a risk, how often it was counted, and where it is met."""
    told = ngettext("Risk {number}, {count} time", "Risk {number}, {count} times", times)
    return f"{told.format(number=number, count=times)} · {where}"


def meets(numbers: Sequence[int], uncovered: bool) -> str:
    """Which current risks a technique would meet. ``uncovered``: whether nothing in the set meets one of them."""
    said = _("meets {risks}, not covered yet") if uncovered else _("meets {risks}")
    return said.format(risks=risks(numbers))


def in_set_for(numbers: Sequence[int]) -> str:
    """That it is in the set, and for which risks."""
    return _("in the set, for {risks}").format(risks=risks(numbers)) if numbers else _(IN_SET)


def kept(count: int) -> str:
    """How many stayed."""
    return ngettext("{count} technique", "{count} techniques", count).format(count=count)


def owes(what: Sequence[str]) -> str:
    """What a technique still owes."""
    return _("owes {what}").format(what="; ".join(what))
