"""The course notice: one page that tells head office of a planned course (R34)."""

from collections.abc import Callable

from calm_instructor.exchange.paper.authority import instructors_fact
from calm_instructor.exchange.paper.before_facts import CourseNotice
from calm_instructor.exchange.paper.fact_grid import Fact
from calm_instructor.exchange.paper.facts import Signature
from calm_instructor.exchange.paper.press import Press, printed
from calm_instructor.exchange.paper.sheet import Sheet, about
from calm_instructor.exchange.paper.signing import draw_date_line, draw_signature_line
from calm_instructor.exchange.paper.table import DENSE, Cell, Column, Table
from calm_instructor.exchange.paper.wrapping import Piece
from calm_instructor.messages import papers as words
from calm_instructor.messages import papers_before as own
from calm_instructor.messages.showing import day

__all__ = ["CourseNotice", "print_course_notice"]

_SIGNING = 30.0
_ABOVE = 8.5  # a heading: the page has room for some air


def print_course_notice(notice: CourseNotice) -> bytes:
    """The notice as PDF."""
    title = words.say(own.COURSE_NOTICE)
    return printed(lambda press: _lay(press, notice, title), about(notice.imprint, title))


def _lay(press: Press, notice: CourseNotice, title: str) -> None:
    sheet = Sheet(press, notice.imprint, title)

    def turn() -> None:
        sheet.new_page(words.say(own.NOTICE_SUBTITLE))
        sheet.y += 3

    sheet.new_page(words.say(own.NOTICE_SUBTITLE))
    _facts(sheet, notice)
    sheet.section(words.say(own.WHY), _why(notice), turn, 9, 12.4, above=_ABOVE)
    _days(sheet, notice, turn)
    _techniques(sheet, notice, turn)
    if not sheet.room(_SIGNING):
        turn()
    sheet.y += 8
    sheet.paragraph(words.say(own.I_GIVE_NOTICE))
    sheet.y += 14
    draw_signature_line(press, sheet.left, sheet.y, 101, Signature(""), caption=notice.lead.name)
    draw_date_line(press, sheet.left + 105, sheet.y, 26)
    sheet.end()


def _facts(sheet: Sheet, notice: CourseNotice) -> None:
    sheet.facts(
        [
            [
                Fact(words.say(own.PLANNED), words.course_kind(notice.kind, notice.tier), 6),
                Fact(words.say(own.EXPECTED), own.expected(notice.people, notice.theory_only), 3),
                Fact(words.say(own.SENT), own.told_or_due(notice.told, notice.due), 3),
            ],
            [Fact(words.say(own.SITE), notice.site, 6), Fact(words.say(words.VENUE), notice.venue, 6)],
            [instructors_fact((notice.lead, *notice.assisting), 12)],
        ]
    )


def _why(notice: CourseNotice) -> str:
    need = notice.need
    named = words.need_of(need.reference, need.revision)
    if need.authorised_on is None:
        return words.say(own.NOT_AUTHORISED, need=named)
    return words.say(own.NEEDED, need=named, day=day(need.authorised_on), name=need.authorised_by)


def _days(sheet: Sheet, notice: CourseNotice, turn: Callable[[], None]) -> None:
    """When; and what about, where any day says."""
    sheet.heading(words.say(own.THE_DAYS), above=_ABOVE)
    told = any(each.about for each in notice.days)
    columns = [Column(words.say(own.DAY), 52), Column(words.say(own.FROM), 18), Column(words.say(own.UNTIL), 18)]
    rows: list[list[Cell]] = [
        [own.on(each.day), f"{each.starts:%H:%M}", f"{each.ends:%H:%M}", *([each.about or words.NOTHING] * told)]
        for each in notice.days
    ]
    columns += [Column(words.say(own.CONTENT), sheet.width - 88)] * told
    Table(sheet, columns, turn).draw(rows)


def _techniques(sheet: Sheet, notice: CourseNotice, turn: Callable[[], None]) -> None:
    title = words.say(own.TECHNIQUES)
    if not notice.techniques:
        chosen = ", ".join(notice.chosen) or words.NOTHING
        said = words.say(own.NO_SET, codes=chosen) if notice.physical else words.say(own.NO_TECHNIQUES)
        sheet.section(title, said, turn, 9, 12.4, above=_ABOVE)
        return
    columns = (
        Column(words.say(own.CODE), 24, names_row=True),
        Column(words.say(own.TECHNIQUE), 70),
        Column(words.say(own.ADDRESSES), sheet.width - 94),
    )
    table = Table(sheet, columns, turn, DENSE)
    rows = [([Piece(each.code, bold=True)], each.name, each.addresses or words.NOTHING) for each in notice.techniques]
    if not sheet.room(_ABOVE + 2 + table.height(rows[:2])):
        turn()
    sheet.heading(title, above=_ABOVE)
    table.draw(rows)
