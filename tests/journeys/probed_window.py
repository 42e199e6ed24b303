"""The program's own window in a process of its own, with a clock that a journey sets, and a small probe beside it.

    python -m tests.journeys.probed_window FOLDER SOCKET MOMENT

The probe answers questions about what is seen, one JSON object a line, over the local socket: where a control is, what has
the focus, what the status line says, whether all has come to rest. It never acts: keys and clicks come from outside.
"""

import json
import os
import socket
import sys
import time
import traceback
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QWindow
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QTableView,
    QWidget,
)

from calm_instructor.app import closed
from calm_instructor.messages.translating import use_language
from calm_instructor.operations.opening import open_desk
from calm_instructor.paths import resource
from calm_instructor.store.first_look import first_look
from calm_instructor.ui.files import Files
from calm_instructor.ui.frame.main_window import MainWindow
from calm_instructor.ui.frame.rail import Rail
from calm_instructor.ui.needs.question import Question
from calm_instructor.ui.start import Opening, application, build_window

Answer = dict[str, Any]

SOON = 1_500
"""Timers that run once within so many milliseconds are still waited for."""
LATE = 0.5
"""Seconds after which a key whose release nobody saw is let go: the window that had it may have closed."""
PATIENCE = 30.0
"""Seconds until somebody at the window would give up."""
AGAIN = 15
"""Milliseconds until a question that is still open is asked again."""


class FlowingClock:
    """Goes on from where it was set, as clocks do."""

    def __init__(self, at: datetime) -> None:
        self.set(at)

    def set(self, at: datetime) -> None:
        """It is this moment now."""
        self._at, self._since = at, time.monotonic()

    def __call__(self) -> datetime:
        """The moment."""
        return self._at + timedelta(seconds=time.monotonic() - self._since)


class Counted(QObject):
    """How many keys and mouse buttons came up again in a window of this process."""

    def __init__(self) -> None:
        super().__init__()
        self.ups = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only look."""
        ups = (QEvent.Type.KeyRelease, QEvent.Type.MouseButtonRelease)
        if event.type() in ups and event.spontaneous() and isinstance(watched, QWindow):
            self.ups += 1
        return False


class Probe:
    """Answers one question after the other in the window's own thread."""

    def __init__(self, app: QApplication, window: MainWindow, clock: FlowingClock, path: str) -> None:
        self.window, self.clock, self.counted = window, clock, Counted()
        app.installEventFilter(self.counted)
        self._line = socket.socket(socket.AF_UNIX)
        self._line.connect(path)
        self._rest = b""
        self._notifier = QSocketNotifier(self._line.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)

    def _read(self) -> None:
        more = self._line.recv(65_536)
        if not more:
            self._notifier.setEnabled(False)
            self.window.close()
            return
        *lines, self._rest = (self._rest + more).split(b"\n")
        for line in lines:
            self._soon(json.loads(line), time.monotonic(), 0)

    def _soon(self, asked: Answer, since: float, milliseconds: int) -> None:
        QTimer.singleShot(milliseconds, lambda: self._answer(asked, since))

    def _answer(self, asked: Answer, since: float) -> None:
        """Answer now, or ask again until it can be answered, at the latest when nobody waits any more."""
        waited = time.monotonic() - since
        more = {name: value for name, value in asked.items() if name != "ask"}
        ask: Callable[..., Answer] = getattr(self, f"ask_{asked['ask']}")
        answer = ask(**more, waited=waited) if asked["ask"] == "rest" else ask(**more)
        if answer.get("open") and waited < PATIENCE:
            self._soon(asked, since, AGAIN)
        else:
            self._line.sendall(json.dumps(answer).encode() + b"\n")

    # ── questions ───────────────────────────────────────────────────────────────────────────────────────────────────

    def ask_rest(self, ups: int, waited: float) -> Answer:
        """Once so many keys and buttons came up and nothing runs: how many came up."""
        QGuiApplication.sync()
        timers = [each for each in self.window.findChildren(QTimer) if each.isActive() and each.isSingleShot()]
        running = self.window.jobs.busy or any(each.interval() <= SOON for each in timers)
        is_late = self.counted.ups < ups and waited < LATE
        return {"open": self.window.desk is None or running or is_late, "ups": self.counted.ups}

    def ask_moment(self, at: str) -> Answer:
        """It is this moment now."""
        self.clock.set(datetime.fromisoformat(at))
        return {}

    def ask_find(self, name: str, row: str | int | None = None, head: str = "", wait: bool = True) -> Answer:
        """Where a control is on the screen; of a list, where a cell is. Every one of that name."""
        found = [each for each in self._controls() if fits(name, said_name(each))]
        found.sort(key=lambda each: isinstance(each.parent(), Rail))  # a page's own comes first
        best = [each for each in found if _takes_hands(each)] or found
        if row is None:
            answers = [_control(each) for each in best]
        else:
            lists = [each for each in best if isinstance(each, QAbstractItemView)]
            answers = [cell for each in lists for cell in _cells(each, row, head)]
        return {"found": answers, "open": wait and not answers}

    def ask_focus(self) -> Answer:
        """What has the focus, and what stands there."""
        focus = QApplication.focusWidget()
        return {} if focus is None else _control(focus)

    def ask_files(self) -> Answer:
        """Whether a file is being asked for, whether it is one to be written, and which name is proposed."""
        asking = QApplication.activeModalWidget()
        if not isinstance(asking, QFileDialog):
            return {"asked": False}
        field = asking.findChild(QLineEdit, "fileNameEdit")
        return {
            "asked": True,
            "save": asking.acceptMode() is QFileDialog.AcceptMode.AcceptSave,
            "name": field.text() if isinstance(field, QLineEdit) else "",
            "proposes": QApplication.activePopupWidget() is not None,
        }

    def ask_said(self) -> Answer:
        """What the status line says."""
        return {"said": self.window.status.text()}

    def ask_seen(self) -> Answer:
        """Every name and text that is seen, in the order of the screen."""
        seen = [each for each in self._controls() if not each.visibleRegion().isEmpty()]
        told = [(each.mapToGlobal(QPoint()), said_name(each) or _text(each)) for each in seen]
        told.sort(key=lambda each: (each[0].y() // 8, each[0].x()))
        return {"seen": [name for _where, name in told if name]}

    def ask_picture(self, path: str) -> Answer:
        """The whole screen as a picture."""
        QGuiApplication.sync()
        return {"kept": self.window.screen().grabWindow(0).save(path)}

    # ── looking ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _controls(self) -> list[QWidget]:
        """What is seen and can be reached: of a pop-up or dialog that is open, else of the window."""
        root = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        return [each for each in root.findChildren(QWidget) if each.isVisible()]


def fits(wanted: str, name: str) -> bool:
    """Whether a name is the one wanted; one that ends in "…" stands for its beginning."""
    return name == wanted or (wanted.endswith("…") and name.startswith(wanted[:-1]))


def said_name(widget: QWidget) -> str:
    """What a screen reader says first. Of a combo box Qt tells what is chosen, on Linux, whatever its name."""
    if widget.accessibleName():
        return widget.accessibleName()
    interface: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def _takes_hands(widget: QWidget) -> bool:
    return isinstance(widget, (QAbstractButton, QComboBox)) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def _text(widget: QWidget) -> str:
    for getter in ("text", "currentText", "toPlainText"):
        if callable(getattr(widget, getter, None)) and not isinstance(widget, Question):  # whose text() makes a field
            return str(getattr(widget, getter)())
    return ""


def _control(widget: QWidget) -> Answer:
    answer = {
        "name": said_name(widget),
        "kind": type(widget).__name__,
        "text": _text(widget),
        "enabled": widget.isEnabled(),
        "ticked": isinstance(widget, QAbstractButton) and widget.isChecked(),
        "rect": _on_screen(widget, widget.visibleRegion().boundingRect()),
    }
    if widget.visibleRegion().isEmpty():
        answer |= _around(widget)
    if isinstance(widget, QComboBox):
        answer["options"] = [widget.itemText(index) for index in range(widget.count())]
    if isinstance(widget, QAbstractItemView):
        answer["cell"] = _said(widget.currentIndex())
    return answer


def _cells(view: QAbstractItemView, row: str | int, head: str) -> list[Answer]:
    """Cells of a row, by its number from 0 or a text that stands in it: under the head that begins so, else with the text."""
    model = view.model()
    across = range(view.horizontalHeader().count() if isinstance(view, QTableView) else 1)
    heads = [str(model.headerData(each, Qt.Orientation.Horizontal) or "") for each in across]
    answers = []
    for number in range(model.rowCount(view.rootIndex())):
        cells = [model.index(number, each) for each in across]
        holding = cells if row == number else [each for each in cells if isinstance(row, str) and row in _said(each)]
        under = [each for each, told in zip(cells, heads, strict=True) if told.startswith(head)]
        for each in (under if head else holding)[:1] if holding else []:
            rect = view.visualRect(each).intersected(view.viewport().rect())
            answer = {"name": _said(each), "text": _said(each), "rect": _on_screen(view.viewport(), rect)}
            above = view.visualRect(each).top() < 0
            answers.append(answer | {"above": above, "around": _on_screen(view.viewport(), view.viewport().rect())})
    return answers


def _around(widget: QWidget) -> Answer:
    """The part of the screen that scrolls it into sight, and whether it lies above what is seen there."""
    outer = widget.parentWidget()
    while outer is not None and not (isinstance(outer, QAbstractScrollArea) and outer.verticalScrollBar().maximum()):
        outer = outer.parentWidget()
    if outer is None:
        return {}
    port = outer.viewport()
    return {"above": widget.mapTo(port, QPoint()).y() < 0, "around": _on_screen(port, port.rect())}


def _said(index: QModelIndex) -> str:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    return " ".join(str(said) for role in roles if (said := index.data(role)))


def _on_screen(widget: QWidget, rect: QRect) -> list[int]:
    corner = widget.mapToGlobal(rect.topLeft())
    return [corner.x(), corner.y(), rect.width(), rect.height()]


def _end_at_once(kind: type[BaseException], trouble: BaseException, trace: TracebackType | None) -> None:
    """A mistake of anybody's ends the journey: nobody is to go on over it."""
    traceback.print_exception(kind, trouble, trace)
    sys.stderr.flush()
    os._exit(3)


def main(folder: Path, path: str, at: datetime) -> int:
    """Open the window; gives its exit code."""
    sys.excepthook = _end_at_once
    use_language("en_GB", resource("translations"))
    clock = FlowingClock(at)
    app = application(sys.argv[:1])
    opening = Opening(
        glance=first_look(folder),
        clock=clock,
        open_desk=lambda: open_desk(folder, clock),
        close_desk=closed,
        files=Files(native=False),
        appearance="light",
    )
    window = build_window(app, opening)
    window.showMaximized()
    probe = Probe(app, window, clock, path)
    code = app.exec()
    del probe
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], datetime.fromisoformat(sys.argv[3])))
