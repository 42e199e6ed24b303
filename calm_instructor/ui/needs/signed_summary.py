"""What is signed, to be read beside the signature: the first page of the summary as it would print now (R43)."""

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from calm_instructor.domain.errors import CalmError
from calm_instructor.domain.ids import TnaId
from calm_instructor.domain.sign_off import DocumentKind
from calm_instructor.messages import sentence
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import authorising as words
from calm_instructor.messages.window.documents import ZOOM_IN, ZOOM_OUT, kind_title
from calm_instructor.operations.gathering.issuing import Order
from calm_instructor.operations.viewing.needs import TnaWalk
from calm_instructor.operations.viewing.paper_shown import PaperShown
from calm_instructor.ui.course.page_preview import PagePreview
from calm_instructor.ui.course.paper_looker import PaperLooker
from calm_instructor.ui.needs.question import stays
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import Label


class SignedSummary(QWidget):
    """Laid out in the background each time the TNA changes while it is seen. ``smaller`` and ``larger`` zoom it."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._order: Order | None = None
        self.preview = PagePreview()
        self.looker = PaperLooker(self, page.around.jobs, page.desk.desk)
        self.looker.shown.connect(self._show_paper)
        self.looker.refused.connect(self._refused)
        self.smaller = button(
            "", lambda: self.preview.zoom(False), icon="zoom-out", kind="icon", small=True, name=_(ZOOM_OUT)
        )
        self.larger = button(
            "", lambda: self.preview.zoom(True), icon="zoom-in", kind="icon", small=True, name=_(ZOOM_IN)
        )
        stays((self.smaller, self.larger))
        self._why_not = Label("", "quiet", wrap=True)
        self._why_not.hide()
        self._why_not.setContentsMargins(16, 12, 16, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._why_not)
        column.addWidget(self.preview, 1)
        column.addStretch(0)

    def show_walk(self, walk: TnaWalk) -> None:
        """Look at the paper of this TNA, once the question of need is answered (R40)."""
        tna: TnaId = walk.tna.id
        if walk.tna.need is None or not walk.tna.need_reason.strip():
            self._show_nothing(_(words.NO_SUMMARY_YET))
        elif self._page.desk.marking_as is None:
            self._show_nothing(_(words.NO_SUMMARY_NO_PROFILE))
        else:
            self._order = Order(kind=DocumentKind.TNA_SUMMARY, record=tna)
            if self.isVisible():
                self.looker.want(self._order)

    def look(self) -> None:
        """Somebody looks at it now."""
        self.looker.want(self._order)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        super().hideEvent(event)
        self.looker.rest()

    def _show_nothing(self, why: str) -> None:
        self._order = None
        self.looker.rest()
        self.preview.show_paper(None)
        self._show_why(why)

    def _show_paper(self, paper: PaperShown) -> None:
        self._show_why("")
        self.preview.show_paper(paper, kind_title(DocumentKind.TNA_SUMMARY))

    def _refused(self, no: CalmError) -> None:
        self._show_why(sentence(no))

    def _show_why(self, why: str) -> None:
        self._why_not.setText(why)
        self._why_not.setVisible(bool(why))
        self.preview.setVisible(not why)
