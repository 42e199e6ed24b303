"""The ZIP that a package travels in: written the same way everywhere, and opened without trusting a byte of it.

Nothing is compressed: what is written is then the same on every machine, and a flipped bit can't hide in an encoder's
spare bits. Knows file names and sizes; what is in the files is not its business.
"""

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from io import BytesIO

from calm_instructor.domain.errors import BadFile

DESCRIPTOR = "datapackage.json"
README = "README.txt"
TRAIL = "trail.jsonl"
SIGNATURE = "signature.json"
DATA = "data/"
PAPERS = "documents/"

MEGABYTE = 1 << 20
LARGEST_FILE = 48 * MEGABYTE
LARGEST_UNPACKED = 64 * MEGABYTE
LARGEST_PART = 40 * MEGABYTE
MOST_PARTS = 2_000
LARGEST_LIST = MEGABYTE // 2
HIGHEST_RATIO = 200

_END = b"PK\x05\x06"
_END_LENGTH = 22
_BIG_END_MARK = b"PK\x06\x07"
_BIG_END_LENGTH = 20
_OPEN_TROUBLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    LookupError,
    ArithmeticError,
)


def pack(parts: Iterable[tuple[str, bytes]], at: datetime) -> bytes:
    """The files in this order as a ZIP, each dated ``at``: same files and moment, same bytes."""
    out = BytesIO()
    dated = min(max(at.timetuple()[:6], (1980, 1, 1, 0, 0, 0)), (2107, 12, 31, 23, 59, 59))  # what a ZIP can say
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts:
            info = zipfile.ZipInfo(name, dated)
            info.create_system = 3  # else it would tell on which system it was written
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, data)
    return out.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The files of a ZIP by name, in its order. Anything out of the ordinary raises BadFile (``package.…``)."""
    if len(data) > LARGEST_FILE:
        raise BadFile("package.too_big", limit=_megabytes(LARGEST_FILE))
    _look_at_end(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
            _look_at_list(infos)
            return {info.filename: _read(archive, info) for info in infos}
    except _OPEN_TROUBLE as no:
        raise BadFile("package.not_a_zip") from no


def _look_at_end(data: bytes) -> None:
    """A ZIP is read from its end; a list of a million entries, or one for files above 4 GB, is not even begun."""
    end = data[-_END_LENGTH:]
    big = data[-_END_LENGTH - _BIG_END_LENGTH : -_END_LENGTH]
    if len(end) < _END_LENGTH or not end.startswith(_END) or big.startswith(_BIG_END_MARK):
        raise BadFile("package.not_a_zip")
    if int.from_bytes(end[12:16], "little") > LARGEST_LIST:
        raise BadFile("package.too_many_parts", limit=MOST_PARTS)


def _look_at_list(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MOST_PARTS:
        raise BadFile("package.too_many_parts", limit=MOST_PARTS)
    names: set[str] = set()
    for info in infos:
        name = info.orig_filename
        if name != info.filename or _leads_elsewhere(name):
            raise BadFile("package.part_elsewhere", name=shown(name))
        if name.casefold() in names:
            raise BadFile("package.part_doubled", name=shown(name))
        names.add(name.casefold())
        if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
            raise BadFile("package.part_is_link", name=shown(name))
        if info.flag_bits & 0x2041 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise BadFile("package.part_closed", name=shown(name))
        if info.file_size > LARGEST_PART:
            raise BadFile("package.part_too_big", name=shown(name), limit=_megabytes(LARGEST_PART))
        if info.file_size > MEGABYTE and info.file_size > HIGHEST_RATIO * info.compress_size:
            raise BadFile("package.part_swells", name=shown(name))
    if sum(info.file_size for info in infos) > LARGEST_UNPACKED:
        raise BadFile("package.too_big", limit=_megabytes(LARGEST_UNPACKED))


def _leads_elsewhere(name: str) -> bool:
    return "\\" in name or ":" in name or name.startswith("/") or not {"", ".", ".."}.isdisjoint(name.split("/"))


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Never more than the size the list gives, which was looked at before."""
    try:
        found = archive.read(info)
    except _OPEN_TROUBLE as no:
        raise BadFile("package.part_damaged", name=shown(info.filename)) from no
    if len(found) != info.file_size:
        raise BadFile("package.part_damaged", name=shown(info.filename))
    return found


def is_as_written(data: bytes, parts: Mapping[str, bytes], at: datetime) -> bool:
    """Whether the ZIP is byte for byte what ``pack`` makes of these files: nothing beside, between or behind them."""
    return len(data) >= sum(map(len, parts.values())) and pack(parts.items(), at) == data


def _megabytes(size: int) -> int:
    return size // MEGABYTE


_UNPRINTABLE = re.compile(r"[^\w .,;:/()\[\]{}'\"=+*@#%&!?<>|~^$-]")


def shown(text: str) -> str:
    """A text of unknown origin as a sentence may quote it: short, and nothing in it that a terminal would obey."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text[:60]) + ("…" if len(text) > 60 else "")
