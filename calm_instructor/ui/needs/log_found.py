"""What was read of a log: the counts as they would be taken, rows to be mended, what was settled for the person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.domain.needs import Audit
from calm_instructor.domain.numbers import add_months
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import incident_log as words
from calm_instructor.messages.window.needs import and_more
from calm_instructor.operations.analysing import hold_names
from calm_instructor.operations.auditing import AuditRead
from calm_instructor.ui.parts.labels import Label, LampLabel
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Empty, scrolled
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.parts.taking_away import take_away

_MOST = 100
_YEAR = 12


@dataclass(frozen=True)
class _Counted:
    """A hold, how often in all and in the last year counted, and when last."""

    name: str
    total: int
    last_year: int
    last: date | None


class LogCounts(QWidget):
    """The counts, hold by hold, the most frequent first."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("surface")
        self.table: TableView[_Counted] = TableView(
            [
                Column(_(words.HEAD_HOLD), lambda each: each.name, width=None, paint="strong"),
                Column(_(words.HEAD_IN_ALL), lambda each: str(each.total), width=90, right=True),
                Column(_(words.HEAD_LAST_YEAR), lambda each: str(each.last_year), width=130, right=True),
                Column(_(words.HEAD_LAST_SEEN), lambda each: day(each.last) if each.last else "", width=130),
            ],
            name=_(words.COUNTS),
            row_height=32,
        )
        self.none = Empty("file-spreadsheet", _(words.NO_COUNTS), _(words.NO_COUNTS_HINT))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.none)

    def show_audit(self, audit: Audit) -> int:
        """Show the counts of an audit; gives how many holds have some."""
        rows = tuple(_counted(audit))
        self.table.show_rows(rows, same=lambda each: each.name)
        self.table.setVisible(bool(rows))
        self.none.setVisible(not rows)
        return len(rows)


def _counted(audit: Audit) -> Iterator[_Counted]:
    names = hold_names()
    since = add_months(audit.to_day, -_YEAR) if audit.to_day else None
    found = []
    for hold in audit.holds():
        counts = [each for each in audit.counts if each.hold == hold]
        late = sum(each.count for each in counts if since is not None and each.month > since)
        found.append(_Counted(names.get(hold, hold), audit.total(hold), late, audit.last(hold)))
    yield from sorted(found, key=lambda each: -each.total)


class LogLines(QWidget):
    """Sentences one beneath the other, or pairs of what was settled and why."""

    def __init__(self) -> None:
        super().__init__()
        self._holder = QWidget()
        self._holder.setObjectName("surface")
        inner = QVBoxLayout(self._holder)
        inner.setContentsMargins(16, 12, 16, 12)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        inner.addLayout(self._lines)
        inner.addStretch(1)
        area = scrolled(self._holder)
        area.viewport().setObjectName("surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def show_problems(self, read: AuditRead) -> int:
        """Rows to be mended; gives how many."""
        take_away(self._lines)
        if not read.problems:
            self._lines.addWidget(LampLabel(Lamp.OK, _(words.NO_ROWS_TO_MEND), wrap=True))
            return 0
        self._lines.addWidget(Label(_(words.MEND_HINT), "quiet", wrap=True))
        for each in read.problems[:_MOST]:
            self._lines.addWidget(LampLabel(Lamp.WARN, each, wrap=True))
        if len(read.problems) > _MOST:
            self._lines.addWidget(Label(and_more(len(read.problems) - _MOST), "quiet"))
        return len(read.problems)

    def show_settled(self, read: AuditRead) -> int:
        """What was settled on the person's behalf; gives how much."""
        take_away(self._lines)
        for each in read.assumptions:
            line = QWidget()
            line.setLayout(_settled(each.what, each.value, each.why))
            self._lines.addWidget(line)
        return len(read.assumptions)


def _settled(what: str, value: str, why: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    name = Label(what, "quiet", wrap=True)
    name.setFixedWidth(120)
    shown = Label(value, "strong", wrap=True)
    for each, stretch in ((name, 0), (shown, 3), (Label(why, "quiet", wrap=True), 4)):
        line.addWidget(each, stretch, Qt.AlignmentFlag.AlignTop)
    return line
