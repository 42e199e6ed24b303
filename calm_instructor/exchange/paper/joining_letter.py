"""The joining letter: one page for everyone who comes, which asks for adjustments in private (R44)."""

from collections.abc import Sequence

from calm_instructor.exchange.paper.authority import instructors_fact
from calm_instructor.exchange.paper.before_facts import JoiningLetter
from calm_instructor.exchange.paper.fact_grid import Fact
from calm_instructor.exchange.paper.press import Press, printed
from calm_instructor.exchange.paper.sheet import Sheet, about
from calm_instructor.messages import papers as words
from calm_instructor.messages import papers_before as own

__all__ = ["JoiningLetter", "print_joining_letter"]

_SIZE, _LEADING = 9.5, 13.4
_BETWEEN = 1.6


def print_joining_letter(letter: JoiningLetter) -> bytes:
    """The letter as PDF."""
    title = words.say(own.JOINING_LETTER)
    return printed(lambda press: _lay(press, letter, title), about(letter.imprint, title))


def _lay(press: Press, letter: JoiningLetter, title: str) -> None:
    sheet = Sheet(press, letter.imprint, title, names_technique=False)
    sheet.new_page(words.say(own.LETTER_SUBTITLE))
    sheet.facts(
        [
            [Fact(words.say(own.PLANNED), letter.kind, 6), Fact(words.say(own.SITE), letter.site, 6)],
            [instructors_fact((letter.lead,), 6), Fact(words.say(words.VENUE), letter.venue, 6)],
        ]
    )
    lead = letter.lead.name
    before = (own.WHAT_IT_IS, own.THEORY_FIRST, own.WEAR) if letter.physical else (own.WHAT_IT_IS,)
    on_the_day = (own.FITNESS, own.STOP, own.SEEN) if letter.physical else (own.STOP,)
    private = (own.ADJUSTMENTS, own.UNWELL, own.QUESTIONS) if letter.physical else (own.ADJUSTMENTS, own.QUESTIONS)
    _part(sheet, own.WHEN_AND_WHERE, [own.from_until(each.day, each.starts, each.ends) for each in letter.days])
    _part(sheet, own.BEFORE, [words.say(each) for each in before])
    _part(sheet, own.ON_THE_DAY, [words.say(each) for each in on_the_day])
    _part(sheet, own.IN_PRIVATE, [words.say(each, lead=lead) for each in private])
    sheet.end()


def _part(sheet: Sheet, title: str, texts: Sequence[str]) -> None:
    sheet.heading(words.say(title), above=8, below=0.4)
    for text in texts:
        sheet.paragraph(text, _SIZE, _LEADING)
        sheet.y += _BETWEEN
