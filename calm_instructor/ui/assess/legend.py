"""What the marks mean, beneath the grid, and whose catalogue it is."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import assess as words
from calm_instructor.ui.parts.labels import Chip, Label
from calm_instructor.ui.parts.marks import Mark, MarkLabel


class Legend(QWidget):
    """One line."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(22)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for kind, text in words.LEGEND.items():
            line.addWidget(MarkLabel(Mark(kind), _(text), 16))
            line.addWidget(Label(_(text), "small"))
            line.addSpacing(8)
        line.addWidget(Label("2", "smallstrong"))
        line.addWidget(Label(_(words.SECOND_ATTEMPT), "small"))
        line.addSpacing(8)
        line.addWidget(MarkLabel(Mark(note=True), _(words.NOTE), 12))
        line.addWidget(Label(_(words.NOTE), "small"))
        line.addStretch(1)
        self._generic = Chip(_(words.GENERIC), tone="warn", square=True)
        line.addWidget(self._generic)

    def show_generic(self, generic: bool) -> None:
        """R25."""
        self._generic.setVisible(generic)
