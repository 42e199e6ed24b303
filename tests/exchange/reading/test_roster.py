"""Rosters as services keep them: every name as it is, every day read once and rightly, every bad row told."""

import csv
import io
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.errors import BadFile
from calm_instructor.domain.people import Status
from calm_instructor.exchange.reading.bad_rows import bad_rows_file
from calm_instructor.exchange.reading.cells import harmless, text_of
from calm_instructor.exchange.reading.roster import Roster, read_roster
from tests.exchange.reading.lists import ods_list, read_or_refused, rows_list, text_list, xlsx_list

PLAIN = [
    ["Staff no", "Full name", "Job role", "Staff group", "Site", "Core Theory completed", "Email"],
    [
        "010400",
        "Oluwaseun van der Berg",
        "Senior Support Worker",
        "Direct care",
        "Burn Hall",
        "2026-09-11",
        "o@example.org",
    ],
    ["010401", "Siobhán Ní Bhriain", "Registered Manager", "Manager", "Glen Unit", "2026-02-18", "s@example.org"],
    ["010402", "Żaneta Wójcik", "Cook", "No direct exposure", "Glen Unit", "", "z@example.org"],
]

HR_EXPORT = """Training nominations report
Run: 14/11/2026 16:02;;;;;

Payroll No.;Name;Post;Dept;Core Theory (date);Line Mgr
0104;Reid, Hamish;Support Worker;Ashgrove House;04/07/2026;J. Orr
0105;van der Berg, Siobhán;Depute Head;Glen Unit;19/04/2026;J. Orr
0106;Ørsted, Jean-Luc;Cook;Glen Unit;n/a;J. Orr
0107;D'Arcy, Wei;Nurse (LD);Glen Unit;03/09/2026;J. Orr
0104;Reid, Hamish;Support Worker;Ashgrove House;04/07/2026;J. Orr

Total: 5
"""


def people(*rows: str, heading: str = "No,Name,Core Theory") -> str:
    return "\n".join((heading, *rows, ""))


def read(folder: Path, text: str, **how) -> Roster:
    return read_roster(text_list(folder, text), **how)


def told(roster: Roster) -> dict[str, str]:
    return {assumption.code: assumption.value for assumption in roster.assumptions}


@pytest.mark.parametrize("write", [rows_list, xlsx_list, ods_list])
def test_a_plain_roster_reads_the_same_from_every_kind_of_file(tmp_path, write):
    roster = read_roster(write(tmp_path, PLAIN))
    assert [
        (one.row, one.staff_no, one.full_name, one.job_role, one.staff_group, one.site, one.core_theory)
        for one in roster.entries
    ] == [
        (2, "010400", "Oluwaseun van der Berg", "Senior Support Worker", "Direct care", "Burn Hall", date(2026, 9, 11)),
        (3, "010401", "Siobhán Ní Bhriain", "Registered Manager", "Manager", "Glen Unit", date(2026, 2, 18)),
        (4, "010402", "Żaneta Wójcik", "Cook", "No direct exposure", "Glen Unit", None),
    ]
    assert roster.problems == ()
    assert roster.latest_date == date(2026, 9, 11)
    assert told(roster)["columns.unread"] == "Email"


def test_an_export_of_an_old_system_is_read(tmp_path):
    roster = read_roster(text_list(tmp_path, HR_EXPORT, encoding="cp1252"))
    assert [(one.rows, one.full_name, one.sort_key, one.core_theory) for one in roster.entries] == [
        ((5, 9), "Hamish Reid", "reid hamish", date(2026, 7, 4)),
        ((6,), "Siobhán van der Berg", "van der berg siobhán", date(2026, 4, 19)),
        ((7,), "Jean-Luc Ørsted", "ørsted jean-luc", None),
        ((8,), "Wei D'Arcy", "d'arcy wei", date(2026, 9, 3)),
    ]
    assert roster.problems == ()
    assert roster.entries[0].line_manager == "J. Orr"
    assert told(roster) == {
        "file.encoding": "cp1252",
        "columns.mapping": (
            "full name: Name; staff number: Payroll No.; job role: Post; site: Dept; line manager: Line Mgr; "
            "Core Theory completed: Core Theory (date)"
        ),
        "rows.left_out": "row 11",
        "dates.order": "day, month, year",
        "names.turned": "Hamish Reid",
        "people.merged": "Hamish Reid",
    }


def test_real_dates_and_whole_numbers_of_a_workbook_stay_what_they_are(tmp_path):
    rows = [["No", "Name", "Core Theory"], [10400, "Ann Lee", date(2026, 7, 4)], ["00123", "Bob Orr", None]]
    roster = read_roster(xlsx_list(tmp_path, rows), mapping={"staff_no": "No"})
    assert [(one.staff_no, one.core_theory) for one in roster.entries] == [("10400", date(2026, 7, 4)), ("00123", None)]
    assert told(roster)["people.plain_numbers"] == "No"


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────────

NAMES = [
    *("Beyoncé", "Wu", "No", "Null", "Nguyễn Thị Ánh", "Ḋoṁnall Ó Ḟlaiṫḃeartaiġ", "Siân Tŵr-Ŷoung", "Ọlábísí Ọkọ́nkwọ"),
    *(
        "محمد الحسن",
        "王小明",
        "अनुष्का शर्मा",
        "שרה כהן",
        "O’Connor-d'Arcy",
        "Jean-Luc de la Cruz",
        "von und zu Berg",
        "Ng",
    ),
    *("Dr. A. B. C. Smith III", "X Æ A-12", "Anne (Annie) Lee", "Page Turner", "Maria da Conceição dos Santos e Silva"),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stays_as_it_is(tmp_path, name):
    roster = read(tmp_path, people(f"1,{name},"))
    assert [one.full_name for one in roster.entries] == [unicodedata.normalize("NFC", name)]
    assert not roster.problems


def test_what_nobody_sees_in_a_name_is_folded(tmp_path):
    decomposed = unicodedata.normalize("NFD", "Siobhán")
    roster = read(tmp_path, people(f"1,\u00a0\ufeff {decomposed}\u00a0\u2003Ó  Sé\u200b ,"))
    assert roster.entries[0].full_name == "Siobhán Ó Sé"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *((name, "roster.no_name") for name in ("", " ", "n/a", "Vacant", "TBC")),
        *(
            (name, "roster.formula")
            for name in ("=cmd|' /C calc'!A0", "=A1&B1", " =1+1", "@SUM(A1)", "+cmd|' /C calc'!A0")
        ),
        *((name, "roster.not_a_name") for name in ("-", "12345", "2026-07-04", "?", "+44 131", "@")),
        *((name, "roster.signs") for name in ("Ann\x7fLee", "Ann \u202eeeL")),
        *((name, "roster.garbled") for name in ("BeyoncÃ©", "Siobh\ufffdn", "Siobh?n Lee", "Å»aneta")),
        *((name, "roster.address") for name in ("ann.lee@glen.example", "Ann Lee <ann@glen.example>")),
        ("Ann " * 31, "roster.too_long"),
    ],
)
def test_what_is_no_name_is_told_and_kept_out(tmp_path, name, code):
    roster = read(tmp_path, people("1,Ann Lee,", f"2,{name},"))
    (problem,) = roster.problems
    assert [one.full_name for one in roster.entries] == ["Ann Lee"]
    assert (problem.row, problem.column, problem.code, problem.keeps_out) == (3, "Name", code, True)
    assert "Row 3, column Name" in problem.sentence


def test_a_name_of_120_characters_is_one(tmp_path):
    name = "Wolfeschlegelsteinhausenbergerdorff " * 3 + "Adolph Blain"
    assert len(name) == 120
    assert read(tmp_path, people(f"1,{name},")).entries[0].full_name == name


def test_surname_first_is_turned_where_the_column_is_written_so(tmp_path):
    roster = read(tmp_path, people('1,"Lee, Ann",', '2,"van der Berg, Jan Willem",', "3,Wu,"))
    assert [one.full_name for one in roster.entries] == ["Ann Lee", "Jan Willem van der Berg", "Wu"]
    assert [one.sort_key for one in roster.entries] == ["lee ann", "van der berg jan willem", "wu"]


def test_a_comma_here_and_there_turns_nothing(tmp_path):
    roster = read(tmp_path, people('1,"Ann Lee, RGN",', "2,Bob Orr,", "3,Cy Dee,"))
    assert [one.full_name for one in roster.entries] == ["Ann Lee, RGN", "Bob Orr", "Cy Dee"]
    assert told(roster)["names.comma_kept"] == "row 2"


def test_a_name_in_two_columns_is_put_together(tmp_path):
    roster = read(tmp_path, "Surname,First name,Known as\nvan der Berg,Jan Willem,Jan\nWu,,\n,Cher,\n")
    assert [(one.full_name, one.sort_key, one.known_as) for one in roster.entries] == [
        ("Jan Willem van der Berg", "van der berg jan willem", "Jan"),
        ("Wu", "wu", ""),
        ("Cher", "cher", ""),
    ]


def test_a_formula_in_either_part_of_a_name_is_told(tmp_path):
    roster = read(tmp_path, "Surname,First name\nLee,=1+1\n=1+1,Ann\n")
    assert [(one.row, one.column, one.code) for one in roster.problems] == [
        (2, "First name", "roster.formula"),
        (3, "Surname", "roster.formula"),
    ]


@given(name=st.text(min_size=1, max_size=130))
def test_any_name_is_taken_whole_or_told(tmp_path_factory, name):
    path = tmp_path_factory.getbasetemp() / "names.csv"
    text = io.StringIO()
    csv.writer(text).writerows([["No", "Name"], ["1", name], ["2", "Ann Lee"]])
    path.write_text(text.getvalue(), encoding="utf-8-sig", newline="", errors="replace")
    roster = read_or_refused(read_roster, path)
    if isinstance(roster, BadFile):
        assert roster.code in {"file.other", "file.open_quote"}
        return
    assert len(roster.entries) + len(roster.problems) == 2
    for one in roster.entries:
        assert one.full_name == unicodedata.normalize("NFC", one.full_name)
        assert one.full_name == " ".join(one.full_name.split())
        assert 0 < len(one.full_name) <= 120


# ── Core Theory ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("mark", ["", "n/a", "N/A", "-", "none", "tbc", "TBC", "not yet", "No"])
def test_a_mark_for_nothing_is_no_date_and_no_problem(tmp_path, mark):
    roster = read(tmp_path, people(f"1,Ann Lee,{mark}"))
    assert roster.entries[0].core_theory is None
    assert not roster.problems


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Yes", "roster.date_not_a_date"),
        ("46276", "roster.date_not_a_date"),
        ("31/02/2026", "roster.date_impossible"),
        ("31/12/1985", "roster.date_too_early"),
        ("23/11/2026", "roster.date_future"),
    ],
)
def test_a_date_that_cannot_be_is_told_and_the_person_goes_on_without(tmp_path, written, code):
    roster = read(tmp_path, people("1,Ann Lee,22/11/2026", f"2,Bob Orr,{written}"), today=date(2026, 11, 22))
    (problem,) = roster.problems
    assert [one.core_theory for one in roster.entries] == [date(2026, 11, 22), None]
    assert (problem.row, problem.column, problem.value, problem.code) == (3, "Core Theory", written, code)
    assert not problem.keeps_out
    assert written in problem.sentence


def test_no_day_is_in_the_future_while_nobody_knows_the_day(tmp_path):
    assert read(tmp_path, people("1,Ann Lee,2126-11-22")).latest_date == date(2126, 11, 22)


def test_an_order_that_nothing_settles_must_be_said(tmp_path):
    text = people("1,Ann Lee,04/07/2026", "2,Bob Orr,05/07/2026")
    with pytest.raises(BadFile) as no:
        read(tmp_path, text)
    assert no.value.code == "dates.ambiguous"
    assert no.value.facts["readings"] == [date(2026, 7, 4), date(2026, 4, 7)]
    assert read(tmp_path, text, date_order="dmy").entries[0].core_theory == date(2026, 7, 4)
    assert read(tmp_path, text, date_order="mdy").entries[0].core_theory == date(2026, 4, 7)


def test_two_orders_in_one_column_must_be_settled(tmp_path):
    text = people("1,Ann Lee,19/04/2026", "2,Bob Orr,04/19/2026")
    with pytest.raises(BadFile) as no:
        read(tmp_path, text)
    assert (no.value.code, no.value.facts["row"], no.value.facts["other_row"]) == ("dates.mixed", 2, 3)
    roster = read(tmp_path, text, date_order="dmy")
    assert [problem.code for problem in roster.problems] == ["roster.date_impossible"]


def test_dates_a_program_may_have_swapped_are_pointed_out(tmp_path):
    rows = [["No", "Name", "Core Theory"], ["1", "Ann Lee", date(2026, 4, 7)], ["2", "Bob Orr", "19/04/2026"]]
    assert told(read_roster(xlsx_list(tmp_path, rows)))["dates.half_real"] == "Core Theory"


def test_a_list_without_core_theory_says_so(tmp_path):
    assert told(read(tmp_path, "No,Name\n1,Ann Lee\n"))["people.no_core_theory"] == "no column"


# ── the same person, the same number ─────────────────────────────────────────────────────────────────────────────────


def test_one_number_with_two_names_keeps_both_out(tmp_path):
    roster = read(tmp_path, people("1,Ann Lee,", "2,Bob Orr,", "1,Cy Dee,", heading="Staff no,Name,Core Theory"))
    assert [one.full_name for one in roster.entries] == ["Bob Orr"]
    assert [(one.row, one.column, one.value, one.code) for one in roster.problems] == [
        (2, "Staff no", "1", "roster.number_twice"),
        (4, "Staff no", "1", "roster.number_twice"),
    ]
    assert "row 4" in roster.problems[0].sentence


def test_one_number_with_one_name_is_one_person(tmp_path):
    heading = "Staff no,Name,Core Theory,Post"
    roster = read(tmp_path, people("a1,Ann Lee,,Cook", "A1,ann  lee,2026-07-04,", heading=heading))
    (ann,) = roster.entries
    assert (ann.full_name, ann.rows, ann.job_role, ann.core_theory) == ("Ann Lee", (2, 3), "Cook", date(2026, 7, 4))
    assert not roster.problems


def test_rows_of_one_person_that_differ_are_told(tmp_path):
    heading = "Staff no,Name,Core Theory,Post"
    roster = read(tmp_path, people("1,Ann Lee,2026-07-04,Cook", "1,Ann Lee,2026-07-05,Cook", heading=heading))
    (problem,) = roster.problems
    assert roster.entries[0].core_theory == date(2026, 7, 4)
    assert (problem.row, problem.column, problem.code, problem.keeps_out) == (
        3,
        "Core Theory",
        "roster.repeat_differs",
        False,
    )


def test_one_name_with_two_numbers_is_two_people(tmp_path):
    roster = read(tmp_path, people("1,Ann Lee,", "2,Ann Lee,", heading="Staff no,Name,Core Theory"))
    assert [one.staff_no for one in roster.entries] == ["1", "2"]
    assert told(roster)["people.namesakes"] == "Ann Lee"


def test_a_missing_number_is_allowed_and_told(tmp_path):
    roster = read(tmp_path, people("1,Ann Lee,", "n/a,Bob Orr,", ",Cy Dee,", heading="Staff no,Name,Core Theory"))
    assert [one.staff_no for one in roster.entries] == ["1", None, None]
    assert told(roster)["people.no_number"] == "rows 3 and 4"


def test_two_rows_without_number_are_one_person_only_if_they_say_the_same(tmp_path):
    heading = "Staff no,Name,Core Theory,Post"
    same = read(tmp_path, people(",Ann Lee,,Cook", ",Ann Lee,,Cook", heading=heading))
    other = read(tmp_path, people(",Ann Lee,,Cook", ",Ann Lee,,Nurse", heading=heading))
    assert [one.rows for one in same.entries] == [(2, 3)]
    assert [one.rows for one in other.entries] == [(2,), (3,)]


# ── the rest ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("written", "status"),
    [
        *(
            ("Own staff", Status.OWN),
            ("PERMANENT", Status.OWN),
            ("Bank", Status.AGENCY),
            ("Agency worker", Status.AGENCY),
        ),
        *(("seconded", Status.OTHER_EMPLOYER), ("Volunteer", Status.STUDENT), ("", None), ("n/a", None)),
    ],
)
def test_a_status_is_known_in_many_words(tmp_path, written, status):
    roster = read(tmp_path, f"Name,Status,Employer\nAnn Lee,{written},Glen Trust\n")
    assert (roster.entries[0].status, roster.entries[0].employer) == (status, "Glen Trust")
    assert not roster.problems


def test_an_unknown_status_is_told_and_the_person_goes_on(tmp_path):
    roster = read(tmp_path, "Name,Status\nAnn Lee,purple\n")
    assert roster.entries[0].status is None
    assert [(one.code, one.keeps_out) for one in roster.problems] == [("roster.status", False)]


def test_a_formula_anywhere_keeps_the_row_out(tmp_path):
    rows = ("=1+1,Ann,Cook", "2,Bob,=A1", "3,Cy,Cook", "4,Di,-2+3", "+44-1,Ed,- nights", "+020001,Flo,- nights")
    roster = read(tmp_path, "\n".join(["Staff no,Name,Post", *rows, ""]))
    assert [one.full_name for one in roster.entries] == ["Cy", "Flo"]
    assert [(one.row, one.column, one.value) for one in roster.problems] == [
        (2, "Staff no", "=1+1"),
        (3, "Post", "=A1"),
        (5, "Post", "-2+3"),
        (6, "Staff no", "+44-1"),
    ]


def test_no_date_of_birth_and_no_address_is_read(tmp_path):
    roster = read(tmp_path, "Name,Post,DOB,Home address\nAnn Lee,Cook,1931-07-13,1 Mill Lane\n")
    assert told(roster)["columns.unread"] == "DOB, Home address"
    assert "1931" not in repr(roster)
    assert "Mill" not in repr(roster)


def test_a_list_of_headings_alone_is_told(tmp_path):
    with pytest.raises(BadFile) as no:
        read(tmp_path, "Name,Post\n\nTotal: 0,\n")
    assert no.value.code == "roster.nobody"


def test_ten_thousand_rows_are_read_and_the_bad_ones_told(tmp_path):
    rows = (f"{no},Ann Lee {'abcdefghij'[no % 10]}," if no % 1000 else f"{no},=1+1," for no in range(10_000))
    roster = read(tmp_path, people(*rows, heading="Staff no,Name,Core Theory"))
    assert len(roster.entries) == 9_990
    assert [one.row for one in roster.problems] == list(range(2, 10_002, 1000))


# ── rows to mend ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_bad_rows_come_back_as_they_stood_with_what_to_mend(tmp_path):
    roster = read(tmp_path, people('1,"=HYPERLINK(""x"")",2026-07-04', "2,Ann Lee,-", "3,Bob Orr,Yes", "+4,-,@"))
    data = bad_rows_file(roster)
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert data.startswith(b"\xef\xbb\xbf")
    assert rows[0] == ["No", "Name", "Core Theory", "What to mend"]
    assert [row[:3] for row in rows[1:]] == [
        ["1", '\'=HYPERLINK("x")', "2026-07-04"],
        ["3", "Bob Orr", "Yes"],
        ["'+4", "'-", "'@"],
    ]
    assert rows[2][3].startswith("Row 4, column Core Theory: “Yes” is no date")
    assert rows[3][3].count("Row 5") == 2


def test_bad_rows_of_a_workbook_keep_dates_and_numbers(tmp_path):
    rows = [["Staff no", "Name", "Core Theory"], [7, None, date(2026, 7, 4)], [8, "Bob Orr", None]]
    assert '\r\n7,,2026-07-04,"Row 2' in bad_rows_file(read_roster(xlsx_list(tmp_path, rows))).decode("utf-8-sig")


def test_bad_rows_of_a_list_without_headings_have_none(tmp_path):
    roster = read(tmp_path, "1,=A1\n2,Ann Lee\n", mapping={"full_name": "2"})
    assert bad_rows_file(roster).decode("utf-8-sig").startswith("1,'=A1,\"Row 1, column column 2")


def test_mended_rows_are_read_like_any_others(tmp_path):
    roster = read(tmp_path, people("1,=A1,2026-07-04", "2,Ann Lee,Yes"))
    mended = bad_rows_file(roster).decode("utf-8-sig").replace("'=A1", "Bob Orr").replace("Yes,", "2026-07-05,")
    again = read(tmp_path, mended)
    assert [(one.full_name, one.core_theory) for one in again.entries] == [
        ("Bob Orr", date(2026, 7, 4)),
        ("Ann Lee", date(2026, 7, 5)),
    ]


def test_no_bad_rows_are_a_heading_alone(tmp_path):
    data = bad_rows_file(read(tmp_path, people("1,Ann Lee,")))
    assert data.decode("utf-8-sig") == "No,Name,Core Theory,What to mend\r\n"


@given(text=st.text())
def test_no_cell_of_ours_is_a_formula_and_none_is_changed_by_that(text):
    assert harmless(text)[:1] not in set("=+-@\t\r")
    assert text_of(harmless(text)) == text_of(text)
