"""The check: whether pages, chain, records, papers, seals and triggers are all as the trail says. Changes nothing.

What it finds carries codes and facts and no record's content; ``messages`` words it.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy.dialects import sqlite

from calm_instructor.domain.package import Finding
from calm_instructor.domain.sealing import sha256_hex, short_code
from calm_instructor.domain.trail import breaks
from calm_instructor.store import trails
from calm_instructor.store.database import Store
from calm_instructor.store.mapping import KINDS, RECORD_FACTS, Kind, in_column
from calm_instructor.store.replaying import Replay, replay
from calm_instructor.store.triggers import differing_triggers
from calm_instructor.store.troubles import DatabaseTrouble, said_by


def check(store: Store) -> tuple[Finding, ...]:
    """Everything found in an open store; empty when all of it holds."""
    found = [Finding("check.trigger", {"name": name}) for name in store.remade_triggers]
    with store.line.connection() as connection:
        view = _View(connection)
        for look in (_pages, _structure, _references, _triggers, _trail, _records, _scopes, _papers, _seals):
            found += _looked(look, view)
    return tuple(dict.fromkeys(found))


def page_findings(store: Store) -> tuple[Finding, ...]:
    """What is wrong with the pages and the structure of an open file: quick, and not what the trail would tell beside it."""
    with store.line.connection() as connection:
        view = _View(connection)
        return tuple(dict.fromkeys(each for look in (_pages, _structure) for each in _looked(look, view)))


class _View:
    """The open store, and what its trail replays to."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection

    @cached_property
    def replayed(self) -> Replay:
        return replay(trails.entries(self.connection))

    def raw(self, statement: str) -> list[sa.RowMapping]:
        """What lies in the file, before any type of SQLAlchemy's makes it neater."""
        return list(self.connection.exec_driver_sql(statement).mappings())

    def pragma(self, name: str) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in self.connection.exec_driver_sql(f"PRAGMA {name}")]


def _looked(look: Callable[[_View], Iterator[Finding]], view: _View) -> list[Finding]:
    try:
        return list(look(view))
    except DatabaseTrouble as trouble:
        return [Finding("check.unreadable", {"detail": said_by(trouble)})]


# ── the file ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _pages(view: _View) -> Iterator[Finding]:
    """Every page is as it was encrypted."""
    for (said,) in view.pragma("cipher_integrity_check"):
        yield Finding("check.pages", {"detail": said})


def _structure(view: _View) -> Iterator[Finding]:
    for (said,) in view.pragma("quick_check"):
        if said != "ok":
            yield Finding("check.structure", {"detail": said})


def _references(view: _View) -> Iterator[Finding]:
    for table, _, names, _ in view.pragma("foreign_key_check"):
        yield Finding("check.reference", {"table": table, "names": names})


def _triggers(view: _View) -> Iterator[Finding]:
    for name in differing_triggers(view.connection.connection.driver_connection):
        yield Finding("check.trigger", {"name": name})


# ── the trail and what it replays to ────────────────────────────────────────────────────────────────────────────────


def _trail(view: _View) -> Iterator[Finding]:
    for broken in breaks(trails.entries(view.connection)):
        yield Finding(f"check.trail_{broken.what}", {"seq": broken.seq})
    for seq in view.replayed.unread:
        yield Finding("check.trail_unread", {"seq": seq})


def _records(view: _View) -> Iterator[Finding]:
    replayed = view.replayed
    for kind in KINDS.values():
        there = {UUID(bytes=row["uid"]): row for row in view.raw(str(kind.select.compile(dialect=sqlite.dialect())))}
        wanted = replayed.records[kind.name]
        for id in wanted.keys() - there.keys():
            yield Finding("check.row_missing", {"table": kind.name, "id": id})
        for id in there.keys() - wanted.keys():
            yield Finding("check.row_extra", {"table": kind.name, "id": id})
        for id in wanted.keys() & there.keys():
            for column in _differing(kind, wanted[id], there[id]):
                yield Finding("check.row_changed", {"table": kind.name, "id": id, "column": column})


def _differing(kind: Kind, image: Mapping[str, Any], row: sa.RowMapping) -> Iterator[str]:
    for name in RECORD_FACTS:
        if row[name] != image[name]:
            yield name
    for name, place in kind.places.items():
        wanted = in_column(place, image[name])
        if wanted is not None and place.refers_to:
            wanted = UUID(wanted).bytes
        if row[name] != wanted:
            yield name


def _scopes(view: _View) -> Iterator[Finding]:
    there: dict[int, set[UUID]] = {}
    for uid, seq in view.connection.execute(sa.select(trails.SCOPE.c.uid, trails.SCOPE.c.seq)):
        there.setdefault(seq, set()).add(UUID(bytes=uid))
    wanted = view.replayed.scopes
    for seq in sorted(there.keys() | wanted.keys()):
        if there.get(seq, set()) != wanted.get(seq, set()):
            yield Finding("check.scope", {"seq": seq})


# ── papers and seals ────────────────────────────────────────────────────────────────────────────────────────────────


def _papers(view: _View) -> Iterator[Finding]:
    wanted = view.replayed.files
    there = set()
    for sha256, content in view.connection.execute(sa.select(trails.FILES.c.sha256, trails.FILES.c.content)):
        there.add(sha256)
        if sha256_hex(content) != sha256:
            yield Finding("check.paper_changed", {"sha256": sha256})
    for sha256 in sorted(wanted - there):
        yield Finding("check.paper_missing", {"sha256": sha256})
    for sha256 in sorted(there - wanted):
        yield Finding("check.paper_extra", {"sha256": sha256})


def _seals(view: _View) -> Iterator[Finding]:
    """Each sign-off's hash is its content's, its short code its hash's, its signature one of this store's devices'."""
    devices = [str(image["public_key"]) for image in view.replayed.records["devices"].values()]
    for sign_off in view.raw("SELECT number, content, content_hash, short_code, signature FROM signoffs"):
        number, digest = sign_off["number"], sha256_hex(sign_off["content"])
        if digest != sign_off["content_hash"]:
            yield Finding("check.seal_content", {"number": number})
        if short_code(digest) != sign_off["short_code"]:
            yield Finding("check.seal_code", {"number": number})
        if not any(_signed(device, digest, sign_off["signature"]) for device in devices):
            yield Finding("check.seal_signature", {"number": number})


def _signed(public_key: str, digest: str, signature: str) -> bool:
    try:
        device = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        device.verify(bytes.fromhex(signature), bytes.fromhex(digest))
    except (InvalidSignature, ValueError):
        return False
    return True
