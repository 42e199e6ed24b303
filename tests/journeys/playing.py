"""Runs of the command line as a person would start them, and the files that people hand in, written for a test."""

import csv
import io
import json
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import xlsxwriter

from calm_instructor.app import main


@dataclass(frozen=True)
class Run:
    """What one call of the command line came to."""

    code: int
    out: str
    err: str
    folder: Path

    @property
    def story(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out)
        return found

    def papers(self) -> dict[str, str]:
        """The text of every paper by its file name, as one line each."""
        return {path.name: text_of(path) for path in sorted((self.folder / "papers").glob("*.pdf"))}


def text_of(path: Path) -> str:
    """The text of a PDF on one line."""
    return " ".join(pages_of(path))


def pages_of(path: Path) -> list[str]:
    """The text of each page of a PDF on one line."""
    document = pypdfium2.PdfDocument(path)
    pages = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    return pages


def call(*words: object) -> Run:
    """Call the command line. Words that are off end the program as they would end it for a person."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = int(end.code or 0)
    folder = words[words.index("--out") + 1] if "--out" in words else "."
    return Run(code, out.getvalue(), err.getvalue(), Path(str(folder)))


HEADINGS = ("Staff no", "Full name", "Job role", "Staff group", "Site", "Core Theory completed")


def roster(path: Path, *rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS) -> Path:
    """A roster as a plain CSV file."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([headings, *rows])
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def staff(count: int, theory: str = "2026-03-02") -> list[tuple[str, ...]]:
    """So many support workers, each with Core Theory of a day (or of none)."""
    return [
        (f"2{number:04d}", f"Aonghas Mac{LETTERS[number % 26]}{number}", "Support Worker", "", "Glen Unit", theory)
        for number in range(1, count + 1)
    ]


LETTERS = "abcdefghijklmnopqrstuvwxyz"
TODAY = ("--today", "2026-10-07")


def log(path: Path, *rows: tuple[str, str], what: str = "held") -> Path:
    """An incident log: a day (ISO) and a category a row, with people in it who must never be kept."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(["Date", "Person (initials)", "DOB", "Category", "What happened"])
    writer.writerows([(day, "QXZJ", "1931-07-13", category, f"{what} zebrafish") for day, category in rows])
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def months(category: str, last: str = "2026-09", count: int = 6) -> list[tuple[str, str]]:
    """An incident of a category in each of the last months up to one."""
    year, month = map(int, last.split("-"))
    days = []
    for back in range(count):
        index = year * 12 + month - 1 - back
        days.append((f"{index // 12}-{index % 12 + 1:02d}-15", category))
    return days


WRISTS = months("wrist grab", count=12)
ENDED = months("bear hug from behind", last="2025-11", count=3)


def workbook(path: Path, *rows: tuple[object, ...]) -> Path:
    """A list as an XLSX workbook, texts as texts and days as days."""
    book = xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return path


def in_process_of_its_own(*words: object, **options: Any) -> subprocess.CompletedProcess[str]:
    """The program as the system starts it."""
    command = [sys.executable, "-m", "calm_instructor", *map(str, words)]
    piped = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "encoding": "utf-8"}
    return subprocess.run(command, check=False, **{**piped, **options})
