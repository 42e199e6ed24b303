"""The text of a query for records, built once for each shape and kept: building it anew costs many times what it takes to run.

A shape is a kind and which fields are asked for in which way; what they are asked to equal are parameters. SQLAlchemy's own
names and quoting are used, so that a table is described in one place only.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from calm_instructor.store.mapping import Kind, in_column

Shape = tuple[tuple[str, str], ...]
_DIALECT = sqlite.dialect()


def asked(kind: Kind, equal: Mapping[str, object]) -> tuple[Shape, list[object]]:
    """The shape of "fields equal these", and its parameters. A frozenset of ids asks for any of them.

    Raises TypeError where an id is something else.
    """
    shape: list[tuple[str, str]] = []
    values: list[object] = []
    for name, wanted in equal.items():
        if name == "id":
            ids = wanted if isinstance(wanted, (UUID, frozenset)) else None
            if ids is None:
                raise TypeError(f"an id or a frozenset of ids, not {wanted!r}")
            shape.append((name, "ids"))
            values.append(hexes(ids if isinstance(ids, frozenset) else (ids,)))
        elif isinstance(wanted, UUID) and name in kind.references:
            shape.append((name, "key"))
            values.append(wanted.bytes)
        elif isinstance(wanted, frozenset) and name in kind.references:
            shape.append((name, "keys"))
            values.append(hexes(wanted))
        elif (value := in_column(kind.places[name], kind.dump_field(name, wanted))) is None:
            shape.append((name, "none"))
        else:
            shape.append((name, "value"))
            values.append(value)
    return tuple(shape), values


@lru_cache(maxsize=2048)
def text_of(kind: Kind, shape: Shape, standing: bool = True) -> str:
    """The query for all columns of the records; ``standing``: those that are not gone."""
    base = str(kind.select.order_by(None).compile(dialect=_DIALECT))
    return f"{base}{_where(kind, shape, standing)} ORDER BY {_name(kind.table.c.key)}"


@lru_cache(maxsize=2048)
def count_of(kind: Kind, shape: Shape) -> str:
    """The query for how many there are."""
    return f"SELECT count(*) FROM {kind.name}{_where(kind, shape, True)}"


@lru_cache(maxsize=256)
def one_of(kind: Kind, standing: bool = True) -> str:
    """The query for the record of one id."""
    base = str(kind.select.order_by(None).compile(dialect=_DIALECT))
    return f"{base} WHERE {_name(kind.table.c.uid)} = ?" + (
        f" AND {_name(kind.table.c.gone)} IS NULL" if standing else ""
    )


@lru_cache(maxsize=128)
def insert_into(table: sa.Table) -> str:
    """The statement for a new row, its values by the names of the columns; the store gives the key."""
    names = [column.name for column in table.columns if column.name != "key"]
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table.name} ({quoted}) VALUES ({', '.join(f':{name}' for name in names)})"


GLANCES = """
SELECT e.uid, t.uid, a.uid, a.number, a.outcome, a.state, a.recorded_at,
       a.feedback || a.not_assessed_reason || a.correction_reason
FROM assessments a JOIN enrolments e ON e.key = a.enrolment_key LEFT JOIN course_techniques t ON t.key = a.technique_key
WHERE a.gone IS NULL AND e.uid IN (SELECT unhex(value) FROM json_each(?)) ORDER BY a.key
"""
"""The one statement written by hand: whole attempts for a grid of 30 × 12 × 3 take four times as long."""


def hexes(ids: Iterable[UUID]) -> str:
    """Ids as one parameter, for json_each."""
    return json.dumps([each.hex for each in ids])


def _where(kind: Kind, shape: Shape, standing: bool) -> str:
    conditions = [f"{_name(kind.table.c.gone)} IS NULL"] if standing else []
    conditions += _conditions(kind, shape)
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""


def _conditions(kind: Kind, shape: Shape) -> Iterator[str]:
    any_of = "(SELECT unhex(value) FROM json_each(?))"
    for name, way in shape:
        if name == "id":
            yield f"{_name(kind.table.c.uid)} IN {any_of}"
            continue
        column = _name(kind.table.c[kind.places[name].column])
        if way == "none":
            yield f"{column} IS NULL"
        elif way == "value":
            yield f"{column} = ?"
        else:
            other = kind.references[name].table
            one = "= ?" if way == "key" else f"IN {any_of}"
            found = f"(SELECT {_name(other.c.key)} FROM {other.name} WHERE {_name(other.c.uid)} {one})"
            yield f"{column} {'=' if way == 'key' else 'IN'} {found}"


def _name(column: sa.Column[Any]) -> str:
    return str(column.compile(dialect=_DIALECT))
