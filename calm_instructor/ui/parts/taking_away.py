"""Making room in a layout: what stood there is hidden at once and goes when Qt has time."""

from PySide6.QtWidgets import QLayout


def take_away(layout: QLayout) -> None:
    """Take everything out of a layout, to lay it out anew."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
