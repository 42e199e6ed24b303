"""What was read of an incident log, to be looked at before any of it is taken."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.auditing import AuditRead
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import Label, LampLabel
from calm_instructor.ui.parts.surfaces import Card, scrolled

_MOST = 12


class AuditPreview(Card):
    """Findings, what was settled, rows to be mended; "Take these counts" is the way on, and nothing is kept before."""

    def __init__(self, read: AuditRead, take: Callable[[], object], leave: Callable[[], object]) -> None:
        super().__init__(_(words.PREVIEW).format(file=read.source), "file-spreadsheet", margins=0)
        self.take = button(_(words.TAKE), take, kind="primary", icon="check")
        self.leave = button(_(words.LEAVE_COUNTS), leave)
        self.head_line.addWidget(self.leave)
        self.head_line.addWidget(self.take)
        said = QWidget()
        said.setObjectName("surface")
        column = QVBoxLayout(said)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(4)
        for lamp, finding in read.findings:
            column.addWidget(LampLabel(lamp, finding, wrap=True))
        if read.assumptions:
            column.addSpacing(4)
            column.addWidget(Label(_(words.ASSUMED), "smallstrong"))
            for each in read.assumptions:
                column.addLayout(_settled(each.what, each.value, each.why))
        if read.problems:
            column.addSpacing(4)
            column.addWidget(Label(_(words.ROWS_TO_MEND), "smallstrong"))
            for problem in read.problems[:_MOST]:
                column.addWidget(LampLabel(Lamp.WARN, problem, wrap=True))
            if len(read.problems) > _MOST:
                column.addWidget(Label(words.and_more(len(read.problems) - _MOST), "quiet"))
        column.addStretch(1)
        area = scrolled(said)
        area.viewport().setObjectName("surface")
        self.body.addWidget(area)


def _settled(what: str, value: str, why: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(12)
    name = Label(what, "quiet")
    name.setFixedWidth(130)
    shown = Label(value, "strong", wrap=True)
    shown.setFixedWidth(280)
    line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Label(why, "quiet", wrap=True), 1, Qt.AlignmentFlag.AlignTop)
    return line
