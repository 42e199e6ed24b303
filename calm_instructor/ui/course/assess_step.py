"""Assess: the grid, what it says, and the wishes its keys ask for. A cell is painted as marked once the mark is on the disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from calm_instructor.domain.assessment import CriterionMark, Method, Outcome
from calm_instructor.domain.ids import AttemptId, CourseId, InstructorId
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import assess as words
from calm_instructor.operations.assessing import (
    fill_not_assessed,
    record_knowledge,
    record_outcome,
    take_back,
    write_feedback,
)
from calm_instructor.operations.viewing.grid import (
    KNOWLEDGE,
    Cell,
    Grid,
    GridColumn,
    GridRow,
    cell_after,
    cell_detail,
    grid_of,
)
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.assess.asking import FillDialog, ask_correction, ask_not_assessed
from calm_instructor.ui.assess.criteria_panel import CriteriaPanel
from calm_instructor.ui.assess.grid_model import Turn, column_said
from calm_instructor.ui.assess.grid_view import GridView
from calm_instructor.ui.assess.legend import Legend
from calm_instructor.ui.assess.letters import OUTCOMES
from calm_instructor.ui.course.step import Step
from calm_instructor.ui.page import Around
from calm_instructor.ui.parts.buttons import Segmented, button, set_unavailable
from calm_instructor.ui.parts.inputs import Choice
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.surfaces import Banner, Empty

if TYPE_CHECKING:
    from calm_instructor.operations.desk import Changes
    from calm_instructor.ui.assess.matside_page import MatsidePage

SOON = 60
"""Milliseconds after the last key until the panel is read, so that neither a key nor a mark waits for it."""


class AssessStep(Step):
    """F11 opens mat-side. What the keys do stands at the head of ``ui/assess/grid_view``."""

    name = "assess"
    topics = frozenset({"assessment", "register", "people", "courses", "techniques", "sign_off", "organisation"})

    def __init__(self, around: Around, course: CourseId) -> None:
        super().__init__(around, course)
        self.seen: Grid | None = None
        self.matside: MatsidePage | None = None
        self._last: tuple[Outcome, str] | None = None
        self._own = False
        self.body.setSpacing(8)
        self.body.setContentsMargins(16, 8, 16, 8)
        self.panel = CriteriaPanel()
        self.view = GridView()
        self.model = self.view.grid
        self.closed = Banner("info")
        self.empty_set = Empty(
            "layers", _(words.NO_SET), _(words.NO_SET_HINT), self._to(words.TO_TECHNIQUES, "techniques")
        )
        self.empty_people = Empty(
            "users", _(words.NO_PEOPLE), _(words.NO_PEOPLE_HINT), self._to(words.TO_PEOPLE, "people")
        )
        self.done = Empty("circle-check", _(words.ALL_DONE), _(words.ALL_DONE_HINT))
        self.legend = Legend()
        self.fill = button(_(words.FILL), self.open_fill, icon="list-checks")
        self.to_mat = button(f"{_(words.MATSIDE)}  F11", self.open_matside, icon="maximize-2", kind="primary")
        self._tools = self._make_tools()
        self._rest = QWidget()
        for each in (self._tools, self.closed, self.empty_set, self.empty_people, self.done):
            self.body.addWidget(each)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.legend)
        self.body.addWidget(self._rest, 1)
        self._later = QTimer(self, singleShot=True, interval=SOON)
        self._later.timeout.connect(self.show_panel)
        self._listen()

    def _to(self, text: str, step: str) -> QPushButton:
        return button(_(text), lambda: self.around.go(Place(page="course", record=self.course, step=step)))

    def _make_tools(self) -> QWidget:
        tools = QWidget()
        line = QHBoxLayout(tools)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.turns = Segmented(
            [
                (Turn.BY_TRAINEE, _(words.BY_TRAINEE)),
                (Turn.BY_TECHNIQUE, _(words.BY_TECHNIQUE)),
                (Turn.TO_DO, f"{_(words.STILL_TO_DO)}  000"),
            ],
            _(words.TURNS),
        )
        self.turns.set_value(Turn.BY_TRAINEE)
        self._marking_as = Label(_(words.MARKING_AS), "quiet")
        self.assessor = Choice(name=_(words.MARKING_AS))
        self.assessor.setMinimumWidth(184)
        self._counts = Label("", "quiet", elide=True)
        self._counts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.turns)
        line.addSpacing(8)
        line.addWidget(self._marking_as)
        line.addWidget(self.assessor)
        line.addWidget(self._counts, 1)
        return tools

    def _listen(self) -> None:
        self.turns.chosen.connect(self._turn)
        self.assessor.chosen.connect(self._mark_as)
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
        QShortcut(QKeySequence(Qt.Key.Key_F11), self, self.toggle_matside)

    def head_buttons(self) -> list[QPushButton]:
        """R50 and mat-side."""
        return [self.fill, self.to_mat]

    def panels(self) -> list[tuple[str, QWidget]]:
        """The criteria of the cell in hand."""
        return [(_(words.CRITERIA), self.panel)]

    def foot(self) -> str:
        """R17 and R18 in plain words."""
        return _(words.FOOT)

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def arrive(self, place: Place) -> None:
        """Put somebody in hand where the place names one: their first empty cell."""
        self.look_again()
        if isinstance(place.focus, UUID):
            self._take(place.focus)
        if self.view.isVisible():
            self.view.setFocus()

    def _take(self, enrolment: UUID) -> None:
        row = next((each for each in self.model.rows if each.enrolment == enrolment), None)
        if row is not None:
            blank = [each for each in self.model.columns if self.model.cell(row, each).outcome is None]
            self.view.take_index(self.model.index_of(enrolment, next(iter(blank), None)))

    def refresh(self) -> None:
        """The whole grid, as it stands."""
        here = self.view.in_hand()
        self.seen = self.desk.read(grid_of, self.course, self.desk.clock())
        self._lay_out(here)
        if self.matside is not None:
            self.matside.show_grid(self.seen)

    def _lay_out(self, here: tuple[GridRow, GridColumn, Cell] | None) -> None:
        grid = self.seen
        if grid is None:
            return
        self.model.show_grid(grid, Turn(str(self.turns.value())))
        if here is not None and self.view.in_hand() is None:
            index = self.model.index_of(here[0].enrolment, here[1])
            self.view.take_index(index if index.isValid() else self.model.index(0, 0))
        elif self.view.in_hand() is None:
            self.view.take(0, 0)
        self.closed.tell("info", grid.closed)
        self.closed.setVisible(bool(grid.closed and grid.columns))
        self.empty_set.setVisible(not grid.columns)
        self.empty_people.setVisible(bool(grid.columns) and not grid.rows)
        filled = bool(grid.columns and grid.rows)
        nothing = filled and not self.model.rowCount()
        self.done.setVisible(nothing)
        self._rest.setVisible(not filled or nothing)
        for each in (self._tools, self.legend):
            each.setVisible(filled)
        self.view.setVisible(filled and not nothing)
        self.assessor.offer([(each, name) for each, name in grid.assessors])
        self.assessor.set_value(self.desk.marking_as)
        self.legend.show_generic(grid.generic)
        for each in (self.fill, self.to_mat):
            set_unavailable(each, grid.closed if filled else _(words.NO_SET if not grid.columns else words.NO_PEOPLE))
        self._show_counts()
        self.show_panel()

    def _show_counts(self) -> None:
        marked, of_all, blocked = self.model.counts
        told = words.marked(marked, of_all)
        self._counts.setText(f"{told} · {words.blocked(blocked)}" if blocked else told)
        self._counts.setToolTip(f"{told}. {words.blocked_told(blocked)}." if blocked else told)
        self.turns.set_text(Turn.TO_DO, f"{_(words.STILL_TO_DO)}  {of_all - marked - blocked}")

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

    def _changed(self, changes: "Changes") -> None:
        """A mark of its own has been painted already. Mat-side hides the step and shows what the step reads."""
        if self._own:
            return
        if self.matside is not None and (not changes.topics or changes.topics & self.topics):
            self.look_again()
        else:
            super()._changed(changes)

    def record_gone(self) -> None:
        """Mat-side of it goes too."""
        if self.matside is not None:
            self.matside.lift()
            self.matside = None
        super().record_gone()

    def _turn(self, _turn: object) -> None:
        self.refresh()
        self.view.setFocus()

    def _mark_as(self, who: object) -> None:
        self.desk.marking_as = InstructorId(who) if isinstance(who, UUID) else None
        self.view.setFocus()

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
        self._show_counts()
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

    # ── many at once, and mat-side ──────────────────────────────────────────────────────────────────────────────────

    def open_fill(self) -> None:
        """R50: set blanks to "not assessed" with one reason."""
        if self.fill.property("unavailable"):
            self.around.say(self.fill.toolTip())
            return
        here = self.view.in_hand()
        cells: dict[str, list[tuple[GridRow, GridColumn]]] = {"all": self.model.blanks()}
        texts = {"all": _(words.FILL_ALL)}
        if here is not None:
            row, column, _cell = here
            cells = {"column": self.model.blanks(column=column), "row": self.model.blanks(row=row), **cells}
            texts = {"column": column.code, "row": row.name, **texts}
        scopes = [(name, texts[name], len(found)) for name, found in cells.items()]
        FillDialog(self, scopes, lambda scope, reason: self._fill(cells[scope], reason)).ask()

    def _fill(self, cells: list[tuple[GridRow, GridColumn]], reason: str) -> None:
        self.granted(fill_not_assessed, [(row.enrolment, column.technique) for row, column in cells], reason)

    def toggle_matside(self) -> None:
        """F11 goes there and back."""
        if self.matside is not None:
            self.matside.close_page()
        else:
            self.open_matside()

    def open_matside(self) -> None:
        """One technique over the whole window."""
        from calm_instructor.ui.assess.matside_page import MatsidePage

        if self.to_mat.property("unavailable"):
            self.around.say(self.to_mat.toolTip())
            return
        if self.seen is None or self.matside is not None:
            return
        here = self.view.in_hand()
        self.matside = MatsidePage(self, self, self.seen, here[1] if here is not None else None)
        self.matside.left.connect(self._leave_matside)
        self.matside.open()

    def _leave_matside(self) -> None:
        self.matside = None
        self.refresh()
        self.view.setFocus()

    def leave(self) -> None:
        """Nothing is read any more."""
        self._later.stop()
        if self.matside is not None:
            self.matside.close_page()
        super().leave()
