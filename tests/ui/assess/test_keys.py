"""Marking by keyboard alone, in a real window on a real store (R15, R17 to R19, R49, R50)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from calm_instructor.domain.assessment import Attempt, AttemptState, KnowledgeCheck, Met, Outcome
from calm_instructor.domain.attendance import Enrolment, FitnessStatus
from calm_instructor.domain.people import Person
from calm_instructor.operations.registering import declare_fitness
from calm_instructor.ui.assess.grid_model import Turn
from calm_instructor.ui.parts.dialogs import AskDialog, FormDialog, ReasonDialog
from tests.domain.people_and_things import FIRST_DAY
from tests.operations.a_course import CO, EOGHAN, SIAN, ZANETA, Stage
from tests.ui.a_window import settle
from tests.ui.assess.pictures import choose, opened, picture, press

pytestmark = pytest.mark.check


def attempts(made) -> tuple[Attempt, ...]:
    return made.desk.read(lambda view: view.all(Attempt))


def place(made, name: str) -> Enrolment:
    def look(view):
        return next(each for each in view.all(Enrolment) if view.get(Person, each.person).full_name == name)

    return made.desk.read(look)


def test_C_and_N_mark_and_Enter_repeats_down_and_over_to_the_next_column(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    press(step, "C↓⏎⏎")
    assert picture(step.model) == ["C....", "C....", "C...."]
    assert step.view.here == (0, 1)
    press(step, "N↓⏎")
    assert picture(step.model) == ["CN...", "CN...", "C...."]
    assert [each.as_a_whole for each in attempts(made)] == [True, True, True, False, False]


def test_what_is_shown_is_on_the_disk_and_the_status_line_says_what_happened(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    press(step, "C")
    (mark,) = attempts(made)
    assert mark.outcome is Outcome.COMPETENT
    assert SIAN in made.said
    assert step.model.said(0, 0).endswith(": competent, attempt 1")


def test_Enter_changes_no_mark_that_is_there(window_at):
    step = opened(window_at(Stage.RUNNING))
    press(step, "N↓C↑⏎⏎⏎")
    assert picture(step.model) == ["N....", "C....", "C...."]


def test_R18_C_on_N_is_the_next_attempt_and_C_on_C_is_nothing(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    press(step, "NC")
    assert picture(step.model)[0] == "C2...."
    press(step, "C")
    assert len(attempts(made)) == 2
    assert "already" in made.said


def test_R18_N_on_C_is_a_correction_with_a_reason(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    press(step, "CN")
    assert picture(step.model)[0] == "C...."
    (dialog,) = made.window.findChildren(FormDialog)
    dialog.field("reason").editor.setPlainText("Wrong person")
    dialog.accept()
    settle()
    assert picture(step.model)[0] == "N...."
    assert [each.state for each in attempts(made)] == [AttemptState.CORRECTED, AttemptState.VALID]
    assert attempts(made)[1].correction_reason == "Wrong person"


def test_R19_the_fourth_try_asks_why(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    press(step, "NNNN")
    (dialog,) = made.window.findChildren(ReasonDialog)
    dialog.field("R19.tries_used").editor.setPlainText("Coached for ten minutes")
    dialog.accept()
    settle()
    assert picture(step.model)[0] == "N4...."


def test_a_dash_asks_a_ready_reason(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    press(step, "-")
    choose(1)
    assert picture(step.model)[0] == "-...."
    assert attempts(made)[0].not_assessed_reason == "Resting"
    press(step, "↓⏎")
    assert attempts(made)[1].not_assessed_reason == "Resting"


def test_R18_Delete_takes_the_last_mark_back_and_it_uses_up_no_try(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    press(step, "N⌫")
    assert picture(step.model)[0] == "....."
    assert "taken back" in step.model.said(0, 0)
    press(step, "C")
    assert picture(step.model)[0] == "C...."
    assert [each.state for each in attempts(made)] == [AttemptState.TAKEN_BACK, AttemptState.VALID]
    press(step, "↓⌫")
    assert "no mark" in made.said


def test_undo_takes_back_by_name(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    press(step, "C")
    made.window.undo()
    settle()
    assert picture(step.model)[0] == "....."


def test_R15_the_key_on_somebody_who_is_not_fit_does_nothing_and_says_why(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    made.clock.now = made.clock.now.replace(minute=30)
    made.desk.do(declare_fitness, place(made, SIAN).id, FIRST_DAY, FitnessStatus.NOT_FIT)
    settle()
    press(step, "C")
    assert attempts(made) == ()
    assert made.said.startswith(SIAN)
    assert step.model.rows[0].why
    assert "Not assessable" in step.model.said(0, 0)
    press(step, "-")  # why somebody was not assessed may be said all the same
    choose(3)
    assert attempts(made)[0].not_assessed_reason == "Hurt or unwell"


def test_letters_find_a_trainee_and_mark_nobody_meanwhile(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    press(step, "zan")
    assert step.view.here[0] == 1
    assert attempts(made) == ()
    press(step, "⎋/e⏎")
    assert step.view.here[0] == 2
    press(step, "N")
    assert attempts(made)[0].enrolment == place(made, EOGHAN).id


def test_a_slash_finds_names_that_begin_with_C_or_N(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    press(step, "/n")
    assert "Nobody begins with" in made.said
    press(step, "⎋2")
    assert step.view.here[0] == 1
    assert step.model.at(*step.view.here)[0].name == ZANETA
    assert attempts(made) == ()


def test_knowledge_C_is_all_met_and_N_asks_each(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    step.view.take(0, 4)
    press(step, "C")
    assert picture(step.model)[0] == "....C"
    (check,) = made.desk.read(lambda view: view.all(KnowledgeCheck))
    assert check.is_met
    press(step, "↓N")
    for line in step.panel._shown():
        (line.unmet if line.code == "K3" else line.met).click()
    step.panel.foot.record.click()
    settle()
    assert picture(step.model)[1] == "....N"


def test_R17_each_ticked_is_told_from_confirmed_as_a_whole(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    step.show_panel()
    for line in step.panel._shown():
        line.met.click()
    step.view.setFocus()
    press(step, "C")
    (mark,) = attempts(made)
    assert not mark.as_a_whole
    assert {each.met for each in mark.criteria} == {Met.MET}


def tick(step, *unmet: str) -> None:
    step.show_panel()
    for line in step.panel._shown():
        if not unmet:
            line.met.click()
        elif line.code in unmet:
            line.unmet.click()
    step.view.setFocus()


def test_R17_what_was_ticked_in_one_technique_is_said_of_no_other(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    tick(step)
    press(step, "C→")
    step.show_panel()
    press(step, "C")
    assert [each.as_a_whole for each in attempts(made)] == [False, True]
    assert attempts(made)[1].criteria == ()
    step.view.take(1, 0)
    tick(step, "A4")
    press(step, "→")
    step.show_panel()
    assert step.panel.draft() == ()
    press(step, "N")
    assert attempts(made)[2].criteria == ()


def test_R17_a_mark_takes_what_was_ticked_along_once(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    tick(step, "A4")
    press(step, "N⌫N")
    step.show_panel()
    press(step, "⌫")
    step.show_panel()
    press(step, "N")
    assert [[each.code for each in mark.criteria] for mark in attempts(made)] == [["A4"], [], []]


def test_what_is_ticked_stays_while_the_same_cell_is_read_again(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    tick(step, "A4")
    step.refresh()
    press(step, "N")
    assert [each.code for each in attempts(made)[0].criteria] == ["A4"]


def test_Enter_repeats_no_knowledge_check_that_was_refused(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    now = made.clock.now
    step.view.take(0, 4)
    made.clock.now = now.replace(year=now.year + 1)
    press(step, "C")
    made.clock.now = now
    assert made.desk.read(lambda view: view.all(KnowledgeCheck)) == ()
    step.view.take(0, 0)
    press(step, "⏎")
    assert attempts(made) == ()
    assert made.said.startswith("Press C")


def test_R19_words_and_criteria_follow_a_not_yet(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    press(step, "N")
    step.show_panel()
    assert step.model.at(0, 0)[2].owes
    step.panel._shown()[3].unmet.click()
    settle()
    assert not step.model.at(0, 0)[2].owes
    step.panel.foot._chip_buttons[0].click()
    settle()
    (mark,) = attempts(made)
    assert [each.code for each in mark.criteria] == ["A4"]
    assert mark.feedback == "Coach and try again."
    assert step.panel.feedback.text() == "Coach and try again."


def test_R49_each_mark_bears_who_is_marking(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    step.assessor.setCurrentIndex(1)
    step.assessor.activated.emit(1)
    press(step, "C")
    assert attempts(made)[0].assessor == CO


def test_R50_filling_sets_blanks_to_not_assessed_in_one_step(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    press(step, "C")
    step.open_fill()
    (dialog,) = made.window.findChildren(AskDialog)
    assert dialog.go_on.text() == "Set 2 blanks"
    dialog.accept()
    assert attempts(made)[1:] == ()
    dialog.reason.setPlainText("Time ran out")
    dialog.accept()
    settle()
    assert picture(step.model) == ["C....", "-....", "-...."]
    made.window.undo()
    settle()
    assert picture(step.model) == ["C....", ".....", "....."]


def test_three_turns_of_the_same_data(window_at):
    step = opened(window_at(Stage.RUNNING))
    press(step, "C↓N")
    step.turns.button_of(1).click()
    settle()
    assert picture(step.model) == ["CN.", "...", "...", "...", "..."]
    assert step.model.head(0, Qt.Orientation.Horizontal).name == SIAN
    step.turns.button_of(2).click()
    settle()
    assert step.model.turn is Turn.TO_DO
    assert picture(step.model) == ["C....", "N....", "....."]


def test_a_place_puts_somebody_in_hand_at_the_first_empty_cell(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    press(step, "↓C")
    step = opened(made, focus=place(made, ZANETA).id)
    assert step.view.here == (1, 1)


def test_Space_opens_the_criteria(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    press(step, "␣")
    assert step.panel.isVisible()
    assert made.window.focusWidget() is step.panel._shown()[0].met


def test_a_held_key_marks_once(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    QTest.keyPress(step.view, Qt.Key.Key_C)
    again = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier, "n", True)
    QApplication.sendEvent(step.view, again)
    settle()
    assert picture(step.model)[0] == "C...."
