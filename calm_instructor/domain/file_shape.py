"""What a person has settled about files of one shape, so that the next file of that shape needs no asking.

Holds nothing of any file's rows: the headings only as their hash, because a file without headings begins with somebody.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from calm_instructor.domain.ids import FileShapeId


class FileKind(StrEnum):
    """What a file is read as."""

    INCIDENTS = "incidents"
    ROSTER = "roster"
    CATALOGUE = "catalogue"


@dataclass(frozen=True, kw_only=True)
class ColumnMeant:
    """Which column, counted from 0, says a field; None where the file is taken not to say it."""

    field: str
    at: int | None


@dataclass(frozen=True, kw_only=True)
class WordingMeant:
    """What a file's own word for something stands for; None where its rows are left out."""

    wording: str
    means: str | None


@dataclass(frozen=True, kw_only=True)
class FileShape:
    """Settled for every file of ``kind`` whose headings hash to ``headings``.

    ``encoding`` and ``date_order`` ("dmy", "mdy" or "ymd") are empty where the file itself shows them.
    """

    id: FileShapeId
    kind: FileKind
    headings: str
    columns: tuple[ColumnMeant, ...] = ()
    wordings: tuple[WordingMeant, ...] = ()
    encoding: str = ""
    date_order: str = ""


def hash_of(headings: Sequence[str]) -> str:
    """SHA-256 in hex of headings in their order, whatever their case and spacing."""
    plain = "\x1f".join(" ".join(each.split()).casefold() for each in headings)
    return hashlib.sha256(plain.encode()).hexdigest()
