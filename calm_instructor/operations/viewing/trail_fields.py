"""A record's fields before and after, in words: dates, names behind ids, labels of states, numbers with what they count."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from calm_instructor.domain.numbers import Numbers
from calm_instructor.messages import trail as words
from calm_instructor.messages.labels import LABELS, label
from calm_instructor.messages.numbers import number_label, number_shown
from calm_instructor.messages.showing import day, moment
from calm_instructor.messages.trail_fields import SEALS, field_label
from calm_instructor.messages.translating import _
from calm_instructor.messages.window.authorising import carried_in_words
from calm_instructor.operations.analysing import hold_names
from calm_instructor.operations.viewing.trail_names import Image, Names
from calm_instructor.store.mapping import BY_NAME, Kind


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    """One field, before and after in words; "" before where the record is new."""

    label: str
    before: str
    after: str


def changes_of(names: Names, before: Image | None, after: Image) -> Iterator[FieldChange]:
    """The fields of a record that an entry changed; of a new record, those that say something."""
    kind = BY_NAME.get(after["table"])
    if kind is None:
        return
    now, was = _value(kind, after), _value(kind, before) if before is not None else None
    if now is None:
        return
    for name in kind.places:
        if name in SEALS:
            continue
        old, new = getattr(was, name, None), getattr(now, name)
        if isinstance(new, Numbers):
            yield from _numbers(old, new)
        elif (was is None and not _is_empty(new)) or (was is not None and old != new):
            yield FieldChange(
                label=field_label(name),
                before="" if was is None else _shown(names, kind, name, old),
                after=_shown(names, kind, name, new),
            )


def _value(kind: Kind, image: Image) -> Any:
    try:
        return kind.load(image)
    except (ValueError, KeyError, TypeError):  # written under an older schema, or by hand
        return None


def _is_empty(value: object) -> bool:
    return value is None or value is False or value in ("", ())


def _numbers(old: Numbers | None, new: Numbers) -> Iterator[FieldChange]:
    """Each number by itself: those that differ, or of a new organisation those that are not the usual ones."""
    earlier = old if old is not None else Numbers()
    for each in fields(Numbers):
        was, now = getattr(earlier, each.name), getattr(new, each.name)
        if was != now:
            before = "" if old is None else number_shown(each.name, was)
            yield FieldChange(label=number_label(each.name), before=before, after=number_shown(each.name, now))


def _shown(names: Names, kind: Kind, name: str, value: object) -> str:
    if isinstance(value, UUID) and name in kind.references:
        return names.of_id(kind.references[name].name, value) or _(words.NONE)
    if name == "carried" and isinstance(value, tuple):
        return "; ".join(carried_in_words(key, hold_names()) for key in value) or _(words.NONE)
    return _plain(names, value)


def _plain(names: Names, value: object) -> str:
    """A value for a reader; what is nested is told part by part."""
    match value:
        case None | "" | ():
            return _(words.NONE)
        case bool():
            return _(words.YES) if value else _(words.NO)
        case StrEnum():
            return label(value) if type(value) in LABELS else str(value)
        case datetime():
            return moment(value)
        case date():
            return day(value)
        case time():
            return f"{value:%H:%M}"
        case UUID():
            return names.of_any(value) or _(words.NONE)
        case tuple() | list():
            return "; ".join(_plain(names, each) for each in value)
        case Mapping():
            return ", ".join(f"{key} {_plain(names, each)}" for key, each in value.items())
    if is_dataclass(value):
        parts = {each.name: getattr(value, each.name) for each in fields(value)}
        told = [_part(names, name, part) for name, part in parts.items() if not _is_empty(part)]
        return ", ".join(told) or _(words.NONE)
    return str(value)


def _part(names: Names, name: str, value: object) -> str:
    if name in {"code", "name", "met"}:
        return _plain(names, value)
    return f"{field_label(name).lower() if name != 'code' else ''} {_plain(names, value)}".strip()
