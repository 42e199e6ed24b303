"""`demo` on files that are wrong: one sentence that says what to do, the good rows go on, nothing half-made."""

import csv

import pytest

from tests.journeys.playing import TODAY, call, log, months, roster, staff, workbook


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
    assert not (tmp_path / "out").exists()


def test_bad_rows_are_told_and_saved_and_good_rows_go_on(tmp_path, incidents):
    people = roster(
        tmp_path / "mixed.csv",
        ("10", "Una Reid", "Support Worker", "", "Glen Unit", "2026-02-01"),
        ("11", "Iain Bàn", "Support Worker", "", "Glen Unit", "2026-02-01"),
        ("11", "Morag Bàn", "Support Worker", "", "Glen Unit", "2026-02-01"),
        ("12", "=HYPERLINK(1)", "Support Worker", "", "Glen Unit", "2026-02-01"),
        ("13", "Ealasaid Fraser", "Support Worker", "", "Glen Unit", "2026-10-08"),
        ("14", "Eòghann Ros", "Support Worker", "", "Glen Unit", "2026-10-07"),
    )
    run = call("demo", "--out", tmp_path / "out", "--json", "--roster", people, "--incidents", incidents, *TODAY)
    assert run.code == 0, run.err
    for row, column, value, remedy in (
        (3, "Staff no", "11", "Give each person their own number."),
        (4, "Staff no", "11", "Give each person their own number."),
        (5, "Full name", "=HYPERLINK(1)", "Write the text itself in its place."),
        (6, "Core Theory completed", "2026-10-08", "Write the day on which it was completed."),
    ):
        (told,) = [each for each in run.story["problems"] if each.startswith(f"Row {row}, column {column}: “{value}”")]
        assert told.endswith(remedy)
    assert len(run.story["problems"]) == 4
    assert [each["name"] for each in run.story["outcomes"]] == ["Una Reid", "Eòghann Ros"]
    assert [each["name"] for each in run.story["not_eligible"]] == ["Ealasaid Fraser"]
    assert str(run.folder / "rows to mend.csv") in run.story["files"]
    with (run.folder / "rows to mend.csv").open(encoding="utf-8-sig", newline="") as file:
        saved = list(csv.reader(file))
    assert [row[0] for row in saved[1:]] == ["11", "11", "12", "13"]
    assert [row[-1] for row in saved[1:]] == run.story["problems"]
    assert not any(cell.startswith(("=", "+", "@")) for row in saved for cell in row)


def test_a_day_in_the_future_needs_no_day_of_today_to_be_seen(tmp_path, incidents):
    people = roster(tmp_path / "later.csv", *staff(1, theory="2999-12-31"))
    late = log(tmp_path / "late.csv", *months("wrist grab"), ("2999-12-31", "wrist grab"))
    run = call("demo", "--out", tmp_path / "out", "--json", "--roster", people, "--incidents", late)
    assert run.code == 0, run.err
    in_roster, in_log = run.story["problems"]
    assert in_roster.startswith("Row 2, column Core Theory completed: “2999-12-31” is after")
    assert in_log.startswith("Row 8, column Date: the day is after")
    assert "2999" not in in_log
    assert [risk["incidents"] for risk in run.story["risks"]] == [6]


def test_a_formula_in_a_workbook_is_no_name(tmp_path, incidents):
    people = workbook(
        tmp_path / "people.xlsx", ("Staff no", "Full name", "Job role"), ("1", "=A1&B1", "Support Worker")
    )
    run = call("demo", "--out", tmp_path / "out", "--json", "--roster", people, "--incidents", incidents, *TODAY)
    assert run.code == 0, run.err
    (told,) = run.story["problems"]
    assert told.startswith("Row 2, column Full name: “=A1&B1” is a formula.")
    assert (run.story["people"], run.story["course"]) == (0, None)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (months("wrist grab", last="2023-09"), "ends on 15 Sep 2023"),
        (
            [("soon", "wrist grab"), ("later", "hair pull")],
            "not one of its rows (2) could be counted. The first: Row 2",
        ),
        (months("blue form", count=4), "names no hold or grab that is known here (rows: 4)"),
    ],
    ids=["too old", "no day can be read", "no word is known"],
)
def test_R40_a_log_that_can_t_be_counted_is_never_taken_for_no_need(tmp_path, rows, said):
    path = log(tmp_path / "log.csv", *rows, what="form")
    run = call("demo", "--out", tmp_path / "out", "--incidents", path, *TODAY)
    assert (run.code, run.out, run.err.count("\n")) == (1, "", 1)
    assert said in run.err
    assert "log.csv" in run.err
    assert not (tmp_path / "out").exists()


@pytest.mark.check
def test_ten_thousand_people_are_read_and_thirty_come(tmp_path, incidents):
    people = roster(tmp_path / "all.csv", *staff(10_000))
    run = call("demo", "--out", tmp_path / "out", "--json", "--roster", people, "--incidents", incidents, *TODAY)
    assert run.code == 0, run.err
    assert run.story["people"] == 10_000
    assert len(run.story["outcomes"]) == 30


@pytest.mark.parametrize("option", ["--roster", "--incidents"])
@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_no_file_at_all(tmp_path, option, name):
    run = call("demo", "--out", tmp_path / "out", option, tmp_path / name)
    assert (run.code, run.out, run.err.count("\n")) == (1, "", 1)
    assert str(tmp_path) in run.err
    assert not (tmp_path / "out").exists()


def test_an_encoding_that_nobody_knows(tmp_path, one):
    run = call("demo", "--out", tmp_path / "out", "--roster", one, "--encoding", "klingon")
    assert (run.code, run.out, run.err.count("\n")) == (1, "", 1)
    assert "klingon" in run.err


@pytest.mark.parametrize(
    "words",
    [
        ("demo",),
        ("demo", "--out", "x", "--today", "2026-13-01"),
        ("demo", "--out", "x", "--today", "0001-01-01"),
        ("demo", "--out", "x", "--date-order", "ydm"),
        ("demo", "--out", "x", "--speed"),
        ("demo", "--out", ""),
        ("dmeo",),
        ("check",),
        ("verify",),
    ],
    ids=" ".join,
)
def test_words_that_are_off(words):
    run = call(*words)
    assert (run.code, run.out) == (2, "")
    assert run.err.count("\n") == 1
    assert "invalid" not in run.err
