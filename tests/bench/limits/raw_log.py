"""A log read raw: the csv module over the decoded file, or the workbook reader, into lists. Nothing is understood or counted."""

import csv
import io
from pathlib import Path
from typing import Any

import python_calamine


def raw_text(path: Path) -> list[list[str]]:
    """Every row of a text in UTF-8."""
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))


def raw_workbook(path: Path) -> list[Any]:
    """Every row of the first sheet."""
    return list(python_calamine.load_workbook(str(path)).get_sheet_by_index(0).to_python())
