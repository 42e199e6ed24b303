"""Who may be on record twice, by keyboard and by mouse: found, compared, made one, told apart (R52)."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.ids import EnrolmentId, PersonId
from calm_instructor.domain.people import Person
from calm_instructor.operations.entering import enter_person
from calm_instructor.ui.people.duplicates_page import DuplicatesPage
from tests.domain.people_and_things import named
from tests.operations.a_course import SIAN, Stage, person
from tests.ui.a_window import AWindow, settle

pytestmark = pytest.mark.check

AGAIN = PersonId(named("again"))


def with_a_double(window_at, stage: Stage = Stage.ENROLLED, name: str = "Sian Bowen", **changes) -> AWindow:
    made = window_at(stage)
    double = replace(person(name, staff_no="", core_theory=None, site="West"), id=AGAIN, **changes)
    made.desk.do(enter_person, double)
    settle()
    return made


def people(made: AWindow) -> dict[Any, Person]:
    return {each.id: each for each in made.desk.read(lambda view: view.all(Person))}


def asked(made: AWindow) -> DuplicatesPage:
    page = made.go("people")
    assert page.twice.text() == "1 may be on record twice"
    page.twice.click()
    settle()
    assert isinstance(made.window.page, DuplicatesPage)
    return made.window.page


def test_R52_two_records_are_made_one_by_keys_alone(window_at, qtbot):
    made = with_a_double(window_at)
    page = asked(made)
    assert page.pairs.hasFocus()
    qtbot.keyClick(page.pairs, Qt.Key.Key_Return)
    assert page.sides.hasFocus()
    page.sides.take_in_hand(lambda row: row.name == "site")
    qtbot.keyClick(page.sides, Qt.Key.Key_Right)
    page.sides.take_in_hand(lambda row: row.name == "full_name")
    qtbot.keyClick(page.sides, Qt.Key.Key_Space)
    qtbot.keyClick(page.sides, Qt.Key.Key_Left)
    assert page.sides.taken() == {"site"}
    qtbot.keyClick(page.one, Qt.Key.Key_Return)
    settle()
    assert AGAIN not in people(made)
    one = people(made)[named(SIAN)]
    assert (one.full_name, one.site) == (SIAN, "West")
    assert "One record now" in made.said
    assert page.empty.isVisible()
    assert page.back.hasFocus()
    made.desk.undo()
    settle()
    assert AGAIN in people(made)
    assert page.pairs.isVisible()


def test_R52_a_click_chooses_what_it_hits(window_at, qtbot):
    page = asked(with_a_double(window_at))
    row = next(n for n, each in enumerate(page.sides.rows.rows) if each.name == "site")
    for column, taken in ((2, {"site"}), (1, set())):
        where = page.sides.visualRect(page.sides.rows.index(row, column)).center()
        qtbot.mouseClick(page.sides.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert page.sides.taken() == taken


def test_R52_what_hangs_on_each_stands_under_its_head_and_what_decides_is_read_whole(window_at):
    page = asked(with_a_double(window_at))
    assert page.sides._head.holds[0].startswith("1 course")
    assert page.sides._head.holds[1] == "no course"
    row = next(n for n, each in enumerate(page.sides.rows.rows) if each.name == "core_theory")
    assert page.sides.rowHeight(row) > page.sides.rowHeight(0)
    assert page.sides.verticalScrollBar().maximum() == 0
    told = page.sides.rows.data(page.sides.rows.index(row, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert "evidence seen by Ruairidh MacLeod, taken" in str(told)


def test_R52_two_people_are_told_apart_for_good(window_at):
    made = with_a_double(window_at)
    page = asked(made)
    page.apart.click()
    settle()
    assert page.empty.isVisible()
    assert not made.go("people").twice.isVisible()
    assert AGAIN in people(made)


def test_R52_what_stands_against_it_is_said_before_and_at_the_click(window_at):
    made = with_a_double(window_at)
    (place,) = made.desk.read(lambda view: view.all(Enrolment, person=named(SIAN)))
    with made.desk.store.work(wish="test", by=None, at=made.desk.clock()) as work:
        work.put(replace(place, id=EnrolmentId(named("second place")), person=AGAIN, bib=9))
    page = asked(made)
    assert "both have a place" in page._obstacle.accessibleName()
    page.one.click()
    settle()
    assert "both have a place" in page.refusal.accessibleName()
    assert AGAIN in people(made)


def test_R52_a_person_s_page_says_whom_they_may_be_and_leads_there(window_at):
    made = with_a_double(window_at)
    page = made.go("person", AGAIN)
    assert SIAN in page._may_be.accessibleName()
    page.compare.click()
    settle()
    assert made.window.page.pairs.current().people == {AGAIN, named(SIAN)}


def test_R52_another_record_is_found_by_hand(window_at, qtbot):
    made = with_a_double(window_at, name="Mair Rhydderch")
    page = made.go("person", AGAIN)
    assert not page._may_be.isVisible()
    page.double.click()
    panel = page.drawer.panel
    panel.find_line.setText("Bowen")
    qtbot.keyClick(panel.find_line, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    settle()
    same = made.window.page
    assert isinstance(same, DuplicatesPage)
    same.one.click()
    settle()
    assert AGAIN not in people(made)
    assert people(made)[named(SIAN)].full_name == SIAN
