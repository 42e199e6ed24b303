"""Words of the behavioural audit: counts typed by month, how they go, the audit before, and what has ended (R9, R38)."""

from collections.abc import Sequence

from calm_instructor.messages.showing import listed
from calm_instructor.messages.translating import _, mark, ngettext

RISK_NUMBER = mark("risk {number}")
HEAD_RISK = mark("Risk")
HEAD_HOLD = mark("Hold or grab")
HEAD_BEFORE = mark("Before")
HEAD_LAST = mark("Last audit")
HEAD_TREND = mark("Trend, 0 to {most} a month")
MONTHS = mark("Months shown")
MONTHS_FROM_TO = mark("{first} to {last}")
ADD_HOLD = mark("Add a hold")
ADD_HOLD_NAME = mark("Add a hold or grab to be counted")
COUNTS = mark("Counts per hold or grab and month: arrows move, a number replaces, Enter goes on, Delete sets 0")
KEYS = mark("Arrows move. Type a number; Enter or Tab goes on, Delete sets 0. Each number is kept as you leave it.")
ONLY_COUNTS = mark("Only counts are kept. Never write a name here.")
AUDIT_REF = mark("Audit reference")
COMPARED_WITH = mark("Compared with")
FROM_DAY = mark("Counted from")
TO_DAY = mark("to")
TO_PART = mark("to {day}")
NOT_COUNTED = mark("not counted")
TAKE_OFF_ROW = mark("Take the row off")
NOTHING_YET = mark("Nothing has been counted yet")
NOTHING_YET_HINT = mark(
    "Add a hold and type how often it happened each month, or take the counts from the service’s incident log."
)
OLDER = mark("Counts before {first} are older than the time looked at. They leave with the next count you type.")

CELL = mark("{hold}, {month}: {count}")
CELL_NOT_COUNTED = mark("{hold}, {month}: not counted")

HALVES = mark("{total}; {going}: {first} in the first half, {second} in the second")

LAST_AUDIT = mark("Last audit, to {day}: {then} in all; now {now}.")
LAST_AUDIT_NOTHING_NEW = mark("Nothing is counted yet that the last audit, to {day}, had not counted.")
NEW_SINCE = mark("New since: {holds}.")
GONE_SINCE = mark("Gone since: {holds}.")

PROPOSED = mark("Risk {number}, {hold}: no incident since {month}. Propose it as ended?")
PROPOSED_NEVER = mark("Risk {number}, {hold}: not counted once. Propose it as ended?")
COUNTED_TO = mark("Counted up to {day}.")
STAYS_ON_SHEET = mark("It stays on the TNA sheet with the date and your reason.")
BOTH_STAY = mark("Both stay on the TNA sheet with the date and your reason.")
KEEP = mark("Keep as current…")
END = mark("End risk {number} from {day}…")
KEEP_TITLE = mark("Risk {number} stays current")
KEEP_INTRO = mark("Your reason stands on the TNA sheet. The proposal comes back once newer counts arrive.")
KEEP_WHY = mark("It stays current because")
KEEP_VERB = mark("Keep risk {number}")
KEPT_BECAUSE = mark("Kept as current: {reason}")
BY = mark("{count} {how}")
ENDED_ON = mark("ended {day}")
ENDED = mark("Ended")


def in_sentence(name: str) -> str:
    """A name or label within a sentence: "hand or fingers gripped", "rising"."""
    return name[:1].lower() + name[1:]


def changed_by(change: int, how: str) -> str:
    """How a count stands against the last audit's, as in "7 fewer"; of what is new, gone or the same the word alone."""
    return _(BY).format(count=abs(change), how=how) if change else how


def months_head(count: int) -> str:
    """The head of the sums."""
    return ngettext("{count} mth", "{count} mth", count).format(count=count)


def total(count: int, months: int) -> str:
    """As in "31 in 12 months"."""
    return ngettext("{total} in {count} month", "{total} in {count} months", months).format(total=count, count=months)


def months_each(months: int) -> str:
    """Said where less than a year can be compared."""
    return ngettext(
        "Compared are the last {count} month of each: one of the two counted no longer.",
        "Compared are the last {count} months of each: one of the two counted no longer.",
        months,
    ).format(count=months)


def months_shared(months: int) -> str:
    """Said where two audits counted the same months."""
    return ngettext("{count} month is counted in both.", "{count} months are counted in both.", months).format(
        count=months
    )


def rests_only_on(techniques: Sequence[str], number: int) -> str:
    """R38: which techniques are proposed for removal, by name."""
    return ngettext(
        "{techniques} rests only on risk {number}, so it is proposed for removal too.",
        "{techniques} rest only on risk {number}, so they are proposed for removal too.",
        len(techniques),
    ).format(techniques=listed(list(techniques)), number=number)


def more_proposed(count: int) -> str:
    """How many risks more are proposed as ended."""
    return ngettext(
        "{count} more is proposed after this one.", "{count} more are proposed after this one.", count
    ).format(count=count)
