"""Makes a package of what is handed in, signs it, and gives its bytes; writing them to a disk is ``safe_file``'s work."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from calm_instructor.domain.errors import WorldError
from calm_instructor.domain.package import PAPERS_THAT_TRAVEL, PackageContents
from calm_instructor.domain.sealing import sha256_hex
from calm_instructor.domain.sign_off import Document
from calm_instructor.domain.trail import Entry
from calm_instructor.exchange.package.columns import cell
from calm_instructor.exchange.package.container import DATA, DESCRIPTOR, PAPERS, README, SIGNATURE, TRAIL, pack
from calm_instructor.exchange.package.descriptor import descriptor
from calm_instructor.exchange.package.signing import signature_file
from calm_instructor.exchange.package.tables import TABLES, Sheaf, Table
from calm_instructor.exchange.package.trail_slice import trail_lines, travelling
from calm_instructor.messages.package import readme


@dataclass(frozen=True, kw_only=True)
class WrittenPackage:
    """A package ready to be written. ``identity``: SHA-256 of its descriptor, by which it is known and named."""

    data: bytes
    identity: str
    file_name: str


def write_package(contents: PackageContents, sign: Callable[[bytes], bytes], public_key: bytes) -> WrittenPackage:
    """The package of these contents: same contents and key, same bytes.

    ``sign`` gives the 64 bytes of an Ed25519 signature, ``public_key`` has 32 bytes. A paper that is not the one on record
    raises WorldError (``package.paper_differs``).
    """
    sheaf = Sheaf(contents.records)
    parts: dict[str, bytes] = {}
    records: dict[str, list[str]] = {}
    for table in TABLES:
        rows = [[cell(row[column.name]) for column in table.columns] for row in table.rows(sheaf)]
        parts[f"{DATA}{table.name}.csv"] = _csv(table, rows)
        records[table.name] = [row[0] for row in rows]
    in_scope = {str(record.value.id) for record in contents.records}
    parts[TRAIL] = trail_lines(
        travelling(each, in_scope) if isinstance(each, Entry) else each for each in contents.trail
    )
    parts |= _papers(contents, sheaf)
    parts = {README: readme(contents, records, papers=sum(path.startswith(PAPERS) for path in parts))} | parts
    stem = f"CALM-{_number(contents)}-{contents.created:%Y%m%dT%H%M}"
    said = descriptor(contents, parts, stem, records)
    signed = {DESCRIPTOR: said} | parts | {SIGNATURE: signature_file(said, sign, public_key)}
    identity = sha256_hex(said)
    return WrittenPackage(
        data=pack(signed.items(), contents.created), identity=identity, file_name=f"{stem}-{identity[:8]}.calmpack"
    )


def _csv(table: Table, rows: list[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)  # RFC 4180: comma, quotes where needed, CRLF
    writer.writerow([column.name for column in table.columns])
    writer.writerows(rows)
    return text.getvalue().encode()


def _papers(contents: PackageContents, sheaf: Sheaf) -> Iterator[tuple[str, bytes]]:
    for record in sheaf.standing(Document):
        document: Document = record.value
        data = contents.papers.get(document.id)
        if data is None or document.kind not in PAPERS_THAT_TRAVEL:
            continue
        if sha256_hex(data) != document.sha256:
            raise WorldError("package.paper_differs", title=document.title, sheet_no=document.sheet_no)
        yield f"{PAPERS}{document.id}.pdf", data


def _number(contents: PackageContents) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", contents.sender.number).strip("-") or "0"
