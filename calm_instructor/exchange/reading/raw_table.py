"""A list as it lies in a file, before anybody knows what its columns mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from calm_instructor.domain.errors import BadFile
from calm_instructor.exchange.reading.cells import Row

MAX_BYTES = 50_000_000
MAX_UNPACKED = 200_000_000
"""Bytes of a workbook when unpacked."""
MAX_ROWS = 200_000
MAX_CELLS = 5_000_000
"""From the first cell of a sheet to its farthest, empty ones too: the reader sets them all out in memory."""


class Kind(StrEnum):
    """What a file turned out to be, whatever its name says."""

    TEXT = "text"
    XLSX = "XLSX"
    XLS = "XLS"
    ODS = "ODS"


@dataclass(frozen=True)
class RawTable:
    """One sheet or text. rows: from row 1 of the file on, blank ones kept, so that ``rows[6]`` is row 7.

    file: its name, without folders; encoding and separator: of a text; encoding_assumed: nothing in the file or from the
    caller said it; encoding_unasked: the caller named one and the file did not need it; sheet: of a workbook.
    """

    file: str
    kind: Kind
    rows: tuple[Row, ...]
    encoding: str = ""
    encoding_assumed: bool = False
    encoding_unasked: bool = False
    separator: str = ""
    sheet: str = ""


def check_extent(file: str, rows: int, columns: int, sheet: str = "") -> None:
    """Raises BadFile where a list is larger than anything a person would keep by hand."""
    facts: Mapping[str, object] = {"file": file, "rows": rows, "limit": f"{MAX_ROWS:,}"}
    if sheet and rows * columns > MAX_CELLS:
        raise BadFile("file.far_cell", sheet=sheet, columns=columns, **facts)
    if rows > MAX_ROWS:
        raise BadFile("file.too_many_rows", **facts)
