"""The blank register: printed names and spare lines, for the door.

Asks who was here from when to when, who was cleared, who showed Core Theory; leaves no room for what somebody said about
their health.
"""

from dataclasses import dataclass
from datetime import date, time

from calm_instructor.exchange.paper.fact_grid import Fact
from calm_instructor.exchange.paper.facts import Imprint, Instructor, Signature
from calm_instructor.exchange.paper.marks import draw_dash, draw_open_box
from calm_instructor.exchange.paper.names import Fitted, fit
from calm_instructor.exchange.paper.press import Press, printed
from calm_instructor.exchange.paper.sheet import CELL, ROW, TABLE, Sheet, about, draw_line
from calm_instructor.exchange.paper.signing import draw_date_line, draw_signature_line
from calm_instructor.exchange.paper.wrapping import pieces, wrapped
from calm_instructor.messages import papers as words
from calm_instructor.messages import papers_of_plans as own
from calm_instructor.messages.showing import day as shown_day


@dataclass(frozen=True)
class HalfDay:
    """One half of a day. ``label`` as in "Morning"."""

    day: date
    label: str
    start: time


@dataclass(frozen=True)
class Expected:
    """Somebody expected. evidence_seen_by: "" leaves a line to fill in. beside: as what somebody comes who isn’t on the mat (R11)."""

    name: str
    staff_number: str
    employer: str = ""
    core_theory: date | None = None
    evidence_seen_by: str = ""
    beside: str = ""


@dataclass(frozen=True)
class BlankRegister:
    """A register to fill in by hand: every day prints its own pages. spare_lines: at least five."""

    imprint: Imprint
    kind: str
    venue: str
    lead: Instructor
    half_days: tuple[HalfDay, ...]
    people: tuple[Expected, ...]
    spare_lines: int = 5


def print_blank_register(register: BlankRegister) -> bytes:
    """The register as PDF."""
    title = words.say(own.REGISTER)
    return printed(lambda press: _lay(press, register, title), about(register.imprint, title))


_HEAD = 12.0
_ROW = 9.5
_NOTE = 5.6
_LEGEND = 34.0
_FEWEST_SPARE = 5
_HALVES = 38.0  # all half days of a day together
_WIDTHS = (7.0, 44.0, 14.0, 28.0, _HALVES, 22.6, 9.4, 13.0)
_NAME_LINE, _SEEN_LINE = 3.1, 2.5


def _lay(press: Press, register: BlankRegister, title: str) -> None:
    sheet = Sheet(press, register.imprint, title, names_technique=False)
    for day in dict.fromkeys(half.day for half in register.half_days):
        _Day(sheet, register, day).draw()
    sheet.end()


class _Day:
    """The pages of one day: everybody expected, then the spare lines."""

    def __init__(self, sheet: Sheet, register: BlankRegister, day: date) -> None:
        self.sheet, self.register, self.day = sheet, register, day
        self.halves = [half for half in register.half_days if half.day == day]
        ends = [sum(_WIDTHS[: index + 1]) for index in range(len(_WIDTHS))]
        self.starts = [0.0, *ends[:-1]]
        self.top = 0.0

    def draw(self) -> None:
        """People in order with numbers that go on, spare lines last."""
        spare = max(_FEWEST_SPARE, self.register.spare_lines)
        rows: list[Expected | None] = [*self.register.people, *[None] * spare]
        self._page()
        for index, person in enumerate(rows):
            first_spare = index == len(self.register.people)
            if not self._room(self._height(person) + (_NOTE if first_spare else 0)):
                self._close()
                self._page()
            if first_spare:
                self._note()
            self._row(index + 1, person)
        self._close()

    def _room(self, height: float) -> bool:
        return self.sheet.y + height <= self.sheet.foot - _LEGEND

    def _page(self) -> None:
        sheet, register = self.sheet, self.register
        sheet.new_page(words.say(own.REGISTER_PAGE), bookmark=shown_day(self.day))
        sheet.facts(
            [
                [
                    Fact(words.say(words.DATE), own.with_weekday([self.day]), 3),
                    Fact(words.say(words.VENUE), register.venue, 4),
                    Fact(words.say(words.LEAD), register.lead.name, 3),
                    Fact(words.say(own.EXPECTED), words.trainees(len(register.people)), 2),
                ]
            ]
        )
        sheet.y += 3
        self._head()

    def _head(self) -> None:
        sheet, press, left, low = self.sheet, self.sheet.press, self.sheet.left, self.sheet.y + _HEAD - 2.2
        self.top = sheet.y
        press.tint(left, sheet.y, sheet.width, _HEAD)
        press.rule(left, sheet.y, sheet.right, weight=TABLE)
        labels = (
            words.NUMBER,
            own.NAME_EMPLOYER,
            own.STAFF_NO,
            own.CORE_THEORY_SEEN,
            "",
            own.CLEARED_TIME_INITIALS,
            own.STOP_WORD_HEARD,
            own.TRAINEES_INITIALS,
        )
        with press.tagged("TR"):
            for label, start in zip(labels, self.starts, strict=True):
                if label:
                    _heading(press, left + start + 1, low, words.say(label))
            for half, start, wide in self._half_columns():
                with press.tagged("TH", scope="Column", across=2):
                    named = fit(half.label, 2 * wide - 0.6, 7, 6.5, bold=True)
                    said = (*named.lines, own.time_of_day(half.start))
                    top = sheet.y + 5.4 - 2.7 * (len(said) - 1)
                    places = [(left + start + wide, top + 2.7 * i, line) for i, line in enumerate(said)]
                    press.lines(places, named.size, bold=True, align=0.5)
                for label, x in ((own.IN, start), (own.OUT, start + wide)):
                    with press.tagged("TH", scope="Column"):
                        press.text(left + x + wide / 2, low, words.say(label), 7.5, bold=True, align=0.5)
                press.rule(left + start, sheet.y + 6.2, left + start + 2 * wide, weight=CELL)
        sheet.y += _HEAD
        press.rule(left, sheet.y, sheet.right, weight=TABLE)

    def _half_columns(self) -> list[tuple[HalfDay, float, float]]:
        """Each half day with where its In begins and how wide In and Out are."""
        wide = _HALVES / (2 * max(len(self.halves), 1))
        return [(half, self.starts[4] + 2 * wide * index, wide) for index, half in enumerate(self.halves)]

    def _note(self) -> None:
        sheet = self.sheet
        with sheet.press.tagged("P"):
            said = words.say(own.NOT_ON_THE_LIST)
            sheet.press.text(sheet.left + 1, sheet.y + 3.8, said, fit(said, sheet.width - 2, 8, 6.5).size)
        sheet.y += _NOTE
        sheet.press.rule(sheet.left, sheet.y, sheet.right, weight=ROW)

    def _name(self, person: Expected) -> Fitted:
        return fit(person.name, _WIDTHS[1] - 2, 9, 7.5, bold=True)

    def _employer(self, person: Expected) -> Fitted:
        return fit(person.employer, _WIDTHS[1] - 2, 7, 6.5) if person.employer else Fitted(7, ())

    def _seen(self, person: Expected | None) -> Fitted:
        seen = person.evidence_seen_by if person else ""
        return fit(seen, _WIDTHS[3] - 2, 7, 6.5) if seen else Fitted(7, ())

    def _height(self, person: Expected | None) -> float:
        if person is None:
            return _ROW
        lines = len(self._name(person).lines) + len(self._employer(person).lines)
        return max(_ROW, _NAME_LINE * lines + 3.2, _SEEN_LINE * len(self._seen(person).lines) + 5.2)

    def _row(self, number: int, person: Expected | None) -> None:
        sheet, press, high = self.sheet, self.sheet.press, self._height(person)
        left, middle = sheet.left, sheet.y + high / 2
        with press.tagged("TR"):
            with press.tagged("TD"):
                press.text(left + self.starts[1] - 1.2, middle + 1.15, str(number), 9, bold=True, align=1)
            if person:
                self._who(person, middle)
            self._theory(person, middle)
            self._to_fill_in(person, middle)
        press.rule(left, sheet.y + high, left + sheet.width, weight=ROW)
        for start in (*self.starts[1:], *(s + w for _, s, w in self._half_columns())):
            press.rule(left + start, sheet.y, left + start, sheet.y + high, weight=CELL)
        sheet.y += high

    def _who(self, person: Expected, middle: float) -> None:
        press, left = self.sheet.press, self.sheet.left
        name, employer = self._name(person), self._employer(person)
        foot = middle + 1.1 - _NAME_LINE / 2 * (len(name.lines) + len(employer.lines) - 1)
        x = left + self.starts[1] + 1
        with press.tagged("TH", scope="Row"):
            places = [(x, foot + _NAME_LINE * index, line) for index, line in enumerate(name.lines)]
            press.lines(places, name.size, bold=True, whole=person.name)
            foot += _NAME_LINE * len(name.lines)
            places = [(x, foot + _NAME_LINE * index, line) for index, line in enumerate(employer.lines)]
            if places:
                press.lines(places, employer.size, whole=person.employer)
        with press.tagged("TD"):
            staff = fit(person.staff_number or words.NOTHING, _WIDTHS[2] - 2, 8.5, 6.5)
            top = middle + 1.1 - 1.5 * (len(staff.lines) - 1)
            lines = [(left + self.starts[2] + 1, top + 3 * i, part) for i, part in enumerate(staff.lines)]
            press.lines(lines, staff.size, whole=person.staff_number or words.NOTHING)

    def _theory(self, person: Expected | None, middle: float) -> None:
        """Core Theory's date and who saw the evidence; lines to fill in where they are not known (R1)."""
        press, x = self.sheet.press, self.sheet.left + self.starts[3] + 1
        wide = _WIDTHS[3] - 2
        seen = self._seen(person)
        foot = middle - 0.5 - _SEEN_LINE / 2 * max(0, len(seen.lines) - 1)
        with press.tagged("TD"):
            if person and person.core_theory:
                press.text(x, foot, shown_day(person.core_theory), 8)
            else:
                self._line(x, foot, wide, words.say(words.DATE))
            if person and seen.lines:
                places = [(x, foot + 3.2 + _SEEN_LINE * i, part) for i, part in enumerate(seen.lines)]
                press.lines(places, seen.size, whole=person.evidence_seen_by)
            else:
                self._line(x, middle + 3.6, wide, words.say(own.SEEN))

    def _line(self, x: float, y: float, width: float, label: str) -> None:
        across = self.sheet.press.text(x, y, label, 6.5) + 1
        self.sheet.press.rule(x + across, y + 0.4, x + width, weight=ROW)

    def _to_fill_in(self, person: Expected | None, middle: float) -> None:
        press, left = self.sheet.press, self.sheet.left
        x = left + self.starts[5]
        with press.tagged("TD"):
            if person and person.beside:
                press.text(x + 1, middle + 1, person.beside, 7)
            else:
                press.text(x + 1.2, middle + 1.2, words.say(own.CLEARED_YES), 9)
                press.text(x + 5.6, middle + 1.2, words.say(own.CLEARED_NO), 9)
                press.rule(x + 9.4, middle + 1.9, x + 21.8, weight=ROW)
        with press.tagged("TD"):
            if person and person.beside:
                draw_dash(press, left + self.starts[6] + _WIDTHS[6] / 2, middle, person.beside)
            else:
                said = words.say(words.EMPTY_BOX, what=words.say(own.STOP_WORD_HEARD))
                draw_open_box(press, left + self.starts[6] + _WIDTHS[6] / 2, middle, 3.6, said)

    def _close(self) -> None:
        """The lines of the table, the legend and the lead's signature at the foot of a page."""
        sheet, press, foot = self.sheet, self.sheet.press, self.sheet.foot - _LEGEND
        press.rule(sheet.left, sheet.y, sheet.right, weight=TABLE)
        with press.tagged("P"):
            for index, line in enumerate(wrapped(pieces(words.say(own.REGISTER_LEGEND)), sheet.width, 7.5)):
                draw_line(press, sheet.left, foot + 4.4 + 3.3 * index, line, 7.5)
        low = sheet.foot - 9
        draw_date_line(press, sheet.left, low, 56, caption=words.say(own.BRIEFING_BY))
        draw_signature_line(
            press, sheet.left + 60, low, 82, Signature(""), caption=words.say(own.LEAD_SIGNATURE), date_width=24
        )
        draw_date_line(press, sheet.left + 150, low, 26, caption=words.say(own.NUMBER_PRESENT))


def _heading(press: Press, x: float, foot: float, label: str) -> None:
    """A column's head, its lines standing on ``foot``."""
    with press.tagged("TH", scope="Column"):
        lines = label.split("\n")
        places = [(x, foot - 3.0 * (len(lines) - 1 - index), line) for index, line in enumerate(lines)]
        press.lines(places, 7, bold=True, whole=" ".join(lines))
