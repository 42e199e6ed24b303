"""Papers and packages as issued: one class per table. Rows never leave the store."""

from calm_instructor.store.tables.row import Row, record


class DocumentRow(Row, table=True):
    __tablename__ = "documents"

    course_key: int | None = record("courses")
    tna_key: int | None = record("tnas")
    enrolment_key: int | None = record("enrolments")
    kind: str
    sheet_no: str
    title: str
    version: int
    pages: int
    sha256: str
    short_code: str
    printed_at: str
    printed_by_key: int = record("instructors")
    reprint: int


class SentPackageRow(Row, table=True):
    __tablename__ = "packages"

    course_key: int = record("courses")
    file_name: str
    sequence: int
    identity: str
    previous: str
    written_at: str
    written_by_key: int = record("instructors")
    head_seq: int
    head_hash: str
    received_at: str | None
