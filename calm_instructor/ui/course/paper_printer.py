"""Papers on a printer: asked which, then issued, then drawn page by page in a thread of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from calm_instructor.operations.desk import Desk
from calm_instructor.operations.gathering.issuing import Order
from calm_instructor.operations.printing import print_all
from calm_instructor.operations.viewing.paper_shown import page_picture, page_sizes
from calm_instructor.ui.course.page_preview import image_of

RESOLUTION = 200


@dataclass(frozen=True, kw_only=True)
class Sent:
    """What went to the printer. ``stopped``: somebody stopped it on its way."""

    papers: int
    pages: int
    printer: str
    stopped: bool = False


def new_printer() -> QPrinter:
    """A printer as these papers want it; whoever prints keeps it until the last page, else Qt ends the program."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(RESOLUTION)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    return printer


def ask_printer(parent: QWidget, printer: QPrinter, then: Callable[[], object]) -> QPrintDialog:
    """Ask which printer and how; ``then`` is called where somebody goes on."""
    dialog = QPrintDialog(printer, parent.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # it must not outlive its printer
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
    dialog.accepted.connect(then)
    QDialog.open(dialog)
    return dialog


def send_to_printer(
    desk: Desk,
    orders: Sequence[Order],
    printer: QPrinter,
    progress: Callable[[int, int], None],
    stop: Callable[[], bool],
) -> Sent:
    """Issue papers, all or none, and draw them on a printer. Raises what issuing raises; stopped later, says so."""
    documents = [each.data for each in print_all(desk, orders, stop=stop)]
    pages = [(data, page, size) for data in documents for page, size in enumerate(page_sizes(data))]
    painter, sent = QPainter(), 0
    try:
        for data, page, (width, height) in pages:
            if stop():
                printer.abort()
                return Sent(papers=len(documents), pages=sent, printer=printer.printerName(), stopped=True)
            across = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
            printer.setPageOrientation(across)
            if sent:
                printer.newPage()
            elif not painter.begin(printer):
                return Sent(papers=len(documents), pages=0, printer=printer.printerName(), stopped=True)
            paper = printer.pageLayout().fullRectPixels(printer.resolution())
            picture = image_of(page_picture(data, page, paper.width()))
            painter.drawImage(QRect(0, 0, paper.width(), round(paper.width() * height / width)), picture)
            sent += 1
            progress(sent, len(pages))
    finally:
        if painter.isActive():
            painter.end()
    return Sent(papers=len(documents), pages=sent, printer=printer.printerName())
