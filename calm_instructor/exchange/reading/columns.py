"""Which column holds what: the row of headings found under title lines, and each heading matched to a field.

The match is a guess by known spellings that the caller may change field by field. It looks at headings only, never at what
stands below them.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import NamedTuple

from calm_instructor.domain.errors import BadFile
from calm_instructor.exchange.reading.cells import Cell, Row, is_blank, text_of
from calm_instructor.exchange.reading.findings import Assumption
from calm_instructor.exchange.reading.raw_table import Kind, RawTable
from calm_instructor.exchange.reading.vocabulary import ListKind, squashed, vocabulary, without_brackets, words
from calm_instructor.messages.reading import column_no, field_label, needed_fields, row_list

_LOOK_FOR_HEADINGS = 40
"""Rows from the top in which the headings must stand."""
_FEW = 2
"""Cells that a last line has at most."""


class NumberedRow(NamedTuple):
    """One row with the number a spreadsheet program shows for it."""

    number: int
    cells: Row


@dataclass(frozen=True)
class Columns:
    """Where the fields stand in a table.

    at: column from 0, by field; headings: as they stand; heading_row: its number, 0 where the caller gave the columns of a
    table that has none.
    """

    table: RawTable
    at: Mapping[str, int]
    headings: tuple[str, ...]
    heading_row: int
    others: tuple[str, ...] = ()

    @property
    def mapping(self) -> dict[str, str]:
        """The heading of each field, as shown to a person and as the caller may give it back."""
        return {field: self.heading(field) for field in self.at}

    @property
    def unread(self) -> tuple[str, ...]:
        """The headings that belong to no field."""
        used = set(self.at.values())
        return tuple(text for at, text in enumerate(self.headings) if text and at not in used)

    def heading(self, field: str) -> str:
        """How the column of a field is called in a sentence."""
        at = self.at[field]
        return (self.headings[at] if at < len(self.headings) else "") or column_no(at + 1)

    def cell(self, row: NumberedRow, field: str) -> Cell:
        """The cell of a field in a row; None if the table has no such column or the row ends before it."""
        at = self.at.get(field, -1)
        return row.cells[at] if 0 <= at < len(row.cells) else None

    def column(self, rows: Sequence[NumberedRow], field: str) -> list[Cell]:
        """All cells of a field, in the order of the rows."""
        at = self.at.get(field, -1)
        return [row.cells[at] if 0 <= at < len(row.cells) else None for row in rows]


def find_columns(tables: Sequence[RawTable], kind: ListKind, mapping: Mapping[str, str] | None = None) -> Columns:
    """The first table, and in it the row, in which most fields are headed.

    mapping: the caller's own choice for some fields, by heading or by number of the column from 1; an empty text leaves
    the field unread. Raises BadFile ``columns.no_field``, ``columns.no_heading``, ``columns.never_read``,
    ``columns.none_found``.
    """
    chosen = dict(mapping or {})
    for name in chosen:
        if name not in kind.fields:
            raise BadFile("columns.no_field", field=name, fields=sorted(kind.fields))
    found = [entry for table in tables for entry in _candidates(table, kind, chosen)]
    if found:
        best = max(found, key=lambda entry: len(entry.at))
        _forbid(best.headings, best, kind)
        return replace(best, others=tuple(table.sheet for table in tables if table is not best.table))
    bare = _without_headings(tables[0], kind, chosen)
    if bare:
        for row in bare.table.rows[:_LOOK_FOR_HEADINGS]:
            _forbid(tuple(map(text_of, row)), bare, kind)
        return bare
    _complain(tables[0], kind, chosen)
    raise BadFile("columns.none_found", file=tables[0].file, fields=needed_fields(kind.required))


def _forbid(headings: Sequence[str], columns: Columns, kind: ListKind) -> None:
    """Some columns are read for nobody, whatever a caller wishes."""
    for place in columns.at.values():
        if place < len(headings) and squashed(headings[place]) in kind.never_read:
            raise BadFile("columns.never_read", file=columns.table.file, heading=headings[place])


def _candidates(table: RawTable, kind: ListKind, chosen: Mapping[str, str]) -> Iterator[Columns]:
    """The rows that could be the headings."""
    for number, headings in possible_headings(table, kind):
        at = _match(headings, kind, chosen)
        if at and _is_enough(at, kind):
            yield Columns(table, at, headings, number)


def possible_headings(table: RawTable, kind: ListKind) -> Iterator[tuple[int, tuple[str, ...]]]:
    """What could be the headings, row by row from the top and of two rows together, with the number of the (lower) row."""
    for number, row in enumerate(table.rows[:_LOOK_FOR_HEADINGS], 1):
        headings = tuple(text_of(cell) if isinstance(cell, str) else "" for cell in row)
        yield number, headings
        below = tuple(map(text_of, table.rows[number])) if number < len(table.rows) else ()
        if any(headings) and any(below) and all(_is_part(text, kind) for text in below if text):
            known = {text for field in kind.fields.values() for text in field.headings}
            both = _in_two_rows(headings, below)
            yield number + 1, both
            yield (
                number + 1,
                tuple(
                    text if squashed(text) in known else longer
                    for text, longer in zip_longest(below, both, fillvalue="")
                ),
            )


def _is_part(text: str, kind: ListKind) -> bool:
    """Whether this may be the lower half of a heading: "Date" under "Core Theory"."""
    plain = squashed(text)
    return any(plain in known for field in kind.fields.values() for known in field.headings)


def _in_two_rows(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """Headings written in two rows; one above that was merged over several columns stands in the first of them."""
    both, over = [], ""
    for place in range(max(len(above), len(below))):
        upper, lower = (row[place] if place < len(row) else "" for row in (above, below))
        over = upper or (over if lower else "")
        both.append(f"{over} {lower}".strip())
    return tuple(both)


def _match(headings: Sequence[str], kind: ListKind, chosen: Mapping[str, str]) -> dict[str, int] | None:
    """The column of each field; None where a heading of the caller's isn't in this row, or nothing but numbers match."""
    plain = [squashed(text) for text in headings]
    at: dict[str, int] = {}
    by_number = 0
    for name, wish in chosen.items():
        if wish.strip():
            place = _as_number(wish)
            by_number += place is not None
            if place is None and squashed(wish) in plain:
                place = plain.index(squashed(wish))
            if place is None or place >= len(plain):
                return None
            at[name] = place
    spelled: dict[str, int] = {}
    for texts in (plain, [squashed(without_brackets(text)) if "(" in text else "" for text in headings]):
        for place, text in enumerate(texts):
            if text:
                spelled.setdefault(text, place)
    taken = set(at.values())
    said = [words(text) for text in headings]
    for name, field in kind.fields.items():
        if name not in chosen:
            known = (spelled[text] for text in field.headings if text in spelled)
            likely = (place for place, text in enumerate(said) if _are_in(text, field.all_words, field.without))
            place = next((place for place in (*known, *likely) if place not in taken), None)
            if place is not None:
                at[name] = place
                taken.add(place)
    return at if len(at) > by_number else None


def matched(headings: Sequence[str], kind: ListKind) -> dict[str, int]:
    """The column of each field that these headings tell of."""
    return _match(headings, kind, {}) or {}


def _are_in(found: frozenset[str], wanted: frozenset[str], without: frozenset[str]) -> bool:
    return bool(wanted) and wanted <= found and not without & found


def _as_number(wish: str) -> int | None:
    return int(wish) - 1 if wish.strip().isdecimal() and int(wish) > 0 else None


def _is_enough(at: Mapping[str, int], kind: ListKind) -> bool:
    return any(all(name in at for name in names) for names in kind.required)


def _without_headings(table: RawTable, kind: ListKind, chosen: Mapping[str, str]) -> Columns | None:
    """A table without headings, if the caller gave the number of every column that is needed."""
    numbers = {name: _as_number(wish) for name, wish in chosen.items() if wish.strip()}
    at = {name: place for name, place in numbers.items() if place is not None}
    width = max(map(len, table.rows))
    if len(at) < len(numbers) or not _is_enough(at, kind) or max(at.values()) >= width:
        return None
    return Columns(table, at, (), 0)


def _complain(table: RawTable, kind: ListKind, chosen: Mapping[str, str]) -> None:
    """Say which of the caller's own choices can't be met, if it is one of them."""
    seen = {squashed(text_of(cell)) for row in table.rows[:_LOOK_FOR_HEADINGS] for cell in row}
    for name, wish in chosen.items():
        if wish.strip() and squashed(wish) not in seen and _as_number(wish) is None:
            raise BadFile("columns.no_heading", file=table.file, heading=wish, field=field_label(name))


def list_rows(columns: Columns) -> tuple[list[NumberedRow], tuple[int, ...]]:
    """The rows of the list itself, and the numbers of those left out: totals, last lines, headings repeated on each page."""
    heading = columns.table.rows[columns.heading_row - 1] if columns.heading_row else ()
    repeated = {text for cell in heading if (text := squashed(text_of(cell)))}
    rows: list[NumberedRow] = []
    left_out = []
    for number, cells in enumerate(columns.table.rows[columns.heading_row :], columns.heading_row + 1):
        lead = cells[0] if cells else None
        is_full = (
            len(cells) > _FEW and None not in cells and isinstance(lead, str) and lead.isascii() and lead[:1] > " "
        )
        if not is_full and is_blank(cells):  # most rows of ten thousand are full, and asked nothing more
            continue
        if _is_heading(cells, repeated) or (
            not is_full and len(cells) - cells.count(None) <= _FEW and _is_last_line(cells)
        ):
            left_out.append(number)
        else:
            rows.append(NumberedRow(number, cells))
    return rows, tuple(left_out)


def _is_heading(cells: Row, headings: Set[str]) -> bool:
    """The headings again, in any capitals: most pages of a print and every table of a page begin with them."""
    lead = cells[0] if cells else None
    if lead is not None and not (isinstance(lead, str) and squashed(lead) in headings):
        return False  # most rows of ten thousand are asked nothing more
    said = [squashed(text_of(cell)) for cell in cells if cell is not None]
    return len(said) > 1 and headings >= set(said)


def _is_last_line(cells: Row) -> bool:
    """One or two cells, the first of which begins with a word such as "Total"."""
    filled = [cell for cell in cells if cell is not None]
    return len(filled) <= _FEW and vocabulary().footer.match(text_of(filled[0])) is not None


def table_assumptions(columns: Columns, left_out: Sequence[int]) -> Iterator[Assumption]:
    """What was settled about the file and its columns."""
    table = columns.table
    if table.encoding_assumed:
        yield Assumption("file.encoding", table.encoding, {"file": table.file})
    if table.encoding_unasked:
        yield Assumption("file.encoding_unasked", table.encoding.upper(), {"file": table.file})
    if table.kind is not Kind.TEXT and columns.others:
        yield Assumption("file.sheet", table.sheet, {"sheets": list(columns.others)})
    if columns.heading_row:
        pairs = "; ".join(f"{field_label(field)}: {heading}" for field, heading in columns.mapping.items())
        yield Assumption("columns.mapping", pairs, {"row": columns.heading_row})
    else:
        yield Assumption("columns.no_headings", ", ".join(columns.mapping.values()))
    if columns.unread:
        yield Assumption("columns.unread", ", ".join(columns.unread))
    if left_out:
        yield Assumption("rows.left_out", row_list(left_out))
