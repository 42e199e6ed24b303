"""Lists as services keep them, written at test time by the libraries that write such files in the world."""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import xlsxwriter
from odfdo import Document, Table

from calm_instructor.domain.errors import BadFile

Read = TypeVar("Read")


def text_list(folder: Path, text: str, *, encoding: str = "utf-8", name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def rows_list(folder: Path, rows: Iterable[Sequence[str]], *, separator: str = ",", name: str = "list.csv") -> Path:
    return text_list(folder, "".join(separator.join(row) + "\r\n" for row in rows), name=name)


def xlsx_list(folder: Path, rows: Iterable[Any], *, name: str = "list.xlsx", **more: object) -> Path:
    """more: further sheets before this one, by name; a name that ends in _ is a hidden sheet."""
    path = folder / name
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False}) as book:
        for title, content in more.items():
            sheet = book.add_worksheet(title)
            _fill(sheet, content)
            if title.endswith("_"):
                sheet.hide()
        sheet = book.add_worksheet("Staff")
        _fill(sheet, rows)
        sheet.activate()
        sheet.set_first_sheet()
    return path


def _fill(sheet, rows) -> None:
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and cell.startswith("{="):
                sheet.write_formula(number, column, cell[1:-1], None, "")
            elif isinstance(cell, date):
                at = cell if isinstance(cell, datetime) else datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001
                sheet.write_datetime(number, column, at)
            elif cell is not None:
                sheet.write(number, column, cell)


def ods_list(folder: Path, rows: Sequence[Sequence[Any]], *, name: str = "list.ods") -> Path:
    document = Document("spreadsheet")
    document.body.clear()
    table = Table("Staff")
    table.set_values([list(row) for row in rows])
    document.body.append(table)
    path = folder / name
    document.save(path)
    return path


def altered(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """The workbook with one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return path


def read_or_refused(read: Callable[[Path], Read], path: Path) -> Read | BadFile:
    """What reading came to, where either is right."""
    try:
        return read(path)
    except BadFile as no:
        return no
