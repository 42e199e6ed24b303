"""Of an incident log only counts are kept: nobody whom it names, and nothing that it tells, is in anything that is left."""

import json
import zipfile

import pytest
import sqlcipher3

from calm_instructor.paths import KEY_FILE, STORE_FILE
from calm_instructor.store.keys import read_keys
from tests.journeys.playing import TODAY, Run, call, log, months, roster, staff

PLANTED = ("QXZJ", "1931-07-13", "zebrafish")


@pytest.fixture(scope="module")
def left(tmp_path_factory) -> Run:
    folder = tmp_path_factory.mktemp("planted")
    planted = log(folder / "log.csv", *months("wrist grab", count=12), *months("hair pull"), *months("verbal"))
    people = roster(folder / "people.csv", *staff(4))
    return call("demo", "--out", folder / "out", "--json", "--roster", people, "--incidents", planted, *TODAY)


def without(text: str) -> bool:
    return not any(token.casefold() in text.casefold() for token in PLANTED)


def test_the_log_was_read(left):
    assert left.code == 0, left.err
    assert sum(risk["incidents"] for risk in left.story["risks"]) == 18


def test_not_in_what_is_said(left):
    assert without(left.out + left.err)


def test_not_in_the_store(left):
    store = sqlcipher3.connect(str(left.folder / STORE_FILE))
    store.execute(f"pragma key=\"x'{read_keys(left.folder / KEY_FILE).data.hex()}'\"")
    tables = [name for (name,) in store.execute("select name from sqlite_master where type = 'table'")]
    assert {"trail", "tnas", "tna_risks", "people"} <= set(tables)
    for table in tables:
        for row in store.execute(f'select * from "{table}"'):
            cells = [cell.decode("latin-1") if isinstance(cell, bytes) else str(cell) for cell in row]
            assert all(map(without, cells)), table
    store.close()


def test_not_in_the_papers(left):
    for title, text in left.papers().items():
        assert without(text), title


def test_not_in_the_package(left):
    with zipfile.ZipFile(left.story["package"]) as package:
        for name in package.namelist():
            assert without(package.read(name).decode("latin-1")), name


def test_not_in_any_file_as_it_lies(left):
    for path in left.folder.rglob("*"):
        if path.is_file():
            assert without(path.read_bytes().decode("latin-1")), path.name


def test_no_health_and_no_narrative_in_the_package(left):
    """R31: who was not fit, and what the TNA tells of the service, stay on the laptop."""
    with zipfile.ZipFile(left.story["package"]) as package:
        everything = "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
        trail = [json.loads(line) for line in package.read("trail.jsonl").splitlines()]
    assert "not fit" not in everything
    assert "To be confirmed by the service: frailty" not in everything
    assert [line["seq"] for line in trail] == list(range(len(trail)))
    bodies = [json.loads(line["body"]) for line in trail if "body" in line]
    kept = {row["table"] for body in bodies for row in body["rows"]}
    assert not kept & {"fitness", "tnas", "tna_risks", "incidents", "people"}
    assert "assessments" in kept
