"""Evidence and audit: counts per hold and month, taken from an incident log after a look at what was read (R9, R10, R38)."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.domain.errors import CalmError
from calm_instructor.domain.needs import Audit, NeedsAnalysis
from calm_instructor.messages.sentences import sentence
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.auditing import AuditRead, read_audit
from calm_instructor.operations.counting import set_period
from calm_instructor.operations.viewing.audit import audit_view
from calm_instructor.operations.viewing.needs import TnaWalk
from calm_instructor.ui.lasting import while_it_lasts
from calm_instructor.ui.needs.audit_preview import AuditPreview
from calm_instructor.ui.needs.counts_panel import CountsPanel
from calm_instructor.ui.needs.question import Question, show_in
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.inputs import Choice, DateEdit, Field, LineEdit
from calm_instructor.ui.parts.labels import Label

_ORDERS = ((None, words.DATES_AS_FOUND), ("dmy", words.DATES_DMY), ("mdy", words.DATES_MDY), ("ymd", words.DATES_YMD))


class AuditQuestion(Question):
    """Above, where the counts come from; beneath, the counts, or what a file would make of them."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.read: AuditRead | None = None
        self.preview: AuditPreview | None = None
        self._compared_then = ""
        self.counts = CountsPanel(page)
        self._path: Path | None = None
        self.take_from_file = button(_(words.TAKE_COUNTS), self._choose, icon="file-spreadsheet")
        self.order = Choice([(value, _(word)) for value, word in _ORDERS], name=_(words.DATES))
        self.order.setFixedWidth(160)
        self.order.set_value(None)
        self.order.setCurrentIndex(0)
        self.order.chosen.connect(self._read_again)
        self.ref = self._own(_(words.AUDIT_REF), "ref")
        self.compared = self._own(_(words.COMPARED_WITH), "compared_with")
        self.from_day = self.day(_(words.FROM_DAY), "from_day")
        self.to_day = self.day(_(words.TO_DAY), "to_day")
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.take_from_file)
        above.addWidget(Label(_(words.DATES), "quiet"))
        above.addWidget(self.order)
        above.addStretch(1)
        above.addWidget(Label(_(words.ONLY_COUNTS), "quiet", elide=True))
        fields = QHBoxLayout()
        fields.setSpacing(12)
        for each, stretch in ((self.ref, 3), (self.compared, 3), (self.from_day, 2), (self.to_day, 2)):
            fields.addWidget(each, stretch)
        self._ground = QVBoxLayout()
        self._ground.setSpacing(12)
        self.column.addLayout(above)
        self.column.addLayout(fields)
        self._ground.addWidget(self.counts, 1)
        self.column.addLayout(self._ground, 1)
        self.column.addStretch(0)

    @property
    def has_primary(self) -> bool:
        """While a file is looked at, taking its counts is the next thing."""
        return self.read is not None

    def first_control(self) -> QWidget | None:
        """The grid; the button that takes counts, until there are some."""
        grid = self.counts.table
        return grid if grid is not None and grid.isVisibleTo(self) and self.read is None else self.take_from_file

    def _own(self, label: str, field: str) -> Field:
        editor = LineEdit(name=label)
        editor.left.connect(lambda text: self._keep_audit(**{field: text.strip()}))
        return Field(label, editor)

    def keep_day(self, field: str, value: object) -> None:
        """The days are the audit's; a time that can't be is refused, and the day from before comes back."""
        if self.walk is None or getattr(self.walk.tna.audit, field) == value:
            return
        days = {name: getattr(self.walk.tna.audit, name) for name in ("from_day", "to_day")} | {field: value}
        if self.page.granted(set_period, self.walk.tna.id, days["from_day"], days["to_day"]) is None:
            self.show_tna(self.walk)

    def _keep_audit(self, **said: object) -> None:
        if self.walk is not None:
            self.keep(audit=replace(self.walk.tna.audit, **said))  # type: ignore[arg-type]

    # ── what stands ─────────────────────────────────────────────────────────────────────────────────────────────────

    def show_tna(self, walk: TnaWalk) -> None:
        """The audit as it stands; a file that is being looked at stays in sight."""
        audit = walk.tna.audit
        show_in(self.ref, audit.ref)
        show_in(self.compared, audit.compared_with)
        for field, value in ((self.from_day, audit.from_day), (self.to_day, audit.to_day)):
            if isinstance(field.editor, DateEdit):
                field.editor.show_date(value)
        if self.read is None:
            self.counts.show_walk(walk)

    # ── a file ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _choose(self) -> None:
        self.around.files.open(self, _(words.CHOOSE_LOG), _(words.LOG_PATTERNS), self._read)

    def _read_again(self, _order: object) -> None:
        if self._path is not None and self.read is None:
            self._read(self._path)

    def _read(self, path: Path) -> None:
        if self.walk is None:
            return
        self._path = path
        self._compared_then = self.walk.tna.audit.compared_with
        tna, numbers, replaces = self.walk.tna, self.walk.numbers, self.walk.replaces
        order = self.order.value()
        today = self.desk.clock().date()
        self.around.jobs.run(
            _(words.READING_LOG),
            lambda _progress, _stop: read_audit(
                path,
                today,
                numbers,
                ref=tna.audit.ref,
                compared_with=replaces.audit.ref if replaces else tna.audit.compared_with,
                date_order=str(order) if order else None,
            ),
            done=while_it_lasts(self, self._show_read),
            refused=while_it_lasts(self, self._refused),
        )

    def _refused(self, no: CalmError) -> None:
        if not self.is_gone:
            self.page.say_no(sentence(no))
            self.order.setFocus()

    def _show_read(self, read: AuditRead) -> None:
        if self.walk is None or self.is_gone:
            return
        self._drop_preview()
        self.read = read
        self.preview = AuditPreview(read, self._take, self._leave)
        self.preview.setMinimumHeight(190)
        self._ground.insertWidget(0, self.preview, 1)
        tna = replace(self.walk.tna, audit=read.audit)
        analysis, today = NeedsAnalysis(tna=tna), self.desk.clock().date()
        self.counts.show_other(self.desk.read(audit_view, analysis, self.walk.numbers, today))
        self.page.look_again()
        self.preview.show()  # a window that comes back from a chooser gives the focus only to what is seen by then
        self.preview.take.setFocus()

    def _drop_preview(self) -> None:
        if self.preview is not None:
            self._ground.removeWidget(self.preview)
            self.preview.hide()
            self.preview.deleteLater()
        self.preview, self.read = None, None

    def _take(self) -> None:
        if self.read is None or self.walk is None:
            return
        read, here = self.read, self.walk.tna.audit
        audit: Audit = replace(read.audit, ref=here.ref)
        if here.compared_with != self._compared_then:
            audit = replace(audit, compared_with=here.compared_with)
        if not self.keep(audit=audit):
            return
        self._drop_preview()
        self.page.look_again()
        self.around.say(_(words.TAKEN).format(file=read.source))
        self.take_from_file.setFocus()

    def _leave(self) -> None:
        self._drop_preview()
        self.page.look_again()
        self.take_from_file.setFocus()
