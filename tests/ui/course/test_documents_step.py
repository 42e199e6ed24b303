"""The documents of a course: the PDF that is seen is the PDF that prints; looking issues nothing, saving and printing do."""

import pypdfium2
import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication

from calm_instructor.domain.errors import WorldError
from calm_instructor.domain.sign_off import Document, DocumentKind
from calm_instructor.messages.window import documents as words
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.course.documents_step import DocumentsStep
from calm_instructor.ui.course.paper_list import ROW_HEIGHT
from calm_instructor.ui.course.paper_printer import new_printer
from tests.operations.a_course import COURSE, SIAN, TNA, Stage
from tests.ui.a_window import settle

pytestmark = pytest.mark.check

pytest_plugins = ["tests.ui.standing_fixtures"]

ON_THEIR_OWN = {DocumentKind.COURSE_NOTICE, DocumentKind.JOINING_LETTER, DocumentKind.BLANK_ASSESSMENT}
"""What is not ticked at first."""


def issued(standing) -> tuple[Document, ...]:
    return standing.all(Document)


def looked(standing) -> None:
    standing.qtbot.wait(200)  # a moment, so that who moves on quickly waits for nothing in between
    standing.jobs_done()


def row(step, kind):
    rows = [step.list.row_at(place) for place in range(step.list.model().rowCount())]
    return next(each for each in rows if each.kind is kind)


def test_the_papers_stand_in_order_with_the_pdf_beside_them_and_nothing_is_issued(standing_at):
    standing = standing_at(Stage.SIGNED)
    step = standing.step(DocumentsStep, focus="sign-off-sheet")
    assert step.list.hasFocus()
    assert step.list.current() is DocumentKind.SIGN_OFF_SHEET
    looked(standing)
    paper = step.preview.paper
    assert paper is not None
    assert paper.order.record == COURSE
    assert paper.pages == len(pypdfium2.PdfDocument(paper.data))
    assert step.preview.accessibleName() == f"Preview of Sign-off sheet, {words.page_of(1, paper.pages)}"
    assert step.card.state == words.NOT_ISSUED_YET
    assert issued(standing) == ()


def test_pages_are_counted_behind_the_scenes(standing_at):
    standing = standing_at(Stage.SIGNED)
    step = standing.step(DocumentsStep)
    assert step.print_ticked.text() == words.print_verb(None, 11)
    looked(standing)
    assert "pages" in row(step, DocumentKind.INDIVIDUAL_RECORD).right
    assert step.print_ticked.text() == words.print_verb(
        sum(pages for order, pages in step.looker.pages.items() if order.kind not in ON_THEIR_OWN), 11
    )


def test_the_page_is_drawn(standing_at):
    standing = standing_at(Stage.SIGNED)
    step = standing.step(DocumentsStep)
    looked(standing)
    seen = step.preview.viewport().grab().toImage()
    colours = {seen.pixelColor(x, y).name() for x in range(0, seen.width(), 7) for y in range(0, seen.height(), 3)}
    assert "#ffffff" in colours
    assert len(colours) > 4


def test_larger_smaller_and_back_to_the_width(standing_at):
    standing = standing_at(Stage.SIGNED)
    step = standing.step(DocumentsStep)
    looked(standing)
    fitting = step.preview.widget().page_width
    standing.qtbot.mouseClick(step.tools.larger, Qt.MouseButton.LeftButton)
    assert step.preview.widget().page_width == round(fitting * 1.25)
    standing.qtbot.mouseClick(step.tools.smaller, Qt.MouseButton.LeftButton)
    assert abs(step.preview.widget().page_width - fitting) <= 1
    standing.qtbot.mouseClick(step.tools.fit, Qt.MouseButton.LeftButton)
    assert step.preview.fits


def test_the_next_pages_come_by_scrolling(standing_at):
    standing = standing_at(Stage.SIGNED)
    step = standing.step(DocumentsStep, focus="tna-summary")
    looked(standing)
    pages = step.preview.paper.pages
    standing.qtbot.keyClick(step.list, Qt.Key.Key_Return)
    assert step.preview.hasFocus()
    standing.qtbot.keyClick(step.preview, Qt.Key.Key_PageDown)
    bar = step.preview.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert step.preview.page == pages


def test_a_personal_paper_is_looked_at_person_by_person(standing_at):
    standing = standing_at(Stage.SIGNED)
    step = standing.step(DocumentsStep, focus="individual-record")
    looked(standing)
    assert step.tools.person.isVisible()
    assert step.tools.person.currentText() == f"01 {SIAN}"
    first = step.preview.paper.order
    step.tools.person.setFocus()
    standing.qtbot.keyClick(step.tools.person, Qt.Key.Key_Down)
    looked(standing)
    assert step.preview.paper.order != first


def test_what_can_not_be_had_yet_says_why_in_the_place_of_the_page(standing_at):
    standing = standing_at(Stage.TO_SIGN)
    step = standing.step(DocumentsStep, focus="individual-record")
    settle()
    assert row(step, DocumentKind.INDIVIDUAL_RECORD).right == words.not_yet()
    assert step._why_not.isVisible()
    assert f"{SIAN} is not signed off yet" in step._why_not.accessibleName()
    assert DocumentKind.INDIVIDUAL_RECORD not in step.list.ticked()
    assert step.card.save_one.property("unavailable")
    standing.qtbot.mouseClick(step.mend, Qt.MouseButton.LeftButton)
    (went,) = standing.went
    assert (went.record, went.step) == (COURSE, "sign_off")


def test_space_and_the_mouse_tick(standing_at):
    standing = standing_at(Stage.SIGNED)
    step = standing.step(DocumentsStep)
    before = step.list.ticked()
    assert DocumentKind.BLANK_ASSESSMENT not in before
    standing.qtbot.keyClick(step.list, Qt.Key.Key_Space)
    assert step.list.ticked() == before - {DocumentKind.TNA_SUMMARY}
    on_the_box = QPoint(20, 5 * ROW_HEIGHT + ROW_HEIGHT // 2)
    standing.qtbot.mouseClick(step.list.viewport(), Qt.MouseButton.LeftButton, pos=on_the_box)
    assert DocumentKind.BLANK_ASSESSMENT in step.list.ticked()
    beside = QPoint(200, 7 * ROW_HEIGHT + ROW_HEIGHT // 2)
    standing.qtbot.mouseClick(step.list.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert DocumentKind.SIGN_OFF_SHEET in step.list.ticked()
    assert step.list.current() is DocumentKind.SIGN_OFF_SHEET


def test_what_is_ticked_is_issued_and_saved_in_a_folder(standing_at, tmp_path):
    standing = standing_at(Stage.SIGNED)
    step = standing.step(DocumentsStep)
    step.list.tick([DocumentKind.TNA_SUMMARY, DocumentKind.INDIVIDUAL_RECORD])
    folder = tmp_path / "papers"
    folder.mkdir()
    standing.files.next = folder
    standing.qtbot.mouseClick(step.save_ticked, Qt.MouseButton.LeftButton)
    looked(standing)
    assert len(list(folder.glob("*.pdf"))) == 4
    assert [each.kind for each in issued(standing)] == [DocumentKind.TNA_SUMMARY] + [DocumentKind.INDIVIDUAL_RECORD] * 3
    assert words.saved(4, str(folder)) in standing.said
    assert step.card.state.startswith("Issued as revision")


def test_one_paper_is_saved_and_opened_beside(standing_at, tmp_path):
    class Viewer(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.opened: list[str] = []

        @Slot(QUrl)
        def show(self, url: QUrl) -> None:
            self.opened.append(url.toLocalFile())

    viewer = Viewer()
    standing = standing_at(Stage.SIGNED)
    step = standing.step(DocumentsStep)
    standing.files.next = tmp_path
    QDesktopServices.setUrlHandler("file", viewer, "show")  # type: ignore[arg-type]  # the stub is wrong
    try:
        standing.qtbot.mouseClick(step.card.save_and_open, Qt.MouseButton.LeftButton)
        looked(standing)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    (document,) = issued(standing)
    assert document.tna == TNA
    (saved,) = tmp_path.glob("TNA summary*.pdf")
    assert viewer.opened == [str(saved)]


def test_a_folder_that_is_gone_is_said(standing_at, tmp_path):
    standing = standing_at(Stage.SIGNED)
    step = standing.step(DocumentsStep)
    told: list[WorldError] = []
    step.in_trouble = told.append
    standing.files.next = tmp_path / "gone"
    standing.qtbot.mouseClick(step.save_ticked, Qt.MouseButton.LeftButton)
    looked(standing)
    assert told[0].code == "disk.missing"


def test_a_printer_gets_every_page_in_its_own_orientation(standing_at, tmp_path):
    standing = standing_at(Stage.SIGNED)
    step = standing.step(DocumentsStep)
    step.list.tick([DocumentKind.TNA_SUMMARY, DocumentKind.SIGN_OFF_SHEET])
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    step.print_on(printer)
    looked(standing)
    tna, sheet = issued(standing)
    pdf = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    sizes = [pdf.get_page_size(page) for page in range(len(pdf))]
    assert [width > height for width, height in sizes] == [False] * tna.pages + [True] * sheet.pages
    assert standing.said[-1] == words.printed(tna.pages + sheet.pages, printer.printerName())


def test_the_printer_is_asked_for_before_anything_is_issued(standing_at):
    standing = standing_at(Stage.SIGNED)
    step = standing.step(DocumentsStep)
    standing.qtbot.mouseClick(step.print_ticked, Qt.MouseButton.LeftButton)
    settle()
    (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, QPrintDialog) and each.isVisible()]
    dialog.reject()
    settle()
    assert issued(standing) == ()


@pytest.mark.parametrize("button", ["save_ticked", "print_ticked"])
def test_without_a_tick_the_buttons_say_what_to_do(standing_at, button):
    standing = standing_at(Stage.SIGNED)
    step = standing.step(DocumentsStep)
    step.list.tick([])
    step._show_totals()
    standing.qtbot.mouseClick(getattr(step, button), Qt.MouseButton.LeftButton)
    assert standing.said == [words.NO_TICKS]


def test_a_step_that_is_taken_down_meanwhile_is_not_spoken_to(standing_at, tmp_path):
    standing = standing_at(Stage.SIGNED)
    step = DocumentsStep(standing.around, COURSE)  # not the bot's to close
    step.show()
    step.arrive(Place(page="course", record=COURSE, step="documents"))
    standing.qtbot.wait(200)
    standing.files.next = tmp_path / "gone"
    standing.qtbot.mouseClick(step.save_ticked, Qt.MouseButton.LeftButton)
    step.leave()
    step.deleteLater()
    standing.jobs_done()
    assert standing.said == []
