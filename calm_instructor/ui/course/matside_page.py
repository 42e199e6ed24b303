"""Mat-side: one technique over the whole window, large rows, no menus. Up, Down, C, N, -; Left and Right change the technique;
H covers the screen, Escape leaves. It asks the step for every mark and shows one once it is on the disk.
"""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
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
from calm_instructor.ui.assess.mat_row import MatRow, stacked
from calm_instructor.ui.course.cover import Cover
from calm_instructor.ui.course.curtain import Curtain
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.labels import Label, Line
from calm_instructor.ui.parts.marks import Mark, MarkLabel
from calm_instructor.ui.parts.surfaces import Surface, scrolled


class MatsidePage(Cover):
    """Lies over the window of a step; of the window's own keys F11 and Undo work on. ``left``: it is closed."""

    left = Signal()

    def __init__(self, step: Marker, behind: QWidget, grid: Grid, column: GridColumn | None) -> None:
        super().__init__(behind)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._step, self.grid = step, grid
        self._columns = [each for each in grid.columns if each.kind != KNOWLEDGE]
        self.column = column if column in self._columns else self._columns[0]
        self.current = 0
        self._reasons = False
        self.rows: list[MatRow] = []
        self._curtain: Curtain | None = None
        self._cells: dict[tuple[UUID, GridColumn], Cell] = {}
        self._told = _(words.MATSIDE_C)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_head())
        layout.addWidget(Line())
        self._holder = Surface("window")
        self._board = QGridLayout(self._holder)
        self._board.setContentsMargins(20, 12, 20, 12)
        self._board.setHorizontalSpacing(16)
        self._board.setVerticalSpacing(8)
        self._area = scrolled(self._holder)
        layout.addWidget(self._area, 1)
        layout.addWidget(Line())
        layout.addWidget(self._make_foot())
        QShortcut(QKeySequence(Qt.Key.Key_F11), self, self.close_page)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._undo)
        self.show_grid(grid)

    # ── how it is made ──────────────────────────────────────────────────────────────────────────────────────────────

    def _make_head(self) -> QWidget:
        head = Surface("sunken")
        head.setFixedHeight(84)
        line = QHBoxLayout(head)
        line.setContentsMargins(24, 0, 24, 0)
        line.setSpacing(8)
        self.before = self._large("chevron-left", words.BEFORE, lambda: self.turn(-1))
        self.after = self._large("chevron-right", words.AFTER, lambda: self.turn(1))
        for each in (self.before, self.after):
            each.setFixedWidth(56)
            each.setText("")
        self._title = Label("", "display", elide=True)
        self._place = Label("", "trainee")
        self._count = Label("", "display")
        self._to_go = Label("", "trainee")
        for told in (self._count, self._to_go):
            told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.reasons = self._large("message-circle-question-mark", words.REASONS, self.toggle_reasons)
        self.leave = self._large("minimize-2", words.LEAVE, self.close_page)
        self.leave.setText(f"{_(words.LEAVE)}  F11")
        line.addWidget(self.before)
        line.addWidget(self.after)
        line.addSpacing(16)
        line.addLayout(stacked(self._title, self._place), 1)
        line.addLayout(stacked(self._count, self._to_go))
        line.addSpacing(16)
        line.addWidget(self.reasons)
        line.addWidget(self.leave)
        return head

    def _large(self, icon: str, word: str, on: Any) -> QPushButton:
        made = button(_(word), on, icon=icon, large=True, name=_(word))
        made.setAutoRepeat(False)
        return made

    def _make_foot(self) -> QWidget:
        foot = Surface("sunken")
        foot.setFixedHeight(72)
        self._foot_line = QHBoxLayout(foot)
        self._foot_line.setContentsMargins(24, 0, 24, 0)
        self._foot_line.setSpacing(12)
        self._said = Label(_(words.MATSIDE_C), "trainee", elide=True)
        self.injury = self._large("heart-pulse", words.INJURY, self.ask_who)
        self.hide_all = self._large("eye", words.COVER, self.cover)
        self.hide_all.setText(f"{_(words.COVER)}  H")
        self.undo = button("", self._undo, kind="quiet", icon="undo-2", large=True)
        self._who = QWidget()
        self._who_line = QHBoxLayout(self._who)
        self._who_line.setContentsMargins(0, 0, 0, 0)
        self._who_line.setSpacing(6)
        self._who.hide()
        self._legend = MarkLabel(Mark("competent"), _(words.MATSIDE_C), 24)
        self._foot_line.addWidget(self._legend)
        self._foot_line.addWidget(self._said, 1)
        self._foot_line.addWidget(self._who)
        for each in (self.undo, self.injury, self.hide_all):
            self._foot_line.addWidget(each)
        return foot

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
        """A fresh grid."""
        self.grid = grid
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

    def _show(self) -> None:
        number = self._columns.index(self.column)
        what = f"{self.column.code} {self.column.name}"
        self.setAccessibleName(_(words.MATSIDE_NAME).format(what=what))
        self._title.setText(what)
        place = _(words.MATSIDE_PLACE).format(number=number + 1, count=len(self._columns))
        self._place.setText(f"{place} · {_(words.GENERIC)}" if self.grid.generic else place)
        self.before.setEnabled(number > 0)
        self.after.setEnabled(number + 1 < len(self._columns))
        for each, row in zip(self.rows, self.grid.rows, strict=True):
            each.show_cell(row, self._step.model.cell(row, self.column), self._note(row))
        self._show_counts()
        self._show_current()
        self._show_undo()
        self._say_what_changed()

    def _note(self, row: GridRow) -> str:
        if not self._reasons:
            return ""
        cell = self._step.model.cell(row, self.column)
        if row.why and cell.outcome is None:
            return row.why[:1].upper() + row.why[1:]
        return _(words.FEEDBACK_OWED) if cell.owes else ""

    def _show_counts(self) -> None:
        open_rows = [row for row in self.grid.rows if not row.why]
        marked = sum(kind_of(self._step.model.cell(row, self.column)) != "" for row in open_rows)
        self._count.setText(_(words.MATSIDE_COUNT).format(count=marked, all=len(open_rows)))
        self._to_go.setText(_(words.TO_GO).format(count=len(open_rows) - marked))

    def _show_current(self) -> None:
        for number, each in enumerate(self.rows):
            each.set_current(number == self.current)
        if self.rows:
            self._area.ensureWidgetVisible(self.rows[self.current], 0, 12)

    def _tell(self, text: str) -> None:
        """Others can read it: no full name, and no reason unasked."""
        self._told = text
        self._said.setText(text)
        self._legend.hide()  # its words have given way

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
            self._tell(_(words.MATSIDE_SAID).format(who=_who(row), what=column.code, state=state))

    def _show_undo(self) -> None:
        step = self._step.desk.next_undo
        self.undo.setVisible(step is not None and not self._who.isVisible())
        if step is not None:
            self.undo.setText(_(words.UNDO_LAST))
            self.undo.setAccessibleName(_(words.UNDO_LAST))

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
            self._tell(_(words.MATSIDE_CANT).format(who=_who(row)))
        elif kind_of(cell) == "competent" and letter == "C":
            self._tell(_(words.ALREADY).format(who=_who(row), what=column.code))
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
            self._tell(_(words.NOT_RECORDED))

    def _undo(self) -> None:
        undo = getattr(self.window(), "undo", None)
        if undo is not None:
            before = self._step.desk.next_undo
            self._told = ""
            undo()
            if not self._told:  # no single cell changed by it
                self._tell(_(words.UNDONE if self._step.desk.next_undo is not before else words.NOT_UNDONE))
            self._show_undo()

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
        """R15: others can read the screen, so reasons come on request and go again."""
        self._reasons = not self._reasons
        self.reasons.setText(_(words.HIDE_REASONS if self._reasons else words.REASONS))
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
        self._clear_who()
        self._said.setText(_(words.WHO_IS_HURT))
        for row in self.grid.rows:
            made = button(str(row.bib), partial(self._pause, row), large=True, name=f"{row.bib} {row.known_as}")
            made.setFixedWidth(52 if len(self.grid.rows) <= 12 else 40)
            self._who_line.addWidget(made)
        self._who_line.addWidget(button(_(words.UNNAMED), self._end_who, large=True))
        self._who.show()
        for each in (self.undo, self.injury, self.hide_all):
            each.hide()

    def _clear_who(self) -> None:
        while (item := self._who_line.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.deleteLater()

    def _end_who(self) -> None:
        self._who.hide()
        self._clear_who()
        for each in (self.injury, self.hide_all):
            each.show()
        self._said.setText(self._told)
        self._show_undo()
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
        self._end_who()
        self._tell(_(words.PAUSED if granted is not None else words.NOT_RECORDED).format(who=_who(row)))


def _who(row: GridRow) -> str:
    return f"{row.bib} {row.known_as}"
