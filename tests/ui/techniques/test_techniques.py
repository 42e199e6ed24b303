"""The catalogue in force."""

import pytest
from PySide6.QtCore import Qt

from calm_instructor.domain.technique import Catalogue
from tests.ui.a_window import settle

pytestmark = pytest.mark.check


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
