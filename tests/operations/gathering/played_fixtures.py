"""A course is played once in a run; each test reads it, or works on a copy."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from calm_instructor.store.reading import Reading
from tests.operations.gathering.played_course import DAY_2, Venue, copied, moment, play


@pytest.fixture(scope="session")
def played(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("played") / "store"
    play(folder)
    return folder


@pytest.fixture(scope="module")
def read_only(played, tmp_path_factory) -> Iterator[Venue]:
    """For tests that change nothing."""
    with copied(played, tmp_path_factory.mktemp("read") / "store") as store:
        yield Venue.at(store, moment(DAY_2, "12:00"))


@pytest.fixture
def view(read_only) -> Iterator[Reading]:
    with read_only.desk.store.reading() as view:
        yield view


@pytest.fixture
def venue(played, tmp_path) -> Iterator[Venue]:
    with copied(played, tmp_path / "store") as store:
        yield Venue.at(store, moment(DAY_2, "12:00"))
