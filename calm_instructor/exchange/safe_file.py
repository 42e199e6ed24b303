"""The one way a file is written: whole and on the disk under its name, or not at all.

Every paper, package and list goes through here, so that a full disk or a pulled stick never leaves half a file under a
good name. It knows nothing of what the bytes are, and makes no folder that nobody asked for.
"""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from calm_instructor.domain.errors import WorldError

_CODES = {
    errno.ENOSPC: "disk.full",
    errno.EDQUOT: "disk.full",
    errno.EFBIG: "disk.full",  # a limit set on this account, or more than the stick's format can hold
    errno.EROFS: "disk.read_only",
    errno.ENOENT: "disk.missing",
    errno.ENOTDIR: "disk.missing",
    errno.EEXIST: "disk.missing",  # a file where the folder should be
    errno.ENODEV: "disk.missing",
}


@contextlib.contextmanager
def disk_troubles(path: Path, *, denied: str = "disk.read_only") -> Iterator[None]:
    """Within it, an OSError becomes the WorldError of ``path`` (``denied``: the code where permission is refused)."""
    try:
        yield
    except PermissionError as no:
        raise WorldError(denied, path=path) from no
    except OSError as no:
        code = _CODES.get(no.errno or 0, "disk.trouble")
        raise WorldError(code, path=path, detail=no.strerror or str(no)) from no


def write_atomically(path: Path, data: bytes) -> None:
    """Put ``data`` under ``path``: beside it first, forced to the disk, then swapped in. An older file gives way at once.

    Raises WorldError (``disk.full``, ``disk.read_only``, ``disk.missing``, ``disk.in_use``, ``disk.trouble``); an older
    file of this name is then still what it was, and nothing half-written is left.
    """
    beside = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        with disk_troubles(path), beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with disk_troubles(path, denied="disk.in_use"):
            beside.replace(path)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
    with disk_troubles(path):
        _flush_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make the folder and those above it, where they are missing. Raises WorldError like ``write_atomically``."""
    with disk_troubles(path):
        path.mkdir(parents=True, exist_ok=True)


def _flush_folder(folder: Path) -> None:
    """The new name itself must reach the disk too. Windows does that by itself and opens no folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
