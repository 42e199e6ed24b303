"""The list of TNAs: what it says, what opens one, and how one is begun."""

from PySide6.QtCore import Qt

from calm_instructor.domain.needs import Tna
from tests.operations.a_course import TNA, Stage
from tests.ui.a_window import settle


def test_enter_opens_the_one_in_hand(window_at, qtbot):
    window = window_at(Stage.AUTHORISED)
    page = window.go("needs")
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    settle()
    assert window.window.page._tna == TNA


def test_a_service_is_wanted_and_a_reference_of_its_own(window_at, qtbot):
    window = window_at(Stage.AUTHORISED)
    page = window.go("needs", step="new")
    assert page.service.editor.hasFocus()
    qtbot.keyClick(page.service.editor, Qt.Key.Key_Return)
    assert page.service.editor.accessibleDescription() == "Name the service first."
    qtbot.keyClicks(page.service.editor, "Birchwood")
    page.ref.editor.setText("TNA-2217-26-003")
    qtbot.keyClick(page.ref.editor, Qt.Key.Key_Return)
    assert "taken" in page.ref.editor.accessibleDescription()
    page.ref.editor.setText("TNA-2217-26-004")
    qtbot.keyClick(page.ref.editor, Qt.Key.Key_Return)
    settle()
    with window.desk.store.reading() as view:
        begun = view.all(Tna)[-1]
    assert (begun.service, begun.ref, begun.revision_no) == ("Birchwood", "TNA-2217-26-004", 1)
    assert window.window.page._tna == begun.id


def test_without_an_organisation_the_way_to_it_is_shown(example_at, qtbot):
    window = example_at("empty")
    page = window.go("needs")
    assert page._not_yet.isVisible()
    assert not page.new.isVisible()
