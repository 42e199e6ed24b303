"""The trail by key and mouse: found by words and by person, turned page by page, one entry before and after, the chain checked."""

import pytest
from PySide6.QtCore import Qt

from calm_instructor.messages.window import trail as words
from calm_instructor.operations.preparing import set_number
from calm_instructor.operations.viewing.trail import A_PAGE
from calm_instructor.ui.trail.trail_page import TrailPage
from tests.domain.people_and_things import named
from tests.operations.a_course import COURSE, ZANETA, Stage
from tests.operations.every_wish import all_wishes
from tests.ui.a_window import settle

pytestmark = pytest.mark.check

pytest_plugins = ["tests.ui.standing_fixtures"]


def test_every_wish_concerns_the_trail():
    assert set().union(*(each.topics for each in all_wishes().values())) <= TrailPage.topics


def test_newest_first_and_the_entry_in_hand_stands_before_and_after(standing_at):
    standing = standing_at(Stage.RUNNING)
    standing.desk.do(set_number, "sign_off_valid_months", 24)
    page = standing.page(TrailPage)
    assert page.table.hasFocus()
    assert page.table.current().what == "Number set"
    (row,) = page.panel.table.rows.rows
    assert (row.change.before, row.change.after) == ("12 months", "24 months")
    standing.qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.table.current().seq < standing.desk.store.head().seq
    assert page.panel._title.text() == page.table.current().text
    standing.qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.panel.table.hasFocus()


def test_a_wish_that_is_granted_stands_there_at_once(standing_at):
    standing = standing_at(Stage.PREPARED)
    page = standing.page(TrailPage)
    standing.desk.do(set_number, "sign_off_valid_months", 24)
    settle()
    assert page.table.rows.rows[0].what == "Number set"


def test_typing_finds_whatever_the_accents(standing_at):
    standing = standing_at(Stage.SIGNED)
    page = standing.page(TrailPage)
    standing.qtbot.keyClicks(page.search, "zaneta signed off")
    standing.qtbot.waitUntil(lambda: len(page.table.rows.rows) == 1)
    assert page.table.current().about == ZANETA
    standing.qtbot.keyClicks(page.search, " in vain")
    standing.qtbot.waitUntil(page.nothing.isVisible)
    assert not page.panel.isVisible()
    standing.qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    standing.qtbot.waitUntil(page.table.isVisible)


def test_a_person_is_chosen(standing_at):
    standing = standing_at(Stage.SIGNED)
    page = standing.page(TrailPage)
    whole = len(page.table.rows.rows)
    page.about.setFocus()
    standing.qtbot.keyClick(page.about, Qt.Key.Key_Down)
    assert page.about.value() == COURSE
    assert 0 < len(page.table.rows.rows) < whole


def test_a_place_names_whose_trail_is_read(standing_at):
    page = standing_at(Stage.SIGNED).page(TrailPage, record=named(ZANETA))
    assert page.about.currentText() == ZANETA
    assert any(each.about == ZANETA for each in page.table.rows.rows)


def test_older_and_newer_turn_the_pages(standing_at):
    standing = standing_at(Stage.PREPARED)
    for number in range(A_PAGE):
        standing.desk.do(set_number, "tna_valid_months", 1 + number % 24)
    page = standing.page(TrailPage)
    assert not page.newer.isVisible()
    newest = page.table.rows.rows[0].seq
    standing.qtbot.mouseClick(page.older, Qt.MouseButton.LeftButton)
    assert page.table.rows.rows[-1].seq == 0
    assert not page.older.isVisible()
    standing.qtbot.mouseClick(page.newer, Qt.MouseButton.LeftButton)
    assert page.table.rows.rows[0].seq == newest


def test_the_whole_chain_is_checked_in_the_background(standing_at):
    standing = standing_at(Stage.SIGNED)
    page = standing.page(TrailPage)
    standing.qtbot.mouseClick(page.check, Qt.MouseButton.LeftButton)
    standing.jobs_done()
    assert page.answer.accessibleName() == standing.said[-1] == words.HOLDS
