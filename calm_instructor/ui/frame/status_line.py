"""The line at the foot: the job bar, what happened last, and Undo by name. No toasts."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import frame as words
from calm_instructor.ui.jobs import Jobs
from calm_instructor.ui.parts.buttons import button, set_icon
from calm_instructor.ui.parts.labels import IconLabel, Label


class StatusLine(QFrame):
    """``undo`` is asked by the button and by Ctrl+Z."""

    def __init__(self, undo: Callable[[], object], jobs: Jobs) -> None:
        super().__init__()
        self.setObjectName("statusline")
        self.setFixedHeight(32)
        self._said = Label("", "quiet")
        self._undo = button(_(words.UNDO), undo, kind="quiet", icon="undo-2", small=True)
        self._undo.hide()
        self._key = Label("Ctrl+Z")
        self._key.setObjectName("keycap")
        self._key.setFixedHeight(20)
        self._key.hide()
        self._job = self._job_bar(jobs)
        self._job.hide()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, undo)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(8)
        line.addWidget(self._job)
        line.addWidget(self._said, 1)
        line.addWidget(self._undo)
        line.addWidget(self._key)
        jobs.started.connect(self._started)
        jobs.progressed.connect(self._progressed)
        jobs.ended.connect(self._job.hide)

    def _job_bar(self, jobs: Jobs) -> QWidget:
        holder = QWidget()
        self._doing = Label("")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(120)
        self._bar.setTextVisible(False)
        self._count = Label("", "quiet")
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 8, 0)
        line.setSpacing(8)
        for each in (IconLabel("loader-circle"), self._doing, self._bar, self._count):
            line.addWidget(each)
        line.addWidget(button(_(words.CANCEL), jobs.stop, kind="quiet", small=True))
        return holder

    def _started(self, what: str) -> None:
        self._doing.setText(what)
        self._bar.setAccessibleName(what)
        self._bar.setRange(0, 0)
        self._count.setText("")
        self._job.show()

    def _progressed(self, done: int, all_of_it: int) -> None:
        self._bar.setRange(0, all_of_it)
        self._bar.setValue(done)
        self._count.setText(_(words.OF).format(done=done, all=all_of_it))

    def dress(self) -> None:
        """Draw the icon in the colours worn now."""
        set_icon(self._undo, "undo-2")

    def say(self, text: str) -> None:
        """What happened last."""
        self._said.setText(text)
        self._said.setToolTip(text)
        self._said.setAccessibleName(text)

    def text(self) -> str:
        """What was said last."""
        return self._said.text()

    def show_undo(self, text: str) -> None:
        """What Undo would put back, in words; "" where there is nothing."""
        self._undo.setText(text)
        self._undo.setAccessibleName(text)
        self._undo.setVisible(bool(text))
        self._key.setVisible(bool(text))
