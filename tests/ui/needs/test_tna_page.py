"""A TNA made in the window: from the incident log to the signature, by keys or by mouse; a "no" is a result like any other."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from shiboken6 import isValid

from calm_instructor.domain.needs import Manner, NeedsAnalysis, Severity, Tna, TnaState
from calm_instructor.exchange.reading.example import example_incidents
from calm_instructor.operations.analysing import analysis_of
from calm_instructor.operations.authorising import authorise
from calm_instructor.store.database import open_store
from calm_instructor.ui.parts.dialogs import FormDialog, ReasonDialog
from calm_instructor.ui.theme.tokens import Palette
from tests.domain.people_and_things import SIGNED_IN_OCTOBER, at
from tests.operations.a_course import AUTHORISED_ON, TNA, Stage
from tests.ui.a_window import AWindow, settle

pytestmark = pytest.mark.check


def analysis(window: AWindow, tna=None) -> NeedsAnalysis:
    """What is on record of the only TNA, or of this one."""
    with window.desk.store.reading() as view:
        found = tna or view.all(Tna)[-1].id
        return analysis_of(view, found)


def press(qtbot, which: QWidget) -> None:
    qtbot.mouseClick(which, Qt.MouseButton.LeftButton)
    settle()


def key_press(qtbot, which: QWidget) -> None:
    which.setFocus()
    qtbot.keyClick(which, Qt.Key.Key_Return)
    settle()


def write(qtbot, which: QWidget, text: str) -> None:
    """Type into a field and leave it by Tab."""
    which.setFocus()
    qtbot.keyClicks(which, text)
    qtbot.keyClick(which, Qt.Key.Key_Tab)
    settle()


def choice(segmented, value) -> QPushButton:
    return next(
        segmented.button_of(number)
        for number in range(9)
        if segmented.button_of(number) is not None and segmented._values[number] == value
    )


def answer_dialog(qtbot, kind: type, text: str) -> None:
    dialog: Any
    (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
    for field in dialog._fields.values():
        field.editor.setFocus()
        qtbot.keyClicks(field.editor, text)
    key_press(qtbot, dialog.go_on)


def sign_with_mouse(qtbot, pad: QWidget) -> None:
    """A stroke across the box."""
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(30, 40))
    for x in range(40, 160, 10):
        qtbot.mouseMove(pad, QPoint(x, 30 + x % 20))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(160, 40))
    settle()


def add(qtbot, picker, code: str, *, by_keys: bool) -> None:
    """Put a technique of the catalogue into the set."""
    picker.offered.take_in_hand(lambda row: getattr(row, "code", "") == code)
    if by_keys:
        picker.offered.setFocus()
        qtbot.keyClick(picker.offered, Qt.Key.Key_Return)
    else:
        row = picker.offered.visualRect(picker.offered.currentIndex())
        qtbot.mouseClick(
            picker.offered.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.right() - 18, row.center().y())
        )
    settle()


def begin(qtbot, window: AWindow, do) -> Any:
    """A new TNA from the list."""
    page = window.go("needs")
    do(qtbot, page.new)
    write(qtbot, page.service.editor, "Ashgrove House")
    do(qtbot, page.begin)
    settle(window.window)
    return window.window.page


def take_counts(qtbot, window: AWindow, page, do) -> None:
    window.files.next = example_incidents()
    page = window.go("tna", page._tna, "audit")
    question = page.questions["audit"]
    do(qtbot, question.take_from_file)
    settle(window.window)
    assert question.log.is_open
    assert not analysis(window).tna.audit.counts
    do(qtbot, question.log.confirm)
    settle(window.window)
    do(qtbot, question.log.take)


@pytest.mark.parametrize("do", [press, key_press], ids=["by mouse", "by keys"])
def test_a_whole_tna_from_the_log_to_the_signature(example_at, qtbot, do, tmp_path):
    window = example_at("prepared")
    page = begin(qtbot, window, do)
    write(qtbot, page.questions["service"].setting.editor, "Care home, 38 places")
    take_counts(qtbot, window, page, do)
    assert sum(each.count for each in analysis(window).tna.audit.counts) > 100

    page = window.go("tna", page._tna, "factors")
    write(qtbot, page.questions["factors"].factors.editor, "Frail skin")
    page = window.go("tna", page._tna, "risks")
    risks = page.questions["risks"]
    do(qtbot, risks.carry_all)
    assert [risk.number for risk in analysis(window).risks] == list(range(1, len(analysis(window).risks) + 1))
    page = window.go("tna", page._tna, "prevention")
    do(qtbot, page.questions["prevention"].propose)
    page = window.go("tna", page._tna, "techniques")
    techniques = page.questions["techniques"]
    picker = techniques.picker
    while wanted := [each for each in picker.offered.rows.rows if getattr(each, "wanted", False)]:
        if len(analysis(window).chosen) == 8:
            break
        add(qtbot, picker, wanted[0].code, by_keys=do is key_press)
        techniques.open_reasons(wanted[0].code)
        if techniques.editor.propose.isVisible():
            do(qtbot, techniques.editor.propose)
        do(qtbot, techniques.editor.back)
    do(qtbot, techniques.leave_rest)
    page = window.go("tna", page._tna, "need")
    do(qtbot, choice(page.questions["need"].answer, True))
    do(qtbot, page.questions["need"].propose)

    page = window.go("tna", page._tna, "authorise")
    question = page.questions["authorise"].form
    assert [each.sentence for each in page._walk.asked if each.blocks and each.code != "R3.not_confirmed"] == []
    write(qtbot, question.name.editor, "Marian Grant")
    write(qtbot, question.role.editor, "Registered Manager")
    do(qtbot, page.sign)
    assert analysis(window).tna.state is TnaState.DRAFT
    assert "confirmed" in window.said
    if do is press:
        press(qtbot, question.confirm)
    else:
        question.confirm.setFocus()
        qtbot.keyClick(question.confirm, Qt.Key.Key_Space)
    do(qtbot, page.sign)
    assert analysis(window).tna.state is TnaState.DRAFT
    assert "signs in the box, or types the name" in window.said
    if do is press:
        sign_with_mouse(qtbot, question.signs.pad)
    else:
        assert question.signs.typed.hasFocus()
        qtbot.keyClicks(question.signs.typed, "Marian Grant")
    do(qtbot, page.sign)
    if analysis(window).tna.state is TnaState.DRAFT:
        answer_dialog(qtbot, ReasonDialog, "Looked at with the manager")
    made = analysis(window)
    assert made.tna.state is TnaState.AUTHORISED
    assert (made.tna.authorisation.name, made.tna.authorisation.manner) == ("Marian Grant", Manner.SCREEN)
    assert not any(each.proposed for each in made.chosen)
    assert len(made.chosen) + len(made.left_out) == 31

    window.files.next = tmp_path / "summary.pdf"
    do(qtbot, page.print)
    settle(window.window)
    assert (tmp_path / "summary.pdf").read_bytes().startswith(b"%PDF")


def test_R40_no_need_is_authorised_like_any_other(example_at, qtbot):
    window = example_at("prepared")
    page = begin(qtbot, window, press)
    page = window.go("tna", page._tna, "need")
    press(qtbot, choice(page.questions["need"].answer, False))
    press(qtbot, page.questions["need"].propose)
    page = window.go("tna", page._tna, "techniques")
    assert page.questions["techniques"]._no_need.isVisible()
    page = window.go("tna", page._tna, "authorise")
    asked, question = page.questions["authorise"], page.questions["authorise"].form
    write(qtbot, question.name.editor, "Marian Grant")
    write(qtbot, question.role.editor, "Registered Manager")
    press(qtbot, choice(question.manner, Manner.INK))
    press(qtbot, page.sign)
    assert analysis(window).tna.state is TnaState.DRAFT
    write(qtbot, question.held_at.editor, "Office, locked cabinet")
    write(qtbot, question.seen_by.editor, "Elen Prydderch-Hughes")
    press(qtbot, page.sign)
    answer_dialog(qtbot, ReasonDialog, "Nothing was counted in this service")
    tna = analysis(window).tna
    assert (tna.state, tna.need, tna.authorisation.held_at) == (TnaState.AUTHORISED, False, "Office, locked cabinet")
    assert "Nothing was counted in this service" in " ".join(each.text() for each in asked.findChildren(QLabel))


def test_everything_typed_is_kept_when_it_is_left_and_put_back_by_name(window_at, qtbot):
    window = window_at(Stage.DRAFTED)
    page = window.go("tna", TNA)
    write(qtbot, page.questions["service"].setting.editor, "38 places")
    assert analysis(window).tna.setting == "38 places"
    window.desk.undo()
    settle()
    assert analysis(window).tna.setting == ""
    assert page.questions["service"].setting.editor.text() == ""


def test_a_day_that_is_none_is_said_and_not_kept(window_at, qtbot):
    window = window_at(Stage.DRAFTED)
    page = window.go("tna", TNA)
    day = page.questions["service"].drawn_up
    before = analysis(window).tna.drawn_up_on
    day.editor.clear()
    write(qtbot, day.editor, "soon")
    assert "no date" in day.editor.accessibleDescription()
    assert analysis(window).tna.drawn_up_on == before


def test_R43_what_is_authorised_is_only_read_and_revised(window_at, qtbot):
    window = window_at(Stage.AUTHORISED)
    page = window.go("tna", TNA)
    assert page.banner.isVisible()
    assert page.questions["service"].service.editor.isReadOnly()
    page = window.go("tna", TNA, "risks")
    assert not page.questions["risks"].end.isVisible()
    press(qtbot, page.revise)
    draft = analysis(window)
    assert (draft.tna.state, draft.tna.revision_no) == (TnaState.DRAFT, 3)
    assert window.window.page._tna == draft.tna.id
    page = window.go("tna", TNA)
    assert "revision 3" in page.revise.text()
    press(qtbot, page.revise)
    assert window.window.page._tna == draft.tna.id


def test_R38_a_risk_is_ended_with_a_reason_and_current_again(window_at, qtbot):
    window = window_at(Stage.DRAFTED)
    page = window.go("tna", TNA, "risks")
    question = page.questions["risks"]
    press(qtbot, question.end)
    answer_dialog(qtbot, FormDialog, "The person has moved")
    risk = analysis(window).risks[0]
    assert (risk.current, risk.ended_reason) == (False, "The person has moved")
    press(qtbot, question.again)
    assert analysis(window).risks[0].current


def test_R6_a_hold_is_left_out_with_a_reason(window_at, qtbot):
    window = window_at(Stage.DRAFTED)
    question = window.go("tna", TNA, "risks").questions["risks"]
    press(qtbot, choice(question.standing, False))
    answer_dialog(qtbot, FormDialog, "Twice, at the dentist's")
    assert [(each.hold, each.reason) for each in analysis(window).tna.not_carried] == [
        ("wrist", "Twice, at the dentist's")
    ]
    question.table.take_in_hand(lambda row: row.hold == "wrist")
    press(qtbot, choice(question.standing, True))
    assert not analysis(window).tna.not_carried


def test_a_risk_is_described_and_a_hold_added(window_at, qtbot):
    window = window_at(Stage.DRAFTED)
    question = window.go("tna", TNA, "risks").questions["risks"]
    write(qtbot, question.situation, "At the door")
    press(qtbot, choice(question.severity, Severity.HIGH))
    risk = analysis(window).risks[0]
    assert (risk.situation, risk.severity) == ("At the door", Severity.HIGH)
    question.add.chosen.emit("bite_arm")
    settle()
    assert analysis(window).risks[-1].hold == "bite_arm"
    assert question.table.current().hold == "bite_arm"


def test_R36_groups_are_said_piece_by_piece(window_at, qtbot):
    window = window_at(Stage.DRAFTED)
    question = window.go("tna", TNA, "groups").questions["groups"]
    question.people.editor.clear()
    write(qtbot, question.people.editor, "31")
    assert analysis(window).tna.staff_groups[0].people == 31
    question.people.editor.selectAll()
    write(qtbot, question.people.editor, "many")
    assert analysis(window).tna.staff_groups[0].people == 31
    assert question.people.editor.accessibleDescription()
    press(qtbot, question.add)
    assert len(analysis(window).tna.staff_groups) == 3
    assert question.name.editor.hasFocus()
    press(qtbot, question.take_off)
    assert len(analysis(window).tna.staff_groups) == 2


def test_what_is_asked_leads_to_its_question(window_at, qtbot):
    window = window_at(Stage.DRAFTED)
    page = window.go("tna", TNA, "need")
    press(qtbot, choice(page.questions["need"].answer, False))
    page = window.go("tna", TNA, "authorise")
    lines = [each for each in page.findChildren(QPushButton) if each.accessibleName().startswith("Go there")]
    press(qtbot, lines[0])
    assert window.window.page.question == "need"
    press(qtbot, window.window.page.questions["need"].leave_them)
    assert not analysis(window).chosen


def test_next_and_back_lead_through_the_questions(window_at, qtbot):
    window = window_at(Stage.DRAFTED)
    page = window.go("tna", TNA)
    for name in ("audit", "factors", "groups", "risks", "prevention", "need", "techniques", "authorise"):
        press(qtbot, page.next)
        assert page.question == name
    assert page.sign.isVisible()
    press(qtbot, page.back)
    assert page.question == "techniques"
    press(qtbot, page.progress.buttons["service"])
    assert page.question == "service"


def test_taking_back_the_beginning_leads_to_the_list(example_at, qtbot):
    window = example_at("prepared")
    begin(qtbot, window, press)
    window.desk.undo()
    settle()
    assert window.window.page is window.window._pages["needs"]


def test_what_is_being_typed_is_kept_when_the_window_closes(window_at, qtbot, tmp_path):
    window = window_at(Stage.DRAFTED)
    page = window.go("tna", TNA)
    editor = page.questions["service"].setting.editor
    editor.setFocus()
    qtbot.keyClicks(editor, "38 places")
    window.window.close()
    settle()
    with open_store(window.folder) as store, store.reading() as view:
        assert view.get(Tna, TNA).setting == "38 places"


def test_what_a_question_still_owes_stands_beneath_it(window_at, qtbot):
    window = window_at(Stage.DRAFTED)
    page = window.go("tna", TNA, "groups")
    assert not page.owed.isVisible()
    question = page.questions["groups"]
    question.exposure.editor.setFocus()
    question.exposure.editor.selectAll()
    qtbot.keyClick(question.exposure.editor, Qt.Key.Key_Delete)
    qtbot.keyClick(question.exposure.editor, Qt.Key.Key_Tab)
    settle()
    assert page.owed.isVisible()
    assert "exposure of this staff group is missing" in page.owed.accessibleName()


def test_a_log_that_was_read_for_another_tna_is_let_go(example_at, qtbot):
    window = example_at("drafted")
    first = analysis(window).tna.id
    page = begin(qtbot, window, press)
    second = page._tna
    question = window.go("tna", second, "audit").questions["audit"]
    window.files.next = example_incidents()
    question.take_from_file.click()
    page = window.go("tna", first, "audit")
    settle(window.window)
    assert not page.questions["audit"].log.is_open
    assert not page.refusal.isVisible()


def test_R10_rows_to_be_mended_are_named_and_nobody_of_them(window_at, qtbot, tmp_path):
    window = window_at(Stage.DRAFTED)
    question = window.go("tna", TNA, "audit").questions["audit"]
    path: Path = tmp_path / "log.csv"
    path.write_text(
        "Date,Person,Category\n2026-09-03,QXZJ,Wrist grab\nsoon,QXZJ,Wrist grab\n2026-09-05,QXZJ,Zebrafish\n",
        encoding="utf-8",
    )
    window.files.next = path
    press(qtbot, question.take_from_file)
    settle(window.window)
    told = " ".join(each.text() for each in question.log.findChildren(QLabel))
    assert "1 row wants mending." in told
    assert "Row 3" in told
    assert "QXZJ" not in told
    press(qtbot, question.log.confirm)
    settle(window.window)
    press(qtbot, question.log.wordings.leave)
    press(qtbot, question.log.take)
    audit = analysis(window).tna.audit
    assert (audit.source, sum(each.count for each in audit.counts)) == ("log.csv", 1)


def looked_at(window: AWindow, path: Path) -> Any:
    question = window.go("tna", TNA, "audit").questions["audit"]
    path.write_text("Date,Category\n2026-09-03,Wrist grab\n", encoding="utf-8")
    window.files.next = path
    question.take_from_file.click()
    settle(window.window)
    question.log.confirm.click()
    settle(window.window)
    assert question.log.is_open
    return question


def test_counts_that_are_refused_are_not_said_to_be_taken(window_at, qtbot, tmp_path):
    window = window_at(Stage.DRAFTED)
    question = looked_at(window, tmp_path / "log.csv")
    before = analysis(window).tna.audit
    question.desk.blockSignals(True)
    window.clock.now = at("10:00", AUTHORISED_ON)
    window.desk.do(authorise, TNA, SIGNED_IN_OCTOBER)
    question.desk.blockSignals(False)
    press(qtbot, question.log.take)
    assert analysis(window).tna.audit == before
    assert "taken" not in window.said
    assert question.page.refusal.isVisible()
    assert question.log.is_open


def test_what_the_counts_are_compared_with_stays_as_it_was_written_meanwhile(window_at, qtbot, tmp_path):
    window = window_at(Stage.DRAFTED)
    question = looked_at(window, tmp_path / "log.csv")
    editor = question.compared.editor
    editor.selectAll()
    write(qtbot, editor, "The autumn of 2024")
    press(qtbot, question.log.take)
    audit = analysis(window).tna.audit
    assert (audit.source, audit.compared_with) == ("log.csv", "The autumn of 2024")


@pytest.mark.parametrize("question", ["service", "prevention", "techniques"])
def test_after_the_last_field_of_a_question_tab_goes_to_the_acts_of_the_page_and_back(window_at, qtbot, question):
    page = window_at(Stage.DRAFTED).go("tna", TNA, question)
    acts = [each for each in (page.print, page.back, page.next) if each.isVisible()]
    asked = page.questions[question]
    walked = [QApplication.focusWidget()]
    while walked[-1] is not acts[-1]:
        assert len(walked) < 40
        qtbot.keyClick(walked[-1], Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert walked[-len(acts) :] == acts
    assert all(asked.isAncestorOf(each) for each in walked[: -len(acts)])
    acts[0].setFocus()
    qtbot.keyClick(acts[0], Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is walked[-len(acts) - 1]
    acts[-1].setFocus()
    qtbot.keyClick(acts[-1], Qt.Key.Key_Tab)  # and on, out of the page
    assert not page.isAncestorOf(QApplication.focusWidget())


def test_the_summary_says_who_must_be_at_work_first(window_at, qtbot):
    window = window_at(Stage.AUTHORISED)
    page = window.go("tna", TNA)
    window.desk.marking_as = None
    press(qtbot, page.print)
    assert page.refusal.isVisible()
    assert "Enter your profile" in page.refusal.accessibleName()
    assert not window.files.asked


@pytest.mark.parametrize("is_readable", [True, False])
def test_a_log_that_was_read_for_a_page_of_another_palette_is_let_go(
    window_at, qtbot, tmp_path, appearance, is_readable
):
    window = window_at(Stage.DRAFTED)
    question = window.go("tna", TNA, "audit").questions["audit"]
    window.files.next = example_incidents() if is_readable else tmp_path / "none.csv"
    question.take_from_file.click()
    assert window.window.jobs.busy
    try:
        appearance.choose(Palette.DARK)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not isValid(question)
        settle(window.window)
    finally:
        appearance.choose(Palette.LIGHT)
        settle()
