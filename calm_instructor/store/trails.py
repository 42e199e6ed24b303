"""The trail as it lies in the store: adding the next entry, and reading entries, heads and the slice of one record.

Entries are read in stretches, so that no transaction stays open while somebody works through them.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import SQLModel

from calm_instructor.domain.ids import EpochId
from calm_instructor.domain.trail import START, Entry
from calm_instructor.store.queries import insert_into
from calm_instructor.store.tables import DocumentFileRow, TrailRow, TrailScopeRow

STRETCH = 500


def _table(row: type[SQLModel]) -> sa.Table:
    table: sa.Table = row.__table__  # type: ignore[attr-defined]  # SQLModel adds it
    return table


TRAIL = _table(TrailRow)
SCOPE = _table(TrailScopeRow)
FILES = _table(DocumentFileRow)


def add_entry(connection: sa.Connection, entry: Entry, scope: Iterable[UUID]) -> None:
    """Write one entry and whom it concerns, inside the transaction that is open."""
    row: dict[str, Any] = {column.name: getattr(entry, column.name, None) for column in TRAIL.columns}
    row |= {"uid": entry.id.bytes, "epoch": entry.epoch.bytes, "image_schema": entry.schema}
    connection.exec_driver_sql(insert_into(TRAIL), row)
    if concerned := [{"uid": uid.bytes, "seq": entry.seq} for uid in scope]:
        connection.exec_driver_sql(insert_into(SCOPE), concerned)


def entry_of(row: sa.RowMapping) -> Entry:
    """The entry that a row of the trail holds."""
    found = dict(row)
    return Entry(
        id=UUID(bytes=found.pop("uid")),
        epoch=EpochId(UUID(bytes=found.pop("epoch"))),
        schema=found.pop("image_schema"),
        **found,
    )


def find_entry(connection: sa.Connection, id: UUID) -> Entry | None:
    """The entry of this id, or None."""
    row = connection.execute(sa.select(TRAIL).where(TRAIL.c.uid == id.bytes)).mappings().first()
    return None if row is None else entry_of(row)


def last_link(connection: sa.Connection) -> tuple[int, str]:
    """Number and hash of the newest entry, as the next one needs them; -1 and the start in an empty trail."""
    row = connection.exec_driver_sql("SELECT seq, hash FROM trail ORDER BY seq DESC LIMIT 1").first()
    return (-1, START) if row is None else (row[0], row[1])


def stretch(connection: sa.Connection, seq_from: int, about: UUID | None = None) -> list[Entry]:
    """The next entries from ``seq_from`` on, in order; with ``about`` only those that concern that record."""
    query = sa.select(TRAIL).where(TRAIL.c.seq >= seq_from).order_by(TRAIL.c.seq).limit(STRETCH)
    if about is not None:
        query = query.join(SCOPE, SCOPE.c.seq == TRAIL.c.seq).where(SCOPE.c.uid == about.bytes)
    return [entry_of(row) for row in connection.execute(query).mappings()]


def newest(
    connection: sa.Connection, before: int | None = None, about: Collection[UUID] = (), limit: int = STRETCH
) -> list[Entry]:
    """The entries before number ``before`` (None: from the end), newest first; with ``about`` only those of these records."""
    query = sa.select(TRAIL).order_by(TRAIL.c.seq.desc()).limit(limit)
    if before is not None:
        query = query.where(TRAIL.c.seq < before)
    if about:
        concerned = sa.select(SCOPE.c.seq).where(SCOPE.c.uid.in_([each.bytes for each in about]))
        query = query.where(TRAIL.c.seq.in_(concerned))
    return [entry_of(row) for row in connection.execute(query).mappings()]


def entries(connection: sa.Connection, seq_from: int = 0, about: UUID | None = None) -> Iterator[Entry]:
    """All entries from ``seq_from`` on, stretch by stretch, on a connection that stays open meanwhile."""
    while found := stretch(connection, seq_from, about):
        yield from found
        seq_from = found[-1].seq + 1


def epoch_ends(connection: sa.Connection) -> Iterator[tuple[EpochId, int, str]]:
    """Each epoch that has entries, with the number and hash of its last one, oldest first."""
    last = sa.func.max(TRAIL.c.seq)
    ends = connection.execute(sa.select(TRAIL.c.epoch, last).group_by(TRAIL.c.epoch).order_by(last)).all()
    for epoch, seq in ends:
        head = connection.execute(sa.select(TRAIL.c.hash).where(TRAIL.c.seq == seq)).scalar_one()
        yield EpochId(UUID(bytes=epoch)), seq, head
