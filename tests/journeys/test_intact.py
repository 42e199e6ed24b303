"""`check` and `verify` on what `demo` left, after somebody had a hand in it."""

import json
import random
import shutil
from pathlib import Path

import pytest
import sqlcipher3

from calm_instructor.paths import KEY_FILE, STORE_FILE
from calm_instructor.store.keys import read_keys
from tests.journeys.playing import Run, call, roster, staff

pytestmark = pytest.mark.check


@pytest.fixture(scope="module")
def played(tmp_path_factory) -> Run:
    folder = tmp_path_factory.mktemp("small")
    people = roster(folder / "people.csv", *staff(3))
    return call("demo", "--out", folder / "out", "--json", "--roster", people, "--today", "2026-10-21")


@pytest.fixture
def copy(played, tmp_path) -> Path:
    return Path(shutil.copytree(played.folder, tmp_path / "copy"))


@pytest.mark.parametrize("seed", [*range(8), *(pytest.param(seed, marks=pytest.mark.check) for seed in range(8, 40))])
def test_a_flipped_byte_of_a_package_is_found(played, tmp_path, seed):
    found = Path(played.story["package"])
    data = bytearray(found.read_bytes())
    data[random.Random(seed).randrange(len(data))] ^= 1 << random.Random(seed).randrange(8)
    flipped = tmp_path / found.name
    flipped.write_bytes(data)
    run = call("verify", flipped, "--json")
    assert run.code == 1
    answer = json.loads(run.out)
    assert answer["ok"] is False
    assert all(finding["sentence"] for finding in answer["findings"])


def test_a_package_of_another_laptop_is_not_this_folders(played, copy, tmp_path):
    people = roster(tmp_path / "people.csv", *staff(1))
    other = call("demo", "--out", tmp_path / "other", "--json", "--roster", people).story["package"]
    shutil.copy(other, copy / "other.calmpack")
    assert call("verify", other).code == 0
    run = call("verify", "--data", copy)
    assert run.code == 1
    assert "other.calmpack" in run.err or "another key" in run.err


@pytest.mark.parametrize(
    "statement",
    [
        "update assessments set outcome = 'competent' where outcome = 'not yet competent'",
        "delete from assessments where key = (select max(key) from assessments)",
        "update people set full_name = 'Somebody Else' where key = 1",
        "update trail set body = replace(body, 'competent', 'compotent') where wish = 'attempt.recorded'",
        "update signoffs set valid_until = '2036-01-01'",
        "update document_files set content = x'00' where rowid = 1",
    ],
)
def test_a_hand_in_the_store_is_found(copy, statement):
    """By somebody who has the key, and takes the guards away first."""
    keys = read_keys(copy / KEY_FILE)
    store = sqlcipher3.connect(str(copy / STORE_FILE), isolation_level=None)
    store.execute(f"pragma key=\"x'{keys.data.hex()}'\"")
    for (name,) in store.execute("select name from sqlite_master where type = 'trigger'").fetchall():
        store.execute(f'drop trigger "{name}"')
    assert store.execute(statement).rowcount > 0
    store.close()
    run = call("check", "--data", copy, "--json")
    assert run.code == 1
    answer = json.loads(run.out)
    assert answer["findings"]
    assert all(finding["sentence"] for finding in answer["findings"])


def test_a_damaged_store_is_one_sentence(copy):
    data = bytearray((copy / STORE_FILE).read_bytes())
    data[len(data) // 2] ^= 255
    (copy / STORE_FILE).write_bytes(data)
    run = call("check", "--data", copy)
    assert run.code == 1
    assert run.out == ""
    assert run.err


@pytest.mark.parametrize("name", ["nothing.calmpack", "."])
def test_what_is_no_package_is_said_so(tmp_path, name):
    run = call("verify", tmp_path / name)
    assert (run.code, run.out, run.err.count("\n")) == (1, "", 1)
