"""The evidence pages of a TNA summary: counts per month, answered notes, staff groups, factors, prevention, sources."""

from collections.abc import Callable, Sequence
from functools import partial

from calm_instructor.exchange.paper.press import Press
from calm_instructor.exchange.paper.sheet import ROW, Sheet, height_of
from calm_instructor.exchange.paper.table import CLOSE, Cell, Column, Drawn, Table
from calm_instructor.exchange.paper.tna_facts import HoldCounted, TnaSummary
from calm_instructor.exchange.paper.tna_parts import EvidencePart
from calm_instructor.exchange.paper.wrapping import Piece, pieces
from calm_instructor.messages import papers as words
from calm_instructor.messages import papers_of_needs as own
from calm_instructor.messages.showing import day, month

_CHART, _NARROW = 56.0, 44.0  # without and with a column of the audit before
_YEAR = 12
_FEW = 5
_WORTH_STARTING = 100.0  # room that the counts take


def draw_evidence(sheet: Sheet, tna: TnaSummary, waiting: Sequence[EvidencePart] = ()) -> None:
    """On pages of their own, or under the authorisation where that had to go to a second page.

    waiting: what found no room with what is signed.
    """

    def turn() -> None:
        sheet.new_page(words.say(own.TNA_EVIDENCE_PAGE))
        sheet.y += 3

    if sheet.press.page == 1 or not sheet.room(_WORTH_STARTING):
        sheet.new_page(words.say(own.TNA_EVIDENCE_PAGE))
    _counts(sheet, tna, turn)
    for part in waiting:
        part.draw(turn)
    _notes(sheet, tna, turn)
    _table(
        sheet,
        turn,
        own.STAFF_GROUPS,
        [(own.STAFF_GROUP, 43, 0), (own.PEOPLE, 14, 1), (own.EXPOSURE, 69, 0), (own.NEED_OF_GROUP, 50, 0)],
        [
            [each.name, str(each.people) if each.people is not None else words.NOTHING, each.exposure, each.need]
            for each in tna.staff_groups
        ],
    )
    if tna.factors:
        sheet.section(
            words.say(own.FACTORS), " ".join(words.sentence_of(each) for each in tna.factors), turn, 8.5, 10.8
        )
    _table(
        sheet,
        turn,
        own.PREVENTION,
        [(words.PART_OF_MODEL, 32, 0), (own.IN_PLACE, 144, 0)],
        [[words.say(words.PARTS[part.value]), text or words.NOTHING] for part, text in tna.prevention],
        service=tna.service,
    )
    if tna.sources:
        text = pieces(words.say(own.SOURCES_ARE), sources=" · ".join(tna.sources))
        if not sheet.room(height_of(text, sheet.width, 8, 10) + 1.5):
            turn()
        sheet.y += 1.5
        sheet.paragraph(text, 8, 10)


def _table(
    sheet: Sheet,
    turn: Callable[[], None],
    title: str,
    columns: list[tuple[str, float, float]],
    rows: list[list[Cell]],
    service: str = "",
) -> None:
    """A section that is one table; nothing where it has no rows."""
    if not rows:
        return
    heads = [Column(words.say(label, service=service), width, align) for label, width, align in columns]
    table = Table(sheet, heads, turn, CLOSE)
    if not sheet.room(8 + table.height(rows[:1])):
        turn()
    sheet.heading(words.say(title), above=5.3)
    table.draw(rows)


def _counts(sheet: Sheet, tna: TnaSummary, turn: Callable[[], None]) -> None:
    window = words.say(own.FROM_TO, first=month(tna.first_month), last=month(tna.last_month))
    sheet.heading(words.say(own.INCIDENTS_PER_HOLD), words.say(own.COUNTS_ONLY, window=window), above=4.8)
    months = max((len(hold.monthly) for hold in tna.holds), default=0)
    years = own.YEARS if months == 2 * _YEAR else own.EQUAL_SPANS if months > 2 * _YEAR else own.SPANS
    against = tna.compared if any(hold.then is not None for hold in tna.holds) else None
    wide = _NARROW if against else _CHART
    columns = [
        Column(words.say(own.RISK), 14 if against else 16),
        Column(words.say(own.HOLD), 57 if against else 52),
        Column(words.say(own.PER_MONTH), wide + 2),
        Column(words.say(years[0]), 13, 1),
        Column(words.say(years[1]), 13, 1),
        Column(words.say(own.ALL), 9 if against else 10, 1),
        Column(words.say(own.TREND), 14),
    ]
    if against:
        columns.insert(3, Column(words.say(own.REVISION_SHORT, revision=against.revision), 10, 1))
    tallest = max((count for hold in tna.holds for count in hold.monthly), default=0)
    high = 9.0 if len(tna.holds) <= _FEW else 6.2
    rows = [_hold_row(tna, hold, partial(_chart, hold, tallest, high, wide), high, bool(against)) for hold in tna.holds]
    if rows:
        Table(sheet, columns, turn, CLOSE).draw(rows)
        bars = own.BARS if months == 2 * _YEAR else own.BARS_EQUAL if months > 2 * _YEAR else own.BARS_SPANS
        said = [words.say(bars, tallest=tallest)]
    else:
        said = [words.say(own.NONE_COUNTED)]
    if against:
        said.append(words.say(own.THEN, revision=against.revision, months=against.months))
    if tna.last_day:
        said.append(words.say(own.LAST_MONTH_TO, day=day(tna.last_day)))
    sheet.y += 0.3
    sheet.paragraph(" ".join(said), 7.5, 9.6)


def _hold_row(
    tna: TnaSummary, hold: HoldCounted, chart: Callable[[Press, float, float], None], high: float, against: bool
) -> list[Cell]:
    earlier, later = sum(hold.monthly[-2 * _YEAR : -_YEAR]), sum(hold.monthly[-_YEAR:])
    ended = {risk.number for risk in tna.risks if risk.ended_on}
    numbers = ", ".join(own.risk_number(number, number in ended) for number in hold.risks)
    name = [Piece(hold.hold)]
    if not hold.risks:
        why = hold.not_carried or words.say(own.NO_REASON_YET)
        name += pieces("\n" + words.say(own.NOT_CARRIED), why=why)
    return [
        numbers or words.NOTHING,
        name,
        Drawn(chart, height=high),
        *([words.NOTHING if hold.then is None else str(hold.then)] if against else []),
        str(earlier),
        str(later),
        (Piece(str(sum(hold.monthly)), bold=True),),
        hold.trend,
    ]


def _chart(hold: HoldCounted, tallest: int, high: float, wide: float, press: Press, x: float, y: float) -> None:
    """Bars month by month on one scale: open before the last twelve months, solid in them."""
    base, step = y - 2.8 + high - 1.0, wide / max(len(hold.monthly), 1)
    with press.tagged("Figure", alt=own.chart_in_words(hold.hold, hold.monthly)):
        for index, count in enumerate(hold.monthly):
            if count:
                tall = (high - 2.0) * count / tallest
                solid = index >= len(hold.monthly) - _YEAR
                box = (x + index * step + 0.15, base - tall, step - 0.5, tall)
                press.squares([box]) if solid else press.frame(*box, weight=0.5)
        press.stroke([(x, base), (x + wide, base)], ROW, round_ends=False)
        split = x + max(len(hold.monthly) - _YEAR, 0) * step - 0.05
        press.stroke([(split, base), (split, base + 0.9)], ROW, round_ends=False)


def _notes(sheet: Sheet, tna: TnaSummary, turn: Callable[[], None]) -> None:
    """The elevated-risk notes of the techniques, answered for this service (R45)."""
    rows: list[list[Cell]] = [
        [
            (Piece(each.technique.code, bold=True), Piece(f" {each.technique.name}")),
            each.note or words.NOTHING,
            pieces(words.say(own.NOTE_ANSWERS[each.answer.value]), because=each.because),
        ]
        for each in tna.notes
    ]
    columns = [(words.TECHNIQUE, 34.0, 0.0), (own.WHAT_RAISES, 52.0, 0.0), (own.ANSWER, 90.0, 0.0)]
    _table(sheet, turn, own.NOTES_ANSWERED, columns, rows)
