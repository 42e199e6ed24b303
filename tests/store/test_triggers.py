"""What the file itself refuses, in every form of statement that could get past a rule in the code."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlcipher3 import dbapi2

from calm_instructor.domain.assessment import Attempt, AttemptState, CriterionMark, KnowledgeCheck, Met, Outcome
from calm_instructor.domain.attendance import Attendance, Fitness
from calm_instructor.domain.errors import WorldError
from calm_instructor.domain.sign_off import SignOff, TraineeSignature
from calm_instructor.store.checking import check
from calm_instructor.store.database import open_store
from calm_instructor.store.mapping import KINDS
from tests.store.samples import NOON, sealed

APPEND_ONLY = ("trail", "trail_scope", "document_files")
RECORDS = [kind.name for kind in KINDS.values()]
FREEZING = {"assessments": Attempt, "attendance": Attendance, "fitness": Fitness, "knowledge_checks": KnowledgeCheck}


@pytest.fixture(scope="module")
def driver(filled_folder, tmp_path_factory):
    """One store for all statements here that are refused and so change nothing."""
    folder = tmp_path_factory.mktemp("refusing") / "store"
    shutil.copytree(filled_folder, folder)
    with open_store(folder) as store:
        yield store.line.driver
        assert check(store) == ()


def columns(driver, table: str) -> list[str]:
    return [row[1] for row in driver.execute(f"PRAGMA table_info({table})").fetchall()]


def copied(driver, table: str, **other: str) -> str:
    """INSERT's columns and a SELECT of the first row with some of them changed."""
    names = columns(driver, table)
    taken = ", ".join(other.get(name, f'"{name}"') for name in names)
    return "({}) SELECT {} FROM {} WHERE rowid = 1".format(", ".join(f'"{name}"' for name in names), taken, table)


def refused(driver, statement: str, code: str) -> None:
    with pytest.raises(dbapi2.Error) as no:
        driver.execute(statement)
    assert str(no.value) == code, statement


@pytest.mark.parametrize("table", RECORDS)
@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("DELETE FROM {table}", "store.never_deleted"),
        ("UPDATE {table} SET uid = randomblob(16)", "store.never_replaced"),
        ("UPDATE OR REPLACE {table} SET key = key + 1", "store.never_replaced"),
        ("UPDATE OR IGNORE {table} SET created = ''", "store.never_replaced"),
        ("INSERT OR REPLACE INTO {table} {same}", "store.never_replaced"),
        ("REPLACE INTO {table} {same_uid}", "store.never_replaced"),
        ("INSERT OR IGNORE INTO {table} {same_key}", "store.never_replaced"),
        ("INSERT INTO {table} {same} ON CONFLICT DO UPDATE SET revision = 9", "store.never_replaced"),
    ],
)
def test_a_record_is_neither_deleted_nor_replaced(driver, table, form, code):
    same_key = copied(driver, table, uid="randomblob(16)")
    same_uid = copied(driver, table, key="key + 1000")
    statement = form.format(table=table, same=copied(driver, table), same_uid=same_uid, same_key=same_key)
    refused(driver, statement, code)


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize(
    "form",
    [
        "UPDATE {table} SET {column} = {column}",
        "UPDATE OR IGNORE {table} SET {column} = {column}",
        "UPDATE OR REPLACE {table} SET {column} = {column}",
        "DELETE FROM {table}",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
        "REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
        "INSERT OR IGNORE INTO {table} SELECT * FROM {table} LIMIT 1",
        "INSERT INTO {table} SELECT * FROM {table} WHERE true LIMIT 1 ON CONFLICT DO UPDATE SET {column} = {column}",
    ],
)
def test_what_is_append_only_is_never_written_again(driver, table, form):
    column = columns(driver, table)[0]
    with pytest.raises(dbapi2.Error, match=r"^store\.(append_only|out_of_order)$"):
        driver.execute(form.format(table=table, column=column))


@pytest.mark.parametrize(
    "other",
    [
        {"seq": "seq + 2", "prev": "hash", "uid": "randomblob(16)"},
        {"seq": "(SELECT max(seq) + 2 FROM trail)", "uid": "randomblob(16)"},
        {"seq": "NULL", "uid": "randomblob(16)"},
        {"seq": "(SELECT max(seq) + 1 FROM trail)", "uid": "randomblob(16)"},
        {"seq": "(SELECT max(seq) + 1 FROM trail)", "prev": "NULL", "uid": "randomblob(16)"},
    ],
)
def test_the_trail_goes_on_from_its_last_entry_only(driver, other):
    refused(driver, f"INSERT INTO trail {copied(driver, 'trail', **other)}", "store.out_of_order")


def test_a_scope_is_added_for_the_newest_entry_only(driver):
    refused(driver, "INSERT INTO trail_scope VALUES (randomblob(16), 1)", "store.out_of_order")


# ── marks ───────────────────────────────────────────────────────────────────────────────────────────────────────────

MAY_CHANGE = {"state", "feedback", "criteria", "second_assessor_key", "second_outcome", "gone", "revision", "updated"}
STANDS = sorted({column.name for column in KINDS[Attempt].table.columns} - MAY_CHANGE)


@pytest.mark.parametrize("form", ["UPDATE", "UPDATE OR IGNORE", "UPDATE OR REPLACE"])
@pytest.mark.parametrize("column", STANDS)
def test_what_was_seen_stands(driver, form, column):
    own = {"key", "uid", "created"}
    changed = "key + 1000" if column == "key" else "randomblob(16)" if column == "uid" else f'"{column}" || 1'
    code = "store.never_replaced" if column in own else "store.mark_stands"
    with pytest.raises(dbapi2.Error, match=rf"^({code}|store\.mark_stands)$"):
        driver.execute(f'{form} assessments SET "{column}" = {changed}')


def test_a_mark_takes_feedback_criteria_a_second_opinion_and_its_own_end(filled):
    mark = filled.reading().all(Attempt)[-1]
    told = (CriterionMark(code="A3", met=Met.NOT_MET),)
    steps = [
        replace(mark, feedback="Keep talking."),
        replace(mark, feedback="Keep talking.", criteria=told),
        replace(mark, feedback="Keep talking.", criteria=told, second_outcome=Outcome.NOT_YET),
        replace(mark, feedback="Keep talking.", criteria=told, state=AttemptState.TAKEN_BACK),
    ]
    for step in steps:
        with filled.work(wish="attempt.changed", by=None, at=NOON) as work:
            work.put(step)
        assert filled.reading().get(Attempt, mark.id) == step
    with pytest.raises(WorldError, match=r"store\.mark_stands"), filled.work(wish="x", by=None, at=NOON) as work:
        work.put(replace(mark, outcome=Outcome.COMPETENT))


# ── sign-off ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def signed(filled):
    """A store with one sign-off that stands, waiting for ink, of the enrolment that has a record of every kind."""
    earlier = filled.reading().all(SignOff)[-1]
    with filled.work(wish="sign_off.signed", by=None, at=NOON) as work:
        sign_off = sealed(
            replace(
                earlier,
                id=work.new_id(),
                version=2,
                trainee_signature=TraineeSignature.INK_LATER,
                trainee_signed_at=None,
                withdrawn_on=None,
                withdrawn_by=None,
                withdrawn_reason="",
            ),
            filled,
        )
        work.put(sign_off)
    return filled, sign_off


@pytest.mark.parametrize("table", FREEZING)
@pytest.mark.parametrize(
    "form",
    [
        "INSERT INTO {table} {new}",
        "INSERT OR REPLACE INTO {table} {new}",
        "INSERT OR IGNORE INTO {table} {new}",
        "REPLACE INTO {table} {new}",
        "INSERT INTO {table} {new} ON CONFLICT DO NOTHING",
        "UPDATE {table} SET updated = '' WHERE enrolment_key = {signed}",
        "UPDATE OR IGNORE {table} SET gone = '' WHERE enrolment_key = {signed}",
        "UPDATE OR REPLACE {table} SET enrolment_key = enrolment_key - 1 WHERE enrolment_key = {signed}",
        "UPDATE {table} SET enrolment_key = {signed} WHERE enrolment_key <> {signed}",
    ],
)
def test_a_sign_off_freezes_what_it_rests_on(signed, table, form):
    store, sign_off = signed
    driver = store.line.driver
    key = driver.execute("SELECT key FROM enrolments WHERE uid = ?", [sign_off.enrolment.bytes]).fetchone()[0]
    new = copied(driver, table, key="1000", uid="randomblob(16)", enrolment_key=str(key))
    before = driver.execute(f"SELECT * FROM {table}").fetchall()
    with pytest.raises(dbapi2.Error, match=r"^store\.(signed_off|mark_stands)$"):
        driver.execute(form.format(table=table, new=new, signed=key))
    assert driver.execute(f"SELECT * FROM {table}").fetchall() == before


@pytest.mark.parametrize("kind", FREEZING.values(), ids=lambda kind: kind.__name__)
def test_what_a_sign_off_rests_on_opens_again_when_it_is_withdrawn(signed, kind):
    store, sign_off = signed
    record = store.reading().all(kind, enrolment=sign_off.enrolment)[-1]
    with pytest.raises(WorldError, match=r"store\.signed_off"), store.work(wish="x", by=None, at=NOON) as work:
        work.remove(record)
    with store.work(wish="sign_off.withdrawn", by=None, at=NOON) as work:
        work.put(replace(sign_off, withdrawn_on=NOON.date(), withdrawn_reason="Wrong person."))
    with store.work(wish="x", by=None, at=NOON) as work:
        work.remove(record)
    assert check(store) == ()


def test_other_people_go_on_beside_a_sign_off(signed):
    store, sign_off = signed
    other = next(each for each in store.reading().all(Fitness) if each.enrolment != sign_off.enrolment)
    with store.work(wish="x", by=None, at=NOON) as work:
        work.put(replace(other, limit="seated only"))
    assert store.reading().get(Fitness, other.id).limit == "seated only"


FINAL = sorted(
    {column.name for column in KINDS[SignOff].table.columns}
    - {
        "trainee_signature",
        "trainee_signed_at",
        "trainee_manner",
        "trainee_note",
        "witness",
        "valid_from",
        "valid_until",
    }
    - {"withdrawn_on", "withdrawn_by_key", "withdrawn_reason", "ink_copy_held_at", "gone", "revision", "updated"}
    - {"key", "uid", "created"}
)


@pytest.mark.parametrize("form", ["UPDATE", "UPDATE OR IGNORE", "UPDATE OR REPLACE"])
@pytest.mark.parametrize("column", FINAL)
def test_a_sign_off_stands_as_it_was_signed(driver, form, column):
    refused(driver, f'{form} signoffs SET "{column}" = "{column}" || 1', "store.sign_off_final")


def test_ink_later_is_signed_once_and_then_stands(signed):
    store, sign_off = signed
    inked = replace(
        sign_off,
        trainee_signature=TraineeSignature.SIGNED,
        trainee_signed_at=NOON + timedelta(days=1),
        ink_copy_held_at="Office, red folder",
        valid_from=NOON.date(),
    )
    with store.work(wish="sign_off.trainee_signed", by=None, at=NOON) as work:
        work.put(inked)
    for again in (
        replace(inked, trainee_signature=TraineeSignature.DECLINED),
        replace(inked, trainee_note="I disagree."),
        replace(inked, valid_until=None),
    ):
        with pytest.raises(WorldError, match=r"store\.sign_off_final"), store.work(wish="x", by=None, at=NOON) as work:
            work.put(again)
    with store.work(wish="x", by=None, at=NOON) as work:
        work.put(replace(inked, ink_copy_held_at="Office, blue folder"))
    assert check(store) == ()


def test_a_withdrawal_stands(signed):
    store, sign_off = signed
    withdrawn = replace(sign_off, withdrawn_on=NOON.date(), withdrawn_reason="Wrong person.")
    with store.work(wish="sign_off.withdrawn", by=None, at=NOON) as work:
        work.put(withdrawn)
    for again in (sign_off, replace(withdrawn, withdrawn_reason="Another.")):
        with pytest.raises(WorldError, match=r"store\.sign_off_final"), store.work(wish="x", by=None, at=NOON) as work:
            work.put(again)
