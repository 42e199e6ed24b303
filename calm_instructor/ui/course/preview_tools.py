"""What stands above the pages of a paper: how large, which page, and whose paper where there is one for each person."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import documents as words
from calm_instructor.operations.viewing.papers import Sheet
from calm_instructor.ui.course.page_preview import PagePreview
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.inputs import Choice
from calm_instructor.ui.parts.labels import Label

_ROOM_FOR_ALL = 480


class PreviewTools(QWidget):
    """Zooms a preview and names its page."""

    def __init__(self, preview: PagePreview) -> None:
        super().__init__()
        self._preview = preview
        self.smaller = button("", lambda: preview.zoom(False), icon="zoom-out", kind="icon", name=_(words.ZOOM_OUT))
        self.larger = button("", lambda: preview.zoom(True), icon="zoom-in", kind="icon", name=_(words.ZOOM_IN))
        self.fit = button(_(words.FIT_WIDTH), preview.fit_width)
        self.person = Choice(name=_(words.PERSON))
        self.person.setMinimumContentsLength(20)
        self._page, self._is_pdf = Label("", "quiet"), Label("", "quiet")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for each in (self.smaller, self.fit, self.larger, self._page):
            line.addWidget(each)
        line.addStretch(1)
        line.addWidget(self.person)
        line.addWidget(self._is_pdf)
        preview.page_changed.connect(self._show_page)

    def offer_people(self, sheets: Sequence[Sheet]) -> None:
        """Whose papers can be looked at; the first that can be had is in hand where none is chosen."""
        self.person.setVisible(bool(sheets))
        self._fit()
        if sheets:
            self.person.offer([(each.order.record, each.subject) for each in sheets])
            if self.person.value() is None:
                ready = [each for each in sheets if not each.obstacle]
                self.person.set_value((ready or sheets)[0].order.record)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What only reassures gives way first."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._is_pdf.setVisible(self.person.isHidden() and self.width() >= _ROOM_FOR_ALL)

    def _show_page(self, page: int) -> None:
        paper = self._preview.paper
        self._page.setText(words.page_of(page, paper.pages) if paper and page else "")
        self._is_pdf.setText(_(words.IS_THE_PDF) if paper else "")
