"""What is done on the steps of this area before their picture is taken."""

from typing import cast

from PySide6.QtCore import QEventLoop, QTimer

from calm_instructor.domain.sign_off import DocumentKind
from calm_instructor.ui.course.documents_step import DocumentsStep
from calm_instructor.ui.page import Page
from tests.ui.a_window import AWindow


def papers(made: AWindow, page: Page) -> None:
    """The sign-off sheet is laid out and the pages are counted."""
    step = cast("DocumentsStep", page)
    step.list.put_in_hand(DocumentKind.SIGN_OFF_SHEET)
    _wait(300)
    while made.window.jobs.busy:
        _wait(30)


def records(made: AWindow, page: Page) -> None:
    """The same for the first person's record."""
    papers(made, page)
    cast("DocumentsStep", page).list.put_in_hand(DocumentKind.INDIVIDUAL_RECORD)
    _wait(300)
    while made.window.jobs.busy:
        _wait(30)


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
