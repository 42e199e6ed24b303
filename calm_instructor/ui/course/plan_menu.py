"""What can be done with a course as a whole: printed, planned after, put on another day, cancelled, opened again."""

from collections.abc import Mapping

from PySide6.QtWidgets import QMenu

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import plan as words
from calm_instructor.operations.planning import cancel_course, reopen_course
from calm_instructor.operations.scheduling import move_course
from calm_instructor.operations.viewing.places import Place
from calm_instructor.operations.viewing.plan import CoursePlan
from calm_instructor.ui.course.step import Step
from calm_instructor.ui.parts.dialogs import FormDialog
from calm_instructor.ui.parts.inputs import DateEdit


def course_menu(step: Step, plan: CoursePlan) -> QMenu:
    """The menu, with what the course's state allows. Cancelling and opening again ask for a reason (R30)."""
    menu = QMenu(step)
    printing = Place(page="course", record=step.course, step="documents", focus="course-plan")
    copying = Place(page="courses", step="new", record=step.course)
    menu.addAction(_(words.PRINT_PLAN), lambda: step.around.go(printing))
    menu.addAction(_(words.COPY_COURSE), lambda: step.around.go(copying))
    if plan.may_change:
        menu.addAction(_(words.MOVE_COURSE), lambda: ask_day(step, plan))
    if plan.is_open:
        menu.addAction(_(words.CANCEL_COURSE), lambda: step.granted(cancel_course, step.course))
    else:
        menu.addAction(_(words.REOPEN_COURSE), lambda: step.granted(reopen_course, step.course))
    return menu


def ask_day(step: Step, plan: CoursePlan) -> FormDialog:
    """Ask for another first day; all days move with it."""
    editor = DateEdit(plan.course.starts_on)

    def put(_texts: Mapping[str, str]) -> None:
        on = editor.date()
        if on is None:
            step.say_no(_(words.NOT_A_DATE))
        else:
            step.granted(move_course, step.course, on)

    dialog = FormDialog(
        step,
        _(words.MOVE_TITLE),
        [("day", _(words.FIRST_DAY), editor)],
        put,
        intro=_(words.MOVE_INTRO),
        verb=_(words.MOVE_VERB),
    )
    dialog.ask()
    return dialog
