"""Opening a list that somebody hands in: what it is, by its first bytes and never by its name's ending.

Nothing of the file is believed before it is measured. What the columns mean is found elsewhere.
"""

import stat
from dataclasses import dataclass
from pathlib import Path

from calm_instructor.domain.errors import BadFile
from calm_instructor.exchange.reading.raw_table import MAX_BYTES, RawTable
from calm_instructor.exchange.reading.text_table import read_text
from calm_instructor.exchange.reading.workbook_table import read_old, read_packed

ASSUMED_ENCODING = "cp1252"
"""What a text without mark and not UTF-8 most likely is in this country."""

_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER = (
    (b"%PDF", "file.pdf"),
    (b"\x89PNG", "file.picture"),
    (b"\xff\xd8\xff", "file.picture"),
    (b"GIF8", "file.picture"),
    (b"BM", "file.picture"),
    (b"II*\0", "file.picture"),
    (b"MM\0*", "file.picture"),
    (b"{\\rtf", "file.document"),
    (b"\x1f\x8b", "file.archive"),
    (b"7z\xbc\xaf", "file.archive"),
    (b"Rar!", "file.archive"),
    (b"SQLite format 3", "file.other"),
)


@dataclass(frozen=True)
class Pasted:
    """A list that came over the clipboard and never lay in a file. ``name``: what stands in sentences for a file's name."""

    name: str
    text: str


def read_tables(
    path: Path | Pasted, *, encoding: str | None = None, assume: str | None = ASSUMED_ENCODING
) -> tuple[RawTable, ...]:
    """The list in a file: one table of a text, one for each sheet in sight of a workbook.

    encoding: of a text that doesn't say it itself; assume: what to take where neither file nor caller says it, None to be
    told ``file.encoding_needed`` instead. Raises BadFile, with the file's name in ``facts["file"]``.
    """
    file = path.name
    if isinstance(path, Pasted):
        return (_pasted(path),)
    data = _bytes(path)
    if not data.strip():
        raise BadFile("file.empty", file=file)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return read_packed(data, file)
    if data.startswith(_CONTAINER):
        return read_old(data, file)
    for beginning, code in _OTHER:
        if data.startswith(beginning) and (len(beginning) > 2 or b"\0" in data[:64]):
            raise BadFile(code, file=file)
    table = read_text(data, file, encoding, assume)
    return (table,)


def _pasted(pasted: Pasted) -> RawTable:
    data = pasted.text.encode("utf-8", "replace")
    if not data.strip():
        raise BadFile("file.empty", file=pasted.name)
    if len(data) > MAX_BYTES:
        raise BadFile("file.too_big", file=pasted.name, limit=MAX_BYTES // 1_000_000)
    return read_text(data, pasted.name, None, None)


def _bytes(path: Path) -> bytes:
    try:
        what = path.stat()
        if stat.S_ISDIR(what.st_mode):
            code, detail = "file.folder", ""
        elif not stat.S_ISREG(what.st_mode):
            code, detail = "file.other", ""
        elif what.st_size > MAX_BYTES:
            code, detail = "file.too_big", ""
        else:
            return path.read_bytes()
    except PermissionError:
        code, detail = "file.denied", ""
    except (FileNotFoundError, NotADirectoryError, ValueError):
        code, detail = "file.missing", ""
    except OSError as no:
        code, detail = "file.unreadable", no.strerror or ""
    raise BadFile(code, file=path.name, path=path, limit=MAX_BYTES // 1_000_000, detail=detail)
