"""A form at the right that scrolls where it is taller than the window; its buttons stay in sight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.surfaces import scrolled
from calm_instructor.ui.people.evidence_panel import ActPanel


class ScrolledRows(QWidget):
    """``column`` takes the things from the top down."""

    def __init__(self, spacing: int = 0, margin: int = 0) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin * 3 // 4, margin, margin * 3 // 4)
        self.column.setSpacing(spacing)


class ScrollingPanel(ActPanel):
    """``column`` is what scrolls."""

    def __init__(self, page: Page, title: str, verb: str, detail: str = "") -> None:
        super().__init__(page, title, verb, detail)
        inner = ScrolledRows(spacing=10, margin=16)
        self.column.setContentsMargins(0, 0, 0, 0)
        area = scrolled(inner)
        area.viewport().setObjectName("surface")
        self.column.addWidget(area)
        self.column = inner.column
