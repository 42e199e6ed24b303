"""Criteria, beside the grid: what is looked for in the cell in hand, what was seen, the words it owes, and what came before.

Shows a value and emits wishes. Ticks on a cell without a mark are kept until it is marked.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from calm_instructor.domain.assessment import Attempt, AttemptState, CriterionMark, Met, Outcome
from calm_instructor.domain.technique import Criterion
from calm_instructor.messages.labels import label
from calm_instructor.messages.showing import clock
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import assess as words
from calm_instructor.operations.viewing.grid import KNOWLEDGE, TECHNIQUE, CellDetail, GridColumn, GridRow
from calm_instructor.ui.assess.criteria_foot import CriteriaFoot
from calm_instructor.ui.assess.criterion_line import CriterionLine
from calm_instructor.ui.assess.grid_model import column_said, kind_of
from calm_instructor.ui.assess.letters import LETTERS
from calm_instructor.ui.parts.buttons import Segmented, button
from calm_instructor.ui.parts.labels import Label, Line
from calm_instructor.ui.parts.marks import Mark, MarkLabel
from calm_instructor.ui.parts.surfaces import Surface, scrolled


class CriteriaPanel(Surface):
    """``marking``: C, N or - for the cell shown; ``ticked``: other criteria of an attempt that stands; ``worded``: other feedback;
    ``answered``: the codes met and how they were asked; ``mending``: what keeps this person from being marked.
    """

    marking = Signal(object, object, str)
    ticked = Signal(object)
    worded = Signal(str)
    answered = Signal(object, object)
    mending = Signal(object)

    def __init__(self) -> None:
        super().__init__("surface")
        self.setAccessibleName(_(words.PANEL_NAME))
        self._row: GridRow | None = None
        self._detail: CellDetail | None = None
        self._lines: list[CriterionLine] = []
        self._is_spent = False
        self.foot = CriteriaFoot()
        self.foot.worded.connect(self.worded)
        self.foot.recording.connect(self._record)
        self.feedback = self.foot.feedback
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_head())
        column.addLayout(self._make_choice())
        self._to_do = Label("", "body", wrap=True)
        self._to_do.setContentsMargins(12, 0, 12, 8)
        column.addWidget(self._to_do)
        column.addWidget(Line())
        column.addWidget(self._make_list(), 1)
        column.addWidget(Line())
        column.addWidget(self.foot)
        self.show_nothing()

    # ── how it is made ──────────────────────────────────────────────────────────────────────────────────────────────

    def _make_head(self) -> QHBoxLayout:
        self._mark_room = QHBoxLayout()
        self._mark: MarkLabel | None = None
        self._who = Label("", "section", elide=True)
        self._what = Label("", "quiet", elide=True)
        for each in (self._who, self._what):
            each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._who)
        names.addWidget(self._what)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 6)
        head.setSpacing(8)
        head.addLayout(self._mark_room)
        head.addLayout(names, 1)
        return head

    def _make_choice(self) -> QHBoxLayout:
        self.choice = Segmented(
            [
                ("C", _(words.LEGEND["competent"])),
                ("N", _(words.LEGEND["not_yet"])),
                ("-", _(words.LEGEND["not_assessed"])),
            ],
            _(words.PANEL_NAME),
            small=True,
            tones=("ok", "warn", ""),
        )
        self.choice.chosen.connect(self._choose)
        self.mend = button("", self._mend, kind="quiet", small=True)
        line = QHBoxLayout()
        line.setContentsMargins(12, 0, 12, 8)
        line.setSpacing(8)
        line.addWidget(self.choice)
        line.addWidget(self.mend)
        line.addStretch(1)
        return line

    def _make_list(self) -> QWidget:
        holder = Surface("surface")
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._told = Label("", "quiet", wrap=True)
        self._told.setContentsMargins(12, 8, 12, 8)
        self._earlier = Label("", "small", wrap=True)
        self._earlier.setContentsMargins(12, 8, 12, 8)
        self._list.addWidget(self._told)
        self._list.addWidget(self._earlier)
        self._list.addStretch(1)
        area = scrolled(holder)
        area.viewport().setObjectName("surface")
        return area

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def show_nothing(self) -> None:
        """No cell is in hand."""
        self._row = self._detail = None
        self._show_mark(Mark(), "")
        self._who.setText("")
        self._what.setText("")
        self._told.setText(_(words.CHOOSE_CELL))
        self._told.show()
        for each in (*self._lines, self.choice, self.mend, self._earlier, self._to_do):
            each.hide()
        self.foot.show_detail(None, (), feedback=False, asking=False)

    def show_detail(self, row: GridRow, column: GridColumn, detail: CellDetail, most: int) -> None:
        """Show a cell in full."""
        draft = self.draft() if self.is_of(row, column) and detail.stands is None else ()
        self._row, self._detail, self._column = row, detail, column
        self._is_spent = False
        cell = detail.cell
        self._show_mark(Mark(kind_of(cell), attempt=cell.attempt), words.STATES[kind_of(cell)])
        self._who.setText(f"{row.bib} {row.name}")
        self._what.setText(self._line_of(column, detail, most))
        self._what.setToolTip(column_said(column))
        self._show_choice(row, detail)
        self._to_do.setText(_(words.YOU_MUST).format(to_do=row.to_do))
        self._to_do.setVisible(bool(row.to_do))
        seen = {mark.code: mark.met for mark in (detail.stands.criteria if detail.stands else draft)}
        if detail.check is not None:
            seen = {code: Met.MET if code in detail.check.met else Met.NOT_MET for code in detail.check.asked}
        self._show_lines(detail.asked, seen)
        told = _(words.CORE_HINT) if column.kind == "core" else row.told if row.why and detail.stands is None else ""
        self._told.setText(told)
        self._told.setVisible(bool(told))
        earlier = "\n".join(self._history(detail))
        self._earlier.setText(earlier)
        self._earlier.setVisible(bool(earlier))
        stands = detail.stands
        self.foot.show_detail(
            detail,
            self._said(),
            feedback=stands is not None and stands.outcome is not Outcome.NOT_ASSESSED,
            asking=column.kind == KNOWLEDGE,
        )

    def _line_of(self, column: GridColumn, detail: CellDetail, most: int) -> str:
        what, cell = column_said(column).partition(",")[0], detail.cell
        if detail.stands is not None and detail.stands.outcome is Outcome.NOT_ASSESSED:
            return _(words.NOT_ASSESSED_BECAUSE).format(what=what, why=detail.stands.not_assessed_reason)
        if column.kind == KNOWLEDGE:
            return f"{what} · {_(words.KNOWLEDGE_NAME)}"
        text = words.TO_BE_MARKED if cell.outcome is None else words.ATTEMPT_OF
        return _(text).format(what=what, attempt=cell.attempt, most=most)

    def _show_mark(self, mark: Mark, state: str) -> None:
        if self._mark is not None:
            self._mark_room.removeWidget(self._mark)
            self._mark.deleteLater()
        self._mark = MarkLabel(mark, _(state), 28)
        self._mark_room.addWidget(self._mark)
        self._mark.setVisible(bool(mark.kind))

    def _show_choice(self, row: GridRow, detail: CellDetail) -> None:
        outcome = detail.cell.outcome
        self.choice.set_value(LETTERS[outcome] if outcome is not None else None)
        self.choice.setVisible(not row.why)
        self.mend.setText(row.mend)
        self.mend.setAccessibleName(row.mend)
        self.mend.setVisible(bool(row.why))

    def _show_lines(self, asked: tuple[Criterion, ...], seen: dict[str, Met]) -> None:
        while len(self._lines) < len(asked):
            line = CriterionLine()
            line.said.connect(self._tick)
            self._list.insertWidget(len(self._lines), line)
            self._lines.append(line)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(asked))
            if number < len(asked):
                line.show_criterion(asked[number], seen.get(asked[number].code))

    def _history(self, detail: CellDetail) -> list[str]:
        """Attempts apart from corrections and what was taken back."""
        told = [(words.EARLIER_TRY, each) for each in detail.tries]
        told += [
            (words.EARLIER_TAKEN if each.state is AttemptState.TAKEN_BACK else words.EARLIER_CORRECTED, each)
            for each in detail.others
        ]
        return [self._told_of(text, each, detail) for text, each in told]

    def _told_of(self, text: str, each: Attempt, detail: CellDetail) -> str:
        why = detail.stands.correction_reason if detail.stands and detail.stands.corrects == each.id else ""
        return (
            _(text)
            .format(
                attempt=each.number,
                state=label(each.outcome).lower(),
                by=detail.by(each),
                at=clock(each.observed_at),
                why=why,
            )
            .strip()
        )

    def _shown(self) -> list[CriterionLine]:
        return self._lines[: len(self._detail.asked)] if self._detail else []

    # ── what a person says ──────────────────────────────────────────────────────────────────────────────────────────

    def draft(self) -> tuple[CriterionMark, ...]:
        """What is ticked for the cell shown while nothing stands there: a mark takes it along, once."""
        if self._detail is None or self._detail.cell.outcome is not None or self._is_spent:
            return ()
        return self._ticks()

    def spend_draft(self) -> None:
        """A mark took it along; the ticks seen until the panel is read again are of no other mark."""
        self._is_spent = True

    def _ticks(self) -> tuple[CriterionMark, ...]:
        return tuple(CriterionMark(code=code, met=met) for code, met in self._said() if met is not None)

    def _said(self) -> list[tuple[str, Met | None]]:
        return [(line.code, line.value()) for line in self._shown()]

    @property
    def shown(self) -> tuple[GridRow, GridColumn, CellDetail] | None:
        """The cell that it shows."""
        if self._row is None or self._detail is None:
            return None
        return self._row, self._column, self._detail

    def is_of(self, row: GridRow, column: GridColumn) -> bool:
        """Whether it shows this cell."""
        shown = self.shown
        return shown is not None and shown[0].enrolment == row.enrolment and shown[1] == column

    @property
    def complete(self) -> bool:
        """Whether every mandatory criterion of a technique is ticked as met."""
        if self._detail is None or self._column.kind != TECHNIQUE:
            return False
        met = {mark.code for mark in self.draft() if mark.met is Met.MET}
        return {each.code for each in self._detail.asked if each.mandatory} <= met

    def put_focus(self) -> None:
        """The keyboard goes to the first thing that can be said here."""
        shown = self._shown()
        if self._row is not None and self._row.why and self.mend.isVisible():
            self.mend.setFocus(Qt.FocusReason.OtherFocusReason)
        elif shown:
            shown[0].met.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, letter: object) -> None:
        if self._row is None or self._detail is None:
            return
        outcome = self._detail.cell.outcome  # shown as marked once it is on the disk
        self.choice.set_value(LETTERS[outcome] if outcome is not None else None)
        self.marking.emit(self._row, self._column, str(letter))

    def _mend(self) -> None:
        if self._row is not None:
            self.mending.emit(self._row)

    def _tick(self) -> None:
        if self._detail is not None and self._detail.stands is not None and self._column.kind != KNOWLEDGE:
            self.ticked.emit(self._ticks())

    def _record(self) -> None:
        said = dict(self._said())
        if None in said.values():
            self.answered.emit(None, None)
            return
        self.answered.emit(tuple(code for code, met in said.items() if met is Met.MET), self.foot.how.value())
