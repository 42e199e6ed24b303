"""A roster looked at before anybody is added, and the people that are taken in from it (R1, R53)."""

from dataclasses import replace
from datetime import date

import pytest

from calm_instructor.domain.errors import BadFile
from calm_instructor.domain.file_shape import FileKind
from calm_instructor.domain.people import CoreTheory, Person, Status
from calm_instructor.operations.entering import enter_person
from calm_instructor.operations.handing_in import (
    Handed,
    Wanted,
    as_last_time,
    columns_offered,
    looks_headed,
    read_list,
    settled_of,
    wanted,
)
from calm_instructor.operations.remembering import remembered
from calm_instructor.operations.roster_people import Seen
from calm_instructor.operations.rostering import (
    Fate,
    Taking,
    counted,
    people_chosen,
    preview,
    renamed,
    save_rows_to_mend,
)
from calm_instructor.operations.taking_in import take_in
from calm_instructor.operations.viewing.duplicates import pairs_in_doubt
from tests.operations.a_course import AGREED_ON, SIAN, ZANETA, ACourse, person, refused

HEAD = "Employee name\tEmp no\tPost\tCore Theory completed\tWorkplace"


def pasted(*rows: str, head: str = HEAD, **answers) -> Handed:
    """Rows as they come over the clipboard; ``|`` stands for a tab."""
    return Handed(text="\n".join([head, *(row.replace("|", "\t") for row in rows)]), **answers)


def looked_at(a: ACourse, handed: Handed):
    return a.desk.read(preview, read_list(handed, AGREED_ON), handed)


def chosen(a: ACourse, seen_list, taking=None, seen=None):
    picked = seen_list.usual() if taking is None else taking
    return a.desk.read(people_chosen, seen_list, picked, a.desk.new_id, seen)


def test_a_preview_says_what_becomes_of_each_row_and_writes_nothing(enrolled):
    head = enrolled.store.head()
    seen = looked_at(
        enrolled,
        pasted(
            "Mair Rhydderch|7001|Support worker|2026-10-12|Ash",
            f"{SIAN}|4411|Senior support worker|2026-09-14|Ash",
            "Zaneta Wojcik|4412|Support worker||",
            "|7002|Support worker|2026-10-12|",
        ),
    )
    assert [(line.row, line.fate) for line in seen.lines] == [
        (2, Fate.NEW),
        (3, Fate.HERE),
        (4, Fate.PERHAPS),
        (5, Fate.MEND),
    ]
    assert seen.lines[2].what == "May be 4412"
    assert seen.lines[2].here_words == "Żaneta Wójcik, 4412"
    assert seen.lines[3].what == "No name"
    assert "no name" in seen.lines[3].notes[0]
    assert seen.to_mend == 1
    assert seen.mapped["full_name"] == "Employee name"
    assert seen.also_read == (("site", "Workplace"),)
    assert seen.columns[1].label == "B “Emp no”"
    assert enrolled.store.head() == head


def test_nobody_is_taken_for_somebody_else_without_a_word(enrolled):
    seen = looked_at(enrolled, pasted("Zaneta Wojcik|4412|Support worker||", "Siân Bowen|8000|Nurse||"))
    assert {line.fate for line in seen.lines} == {Fate.PERHAPS}
    assert seen.usual() == {}
    assert counted(seen, {}).undecided == 2
    assert counted(seen, {}, spoken={2}).left_out == 1
    assert chosen(enrolled, seen) == ()
    same = chosen(enrolled, seen, {2: Taking.AS_SAME})
    enrolled.do(take_in, same)
    assert enrolled.person(ZANETA).full_name == ZANETA
    assert len(enrolled.all(Person)) == 4
    enrolled.do(take_in, chosen(enrolled, seen, {3: Taking.AS_NEW}))
    assert len(enrolled.all(Person)) == 5


def test_R1_a_date_in_a_list_is_no_evidence_unless_somebody_says_that_it_was_seen(enrolled):
    seen = looked_at(enrolled, pasted("Mair Rhydderch|7001|Support worker|2026-10-12|", "Jo Ng|7002|Nurse||"))
    told = counted(seen, seen.usual())
    assert (told.new, told.known, told.unseen) == (2, 0, ("Mair Rhydderch",))
    mair, jo = chosen(enrolled, seen)
    assert mair.core_theory == CoreTheory(completed_on=date(2026, 10, 12))
    assert jo.core_theory is None
    by_hand = Seen(kind=seen.evidence_kind, reference=seen.source, by="Ruairidh MacLeod", on=AGREED_ON)
    mair, jo = chosen(enrolled, seen, seen=by_hand)
    assert mair.core_theory == CoreTheory(
        completed_on=date(2026, 10, 12),
        evidence_kind="row of a roster",
        evidence_ref="pasted list, row 2",
        seen_by="Ruairidh MacLeod",
        seen_on=AGREED_ON,
    )
    assert jo.core_theory is None


def test_what_becomes_of_the_rows_makes_up_all_of_them(enrolled):
    seen = looked_at(
        enrolled,
        pasted(
            "Mair Rhydderch|7001|Support worker|2026-10-12|",
            "Jo Ng|7002|Nurse|soon|",
            f"{SIAN}|4411|Nurse||",
            "Zaneta Wojcik|4412|Support worker||",
            "|7003|Support worker||",
        ),
    )
    told = counted(seen, seen.usual())
    assert (told.new, told.gaps, told.known, told.undecided, told.left_out) == (2, 1, 1, 1, 1)
    assert told.new + told.known + told.undecided + told.left_out == len(seen.lines)


def test_who_is_here_keeps_what_the_list_does_not_say(enrolled):
    here = enrolled.person(SIAN)
    enrolled.do(take_in, [replace(here, status=Status.AGENCY, employer="Bank Ltd")])
    seen = looked_at(enrolled, pasted(f"{SIAN}|4411|Nurse||"))
    assert seen.lines[0].what == "Here, updated"
    enrolled.do(take_in, chosen(enrolled, seen))
    assert enrolled.person(SIAN) == replace(here, status=Status.AGENCY, employer="Bank Ltd", job_role="Nurse")
    again = looked_at(enrolled, pasted(f"{SIAN}|4411|Nurse||"))
    assert again.lines[0].what == "Already here"


def test_without_a_number_each_new_person_gets_a_temporary_one_of_their_own(enrolled):
    first = looked_at(enrolled, pasted("Jo Ng||Nurse||"))
    enrolled.do(take_in, chosen(enrolled, first))
    second = looked_at(enrolled, pasted("Mair Rhydderch||Nurse||"))
    enrolled.do(take_in, chosen(enrolled, second))
    numbers = [each.staff_no for each in enrolled.all(Person) if each.staff_no_is_temporary]
    assert numbers == ["T-0002", "T-0003"]
    assert looked_at(enrolled, pasted("Jo Ng||Nurse||")).lines[0].fate is Fate.HERE


@pytest.mark.parametrize(
    ("handed", "asked"),
    [
        (pasted("Jo Ng|1|Nurse|03/04/2026|"), {Wanted.DATE_ORDER}),
        (Handed(text="Medarbejder\tNummer\nJo Ng\t1"), {Wanted.COLUMNS}),
        (Handed(text=" "), set()),
    ],
)
def test_a_list_that_can_not_be_read_says_what_would_help(handed, asked):
    with pytest.raises(BadFile) as said:
        read_list(handed, AGREED_ON)
    assert wanted(said.value) == asked


def test_an_order_of_dates_is_said_once_and_then_holds(enrolled):
    handed = pasted("Jo Ng|1|Nurse|03/04/2026|", date_order="mdy")
    seen = looked_at(enrolled, handed)
    assert seen.lines[0].core_theory == date(2026, 3, 4)
    assert seen.dates_open


def test_an_encoding_that_was_assumed_can_be_said(enrolled, tmp_path):
    path = tmp_path / "people.csv"
    path.write_bytes("Name,Staff no\nSiân Bowen,4411\n".encode("mac_roman"))
    assumed = looked_at(enrolled, Handed(path=path))
    assert assumed.encoding_open
    assert assumed.lines[0].name != SIAN
    said = looked_at(enrolled, Handed(path=path, encoding="mac_roman"))
    assert said.lines[0].name == SIAN


def test_columns_can_be_chosen_where_no_heading_is_known(enrolled):
    foreign = Handed(text="Medarbejder\tNummer\nJo Ng\t1")
    assert looks_headed(foreign)
    name, number = columns_offered(foreign, headed=True)
    assert (name.label, name.value) == ("A “Medarbejder”", "Medarbejder")
    seen = looked_at(enrolled, replace(foreign, mapping={"full_name": name.value, "staff_no": number.value}))
    assert [(line.name, line.staff_no) for line in seen.lines] == [("Jo Ng", "1")]
    bare = Handed(text="Jo Ng\t7001\nMair\t7002")
    assert not looks_headed(bare)
    name, number = columns_offered(bare, headed=False)
    seen = looked_at(enrolled, replace(bare, mapping={"full_name": name.value, "staff_no": number.value}))
    assert [(line.name, line.staff_no) for line in seen.lines] == [("Jo Ng", "7001"), ("Mair", "7002")]


def test_rows_to_mend_are_saved_as_they_stood(enrolled, tmp_path):
    seen = looked_at(enrolled, pasted("|7002|Support worker|2026-10-12|", "Jo Ng|1|Nurse|soon|"))
    path = tmp_path / "rows to mend.csv"
    save_rows_to_mend(seen, path)
    text = path.read_text(encoding="utf-8-sig")
    assert "7002" in text
    assert "What to mend" in text
    assert "soon" in text
    assert (seen.lines[1].fate, seen.lines[1].what) == (Fate.NEW, "New, date unread")
    assert seen.lines[1].goes_on_without
    assert "no date" in seen.lines[1].notes[0]


# ── another name, another person, another list ──────────────────────────────────────────────────────────────────────


def test_R52_the_same_number_under_another_name_is_asked_and_renames_nobody_by_itself(enrolled):
    seen = looked_at(enrolled, pasted("Siân Rees|4411|Nurse||"))
    assert (seen.lines[0].fate, seen.lines[0].here) == (Fate.PERHAPS, enrolled.person(SIAN).id)
    enrolled.do(take_in, chosen(enrolled, seen, {2: Taking.AS_SAME}))
    assert (enrolled.person(SIAN).full_name, enrolled.person(SIAN).job_role) == (SIAN, "Nurse")
    picked = {2: Taking.RENAMED}
    enrolled.do(take_in, chosen(enrolled, seen, picked), renamed=renamed(seen, picked))
    assert (enrolled.person(SIAN).full_name, enrolled.person(SIAN).sort_key) == ("Siân Rees", "rees siân")
    assert len(enrolled.all(Person)) == 4


def test_nobody_new_gets_a_number_that_is_another_s(enrolled):
    seen = looked_at(enrolled, pasted("Siân Rees|4411|Nurse||", "Jo Ng|7001|Nurse||"))
    with refused(enrolled, "person.number_taken"):
        enrolled.do(take_in, chosen(enrolled, seen, {2: Taking.AS_NEW, 3: Taking.AS_NEW}))


def test_R52_who_was_said_to_be_somebody_else_is_not_asked_about_again(enrolled):
    seen = looked_at(enrolled, pasted("Sian Bowen|8000|Nurse||"))
    enrolled.do(take_in, chosen(enrolled, seen, {2: Taking.AS_NEW}))
    assert len(enrolled.all(Person)) == 5
    assert pairs_in_doubt(enrolled.store.reading()) == ()


def test_an_earlier_number_is_asked_about(enrolled):
    here = enrolled.do(enter_person, replace(person("Mair Pugh", staff_no=""), core_theory=None))
    enrolled.do(enter_person, replace(here, staff_no="7733", staff_no_is_temporary=False))
    seen = looked_at(enrolled, pasted(f"M Pugh|{here.staff_no}|Nurse||"))
    assert (seen.lines[0].fate, seen.lines[0].here) == (Fate.PERHAPS, here.id)


def test_a_row_without_a_figure_in_its_number_is_no_person_unasked():
    page = pasted("Jo Ng|1|Nurse||", "Mair Pugh|2|Nurse||", "Ann Lee|3|Cook||", "Terms|Privacy|Accessibility||")
    roster = read_list(page, AGREED_ON)
    assert [each.full_name for each in roster.entries] == ["Jo Ng", "Mair Pugh", "Ann Lee"]
    assert "has no figure" in roster.problems[0].sentence
    letters = pasted("Jo Ng|abc|Nurse||", "Mair Pugh|def|Nurse||", "Ann Lee|3|Cook||")
    assert len(read_list(letters, AGREED_ON).entries) == 3


FOREIGN = "Medarbejder\tNummer\tDato\n{rows}"


def foreign(*rows: str) -> Handed:
    return Handed(text=FOREIGN.format(rows="\n".join(row.replace("|", "\t") for row in rows)))


def test_what_was_answered_about_a_list_holds_for_the_next_of_its_shape(enrolled):
    first = replace(
        foreign("Jo Ng|7001|03/04/2026"),
        mapping={"full_name": "Medarbejder", "staff_no": "Nummer", "core_theory": "3"},
        date_order="mdy",
    )
    seen = looked_at(enrolled, first)
    enrolled.do(take_in, chosen(enrolled, seen), settled=settled_of(seen.handed, seen.roster))
    shapes = enrolled.desk.read(remembered, FileKind.ROSTER)
    second = as_last_time(foreign("Mair Pugh|7002|05/06/2026"), shapes)
    assert second.last_time == AGREED_ON
    again = looked_at(enrolled, second)
    assert [(line.name, line.staff_no, line.core_theory) for line in again.lines] == [
        ("Mair Pugh", "7002", date(2026, 5, 6))
    ]
    assert "said of a list with these headings" in again.assumptions[0]
    other = pasted("Jo Ng|7001|Nurse||")
    assert as_last_time(other, shapes) == other
    enrolled.desk.undo()
    assert enrolled.desk.read(remembered, FileKind.ROSTER) == {}


def test_headings_in_two_rows_are_known_again_too(enrolled):
    text = "Core Theory\t\tWorker\nDate\tProvider\tStaff no\tName\n{row}"
    first = Handed(text=text.format(row="03/04/2026\tCALM\t7001\tJo Ng"), date_order="mdy")
    seen = looked_at(enrolled, first)
    enrolled.do(take_in, chosen(enrolled, seen), settled=settled_of(seen.handed, seen.roster))
    again = Handed(text=text.format(row="05/06/2026\tCALM\t7002\tMair Pugh"))
    known = as_last_time(again, enrolled.desk.read(remembered, FileKind.ROSTER))
    assert (known.last_time, known.date_order) == (AGREED_ON, "mdy")
    assert looked_at(enrolled, known).lines[0].core_theory == date(2026, 5, 6)


def test_nothing_of_a_list_s_rows_is_remembered(enrolled):
    seen = looked_at(
        enrolled, replace(foreign("Jo Ng|7001|"), mapping={"full_name": "Medarbejder", "staff_no": "Nummer"})
    )
    (shape,) = [settled_of(seen.handed, seen.roster)]
    assert "Ng" not in repr(shape)
    assert "Medarbejder" not in repr(shape)
    bare = Handed(text="Jo Ng\t7001", mapping={"full_name": "1", "staff_no": "2"})
    assert settled_of(bare, read_list(bare, AGREED_ON)) is None
    plain = pasted("Jo Ng|7001|Nurse||")
    assert settled_of(plain, read_list(plain, AGREED_ON)) is None
