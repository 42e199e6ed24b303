"""Mat-side: large rows over the whole window, by keys and by touch (R15, R18, R28)."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from calm_instructor.domain.assessment import Attempt, Outcome
from calm_instructor.domain.attendance import FitnessStatus, Incident
from calm_instructor.operations.registering import declare_fitness
from calm_instructor.ui.course.cover import Cover
from calm_instructor.ui.frame.find_palette import FindPalette
from calm_instructor.ui.parts.dialogs import FormDialog
from tests.domain.people_and_things import FIRST_DAY
from tests.operations.a_course import SIAN, Stage
from tests.ui.a_window import settle
from tests.ui.assess.pictures import choose, opened, picture

pytestmark = pytest.mark.check


def mat(made) -> tuple[Any, Any]:
    step = opened(made)
    step.open_matside()
    settle()
    return step, step.matside


def key(page: Any, *keys: Qt.Key) -> None:
    for each in keys:
        QTest.keyClick(page, each)
        settle()


def test_it_covers_the_window_and_its_rows_are_large(window_at):
    made = window_at(Stage.RUNNING)
    step, page = mat(made)
    assert page.size() == made.window.size()
    assert min(row.height() for row in page.rows) >= 56
    made.window.resize(1280, 720)
    settle()
    assert page.size() == made.window.size()
    key(page, Qt.Key.Key_Escape)
    assert step.matside is None
    assert made.window.focusWidget() is step.view


def test_keys_mark_and_the_count_runs(window_at):
    made = window_at(Stage.RUNNING)
    step, page = mat(made)
    assert page.head.count.text() == "0 of 3"
    key(page, Qt.Key.Key_C, Qt.Key.Key_Down, Qt.Key.Key_N)
    assert page.head.count.text() == "2 of 3"
    assert [row.buttons["C"].chosen for row in page.rows] == [True, False, False]
    key(page, Qt.Key.Key_Right, Qt.Key.Key_C)
    assert picture(step.model) == ["C....", "NC...", "....."]


def test_touch_marks_and_a_dash_asks_why(window_at):
    made = window_at(Stage.RUNNING)
    step, page = mat(made)
    QTest.mouseClick(page.rows[1].buttons["C"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.rows[2].buttons["-"], Qt.MouseButton.LeftButton)
    choose(0)
    assert picture(step.model) == [".....", "C....", "-...."]
    assert [each.outcome for each in made.desk.read(lambda view: view.all(Attempt))] == [
        Outcome.COMPETENT,
        Outcome.NOT_ASSESSED,
    ]


def test_one_key_covers_the_screen_and_marks_nobody_meanwhile(window_at):
    made = window_at(Stage.RUNNING)
    step, page = mat(made)
    key(page, Qt.Key.Key_H)
    curtain = made.window.focusWidget()
    assert curtain.size() == made.window.size()
    assert not page.isVisible()
    key(curtain, Qt.Key.Key_C)
    assert picture(step.model)[0] == "....."
    key(curtain, Qt.Key.Key_H)
    assert page.isVisible()
    assert not step.isVisible()
    key(made.window.focusWidget(), Qt.Key.Key_C)
    assert picture(step.model)[0] == "C...."


def test_a_covered_screen_is_reached_by_no_key_but_H(window_at):
    made = window_at(Stage.RUNNING)
    step, page = mat(made)
    here = made.window.place
    key(page, Qt.Key.Key_H)
    curtain = made.window.focusWidget()
    for each in (Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_N, Qt.Key.Key_Escape, Qt.Key.Key_F11):
        key(made.window.focusWidget(), each)
        assert made.window.focusWidget() is curtain
    QTest.keyClick(curtain, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    for each in (Qt.Key.Key_K, Qt.Key.Key_2, Qt.Key.Key_Z, Qt.Key.Key_PageDown):
        QTest.keyClick(made.window, each, Qt.KeyboardModifier.ControlModifier)
        settle()
    assert made.window.focusWidget() is curtain
    assert made.window.place == here
    assert not palettes(made)
    assert step.matside is page
    assert made.desk.read(lambda view: view.all(Attempt)) == ()


def test_H_held_down_lifts_the_cover_and_lays_no_other(window_at):
    made = window_at(Stage.RUNNING)
    _step, page = mat(made)
    key(page, Qt.Key.Key_H)
    key(made.window.focusWidget(), Qt.Key.Key_H)
    again = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_H, Qt.KeyboardModifier.NoModifier, "h", True)
    QApplication.sendEvent(page, again)
    assert page.isVisible()


def palettes(made) -> list[FindPalette]:
    return [each for each in made.window.findChildren(FindPalette) if each.isVisible()]


def test_Tab_goes_round_in_it_and_leads_to_nothing_behind(window_at):
    made = window_at(Stage.RUNNING)
    step, page = mat(made)
    been = []
    for _each in range(40):
        key(made.window.focusWidget(), Qt.Key.Key_Tab)
        been.append(made.window.focusWidget())
        assert page.isAncestorOf(been[-1])
    assert been[0] in been[1:]
    assert been.index(page.head.leave) < been.index(page.rows[2].buttons["C"]) < been.index(page.foot.injury)
    for each in (Qt.Key.Key_K, Qt.Key.Key_2):
        QTest.keyClick(made.window, each, Qt.KeyboardModifier.ControlModifier)
        settle()
    assert not palettes(made)
    assert made.window.page.step is step


def test_Undo_works_on_in_it(window_at):
    made = window_at(Stage.RUNNING)
    step, page = mat(made)
    key(page, Qt.Key.Key_C)
    QTest.keyClick(made.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert picture(step.model)[0] == "....."
    assert not page.rows[0].buttons["C"].chosen
    assert page.foot.said.text() == f"1 {page.rows[0].row.known_as}, {page.column.code}: to do"


def test_its_foot_says_bib_known_as_code_and_outcome(window_at):
    made = window_at(Stage.RUNNING)
    step, page = mat(made)
    known = page.rows[0].row.known_as
    key(page, Qt.Key.Key_C)
    assert SIAN in made.said
    assert page.foot.said.text() == f"1 {known}, {page.column.code}: competent"
    key(page, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert page.foot.said.text() == f"1 {known}, {step.model.columns[0].code}: competent"


def test_R18_a_correction_is_said_once_its_reason_is_given(window_at):
    made = window_at(Stage.RUNNING)
    _step, page = mat(made)
    key(page, Qt.Key.Key_C, Qt.Key.Key_N)
    (dialog,) = made.window.findChildren(FormDialog)
    assert page.foot.said.text().endswith("competent")
    dialog.field("reason").editor.setPlainText("Wrong person")
    dialog.accept()
    settle()
    assert page.foot.said.text() == f"1 {page.rows[0].row.known_as}, {page.column.code}: not yet"


def test_other_colours_take_a_covered_mat_side_down_and_leave_the_window_whole(window_at):
    made = window_at(Stage.RUNNING)
    _step, page = mat(made)
    key(page, Qt.Key.Key_H)
    made.window._dress_again()
    settle()
    assert made.window.centralWidget().isVisible()
    assert made.window.page.step.view.isVisible()
    assert not [each for each in made.window.findChildren(Cover) if each.isVisible()]
    QTest.keyClick(made.window, Qt.Key.Key_F11)
    settle()
    assert made.window.page.step.matside.isVisible()


def test_R15_its_foot_says_no_reason(window_at):
    made = window_at(Stage.RUNNING)
    _step, page = mat(made)
    made.clock.now = made.clock.now.replace(minute=30)
    row = page.rows[0].row
    made.desk.do(declare_fitness, row.enrolment, FIRST_DAY, FitnessStatus.NOT_FIT)
    settle()
    key(page, Qt.Key.Key_C)
    assert page.foot.said.text() == f"1 {row.known_as} can’t be marked now."


def test_what_is_refused_is_said_without_its_reason(window_at):
    made = window_at(Stage.RUNNING)
    step, page = mat(made)
    made.clock.now = made.clock.now.replace(year=made.clock.now.year + 1)
    key(page, Qt.Key.Key_C)
    assert picture(step.model)[0] == "....."
    assert page.foot.said.text() == "Not recorded. Leave mat-side to see why."
    key(page, Qt.Key.Key_Escape)
    assert step.refusal.isVisible()


def test_R28_who_is_hurt_pauses_at_once(window_at):
    made = window_at(Stage.RUNNING)
    _step, page = mat(made)
    page.foot.injury.click()
    settle()
    page.foot.who_line.itemAt(1).widget().click()
    settle()
    (incident,) = made.desk.read(lambda view: view.all(Incident))
    assert incident.enrolment == page.rows[1].row.enrolment
    assert page.rows[1].row.why.startswith("paused")
    assert page.rows[1].mend.isVisible()
    key(page, Qt.Key.Key_Down, Qt.Key.Key_C)
    assert made.desk.read(lambda view: view.all(Attempt)) == ()


def test_reasons_stand_on_the_screen_on_request_only(window_at):
    made = window_at(Stage.RUNNING)
    _step, page = mat(made)
    key(page, Qt.Key.Key_N)
    assert page.rows[0]._words.note == ""
    page.head.reasons.click()
    assert page.rows[0]._words.note
    page.head.reasons.click()
    assert page.rows[0]._words.note == ""


def test_F11_goes_there_and_back(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    QTest.keyClick(made.window, Qt.Key.Key_F11)
    settle()
    assert step.matside is not None
    QTest.keyClick(made.window, Qt.Key.Key_F11)
    settle()
    assert step.matside is None
