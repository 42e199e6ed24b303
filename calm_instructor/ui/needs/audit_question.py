"""Evidence and audit: counts per hold and month, taken from an incident log after a look at what was read (R9, R10, R38)."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import audit as own
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.counting import set_period
from calm_instructor.operations.viewing.needs import TnaWalk
from calm_instructor.ui.needs.counts_panel import CountsPanel
from calm_instructor.ui.needs.log_panel import LogPanel
from calm_instructor.ui.needs.question import Question, show_in
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import button, set_icon
from calm_instructor.ui.parts.inputs import DateEdit, Field
from calm_instructor.ui.parts.labels import restyle
from calm_instructor.ui.parts.texts import LineEdit


class AuditQuestion(Question):
    """Above, where the counts come from; beneath, the counts. A file that is looked at takes the place of all that."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.counts = CountsPanel(page)
        self.log = LogPanel(page)
        self.log.opened.connect(self._make_room)
        self.log.closed.connect(self._make_room)
        self.take_from_file = button(_(words.TAKE_COUNTS), self._choose, icon="file-spreadsheet")
        self.ref = self._own(_(own.AUDIT_REF), "ref")
        self.compared = self._own(_(own.COMPARED_WITH), "compared_with")
        self.from_day = self.day(_(own.FROM_DAY), "from_day")
        self.to_day = self.day(_(own.TO_DAY), "to_day")
        self.counts.above.insertWidget(0, self.take_from_file)
        fields = QHBoxLayout()
        fields.setSpacing(12)
        for each, stretch in ((self.ref, 3), (self.compared, 3), (self.from_day, 2), (self.to_day, 2)):
            fields.addWidget(each, stretch)
        self._told = QWidget()
        told = QVBoxLayout(self._told)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(12)
        told.addLayout(fields)
        told.addWidget(self.counts, 1)
        self.column.addWidget(self._told, 1)
        self.column.addWidget(self.log, 1)
        self.column.addStretch(0)

    @property
    def has_primary(self) -> bool:
        """While a file is looked at, or nothing is counted, taking counts is the next thing."""
        return self.log.is_open or self._is_empty

    @property
    def _is_empty(self) -> bool:
        return self.walk is not None and self.walk.is_draft and not self.walk.counts.rows

    def first_control(self) -> QWidget | None:
        """The grid; the button that takes counts, until there are some. Where a file is looked at, where that begins."""
        if self.log.is_open:
            return self.log.first_control()
        grid = self.counts.table
        return grid if grid is not None and grid.isVisibleTo(self) else self.take_from_file

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
        self.counts.show_walk(walk)
        self.log.show_walk(walk)
        self.take_from_file.setProperty("kind", "primary" if self._is_empty else "secondary")
        restyle(self.take_from_file)
        set_icon(self.take_from_file, "file-spreadsheet")

    # ── a file ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _choose(self) -> None:
        if self.walk is not None:
            self.log.choose(self.walk)

    def _make_room(self) -> None:
        self._told.setVisible(not self.log.is_open)
        self.page.look_again()
        if not self.log.is_open:
            self.take_from_file.setFocus()
