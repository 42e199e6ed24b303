"""Whatever the disk, the driver or a trigger says has a code with a sentence, and never tells what a record holds."""

import ast
import errno
import re
from pathlib import Path
from string import Formatter

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlcipher3 import dbapi2

from calm_instructor import store as room
from calm_instructor.messages import sentence
from calm_instructor.messages.store import STORE_TROUBLE
from calm_instructor.messages.trouble import TROUBLE
from calm_instructor.store.triggers import triggers
from calm_instructor.store.troubles import world_error
from tests.store.samples import NOON

PATH = Path("records") / "calm.db"
SOURCE = "".join(each.read_text(encoding="utf-8") for each in Path(room.__path__[0]).rglob("*.py"))


def driver_trouble(result: int, said: str) -> dbapi2.Error:
    trouble = dbapi2.OperationalError(said)
    trouble.sqlite_errorcode = result
    return trouble


@pytest.mark.parametrize(
    ("result", "code"),
    [
        (5, "store.busy"),
        (8, "store.read_only"),
        (8 | 4 << 8, "store.read_only"),  # SQLITE_READONLY_DBMOVED
        (10, "store.trouble"),
        (10 | 3 << 8, "store.trouble"),  # SQLITE_IOERR_WRITE
        (11, "store.damaged"),
        (13, "store.full"),
        (14, "store.unreachable"),
        (26, "store.damaged"),
        (1, "store.not_saved"),
        (19, "store.not_saved"),
    ],
)
@pytest.mark.parametrize("wrapped", [False, True])
def test_what_sqlite_answers_is_said_in_a_sentence(result, code, wrapped):
    trouble: Exception = driver_trouble(result, "as it says")
    if wrapped:
        trouble = OperationalError("INSERT INTO people", {"full_name": "Zebrafish"}, trouble)
    told = world_error(trouble, PATH)
    assert told.code == code
    assert sentence(told)
    assert "Zebrafish" not in sentence(told)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk.full"),
        (errno.EROFS, "disk.read_only"),
        (errno.EACCES, "disk.read_only"),
        (errno.ENOENT, "disk.missing"),
        (errno.EIO, "disk.trouble"),
    ],
)
def test_what_the_system_answers_is_said_in_a_sentence(number, code):
    told = world_error(OSError(number, "as it says"), PATH)
    assert told.code == code
    assert "calm.db" in sentence(told)


def test_every_guard_s_code_has_a_sentence():
    codes = {code for made in triggers().values() for code in re.findall(r"ABORT, '([^']+)'", made)}
    assert len(codes) == 7
    for code in codes:
        refusal = IntegrityError("UPDATE", None, dbapi2.IntegrityError(code))
        assert world_error(refusal, PATH).code == code
        assert sentence(world_error(refusal, PATH)).startswith("Not saved: ")


def test_no_sentence_is_left_over_and_none_is_missing():
    written = {text.value for text in ast.walk(ast.parse(SOURCE)) if isinstance(text, ast.Constant)}
    said = {text for text in written if isinstance(text, str) and re.fullmatch(r"(store|check)\.[a-z_]+", text)}
    wishes = {"store.created"}
    trail = {f"check.trail_{what}" for what in ("sequence", "link", "hash", "body")}  # one for each break of a chain
    assert said - wishes - {"check.trail_"} | trail == STORE_TROUBLE.keys()
    assert TROUBLE.items() >= STORE_TROUBLE.items()


def test_a_sentence_asks_for_facts_that_are_there():
    known = {"path", "detail", "schema", "known", "table", "names", "name", "seq", "id", "column", "sha256", "number"}
    for text in STORE_TROUBLE.values():
        assert {name for _, name, _, _ in Formatter().parse(text) if name} <= known


def test_a_refused_statement_tells_nothing_of_what_it_held(store, caplog):
    """A log travels with a report of trouble; what people are called does not."""
    with pytest.raises(Exception, match="NOT NULL") as no, store.line.connection("BEGIN IMMEDIATE") as connection:
        connection.exec_driver_sql("INSERT INTO people (full_name) VALUES (?)", ("Zebrafish",))
    assert "Zebrafish" not in str(no.value)
    with pytest.raises(OSError, match="stop"), store.work(wish="test", by=None, at=NOON):
        raise OSError("stop")
    assert "Zebrafish" not in caplog.text
