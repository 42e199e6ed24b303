"""The pages of a paper, one beneath the other, drawn from the PDF itself as wide as there is room or as somebody zooms."""

from collections import OrderedDict

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import documents as words
from calm_instructor.operations.viewing.paper_shown import PagePicture, PaperShown, page_picture
from calm_instructor.ui.theme import tokens

_GAP = 12
_KEPT = 8
_STEP = 1.25
_NARROWEST, _WIDEST = 240, 2400


def image_of(picture: PagePicture) -> QImage:
    """A page's picture as Qt holds it; a copy, for the bytes belong to the picture."""
    return QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32).copy()


class _Canvas(QWidget):
    """Draws the pages that are in sight and no others."""

    def __init__(self) -> None:
        super().__init__()
        self.paper: PaperShown | None = None
        self.page_width = 0
        self._drawn: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()

    def show_paper(self, paper: PaperShown | None) -> None:
        if paper is None or self.paper is None or paper.data != self.paper.data:
            self._drawn.clear()
        self.paper = paper

    def lay_out(self, page_width: int, room: int) -> None:
        """Pages ``page_width`` px wide in at least ``room`` px."""
        self.page_width = page_width
        height = sum(area.height() + _GAP for area in self.areas()) - _GAP
        self.setFixedSize(max(page_width + 2, room), max(1, height))
        self.update()

    def areas(self) -> list[QRect]:
        """Where each page lies."""
        areas, top = [], 0
        left = max(0, (max(self.width(), self.page_width) - self.page_width) // 2)
        for width, height in self.paper.sizes if self.paper else ():
            tall = round(self.page_width * height / width)
            areas.append(QRect(left, top, self.page_width, tall))
            top += tall + _GAP
        return areas

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for page, area in enumerate(self.areas()):
            if area.intersects(event.rect()):
                painter.drawPixmap(area.topLeft(), self._pixmap(page, area.width()))
                painter.setPen(tokens.colour("line-strong"))
                painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.end()

    def _pixmap(self, page: int, width: int) -> QPixmap:
        wanted = round(width * self.devicePixelRatioF())
        key = (page, wanted)
        if key not in self._drawn and self.paper is not None:
            drawn = QPixmap.fromImage(image_of(page_picture(self.paper.data, page, wanted)))
            drawn.setDevicePixelRatio(
                self.devicePixelRatioF()
            )  # drawn as it is: made to fit, it would lose a row of pixels
            self._drawn[key] = drawn
            while len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(key)
        return self._drawn[key]


class PagePreview(QScrollArea):
    """``page_changed``: another page is in sight, counted from 1. Arrow and Page keys scroll."""

    page_changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._canvas = _Canvas()
        self._zoom: float | None = None
        self._name = ""
        self.setWidget(self._canvas)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_(words.PREVIEW))
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._tell_page())

    def show_paper(self, paper: PaperShown | None, name: str = "") -> None:
        """Show a paper from its first page, or nothing; the same paper stays where it is."""
        before = self._canvas.paper
        same = paper is not None and before is not None and before.order == paper.order
        self._canvas.show_paper(paper)
        self._name = name
        self._lay_out()
        if not same:
            self.verticalScrollBar().setValue(0)
        self._tell_page()

    @property
    def paper(self) -> PaperShown | None:
        """What is shown."""
        return self._canvas.paper

    @property
    def page(self) -> int:
        """The page in sight, counted from 1: the one at the upper third; 0 where nothing is shown."""
        line = self.verticalScrollBar().value() + self.viewport().height() // 3
        areas = self._canvas.areas()
        for number, area in enumerate(areas, start=1):
            if line <= area.bottom() + _GAP:
                return number
        return len(areas)

    def zoom(self, larger: bool) -> None:
        """A step larger or smaller."""
        self._zoom = self._canvas.page_width * (_STEP if larger else 1 / _STEP)
        self._lay_out()

    def fit_width(self) -> None:
        """As wide as there is room, from now on."""
        self._zoom = None
        self._lay_out()

    @property
    def fits(self) -> bool:
        """Whether it follows the room."""
        return self._zoom is None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages that fit the width follow it."""
        super().resizeEvent(event)
        self._lay_out()

    def focusInEvent(self, event: QEvent) -> None:
        """The ring is drawn around the viewport."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def _lay_out(self) -> None:
        room = self.viewport().width()
        wanted = room - 2 if self._zoom is None else round(self._zoom)
        self._canvas.lay_out(max(_NARROWEST, min(_WIDEST, wanted)), room)
        self._tell_page()

    def _tell_page(self) -> None:
        count = len(self._canvas.paper.sizes) if self._canvas.paper else 0
        page = self.page if count else 0
        name = _(words.PREVIEW)
        if count:
            name = _(words.PREVIEW_OF).format(paper=self._name, page=words.page_of(page, count))
        self.setAccessibleName(name)
        self.page_changed.emit(page)
