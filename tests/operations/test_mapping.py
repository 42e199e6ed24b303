"""Logs of any shape mapped without a change of code, and nobody of them in anything that is left (R6, R9, R10, R38)."""

import logging
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import sqlcipher3

from calm_instructor.domain.errors import BadFile
from calm_instructor.domain.file_shape import FileKind, FileShape
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.sign_off import DocumentKind
from calm_instructor.operations.gathering.issuing import Order
from calm_instructor.operations.mapping import LEFT_OUT, UNDECIDED, HowRead, LogRead, read_log, take_counts
from calm_instructor.operations.printing import save_as
from calm_instructor.operations.remembering import remembered
from calm_instructor.paths import KEY_FILE, STORE_FILE
from calm_instructor.store.keys import read_keys
from tests.exchange.reading.lists import text_list, xlsx_list
from tests.journeys.playing import text_of
from tests.operations.a_course import TNA, ACourse

TODAY = date(2026, 11, 22)
SECRETS = (
    "Quennell",
    "QXZJ",
    "Q.X.",
    "13/07/1931",
    "1931-07-13",
    "1307311234",
    "943 476 5919",
    "Zebrafinch",
    "zebrafish",
)
TOLD = "Quennell (Q.X., born 13/07/1931, CHI 1307311234, NHS 943 476 5919) and Zebrafinch saw a zebrafish"


def semicolons(folder: Path) -> Path:
    """Another country's spreadsheet program: cp1252, semicolons, days with dots, words that are not known here."""
    rows = [
        f"{n};{day}.09.2026;Quennell;1307311234;{word};{TOLD}"
        for n, (day, word) in enumerate(
            [(3, "Klammergriff"), (4, "Klammergriff"), (28, "Klammergriff"), (29, "hair pull")]
        )
    ]
    return text_list(folder, "\r\n".join(["Nr;Tag;Person;CHI;Vorfälle;Erzählt", *rows]), encoding="cp1252")


def american(folder: Path) -> Path:
    """Month first, tabs, a report's title above, initials in their own column, staff at the end."""
    rows = [f"09/{day}/2026\tQXZJ\t{TOLD}\tBite\tZebrafinch" for day in (3, 28)]
    return text_list(
        folder, "\n".join(["Exported by Zebrafinch", "When it was\tWho\tStory\tKind\tBy", *rows]), name="us.tsv"
    )


def two_lines(folder: Path) -> Path:
    """A heading of two lines, as merged cells leave it, in a workbook, with real dates and counts."""
    rows = [
        ["Date of", "Name of", "Type of", "Number of"],
        ["incident", "client", "contact", "incidents"],
        [date(2026, 9, 3), "Quennell", "bite", 2],
        [date(2026, 9, 5), "QXZJ", "Sparkling Zebrafinch", 1],
        [date(2026, 9, 28), "Quennell", "pinch", 1],
    ]
    return xlsx_list(folder, rows, name="two.xlsx")


def bare(folder: Path) -> Path:
    """No headings at all: the first line is somebody."""
    rows = [f"2026-09-{day},Quennell,bite,{TOLD.replace(',', ' ')}" for day in ("03", "28")]
    return text_list(folder, "\n".join(rows), name="bare.csv")


SHAPES: dict[str, tuple[Callable[[Path], Path], HowRead, dict[str, int]]] = {
    "semicolons, cp1252": (
        semicolons,
        HowRead(columns={"category": 4}, wordings={"klammergriff": "body_front_held"}),
        {"body_front_held": 3, "hair_front_one": 1},
    ),
    "month first": (american, HowRead(columns={"category": 3}), {"bite_arm": 2}),
    "two lines of headings": (two_lines, HowRead(), {"bite_arm": 2, "scratch_pinch": 1}),
    "no headings": (bare, HowRead(columns={"category": 2}), {"bite_arm": 2}),
}
EVERY_SHAPE = pytest.mark.parametrize("shape", SHAPES)


def read(path: Path, how: HowRead | None = None, **more) -> LogRead:
    return read_log(path, TODAY, Numbers(), how=how or HowRead(), shapes=more.pop("shapes", {}), **more)


def counts(log: LogRead) -> dict[str, int]:
    return {hold: log.read.audit.total(hold) for hold in log.read.audit.holds()}


def confirmed(log: LogRead, path: Path, **more) -> LogRead:
    said = {each.key: each.code for each in log.unconfirmed}
    return read(path, replace(log.how, wordings={**log.how.wordings, **said}), **more)


def named(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret.casefold() in text.casefold()]


@EVERY_SHAPE
def test_R9_a_log_of_any_shape_is_counted_by_what_a_person_says(tmp_path, shape):
    write, how, expected = SHAPES[shape]
    log = read(write(tmp_path), how)
    assert not log.asks
    assert counts(log) == expected


@EVERY_SHAPE
def test_what_is_asked_of_a_strange_log_never_names_anybody(tmp_path, shape):
    write, how, _expected = SHAPES[shape]
    for log in (read(write(tmp_path)), read(write(tmp_path), how)):
        assert not named(repr(log))
        told = [log.read.assumptions, log.read.problems, log.asks, log.stops, [each.text for each in log.wordings]]
        assert not named(repr(told))


@EVERY_SHAPE
def test_R10_nobody_of_a_log_is_in_anything_that_is_left(drafted: ACourse, tmp_path, shape, caplog, monkeypatch):
    caplog.set_level(logging.DEBUG)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    write, how, expected = SHAPES[shape]
    path = write(tmp_path)
    log = confirmed(read(path, how), path)
    drafted.do(take_counts, TNA, log.read.audit, log.settled)
    assert {hold: drafted.tna.audit.total(hold) for hold in drafted.tna.audit.holds()} == expected
    save_as(drafted.desk, Order(kind=DocumentKind.TNA_SUMMARY, record=TNA), tmp_path / "summary.pdf")
    assert not named(text_of(tmp_path / "summary.pdf"))
    assert not named(caplog.text)
    assert not named(stored(tmp_path / "drafted"))
    for kept in [*(tmp_path / "drafted").rglob("*"), *scratch.rglob("*")]:
        assert not kept.is_file() or not named(kept.read_bytes().decode("latin-1")), kept.name


def stored(folder: Path) -> str:
    """Every cell of every table of a store."""
    store = sqlcipher3.connect(str(folder / STORE_FILE))
    store.execute(f"pragma key=\"x'{read_keys(folder / KEY_FILE).data.hex()}'\"")
    tables = [name for (name,) in store.execute("select name from sqlite_master where type = 'table'")]
    assert {"file_shapes", "trail", "tnas"} <= set(tables)
    cells = [cell for name in tables for row in store.execute(f'select * from "{name}"') for cell in row]
    store.close()
    return "\n".join(cell.decode("latin-1") if isinstance(cell, bytes) else str(cell) for cell in cells)


@pytest.mark.parametrize(
    "text",
    [
        "Quennell,QXZJ\nZebrafinch,zebrafish\n",
        'Day,Kind\n2026-09-03,"Quennell bite\n',
        "Date,Category\n",
        "<html>Quennell</html>",
    ],
)
def test_no_refusal_names_anybody(tmp_path, text):
    with pytest.raises(BadFile) as raised:
        read(text_list(tmp_path, text))
    assert not named("".join(traceback.format_exception(raised.value)) + repr(raised.value.facts))


# ── what waits for a word ────────────────────────────────────────────────────────────────────────────────────────────


def test_R6_a_wording_may_be_counted_as_a_hold_left_out_or_be_undecided(tmp_path):
    path = text_list(tmp_path, "Date,Category\n2026-09-01,bite\n2026-09-02,bite\n2026-09-03,pinch\n")
    for code, said, open_rows in (("leg", {"leg": 2}, 0), (LEFT_OUT, {}, 0), (UNDECIDED, {}, 2)):
        log = read(path, HowRead(wordings={"bite": code}))
        assert counts(log) == {**said, "scratch_pinch": 1}
        assert log.undecided_rows == open_rows
        assert [each.text for each in log.unconfirmed] == ["pinch"]


def test_a_wording_with_a_name_in_it_is_not_shown_however_often_it_stands_there(tmp_path):
    rows = [f"2026-09-0{n},scratch by Quennell" for n in range(1, 8)]
    log = read(text_list(tmp_path, "\n".join(["Date,Category", *rows])))
    assert [each.text for each in log.wordings] == [""]
    assert counts(log) == {"scratch_pinch": 7}
    assert not confirmed(log, tmp_path / "list.csv").settled.wordings


def test_a_column_that_says_who_it_was_is_never_offered(tmp_path):
    log = read(text_list(tmp_path, "Date,DOB,Initials,Category\n2026-09-01,1931-07-13,QXZJ,bite\n"))
    assert [text for _at, text in log.offered] == ["Date", "Category"]
    pushed = read(tmp_path / "list.csv", HowRead(columns={"category": 2}))
    assert pushed.asks
    assert not named(repr(pushed))


# ── the next log of a shape ──────────────────────────────────────────────────────────────────────────────────────────


def test_the_next_log_of_a_shape_is_read_the_same_way(drafted: ACourse, tmp_path):
    write, how, expected = SHAPES["semicolons, cp1252"]
    path = write(tmp_path)
    first = confirmed(read(path, how), path)
    drafted.do(take_counts, TNA, first.read.audit, first.settled)
    with drafted.store.reading() as view:
        shapes = remembered(view, FileKind.INCIDENTS)
    again = read(path, shapes=shapes)
    assert counts(again) == expected
    assert not again.unconfirmed
    assert again.last_time == drafted.now.date()
    assert not read(american(tmp_path), shapes=shapes).last_time


def test_a_shape_is_remembered_once_and_learns(drafted: ACourse, tmp_path):
    for words in ("bite", "pinch"):
        path = text_list(tmp_path, f"Date,Category\n2026-09-01,{words}\n")
        log = confirmed(read(path), path)
        drafted.do(take_counts, TNA, log.read.audit, log.settled)
    (shape,) = drafted.all(FileShape)
    assert [(each.wording, each.means) for each in shape.wordings] == [("bite", "bite_arm"), ("pinch", "scratch_pinch")]


# ── what is handed in by mistake ─────────────────────────────────────────────────────────────────────────────────────


def test_two_hundred_columns_are_offered_and_read(tmp_path):
    heads = ",".join(["Date", *(f"Field {n}" for n in range(198)), "Category"])
    row = ",".join(["2026-09-01", *["x"] * 198, "bite"])
    log = read(text_list(tmp_path, f"{heads}\n{row}\n"))
    assert len(log.offered) == 200
    assert counts(log) == {"bite_arm": 1}


def test_a_hundred_thousand_rows_are_counted(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Date,Category\n" + "2026-09-01,bite\n2026-09-02,pinch\n" * 50_000, encoding="utf-8")
    assert counts(read(path)) == {"bite_arm": 50_000, "scratch_pinch": 50_000}


def test_R38_days_to_come_are_told_and_not_counted(tmp_path):
    log = read(text_list(tmp_path, "Date,Category\n2026-09-01,bite\n2027-01-01,bite\n"))
    assert counts(log) == {"bite_arm": 1}
    assert "Row 3" in log.read.problems[0]


def test_R9_what_lies_before_the_window_is_told_and_not_counted(tmp_path):
    log = read(text_list(tmp_path, "Date,Category\n2026-09-01,bite\n2020-01-01,bite\n"))
    assert counts(log) == {"bite_arm": 1}
    assert "1 is older than the time counted." in [told for _lamp, told in log.read.findings]
