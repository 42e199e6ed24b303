"""What the keys of the grid and the panel beside it ask for. A cell is painted as marked once the mark is on the disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QPoint, QTimer

from calm_instructor.domain.assessment import CriterionMark, Method, Outcome
from calm_instructor.domain.ids import AttemptId, CourseId
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import assess as words
from calm_instructor.operations.assessing import record_knowledge, record_outcome, take_back, write_feedback
from calm_instructor.operations.viewing.grid import (
    KNOWLEDGE,
    Cell,
    Grid,
    GridColumn,
    GridRow,
    cell_after,
    cell_detail,
)
from calm_instructor.ui.assess.asking import ask_correction, ask_not_assessed
from calm_instructor.ui.assess.criteria_panel import CriteriaPanel
from calm_instructor.ui.assess.grid_model import column_said
from calm_instructor.ui.assess.grid_view import GridView
from calm_instructor.ui.assess.letters import OUTCOMES
from calm_instructor.ui.course.step import Step
from calm_instructor.ui.page import Around

SOON = 60
"""Milliseconds after the last key until the panel is read, so that neither a key nor a mark waits for it."""


class MarkingStep(Step):
    """Makes marks, and says why not; what is laid around the grid is the business of the step that is shown."""

    def __init__(self, around: Around, course: CourseId) -> None:
        super().__init__(around, course)
        self.seen: Grid | None = None
        self._last: tuple[Outcome, str] | None = None
        self._own = False
        self.panel = CriteriaPanel()
        self.view = GridView()
        self.model = self.view.grid
        self._later = QTimer(self, singleShot=True, interval=SOON)
        self._later.timeout.connect(self.show_panel)
        self.view.marking.connect(self.mark)
        self.view.taking_back.connect(self.take_back)
        self.view.detail.connect(self._open_detail)
        self.view.moved.connect(self._later.start)
        self.view.mending.connect(self._go_and_mend)
        self.view.said.connect(self.around.say)
        self.panel.marking.connect(self.mark_cell)
        self.panel.ticked.connect(self._tick)
        self.panel.worded.connect(self._word)
        self.panel.answered.connect(self._answer)
        self.panel.mending.connect(self._go_and_mend)

    def show_counts(self) -> None:
        """How far it is."""

    def show_panel(self) -> None:
        """The cell in hand, beside the grid."""
        self._later.stop()
        here = self.view.in_hand()
        if here is None or self.seen is None:
            self.panel.show_nothing()
            return
        row, column, _cell = here
        detail = self.desk.read(cell_detail, row.enrolment, column, self.seen.coaching_points_ref)
        self.panel.show_detail(row, column, detail, self.seen.most_tries)

    # ── marks ───────────────────────────────────────────────────────────────────────────────────────────────────────

    @contextmanager
    def _painting(self, row: GridRow, column: GridColumn) -> Iterator[None]:
        """A wish about one cell: only that cell is read again, and painted, once it is granted."""
        self._own = True
        try:
            yield
        finally:
            self._own = False
        self._paint(row, column)

    def _paint(self, row: GridRow, column: GridColumn) -> None:
        self.model.set_cell(row.enrolment, column, self.desk.read(cell_after, row.enrolment, column))
        self.show_counts()
        self._later.start()

    def mark(self, letter: str) -> None:
        """C, N or - for the cell in hand; "" repeats the last outcome on a blank and goes on."""
        here = self.view.in_hand()
        if here is None:
            return
        row, column, cell = here
        if letter:
            self.mark_cell(row, column, letter)
        else:
            self._repeat(row, column, cell)

    def mark_cell(self, row: GridRow, column: GridColumn, letter: str) -> None:
        """C, N or - for a cell, in hand or not."""
        cell = self.model.cell(row, column)
        if column.kind == KNOWLEDGE:
            self._ask_knowledge(row, column, letter)
        elif OUTCOMES[letter] is Outcome.NOT_ASSESSED:
            self._ask_not_assessed(row, column)
        elif self._is_off(row):
            return
        elif cell.outcome is Outcome.COMPETENT and letter == "C":
            self.around.say(_(words.ALREADY).format(who=row.name, what=column_said(column)))
        elif cell.outcome is Outcome.COMPETENT:
            ask_correction(self, row.name, column_said(column), lambda why: self.correct(row, column, why))
        else:
            self._record(row, column, OUTCOMES[letter])

    def _is_off(self, row: GridRow) -> bool:
        """The key does nothing and says why."""
        if self.seen is not None and self.seen.closed:
            self.around.say(self.seen.closed)
            return True
        if row.why:
            self.around.say(row.told)
        return bool(row.why)

    def _repeat(self, row: GridRow, column: GridColumn, cell: Cell) -> None:
        if self._last is None:
            self.around.say(_(words.NOTHING_TO_REPEAT))
            return
        outcome, reason = self._last
        off = self._is_off(row) if outcome is not Outcome.NOT_ASSESSED else False
        if cell.outcome is None and not off:
            if column.kind == KNOWLEDGE:
                if outcome is not Outcome.COMPETENT:
                    self.around.say(_(words.ASK_ALL))
                    return
                self._all_known(row, column)
            else:
                self._record(row, column, outcome, reason=reason)
            if self.model.cell(row, column).outcome is None:
                return
        self.view.go_on()

    def _record(self, row: GridRow, column: GridColumn, outcome: Outcome, *, reason: str = "") -> None:
        criteria: tuple[CriterionMark, ...] = ()
        whole = outcome is Outcome.COMPETENT
        drafted = self.panel.is_of(row, column) and self.model.cell(row, column).outcome is None
        if drafted and (outcome is Outcome.NOT_YET or self.panel.complete):
            criteria = self.panel.draft()
            whole = False
        marked = self._wish(
            row,
            column,
            record_outcome,
            row.enrolment,
            column.technique,
            outcome,
            as_a_whole=whole,
            criteria=criteria,
            not_assessed_reason=reason,
        )
        if marked is not None:
            if drafted:
                self.panel.spend_draft()
            self._last = (outcome, reason)
            if outcome is Outcome.NOT_YET:
                self._bring_panel_forward()

    def _wish(self, row: GridRow, column: GridColumn, wish: Any, *args: Any, **kwargs: Any) -> Any:
        with self._painting(row, column):
            return self.granted(wish, *args, **kwargs)

    def record(self, row: GridRow, column: GridColumn, letter: str, reason: str = "") -> None:
        """A mark for somebody in something, as mat-side asks for it."""
        self._record(row, column, OUTCOMES[letter], reason=reason)

    def correct(self, row: GridRow, column: GridColumn, why: str) -> None:
        """R18: "competent" becomes "not yet" by a correction with a reason."""
        cell = self.model.cell(row, column)
        if cell.id is not None:
            self._wish(
                row,
                column,
                record_outcome,
                row.enrolment,
                column.technique,
                Outcome.NOT_YET,
                corrects=AttemptId(cell.id),
                correction_reason=why,
            )
            self._bring_panel_forward()

    def _ask_not_assessed(self, row: GridRow, column: GridColumn) -> None:
        index = self.model.index_of(row.enrolment, column)
        at = self.view.viewport().mapToGlobal(self.view.visualRect(index).bottomLeft() + QPoint(0, 1))
        ask_not_assessed(self, at, row.name, lambda why: self._record(row, column, Outcome.NOT_ASSESSED, reason=why))

    def take_back(self) -> None:
        """R18: the last mark of the cell in hand."""
        here = self.view.in_hand()
        if here is None:
            return
        row, column, cell = here
        if column.kind == KNOWLEDGE:
            self.around.say(_(words.KNOWLEDGE_BACK))
        elif cell.id is None:
            self.around.say(_(words.NOTHING_TO_TAKE_BACK).format(who=row.name, what=column_said(column)))
        else:
            self._wish(row, column, take_back, AttemptId(cell.id))

    # ── knowledge ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _ask_knowledge(self, row: GridRow, column: GridColumn, letter: str) -> None:
        if letter == "C":
            self._all_known(row, column)
        else:
            self.around.say(_(words.ASK_ALL))
            self._open_detail()

    def _all_known(self, row: GridRow, column: GridColumn) -> None:
        detail = self.desk.read(cell_detail, row.enrolment, column)
        asked = tuple(each.code for each in detail.asked)
        if self._wish(row, column, record_knowledge, row.enrolment, asked) is not None:
            self._last = (Outcome.COMPETENT, "")

    def _answer(self, met: tuple[str, ...] | None, method: Method | None) -> None:
        shown = self.panel.shown
        if met is None:
            self.around.say(_(words.ASK_ALL))
        elif shown is not None:
            self._wish(shown[0], shown[1], record_knowledge, shown[0].enrolment, met, method=method or Method.SPOKEN)
            self.view.setFocus()

    # ── criteria and words ──────────────────────────────────────────────────────────────────────────────────────────

    def _open_detail(self) -> None:
        self.show_panel()
        self._bring_panel_forward()
        self.panel.put_focus()

    def _bring_panel_forward(self) -> None:
        holder: Any = self.parentWidget()
        while holder is not None and not hasattr(holder, "side"):
            holder = holder.parentWidget()
        if holder is not None:
            holder.side.bring_forward(self.panel)

    def _tick(self, criteria: tuple[CriterionMark, ...]) -> None:
        shown = self.panel.shown
        stands = shown[2].stands if shown is not None else None
        if shown is not None and stands is not None:
            self._wish(shown[0], shown[1], write_feedback, stands.id, self.panel.feedback.text(), criteria)

    def _word(self, feedback: str) -> None:
        shown = self.panel.shown
        stands = shown[2].stands if shown is not None else None
        if shown is not None and stands is not None:
            self._wish(shown[0], shown[1], write_feedback, stands.id, feedback)
            self.show_panel()

    def _go_and_mend(self, row: GridRow) -> None:
        if row.place is not None:
            self.around.go(row.place)
