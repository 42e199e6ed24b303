"""A find line above a list: Down goes on into what was found."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from calm_instructor.ui.parts.inputs import SearchLine


class FindLine(SearchLine):
    """``leads_into``: the list that Down goes into, once there is one."""

    leads_into: QAbstractItemView | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leaves the line for the list."""
        if event.key() == Qt.Key.Key_Down and self.leads_into is not None and self.leads_into.isVisible():
            self.leads_into.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
