"""R28: an injury or near miss at once, what is added to it later, and nothing that stands is written over."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from calm_instructor.domain.attendance import Incident
from calm_instructor.messages.showing import moment
from calm_instructor.operations.viewing.register_rows import RegisterRow
from calm_instructor.ui.course.incident_panels import IncidentPanel, MorePanel
from calm_instructor.ui.course.register_step import RegisterStep
from tests.domain.people_and_things import at
from tests.operations.a_course import SIAN, ZANETA, Stage
from tests.ui.a_window import settle
from tests.ui.standing import Standing

pytestmark = pytest.mark.check

pytest_plugins = ["tests.ui.standing_fixtures"]


class Hurt:
    """The register while the first day runs, with its form for an injury or near miss."""

    def __init__(self, standing: Standing) -> None:
        standing.clock.now = at("12:20")
        self.standing = standing
        self.step = standing.step(RegisterStep)

    def row(self, who: str) -> RegisterRow:
        return next(each.row for each in self.step.table.lines if each.row.name == who)

    def opened(self, who: str | None) -> IncidentPanel:
        row = self.row(who) if who else None
        self.step.forms.incident(row)
        assert isinstance(self.panel, IncidentPanel)
        return self.panel

    @property
    def panel(self):
        return self.step.forms.drawer.panel

    def more(self) -> MorePanel:
        self.click(self.opened(None).earlier[0])
        assert isinstance(self.panel, MorePanel)
        return self.panel

    def click(self, control) -> None:
        QTest.mouseClick(control, Qt.MouseButton.LeftButton)
        settle()

    def incidents(self) -> tuple[Incident, ...]:
        return self.standing.all(Incident)


@pytest.fixture
def hurt(standing_at) -> Hurt:
    return Hurt(standing_at(Stage.RUNNING))


def recorded(hurt: Hurt, who: str | None = SIAN, *, near_miss: bool = False) -> Incident:
    panel = hurt.opened(who)
    if who is None:
        panel.who.setCurrentIndex(panel.who.findText("Nobody in particular"))
    if near_miss:
        hurt.click(panel.kind.button_of(1))
    QTest.keyClicks(panel.facts, "Wrist knocked")
    hurt.click(panel.do)
    return hurt.incidents()[-1]


@pytest.mark.parametrize("near_miss", [False, True])
def test_R28_an_injury_and_a_near_miss_pause_whoever_they_name(hurt, near_miss):
    assert recorded(hurt, near_miss=near_miss).injury is not near_miss
    assert hurt.row(SIAN).paused_since == at("12:20")
    assert hurt.row(ZANETA).pausing is None


def test_R28_what_happened_to_nobody_in_particular_pauses_nobody(hurt):
    assert recorded(hurt, None).enrolment is None
    assert hurt.row(SIAN).pausing is None


def test_R28_nobody_is_hurt_until_somebody_says_who(hurt):
    panel = hurt.opened(None)
    assert (panel.who.currentIndex(), panel.do.text()) == (-1, "Record injury")
    QTest.keyClicks(panel.facts, "Wrist knocked")
    hurt.click(panel.do)
    assert hurt.incidents() == ()
    assert panel.who.accessibleDescription()
    panel.who.set_value(hurt.row(ZANETA).enrolment)
    hurt.click(panel.do)
    assert hurt.row(ZANETA).pausing is not None


def test_R28_the_button_says_what_is_recorded_of_whom(hurt):
    panel = hurt.opened(ZANETA)
    assert panel.do.text() == "Record injury: no. 2"
    hurt.click(panel.kind.button_of(1))
    assert panel.do.text() == panel.do.accessibleName() == "Record near miss: no. 2"


def test_R28_the_whole_form_is_seen_in_the_lowest_window(hurt):
    hurt.step.resize(1196, 560)
    panel = hurt.opened(SIAN)
    settle()
    assert not panel.book.visibleRegion().isEmpty()
    assert panel.book.mapTo(hurt.step, panel.book.rect().bottomLeft()).y() < panel.do.mapTo(hurt.step, QPoint(0, 0)).y()


def test_R28_the_accident_book_is_added_later_and_what_stood_stays(hurt):
    before = recorded(hurt)
    panel = hurt.more()
    assert "Wrist knocked" in panel.stood.text()
    QTest.keyClicks(panel.book, "26/31")
    hurt.click(panel.do)
    (now,) = hurt.incidents()
    assert (now.facts, now.accident_book_ref, now.as_it_stands.accident_book_ref) == (before.facts, "", "26/31")
    (added,) = now.added
    assert (added.at, added.by) == (at("12:20"), "Ruairidh MacLeod")


def test_R28_what_was_added_is_read_beneath_what_happened_with_who_and_when(hurt):
    recorded(hurt)
    panel = hurt.more()
    QTest.keyClicks(panel.facts, "Seen by the nurse")
    hurt.click(panel.do)
    told = hurt.more().stood.text().splitlines()
    assert told[0] == "Wrist knocked"
    assert told[1:] == [f"{moment(at('12:20'))}, Ruairidh MacLeod: Seen by the nurse"]


def test_R28_nothing_added_is_said_at_the_field_and_writes_nothing(hurt):
    recorded(hurt)
    panel = hurt.more()
    hurt.click(panel.do)
    assert panel.fields["facts"].editor.accessibleDescription() == "Write what is known now, or tick it."
    assert hurt.incidents()[0].added == ()


def test_R28_what_an_injury_still_lacks_is_told_until_it_is_written(hurt):
    recorded(hurt)
    (shown,) = hurt.step.seen.incidents
    assert shown.lacks == "Still to write: part of the body, first aid given and accident book reference"
    panel = hurt.more()
    for editor, text in ((panel.area, "Wrist"), (panel.aid, "Cold pack"), (panel.book, "26/31")):
        QTest.keyClicks(editor, text)
    hurt.click(panel.do)
    (shown,) = hurt.step.seen.incidents
    assert shown.lacks == ""


def test_R28_a_near_miss_lacks_nothing_and_can_turn_out_an_injury(hurt):
    recorded(hurt, near_miss=True)
    (shown,) = hurt.step.seen.incidents
    assert shown.lacks == ""
    panel = hurt.more()
    panel.injury.click()
    hurt.click(panel.do)
    assert hurt.row(SIAN).pausing is not None
    assert not hurt.more().injury.isVisible()
