"""The Plan step by key and by mouse: minutes, places, new blocks, what is seen to before the day, and Ready."""

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, Qt

from calm_instructor.domain.course import Block, BlockKind, CourseState, Instructor, ModelPart
from calm_instructor.messages.wishes import undo_label
from calm_instructor.operations.arranging import remove_block
from calm_instructor.operations.arranging import set_minutes as _minutes
from calm_instructor.operations.planning import cancel_course as _cancel
from calm_instructor.operations.planning import reopen_course as _reopen
from calm_instructor.operations.viewing.course_head import course_head
from calm_instructor.operations.viewing.plan import PlannedDay
from calm_instructor.ui.course.plan_menu import ask_day, course_menu
from calm_instructor.ui.parts.dialogs import ReasonDialog
from tests.operations.a_course import COURSE, Stage
from tests.operations.an_earlier_course import looked_at_before
from tests.ui.a_window import AWindow, settle
from tests.ui.course.plan_hands import course, editor_of, plan, row_of, take, titles, write

pytestmark = pytest.mark.check


@pytest.fixture
def enrolled(window_at) -> AWindow:
    return window_at(Stage.ENROLLED)


def test_plus_and_minus_change_the_minutes_and_times_flow(enrolled, qtbot):
    step = plan(enrolled)
    take(step, "prevention 2")
    qtbot.keyClick(step.table, Qt.Key.Key_Plus)
    row = step.table.current_block()
    assert row is not None
    assert (row.block.title, row.block.minutes) == ("prevention 2", 50)
    assert step.plan is not None
    assert step.plan.blocks[2].starts == time(10, 5)
    qtbot.keyClick(step.table, Qt.Key.Key_Minus)
    qtbot.keyClick(step.table, Qt.Key.Key_Minus)
    assert step.plan.blocks[1].block.minutes == 40
    undo = enrolled.desk.next_undo
    assert undo is not None
    assert undo_label(undo.wish, undo.facts) == "Undo: prevention 2 set to 40 min"


def test_undo_puts_the_minutes_back(enrolled, qtbot):
    step = plan(enrolled)
    take(step, "prevention 2")
    qtbot.keyClick(step.table, Qt.Key.Key_Plus)
    enrolled.desk.undo()
    settle()
    assert take(step, "prevention 2").block.minutes == 45


def test_a_click_on_less_and_more(enrolled, qtbot):
    step = plan(enrolled)
    index = step.table.model().index(row_of(step, "prevention 2"), 3)
    step.table.scrollTo(index)
    area = step.table.visualRect(index)
    qtbot.mouseClick(step.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(area.left() + 76, area.center().y()))
    assert take(step, "prevention 2").block.minutes == 50
    qtbot.mouseClick(step.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(area.left() + 14, area.center().y()))
    assert take(step, "prevention 2").block.minutes == 45


def test_a_block_moves_by_key_over_the_end_of_its_day_and_back(enrolled, qtbot):
    step = plan(enrolled)
    before = titles(step)
    last_of_day = step.plan.days[0].blocks[-1].block.title
    take(step, last_of_day)
    qtbot.keyClick(step.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert step.plan.days[1].blocks[0].block.title == last_of_day
    row = step.table.current_block()
    assert row is not None
    assert row.block.title == last_of_day
    qtbot.keyClick(step.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(step) == before


def test_a_grip_that_is_dragged_moves_the_block(enrolled, qtbot):
    step = plan(enrolled)
    first, second, third, *_rest = titles(step)
    view = step.table.viewport()
    area = step.table.visualRect(step.table.model().index(row_of(step, first), 4))
    target = step.table.visualRect(step.table.model().index(row_of(step, third), 4))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=area.center())
    qtbot.mouseMove(view, target.center())
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=target.center())
    assert titles(step)[:3] == [second, third, first]


def test_ctrl_n_adds_a_block_after_the_one_in_hand_and_delete_takes_it_out(enrolled, qtbot):
    step = plan(enrolled)
    before = titles(step)
    take(step, before[1])
    enrolled.window.activateWindow()
    step.table.setFocus()
    qtbot.waitUntil(step.table.hasFocus)
    qtbot.keyClick(step.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert titles(step)[2] == "New block"
    qtbot.keyClicks(step.block.title, "Water")
    qtbot.keyClick(step.block.title, Qt.Key.Key_Return)
    assert titles(step)[2] == "Water"
    take(step, "Water")
    qtbot.keyClick(step.table, Qt.Key.Key_Delete)
    assert titles(step) == before


def test_the_keys_that_work_on_blocks_are_told_beneath_them_while_they_do(enrolled):
    step = plan(enrolled)
    assert step.keys.isVisible()
    for each in ("Alt+Up", "Alt+Down", "grip", "+ and -", "Enter", "Delete"):
        assert each in step.keys.text()


def test_who_hears_the_row_in_hand_hears_all_of_it(enrolled):
    step = plan(enrolled)
    take(step, "prevention 2")
    said = step.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "09:15, prevention 2, must attend, Prevention, 45 min"


def test_escape_leads_from_a_field_of_the_block_back_to_the_list_and_keeps_what_was_typed(enrolled, qtbot):
    step = plan(enrolled)
    take(step, "prevention 2")
    enrolled.window.activateWindow()
    step.table.setFocus()
    qtbot.waitUntil(step.table.hasFocus)
    qtbot.keyClick(step.table, Qt.Key.Key_Return)
    qtbot.waitUntil(step.block.title.hasFocus)
    step.block.title.selectAll()
    qtbot.keyClicks(step.block.title, "Prevention first")
    qtbot.keyClick(step.block.title, Qt.Key.Key_Escape)
    assert step.table.hasFocus()
    assert step.table.current_block().block.title == "Prevention first"


def test_the_block_in_hand_is_changed_field_by_field(enrolled, qtbot):
    step = plan(enrolled)
    assert step._foot.text().endswith("nothing overlaps.")
    take(step, "prevention 2")
    step.show_side("block")
    step.block.pin.setText("10:00")
    qtbot.keyClick(step.block.pin, Qt.Key.Key_Return)
    step.block.kind.chosen.emit(BlockKind.THEORY)
    step.block.must.click()
    block: Block = take(step, "prevention 2").block
    assert (block.pinned, block.kind, block.must_attend) == (time(10, 0), BlockKind.THEORY, False)
    assert step._foot.text().endswith("nothing overlaps. A pinned block keeps its clock time.")
    step.block.pin.setText("half ten")
    qtbot.keyClick(step.block.pin, Qt.Key.Key_Return)
    assert take(step, "prevention 2").block.pinned == time(10, 0)


def test_R35_a_part_of_the_model_without_minutes_has_a_sign_and_not_colour_alone(enrolled, qtbot):
    step = plan(enrolled)
    primary = step.figures.parts[ModelPart.PRIMARY]
    assert step.plan is not None
    assert primary.sign.isHidden()
    for row in step.plan.blocks:
        if row.block.part is ModelPart.PRIMARY:
            enrolled.desk.do(remove_block, row.block.id)
    settle()
    assert not primary.sign.isHidden()
    assert primary.number.accessibleName() == "warning, 0"
    assert step.figures.parts[ModelPart.SECONDARY].sign.isHidden()


def test_a_late_block_has_a_sign_before_its_time_and_not_colour_alone(enrolled):
    step = plan(enrolled)
    row = take(step, "prevention 2")
    where = step.table.visualRect(step.table.currentIndex().siblingAtColumn(0))
    kept = step.table.viewport().grab(where).toImage()
    step.table.show_plan(
        [replace(each, blocks=tuple(replace(b, late=b == row) for b in each.blocks)) for each in step.plan.days],
        may_change=True,
    )
    late = step.table.viewport().grab(where).toImage()
    before_the_time = range(8, 21)
    assert any(kept.pixel(x, y) != late.pixel(x, y) for x in before_the_time for y in range(8, 24))


def test_a_day_begins_at_another_time(enrolled, qtbot):
    step = plan(enrolled)
    take(step, titles(step)[0])
    step.show_side("block")
    step.block.begins.setText("9.30")
    qtbot.keyClick(step.block.begins, Qt.Key.Key_Return)
    assert step.plan is not None
    assert step.plan.blocks[0].starts == time(9, 30)


def test_a_day_is_held_on_another_date_and_the_course_follows(enrolled, qtbot):
    step = plan(enrolled)
    assert step.table.take_in_hand(lambda row: isinstance(row, PlannedDay) and row.session.number == 2)
    qtbot.keyClick(step.table, Qt.Key.Key_Return)
    assert step.sides.value() == "block"
    write(qtbot, step.block.on, "2 Dec 2026")
    assert step.plan.days[1].session.on == course(enrolled).ends_on == date(2026, 12, 2)
    assert course(enrolled).starts_on == step.plan.days[0].session.on


def test_venue_head_office_and_instructors_are_seen_to(enrolled, qtbot):
    step = plan(enrolled, "venue.phone_signal")
    assert step.sides.value() == "before"
    step.before.answers["phone_signal"].button_of(0).click()
    step.before.space.setText("96")
    qtbot.keyClick(step.before.space, Qt.Key.Key_Return)
    step.before.tell.click()
    seen = course(enrolled)
    assert (seen.venue_check.phone_signal, seen.venue_check.square_metres) == (True, 96)
    assert seen.head_office_told_on == enrolled.clock.now.date()
    (tick,) = [each for each in step.before._ticks.values() if each.isVisible()]
    tick.click()
    assert course(enrolled).co_instructors == ()
    assert len(enrolled.desk.read(lambda view: view.all(Instructor))) == 2


def test_R14_the_venue_list_of_an_earlier_course_is_taken_over_by_a_button(enrolled):
    step = plan(enrolled, "venue.water")
    assert not step.before.as_at.isVisible()
    looked_at_before(enrolled)
    settle()
    assert step.before.as_at.accessibleName() == "Take over: As at this venue on 17 Nov 2026 (ET-2217-26-009)"
    step.before.as_at.click()
    settle()
    assert not step.before.as_at.isVisible()
    assert (step.before.answers["water"].value(), step.before.answers["phone_signal"].value()) == (True, False)
    assert step.before.space.text() == "96"
    assert [step.before.answers[name].value() for name in ("furniture_cleared", "first_aid_kit", "first_aider")] == [
        None
    ] * 3


def test_the_primary_says_that_it_is_ready(enrolled):
    step = plan(enrolled, "ready")
    assert step.primary.text() == "Say it is ready"
    step.primary.click()
    assert course(enrolled).state is CourseState.READY
    assert "is ready" in enrolled.said


def test_R5_a_warning_asks_for_its_reason_first(enrolled, qtbot):
    step = plan(enrolled)
    for title in [each for each in titles(step) if each.startswith("practice")]:
        enrolled.desk.do(_minutes, take(step, title).block.id, 5)
    settle()
    step.primary.click()
    dialog = next(each for each in enrolled.window.findChildren(ReasonDialog) if each.isVisible())
    dialog.field("R5.too_little").editor.setPlainText("All have done it before")
    dialog.accept()
    settle()
    assert course(enrolled).state is CourseState.READY


def test_without_a_plan_it_offers_to_lay_it_out(window_at):
    made = window_at(Stage.AGREED)
    step = plan(made)
    assert not step.table.isVisible()
    step._make_first()
    assert len(step.plan.days) == 2
    assert step.table.isVisible()


def test_R7_after_the_first_mark_the_plan_only_shows(window_at, qtbot):
    made = window_at(Stage.TO_SIGN)
    step = plan(made)
    take(step, "prevention 2")
    qtbot.keyClick(step.table, Qt.Key.Key_Plus)
    assert take(step, "prevention 2").block.minutes == 45
    assert not step.add.isVisible()
    assert not step.keys.isVisible()


def test_a_course_is_cancelled_and_opened_again_with_a_reason(enrolled):
    step = plan(enrolled)
    step.granted(_cancel, COURSE)
    _give_reason(enrolled, "R30.cancelling", "The hall has burnt down")
    assert course(enrolled).state is CourseState.CANCELLED
    step.granted(_reopen, COURSE)
    _give_reason(enrolled, "R30.reopening", "Another hall was found")
    assert course(enrolled).state is CourseState.PLANNING


def test_a_course_is_put_on_another_day(enrolled):
    step = plan(enrolled)
    assert step.plan is not None
    dialog = ask_day(step, step.plan)
    editor_of(dialog, "day").setText("1 Dec 2026")
    dialog.accept()
    settle()
    assert course(enrolled).starts_on == date(2026, 12, 1)
    assert step.plan.days[0].session.on == date(2026, 12, 1)


@pytest.mark.parametrize(("stage", "count"), [(Stage.ENROLLED, 5), (Stage.TO_SIGN, 4), (Stage.CLOSED, 4)])
def test_the_menu_offers_what_the_state_allows(window_at, stage, count):
    step = plan(window_at(stage))
    assert step.plan is not None
    assert len(course_menu(step, step.plan).actions()) == count


def _give_reason(made: AWindow, code: str, why: str) -> None:
    dialog = next(each for each in made.window.findChildren(ReasonDialog) if each.isVisible())
    editor_of(dialog, code).setPlainText(why)
    dialog.accept()
    settle()


def test_ctrl_n_while_a_title_is_typed_keeps_it_with_its_own_block(enrolled, qtbot):
    step = plan(enrolled)
    take(step, "prevention 2")
    step.show_side("block")
    enrolled.window.activateWindow()
    step.block.title.setFocus()
    qtbot.waitUntil(step.block.title.hasFocus)
    step.block.title.selectAll()
    qtbot.keyClicks(step.block.title, "Law and ethics")
    qtbot.keyClick(step.block.title, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert titles(step)[1:3] == ["Law and ethics", "New block"]
    assert step.block.title.text() == "New block"
    qtbot.keyClick(step.block.title, Qt.Key.Key_Tab)
    assert titles(step)[1:3] == ["Law and ethics", "New block"]


def test_a_field_that_is_typed_in_shows_another_block_as_it_is(enrolled, qtbot):
    step = plan(enrolled)
    take(step, "prevention 2")
    step.show_side("block")
    step.block.title.setFocus()
    qtbot.waitUntil(step.block.title.hasFocus)
    qtbot.keyClicks(step.block.title, "typed")
    take(step, titles(step)[0])
    assert step.block.title.text() == titles(step)[0]


def test_another_co_instructor_is_a_change_of_the_course_by_its_name(enrolled):
    step = plan(enrolled, "instructors")
    (tick,) = [each for each in step.before._ticks.values() if each.isVisible()]
    tick.click()
    undo = enrolled.desk.next_undo
    assert undo is not None
    assert undo_label(undo.wish, undo.facts) == f"Undo: {course(enrolled).ref} changed"


def test_R51_what_runs_now_is_said_and_takes_five_minutes_more(window_at, qtbot):
    made = window_at(Stage.RUNNING)
    step = plan(made)
    runs = step.plan.now
    assert runs is not None
    said = made.desk.read(course_head, COURSE, made.clock.now).detail
    assert said.startswith(f"now: {runs.block.title[0].lower()}{runs.block.title[1:]}, until {runs.until:%H:%M} · ")
    before = runs.block.minutes
    step.longer.click()
    settle()
    with made.desk.store.reading() as view:
        assert view.get(Block, runs.block.id).given == before + 5
    assert step.plan.now.behind == 5
    assert "5 min behind" in made.desk.read(course_head, COURSE, made.clock.now).detail
    made.window.undo()
    settle()
    assert step.plan.now.behind == 0


def test_R51_before_and_after_the_day_nothing_is_offered_to_take_longer(window_at):
    made = window_at(Stage.READY)
    step = plan(made)
    assert step.plan.now is None
    assert not step.longer.isVisible()
    assert "now:" not in made.desk.read(course_head, COURSE, made.clock.now).detail
