"""The heads of the grid: names that stay in sight at the left, techniques in two lines above."""

from typing import Protocol

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHeaderView, QWidget

from calm_instructor.operations.viewing.grid import GridColumn, GridRow
from calm_instructor.ui.assess.grid_model import GridModel
from calm_instructor.ui.theme import fonts, icons, tokens

NAMES = 250
"""Width of the names: never cut off at 1280."""
HEAD = 40
KEPT = 128
"""Heads kept as pictures."""


def fitting(text: str, metrics: QFontMetrics, room: int) -> str:
    """As much of "Hair, front, one hand" as fits, by its own pauses; else cut off."""
    while metrics.horizontalAdvance(text) > room and "," in text:
        text = text.rpartition(",")[0]
    while metrics.horizontalAdvance(text) > room and " " in text:
        text = text.rpartition(" ")[0]
        if text.rpartition(" ")[2] in {"or", "and"}:
            text = text.rpartition(" ")[0]
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


def _halves(name: str, metrics: QFontMetrics, room: int) -> tuple[str, str]:
    """As many words as fit, and the rest."""
    words = name.split()
    first = words[:1]
    for word in words[1:]:
        if metrics.horizontalAdvance(" ".join([*first, word])) > room:
            break
        first.append(word)
    return " ".join(first), " ".join(words[len(first) :])


class Headed(Protocol):
    """The view that has the heads: where one is in it, and what its rows and columns are."""

    here: tuple[int, int]
    grid: GridModel

    def take(self, row: int, column: int) -> None: ...


class GridHead(QHeaderView):
    """One of the two heads. Pressing it takes its row or column in hand."""

    def __init__(self, orientation: Qt.Orientation, parent: "Headed") -> None:
        super().__init__(orientation)
        self._view = parent
        self._kept: dict[tuple[int, bool, int, float], QPixmap] = {}
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("reached_otherwise", True)
        self.setMinimumSectionSize(24)
        if orientation is Qt.Orientation.Vertical:
            self.setFixedWidth(NAMES)
        else:
            self.setFixedHeight(HEAD)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Its row or column is in hand."""
        section = self.logicalIndexAt(event.position().toPoint())
        if section < 0:
            return
        row, column = self._view.here
        if self.orientation() is Qt.Orientation.Vertical:
            self._view.take(section, max(0, column))
        else:
            self._view.take(max(0, row), section)

    def sizeHint(self) -> QSize:
        """Fixed."""
        return QSize(NAMES, HEAD)

    def forget(self) -> None:
        """Other people or techniques: nothing that was drawn holds."""
        self._kept.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay down the heads that are in sight, each drawn once; beneath the last name there is nothing, as beside it."""
        painter = QPainter(self.viewport())
        is_side = self.orientation() is Qt.Orientation.Vertical
        area = event.rect()
        begin = self.visualIndexAt(area.top() if is_side else area.left())
        end = self.visualIndexAt(area.bottom() if is_side else area.right())
        for section in range(begin, (end if end >= 0 else self.count() - 1) + 1) if begin >= 0 else ():
            at = self.sectionViewportPosition(section)
            painter.drawPixmap(0 if is_side else at, at if is_side else 0, self._picture(section, is_side))
        beyond = self.length() - self.offset()
        ground = tokens.colour("surface" if is_side else "sunken")
        if is_side:
            painter.fillRect(0, beyond, self.width(), max(0, self.height() - beyond), ground)
        else:
            painter.fillRect(beyond, 0, max(0, self.width() - beyond), self.height(), ground)
        painter.end()

    def _picture(self, section: int, is_side: bool) -> QPixmap:
        is_current = section == self._view.here[0 if is_side else 1]
        size, ratio = self.sectionSize(section), self.devicePixelRatioF()
        key = (section, is_current, size, ratio)
        picture = self._kept.get(key)
        if picture is None:
            if len(self._kept) > KEPT:
                self._kept.clear()
            wide, high = (self.width(), size) if is_side else (size, self.height())
            picture = QPixmap(round(wide * ratio), round(high * ratio))
            picture.setDevicePixelRatio(ratio)
            painter = QPainter(picture)
            self._draw(painter, QRect(0, 0, wide, high), section, is_current)
            painter.end()
            self._kept[key] = picture
        return picture

    def _draw(self, painter: QPainter, rect: QRect, section: int, is_current: bool) -> None:
        """A name with its bib, or a technique in two lines."""
        is_side = self.orientation() is Qt.Orientation.Vertical
        ground = "selected" if is_current else "surface" if is_side else "sunken"
        painter.fillRect(rect, tokens.colour(ground))
        painter.setPen(tokens.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if is_side:
            painter.setPen(QPen(tokens.colour("line-strong"), 2))
            painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
        else:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        head = self._view.grid.head(section, self.orientation())
        if isinstance(head, GridRow):
            (self._person if is_side else self._person_above)(painter, rect, head, is_current)
        else:
            (self._technique_aside if is_side else self._technique)(painter, rect, head, is_current)

    def _person(self, painter: QPainter, rect: QRect, row: GridRow, is_current: bool) -> None:
        self._bib(painter, QRect(rect.left() + 10, rect.center().y() - 8, 24, 18), row.bib)
        font = fonts.font(strong=is_current)
        painter.setFont(font)
        painter.setPen(tokens.colour("text"))
        if row.to_do:
            painter.drawPixmap(rect.right() - 22, rect.center().y() - 8, icons.pixmap("hand", "text-2", 16))
        room = rect.adjusted(42, 0, -26 if row.to_do else -4, -1)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if QFontMetrics(font).horizontalAdvance(row.name) <= room.width():
            painter.drawText(room, side, row.name)
            return
        small = fonts.font(12, strong=is_current)  # a long name takes two lines rather than be cut off
        painter.setFont(small)
        first, second = _halves(row.name, QFontMetrics(small), room.width())
        if not second:
            painter.drawText(room, side, first)
            return
        middle = room.center().y()
        painter.drawText(QRect(room.left(), middle - 14, room.width(), 15), side, first)
        rest = QFontMetrics(small).elidedText(second, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRect(room.left(), middle, room.width(), 15), side, rest)

    def _person_above(self, painter: QPainter, rect: QRect, row: GridRow, is_current: bool) -> None:
        self._two_lines(painter, rect, str(row.bib), row.name.split()[0], is_current)

    def _technique(self, painter: QPainter, rect: QRect, column: GridColumn, is_current: bool) -> None:
        self._two_lines(painter, rect, column.code, column.name, is_current)

    def _technique_aside(self, painter: QPainter, rect: QRect, column: GridColumn, is_current: bool) -> None:
        font = fonts.font(12, strong=True)
        painter.setFont(font)
        painter.setPen(tokens.colour("accent" if is_current else "text"))
        wide = max(64, QFontMetrics(font).horizontalAdvance(column.code) + 8)
        painter.drawText(rect.adjusted(12, 0, -4, -1), Qt.AlignmentFlag.AlignVCenter, column.code)
        painter.setFont(fonts.font())
        painter.setPen(tokens.colour("text"))
        room = rect.adjusted(12 + wide, 0, -4, -1)
        text = fitting(column.name, QFontMetrics(fonts.font()), room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _two_lines(self, painter: QPainter, rect: QRect, first: str, second: str, is_current: bool) -> None:
        bold, plain = fonts.font(12, strong=True), fonts.font(12)
        room = rect.width() - 4
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(bold)
        painter.setPen(tokens.colour("accent" if is_current else "text"))
        above = QRect(rect.left(), rect.top() + 3, rect.width(), 17)
        painter.drawText(above, centre, QFontMetrics(bold).elidedText(first, Qt.TextElideMode.ElideRight, room))
        painter.setFont(plain)
        painter.setPen(tokens.colour("accent" if is_current else "text-2"))
        below = QRect(rect.left(), rect.top() + 20, rect.width(), 17)
        painter.drawText(below, centre, fitting(second, QFontMetrics(plain), room))

    def _bib(self, painter: QPainter, box: QRect, bib: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.colour("line-strong"), 1))
        painter.setBrush(tokens.colour("surface"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(fonts.font(12, strong=True))
        painter.setPen(tokens.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(bib))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class Corner(QWidget):
    """What the names are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_text(self, text: str) -> None:
        """Other words."""
        self._text = text
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A head like the others, with the strong edge of the names."""
        painter = QPainter(self)
        area = self.rect()
        painter.fillRect(area, tokens.colour("sunken"))
        painter.setPen(tokens.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(QPen(tokens.colour("line-strong"), 2))
        painter.drawLine(area.right(), area.top(), area.right(), area.bottom())
        painter.setFont(fonts.font(12, strong=True))
        painter.setPen(tokens.colour("text"))
        painter.drawText(area.adjusted(10, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()
