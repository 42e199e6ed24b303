"""How a log is read: which column says what, which comes first in its dates, how its letters are stored."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import incident_log as words
from calm_instructor.operations.mapping import LogRead
from calm_instructor.ui.parts.inputs import Choice
from calm_instructor.ui.parts.labels import Label

_FIELDS = ("date", "category", "narrative", "count")
_NONE = -1


class LogHow(QWidget):
    """``column_chosen(field, place)``, -1 for none; ``order_chosen`` and ``encoding_chosen`` by name. From a person only."""

    column_chosen = Signal(str, int)
    order_chosen = Signal(str)
    encoding_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.columns: dict[str, Choice] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        for name in _FIELDS:
            self.columns[name] = self._add(column, _(words.FIELDS[name]))
            self.columns[name].chosen.connect(partial(self._column, name))
        self.order = self._add(column, _(words.DATES))
        self.order.offer([(name, _(text)) for name, text in words.ORDERS.items()])
        self.order.chosen.connect(lambda name: self.order_chosen.emit(str(name)))
        self._letters = Label(_(words.LETTERS), "field")
        self.letters = Choice(
            [(name, _(text)) for name, text in words.ENCODINGS.items()], name=_(words.LETTERS), small=True
        )
        self.letters.chosen.connect(lambda name: self.encoding_chosen.emit(str(name)))
        column.addWidget(self._letters)
        column.addWidget(self.letters)
        column.addStretch(1)

    def _add(self, column: QVBoxLayout, text: str) -> Choice:
        said = Label(text, "field")
        choice = Choice(name=text, small=True)
        said.setBuddy(choice)
        column.addWidget(said)
        column.addWidget(choice)
        return choice

    def show_log(self, log: LogRead) -> None:
        """How a log is read now."""
        for name, choice in self.columns.items():
            choice.offer([(_NONE, _(words.NOT_READ)), *log.offered])
            at = log.columns.get(name, log.columns.get("month") if name == "date" else None)
            choice.set_value(_NONE if at is None else at)
        self.order.set_value(log.how.date_order)
        self._letters.setVisible(bool(log.encoding))
        self.letters.setVisible(bool(log.encoding))
        self.letters.set_value(log.encoding)

    @property
    def is_at_work(self) -> bool:
        """Whether somebody is going through its choices by key: the keyboard stays where it is then."""
        return any(each.hasFocus() for each in (*self.columns.values(), self.order, self.letters))

    def first_asked(self, log: LogRead) -> Choice | None:
        """The choice by which the first question is answered; None where nothing is asked."""
        if not log.asks:
            return None
        at = log.columns
        if "date" not in at and "month" not in at:
            return self.columns["date"]
        return self.order if "category" in at or "narrative" in at else self.columns["category"]

    def _column(self, name: str, at: object) -> None:
        self.column_chosen.emit(name, int(str(at)))
