"""An issued catalogue of techniques: names, holds, tiers and what is declared of them; nothing of how they are done (R26).

What an entry doesn't declare stays undeclared, to be asked (R27); no word of a name or note is ever taken for a declaration.
A hold or tier that isn't known is left open in the same way.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from calm_instructor.domain.errors import BadFile
from calm_instructor.domain.technique import Tier
from calm_instructor.exchange.reading.cells import shown, text_of, value_of
from calm_instructor.exchange.reading.columns import Columns, NumberedRow, find_columns, list_rows, table_assumptions
from calm_instructor.exchange.reading.dates import DateOrder, NoDay, column_order, read_day
from calm_instructor.exchange.reading.findings import Assumption, RowProblem
from calm_instructor.exchange.reading.holds import hold_words, plain
from calm_instructor.exchange.reading.shipped import holds
from calm_instructor.exchange.reading.table import ASSUMED_ENCODING, read_tables
from calm_instructor.exchange.reading.vocabulary import squashed, vocabulary

LONGEST = 120
"""Letters of a code, name or hold; notes may be longer."""
LONGEST_NOTE = 600
MOST = 500
"""Entries of a catalogue: the programme teaches a limited set, and a list of thousands is something else."""
_MOST_PERSONS = 2
_DATES = ("effective_from", "withdrawn_on", "evaluated_on")


@dataclass(frozen=True, kw_only=True)
class TechniqueRead:
    """One entry as a list has it. None: not said, or not known; ``row``: as a spreadsheet program numbers it."""

    row: int
    code: str
    name: str
    hold_text: str
    holds: tuple[str, ...] = ()
    family: str = ""
    tier: Tier | None = None
    persons: int = 1
    pain_based: bool | None = None
    loads: bool | None = None
    texts: Mapping[str, str] = field(default_factory=dict, hash=False)
    days: Mapping[str, date] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, kw_only=True)
class CatalogueRead:
    """A list of techniques. ``name``, ``issuer``, ``version``: where every row says the same; else empty, to be asked."""

    source: str
    entries: tuple[TechniqueRead, ...]
    problems: tuple[RowProblem, ...]
    assumptions: tuple[Assumption, ...]
    name: str = ""
    issuer: str = ""
    version: str = ""


def read_catalogue(
    path: Path, *, encoding: str | None = None, assume: str | None = ASSUMED_ENCODING, date_order: str | None = None
) -> CatalogueRead:
    """Read a catalogue from CSV, XLSX, XLS or ODS.

    Raises BadFile as ``read_tables`` and ``find_columns``, also ``catalogue.nothing`` and ``catalogue.too_many``.
    """
    columns = find_columns(read_tables(path, encoding=encoding, assume=assume), vocabulary().catalogue)
    rows, left_out = list_rows(columns)
    file = columns.table.file
    if not rows:
        raise BadFile("catalogue.nothing", file=file)
    if len(rows) > MOST:
        raise BadFile("catalogue.too_many", file=file, count=len(rows), limit=MOST)
    reader = _Reader(columns, DateOrder(date_order) if date_order else _order(columns, rows))
    entries = tuple(entry for row in rows if (entry := reader.entry(row)) is not None)
    return CatalogueRead(
        source=file,
        entries=entries,
        problems=tuple(reader.problems),
        assumptions=(*table_assumptions(columns, left_out),),
        name=_common(columns, rows, "catalogue"),
        issuer=_common(columns, rows, "issuer"),
        version=_common(columns, rows, "catalogue_version"),
    )


def _order(columns: Columns, rows: Sequence[NumberedRow]) -> DateOrder:
    """Day first, as in this country, unless the file itself shows otherwise; dates of a catalogue stand in words beside it."""
    for name in _DATES:
        found = column_order(columns.column(rows, name)).order
        if found is not None and name in columns.at:
            return found
    return DateOrder.DMY


def _common(columns: Columns, rows: Sequence[NumberedRow], name: str) -> str:
    said = {text for cell in columns.column(rows, name) if (text := value_of(cell))}
    return said.pop() if len(said) == 1 else ""


class _Reader:
    def __init__(self, columns: Columns, order: DateOrder) -> None:
        self.problems: list[RowProblem] = []
        self._columns = columns
        self._order = order

    def entry(self, row: NumberedRow) -> TechniqueRead | None:
        """One entry; None where it has no code or name, or one too long to be one, which is a problem."""
        code, name = (text_of(self._columns.cell(row, each)) for each in ("code", "name"))
        hold_text = value_of(self._columns.cell(row, "hold"))
        if not code or not name:
            self._complain(row, "name" if code else "code", "catalogue.nameless", keeps_out=True)
            return None
        for each, text in (("code", code), ("name", name), ("hold", hold_text)):
            if len(text) > LONGEST:
                self._complain(row, each, "catalogue.too_long", keeps_out=True, limit=LONGEST)
                return None
        return TechniqueRead(
            row=row.number,
            code=code,
            name=name,
            hold_text=hold_text,
            holds=tuple(_holds(hold_text)),
            family=value_of(self._columns.cell(row, "family")),
            tier=self._tier(row),
            persons=self._persons(row),
            pain_based=self._declared(row, "pain_based"),
            loads=self._declared(row, "loads"),
            texts=dict(self._texts(row)),
            days=dict(self._days(row)),
        )

    def _tier(self, row: NumberedRow) -> Tier | None:
        cell = self._columns.cell(row, "tier")
        known = vocabulary().tiers.get(squashed(text_of(cell)))
        if known is None and value_of(cell):
            self._complain(row, "tier", "catalogue.tier")
        return Tier(known) if known else None

    def _persons(self, row: NumberedRow) -> int:
        text = value_of(self._columns.cell(row, "persons"))
        if not text:
            return 1
        number = int(text) if text.isascii() and text.isdecimal() and len(text) < len("100") else 0
        if not 1 <= number <= _MOST_PERSONS:
            self._complain(row, "persons", "catalogue.persons", most=_MOST_PERSONS)
            return 1
        return number

    def _declared(self, row: NumberedRow, name: str) -> bool | None:
        cell = self._columns.cell(row, name)
        if isinstance(cell, bool):
            return cell
        said = squashed(text_of(cell))
        if said in vocabulary().yes:
            return True
        if said in vocabulary().no:
            return False
        if value_of(cell):
            self._complain(row, name, "catalogue.declared")
        return None

    def _texts(self, row: NumberedRow) -> Iterator[tuple[str, str]]:
        for name in ("note", "notes", "prerequisites", "approach", "hands", "postures", "version"):
            text = value_of(self._columns.cell(row, name))
            if len(text) > LONGEST_NOTE:
                self._complain(row, name, "catalogue.too_long", limit=LONGEST_NOTE)
            elif text:
                yield name, text
        for name in ("evaluation_ref", "assessment_ref"):
            if text := value_of(self._columns.cell(row, name)):
                yield name, text[:LONGEST]

    def _days(self, row: NumberedRow) -> Iterator[tuple[str, date]]:
        for name in _DATES:
            cell = self._columns.cell(row, name)
            if not value_of(cell):
                continue
            day = read_day(cell, self._order)
            if isinstance(day, NoDay):
                self._complain(row, name, "catalogue.day")
            else:
                yield name, day

    def _complain(self, row: NumberedRow, name: str, code: str, *, keeps_out: bool = False, **facts: object) -> None:
        heading = self._columns.heading(name) if name in self._columns.at else name
        value = shown(self._columns.cell(row, name))
        self.problems.append(RowProblem(row.number, heading, value, code, facts, keeps_out))


def _holds(text: str) -> Iterator[str]:
    """The holds of a cell, several parted by ";": by code, by name, or as the words of a log would be placed."""
    known = holds()
    by_name = {plain(hold.name): code for code, hold in known.items()}
    for piece in dict.fromkeys(each.strip() for each in text.replace("\n", ";").split(";")):
        code = piece if piece in known else by_name.get(plain(piece)) or hold_words().place(piece).hold
        if piece and code is not None:
            yield code
