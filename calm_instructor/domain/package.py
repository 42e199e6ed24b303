"""What goes to head office in one file, as values: the records with their revisions, the trail, the papers, the heads (R31).

What of it stays home is settled where the file is written; here stands only which papers may leave the laptop.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from calm_instructor.domain.course import Course, Instructor
from calm_instructor.domain.ids import DeviceId, DocumentId, EpochId, PackageId
from calm_instructor.domain.sign_off import DocumentKind
from calm_instructor.domain.trail import Entry, Stub

PAPERS_THAT_TRAVEL = frozenset({DocumentKind.SIGN_OFF_SHEET, DocumentKind.CERTIFICATE, DocumentKind.IN_HOUSE_RECORD})
"""R31: papers that go along as files; every other paper goes as its number and hash."""


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be. ``code`` and ``facts`` make its sentence in ``messages``."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Record:
    """A value of the trade as it is stored. ``created`` and ``updated``: ISO 8601 with offset; ``gone``: when taken away."""

    value: Any
    revision: int
    created: str
    updated: str
    gone: str | None = None


@dataclass(frozen=True, kw_only=True)
class Head:
    """Where an epoch of the trail stands: its last entry's number and hash, and the epoch it was restored from."""

    epoch: EpochId
    parent: EpochId | None = None
    seq: int
    hash: str


@dataclass(frozen=True, kw_only=True)
class PackageContents:
    """Everything one package is made of.

    ``records``: the current records of the courses it names and all they refer to, in any order, each once. Beside the
    kinds that have a table of their own: Catalogue, Briefing, Fitness, Incident and Evaluation, from which columns and
    counts are drawn. Records that are gone may be among them: they show in no row, but still raise a count's revision.
    ``trail``: the whole chain from its first entry; entries of other courses as stubs.
    ``papers``: bytes by document; those that may not leave are left out. ``previous``: the identity of the package before,
    "" for the first; ``changed``: ids of the records that are new or changed since then (R31); ``sequence`` counts packages
    from 1; ``recipient``: head office, as the organisation names it; ``practice``: these are no records of real people.
    """

    id: PackageId
    created: datetime
    sequence: int
    previous: str = ""
    changed: frozenset[UUID] = frozenset()
    sender: Instructor
    device: DeviceId
    recipient: str
    app_version: str
    heads: tuple[Head, ...]
    records: tuple[Record, ...]
    trail: tuple[Entry | Stub, ...]
    papers: Mapping[DocumentId, bytes] = field(default_factory=dict)
    practice: bool = False

    @property
    def courses(self) -> tuple[Course, ...]:
        """The courses whose records these are."""
        return tuple(r.value for r in self.records if isinstance(r.value, Course) and r.gone is None)
