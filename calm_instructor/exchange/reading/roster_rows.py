"""One row of a roster after the other: the person in it, or what keeps the row out.

Looks at single rows only; what shows when rows are laid side by side is the roster's own matter.
"""

from datetime import date

from calm_instructor.domain.people import Status, sort_key
from calm_instructor.exchange.reading.cells import shown, text_of, value_of
from calm_instructor.exchange.reading.columns import Columns, NumberedRow
from calm_instructor.exchange.reading.dates import DateOrder, NoDay, is_future, read_day
from calm_instructor.exchange.reading.findings import RowProblem
from calm_instructor.exchange.reading.names import (
    LONGEST_NAME,
    LONGEST_STAFF_NO,
    LONGEST_TEXT,
    name_trouble,
    text_trouble,
    turned,
    turned_sort_key,
)
from calm_instructor.exchange.reading.roster_entry import RosterEntry
from calm_instructor.exchange.reading.vocabulary import squashed, vocabulary

_TEXTS = (
    *("known_as", "certificate_name", "job_role", "staff_group", "site", "employer", "line_manager"),
    *("core_theory_provider", "core_theory_evidence"),
)


class RowReader:
    """Makes people of rows, and gathers ``problems`` on the way.

    turns_names: the column of names is written "Surname, Forename"; today: None while nobody knows the day yet.
    """

    def __init__(self, columns: Columns, order: DateOrder, today: date | None, *, turns_names: bool) -> None:
        self.problems: list[RowProblem] = []
        self._columns = columns
        self._order = order
        self._today = today
        self._turns_names = turns_names
        self._texts = tuple(name for name in _TEXTS if name in columns.at)

    def entry(self, row: NumberedRow) -> RosterEntry | None:
        """The person of a row; None if something keeps the row out."""
        before = len(self.problems)
        name, key = self._name(row) if "full_name" in self._columns.at else self._name_in_parts(row)
        number = self._text(row, "staff_no", LONGEST_STAFF_NO)
        texts = {field: self._text(row, field) for field in self._texts}
        status = self._status(row)
        day = self._core_theory(row)
        if any(problem.keeps_out for problem in self.problems[before:]):
            return None
        return RosterEntry(
            row=row.number,
            rows=(row.number,),
            full_name=name,
            sort_key=key,
            staff_no=number or None,
            status=status,
            core_theory=day,
            **texts,
        )

    def _name(self, row: NumberedRow) -> tuple[str, str]:
        text = text_of(self._columns.cell(row, "full_name"))
        if trouble := name_trouble(text):
            self._complain(row, "full_name", trouble, longest=LONGEST_NAME)
        if self._turns_names:
            return turned(text), turned_sort_key(text) or sort_key(text)
        return text, sort_key(text)

    def _name_in_parts(self, row: NumberedRow) -> tuple[str, str]:
        surname, forename = (value_of(self._columns.cell(row, part)) for part in ("surname", "forename"))
        name = f"{forename} {surname}".strip()
        if trouble := text_trouble(forename, LONGEST_NAME):
            self._complain(row, "forename", trouble, longest=LONGEST_NAME)
        elif trouble := text_trouble(surname, LONGEST_NAME) or name_trouble(name):
            self._complain(row, "surname", trouble, longest=LONGEST_NAME)
        return name, f"{surname} {forename}".strip().casefold()

    def _text(self, row: NumberedRow, field: str, longest: int = LONGEST_TEXT) -> str:
        text = value_of(self._columns.cell(row, field))
        if trouble := text_trouble(text, longest):
            self._complain(row, field, trouble, longest=longest)
        return text

    def _status(self, row: NumberedRow) -> Status | None:
        text = value_of(self._columns.cell(row, "status"))
        known = vocabulary().statuses.get(squashed(text))
        if text and not known:
            self._complain(row, "status", "roster.status", keeps_out=False)
        return Status(known) if known else None

    def _core_theory(self, row: NumberedRow) -> date | None:
        cell = self._columns.cell(row, "core_theory")
        if not value_of(cell):
            return None
        day = read_day(cell, self._order)
        if isinstance(day, NoDay):
            self._complain(row, "core_theory", f"roster.date_{day}", keeps_out=False)
            return None
        if is_future(day, self._today):
            self._complain(row, "core_theory", "roster.date_future", keeps_out=False, today=self._today)
            return None
        return day

    def _complain(self, row: NumberedRow, field: str, code: str, *, keeps_out: bool = True, **facts: object) -> None:
        value = shown(self._columns.cell(row, field))
        self.problems.append(RowProblem(row.number, self._columns.heading(field), value, code, facts, keeps_out))
