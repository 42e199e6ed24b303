"""Everyone: found as it is typed, opened by Enter, added one by one or as a list that is looked at first."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from calm_instructor.domain.people import Person
from calm_instructor.exchange.reading.example import example_roster
from calm_instructor.ui.people.import_panel import ImportPanel
from calm_instructor.ui.people.people_page import PeoplePage
from calm_instructor.ui.people.person_form import PersonForm
from calm_instructor.ui.theme.tokens import Palette
from tests.operations.a_course import SIAN, ZANETA, Stage
from tests.ui.a_window import AWindow, settle

pytestmark = pytest.mark.check


def people(made: AWindow) -> tuple[Person, ...]:
    return made.desk.read(lambda view: view.all(Person))


def opened(made: AWindow) -> Any:
    page = made.go("people")
    assert isinstance(page, PeoplePage)
    return page


def read(made: AWindow, qtbot, page: Any) -> Any:
    panel = page.drawer.panel
    assert isinstance(panel, ImportPanel)
    qtbot.waitUntil(lambda: not made.window.jobs.busy)
    settle()
    return panel


def test_typing_finds_whatever_the_accents_and_enter_opens(window_at, qtbot):
    made = window_at(Stage.ENROLLED)
    page = opened(made)
    assert page.view.rows.rowCount() == 4
    assert page.find_line.hasFocus()
    qtbot.keyClicks(page.find_line, "zaneta")
    assert [line.name for line in page.view.rows.rows] == [ZANETA]
    qtbot.keyClick(page.find_line, Qt.Key.Key_Return)
    settle()
    seen: Any = made.window.page
    assert seen.card.person.full_name == ZANETA


def test_down_goes_from_the_find_line_into_the_list(window_at, qtbot):
    page = opened(window_at(Stage.ENROLLED))
    qtbot.keyClick(page.find_line, Qt.Key.Key_Down)
    assert page.view.hasFocus()


def test_nobody_of_that_name_is_said(window_at, qtbot):
    page = opened(window_at(Stage.ENROLLED))
    qtbot.keyClicks(page.find_line, "nobody")
    assert not page.view.isVisible()
    assert page._nobody.isVisible()
    qtbot.keyClick(page.find_line, Qt.Key.Key_Escape)
    assert page.view.rows.rowCount() == 4


def test_where_nobody_is_here_there_is_one_way_to_begin(window_at):
    page = opened(window_at(Stage.PREPARED))
    assert page.empty.isVisible()
    assert not page._tools.isVisible()


def test_one_person_is_added_by_hand(window_at, qtbot):
    made = window_at(Stage.PREPARED)
    page = opened(made)
    page.add.click()
    form = page.drawer.panel
    assert isinstance(form, PersonForm)
    form.save.click()
    assert form.fields["full_name"].editor.property("refused")
    form.write(full_name="Mair Rhydderch", job_role="Support worker", core_theory="soon")
    form.save.click()
    assert form.fields["core_theory"].editor.property("refused")
    form.write(core_theory="1/9/2026")
    form.save.click()
    settle()
    (mair,) = people(made)
    assert (mair.full_name, mair.staff_no, mair.employer) == ("Mair Rhydderch", "T-0001", "Ashgrove Care")
    assert page.drawer.panel is None
    assert page.view.current().name == "Mair Rhydderch"


def test_a_list_is_looked_at_first_and_brings_the_same_people_as_the_demonstration(example_at, qtbot):
    as_played = {each.full_name: each for each in people(example_at("closed"))}
    made = example_at("prepared")
    page = opened(made)
    page.paste.click()
    made.files.next = example_roster()
    page.drawer.panel.open_file.click()
    panel = read(made, qtbot, page)
    assert people(made) == ()
    assert "Nothing is added yet" in panel.detail()
    assert panel.add.text() == "Add 24 people"
    panel.seen.setChecked(True)
    panel.add.click()
    settle()
    assert page.drawer.panel is None
    brought = {each.full_name: each for each in people(made)}
    assert brought.keys() == as_played.keys()
    for name, person in brought.items():
        assert replace(person, id=as_played[name].id) == as_played[name]


def test_R1_without_the_tick_nobody_has_seen_the_evidence(example_at, qtbot):
    made = example_at("prepared")
    page = opened(made)
    page.paste.click()
    page.drawer.panel.open_path(example_roster())
    read(made, qtbot, page).add.click()
    settle()
    assert not any(each.core_theory.is_seen for each in people(made) if each.core_theory)


def test_a_pasted_list_asks_who_a_doubtful_row_is(window_at, qtbot):
    made = window_at(Stage.ENROLLED)
    page = opened(made)
    page.open_import()
    panel = page.drawer.panel
    panel.paste.setPlainText("Name\tStaff no\nSian Bowen\t4411\nJo Ng\t7\n\t8")
    panel.read_pasted.click()
    panel = read(made, qtbot, page)
    assert panel.add.text() == "Add 1, leave out 1"
    assert panel.table._summary.text() == "3 rows: 1 new · 1 to decide · 1 left out"
    assert panel.table.view.current().name == "Sian Bowen"
    panel.table.perhaps.button_of(0).click()
    assert panel.add.text() == "Add 1 person"
    assert panel.table._summary.text() == "3 rows: 1 new · 1 already here · 1 left out"
    made.files.next = made.folder
    panel._save_rows.click()
    assert "What to mend" in (made.folder / "rows to mend.csv").read_text(encoding="utf-8-sig")
    panel.add.click()
    settle()
    names = {each.full_name for each in people(made)}
    assert {SIAN, "Jo Ng"} <= names
    assert "Sian Bowen" not in names


@pytest.mark.parametrize(
    ("text", "field", "choice"),
    [
        ("Name\tCore Theory\nJo Ng\t03/04/2026", "dates", 1),
        ("Jo Ng\t7001\nMair\t7002", "full_name", 1),
    ],
)
def test_what_a_list_does_not_say_is_asked(window_at, qtbot, text, field, choice):
    made = window_at(Stage.PREPARED)
    page = opened(made)
    page.open_import()
    page.drawer.panel.paste.setPlainText(text)
    page.drawer.panel.read_pasted.click()
    panel = read(made, qtbot, page)
    asked = panel.answers_at_start.choice(field)
    assert asked.isVisible()
    assert not panel.add.isVisible()
    asked.setCurrentIndex(choice)
    asked.activated.emit(choice)
    panel = read(made, qtbot, page)
    assert panel.add.isVisible()
    assert panel.table.view.rows.rows[0].name == "Jo Ng"


def test_escape_leaves_the_drawer_and_nothing_was_added(window_at, qtbot):
    made = window_at(Stage.ENROLLED)
    page = opened(made)
    page.open_form()
    qtbot.keyClick(page.drawer.panel.first(), Qt.Key.Key_Escape)
    assert page.drawer.panel is None
    assert len(people(made)) == 4


def test_before_anybody_has_a_profile_a_list_is_taken_in_but_no_evidence_is_seen(example_at, qtbot):
    made = example_at("empty")
    page = opened(made)
    page.paste.click()
    page.drawer.panel.open_path(example_roster())
    panel = read(made, qtbot, page)
    panel.seen.setChecked(True)
    assert not panel.seen.isChecked()
    assert "Enter your profile in Settings first" in made.said
    panel.add.click()
    settle()
    assert len(people(made)) == 24


def test_what_is_read_after_the_drawer_was_left_comes_too_late(window_at, qtbot):
    made = window_at(Stage.PREPARED)
    page = opened(made)
    page.open_import()
    page.drawer.panel.open_path(example_roster())
    page.drawer.shut()
    qtbot.waitUntil(lambda: not made.window.jobs.busy)
    settle()
    assert people(made) == ()


def test_enter_in_a_field_saves(window_at, qtbot):
    made = window_at(Stage.PREPARED)
    page = opened(made)
    page.open_form()
    qtbot.keyClicks(page.drawer.panel.first(), "Mair")
    qtbot.keyClick(page.drawer.panel.first(), Qt.Key.Key_Return)
    settle()
    assert [each.full_name for each in people(made)] == ["Mair"]


def test_a_list_that_is_read_while_another_palette_is_put_on_comes_to_its_drawer(window_at, appearance):
    made = window_at(Stage.ENROLLED)
    page = opened(made)
    page.open_import()
    page.drawer.panel.open_path(example_roster())
    assert made.window.jobs.busy
    try:
        appearance.choose(Palette.DARK)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        settle(made.window)
        assert made.window.page.drawer.panel.add.isVisible()
    finally:
        appearance.choose(Palette.LIGHT)
        settle()


def test_a_refusal_stands_in_the_drawer_that_covers_the_head_of_the_page(window_at, qtbot):
    made = window_at(Stage.ENROLLED)
    page = made.go("people")
    page.open_form()
    page.drawer.panel.write(full_name="Jo Ng", staff_no="4411")
    page.drawer.panel.fields["line_manager"].editor.setFocus()
    page.drawer.panel._leave.setFocus()
    qtbot.keyClick(page.drawer.panel._leave, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert "can’t have the staff number 4411" in page.drawer.refusal.accessibleName()
    assert page.drawer.refusal.isVisible()
    page.drawer.panel.write(staff_no="70011")
    qtbot.keyClick(page.drawer.panel._leave, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert page.drawer.panel is None
    assert any(each.name == "Jo Ng" for each in page._lines)
    assert not page.drawer.refusal.isVisible()
