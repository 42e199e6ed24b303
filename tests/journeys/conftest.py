"""The files that a service would hand in on 7 Oct 2026, written once."""

import pytest

from tests.journeys.playing import ENDED, WRISTS, log, months, roster, staff


@pytest.fixture(scope="session")
def incidents(tmp_path_factory):
    """Two years of a service: two holds that go on, and one that ended long ago."""
    return log(tmp_path_factory.mktemp("log") / "log.csv", *WRISTS, *months("hair pull"), *ENDED)


@pytest.fixture(scope="session")
def one(tmp_path_factory):
    """A roster of one person, who may come."""
    return roster(tmp_path_factory.mktemp("one") / "one.csv", *staff(1))
