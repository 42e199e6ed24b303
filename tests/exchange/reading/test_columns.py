"""Columns are found by their headings, in the spellings of the world, under title lines; and the caller may choose others."""

import pytest

from calm_instructor.domain.errors import BadFile
from calm_instructor.exchange.reading.columns import Columns, find_columns, list_rows
from calm_instructor.exchange.reading.table import read_tables
from calm_instructor.exchange.reading.vocabulary import vocabulary
from tests.exchange.reading.lists import rows_list, xlsx_list


def found(path, mapping=None, kind=None) -> Columns:
    return find_columns(read_tables(path), kind or vocabulary().roster, mapping)


def refused(path, mapping=None, kind=None) -> BadFile:
    with pytest.raises(BadFile) as no:
        found(path, mapping, kind)
    return no.value


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        *(
            (heading, "staff_no")
            for heading in ("Payroll No.", "STAFF NUMBER", "Staff #", "EmployeeID", "staff_no", "Emp. No")
        ),
        *((heading, "job_role") for heading in ("Post", "Job Title", "Role", "JobRole")),
        *((heading, "site") for heading in ("Dept", "Site / Team", "Location", "School")),
        *((heading, "line_manager") for heading in ("Line Mgr", "Manager", "Reports to")),
        *((heading, "core_theory") for heading in ("Core Theory (date)", "Core Theory completed", "CALM Theory date")),
        *((heading, "core_theory") for heading in ("Date of CALM core theory e-learning (dd/mm/yyyy)", "Córe Theory")),
        *((heading, "core_theory_provider") for heading in ("Core Theory provider", "Core theory by")),
        *((heading, "core_theory_evidence") for heading in ("Core Theory certificate no.", "Evidence ref")),
        *((heading, "known_as") for heading in ("Known as", "Preferred first name")),
        *((heading, "staff_group") for heading in ("Staff group", "Exposure group")),
        *((heading, "employer") for heading in ("Employer", "Organisation")),
        *((heading, "status") for heading in ("Employment status", "Contract type")),
    ],
)
def test_a_heading_is_known_in_many_spellings(tmp_path, heading, field):
    assert found(rows_list(tmp_path, [["Name", heading], ["Ann Lee", "x"]])).mapping == {
        "full_name": "Name",
        field: heading,
    }


@pytest.mark.parametrize(
    "heading", ["Core Theory expiry", "Core Theory due", "Core Theory status", "Theory of mind", "Email"]
)
def test_a_heading_that_means_something_else_is_left_alone(tmp_path, heading):
    columns = found(rows_list(tmp_path, [["Name", "Post", heading], ["Ann Lee", "Cook", "x"]]))
    assert set(columns.mapping) == {"full_name", "job_role"}
    assert columns.unread == (heading,)


def test_the_likelier_of_two_headings_is_taken(tmp_path):
    columns = found(rows_list(tmp_path, [["Dept", "Site", "Employee", "Full name"], ["1", "2", "3", "4"]]))
    assert columns.mapping == {"site": "Site", "full_name": "Full name"}


def test_headings_are_found_under_titles_and_blank_lines(tmp_path):
    rows = [["Nominations"], ["Run", "today"], [], ["Name", "Post"], ["Ann Lee", "Cook"]]
    columns = found(rows_list(tmp_path, rows, separator=";"))
    assert columns.heading_row == 4
    assert [row.number for row in list_rows(columns)[0]] == [5]


@pytest.mark.parametrize(
    ("above", "below", "fields"),
    [
        (
            ["Name", "Staff no", "Core Theory", ""],
            ["", "", "Date", "Provider"],
            {"full_name": 0, "staff_no": 1, "core_theory": 2, "core_theory_provider": 3},
        ),
        (
            ["Name", "", "Staff", "Core Theory"],
            ["Surname", "Forename", "number", "completed"],
            {"surname": 0, "forename": 1, "staff_no": 2, "core_theory": 3},
        ),
    ],
)
def test_headings_in_two_rows_are_read_together(tmp_path, above, below, fields):
    title = ["Staff list as of 27 November 2026", "", "", ""]
    columns = found(xlsx_list(tmp_path, [title, above, below, ["Lee", "Ann", "7", "2026-03-12"]]))
    assert (columns.at, columns.heading_row) == (fields, 3)
    assert [row.cells[0] for row in list_rows(columns)[0]] == ["Lee"]


def test_the_first_person_is_no_second_row_of_headings(tmp_path):
    columns = found(rows_list(tmp_path, [["Name", "Core"], ["Bob Orr", "Theory"], ["Ann Lee", "Practice"]]))
    assert columns.headings == ("Name", "Core")
    assert [row.cells[0] for row in list_rows(columns)[0]] == ["Bob Orr", "Ann Lee"]


def test_headings_said_again_in_capitals_are_nobody(tmp_path):
    rows = [["Name", "Post"], ["Ann Lee", "Cook"], ["NAME", "POST"], ["Bob Orr", "Cook"]]
    people, left_out = list_rows(found(rows_list(tmp_path, rows)))
    assert [row.cells[0] for row in people] == ["Ann Lee", "Bob Orr"]
    assert left_out == (3,)


def test_the_sheet_with_the_headings_is_taken(tmp_path):
    cover = [["About", "this workbook"], ["Made", "by hand"]]
    columns = found(xlsx_list(tmp_path, [["Name", "Post"], ["Ann Lee", "Cook"]], Cover=cover))
    assert (columns.table.sheet, columns.others) == ("Staff", ("Cover",))


def test_lines_that_belong_to_no_list_are_left_out(tmp_path):
    rows = [
        *(
            ["Name", "Post", "Site"],
            ["Ann Lee", "Cook", "Glen"],
            [],
            ["Name", "Post", "Site"],
            ["Bob Orr", "Cook", "Glen"],
        ),
        *(["Total: 2", "", ""], ["Page 1 of 1", "", ""], ["", "Total", "2"], ["Run: 14/11/2026", "", ""]),
    ]
    people, left_out = list_rows(found(rows_list(tmp_path, rows)))
    assert [row.cells[0] for row in people] == ["Ann Lee", "Bob Orr"]
    assert left_out == (4, 6, 7, 8, 9)


@pytest.mark.parametrize("name", ["Page Turner", "Page", "Norah Summers", "Nora Totally", "Count Orlok"])
def test_people_are_not_taken_for_last_lines(tmp_path, name):
    people, left_out = list_rows(found(rows_list(tmp_path, [["Name", "Post"], ["Ann Lee", "Cook"], [name, "Cook"]])))
    assert [row.cells[0] for row in people] == ["Ann Lee", name]
    assert left_out == ()


def test_the_caller_may_choose_by_heading_and_by_number(tmp_path):
    path = rows_list(tmp_path, [["Nom", "Full name", "Metier", "Post"], ["Ann", "x", "Cook", "y"]])
    assert found(path, {"full_name": "nom", "job_role": "3"}).mapping == {"full_name": "Nom", "job_role": "Metier"}


def test_the_caller_may_leave_a_field_unread(tmp_path):
    columns = found(rows_list(tmp_path, [["Name", "Post", "Site"], ["Ann", "Cook", "Glen"]]), {"site": ""})
    assert set(columns.mapping) == {"full_name", "job_role"}


def test_a_list_without_headings_is_read_by_numbers(tmp_path):
    columns = found(rows_list(tmp_path, [["1", "Ann Lee"], ["2", "Bob Orr"]]), {"staff_no": "1", "full_name": "2"})
    people, _left_out = list_rows(columns)
    assert [columns.cell(row, "full_name") for row in people] == ["Ann Lee", "Bob Orr"]
    assert columns.heading("full_name") == "column 2"


def test_a_choice_that_cannot_be_met_is_said(tmp_path):
    path = rows_list(tmp_path, [["Name", "Post"], ["Ann Lee", "Cook"]])
    assert refused(path, {"job_role": "Metier"}).code == "columns.no_heading"
    assert refused(path, {"shoe_size": "Post"}).code == "columns.no_field"
    assert refused(path, {"job_role": "7"}).code == "columns.none_found"
    assert refused(path, {"full_name": "7"}).code == "columns.none_found"


def test_a_list_without_names_is_none(tmp_path):
    no = refused(rows_list(tmp_path, [["Colour", "Shape"], ["red", "round"]]))
    assert no.code == "columns.none_found"
    assert no.facts["fields"] == "full name, or forename and surname"


@pytest.mark.parametrize("wish", ["DOB", "dob", "2"])
def test_no_wish_makes_a_date_of_birth_be_read(tmp_path, wish):
    path = rows_list(tmp_path, [["Name", "DOB", "Post"], ["Ann Lee", "1931-07-13", "Cook"]])
    assert refused(path, {"core_theory": wish}).code == "columns.never_read"


def test_no_wish_makes_an_identity_be_read_as_a_category(tmp_path):
    path = rows_list(tmp_path, [["When?", "Person (initials)", "What?"], ["2026-07-04", "QXZJ", "bite"]])
    for wish in ("Person (initials)", "2"):
        no = refused(path, {"date": "1", "category": wish}, vocabulary().incidents)
        assert no.code == "columns.never_read"


def test_no_heading_that_is_looked_for_is_one_that_is_never_read():
    for kind in (vocabulary().roster, vocabulary().incidents):
        assert not kind.never_read & {heading for field in kind.fields.values() for heading in field.headings}
