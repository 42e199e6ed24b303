"""The list of TNAs: what it says, what opens one, and how one is begun."""

import pytest
from PySide6.QtCore import Qt

from calm_instructor.domain.needs import Tna
from calm_instructor.operations.revising import revise
from tests.operations.a_course import TNA, Stage
from tests.ui.a_window import settle

pytestmark = pytest.mark.check


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


def newest(window) -> Tna:
    with window.desk.store.reading() as view:
        return view.all(Tna)[-1]


def test_R8_the_last_tna_of_the_service_is_offered_and_becomes_its_next_revision(window_at, qtbot):
    window = window_at(Stage.AUTHORISED)
    page = window.go("needs", step="new")
    assert page.begin_with.currentText() == "begin empty"
    qtbot.keyClicks(page.service.editor, "ashgrove house")
    assert page.begin_with.currentText() == "from the last TNA of Ashgrove House (revision 2)"
    assert "revision 3 of TNA-2217-26-003" in page._comes.text()
    assert not page.ref.editor.isEnabled()
    qtbot.keyClick(page.service.editor, Qt.Key.Key_Return)
    settle()
    begun = newest(window)
    assert (begun.supersedes, begun.revision_no) == (TNA, 3)
    assert "still so" in window.said


def test_R8_one_draft_at_a_time_is_said_in_the_form(window_at, qtbot):
    window = window_at(Stage.AUTHORISED)
    window.desk.do(revise, TNA)
    page = window.go("needs", step="new")
    qtbot.keyClicks(page.service.editor, "Ashgrove House")
    qtbot.keyClick(page.service.editor, Qt.Key.Key_Return)
    assert page.refusal.isVisible()
    assert "Go on with that one" in window.said


def test_R8_another_service_may_begin_with_it(window_at, qtbot):
    window = window_at(Stage.AUTHORISED)
    page = window.go("needs", step="new")
    qtbot.keyClicks(page.service.editor, "Birchwood")
    page.begin_with.setFocus()
    qtbot.keyClick(page.begin_with, Qt.Key.Key_Down)
    settle()
    assert "stay with Ashgrove House" in page._comes.text()
    qtbot.keyClick(page.ref.editor, Qt.Key.Key_Return)
    settle()
    begun = newest(window)
    assert (begun.service, begun.revision_no, begun.supersedes) == ("Birchwood", 1, None)
    assert begun.carried
    assert window.window.page._tna == begun.id


def test_R8_a_chosen_way_to_begin_stays_chosen_while_the_service_is_typed(window_at, qtbot):
    window = window_at(Stage.AUTHORISED)
    page = window.go("needs", step="new")
    page.begin_with.setFocus()
    qtbot.keyClick(page.begin_with, Qt.Key.Key_Down)
    qtbot.keyClicks(page.service.editor, "Birch")
    assert page.begin_with.currentIndex() == 1
    page.service.editor.clear()
    qtbot.keyClicks(page.service.editor, "Ashgrove House")
    assert not page.ref.editor.isEnabled()
    page.service.editor.clear()
    assert page.ref.editor.isEnabled()
    assert page.ref.editor.text() == "TNA-2217-26-004"


def test_R8_one_that_has_run_out_says_so_where_it_is_offered(window_at):
    window = window_at(Stage.AUTHORISED)
    window.clock.now = window.clock.now.replace(year=2028)
    page = window.go("needs", step="new")
    assert page.begin_with.itemText(1).endswith("(revision 2, out of date since 5 Oct 2027)")


def test_without_an_earlier_tna_nothing_is_to_be_chosen(example_at):
    page = example_at("prepared").go("needs", step="new")
    assert not page.begin_with.isVisible()
