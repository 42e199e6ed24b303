"""Assess: the grid and what is laid around it: its turns, who is marking, blanks to fill, and mat-side over all of it."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from calm_instructor.domain.ids import CourseId, InstructorId
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import assess as words
from calm_instructor.operations.assessing import fill_not_assessed
from calm_instructor.operations.viewing.grid import Cell, GridColumn, GridRow, grid_of
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.assess.asking import FillDialog
from calm_instructor.ui.assess.grid_model import Turn
from calm_instructor.ui.assess.legend import Legend
from calm_instructor.ui.course.marking_step import MarkingStep
from calm_instructor.ui.page import Around
from calm_instructor.ui.parts.buttons import Segmented, button, set_unavailable
from calm_instructor.ui.parts.inputs import Choice
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.surfaces import Banner, Empty

if TYPE_CHECKING:
    from calm_instructor.operations.desk import Changes
    from calm_instructor.ui.course.matside_page import MatsidePage


class AssessStep(MarkingStep):
    """F11 opens mat-side. What the keys do stands at the head of ``ui/assess/grid_view``."""

    name = "assess"
    topics = frozenset({"assessment", "register", "people", "courses", "techniques", "sign_off", "organisation"})

    def __init__(self, around: Around, course: CourseId) -> None:
        super().__init__(around, course)
        self.matside: MatsidePage | None = None
        self.body.setSpacing(8)
        self.body.setContentsMargins(16, 8, 16, 8)
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
        super().arrive(place)
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
        self.show_counts()
        self.show_panel()

    def show_counts(self) -> None:
        """How far it is."""
        marked, of_all, blocked = self.model.counts
        told = words.marked(marked, of_all)
        self._counts.setText(f"{told} · {words.blocked(blocked)}" if blocked else told)
        self._counts.setToolTip(f"{told}. {words.blocked_told(blocked)}." if blocked else told)
        self.turns.set_text(Turn.TO_DO, f"{_(words.STILL_TO_DO)}  {of_all - marked - blocked}")

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
        from calm_instructor.ui.course.matside_page import MatsidePage

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
