"""The lines of a register under one another: one in hand, arrows from line to line, and never a line that jumps."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from calm_instructor.domain.attendance import FitnessStatus, Presence
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import assess
from calm_instructor.messages.window import register as words
from calm_instructor.operations.viewing.register_rows import RegisterRow
from calm_instructor.ui.assess.type_ahead import BEGINS, TypeAhead
from calm_instructor.ui.course.register_row import RegisterHead, RegisterLine, RowWishes
from calm_instructor.ui.parts.surfaces import scrolled

_LOW, _HIGH = 31, 36


class RegisterTable(QFrame):
    """``moved`` hears which line is in hand; the other three what somebody wishes in a line."""

    def __init__(
        self,
        arrival: Callable[[RegisterRow, Presence], object],
        fitness: Callable[[RegisterRow, FitnessStatus], object],
        late: Callable[[RegisterRow, str], object],
        moved: Callable[[RegisterRow | None], object],
        say: Callable[[str], object],
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(_(words.TABLE))
        self.lines: list[RegisterLine] = []
        self._wishes = RowWishes(arrival, fitness, late, self._taken, self._move, self._typed)
        self._moved = moved
        self._say = say
        self._finding = TypeAhead()
        self._in_hand: RegisterLine | None = None
        self._by_hand: UUID | None = None
        self._head: RegisterHead | None = None
        inner = QWidget()
        inner.setObjectName("surface")
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(0)
        self._inner.addStretch(1)
        self._area = scrolled(inner)
        self._area.viewport().setObjectName("surface")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self._area, 1)

    def show_rows(self, rows: Sequence[RegisterRow]) -> bool:
        """Show these; lines of the same people stay where they are, with the keyboard on them. True: lines were made anew."""
        stays = [each.row.enrolment for each in self.lines] == [row.enrolment for row in rows]
        if stays:
            for line, row in zip(self.lines, rows, strict=True):
                line.show_row(row)
            if self._in_hand is not None:
                self._in_hand.set_current(True)
        else:
            self._make(rows)
        self._moved(self.current())
        return not stays

    def controls(self) -> list[QWidget]:
        """Everything in the lines that the keyboard can be on, in reading order."""
        return [each for line in self.lines for each in (*line.buttons[:3], line.late, *line.buttons[3:])]

    def _make(self, rows: Sequence[RegisterRow]) -> None:
        before, old = self._in_hand, self.lines
        number = old.index(before) if before else 0
        for each in old:
            self._inner.removeWidget(each)
        self._in_hand = None
        self.lines = [RegisterLine(row, self._wishes) for row in rows]
        for place, each in enumerate(self.lines):
            self._inner.insertWidget(place, each)
            each.show()
        if self.lines and self._head is None:
            self._head = RegisterHead(self.lines[0])
            self._column.insertWidget(0, self._head)
        self._share()
        found = self.line_of(before.row.enrolment) if before else None
        self._take(found or next(iter(self.lines[number:] or self.lines[-1:]), None))
        keyboard = QApplication.focusWidget()
        if keyboard is not None and any(each.isAncestorOf(keyboard) for each in old):
            self.put_focus()
        for each in old:
            each.hide()
            each.deleteLater()

    # ── the line in hand ────────────────────────────────────────────────────────────────────────────────────────────

    def current(self) -> RegisterRow | None:
        """Who is in hand."""
        return self._in_hand.row if self._in_hand else None

    def chosen(self) -> RegisterRow | None:
        """Who is in hand because somebody took them; None where the line was only the first one."""
        row = self.current()
        return row if row is not None and row.enrolment == self._by_hand else None

    def line_of(self, enrolment: UUID) -> RegisterLine | None:
        """Somebody's line."""
        return next((each for each in self.lines if each.row.enrolment == enrolment), None)

    def put_focus(self, who: UUID | str | None = None) -> None:
        """The keyboard on somebody's line; on the one in hand where nobody is named."""
        found = next((each for each in self.lines if who in {each.row.enrolment, each.row.person}), None)
        if found is not None:
            self._taken(found, by_hand=True)
        line = self._in_hand
        if line is not None:
            chosen = next((number for number, each in enumerate(line.buttons[:3]) if each.isChecked()), 0)
            line.take_focus(3 if line.row.presence and line.row.fitness is None else chosen)

    def _taken(self, line: RegisterLine, by_hand: bool) -> None:
        if by_hand or line is not self._in_hand:
            self._by_hand = line.row.enrolment
        if line is not self._in_hand:
            self._take(line)
            self._moved(line.row)

    def _take(self, line: RegisterLine | None) -> None:
        if self._in_hand is not None:
            self._in_hand.set_current(False)
        self._in_hand = line
        for each in self.lines:
            each.set_current(each is line)
        if line is not None:
            QTimer.singleShot(0, self, self._see_in_hand)

    def _see_in_hand(self) -> None:
        if self._in_hand is not None:
            self._area.ensureWidgetVisible(self._in_hand, 0, 4)

    def _move(self, line: RegisterLine, by: int, place: int) -> None:
        self._finding.end()
        number = self.lines.index(line) + by
        if 0 <= number < len(self.lines):
            self.lines[number].take_focus(place)

    def _typed(self, key: Qt.Key, text: str) -> bool:
        """Figures find a number; after "/" letters find a name, until Enter or Escape. False where the key is none of it."""
        finding = self._finding
        if finding.explicit and key in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            finding.end()
            self._say("")
            return True
        if text == BEGINS:
            finding.begin()
            self._say(_(assess.FINDING).format(text=""))
            return True
        if key is Qt.Key.Key_Backspace and finding.alive:
            finding.shorten()
            return True
        if not (text.isdecimal() or (finding.explicit and text.isprintable() and text)):
            finding.end()
            return False
        self._find(text)
        return True

    def _find(self, text: str) -> None:
        finding = self._finding
        goes_on = finding.alive and bool(finding.text)
        here = 0 if self._in_hand is None else self.lines.index(self._in_hand)
        after = here if goes_on else here + 1
        finding.add(text)
        found = finding.found_in([each.row for each in self.lines], after % max(1, len(self.lines)))
        if found is None:
            self._say(_(assess.NOBODY_BEGINS).format(text=finding.text))
            return
        self._say(_(assess.FINDING).format(text=finding.text))
        self.lines[found].take_focus()
        self._taken(self.lines[found], by_hand=True)

    # ── room ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _share(self) -> None:
        if self.lines:
            room = self._area.viewport().height() // len(self.lines)
            for each in self.lines:
                each.setFixedHeight(max(_LOW, min(_HIGH, room)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lines share the height out."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._share)
