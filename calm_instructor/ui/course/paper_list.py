"""The papers of a course as a list with boxes: arrows move, Space ticks, the paper in hand is the one looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QStyledItemDelegate, QStyleOptionViewItem

from calm_instructor.domain.sign_off import DocumentKind
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import documents as words
from calm_instructor.operations.viewing.papers import PaperKind
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.surfaces import Surface
from calm_instructor.ui.theme import fonts, icons, tokens

ROW_HEIGHT = 34
_BOX = 16
_PAD = 14
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, kw_only=True)
class PaperRow:
    """A line of the list. ``can_tick``: whether any paper of the kind can be had now."""

    kind: DocumentKind
    title: str
    detail: str
    right: str
    can_tick: bool


def row_of(kind: PaperKind, pages: int | None) -> PaperRow:
    """The line of a kind. ``pages``: of what can be had; None while they are not counted."""
    ready = kind.issuable
    right = words.not_yet() if not ready else words.papers(len(ready)) if pages is None else words.pages(pages)
    subject = kind.sheets[0].subject if kind.sheets else ""
    return PaperRow(
        kind=kind.kind,
        title=words.kind_title(kind.kind),
        detail=words.detail(kind.kind, subject, len(ready), len(kind.sheets)),
        right=right,
        can_tick=bool(ready),
    )


class PaperFoot(Surface):
    """What is ticked, and what it comes to."""

    def __init__(self) -> None:
        super().__init__("card")
        self._ticked, self._total = Label("", "strong"), Label("", "quiet")
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 7, 14, 7)
        line.addWidget(self._ticked)
        line.addStretch(1)
        line.addWidget(self._total)

    def show_totals(self, ticked: int, total: str) -> None:
        """Other figures."""
        self._ticked.setText(words.ticked(ticked))
        self._total.setText(total)


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[PaperRow, ...] = ()
        self.ticked: set[DocumentKind] = set()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.detail}, {row.right}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.kind in self.ticked else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self.rows[index.row()].can_tick else flags


class _Delegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = cast("PaperList", self.parent())
        row = view.row_at(index.row())
        area: QRect = option.rect
        current = index.row() == view.currentIndex().row()
        painter.save()
        painter.fillRect(area, tokens.colour("selected" if current else "surface"))
        painter.setPen(tokens.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        _box(painter, area, row, row.kind in view.ticked())
        left = area.left() + _PAD + _BOX + 12
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(fonts.font(strong=current))
        painter.setPen(tokens.colour("text"))
        painter.drawText(QRect(left, area.top(), area.width(), area.height()), flags, row.title)
        wide = painter.fontMetrics().horizontalAdvance(row.title)
        painter.setFont(fonts.font())
        end = area.right() - _PAD
        right = painter.fontMetrics().horizontalAdvance(row.right)
        painter.setPen(tokens.colour("text" if row.can_tick else "text-2"))
        painter.drawText(
            QRect(end - right, area.top(), right + 1, area.height()), Qt.AlignmentFlag.AlignVCenter, row.right
        )
        painter.setPen(tokens.colour("text-2"))
        room = QRect(left + wide, area.top(), end - right - 12 - left - wide, area.height())
        told = painter.fontMetrics().elidedText(f" · {row.detail}", Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, flags, told)
        if current and view.hasFocus():
            painter.setPen(QPen(tokens.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW_HEIGHT)


def _box(painter: QPainter, area: QRect, row: PaperRow, ticked: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRect(area.left() + _PAD, area.center().y() - _BOX // 2, _BOX, _BOX)
    pen = QPen(tokens.colour("accent" if ticked else "line-strong"))
    if not row.can_tick:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(tokens.colour("accent" if ticked else "surface"))
    painter.drawRoundedRect(box, 3, 3)
    if ticked:
        painter.drawPixmap(box.left() + 2, box.top() + 2, icons.pixmap("check", "on-accent", 13))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class PaperList(QListView):
    """``moved``: another paper is in hand; ``opened``: Enter or a double click; ``ticks_changed``: by a person."""

    moved = Signal(object)
    opened = Signal(object)
    ticks_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = _Model()
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(_(words.LIST_NAME))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(3 * ROW_HEIGHT)
        self.doubleClicked.connect(lambda _index: self.opened.emit(self.current()))
        self.selectionModel().currentRowChanged.connect(self._say_moved)

    def sizeHint(self) -> QSize:
        """All of it; where there is less room it scrolls."""
        return QSize(super().sizeHint().width(), len(self._model.rows) * ROW_HEIGHT + 2)

    def row_at(self, place: int) -> PaperRow:
        """The line at a place."""
        return self._model.rows[place]

    def ticked(self) -> frozenset[DocumentKind]:
        """The kinds that are ticked."""
        return frozenset(self._model.ticked)

    def tick(self, kinds: Sequence[DocumentKind]) -> None:
        """Tick these and no others; says nothing to anybody."""
        self._model.ticked = set(kinds)
        self._repaint()

    def show_rows(self, rows: Sequence[PaperRow]) -> None:
        """Show these lines; what is in hand stays in hand, what can't be had loses its tick."""
        place = max(0, self.currentIndex().row())
        if len(rows) != len(self._model.rows):
            self._model.beginResetModel()
            self._model.rows = tuple(rows)
            self._model.endResetModel()
            self.setMaximumHeight(self.sizeHint().height())
            self.updateGeometry()
        else:
            self._model.rows = tuple(rows)
        self._model.ticked &= {row.kind for row in rows if row.can_tick}
        self._repaint()
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(min(place, len(rows) - 1)))

    def current(self) -> DocumentKind | None:
        """The kind in hand."""
        place = self.currentIndex().row()
        return self._model.rows[place].kind if place >= 0 else None

    def put_in_hand(self, kind: DocumentKind) -> None:
        """Take a kind in hand."""
        for place, row in enumerate(self._model.rows):
            if row.kind is kind:
                self.setCurrentIndex(self._model.index(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Enter opens."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._toggle(self.currentIndex().row())
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.current())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on the box, or close to it, ticks."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton and event.position().x() < _PAD + _BOX + 8:
            self._toggle(index.row())

    def _toggle(self, place: int) -> None:
        row = self._model.rows[place]
        if row.can_tick:
            self._model.ticked ^= {row.kind}
            self._repaint()
            self.ticks_changed.emit()

    def _repaint(self) -> None:
        if self._model.rows:
            self._model.dataChanged.emit(self._model.index(0), self._model.index(len(self._model.rows) - 1))

    def _say_moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        if now.isValid():
            self.moved.emit(self._model.rows[now.row()].kind)
