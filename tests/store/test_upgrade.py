"""From one schema to the next: old or new, never between; rows and chain as they were; nothing done without need."""

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlcipher3 import dbapi2
from sqlmodel import SQLModel

from calm_instructor.domain.course import Course
from calm_instructor.domain.errors import WorldError
from calm_instructor.domain.needs import Selection, Tna
from calm_instructor.domain.people import Person
from calm_instructor.messages import sentence
from calm_instructor.store.checking import check
from calm_instructor.store.connection import engine_on
from calm_instructor.store.database import open_store
from calm_instructor.store.keys import read_keys
from calm_instructor.store.tables import SCHEMA_VERSION
from calm_instructor.store.triggers import triggers
from calm_instructor.store.upgrade import MIGRATIONS, upgrade
from tests.store.next_schema import NEXT, add_next_step, content, opened

SAVED = Path(__file__).parents[1] / "data"
"""One store as each released schema left it: the example, planned."""


@pytest.fixture(scope="module")
def next_migrations(tmp_path_factory) -> Path:
    """The steps of today and one more."""
    return add_next_step(tmp_path_factory.mktemp("next") / "migrations")


@pytest.fixture
def folder(filled_folder, tmp_path) -> Path:
    shutil.copytree(filled_folder, tmp_path / "store")
    return tmp_path / "store"


# ── the schema of today ─────────────────────────────────────────────────────────────────────────────────────────────


def shape(driver) -> dict[str, object]:
    """Every table with its columns, links and indexes, in no order."""

    def ask(what: str, of: str) -> list:
        return driver.execute(f"PRAGMA {what}({of})").fetchall()

    out: dict[str, object] = {}
    for _, name, _, _, without_rowid, strict in driver.execute("PRAGMA main.table_list").fetchall():
        if name not in {"alembic_version", "sqlite_schema"}:
            columns = {row[1:] for row in ask("table_xinfo", name)}
            links = {row[2:] for row in ask("foreign_key_list", name)}
            indexes = {
                (row[2], row[3], tuple(part[2] for part in ask("index_info", row[1])))
                for row in ask("index_list", name)
            }
            out[name] = (without_rowid, strict, columns, links, indexes)
    return out


def test_the_steps_lead_to_the_tables_of_the_code(new_folder, tmp_path):
    with closing(dbapi2.connect(tmp_path / "models.db", isolation_level=None)) as models:
        with engine_on(models).connect() as connection:
            SQLModel.metadata.create_all(connection)
            connection.commit()
        with opened(new_folder / "calm.db") as migrated:
            assert shape(migrated) == shape(models)


def test_alembic_sees_no_difference_either(store):
    with store.line.connection() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []


def test_the_number_of_the_schema_is_that_of_the_newest_step(new_folder):
    (head,) = ScriptDirectory(str(MIGRATIONS)).get_heads()
    assert int(head) == SCHEMA_VERSION
    assert content(new_folder / "calm.db")[0] == SCHEMA_VERSION


def test_a_store_of_today_is_opened_without_alembic(folder):
    said = subprocess.run(
        [sys.executable, "-c", OPEN, folder], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert said.stdout.split() == ["False"]


OPEN = """
import sys
from pathlib import Path
from calm_instructor.store.database import open_store
open_store(Path(sys.argv[1])).close()
print("alembic" in sys.modules)
"""


# ── to the next one ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_upgrade_keeps_rows_chain_and_guards_and_the_old_file(folder, next_migrations):
    path, key = folder / "calm.db", read_keys(folder / "calm.key").data
    before, old_bytes = content(path), path.read_bytes()
    kept = upgrade(path, key, next_migrations)
    schema, rows = content(path)
    assert (schema, rows) == (NEXT, before[1])
    with opened(path) as driver:
        assert driver.execute("SELECT DISTINCT pronouns FROM people ORDER BY key").fetchall() == [("",), ("they",)]
        assert driver.execute("SELECT strict FROM pragma_table_list WHERE name = 'enrolments'").fetchone() == (1,)
        found = driver.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        assert {name for (name,) in found} == triggers().keys()
    assert kept.read_bytes() == old_bytes
    assert kept.name == f"calm-20261122T120000-schema{SCHEMA_VERSION}.db"
    assert sorted(each.name for each in folder.iterdir() if each.stat().st_size) == [kept.name, "calm.db", "calm.key"]


def test_a_store_of_an_older_schema_is_upgraded_when_it_is_opened(folder):
    with opened(folder / "calm.db") as driver:
        driver.execute("PRAGMA user_version = 0")
    with open_store(folder) as store:
        assert check(store) == ()
    assert content(folder / "calm.db")[0] == SCHEMA_VERSION
    assert content(folder / "calm-20261122T120000-schema0.db")[0] == 0


@pytest.mark.parametrize("saved", sorted(SAVED.glob("schema-*")), ids=lambda path: path.name)
def test_a_store_saved_by_an_earlier_version_is_opened_whole_and_its_old_trail_replays(saved, tmp_path):
    folder = Path(shutil.copytree(saved, tmp_path / "store"))
    (folder / "calm.key").chmod(0o600)
    with open_store(folder) as store:
        assert check(store) == ()
        with store.reading() as view:
            (tna,), (course,) = view.all(Tna), view.all(Course)
            assert len(view.all(Selection, tna=tna.id)) == 31
            assert {(each.earlier_numbers, each.doubles, each.not_same_as) for each in view.all(Person)} == {
                ((), (), ())
            }
    assert tna.carried == ()
    assert (course.tna, course.not_taught, course.set_order) == (tna.id, (), ())


@pytest.mark.parametrize(
    ("spoiled", "named"),
    [
        ("UPDATE trail SET wish = 'other' WHERE seq = 3", "trail"),
        ("UPDATE enrolments SET person_key = 999", "foreign_key_check"),
    ],
)
def test_a_store_that_does_not_hold_is_not_upgraded(folder, next_migrations, spoiled, named):
    path, key = folder / "calm.db", read_keys(folder / "calm.key").data
    with opened(path) as driver:
        driver.execute("PRAGMA foreign_keys = OFF")
        for (name,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            driver.execute(f"DROP TRIGGER {name}")
        driver.execute(spoiled)
    before = path.read_bytes()
    with pytest.raises(WorldError) as no:
        upgrade(path, key, next_migrations)
    assert (no.value.code, no.value.facts["detail"]) == ("store.upgrade_unsound", named)
    assert sentence(no.value)
    assert path.read_bytes() == before
    assert not (folder / "calm.db.upgrading").exists()
