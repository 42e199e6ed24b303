"""What is settled about files that are read: one class per table. Rows never leave the store."""

from calm_instructor.store.tables.row import Row


class FileShapeRow(Row, table=True):
    __tablename__ = "file_shapes"

    kind: str
    headings: str
    columns: str  # JSON
    wordings: str  # JSON
    encoding: str
    date_order: str
