"""What mat-side asks of the step that it lies over; so that neither needs to know the other's module."""

from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from calm_instructor.operations.viewing.grid import GridColumn, GridRow
from calm_instructor.ui.assess.grid_model import GridModel
from calm_instructor.ui.page import Around
from calm_instructor.ui.qt_desk import QtDesk


class Marker(Protocol):
    """Shows marks in ``model`` once they are on the disk; makes them, and says why not."""

    model: GridModel
    around: Around
    desk: QtDesk

    def window(self) -> QWidget: ...
    def record(self, row: GridRow, column: GridColumn, letter: str, reason: str = "") -> None: ...
    def correct(self, row: GridRow, column: GridColumn, why: str) -> None: ...
    def granted(self, wish: Any, *args: Any, **kwargs: Any) -> Any: ...
