"""Work that takes longer than a wish: in a thread of its own, with progress and an honest stop; one after the other.

While a job runs nothing is collected: Python's collector runs in whichever thread makes the next object, and a widget that is
destroyed outside the window's thread takes the program with it.
"""

import gc
import logging
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from calm_instructor.domain.errors import CalmError

T = TypeVar("T")
log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
Stop = Callable[[], bool]


@dataclass
class Job:
    """A piece of work. ``work`` is told where to say how far it is, and asks whether to stop."""

    words: str
    work: Callable[[Progress, Stop], Any]
    done: Callable[[Any], object] | None = None
    refused: Callable[[CalmError], object] | None = None
    stopped: bool = False
    result: Any = None
    trouble: Exception | None = None


class _Worker(QThread):
    progressed = Signal(int, int)

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        try:
            self._job.result = self._job.work(self.progressed.emit, lambda: self._job.stopped)
        except Exception as trouble:  # noqa: BLE001  (told in the window's thread)
            self._job.trouble = trouble


class Jobs(QObject):
    """``started(words)``, ``progressed(done, of)`` and ``ended()`` move the job bar; ``failed`` has what nobody foresaw."""

    started = Signal(str)
    progressed = Signal(int, int)
    ended = Signal()
    refused = Signal(object)
    failed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[Job] = deque()
        self._job: Job | None = None
        self._worker: _Worker | None = None
        self._collects = False

    @property
    def busy(self) -> bool:
        """Whether anything runs or waits."""
        return self._job is not None or bool(self._waiting)

    def run(
        self,
        words: str,
        work: Callable[[Progress, Stop], T],
        done: Callable[[T], object] | None = None,
        refused: Callable[[CalmError], object] | None = None,
    ) -> None:
        """Run ``work`` after what is running; ``done`` gets its result in the window's thread, ``refused`` its no."""
        self._waiting.append(Job(words, work, done, refused))
        self._next()

    def stop(self) -> None:
        """Ask what runs to stop; nothing half-done stays."""
        if self._job is not None:
            self._job.stopped = True

    def finish(self) -> None:
        """Wait for what runs, and drop what waits: the window is closing."""
        self._waiting.clear()
        self.stop()
        self._wait()

    def _next(self) -> None:
        if self._job is not None or not self._waiting:
            return
        self._job = self._waiting.popleft()
        self._worker = _Worker(self._job)
        self._worker.progressed.connect(self.progressed)
        self._worker.finished.connect(self._end)
        self.started.emit(self._job.words)
        self._collects = gc.isenabled()
        gc.disable()
        self._worker.start()

    def _wait(self) -> None:
        """Until the thread is over; then what was left lying is collected again, in this one."""
        if self._worker is not None:
            self._worker.wait()
            self._worker = None
            if self._collects:
                gc.enable()

    def _end(self) -> None:
        self._wait()
        job, self._job = self._job, None
        self.ended.emit()
        try:
            if job is not None:
                self._tell(job)
        finally:
            self._next()

    def _tell(self, job: Job) -> None:
        if job.trouble is None:
            if job.done is not None:
                job.done(job.result)
        elif isinstance(job.trouble, CalmError):
            if job.refused is not None:
                job.refused(job.trouble)
            else:
                self.refused.emit(job.trouble)
        else:
            log.error("in the job %r", job.words, exc_info=job.trouble)
            self.failed.emit(str(job.trouble), "".join(traceback.format_exception(job.trouble)))
