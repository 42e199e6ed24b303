"""Whom a record concerns: the course, TNA or person it belongs to, found by following the records it names upwards.

So that the slice of a course can be cut from the trail by an index, without reading bodies.
"""

from collections.abc import Callable, Mapping, Set
from functools import cache
from typing import Any
from uuid import UUID

from calm_instructor.store.mapping import Kind

OWNERS = frozenset({"courses", "tnas", "people"})


def owners_of(kind: Kind, image: Mapping[str, Any], above: Callable[[Kind, UUID], Set[UUID]]) -> set[UUID]:
    """The owners of the record with this image; ``above`` gives the owners of a record it names.

    An owner owns itself: nothing above a course, a TNA or a person is followed.
    """
    owners: set[UUID] = set()
    if kind.name in OWNERS:
        return owners
    for name, other in kind.references.items():
        if image[name] is None or other is kind:
            continue
        id = UUID(image[name])
        if other.name in OWNERS:
            owners.add(id)
        elif leads_to_owner(other):
            owners |= above(other, id)
    return owners


@cache
def leads_to_owner(kind: Kind) -> bool:
    """Whether following what a kind names can reach an owner; False for an organisation, say."""
    return any(other.name in OWNERS or leads_to_owner(other) for other in kind.references.values() if other is not kind)
