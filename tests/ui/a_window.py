"""A real window over a real store, opened in the test's own thread, with a clock that stands where the test sets it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from calm_instructor.operations.opening import close_desk, open_desk
from calm_instructor.operations.viewing.places import Place
from calm_instructor.store.first_look import first_look
from calm_instructor.ui.files import Files
from calm_instructor.ui.frame.main_window import MainWindow
from calm_instructor.ui.qt_desk import QtDesk
from calm_instructor.ui.theme.appearance import Appearance


class ChosenFiles(Files):
    """Chooses what the test names, without asking."""

    def __init__(self) -> None:
        super().__init__(native=False)
        self.next: Path | None = None
        self.asked: list[str] = []

    def _ask(self, parent, caption, patterns, mode, then, name="") -> None:
        self.asked.append(caption)
        if self.next is not None:
            then(self.next / name if name and self.next.is_dir() else self.next)


class AClock:
    """Stands where it is set."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


class AWindow:
    """The window, its clock and files, and ways to go about in it."""

    def __init__(self, folder: Path, now: datetime, appearance: Appearance) -> None:
        self.clock = AClock(now)
        self.files = ChosenFiles()
        self.folder = folder
        self.window = MainWindow(first_look(folder), self.clock, appearance, self.files)
        self.desk = open_desk(folder, self.clock)
        self.window.at_close(lambda: close_desk(self.desk))
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        self.window.open_desk(QtDesk(self.desk))
        settle()

    def go(self, page: str, record=None, step: str = "", focus=None) -> Any:
        """Go somewhere; gives the page, or the step of a course."""
        self.window.go(Place(page=page, record=record, step=step, focus=focus))
        settle(self.window)
        page_seen = self.window.page
        assert page_seen is not None
        return getattr(page_seen, "step", None) or page_seen

    @property
    def said(self) -> str:
        """What the status line says."""
        return self.window.status.text()


def settle(window: MainWindow | None = None) -> None:
    """Until nothing waits to be done in the window's thread, nor in a job of this window."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    while window is not None and window.jobs.busy:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 200)


@contextmanager
def a_window(folder: Path, now: datetime, appearance: Appearance) -> Iterator[AWindow]:
    """A window that is closed at the end, with nothing left of it."""
    made = AWindow(folder, now, appearance)
    try:
        yield made
    finally:
        made.window.close()
        made.window.deleteLater()
        settle()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def named_controls(root: QWidget) -> Callable[[str], list[QWidget]]:
    """Finds controls by their accessible name."""
    return lambda name: [
        each for each in root.findChildren(QWidget) if each.accessibleName() == name and each.isVisible()
    ]
