"""The counts of an audit and all that is done with them: months, a hold more or less, numbers, and what has ended (R6, R9, R38)."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.messages.showing import day, month
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import audit as words
from calm_instructor.operations.analysing import hold_names
from calm_instructor.operations.counting import begin_to_count, enter_count, stop_counting
from calm_instructor.operations.viewing.audit import AuditView
from calm_instructor.operations.viewing.needs import TnaWalk
from calm_instructor.ui.needs.counts_model import Shown, comparison_in_words
from calm_instructor.ui.needs.counts_table import CountsTable
from calm_instructor.ui.needs.ended_banner import EndedBanner
from calm_instructor.ui.needs.question import stays
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import Segmented, button
from calm_instructor.ui.parts.inputs import Choice
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.surfaces import Empty


class CountsPanel(QWidget):
    """``above``: its line of choices, to which a page may add; the grid beneath; what is said of it at the foot."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.walk: TnaWalk | None = None
        self.table: CountsTable | None = None
        self.months: Segmented | None = None
        self._pages: tuple[tuple[date, ...], ...] = ()
        self._page = 0
        self.add = Choice(name=_(words.ADD_HOLD_NAME))
        self.add.setPlaceholderText(_(words.ADD_HOLD))
        self.add.setFixedWidth(170)
        self.add.view().setMinimumWidth(330)
        self.add.chosen.connect(self._add)
        self.take_off = button(_(words.TAKE_OFF_ROW), self._take_off, icon="minus")
        self.above = QHBoxLayout()
        self.above.setSpacing(8)
        self.above.addWidget(self.add)
        self.above.addWidget(self.take_off)
        self.above.addStretch(1)
        self.told = Label("", "quiet", wrap=True)
        self.keys = Label(f"{_(words.KEYS)} {_(words.ONLY_COUNTS)}", "quiet", wrap=True)
        self.ended = EndedBanner(page, self._back_to_counts)
        self.none = Empty("file-spreadsheet", _(words.NOTHING_YET), _(words.NOTHING_YET_HINT))
        self._ground = QVBoxLayout()
        foot = QVBoxLayout()
        foot.setSpacing(2)
        foot.addWidget(self.told)
        foot.addWidget(self.keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self.above)
        column.addWidget(self.none)
        column.addLayout(self._ground, 1)
        column.addLayout(foot)
        column.addWidget(self.ended)
        column.addStretch(0)

    # ── what stands ─────────────────────────────────────────────────────────────────────────────────────────────────

    def show_walk(self, walk: TnaWalk) -> None:
        """The audit of a TNA as it is on record."""
        self.walk = walk
        self._show(walk.counts, is_open=walk.is_draft)
        self.ended.show_proposals(walk.counts.proposals, walk.numbers)

    def _show(self, view: AuditView, *, is_open: bool) -> None:
        self._show_pages(view)
        shown = Shown(view=view, page=self._page, is_open=is_open)
        if self.table is None:
            self.table = CountsTable(shown)
            self.table.typed.connect(self._typed)
            self.table.moved.connect(lambda _row: self._show_row())
            self._ground.addWidget(self.table)
            self.table.put_in_hand("")
        self.table.show_counts(shown)
        self.table.setVisible(bool(view.rows))
        self.none.setVisible(not view.rows and is_open)
        self.add.offer(view.other_holds)
        self.add.set_value(None)
        self.add.setVisible(is_open)
        older = _(words.OLDER).format(first=day(view.first)) if view.older else ""
        names = hold_names() | {row.hold: row.name for row in view.rows}
        told = " ".join(each for each in (comparison_in_words(view, names), older) if each)
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.keys.setVisible(is_open and bool(view.rows) and not view.proposals)
        if self.months is not None:
            self.months.setVisible(bool(view.rows))
        self._show_row()

    def _show_pages(self, view: AuditView) -> None:
        if view.pages == self._pages:
            return
        if self.months is not None:
            self.above.removeWidget(self.months)
            self.months.deleteLater()
        self._pages, self._page = view.pages, 0
        numbered = list(enumerate(view.pages))[::-1]
        options = [
            (number, _(words.MONTHS_FROM_TO).format(first=month(months[0]), last=month(months[-1])))
            for number, months in numbered
        ]
        self.months = Segmented(options, _(words.MONTHS))
        stays([self.months])
        self.months.set_value(0)
        self.months.chosen.connect(self._turn)
        self.above.insertWidget(self.above.indexOf(self.add), self.months)

    def _turn(self, page: object) -> None:
        self._page = int(str(page))
        if self.walk is not None:
            self.show_walk(self.walk)
            if self.table is not None:
                row = self.table.current()
                self.table.put_in_hand(row.hold if row else "")

    def _show_row(self) -> None:
        row = self.table.current() if self.table is not None else None
        is_open = self.table is not None and self.table.counts.shown.is_open
        self.take_off.setVisible(is_open and row is not None and row.may_go)
        if row is not None:
            self.take_off.setAccessibleName(f"{_(words.TAKE_OFF_ROW)}: {row.name}")

    # ── what is kept ────────────────────────────────────────────────────────────────────────────────────────────────

    def _typed(self, hold: str, first: date, text: str) -> None:
        if self.walk is not None:
            self.page.granted(enter_count, self.walk.tna.id, hold, first, text)

    def _add(self, hold: object) -> None:
        if self.walk is not None and self.page.granted(begin_to_count, self.walk.tna.id, str(hold)) is not None:
            self._back_to_counts(str(hold))

    def _take_off(self) -> None:
        row = self.table.current() if self.table is not None else None
        if self.walk is not None and row is not None:
            self.page.granted(stop_counting, self.walk.tna.id, row.hold)
            self._back_to_counts()

    def _back_to_counts(self, hold: str = "") -> None:
        if self.table is not None and self.table.isVisibleTo(self):
            if hold:
                self.table.put_in_hand(hold)
            self.table.setFocus()
