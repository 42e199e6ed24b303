"""Mat-side: large rows over the whole window, by keys and by touch (R15, R18, R28)."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from calm_instructor.domain.assessment import Attempt, Outcome
from calm_instructor.domain.attendance import Incident
from tests.operations.a_course import Stage
from tests.ui.a_window import settle
from tests.ui.assess.pictures import choose, opened, picture


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
    assert page._count.text() == "0 of 3"
    key(page, Qt.Key.Key_C, Qt.Key.Key_Down, Qt.Key.Key_N)
    assert page._count.text() == "2 of 3"
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
    assert page._cover.isVisible()
    assert page._cover.geometry() == page.rect()
    key(page._cover, Qt.Key.Key_C)
    assert picture(step.model)[0] == "....."
    key(page._cover, Qt.Key.Key_H)
    assert not page._cover.isVisible()
    key(page, Qt.Key.Key_C)
    assert picture(step.model)[0] == "C...."


def test_R28_who_is_hurt_pauses_at_once(window_at):
    made = window_at(Stage.RUNNING)
    _step, page = mat(made)
    page.injury.click()
    settle()
    page._who_line.itemAt(1).widget().click()
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
    page.reasons.click()
    assert page.rows[0]._words.note
    page.reasons.click()
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
