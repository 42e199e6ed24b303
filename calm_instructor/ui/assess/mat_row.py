"""One person mat-side: bib, known-as, and three large buttons. Reasons show on request only: others can read the screen."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import assess as words
from calm_instructor.operations.viewing.grid import Cell, GridRow
from calm_instructor.ui.assess.grid_model import kind_of
from calm_instructor.ui.parts import marks
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.marks import Mark
from calm_instructor.ui.theme import fonts, icons, tokens

KINDS = {"C": "competent", "N": "not_yet", "-": "not_assessed"}
SOFT = {"C": ("ok-soft", "ok"), "N": ("warn-soft", "warn"), "-": ("sunken", "line-strong")}
WIDTHS = {"C": 104, "N": 92, "-": 64}
ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}
LONG = 24
"""Letters from which a name is written smaller."""


class MatButton(QAbstractButton):
    """An outcome, as a mark. Chosen is soft fill, border and tick."""

    def __init__(self, letter: str) -> None:
        super().__init__()
        self.letter = letter
        self.chosen = False
        self.setFixedSize(WIDTHS[letter], 56)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are the page's own; Enter presses."""
        if event.key() in ARROWS:
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Fixed."""
        return QSize(WIDTHS[self.letter], 56)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, mark, tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        soft, line = SOFT[self.letter]
        down = self.isDown() or self.underMouse()
        painter.setPen(QPen(tokens.colour(line if self.chosen else "line-strong"), 2 if self.chosen else 1.5))
        painter.setBrush(tokens.colour(soft if self.chosen else "sunken" if down else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        middle = QRectF(self.rect())
        if self.chosen and self.letter != "-":
            middle = middle.adjusted(0, 0, -30, 0)
            tick = icons.pixmap("check", line, 20)
            painter.drawPixmap(round(middle.center().x()) + 22, self.height() // 2 - 10, tick)
        if self.letter == "C" and not self.chosen:
            painter.setPen(QPen(tokens.colour("ok"), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle.center() + QPointF(0, 0), 13.5, 13.5)
            painter.setFont(fonts.font(15, strong=True))
            painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, "C")
        else:
            marks.paint(painter, middle, Mark(KINDS[self.letter]), 28)
        if self.hasFocus():
            painter.setPen(QPen(tokens.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 3, 3)
        painter.end()


class _Words(QWidget):
    """Bib and name, large; a second line on request. ``hand``: there is something to be done for them."""

    def __init__(self) -> None:
        super().__init__()
        self.bib, self.name, self.note, self.hand = 0, "", "", False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() // 2
        box = QRect(0, middle - 20, 40, 40)
        painter.setPen(QPen(tokens.colour("line-strong"), 1))
        painter.setBrush(tokens.colour("surface"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(tokens.colour("text"))
        painter.setFont(fonts.font(20, strong=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.bib))
        font = fonts.font(20 if len(self.name) > LONG else 24)
        painter.setFont(font)
        room = QRect(52, 0, self.width() - 52 - (32 if self.hand else 0), self.height())
        if self.hand:
            painter.drawPixmap(self.width() - 28, middle - 12, icons.pixmap("hand", "text-2", 24))
        name = QFontMetrics(font).elidedText(self.name, Qt.TextElideMode.ElideRight, room.width())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if not self.note:
            painter.drawText(room, left, name)
        else:
            painter.drawText(room.adjusted(0, middle - 30, 0, 0 - self.height() + middle + 4), left, name)
            small = fonts.font(16)
            painter.setFont(small)
            painter.setPen(tokens.colour("text-2"))
            note = QFontMetrics(small).elidedText(self.note, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room.adjusted(0, middle + 4, 0, 28 - self.height() + middle), left, note)
        painter.end()


class MatRow(QFrame):
    """``marked``: C, N or -; ``mended``: what keeps this person from being marked is to be mended."""

    marked = Signal(object, str)
    mended = Signal(object)
    taken = Signal(object)

    def __init__(self, row: GridRow) -> None:
        super().__init__()
        self.row = row
        self.setObjectName("card")
        self.setMinimumHeight(68)
        self._words = _Words()
        self.buttons = {letter: MatButton(letter) for letter in KINDS}
        self.mend = button(_(words.CANT_NOW), lambda: self.mended.emit(self.row), icon="stethoscope", large=True)
        self.mend.setFixedWidth(272)
        self._is_current = False
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 12, 4)
        line.setSpacing(12)
        line.addWidget(self._words, 1)
        for letter, made in self.buttons.items():
            made.clicked.connect(lambda _checked=False, letter=letter: self._mark(letter))
            line.addWidget(made)
        line.addWidget(self.mend)

    def _mark(self, letter: str) -> None:
        self.taken.emit(self)
        self.marked.emit(self.row, letter)

    def show_cell(self, row: GridRow, cell: Cell, note: str) -> None:
        """What stands, as chosen buttons."""
        self.row = row
        name = row.known_as
        self._words.bib, self._words.name, self._words.note = row.bib, name, note
        self._words.hand = bool(row.to_do)
        self._words.update()
        kind = kind_of(cell)
        for letter, made in self.buttons.items():
            made.chosen = KINDS[letter] == kind
            made.setVisible(not row.why or bool(kind))
            made.setAccessibleName(
                _(words.MARK_OF).format(who=f"{row.bib} {name}", state=_(words.LEGEND[KINDS[letter]]))
            )
            made.setAccessibleDescription(_(words.STATES[kind]) if made.chosen else "")
            made.update()
        self.mend.setVisible(bool(row.why) and not kind)
        self.mend.setAccessibleName(f"{row.bib} {name}: {_(words.CANT_NOW)}")

    def set_current(self, current: bool) -> None:
        """Whether keys mark this person."""
        if current is not self._is_current:
            self._is_current = current
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring when in hand."""
        super().paintEvent(event)
        if self._is_current:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(tokens.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
            painter.end()


def stacked(*widgets: QWidget) -> QVBoxLayout:
    """Words above words."""
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addStretch(1)
    for each in widgets:
        column.addWidget(each)
    column.addStretch(1)
    return column
