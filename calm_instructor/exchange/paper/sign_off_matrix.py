"""The matrix of the sign-off sheet: one row a trainee, one column a technique, no cell left empty."""

from dataclasses import dataclass
from datetime import date

from calm_instructor.exchange.paper.facts import Mark, NotAssessed, Outcome, Signature, SignatureState, Technique
from calm_instructor.exchange.paper.marks import common_prefix, draw_dash, draw_mark, draw_tick
from calm_instructor.exchange.paper.names import Fitted, fit
from calm_instructor.exchange.paper.press import Press
from calm_instructor.exchange.paper.shaping import width as text_width
from calm_instructor.exchange.paper.sheet import CELL, ROW, TABLE, Sheet
from calm_instructor.exchange.paper.sign_off_columns import columns_of
from calm_instructor.exchange.paper.signing import SignedCell
from calm_instructor.exchange.paper.wrapping import wrapped
from calm_instructor.messages import papers as words
from calm_instructor.messages import papers_of_results as own
from calm_instructor.messages.showing import day


@dataclass(frozen=True)
class SignOffRow:
    """One trainee's row.

    minutes_here of minutes_taught: attendance as taught minutes, breaks apart; made_good: minutes made good on record (R16).
    cleared: whether the fitness declarations of the course cleared them (a tick, never more). marks: one per technique of the
    sheet, in its order; core and knowledge: core behaviours and the knowledge check. valid_until: None is printed as "No
    authority to use" (R20). limits: what narrows the authority, as in "hair, seated only" (R21). signs_elsewhere: True where
    the trainee signs the individual record only.
    """

    name: str
    staff_number: str
    core_theory: date | None
    minutes_here: int
    minutes_taught: int
    cleared: bool
    marks: tuple[Mark, ...]
    core: Mark
    knowledge: Mark
    outcome: Outcome
    valid_until: date | None
    trainee: Signature
    instructor: Signature
    made_good: int = 0
    limits: str = ""
    signs_elsewhere: bool = False


_LOWEST = 7.4
_HIGHEST = 8.4
_MORE_LINES = 2.6  # what a row grows by for each line beyond the second
_TURNED_PITCH = 0.355  # mm between turned lines per pt of their size
_INSET = 0.8


class Matrix:
    """The table of a sign-off sheet, for one set of techniques."""

    def __init__(self, sheet: Sheet, techniques: tuple[Technique, ...], letters: dict[NotAssessed, str]) -> None:
        self.sheet, self.techniques, self.letters = sheet, techniques, letters
        self.columns = columns_of(len(techniques), sheet.width)
        self.prefix = common_prefix([technique.code for technique in techniques]) if len(techniques) > 6 else ""
        self.heads = [self._turned(technique.name) for technique in techniques]
        self.turned = max(18.0, *(self._high(head) for head in self.heads)) + 1.5
        self.head_height = self.turned + 5

    @property
    def _column(self) -> float:
        return self.columns.core - self.columns.techniques[-1]

    def _turned(self, name: str) -> Fitted:
        """A technique's name turned: large before low, low before small, three lines at most."""
        column = self.columns.techniques[0] - self.columns.fit
        for high in (20.0, 24.0, 34.0):
            for size in (7.5, 7.0, 6.5):
                fitted = fit(name, high, size, size)
                if len(fitted.lines) <= min(3, int(column / size / _TURNED_PITCH)):
                    return fitted
        return fitted

    def _high(self, head: Fitted) -> float:
        return max(text_width(line, head.size) for line in head.lines)

    # ── rows ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _name(self, row: SignOffRow) -> Fitted:
        return fit(row.name, self.columns.name - self.columns.number - 2, 9, 7.5, bold=True)

    def _outcome(self, row: SignOffRow) -> list[tuple[str, float, bool]]:
        """The lines of an outcome: what, until when, with which limits. More than two are set smaller."""
        room = self.columns.outcome - self.columns.knowledge - 2 * _INSET + 0.6
        outcome = words.say(words.OUTCOMES_SHORT[row.outcome.value])
        until = day(row.valid_until) if row.valid_until else words.say(words.NO_AUTHORITY)
        for size in (7.5, 7.0, 6.5):
            what, when = fit(outcome, room, size, size, bold=True), fit(until, room, min(size, 7.0), 6.5)
            lines = [(line, what.size, True) for line in what.lines] + [(line, when.size, False) for line in when.lines]
            lines += [(line[0].text, 6.5, False) for line in wrapped(row.limits, room, 6.5)]
            if len(lines) == 2:
                break
        return lines

    def _signed(self, row: SignOffRow) -> tuple[SignedCell, SignedCell]:
        """The trainee's and the instructor's cell."""
        columns = self.columns
        return (
            SignedCell(row.trainee, columns.trainee - columns.outcome - 2),
            SignedCell(row.instructor, self.sheet.width - columns.trainee - 1.7),
        )

    def row_height(self, row: SignOffRow) -> float:
        """The least height of a row."""
        name = self._name(row)
        lines = len(name.lines) + (1 if len(name.lines) == 1 or not self._number_beside(name, row) else 0)
        high = _LOWEST + _MORE_LINES * max(lines - 2, len(self._outcome(row)) - 3, 0)
        return max(high, *(cell.height for cell in self._signed(row)))

    def _number_beside(self, name: Fitted, row: SignOffRow) -> bool:
        room = self.columns.name - self.columns.number - 3.5
        return text_width(name.lines[-1], name.size, bold=True) + text_width(row.staff_number, 7.5) <= room

    def draw(self, rows: tuple[SignOffRow, ...], first: int, heights: list[float], room: float) -> None:
        """Head and rows from the pen on; what is left of the room is shared out."""
        sheet, top = self.sheet, self.sheet.y
        more = max(0.0, min(_HIGHEST - _LOWEST, (room - sum(heights)) / len(heights)))
        with sheet.press.tagged("Table"):
            self._head()
            for index, (row, height) in enumerate(zip(rows, heights, strict=True)):
                with sheet.press.tagged("TR"):
                    self._row(row, first + index + 1, height + more)
                sheet.y += height + more
                last = index == len(rows) - 1
                weight = TABLE if last or (index + 1) % 4 == 0 else ROW
                sheet.press.rule(sheet.left, sheet.y, sheet.right, weight=weight)
        self._verticals(top, sheet.y)

    def _verticals(self, top: float, bottom: float) -> None:
        press, left, columns = self.sheet.press, self.sheet.left, self.columns
        strong = {columns.techniques[-1], columns.knowledge}
        for x in (columns.fit, *columns.techniques, columns.core, columns.knowledge, columns.outcome, columns.trainee):
            press.rule(left + x, top, left + x, bottom, weight=TABLE if x in strong else CELL)

    def _row(self, row: SignOffRow, number: int, height: float) -> None:
        press, left, y, columns = self.sheet.press, self.sheet.left, self.sheet.y, self.columns
        middle = y + height / 2
        with press.tagged("TD"):
            press.text(left + columns.number - 1, middle + 1.15, str(number), 9, bold=True, align=1)
        with press.tagged("TH", scope="Row"):
            self._draw_name(row, left + columns.number + 1.2, y, height)
        with press.tagged("TD"):
            theory = day(row.core_theory).rsplit(" ", 1) if row.core_theory else [words.NOTHING]
            _stacked(press, left + (columns.name + columns.theory) / 2, middle, theory, 7.5)
        with press.tagged("TD"):
            share = [own.percent(row.minutes_here, row.minutes_taught)]
            missed = row.minutes_taught - row.minutes_here - row.made_good
            if missed > 0 or row.made_good:
                share.append(own.minutes_missed(missed) if missed > 0 else words.say(own.MADE_GOOD))
            _stacked(press, left + (columns.theory + columns.attendance) / 2, middle, share, 7.5, 6.5)
        with press.tagged("TD"):
            draw = draw_tick if row.cleared else draw_dash
            said = words.say(words.CLEARED if row.cleared else words.NOT_CLEARED)
            draw(press, left + (columns.attendance + columns.fit) / 2, middle, said)
        marks = (*row.marks, row.core, row.knowledge)
        ends = (columns.fit, *columns.techniques, columns.core, columns.knowledge)
        for mark, start, end in zip(marks, ends[:-1], ends[1:], strict=True):
            figure = mark.attempt > 1 or mark.why is not None
            with press.tagged("TD"):
                draw_mark(press, left + (start + end) / 2 - (0.6 if figure else 0), middle, mark, self._letter(mark))
        with press.tagged("TD"):
            self._draw_outcome(row, left + columns.knowledge + _INSET, middle)
        self._draw_signed(row, y, height)

    def _letter(self, mark: Mark) -> str:
        return self.letters[mark.why] if mark.why else ""

    def _draw_name(self, row: SignOffRow, x: float, y: float, height: float) -> None:
        press, name = self.sheet.press, self._name(row)
        beside = len(name.lines) > 1 and self._number_beside(name, row)
        count = len(name.lines) + (0 if beside else 1)
        step = 3.0 if count > 2 or name.size < 8 else 3.3
        foot = y + (height - (count - 1) * step) / 2 + 1.0
        places = [(x, foot + index * step, line) for index, line in enumerate(name.lines)]
        press.lines(places, name.size, bold=True, whole=row.name)
        across = text_width(name.lines[-1], name.size, bold=True) + 1.2 if beside else 0
        press.text(x + across, foot + (count - 1) * step, row.staff_number, 7.5)

    def _draw_outcome(self, row: SignOffRow, x: float, middle: float) -> None:
        lines = self._outcome(row)
        step = 2.95 if len(lines) == 2 else 2.3
        foot = middle - (len(lines) - 1) * step / 2 + 0.85
        for index, (line, size, bold) in enumerate(lines):
            self.sheet.press.text(x, foot + index * step, line, size, bold=bold)

    def _draw_signed(self, row: SignOffRow, y: float, height: float) -> None:
        press, left, columns = self.sheet.press, self.sheet.left, self.columns
        trainee, instructor = left + columns.outcome + 1.2, left + columns.trainee + 1.2
        signed_by_trainee, signed_by_instructor = self._signed(row)
        with press.tagged("TD"):
            if row.signs_elsewhere and row.trainee.state is SignatureState.WAITING:
                press.text(trainee, y + height / 2 + 1, words.say(words.ON_INDIVIDUAL_RECORD), 7)
            else:
                signed_by_trainee.draw(press, trainee, y, height)
        with press.tagged("TD"):
            signed_by_instructor.draw(press, instructor, y, height)

    # ── head ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _head(self) -> None:
        sheet, press, columns = self.sheet, self.sheet.press, self.columns
        left, top, foot = sheet.left, sheet.y, sheet.y + self.head_height
        press.tint(left, top, sheet.width, self.head_height)
        press.rule(left, top, sheet.right, weight=TABLE)
        low = foot - 1.9
        with press.tagged("TR"):
            _heading(press, left + columns.number - 1, low, words.NUMBER, align=1)
            _heading(press, left + columns.number + 1.2, low, words.NAME_STAFF_NUMBER)
            if self.prefix:
                self._say_codes(left + columns.fit - 2, top + 4)
            _heading(press, left + (columns.name + columns.theory) / 2, low, own.CORE_THEORY_HEAD, align=0.5)
            _heading(press, left + (columns.theory + columns.attendance) / 2, low, own.ATTENDANCE_HEAD, align=0.5)
            _heading(press, left + (columns.attendance + columns.fit) / 2, low, own.FIT, align=0.5)
            starts = (columns.fit, *columns.techniques)
            for technique, head, start, end in zip(
                self.techniques, self.heads, starts, columns.techniques, strict=False
            ):
                self._technique(technique, head, left + start, left + end, top, foot)
            for label, start, end in (
                (own.CORE_BEHAVIOURS, columns.techniques[-1], columns.core),
                (own.KNOWLEDGE, columns.core, columns.knowledge),
            ):
                with press.tagged("TH", scope="Column"):
                    turned = fit(words.say(label), self.head_height - 3, 7.5, 6.5, bold=True)
                    x = left + (start + end) / 2 + 0.95
                    press.text(x, low, turned.lines[0], turned.size, bold=True, turned=True)
            _heading(press, left + columns.knowledge + _INSET, low, own.OUTCOME_HEAD)
            _heading(press, left + columns.outcome + 1.3, low, own.TRAINEE_SIGNS)
            _heading(press, left + columns.trainee + 1.3, low, own.INSTRUCTOR_SIGNS)
        press.rule(left + columns.fit, top + self.turned, left + columns.techniques[-1], weight=CELL)
        press.rule(left, foot, sheet.right, weight=TABLE)
        sheet.y = foot

    def _say_codes(self, x: float, y: float) -> None:
        with self.sheet.press.tagged("P"):
            said = words.say(own.CODES_IN_FULL, code=self.techniques[0].code)
            self.sheet.press.text(x, y, said, 7, align=1)

    def _technique(self, technique: Technique, head: Fitted, start: float, end: float, top: float, foot: float) -> None:
        press, middle = self.sheet.press, (start + end) / 2
        with press.tagged("TH", scope="Column"):
            count = len(head.lines)
            pitch = head.size * (_TURNED_PITCH if count > 2 else 0.37)
            leftmost = middle - (count - 1) * pitch / 2 + 0.95
            places = [(leftmost + i * pitch, top + self.turned - 0.9, line) for i, line in enumerate(head.lines)]
            press.lines(places, head.size, turned=True, whole=technique.name)
            code = fit(technique.code.removeprefix(self.prefix), end - start - 1.2, 7.5, 6.5, bold=True)
            press.text(middle, foot - 1.7, code.lines[0], code.size, bold=True, align=0.5)


def _heading(press: Press, x: float, foot: float, label: str, align: float = 0) -> None:
    with press.tagged("TH", scope="Column"):
        lines = words.say(label).split("\n")
        places = [(x, foot - 3.2 * (len(lines) - 1 - index), line) for index, line in enumerate(lines)]
        press.lines(places, 7.5, bold=True, align=align, whole=" ".join(lines).replace("- ", ""))


def _stacked(press: Press, x: float, middle: float, lines: list[str], size: float, second: float = 0) -> None:
    """One or two short lines around a point."""
    for index, line in enumerate(lines):
        foot = middle + 0.95 + 3.0 * (index - (len(lines) - 1) / 2)
        press.text(x, foot, line, second if index and second else size, align=0.5)
