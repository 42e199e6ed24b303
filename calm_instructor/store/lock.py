"""One process at a time in a data folder: a lock that the operating system holds, and frees when the process dies.

The lock file itself stays; only the lock on it counts.
"""

import os
import sys
from pathlib import Path

from calm_instructor.domain.errors import WorldError


class FolderLock:
    """The lock on ``path``, held until ``free``. Raises WorldError "store.in_use" where another process has it."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._file)
        except (BlockingIOError, PermissionError):  # what POSIX and Windows say of a lock that is held
            os.close(self._file)
            raise WorldError("store.in_use", path=path.parent) from None

    def free(self) -> None:
        """Let the next one in."""
        os.close(self._file)


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
