"""The trail: who wished what, when, and the rows it wrote, chained by hashes so that a change or a loss shows.

An entry's hash covers the entry before it and its own head; the head names the hash of the salted body. So a body can be
left at home or lawfully erased and the chain still verifies. Names of wishes, head keys and image keys are a format.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from calm_instructor.domain.ids import EpochId
from calm_instructor.domain.sealing import canonical, sha256_hex

SCHEMA = 3
"""Version of the row images. Each later step brings one pure upcast (``store.upcasts``)."""

START = "0" * 64
"""What the first entry of the first epoch names as the hash before it."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry. ``salt`` and ``body`` are None where the body stayed at home or was erased.

    ``at``: the moment as written (ISO 8601 with offset); ``by``: the id of who wished it, or "" for the program itself;
    ``body``: canonical JSON {"reason": str, "rows": [image, ...]}.
    """

    seq: int
    id: UUID
    epoch: EpochId
    at: str
    by: str
    wish: str
    schema: int
    body_sha256: str
    prev: str
    hash: str
    salt: str | None = None
    body: str | None = None

    def head(self) -> dict[str, object]:
        """What the hash covers beside the entry before."""
        return {
            "seq": self.seq,
            "id": str(self.id),
            "epoch": str(self.epoch),
            "at": self.at,
            "by": self.by,
            "wish": self.wish,
            "schema": self.schema,
            "body_sha256": self.body_sha256,
        }

    def head_sha256(self) -> str:
        """The hash of the head alone: what travels of an entry that belongs to somebody else's course."""
        return sha256_hex(canonical(self.head()))


def link(prev: str, head_sha256: str) -> str:
    """The hash of an entry: the entry before and its own head."""
    return hashlib.sha256(bytes.fromhex(prev) + bytes.fromhex(head_sha256)).hexdigest()


def body_sha256(salt: str, body: str) -> str:
    """The hash of a salted body; ``salt`` is hex."""
    return hashlib.sha256(bytes.fromhex(salt) + body.encode()).hexdigest()


def new_entry(
    *, seq: int, id: UUID, epoch: EpochId, at: datetime, by: str, wish: str, salt: bytes, body: str, prev: str
) -> Entry:
    """The entry that follows ``prev``."""
    draft = Entry(
        seq=seq,
        id=id,
        epoch=epoch,
        at=at.isoformat(),
        by=by,
        wish=wish,
        schema=SCHEMA,
        body_sha256=body_sha256(salt.hex(), body),
        prev=prev,
        hash="",
        salt=salt.hex(),
        body=body,
    )
    return Entry(**{**draft.__dict__, "hash": link(prev, draft.head_sha256())})


@dataclass(frozen=True, kw_only=True)
class Stub:
    """What travels of an entry of another course: enough to keep the chain whole, nothing to read."""

    seq: int
    epoch: EpochId
    head_sha256: str
    prev: str
    hash: str


@dataclass(frozen=True)
class Broken:
    """Where a chain does not hold. ``what``: "sequence", "link", "hash" or "body"."""

    seq: int
    what: str


def breaks(chain: Iterable[Entry | Stub], prev: str = START) -> Iterator[Broken]:
    """Every place where a whole chain, in order from its first entry, does not hold; empty when it is whole."""
    expected = 0
    for each in chain:
        if each.seq != expected:
            yield Broken(each.seq, "sequence")
        if each.prev != prev:
            yield Broken(each.seq, "link")
        own = each.head_sha256() if isinstance(each, Entry) else each.head_sha256
        if link(each.prev, own) != each.hash:
            yield Broken(each.seq, "hash")
        if not _body_holds(each):
            yield Broken(each.seq, "body")
        prev, expected = each.hash, each.seq + 1


def _body_holds(each: Entry | Stub) -> bool:
    if isinstance(each, Stub) or each.body is None or each.salt is None:
        return True
    return body_sha256(each.salt, each.body) == each.body_sha256
