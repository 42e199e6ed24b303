"""Mat-side: one technique over the whole window, large rows, no menus. Up, Down, C, N, -; Left and Right change the technique;
H covers the screen, Escape leaves. It asks the step for every mark and shows one once it is on the disk.
"""

from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from calm_instructor.domain.attendance import Incident
from calm_instructor.domain.ids import IncidentId
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import assess as words
from calm_instructor.operations.pausing import record_incident
from calm_instructor.operations.viewing.grid import KNOWLEDGE, Cell, Grid, GridColumn, GridRow
from calm_instructor.ui.assess.asking import ask_correction, ask_not_assessed
from calm_instructor.ui.assess.grid_model import kind_of
from calm_instructor.ui.assess.letters import KEYS
from calm_instructor.ui.assess.marker import Marker
from calm_instructor.ui.assess.mat_bars import MatFoot, MatHead
from calm_instructor.ui.assess.mat_row import MatRow
from calm_instructor.ui.course.cover import Cover
from calm_instructor.ui.course.curtain import Curtain
from calm_instructor.ui.parts.labels import Line
from calm_instructor.ui.parts.surfaces import Surface, scrolled


def _marked_here(grid: Grid) -> list[GridColumn]:
    return [each for each in grid.columns if each.kind != KNOWLEDGE]


class MatsidePage(Cover):
    """Lies over the window of a step; of the window's own keys F11 and Undo work on. ``left``: it is closed."""

    left = Signal()

    def __init__(self, step: Marker, behind: QWidget, grid: Grid, column: GridColumn | None) -> None:
        super().__init__(behind)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._step, self.grid = step, grid
        self._columns = _marked_here(grid)
        self.column = column if column in self._columns else self._columns[0]
        self.current = 0
        self._reasons = False
        self.rows: list[MatRow] = []
        self._curtain: Curtain | None = None
        self._cells: dict[tuple[UUID, GridColumn], Cell] = {}
        self.head, self.foot = MatHead(practice=step.desk.desk.store.practice), MatFoot()
        self.head.turning.connect(self.turn)
        self.head.reasons.clicked.connect(self.toggle_reasons)
        self.head.leave.clicked.connect(self.close_page)
        self.foot.injury.clicked.connect(self.ask_who)
        self.foot.hide_all.clicked.connect(self.cover)
        self.foot.undo.clicked.connect(self._undo)
        self.foot.hurt.connect(self._pause)
        self.foot.left.connect(self._end_who)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(Line())
        self._holder = Surface("window")
        self._board = QGridLayout(self._holder)
        self._board.setContentsMargins(20, 12, 20, 12)
        self._board.setHorizontalSpacing(16)
        self._board.setVerticalSpacing(8)
        self._area = scrolled(self._holder)
        layout.addWidget(self._area, 1)
        layout.addWidget(Line())
        layout.addWidget(self.foot)
        QShortcut(QKeySequence(Qt.Key.Key_F11), self, self.close_page)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._undo)
        self.show_grid(grid)

    def open(self) -> None:
        """Cover the window."""
        self.lay()
        self.setFocus()

    def close_page(self) -> None:
        """Leave."""
        if self._curtain is not None and isValid(self._curtain):
            self._curtain.lift()
        self.lift()
        self.left.emit()

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def show_grid(self, grid: Grid) -> None:
        """A fresh grid. A technique that left the set meanwhile gives way to the one in its place."""
        self.grid = grid
        place, self._columns = self._columns.index(self.column), _marked_here(grid)
        if self.column not in self._columns:
            self.column = self._columns[min(place, len(self._columns) - 1)]
        if [each.row.enrolment for each in self.rows] != [each.enrolment for each in grid.rows]:
            self._lay_rows(grid)
        self._show()

    def _lay_rows(self, grid: Grid) -> None:
        for each in self.rows:
            self._board.removeWidget(each)
            each.deleteLater()
        self.rows = []
        half = (len(grid.rows) + 1) // 2 if len(grid.rows) > 5 else len(grid.rows)
        for number, row in enumerate(grid.rows):
            made = MatRow(row)
            made.marked.connect(self.mark)
            made.mended.connect(self._mend)
            made.taken.connect(self._take_row)
            self._board.addWidget(made, number % max(1, half), number // max(1, half))
            self.rows.append(made)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """In reading order, whenever the rows were made."""
        rows = [control for row in self.rows for control in (*row.buttons.values(), row.mend)]
        head, foot = self.head, self.foot
        order = [head.before, head.after, head.reasons, head.leave, *rows, foot.undo, foot.injury, foot.hide_all]
        for one, next_one in pairwise(order):
            QWidget.setTabOrder(one, next_one)

    def _show(self) -> None:
        number = self._columns.index(self.column)
        what = f"{self.column.code} {self.column.name}"
        self.setAccessibleName(_(words.MATSIDE_NAME).format(what=what))
        self.head.show_technique(what, number, len(self._columns), generic=self.grid.generic)
        for each, row in zip(self.rows, self.grid.rows, strict=True):
            each.show_cell(row, self._step.model.cell(row, self.column), self._note(row))
        open_rows = [row for row in self.grid.rows if not row.why]
        marked = sum(kind_of(self._step.model.cell(row, self.column)) != "" for row in open_rows)
        self.head.show_counts(marked, len(open_rows))
        self._show_current()
        self.foot.show_undo(self._step.desk.next_undo is not None)
        self._say_what_changed()

    def _note(self, row: GridRow) -> str:
        if not self._reasons:
            return ""
        cell = self._step.model.cell(row, self.column)
        if row.why and cell.outcome is None:
            return row.why[:1].upper() + row.why[1:]
        if row.to_do:
            return row.to_do
        return _(words.FEEDBACK_OWED) if cell.owes else ""

    def _show_current(self) -> None:
        for number, each in enumerate(self.rows):
            each.set_current(number == self.current)
        if self.rows:
            self._area.ensureWidgetVisible(self.rows[self.current], 0, 12)
            if self._reasons:
                self._tell_to_do(self.rows[self.current].row)

    def _tell_to_do(self, row: GridRow) -> None:
        """R44: in full, of whoever is in hand; their row may have too little room for it."""
        told = _(words.MATSIDE_TO_DO).format(who=_who(row), to_do=row.to_do)
        self.foot.tell(told if row.to_do else _(words.MATSIDE_C))

    def _say_what_changed(self) -> None:
        """Whoever changed it: a key here, Undo, or a dialog that asked for a reason."""
        before, model = self._cells, self._step.model
        self._cells = {
            (row.enrolment, column): model.cell(row, column) for row in self.grid.rows for column in self._columns
        }
        changed = [key for key, cell in self._cells.items() if before.get(key, cell) != cell]
        if len(changed) == 1:
            who, column = changed[0]
            row = next(each for each in self.grid.rows if each.enrolment == who)
            state = _(words.STATES[kind_of(self._cells[changed[0]])])
            self.foot.tell(_(words.MATSIDE_SAID).format(who=_who(row), what=column.code, state=state))

    # ── marks ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def mark(self, row: GridRow, letter: str) -> None:
        """C, N or - for somebody in the technique in hand."""
        step, column = self._step, self.column
        cell = step.model.cell(row, column)
        if letter == "-":
            shown = self.rows[self.current]
            at = shown.mapToGlobal(shown.rect().bottomLeft())
            ask_not_assessed(self, at, row.known_as, lambda why: self._do(row, "-", why))
        elif row.why or self.grid.closed:
            self.foot.tell(_(words.MATSIDE_CANT).format(who=_who(row)))
        elif kind_of(cell) == "competent" and letter == "C":
            self.foot.tell(_(words.ALREADY).format(who=_who(row), what=column.code))
        elif kind_of(cell) == "competent":
            ask_correction(self, row.known_as, column.code, lambda why: self._correct(row, why))
        else:
            self._do(row, letter, "")

    def _do(self, row: GridRow, letter: str, why: str) -> None:
        before = self._step.model.cell(row, self.column)
        self._step.record(row, self.column, letter, why)
        self._show_done(row, before)

    def _correct(self, row: GridRow, why: str) -> None:
        before = self._step.model.cell(row, self.column)
        self._step.correct(row, self.column, why)
        self._show_done(row, before)

    def _show_done(self, row: GridRow, before: Cell) -> None:
        self._show()
        if self._step.model.cell(row, self.column) == before and QApplication.activeModalWidget() is None:
            self.foot.tell(_(words.NOT_RECORDED))

    def _undo(self) -> None:
        undo = getattr(self.window(), "undo", None)
        if undo is not None:
            before = self._step.desk.next_undo
            self.foot.told = ""
            undo()
            if not self.foot.told:  # no single cell changed by it
                self.foot.tell(_(words.UNDONE if self._step.desk.next_undo is not before else words.NOT_UNDONE))
            self.foot.show_undo(self._step.desk.next_undo is not None)

    def _mend(self, row: GridRow) -> None:
        if row.place is not None:
            self.close_page()
            self._step.around.go(row.place)

    # ── going about ─────────────────────────────────────────────────────────────────────────────────────────────────

    def turn(self, by: int) -> None:
        """The technique before or after."""
        number = self._columns.index(self.column) + by
        if 0 <= number < len(self._columns):
            self.column = self._columns[number]
            self._show()

    def toggle_reasons(self) -> None:
        """R15, R44: others can read the screen, so reasons and what must be done come on request and go again."""
        self._reasons = not self._reasons
        self.head.reasons.setText(_(words.HIDE_REASONS if self._reasons else words.REASONS))
        self.foot.tell(_(words.MATSIDE_C))
        self._show()

    def cover(self) -> None:
        """Nothing is to be read; the work goes on where it was."""
        self._curtain = Curtain(self)
        self._curtain.lay()

    def _take_row(self, row: MatRow) -> None:
        self.current = self.rows.index(row)
        self._show_current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the keys do stands at the head of this module."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.close_page()
        elif key is Qt.Key.Key_H:
            if not event.isAutoRepeat():
                self.cover()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.turn(-1 if key is Qt.Key.Key_Left else 1)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self.rows:
            self.current = (self.current + (-1 if key is Qt.Key.Key_Up else 1)) % len(self.rows)
            self.setFocus()
            self._show_current()
        elif key in KEYS and not event.isAutoRepeat() and self.rows:
            self.mark(self.rows[self.current].row, KEYS[key])
        else:
            super().keyPressEvent(event)

    # ── injury ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def ask_who(self) -> None:
        """R28: who is hurt, by bib; they pause at once."""
        self.foot.ask_who(self.grid.rows)

    def _end_who(self) -> None:
        self.foot.show_undo(self._step.desk.next_undo is not None)
        self.setFocus()

    def _pause(self, row: GridRow) -> None:
        desk = self._step.desk
        incident = Incident(
            id=IncidentId(desk.new_id()),
            course=self.grid.course,
            enrolment=row.enrolment,
            at=desk.clock(),
            facts=_(words.INJURY_FACTS),
            injury=True,
            stopped=True,
        )
        granted = self._step.granted(record_incident, incident)
        self.foot.end_who()
        self.foot.tell(_(words.PAUSED if granted is not None else words.NOT_RECORDED).format(who=_who(row)))


def _who(row: GridRow) -> str:
    return f"{row.bib} {row.known_as}"
