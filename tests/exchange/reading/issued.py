"""Made-up catalogues as somebody might issue them, for the tests. Nothing of them is anybody's issued catalogue."""

import csv
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

HEADINGS = (
    "Code",
    "Technique",
    "Hold or grab addressed",
    "Family",
    "Risk tier",
    "Staff needed",
    "Pain-based or aversive",
    "Loads neck, airway or abdomen",
    "Elevated-risk note",
    "Notes",
    "Version",
    "Withdrawn on",
    "Issued by",
    "Catalogue version",
)
ISSUER, VERSION = "Example issuer", "2026.2"


def row(code: str, name: str, hold: str, **other: str) -> tuple[str, ...]:
    """A row that lacks nothing, but for what ``other`` says by the first word of a heading."""
    said = {
        "code": code,
        "technique": name,
        "hold": hold,
        "family": "Arm",
        "risk": "Low",
        "staff": "1",
        "pain-based": "No",
        "loads": "No",
        "elevated-risk": "",
        "notes": "",
        "version": "3",
        "withdrawn": "",
        "issued": ISSUER,
        "catalogue": VERSION,
    }
    assert set(other) <= set(said)
    return tuple({**said, **other}.values())


ROWS = (
    row("ISS-01", "Wrist, near side", "One wrist held, same side"),
    row("ISS-02", "Wrist, far side", "wrist_one_cross"),
    row("ISS-03", "Hair at the front", "Hair held from the front, one hand", risk="Medium", family="Hair"),
    row("ISS-04", "Hands at the neck", "Hands on the neck from the front", risk="High", family="Neck"),
)


def as_csv(path: Path, *rows: Sequence[str], headings: Sequence[str] = HEADINGS, separator: str = ",") -> Path:
    """The rows as a text."""
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, delimiter=separator).writerows([headings, *rows])
    return path


def as_xlsx(path: Path, *rows: Sequence[str]) -> Path:
    """The rows as a workbook."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Catalogue")
        for number, each in enumerate([HEADINGS, *rows]):
            sheet.write_row(number, 0, each)
    return path
