"""A store: one folder with one encrypted file, its key file and its lock.

Makes a new one, opens one that is there, and refuses what is not ours without changing a byte. Practice stores only, for now.
"""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from uuid import UUID

from calm_instructor.domain.errors import WorldError
from calm_instructor.domain.ids import DeviceId, EpochId, InstructorId, uuid7
from calm_instructor.domain.package import Head
from calm_instructor.domain.trail import Entry
from calm_instructor.paths import KEY_FILE, LOCK_FILE, STORE_FILE
from calm_instructor.store import trails
from calm_instructor.store.connection import APPLICATION_ID, connect
from calm_instructor.store.epochs import Device, Epoch
from calm_instructor.store.keys import Keys, new_keys, read_keys, write_keys
from calm_instructor.store.line import Line
from calm_instructor.store.lock import FolderLock
from calm_instructor.store.reading import Reading
from calm_instructor.store.swapping import swap
from calm_instructor.store.tables import SCHEMA_VERSION
from calm_instructor.store.triggers import make_triggers
from calm_instructor.store.troubles import DatabaseTrouble, world_error
from calm_instructor.store.upgrade import migrate, upgrade
from calm_instructor.store.work import Work

log = logging.getLogger(__name__)


class Store:
    """An open store. Work and reading take turns: one thread at a time.

    ``after_commit``: told each entry once it is saved; ``remade_triggers``: those that were missing or wrong at open.
    """

    def __init__(self, path: Path, keys: Keys, driver: Any, lock: FolderLock | None = None) -> None:
        self.folder = path.parent
        self.practice = keys.practice
        self.device_id = keys.device_id
        self.public_key = keys.public_key
        self.remade_triggers = make_triggers(driver)
        self.line = Line(path, driver, practice=keys.practice)
        self.after_commit: list[Callable[[Entry], None]] = []
        self._lock = lock
        self._signing = keys.signing
        epochs = self.reading().all(Epoch)
        self._epoch = epochs[-1].id if epochs else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. The folder's lock goes with it."""
        self.line.close()
        if self._lock is not None:
            self._lock.free()
            self._lock = None

    def sign(self, data: bytes) -> bytes:
        """The device's Ed25519 signature over ``data``, 64 bytes."""
        return self._signing.sign(data)

    def reading(self) -> Reading:
        """To read; as a context manager all reads see one moment."""
        return Reading(self.line)

    def work(self, *, wish: str, by: InstructorId | None, at: datetime, reason: str = "") -> Work:
        """A wish to be granted, as a context manager. ``wish`` is a name of the format, as in "attempt.recorded"."""
        return self._work(wish, by, at, reason, self.epoch)

    def _work(self, wish: str, by: InstructorId | None, at: datetime, reason: str, epoch: EpochId) -> Work:
        return Work(self.line, wish=wish, by=by, at=at, reason=reason, epoch=epoch, announce=self._tell)

    def _tell(self, entry: Entry) -> None:
        for told in self.after_commit:
            try:
                told(entry)
            except Exception:  # what is committed stays so, whoever has trouble afterwards
                log.exception("after the commit of entry %s", entry.seq)

    # ── epochs and the trail ────────────────────────────────────────────────────────────────────────────────────────

    @property
    def epoch(self) -> EpochId:
        """The epoch that the next entry belongs to: the newest."""
        if self._epoch is None:
            raise LookupError("a store without an epoch")
        return self._epoch

    def begin_epoch(self, at: datetime) -> None:
        """The first entry of a new epoch: the epoch itself, and the device where it is new."""
        epoch = EpochId(uuid7(at, os.urandom(10)))
        head = self.heads()[-1:]
        with self._work("epoch.begun" if head else "store.created", None, at, "", epoch) as work:
            if work.find(Device, self.device_id) is None:
                work.put(Device(id=self.device_id, public_key=self.public_key.hex(), since=at))
            new = Epoch(id=epoch, begun=at)
            if head:
                new = replace(new, parent=head[0].epoch, parent_seq=head[0].seq, parent_hash=head[0].hash)
            work.put(new)
        self._epoch = epoch

    def trail(self, seq_from: int = 0) -> Iterator[Entry]:
        """The entries from ``seq_from`` on, in order."""
        return self._entries(seq_from, None)

    def entries_of(self, record: UUID) -> Iterator[Entry]:
        """The entries that concern a record: those that wrote it and, of a course, TNA or person, what belongs to it."""
        return self._entries(0, record)

    def _entries(self, seq: int, about: UUID | None) -> Iterator[Entry]:
        while True:
            with _trouble_told(self.line.path), self.line.connection() as connection:
                found = trails.stretch(connection, seq, about)
            yield from found
            if not found:
                return
            seq = found[-1].seq + 1

    def heads(self) -> tuple[Head, ...]:
        """The last entry of each epoch, oldest epoch first."""
        with _trouble_told(self.line.path), self.reading() as view, self.line.connection() as connection:
            parents = {epoch.id: epoch.parent for epoch in view.all(Epoch)}
            ends = tuple(trails.epoch_ends(connection))
        return tuple(Head(epoch=id, parent=parents.get(id), seq=seq, hash=hash) for id, seq, hash in ends)

    def head(self) -> Head:
        """The newest entry's place."""
        return self.heads()[-1]


def create_store(folder: Path, *, practice: bool, at: datetime) -> Store:
    """Make a store in a folder that has none, and open it. Its first entry holds the device and the first epoch.

    Raises WorldError store.real_not_yet (practice=False), store.exists, store.in_use or disk.… .
    """
    if not practice:
        raise WorldError("store.real_not_yet", path=folder)
    path, key_file = folder / STORE_FILE, folder / KEY_FILE
    beside = folder / f"{STORE_FILE}.new"
    with _trouble_told(folder), ExitStack() as undo:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FolderLock(folder / LOCK_FILE)
        undo.callback(lock.free)
        if path.exists() or (key_file.exists() and not beside.exists()):  # the latter: killed while being made
            raise WorldError("store.exists", path=folder)
        keys = new_keys(DeviceId(uuid7(at, os.urandom(10))), practice=practice)
        with ExitStack() as unmake:
            unmake.callback(beside.unlink, missing_ok=True)
            unmake.callback(key_file.unlink, missing_ok=True)
            _make(beside, keys, at)
            write_keys(key_file, keys)
            swap(beside, path)
            unmake.pop_all()
        store = _opened(path, keys, lock)
        undo.pop_all()
        return store


def _make(path: Path, keys: Keys, at: datetime) -> None:
    """A whole new store in one file that does not have its name yet; what an earlier attempt left gives way."""
    journal = path.with_name(path.name + "-journal")
    path.unlink(missing_ok=True)
    journal.unlink(missing_ok=True)
    try:
        with closing(connect(path, keys.data, new_salt=keys.salt, foreign_keys=False)) as driver:
            migrate(driver)
        with _opened(path, keys, None) as store:
            store.begin_epoch(at)
    finally:
        journal.unlink(missing_ok=True)


def open_store(folder: Path) -> Store:
    """Open the store of a folder, upgrading it first where its schema is older.

    Raises WorldError store.missing, .key_missing, .key_damaged, .in_use, .empty, .foreign, .wrong_key, .damaged, .newer,
    .upgrade_unsound or .unreachable; the file's bytes are then what they were.
    """
    path = folder / STORE_FILE
    if not path.is_file():
        raise WorldError("store.missing", path=path)
    with _trouble_told(path, "store.unreachable"), ExitStack() as undo:
        keys = read_keys(folder / KEY_FILE)
        lock = FolderLock(folder / LOCK_FILE)
        undo.callback(lock.free)
        if _schema_of(path, keys) < SCHEMA_VERSION:
            upgrade(path, keys.data)
        store = _opened(path, keys, lock)
        undo.pop_all()
        return store


def _opened(path: Path, keys: Keys, lock: FolderLock | None) -> Store:
    driver = connect(path, keys.data)
    try:
        return Store(path, keys, driver, lock)
    except BaseException:
        driver.close()
        raise


def _schema_of(path: Path, keys: Keys) -> int:
    """The schema of a file that is a store of these keys; everything else is refused."""
    with path.open("rb") as file:
        beginning = file.read(16)
    if not beginning:
        raise WorldError("store.empty", path=path)
    if beginning == b"SQLite format 3\0":
        raise WorldError("store.foreign", path=path)
    if beginning != keys.salt:
        raise WorldError("store.wrong_key", path=path)
    with closing(connect(path, keys.data)) as driver:
        if driver.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise WorldError("store.foreign", path=path)
        schema = int(driver.execute("PRAGMA user_version").fetchone()[0])
    if schema > SCHEMA_VERSION:
        raise WorldError("store.newer", path=path, schema=schema, known=SCHEMA_VERSION)
    return schema


@contextmanager
def _trouble_told(path: Path, no_disk: str | None = None) -> Iterator[None]:
    """What the driver or the disk says, said as an error of the world. ``no_disk``: what a disk's trouble is called here."""
    try:
        yield
    except (*DatabaseTrouble, OSError) as trouble:
        told = world_error(trouble, path)
        if no_disk and told.code.startswith("disk.") and told.code != "disk.full":
            told = WorldError(no_disk, **told.facts)
        raise told from trouble
