"""The audit typed in the window: by keys, month by month; wrong input is said no to; what has ended is kept or ended (R6, R9, R38)."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from calm_instructor.domain.course import Override
from calm_instructor.domain.needs import NeedsAnalysis, Tna
from calm_instructor.messages.showing import day
from calm_instructor.operations.analysing import analysis_of
from calm_instructor.operations.describing import describe
from calm_instructor.operations.revising import revise
from calm_instructor.ui.needs.counts_model import RISK, trend_in_words
from calm_instructor.ui.parts.dialogs import FormDialog
from tests.domain.people_and_things import audit
from tests.operations.a_course import TNA, Stage
from tests.ui.a_window import AWindow, settle
from tests.ui.needs import audit_looks

pytestmark = pytest.mark.check

Key = Qt.Key


def analysis(window: AWindow, tna=None) -> NeedsAnalysis:
    """What is on record, read from the disk."""
    with window.desk.store.reading() as view:
        return analysis_of(view, tna or view.all(Tna)[-1].id)


def counts(window: AWindow, tna=None) -> dict[tuple[str, int], int]:
    """The counts on record of the latest twelve months, by hold and month."""
    return {
        (each.hold, each.month.month): each.count
        for each in analysis(window, tna).tna.audit.counts
        if each.month >= date(2025, 11, 1)
    }


def opened(window: AWindow, tna=None) -> Any:
    """The question of the audit, the grid in hand."""
    page = window.go("tna", tna or analysis(window).tna.id, "audit")
    question = page.questions["audit"]
    question.counts.table.setFocus()
    return question


def keys(*pressed: Any, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys where the keyboard is; a text is typed letter by letter."""
    for each in pressed:
        for letter in each if isinstance(each, str) else (each,):
            where = QApplication.focusWidget()
            assert where is not None
            pressed_key: Any = letter
            QTest.keyClick(where, pressed_key, modifier)
            settle()


def cell(question: Any) -> tuple[str, str]:
    """The hold and what a reader hears of the cell in hand."""
    index = question.counts.table.currentIndex()
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    return question.counts.table.current().hold, heard


def answered(window: AWindow, text: str) -> None:
    """Type a reason into the dialog that is open and go on, by keys."""
    (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, FormDialog) and each.isVisible()]
    (field,) = dialog._fields.values()
    field.editor.setFocus()
    keys(Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    keys(text)
    dialog.go_on.setFocus()
    keys(Key.Key_Return)
    window.window.activateWindow()
    settle()


# ── typing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_R38_a_number_typed_replaces_and_enter_goes_on(example_at):
    window = example_at("drafted")
    question = opened(window)
    question.counts.table.put_in_hand("hair_front_one", -2)
    keys("2", Key.Key_Return, "1", Key.Key_Return)
    found = counts(window)
    assert (found["hair_front_one", 9], found["hair_front_one", 10]) == (2, 1)
    assert cell(question)[0] == "bite_arm"  # past the end of the row, to the next hold
    assert "Undo: risk 6, Oct 2026 set to 1" in window.window.status._undo.text()


def test_R38_tab_goes_on_and_shift_tab_back_and_each_number_is_kept_as_it_is_left(example_at):
    window = example_at("drafted")
    question = opened(window)
    question.counts.table.put_in_hand("wrist_one_same", 0)
    keys("4", Key.Key_Tab)
    assert counts(window)["wrist_one_same", 11] == 4
    keys("5", Key.Key_Tab, "6")
    assert counts(window)["wrist_one_same", 12] == 5
    keys(Key.Key_Backtab)
    assert counts(window)["wrist_one_same", 1] == 6
    assert cell(question)[1] == "One wrist held, same side, Dec 2025: 5"
    assert sum(each.incidents for each in analysis(window).risks if each.number == 1) == 46 + 2 + 4 + 4


def test_tab_leaves_the_grid_where_nothing_is_being_typed(example_at):
    window = example_at("drafted")
    question = opened(window)
    keys(Key.Key_Tab)
    assert QApplication.focusWidget() is not question.counts.table


def test_arrows_move_through_all_of_the_row_and_delete_sets_zero(example_at):
    window = example_at("drafted")
    question = opened(window)
    question.counts.table.put_in_hand("wrist_one_same", -1)
    keys(Key.Key_Left, Key.Key_Down, Key.Key_Delete)
    assert cell(question)[0] == "clothing_sleeve"
    assert counts(window)["clothing_sleeve", 9] == 0
    keys(Key.Key_Right, Key.Key_Right)
    assert cell(question)[1] == "Sleeve or lower arm of clothing held, 12 mth: 10"
    keys(Key.Key_Right, Key.Key_Right)
    heard = "10 in 12 months; level: 6 in the first half, 4 in the second"
    assert cell(question)[1].endswith(heard)


def test_escape_keeps_the_number_from_before(example_at):
    window = example_at("drafted")
    question = opened(window)
    question.counts.table.put_in_hand("wrist_one_same", -1)
    before = counts(window)
    keys("7")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    keys(Key.Key_Escape)
    assert counts(window) == before
    assert QApplication.focusWidget() is question.counts.table


def test_a_number_being_typed_is_kept_where_the_keyboard_goes_elsewhere(example_at):
    window = example_at("drafted")
    question = opened(window)
    question.counts.table.put_in_hand("wrist_one_same", -1)
    keys("7")
    question.ref.editor.setFocus()
    settle()
    assert counts(window)["wrist_one_same", 10] == 7


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("-1", "One wrist held, same side can’t be counted as “-1”."),
        ("2.5", "can’t be counted as “2.5”."),
        ("two", "can’t be counted as “two”."),
        ("100000", "One wrist held, same side: 100000 in one month is above 999"),
    ],
)
def test_R38_what_is_no_count_is_said_no_to_in_a_sentence_and_the_old_number_stays(example_at, typed, said):
    window = example_at("drafted")
    question = opened(window)
    question.counts.table.put_in_hand("wrist_one_same", -1)
    before = counts(window)
    keys(typed, Key.Key_Return)
    assert said in window.window.page.refusal.accessibleName()
    assert window.window.page.refusal.isVisible()
    assert counts(window) == before
    keys(Key.Key_Up, Key.Key_Left)
    question.counts.table.put_in_hand("wrist_one_same", -1)
    assert cell(question)[1] == "One wrist held, same side, Oct 2026: 1"
    keys("3", Key.Key_Return)
    assert not window.window.page.refusal.isVisible()
    assert counts(window)["wrist_one_same", 10] == 3


def test_R38_undo_puts_the_number_back_where_one_stands(example_at):
    window = example_at("drafted")
    question = opened(window)
    question.counts.table.put_in_hand("wrist_one_same", -1)
    keys("8", Key.Key_Return)
    keys(Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert counts(window)["wrist_one_same", 10] == 1


def test_R9_earlier_months_are_shown_and_typed_into(example_at):
    window = example_at("drafted")
    question = opened(window)
    question.counts.months.button_of(0).setFocus()
    keys(Key.Key_Space)
    assert question.counts.table.counts.shown.months[0] == date(2024, 10, 1)
    question.counts.table.setFocus()
    question.counts.table.put_in_hand("hand_finger", 1)
    keys("3", Key.Key_Return)
    (entry,) = [
        each
        for each in analysis(window).tna.audit.counts
        if (each.hold, each.month) == ("hand_finger", date(2024, 11, 1))
    ]
    assert entry.count == 3
    assert cell(question)[1].startswith("Hand or fingers gripped, Dec 2024")


# ── rows ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_R6_a_hold_is_added_from_the_list_counted_and_taken_off_while_it_is_zero(example_at):
    window = example_at("drafted")
    question = opened(window)
    panel = question.counts
    assert not any(hold == "wrist_one_same" for hold in panel.add._values)  # a hold is not offered twice
    panel.add.setFocus()
    keys(Key.Key_Space)
    keys("Leg or", Key.Key_Return)
    assert cell(question) == ("leg", "Leg or ankle held, Oct 2026: 0")
    assert panel.take_off.isVisible()
    keys("2", Key.Key_Return)
    panel.table.put_in_hand("leg")
    settle()
    assert not panel.take_off.isVisible()
    keys(Key.Key_Delete)
    panel.take_off.setFocus()
    keys(Key.Key_Return)
    assert [row.hold for row in panel.table.counts.shown.view.rows].count("leg") == 0
    assert QApplication.focusWidget() is panel.table


def test_the_first_hold_is_added_and_counted_where_nothing_was(example_at):
    window = example_at("drafted")
    audit_looks.nothing_counted(window, window.window.page)
    question = window.window.page.questions["audit"]
    assert question.counts.none.isVisible()
    question.counts.add.setFocus()
    keys(Key.Key_Space)
    keys("Both", Key.Key_Return)
    assert not question.counts.none.isVisible()
    keys("3", Key.Key_Return)
    new = analysis(window, question.walk.tna.id).tna
    assert new.audit.total("wrists_both") == 3
    assert (new.audit.from_day, new.audit.to_day) == (date(2026, 10, 1), window.clock.now.date())


def test_R9_without_a_time_no_month_is_a_zero_until_it_is_counted(window_at):
    window = window_at(Stage.DRAFTED)
    window.desk.do(describe, TNA, {"audit": audit({}, from_day=None, to_day=None)})
    question = opened(window, TNA)
    rows = question.counts.table.counts.shown.view.rows
    assert [row.hold for row in rows] == ["wrist", "hair", "sleeve"]
    assert all(each is None for row in rows for each in row.counts[0])
    question.counts.table.put_in_hand("wrist", 0)
    keys("1", Key.Key_Return)
    assert analysis(window, TNA).tna.audit.from_day == question.counts.table.counts.shown.months[0]


def test_R9_a_time_that_can_not_be_is_refused_and_the_day_from_before_comes_back(example_at):
    window = example_at("drafted")
    question = opened(window)
    before = question.to_day.editor.text()
    question.to_day.editor.setFocus()
    question.to_day.editor.selectAll()
    keys("1 Jan 2030", Key.Key_Tab)
    assert "still to come" in window.window.page.refusal.accessibleName()
    assert question.to_day.editor.text() == before


def test_R43_what_was_signed_is_read_and_not_typed_into(example_at):
    window = example_at("ready")
    question = opened(window)
    before = analysis(window).tna
    question.counts.table.put_in_hand("wrist_one_same", -1)
    keys("9", Key.Key_Delete, Key.Key_Return)
    assert analysis(window).tna == before
    assert not question.counts.add.isVisible()
    assert question.counts.months.isEnabled()


# ── R38: before, and ended ──────────────────────────────────────────────────────────────────────────────────────────


def test_R38_a_revision_stands_beside_the_audit_it_replaces(example_at):
    window = example_at("ready")
    window.clock.now += timedelta(days=365)
    draft = window.desk.do(revise, analysis(window).tna.id)
    question = opened(window, draft.id)
    assert "Nothing is counted yet that the last audit, to 20 Oct 2026, had not counted." in question.counts.told.text()
    audit_looks.count_next_year(window, draft.id)
    settle()
    told = question.counts.told.text()
    assert "59 in all; now 51." in told
    assert "New since: Leg or ankle held." in told
    assert "Gone since: Bite on hand or forearm." in told
    model = question.counts.table.counts
    heard = [model.index(row, model.then).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert heard[0] == "One wrist held, same side, Last audit: 18, 7 fewer"
    assert heard[1].endswith("11, 3 more")
    assert heard[-1] == "Leg or ankle held, Last audit: 0, new"


def test_R38_a_row_that_has_ended_says_when_in_words(example_at):
    window = example_at("drafted")
    model = opened(window).counts.table.counts
    heard = {
        row.hold: model.index(place, RISK).data(Qt.ItemDataRole.AccessibleTextRole)
        for place, row in enumerate(model.shown.view.rows)
    }
    ended = {risk.hold: risk.ended_on for risk in analysis(window).risks if risk.ended_on is not None}
    assert ended
    assert all(heard[hold].endswith(f"ended {day(on)}") for hold, on in ended.items())
    assert not any("ended" in said for hold, said in heard.items() if hold not in ended)


def test_R9_an_empty_audit_has_one_act_to_begin_with(example_at):
    window = example_at("drafted")
    page: Any = window.go("tna", analysis(window).tna.id, "audit")
    assert (page.questions["audit"].take_from_file.property("kind"), page.next.property("kind")) == (
        "secondary",
        "primary",
    )
    audit_looks.nothing_counted(window, page)
    settle()
    assert (page.questions["audit"].take_from_file.property("kind"), page.next.property("kind")) == (
        "primary",
        "secondary",
    )


def test_R38_a_risk_proposed_as_ended_is_kept_with_a_reason_by_keys(example_at):
    window = example_at("drafted")
    question = opened(window)
    audit_looks.proposed(window, window.window.page)
    banner = question.counts.ended
    assert banner.isVisible()
    assert "no incident since Mar 2026" in banner.accessibleName()
    assert "GEN-T1 rests only on risk 7" in banner.accessibleName()
    banner.keep.setFocus()
    keys(Key.Key_Return)
    answered(window, "The person comes back in spring")
    assert not banner.isVisible()
    assert question.window().focusWidget() is question.counts.table
    with window.desk.store.reading() as view:
        (kept,) = view.all(Override, code="R38.proposed_ended")
    assert kept.reason == "The person comes back in spring"
    question.counts.table.put_in_hand("wrist_one_same", -1)
    window.clock.now += timedelta(days=2)
    keys("2", Key.Key_Return)
    assert banner.isVisible()  # newer counts propose anew


def test_R38_a_risk_proposed_as_ended_is_ended_by_keys(example_at):
    window = example_at("drafted")
    question = opened(window)
    audit_looks.proposed(window, window.window.page)
    question.counts.ended.end.setFocus()
    keys(Key.Key_Return)
    answered(window, "Nobody bites any more")
    (bite,) = [risk for risk in analysis(window).risks if risk.hold == "bite_arm"]
    assert (bite.current, bite.ended_reason) == (False, "Nobody bites any more")
    assert not question.counts.ended.isVisible()


def test_R38_the_risk_itself_offers_the_same_two_acts(example_at):
    window = example_at("drafted")
    page = window.go("tna", analysis(window).tna.id, "risks")
    audit_looks.proposed_risk(window, page)
    risks = page.questions["risks"]
    assert risks.keep_current.isVisible()
    risks.keep_current.setFocus()
    keys(Key.Key_Return)
    answered(window, "Comes back")
    assert not risks.keep_current.isVisible()
    assert risks.end.isVisible()
    assert "Kept as current: Comes back" in risks.ended.accessibleName()


def test_R6_carry_all_is_one_step_to_be_put_back(window_at):
    window = window_at(Stage.DRAFTED)
    window.desk.do(describe, TNA, {"audit": audit({"wrist": 2, "leg": 3, "floor": 1, "bite_arm": 4})})
    page = window.go("tna", TNA, "risks")
    page.questions["risks"].carry_all.setFocus()
    keys(Key.Key_Return)
    assert [risk.hold for risk in analysis(window, TNA).risks][3:] == ["bite_arm", "leg", "floor"]
    assert not page.questions["risks"].carry_all.isVisible()
    keys(Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert len(analysis(window, TNA).risks) == 3


# ── heard ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("monthly", "told"),
    [
        (
            (1, 2, 1, 2, 1, 2, 3, 4, 4, 4, 4, 3),
            "31 in 12 months; rising: 9 in the first half, 22 in the second",
        ),
        ((None,) * 10 + (2, 0), "2 in 2 months; level: 2 in the first half, 0 in the second"),
        ((None,) * 12, "0 in 0 months"),
        ((0,) * 12, "0 in 12 months"),
        ((None,) * 11 + (4,), "4 in 1 month"),
    ],
)
def test_R38_the_trend_is_told_in_words(monthly, told):
    assert trend_in_words(monthly) == told


def test_the_grid_is_read_cell_by_cell(example_at):
    window = example_at("drafted")
    table = opened(window).counts.table
    reader = QAccessible.queryAccessibleInterface(table)
    assert reader is not None
    wide = reader.childCount() // (8 + 1)
    heard = [reader.child(number).text(QAccessible.Text.Name) for number in range(wide, 2 * wide)]
    assert heard[wide - 17 + 2] == "One wrist held, same side, Nov 2025: 2"
    assert heard[-1].startswith("One wrist held, same side, Trend, 0 to 2 a month: 18 in 12 months")
