"""An incident log looked at before its counts are taken: in the question's place while it is looked at (R9, R10)."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from calm_instructor.domain.errors import CalmError
from calm_instructor.messages.sentences import sentence
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.auditing import AuditRead, read_audit
from calm_instructor.operations.describing import describe
from calm_instructor.operations.viewing.needs import TnaWalk
from calm_instructor.ui.lasting import while_it_lasts
from calm_instructor.ui.needs.audit_preview import AuditPreview
from calm_instructor.ui.needs.question import Question
from calm_instructor.ui.page import Page


class LogPanel(QWidget):
    """``opened``: a file is looked at now, and the question makes room; ``closed``: no longer."""

    opened = Signal()
    closed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self._compared_then = ""
        self._walk: TnaWalk | None = None
        self._path: Path | None = None
        self.read: AuditRead | None = None
        self.preview: AuditPreview | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a file is looked at."""
        return self.read is not None

    def choose(self, walk: TnaWalk) -> None:
        """Ask for a file, and read it for this TNA."""
        self._walk = walk
        self.page.around.files.open(self, _(words.CHOOSE_LOG), _(words.LOG_PATTERNS), self._read)

    def show_walk(self, walk: TnaWalk) -> None:
        """The TNA as it is on record now."""
        self._walk = walk

    def first_control(self) -> QWidget | None:
        """Where the focus goes while a file is looked at."""
        return self.preview.take if self.preview is not None else None

    def _read(self, path: Path) -> None:
        if self._walk is None:
            return
        self._path = path
        self._compared_then = self._walk.tna.audit.compared_with
        tna, numbers, replaces = self._walk.tna, self._walk.numbers, self._walk.replaces
        today = self.page.desk.clock().date()
        self.page.around.jobs.run(
            _(words.READING_LOG),
            lambda _progress, _stop: read_audit(
                path,
                today,
                numbers,
                ref=tna.audit.ref,
                compared_with=replaces.audit.ref if replaces else tna.audit.compared_with,
            ),
            done=while_it_lasts(self, self._show_read),
            refused=while_it_lasts(self, self._refused),
        )

    def _refused(self, no: CalmError) -> None:
        if not self._is_gone:
            self.page.say_no(sentence(no))

    def _show_read(self, read: AuditRead) -> None:
        if self._is_gone:
            return
        self._drop()
        self.read = read
        self.preview = AuditPreview(read, self._take, self._leave)
        self._column.addWidget(self.preview)
        self.show()
        self.opened.emit()
        self.preview.show()  # a window that comes back from a chooser gives the focus only to what is seen by then
        self.preview.take.setFocus()

    @property
    def _is_gone(self) -> bool:
        """Whether another TNA is shown by now."""
        question = self.parentWidget()
        return isinstance(question, Question) and question.is_gone

    def _drop(self) -> None:
        if self.preview is not None:
            self._column.removeWidget(self.preview)
            self.preview.hide()
            self.preview.deleteLater()
        self.preview, self.read = None, None
        self.hide()

    def _take(self) -> None:
        read, walk = self.read, self._walk
        if read is None or walk is None:
            return
        here = walk.tna.audit
        audit = replace(read.audit, ref=here.ref)
        if here.compared_with != self._compared_then:
            audit = replace(audit, compared_with=here.compared_with)
        if self.page.granted(describe, walk.tna.id, {"audit": audit}) is None:
            return
        self._drop()
        self.closed.emit()
        self.page.around.say(_(words.TAKEN).format(file=read.source))

    def _leave(self) -> None:
        self._drop()
        self.closed.emit()
