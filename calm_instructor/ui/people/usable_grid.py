"""What a person may use today: codes and names in two columns, to be read out on the telephone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from calm_instructor.operations.viewing.person_card import Usable
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.surfaces import scrolled
from calm_instructor.ui.parts.taking_away import take_away

_MOST = 134
"""Beyond six lines it scrolls, for what stands beneath it."""


class UsableGrid(QWidget):
    """Down the first column, then down the second."""

    def __init__(self) -> None:
        super().__init__()
        holder = QWidget()
        holder.setObjectName("surface")
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        for name in (1, 3):
            self._grid.setColumnStretch(name, 1)
        self._area: QScrollArea = scrolled(holder)
        self._area.viewport().setObjectName("surface")
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area, 0, 0)

    def show_usable(self, usable: Sequence[Usable]) -> None:
        """Show these; nothing where nothing may be used."""
        take_away(self._grid)
        down = (len(usable) + 1) // 2
        for place, each in enumerate(usable):
            column, row = divmod(place, down)
            told = f"{each.name} · {each.until}" if each.until else each.name
            code, name = Label(each.code, "strong"), Label(told, wrap=True)
            for label, at in ((code, 2 * column), (name, 2 * column + 1)):
                label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._grid.addWidget(label, row, at)
                label.show()
        self.setVisible(bool(usable))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names take other lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(min(_MOST, max(20, self._grid.totalHeightForWidth(max(200, self.width())))))
