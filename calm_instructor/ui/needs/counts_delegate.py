"""Paints the audit: a box for each month that may be typed into, sums, the audit before in a word, and the trend as bars."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from calm_instructor.domain.audit_trend import Since
from calm_instructor.messages.labels import label
from calm_instructor.messages.window import audit as words
from calm_instructor.operations.viewing.audit import CountRow
from calm_instructor.ui.needs.counts_model import HOLD, RISK, CountsModel
from calm_instructor.ui.parts import trend
from calm_instructor.ui.parts.texts import LineEdit
from calm_instructor.ui.theme import fonts, icons, tokens

Index = QModelIndex | QPersistentModelIndex
PAD, BOX_WIDE, BOX_HIGH, CHART = 8, 28, 24, 26
_ICONS = {"more": "arrow-up", "fewer": "arrow-down", "same": "arrow-right", "new": "plus", "gone": "minus"}


class CountsDelegate(QStyledItemDelegate):
    """What has ended stands back: sunken, and in a quieter colour."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, line beneath, content, and the ring where the keyboard is."""
        table, model = self._table, cast("CountsModel", index.model())
        area: QRect = option.rect
        row = model.row(index)
        is_here = index.row() == table.currentIndex().row()
        painter.save()
        painter.fillRect(area, tokens.colour("selected" if is_here else "sunken" if row.is_ended else "surface"))
        painter.setPen(tokens.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        in_hand = table.hasFocus() and index == table.currentIndex()
        if model.month_of(index.column()) is not None:
            self._month(painter, area, index, row, in_hand=in_hand)
        else:
            self._words(painter, area, index, row)
            if in_hand:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(tokens.colour("focus"), 2))
                painter.drawRoundedRect(QRectF(area).adjusted(2, 2, -2, -3), 3, 3)
        painter.restore()

    @property
    def _table(self) -> QTableView:
        return cast("QTableView", self.parent())

    def _month(self, painter: QPainter, area: QRect, index: Index, row: CountRow, *, in_hand: bool) -> None:
        model = cast("CountsModel", index.model())
        box = _box(area)
        if model.shown.is_open:
            painter.setPen(QPen(tokens.colour("line" if row.is_ended else "line-strong"), 1))
            painter.setBrush(tokens.colour("surface"))
            painter.drawRoundedRect(box, 4, 4)
        if in_hand:
            painter.setPen(QPen(tokens.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), 6, 6)
        text = model.text(index)
        painter.setFont(fonts.font())
        quiet = row.is_ended or text == "0"
        painter.setPen(tokens.colour("text-2" if quiet else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text or ("" if model.shown.is_open else "–"))

    def _words(self, painter: QPainter, area: QRect, index: Index, row: CountRow) -> None:
        model, column = cast("CountsModel", index.model()), index.column()
        inner = area.adjusted(PAD, 0, -PAD, -1)
        plain = tokens.colour("text-2" if row.is_ended else "text")
        painter.setPen(plain)
        if column == model.trend:
            token = "line-strong" if row.is_ended else "block-theory"
            chart = QRectF(inner.left(), inner.center().y() - CHART / 2, inner.width(), CHART)
            shown = model.shown
            trend.paint(painter, chart, row.counts[shown.page], shown.view.most(shown.page), token=token)
        elif column == model.then:
            self._then(painter, inner, index, row)
        elif column == HOLD:
            _wrapped(painter, inner, row.name, model.ended(row))
        else:
            painter.setFont(fonts.font(strong=not row.is_ended))
            side = Qt.AlignmentFlag.AlignLeft if column == RISK else Qt.AlignmentFlag.AlignRight
            painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, model.text(index))

    def _then(self, painter: QPainter, area: QRect, index: Index, row: CountRow) -> None:
        model = cast("CountsModel", index.model())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(tokens.colour("text-2"))
        painter.setFont(fonts.font())
        if row.since is None or model.shown.page:
            painter.drawText(area, right, model.text(index))
            return
        painter.drawText(QRect(area.left(), area.center().y() - 16, area.width(), 17), right, model.text(index))
        painter.setFont(fonts.font(12))
        how = words.in_sentence(label(row.since))
        word = words.changed_by(row.change, how) if row.since in {Since.MORE, Since.FEWER} else how
        lower = QRect(area.left(), area.center().y(), area.width(), 16)
        painter.drawText(lower, right, word)
        left = lower.right() - painter.fontMetrics().horizontalAdvance(word) - 17
        painter.drawPixmap(left, lower.top() + 2, icons.pixmap(_ICONS[row.since.value], "text-2", 13))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as the table says."""
        return QSize(40, self._table.verticalHeader().defaultSectionSize())

    # ── typing ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line of the box's size, named for who hears it."""
        editor = LineEdit(name=str(index.data(Qt.ItemDataRole.AccessibleTextRole)), small=True)
        editor.setParent(parent)
        editor.setProperty("count", True)
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setMaxLength(8)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The number there is, all of it taken, so that typing replaces it; what is being typed stays."""
        if isinstance(editor, LineEdit) and not editor.isModified():
            editor.show_text(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Hand on what was typed."""
        if isinstance(editor, LineEdit):
            cast("CountsModel", model).setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """In place of the box, a little wider for what is long."""
        editor.setGeometry(_box(option.rect).adjusted(-4, -1, 4, 1).toAlignedRect())


def _box(area: QRect) -> QRectF:
    return QRectF(area.center().x() - BOX_WIDE / 2 + 0.5, area.center().y() - BOX_HIGH / 2 + 0.5, BOX_WIDE, BOX_HIGH)


def _wrapped(painter: QPainter, area: QRect, text: str, beneath: str = "") -> None:
    """A name on one line or two, or on one with a word beneath it; what is longer still ends in dots."""
    painter.setFont(fonts.font())
    metrics = painter.fontMetrics()
    if not beneath and metrics.horizontalAdvance(text) <= area.width():
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        return
    first, rest = "", text.split()
    if beneath:
        first, rest = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width()), beneath.split()
    while rest and not beneath and metrics.horizontalAdvance(f"{first} {rest[0]}".strip()) <= area.width():
        first = f"{first} {rest.pop(0)}".strip()
    second = metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, area.width())
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    for place, line in enumerate((first, second)):
        top = area.center().y() - 16 + place * 16
        painter.drawText(QRectF(area.left(), top, area.width(), 17), line, option)
