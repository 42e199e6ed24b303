"""An incident log looked at and mapped before its counts are taken, in the question's place (R6, R9, R10)."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from calm_instructor.domain.errors import CalmError
from calm_instructor.domain.file_shape import FileKind
from calm_instructor.domain.needs import Audit
from calm_instructor.messages.sentences import sentence
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import incident_log as words
from calm_instructor.messages.window import needs as needs_words
from calm_instructor.operations.mapping import HowRead, LogRead, Wording, read_log, take_counts
from calm_instructor.operations.remembering import remembered
from calm_instructor.operations.viewing.needs import TnaWalk
from calm_instructor.ui.lasting import while_it_lasts
from calm_instructor.ui.needs.log_found import LogCounts, LogLines
from calm_instructor.ui.needs.log_how import LogHow
from calm_instructor.ui.needs.log_wordings import LogWordings
from calm_instructor.ui.needs.question import Question
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import Segmented, button, set_icon, set_unavailable
from calm_instructor.ui.parts.labels import LampLabel, restyle
from calm_instructor.ui.parts.surfaces import Banner, Card, Surface, scrolled
from calm_instructor.ui.parts.taking_away import take_away

_HOW_WIDTH = 268
_PARTS = {
    "wordings": words.PART_WORDINGS,
    "counts": words.PART_COUNTS,
    "rows": words.PART_ROWS,
    "settled": words.PART_SETTLED,
}


class LogPanel(QWidget):
    """``opened``: a file is looked at now, and the question makes room; ``closed``: no longer.

    Every change reads the file again. Of the file nothing is kept but ``log``, which holds no cell of it.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.log: LogRead | None = None
        self._compared_then = ""
        self._walk: TnaWalk | None = None
        self._path: Path | None = None
        self._reads: Path | None = None
        self._may_leave_open = False
        self._is_current = True
        self._wanted: HowRead | None = None
        self._readings = 0
        self._goes_on = False
        self._takes_then = False
        self.confirm = button(_(words.CONFIRM_ALL), self._confirm_all, icon="list-checks")
        self.take = button(_(words.TAKE), self._take, kind="primary")
        self.leave = button(_(words.LEAVE), self._leave)
        self.change = button(_(words.CHANGE), self._change, kind="quiet", small=True)
        self.banner = Banner("info")
        self.banner.line.addWidget(self.change)
        self.how = LogHow()
        self.how.column_chosen.connect(self._column)
        self.how.order_chosen.connect(lambda name: self._say(date_order=name))
        self.how.encoding_chosen.connect(lambda name: self._say(encoding=name))
        self.parts = Segmented(
            [(name, words.part(text, 999)) for name, text in _PARTS.items()], _(words.PARTS), small=True
        )
        self.parts.chosen.connect(self._show_part)
        self.wordings = LogWordings()
        self.wordings.said.connect(self._said)
        self.wordings.uncounted.connect(self._leave_open)
        self.counts = LogCounts()
        self.rows = LogLines()
        self.settled = LogLines()
        self.stack = QStackedWidget()
        for part in (self.wordings, self.counts, self.rows, self.settled):
            self.stack.addWidget(part)
        self._findings = QVBoxLayout()
        self._findings.setSpacing(4)
        self.card = Card(" ", "file-spreadsheet", _(words.ONLY_COUNTS), margins=0)
        for each in (self.leave, self.confirm, self.take):
            self.card.head_line.addWidget(each)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._left())
        across.addWidget(self._right(), 1)
        self.card.body.setSpacing(0)
        self.card.body.addLayout(across, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self.card, 1)
        self.hide()

    def _left(self) -> QWidget:
        holder = QWidget()
        holder.setObjectName("surface")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.how)
        found = QWidget()
        found.setObjectName("surface")
        lines = QVBoxLayout(found)
        lines.setContentsMargins(16, 0, 16, 12)
        lines.addLayout(self._findings)
        column.addWidget(found)
        column.addStretch(1)
        area = scrolled(holder)
        area.viewport().setObjectName("surface")
        area.setFixedWidth(_HOW_WIDTH)
        return area

    def _right(self) -> QWidget:
        right = Surface()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.setContentsMargins(12, 0, 12, 0)
        line.addWidget(self.parts)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self.stack, 1)
        return right

    # ── what a question asks of it ──────────────────────────────────────────────────────────────────────────────────

    @property
    def is_open(self) -> bool:
        """Whether a file is looked at."""
        return self.log is not None

    def choose(self, walk: TnaWalk) -> None:
        """Ask for a file, and read it for this TNA."""
        self._walk = walk
        self.page.around.files.open(
            self, _(needs_words.CHOOSE_LOG), _(needs_words.LOG_PATTERNS), lambda path: self._read(path, HowRead())
        )

    def show_walk(self, walk: TnaWalk) -> None:
        """The TNA as it is on record now."""
        self._walk = walk

    def first_control(self) -> QWidget | None:
        """Where the focus goes: to what is asked, to what waits for a word, or to taking the counts."""
        if self.log is None:
            return None
        asked = self.how.first_asked(self.log)
        if asked is not None:
            return asked
        if not self._in_the_way():
            return self.take
        return self.confirm if self.log.unconfirmed and not self.log.undecided_rows else self.wordings.table

    # ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _read(self, path: Path, how: HowRead) -> None:
        walk = self._walk
        if walk is None:
            return
        is_new = path != self._path or self.log is None
        if is_new:
            self._compared_then = walk.tna.audit.compared_with
            self._may_leave_open = False
        self._reads = path
        self._is_current = False
        self._wanted = how
        self._readings += 1
        self._show_ways_on()
        replaces, today = walk.replaces, self.page.desk.clock().date()
        shapes = self.page.desk.read(remembered, FileKind.INCIDENTS)
        self.page.around.jobs.run(
            _(needs_words.READING_LOG if is_new else words.READING_AGAIN),
            lambda _progress, _stop: read_log(
                path,
                today,
                walk.numbers,
                how=how,
                shapes=shapes,
                ref=walk.tna.audit.ref,
                compared_with=replaces.audit.ref if replaces else walk.tna.audit.compared_with,
            ),
            done=while_it_lasts(self, self._show_read),
            refused=while_it_lasts(self, self._refused),
        )

    @property
    def _is_gone(self) -> bool:
        """Whether another TNA is shown by now."""
        above = self.parentWidget()
        return isinstance(above, Question) and above.is_gone

    def _refused(self, no: CalmError) -> None:
        self._takes_then = self._goes_on = False
        self._readings -= 1
        self._wanted = None
        if self._is_gone or self._reads is None:
            return
        self._reads = self._path  # a file that can't be read takes no one's place
        self.page.say_no(sentence(no))
        if self.log is not None:
            self._is_current = True
            self.how.show_log(self.log)
            self._show_ways_on()

    def _show_read(self, log: LogRead) -> None:
        self._readings -= 1
        if self._is_gone or self._reads is None or self._readings:
            return  # left meanwhile, or something more was said and is being read
        self._wanted, self._path = None, self._reads
        is_new, before, self.log, self._is_current = self.log is None, self.log, log, True
        if before is not None and before.asks != log.asks and not self.how.is_at_work:
            self._goes_on = True
        self.page.forget_no()
        self.card.set_title(_(words.TITLE).format(file=log.read.source))
        if is_new:
            self.page.around.say(_(words.READ_NOW).format(file=log.read.source))
        self.how.show_log(log)
        self._show_found(log)
        if is_new:
            self.parts.set_value("wordings")
            self._show_part("wordings")
            self.show()
        self._show_ways_on()
        self.opened.emit()
        if is_new:
            if log.wordings:
                self.wordings.table.put_in_hand(0)
            self._goes_on = True
        first = self.first_control() if self._goes_on else None
        if first is not None:
            first.setFocus()
        takes, self._goes_on, self._takes_then = self._takes_then, False, False
        if takes:
            self._take()

    def _show_found(self, log: LogRead) -> None:
        open_rows = log.undecided_rows
        self.wordings.show_wordings(log.wordings, words.leave_uncounted(open_rows) if open_rows else "")
        self.wordings.leave.setChecked(self._may_leave_open)
        counts = {
            "wordings": len(log.wordings),
            "counts": self.counts.show_audit(Audit() if log.asks else log.read.audit),
            "rows": self.rows.show_problems(log.read),
            "settled": self.settled.show_settled(log.read),
        }
        for name, text in _PARTS.items():
            self.parts.set_text(name, words.part(text, counts[name]))
        take_away(self._findings)
        for lamp, told in log.read.findings[:1] if log.asks else log.read.findings:
            self._findings.addWidget(LampLabel(lamp, told, wrap=True, role="small"))

    def _show_part(self, name: object) -> None:
        self.stack.setCurrentIndex(list(_PARTS).index(str(name)))

    # ── whether the counts may be taken ─────────────────────────────────────────────────────────────────────────────

    def _in_the_way(self) -> Sequence[str]:
        log = self.log
        if log is None:
            return ()
        told = [*log.asks, *log.stops]
        if not log.asks and log.undecided_rows and not self._may_leave_open:
            told.append(words.still_undecided(log.undecided_rows))
        if not log.asks and log.unconfirmed:
            told.append(words.to_confirm(len(log.unconfirmed)))
        return told

    def _show_ways_on(self) -> None:
        log = self.log
        if log is None:
            return
        told = self._in_the_way()
        if told:
            self.banner.tell("warn" if log.asks or log.stops else "info", told[0])
        elif log.last_time is not None:
            self.banner.tell("ok", _(words.LAST_TIME).format(day=day(log.last_time)))
        else:
            self.banner.tell("info", _(words.FIRST_TIME))
        self.change.setVisible(log.last_time is not None and not told)
        waiting = bool(log.unconfirmed) and not log.asks
        self.confirm.setVisible(waiting)
        self.confirm.setEnabled(waiting and self._is_current)
        set_unavailable(self.take, told[0] if told else "")
        leads = waiting and not log.undecided_rows
        for each, is_next in ((self.confirm, leads), (self.take, not leads)):
            each.setProperty("kind", "primary" if is_next else "secondary")
            restyle(each)
        set_icon(self.confirm, "list-checks")

    # ── what a person says ──────────────────────────────────────────────────────────────────────────────────────────

    def _say(self, **said: object) -> None:
        if self.log is not None and self._path is not None:
            self._read(self._path, replace(self._wanted or self.log.how, **said))  # type: ignore[arg-type]

    def _column(self, name: str, at: int) -> None:
        if self.log is not None:
            self._say(columns={**(self._wanted or self.log.how).columns, name: None if at < 0 else at})

    def _said(self, wording: Wording, code: str) -> None:
        if self.log is not None:
            self._say(wordings={**(self._wanted or self.log.how).wordings, wording.key: code})

    def _confirm_all(self) -> None:
        log = self.log
        if log is None:
            return
        confirmed = {each.key: each.code for each in log.unconfirmed}
        self._goes_on = True
        self._say(wordings={**confirmed, **(self._wanted or log.how).wordings})

    def _leave_open(self, may: bool) -> None:
        self._may_leave_open = may
        self._show_ways_on()

    def _change(self) -> None:
        """To what may be changed, from the first column on."""
        self.how.columns["date"].setFocus()

    # ── taking ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _close(self) -> None:
        self.log, self._path, self._reads = None, None, None
        self.hide()
        self.closed.emit()

    def _take(self) -> None:
        log, walk = self.log, self._walk
        if log is None or walk is None:
            return
        if not self._is_current:
            self._takes_then = self._goes_on  # confirmed, and taken before the confirmed reading came back
            return
        told = self._in_the_way()
        if told:
            self.page.say_no(told[0])
            return
        here = walk.tna.audit
        audit = replace(log.read.audit, ref=here.ref)
        if here.compared_with != self._compared_then:
            audit = replace(audit, compared_with=here.compared_with)
        if self.page.granted(take_counts, walk.tna.id, audit, log.settled) is None:
            return
        self._close()
        self.page.around.say(_(words.TAKEN).format(file=log.read.source))

    def _leave(self) -> None:
        self._close()
