"""Words of a course's own set: what it teaches of the TNA's choice, what it leaves out, how an agreed one changes."""

from collections.abc import Sequence

from calm_instructor.messages.showing import listed
from calm_instructor.messages.translating import _, mark, ngettext

THIS_COURSE = mark("This course")
AGREE = mark("Agree the set")
TAKE_WHOLE = mark("Take the TNA’s selection")
OPEN_TNA = mark("Open the TNA")
TAKE_NEWER = mark("Take revision {number} on")
WHOLE_TAKEN = mark("The course teaches all that {tna} has chosen.")
TAKEN_ON = mark("The course rests on {tna} now.")
AGREED_NOW = mark("The set is agreed: {count}. The catalogue is pinned to it.")
NAMED_NO_MORE = mark("{tna} no longer names it.")

# ── how it stands ───────────────────────────────────────────────────────────────────────────────────────────────────

TO_AGREE = mark("As chosen in {tna}. Agree it to make it this course’s set.")
PART_TO_AGREE = mark("{count} of the {all} chosen in {tna}. Agree them to make them this course’s set.")
NOT_AUTHORISED = mark("{tna} is not authorised yet.")
AGREED = mark("Agreed on {day} by {who}, on {tna}. The set freezes with the first mark.")
FROZEN = mark("Frozen at {moment} with the first mark.")
TO_CHANGE = mark("A change needs a newer revision of the TNA or your reason.")
THEORY_ONLY = mark("A course of theory teaches no techniques, and has no set.")
STAYS = mark("The course is over, and its set stays as it is.")
TIER_DIFFERS = mark("The course is planned as: {type_tier}. Its set is: {tier}.")
NOTHING_CHOSEN = mark("No technique is chosen in the TNA")
NOTHING_CHOSEN_HINT = mark("A set comes from the TNA: choose techniques there, and have it authorised.")
FOOT = mark("The set freezes by itself at the first mark. After that a change needs a new TNA revision or your reason.")
ALWAYS = mark("Always assessed, not counted: stance and position, exit and summoning help.")

# ── each technique ──────────────────────────────────────────────────────────────────────────────────────────────────

IN_SET = mark("in the set")
LEFT_OUT_HERE = mark("left out of this course: {reason}")
TAKEN_OUT = mark("taken out on {moment}: {reason}")
LEFT_OUT_IN_TNA = mark("left out in the TNA: {reason}")
NOT_CHOSEN = mark("not chosen in the TNA")
NO_CURRENT_RISK = mark("no current risk")
WITHDRAWN = mark("withdrawn {day}")
WHY = mark("{code}: {why}")

# ── leaving one out ─────────────────────────────────────────────────────────────────────────────────────────────────

LEAVE_OUT = mark("Leave {code} out of this course")
LEAVE_OUT_VERB = mark("Leave it out")
WHY_NOT = mark("Why is it not taught here?")
LEAVE_OUT_INTRO = mark("The TNA keeps its choice; only this course leaves it out. The reason stands in the record.")
LEAVE_OUT_FROZEN = mark(
    "The set froze with the first mark. What was marked in {code} stays on record and counts no more; "
    "your reason is printed on the sheet, the record and the person’s page."
)

# ── what is said beneath ────────────────────────────────────────────────────────────────────────────────────────────

LEFT_UNCOVERED = mark("Risk {number} is left uncovered here: {reason}.")
TAKE_IN_AGAIN = mark("Take {code} in again")
LEAVE_ONE_OUT = mark("Leave {code} out")
UNCOVERED = mark("Risk {number} is not covered: {hold}.")
PLAN_AS = mark("Plan it as: {tier}")
PLANNED_AS = mark("The course is planned as: {tier}")
MINUTES = mark("{minutes} min")
MINUTES_SECONDS = mark("{minutes} min {seconds} s")
PRACTICE_FLOOR = mark("{practice}. Warning below {floor}; {example} is a published example of too little.")

# ── a newer revision, and the last course ───────────────────────────────────────────────────────────────────────────

NEWER = mark("{tna} was authorised on {day}. This course stays on revision {number} until you take the newer one on.")
BRINGS = mark("It would bring in {codes}.")
TAKES_OUT = mark("It would take out {codes}.")
SAME = mark("Its techniques are those of this course.")
ADDED = mark("Added")
LEFT_OUT = mark("Left out")
KEPT = mark("Kept")


def techniques(count: int) -> str:
    """How many techniques."""
    return ngettext("{count} technique", "{count} techniques", count).format(count=count)


def met(risks: str, where: str, times: int) -> str:
    """Which risk a technique is for, where that is met, and how often it was counted."""
    told = ngettext("{risks} · {where}, {count} time", "{risks} · {where}, {count} times", times)
    return told.format(risks=risks, where=where, count=times)


def risk(numbers: Sequence[int]) -> str:
    """The risks by their numbers."""
    told = ngettext("Risk {numbers}", "Risks {numbers}", len(numbers))
    return told.format(numbers=listed([str(each) for each in numbers]))


def time(seconds: int) -> str:
    """Minutes, and seconds where there are any."""
    minutes, rest = divmod(seconds, 60)
    return _(MINUTES_SECONDS if rest else MINUTES).format(minutes=minutes, seconds=rest)


def practice(seconds: int, count: int) -> str:
    """R5: practice for each technique."""
    told = ngettext(
        "{time} of practice for the one technique", "{time} of practice for each of {count} techniques", count
    )
    return told.format(time=time(seconds), count=count)


def added(code: str, numbers: Sequence[int]) -> str:
    """A technique that is new since the last course, and what it is for."""
    told = ngettext("{code}, for risk {numbers}", "{code}, for risks {numbers}", len(numbers))
    return told.format(code=code, numbers=listed([str(each) for each in numbers])) if numbers else code


def would_change(coming: Sequence[str], going: Sequence[str]) -> str:
    """What taking a newer revision on would do to the set."""
    told = [
        _(BRINGS).format(codes=listed(coming)) if coming else "",
        _(TAKES_OUT).format(codes=listed(going)) if going else "",
    ]
    return " ".join(each for each in told if each) or _(SAME)
