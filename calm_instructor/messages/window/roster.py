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
SAME_PERSON = mark("Same")
SAME_RENAMED = mark("Same, new name")
SOMEONE_ELSE = mark("Someone else")
LEAVE_OUT = mark("Leave out")
TAKE = mark("Take in")
WHO_IS_IT = mark("What becomes of the chosen row")
WHAT_WAS_ASSUMED = mark("Also noted")
WHAT_WAS_READ = mark("What was read")
COLUMNS = mark("Columns")
_NAMED = 3
"""So many are named one by one."""
_MOST_NAMED = 30
"""So many in a tip."""
NOBODY_CHOSEN = mark("Nobody is chosen. Say who the doubtful rows are, or take rows in.")

NAMES_IN = mark("Name is in")
SURNAME_IN = mark("Surname is in")
FORENAME_IN = mark("Forename is in")
NUMBER_IN = mark("Staff number in")
ROLE_IN = mark("Role is in")
CORE_THEORY_IN = mark("Core Theory in")

FATE_NEW = mark("New")
FATE_NEW_LACKING = mark("New, {gap}")
FATE_HERE = mark("Already here")
FATE_HERE_NEWER = mark("Here, updated")
FATE_HERE_LACKING = mark("Here, {gap}")
FATE_ARCHIVED = mark("Here, archived")
FATE_LEFT_OUT = mark("Left out")
FATE_SAME = mark("Same person")

SHORT: dict[str, str] = {
    "roster.no_name": mark("No name"),
    "roster.not_a_name": mark("Not a name"),
    "roster.address": mark("E-mail, no name"),
    "roster.formula": mark("Formula: {column}"),
    "roster.too_long": mark("Too long: {column}"),
    "roster.signs": mark("Hidden signs: {column}"),
    "roster.garbled": mark("Garbled: {column}"),
    "roster.status": mark("status unread"),
    "roster.date_not_a_date": mark("date unread"),
    "roster.date_impossible": mark("date unread"),
    "roster.date_too_early": mark("date unread"),
    "roster.date_future": mark("date unread"),
    "roster.number_twice": mark("Number twice"),
    "roster.number_odd": mark("Odd staff number"),
    "roster.repeat_differs": mark("rows differ"),
}
"""What is wrong with a row, as short as a lamp's words are."""


def somebody(name: str, number: str) -> str:
    """A name with its staff number."""
    return f"{name}, {number}" if number else name


def short_of(code: str, column: str) -> str:
    """What is wrong with a row, in a word or two."""
    return _(SHORT[code]).format(column=column)


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


def add_verb(new: int, known: int, undecided: int = 0) -> str:
    """The button: who comes in, and who would stay out because nobody has said who they are."""
    if undecided and (new or known):
        told = _("Add {count}, leave out {undecided}") if new else _("Take {count}, leave out {undecided}")
        return told.format(count=new or known, undecided=undecided)
    if new:
        return ngettext("Add {count} person", "Add {count} people", new).format(count=new)
    if known:
        return ngettext("Go on with {count} person", "Go on with {count} people", known).format(count=known)
    return _("Nobody to add")


def summary(rows: int, new: int, gaps: int, known: int, undecided: int, left_out: int) -> str:
    """What would become of every row: the parts make up the whole."""
    counted = ngettext("{count} row", "{count} rows", rows).format(count=rows)
    parts = [
        _with_gaps(ngettext("{count} new", "{count} new", new).format(count=new), new, gaps) if new else "",
        ngettext("{count} already here", "{count} already here", known).format(count=known) if known else "",
        ngettext("{count} to decide", "{count} to decide", undecided).format(count=undecided) if undecided else "",
        ngettext("{count} left out", "{count} left out", left_out).format(count=left_out) if left_out else "",
    ]
    return f"{counted}: {' · '.join(filter(None, parts))}"


def _with_gaps(told: str, of: int, gaps: int) -> str:
    if not gaps:
        return told
    if of == 1:
        return _("{told} with a gap").format(told=told)
    return ngettext("{told}, {count} of them with a gap", "{told}, {count} of them with gaps", gaps).format(
        told=told, count=gaps
    )


def save_rows_verb(count: int) -> str:
    """The button that keeps the rows to mend."""
    return ngettext("Save row to mend…", "Save {count} to mend…", count).format(count=count)


def rows_saved(name: str) -> str:
    """The rows to mend are in a file."""
    return _("The rows to mend are in “{name}”. Mend them there and open that file.").format(name=name)


def evidence_tick(names: Sequence[str]) -> str:
    """R1: an act of the person, never of the list; it names whom it is about, or counts them where they are many."""
    if len(names) == 1:
        return _("I have seen {name}’s Core Theory evidence").format(name=names[0])
    if len(names) <= _NAMED:
        return _("I have seen the Core Theory evidence of {names}").format(names=listed(names))
    return _("I have seen the Core Theory evidence of these {count} people").format(count=len(names))


def evidence_whose(names: Sequence[str]) -> str:
    """Whom the tick is about, where its words only count them."""
    if len(names) <= _NAMED:
        return ""
    more = len(names) - _MOST_NAMED
    return listed([*names[:_MOST_NAMED], _("{count} more").format(count=more)] if more > 0 else names)


def evidence_not_ticked(names: Sequence[str]) -> str:
    """R1: what follows while nobody has seen it."""
    who = listed(names) if len(names) <= _NAMED else _("{count} people").format(count=len(names))
    return _("Until somebody has seen it, {who} may be placed but not assessed.").format(who=who)


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
