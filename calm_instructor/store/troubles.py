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
    errno.EACCES: "disk.read_only",
    errno.EPERM: "disk.read_only",
    errno.EROFS: "disk.read_only",
}


def world_error(trouble: Exception, path: Path) -> WorldError:
    """The error of the world for a driver's or the system's own; a trigger's refusal carries its code as its text."""
    if isinstance(trouble, OSError):
        code = _BY_ERRNO.get(trouble.errno or 0, "disk.trouble")
        return WorldError(code, path=path, detail=trouble.strerror or str(trouble))
    cause = trouble.orig if isinstance(trouble, DBAPIError) and trouble.orig is not None else trouble
    detail = str(cause)
    if detail.startswith("store."):
        return WorldError(detail, path=path)
    result = getattr(cause, "sqlite_errorcode", None) or 0
    return WorldError(_BY_RESULT.get(result & 0xFF, "store.not_saved"), path=path, detail=detail)
