"""The words of opening a roster: what was read, who is new, what wants mending, and what is asked before anybody is added."""

from collections.abc import Sequence
from datetime import date

from calm_instructor.messages.showing import day, listed
from calm_instructor.messages.translating import _, mark, ngettext

PASTED = mark("pasted list")
TITLE = mark("Import preview")
PASTE_TITLE = mark("Paste or open a list")
PASTE_HINT = mark(
    "Copy the rows in your spreadsheet, headings too, and paste them here. Or open the file itself. Nothing is added yet."
)
PASTE_NAME = mark("Rows pasted from a spreadsheet")
READ_PASTED = mark("Read what is pasted")
OPEN_FILE = mark("Open file…")
FILE_CAPTION = mark("Open a list of people")
FILE_PATTERNS = mark("Lists (*.csv *.tsv *.txt *.xlsx *.xls *.ods)")
READING = mark("Reading the list …")
NOTHING_YET = mark("Nothing is added yet.")
LEAVE = mark("Leave as it is")
HEAD_NAME = mark("From the file")
HEAD_NUMBER = mark("Staff no.")
HEAD_WHAT = mark("What will happen")
TABLE_NAME = mark("People in the list")
NOT_READ = mark("not read")
FIRST_ROW_IS_HEADINGS = mark("The first row holds headings")
ENCODING = mark("Letters stored as")
AS_FILE_SAYS = mark("as the file says")
DATE_ORDER = mark("Dates are written")
BY_THE_COLUMN = mark("as the column shows")
DAY_FIRST = mark("day, month, year")
MONTH_FIRST = mark("month, day, year")
YEAR_FIRST = mark("year, month, day")
SAVE_ROWS_CAPTION = mark("Save the rows to mend")
ROWS_TO_MEND_FILE = mark("rows to mend.csv")
EVIDENCE_KIND = mark("Kind of evidence")
EVIDENCE_REF = mark("Reference, before the row")
NO_PROFILE = mark("Nobody is at the desk yet, and evidence is seen by somebody. Enter your profile in Settings first.")
SAME_PERSON = mark("Same person")
SAME_RENAMED = mark("Same, new name")
SOMEONE_ELSE = mark("Someone else")
LEAVE_OUT = mark("Leave out")
TAKE = mark("Take in")
WHO_IS_IT = mark("What becomes of the chosen row")
WHAT_WAS_ASSUMED = mark("Also noted")
WHAT_WAS_READ = mark("What was read")
COLUMNS = mark("Columns")
NOBODY_CHOSEN = mark("Nobody is chosen. Say who the doubtful rows are, or take rows in.")

NAMES_IN = mark("Name is in")
SURNAME_IN = mark("Surname is in")
FORENAME_IN = mark("Forename is in")
NUMBER_IN = mark("Staff number in")
ROLE_IN = mark("Role is in")
CORE_THEORY_IN = mark("Core Theory in")

FATE_NEW = mark("New")
FATE_NEW_LACKING = mark("New, with a gap")
FATE_HERE = mark("Already here")
FATE_HERE_NEWER = mark("Here, with news")
FATE_ARCHIVED = mark("Here, archived")
FATE_MEND = mark("Wants mending")
FATE_LEFT_OUT = mark("Left out")
FATE_SAME = mark("Same person")


def somebody(name: str, number: str) -> str:
    """A name with its staff number."""
    return f"{name}, {number}" if number else name


def may_be(who: str) -> str:
    """Somebody here who may be the person of a row."""
    return _("May be {who}").format(who=who)


def who_is(name: str, number: str, here: str) -> str:
    """A row that may be somebody who is here: the question."""
    return _("Is {name} the same person as {here}?").format(name=somebody(name, number), here=here)


def source_line(source: str, rows: int) -> str:
    """What was opened, and that it has done nothing yet."""
    counted = ngettext("{count} row", "{count} rows", rows).format(count=rows)
    return f"{source}, {counted}. {_(NOTHING_YET)}"


def add_verb(new: int, known: int) -> str:
    """The button: who comes in."""
    if new:
        return ngettext("Add {count} person", "Add {count} people", new).format(count=new)
    if known:
        return ngettext("Go on with {count} person", "Go on with {count} people", known).format(count=known)
    return _("Nobody to add")


def summary(new: int, known: int, asked: int, mend: int) -> str:
    """What would happen, counted."""
    parts = [
        ngettext("{count} new", "{count} new", new).format(count=new) if new else "",
        ngettext("{count} already here", "{count} already here", known).format(count=known) if known else "",
        ngettext("{count} to decide", "{count} to decide", asked).format(count=asked) if asked else "",
        ngettext("{count} row to mend", "{count} rows to mend", mend).format(count=mend) if mend else "",
    ]
    return " · ".join(filter(None, parts))


def save_rows_verb(count: int) -> str:
    """The button that keeps the rows to mend."""
    return ngettext("Save row to mend…", "Save {count} rows to mend…", count).format(count=count)


def rows_saved(name: str) -> str:
    """The rows to mend are in a file."""
    return _("The rows to mend are in “{name}”. Mend them there and open that file.").format(name=name)


def evidence_tick(count: int) -> str:
    """R1: an act of the person, never of the list."""
    return ngettext(
        "I have seen the evidence of Core Theory for this person",
        "I have seen the evidence of Core Theory for these {count} people",
        count,
    ).format(count=count)


def evidence_not_ticked(count: int) -> str:
    """R1: what follows while nobody has seen it."""
    return ngettext(
        "Until somebody has seen it, {count} person may be placed but not assessed.",
        "Until somebody has seen it, {count} people may be placed but not assessed.",
        count,
    ).format(count=count)


def taken_in(new: int, known: int) -> str:
    """The status line afterwards."""
    parts = [
        ngettext("{count} person added", "{count} people added", new).format(count=new) if new else "",
        ngettext("{count} already here", "{count} already here", known).format(count=known) if known else "",
    ]
    return (listed([part for part in parts if part]) or _("Nothing new")) + "."


def row_line(role: str, completed: date | None) -> str:
    """What was read of a row, beside name and number: so that a date that was read wrongly is seen."""
    theory = _("Core Theory {day}").format(day=day(completed)) if completed else _("no Core Theory date")
    return " · ".join(filter(None, (role, theory[:1].upper() + theory[1:] if not role else theory)))


def column_choice(letter: str, heading: str) -> str:
    """A column of the list: its letter and heading."""
    return f"{letter} “{heading}”" if heading else _("column {letter}").format(letter=letter)


def assumed(what: str, value: str, why: str) -> str:
    """One thing that the list did not say."""
    return f"{what}: {value}. {why}"


def as_last_time(on: date) -> str:
    """The answers are those of an earlier list."""
    return _("Read as you said of a list with these headings on {day}. Another column can be chosen.").format(
        day=day(on)
    )


def also_read(pairs: Sequence[tuple[str, str]]) -> str:
    """Columns that were read beyond those that can be chosen here."""
    return _("Also read: {columns}.").format(columns=listed([f"{field} “{heading}”" for field, heading in pairs]))
