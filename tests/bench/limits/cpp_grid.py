"""A grid of Qt's own: C++ item model, default delegate, a letter in each cell. No mark, no hatch, no rule."""

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTableView


def cpp_grid(rows: int, columns: int) -> QTableView:
    """A view as large as ours."""
    view = QTableView()
    model = QStandardItemModel(rows, columns, view)
    for row in range(rows):
        for column in range(columns):
            model.setItem(row, column, QStandardItem("C"))
    view.setModel(model)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().setDefaultSectionSize(32)
    view.horizontalHeader().setDefaultSectionSize(64)
    return view
