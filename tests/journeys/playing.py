"""Runs of the command line as a person would start them, and the files that people hand in, written for a test."""

import csv
import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2

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
    document = pypdfium2.PdfDocument(path)
    pages = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    document.close()
    return " ".join(" ".join(pages).split())


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
