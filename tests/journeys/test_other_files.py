"""`demo` on files as services keep them, and on files that are wrong: what goes on, what is said, what is left behind."""

import csv
import resource
import subprocess
import sys
from datetime import date, timedelta

import pytest
import xlsxwriter

from calm_instructor.paths import STORE_FILE
from tests.journeys.playing import HEADINGS, call, log, months, roster, staff

WRISTS = months("wrist grab", count=12)
ENDED = months("bear hug from behind", last="2025-11", count=3)
TODAY = ("--today", "2026-10-07")


@pytest.fixture
def incidents(tmp_path):
    return log(tmp_path / "log.csv", *WRISTS, *months("hair pull"), *ENDED)


def rules(run):
    return {each["name"]: each["rules"] for each in run.story["not_eligible"]}


# ── as services keep them ──


def test_R38_what_has_ended_is_proposed_and_carries_no_technique(tmp_path, incidents):
    run = call("demo", "--out", tmp_path / "out", "--json", "--incidents", incidents, *TODAY)
    risks = {risk["number"]: risk for risk in run.story["risks"]}
    ended = [number for number, risk in risks.items() if not risk["current"]]
    assert len(ended) == 1
    assert "behind" in risks[ended[0]]["hold"]
    assert all(set(each["risks"]) - set(ended) for each in run.story["techniques"])


def test_an_export_of_a_personnel_system(tmp_path, incidents):
    """Title lines, semicolons, cp1252, "Surname, Forename", days first, a repeated person, a line of totals."""
    lines = [
        "Training nominations",
        "Run: 05/10/2026 16:02;;;;",
        "",
        "Payroll No.;Name;Post;Dept;Core Theory (date)",
        "010400;Reid, Siobhán;Support Worker;Glen Unit;04/07/2026",
        "010401;D'Arcy, Søren;Registered Manager;Glen Unit;19/04/2026",
        "010402;Fraser, Jean-Luc;Cook;Glen Unit;n/a",
        "010403;Bàn, Iain;Support Worker;Glen Unit;n/a",
        "010402;Fraser, Jean-Luc;Cook;Glen Unit;n/a",
        "",
        "Total: 5",
    ]
    path = tmp_path / "export.csv"
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    run = call("demo", "--out", tmp_path / "out", "--json", "--roster", path, "--incidents", incidents, *TODAY)
    assert run.code == 0, run.err
    assert run.story["people"] == 4
    assert [each["name"] for each in run.story["outcomes"]] == ["Siobhán Reid", "Søren D'Arcy"]
    assert rules(run) == {"Jean-Luc Fraser": ["R1", "R11"], "Iain Bàn": ["R1"]}
    assert any(each["value"] == "cp1252" for each in run.story["assumptions"])
    refused = call("demo", "--out", tmp_path / "no", "--roster", path, "--encoding", "utf-8")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert not (tmp_path / "no" / STORE_FILE).exists()


def test_a_workbook_says_the_same_as_the_text(tmp_path, incidents):
    rows = staff(3)
    book = xlsxwriter.Workbook(tmp_path / "people.xlsx")
    sheet = book.add_worksheet()
    for number, row in enumerate([HEADINGS, *rows]):
        sheet.write_row(number, 0, row)
    book.close()
    text = roster(tmp_path / "people.csv", *rows)
    runs = [
        call("demo", "--out", tmp_path / p.suffix, "--json", "--roster", p, "--incidents", incidents, *TODAY)
        for p in (text, tmp_path / "people.xlsx")
    ]
    assert [run.code for run in runs] == [0, 0]
    for part in ("people", "not_eligible", "outcomes", "risks", "techniques"):
        assert runs[0].story[part] == runs[1].story[part]


@pytest.mark.parametrize(
    ("eligible", "outcomes"),
    [
        (1, ["competent"]),
        (2, ["competent"] * 2),
        (3, ["competent"] * 2 + ["not_yet_competent"]),
        (4, ["competent"] * 2 + ["not_yet_competent", "not_completed"]),
    ],
)
def test_fewer_where_fewer_are_eligible(tmp_path, incidents, eligible, outcomes):
    people = roster(tmp_path / "few.csv", *staff(eligible))
    run = call("demo", "--out", tmp_path / "out", "--json", "--roster", people, "--incidents", incidents, *TODAY)
    assert [each["outcome"] for each in run.story["outcomes"]] == outcomes


def test_nobody_eligible_is_an_answer(tmp_path, incidents):
    people = roster(tmp_path / "none.csv", *staff(2, theory=""))
    run = call("demo", "--out", tmp_path / "out", "--json", "--roster", people, "--incidents", incidents, *TODAY)
    assert run.code == 0, run.err
    assert (run.story["course"], run.story["package"], run.story["outcomes"]) == (None, None, [])
    assert len(run.story["not_eligible"]) == 2
    assert call("demo", "--out", tmp_path / "out2", "--roster", people, "--incidents", incidents, *TODAY).code == 0


def test_R12_more_than_a_course_may_hold(tmp_path, incidents):
    people = roster(tmp_path / "many.csv", *staff(33))
    run = call("demo", "--out", tmp_path / "out", "--json", "--roster", people, "--incidents", incidents, *TODAY)
    assert len(run.story["outcomes"]) == 30
    assert [each["rules"] for each in run.story["not_eligible"]] == [["R12"]] * 3


def test_R40_no_hold_is_a_result(tmp_path):
    quiet = log(tmp_path / "quiet.csv", *months("verbal"))
    run = call("demo", "--out", tmp_path / "out", "--json", "--incidents", quiet, *TODAY)
    assert run.code == 0, run.err
    assert (run.story["techniques"], run.story["course"]) == ([], None)
    assert [name.split()[0] for name in run.papers()] == ["TNA"]
    assert call("demo", "--out", tmp_path / "read", "--incidents", quiet, *TODAY).code == 0


def test_R4_more_holds_than_a_set_may_answer(tmp_path):
    words = (
        "wrist grab", "both wrists grabbed", "fingers gripped", "upper arm grabbed", "sleeve grabbed", "lanyard grabbed",
        "hair pull from behind one hand", "bite to forearm", "scratch", "leg grabbed",
    )  # fmt: skip
    many = log(tmp_path / "many.csv", *(row for word in words for row in months(word)), what="")
    run = call("demo", "--out", tmp_path / "out", "--json", "--incidents", many, *TODAY)
    assert run.code == 0, run.err
    assert len(run.story["risks"]) > 8
    assert len(run.story["techniques"]) == 8


def test_an_order_of_days_that_nobody_can_tell_is_asked(tmp_path, incidents):
    people = roster(tmp_path / "days.csv", ("1", "Una Reid", "Support Worker", "", "Glen Unit", "03/04/2026"))
    words = ("demo", "--out", tmp_path / "out", "--roster", people, "--incidents", incidents, *TODAY)
    asked = call(*words)
    assert (asked.code, asked.err.count("\n")) == (1, 1)
    assert "--date-order" in asked.err or "order" in asked.err
    assert not list((tmp_path / "out").glob("*")) if (tmp_path / "out").exists() else True
    assert call(*words, "--date-order", "dmy").code == 0


# ── wrong ──


@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n\x1a\n" + bytes(200), b"%PDF-1.7\n", b"PK\x03\x04 no zip", b"Name\nUna\n"]
)
@pytest.mark.parametrize("option", ["--roster", "--incidents"])
def test_a_file_that_is_no_such_list(tmp_path, option, content):
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)
    run = call("demo", "--out", tmp_path / "out", option, path)
    assert (run.code, run.out) == (1, "")
    assert run.err.count("\n") == 1
    assert "list.xlsx" in run.err
    assert not (tmp_path / "out" / STORE_FILE).exists()


def test_bad_rows_are_told_and_saved_and_good_rows_go_on(tmp_path, incidents):
    later = (date(2026, 10, 7) + timedelta(days=40)).isoformat()
    people = roster(
        tmp_path / "mixed.csv",
        ("10", "Una Reid", "Support Worker", "", "Glen Unit", "2026-02-01"),
        ("11", "Iain Bàn", "Support Worker", "", "Glen Unit", "2026-02-01"),
        ("11", "Morag Bàn", "Support Worker", "", "Glen Unit", "2026-02-01"),
        ("12", "=HYPERLINK(1)", "Support Worker", "", "Glen Unit", "2026-02-01"),
        ("13", "Ealasaid Fraser", "Support Worker", "", "Glen Unit", later),
    )
    run = call("demo", "--out", tmp_path / "out", "--json", "--roster", people, "--incidents", incidents, *TODAY)
    assert run.code == 0, run.err
    told = "\n".join(run.story["problems"])
    for row in (3, 4, 5, 6):
        assert f"ow {row}" in told
    assert [each["name"] for each in run.story["outcomes"]] == ["Una Reid"]
    with (tmp_path / "out" / "rows to mend.csv").open(encoding="utf-8-sig", newline="") as file:
        saved = list(csv.reader(file))
    assert [row[0] for row in saved[1:]] == ["11", "11", "12", "13"]
    assert all(row[-1] for row in saved[1:])
    assert not any(cell.startswith(("=", "+", "@")) for row in saved for cell in row)


@pytest.mark.check
def test_ten_thousand_people_are_read_and_thirty_come(tmp_path, incidents):
    people = roster(tmp_path / "all.csv", *staff(10_000))
    run = call("demo", "--out", tmp_path / "out", "--json", "--roster", people, "--incidents", incidents, *TODAY)
    assert run.code == 0, run.err
    assert run.story["people"] == 10_000
    assert len(run.story["outcomes"]) == 30


@pytest.mark.parametrize(
    "words", [("demo",), ("demo", "--out", "x", "--today", "2026-13-01"), ("dmeo",), ("check",), ("verify",)]
)
def test_words_that_are_off(words):
    run = call(*words)
    assert (run.code, run.out) == (2, "")
    assert run.err.count("\n") == 1


def test_a_folder_that_is_no_folder(tmp_path):
    file = tmp_path / "file"
    file.write_text("mine", encoding="utf-8")
    run = call("demo", "--out", file)
    assert (run.code, run.out, run.err.count("\n")) == (1, "", 1)
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_store_that_no_demonstration_left_is_not_touched(tmp_path):
    (tmp_path / STORE_FILE).write_bytes(b"somebody's records")
    run = call("demo", "--out", tmp_path)
    assert (run.code, run.out, run.err.count("\n")) == (1, "", 1)
    assert [path.name for path in tmp_path.iterdir()] == [STORE_FILE]
    assert (tmp_path / STORE_FILE).read_bytes() == b"somebody's records"


@pytest.mark.parametrize("megabytes", [0.1, 1])
def test_a_full_disk_is_one_line_and_leaves_nothing(tmp_path, megabytes):
    """No file may grow beyond a limit: the store's, or a paper's, or the package's, is the first to meet it."""
    limit = int(megabytes * 1_000_000)
    run = subprocess.run(
        [sys.executable, "-m", "calm_instructor", "demo", "--out", tmp_path / "out"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert (run.returncode, run.stdout) == (1, ""), run.stderr
    assert run.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()
