"""The line to an open store's file: one connection, one thread at a time, and what was learned over it.

Reading and work both go through here. Nothing here knows what a record is.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from calm_instructor.store.connection import engine_on
from calm_instructor.store.troubles import DatabaseTrouble


class Line:
    """``keys``: the integer keys of records met so far, by table and id; ``owners``: whom records belong to, by id."""

    def __init__(self, path: Path, driver: Any, *, practice: bool) -> None:
        self.path = path
        self.practice = practice
        self.driver = driver
        self.keys: dict[tuple[str, UUID], int] = {}
        self.owners: dict[UUID, frozenset[UUID]] = {}
        self._engine = engine_on(driver)
        self._turn = threading.RLock()
        self._open: sa.Connection | None = None

    @contextmanager
    def connection(self, begin: str = "BEGIN") -> Iterator[sa.Connection]:
        """The connection, for one thread at a time, until the end of the block; what is not committed by then is undone.

        Inside a block of the same thread it is that block's own, with what was written there.
        """
        with self._turn:
            if self._open is not None:
                if begin != "BEGIN":
                    raise RuntimeError("a work can't begin inside a work or a reading")
                yield self._open
                return
            self._open = self._engine.connect().execution_options(begin=begin)
            try:
                yield self._open
            finally:
                self.roll_back()
                self._open.close()
                self._open = None

    def roll_back(self) -> None:
        """Undo what is open, and only read from here on. SQLite may have undone it by itself, and a lost disk can't."""
        if self._open is not None:
            with suppress(*DatabaseTrouble):
                self._open.rollback()
            with suppress(*DatabaseTrouble):
                self.driver.rollback()
            self._open.execution_options(begin="BEGIN")

    def forget(self) -> None:
        """Nothing that a rolled-back work learned holds."""
        self.keys.clear()
        self.owners.clear()

    def close(self) -> None:
        """Close the file."""
        with self._turn:
            self._engine.dispose()
            self.driver.close()
