"""A copy of a workbook that the reading library can be given without harm.

The library sets out a whole sheet in memory and takes the whole program down when that memory isn't there: one stray cell
in the last corner of a sheet is enough, or a count that lies. So an XLSX or ODS is measured here first and handed over as
a copy of the parts that were measured, and no others. What the cells mean is not looked at.
"""

import html
import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

from calm_instructor.domain.errors import BadFile
from calm_instructor.exchange.reading.raw_table import MAX_UNPACKED, Kind, check_extent

Place = tuple[int, int]
"""Row and column, from 0."""

_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_ODS_PARTS = frozenset({"mimetype", "content.xml", "META-INF/manifest.xml"})
_XLSX_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/(?:_rels/|worksheets/)?[^/]+\.(?:xml|rels)", re.IGNORECASE
)
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, LookupError, OverflowError),
)

_ATTRIBUTE = re.compile(rb"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_XLSX_MARK = re.compile(rb"<(?:\w+:)?(row|c)\b([^>]*)>")
_DIGITS, _LETTERS = b"0123456789", b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_XLSX_UNUSUAL_CELLS = (b":c", b"<c>", b"<c/", b"<c\t", b"<c\n", b"<c\r")
_XLSX_USUAL_CELL = re.compile(rb"""<c r="([A-Z]{1,3}\d{1,7})"(?:[^>]*[^/>])?>""")
_XLSX_USUAL_EMPTY = re.compile(rb"""<c r="[A-Z]{1,3}\d{1,7}"[^>]*/>""")
_XLSX_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,9})(\d{1,18})["']""")
_XLSX_EMPTY_FORMULA = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*"
    rb"<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>([^<]*)</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_XLSX_COUNT = re.compile(rb"""(<(?:\w+:)?sst\b[^>]*?)\s(?:uniqueCount|count)\s*=\s*(?:"[^"]*"|'[^']*')""")
_XLSX_SHEET = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)>")
_XLSX_LINK = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)>")
_ODS_MARK = re.compile(rb"<(?:\w+:)?(table|table-row|table-cell|covered-table-cell)(\s[^>]*|/)?>")


@dataclass(frozen=True)
class SafeCopy:
    """A workbook that was measured. formulas: those that were never worked out, by sheet and place, as text."""

    kind: Kind
    data: bytes
    formulas: Mapping[str, Mapping[Place, str]] = field(default_factory=dict)


def safe_copy(data: bytes, file: str) -> SafeCopy:
    """The workbook in a packed file. Raises BadFile: ``file.damaged``, ``file.locked``, ``file.too_big_inside``,
    ``file.far_cell``, ``file.too_many_rows``, ``file.binary_workbook``, ``file.document``, ``file.archive``.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _measured(archive, file)
    except BadFile as no:
        told = no
    except _DAMAGE:
        told = BadFile("file.damaged", file=file)
    raise BadFile(told.code, **told.facts)


def _measured(archive: zipfile.ZipFile, file: str) -> SafeCopy:
    entries = {entry.filename.replace("\\", "/"): entry for entry in archive.infolist()}
    names = {name.lower() for name in entries}
    if any(entry.flag_bits & 1 for entry in entries.values()) or "encrypted-package" in names:
        raise BadFile("file.locked", file=file)
    if "xl/workbook.bin" in names:
        raise BadFile("file.binary_workbook", file=file)
    is_xlsx = "xl/workbook.xml" in names
    wanted = {
        name: entry
        for name, entry in entries.items()
        if (_XLSX_PARTS.fullmatch(name) if is_xlsx else name in _ODS_PARTS)
    }
    if sum(entry.file_size for entry in wanted.values()) > MAX_UNPACKED:
        raise BadFile("file.too_big_inside", file=file, limit=MAX_UNPACKED // 1_000_000)
    parts = {name: archive.read(entry) for name, entry in wanted.items()}
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise BadFile("file.locked", file=file)
    for name, part in parts.items():
        if name != "mimetype":
            _check_whole(part)
    if is_xlsx:
        return _xlsx(parts, file)
    if parts.get("mimetype", b"").startswith(_ODS_TYPE) and "content.xml" in parts:
        return _ods(parts, file)
    raise BadFile("file.document" if names & {"word/document.xml", "content.xml"} else "file.archive", file=file)


def _check_whole(part: bytes) -> None:
    """Broken XML sends the library round and round. Raises ValueError, of which "file.damaged" is made."""
    parser = expat.ParserCreate("utf-8")  # as it is measured, whatever it says of itself
    parser.EntityDeclHandler = _no_entities
    try:
        parser.Parse(part, True)
        is_whole = b"\0" not in part  # a mark of UTF-16 counts for more with expat than what it is told
    except expat.ExpatError:
        is_whole = False
    if not is_whole:
        raise ValueError


def _no_entities(*_declared: object) -> None:
    raise ValueError


def _packed(kind: Kind, parts: Mapping[str, bytes], formulas: Mapping[str, Mapping[Place, str]]) -> SafeCopy:
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return SafeCopy(kind, copy.getvalue(), formulas)


def _attributes(mark: bytes) -> dict[str, str]:
    return {
        name.decode("ascii", "replace"): html.unescape((one or other).decode("utf-8", "replace"))
        for name, one, other in _ATTRIBUTE.findall(mark)
    }


# ── XLSX ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _xlsx(parts: Mapping[str, bytes], file: str) -> SafeCopy:
    sheets = _sheet_names(parts)
    formulas: dict[str, Mapping[Place, str]] = {}
    for name, part in parts.items():
        if name.lower().startswith("xl/worksheets/"):
            sheet = sheets.get(name, name)
            check_extent(file, *_xlsx_extent(part), sheet)
            formulas[sheet] = dict(_empty_formulas(part))
    return _packed(Kind.XLSX, {name: _without_counts(part) for name, part in parts.items()}, formulas)


def _without_counts(part: bytes) -> bytes:
    """Without the announced number of texts, for which the library sets memory aside unseen."""
    found = int(b"sst" in part)
    while found:
        part, found = _XLSX_COUNT.subn(rb"\1", part, count=1)
    return part


def _sheet_names(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The names of the sheets, by the parts in which they lie."""
    lower = {name.lower(): part for name, part in parts.items()}
    links = map(_attributes, _XLSX_LINK.findall(lower.get("xl/_rels/workbook.xml.rels", b"")))
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    names = {}
    for sheet in map(_attributes, _XLSX_SHEET.findall(lower["xl/workbook.xml"])):
        link = next((value for name, value in sheet.items() if name.endswith(":id")), None)
        target = targets.get(link, "")
        names[target[1:] if target.startswith("/") else f"xl/{target}"] = sheet.get("name", "")
    return names


def _place(attributes: bytes) -> Place:
    """Row and column of r="C12", from 1; 0 for what it doesn't say."""
    found = _XLSX_PLACE.search(attributes)
    if not found:
        return 0, 0
    return int(found.group(2)), _column(found.group(1).upper())


@lru_cache(1_000)
def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _xlsx_extent(part: bytes) -> tuple[int, int]:
    """Rows and columns up to the farthest cell that holds anything."""
    usual = _XLSX_USUAL_CELL.findall(part)
    others = part.count(b"<c ") - len(usual)
    is_usual = not others or others == len(_XLSX_USUAL_EMPTY.findall(part))
    if usual and is_usual and not any(sign in part for sign in _XLSX_UNUSUAL_CELLS):
        letters = {place.rstrip(_DIGITS) for place in usual}
        numbers = {place.lstrip(_LETTERS) for place in usual}
        return max(map(int, numbers)), max(map(_column, letters))
    rows = columns = row = column = 0
    for mark in _XLSX_MARK.finditer(part):
        what, attributes = mark.groups()
        said_row, said_column = _place(attributes)
        if what == b"row":
            row, column = said_row or row + 1, 0
            continue
        row, column = said_row or row, said_column or column + 1
        if not attributes.endswith(b"/"):
            rows, columns = max(rows, row), max(columns, column)
    return rows, columns


def _empty_formulas(part: bytes) -> Iterator[tuple[Place, str]]:
    may_hold_one = b"<f" in part or b":f" in part
    for formula in _XLSX_EMPTY_FORMULA.finditer(part) if may_hold_one else ():
        row, column = _place(formula.group(1))
        yield (row - 1, column - 1), "=" + html.unescape((formula.group(2) or b"").decode("utf-8", "replace"))


# ── ODS ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _ods(parts: Mapping[str, bytes], file: str) -> SafeCopy:
    rows = columns = row = column = 0
    for mark in _ODS_MARK.finditer(parts["content.xml"]):
        what, attributes = mark.group(1), mark.group(2) or b""
        said = _attributes(attributes)
        if what == b"table":
            rows = columns = row = 0
        elif what == b"table-row":
            row, column = row + _repeated(said, "number-rows-repeated"), 0
        else:
            column += _repeated(said, "number-columns-repeated")
            if not attributes.endswith(b"/") or any(name.endswith("value-type") for name in said):
                rows, columns = max(rows, row), max(columns, column)
                check_extent(file, rows, columns, file)
    return _packed(Kind.ODS, parts, {})


def _repeated(said: Mapping[str, str], name: str) -> int:
    return next((int(value) for key, value in said.items() if key.endswith(name)), 1)
