"""What can be done with a course as a whole: printed, planned after, put on another day, cancelled, opened again."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from calm_instructor.messages.sentences import sentence
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import plan as words
from calm_instructor.operations.inviting import calendar_name, save_calendar
from calm_instructor.operations.planning import cancel_course, reopen_course
from calm_instructor.operations.scheduling import move_course
from calm_instructor.operations.viewing.places import Place
from calm_instructor.operations.viewing.plan import CoursePlan
from calm_instructor.ui.course.step import Step
from calm_instructor.ui.parts.dates import read_date
from calm_instructor.ui.parts.dialogs import FormDialog
from calm_instructor.ui.parts.inputs import DateEdit


def course_menu(step: Step, plan: CoursePlan) -> QMenu:
    """The menu, with what the course's state allows. Cancelling and opening again ask for a reason (R30)."""
    menu = QMenu(step)
    printing = Place(page="course", record=step.course, step="documents", focus="course-plan")
    copying = Place(page="courses", step="new", record=step.course)
    menu.addAction(_(words.PRINT_PLAN), lambda: step.around.go(printing))
    menu.addAction(_(words.SAVE_DATES), lambda: ask_where(step))
    menu.addAction(_(words.COPY_COURSE), lambda: step.around.go(copying))
    if plan.may_change:
        menu.addAction(_(words.MOVE_COURSE), lambda: ask_day(step, plan))
    if plan.is_open:
        menu.addAction(_(words.CANCEL_COURSE), lambda: step.granted(cancel_course, step.course))
    else:
        menu.addAction(_(words.REOPEN_COURSE), lambda: step.granted(reopen_course, step.course))
    return menu


def ask_where(step: Step) -> None:
    """Ask where the days go as a file for calendars, and write it."""
    name = step.desk.read(calendar_name, step.course)
    step.around.files.save(step, _(words.SAVE_DATES_CAPTION), name, lambda path: _save_dates(step, path))


def _save_dates(step: Step, path: Path) -> None:
    step.around.jobs.run(
        _(words.SAVING_DATES),
        lambda _progress, _stop: save_calendar(step.desk.desk, step.course, path),
        done=lambda _none: step.around.say(_(words.DATES_SAVED).format(name=path.name)),
        refused=lambda no: step.say_no(sentence(no)),
    )


def ask_day(step: Step, plan: CoursePlan) -> FormDialog:
    """Ask for another first day; all days move with it."""
    dialog = _DayDialog(step, plan.course.starts_on, lambda on: step.granted(move_course, step.course, on))
    dialog.ask()
    return dialog


class _DayDialog(FormDialog):
    """Asks for a day; what is none keeps it open."""

    def __init__(self, parent: QWidget, on: date, put: Callable[[date], object]) -> None:
        self._editor = DateEdit(on)
        super().__init__(
            parent,
            _(words.MOVE_TITLE),
            [("day", _(words.FIRST_DAY), self._editor)],
            lambda texts: put(read_date(texts["day"]) or on),
            intro=_(words.MOVE_INTRO),
            verb=_(words.MOVE_VERB),
        )

    def accept(self) -> None:
        """Hand the day over, if it is one."""
        if self._editor.date() is None:
            self.field("day").refuse(_(words.NOT_A_DATE))
        else:
            super().accept()
