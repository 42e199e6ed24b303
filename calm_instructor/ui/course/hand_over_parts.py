"""Parts of the trainee's page, large enough for anybody: a result, a sentence with an empty box."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from calm_instructor.operations.viewing.hand_over import ResultLine
from calm_instructor.ui.parts.inputs import Tick
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.marks import Mark, MarkLabel


class ResultRow(QFrame):
    """A mark, what it is of, and the result in words."""

    def __init__(self, line: ResultLine, *, is_last: bool = False) -> None:
        super().__init__()
        self.setObjectName("" if is_last else "row")
        self.setMinimumHeight(40)
        self.setMaximumHeight(51)
        self.setAccessibleName(line.said)
        across = QHBoxLayout(self)
        across.setContentsMargins(4, 0, 4, 0)
        across.setSpacing(14)
        mark = MarkLabel(Mark(line.kind), line.what, 26)
        across.addWidget(mark)
        mark.setFixedWidth(30)
        across.addWidget(Label(line.name, "trainee", elide=True), 1)
        what = Label(line.what, "traineequiet")
        across.addWidget(what)


class Statement(QWidget):
    """A sentence to tick; all of it can be pressed. ``ticked`` comes from a person only."""

    ticked = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        self.box = Tick("", name=text, large=True)
        self.box.setFixedSize(28, 28)
        self.box.toggled.connect(lambda _on: self.ticked.emit())
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 2, 0, 2)
        across.setSpacing(10)
        across.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(Label(text, "trainee", wrap=True), 1)

    @property
    def is_ticked(self) -> bool:
        """Whether it was said."""
        return self.box.isChecked()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pressing the sentence ticks it."""
        self.box.toggle()
        event.accept()
