"""``datapackage.json``: what is in the package, file by file with its hash, so that one signature covers all.

A Data Package 2.0 that any tool for such packages can read; what is ours alone stands in the block ``calm``.
"""

import json
from collections.abc import Mapping

from calm_instructor.domain.package import Head, PackageContents
from calm_instructor.domain.sealing import sha256_hex
from calm_instructor.exchange.package.container import DATA, PAPERS, README, TRAIL
from calm_instructor.exchange.package.tables import SCHEMA_VERSION, TABLES, Table
from calm_instructor.messages.package import package_title, resource_title

FORMAT = "calmpack/1"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
"""Names what the file follows; never fetched."""

TABLE_AT: Mapping[str, Table] = {f"{DATA}{table.name}.csv": table for table in TABLES}

_KINDS: Mapping[str, tuple[str, str]] = {
    ".csv": ("csv", "text/csv"),
    ".jsonl": ("jsonlines", "application/jsonl"),  # by the name "jsonl" some tools would take it for a table
    ".txt": ("txt", "text/plain"),
    ".pdf": ("pdf", "application/pdf"),
}


def descriptor(
    contents: PackageContents, parts: Mapping[str, bytes], name: str, records: Mapping[str, list[str]]
) -> bytes:
    """The descriptor's bytes, as they are signed. ``parts``: the files by path; ``records``: ids by table."""
    made = {
        "$schema": PROFILE,
        "name": name.lower(),
        "id": f"urn:uuid:{contents.id}",
        "version": SCHEMA_VERSION,
        "created": contents.created.isoformat(),
        "title": package_title(contents),
        "contributors": [{"title": contents.sender.name, "roles": ["creator"]}],
        "resources": [resource(path, data) | {"title": resource_title(path)} for path, data in parts.items()],
        "calm": {
            "format": FORMAT,
            "practice": contents.practice,
            "instructor": str(contents.sender.id),
            "device": str(contents.device),
            "recipient": contents.recipient,
            "sequence": contents.sequence,
            "previous_package": contents.previous or None,
            "heads": [_head(each) for each in contents.heads],
            "scope": {"courses": [{"id": str(course.id), "ref": course.ref} for course in contents.courses]},
            "records": {table: len(ids) for table, ids in records.items()},
            "changed": {table: ids for table in records if (ids := _changed(contents, records[table]))},
            "trail_entries": len(contents.trail),
            "app_version": contents.app_version,
        },
    }
    return (json.dumps(made, indent=2, ensure_ascii=False) + "\n").encode()


def _changed(contents: PackageContents, ids: list[str]) -> list[str]:
    return sorted({str(each) for each in contents.changed} & set(ids))


def _head(head: Head) -> dict[str, object]:
    return {"id": str(head.epoch), "parent": head.parent and str(head.parent), "seq": head.seq, "hash": head.hash}


def resource(path: str, data: bytes) -> dict[str, object]:
    """What the descriptor says of a file, but for its title."""
    form, mediatype = _KINDS[path[path.rindex(".") :]]
    said: dict[str, object] = {
        "name": _name(path),
        "path": path,
        "format": form,
        "mediatype": mediatype,
        "bytes": len(data),
        "hash": f"sha256:{sha256_hex(data)}",
    }
    if form != "pdf":
        said["encoding"] = "utf-8"
    table = TABLE_AT.get(path)
    return said | {"type": "table", "schema": schema(table)} if table else said


def _name(path: str) -> str:
    if path in (README, TRAIL):
        return path.split(".")[0].lower()
    return path.removeprefix(DATA).replace(PAPERS, "document-").rsplit(".", 1)[0]


def schema(table: Table) -> dict[str, object]:
    """A table's Table Schema: fields, primary key, and which columns hold ids of which table."""
    keys = [
        {
            "fields": [column.name],
            # Within one table the standard leaves the other table's name out.
            "reference": ({} if column.refers_to == table.name else {"resource": column.refers_to})
            | {"fields": ["id"]},
        }
        for column in table.columns
        if column.refers_to
    ]
    said: dict[str, object] = {"fields": [column.field() for column in table.columns], "primaryKey": ["id"]}
    return said | ({"foreignKeys": keys} if keys else {})
