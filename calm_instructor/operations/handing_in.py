"""A list as it is handed in: a file or what was pasted, with what was answered about it; read, and remembered by its shape.

Reads no store but for what is remembered; nothing is made of anybody here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from calm_instructor.domain.errors import BadFile
from calm_instructor.domain.file_shape import FileKind, hash_of
from calm_instructor.exchange.reading.cells import is_blank, shown, text_of
from calm_instructor.exchange.reading.columns import possible_headings
from calm_instructor.exchange.reading.roster import Roster, read_roster
from calm_instructor.exchange.reading.table import ASSUMED_ENCODING, Pasted, read_tables
from calm_instructor.exchange.reading.vocabulary import vocabulary
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import roster as words
from calm_instructor.operations.remembering import Remembered, Settled

ENCODINGS = ("utf-8", "cp1252", "iso8859-15", "mac_roman", "cp850", "utf-16")
"""Encodings that are offered by name: what spreadsheet programs write here."""

CHOSEN_FIELDS = ("full_name", "surname", "forename", "staff_no", "job_role", "core_theory")
"""Fields of which a person may say where they stand."""


class Wanted(StrEnum):
    """What only a person can say before a list can be read."""

    ENCODING = "encoding"
    DATE_ORDER = "date order"
    COLUMNS = "columns"


@dataclass(frozen=True, kw_only=True)
class Handed:
    """What was handed in, and what was answered so far. ``mapping``: columns by heading or number, by field.

    ``last_time``: the day on which the answers were given, where they are those of an earlier list of the same shape.
    """

    path: Path | None = None
    text: str = ""
    encoding: str | None = None
    date_order: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict, hash=False)
    last_time: date | None = None

    @property
    def source(self) -> Path | Pasted:
        """The file, or the pasted text under its name."""
        return self.path or Pasted(_(words.PASTED), self.text)

    @property
    def name(self) -> str:
        """What the list is called."""
        return self.source.name


@dataclass(frozen=True, kw_only=True)
class ColumnOfList:
    """A column as it can be chosen: ``value`` goes into a mapping, ``label`` is what is read."""

    value: str
    label: str


def read_list(handed: Handed, today: date) -> Roster:
    """Read what was handed in; reads no store. Raises BadFile; ``wanted`` says what would help."""
    return read_roster(
        handed.source,
        encoding=handed.encoding,
        assume=ASSUMED_ENCODING,
        date_order=handed.date_order,
        mapping=handed.mapping or None,
        today=today,
    )


def as_last_time(handed: Handed, shapes: Mapping[str, Remembered]) -> Handed:
    """With what was answered about the last list of this shape, where there was one and nothing is answered yet.

    Raises BadFile as ``read_list``.
    """
    if handed.mapping or handed.date_order or not shapes:
        return handed
    for table in read_tables(handed.source, encoding=handed.encoding, assume=ASSUMED_ENCODING):
        for _row, headings in possible_headings(table, vocabulary().roster):
            known = shapes.get(hash_of(headings))
            if known is not None:
                mapping = {name: _called(headings, at) for name, at in known.columns.items() if name in CHOSEN_FIELDS}
                order = known.shape.date_order or None
                return replace(handed, mapping=mapping, date_order=order, last_time=known.on)
    return handed


def _called(headings: Sequence[str], at: int | None) -> str:
    """A column as a mapping names it; "" where the field is not read."""
    if at is None or at >= len(headings):
        return ""
    return headings[at] if headings[at] and list(headings).count(headings[at]) == 1 else str(at + 1)


def settled_of(handed: Handed, roster: Roster) -> Settled | None:
    """What a person answered about a list, for the next of its shape; None where nothing was, or it has no headings."""
    if not roster.headings or not (handed.mapping or handed.date_order):
        return None
    columns = {name: _place(roster.headings, value) for name, value in handed.mapping.items() if name in CHOSEN_FIELDS}
    return Settled(
        kind=FileKind.ROSTER,
        headings=hash_of(roster.headings),
        columns=columns,
        wordings={},
        date_order=handed.date_order or "",
    )


def _place(headings: Sequence[str], value: str) -> int | None:
    if value in headings and value:
        return list(headings).index(value)
    return int(value) - 1 if value.isdecimal() else None


def wanted(no: BadFile) -> frozenset[Wanted]:
    """What a person may answer so that the list can be read after all; nothing where another file is needed."""
    if no.code.startswith("file.encoding_"):
        return frozenset({Wanted.ENCODING})
    if no.code.startswith("dates."):
        return frozenset({Wanted.DATE_ORDER})
    if no.code.startswith("columns."):
        return frozenset({Wanted.COLUMNS})
    return frozenset()


def columns_offered(handed: Handed, *, headed: bool) -> tuple[ColumnOfList, ...]:
    """The columns of a list whose headings nobody understood. ``headed``: its first row is no person. Raises BadFile."""
    table = read_tables(handed.source, encoding=handed.encoding, assume=ASSUMED_ENCODING)[0]
    width = max(map(len, table.rows), default=0)
    first = next((row for row in table.rows if not is_blank(row)), ())
    texts = [shown(cell) for cell in (*first, *[None] * (width - len(first)))]
    return tuple(column_of_list(at, text, by_heading=headed) for at, text in enumerate(texts))


def looks_headed(handed: Handed) -> bool:
    """Whether the first row of a list is more likely headings than a person: no cell of it holds a figure."""
    table = read_tables(handed.source, encoding=handed.encoding, assume=ASSUMED_ENCODING)[0]
    first = next((row for row in table.rows if not is_blank(row)), ())
    return not any(sign.isdigit() for cell in first for sign in text_of(cell))


def column_of_list(at: int, heading: str, *, by_heading: bool) -> ColumnOfList:
    """A column as it can be chosen, by its heading or by its number."""
    value = heading if by_heading and heading else str(at + 1)
    return ColumnOfList(value=value, label=words.column_choice(_letter(at), heading))


def _letter(at: int) -> str:
    """How a spreadsheet program calls a column: A, B … Z, AA."""
    text = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
