"""What the trail replays to: every record as its last image left it, and whom each entry concerns.

Reads entries only; comparing with the tables is the check's.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from calm_instructor.domain.trail import Entry
from calm_instructor.store.mapping import BY_NAME, Kind
from calm_instructor.store.scope import owners_of
from calm_instructor.store.trails import FILES
from calm_instructor.store.upcasts import Image, upcast


@dataclass(frozen=True)
class Replay:
    """``records``: by table and id the last image; ``files``: hashes of the papers kept; ``scopes``: by entry the ids it
    concerns; ``unread``: entries whose body is gone or makes no sense."""

    records: dict[str, dict[UUID, Image]] = field(default_factory=lambda: {name: {} for name in BY_NAME})
    files: set[str] = field(default_factory=set)
    scopes: dict[int, set[UUID]] = field(default_factory=dict)
    unread: list[int] = field(default_factory=list)

    def owners(self, kind: Kind, id: UUID) -> set[UUID]:
        """Whom a record concerns, as far as the replay has come."""
        return owners_of(kind, self.records[kind.name][id], self.owners)


def replay(entries: Iterable[Entry]) -> Replay:
    """Replay entries in order. An entry without a readable body is passed over and noted."""
    replayed = Replay()
    for entry in entries:
        try:
            _apply(replayed, entry)
        except (ValueError, KeyError, TypeError, AttributeError):
            replayed.unread.append(entry.seq)
    return replayed


def _apply(replayed: Replay, entry: Entry) -> None:
    written: list[tuple[Kind, UUID]] = []
    for image in _images(entry):
        if image["table"] == FILES.name:
            replayed.files.add(image["id"])
            continue
        kind, id = BY_NAME[image["table"]], UUID(image["id"])
        replayed.records[kind.name][id] = upcast(image, entry.schema)
        written.append((kind, id))
    scope = {id for _, id in written}
    for kind, id in written:
        scope |= replayed.owners(kind, id)
    replayed.scopes[entry.seq] = scope


def _images(entry: Entry) -> list[dict[str, Any]]:
    if entry.body is None:
        raise ValueError("no body")
    images: list[dict[str, Any]] = json.loads(entry.body)["rows"]
    return images
