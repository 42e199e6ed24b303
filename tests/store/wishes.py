"""What the tests wish of a store, in few words."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest

from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import Person
from calm_instructor.domain.trail import Entry
from calm_instructor.store.database import Store
from calm_instructor.store.work import Work
from tests.store.samples import NOON

LATER = NOON + timedelta(minutes=5)


@contextmanager
def wish(store: Store, at: datetime = NOON) -> Iterator[Work]:
    """A wish of nobody in particular."""
    with store.work(wish="test", by=None, at=at) as work:
        yield work


def person(work: Work, name: str = "Siân Łukasz", **more: Any) -> Person:
    """Somebody, not yet put."""
    return Person(id=PersonId(work.new_id()), full_name=name, **more)


def entries(store: Store) -> list[Entry]:
    """The whole trail."""
    return list(store.trail())


def rows(entry: Entry | None) -> list[dict[str, Any]]:
    """The images that an entry holds."""
    found: list[dict[str, Any]] = json.loads((entry and entry.body) or "")["rows"]
    return found


@contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    """A disk that takes no more: the system refuses to let any file of this process grow beyond ``size`` bytes."""
    resource = pytest.importorskip("resource", reason="limits of this kind are POSIX")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
