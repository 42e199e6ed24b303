"""The catalogue in force, and the limited set of a course."""

from PySide6.QtCore import Qt

from calm_instructor.domain.course import Course
from calm_instructor.domain.technique import Catalogue
from calm_instructor.operations.analysing import authorise, leave_out
from calm_instructor.operations.planning import enter_course
from calm_instructor.operations.revising import revise
from tests.domain.people_and_things import SIGNED_IN_OCTOBER
from tests.operations.a_course import COURSE, TNA, Stage, look_again, planned
from tests.ui.a_window import settle


def press(qtbot, which) -> None:
    qtbot.mouseClick(which, Qt.MouseButton.LeftButton)
    settle()


def test_the_general_list_is_loaded_where_none_is_in_force(example_at, qtbot):
    window = example_at("empty")
    page = window.go("techniques")
    assert window.window.focusWidget() is page.load
    qtbot.keyClick(page.load, Qt.Key.Key_Return)
    settle()
    with window.desk.store.reading() as view:
        assert [each.generic for each in view.all(Catalogue)] == [True]
    assert len(page.table.rows.rows) == 31
    assert page.generic.isVisible()


def test_a_technique_is_found_by_name_code_or_hold_and_by_tier(example_at, qtbot):
    window = example_at("prepared")
    page = window.go("techniques")
    qtbot.keyClicks(page.search, "hair front")
    assert [line.row.code for line in page.table.rows.rows] == ["GEN-H1", "GEN-H2"]
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert len(page.table.rows.rows) == 31
    page.tier.set_value("high")
    page.tier.chosen.emit("high")
    assert {line.row.tier.value for line in page.table.rows.rows} == {"high"}
    qtbot.keyClicks(page.search, "wrist")
    assert not page.table.isVisible()
    assert page._not_found.isVisible()


def test_R25_a_technique_that_a_place_names_is_in_hand(example_at):
    window = example_at("prepared")
    page = window.go("techniques", focus="GEN-T1")
    assert page.table.current().row.code == "GEN-T1"
    assert page.more.text().startswith("GEN-T1 · Bite, hand or forearm")


def test_R7_the_set_is_agreed_by_one_act(example_at, qtbot):
    window = example_at("planning")
    with window.desk.store.reading() as view:
        course = view.all(Course)[0].id
    step = window.go("course", course, "techniques")
    assert [row.code for row in step.set_table.rows.rows]
    assert step.agree.isVisible()
    press(qtbot, step.agree)
    with window.desk.store.reading() as view:
        assert view.get(Course, course).set_agreed_at is not None
    assert not step.agree.isVisible()
    assert "Agreed on" in step.banner.accessibleName()
    assert "agreed" in window.said


def test_R7_the_first_mark_freezes_it(window_at):
    window = window_at(Stage.TO_SIGN)
    step = window.go("course", COURSE, "techniques")
    assert "Frozen at" in step.banner.accessibleName()
    assert not step.agree.isVisible()


def test_R2_what_is_in_the_way_is_said_before_and_when_it_is_asked_for(window_at, qtbot):

    window = window_at(Stage.DRAFTED)
    window.desk.do(leave_out, TNA, {"W1": "", "H1": "", "S1": ""})
    window.desk.do(enter_course, planned())
    step = window.go("course", COURSE, "techniques")
    assert step.none.isVisible()
    press(qtbot, step.agree)
    assert step.refusal.isVisible()
    assert "not authorised" in window.said


def test_R43_a_newer_revision_is_taken_on_before_the_set_is_agreed(window_at, qtbot):
    window = window_at(Stage.AUTHORISED)
    window.desk.do(enter_course, planned())
    newer = window.desk.do(revise, TNA)
    look_again(window.desk, newer.id)
    window.desk.do(authorise, newer.id, SIGNED_IN_OCTOBER)
    step = window.go("course", COURSE, "techniques")
    press(qtbot, step.agree)
    assert "replaced by a newer revision" in window.said
    step.take_newer.click()
    settle()
    with window.desk.store.reading() as view:
        assert view.get(Course, COURSE).tna == newer.id
    assert step.take_newer.property("not_now")
    press(qtbot, step.agree)
    with window.desk.store.reading() as view:
        assert view.get(Course, COURSE).set_agreed_at is not None


def test_R3_the_reason_of_the_technique_in_hand_stands_beneath_the_set(window_at, qtbot):
    window = window_at(Stage.ENROLLED)
    step = window.go("course", COURSE, "techniques")
    qtbot.keyClick(step.set_table, Qt.Key.Key_Down)
    assert step._why.text() == "H1: The hold lasts."
    qtbot.keyClicks(step.search, "w9")
    assert [row.code for row in step.catalogue_table.rows.rows] == ["W9"]
    assert step._left_out.text() == "W9: no reason given"
