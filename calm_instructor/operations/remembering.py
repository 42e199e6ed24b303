"""What was settled about a file, remembered for the next file of that shape; never a heading, a cell or a strange word.

A wording is kept as text only where all its words are words of the trade; any other only as a hash of this shape alone,
by which the next file's own word is known again and which no list of names made elsewhere fits.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from calm_instructor.domain.file_shape import ColumnMeant, FileKind, FileShape, WordingMeant
from calm_instructor.domain.ids import FileShapeId
from calm_instructor.exchange.reading.holds import Placed, hold_words, plain
from calm_instructor.messages.labels import label
from calm_instructor.operations.wish import Act, wish
from calm_instructor.store.reading import Reading

_HASHED = "sha256:"


@dataclass(frozen=True, kw_only=True)
class Settled:
    """What a person settled about one file. ``wordings``: by ``plain`` wording a hold's code, or None where left out."""

    kind: FileKind
    headings: str
    columns: Mapping[str, int | None]
    wordings: Mapping[str, str | None]
    encoding: str = ""
    date_order: str = ""


@dataclass(frozen=True)
class Remembered:
    """A shape and the day on which it was settled last."""

    shape: FileShape
    on: date

    @property
    def columns(self) -> dict[str, int | None]:
        """Where each field stands."""
        return {each.field: each.at for each in self.shape.columns}


class Meanings(Mapping[str, Placed]):
    """What ``plain`` wordings mean by what was remembered; known by text or by hash."""

    def __init__(self, shape: FileShape) -> None:
        self._of = shape.id
        self._kept = {each.wording: Placed(each.means, left_out=each.means is None) for each in shape.wordings}

    def __getitem__(self, wording: str) -> Placed:
        return self._kept[wording] if wording in self._kept else self._kept[_hash(wording, self._of)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


@wish("shape.remembered", "files")
def remember(act: Act, settled: Settled) -> FileShape:
    """Remember how files of this shape are read, in place of what was remembered before. Wordings are added to those there."""
    before = next(iter(act.work.all(FileShape, kind=settled.kind, headings=settled.headings)), None)
    kept = {each.wording: each.means for each in before.wordings} if before else {}
    of = before.id if before else FileShapeId(UUID(int=act.new_id().int))
    kept |= {_stored(wording, of): means for wording, means in settled.wordings.items()}
    shape = FileShape(
        id=of,
        kind=settled.kind,
        headings=settled.headings,
        columns=tuple(ColumnMeant(field=field, at=at) for field, at in sorted(settled.columns.items())),
        wordings=tuple(WordingMeant(wording=wording, means=means) for wording, means in sorted(kept.items())),
        encoding=settled.encoding,
        date_order=settled.date_order,
    )
    act.work.put(shape)
    act.say(what=label(settled.kind))
    return shape


def remembered(view: Reading, kind: FileKind) -> dict[str, Remembered]:
    """What is remembered of files of a kind, by the hash of their headings."""
    return {
        record.value.headings: Remembered(record.value, datetime.fromisoformat(record.updated).date())
        for record in view.records(FileShape, kind=kind)
        if record.gone is None
    }


def _stored(wording: str, of: FileShapeId) -> str:
    wording = plain(wording)
    return wording if hold_words().knows(wording) else _hash(wording, of)


def _hash(wording: str, of: FileShapeId) -> str:
    return _HASHED + hashlib.sha256(of.bytes + wording.encode()).hexdigest()
