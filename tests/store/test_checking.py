"""Every kind of tampering is found, by somebody with the key and the guards off, and each finding has its sentence."""

import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from calm_instructor.domain.errors import WorldError
from calm_instructor.domain.package import Finding
from calm_instructor.domain.sealing import canonical
from calm_instructor.domain.trail import START, body_sha256, link
from calm_instructor.messages import problem_sentence
from calm_instructor.store.checking import check
from calm_instructor.store.database import Store, open_store
from calm_instructor.store.mapping import KINDS, RECORD_FACTS
from tests.store.samples import NOON

RECORDS = [kind.name for kind in KINDS.values()]
COLUMNS = [(kind.name, name, name) for kind in KINDS.values() for name in RECORD_FACTS] + [
    (kind.name, place.column, place.name) for kind in KINDS.values() for place in kind.places.values()
]
ALTER = """UPDATE {table} SET "{column}" = CASE typeof("{column}")
    WHEN 'text' THEN "{column}" || 'x' WHEN 'blob' THEN randomblob(16) ELSE coalesce("{column}", 0) + 1 END
    WHERE rowid = (SELECT max(rowid) FROM {table})"""


@pytest.fixture(scope="module")
def unguarded(filled_folder, tmp_path_factory) -> Iterator[Store]:
    """A store whose triggers and foreign keys somebody has taken off; each tampering is undone again."""
    folder = tmp_path_factory.mktemp("unguarded") / "store"
    shutil.copytree(filled_folder, folder)
    with open_store(folder) as store:
        driver = store.line.driver
        driver.execute("PRAGMA foreign_keys = OFF")
        driver.execute("BEGIN")
        for (name,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            driver.execute(f"DROP TRIGGER {name}")
        driver.execute("COMMIT")
        yield store


def found(store: Store, *statements: str) -> set[Finding]:
    """What the check finds after these statements, beside the missing triggers; all of it can be said."""
    with store.line.connection("BEGIN IMMEDIATE") as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
        findings = check(store)
    for finding in findings:
        assert problem_sentence(finding.code, finding.facts)
    return {finding for finding in findings if finding.code != "check.trigger"}


def codes(findings: set[Finding]) -> set[str]:
    return {finding.code for finding in findings}


def of(findings: set[Finding], code: str, fact: str) -> list[object]:
    return [finding.facts[fact] for finding in findings if finding.code == code]


def test_a_whole_store_has_nothing_to_find(filled):
    assert check(filled) == ()


def test_guards_taken_off_are_found_one_by_one(unguarded):
    assert {finding.code for finding in check(unguarded)} == {"check.trigger"}
    assert len(check(unguarded)) > 100


# ── two kinds and more for every table ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_changed_value_is_found_with_its_column(unguarded, kind):
    place = list(kind.places.values())[-1]
    findings = found(unguarded, ALTER.format(table=kind.name, column=place.column))
    assert place.name in of(findings, "check.row_changed", "column")
    assert kind.name in of(findings, "check.row_changed", "table")


@pytest.mark.check
@pytest.mark.parametrize(("table", "column", "name"), COLUMNS)
def test_a_changed_value_is_found_in_any_column(unguarded, table, column, name):
    findings = found(unguarded, ALTER.format(table=table, column=column))
    assert name in of(findings, "check.row_changed", "column")


@pytest.mark.parametrize("table", RECORDS)
def test_a_deleted_row_is_found(unguarded, table):
    findings = found(unguarded, f"DELETE FROM {table} WHERE key = (SELECT max(key) FROM {table})")
    assert table in of(findings, "check.row_missing", "table")


@pytest.mark.parametrize("table", RECORDS)
def test_a_row_put_there_is_found(unguarded, table):
    columns = [row[1] for row in unguarded.line.driver.execute(f"PRAGMA table_info({table})").fetchall()]
    other = {"key": "key + 1000", "uid": "randomblob(16)"}
    copied = ", ".join(other.get(name, f'"{name}"') for name in columns)
    findings = found(unguarded, f"INSERT INTO {table} SELECT {copied} FROM {table} LIMIT 1")
    assert of(findings, "check.row_extra", "table") == [table]


@pytest.mark.parametrize("table", ["people", "assessments", "signoffs"])
def test_a_row_said_to_be_gone_is_found(unguarded, table):
    findings = found(unguarded, f"UPDATE {table} SET gone = updated, revision = revision + 1")
    assert set(of(findings, "check.row_changed", "column")) == {"gone", "revision"}


# ── the trail ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("tampering", "expected"),
    [
        ("UPDATE trail SET wish = 'other' WHERE seq = 5", "check.trail_hash"),
        ("UPDATE trail SET at = '2020-01-01T00:00:00+00:00' WHERE seq = 5", "check.trail_hash"),
        ("UPDATE trail SET \"by\" = 'somebody' WHERE seq = 5", "check.trail_hash"),
        ("UPDATE trail SET uid = randomblob(16) WHERE seq = 5", "check.trail_hash"),
        ("UPDATE trail SET epoch = randomblob(16) WHERE seq = 5", "check.trail_hash"),
        ("UPDATE trail SET body = replace(body, 'Siân', 'Jane') WHERE seq = 5", "check.trail_body"),
        ("UPDATE trail SET salt = '00' WHERE seq = 5", "check.trail_body"),
        ("UPDATE trail SET body = NULL WHERE seq = 5", "check.trail_unread"),
        ("UPDATE trail SET body = 'nonsense' WHERE seq = 5", "check.trail_unread"),
        ("UPDATE trail SET prev = hash WHERE seq = 5", "check.trail_link"),
        ("DELETE FROM trail WHERE seq = 5", "check.trail_sequence"),
        ("DELETE FROM trail WHERE seq > 40", "check.row_extra"),
        ("DELETE FROM trail_scope WHERE seq = 5", "check.scope"),
        ("INSERT INTO trail_scope VALUES (randomblob(16), 5)", "check.scope"),
        ("UPDATE trail_scope SET uid = randomblob(16) WHERE seq = 5", "check.scope"),
    ],
)
def test_a_change_to_the_trail_is_found(unguarded, tampering, expected):
    findings = found(unguarded, tampering)
    assert expected in codes(findings)
    if expected not in {"check.row_extra", "check.trail_sequence"}:
        assert of(findings, expected, "seq") == [5]


def test_a_value_changed_in_table_and_trail_with_the_chain_mended_shows_at_the_sign_off(unguarded):
    """Somebody patient rebuilds the whole chain; what was signed still says otherwise."""
    prev, mended = START, ["UPDATE signoffs SET content = 'other'"]
    for entry in unguarded.trail():
        body = json.loads(entry.body or "")
        for row in body["rows"]:
            if row["table"] == "signoffs":
                row["content"] = "other"
        changed = replace(entry, body=canonical(body), prev=prev)
        changed = replace(changed, body_sha256=body_sha256(changed.salt or "", changed.body or ""))
        columns = {"body": changed.body, "body_sha256": changed.body_sha256, "prev": prev}
        prev = columns["hash"] = link(prev, changed.head_sha256())
        said = ", ".join(f"{name} = '{value}'" for name, value in columns.items())
        mended.append(f"UPDATE trail SET {said} WHERE seq = {entry.seq}")
    assert codes(found(unguarded, *mended)) == {"check.seal_content", "check.seal_code", "check.seal_signature"}


# ── papers and seals ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("tampering", "expected"),
    [
        ("UPDATE document_files SET content = x'00'", "check.paper_changed"),
        ("DELETE FROM document_files", "check.paper_missing"),
        ("INSERT INTO document_files VALUES (hex(randomblob(32)), x'00')", "check.paper_extra"),
        ("UPDATE signoffs SET content = content || ' '", "check.seal_content"),
        ("UPDATE signoffs SET short_code = 'K7QM-4TZP-W9HD'", "check.seal_code"),
        ("UPDATE signoffs SET signature = '00'", "check.seal_signature"),
        ("UPDATE signoffs SET signature = 'nonsense'", "check.seal_signature"),
    ],
)
def test_a_change_to_a_paper_or_a_seal_is_found(unguarded, tampering, expected):
    assert expected in codes(found(unguarded, tampering))


def test_a_record_that_names_nobody_is_found(unguarded):
    findings = found(unguarded, "UPDATE enrolments SET person_key = 999")
    assert of(findings, "check.reference", "names") == ["people"]


# ── the bytes ───────────────────────────────────────────────────────────────────────────────────────────────────────


def flips() -> list[int]:
    return random.Random(20261122).sample(range(10**6), 12)


@pytest.mark.parametrize("place", flips())
def test_a_flipped_bit_anywhere_is_found(filled_folder, tmp_path, place):
    folder = tmp_path / "flipped"
    shutil.copytree(filled_folder, folder)
    content = bytearray((folder / "calm.db").read_bytes())
    content[place % len(content)] ^= 1 << place % 8
    (folder / "calm.db").write_bytes(content)
    assert {"check.pages", "check.unreadable", "store.damaged", "store.wrong_key"} & what_is_said_of(folder)


def what_is_said_of(folder: Path) -> set[str]:
    """The codes of what a check finds, or of why the store does not open."""
    try:
        store = open_store(folder)
    except WorldError as no:
        return {no.code}
    with store:
        return {finding.code for finding in check(store)}


def test_a_check_writes_nothing(filled):
    before = filled.line.path.read_bytes()
    check(filled)
    with filled.work(wish="test", by=None, at=NOON):
        pass
    assert filled.line.path.read_bytes() == before
