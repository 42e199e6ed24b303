"""The start: the first window at once, and everything heavy behind it in a thread. The records follow when they are open."""

import gc
import logging
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QThread, Signal
from PySide6.QtWidgets import QApplication

from calm_instructor import messages
from calm_instructor.domain.errors import CalmError
from calm_instructor.ui.files import Files
from calm_instructor.ui.frame.first_page import Glance
from calm_instructor.ui.frame.main_window import MainWindow
from calm_instructor.ui.qt_desk import QtDesk
from calm_instructor.ui.theme.appearance import Appearance, remembered

if TYPE_CHECKING:
    from calm_instructor.operations.desk import Desk

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What the window is opened on. ``open_desk`` loads everything heavy and opens the records; it runs in a thread.

    ``appearance``: a palette's name for this time only; None is what was chosen last.
    """

    glance: Glance | None
    clock: Callable[[], datetime]
    open_desk: "Callable[[], Desk]"
    close_desk: "Callable[[Desk], object]"
    files: Files
    appearance: str | None = None


class Loader(QThread):
    """Loads and opens beside the window's own thread."""

    opened = Signal(object)
    refused = Signal(object)
    failed = Signal(str, str)

    def __init__(self, open_desk: "Callable[[], Desk]", parent: QObject) -> None:
        super().__init__(parent)
        self._open_desk = open_desk

    def run(self) -> None:
        """Open, and tell the window in its own thread."""
        try:
            desk = self._open_desk()
        except CalmError as no:
            self.refused.emit(no)
        except Exception as trouble:
            log.exception("while opening the records")
            self.failed.emit(str(trouble), traceback.format_exc())
        else:
            self.opened.emit(desk)


def application(arguments: list[str]) -> QApplication:
    """The one application object."""
    app = QApplication.instance() or QApplication(arguments)
    assert isinstance(app, QApplication)  # noqa: S101
    app.setApplicationName("CALM Instructor")
    app.setOrganizationName("CALM Instructor")
    return app


def build_window(app: QApplication, opening: Opening) -> MainWindow:
    """The first window, dressed; once it has been seen, everything heavy is loaded behind it. Not shown yet."""
    settings = QSettings()
    chosen = opening.appearance or remembered(settings)
    appearance = Appearance(app, chosen, lambda name: settings.setValue("appearance", name))
    appearance.put_on()
    window = MainWindow(opening.glance, opening.clock, appearance, opening.files)
    window.first.seen.connect(lambda: _load(window, opening))
    return window


def _load(window: MainWindow, opening: Opening) -> None:
    loader = Loader(opening.open_desk, window)

    def opened(desk: "Desk") -> None:
        window.at_close(lambda: opening.close_desk(desk))
        window.open_desk(QtDesk(desk))

    def refused(no: CalmError) -> None:
        window.say_not_opened(messages.sentence(no), lambda: _load(window, opening))

    def failed(told: str, details: str) -> None:
        window.say_not_opened(told, lambda: _load(window, opening))
        window.say_mistake(told, details)

    loader.opened.connect(opened)
    loader.refused.connect(refused)
    loader.failed.connect(failed)
    loader.finished.connect(gc.enable)
    window.at_close(loader.wait)
    gc.disable()  # see ``jobs``: nothing of the window is collected in another thread
    loader.start()


def open_window(opening: Opening) -> int:
    """Open the window and stay until it is closed; gives the exit code."""
    app = application(sys.argv[:1])
    window = build_window(app, opening)
    sys.excepthook = _told_in(window)
    window.resize(1366, 768)
    screen = window.screen().availableGeometry()
    if screen.width() <= 1400 or screen.height() <= 800:
        window.showMaximized()
    else:
        window.show()
    return app.exec()


def _told_in(
    window: MainWindow,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """What nobody foresaw is logged and told with a copy button; the window goes on."""

    def hook(kind: type[BaseException], trouble: BaseException, trace: TracebackType | None) -> None:
        log.error("not foreseen", exc_info=(kind, trouble, trace))
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        window.say_mistake(str(trouble) or kind.__name__, "".join(traceback.format_exception(kind, trouble, trace)))

    return hook
