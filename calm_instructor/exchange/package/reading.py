"""Looks a package over and says everything that is not as it should be, whatever the bytes are.

Order matters: sizes and names before anything is unpacked, the signature before a word of the content is believed, every
hash before a table is read. Changes nothing and takes nothing in.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from calm_instructor.domain.errors import BadFile
from calm_instructor.domain.ids import EpochId
from calm_instructor.domain.package import Finding
from calm_instructor.domain.sealing import sha256_hex
from calm_instructor.domain.trail import Entry, Stub, breaks
from calm_instructor.exchange.package.columns import UUID_TEXT, is_moment
from calm_instructor.exchange.package.container import (
    DESCRIPTOR,
    LARGEST_FILE,
    PAPERS,
    README,
    SIGNATURE,
    TRAIL,
    is_as_written,
    shown,
    unpack,
)
from calm_instructor.exchange.package.descriptor import FORMAT, PROFILE, TABLE_AT, resource
from calm_instructor.exchange.package.rows import Rows, row_findings, tables_of
from calm_instructor.exchange.package.signing import signer_of
from calm_instructor.exchange.package.tables import SCHEMA_VERSION
from calm_instructor.exchange.package.trail_slice import chain_of

MOST_FINDINGS = 50
"""More than this says nothing new."""

LARGEST_DESCRIPTOR = 2 << 20


def verify_package(path: Path, public_key: bytes | None = None) -> tuple[Finding, ...]:
    """``examine_package`` for a file. Never raises: a file that can't be read is a finding (``package.unreadable``)."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)  # what is larger is not looked at anyhow
    except OSError as no:
        return (Finding("package.unreadable", {"path": path, "detail": no.strerror or str(no)}),)
    return examine_package(data, public_key)


def examine_package(data: bytes, public_key: bytes | None = None) -> tuple[Finding, ...]:
    """Everything wrong with a package, at most 50 findings; empty when it is whole. Never raises, on any bytes.

    ``public_key``: the 32 bytes of the key it should be signed with, where that is known.
    """
    return tuple(islice(_told(_findings(data, public_key)), MOST_FINDINGS))


def _told(findings: Iterator[Finding]) -> Iterator[Finding]:
    try:
        yield from findings
    except BadFile as no:  # nothing behind it can be looked at
        yield Finding(no.code, no.facts)


def _findings(data: bytes, public_key: bytes | None) -> Iterator[Finding]:
    parts = unpack(data)
    for name in (DESCRIPTOR, SIGNATURE, TRAIL, README):
        if name not in parts:
            raise BadFile("package.part_missing", name=name)
    signer = signer_of(parts[DESCRIPTOR], parts[SIGNATURE])
    if public_key is not None and signer != public_key:
        raise BadFile("package.other_key")
    said = _descriptor(parts[DESCRIPTOR])
    for look in (_list_findings, _part_findings):  # each leans on the one before
        found = list(islice(look(said["resources"], parts), MOST_FINDINGS))
        yield from found
        if found:
            return
    yield from _content_findings(said, parts)
    if not is_as_written(data, parts, datetime.fromisoformat(said["created"])):
        yield Finding("package.wrapping")


def _descriptor(data: bytes) -> dict[str, Any]:
    """The descriptor, with everything in it that we lean on looked at."""
    if len(data) > LARGEST_DESCRIPTOR:
        raise BadFile("package.descriptor", where=DESCRIPTOR)
    try:
        said = json.loads(data.decode(), object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError) as no:
        raise BadFile("package.descriptor", where=DESCRIPTOR) from no
    calm = _get(said, "calm", dict)
    if _get(calm, "format", str) != FORMAT:
        raise BadFile("package.other_format", found=shown(calm["format"]))
    if _get(said, "version", str) != SCHEMA_VERSION:
        raise BadFile("package.other_version", found=shown(said["version"]), known=SCHEMA_VERSION)
    if _get(said, "$schema", str) != PROFILE or not UUID_TEXT.fullmatch(
        _get(said, "id", str).removeprefix("urn:uuid:")
    ):
        raise BadFile("package.descriptor", where="id")
    if not is_moment(_get(said, "created", str)):
        raise BadFile("package.descriptor", where="created")
    for name, kind in _CALM.items():
        _get(calm, name, kind)
    for course in _get(_get(calm, "scope", dict), "courses", list):
        _get(course, "id", str)
    for each in _get(said, "resources", list):
        _get(each, "path", str)
    return said  # type: ignore[no-any-return]  # _get has seen that it is a dict


_CALM: Mapping[str, type] = {
    "instructor": str,
    "device": str,
    "recipient": str,
    "sequence": int,
    "heads": list,
    "records": dict,
    "changed": dict,
    "trail_entries": int,
    "app_version": str,
}


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _value in pairs}) != len(pairs):
        raise ValueError
    return dict(pairs)


def _get(said: object, name: str, kind: type) -> Any:
    value = said.get(name) if isinstance(said, dict) else None
    if type(value) is not kind:
        raise BadFile("package.descriptor", where=name)
    return value


def _list_findings(resources: list[dict[str, Any]], parts: Mapping[str, bytes]) -> Iterator[Finding]:
    """Every file listed once, and nothing listed that is not there."""
    listed = Counter(each["path"] for each in resources)
    for path in (path for path, times in listed.items() if times > 1):
        yield Finding("package.part_doubled", {"name": shown(path)})
    for path in sorted(parts.keys() - {DESCRIPTOR, SIGNATURE} - listed.keys()):
        yield Finding("package.part_unlisted", {"name": shown(path)})
    for path in sorted(listed.keys() | TABLE_AT.keys()):
        if path not in parts or path not in listed:
            yield Finding("package.part_missing", {"name": shown(path)})


def _part_findings(resources: list[dict[str, Any]], parts: Mapping[str, bytes]) -> Iterator[Finding]:
    """Every file as it was signed, of a kind that belongs here, and described as we describe it."""
    for each in resources:
        path = each["path"]
        if (each.get("bytes"), each.get("hash")) != (len(parts[path]), f"sha256:{sha256_hex(parts[path])}"):
            yield Finding("package.part_damaged", {"name": shown(path)})
        elif not _is_known(path) or {k: v for k, v in each.items() if k != "title"} != resource(path, parts[path]):
            yield Finding("package.part_described", {"name": shown(path)})


def _is_known(path: str) -> bool:
    paper = path.startswith(PAPERS) and path.endswith(".pdf") and UUID_TEXT.fullmatch(path[len(PAPERS) : -len(".pdf")])
    return path in TABLE_AT or path in (README, TRAIL) or bool(paper)


def _content_findings(said: Mapping[str, Any], parts: Mapping[str, bytes]) -> Iterator[Finding]:
    tables = tables_of({table.name: parts[path] for path, table in TABLE_AT.items()})
    yield from row_findings(tables)
    counted = {name: len(rows) for name, rows in tables.items()}
    for name in sorted(counted):
        if said["calm"]["records"].get(name) != counted[name]:
            yield Finding("package.count", {"table": name, "found": counted[name]})
    yield from _paper_findings(tables["documents"], parts)
    yield from _scope_findings(said["calm"]["scope"]["courses"], tables["courses"])
    yield from _trail_findings(said["calm"], parts[TRAIL])


def _paper_findings(documents: Rows, parts: Mapping[str, bytes]) -> Iterator[Finding]:
    on_record = {f"{PAPERS}{row['id']}.pdf": row["sha256"] for row in documents}
    for path, data in parts.items():
        if path.startswith(PAPERS) and on_record.get(path) != sha256_hex(data):
            yield Finding("package.paper", {"name": path})


def _scope_findings(courses: list[dict[str, Any]], rows: Rows) -> Iterator[Finding]:
    if [course["id"] for course in courses] != [row["id"] for row in rows]:
        yield Finding("package.scope")


def _trail_findings(calm: Mapping[str, Any], data: bytes) -> Iterator[Finding]:
    """The chain is whole from its first entry, and each epoch ends where the descriptor says."""
    ends: dict[EpochId, tuple[object, ...]] = {}
    count = 0

    def passing() -> Iterator[Entry | Stub]:
        nonlocal count
        for each in chain_of(data):
            count += 1
            ends[each.epoch] = (str(each.epoch), each.seq, each.hash)
            yield each

    for broken in breaks(passing()):
        yield Finding("package.trail_broken", {"seq": broken.seq, "what": broken.what})
    if calm["trail_entries"] != count:
        yield Finding("package.count", {"table": TRAIL, "found": count})
    if list(ends.values()) != [_head(each) for each in calm["heads"]]:
        yield Finding("package.heads")


def _head(each: object) -> tuple[object, ...]:
    return tuple(_get(each, name, kind) for name, kind in (("id", str), ("seq", int), ("hash", str)))
