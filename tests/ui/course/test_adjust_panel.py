"""R15, R44: a form for an adjustment asks what the instructor must do; what somebody has is told beneath it and goes through."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from calm_instructor.domain.attendance import Enrolment, Fitness, FitnessStatus
from calm_instructor.ui.course.people_step import PeopleStep
from calm_instructor.ui.course.register_panels import AdjustPanel
from calm_instructor.ui.course.register_step import RegisterStep
from calm_instructor.ui.people.evidence_panel import AdjustmentPanel
from tests.domain.people_and_things import at
from tests.operations.a_course import SIAN, Stage
from tests.ui.a_window import settle
from tests.ui.standing import Standing

pytestmark = pytest.mark.check

pytest_plugins = ["tests.ui.standing_fixtures"]

TOLD = "“{words}” says what they have. Nobody asks for that here. Write only what you will do."


@pytest.fixture
def standing(standing_at) -> Standing:
    made = standing_at(Stage.RUNNING)
    made.clock.now = at("12:20")
    return made


@pytest.fixture
def panel(standing) -> AdjustPanel:
    step = standing.step(RegisterStep)
    step.forms.adjust(next(each.row for each in step.table.lines if each.row.name == SIAN))
    made = step.forms.drawer.panel
    assert isinstance(made, AdjustPanel)
    return made


@pytest.mark.parametrize(
    ("name", "text", "words"), [("must", "asthma", "asthma"), ("limit", "back surgery", "back surgery")]
)
def test_R15_what_somebody_has_is_told_beneath_and_goes_when_it_is_mended(panel, qtbot, name, text, words):
    field = panel.fields[name]
    QTest.keyClicks(field.editor, text)
    qtbot.waitUntil(field._notice.isVisible)
    assert field.editor.accessibleDescription() == TOLD.format(words=words)
    assert field.editor.text() == text
    for _each in text:
        QTest.keyClick(field.editor, Qt.Key.Key_Backspace)
    QTest.keyClicks(field.editor, "seated only")
    qtbot.waitUntil(lambda: not field._notice.isVisible())


def test_R15_the_notice_holds_nothing_up(standing, panel, qtbot):
    QTest.keyClicks(panel.must, "Asthma: longer pauses")
    qtbot.waitUntil(panel.fields["must"]._notice.isVisible)
    QTest.mouseClick(panel.do, Qt.MouseButton.LeftButton)
    settle()
    assert [each.adjustment for each in standing.all(Fitness) if each.status is FitnessStatus.ADJUSTED] == [
        "Asthma: longer pauses"
    ]


def test_R15_no_words_no_adjustment(standing, panel):
    QTest.keyClicks(panel.limit, "hair, seated only")
    QTest.mouseClick(panel.do, Qt.MouseButton.LeftButton)
    settle()
    assert panel.fields["must"].editor.accessibleDescription()
    assert {each.status for each in standing.all(Fitness)} == {FitnessStatus.FIT}


def test_R44_a_lasting_adjustment_is_looked_at_as_well(standing, qtbot):
    step = standing.step(PeopleStep)
    place = next(each for each in standing.all(Enrolment) if each.bib == 1)
    panel = AdjustmentPanel(step, place.id, SIAN, "Dyslexic: spoken for written")
    qtbot.addWidget(panel)
    panel.show()
    assert panel.text.accessibleDescription() == TOLD.format(words="Dyslexic")
