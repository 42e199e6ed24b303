"""One wish: one transaction, one entry in the trail with the images of the rows it wrote. No rows written, no entry.

Leaving commits, any exception rolls back. An error from COMMIT does not mean "not saved": the entry's id was made before
the attempt, so the trail is asked for it, and only then is said whether the wish was saved.
"""

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from types import MappingProxyType, TracebackType
from typing import Any, Self
from uuid import UUID

import sqlalchemy as sa

from calm_instructor.domain.errors import CalmError, WorldError
from calm_instructor.domain.ids import EpochId, InstructorId, uuid7
from calm_instructor.domain.sealing import canonical, sha256_hex
from calm_instructor.domain.trail import Entry, new_entry
from calm_instructor.store.line import Line
from calm_instructor.store.mapping import BY_NAME, KINDS, Kind, in_column
from calm_instructor.store.queries import asked, insert_into, text_of
from calm_instructor.store.reading import Reading
from calm_instructor.store.scope import owners_of
from calm_instructor.store.trails import FILES, add_entry, find_entry, last_link
from calm_instructor.store.troubles import DatabaseTrouble, said_by, world_error

BATCH = 500
log = logging.getLogger(__name__)


class Work(Reading):
    """A wish that is being granted, once. ``entry``: the trail's entry, once committed.

    A write that was refused spoils the work: it can't be committed any more, whoever caught the error.
    """

    _begin = "BEGIN IMMEDIATE"

    def __init__(
        self,
        line: Line,
        *,
        wish: str,
        by: InstructorId | None,
        at: datetime,
        reason: str,
        epoch: EpochId,
        announce: Callable[[Entry], None],
    ) -> None:
        super().__init__(line)
        if at.tzinfo is None:
            raise ValueError("a wish needs a moment with its offset")
        self.wish, self.by, self.at, self.reason = wish, by, at, reason
        self._epoch, self._announce = epoch, announce
        self.entry: Entry | None = None
        self._id = self.new_id()
        self._before: dict[UUID, Any] = {}
        self._current: dict[UUID, Any] = {}
        self._images: dict[object, dict[str, Any]] = {}
        self._known: dict[tuple[object, ...], list[Any]] = {}
        self._is_spent = False
        self._spoilt: BaseException | None = None

    def __enter__(self) -> Self:
        if self._is_spent:
            raise RuntimeError("a work is done once")
        self._is_spent = True
        return super().__enter__()

    @property
    def before(self) -> Mapping[UUID, Any]:
        """Everything put or removed so far, by id: the value before this work, None where it was not there."""
        return MappingProxyType(self._before)

    def current(self, id: UUID) -> Any:
        """What was put or removed under this id, as it is now: None where it was taken away."""
        return self._current[id]

    def new_id(self) -> UUID:
        """A fresh id of this work's moment."""
        return uuid7(self.at, os.urandom(10))

    def put(self, value: Any) -> None:
        """Insert or update by id; an equal value writes nothing; one that was gone stands again."""
        self.put_all((value,))

    def put_all(self, values: Iterable[Any]) -> None:
        """Put many, in their order; those of one kind side by side are written together."""
        with self._whole():
            for kind, batch in _batches(values):
                stored = self._stored(kind, [value.id for value in batch])
                fresh = [row for value in batch if (row := self._put(kind, value, stored.get(value.id))) is not None]
                if fresh:
                    self._write(insert_into(kind.table), fresh)

    def remove(self, value: Any) -> None:
        """Take a record away: it stays in its table as gone, and in the trail. Raises CalmError "store.no_record"."""
        with self._whole():
            kind = KINDS[type(value)]
            old = self._stored(kind, [value.id]).get(value.id)
            if old is None or old["gone"] is not None:
                raise CalmError("store.no_record", table=kind.name, id=value.id)
            self._update(kind, value.id, old, old | {"gone": self.at.isoformat()})
            self._current[value.id] = None

    def keep_bytes(self, content: bytes) -> str:
        """Keep the bytes of a paper as issued; returns their SHA-256, under which ``bytes_of`` finds them."""
        name = sha256_hex(content)
        with self._whole():
            if self._scalar(sa.select(sa.func.count()).select_from(FILES).where(FILES.c.sha256 == name)) == 0:
                self._write(FILES.insert(), [{"sha256": name, "content": content}])
                self._images[name] = {"table": FILES.name, "id": name, "bytes": len(content)}
        return name

    @contextmanager
    def _whole(self) -> Iterator[None]:
        try:
            yield
        except BaseException as no:
            self._spoilt = no
            raise

    # ── one record ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _put(self, kind: Kind, value: Any, old: dict[str, Any] | None) -> dict[str, Any] | None:
        """Update the record where it is there and differs; else the row to insert."""
        image = {"table": kind.name, **kind.dump(value)}
        if old is None:
            now = self.at.isoformat()
            image |= {"revision": 1, "created": now, "updated": now, "gone": None}
            row = {"uid": value.id.bytes, **self._columns(kind, image)}
            self._note(value.id, None, image)
            self._current[value.id] = value
            return row
        image = old | image | {"gone": None}
        if image != old:
            self._update(kind, value.id, old, image)
            self._current[value.id] = value
        return None

    def _update(self, kind: Kind, id: UUID, old: dict[str, Any], image: dict[str, Any]) -> None:
        again = id in self._images
        image = image | {"updated": self.at.isoformat(), "revision": old["revision"] + (0 if again else 1)}
        self._write(kind.table.update().where(kind.table.c.uid == id.bytes).values(self._columns(kind, image)))
        if any(image[name] != old[name] for name in kind.references):
            self._line.owners.clear()
        self._note(id, None if old["gone"] is not None else kind.load(old), image)

    def _note(self, id: UUID, before: Any, image: dict[str, Any]) -> None:
        self._before.setdefault(id, before)
        self._images[id] = image

    def _columns(self, kind: Kind, image: dict[str, Any]) -> dict[str, Any]:
        """The columns of an image; of the records it names the keys."""
        columns = {name: image[name] for name in ("revision", "created", "updated", "gone")}
        for name, place in kind.places.items():
            found = image[name]
            if found is not None and place.refers_to:
                found = self._key(kind.references[name], UUID(found))
            columns[place.column] = in_column(place, found)
        return columns

    def _key(self, kind: Kind, id: UUID) -> int:
        keys = self._line.keys
        if (kind.name, id) not in keys:
            key = self._scalar(sa.select(kind.table.c.key).where(kind.table.c.uid == id.bytes))
            if key is None:
                raise CalmError("store.no_record", table=kind.name, id=id)
            keys[kind.name, id] = key
        return keys[kind.name, id]

    def _stored(self, kind: Kind, ids: list[UUID]) -> dict[UUID, dict[str, Any]]:
        shape, wanted = asked(kind, {"id": frozenset(ids)})
        rows = [kind.row_of(found) for found in self._tuples(text_of(kind, shape, False), wanted)]
        return {UUID(bytes=row["uid"]): kind.image_of(row) for row in rows}

    def _above(self, kind: Kind, id: UUID) -> frozenset[UUID]:
        owners = self._line.owners
        if id not in owners:
            image = self._images.get(id) or self._stored(kind, [id])[id]
            owners[id] = frozenset(owners_of(kind, image, self._above))
        return owners[id]

    def _values(self, kind: Kind, text: str, wanted: Sequence[object]) -> list[Any]:
        """Nobody else can write meanwhile, so what was read once holds until this work writes."""
        asked_for = (text, *wanted)
        if asked_for not in self._known:
            self._known[asked_for] = super()._values(kind, text, wanted)
        return self._known[asked_for]

    def _write(self, statement: sa.Executable | str, rows: list[dict[str, Any]] | None = None) -> None:
        if self._connection is None:
            raise RuntimeError("write inside the work only")
        self._known.clear()
        try:
            if isinstance(statement, str):
                self._connection.exec_driver_sql(statement, rows)
            else:
                self._connection.execute(statement, rows)
        except DatabaseTrouble as trouble:
            raise world_error(trouble, self._line.path) from trouble

    # ── the end of the work ─────────────────────────────────────────────────────────────────────────────────────────

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None and self._spoilt is not None:
                raise self._spoilt
            if error is None and self._images and self._connection is not None:
                self._commit(self._connection)
        finally:
            if self.entry is None:
                self._line.forget()
            super().__exit__(kind, error, trace)
        if self.entry is not None:
            self._announce(self.entry)

    def _commit(self, connection: sa.Connection) -> None:
        entry = self._next_entry(connection)
        try:
            add_entry(connection, entry, self._concerned())
            connection.commit()
        except DatabaseTrouble as trouble:
            self._line.roll_back()
            if not self._is_saved(entry):
                raise world_error(trouble, self._line.path) from trouble
            log.warning("a commit that reported trouble was saved: %s", said_by(trouble))
        self.entry = entry

    def _concerned(self) -> set[UUID]:
        """Every record written, and whom each belongs to as it is now."""
        scope = set(self._before)
        for id in self._before:
            image = self._images[id]
            scope |= owners_of(BY_NAME[image["table"]], image, self._above)
        return scope

    def _next_entry(self, connection: sa.Connection) -> Entry:
        seq, prev = last_link(connection)
        return new_entry(
            seq=seq + 1,
            id=self._id,
            epoch=self._epoch,
            at=self.at,
            by=str(self.by) if self.by else "",
            wish=self.wish,
            salt=os.urandom(16),
            body=canonical({"reason": self.reason, "rows": list(self._images.values())}),
            prev=prev,
        )

    def _is_saved(self, entry: Entry) -> bool:
        try:
            with self._line.connection() as connection:
                return find_entry(connection, entry.id) is not None
        except DatabaseTrouble as trouble:
            raise WorldError("store.not_known", path=self._line.path, detail=said_by(trouble)) from trouble


def _batches(values: Iterable[Any]) -> Iterator[tuple[Kind, list[Any]]]:
    """Runs of one kind, without an id twice. A kind that names its own kind goes one by one."""
    batch: list[Any] = []
    ids: set[UUID] = set()
    for value in values:
        if batch and (type(value) is not type(batch[0]) or value.id in ids or len(batch) == _most(value)):
            yield KINDS[type(batch[0])], batch
            batch, ids = [], set()
        batch.append(value)
        ids.add(value.id)
    if batch:
        yield KINDS[type(batch[0])], batch


def _most(value: Any) -> int:
    kind = KINDS[type(value)]
    return 1 if kind in kind.references.values() else BATCH
