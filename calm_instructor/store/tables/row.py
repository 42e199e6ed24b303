"""What every table of records has: an integer key inside, a 16-byte uid outside, revision, created, updated and gone.

Tables are STRICT; moments and dates are ISO 8601 text, nested values canonical JSON text, ids of other records keys.
"""

from typing import Any, ClassVar

from sqlalchemy import Boolean
from sqlalchemy.ext.compiler import compiles
from sqlmodel import Field, SQLModel
from sqlmodel.sql.sqltypes import AutoString

STRICT: dict[str, Any] = {"sqlite_strict": True}


@compiles(AutoString, "sqlite")
def _text(*_: Any, **__: Any) -> str:
    return "TEXT"


@compiles(Boolean, "sqlite")
def _integer(*_: Any, **__: Any) -> str:
    return "INTEGER"


class Row(SQLModel):
    """The columns of every record. ``gone``: the moment it was taken away, None while it stands; nothing is deleted."""

    __table_args__: ClassVar[Any] = STRICT

    key: int | None = Field(default=None, primary_key=True)
    uid: bytes = Field(unique=True)
    revision: int
    created: str
    updated: str
    gone: str | None


def record(table: str) -> Any:
    """A column that holds the key of a record in ``table``, with an index where records are looked up by it."""
    return Field(foreign_key=f"{table}.key", index=table not in {"instructors", "organisations"})


def later(until_now: str) -> Any:
    """A column that came with a later schema; ``until_now`` is what it says for the records there were."""
    return Field(sa_column_kwargs={"server_default": until_now})
