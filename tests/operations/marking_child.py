"""Marks made through the Desk, one after the other, for a process that is going to be killed (``tests.store.killing``)."""

from collections.abc import Iterator
from itertools import cycle
from uuid import UUID

from calm_instructor.domain.trail import Entry
from calm_instructor.store.database import Store
from tests.domain.people_and_things import at
from tests.operations.a_course import PHYSICAL, SET, ACourse

ONE_MORE = {"R19.tries_used": "Another try after coaching"}


def marks(store: Store) -> Iterator[UUID]:
    """Marks without end in every cell of a running course; gives each one's entry once the Desk has returned."""
    a = ACourse(store, at("12:20"))
    saved: list[Entry] = []
    store.after_commit.append(saved.append)
    for code, name in cycle([(code, name) for code in SET for name in PHYSICAL]):
        a.mark(name, code, "N", reasons=ONE_MORE)
        yield saved[-1].id
