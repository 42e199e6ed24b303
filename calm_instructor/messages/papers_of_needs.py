"""Words of the TNA summary."""

from collections.abc import Sequence
from datetime import date

from calm_instructor.messages.papers import kept, say
from calm_instructor.messages.showing import day, listed
from calm_instructor.messages.translating import mark, ngettext

# ── TNA summary ─────────────────────────────────────────────────────────────────────────────────────────────────────

TNA_CHOICE_PAGE = mark("Summary for the authoriser: what is needed, what is chosen and why")
TNA_EVIDENCE_PAGE = mark("Evidence: counts, staff groups, prevention")
SERVICE = mark("Service")
REPLACES = mark("{revision}, replaces {earlier}")
REVIEW_DUE = mark("Review due")
INCIDENTS_COUNTED = mark("Incidents counted")
FROM_TO = mark("{first} to {last}")
IS_THERE_NEED = mark("Is there a legitimate need for physical skills?")
YES_LIMITED = mark("Yes, limited")
NO_NEED = mark("No")
NO_NEED_MEANS = mark(
    "This is a result like any other: no physical course is planned on this analysis. Core Theory and prevention are open to "
    "everyone. A new count or a change in the service is a reason to look again before the review is due."
)
RISK = mark("Risk")
HOLD = mark("Hold or grab")
HOLD_SITUATION = mark("Hold or grab, situation")
COUNT_SEVERITY = mark("Count · severity, trend")
WHY_THIS_ONE = mark("Why this one")
RISKS_AND_CHOICE = mark("Current risks and the techniques chosen")
RISKS_ONLY = mark("Risks")
COUNT_AND_SEVERITY = mark("**{count}** · {severity}")
ENDED_RISKS = mark("**No longer current:** {risks}.")
PROPOSED_AS_ENDED = mark("**Proposed as ended:** no recent incident")
NONE_CHOSEN = mark("No technique chosen.")
AS_FOR_RISK = mark("see risk {risk}")
AS_FOR_TECHNIQUE = mark("as for {code}.")
TRIED_WITHOUT_TOUCH = mark("**Without touch:** {value}")
HIGHER_TIER_BECAUSE = mark("**Not a lower tier:** {value}")
LEFT_OUT = mark("Left out, and why")
COMPARED = mark("**Compared with revision {revision}.** Removed: {removed}. Added: {added}. Unchanged: {unchanged}.")
AUTHORISATION = mark("Authorisation")
I_AUTHORISE = mark(
    "I have read the risks, the techniques chosen and those left out, and the evidence. I authorise this set for {service} "
    "until the review date."
)
I_CONFIRM_NO_NEED = mark(
    "I have read the counts, the reasons and the evidence. I confirm that {service} has no legitimate need for physical "
    "skills, until the review date."
)
NAME_AND_ROLE = mark("Name and role")
INCIDENTS_PER_HOLD = mark("Incidents per hold or grab")
COUNTS_ONLY = mark("counts only, {window}")
PER_MONTH = mark("Per month")
YEARS = (mark("Year 1"), mark("Year 2"))
SPANS = (mark("Earlier"), mark("Last 12"))
EQUAL_SPANS = (mark("Before"), mark("Last 12"))
BARS_EQUAL = mark("Solid bars: the last 12 months. Before: the 12 before those. Tallest: {tallest} in a month.")
ALL = mark("All")
TREND = mark("Trend")
REVISION_SHORT = mark("Rev. {revision}")
THEN = mark("Rev. {revision}: its last {months} months.")
BARS = mark("Open bars: year 1. Solid bars: year 2. Tallest: {tallest} in a month.")
BARS_SPANS = mark("Open bars: the earlier months. Solid bars: the last 12 months. Tallest: {tallest} in a month.")
NONE_COUNTED = mark("No incident was counted.")
LAST_MONTH_TO = mark("Counted to {day}.")
NOT_CARRIED = mark("Not carried as a risk: {why}")
NO_REASON_YET = mark("no reason given yet")
NOTES_ANSWERED = mark("Elevated-risk notes, answered for this service")
WHAT_RAISES = mark("What raises the risk")
ANSWER = mark("Answer")
NOTE_ANSWERS = {
    "acceptable": mark("**Acceptable because** {because}"),
    "altered": mark("**Altered:** {because}"),
    "left_out": mark("**Left out:** {because}"),
}
STAFF_GROUPS = mark("Staff groups and their need")
STAFF_GROUP = mark("Staff group")
PEOPLE = mark("People")
EXPOSURE = mark("Exposure")
NEED_OF_GROUP = mark("Need")
FACTORS = mark("What raises the risk here")
PREVENTION = mark("Prevention before technique")
IN_PLACE = mark("In place at {service}")
SOURCES_ARE = mark("**Sources.** {sources}")


def stands_on(count: int, limit: int) -> str:
    """The note beside the risks: "each technique stands on at least one risk; 6 of at most 8" (R4)."""
    if count > limit:
        many = mark("each stands on at least one risk; {count}, above {limit} for a recorded reason")
        return say(many, count=count, limit=limit)
    return say(mark("each technique stands on at least one risk; {count} of at most {limit}"), count=count, limit=limit)


def covered(uncovered: Sequence[int]) -> str:
    """Whether every current risk is covered (R6)."""
    if not uncovered:
        return say(mark("Every current risk is covered."))
    numbers = listed([str(number) for number in uncovered])
    return ngettext("**Not covered:** risk {numbers}.", "**Not covered:** risks {numbers}.", len(uncovered)).format(
        numbers=numbers
    )


def proposed_for_removal(techniques: Sequence[tuple[str, Sequence[int]]]) -> str:
    """Techniques that rest only on ended risks, each with these risks (R38)."""
    said = [
        ngettext(
            "{technique}, which rests only on risk {numbers}",
            "{technique}, which rests only on risks {numbers}",
            len(risks),
        ).format(technique=technique, numbers=listed([str(number) for number in risks]))
        for technique, risks in techniques
    ]
    return say(mark("**Proposed for removal:** {techniques}."), techniques="; ".join(said))


def risks_since(ended: Sequence[int], new: Sequence[int]) -> str:
    """Which risks have ended and which are new since the revision before (R38); "" where none."""
    said = []
    if ended:
        text = ngettext("Risk {numbers} has ended.", "Risks {numbers} have ended.", len(ended))
        said.append(text.format(numbers=listed([str(number) for number in ended])))
    if new:
        text = ngettext("Risk {numbers} is new.", "Risks {numbers} are new.", len(new))
        said.append(text.format(numbers=listed([str(number) for number in new])))
    return " ".join(said)


def risk_number(number: int, ended: bool) -> str:
    """As in "3", "6 ended"."""
    return say(mark("{number} ended"), number=number) if ended else str(number)


def chart_in_words(hold: str, counts: Sequence[int]) -> str:
    """A chart as it is read out: its counts, oldest first."""
    return say(mark("{hold}, per month: {counts}"), hold=hold, counts=", ".join(map(str, counts)))


def ended_risk(number: int, hold: str, situation: str, count: int, ended: date) -> str:
    """As in "risk 6, Bite (at meals; 3 incidents), ended 2 Oct 2026"."""
    incidents = ngettext("{count} incident", "{count} incidents", count).format(count=count)
    told = "; ".join(part for part in (situation, incidents) if part)
    facts = {"number": number, "hold": hold, "told": told, "day": kept(day(ended))}
    return say(mark("risk {number}, {hold} ({told}), ended {day}"), **facts)
