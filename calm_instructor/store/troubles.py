"""What SQLite and the disk answer when something goes wrong, turned into the errors that ``messages`` can word.

Decides nothing and mends nothing.
"""

import errno
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from calm_instructor.domain.errors import WorldError

DatabaseTrouble = (DBAPIError, dbapi2.Error)
"""Everything the driver can raise, with and without SQLAlchemy round it."""

_BY_RESULT = {
    5: "store.busy",
    6: "store.busy",
    8: "store.read_only",
    10: "store.trouble",
    11: "store.damaged",
    13: "store.full",
    14: "store.unreachable",
    26: "store.damaged",
}
_BY_ERRNO = {
    errno.ENOSPC: "disk.full",
    errno.EDQUOT: "disk.full",
    errno.EFBIG: "disk.full",
    errno.EACCES: "disk.read_only",
    errno.EPERM: "disk.read_only",
    errno.EROFS: "disk.read_only",
    errno.ENOENT: "disk.missing",
    errno.ENOTDIR: "disk.missing",
    errno.EEXIST: "disk.missing",
}


def world_error(trouble: Exception, path: Path) -> WorldError:
    """The error of the world for a driver's or the system's own; a trigger's refusal carries its code as its text."""
    if isinstance(trouble, OSError):
        code = _BY_ERRNO.get(trouble.errno or 0, "disk.trouble")
        return WorldError(code, path=path, detail=trouble.strerror or str(trouble))
    detail = said_by(trouble)
    if detail.startswith("store."):
        return WorldError(detail, path=path)
    result = getattr(_cause(trouble), "sqlite_errorcode", None) or 0
    return WorldError(_BY_RESULT.get(result & 0xFF, "store.not_saved"), path=path, detail=detail)


def said_by(trouble: Exception) -> str:
    """What SQLite itself says: names of tables and columns at most, never what a record holds."""
    return str(_cause(trouble))


def _cause(trouble: Exception) -> BaseException:
    return trouble.orig if isinstance(trouble, DBAPIError) and trouble.orig is not None else trouble
