"""The joining letter: one page for everyone who comes, which asks for adjustments in private (R44)."""

from collections.abc import Sequence

from calm_instructor.exchange.paper.authority import instructors_fact
from calm_instructor.exchange.paper.before_facts import JoiningLetter
from calm_instructor.exchange.paper.fact_grid import Fact
from calm_instructor.exchange.paper.names import fit
from calm_instructor.exchange.paper.press import Press, printed
from calm_instructor.exchange.paper.shaping import width as text_width
from calm_instructor.exchange.paper.sheet import Sheet, about, height_of
from calm_instructor.exchange.paper.signing import draw_date_line
from calm_instructor.messages import papers as words
from calm_instructor.messages import papers_before as own

__all__ = ["JoiningLetter", "print_joining_letter"]

_SIZE, _LEADING = 10, 14.2
_BETWEEN = 1.6
_MEASURE = 146.0  # a line of a letter, shorter than the sheet is wide
_ABOVE, _BELOW = 8.0, 0.4  # a heading
_DAY = 5.6
_NAMED = 72.0
_BESIDE = 5.0  # from the longest day to the times


def print_joining_letter(letter: JoiningLetter) -> bytes:
    """The letter as PDF."""
    title = words.say(own.JOINING_LETTER)
    return printed(lambda press: _lay(press, letter, title), about(letter.imprint, title))


def _lay(press: Press, letter: JoiningLetter, title: str) -> None:
    sheet = Sheet(press, letter.imprint, title, names_technique=False)
    sheet.new_page(words.say(own.LETTER_SUBTITLE))
    sheet.facts(
        [
            [Fact(words.say(own.PLANNED), letter.kind, 5), instructors_fact((letter.lead,), 7)],
        ]
    )
    lead = letter.lead.name
    before = (own.WHAT_IT_IS, own.THEORY_FIRST, own.WEAR) if letter.physical else (own.WHAT_IT_IS,)
    on_the_day = (own.FITNESS, own.STOP, own.SEEN) if letter.physical else (own.STOP,)
    private = (own.ADJUSTMENTS, own.UNWELL, own.QUESTIONS) if letter.physical else (own.ADJUSTMENTS, own.QUESTIONS)
    with sheet.inset(0, _MEASURE):
        _when_and_where(sheet, letter)
        _part(sheet, own.BEFORE, [words.say(each) for each in before])
        _part(sheet, own.ON_THE_DAY, [words.say(each) for each in on_the_day])
        _part(sheet, own.IN_PRIVATE, [words.say(each, lead=lead) for each in private])
    _from(sheet, letter)
    sheet.end()


def _keep(sheet: Sheet, height: float) -> None:
    """On the next page, what has no room on this one."""
    if not sheet.room(height):
        sheet.new_page(words.say(own.LETTER_SUBTITLE))
        sheet.y += 6


def _when_and_where(sheet: Sheet, letter: JoiningLetter) -> None:
    """Days with their times below each other, then the place."""
    press = sheet.press
    sheet.heading(words.say(own.WHEN_AND_WHERE), above=_ABOVE, below=_BELOW)
    across = max((text_width(own.on(each.day), _SIZE, bold=True) for each in letter.days), default=0) + _BESIDE
    for each in letter.days:
        _keep(sheet, _DAY)
        sheet.y += _DAY
        with press.tagged("P"):
            press.text(sheet.left, sheet.y, own.on(each.day), _SIZE, bold=True)
            press.text(sheet.left + across, sheet.y, own.hours(each.starts, each.ends), _SIZE)
    place = ", ".join(dict.fromkeys(part for part in (letter.site, letter.venue) if part))
    if place:
        sheet.y += _BETWEEN
        _paragraph(sheet, place)


def _part(sheet: Sheet, title: str, texts: Sequence[str]) -> None:
    first, *_others = texts
    _keep(sheet, _ABOVE + _BELOW + height_of(first, _MEASURE, _SIZE, _LEADING))
    sheet.heading(words.say(title), above=_ABOVE, below=_BELOW)
    for text in texts:
        _paragraph(sheet, text)


def _paragraph(sheet: Sheet, text: str) -> None:
    _keep(sheet, height_of(text, _MEASURE, _SIZE, _LEADING))
    sheet.paragraph(text, _SIZE, _LEADING)
    sheet.y += _BETWEEN


def _from(sheet: Sheet, letter: JoiningLetter) -> None:
    """Whose letter it is, and beside it a line for how they are reached in private."""
    press = sheet.press
    named = fit(letter.lead.name, _NAMED, _SIZE, 8, bold=True)
    organised = fit(words.say(own.LEADS, organisation=letter.imprint.organisation), _NAMED, 9, 7)
    _keep(sheet, 13 + 4 * len(named.lines) + 3.6 * len(organised.lines))
    sheet.y += 13
    top = sheet.y
    with press.tagged("P"):
        places = [(sheet.left, top + 4 * index, line) for index, line in enumerate(named.lines)]
        press.lines(places, named.size, bold=True, whole=letter.lead.name)
    sheet.y += 4 * (len(named.lines) - 1)
    with press.tagged("P"):
        for line in organised.lines:
            sheet.y += 4.2
            press.text(sheet.left, sheet.y, line, organised.size)
    draw_date_line(press, sheet.left + _MEASURE - 65, top, 65, caption=words.say(own.REACHED))
