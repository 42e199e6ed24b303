"""The trail, whom its entries concern, and the bytes of issued papers: append-only, all three."""

from typing import Any, ClassVar

from sqlmodel import Field, SQLModel

from calm_instructor.store.tables.row import STRICT


class TrailRow(SQLModel, table=True):
    """One entry; hashes and salt in hex. ``salt`` and ``body`` are NULL once lawfully erased."""

    __tablename__ = "trail"
    __table_args__: ClassVar[Any] = STRICT

    seq: int = Field(primary_key=True)
    uid: bytes = Field(unique=True)
    epoch: bytes = Field(index=True)
    at: str
    by: str
    wish: str
    image_schema: int
    body_sha256: str
    prev: str
    hash: str
    salt: str | None
    body: str | None


class TrailScopeRow(SQLModel, table=True):
    """One record that an entry wrote, or the course, TNA or person that such a record belongs to."""

    __tablename__ = "trail_scope"
    __table_args__: ClassVar[Any] = STRICT | {"sqlite_with_rowid": False}

    uid: bytes = Field(primary_key=True)
    seq: int = Field(primary_key=True, foreign_key="trail.seq")


class DocumentFileRow(SQLModel, table=True):
    """The bytes of a paper as issued, by their SHA-256 in hex."""

    __tablename__ = "document_files"
    __table_args__: ClassVar[Any] = STRICT

    sha256: str = Field(primary_key=True)
    content: bytes
