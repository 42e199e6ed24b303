"""Choosing files and folders: an argument of the window, so that a test can choose by itself. Opened, never waited for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

Then = Callable[[Path], object]


class Files:
    """Asks with the system's own chooser; ``then`` gets the path if one was chosen. ``native``: False for Qt's own."""

    def __init__(self, *, native: bool = True) -> None:
        self._native = native

    def open(self, parent: QWidget, caption: str, patterns: str, then: Then) -> None:
        """Choose a file that is there. ``patterns`` as in "Spreadsheets (*.csv *.xlsx)"."""
        self._ask(parent, caption, patterns, QFileDialog.FileMode.ExistingFile, then)

    def save(self, parent: QWidget, caption: str, name: str, then: Then) -> None:
        """Choose where a file goes; ``name`` is proposed."""
        self._ask(parent, caption, "", QFileDialog.FileMode.AnyFile, then, name)

    def folder(self, parent: QWidget, caption: str, then: Then) -> None:
        """Choose a folder."""
        self._ask(parent, caption, "", QFileDialog.FileMode.Directory, then)

    def _ask(
        self, parent: QWidget, caption: str, patterns: str, mode: QFileDialog.FileMode, then: Then, name: str = ""
    ) -> None:
        dialog = QFileDialog(parent.window(), caption)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog, not self._native)
        dialog.setFileMode(mode)
        if patterns:
            dialog.setNameFilter(patterns)
        if mode is QFileDialog.FileMode.AnyFile:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        if mode is QFileDialog.FileMode.Directory:
            dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        if name:
            dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)) if chosen else None)
        dialog.open()
