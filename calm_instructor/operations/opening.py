"""The door of the records: a folder's store opened, or made where there is none, and a Desk set before it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from calm_instructor.domain.course import Instructor
from calm_instructor.domain.errors import WorldError
from calm_instructor.domain.ids import InstructorId
from calm_instructor.messages import sentence
from calm_instructor.operations.desk import Desk
from calm_instructor.paths import KEY_FILE, STORE_FILE
from calm_instructor.store.checking import page_findings
from calm_instructor.store.database import Store, create_store, open_store

_LATELY = 200
"""How many entries of the trail are asked who worked last."""


def open_desk(folder: Path, clock: Callable[[], datetime]) -> Desk:
    """A Desk at the store of a folder; a practice store is made where there is none.

    Whoever worked last works on (R49). Raises what opening or making a store raises.
    """
    store = open_store(folder) if _has_store(folder) else create_store(folder, practice=True, at=clock())
    try:
        return Desk(store, clock, marking_as=_last_at_work(store))
    except BaseException:
        store.close()
        raise


def damage_in(desk: Desk) -> str:
    """What is wrong with the pages of the open file, in a sentence; "" where they are whole. Quick, and changes nothing."""
    count = len(page_findings(desk.store))
    return sentence(WorldError("opening.damaged", path=desk.store.line.path, count=count)) if count else ""


def _has_store(folder: Path) -> bool:
    """Whether a store lies there, or did: a key alone has lost its store, unless its store was never finished."""
    store, key = folder / STORE_FILE, folder / KEY_FILE
    return store.exists() or (key.exists() and not store.with_name(f"{STORE_FILE}.new").exists())


def close_desk(desk: Desk) -> None:
    """Close the store and free its folder."""
    desk.store.close()


def _last_at_work(store: Store) -> InstructorId | None:
    with store.reading() as view:
        here = view.all(Instructor)
        ids = {str(each.id) for each in here}
        lately = store.trail(max(0, store.head().seq - _LATELY))
        wished = [entry.by for entry in lately if entry.by in ids]
    if wished:
        return InstructorId(UUID(wished[-1]))
    return here[0].id if here else None
