"""A column of things that scrolls within a form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget


class ScrolledRows(QWidget):
    """``column`` takes the things from the top down."""

    def __init__(self, spacing: int = 0, margin: int = 0) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin * 3 // 4, margin, margin * 3 // 4)
        self.column.setSpacing(spacing)
