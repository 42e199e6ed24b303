"""The sheet every paper is printed on: margins and columns, head, fact grid and foot, and where the pen stands.

Head and foot are repeated whole on every page. The measures are the house style's, in mm from the trimmed A4 edge.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from calm_instructor.exchange.paper.fact_grid import GUTTER, MODULE, Fact, placed, row_height
from calm_instructor.exchange.paper.fact_grid import LINE as FACT_LINE
from calm_instructor.exchange.paper.facts import Imprint
from calm_instructor.exchange.paper.finishing import About
from calm_instructor.exchange.paper.names import Fitted, fit
from calm_instructor.exchange.paper.press import Press
from calm_instructor.exchange.paper.qr import SIDE, draw_qr, qr_text
from calm_instructor.exchange.paper.shaping import width as text_width
from calm_instructor.exchange.paper.wrapping import Piece, Text, wrapped
from calm_instructor.messages import papers as words
from calm_instructor.messages.showing import day, moment

HEAD, CERTIFICATE_HEAD, TABLE, SIGN, ROW, CELL = 1.6, 2.6, 0.9, 0.7, 0.4, 0.3  # lines, in pt
_LINE = 3.0  # from line to line of a text that had to be broken
_HEADING_PARTS = 2  # of the room a page leaves over, where a row of a table takes one
_ABOVE_FLOOR = 3.0  # of that room, what stays under the last line


def about(imprint: Imprint, kind: str) -> About:
    """What the file of a paper says of itself."""
    return About(
        title=words.say(words.TITLE_OF_FILE, kind=kind, number=imprint.sheet_number),
        organisation=imprint.organisation,
        program=words.say(words.PROGRAM, version=imprint.program_version),
        made=imprint.printed_at,
    )


class Sheet:
    """Pages of one paper. ``y`` is where the next thing goes, ``floor`` the lowest it may reach.

    stretches: spaces above headings and in tables take up what a page leaves over.
    """

    def __init__(
        self,
        press: Press,
        imprint: Imprint,
        title: str,
        lying: bool = False,
        names_technique: bool = True,
        stretches: bool = False,
    ) -> None:
        self.press = press
        self.imprint = imprint
        self.title = title
        self.lying, self._stretches = lying, stretches
        self.generic = imprint.generic and names_technique
        self.left = 17.0 if lying else 20.0
        self.columns = 18 if lying else 12
        self.width = self.columns * MODULE - GUTTER
        self.right = self.left + self.width
        self.top = 15.0 if lying else 14.0
        self.bottom = press.height - (9.0 if lying else 12.0)
        self.y = self.top
        self._text_left, self._text_width = self.left, self.width
        self.foot = self.bottom - SIDE - 2
        above = 7.5 if self.generic and not lying else 4.5 if imprint.reprint else 2
        self.floor = self.foot - above

    def new_page(self, subtitle: str = "", bookmark: str = "") -> None:
        """A page with its head and foot."""
        self.end()
        self.press.new_page(bookmark or subtitle or self.title)
        self._head(subtitle)

    def plain_page(self) -> None:
        """A page whose head says only whose it is, under the heavy line of a certificate."""
        self.end()
        self.press.new_page(self.title)
        self.y = self._whose(CERTIFICATE_HEAD)

    def end(self) -> None:
        """The foot of the page that is open, drawn last, as it is read last."""
        if self.press.page:
            self.press.left_over(self.floor - _ABOVE_FLOOR - self.y)
            self._foot()

    # ── head ───────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def head_height(self) -> float:
        """How high the head with its title is, in mm."""
        return (15.0 if self.lying else 22.0) + _LINE * (len(self._organisation.lines) - 1)

    @property
    def _organisation(self) -> Fitted:
        return fit(self.imprint.organisation, self.width * 0.6, 9, 7.5, bold=True)

    def _whose(self, weight: float = HEAD) -> float:
        """The line at the top, the organisation and the programme; gives where their last line stands."""
        press, y = self.press, self.top + 4.9
        if self.imprint.practice:
            self._practice()
        press.rule(self.left, self.top, self.right, weight=weight)
        with press.tagged("P"):
            self._lines(self.left, y, self._organisation, self.imprint.organisation, bold=True)
        if self.imprint.programme:
            with press.tagged("P"):
                programme = fit(self.imprint.programme, self.width * 0.37, 9, 6.5)
                self._lines(self.right, y, programme, self.imprint.programme, align=1)
        return y + _LINE * (len(self._organisation.lines) - 1)

    def _head(self, subtitle: str) -> None:
        press, y = self.press, self._whose() + (7.6 if self.lying else 8.4)
        reference = fit(self.imprint.reference, self.width * 0.42, 14, 8, bold=True)
        taken = text_width(reference.lines[0], reference.size, bold=True)
        with press.tagged("H1"):
            title = fit(self.title, self.width - taken - 6, 18 if self.lying else 20, 9, bold=True)
            self._lines(self.left, y, title, self.title, bold=True)
        with press.tagged("P"):
            self._lines(self.right, y, reference, self.imprint.reference, bold=True, align=1)
        if subtitle and not self.lying:
            with press.tagged("P"):
                press.text(self.left, y + 5.4, subtitle, 9)
        self.y = self.top + self.head_height
        press.rule(self.left, self.y, self.right, weight=HEAD)

    def _lines(self, x: float, y: float, fitted: Fitted, whole: str, bold: bool = False, align: float = 0) -> None:
        places = [(x, y + _LINE * index, line) for index, line in enumerate(fitted.lines)]
        self.press.lines(places, fitted.size, bold, align, whole=whole)

    def facts(self, rows: Sequence[Sequence[Fact]], rule_last: float = ROW) -> None:
        """Rows of facts, a line under each."""
        for index, row in enumerate(rows):
            last, x = index == len(rows) - 1, self.left
            for each in placed(row, self.columns):
                value = each.value
                with self.press.tagged("P"):
                    self.press.text(x, self.y + 3.4, each.fact.label, 7)
                    foot = self.y + (7.6 if len(value.lines) == 1 else 6.8)
                    places = [(x, foot + FACT_LINE * number, line) for number, line in enumerate(value.lines)]
                    self.press.lines(places, value.size, whole=each.fact.value or words.NOTHING)
                x += each.columns * MODULE
            self.y += row_height(row, self.columns, self.lying)
            if not last or rule_last:
                self.press.rule(self.left, self.y, self.right, weight=rule_last if last else ROW)

    def facts_height(self, rows: Sequence[Sequence[Fact]]) -> float:
        """How high rows of facts are, in mm."""
        return sum(row_height(row, self.columns, self.lying) for row in rows)

    # ── foot ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _foot(self) -> None:
        press, imprint = self.press, self.imprint
        press.rule(self.left, self.foot, self.right, weight=TABLE)
        page = words.say(words.PAGE_OF, page=press.page, pages=press.pages)
        made = words.say(words.PROGRAM, version=imprint.program_version)
        cells = (
            (
                0.0,
                words.say(words.SHEET),
                imprint.sheet_number,
                True,
                words.say(words.RECORD),
                str(imprint.record_id),
                False,
            ),
            (60.0, words.say(words.PAGE), page, True, words.say(words.SHORT_CODE), imprint.short_code, True),
            (90.0, words.say(words.REVISION), str(imprint.revision), False, "", "", False),
            (
                120.0,
                words.say(words.PRINTED),
                moment(imprint.printed_at),
                False,
                words.say(words.MADE_WITH),
                made,
                False,
            ),
        )
        for across, label, value, bold, second, value_2, bold_2 in cells:
            x = self.left + across
            press.text(x, self.foot + 4.0, label, 7)
            room = 56.0 if not across else 28.0
            press.text(x, self.foot + 7.7, value, fit(value, room, 8.5, 7, bold).size, bold=bold)
            if second:
                press.text(x, self.foot + 12.1, second, 7)
                press.text(x, self.foot + 15.8, value_2, fit(value_2, 56.0, 8.5, 7.75, bold_2).size, bold=bold_2)
        if self.generic:
            self._generic()
        if imprint.reprint:
            note = words.say(words.REPRINT, number=imprint.reprint.number, day=day(imprint.reprint.day))
            right, low = (self.left + 245, self.foot + 5.9) if self.lying else (self.right, self.foot - 1.6)
            press.text(right, low, note, 8, bold=True, align=1)
        with press.tagged("Figure", alt=words.say(words.QR_ALT, code=imprint.short_code)):
            text = qr_text(imprint.record_id, imprint.revision, imprint.fingerprint)
            draw_qr(press, self.right - SIDE, self.bottom - SIDE, text)

    def _practice(self) -> None:
        """The label of practice data, in the margin above the head, so that no page is laid out differently.

        A sheet that lies is punched there: label and sentence stand between two holes, one module in.
        """
        x, y = self.left + (MODULE if self.lying else 0), self.top - 6.5
        with self.press.tagged("P"):
            self.press.label(x, y, 18, 5)
            self.press.text(x + 9, y + 3.5, words.say(words.PRACTICE_LABEL), 7.5, bold=True, align=0.5, white=True)
            self.press.text(x + 20, y + 3.5, words.say(words.PRACTICE_SENTENCE), 7.5)

    def _generic(self) -> None:
        x, y = (self.left + 165, self.foot + 2.4) if self.lying else (self.left, self.foot - 6.4)
        with self.press.tagged("P"):
            self.press.label(x, y, 18, 5)
            self.press.text(x + 9, y + 3.5, words.say(words.GENERIC), 7.5, bold=True, align=0.5, white=True)
            sentence = wrapped(words.say(words.GENERIC_SENTENCE), 80 if self.lying else self.width - 20, 8)
            for index, line in enumerate(sentence):
                place = (x, y + 8.9 + 3.6 * index) if self.lying else (x + 20, y + 3.5 + 3.6 * index)
                self.press.text(*place, line[0].text, 8)

    # ── running text ───────────────────────────────────────────────────────────────────────────────────────────────

    def section(
        self,
        title: str,
        text: Text,
        turn: Callable[[], None],
        size: float = 8.5,
        leading: float = 11.6,
        above: float = 6,
    ) -> None:
        """A heading with a text under it, on the next page where there is no room for its first three lines."""
        step = leading * 25.4 / 72
        lines = wrapped(text, self.width, size)
        if not self.room(above + 0.6 + step * min(3, len(lines))):
            turn()
        self.heading(title, above=above, below=0.6)
        with self.press.tagged("P"):
            for line in lines:
                if not self.room(step):
                    turn()
                self.y += step
                draw_line(self.press, self.left, self.y, line, size)

    def room(self, height: float) -> bool:
        """Whether so much still fits on this page."""
        return self.y + height <= self.floor + 0.01

    def stretch(self, parts: float) -> float:
        """What a space may take of the room this page leaves over, in mm."""
        return self.press.stretch(parts) if self._stretches else 0.0

    def heading(self, title: str, note: str = "", above: float = 6.3, below: float = 2.0) -> None:
        """A section's title with a note beside it; the pen then stands under it, closer where a text follows."""
        self.y += above + self.stretch(_HEADING_PARTS)
        with self.press.tagged("H2"):
            across = self.press.text(self.left, self.y, title, 10.5, bold=True)
        if note:
            with self.press.tagged("P"):
                size = fit(note, self.width - across - 3, 8, 6.5).size
                self.press.text(self.left + across + 3, self.y, note, size)
        self.y += below

    def paragraph(self, text: Text, size: float = 9, leading: float = 12.4) -> None:
        """A text in lines, from the pen downwards."""
        step = leading * 25.4 / 72
        with self.press.tagged("P"):
            for line in wrapped(text, self._text_width, size):
                self.y += step
                draw_line(self.press, self._text_left, self.y, line, size)

    @contextmanager
    def inset(self, across: float, width: float) -> Iterator[None]:
        """Paragraphs stand so far from the left margin and are so wide."""
        before = self._text_left, self._text_width
        self._text_left, self._text_width = self.left + across, width
        yield
        self._text_left, self._text_width = before

    def person(self, name: str, staff_number: str) -> None:
        """Whose page this is, under the head of every page but the first."""
        fitted = fit(name, self.width - 40, 9, 7.5, bold=True)
        with self.press.tagged("P"):
            for index, line in enumerate(fitted.lines):
                self.press.text(self.left, self.y + 5 + 3 * index, line, fitted.size, bold=True)
        with self.press.tagged("P"):
            self.press.text(self.right, self.y + 5, staff_number, 9, align=1)
        self.y += 7.5 + 3 * (len(fitted.lines) - 1)


def draw_line(press: Press, x: float, y: float, line: Sequence[Piece], size: float) -> float:
    """The pieces of one line, side by side; gives where it ended."""
    for piece in line:
        x += press.text(x, y, piece.text, size, bold=piece.bold, crowded=True)
    return x


def height_of(text: Text, width: float, size: float = 9, leading: float = 12.4) -> float:
    """How high a text will be, in mm."""
    return len(wrapped(text, width, size)) * leading * 25.4 / 72
