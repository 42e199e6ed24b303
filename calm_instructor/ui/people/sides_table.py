"""What two records say of each matter, side by side: one of the two is chosen in each row."""

from typing import cast

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import duplicates as words
from calm_instructor.operations.viewing.duplicates import Matter, Said
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.table_view import PAD, RowDelegate, TableView, fitting
from calm_instructor.ui.theme import fonts, icons, tokens

_KEPT, _DOUBLE = 1, 2
_MATTER = 120
_HEAD = 46
_ROW, _TALL_ROW = 36, 52


class _Head(QHeaderView):
    """A head over what hangs on the record."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.holds = ("", "")

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:
        """The head in bold, and beneath it what hangs on the record."""
        painter.save()
        painter.fillRect(area, tokens.colour("sunken"))
        painter.setPen(tokens.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        room = area.adjusted(PAD, 5, -PAD, -5)
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        painter.setPen(tokens.colour("text"))
        painter.setFont(fonts.font(12, strong=True))
        painter.drawText(room, Qt.AlignmentFlag.AlignTop, fitting(painter, text, room.width()))
        if section:
            painter.setPen(tokens.colour("text-2"))
            painter.setFont(fonts.font(12))
            beneath = fitting(painter, self.holds[section - 1], room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignBottom, beneath)
        painter.restore()


class _Delegate(RowDelegate):
    """The side that is taken stands out; the other steps back."""

    def paint_cell(self, painter: QPainter, area: QRect, column: Column[object], row: object, is_current: bool) -> None:
        """A side, taken or not."""
        table = cast("SidesTable", self.parent())
        side = table.side_of(column)
        if side is None:
            super().paint_cell(painter, area, column, row, is_current)
            return
        matter = cast("Matter", row)
        taken = table.is_taken(matter, side)
        said = _said(matter, side)
        icon, colour = ("circle-check", "accent") if taken else ("circle", "text-2")
        painter.drawPixmap(area.left(), area.center().y() - 7, icons.pixmap(icon, colour))
        area = area.adjusted(24, 0, 0, 0)
        quiet = "text-2" if said.text or is_current else "text-3"
        painter.setPen(tokens.colour("text" if taken and said.text else quiet))
        painter.setFont(fonts.font(strong=taken and bool(said.text)))
        upper, lower = area, area
        if said.beneath:
            upper = QRect(area.left(), area.center().y() - 19, area.width(), 20)
            lower = QRect(area.left(), area.center().y(), area.width(), 18)
        text = fitting(painter, said.text or _(words.NOTHING), area.width())
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, text)
        if said.beneath:
            painter.setFont(fonts.font(12, strong=taken))
            painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, fitting(painter, said.beneath, area.width()))


class SidesTable(TableView[Matter]):
    """Left and Right choose a side, Space and Enter the other one; a click chooses what it hits."""

    def __init__(self) -> None:
        self._taken: dict[str, bool] = {}
        super().__init__(
            [
                Column(_(words.MATTER), lambda row: row.called, width=_MATTER, paint="strong"),
                self._column(words.SAYS_FIRST, from_double=False),
                self._column(words.SAYS_SECOND, from_double=True),
            ],
            name=_(words.MATTER),
            row_height=_ROW,
        )
        self.setItemDelegate(_Delegate(cast("tuple[Column[object], ...]", self.rows.columns), self))
        self._head = _Head()
        self._head.setAccessibleName(_(words.MATTER))
        self._head.setProperty("reached_otherwise", True)
        self._head.setFixedHeight(_HEAD)
        self.setHorizontalHeader(self._head)
        self._head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(0, _MATTER)
        self.opened.connect(lambda row: self._take(row, from_double=not self._taken[row.name]))
        self.clicked.connect(self._clicked)

    def _column(self, head: str, *, from_double: bool) -> Column[Matter]:
        def whole(row: Matter) -> str:
            return _said(row, from_double).whole

        def told(row: Matter) -> str:
            taken = f", {_(words.TAKEN)}" if self.is_taken(row, from_double) else ""
            return f"{row.called}: {whole(row)}{taken}"

        return Column(_(head), whole, told=told, tip=whole)

    def side_of(self, column: Column[object]) -> bool | None:
        """Whether a column is the double's; None where it is neither record's."""
        place = self.rows.columns.index(cast("Column[Matter]", column))
        return {_KEPT: False, _DOUBLE: True}.get(place)

    def is_taken(self, row: Matter, from_double: bool) -> bool:
        """Whether this side of a matter is taken."""
        return self._taken.get(row.name, False) is from_double

    def show_matters(self, matters: tuple[Matter, ...], holds: tuple[str, str]) -> None:
        """Show them, each with the side that is likely to know it better. ``holds``: what hangs on the two records."""
        self._taken = {each.name: each.from_double for each in matters}
        self._head.holds = holds
        self._head.setAccessibleDescription(" | ".join(holds))
        self._head.viewport().update()
        self.show_rows(matters)
        heights = [_TALL_ROW if each.kept.beneath or each.double.beneath else _ROW for each in matters]
        for place, height in enumerate(heights):
            self.setRowHeight(place, height)
        self.setFixedHeight(_HEAD + sum(heights) + 2)

    def taken(self) -> frozenset[str]:
        """What is taken from the double."""
        return frozenset(name for name, from_double in self._taken.items() if from_double)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A side, or the other one."""
        row = self.current()
        if row is not None and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._take(row, from_double=event.key() == Qt.Key.Key_Right)
        elif row is not None and event.key() == Qt.Key.Key_Space:
            self.opened.emit(row)
        else:
            super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        row = self.current()
        if row is not None and index.column() in {_KEPT, _DOUBLE}:
            self._take(row, from_double=index.column() == _DOUBLE)

    def _take(self, row: Matter, *, from_double: bool) -> None:
        self._taken[row.name] = from_double
        self.viewport().update()


def _said(row: Matter, from_double: bool) -> Said:
    return row.double if from_double else row.kept
