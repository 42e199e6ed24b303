"""What a plan refuses, told in words where it was typed; the plan stays as it was, and so does what can be put right."""

import pytest
from PySide6.QtCore import Qt

from calm_instructor.operations.planning import make_ready
from calm_instructor.operations.viewing.plan import PlannedDay
from calm_instructor.ui.course.plan_menu import ask_day
from tests.operations.a_course import COURSE, Stage
from tests.ui.a_window import AWindow, settle
from tests.ui.course.plan_hands import course, editor_of, plan, seen, take, write

pytestmark = pytest.mark.check


@pytest.fixture
def enrolled(window_at) -> AWindow:
    return window_at(Stage.ENROLLED)


@pytest.mark.parametrize("typed", ["1500", "99999"])
def test_a_block_of_more_than_a_day_is_refused_in_words_and_the_plan_stays(enrolled, qtbot, typed):
    step = plan(enrolled)
    take(step, "prevention 2")
    step.show_side("block")
    before = seen(enrolled)
    write(qtbot, step.block.minutes._edit, typed)
    assert seen(enrolled) == before
    assert enrolled.said.startswith(f"{course(enrolled).ref} would go on past midnight on day 1.")
    assert step.refusal.isVisible()
    assert step.block.minutes._edit.text() == "45"


def test_without_people_a_course_asks_for_them_and_is_not_ready(window_at):
    made = window_at(Stage.AGREED)
    step = plan(made)
    step._make_first()
    settle()
    assert step.primary.text() == "Add people"
    before = course(made)
    step.granted(make_ready, COURSE)
    assert course(made) == before
    assert made.said == f"{before.ref} has nobody enrolled for the physical part yet. Enrol people first."
    assert step.refusal.isVisible()


@pytest.mark.parametrize("typed", ["an hour", "1 h 30", "1234567"])
def test_what_is_no_number_of_minutes_is_told_beneath_and_the_plan_stays(enrolled, qtbot, typed):
    step = plan(enrolled)
    take(step, "prevention 2")
    step.show_side("block")
    before = seen(enrolled)
    write(qtbot, step.block.minutes._edit, typed)
    assert seen(enrolled) == before
    told = step.block._minutes_field.editor.accessibleDescription()
    assert told == f"“{typed}” is no number of minutes. Write it as 45."
    write(qtbot, step.block.minutes._edit, "50")
    assert take(step, "prevention 2").block.minutes == 50
    assert step.block._minutes_field.editor.accessibleDescription() == ""


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("23 Nov 2026", "day 2 would be held on 23 Nov 2026, before day 1."),
        ("24 Nov 2026", "day 2 would begin on 24 Nov 2026 while day 1 still goes on until "),
    ],
)
def test_a_day_before_or_over_another_is_refused_in_words_and_the_plan_stays(enrolled, qtbot, typed, told):
    step = plan(enrolled)
    assert step.table.take_in_hand(lambda row: isinstance(row, PlannedDay) and row.session.number == 2)
    step.show_side("block")
    before = seen(enrolled)
    write(qtbot, step.block.on, typed)
    assert seen(enrolled) == before
    assert told in enrolled.said
    assert step.refusal.isVisible()
    assert step.block.on.text() == "25 Nov 2026"


def test_what_is_no_day_is_told_beneath_and_stays_to_be_put_right(enrolled, qtbot):
    step = plan(enrolled)
    take(step, "prevention 2")
    step.show_side("block")
    before = seen(enrolled)
    write(qtbot, step.block.on, "31 Nov 2026")
    assert seen(enrolled) == before
    assert step.block.on.text() == "31 Nov 2026"
    assert step.block.on.accessibleDescription() == "Give a day, as in 24 Nov 2026."


@pytest.mark.parametrize("typed", ["tomorrow", "31 Nov 2026", "1 Dec"])
def test_what_is_no_day_keeps_the_question_open_with_what_was_typed(enrolled, typed):
    step = plan(enrolled)
    assert step.plan is not None
    before = seen(enrolled)
    dialog = ask_day(step, step.plan)
    editor_of(dialog, "day").setText(typed)
    dialog.accept()
    settle()
    assert dialog.isVisible()
    assert (editor_of(dialog, "day").text(), seen(enrolled)) == (typed, before)
    assert editor_of(dialog, "day").accessibleDescription() == "Give a day, as in 24 Nov 2026."
    dialog.reject()
    settle()


def test_what_is_no_number_of_square_metres_is_refused_beneath_and_wipes_nothing(enrolled, qtbot):
    step = plan(enrolled, "venue.square_metres")
    space = step.before.space
    space.setText("96")
    qtbot.keyClick(space, Qt.Key.Key_Return)
    for typed in ("60 m²", "6²", "123456"):
        space.setText(typed)
        qtbot.keyClick(space, Qt.Key.Key_Return)
        assert course(enrolled).venue_check.square_metres == 96
        assert space.text() == "96"
        assert typed in step.before._no_space.accessibleName()
        assert step.before._no_space.isVisible()
    space.clear()
    qtbot.keyClick(space, Qt.Key.Key_Return)
    assert course(enrolled).venue_check.square_metres is None
    assert not step.before._no_space.isVisible()
