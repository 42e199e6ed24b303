"""Words of an incident log that is looked at before its counts are taken."""

from calm_instructor.messages.translating import _, mark, ngettext

TITLE = mark("Incident log “{file}”")
LEAVE = mark("Leave as it is")
CONFIRM_ALL = mark("Confirm all proposals")
TAKE = mark("Take these counts")
LAST_TIME = mark("Read as last time, {day}.")
CHANGE = mark("Change…")
READ_NOW = mark("“{file}” is read. Nothing of it is taken yet.")
FIRST_TIME = mark("The first log of this shape. What you confirm is remembered for the next one; nothing else of it.")

DATES = mark("Dates")
LETTERS = mark("Letters")
NOT_READ = mark("not in this file")
CHOOSE_COLUMN = mark("choose a column")
FIELD_DATE = mark("Date")
FIELD_MONTH = mark("Month")
FIELD_CATEGORY = mark("Hold or category")
FIELD_NARRATIVE = mark("Description")
FIELD_COUNT = mark("Count")
FIELDS = {
    "date": FIELD_DATE,
    "month": FIELD_MONTH,
    "category": FIELD_CATEGORY,
    "narrative": FIELD_NARRATIVE,
    "count": FIELD_COUNT,
}

ORDERS = {
    "": mark("as the file shows"),
    "dmy": mark("day first"),
    "mdy": mark("month first"),
    "ymd": mark("year first"),
}
ENCODINGS = {
    "cp1252": mark("Western (cp1252)"),
    "iso8859-15": mark("Western (iso8859-15)"),
    "mac_roman": mark("Mac Roman"),
    "cp850": mark("DOS (cp850)"),
    "utf-16": mark("UTF-16"),
}
LOOKS = {
    "nothing": mark("column {number}"),
    "dates": mark("column {number}: dates"),
    "numbers": mark("column {number}: numbers"),
    "words": mark("column {number}: words"),
    "stories": mark("column {number}: longer texts"),
}

ONLY_COUNTS = mark("Only counts are kept.")
PARTS = mark("What is shown of the log")
PART_WORDINGS = mark("Wordings")
PART_COUNTS = mark("Counts")
PART_ROWS = mark("Rows to mend")
PART_SETTLED = mark("Settled for you")

WORDINGS = mark("Wordings of the log")
HEAD_WORDING = mark("The log says")
HEAD_ROWS = mark("Rows")
HEAD_MEANS = mark("Counted as")
HEAD_STANDS = mark("How it stands")
MEANS = mark("Counted as")
MEANS_OF = mark("“{wording}” is counted as")
LEAVE_OUT = mark("no hold or grab: left out")
UNDECIDED = mark("undecided")
NOT_SHOWN = mark("not shown: might name somebody")
NOT_SHOWN_HINT = mark("Not shown, as it might name somebody. To count it otherwise, word it plainly in the file.")
STANDS_OPEN = mark("undecided")
STANDS_USUAL = mark("usual variant taken")
STANDS_PROPOSED = mark("proposed")
STANDS_CONFIRMED = mark("confirmed")
STANDS_LAST_TIME = mark("as last time")
NEW_TO_SHAPE = mark("new: {stands}")
WORDINGS_KEYS = mark("Up and down move, Enter chooses what it is counted as, Space confirms it.")

COUNTS = mark("Counts as they would be taken")
HEAD_HOLD = mark("Hold or grab")
HEAD_IN_ALL = mark("Counted")
HEAD_LAST_YEAR = mark("Last 12 months")
HEAD_LAST_SEEN = mark("Last seen")
NO_COUNTS = mark("Nothing is counted yet")
NO_COUNTS_HINT = mark("Say which columns and wordings tell of holds or grabs.")

NO_ROWS_TO_MEND = mark("No row wants mending.")
MEND_HINT = mark(
    "These rows are not counted. Mend them in the file and choose it again, or take the counts without them."
)

ASK_AMBIGUOUS = mark(
    "In row {row} of the column “{column}” day or month may come first, and no other row settles it. Say under Dates which "
    "comes first."
)
ASK_MIXED = mark(
    "In the column “{column}”, of {rows} one has the day first and one the month. Say under Dates which comes first; rows "
    "that then are no dates are named and not counted."
)
ASK_COLUMNS = mark("Not found: {fields}. Choose the column that says it, at the left.")
DAY = mark("the date")
WHAT = mark("the hold or category")
NOTHING_COUNTED = mark("No hold or grab is counted: say what the wordings stand for, or choose another column.")
TOO_OLD = mark(
    "The last row with a date is of {last}, and counting begins on {start}. Check the order of the dates, or choose a later log."
)
UNREAD = mark("No row has a date that can be counted. Choose another column for the date, or another order of dates.")
READING_AGAIN = mark("Reading the incident log again")
TAKEN = mark("Counts of “{file}” taken. The next log of this shape is read the same way.")


def leave_uncounted(rows: int) -> str:
    """What one says to leave undecided rows out of the counts."""
    return ngettext("Leave this {count} row uncounted", "Leave these {count} rows uncounted", rows).format(count=rows)


def still_undecided(rows: int) -> str:
    """Why the counts can't be taken yet."""
    return ngettext(
        "{count} row is undecided. Say what it stands for, or that it stays uncounted.",
        "{count} rows are undecided. Say what they stand for, or that they stay uncounted.",
        rows,
    ).format(count=rows)


def to_confirm(count: int) -> str:
    """How many proposals wait."""
    return ngettext(
        "{count} proposal waits for your word: change it or confirm it.",
        "{count} proposals wait for your word: change them or confirm them all.",
        count,
    ).format(count=count)


def part(text: str, count: int) -> str:
    """A part with how many there are in it."""
    return f"{_(text)} ({count})"
