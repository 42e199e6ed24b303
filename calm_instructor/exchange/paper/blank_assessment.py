"""The blank assessment sheet: paper back-up in the row order of the entry screen, with an overleaf for feedback."""

from calm_instructor.exchange.paper.assessment_facts import BlankAssessment, ToAssess
from calm_instructor.exchange.paper.fact_grid import Fact
from calm_instructor.exchange.paper.facts import Signature, Technique
from calm_instructor.exchange.paper.marks import draw_open_box
from calm_instructor.exchange.paper.names import Fitted, fit
from calm_instructor.exchange.paper.press import Press, printed
from calm_instructor.exchange.paper.shaping import width as text_width
from calm_instructor.exchange.paper.sheet import CELL, ROW, TABLE, Sheet, about, draw_line
from calm_instructor.exchange.paper.sign_off_sheet import in_pages
from calm_instructor.exchange.paper.signing import draw_signature_line
from calm_instructor.exchange.paper.wrapping import Piece, pieces, wrapped
from calm_instructor.messages import papers as words
from calm_instructor.messages import papers_of_plans as own

__all__ = ["BlankAssessment", "ToAssess", "print_blank_assessment"]


def print_blank_assessment(assessment: BlankAssessment) -> bytes:
    """The sheets as PDF: for each dozen of people the techniques, six to a page, then the page overleaf."""
    title = words.say(own.ASSESSMENT_SHEET)
    return printed(lambda press: _lay(press, assessment, title), about(assessment.imprint, title), lying=True)


_ROW = 9.0
_HEAD = 13.0
_LEGEND = 20.0
_ON_A_PAGE = 6
_NUMBER, _NAME, _CLEARED, _CORE, _KNOWLEDGE = 6.0, 44.0, 12.0, 18.0, 40.0
_NAME_LINE = 2.85
_FEEDBACK, _SMALL = 98.0, 2.6
_BOX = 3.6


def _lay(press: Press, assessment: BlankAssessment, title: str) -> None:
    sheet = Sheet(press, assessment.imprint, title, lying=True)
    room = sheet.foot - _LEGEND - sheet.top - sheet.head_height - sheet.facts_height(_facts(assessment, "")) - _HEAD
    first = 0
    for heights in in_pages([_height(person) for person in assessment.people], room):
        people = assessment.people[first : first + len(heights)]
        rows = words.say(words.ROWS_OF, first=first + 1, last=first + len(people), all=len(assessment.people))
        more = max(0.0, min(1.0, (room - sum(heights)) / len(heights)))
        sets = _sets(assessment.techniques)
        for number, techniques in enumerate(sets, start=1):
            page = _Page(sheet, assessment, techniques, rows, last=number == len(sets))
            page.draw(people, [height + more for height in heights])
        _overleaf(sheet, assessment, people, heights, rows)
        first += len(people)
    sheet.end()


def _sets(techniques: tuple[Technique, ...]) -> list[tuple[Technique, ...]]:
    """The techniques of each page, as even as can be."""
    pages = -(-len(techniques) // _ON_A_PAGE)
    each = -(-len(techniques) // max(pages, 1))
    return [techniques[start : start + each] for start in range(0, len(techniques), each)]


def _facts(assessment: BlankAssessment, rows: str) -> list[list[Fact]]:
    return [
        [
            Fact(words.dates_label(len(assessment.days)), words.days(assessment.days), 2),
            Fact(words.say(words.VENUE), assessment.venue, 4),
            Fact(words.say(words.LEAD), assessment.lead.name, 4),
            Fact(words.say(words.NEED), words.need_of(assessment.need.reference, assessment.need.revision), 3),
            Fact(words.say(own.PAPER_BACKUP), words.say(own.SAME_ROW_ORDER), 3),
            Fact(words.say(words.ROWS), rows, 2),
        ]
    ]


def _name(person: ToAssess) -> Fitted:
    return fit(person.name, _NAME - 2, 9, 7.5, bold=True)


def _beside(person: ToAssess, name: Fitted) -> bool:
    """Whether the staff number stands beside the last line of a broken name."""
    room = text_width(name.lines[-1], name.size, bold=True) + text_width(person.staff_number, 7.5) + 1.2
    return len(name.lines) > 1 and room <= _NAME - 2


def _height(person: ToAssess) -> float:
    name = _name(person)
    beneath = _SMALL * len(_to_do(person)) + 4.5 if person.to_do else 0.0
    return max(_ROW, _NAME_LINE * (len(name.lines) + (0 if _beside(person, name) else 1)) + 0.6, beneath)


def _draw_person(press: Press, person: ToAssess, x: float, y: float, height: float) -> None:
    """Number, name and staff number of a row."""
    name = _name(person)
    beside = _beside(person, name)
    count = len(name.lines) + (0 if beside else 1)
    step = 3.2 if count < 3 else _NAME_LINE
    foot = y + (height - (count - 1) * step) / 2 + 1.0
    with press.tagged("TD"):
        press.text(x + _NUMBER - 1, y + height / 2 + 1.15, str(person.number), 9, bold=True, align=1)
    with press.tagged("TH", scope="Row"):
        x += _NUMBER + 1.2
        places = [(x, foot + step * index, line) for index, line in enumerate(name.lines)]
        press.lines(places, name.size, bold=True, whole=person.name)
        across = text_width(name.lines[-1], name.size, bold=True) + 1.2 if beside else 0
        press.text(x + across, foot + step * (count - 1), person.staff_number, 7.5)


class _Page:
    """One page of the sheet: up to six techniques; on the last of a person's pages core behaviours and knowledge too."""

    def __init__(
        self, sheet: Sheet, paper: BlankAssessment, techniques: tuple[Technique, ...], rows: str, last: bool
    ) -> None:
        self.sheet, self.paper, self.techniques, self.rows, self.last = sheet, paper, techniques, rows, last
        self.cleared = max(_CLEARED if len(paper.days) == 1 else 13.5, 5.0 * len(paper.days) + 1)
        self.start = _NUMBER + _NAME + self.cleared
        aside = _CORE + _KNOWLEDGE if last else 0.0
        self.each = min(40.0 if last else 54.0, (sheet.width - self.start - aside) / len(techniques))
        self.core = self.start + self.each * len(techniques)
        self.knowledge = self.core + _CORE

    def draw(self, people: tuple[ToAssess, ...], heights: list[float]) -> None:
        """Head, rows, legend."""
        sheet, press = self.sheet, self.sheet.press
        sheet.new_page(bookmark=words.say(own.ROWS_NAMED, rows=self.rows))
        sheet.facts(_facts(self.paper, self.rows), rule_last=0)
        top = sheet.y
        with press.tagged("Table"):
            self._head()
            for person, height in zip(people, heights, strict=True):
                with press.tagged("TR"):
                    self._row(person, height)
                sheet.y += height
                press.rule(sheet.left, sheet.y, sheet.right, weight=ROW)
        press.rule(sheet.left, sheet.y, sheet.right, weight=TABLE)
        ends = [self.start + self.each * index for index in range(1, len(self.techniques))]
        aside = (self.core, self.knowledge) if self.last else ()
        for x in (_NUMBER + _NAME, self.start, *ends, *aside):
            press.rule(sheet.left + x, top, sheet.left + x, sheet.y, weight=CELL)
        self._legend()

    def _head(self) -> None:
        sheet, press, left = self.sheet, self.sheet.press, self.sheet.left
        y, low = sheet.y, sheet.y + _HEAD - 2.2
        press.tint(left, y, sheet.width, _HEAD)
        press.rule(left, y, sheet.right, weight=TABLE)
        with press.tagged("TR"):
            self._heading(left + 0.5, low, words.NUMBER)
            self._heading(left + _NUMBER + 1.2, low, words.NAME_STAFF_NUMBER)
            several = len(self.paper.days) > 1
            self._heading(left + _NUMBER + _NAME + 1, low, own.CLEARED_EACH_DAY if several else own.CLEARED_TODAY)
            for index, technique in enumerate(self.techniques):
                self._technique(technique, left + self.start + index * self.each + 1.2, y)
            if self.last:
                self._heading(left + self.core + 1, low, own.CORE_BEHAVIOURS_HEAD)
                self._heading(left + self.knowledge + 1, low, own.KNOWLEDGE_HEAD)
        sheet.y += _HEAD
        press.rule(left, sheet.y, sheet.right, weight=TABLE)

    def _heading(self, x: float, foot: float, label: str) -> None:
        press = self.sheet.press
        with press.tagged("TH", scope="Column"):
            lines = words.say(label).split("\n")
            places = [(x, foot - 3.2 * (len(lines) - 1 - index), line) for index, line in enumerate(lines)]
            press.lines(places, 7.5, bold=True, whole=" ".join(lines))

    def _technique(self, technique: Technique, x: float, y: float) -> None:
        press, room = self.sheet.press, self.each - 1.8
        with press.tagged("TH", scope="Column"):
            code = fit(technique.code, room, 7.5, 6.5, bold=True)
            press.text(x, y + 3.6, code.lines[0], code.size, bold=True)
            name = fit(technique.name, room, 7.5, 7.5)
            if len(name.lines) > 2:
                name = fit(technique.name, room, 6.5, 6.5)
            places = [
                (x, y + 6.8 + (3.0 if len(name.lines) < 3 else 2.4) * i, line) for i, line in enumerate(name.lines)
            ]
            press.lines(places, name.size, whole=technique.name)

    def _row(self, person: ToAssess, height: float) -> None:
        sheet, press, left = self.sheet, self.sheet.press, self.sheet.left
        _draw_person(press, person, left, sheet.y, height)
        with press.tagged("TD"):
            for index, day in enumerate(self.paper.days):
                said = words.say(words.EMPTY_BOX, what=own.cleared_on(day))
                across = self.cleared / 2 + 5.0 * (index - (len(self.paper.days) - 1) / 2)
                draw_open_box(press, left + _NUMBER + _NAME + across, sheet.y + height / 2, _BOX, said)
        feet = (sheet.y + height / 2 - 1.2, sheet.y + height / 2 + 3.3)
        for index in range(len(self.techniques)):
            with press.tagged("TD"):
                x = left + self.start + index * self.each
                for attempt, foot in enumerate(feet, start=1):
                    self._choices(x, foot, attempt, ("C", "N", "–"), self.each)
        if self.last:
            self._aside(feet)

    def _aside(self, feet: tuple[float, float]) -> None:
        """Core behaviours and knowledge."""
        sheet, press, left = self.sheet, self.sheet.press, self.sheet.left
        with press.tagged("TD"):
            for attempt, foot in enumerate(feet, start=1):
                self._choices(left + self.core, foot, attempt, ("C", "N"), 0)
        with press.tagged("TD"):
            for foot in feet:
                for index, (code, _) in enumerate(self.paper.knowledge):
                    press.text(left + self.knowledge + 1 + index * 5.2, foot, code, 7.5)
                x = left + self.knowledge + 1 + len(self.paper.knowledge) * 5.2
                press.rule(x + 0.4, foot + 0.6, min(sheet.right - 0.5, x + 60), weight=CELL)

    def _choices(self, x: float, foot: float, attempt: int, letters: tuple[str, ...], width: float) -> None:
        """An attempt's figure, the letters to ring, and a short line for the criteria not met."""
        press = self.sheet.press
        press.text(x + 1.2, foot, str(attempt), 6.5)
        for index, letter in enumerate(letters):
            press.text(x + 5.2 + index * 4.3, foot, letter, 8.5, align=0.5)
        if width:
            press.rule(x + 4.6 + len(letters) * 4.3 - 0.6, foot + 0.6, x + width - 0.8, weight=CELL)

    def _legend(self) -> None:
        sheet, press, y = self.sheet, self.sheet.press, self.sheet.foot - _LEGEND
        criteria: list[Piece] = []
        for code, short in self.paper.criteria:
            criteria += [Piece(f"{' ' if criteria else ''}{code} ", bold=True), Piece(short)]
        lines = [*wrapped(pieces(words.say(own.RING_ONE)), 187, 7.5), *wrapped(criteria, 187, 7.5)]
        lines += wrapped(pieces(words.say(own.KNOWLEDGE_RING)), 187, 7.5)
        with press.tagged("P"):
            step = min(3.1, (_LEGEND - 4.2) / max(len(lines) - 1, 1))
            for index, line in enumerate(lines):
                draw_line(press, sheet.left, y + 3.0 + step * index, line, 7.5 if step > 2.7 else 6.5)
        with press.tagged("P"):
            press.text(sheet.left + 195, y + 3.6, words.say(own.ASSESSOR_SAW), 8, bold=True)
        draw_signature_line(press, sheet.left + 195, y + 13.6, 71, Signature(""), date_width=22, clear=8)


def _to_do(person: ToAssess) -> tuple[str, ...]:
    """R44: what must be done for somebody, in lines that stand above the room for feedback."""
    text = words.say(own.YOU_MUST, to_do=person.to_do)
    lines = wrapped([Piece(text)], _FEEDBACK - 2, 6.5) if person.to_do else ()
    return tuple("".join(piece.text for piece in line) for line in lines)


def _overleaf(
    sheet: Sheet, paper: BlankAssessment, people: tuple[ToAssess, ...], heights: list[float], rows: str
) -> None:
    """Feedback and the third and later attempts, a line a person."""
    press = sheet.press
    sheet.new_page(bookmark=words.say(own.OVERLEAF, rows=rows))
    sheet.facts(_facts(paper, rows), rule_last=0)
    widths = (_NUMBER + _NAME, 22.0, 14.0, 14.0, 34.0, _FEEDBACK, 34.0)
    labels = (
        words.NAME_STAFF_NUMBER,
        words.TECHNIQUE,
        words.ATTEMPT,
        words.RESULT,
        own.CRITERIA_NOT_MET,
        own.FEEDBACK_ABOUT,
        own.INITIALS_TIME,
    )
    starts = [sum(widths[:index]) for index in range(len(widths))]
    top = sheet.y
    more = max(0.0, min(3.0, (sheet.foot - 12 - top - 6.5 - sum(heights)) / max(len(people), 1)))
    press.tint(sheet.left, top, sheet.width, 6.5)
    press.rule(sheet.left, top, sheet.right, weight=TABLE)
    with press.tagged("Table"):
        with press.tagged("TR"):
            for label, start in zip(labels, starts, strict=True):
                with press.tagged("TH", scope="Column"):
                    press.text(sheet.left + start + 1, top + 4.3, words.say(label), 7.5, bold=True)
        sheet.y += 6.5
        for person, least in zip(people, heights, strict=True):
            height = least + more
            press.rule(sheet.left, sheet.y, sheet.right, weight=TABLE if person is people[0] else ROW)
            with press.tagged("TR"):
                _draw_person(press, person, sheet.left, sheet.y, height)
                with press.tagged("TD"):
                    for index, letter in enumerate(("C", "N")):
                        press.text(
                            sheet.left + starts[3] + 4 + index * 5, sheet.y + height / 2 + 1.1, letter, 8.5, align=0.5
                        )
                if to_do := _to_do(person):
                    with press.tagged("TD"):
                        x = sheet.left + starts[5] + 1
                        places = [(x, sheet.y + 2.6 + _SMALL * index, line) for index, line in enumerate(to_do)]
                        press.lines(places, 6.5, whole=" ".join(to_do))
            sheet.y += height
    press.rule(sheet.left, sheet.y, sheet.right, weight=TABLE)
    for start in starts[1:]:
        press.rule(sheet.left + start, top, sheet.left + start, sheet.y, weight=CELL)
    with press.tagged("P"):
        knowledge: list[Piece] = []
        for code, short in paper.knowledge:
            knowledge += [Piece(f" {code} ", bold=True), Piece(short)]
        text = [Piece(words.say(own.OVERLEAF_NOTE)), *knowledge]
        for index, line in enumerate(wrapped(text, sheet.width, 7.5)):
            draw_line(press, sheet.left, sheet.y + 4 + 3.1 * index, line, 7.5)
