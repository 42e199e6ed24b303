"""A store to work with. Making one runs the migrations, so one is made per run and copied for each test."""

import shutil
from pathlib import Path

import pytest

from calm_instructor.store.database import create_store, open_store
from tests.store.samples import NOON, put_samples


@pytest.fixture(scope="session")
def new_folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("new")
    create_store(folder, practice=True, at=NOON).close()
    return folder


@pytest.fixture(scope="session")
def filled_folder(new_folder, tmp_path_factory) -> Path:
    """A store with two records of every kind."""
    folder = tmp_path_factory.mktemp("filled") / "store"
    shutil.copytree(new_folder, folder)
    with open_store(folder) as store:
        put_samples(store)
    return folder


@pytest.fixture
def store(new_folder, tmp_path):
    shutil.copytree(new_folder, tmp_path / "store")
    with open_store(tmp_path / "store") as store:
        yield store


@pytest.fixture
def filled(filled_folder, tmp_path):
    shutil.copytree(filled_folder, tmp_path / "filled")
    with open_store(tmp_path / "filled") as store:
        yield store
