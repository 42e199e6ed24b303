"""Sign-off by key and mouse: marking ended, the tablet handed from one to the next, plan, ink and withdrawal in forms."""

import pytest
from PySide6.QtCore import Qt

from calm_instructor.domain.course import Course, CourseState
from calm_instructor.domain.sign_off import ActionPlan, SignOff, TraineeSignature
from calm_instructor.messages.lamps import Lamp
from calm_instructor.ui.course.sign_off_panels import InkPanel, PlanPanel, WithdrawPanel
from calm_instructor.ui.course.sign_off_step import SignOffStep
from tests.domain.people_and_things import LAST_DAY, at
from tests.operations.a_course import COURSE, EOGHAN, SIAN, ZANETA, ACourse, Stage
from tests.operations.test_signing import correct
from tests.ui.a_window import settle

pytestmark = pytest.mark.check

pytest_plugins = ["tests.ui.standing_fixtures"]


def step_at(standing_at, stage: Stage, change=None):
    """The step at half past four on the last day, after a change that is wished at the desk."""
    standing = standing_at(stage)
    standing.clock.now = at("16:30", LAST_DAY)
    if change is not None:
        change(standing)
    return standing, standing.step(SignOffStep)


def press(standing, which) -> None:
    standing.qtbot.mouseClick(which, Qt.MouseButton.LeftButton)
    settle()


def not_yet(who: str):
    """Somebody was not yet competent after all."""

    def change(standing) -> None:
        a = ACourse(standing.store, standing.clock.now)
        correct(a, who, "H1", "N")

    return change


def course_of(standing) -> Course:
    return standing.desk.read(lambda view: view.get(Course, COURSE))


def test_R7_marking_is_ended_once_everything_has_a_mark(standing_at):
    standing, step = step_at(standing_at, Stage.RUNNING)
    assert step.primary.text() == "End the marking"
    assert step.primary.property("unavailable")
    press(standing, step.primary)
    assert "12 cells have no mark yet" in standing.said[-1]
    assert course_of(standing).state is CourseState.RUNNING


def test_the_first_who_is_ready_is_handed_the_tablet_and_then_the_next(standing_at):
    standing, step = step_at(standing_at, Stage.TO_SIGN)
    assert step.primary.text() == "Hand to Siân"
    press(standing, step.primary)
    step.handed.signing.typed.setText("S. Bowen")
    for each in step.handed.signing.statements:
        each.box.setChecked(True)
    press(standing, step.handed.sign)
    assert step.table.current().name == ZANETA
    assert step.primary.text() == "Hand to Żaneta"
    assert step.seen.count(Lamp.OK) == 1


def test_enter_hands_it_to_the_person_in_hand(standing_at):
    standing, step = step_at(standing_at, Stage.TO_SIGN)
    standing.qtbot.keyClick(step.table, Qt.Key.Key_Down)
    standing.qtbot.keyClick(step.table, Qt.Key.Key_Return)
    assert step.handed.seen.name == ZANETA
    step.handed.leave()


def test_R48_ink_to_follow_and_then_held(standing_at):
    standing, step = step_at(standing_at, Stage.TO_SIGN)
    press(standing, step.strip.buttons["sign_ink"])
    (signed,) = standing.all(SignOff)
    assert signed.trainee_signature is TraineeSignature.INK_LATER
    step.table.take_in_hand(lambda row: row.name == SIAN)
    press(standing, step.ink)
    panel = step.drawer.panel
    assert isinstance(panel, InkPanel)
    press(standing, panel.do)
    assert standing.all(SignOff)[0].ink_copy_held_at == ""
    standing.qtbot.keyClicks(panel.where, "Ashgrove, office")
    press(standing, panel.do)
    (held,) = standing.all(SignOff)
    assert (held.ink_copy_held_at, held.trainee_signature) == ("Ashgrove, office", TraineeSignature.SIGNED)
    assert held.valid_from == LAST_DAY
    assert step.drawer.panel is None


def test_R48_a_day_before_the_last_assessment_is_refused_and_the_form_stays(standing_at):
    standing, step = step_at(standing_at, Stage.TO_SIGN)
    press(standing, step.strip.buttons["sign_ink"])
    press(standing, step.ink)
    panel = step.drawer.panel
    panel.where.setText("Office")
    panel.on.setText("1 Nov 2026")
    press(standing, panel.do)
    assert "can’t have signed on" in step.refusal.accessibleName()
    assert step.drawer.panel is panel


def test_R19_not_yet_competent_leaves_with_a_plan(standing_at):
    standing, step = step_at(standing_at, Stage.TO_SIGN, not_yet(EOGHAN))
    step.table.take_in_hand(lambda row: row.name == EOGHAN)
    press(standing, step.strip.buttons["sign_ink"])
    step.table.take_in_hand(lambda row: row.name == EOGHAN)
    assert step.table.current().needs_plan
    press(standing, step.strip.buttons["plan"])
    panel = step.drawer.panel
    assert isinstance(panel, PlanPanel)
    press(standing, panel.do)
    assert standing.all(ActionPlan) == ()
    for field, text in ((panel.need, "Keep talking"), (panel.support, "A partner"), (panel.review, "8 Dec 2026")):
        field.setFocus()
        standing.qtbot.keyClicks(field, text)
    press(standing, panel.do)
    (plan,) = standing.all(ActionPlan)
    assert (plan.need, plan.by_whom, plan.review_on.isoformat()) == ("Keep talking", "Ruairidh MacLeod", "2026-12-08")
    assert not step.table.current().needs_plan


def test_R18_a_sign_off_is_withdrawn_with_a_reason_only(standing_at):
    standing, step = step_at(standing_at, Stage.SIGNED)
    press(standing, step.strip.buttons["withdraw"])
    panel = step.drawer.panel
    assert isinstance(panel, WithdrawPanel)
    press(standing, panel.do)
    assert {each.withdrawn_on for each in standing.all(SignOff)} == {None}
    standing.qtbot.keyClicks(panel.reason, "Signed on the wrong line")
    press(standing, panel.do)
    assert [each.withdrawn_reason for each in standing.all(SignOff) if each.withdrawn_on] == [
        "Signed on the wrong line"
    ]
    assert step.primary.text() == "Hand to Siân"


def test_what_stops_signing_is_said_in_the_line_and_in_full_beneath(standing_at):
    def owed(standing) -> None:
        correct(ACourse(standing.store, standing.clock.now), SIAN, "H1", "N", feedback="")

    standing, step = step_at(standing_at, Stage.TO_SIGN, owed)
    row = step.table.current()
    assert (row.name, row.state, row.beneath) == (SIAN, "Not ready", "Feedback owed: H1")
    assert not step.strip.buttons["hand_over"].isVisible()
    assert "owed feedback" in step.strip._told.text()
    press(standing, step.strip.buttons["mend"])
    assert (standing.went[0].step, standing.went[0].focus) == ("assess", row.enrolment)
    assert step.primary.text() == "Hand to Żaneta"


def test_R30_after_closing_there_is_nothing_to_press(standing_at):
    _standing, step = step_at(standing_at, Stage.CLOSED)
    assert not step.primary.isVisible()
    assert not any(each.isVisible() for each in step.strip.buttons.values())


def test_the_sheet_is_printed_under_documents(standing_at):
    standing, step = step_at(standing_at, Stage.SIGNED)
    press(standing, step.print)
    (went,) = standing.went
    assert (went.step, went.focus) == ("documents", "sign-off-sheet")


def test_a_course_without_people_says_so(standing_at):
    _standing, step = step_at(standing_at, Stage.AGREED)
    assert step.empty.isVisible()
    assert not step.table.isVisible()


def test_a_count_is_opened_by_taking_the_next_it_counts_in_hand(standing_at):
    standing, step = step_at(standing_at, Stage.TO_SIGN)
    press(standing, step.strip.buttons["sign_ink"])
    assert step.counts[Lamp.TODO].text() == "2 ready"
    names = []
    for _time in range(3):
        press(standing, step.counts[Lamp.TODO])
        names.append(step.table.current().name)
    assert names == [ZANETA, EOGHAN, ZANETA]
    assert not step.counts[Lamp.STOP].isVisible()
