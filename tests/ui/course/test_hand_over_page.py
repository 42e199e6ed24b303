"""The trainee's page: only their own results, boxes that start empty, four ways to answer, and nothing behind it (R48)."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import isValid

from calm_instructor.domain.needs import Manner
from calm_instructor.domain.sign_off import SignOff, TraineeSignature
from calm_instructor.ui.course.sign_off_step import SignOffStep
from calm_instructor.ui.theme.tokens import Palette
from tests.domain.people_and_things import LAST_DAY, at
from tests.operations.a_course import COURSE, EOGHAN, SIAN, ZANETA, Stage
from tests.ui.a_window import settle

pytestmark = pytest.mark.check

pytest_plugins = ["tests.ui.standing_fixtures"]

NOW = at("16:30", LAST_DAY)


class Handed:
    """The page of the first who is ready, with shorthands."""

    def __init__(self, standing) -> None:
        standing.clock.now = NOW
        self.standing = standing
        self.qtbot = standing.qtbot
        self.step = standing.step(SignOffStep)
        self.press(self.step.primary)
        self.page = self.step.handed
        self.step.activateWindow()
        settle()

    def press(self, which) -> None:
        self.qtbot.mouseClick(which, Qt.MouseButton.LeftButton)
        settle()

    def tick_all(self) -> None:
        for each in self.page.signing.statements:
            self.press(each)

    def stroke(self) -> None:
        pad = self.page.signing.pad
        left = Qt.MouseButton.LeftButton
        self.qtbot.mousePress(pad, left, pos=QPoint(40, 40))
        for x, y in ((80, 20), (120, 60), (160, 30)):
            self.qtbot.mouseMove(pad, QPoint(x, y))
        self.qtbot.mouseRelease(pad, left, pos=QPoint(160, 30))
        settle()

    @property
    def signed(self) -> SignOff | None:
        return next(iter(self.standing.all(SignOff)), None)

    def words(self) -> str:
        return " ".join(each.text() for each in self.page.findChildren(QLabel))


@pytest.fixture
def handed(standing_at):
    return Handed(standing_at(Stage.TO_SIGN))


def test_only_ones_own_results_are_on_it(handed):
    assert SIAN in handed.words()
    assert "You are competent in all 3 techniques" in handed.words()
    assert "You were here 465 of 465 minutes." in handed.words()
    assert not any(other in handed.words() for other in (ZANETA, EOGHAN))
    assert handed.page.geometry() == handed.page.window().rect()


def test_R48_boxes_start_empty_and_the_keyboard_is_on_the_first(handed):
    assert not any(each.is_ticked for each in handed.page.signing.statements)
    assert handed.page.signing.statements[0].box.hasFocus()
    assert handed.page.sign.property("unavailable")
    handed.press(handed.page.sign)
    assert handed.signed is None
    assert "Tick each sentence first" in handed.page.banner.accessibleName()


def test_R48_signing_with_a_stroke_keeps_the_manner_and_the_moment(handed):
    handed.tick_all()
    handed.press(handed.page.sign)
    assert "Sign in the box" in handed.page.banner.accessibleName()
    handed.stroke()
    assert not handed.page.sign.property("unavailable")
    handed.press(handed.page.sign)
    signed = handed.signed
    assert signed is not None
    assert (signed.trainee_signature, signed.trainee_manner, signed.trainee_signed_at) == (
        TraineeSignature.SIGNED,
        Manner.SCREEN,
        NOW,
    )
    assert signed.valid_from == LAST_DAY


def test_R48_by_keyboard_alone(handed):
    for _each in handed.page.signing.statements:
        handed.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        handed.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert handed.page.signing.all_ticked
    while QApplication.focusWidget() is not handed.page.signing.typed:
        handed.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    handed.qtbot.keyClicks(handed.page.signing.typed, "Sian Bowen")
    while QApplication.focusWidget() is not handed.page.sign:
        handed.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    handed.qtbot.keyClick(handed.page.sign, Qt.Key.Key_Return)
    assert handed.signed is not None


def test_starting_again_empties_box_and_name(handed):
    handed.stroke()
    handed.page.signing.typed.setText("S")
    handed.press(handed.page.signing.again)
    assert not handed.page.signing.is_signed


def test_a_chance_touch_is_no_signature(handed):
    handed.qtbot.mouseClick(handed.page.signing.pad, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert not handed.page.signing.is_signed


def test_R48_a_disagreement_wants_a_note(handed):
    handed.press(handed.page.disagree)
    assert handed.page.disagreeing.editor.hasFocus()
    handed.press(handed.page.record)
    assert handed.signed is None
    handed.qtbot.keyClicks(handed.page.disagreeing.editor, "H1 was right")
    handed.press(handed.page.record)
    signed = handed.signed
    assert signed is not None
    assert (signed.trainee_signature, signed.trainee_note) == (TraineeSignature.DISAGREES, "H1 was right")
    assert signed.valid_from is None


def test_R48_declining_wants_a_witness(handed):
    handed.press(handed.page.decline)
    handed.press(handed.page.record)
    assert handed.signed is None
    handed.qtbot.keyClicks(handed.page.declining.editor, "Jean Macdonald")
    handed.press(handed.page.record)
    signed = handed.signed
    assert signed is not None
    assert (signed.trainee_signature, signed.witness) == (TraineeSignature.DECLINED, "Jean Macdonald")


def test_R48_on_paper_later(handed):
    handed.press(handed.page.paper)
    handed.press(handed.page.record)
    signed = handed.signed
    assert signed is not None
    assert signed.trainee_signature is TraineeSignature.INK_LATER


def test_escape_goes_back_then_gives_back_and_records_nothing(handed):
    handed.press(handed.page.disagree)
    handed.qtbot.keyClick(handed.page.disagreeing.editor, Qt.Key.Key_Escape)
    assert handed.page.isVisible()
    assert handed.page.sign.isVisible()
    handed.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    settle()
    assert handed.signed is None
    assert handed.step.table.isVisible()


def test_a_copy_that_is_wanted_is_told_to_the_instructor(handed):
    handed.press(handed.page.signing.copy)
    handed.page.signing.typed.setText("Siân")
    handed.tick_all()
    handed.press(handed.page.sign)
    assert f"{SIAN} wants a copy" in handed.standing.said[-1]


def test_tab_goes_round_and_never_behind(handed):
    for _time in range(30):
        handed.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert handed.page.isAncestorOf(QApplication.focusWidget())


def test_nothing_behind_is_seen_or_reached_by_a_key(window_at, qtbot):
    made = window_at(Stage.TO_SIGN)
    made.clock.now = NOW
    step = made.go("course", COURSE, "sign_off")
    shortcuts = [each for each in made.window.findChildren(QShortcut) if each.isEnabled()]
    qtbot.mouseClick(step.primary, Qt.MouseButton.LeftButton)
    settle()
    assert step.handed.geometry() == made.window.rect()
    assert not made.window.centralWidget().isVisible()
    assert not any(each.isEnabled() for each in shortcuts)
    made.window.resize(1300, 740)
    settle()
    assert step.handed.geometry() == made.window.rect()
    step.handed.leave()
    settle()
    assert made.window.centralWidget().isVisible()
    assert all(each.isEnabled() for each in shortcuts)


def test_another_palette_takes_the_page_down_and_frees_the_window(window_at, qtbot, appearance):
    made = window_at(Stage.TO_SIGN)
    made.clock.now = NOW
    step = made.go("course", COURSE, "sign_off")
    qtbot.mouseClick(step.primary, Qt.MouseButton.LeftButton)
    settle()
    handed = step.handed
    try:
        appearance.choose(Palette.DARK)
        settle()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        settle()
        assert not isValid(handed)
        assert made.window.centralWidget().isVisible()
        assert made.desk.read(lambda view: view.all(SignOff)) == ()
    finally:
        appearance.choose(Palette.LIGHT)
        settle()
