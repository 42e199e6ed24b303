"""What comes with the program: the general catalogue, holds, staff groups, criteria, questions, ready sets and phrases.

Read once, checked against the trade's own values, and always the same on every laptop: the catalogue's ids are derived from
code and version. A shipped file that doesn't fit is our own mistake and is raised as it is, never worded for a reader.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar
from uuid import UUID, uuid5

from pydantic import ConfigDict, TypeAdapter

from calm_instructor.domain.ids import CatalogueId, TechniqueId
from calm_instructor.domain.needs import Severity
from calm_instructor.domain.people import StaffGroup
from calm_instructor.domain.technique import Catalogue, Criterion, Hold, Technique
from calm_instructor.paths import resource

_T = TypeVar("_T")

SHIPPED = UUID("4b924514-f88b-4b27-bee4-18f29622ccf6")
"""The namespace of everything shipped; changing it would make every laptop's catalogue a stranger to the others."""


@dataclass(frozen=True, kw_only=True)
class SmallSet:
    """A ready-made small set for demonstration: codes of the general catalogue in teaching order."""

    code: str
    name: str
    techniques: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class _CountedHold:
    code: str
    name: str
    severity: Severity


@dataclass(frozen=True, kw_only=True)
class _OtherWords:
    text: str
    short: str


@dataclass(frozen=True, kw_only=True)
class _Criteria:
    criteria: tuple[Criterion, ...]
    while_generic: Mapping[str, _OtherWords]


def checked(kind: type[_T], rows: Iterable[object]) -> tuple[_T, ...]:
    """Rows read from JSON as the trade's own values, every field known and of its kind."""
    return TypeAdapter(tuple[kind, ...], config=ConfigDict(extra="forbid")).validate_python(rows)  # type: ignore[valid-type]


def raw(name: str) -> Any:
    """A shipped JSON file by its name under the resources, as it lies."""
    return json.loads(resource(name).read_text(encoding="utf-8"))


@cache
def shipped_catalogue() -> tuple[Catalogue, tuple[Technique, ...]]:
    """The general list (GENERIC, R25) and its entries in order; the same ids on every machine."""
    lists = raw("catalogue/generic.json")
    entries = lists.pop("techniques")
    version = lists["version"]
    own = CatalogueId(uuid5(SHIPPED, f"catalogue {lists['name']} {version}"))
    (catalogue,) = checked(Catalogue, [{"id": own, **lists}])
    techniques = checked(
        Technique,
        [
            {
                "id": TechniqueId(uuid5(SHIPPED, f"{entry['code']} {version}")),
                "catalogue": own,
                "position": position,
                "version": version,
                **entry,
            }
            for position, entry in enumerate(entries, start=1)
        ],
    )
    return catalogue, techniques


@cache
def _counted_holds() -> Mapping[str, _CountedHold]:
    return {hold.code: hold for hold in checked(_CountedHold, raw("catalogue/holds.json"))}


@cache
def holds() -> Mapping[str, Hold]:
    """Every hold or grab that can be counted, by code, in the catalogue's order."""
    return MappingProxyType({hold.code: Hold(code=hold.code, name=hold.name) for hold in _counted_holds().values()})


def hold_severity(code: str) -> Severity:
    """How bad the hold of this code usually turns out: a proposal for the risk, never an answer."""
    return _counted_holds()[code].severity


@cache
def staff_groups() -> tuple[StaffGroup, ...]:
    """R36: the groups of a service from chief executive to direct care, as proposed for a TNA."""
    return checked(StaffGroup, raw("catalogue/staff_groups.json"))


@cache
def small_sets() -> tuple[SmallSet, ...]:
    """The three ready-made small sets."""
    return checked(SmallSet, raw("catalogue/sets.json"))


@cache
def criteria(coaching_points_ref: str = "") -> tuple[Criterion, ...]:
    """A1 to A13 as worded for an issued catalogue; with the organisation's reference, as worded while GENERIC (R25)."""
    (read,) = checked(_Criteria, [raw("questions/criteria.json")])
    if not coaching_points_ref:
        return read.criteria
    return tuple(_while_generic(each, read.while_generic, coaching_points_ref) for each in read.criteria)


def _while_generic(criterion: Criterion, other: Mapping[str, _OtherWords], ref: str) -> Criterion:
    words = other.get(criterion.code)
    if words is None:
        return criterion
    text = words.text.replace("{ref}", ref)
    return Criterion(code=criterion.code, text=text, short=words.short, mandatory=criterion.mandatory)


@cache
def knowledge() -> tuple[Criterion, ...]:
    """K1 to K5, asked once a course."""
    return checked(Criterion, raw("questions/knowledge.json"))


@cache
def core_behaviours() -> tuple[Criterion, ...]:
    """Stance and positioning, exit, summoning help: always assessed and not counted in the set."""
    return checked(Criterion, raw("questions/core.json"))


@cache
def phrases() -> Mapping[str, tuple[str, ...]]:
    """Ready feedback for "not yet" by code of criterion, core behaviour or question; "coaching" fits any."""
    (read,) = checked(dict[str, tuple[str, ...]], [raw("phrases/not_yet.json")])
    return MappingProxyType(read)
