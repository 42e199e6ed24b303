"""A column of the package as data: its type worked out from the value's own field, how a cell is written, what fits in one.

Types are those of Data Package's Table Schema; nothing nested but JSON in a cell of type ``array``. Which fields become
columns is settled in ``tables``, not here.
"""

import dataclasses
import functools
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from types import NoneType
from typing import Any, NewType, get_args, get_origin, get_type_hints
from uuid import UUID

from calm_instructor.domain import ids
from calm_instructor.domain.sealing import canonical

TABLE_OF: dict[Any, str] = {
    ids.OrganisationId: "organisations",
    ids.InstructorId: "instructors",
    ids.PersonId: "people",
    ids.CatalogueId: "catalogues",
    ids.TechniqueId: "techniques",
    ids.TnaId: "tnas",
    ids.RiskId: "tna_risks",
    ids.CourseId: "courses",
    ids.CourseTechniqueId: "course_techniques",
    ids.SessionId: "sessions",
    ids.BlockId: "session_blocks",
    ids.EnrolmentId: "enrolments",
    ids.AttemptId: "assessments",
    ids.SignOffId: "signoffs",
}
"""The table that the records of an id stand in."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column. ``refers_to``: the table whose ids it holds; ``choices``: the only words allowed; "" stands for nothing."""

    name: str
    type: str
    format: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    refers_to: str = ""

    def field(self) -> dict[str, object]:
        """The column as a field of a Table Schema."""
        constraints: dict[str, object] = {"required": True} if self.required else {}
        if self.choices:
            constraints["enum"] = list(self.choices)
        out: dict[str, object] = {"name": self.name, "type": self.type}
        return (
            out
            | ({"format": self.format} if self.format else {})
            | ({"constraints": constraints} if constraints else {})
        )


EVERY_ROW = (
    Column(name="id", type="string", format="uuid", required=True),
    Column(name="revision", type="integer", required=True),
    Column(name="created", type="datetime", required=True),
    Column(name="updated", type="datetime", required=True),
)
"""What each row of each table begins with."""


_hints = functools.cache(get_type_hints)


def column_of(value: type, path: str) -> Column:
    """The column of a field; a dotted path leads into a nested value, as in ``core_theory.provider``."""
    hint: Any = value
    required = True
    for step in path.split("."):
        hint, optional = _without_none(_hints(hint)[step])
        required = required and not optional
    column = _typed(path.replace(".", "_"), hint)
    return dataclasses.replace(column, required=required and hint is not str)


def carried_whole(value: type, paths: tuple[str, ...]) -> frozenset[str]:
    """The fields of a value that the paths carry with nothing left out."""
    hints = _hints(value)
    whole = {path for path in paths if "." not in path}
    for name in {path.split(".")[0] for path in paths if "." in path}:
        nested, _optional = _without_none(hints[name])
        if {f"{name}.{inner.name}" for inner in fields(nested)} <= set(paths):
            whole.add(name)
    return frozenset(whole)


def follow(value: object, path: str) -> object:
    """The field of a value at a path; None where anything on the way is None."""
    for step in path.split("."):
        if value is None:
            return None
        value = getattr(value, step)
    return value


def _without_none(hint: Any) -> tuple[Any, bool]:
    inner = [each for each in get_args(hint) if each is not NoneType]
    optional = NoneType in get_args(hint)
    return (inner[0], True) if optional and len(inner) == 1 else (hint, optional)


def _typed(name: str, hint: Any) -> Column:
    if isinstance(hint, NewType):
        return Column(name=name, type="string", format="uuid", refers_to=TABLE_OF.get(hint, ""))
    if get_origin(hint) is tuple:
        return Column(name=name, type="array")
    if issubclass(hint, StrEnum):
        return Column(name=name, type="string", choices=tuple(hint))
    return Column(name=name, type=_SIMPLE[hint])


_SIMPLE: dict[type, str] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    datetime: "datetime",
    date: "date",
    time: "time",
}


def cell(value: object) -> str:
    """A value as its cell: nothing for None, ISO dates, RFC 3339 moments, true and false, JSON for what is nested."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, tuple):
        return canonical(_plain(value))
    return str(_plain(value))


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value) if isinstance(value, (UUID, StrEnum)) else value


UUID_TEXT = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?"
_MOMENT = re.compile(rf"{_DAY}T{_TIME}(Z|[+-][0-9]{{2}}:[0-9]{{2}})")


def _matches(pattern: str | re.Pattern[str], parse: Callable[[str], object]) -> Callable[[str], bool]:
    compiled = re.compile(pattern)

    def fits_type(text: str) -> bool:
        return compiled.fullmatch(text) is not None and _parses(parse, text)

    return fits_type


def _parses(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except (ValueError, RecursionError):
        return False
    return True


def _list_of(text: str) -> list[object]:
    found = json.loads(text)
    if not isinstance(found, list):
        raise ValueError
    return found


is_moment = _matches(_MOMENT, datetime.fromisoformat)

_FITS: Mapping[str, Callable[[str], bool]] = {
    "string": lambda text: True,
    "boolean": {"true", "false"}.__contains__,
    "integer": _matches(r"-?[0-9]{1,15}", int),
    "number": _matches(r"-?[0-9]{1,15}\.[0-9]{2}", float),
    "date": _matches(_DAY, date.fromisoformat),
    "time": _matches(_TIME, time.fromisoformat),
    "datetime": is_moment,
    "array": lambda text: _parses(_list_of, text),
}


def fits(column: Column, text: str) -> bool:
    """Whether a cell's text is one that the column allows."""
    if text == "":
        return not column.required
    if column.choices:
        return text in column.choices
    if column.format == "uuid":
        return UUID_TEXT.fullmatch(text) is not None
    return _FITS[column.type](text)
