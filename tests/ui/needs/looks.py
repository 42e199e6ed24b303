"""What is done on a TNA before its picture is taken: a revision begun, the authoriser about to sign, no need found."""

from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest

from calm_instructor.domain.needs import Authorisation, Manner, Tna
from calm_instructor.operations.analysing import analysis_of, answer_need, leave_out
from calm_instructor.operations.authorising import authorise
from calm_instructor.operations.revising import revise
from tests.operations.a_course import look_again
from tests.ui.a_window import AWindow, settle


def revised(step: str) -> Any:
    """The next revision of the authorised TNA, at a question, with nothing looked at again yet."""

    def look(made: AWindow, _page: object) -> None:
        draft = made.desk.do(revise, made.desk.read(lambda view: view.all(Tna))[0].id)
        made.go("tna", draft.id, step)

    return look


def signing(made: AWindow, page: Any) -> None:
    """Name and role entered, a few strokes in the box."""
    form = page.questions["authorise"].form
    form.name.editor.setText("Marian Grant")
    form.role.editor.setText("Registered Manager")
    form.confirm.setChecked(True)
    pad = form.signs.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(30, 50))
    for x, y in ((60, 20), (80, 60), (110, 24), (150, 56), (210, 40)):
        QTest.mouseMove(pad, QPoint(x, y))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(210, 40))
    laid_out(made)


def signing_revision(made: AWindow, page: object) -> None:
    """The same for the next revision, everything looked at again, signed by somebody who is an instructor."""
    draft = made.desk.do(revise, made.desk.read(lambda view: view.all(Tna))[0].id)
    look_again(made.desk, draft.id)
    shown = made.go("tna", draft.id, "authorise")
    shown.questions["authorise"].form.name.editor.setText("Elen Prydderch-Hughes")
    laid_out(made)


def no_need(made: AWindow, page: Any) -> None:
    """The draft answers no, and is authorised."""
    tna = made.desk.read(lambda view: view.all(Tna))[0]
    chosen = [each.technique for each in made.desk.read(analysis_of, tna.id).chosen]
    made.desk.do(leave_out, tna.id, dict.fromkeys(chosen, "No legitimate need for physical skills was found."))
    made.desk.do(answer_need, tna.id, False, "No hold continues after the prevention of this spring.")
    now = made.desk.clock()
    signed = Authorisation(
        name="Marian Grant", role="Registered Manager", on=now.date(), manner=Manner.SCREEN, signed_at=now
    )
    made.desk.do(authorise, tna.id, signed, reasons=dict.fromkeys(("R9.too_short", "R10.identifier"), "Looked at"))
    made.go("tna", tna.id, "authorise")
    laid_out(made)


def need_list(made: AWindow, page: Any) -> None:
    """The list with a result."""
    no_need(made, page)
    made.go("needs")


def run_out(made: AWindow, _page: object) -> None:
    """A year and more later."""
    made.clock.now = made.clock.now.replace(year=made.clock.now.year + 1, month=12)
    made.go("needs")
    made.go("today")


def another(made: AWindow, page: Any) -> None:
    """A new TNA for another service, beginning with the last of this one."""
    page.service.editor.setText("Birchwood")
    page.begin_with.setCurrentIndex(1)
    page.begin_with.activated.emit(1)


def laid_out(made: AWindow) -> None:
    """Until the summary is laid out."""
    loop = QEventLoop()
    QTimer.singleShot(300, loop.quit)
    loop.exec()
    settle(made.window)
