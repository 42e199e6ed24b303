"""The course plan: the timed blocks of each day, minutes by type and by part of the model, practice per technique.

Adds up the minutes of its blocks and nothing else; framing counts for no part of the model (R35). What it shows stands in
``plan_facts``.
"""

from collections.abc import Callable

from calm_instructor.exchange.paper.authority import instructors_fact, overrides_text
from calm_instructor.exchange.paper.fact_grid import Fact
from calm_instructor.exchange.paper.facts import Signature
from calm_instructor.exchange.paper.marks import draw_open_box
from calm_instructor.exchange.paper.names import Fitted, fit
from calm_instructor.exchange.paper.plan_day import PACES, Pace, draw_day
from calm_instructor.exchange.paper.plan_facts import Block, BlockType, CoursePlan, PlanDay
from calm_instructor.exchange.paper.plan_totals import draw_totals
from calm_instructor.exchange.paper.press import Press, printed
from calm_instructor.exchange.paper.sheet import Sheet, about
from calm_instructor.exchange.paper.signing import draw_date_line, draw_signature_line
from calm_instructor.exchange.paper.wrapping import Piece
from calm_instructor.messages import papers as words
from calm_instructor.messages import papers_of_plans as own
from calm_instructor.messages.showing import day

__all__ = ["Block", "BlockType", "CoursePlan", "PlanDay", "print_course_plan"]


def print_course_plan(plan: CoursePlan) -> bytes:
    """The plan as PDF."""
    title = words.say(own.COURSE_PLAN)
    pace = _pace(plan, title)
    return printed(lambda press: _lay(press, plan, title, pace), about(plan.imprint, title))


def _pace(plan: CoursePlan, title: str) -> Pace:
    """The easiest at which each day has one page; where none is close enough, the easiest with the fewest pages."""
    counts: list[int] = []
    for pace in PACES:
        press = Press(lying=False, pages=0)
        _lay(press, plan, title, pace)
        if press.page <= max(1, len(plan.days)):
            return pace
        counts.append(press.page)
    return PACES[counts.index(min(counts))]


def _lay(press: Press, plan: CoursePlan, title: str, pace: Pace) -> None:
    sheet = Sheet(press, plan.imprint, title)
    subtitle = words.course_kind(plan.kind, plan.tier)

    def turn() -> None:
        sheet.new_page(subtitle)
        sheet.y += 3

    sheet.new_page(subtitle)
    _facts(sheet, plan)
    top, page = sheet.y, press.page
    side, in_order = draw_totals(sheet, plan, top + 4)
    for index, day_of in enumerate(plan.days):
        draw_day(sheet, day_of, plan, turn, pace, first=not index)
    narrow = press.page == page and side > sheet.y and not plan.overrides and in_order
    narrow = narrow and side + _venue_height(sheet, plan, _ACROSS) > sheet.floor
    if narrow and sheet.room(_venue_height(sheet, plan, _ACROSS_BESIDE)):
        _venue(sheet, plan, turn, _ACROSS_BESIDE)
        sheet.end()
        return
    if press.page == page:
        sheet.y = max(sheet.y, side)
    if not in_order:
        named = [Piece(f"{'; ' if i else ''}{t.code} {t.name}") for i, t in enumerate(plan.techniques)]
        sheet.section(words.say(own.PRACTICE_IN_ORDER), named, turn)
    if plan.overrides:
        sheet.section(words.say(words.OVERRIDES), overrides_text(plan.overrides), turn)
    _venue(sheet, plan, turn, _ACROSS)
    sheet.end()


def _facts(sheet: Sheet, plan: CoursePlan) -> None:
    days, need = [each.day for each in plan.days], plan.need
    leads = (plan.lead, *plan.assisting)
    authorised = ", ".join(p for p in (day(need.authorised_on) if need.authorised_on else "", need.authorised_by) if p)
    told = own.head_office_told(plan.head_office_told, days[0] if days else None)
    sheet.facts(
        [
            [
                Fact(words.dates_label(len(days)), own.with_weekday(days), 3),
                Fact(words.say(words.VENUE), plan.venue, 6),
                Fact(words.say(words.TRAINEES_RATIO), words.ratio(plan.people, len(leads)), 3),
            ],
            [
                Fact(words.say(words.NEED), words.need_of(need.reference, need.revision), 3),
                Fact(words.say(own.AUTHORISED), authorised, 3),
                Fact(words.say(own.HEAD_OFFICE_TOLD), told, 3),
                Fact(words.say(own.GROUPS), plan.groups, 3),
            ],
            [instructors_fact(leads, 12)],
        ]
    )


_ACROSS, _ACROSS_BESIDE = 4, 2  # boxes in a row, over the whole width or beside the side column
_COLUMN = 45.0


def _checks(plan: CoursePlan, across: int) -> list[list[tuple[str, Fitted]]]:
    """The venue's checks row by row, each as it fits beside its box."""
    width = _COLUMN if across == _ACROSS else 60.0
    texts = [(check, fit(check, width - 9, 8.5, 7)) for check in plan.venue_checks]
    return [texts[start : start + across] for start in range(0, len(texts), across)]


def _venue_height(sheet: Sheet, plan: CoursePlan, across: int) -> float:
    return 8.5 + sum(_box_row(row) for row in _checks(plan, across)) + 16


def _venue(sheet: Sheet, plan: CoursePlan, turn: Callable[[], None], across: int) -> None:
    """The venue's boxes to tick before the start, and who checked them."""
    press = sheet.press
    if not sheet.room(_venue_height(sheet, plan, across)):
        turn()
    sheet.heading(words.say(own.VENUE_CHECKED), above=6.5)
    for row in _checks(plan, across):
        for index, (check, text) in enumerate(row):
            x = sheet.left + index * (_COLUMN if across == _ACROSS else 60.0)
            with press.tagged("P"):
                draw_open_box(press, x + 1.6, sheet.y + 3.2, 3.2, words.say(words.EMPTY_BOX, what=check))
                places = [(x + 5, sheet.y + 4.3 + 3 * number, line) for number, line in enumerate(text.lines)]
                press.lines(places, text.size, whole=check)
        sheet.y += _box_row(row)
    sheet.y += 12
    draw_signature_line(press, sheet.left, sheet.y, 71, Signature(""), caption=words.say(own.CHECKED_BY))
    draw_date_line(press, sheet.left + 75, sheet.y, 26, caption=words.say(own.DATE_AND_TIME))
    sheet.y += 4


def _box_row(row: list[tuple[str, Fitted]]) -> float:
    return 5.8 + 3 * (max(len(text.lines) for _, text in row) - 1)
