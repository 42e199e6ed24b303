"""The rows of a package's tables, read back against the schema: every cell fits, every id is one, every reference leads on."""

import csv
import io
from collections.abc import Iterator, Mapping

from calm_instructor.domain.errors import BadFile
from calm_instructor.domain.package import Finding
from calm_instructor.exchange.package.columns import fits
from calm_instructor.exchange.package.container import shown
from calm_instructor.exchange.package.tables import TABLES, Table

Rows = list[dict[str, str]]

MOST_CELLS = 300_000
"""Of all tables. A course of thirty people and twelve techniques has about 80,000."""


def tables_of(files: Mapping[str, bytes]) -> dict[str, Rows]:
    """The rows of every table. What is no such table raises BadFile (``package.table``, ``package.row``)."""
    room = MOST_CELLS
    tables: dict[str, Rows] = {}
    for table in TABLES:
        tables[table.name] = _rows_of(table, files[table.name], room)
        room -= len(tables[table.name]) * len(table.columns)
    return tables


def _rows_of(table: Table, data: bytes, room: int) -> Rows:
    names = [column.name for column in table.columns]
    rows: Rows = []
    try:
        lines = csv.reader(io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline=""), strict=True)
        if next(lines, None) != names:
            raise BadFile("package.table", table=table.name)
        for row in lines:
            if len(row) != len(names):
                raise BadFile("package.row", table=table.name, row=len(rows) + 2)
            rows.append(dict(zip(names, row, strict=True)))
            if len(rows) * len(names) > room:
                raise BadFile("package.too_many_cells", limit=MOST_CELLS)
    except (csv.Error, UnicodeDecodeError) as no:
        raise BadFile("package.row", table=table.name, row=len(rows) + 2) from no
    return rows


def row_findings(tables: Mapping[str, Rows]) -> Iterator[Finding]:
    """Every cell that does not fit, every id met twice, every reference that leads nowhere. Row 1 is the header."""
    ids = {name: {row["id"] for row in rows} for name, rows in tables.items()}
    for table in TABLES:
        met: set[str] = set()
        for number, row in enumerate(tables[table.name], start=2):
            where = {"table": table.name, "row": number}
            for column in table.columns:
                text = row[column.name]
                if not fits(column, text):
                    yield Finding("package.cell", where | {"column": column.name, "value": shown(text)})
                elif text and column.refers_to and text not in ids[column.refers_to]:
                    yield Finding("package.reference", where | {"column": column.name, "other": column.refers_to})
            if row["id"] in met:
                yield Finding("package.id_doubled", where)
            met.add(row["id"])
