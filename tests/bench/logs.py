"""An incident log of 5,000 rows read, mapped and counted, against reading it raw."""

import csv
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

from calm_instructor.domain.numbers import Numbers
from calm_instructor.operations.mapping import HowRead, read_log
from tests.bench.limits.raw_log import raw_text, raw_workbook
from tests.bench.measuring import Line, alternate

ROWS = 5_000
TIMES_RAW = 3.0
_HEADS = (
    "Incident ref",
    "Date",
    "Time",
    "Site",
    "Person",
    "DOB",
    "Staff involved",
    "Category",
    "What happened",
    "Injury",
)
_WORDS = ("wrist grab", "sleeve grab", "hair pull", "finger grip", "bear hug from behind", "scratch", "verbal", "bite")
_TOLD = (
    "gripped staff wrist at the table during lunch and let go when asked",
    "hair pulled from behind, one hand, while walking to the lounge",
    "shouting in the corridor, no contact with anybody",
    "arms trapped from behind in the garden for a minute",
)
_TODAY = date(2026, 11, 24)


def logs(folder: Path, n: int) -> list[Line]:
    """As text and as a workbook."""
    folder.mkdir(parents=True, exist_ok=True)
    text, workbook = _text(folder / "log.csv"), _workbook(folder / "log.xlsx")
    lines: list[Line] = []
    for work, path, raw in (("CSV", text, raw_text), ("XLSX", workbook, raw_workbook)):
        lines += alternate(
            f"Log of {ROWS:,} rows counted, {work}",
            lambda raw=raw, path=path: raw(path),  # type: ignore[misc]
            lambda path=path: read_log(path, _TODAY, Numbers(), how=HowRead(), shapes={}),  # type: ignore[misc]
            n=n,
            goal=TIMES_RAW,
        )
    return lines


def _rows() -> list[list[object]]:
    return [
        [
            f"INC-{number:05}",
            _TODAY - timedelta(days=number * 7 % 700),
            f"{8 + number % 12:02}:{number * 7 % 60:02}",
            "Glen Unit",
            "X.Y.",
            "1931-07-13",
            f"Somebody {number % 40}",
            _WORDS[number % len(_WORDS)],
            _TOLD[number % len(_TOLD)],
            "No",
        ]
        for number in range(ROWS)
    ]


def _text(path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([_HEADS, *([*row[:1], f"{row[1]:%d/%m/%Y}", *row[2:]] for row in _rows())])
    return path


def _workbook(path: Path) -> Path:
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet("Incidents")
        sheet.write_row(0, 0, _HEADS)
        for number, row in enumerate(_rows(), 1):
            for place, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(number, place, cell)
                else:
                    sheet.write(number, place, cell)
    return path
