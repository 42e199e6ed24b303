"""A table whose rows are ticked: Space does what Enter does, and letters go on finding."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from calm_instructor.ui.parts.table_view import TableView

T = TypeVar("T")


class TickTable(TableView[T]):
    """``opened`` comes for the row that is to be ticked, or unticked."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks."""
        row = self.current()
        if event.key() == Qt.Key.Key_Space and row is not None:
            self.opened.emit(row)
        else:
            super().keyPressEvent(event)
