"""The frame: leads about, says what happened, undoes by name."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from calm_instructor.domain.course import Course
from calm_instructor.operations.planning import enter_course, note_told
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.frame.main_window import MainWindow
from calm_instructor.ui.parts.surfaces import Banner
from calm_instructor.ui.parts.texts import LineEdit
from tests.operations.a_course import COURSE, Stage, planned
from tests.ui.a_window import ChosenFiles, settle

pytestmark = pytest.mark.check


def test_keys_lead_to_every_page_of_the_rail(window_at, qtbot):
    made = window_at(Stage.READY)
    seen = []
    for number in range(1, 9):
        qtbot.keyClick(made.window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        settle()
        assert made.window.place is not None
        seen.append(made.window.place.page)
    assert seen == ["today", "courses", "people", "needs", "techniques", "head_office", "trail", "settings"]


def test_what_was_done_is_said_and_undone_by_name(window_at, qtbot):
    made = window_at(Stage.READY)
    made.go("course", COURSE, "plan")
    made.window.desk.do(note_told, COURSE, date(2026, 10, 20))
    settle()
    assert "head office told" in made.said.casefold()
    qtbot.keyClick(made.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert "Put back" in made.said
    assert made.desk.read(lambda view: view.get(Course, COURSE)).head_office_told_on is None


def test_undo_is_the_window_s_where_nothing_was_typed(window_at, qtbot):
    made = window_at(Stage.READY)
    made.go("course", COURSE, "plan")
    made.window.desk.do(note_told, COURSE, date(2026, 10, 20))
    line = LineEdit("", name="A field")
    made.window.stack.currentWidget().layout().addWidget(line)
    line.setFocus()
    settle()
    qtbot.keyClicks(line, "a")
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert (line.text(), "Put back" in made.said) == ("", False)
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert "Put back" in made.said


def test_back_leads_to_where_one_was(window_at, qtbot):
    made = window_at(Stage.READY)
    made.go("people")
    made.go("trail")
    qtbot.keyClick(made.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle()
    assert made.window.place == Place(page="people")


def test_a_course_that_was_put_back_is_left_for_the_list(window_at, qtbot):
    made = window_at(Stage.AUTHORISED)
    entered = made.window.desk.do(enter_course, planned())
    made.go("course", entered.id, "plan")
    qtbot.keyClick(made.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert made.window.place == Place(page="courses")
    qtbot.keyClick(made.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle()
    assert made.window.place.record is None


def test_records_that_cannot_be_opened_are_said_once_and_tried_again(qtbot, appearance, tmp_path):
    window = MainWindow(None, lambda: datetime(2026, 11, 18, 9, tzinfo=UTC), appearance, ChosenFiles())
    qtbot.addWidget(window)
    window.show()
    tried = []
    for told in ("The folder is in use.", "The folder is still in use."):
        window.say_not_opened(told, lambda: tried.append(1))
    settle()
    banners = [each for each in window.findChildren(Banner) if each.isVisible()]
    assert [each.accessibleName().endswith("The folder is still in use.") for each in banners] == [True]
    (again,) = [each for each in window.findChildren(QPushButton) if each.text() == "Try again" and each.isVisible()]
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert tried == [1]
    assert not again.isVisible()
