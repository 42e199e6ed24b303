"""How a value of the trade lies in its table: one mapping for all, worked out from the value's own field types.

A value is dumped as JSON (dates, moments, ids and enums as text): that dump is its image in the trail. In the table a plain
field has a column of its name, the id of another record a ``…_key`` column, and everything nested one column of canonical
JSON. Knows no rule; a test proves that every field has its column and the reverse.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from enum import Enum
from functools import cache, cached_property, lru_cache
from types import NoneType
from typing import Any, NewType, get_args, get_type_hints
from uuid import UUID

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlmodel import SQLModel

from calm_instructor.domain.sealing import canonical
from calm_instructor.store.tables import ROWS

RECORD_FACTS = ("revision", "created", "updated", "gone")
"""What the store adds to every record, in the table and in its image."""
_FACTS_END = 1 + len(RECORD_FACTS)


@dataclass(frozen=True)
class FieldPlace:
    """Where one field lies. ``refers_to``: the NewType of the record that the field names; ``nested``: kept as JSON."""

    name: str
    column: str
    type: Any
    refers_to: Any = None
    nested: bool = False
    is_moment: bool = False


def _place(name: str, hint: Any) -> FieldPlace:
    types = [each for each in get_args(hint) if each is not NoneType]
    plain = types[0] if NoneType in get_args(hint) and len(types) == 1 else hint
    if isinstance(plain, NewType):
        return FieldPlace(name, f"{name}_key", hint, refers_to=plain)
    scalar = isinstance(plain, type) and issubclass(plain, (str, int, date, time, Enum))
    return FieldPlace(name, name, hint, nested=not scalar, is_moment=plain is datetime)


@cache
def _adapter(hint: Any) -> TypeAdapter[Any]:
    return TypeAdapter(hint)


@lru_cache(maxsize=4096)
def id_of(found: bytes) -> UUID:
    """Ids repeat, and an id is slow to make."""
    return UUID(bytes=found)


def _reader(place: FieldPlace) -> Callable[[Any], Any] | None:
    """From what lies in a field's column to what it is; None where it is that already."""
    if place.refers_to:
        return id_of
    types = [each for each in get_args(place.type) if each is not NoneType]
    plain = types[0] if NoneType in get_args(place.type) and len(types) == 1 else place.type
    if place.nested:
        nested = _adapter(place.type).validate_json
        empty = {"[]": ()} if getattr(plain, "__origin__", None) is tuple else {}
        return lambda text: empty[text] if text in empty else nested(text)
    if issubclass(plain, Enum):
        members = {each.value: each for each in plain}
        return members.__getitem__
    if plain is bool:
        return bool
    return plain.fromisoformat if issubclass(plain, (date, time)) else None


class Kind:
    """One kind of record: its value class, its table, and how the one becomes the other."""

    def __init__(self, value: type, row: type[SQLModel]) -> None:
        hints = get_type_hints(value)
        self.value = value
        self.table: sa.Table = row.__table__  # type: ignore[attr-defined]  # SQLModel adds it
        self.id_type = hints["id"]
        self.places = {f.name: _place(f.name, hints[f.name]) for f in fields(value) if f.name != "id"}
        self._adapter = _adapter(value)

    @property
    def name(self) -> str:
        """The table's name, which is also the name of the kind in the trail."""
        return self.table.name

    @cached_property
    def references(self) -> dict[str, "Kind"]:
        """The kinds of record that the fields name, by field."""
        return {name: BY_ID_TYPE[place.refers_to] for name, place in self.places.items() if place.refers_to}

    @cached_property
    def select(self) -> sa.Select[Any]:
        """All columns of the value, with the uids of the records it names instead of their keys, in order of creation."""
        table: sa.Table = self.table
        tables: sa.FromClause = table
        columns: list[sa.ColumnElement[Any]] = [table.c[name] for name in ("uid", *RECORD_FACTS)]
        for name, place in self.places.items():
            if name in self.references:
                other = self.references[name].table.alias(f"the_{name}")
                tables = tables.outerjoin(other, table.c[place.column] == other.c.key)
                columns.append(other.c.uid.label(name))
            else:
                columns.append(table.c[place.column].label(name))
        return sa.select(*columns).select_from(tables).order_by(table.c.key)

    def dump(self, value: Any) -> dict[str, Any]:
        """The value as JSON. Naive moments are refused with ValueError."""
        for name, place in self.places.items():
            if place.is_moment and (moment := getattr(value, name)) is not None and moment.tzinfo is None:
                raise ValueError(f"{self.name}.{name} needs a moment with its offset")
        dumped: dict[str, Any] = self._adapter.dump_python(value, mode="json")
        return dumped

    def dump_field(self, name: str, value: object) -> Any:
        """One field of a value as JSON."""
        return _adapter(self.places[name].type).dump_python(value, mode="json")

    def load(self, image: Mapping[str, Any]) -> Any:
        """The value of an image; what the store adds to it is left aside."""
        return self._adapter.validate_python({name: image[name] for name in ("id", *self.places)})

    @cached_property
    def _readers(self) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
        """The fields that are something else than what lies in their column."""
        readers = [(name, _reader(place)) for name, place in self.places.items()]
        return tuple((name, read) for name, read in readers if read is not None)

    def value_of(self, found: Sequence[Any]) -> Any:
        """The value of what the bare driver gives for ``select``: as ``load`` makes it, at a fifth of the time.

        Nothing is checked again: the table took only what ``dump`` gave it.
        """
        value: Any = object.__new__(self.value)
        held = value.__dict__
        held["id"] = UUID(bytes=found[0])
        held.update(zip(self.places, found[_FACTS_END:], strict=True))
        for name, read in self._readers:
            raw = held[name]
            if raw is not None:
                held[name] = read(raw)
        return value

    @cached_property
    def _row_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.select.selected_columns)

    @cached_property
    def _yes_or_no(self) -> tuple[str, ...]:
        return tuple(
            name for name, place in self.places.items() if isinstance(self.table.c[place.column].type, sa.Boolean)
        )

    def row_of(self, found: Sequence[Any]) -> dict[str, Any]:
        """What the bare driver gives for ``select``, by name: it knows no yes or no."""
        row = dict(zip(self._row_names, found, strict=True))
        for name in self._yes_or_no:
            if row[name] is not None:
                row[name] = bool(row[name])
        return row

    def image_of(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """The image of a selected row: its value as JSON, its kind, and what the store adds."""
        image: dict[str, Any] = {"table": self.name, "id": str(UUID(bytes=row["uid"]))}
        image |= {name: row[name] for name in RECORD_FACTS}
        for name, place in self.places.items():
            found = row[name]
            if found is not None and place.refers_to:
                found = str(UUID(bytes=found))
            elif found is not None and place.nested:
                found = json.loads(found)
            image[name] = found
        return image


def in_column(place: FieldPlace, dumped: Any) -> Any:
    """A dumped field as its column holds it; the ids of other records stay as they are."""
    return canonical(dumped) if place.nested and dumped is not None else dumped


KINDS: dict[type, Kind] = {value: Kind(value, row) for value, row in ROWS.items()}
BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS.values()}
BY_ID_TYPE: dict[Any, Kind] = {kind.id_type: kind for kind in KINDS.values()}
