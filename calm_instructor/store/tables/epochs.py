"""The store's own devices and epochs: one class per table. Rows never leave the store."""

from calm_instructor.store.tables.row import Row, record


class DeviceRow(Row, table=True):
    __tablename__ = "devices"

    public_key: str
    since: str


class EpochRow(Row, table=True):
    __tablename__ = "epochs"

    parent_key: int | None = record("epochs")
    parent_seq: int | None
    parent_hash: str
    begun: str
