"""Hands at the Plan step: a block taken in hand, a field written into, and what stands on record then."""

from typing import Any

from PySide6.QtCore import Qt

from calm_instructor.domain.course import Course
from calm_instructor.operations.viewing.plan import CoursePlan, PlannedBlock, plan_of
from calm_instructor.ui.course.plan_step import PlanStep
from calm_instructor.ui.parts.dialogs import FormDialog
from tests.operations.a_course import COURSE
from tests.ui.a_window import AWindow, settle


def plan(made: AWindow, focus=None) -> PlanStep:
    step = made.go("course", COURSE, "plan", focus)
    assert isinstance(step, PlanStep)
    return step


def course(made: AWindow) -> Course:
    return made.desk.read(lambda view: view.get(Course, COURSE))


def titles(step: PlanStep) -> list[str]:
    assert step.plan is not None
    return [each.block.title for each in step.plan.blocks]


def take(step: PlanStep, title: str) -> PlannedBlock:
    assert step.table.take_in_hand(lambda row: isinstance(row, PlannedBlock) and row.block.title == title)
    row = step.table.current_block()
    assert row is not None
    return row


def row_of(step: PlanStep, title: str) -> int:
    return next(
        number
        for number, row in enumerate(step.table.rows.rows)
        if isinstance(row, PlannedBlock) and row.block.title == title
    )


def write(qtbot, editor: Any, text: str) -> None:
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle()


def seen(made: AWindow) -> CoursePlan:
    return made.desk.read(plan_of, COURSE, made.clock.now)


def editor_of(dialog: FormDialog, name: str) -> Any:
    return dialog.field(name).editor
