"""Kills an upgrade or the making of a store at one step on the disk after the other, and counts what each kill leaves.

    python -m tests.store.killing_steps upgrade|making APART FOLDER...

tries every APART-th step in a process of its own, so that it may fork. Prints the counts as JSON.
"""

import json
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from calm_instructor.store.checking import check
from calm_instructor.store.database import create_store, open_store
from calm_instructor.store.keys import read_keys
from calm_instructor.store.upgrade import upgrade
from tests.store.killing import kill_at_call
from tests.store.next_schema import add_next_step, content
from tests.store.samples import NOON


def upgrades(apart: int, filled: Path, scratch: Path) -> dict[str, int]:
    """Upgrades of the filled store, each in its own copy; a kill that left the old store is followed by an upgrade."""
    migrations = add_next_step(scratch / "migrations")
    key, (old, rows) = read_keys(filled / "calm.key").data, content(filled / "calm.db")
    counts = {"old": 0, "new": 0, "between": 0, "not new afterwards": 0}
    for number, folder in _places(apart, scratch):
        shutil.copytree(filled, folder)
        again = partial(upgrade, folder / "calm.db", key, migrations)
        was_killed = kill_at_call(number, again)
        left = content(folder / "calm.db")
        counts["old" if left == (old, rows) else "new" if left == (old + 1, rows) else "between"] += 1
        if left[0] == old:
            again()
        counts["not new afterwards"] += content(folder / "calm.db") != (old + 1, rows)
        if not was_killed:
            break
    return counts


def makings(apart: int, scratch: Path) -> dict[str, int]:
    """Makings of a store; afterwards it is there and whole, or it can be made."""
    counts = {"nothing yet": 0, "whole": 0, "faults": 0}
    for number, folder in _places(apart, scratch):
        was_killed = kill_at_call(number, lambda folder=folder: create_store(folder, practice=True, at=NOON).close())  # type: ignore[misc]
        there = (folder / "calm.db").exists()
        counts["whole" if there else "nothing yet"] += 1
        with open_store(folder) if there else create_store(folder, practice=True, at=NOON) as store:
            counts["faults"] += len(check(store)) + (len(list(store.trail())) != 1)
        if not was_killed:
            break
    return counts


def _places(apart: int, scratch: Path) -> Iterator[tuple[int, Path]]:
    for number in range(1, 100_000, apart):
        folder = scratch / str(number)
        yield number, folder
        shutil.rmtree(folder)


if __name__ == "__main__":
    what, apart, *folders = sys.argv[1:]
    print(json.dumps((upgrades if what == "upgrade" else makings)(int(apart), *map(Path, folders))))
