"""A list that came in a workbook: XLSX, ODS, or XLS of old.

The only place that calls the reading library. An XLSX or ODS goes to it as a measured copy; an XLS, which can't be
measured so simply, is read in a process of its own, because a damaged one takes its reader down with it.
"""

import contextlib
import io
import os
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import cast

import python_calamine

from calm_instructor.domain.errors import BadFile
from calm_instructor.exchange.reading.cells import Cell, Row
from calm_instructor.exchange.reading.raw_table import MAX_CELLS, Kind, RawTable, check_extent
from calm_instructor.exchange.reading.workbook_copy import Place, SafeCopy, safe_copy

_Found = str | int | float | bool | date | time | timedelta
_Sheets = list[tuple[str, list[list[_Found]]]]

_AS_THEY_ARE = frozenset({str, bool, date, datetime})
"""Kinds of cells that stay what they are."""
_PATIENCE = 60
"""Seconds after which an old workbook is given up."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORKBOOKS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book", "WORKBOOK", "BOOK"))


def read_packed(data: bytes, file: str) -> tuple[RawTable, ...]:
    """Every sheet in sight of an XLSX or ODS that holds anything. Raises BadFile as ``safe_copy``, and ``file.empty``."""
    copy = safe_copy(data, file)
    return _tables(copy, file, *_read(copy.data))


def read_old(data: bytes, file: str) -> tuple[RawTable, ...]:
    """Every sheet in sight of an XLS. Raises BadFile: ``file.locked``, ``file.document``, ``file.damaged``, ``file.empty``."""
    if _LOCKED in data:
        raise BadFile("file.locked", file=file)
    if not any(name in data for name in _OLD_WORKBOOKS):
        raise BadFile("file.document", file=file)
    return _tables(SafeCopy(Kind.XLS, data), file, *_read_apart(data))


def _tables(copy: SafeCopy, file: str, trouble: str, sheets: _Sheets) -> tuple[RawTable, ...]:
    if trouble:
        raise BadFile(trouble, file=file)
    tables = []
    for name, rows in sheets:
        check_extent(file, len(rows), max(map(len, rows), default=0), name)
        formulas = copy.formulas.get(name, {})
        cells = tuple([_row(number, row, formulas) for number, row in enumerate(rows)])
        if any(cell is not None for row in cells for cell in row):
            tables.append(RawTable(file=file, kind=copy.kind, rows=cells, sheet=name))
    if not tables:
        raise BadFile("file.empty", file=file)
    return tuple(tables)


def _row(number: int, row: list[_Found], formulas: Mapping[Place, str]) -> Row:
    if _AS_THEY_ARE.issuperset(map(type, row)) and "" not in row:
        return cast("Row", tuple(row))
    return tuple(_cells(number, row, formulas))


def _cells(number: int, row: list[_Found], formulas: Mapping[Place, str]) -> Iterator[Cell]:
    """Whole numbers as int, times of day as text, an empty cell as nothing or as its formula."""
    for at, found in enumerate(row):
        if isinstance(found, float):
            yield int(found) if found.is_integer() and abs(found) < 1e15 else found
        elif isinstance(found, (time, timedelta)):
            yield str(found)
        elif found == "":
            yield formulas.get((number, at))
        else:
            yield found


def _read(data: bytes) -> tuple[str, _Sheets]:
    """What kept the workbook from being read, by its code, and the sheets."""
    sheets: _Sheets = []
    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        for entry in book.sheets_metadata:
            in_sight = entry.visible is python_calamine.SheetVisibleEnum.Visible
            if in_sight and entry.typ is python_calamine.SheetTypeEnum.WorkSheet:
                sheet = book.get_sheet_by_name(entry.name)
                if (sheet.total_height + 1) * (sheet.total_width + 1) > MAX_CELLS:
                    return "file.damaged", []
                sheets.append((entry.name, sheet.to_python(skip_empty_area=False)))
    except python_calamine.PasswordError:
        return "file.locked", []
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException:  # noqa: BLE001  a panic of the library is no Exception
        return "file.damaged", []
    return "", sheets


def _read_apart(data: bytes) -> tuple[str, _Sheets]:
    """The same in a process that may go down, or round and round, without us."""
    apart = get_context("spawn")
    ours, theirs = apart.Pipe(duplex=False)
    reader = apart.Process(target=_send_back, args=(theirs, data), daemon=True)
    reader.start()
    theirs.close()
    answer: tuple[str, _Sheets] = ("file.damaged", [])
    with ours, contextlib.suppress(EOFError):
        if ours.poll(_PATIENCE):
            answer = ours.recv()
    reader.kill()
    reader.join()
    reader.close()
    return answer


def _send_back(way: "Connection[tuple[str, _Sheets], None]", data: bytes) -> None:
    """Runs in the other process. What the library says when it goes down would land among our own lines."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    way.send(_read(data))
