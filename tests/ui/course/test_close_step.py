"""Closing and sending by key and mouse: what is open leads to its step, closing asks once, the package lies in its folder."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from calm_instructor.domain.course import Course, CourseState
from calm_instructor.domain.sign_off import SentPackage
from calm_instructor.messages.window import close as words
from calm_instructor.ui.course.close_step import CloseStep
from calm_instructor.ui.parts.texts import TextEdit
from tests.domain.people_and_things import at
from tests.operations.a_course import COURSE, DAY_AFTER, NGOC, SIAN, Stage
from tests.ui.a_window import settle

pytestmark = pytest.mark.check

pytest_plugins = ["tests.ui.standing_fixtures"]


def on_the_day_after(standing):
    standing.clock.now = at("09:00", DAY_AFTER)
    return standing


def course_of(standing) -> Course:
    return standing.desk.read(lambda view: view.get(Course, COURSE))


def test_R29_what_is_open_is_listed_by_person_and_enter_leads_to_where_it_is_mended(standing_at):
    standing = on_the_day_after(standing_at(Stage.RUNNING))
    step = standing.step(CloseStep)
    rows = step.table.rows.rows
    assert [rows[0].of.who, rows[-1].of.who] == [SIAN, NGOC]
    assert rows[0].what == "Has no entry in the register of session 2"
    assert rows[0].where == "Register"
    assert step.open.isVisible()
    assert step.table.hasFocus()
    standing.qtbot.keyClick(step.table, Qt.Key.Key_Down)
    standing.qtbot.keyClick(step.table, Qt.Key.Key_Return)
    (went,) = standing.went
    assert (went.page, went.record, went.step) == ("course", COURSE, "assess")


def test_a_course_with_something_open_is_not_closed_and_the_button_says_why(standing_at):
    standing = on_the_day_after(standing_at(Stage.RUNNING))
    step = standing.step(CloseStep)
    assert step.primary.property("unavailable")
    standing.qtbot.mouseClick(step.primary, Qt.MouseButton.LeftButton)
    assert standing.said == [words.why_not_closed(len(step.table.rows.rows))]
    assert course_of(standing).state is CourseState.RUNNING


def test_closing_asks_once_says_what_it_does_and_leaves_the_course_read_only(standing_at):
    standing = on_the_day_after(standing_at(Stage.SIGNED))
    step = standing.step(CloseStep)
    assert step.ready.isVisible()
    assert not step.open.isVisible()
    standing.qtbot.mouseClick(step.primary, Qt.MouseButton.LeftButton)
    dialog = standing.asked()
    assert [each.text() for each in dialog.findChildren(QPushButton)] == ["Leave as it is", "Close the course"]
    standing.qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    settle()
    assert course_of(standing).state is CourseState.CLOSED
    assert step.banner.isVisible()
    assert "Read-only: closed on 26 Nov 2026" in step.banner.accessibleName()
    assert step.primary.text() == words.SEND


def test_leaving_it_as_it_is_leaves_it_as_it_is(standing_at):
    standing = on_the_day_after(standing_at(Stage.SIGNED))
    step = standing.step(CloseStep)
    standing.qtbot.keyClick(step.primary, Qt.Key.Key_Return)
    dialog = standing.asked()
    standing.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert course_of(standing).state is CourseState.TO_SIGN


def test_R31_the_package_lies_in_the_folder_and_is_not_received(standing_at, tmp_path):
    standing = standing_at(Stage.CLOSED)
    step = standing.step(CloseStep)
    post = tmp_path / "stick"
    post.mkdir()
    standing.files.next = post
    assert not step.packages.isVisible()
    standing.qtbot.mouseClick(step.primary, Qt.MouseButton.LeftButton)
    standing.jobs_done()
    (file,) = post.iterdir()
    (package,) = standing.all(SentPackage)
    assert package.file_name == file.name
    assert standing.said[-1] == words.sent(file.name, 1)
    (row,) = step.packages.rows.rows
    assert step.packages.rows.data(step.packages.rows.index(0, 3)) == words.NOT_RECEIVED
    assert row.file_name == file.name
    assert (step.primary.text(), step.primary.property("kind")) == (words.SEND_AGAIN, "secondary")


def test_a_folder_that_is_gone_is_said_and_nothing_is_recorded(standing_at, tmp_path):
    standing = standing_at(Stage.CLOSED)
    step = standing.step(CloseStep)
    standing.files.next = tmp_path / "not there"
    standing.qtbot.mouseClick(step.primary, Qt.MouseButton.LeftButton)
    standing.jobs_done()
    standing.asked().accept()
    settle()
    assert standing.all(SentPackage) == ()


@pytest.mark.parametrize("stage", [Stage.RUNNING, Stage.SIGNED])
def test_without_an_instructor_nobody_closes(standing_at, stage):
    standing = on_the_day_after(standing_at(stage))
    standing.desk.marking_as = None
    assert standing.step(CloseStep).primary.property("unavailable")


def test_R30_a_closed_course_is_opened_again_with_a_reason(standing_at):
    standing = standing_at(Stage.CLOSED)
    step = standing.step(CloseStep)
    standing.qtbot.mouseClick(step.reopen, Qt.MouseButton.LeftButton)
    dialog = standing.asked()
    standing.qtbot.keyClicks(dialog.findChildren(TextEdit)[0], "A sheet was left out")
    dialog.go_on.click()
    settle()
    assert course_of(standing).state is CourseState.TO_SIGN
    assert not step.banner.isVisible()
    assert step.primary.text() == words.CLOSE
