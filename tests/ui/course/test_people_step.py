"""The people of a course: lamps with words, what mends them, and lists offered and placed in one act (R1, R11, R12)."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from calm_instructor.domain.attendance import Enrolment, Part
from calm_instructor.domain.course import Course
from calm_instructor.domain.people import Person
from calm_instructor.exchange.reading.example import example_roster
from calm_instructor.messages.lamps import Lamp
from calm_instructor.operations.planning import enter_course
from calm_instructor.operations.taking_in import take_in
from calm_instructor.ui.course.people_step import PeopleStep
from calm_instructor.ui.parts.dialogs import ReasonDialog
from calm_instructor.ui.people.drawer import Drawer
from tests.operations.a_course import COURSE, NGOC, SIAN, ZANETA, Stage, person
from tests.ui.a_window import AWindow, settle

pytestmark = pytest.mark.check


def opened(made: AWindow, focus=None) -> Any:
    course = made.desk.read(lambda view: view.all(Course))[0]
    step = made.go("course", course.id, "people", focus)
    assert isinstance(step, PeopleStep)
    return step


def places(made: AWindow) -> dict[str, Enrolment]:
    def look(view):
        return {view.get(Person, each.person).full_name: each for each in view.all(Enrolment)}

    return made.desk.read(look)


def in_hand(step: Any, name: str) -> None:
    assert step.view.take_in_hand(lambda row: row.name == name)


def test_each_person_stands_with_a_lamp(window_at):
    step = opened(window_at(Stage.ENROLLED))
    assert [(row.bib, row.may.lamp) for row in step.view.rows.rows] == [
        (1, Lamp.OK),
        (2, Lamp.OK),
        (3, Lamp.OK),
        (4, Lamp.INFO),
    ]
    assert step._places.text() == "3 of 30 places · 1 theory only"
    assert not step.primary.isVisible()


def test_the_refusal_of_the_person_in_hand_has_the_button_that_mends_it(window_at):
    made = window_at(Stage.ENROLLED)
    step = opened(made)
    in_hand(step, NGOC)
    assert step.standing.mend.isVisible()
    step.standing.mend.click()
    panel = step.drawer.panel
    panel.day.setText("1 Oct 2026")
    panel.reference.setText("CT-9")
    panel.do.click()
    settle()
    assert "sees no need" in step.standing._more.text()
    step.standing.mend.click()
    panel = step.drawer.panel
    panel.basis.setCurrentIndex(1)
    panel.reason.setPlainText("On call at night")
    panel.do.click()
    settle()
    assert step.view.current().may.words == "Theory part; may do both"
    step.standing.parts[Part.PHYSICAL].click()
    settle()
    assert places(made)[NGOC].part is Part.PHYSICAL


def test_R11_somebody_may_watch_and_is_told_so(window_at):
    made = window_at(Stage.ENROLLED)
    step = opened(made)
    step.view.take_in_hand(lambda row: row.name == NGOC)
    step.standing.parts[Part.OBSERVER].click()
    settle()
    assert places(made)[NGOC].part is Part.OBSERVER
    assert step.view.current().may.words == "Observer"
    assert "is here to watch" in step.standing._told.text().lower()
    assert "1 observer" in step._places.text()
    assert not step.standing.parts[Part.OBSERVER].isVisible()


def test_a_list_is_taken_in_and_all_who_may_come_are_placed_in_one_act(example_at, qtbot):
    made = example_at("planning")
    step = opened(made)
    assert step.empty.isVisible()
    assert step.primary.text() == "Paste or open file"
    assert not step.primary.icon().isNull()
    assert not step.paste.isVisible()
    step.primary.click()
    step.drawer.panel.open_path(example_roster())
    qtbot.waitUntil(lambda: not made.window.jobs.busy)
    settle()
    step.drawer.panel.add.click()
    settle()
    assert step.offer.isVisible()
    assert step.primary.text() == "Place 19 people"
    assert step.primary.hasFocus()
    assert step.offer._area.height() > 100
    assert step.offer._area.verticalScrollBar().maximum() == 0
    assert step.primary.icon().isNull()
    before = made.desk.next_undo
    step.primary.click()
    settle()
    assert len(places(made)) == 19
    assert made.desk.next_undo != before
    assert step.view.hasFocus()
    assert len(step.offer._offer.told) == 5
    step.offer.theory.click()
    settle()
    assert sum(each.part is Part.THEORY for each in places(made).values()) == 5
    assert not step.offer.isVisible()


def test_R12_a_full_course_asks_its_reason_and_goes_on(window_at):
    made = window_at(Stage.ENROLLED)
    step = opened(made)
    text = "\n".join(
        ["Name\tStaff no\tRole\tCore Theory"] + [f"Person {n}x\t{7000 + n}\tNurse\t2026-09-14" for n in range(25)]
    )
    step.open_import()
    step.drawer.panel.paste.setPlainText(text)
    step.drawer.panel.read_pasted.click()
    while made.window.jobs.busy:
        settle()
    settle()
    step.drawer.panel.add.click()
    settle()
    step.primary.click()
    settle()
    (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, ReasonDialog) and each.isVisible()]
    reason: Any = dialog.field("R12.many").editor
    reason.setPlainText("Two halls side by side")
    dialog.go_on.click()
    settle()
    assert len(places(made)) == 29


def test_R12_sixteen_with_one_instructor_are_refused_and_a_co_instructor_mends_it(window_at):
    made = window_at(Stage.ENROLLED)
    course = made.desk.read(lambda view: view.get(Course, COURSE))
    made.desk.do(enter_course, replace(course, co_instructors=()))
    made.desk.do(take_in, [person(f"Person {number}", staff_no=f"70{number:02}") for number in range(13)])
    step = opened(made)
    step.from_people.click()
    panel = step.drawer.panel
    for row in panel._people:
        if row.name.startswith("Person"):
            panel._tick(row)
    assert len(panel._ticked) == 13
    panel.place.click()
    settle()
    refusal = made.window.page.step.refusal
    assert (
        "16 people in the physical part; instructors authorised: 1. The limit is 15 to each."
        in refusal.accessibleName()
    )
    assert "Name another instructor" in refusal.accessibleName()
    assert len(places(made)) == 4
    before = made.go("course", COURSE, "plan", "instructors").before
    (tick,) = [each for each in before._ticks.values() if each.isVisible()]
    tick.click()
    settle()
    step = opened(made)
    step.from_people.click()
    panel = step.drawer.panel
    for row in panel._people:
        if row.name.startswith("Person"):
            panel._tick(row)
    panel.place.click()
    settle()
    assert len(places(made)) == 4 + 13


def test_people_who_are_here_are_chosen_by_find_and_space(window_at, qtbot):
    made = window_at(Stage.ENROLLED)
    step = opened(made)
    step.open_form()
    step.drawer.panel.write(full_name="Łukasz Wiśniewski", staff_no="7", job_role="Nurse", core_theory="1 Sep 2026")
    step.drawer.panel.save.click()
    settle()
    step.offer.not_now.click()
    step.from_people.click()
    panel = step.drawer.panel
    qtbot.keyClicks(panel.find_line, "lukasz")
    assert panel.view.rows.rowCount() == 1
    qtbot.keyClick(panel.view, Qt.Key.Key_Space)
    assert panel.place.text() == "Place 1 person"
    panel.place.click()
    settle()
    assert "Łukasz Wiśniewski" in places(made)
    assert step.drawer.panel is None
    row = next(row for row in step.view.rows.rows if row.name == "Łukasz Wiśniewski")
    assert (row.may.lamp, row.may.words) == (Lamp.STOP, "Evidence not seen")
    assert step.primary.text() == "Record the evidence"


def test_delete_gives_up_a_place_with_a_reason(window_at, qtbot):
    made = window_at(Stage.ENROLLED)
    step = opened(made)
    in_hand(step, ZANETA)
    qtbot.keyClick(step.view, Qt.Key.Key_Delete)
    panel = step.drawer.panel
    panel.do.click()
    assert panel.fields["reason"].editor.property("refused")
    panel.reason.setPlainText("On leave")
    panel.do.click()
    settle()
    assert ZANETA not in {row.name for row in step.view.rows.rows}
    assert places(made)[ZANETA].withdrawn_reason == "On leave"


def test_R44_an_adjustment_is_kept_and_shown(window_at):
    made = window_at(Stage.ENROLLED)
    step = opened(made)
    in_hand(step, SIAN)
    step.standing.adjust.click()
    step.drawer.panel.text.setPlainText("Seated throughout")
    step.drawer.panel.do.click()
    settle()
    assert "Adjustment: Seated throughout." in step.standing._more.text()


def test_a_place_names_who_is_in_hand(window_at):
    made = window_at(Stage.ENROLLED)
    step = opened(made, places(made)[ZANETA].id)
    assert step.view.current().name == ZANETA
    assert step.course == COURSE


def test_R30_on_a_closed_course_nothing_changes(window_at):
    made = window_at(Stage.CLOSED)
    step = opened(made)
    step.paste.click()
    assert step.drawer.panel is None
    assert step.refusal.isVisible()
    assert not step.standing.give_up.isVisible()


def test_the_drawer_goes_with_its_step(window_at):
    made = window_at(Stage.ENROLLED)
    step = opened(made)
    step.open_form()
    page: Any = made.window.page
    page._take(COURSE)
    settle()
    assert not any(each.isVisible() for each in page.findChildren(Drawer))
    made.window.resize(1300, 760)
    settle()
    assert len(opened(made).view.rows.rows) == 4


def test_R12_people_ticked_leave_the_list_once_a_reason_gave_them_their_places(window_at):
    made = window_at(Stage.ENROLLED)
    step = opened(made)
    new = [person(f"Person {n}x", staff_no=str(7000 + n)) for n in range(25)]
    made.desk.do(take_in, new)
    settle()
    step.open_choose()
    panel = step.drawer.panel
    for row in panel._people:
        panel._tick(row)
    assert all(row.may_come for row in panel._people)
    panel.place.click()
    settle()
    assert step.drawer.panel is panel
    (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, ReasonDialog) and each.isVisible()]
    reason: Any = dialog.field("R12.many").editor
    reason.setPlainText("Two halls side by side")
    dialog.go_on.click()
    settle()
    assert len(places(made)) == 4 + len(new)
    assert (panel._ticked, panel._people) == ({}, [])
    assert step.drawer.panel is None
