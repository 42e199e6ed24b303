"""One mark by the raw driver: one INSERT, committed, in the same file and the same mode. No rule, no trail."""

from collections.abc import Callable
from itertools import count
from typing import Any


def raw_insert(driver: Any) -> Callable[[], None]:
    """Inserts a copy of the first mark, marked as gone so that nobody counts it."""
    names = [row[1] for row in driver.execute("PRAGMA table_info(assessments)") if row[1] != "key"]
    row = list(driver.execute(f"SELECT {', '.join(names)} FROM assessments LIMIT 1").fetchone())
    text = f"INSERT INTO assessments ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
    row[names.index("gone")] = "2026-11-24T12:00:00+00:00"
    numbers, place = count(1), names.index("uid")

    def insert() -> None:
        row[place] = b"bench" + next(numbers).to_bytes(11, "big")
        driver.execute("BEGIN IMMEDIATE")
        driver.execute(text, row)
        driver.commit()

    return insert
