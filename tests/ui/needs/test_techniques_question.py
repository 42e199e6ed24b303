"""The techniques of a TNA in the window: put in and taken out, why each, why not the others, and what is said of the whole."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from calm_instructor.domain.needs import NeedsAnalysis, NoteAnswer, Selection
from calm_instructor.domain.people import Organisation
from calm_instructor.operations.analysing import analysis_of, end_risk, list_risk
from calm_instructor.operations.choosing import put_in, take_out
from calm_instructor.operations.preparing import enter_organisation
from tests.operations.a_course import TNA, Stage
from tests.ui.a_window import AWindow, settle

pytestmark = pytest.mark.check

MOVED = "The person has moved"


def analysis(window: AWindow) -> NeedsAnalysis:
    with window.desk.store.reading() as view:
        return analysis_of(view, TNA)


def codes(window: AWindow) -> list[str]:
    return [each.technique for each in analysis(window).chosen]


def selected(window: AWindow, code: str) -> Selection:
    (found,) = [each for each in analysis(window).selections if each.technique == code]
    return found


def question_of(window: AWindow):
    return window.go("tna", TNA, "techniques").questions["techniques"]


def take(rows, code: str) -> None:
    assert rows.take_in_hand(lambda row: getattr(row, "code", "") == code)


def key(qtbot, widget, which) -> None:
    widget.setFocus()
    qtbot.keyClick(widget, which)
    settle()


def press(qtbot, which) -> None:
    qtbot.mouseClick(which, Qt.MouseButton.LeftButton)
    settle()


def write(qtbot, field, text: str) -> None:
    field.setFocus()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    settle()


def line_button(question, text: str) -> QPushButton:
    (found,) = [each for each in question.picker.lines.findChildren(QPushButton) if each.text() == text]
    return found


@pytest.fixture
def drafted(window_at):
    return window_at(Stage.DRAFTED)


# ── in and out ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_R3_one_that_meets_no_current_risk_is_refused_by_name_with_the_way_on(drafted, qtbot):
    question = question_of(drafted)
    take(question.picker.offered, "A1")
    key(qtbot, question.picker.offered, Qt.Key.Key_Return)
    assert codes(drafted) == ["W1", "H1", "S1"]
    told = question.page.refusal.accessibleName()
    assert told.startswith("A1 can’t be chosen.")
    assert "current risk" in told
    assert "choose another technique" in told
    assert question.picker.offered.hasFocus()


def test_R3_one_that_is_added_has_its_risks_named_and_is_one_step_to_be_put_back(drafted, qtbot):
    question = question_of(drafted)
    take(question.picker.offered, "W9")
    key(qtbot, question.picker.offered, Qt.Key.Key_Space)
    assert codes(drafted) == ["W1", "H1", "S1", "W9"]
    assert [risk.number for risk in analysis(drafted).risks_of(selected(drafted, "W9"))] == [1]
    assert drafted.said == "W9 is in the set, place 4 of 4."
    drafted.desk.undo()
    settle()
    assert codes(drafted) == ["W1", "H1", "S1"]
    assert [row.code for row in question.picker.taken.rows.rows] == ["W1", "H1", "S1"]


def test_R6_what_is_taken_out_keeps_the_reason_that_is_so_or_none(drafted, qtbot):
    question = question_of(drafted)
    key(qtbot, question.picker.taken, Qt.Key.Key_Delete)
    assert codes(drafted) == ["H1", "S1"]
    assert selected(drafted, "W1").left_out_reason == ""
    drafted.desk.do(end_risk, analysis(drafted).risks[2].id, MOVED)
    settle()
    take(question.picker.taken, "S1")
    key(qtbot, question.picker.taken, Qt.Key.Key_Delete)
    assert selected(drafted, "S1").left_out_reason.startswith("Risk 3 has ended")


def test_the_order_of_teaching_is_changed_by_keys_and_kept(drafted, qtbot):
    question = question_of(drafted)
    question.picker.taken.setFocus()
    take(question.picker.taken, "S1")
    qtbot.keyClick(question.picker.taken, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert codes(drafted) == ["W1", "S1", "H1"]
    assert question.picker.taken.current().code == "S1"
    assert question.picker.taken.hasFocus()


@pytest.mark.parametrize("way", ["key", "drag"])
def test_R4_at_the_cap_one_more_is_refused_in_words_and_the_set_stays(drafted, qtbot, way):
    with drafted.desk.store.reading() as view:
        (here,) = view.all(Organisation)
    full = replace(here.numbers, techniques_warn_above=3, techniques_never_above=3)
    drafted.desk.do(enter_organisation, replace(here, numbers=full))
    question = question_of(drafted)
    take(question.picker.offered, "W9")
    if way == "key":
        key(qtbot, question.picker.offered, Qt.Key.Key_Return)
    else:
        question.picker.taken.dropped.emit("W9", 0)
        settle()
    assert codes(drafted) == ["W1", "H1", "S1"]
    assert "3" in question.page.refusal.accessibleName()
    assert question.page.refusal.isVisible()
    assert question.picker.counter.accessibleName() == "3 of at most 3"


# ── why each ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_R3_R45_what_is_chosen_says_why_and_answers_its_note(drafted, qtbot):
    drafted.desk.do(list_risk, TNA, "arm", "Upper arm held")
    question = question_of(drafted)
    take(question.picker.offered, "A1")
    key(qtbot, question.picker.offered, Qt.Key.Key_Return)
    key(qtbot, question.picker.taken, Qt.Key.Key_Return)
    editor = question.editor
    assert editor.isVisible()
    assert editor.tried.editor.hasFocus()
    write(qtbot, editor.tried.editor, "Distance")
    write(qtbot, editor.why.editor, "Nothing lower")
    press(qtbot, editor.answer.button_of(list(NoteAnswer).index(NoteAnswer.ALTERED)))
    write(qtbot, editor.because.editor, "Light touch")
    chosen = selected(drafted, "A1")
    assert (chosen.tried_without_touch, chosen.why_this_one) == ("Distance", "Nothing lower")
    assert (chosen.note_answer, chosen.note_answer_text) == (NoteAnswer.ALTERED, "Light touch")
    qtbot.keyClick(editor.because.editor, Qt.Key.Key_Escape)
    assert question.picker.catalogue.isVisible()
    assert question.picker.taken.hasFocus()


def test_R45_opened_from_the_set_the_focus_is_on_what_is_owed_and_in_sight(drafted, qtbot):
    drafted.desk.do(list_risk, TNA, "arm", "Upper arm held")
    drafted.desk.do(put_in, TNA, "A1")
    question = question_of(drafted)
    editor = question.editor
    question.open_reasons("A1")
    write(qtbot, editor.tried.editor, "Distance")
    write(qtbot, editor.why.editor, "Nothing lower")
    question.open_reasons("A1")
    settle()
    first = editor.answer.button_of(0)
    assert first.hasFocus()
    assert not first.visibleRegion().isEmpty()
    drafted.window.resize(1280, 640)
    settle()
    assert first.hasFocus()
    assert not first.visibleRegion().isEmpty()


def test_the_reasons_follow_the_technique_of_the_set_in_hand(drafted, qtbot):
    question = question_of(drafted)
    take(question.picker.taken, "W1")
    key(qtbot, question.picker.taken, Qt.Key.Key_Return)
    key(qtbot, question.picker.taken, Qt.Key.Key_Down)
    assert question.editor._row.technique.code == "H1"
    press(qtbot, question.editor.out)
    assert codes(drafted) == ["W1", "S1"]
    assert question.editor._row.technique.code == "S1"


def test_R3_ticking_another_risk_is_kept(drafted, qtbot):
    question = question_of(drafted)
    take(question.picker.taken, "W1")
    key(qtbot, question.picker.taken, Qt.Key.Key_Return)
    (tick,) = question.editor._ticks.values()
    tick.click()
    settle()
    assert selected(drafted, "W1").risks == ()
    assert question.picker.taken.current().owes == "owes a current risk that it is for"


def test_R39_the_line_leads_to_why_not_the_lower_way(drafted, qtbot):
    drafted.desk.do(take_out, TNA, "W1", "")
    drafted.desk.do(put_in, TNA, "W9")
    question = question_of(drafted)
    press(qtbot, line_button(question, "Say why"))
    assert question.editor._row.technique.code == "W9"
    assert question.editor.higher.isVisible()
    write(qtbot, question.editor.higher.editor, "Great strength")
    assert selected(drafted, "W9").higher_tier_reason == "Great strength"
    assert not [each for each in question.picker.lines.findChildren(QPushButton) if each.isVisible()]


# ── why not the others ──────────────────────────────────────────────────────────────────────────────────────────────


def test_R6_a_reason_is_written_beneath_the_catalogue_for_the_technique_in_hand(drafted, qtbot):
    question = question_of(drafted)
    take(question.picker.offered, "B1")
    write(qtbot, question.foot.reason, "Bites are met by distance")
    assert selected(drafted, "B1").left_out_reason == "Bites are met by distance"
    assert question.picker.offered.current().said == "left out: Bites are met by distance"
    take(question.picker.offered, "A1")
    assert question.foot.reason.text() == ""
    press(qtbot, question.foot.propose)
    assert "No incident of this hold" in selected(drafted, "A1").left_out_reason


def test_R6_the_rest_is_left_out_in_one_step_but_for_what_has_no_true_reason(drafted, qtbot):
    drafted.desk.do(take_out, TNA, "W1", "")
    question = question_of(drafted)
    press(qtbot, question.leave_rest)
    without = {each.code for each in question.picker.offered.rows.rows if not getattr(each, "reasoned", True)}
    assert without == {"W1", "W9"}
    assert not question.leave_rest.isVisible()
    assert question.picker.offered.hasFocus()
    drafted.desk.undo()
    settle()
    assert not any(each.left_out_reason for each in analysis(drafted).left_out)


# ── of the whole ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_R6_R39_cover_adds_the_lowest_way_and_takes_it_in_hand(drafted, qtbot):
    drafted.desk.do(take_out, TNA, "W1", "")
    question = question_of(drafted)
    press(qtbot, line_button(question, "Cover risk 1"))
    assert codes(drafted) == ["H1", "S1", "W1"]
    assert question.picker.taken.current().code == "W1"
    assert question.picker.taken.hasFocus()


def test_R38_what_rests_on_an_ended_risk_is_taken_out_by_its_line(drafted, qtbot):
    drafted.desk.do(end_risk, analysis(drafted).risks[2].id, MOVED)
    question = question_of(drafted)
    press(qtbot, line_button(question, "Take S1 out"))
    assert codes(drafted) == ["W1", "H1"]
    assert selected(drafted, "S1").left_out_reason.startswith("Risk 3 has ended")


def test_R6_over_teaching_is_taken_out_by_its_line(drafted, qtbot):
    drafted.desk.do(put_in, TNA, "W9")
    question = question_of(drafted)
    press(qtbot, line_button(question, "Take W9 out"))
    assert codes(drafted) == ["W1", "H1", "S1"]
    assert "answers the same risk" in selected(drafted, "W9").left_out_reason


def test_what_the_picker_says_is_not_said_beneath_it_once_more(drafted):
    drafted.desk.do(put_in, TNA, "W9")
    question = question_of(drafted)
    assert [each.code for each in question.page._walk.asked if each.question == "techniques"] != []
    assert not question.page.owed.isVisible()


def test_what_is_authorised_is_looked_through_and_not_changed(window_at, qtbot):
    window = window_at(Stage.AUTHORISED)
    question = question_of(window)
    take(question.picker.taken, "W1")
    key(qtbot, question.picker.taken, Qt.Key.Key_Delete)
    take(question.picker.offered, "W9")
    key(qtbot, question.picker.offered, Qt.Key.Key_Return)
    assert codes(window) == ["W1", "H1", "S1"]
    key(qtbot, question.picker.taken, Qt.Key.Key_Return)
    assert question.editor.isVisible()
    assert question.editor.tried.editor.isReadOnly()
    assert not question.editor.out.isVisible()
    press(qtbot, question.editor.back)
    qtbot.keyClicks(question.picker.search, "W9")
    assert [getattr(row, "code", "") for row in question.picker.offered.rows.rows] == ["", "W9"]


def test_R8_what_came_over_is_asked_of_the_technique_of_the_set_in_hand(drafted):
    question = question_of(drafted)
    take(question.picker.taken, "H1")
    here = question.carried_in_hand()
    question.hand_on([here.replace("H1", "S1")])
    assert question.picker.taken.current().code == "S1"
    assert question.carried_in_hand() == here.replace("H1", "S1")
