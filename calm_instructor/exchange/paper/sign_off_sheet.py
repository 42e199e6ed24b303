"""The course sign-off sheet: one landscape matrix of trainees by techniques, twelve people a page.

Shows what is recorded and derives nothing but percentages and the ratio. Never tells absence from fitness.
"""

from dataclasses import dataclass
from datetime import date

from calm_instructor.exchange.paper.authority import instructors_fact, override_text
from calm_instructor.exchange.paper.fact_grid import Fact
from calm_instructor.exchange.paper.facts import (
    Imprint,
    Instructor,
    Mark,
    Minutes,
    Need,
    NotAssessed,
    Override,
    Result,
    Signature,
    Technique,
)
from calm_instructor.exchange.paper.marks import draw_mark, letters_of
from calm_instructor.exchange.paper.press import Press, printed
from calm_instructor.exchange.paper.sheet import TABLE, Sheet, about, draw_line
from calm_instructor.exchange.paper.sign_off_matrix import Matrix, SignOffRow
from calm_instructor.exchange.paper.signing import draw_signature_line
from calm_instructor.exchange.paper.wrapping import pieces, wrapped
from calm_instructor.messages import papers as words
from calm_instructor.messages import papers_of_results as own

__all__ = ["SignOffRow", "SignOffSheet", "in_pages", "print_sign_off_sheet"]


@dataclass(frozen=True)
class SignOffSheet:
    """A course's sign-off sheet. kind as in "Initial course", tier as in "medium-risk curriculum".

    techniques: 1 to 12, in teaching order. injuries: how many in training; injury_reference: the accident book's, or "".
    practice_per_technique: minutes. lead_signature: for the declaration that the sheet is complete.
    """

    imprint: Imprint
    kind: str
    tier: str
    days: tuple[date, ...]
    venue: str
    lead: Instructor
    assisting: tuple[Instructor, ...]
    need: Need
    theory: Minutes
    practice: Minutes
    assessment: Minutes
    practice_per_technique: Minutes
    injuries: int
    techniques: tuple[Technique, ...]
    rows: tuple[SignOffRow, ...]
    lead_signature: Signature
    injury_reference: str = ""
    overrides: tuple[Override, ...] = ()


def print_sign_off_sheet(sheet: SignOffSheet) -> bytes:
    """The sheet as PDF."""
    title = words.say(own.SIGN_OFF_SHEET)
    return printed(lambda press: _lay(press, sheet, title), about(sheet.imprint, title), lying=True)


def _lay(press: Press, paper: SignOffSheet, title: str) -> None:
    sheet = Sheet(press, paper.imprint, title, lying=True)
    letters = letters_of([m.why for row in paper.rows for m in (*row.marks, row.core, row.knowledge) if m.why])
    matrix = Matrix(sheet, paper.techniques, letters)
    every = len(paper.rows)
    top = sheet.top + sheet.head_height + sheet.facts_height(_facts(paper, every, every))
    room = sheet.foot - _KEY - top - matrix.head_height
    first = 0
    for rows in in_pages([matrix.row_height(row) for row in paper.rows], room):
        last = first + len(rows)
        _head(sheet, paper, first, last)
        matrix.draw(paper.rows[first:last], first, rows, room)
        first = last
        if last == every:
            _overrides(sheet, paper, letters)
        _key(sheet, paper, letters)
    sheet.end()


_KEY = 14.7
_DECLARED = 102.0
_MOST = 12
_FEWEST = 3


def in_pages(heights: list[float], room: float) -> list[list[float]]:
    """Row heights page by page: at most twelve rows, no higher than the room, and never fewer than three on the last."""
    pages: list[list[float]] = [[]]
    for height in heights:
        if len(pages[-1]) == _MOST or (pages[-1] and sum(pages[-1]) + height > room + 0.01):
            pages.append([])
        pages[-1].append(height)
    while len(pages) > 1 and len(pages[-1]) < _FEWEST < len(pages[-2]):
        pages[-1].insert(0, pages[-2].pop())
    return pages


def _head(sheet: Sheet, paper: SignOffSheet, first: int, last: int) -> None:
    every = len(paper.rows)
    sheet.new_page(bookmark=words.say(own.ROWS_BOOKMARK, first=first + 1, last=last, all=every))
    sheet.facts(_facts(paper, first, last), rule_last=0)


def _facts(paper: SignOffSheet, first: int, last: int) -> list[list[Fact]]:
    need, leads, every = paper.need, (paper.lead, *paper.assisting), len(paper.rows)
    minutes = [words.minutes(m.given, m.planned) for m in (paper.theory, paper.practice, paper.assessment)]
    each = paper.practice_per_technique
    return [
        [
            Fact(words.say(words.COURSE), words.course_kind(paper.kind, paper.tier), 4),
            Fact(words.dates_label(len(paper.days)), words.days(paper.days), 2),
            Fact(words.say(words.VENUE), paper.venue, 3),
            instructors_fact(leads, 7),
            Fact(words.say(words.TRAINEES_RATIO), words.ratio(every, len(leads)), 2),
        ],
        [
            Fact(words.say(words.NEED), own.need_authorised(need.reference, need.revision, need.authorised_on), 4),
            Fact(words.say(own.INJURIES), own.injuries(paper.injuries, paper.injury_reference), 2),
            Fact(words.say(words.AUTHORISED_BY), ", ".join(p for p in (need.authorised_by, need.role) if p), 4),
            Fact(words.say(own.THEORY_PRACTICE_ASSESSMENT), ", ".join(minutes), 3),
            Fact(words.say(words.PRACTICE_PER_TECHNIQUE), own.minutes_each(each.given, each.planned), 3),
            Fact(words.say(words.ROWS), words.say(words.ROWS_OF, first=first + 1, last=last, all=every), 2),
        ],
    ]


def _key(sheet: Sheet, paper: SignOffSheet, letters: dict[NotAssessed, str]) -> None:
    """The key, the declarations and the lead's signature, above the foot of every page."""
    press, x, y = sheet.press, sheet.left, sheet.foot - _KEY
    for down, mark, said in ((3.2, Result.COMPETENT, own.KEY_COMPETENT), (8.0, Result.NOT_YET, own.KEY_NOT_YET)):
        with press.tagged("P"):
            draw_mark(press, x + 3, y + down, Mark(mark))
            press.text(x + 7.5, y + down + 1.0, words.say(said), 8)
    with press.tagged("P"):
        draw_mark(press, x + 40, y + 8.0, Mark(Result.NOT_ASSESSED))
        press.text(x + 44, y + 9.0, words.say(own.KEY_NOT_ASSESSED), 8)
    explained = "   ".join(f"**{letter}** {words.why_not(reason)}" for reason, letter in letters.items())
    with press.tagged("P"):
        line = pieces("   ".join(part for part in (f"**2, 3** {words.say(own.KEY_ATTEMPT)}", explained) if part))
        draw_line(press, x + 0.4, y + 13.3, line, 7.5)
    across = x + 90
    with press.tagged("P"):
        declared = pieces(words.say(own.BOTH_DECLARE))
        size = next(size for size in (7.5, 7.25, 7) if size == 7 or len(wrapped(declared, _DECLARED, size)) <= 4)
        for index, line in enumerate(wrapped(declared, _DECLARED, size)):
            draw_line(press, across, y + 3.2 + 3.1 * index, line, size)
    across = x + 195
    with press.tagged("P"):
        press.text(across, y + 3.0, words.say(own.LEAD_DECLARES), 8, bold=True)
    draw_signature_line(press, across, y + 10.8, sheet.right - across, paper.lead_signature, date_width=22, clear=7)


def _overrides(sheet: Sheet, paper: SignOffSheet, letters: dict[NotAssessed, str]) -> None:
    """The overrides (R51), under the last rows where there is room, else on pages of their own."""
    lines = [line for override in paper.overrides for line in wrapped(override_text(override), sheet.width, 8)]
    fits = sheet.y + 9 + 4 * len(lines) <= sheet.foot - _KEY
    while lines:
        if not fits:
            _key(sheet, paper, letters)
            _head(sheet, paper, 0, len(paper.rows))
            sheet.press.rule(sheet.left, sheet.y, sheet.right, weight=TABLE)
        sheet.heading(words.say(words.OVERRIDES), above=6)
        while lines and sheet.y + 4 < sheet.foot - _KEY:
            sheet.y += 4
            with sheet.press.tagged("P"):
                draw_line(sheet.press, sheet.left, sheet.y, lines.pop(0), 8)
