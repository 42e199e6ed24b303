"""Whatever reading refuses, points out or assumes has a sentence, and every sentence is one that can come up."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calm_instructor.domain.errors import BadFile
from calm_instructor.exchange.reading.catalogue import MOST, read_catalogue
from calm_instructor.exchange.reading.findings import Assumption, RowProblem
from calm_instructor.exchange.reading.incidents import IncidentLog, read_incidents
from calm_instructor.exchange.reading.raw_table import check_extent
from calm_instructor.exchange.reading.roster import Roster, read_roster
from calm_instructor.messages import sentence
from calm_instructor.messages.reading import ASSUMPTIONS, READING_TROUBLE, row_list
from tests.exchange.reading.lists import text_list, xlsx_list

READING = Path(__file__).resolve().parents[3] / "calm_instructor" / "exchange" / "reading"
TODAY = date(2026, 11, 22)
NOT_SAID = re.compile(r"\b(user|fail|failed|attacker|victim|patient|invalid|error)\b", re.IGNORECASE)
COLUMNS = "Staff no,Name,Core Theory,Status\n"

ROSTERS: dict[str, Any] = {
    "columns.none_found": ("Colour,Shape\nred,round\n", {}),
    "columns.no_heading": (COLUMNS, {"mapping": {"job_role": "Metier"}}),
    "columns.no_field": (COLUMNS, {"mapping": {"shoe_size": "Name"}}),
    "columns.never_read": ("Name,DOB\nAnn,x\n", {"mapping": {"core_theory": "DOB"}}),
    "dates.order_name": (COLUMNS, {"date_order": "ydm"}),
    "dates.ambiguous": (COLUMNS + "1,Ann,04/07/2026,\n", {}),
    "dates.mixed": (COLUMNS + "1,Ann,19/07/2026,\n2,Bob,07/19/2026,\n", {}),
    "roster.nobody": (COLUMNS, {}),
    "file.empty": ("\n", {}),
    "file.page": ("<html>", {}),
    "file.one_column": ("Name\nAnn\n", {}),
    "file.open_quote": (COLUMNS + '1,"Ann,,\n', {}),
    "file.long_cell": (COLUMNS + f"1,{'x' * 200_000},,\n", {}),
    "file.pdf": ("%PDF-1.7", {}),
    "file.picture": ("GIF89a", {}),
    "file.document": ("{\\rtf1", {}),
    "file.archive": ("Rar!", {}),
    "file.other": ("a,b\0", {}),
    "file.damaged": ("PK\x03\x04", {}),
    "file.encoding_name": (COLUMNS, {"encoding": "klingon"}),
    "file.encoding_wrong": (COLUMNS + "1,é,,\n", {"encoding": "ascii"}),
    "file.encoding_needed": (COLUMNS + "1,é,,\n", {"assume": None}),
}
INCIDENTS: dict[str, Any] = {
    "incidents.nothing": ("Date,Category\n", {}),
    "incidents.no_hold_code": ("Date,Category\n", {"wordings": {"verbal": "tickle"}}),
    "incidents.dates_ambiguous": ("Date,Category\n04/07/2026,bite\n", {}),
    "incidents.dates_mixed": ("Date,Category\n19/07/2026,bite\n07/19/2026,bite\n", {}),
}
IN_ANY_FILE = {"file": "list.xlsx", "path": Path("list.xlsx"), "limit": 50, "detail": "No medium found"}
OF_THE_WORLD = {
    **dict.fromkeys(("file.missing", "file.folder", "file.denied", "file.unreadable", "file.too_big"), IN_ANY_FILE),
    **dict.fromkeys(("file.too_big_inside", "file.binary_workbook", "file.locked"), IN_ANY_FILE),
}
"""What takes a disk, a password or a bomb to bring about is brought about in test_table; here only its words are tried."""

BAD_ROSTER = COLUMNS + (
    "1,,,\n2,=A1,,\n3,-,,\n4,Ann\u202e,,\n5,BeyoncÃ©,,\n" + f"6,{'Ann ' * 40},,\n"
    "7,Bob,yes,\n8,Cy,31/02/2026,\n9,Di,1931-07-13,\n10,Eve,23/11/2026,\n11,Flo,,purple\n"
    "12,Gil,,\n12,Hal,,\n14,jo.ng@ashgrove.example,,\n13,Ida,2026-01-01,\n13,Ida,2026-01-02,\n"
    "Privacy,Terms,,\n"
)
BAD_LOG = (
    "Date,Category,Description,Count\n,bite,,1\nsoon,bite,,1\n31/02/2026,bite,,1\n1931-07-13,bite,,1\n"
    "23/11/2026,bite,,1\n22/11/2026,,,1\n22/11/2026,bite,,-1\n22/11/2026,bite,,1,more\n"
)

BAD_CATALOGUE = (
    "Code,Technique,Hold,Risk tier,Staff needed,Pain-based,Withdrawn on\n"
    ",Ann,leg,,,,\n" + f"A,{'Ann ' * 40},leg,,,,\n" + "B,Some,leg,purple,9,perhaps,31/31/2026\n"
)
CATALOGUES = {
    "catalogue.nothing": "Code,Technique,Hold\n",
    "catalogue.too_many": "Code,Technique,Hold\n" + "A,Some,leg\n" * (MOST + 1),
}


def refusal(folder: Path, code: str) -> BadFile:
    text, how = (ROSTERS | INCIDENTS)[code]
    with pytest.raises(BadFile) as no:
        (read_roster if code in ROSTERS else read_incidents)(text_list(folder, text, encoding="cp1252"), **how)
    return no.value


def check(words: str) -> None:
    assert words.endswith((".", ".)"))
    assert "{" not in words
    assert not NOT_SAID.search(words)


@pytest.mark.parametrize("code", [*ROSTERS, *INCIDENTS])
def test_a_refusal_has_a_sentence(tmp_path, code):
    no = refusal(tmp_path, code)
    assert no.code == code
    check(sentence(no))


@pytest.mark.parametrize("code", CATALOGUES)
def test_a_catalogue_that_is_none_has_a_sentence(tmp_path, code):
    with pytest.raises(BadFile) as no:
        read_catalogue(text_list(tmp_path, CATALOGUES[code]))
    assert no.value.code == code
    check(sentence(no.value))


@pytest.mark.parametrize("code", OF_THE_WORLD)
def test_a_refusal_of_the_world_has_a_sentence(code):
    check(sentence(BadFile(code, **OF_THE_WORLD[code])))


@pytest.mark.parametrize(
    ("rows", "columns", "code"), [(9, 900_000, "file.far_cell"), (200_001, 1, "file.too_many_rows")]
)
def test_a_list_without_end_has_a_sentence(rows, columns, code):
    with pytest.raises(BadFile) as no:
        check_extent("list.xlsx", rows, columns, "Staff")
    assert no.value.code == code
    check(sentence(no.value))


def problems(folder: Path) -> list[RowProblem]:
    roster = read_roster(text_list(folder, BAD_ROSTER, encoding="utf-8"), today=TODAY)
    log = read_incidents(text_list(folder, BAD_LOG, name="log.csv"), today=TODAY, date_order="dmy")
    issued = read_catalogue(text_list(folder, BAD_CATALOGUE, name="issued.csv"))
    return [*roster.problems, *log.problems, *issued.problems]


def test_every_problem_of_a_row_has_a_sentence_that_names_the_row(tmp_path):
    for problem in problems(tmp_path):
        check(problem.sentence)
        assert problem.sentence.startswith(f"Row {problem.row}")
        assert problem.column in problem.sentence


def test_every_sentence_about_a_file_can_come_up(tmp_path):
    rows = {problem.code for problem in problems(tmp_path)}
    known = {*ROSTERS, *INCIDENTS, *CATALOGUES, *OF_THE_WORLD, "file.far_cell", "file.too_many_rows", *rows}
    assert known == set(READING_TROUBLE)


def assumptions(folder: Path) -> list[Assumption]:
    turned = 'No,Name,Core Theory\n1,"Lee, Anné",19/07/2026\n'
    plain = 'Staff no,Name\n1,Ann Lee\n1,Ann Lee\n2,Ann Lee\n,"Bob Orr, RGN"\nTotal: 4\n'
    log = "Date,Category\n19/07/2026,bite\n20/07/2026,verbal\n" + "20/07/2026,Sparkling\n" * 3
    staff = [["Payroll no", "Name", "Core Theory"], [7, "Ann Lee", date(2026, 4, 7)], [8, "Bob Orr", "19/04/2026"]]
    read: list[Roster | IncidentLog] = [
        read_roster(text_list(folder, turned, encoding="cp1252")),
        read_roster(text_list(folder, plain)),
        read_roster(text_list(folder, "1,Añn Lee\n"), mapping={"full_name": "2"}, encoding="cp1252"),
        read_roster(xlsx_list(folder, staff, Cover=[["About", "this"]])),
        read_incidents(text_list(folder, log)),
        read_incidents(text_list(folder, "Date,Description\n2026-07-04,bit forearm\n")),
    ]
    return [one for result in read for one in result.assumptions]


def test_every_assumption_says_what_and_why_and_can_come_up(tmp_path):
    found = assumptions(tmp_path)
    for one in found:
        check(one.why)
        assert one.what
        assert one.value
    assert {one.code for one in found} == set(ASSUMPTIONS)


def test_every_code_in_the_source_has_words():
    quoted = re.compile(r'"((?:file|columns|rows|dates|names|people|roster|incidents)\.[a-z_]+)"')
    for module in READING.glob("*.py"):
        for code in quoted.findall(module.read_text(encoding="utf-8")):
            assert code in READING_TROUBLE or code in ASSUMPTIONS, f"{module.name}: {code}"


def test_rows_are_listed_and_long_lists_cut_short():
    assert row_list([4]) == "row 4"
    assert row_list([4, 9, 12]) == "rows 4, 9 and 12"
    assert row_list(range(1, 12)) == "rows 1, 2, 3, 4, 5, 6, 7, 8 and 3 more"
