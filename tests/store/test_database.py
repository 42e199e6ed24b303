"""Making and opening: the settings that were measured, and a plain no, without a changed byte, to everything else."""

import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from calm_instructor.domain.errors import WorldError
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import Person
from calm_instructor.messages import sentence
from calm_instructor.store.checking import check
from calm_instructor.store.connection import connect
from calm_instructor.store.database import create_store, open_store
from calm_instructor.store.epochs import Device, Epoch
from calm_instructor.store.keys import read_keys
from calm_instructor.store.tables import SCHEMA_VERSION
from tests.store.samples import NOON
from tests.store.wishes import no_file_beyond


def refused(folder: Path) -> WorldError:
    """Opening is refused, with a sentence, and no byte of store or key changes."""
    files = [each for each in (folder / "calm.db", folder / "calm.key") if each.exists()]
    before = [hashlib.sha256(each.read_bytes()).hexdigest() for each in files]
    with pytest.raises(WorldError) as no:
        open_store(folder)
    assert [hashlib.sha256(each.read_bytes()).hexdigest() for each in files] == before
    assert len(sentence(no.value)) > 20
    return no.value


@pytest.fixture
def folder(new_folder, tmp_path) -> Path:
    """A closed store."""
    shutil.copytree(new_folder, tmp_path / "closed")
    return tmp_path / "closed"


# ── making ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_new_store_has_the_settings_that_lose_nothing(store):
    said = {
        name: store.line.driver.execute(f"PRAGMA {name}").fetchone()[0]
        for name in (
            *("application_id", "user_version", "journal_mode", "synchronous", "fullfsync", "foreign_keys"),
            *("recursive_triggers", "trusted_schema", "locking_mode"),
        )
    }
    assert said == {
        "application_id": int.from_bytes(b"CALM", "big"),
        "user_version": SCHEMA_VERSION,
        "journal_mode": "truncate",
        "synchronous": 3,
        "fullfsync": 1,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "locking_mode": "normal",
    }
    assert store.line.driver.isolation_level is None
    tables = store.line.driver.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    assert {name for name, strict in tables if not strict} == {"alembic_version", "sqlite_schema"}


def test_its_first_entry_holds_the_device_and_the_epoch(store):
    (entry,) = store.trail()
    (device,), (epoch,) = store.reading().all(Device), store.reading().all(Epoch)
    assert (entry.wish, entry.seq, entry.prev, entry.epoch) == ("store.created", 0, "0" * 64, epoch.id)
    assert (epoch.id, epoch.parent) == (store.epoch, None)
    assert (device.id, device.public_key) == (store.device_id, store.public_key.hex())
    assert str(device.id) in (entry.body or "")
    assert str(epoch.id) in (entry.body or "")
    assert store.practice
    assert check(store) == ()


def test_the_device_s_signature_holds(store):
    Ed25519PublicKey.from_public_bytes(store.public_key).verify(store.sign(b"said"), b"said")
    assert len(store.sign(b"said")) == 64


def test_a_store_for_real_records_is_refused_with_a_sentence(tmp_path):
    with pytest.raises(WorldError) as no:
        create_store(tmp_path / "real", practice=False, at=NOON)
    assert no.value.code == "store.real_not_yet"
    assert "real records" in sentence(no.value)
    assert not (tmp_path / "real").exists()


@pytest.mark.parametrize("left", [["calm.db", "calm.key"], ["calm.key"], ["calm.db"]])
def test_a_folder_with_a_store_or_its_key_is_never_written_over(folder, left):
    for name in {"calm.db", "calm.key"} - set(left):
        (folder / name).unlink()
    before = {name: (folder / name).read_bytes() for name in left}
    with pytest.raises(WorldError, match=r"store\.exists"):
        create_store(folder, practice=True, at=NOON)
    assert {name: (folder / name).read_bytes() for name in left} == before


def test_making_leaves_the_store_its_key_and_its_lock_and_nothing_half_made(tmp_path):
    create_store(tmp_path / "a" / "b", practice=True, at=NOON).close()
    names = sorted(each.name for each in (tmp_path / "a" / "b").iterdir() if each.stat().st_size)
    assert names == ["calm.db", "calm.key"]
    if os.name != "nt":
        assert (tmp_path / "a" / "b" / "calm.key").stat().st_mode & 0o077 == 0


def test_a_file_where_the_folder_should_be_is_said_in_a_sentence(tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(WorldError) as no:
        create_store(tmp_path / "file", practice=True, at=NOON)
    assert sentence(no.value)


@pytest.mark.parametrize("size", [0, 100, 20_000, 200_000])
def test_a_full_disk_leaves_nothing_half_made(tmp_path, size):
    with no_file_beyond(size), pytest.raises(WorldError) as no:
        create_store(tmp_path, practice=True, at=NOON)
    assert sentence(no.value)
    assert [each.name for each in tmp_path.iterdir()] == ["calm.lock"]
    with create_store(tmp_path, practice=True, at=NOON) as store:
        assert check(store) == ()


def test_two_stores_share_no_key_and_no_device(store, tmp_path):
    with create_store(tmp_path / "other", practice=True, at=NOON) as other:
        assert other.device_id != store.device_id
        assert other.public_key != store.public_key
    one, two = (read_keys(each / "calm.key") for each in (store.folder, tmp_path / "other"))
    assert one.data != two.data
    assert one.salt != two.salt


# ── opening ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_was_written_is_there_again_and_opening_writes_nothing(folder):
    with open_store(folder) as store, store.work(wish="test", by=None, at=NOON) as work:
        person = Person(id=PersonId(work.new_id()), full_name="Ọlá Siân Łukasz 李")
        work.put(person)
    before = (folder / "calm.db").read_bytes()
    with open_store(folder) as store:
        assert store.reading().get(Person, person.id) == person
        assert [entry.wish for entry in store.trail()] == ["store.created", "test"]
        assert store.remade_triggers == ()
    assert (folder / "calm.db").read_bytes() == before


def test_nothing_readable_lies_in_the_folder(folder):
    name = "Zebrafish Quagmire"
    with open_store(folder) as store, store.work(wish="planted.wish", by=None, at=NOON) as work:
        work.put(Person(id=PersonId(work.new_id()), full_name=name))
    for path in folder.iterdir():
        for word in ("Zebrafish", "planted.wish", "CREATE TABLE", "SQLite format"):
            assert word.encode() not in path.read_bytes(), path


def test_a_missing_store_is_never_made_in_silence(tmp_path):
    assert refused(tmp_path).code == "store.missing"
    assert list(tmp_path.iterdir()) == []


def test_a_missing_key_is_named(folder):
    (folder / "calm.key").unlink()
    assert refused(folder).code == "store.key_missing"


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\x00", b"[]", b'{"format":"calmkey/1","sha256":""}'])
def test_a_damaged_key_file_is_told_from_a_damaged_store(folder, content):
    (folder / "calm.key").write_bytes(content)
    assert refused(folder).code == "store.key_damaged"


def test_a_flipped_character_in_the_key_file_is_damage(folder):
    key = bytearray((folder / "calm.key").read_bytes())
    place = key.index(b'"data":"') + 10
    key[place] = ord("0") if key[place] != ord("0") else ord("1")
    (folder / "calm.key").write_bytes(key)
    assert refused(folder).code == "store.key_damaged"


def test_another_store_s_key_is_refused(folder, tmp_path):
    create_store(tmp_path / "other", practice=True, at=NOON).close()
    shutil.copy(tmp_path / "other" / "calm.key", folder)
    assert refused(folder).code == "store.wrong_key"


def test_an_empty_file_is_refused(folder):
    (folder / "calm.db").write_bytes(b"")
    assert refused(folder).code == "store.empty"


def test_a_plain_database_is_refused(folder):
    (folder / "calm.db").unlink()
    with closing(sqlite3.connect(folder / "calm.db")) as plain:
        plain.execute("CREATE TABLE people (name TEXT)")
        plain.execute("PRAGMA application_id = 1128352845")
    assert refused(folder).code == "store.foreign"


@pytest.mark.parametrize("content", [b"%PDF-1.7 and so on" * 1000, os.urandom(8192), b"x"])
def test_any_other_file_is_refused(folder, content):
    (folder / "calm.db").write_bytes(content)
    assert refused(folder).code == "store.wrong_key"


def rewritten(folder: Path, *statements: str) -> None:
    """The store's file as another program with the key would leave it."""
    with closing(connect(folder / "calm.db", read_keys(folder / "calm.key").data)) as driver:
        for statement in statements:
            driver.execute(statement)


def test_an_encrypted_file_of_another_program_is_refused(folder):
    rewritten(folder, "PRAGMA application_id = 7")
    assert refused(folder).code == "store.foreign"


def test_a_newer_store_is_refused(folder):
    rewritten(folder, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    assert refused(folder).code == "store.newer"


@pytest.mark.parametrize("length", [100, 4096, 20_000])
def test_a_store_cut_short_is_refused(folder, length):
    os.truncate(folder / "calm.db", length)
    assert refused(folder).code == "store.damaged"


def test_a_damaged_first_page_is_damage_and_no_wrong_key(folder):
    content = bytearray((folder / "calm.db").read_bytes())
    content[100] ^= 1
    (folder / "calm.db").write_bytes(content)
    assert refused(folder).code == "store.damaged"


def test_a_refusal_leaves_the_folder_free(folder):
    rewritten(folder, "PRAGMA user_version = 99")
    refused(folder)
    rewritten(folder, f"PRAGMA user_version = {SCHEMA_VERSION}")
    open_store(folder).close()


def test_guards_that_are_missing_are_made_again_and_named(folder):
    rewritten(
        folder, "DROP TRIGGER people_never_deleted", "CREATE TRIGGER x BEFORE UPDATE ON people BEGIN SELECT 1; END"
    )
    with open_store(folder) as store:
        assert store.remade_triggers == ("people_never_deleted", "x")
        assert [finding.facts["name"] for finding in check(store)] == ["people_never_deleted", "x"]
    with open_store(folder) as store:
        assert store.remade_triggers == ()
        assert check(store) == ()


# ── one at a time ───────────────────────────────────────────────────────────────────────────────────────────────────

HOLD = """
import sys
from pathlib import Path
from calm_instructor.store.database import open_store
with open_store(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


def test_a_second_process_is_refused_and_a_killed_one_lets_go(folder):
    first = subprocess.Popen([sys.executable, "-c", HOLD, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert first.stdin
    assert first.stdout
    with first:
        assert first.stdout.readline().strip() == b"open"
        assert refused(folder).code == "store.in_use"
        first.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
    open_store(folder).close()


def test_a_second_opening_in_one_process_is_refused(store):
    assert refused(store.folder).code == "store.in_use"
    with pytest.raises(WorldError, match=r"store\.in_use"):
        create_store(store.folder, practice=True, at=NOON)


def test_the_driver_keeps_its_trouble_to_itself(folder):
    """SQLCipher writes to stderr of its own accord; nothing of that is seen."""
    content = bytearray((folder / "calm.db").read_bytes())
    content[100] ^= 1
    (folder / "calm.db").write_bytes(content)
    said = subprocess.run([sys.executable, "-c", HOLD, folder], input=b"", capture_output=True, check=False)
    assert said.stdout == b""
    assert said.stderr.strip().splitlines()[-1].endswith(b"WorldError: store.damaged")
    assert b"sqlcipher" not in said.stderr.replace(b"sqlcipher3", b"").lower()
