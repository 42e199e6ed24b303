"""R8 in the window: what came over asks whether it is still so, in its question, its row and the column of questions."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from calm_instructor.domain.needs import Tna
from calm_instructor.messages.lamps import Lamp
from calm_instructor.operations.revising import revise
from tests.operations.a_course import TNA, Stage
from tests.ui.a_window import AWindow, settle
from tests.ui.needs.test_tna_page import press, write

pytestmark = pytest.mark.check


def begun(window: AWindow, step: str) -> Any:
    """The next revision, at a question."""
    draft = window.desk.do(revise, TNA)
    return window.go("tna", draft.id, step)


def carried(window: AWindow) -> set[str]:
    with window.desk.store.reading() as view:
        return set(view.all(Tna)[-1].carried)


def test_R8_texts_that_came_over_are_confirmed_in_one_word(window_at, qtbot):
    window = window_at(Stage.AUTHORISED)
    page = begun(window, "service")
    bar = page.still_so
    assert bar.isVisible()
    assert "From revision 2: still so?" in bar.accessibleName()
    assert page.progress.buttons["service"].accessibleName().endswith("1 open")
    bar.one.setFocus()
    qtbot.keyClick(bar.one, Qt.Key.Key_Space)
    settle()
    assert "service" not in carried(window)
    assert not bar.isVisible()
    assert page.questions["service"].isAncestorOf(window.window.focusWidget())
    window.desk.undo()
    settle()
    assert bar.isVisible()


def test_R8_a_change_needs_no_word(window_at, qtbot):
    window = window_at(Stage.AUTHORISED)
    page = begun(window, "service")
    write(qtbot, page.questions["service"].setting.editor, "38 places")
    assert not page.still_so.isVisible()
    assert "service" not in carried(window)


def test_R8_a_risk_is_confirmed_by_itself_and_the_next_comes_into_hand(window_at, qtbot):
    window = window_at(Stage.AUTHORISED)
    page = begun(window, "risks")
    table, bar = page.questions["risks"].table, page.still_so
    assert [row.came_over for row in table.rows.rows] == [True, True, True]
    assert page.progress.buttons["risks"].accessibleName().endswith("3 open")
    assert (bar.one.text(), bar.all.text()) == ("Still so: risk 1", "All 3 still so")
    press(qtbot, bar.one)
    assert "risk:1" not in carried(window)
    assert table.current().risk.number == 2
    assert bar.one.text() == "Still so: risk 2"
    assert [row.came_over for row in table.rows.rows] == [False, True, True]
    press(qtbot, bar.all)
    assert not {key for key in carried(window) if key.startswith("risk")}
    assert not bar.isVisible()


def test_R8_of_what_is_in_hand_and_not_carried_nothing_is_asked(window_at, qtbot):
    window = window_at(Stage.AUTHORISED)
    page = begun(window, "risks")
    press(qtbot, page.still_so.one)
    page.questions["risks"].table.put_in_hand(0)
    settle()
    assert not page.still_so.one.isVisible()
    assert page.still_so.all.isVisible()


def test_R8_techniques_of_the_set_are_confirmed_together(window_at, qtbot):
    window = window_at(Stage.AUTHORISED)
    page = begun(window, "techniques")
    assert page.still_so.all.text() == "All 3 still so"
    press(qtbot, page.still_so.all)
    assert not {key for key in carried(window) if key.startswith("technique")}


def test_R8_late_counts_can_t_be_confirmed(window_at):
    window = window_at(Stage.AUTHORISED)
    window.clock.now = window.clock.now.replace(year=2027)
    page = begun(window, "audit")
    assert page.still_so.isVisible()
    assert not page.still_so.one.isVisible()
    assert "take new counts" in page.still_so.accessibleName()


def test_R8_what_was_signed_asks_nothing(window_at):
    window = window_at(Stage.AUTHORISED)
    page = window.go("tna", TNA, "risks")
    assert not page.still_so.isVisible()
    assert not any(row.came_over for row in page.questions["risks"].table.rows.rows)


def test_R8_what_is_still_to_be_looked_at_leads_there_from_the_signature(window_at):
    window = window_at(Stage.AUTHORISED)
    page = begun(window, "authorise")
    asked = [each for each in page._walk.asked if each.code in {"R8.still_carried", "R8.text_carried"}]
    assert {each.question for each in asked} == {"service", "groups", "risks", "need", "techniques"}
    assert {each.lamp for each in page._walk.questions if each.name in {"risks", "need"}} == {Lamp.TODO}
