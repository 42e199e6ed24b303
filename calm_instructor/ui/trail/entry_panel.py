"""One entry of the trail: what it was, why, and each record it wrote, before and after."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from calm_instructor.messages.showing import moment
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import trail as words
from calm_instructor.operations.viewing.trail import ChangedRecord, EntrySeen
from calm_instructor.operations.viewing.trail_fields import FieldChange
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Surface, scrolled
from calm_instructor.ui.parts.table_view import TableView

_WIDTH = 460
_ONE_LINE, _TWO_LINES = 32, 44


@dataclass(frozen=True, kw_only=True)
class _Row:
    record: str
    change: FieldChange


class EntryPanel(Surface):
    """The table, and beneath it the row in hand in full."""

    def __init__(self) -> None:
        super().__init__("side")
        self._many = False
        self.setFixedWidth(_WIDTH)
        self._title, self._where = Label("", "section", wrap=True), Label("", "quiet", wrap=True)
        self._record = Label("", "strong", wrap=True)
        self._reason, self._none = Label("", wrap=True), Label(_(words.NOTHING_CHANGED), "quiet", wrap=True)
        self.table: TableView[_Row] = TableView(
            [
                Column(
                    _(words.HEAD_FIELD),
                    lambda each: each.change.label,
                    width=166,
                    paint="strong",
                    second=lambda each: each.record if self._many else "",
                ),
                Column(_(words.HEAD_BEFORE), lambda each: each.change.before, paint="quiet", tip=_before),
                Column(_(words.HEAD_AFTER), lambda each: each.change.after, tip=_after),
            ],
            name=_(words.CHANGES_NAME),
            row_height=_TWO_LINES,
        )
        self.table.moved.connect(self._show_whole)
        self._whole = Label("", wrap=True)
        self._whole.setObjectName("surface")
        self._whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        foot = scrolled(self._whole)
        foot.setFixedHeight(96)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for each in (self._title, self._where, self._reason, self._none, self._record):
            column.addWidget(each)
        column.addWidget(self.table, 1)
        column.addWidget(foot)

    def show_entry(self, seen: EntrySeen | None) -> None:
        """Show an entry, or nothing."""
        self.setVisible(seen is not None)
        if seen is None:
            return
        line = seen.line
        self._title.setText(line.text)
        self._where.setText(words.entry(line.seq, moment(line.at), line.who))
        self._reason.setText(_(words.REASON).format(reason=line.reason))
        self._reason.setVisible(bool(line.reason))
        rows = [_Row(record=_named(each), change=change) for each in seen.records for change in each.fields]
        self._many = len({row.record for row in rows}) > 1
        self._record.setText("" if self._many or not rows else rows[0].record)
        self._record.setVisible(bool(self._record.text()))
        self.table.row_height = _TWO_LINES if self._many else _ONE_LINE
        self.table.verticalHeader().setDefaultSectionSize(self.table.row_height)
        self.table.setColumnHidden(1, not any(row.change.before for row in rows))
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._show_whole(self.table.current() if rows else None)

    def _show_whole(self, row: _Row | None) -> None:
        self._whole.setText(_whole(row) if row else "")


def _named(record: ChangedRecord) -> str:
    note = _(words.GONE) if record.is_gone else _(words.NEW) if record.is_new else ""
    return words.record(record.kind, record.name, note)


def _before(row: _Row) -> str:
    return row.change.before


def _after(row: _Row) -> str:
    return row.change.after


def _whole(row: _Row) -> str:
    """The row in hand with nothing left out."""
    change = row.change
    if not change.before:
        return f"{change.label}: {change.after}"
    before, after = _(words.HEAD_BEFORE), _(words.HEAD_AFTER)
    return f"{change.label}\n{before}: {change.before}\n{after}: {change.after}"
