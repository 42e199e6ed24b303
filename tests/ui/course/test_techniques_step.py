"""A course's own set by keyboard and mouse: agreed, left out with a reason, taken in, moved; a newer revision; frozen (R2 to R8)."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from calm_instructor.domain.course import Course
from calm_instructor.domain.technique import Tier
from calm_instructor.operations.analysing import answer_need, leave_out
from calm_instructor.operations.limiting import set_of
from calm_instructor.operations.planning import enter_course
from calm_instructor.operations.varying import leave_out_of_set
from calm_instructor.operations.viewing.left import left_of
from calm_instructor.ui.parts.dialogs import FormDialog, ReasonDialog
from tests.operations.a_course import COURSE, TNA, Stage, planned, signed_anew
from tests.ui.a_window import AWindow, settle

pytestmark = pytest.mark.check

WHY = "Nobody grabs sleeves here"


def press(qtbot, which) -> None:
    qtbot.mouseClick(which, Qt.MouseButton.LeftButton)
    settle()


def key(qtbot, which, pressed, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(which, pressed, modifiers)
    settle()


def course(window: AWindow) -> Course:
    with window.desk.store.reading() as view:
        return view.get(Course, COURSE)


def stands(window: AWindow) -> list[str]:
    with window.desk.store.reading() as view:
        return [each.code for each in set_of(view, COURSE)]


def shown(step) -> list[str]:
    return [each.code for each in step.picker.taken.rows.rows]


def answer(qtbot, kind: type, text: str) -> None:
    """Write the same in each field of the dialog that is open, and go on."""
    dialog: Any
    (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
    for field in dialog._fields.values():
        qtbot.keyClicks(field.editor, text)
    press(qtbot, dialog.go_on)


@pytest.fixture
def entered(window_at) -> AWindow:
    """A course on an authorised TNA, its set not agreed yet."""
    window = window_at(Stage.AUTHORISED)
    window.desk.do(enter_course, planned())
    return window


def test_R7_the_set_is_agreed_by_one_act(entered, qtbot):
    step = entered.go("course", COURSE, "techniques")
    assert shown(step) == ["W1", "H1", "S1"]
    press(qtbot, step.agree)
    assert stands(entered) == ["W1", "H1", "S1"]
    assert not step.agree.isVisible()
    assert "Agreed on" in step.banner.accessibleName()
    assert "agreed" in entered.said


def test_R7_the_first_mark_freezes_it(window_at):
    step = window_at(Stage.TO_SIGN).go("course", COURSE, "techniques")
    assert "Frozen at" in step.banner.accessibleName()
    assert not step.agree.isVisible()


@pytest.mark.parametrize("stage", [Stage.AGREED, Stage.READY, Stage.TO_SIGN])
def test_R7_once_agreed_the_one_primary_does_what_next_says(window_at, qtbot, stage):
    window = window_at(stage)
    step = window.go("course", COURSE, "techniques")
    with window.desk.store.reading() as view:
        coming = left_of(view, COURSE, window.desk.clock()).next
    assert not step.agree.isVisible()
    assert step.go_on.isVisible()
    assert step.go_on.text() == coming.title
    press(qtbot, step.go_on)
    assert window.window.page.step.name == coming.place.step != "techniques"


@pytest.mark.parametrize("stage", [Stage.DRAFTED, Stage.AUTHORISED])
def test_R7_before_it_is_agreed_agreeing_is_the_only_primary(window_at, stage):
    window = window_at(stage)
    window.desk.do(enter_course, planned())
    step = window.go("course", COURSE, "techniques")
    assert step.agree.isVisible()
    assert not step.go_on.isVisible()


def test_R6_R7_what_a_frozen_set_leaves_uncovered_is_told_calmly_and_leaves_nothing_to_do(window_at, qtbot):
    window = window_at(Stage.TO_SIGN)
    window.desk.do(leave_out_of_set, COURSE, "S1", WHY)
    step = window.go("course", COURSE, "techniques")
    (line,) = [each for each in step._shown.picking.lines if each.of == "S1"]
    assert (line.tone, WHY in line.sentence) == ("info", True)
    with window.desk.store.reading() as view:
        left = left_of(view, COURSE, window.desk.clock())
    assert left.steps["techniques"] == ()
    assert "techniques" in left.done


def test_R2_what_is_in_the_way_is_said_before_and_when_it_is_asked_for(window_at, qtbot):
    window = window_at(Stage.DRAFTED)
    window.desk.do(leave_out, TNA, {"W1": "", "H1": "", "S1": ""})
    window.desk.do(enter_course, planned())
    step = window.go("course", COURSE, "techniques")
    assert step.none.isVisible()
    press(qtbot, step.agree)
    assert step.refusal.isVisible()
    assert "not authorised" in window.said


def test_R3_the_reason_of_the_technique_in_hand_stands_beneath_the_set(entered, qtbot):
    step = entered.go("course", COURSE, "techniques")
    key(qtbot, step.picker.taken, Qt.Key.Key_Down)
    assert step._why.text() == "H1: The hold lasts."
    step.picker.take_in_hand("W9")
    settle()
    assert step._said.text().endswith("not chosen in the TNA")


def test_R7_who_is_sent_here_to_agree_or_to_take_a_newer_revision_on_has_that_in_hand(entered):
    step = entered.go("course", COURSE, "techniques", focus="agree")
    assert step.agree.hasFocus()
    revised(entered)
    step = entered.go("course", COURSE, "techniques", focus="newer")
    assert step.take_newer.hasFocus()


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Delete, Qt.Key.Key_Space])
def test_R6_a_technique_is_left_out_by_key_with_its_reason_and_taken_in_again(entered, qtbot, pressed):
    step = entered.go("course", COURSE, "techniques", focus="S1")
    key(qtbot, step.picker.taken, pressed)
    answer(qtbot, FormDialog, WHY)
    assert shown(step) == ["W1", "H1"]
    assert [(each.technique, each.reason) for each in course(entered).not_taught] == [("S1", WHY)]
    assert "S1 is out of the set" in entered.said
    step.picker.take_in_hand("S1")
    step.picker.offered.setFocus()
    key(qtbot, step.picker.offered, Qt.Key.Key_Return)
    assert shown(step) == ["W1", "H1", "S1"]
    assert course(entered).not_taught == ()


def test_R6_without_a_reason_nothing_is_left_out(entered, qtbot):
    step = entered.go("course", COURSE, "techniques", focus="S1")
    key(qtbot, step.picker.taken, Qt.Key.Key_Delete)
    answer(qtbot, FormDialog, " ")
    assert course(entered).not_taught == ()
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, FormDialog) and each.isVisible())
    press(qtbot, dialog.leave)
    assert shown(step) == ["W1", "H1", "S1"]


def test_R7_the_order_changes_by_key_and_the_tnas_selection_comes_back_in_one_act(entered, qtbot):
    step = entered.go("course", COURSE, "techniques", focus="S1")
    assert not step.take_whole.isVisible()
    key(qtbot, step.picker.taken, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert shown(step) == ["W1", "S1", "H1"]
    entered.desk.do(leave_out_of_set, COURSE, "W1", WHY)
    settle()
    press(qtbot, step.take_whole)
    assert shown(step) == ["W1", "H1", "S1"]
    assert not step.take_whole.isVisible()


def test_a_technique_is_dropped_where_it_is_to_be_taught(entered):
    entered.desk.do(leave_out_of_set, COURSE, "S1", WHY)
    step = entered.go("course", COURSE, "techniques")
    step.picker.taken.dropped.emit("S1", 0)
    settle()
    assert shown(step) == ["S1", "W1", "H1"]


def test_R3_what_the_tna_did_not_choose_is_refused_with_what_puts_it_right(entered, qtbot):
    step = entered.go("course", COURSE, "techniques")
    step.picker.take_in_hand("W9")
    step.picker.offered.setFocus()
    key(qtbot, step.picker.offered, Qt.Key.Key_Return)
    assert "Begin the next revision of the TNA" in step.refusal.accessibleName()
    assert shown(step) == ["W1", "H1", "S1"]


def test_R6_what_is_uncovered_is_covered_by_its_button(entered, qtbot):
    entered.desk.do(leave_out_of_set, COURSE, "S1", WHY)
    step = entered.go("course", COURSE, "techniques")
    step.picker.lines.act_wanted.emit(
        *next((each.act, each.of) for each in step._shown.picking.lines if each.of == "S1")
    )
    settle()
    assert shown(step) == ["W1", "H1", "S1"]


def test_R46_the_course_is_planned_at_the_tier_of_its_set_by_one_act(window_at):
    window = window_at(Stage.READY)
    window.desk.do(enter_course, replace(course(window), type_tier=Tier.HIGH))
    step = window.go("course", COURSE, "techniques")
    line = next(each for each in step._shown.picking.lines if each.of == "tier")
    step.picker.lines.act_wanted.emit(line.act, line.of)
    settle()
    assert course(window).type_tier is Tier.LOW
    assert not [each for each in step._shown.picking.lines if each.of == "tier"]


def test_R7_a_frozen_set_gives_up_a_marked_technique_for_a_reason_and_takes_it_back_for_another(window_at, qtbot):
    window = window_at(Stage.TO_SIGN)
    step = window.go("course", COURSE, "techniques", focus="S1")
    key(qtbot, step.picker.taken, Qt.Key.Key_Delete)
    answer(qtbot, FormDialog, WHY)
    assert stands(window) == shown(step) == ["W1", "H1"]
    step.picker.take_in_hand("S1")
    step.picker.offered.setFocus()
    key(qtbot, step.picker.offered, Qt.Key.Key_Return)
    answer(qtbot, ReasonDialog, "A grab last night")
    assert stands(window) == shown(step) == ["W1", "H1", "S1"]


def test_R43_R7_a_newer_revision_is_offered_and_taken_on_before_the_set_is_agreed_and_after(window_at, qtbot):
    window = window_at(Stage.AUTHORISED)
    window.desk.do(enter_course, planned())
    step = window.go("course", COURSE, "techniques")
    assert not step.newer.isVisible()
    for agreed in (False, True):
        later = revised(window)
        assert step.newer.isVisible()
        assert course(window).tna != later
        if not agreed:
            press(qtbot, step.agree)
            assert "replaced by a newer revision" in window.said
        press(qtbot, step.take_newer)
        assert course(window).tna == later
        assert not step.newer.isVisible()
        if not agreed:
            press(qtbot, step.agree)
            assert course(window).set_agreed_at is not None


def revised(window: AWindow, *changes: Any) -> Any:
    """The next revision, signed on the window's day."""
    later = signed_anew(window, *changes)
    settle()
    return later


def test_R40_a_newer_revision_without_a_need_is_told_and_not_offered(window_at):
    window = window_at(Stage.AGREED)
    step = window.go("course", COURSE, "techniques")
    revised(
        window,
        lambda a, tna: a.desk.do(leave_out, tna, dict.fromkeys(("W1", "H1", "S1"), "No hold continues")),
        lambda a, tna: a.desk.do(answer_need, tna, False, "No hold continues."),
    )
    assert step.newer.isVisible()
    assert "no physical skills are needed" in step.newer.accessibleName()
    assert not step.take_newer.isVisible()
    assert course(window).tna == TNA


def test_R30_a_closed_course_shows_its_set_and_changes_nothing(window_at, qtbot):
    window = window_at(Stage.CLOSED)
    step = window.go("course", COURSE, "techniques")
    assert shown(step) == ["W1", "H1", "S1"]
    key(qtbot, step.picker.taken, Qt.Key.Key_Delete)
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, FormDialog) and each.isVisible()]
    assert not step.take_whole.isVisible()
