"""The frame: leads about, says what happened, undoes by name."""

from datetime import date

from PySide6.QtCore import Qt

from calm_instructor.domain.course import Course
from calm_instructor.operations.planning import note_told
from calm_instructor.operations.viewing.places import Place
from tests.operations.a_course import COURSE, Stage
from tests.ui.a_window import settle


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


def test_back_leads_to_where_one_was(window_at, qtbot):
    made = window_at(Stage.READY)
    made.go("people")
    made.go("trail")
    qtbot.keyClick(made.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle()
    assert made.window.place == Place(page="people")
