"""Over mat-side, when somebody comes by who is not to read along: one key, or a touch, lifts it; no other does anything."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import assess as words
from calm_instructor.ui.course.cover import Cover
from calm_instructor.ui.parts.labels import Label


class Curtain(Cover):
    """Nothing is marked until H is pressed or it is touched."""

    def __init__(self, behind: QWidget) -> None:
        super().__init__(behind)
        self.setObjectName("sunken")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_(words.COVERED))
        told = Label(_(words.COVERED), "trainee")
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(told)

    def lay(self) -> None:
        """Over everything."""
        super().lay()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """H and nothing else."""
        if event.key() == Qt.Key.Key_H and not event.isAutoRepeat():
            self.lift()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A touch."""
        self.lift()
