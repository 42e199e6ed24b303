"""The wordings of a log and what each is counted as: by our proposal, until a person says otherwise or confirms it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import incident_log as words
from calm_instructor.operations.analysing import hold_names
from calm_instructor.operations.mapping import LEFT_OUT, UNDECIDED, Wording
from calm_instructor.ui.parts.inputs import Choice, Tick
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.table_view import TableView


class LogWordings(QWidget):
    """``said(wording, code)``: what a person says a wording stands for; ``uncounted``: whether open rows may stay so."""

    said = Signal(object, str)
    uncounted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("surface")
        self._names = hold_names()
        self.table: TableView[Wording] = _Wordings(
            [
                Column(_(words.HEAD_WORDING), _text, width=None, paint="strong"),
                Column(_(words.HEAD_ROWS), lambda each: str(each.rows), width=56, right=True),
                Column(_(words.HEAD_MEANS), self._means, width=232),
                Column(_(words.HEAD_STANDS), _stands, width=172, paint="lamp", lamp=_lamp),
            ],
            name=_(words.WORDINGS),
            row_height=32,
        )
        self.means = Choice(
            [(UNDECIDED, _(words.UNDECIDED)), (LEFT_OUT, _(words.LEAVE_OUT)), *self._names.items()], name=_(words.MEANS)
        )
        self.means.setFixedWidth(320)
        self.leave = Tick("")
        self._of = Label("", "quiet", elide=True)
        self.table.moved.connect(lambda _row: self._show_row())
        self.table.opened.connect(self._open)
        self.means.chosen.connect(self._chosen)
        self.leave.clicked.connect(lambda ticked: self.uncounted.emit(ticked))
        if isinstance(self.table, _Wordings):
            self.table.confirmed.connect(lambda each: self.said.emit(each, each.code))
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 8)
        foot.setSpacing(12)
        foot.addWidget(self._of, 1)
        foot.addWidget(self.means)
        more = QHBoxLayout()
        more.setContentsMargins(12, 0, 12, 8)
        more.addWidget(self.leave)
        more.addStretch(1)
        more.addWidget(Label(_(words.WORDINGS_KEYS), "small", elide=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        column.addLayout(more)

    def show_wordings(self, wordings: Sequence[Wording], open_words: str) -> None:
        """Show them; the wording in hand stays in hand. ``open_words``: what one ticks to leave open rows uncounted."""
        self.table.show_rows(wordings, same=lambda each: each.key)
        self.leave.setText(open_words)
        self.leave.setAccessibleName(open_words)
        self.leave.setVisible(bool(open_words))
        self._show_row()

    def _show_row(self) -> None:
        each = self.table.current()
        self.means.setEnabled(each is not None and bool(each.text))
        if each is None:
            self._of.setText("")
            self.means.set_value(None)
            return
        told = _(words.MEANS_OF).format(wording=each.text) if each.text else _(words.NOT_SHOWN_HINT)
        self._of.setText(told)
        self.means.setAccessibleName(told)
        self.means.set_value(each.code)

    def _open(self, _row: object) -> None:
        if self.means.isEnabled():
            self.means.setFocus()
            self.means.showPopup()

    def _chosen(self, value: object) -> None:
        each = self.table.current()
        if each is None:
            return
        self.said.emit(each, str(value))
        self.table.setFocus()

    def _means(self, each: Wording) -> str:
        fixed = {LEFT_OUT: _(words.LEAVE_OUT), UNDECIDED: _(words.UNDECIDED)}
        return fixed.get(each.code) or self._names.get(each.code, each.code)


class _Wordings(TableView[Wording]):
    """``confirmed``: Space on a row."""

    confirmed = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space confirms the row in hand and goes on; the rest is a list's."""
        each = self.current()
        if event.key() == Qt.Key.Key_Space and each is not None:
            if not each.is_open:
                self.confirmed.emit(each)
            self.put_in_hand(min(self.currentIndex().row() + 1, self.rows.rowCount() - 1))
            return
        super().keyPressEvent(event)


def _text(each: Wording) -> str:
    return each.text or _(words.NOT_SHOWN)


def _stands(each: Wording) -> str:
    if each.is_open:
        told = _(words.STANDS_OPEN)
    elif each.is_remembered:
        told = _(words.STANDS_LAST_TIME)
    elif each.is_confirmed:
        told = _(words.STANDS_CONFIRMED)
    else:
        told = _(words.STANDS_USUAL) if each.is_assumed else _(words.STANDS_PROPOSED)
    return _(words.NEW_TO_SHAPE).format(stands=told) if each.is_new and not each.is_confirmed else told


def _lamp(each: Wording) -> Lamp:
    if each.is_open:
        return Lamp.WARN
    return Lamp.OK if each.is_confirmed else Lamp.INFO
