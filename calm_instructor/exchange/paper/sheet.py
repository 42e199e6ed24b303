"""The sheet every paper is printed on: margins and columns, head, fact grid and foot, and where the pen stands.

Head and foot are repeated whole on every page. The measures are the house style's, in mm from the trimmed A4 edge.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from calm_instructor.exchange.paper.facts import Imprint, Override
from calm_instructor.exchange.paper.finishing import About
from calm_instructor.exchange.paper.names import fit
from calm_instructor.exchange.paper.press import Press
from calm_instructor.exchange.paper.qr import SIDE, draw_qr, qr_text
from calm_instructor.exchange.paper.shaping import width as text_width
from calm_instructor.exchange.paper.wrapping import Piece, Text, pieces, wrapped
from calm_instructor.messages import papers as words
from calm_instructor.messages.showing import day, moment

MODULE = 15.0
GUTTER = 4.0
HEAD, TABLE, SIGN, ROW, CELL = 1.6, 0.9, 0.7, 0.4, 0.3  # lines, in pt


@dataclass(frozen=True)
class Fact:
    """A label above a value, over so many columns of the grid."""

    label: str
    value: str
    columns: int


def about(imprint: Imprint, kind: str) -> About:
    """What the file of a paper says of itself."""
    return About(
        title=words.say(words.TITLE_OF_FILE, kind=kind, number=imprint.sheet_number),
        organisation=imprint.organisation,
        program=words.say(words.PROGRAM, version=imprint.program_version),
        made=imprint.printed_at,
    )


class Sheet:
    """Pages of one paper. ``y`` is where the next thing goes, ``floor`` the lowest it may reach."""

    def __init__(
        self, press: Press, imprint: Imprint, title: str, lying: bool = False, names_technique: bool = True
    ) -> None:
        self.press = press
        self.imprint = imprint
        self.title = title
        self.lying = lying
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

    def end(self) -> None:
        """The foot of the page that is open, drawn last, as it is read last."""
        if self.press.page:
            self._foot()

    # ── head ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _head(self, subtitle: str) -> None:
        press, y = self.press, self.top
        press.rule(self.left, y, self.right, weight=HEAD)
        organisation = fit(self.imprint.organisation, self.width * 0.62, 9, 7, bold=True)
        with press.tagged("P"):
            for line in organisation.lines[:-1]:
                press.text(self.left, y + 2.9, line, organisation.size, bold=True)
                y += 3
            press.text(self.left, y + 4.9, organisation.lines[-1], organisation.size, bold=True)
        if self.imprint.programme:
            with press.tagged("P"):
                programme = fit(self.imprint.programme, self.width * 0.36, 9, 6.5)
                press.text(self.right, y + 4.9, programme.lines[0], programme.size, align=1)
        reference = fit(self.imprint.reference, self.width * 0.4, 14, 9, bold=True)
        taken = text_width(reference.lines[0], reference.size, bold=True)
        with press.tagged("H1"):
            title = fit(self.title, self.width - taken - 6, 18 if self.lying else 20, 10, bold=True)
            press.text(self.left, y + (12.5 if self.lying else 13.3), title.lines[0], title.size, bold=True)
        with press.tagged("P"):
            press.text(
                self.right, y + (12.5 if self.lying else 13.3), reference.lines[0], reference.size, bold=True, align=1
            )
        y += 15 if self.lying else 16.8
        if not self.lying:
            if subtitle:
                with press.tagged("P"):
                    press.text(self.left, y + 1.9, subtitle, 9)
            y += 5.2
        press.rule(self.left, y, self.right, weight=HEAD)
        self.y = y

    def facts(self, rows: Sequence[Sequence[Fact]], rule_last: float = ROW) -> None:
        """Rows of facts, a line under each."""
        for index, row in enumerate(rows):
            height = self._fact_row(row)
            self.y += height
            last = index == len(rows) - 1
            if not last or rule_last:
                self.press.rule(self.left, self.y, self.right, weight=rule_last if last else ROW)

    def _fact_row(self, row: Sequence[Fact]) -> float:
        spans = _spans(row, self.columns)
        x, most = self.left, 1
        for fact, span in zip(row, spans, strict=True):
            room = span * MODULE - GUTTER
            with self.press.tagged("P"):
                self.press.text(x, self.y + 3.4, fact.label, 7)
                value = fit(fact.value or words.NOTHING, room, 9, 7)
                places = [(x, self.y + 7.6 + 3 * index, line) for index, line in enumerate(value.lines)]
                self.press.lines(places, value.size, whole=fact.value or words.NOTHING)
            most = max(most, len(value.lines))
            x += span * MODULE
        return (9.7 if self.lying else 10.2) + 3 * (most - 1)

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
            press.text(self.right, self.foot - 1.6, note, 8, bold=True, align=1)
        with press.tagged("Figure", alt=words.say(words.QR_ALT, code=imprint.short_code)):
            text = qr_text(imprint.record_id, imprint.revision, imprint.fingerprint)
            draw_qr(press, self.right - SIDE, self.bottom - SIDE, text)

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

    def room(self, height: float) -> bool:
        """Whether so much still fits on this page."""
        return self.y + height <= self.floor + 0.01

    def heading(self, title: str, note: str = "", above: float = 6.3, below: float = 2.0) -> None:
        """A section's title with a note beside it; the pen then stands under it, closer where a text follows."""
        self.y += above
        with self.press.tagged("H2"):
            across = self.press.text(self.left, self.y, title, 10.5, bold=True)
        if note:
            with self.press.tagged("P"):
                self.press.text(self.left + across + 3, self.y, note, 8)
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
        x += press.text(x, y, piece.text, size, bold=piece.bold)
    return x


def overridden(override: Override) -> tuple[Piece, ...]:
    """An override as it is printed (R51)."""
    whom = f"{override.about}: " if override.about else ""
    facts = {
        "rule": override.rule,
        "whom": whom,
        "reason": override.reason,
        "by": override.by,
        "day": day(override.day),
    }
    return pieces(words.say(words.OVERRIDE), **facts)


def height_of(text: Text, width: float, size: float = 9, leading: float = 12.4) -> float:
    """How high a text will be, in mm."""
    return len(wrapped(text, width, size)) * leading * 25.4 / 72


def _spans(row: Sequence[Fact], columns: int) -> list[int]:
    """How many columns each fact gets: its own, more where it would not fit, taken from those that have too many."""
    spans = [fact.columns for fact in row]
    spans[-1] += columns - sum(spans)
    for size in (8.0, 7.0):
        wanted = [_needed(fact, size) for fact in row]
        for index, want in enumerate(wanted):
            for giver in sorted(range(len(row)), key=lambda other: wanted[other] - spans[other]):
                while giver != index and spans[index] < want and spans[giver] > wanted[giver]:
                    spans[giver] -= 1
                    spans[index] += 1
    return spans


def _needed(fact: Fact, size: float) -> int:
    widest = max(text_width(fact.value, size), text_width(fact.label, 7))
    return max(1, -int(-(widest + GUTTER) // MODULE))
