"""Whether a course played by hand came to the same as the demonstration of the same files: papers, and the package's tables.

Ids, seals, the time of day at which something was done, and in how many steps it was typed are each one's own.
"""

import csv
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

OWN = (
    (re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "an id"),
    (re.compile(r"\b([0-9a-f]{128}|[0-9a-f]{64})\b"), "a seal"),
    (re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b"), "a code"),
    (re.compile(r"(?<=\d\d\d\d-\d\d-\d\d)T[0-9:.]+(Z|[+-]\d\d:?\d\d)?"), ""),
)
CLOCK = re.compile(r"\b\d\d:\d\d\b")
PLANNED = ("Blank", "Course plan", "TNA summary")
"""Papers whose times were planned: those are the same to the minute."""

NOT_ASKED = {
    "instructors": {"role", "entry_route", "last_visit_on", "last_visit_outcome"},
    "organisations": {"certification_status"},
}
"""What the demonstration knows of its people and a person at the window isn't asked for."""

STEPS = "revision"
"""How often a record was written: typing takes more steps."""


def differences(by_hand: Path, demonstrated: Path) -> list[str]:
    """What isn't the same in two folders, each with one package and its papers; empty where all is."""
    return [*_papers(by_hand / "papers", demonstrated / "papers"), *_tables(by_hand, demonstrated)]


def _papers(by_hand: Path, demonstrated: Path) -> Iterator[str]:
    names = {each.name for each in by_hand.glob("*.pdf")}
    wanted = {each.name for each in demonstrated.glob("*.pdf")}
    yield from (f"no paper by hand: {each}" for each in sorted(wanted - names))
    yield from (f"only by hand: {each}" for each in sorted(names - wanted))
    for name in sorted(names & wanted):
        ours, theirs = _lines(by_hand / name), _lines(demonstrated / name)
        yield from (f"{name}: by hand {mine!r}, else {other!r}" for mine, other in _apart(ours, theirs))


def _apart(ours: list[str], theirs: list[str]) -> list[tuple[str, str]]:
    longest = max(len(ours), len(theirs))
    pairs = zip(ours + [""] * (longest - len(ours)), theirs + [""] * (longest - len(theirs)), strict=True)
    return [(mine, other) for mine, other in pairs if mine != other][:3]


def _lines(paper: Path) -> list[str]:
    document = pypdfium2.PdfDocument(paper)
    try:
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    lines = [_plain(line.strip()) for line in text.splitlines()]
    return lines if paper.name.startswith(PLANNED) else [CLOCK.sub("a time", line) for line in lines]


def _tables(by_hand: Path, demonstrated: Path) -> Iterator[str]:
    ours, theirs = _package(by_hand), _package(demonstrated)
    yield from (f"in one package only: {each}" for each in sorted(ours.keys() ^ theirs.keys()))
    for name in sorted(ours.keys() & theirs.keys()):
        mine, other = Counter(ours[name]), Counter(theirs[name])
        yield from (f"{name}: only by hand {row}" for row in list(mine - other)[:3])
        yield from (f"{name}: not by hand {row}" for row in list(other - mine)[:3])


def _package(folder: Path) -> dict[str, list[tuple[str, ...]]]:
    """The rows of each table, as "column=value"."""
    (package,) = folder.glob("*.calmpack")
    tables = {}
    with zipfile.ZipFile(package) as opened:
        for name in (each for each in opened.namelist() if each.endswith(".csv")):
            table = Path(name).stem
            left_out = NOT_ASKED.get(table, set()) | {STEPS}
            rows = csv.DictReader(io.StringIO(opened.read(name).decode("utf-8-sig"), newline=""))
            tables[table] = [
                tuple(f"{column}={_plain(value)}" for column, value in row.items() if column not in left_out)
                for row in rows
            ]
    return tables


def _plain(text: str) -> str:
    for pattern, instead in OWN:
        text = pattern.sub(instead, text)
    return text
