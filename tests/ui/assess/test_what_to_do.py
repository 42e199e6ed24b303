"""R15, R44: what must be done for somebody stands where marks are made; mat-side it is read on request only."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from calm_instructor.domain.attendance import FitnessStatus
from calm_instructor.operations.enrolling import adjust
from calm_instructor.operations.registering import declare_fitness
from tests.domain.people_and_things import FIRST_DAY
from tests.operations.a_course import Stage
from tests.ui.a_window import AWindow, settle
from tests.ui.assess.pictures import opened, press

pytestmark = pytest.mark.check


@pytest.fixture
def made(window_at) -> AWindow:
    """The first person needs something always and something today."""
    made = window_at(Stage.RUNNING)
    made.clock.now = made.clock.now.replace(minute=30)
    first = opened(made).model.rows[0].enrolment
    made.desk.do(adjust, first, "Spoken for written")
    made.desk.do(
        declare_fitness, first, FIRST_DAY, FitnessStatus.ADJUSTED, adjustment="Chair", limit="hair, seated only"
    )
    settle()
    return made


TO_DO = "Limit: hair, seated only · Chair · Spoken for written"


def test_R44_the_panel_says_it_before_the_criteria_and_of_nobody_else(made, qtbot):
    step = opened(made)
    press(step, "→")
    assert step.panel._to_do.text() == f"What you must do: {TO_DO}"
    assert step.panel._to_do.isVisible()
    press(step, "↓")
    qtbot.waitUntil(lambda: not step.panel._to_do.isVisible())


def test_R44_the_head_of_the_row_says_it_to_a_reader_and_as_a_tip(made):
    model = opened(made).model
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert model.headerData(0, Qt.Orientation.Vertical, role).endswith(f"What you must do: {TO_DO}")
        assert "must do" not in model.headerData(1, Qt.Orientation.Vertical, role)


def test_R15_R44_mat_side_shows_a_hand_and_the_words_on_request_only(made):
    step = opened(made)
    step.open_matside()
    settle()
    rows = step.matside.rows
    assert [row._words.hand for row in rows] == [True, False, False]
    assert rows[0]._words.note == ""
    step.matside.head.reasons.click()
    assert rows[0]._words.note == TO_DO
    assert step.matside.foot.said.text().endswith(TO_DO)
    QTest.keyClick(step.matside, Qt.Key.Key_Down)
    assert TO_DO not in step.matside.foot.said.text()
    QTest.keyClick(step.matside, Qt.Key.Key_Up)
    step.matside.head.reasons.click()
    assert rows[0]._words.note == ""
    assert TO_DO not in step.matside.foot.said.text()
