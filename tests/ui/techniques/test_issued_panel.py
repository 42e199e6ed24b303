"""R24 to R27: an issued catalogue by keyboard, from the file to what changed."""

import pytest
from PySide6.QtCore import Qt

from calm_instructor.domain.technique import Catalogue, Technique
from calm_instructor.ui.parts.buttons import Segmented
from calm_instructor.ui.parts.inputs import Choice
from tests.exchange.reading.issued import ROWS, row
from tests.ui.a_window import AWindow, settle
from tests.ui.techniques.looks import DOUBTFUL, doubtful, read

pytestmark = pytest.mark.check


def catalogues(made: AWindow) -> list[str]:
    with made.desk.store.reading() as view:
        return [each.name for each in view.all(Catalogue)]


def press(qtbot, which, key=Qt.Key.Key_Space) -> None:
    which.setFocus()
    qtbot.keyClick(which, key)
    settle()


def test_nothing_is_taken_in_before_the_last_act(example_at):
    made = example_at("prepared")
    page = made.go("techniques")
    read(made, page, *ROWS)
    assert page.panel.isVisible()
    assert made.window.focusWidget() is page.panel.name.editor
    page.panel.leave.click()
    settle()
    assert page.panel is None
    assert len(catalogues(made)) == 1
    assert page.table.isVisible()


def test_R25_a_list_that_lacks_nothing_is_loaded_by_keyboard(example_at, qtbot):
    made = example_at("prepared")
    page = made.go("techniques")
    read(made, page, *ROWS)
    press(qtbot, page.panel.load)
    assert page.panel is not None, "it has no name yet"
    page.panel.name.editor.setFocus()
    qtbot.keyClicks(page.panel.name.editor, "Escape")
    press(qtbot, page.panel.load)
    assert catalogues(made)[-1] == "Escape"
    assert page.changed.isVisible()
    assert {line.change for line in page.changed.rows.rows} == {"New", "No longer in it"}
    assert made.window.focusWidget() is page.view.button_of(1)
    press(qtbot, page.view.button_of(0))
    assert not page.generic.isVisible()
    assert [line.row.code for line in page.table.rows.rows] == ["ISS-01", "ISS-02", "ISS-03", "ISS-04"]


def test_R24_a_day_in_force_that_is_none_stops_the_loading_and_nothing_typed_is_lost(example_at, qtbot):
    made = example_at("prepared")
    page = made.go("techniques")
    read(made, page, *ROWS)
    qtbot.keyClicks(page.panel.name.editor, "Escape")
    qtbot.keyClicks(page.panel.since.editor, "soonish")
    press(qtbot, page.panel.load)
    assert len(catalogues(made)) == 1
    assert "soonish" in made.said
    assert (page.panel.name.editor.text(), page.panel.since.editor.text()) == ("Escape", "soonish")
    page.panel.since.editor.clear()
    qtbot.keyClicks(page.panel.since.editor, "1 Dec 2026")
    press(qtbot, page.panel.load)
    assert catalogues(made)[-1] == "Escape"


def test_R27_what_is_left_open_is_answered_by_keyboard(example_at, qtbot):
    made = example_at("prepared")
    page = made.go("techniques")
    read(made, page, row("A", "Some", "Blimp", risk="", loads="", **{"pain-based": ""}))
    panel = page.panel
    qtbot.keyClicks(panel.name.editor, "Escape")
    press(qtbot, panel.load)
    assert len(catalogues(made)) == 1
    hold = panel.asked.findChild(Choice)
    hold.setFocus()
    for _ in range(3):
        qtbot.keyClick(hold, Qt.Key.Key_Down)
    settle()
    for each in panel.asked.findChildren(Segmented):
        press(qtbot, each.button_of(1))
    assert panel.seen.why_not == ""
    press(qtbot, panel.load)
    with made.desk.store.reading() as view:
        (entry,) = view.all(Technique, catalogue=view.all(Catalogue)[-1].id)
    assert (entry.tier.value, entry.pain_based, entry.loads_neck_airway_abdomen) == ("medium", False, False)
    assert len(entry.holds) == 1


def test_R24_R26_what_may_not_be_is_said_with_what_puts_it_right(example_at):
    made = example_at("prepared")
    page = made.go("techniques")
    doubtful(made, page)
    said = " ".join(text for _lamp, text in page.panel.seen.said)
    assert "ISS-07 seems to say how it is done: Step 1" in said
    assert "ISS-01 stands twice" in said
    page.panel.load.click()
    settle()
    assert len(catalogues(made)) == 1
    assert len(page.panel.seen.looked.techniques) == len(DOUBTFUL)


def test_what_is_no_catalogue_is_said_and_the_page_stays(example_at, tmp_path):
    made = example_at("prepared")
    page = made.go("techniques")
    path = tmp_path / "picture.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n....")
    page.read(path)
    settle(made.window)
    assert page.panel is None
    assert page.refusal.isVisible()
    assert page.table.isVisible()


def test_a_list_that_is_looked_at_waits_where_somebody_goes_elsewhere(example_at):
    made = example_at("prepared")
    page = made.go("techniques")
    read(made, page, *ROWS)
    made.go("people")
    again = made.go("techniques")
    assert again.panel.isVisible()
    assert not again.table.isVisible()
    assert len(catalogues(made)) == 1
