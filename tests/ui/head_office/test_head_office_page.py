"""The outbox by key and mouse: what waits leads to its course, what was written stands there, a file is verified in words."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from calm_instructor.domain.sign_off import DocumentKind
from calm_instructor.messages.window import close as close_words
from calm_instructor.messages.window import head_office as words
from calm_instructor.operations.printing import print_paper
from calm_instructor.operations.sending import send_course
from calm_instructor.ui.head_office.head_office_page import HeadOfficePage
from tests.domain.people_and_things import at
from tests.operations.a_course import COURSE, Stage
from tests.ui.a_window import settle

pytestmark = pytest.mark.check

pytest_plugins = ["tests.ui.standing_fixtures"]


def test_before_anything_is_closed_it_says_what_would_be_here(standing_at):
    page = standing_at(Stage.SIGNED).page(HeadOfficePage)
    assert not page.send.isVisible()
    assert page._none_waits.isVisible()
    assert page._none_written.isVisible()
    assert page.verify.hasFocus()


def test_a_closed_course_waits_with_its_age_and_enter_leads_to_it(standing_at):
    standing = standing_at(Stage.CLOSED)
    standing.clock.now = at("09:00", date(2026, 12, 4))
    page = standing.page(HeadOfficePage)
    assert page.waiting.rows.data(page.waiting.rows.index(0, 2)) == "8 days"
    standing.qtbot.keyClick(page.waiting, Qt.Key.Key_Return)
    standing.qtbot.mouseClick(page.send, Qt.MouseButton.LeftButton)
    assert {(each.page, each.record, each.step) for each in standing.went} == {("course", COURSE, "close")}
    assert len(standing.went) == 2


def test_a_package_that_was_written_stands_there_at_once_and_is_not_received(standing_at, tmp_path):
    standing = standing_at(Stage.CLOSED)
    page = standing.page(HeadOfficePage)
    sent = send_course(standing.desk, COURSE, tmp_path)
    settle()
    (row,) = page.packages.rows.rows
    assert row.file_name == sent.path.name
    assert page.packages.rows.data(page.packages.rows.index(0, 4)) == close_words.NOT_RECEIVED
    assert page._none_waits.isVisible()
    assert not page.send.isVisible()


def test_a_file_is_verified_in_words(standing_at, tmp_path):
    standing = standing_at(Stage.CLOSED)
    sent = send_course(standing.desk, COURSE, tmp_path)
    page = standing.page(HeadOfficePage)
    standing.files.next = sent.path
    standing.qtbot.mouseClick(page.verify, Qt.MouseButton.LeftButton)
    standing.jobs_done()
    assert page.answer.accessibleName() == standing.said[-1] == words.is_whole(sent.path.name)
    data = bytearray(sent.path.read_bytes())
    data[len(data) // 3] ^= 1
    sent.path.write_bytes(data)
    standing.qtbot.mouseClick(page.verify, Qt.MouseButton.LeftButton)
    standing.jobs_done()
    assert "does not hold" in page.answer.accessibleName()
    assert page.answer.property("tone") == "stop"


def test_a_paper_is_known_again_to_the_last_byte(standing_at, tmp_path):
    standing = standing_at(Stage.CLOSED)
    printed = print_paper(standing.desk, DocumentKind.COURSE_PLAN, COURSE)
    path = tmp_path / "plan.pdf"
    path.write_bytes(printed.data)
    page = standing.page(HeadOfficePage)
    standing.files.next = path
    standing.qtbot.mouseClick(page.verify, Qt.MouseButton.LeftButton)
    assert printed.document.title in page.answer.accessibleName()
    assert page.answer.property("tone") == "ok"
    path.write_bytes(printed.data + b" ")
    standing.qtbot.mouseClick(page.verify, Qt.MouseButton.LeftButton)
    assert page.answer.accessibleName() == words.is_not_as_issued("plan.pdf")


def test_a_paper_that_is_not_there_is_said(standing_at, tmp_path):
    standing = standing_at(Stage.CLOSED)
    page = standing.page(HeadOfficePage)
    standing.files.next = tmp_path / "gone.pdf"
    standing.qtbot.mouseClick(page.verify, Qt.MouseButton.LeftButton)
    standing.asked().accept()
    assert not page.answer.isVisible()
