"""The evidence pages of an individual record: criteria, every attempt, knowledge, what else is on record, the action plan."""

from collections.abc import Callable

from calm_instructor.exchange.paper.fact_grid import Fact
from calm_instructor.exchange.paper.facts import Mark, Result
from calm_instructor.exchange.paper.individual_facts import (
    ActionPlan,
    Attempt,
    Criterion,
    IndividualRecord,
    Seen,
    TechniqueResult,
)
from calm_instructor.exchange.paper.marks import common_prefix, draw_cross, draw_dash, draw_mark, draw_tick
from calm_instructor.exchange.paper.press import Press
from calm_instructor.exchange.paper.sheet import ROW, SIGN, TABLE, Sheet, height_of
from calm_instructor.exchange.paper.table import DENSE, Cell, Column, Drawn, Table
from calm_instructor.exchange.paper.wrapping import Piece, pieces
from calm_instructor.messages import papers as words
from calm_instructor.messages import papers_of_results as own
from calm_instructor.messages.showing import day, moment

_WORTH_STARTING = 130.0  # room that the criteria take
_INITIALS = 61.0


def draw_evidence(sheet: Sheet, record: IndividualRecord) -> None:
    """On pages of their own, or under the signatures where these had to go to a second page."""

    def turn() -> None:
        sheet.new_page(words.say(own.EVIDENCE_PAGE))
        sheet.person(record.name, record.staff_number)

    if sheet.press.page == 1 or not sheet.room(_WORTH_STARTING):
        turn()
    _criteria(sheet, record, turn)
    _attempts(sheet, record, turn)
    _knowledge(sheet, record, turn)
    _plan(sheet, record, turn)


def _yes_no(met: bool | None, neither: str = words.NOT_ASKED) -> Drawn:
    def draw(press: Press, x: float, y: float) -> None:
        if met is None:
            draw_dash(press, x, y, words.say(neither))
        else:
            (draw_tick if met else draw_cross)(press, x, y, words.say(words.MET if met else words.NOT_MET))

    return Drawn(draw)


def _criteria(sheet: Sheet, record: IndividualRecord, turn: Callable[[], None]) -> None:
    results = record.results
    prefix = common_prefix([r.technique.code for r in results]) if len(results) > 6 else ""
    each = 12.5 if len(results) <= 6 else 8.0
    columns = [Column("", 9), Column(words.say(own.CRITERION), sheet.width - 9 - each * len(results))]
    columns += [Column(r.technique.code.removeprefix(prefix), each, 0.5) for r in results]
    rows: list[list[Cell]] = []
    unasked = [index for index, criterion in enumerate(record.criteria) if _nobody_asked(criterion, index, results)]
    for index, criterion in enumerate(record.criteria):
        if index in unasked:
            continue
        text = criterion.text if criterion.mandatory else words.say(own.OPTIONAL, criterion=criterion.text)
        met = [_yes_no(_at(r, index), own.NOT_MARKED) for r in results]
        rows.append([criterion.code, text, *met])
    sheet.heading(words.say(own.CRITERIA_THAT_COUNT), words.say(own.SEEN_BY_ASSESSOR), above=6)
    Table(sheet, columns, turn, DENSE).draw(rows)
    sheet.y += 0.3
    said = _manner(results, prefix)
    if unasked:
        said.append(
            words.say(own.OPTIONAL_NOT_ASKED, codes=", ".join(record.criteria[index].code for index in unasked))
        )
    sheet.paragraph(" ".join(said), 7.5, 9.6)


def _nobody_asked(criterion: Criterion, index: int, results: tuple[TechniqueResult, ...]) -> bool:
    return not criterion.mandatory and all(_at(result, index) is None for result in results)


def _at(result: TechniqueResult, index: int) -> bool | None:
    return result.met[index] if index < len(result.met) else None


def _manner(results: tuple[TechniqueResult, ...], prefix: str) -> list[str]:
    said = []
    for seen, sentence in (
        (Seen.AS_A_WHOLE, own.CONFIRMED_AS_A_WHOLE),
        (Seen.EACH_TICKED, own.EACH_TICKED),
        (Seen.ONLY_NOT_MET, own.ONLY_NOT_MET),
        (Seen.NOT_ASSESSED, own.WERE_NOT_ASSESSED),
    ):
        codes = [r.technique.code for r in results if r.seen is seen]
        if codes:
            said.append(words.say(sentence, codes=", ".join([codes[0], *(c.removeprefix(prefix) for c in codes[1:])])))
    return said


def _attempts(sheet: Sheet, record: IndividualRecord, turn: Callable[[], None]) -> None:
    columns = [
        Column(words.say(words.TECHNIQUE), 24),
        Column(words.say(words.ATTEMPT), 15, 0.5),
        Column(words.say(words.RESULT), 13, 0.5),
        Column(words.say(own.WHEN), 30),
        Column(words.say(own.ASSESSOR), 35),
        Column(words.say(own.NOT_MET_FEEDBACK), 59),
    ]
    rows: list[list[Cell]] = [
        [a.code, _number(a), _plain(a), moment(a.at), a.assessor, _told(a)] for a in record.attempts
    ]
    table = Table(sheet, columns, turn, DENSE)
    if not sheet.room(8.3 + table.height(rows[:1])):
        turn()
    sheet.heading(words.say(own.EVERY_ATTEMPT), above=6)
    if rows:
        table.draw(rows)
    else:
        sheet.y -= 1.4
        sheet.paragraph(words.say(own.NONE_MADE), 8.5, 11)


def _number(attempt: Attempt) -> str:
    """What was not assessed was no attempt."""
    return words.NOTHING if attempt.result is Result.NOT_ASSESSED else str(attempt.number)


def _plain(attempt: Attempt) -> Drawn:
    """An attempt's mark, struck through where it no longer counts: its remark says why."""

    def draw(press: Press, x: float, y: float) -> None:
        draw_mark(press, x, y, Mark(attempt.result))
        if attempt.remark:
            press.stroke([(x - 4.2, y + 1.3), (x + 4.2, y - 1.3)], TABLE)

    return Drawn(draw, height=5.5)


def _told(attempt: Attempt) -> tuple[Piece, ...]:
    parts = [Piece(", ".join(attempt.not_met), bold=True)] if attempt.not_met else []
    parts += [Piece(f"{' ' if parts else ''}{attempt.feedback}")] if attempt.feedback else []
    parts += [Piece(f"{' ' if parts else ''}{attempt.remark}")] if attempt.remark else []
    if attempt.entered_from:
        parts.append(Piece(f"{' ' if parts else ''}{words.say(own.ENTERED_FROM, sheet=attempt.entered_from)}"))
    return tuple(parts)


def _knowledge(sheet: Sheet, record: IndividualRecord, turn: Callable[[], None]) -> None:
    check, press = record.knowledge, sheet.press
    texts = [pieces(words.say(own.KNOWLEDGE_ITEM), code=item.code, text=item.text) for item in check.items]
    if not sheet.room(8 + sum(height_of(text, sheet.width - 7, 8, 10.6) + 0.9 for text in texts) + 12):
        turn()
    note = [check.manner, moment(check.at) if check.at else words.say(own.NOT_DONE), check.assessor]
    sheet.heading(words.say(own.KNOWLEDGE_CHECK), ", ".join(part for part in note if part), above=6, below=1.0)
    for item, text in zip(check.items, texts, strict=True):
        with press.tagged("P"):
            _yes_no(item.met).draw(press, sheet.left + 2, sheet.y + 2.6)
        with sheet.inset(7, sheet.width - 7):
            sheet.paragraph(text, 8, 10.6)
        sheet.y += 0.9
    sheet.y += 2
    press.rule(sheet.left, sheet.y, sheet.right, weight=ROW)
    sheet.facts([_also_on_record(record)])


def _also_on_record(record: IndividualRecord) -> list[Fact]:
    theory = [day(record.core_theory) if record.core_theory else words.say(words.NONE), record.core_theory_evidence]
    minutes = own.minutes_of(record.minutes_here, record.minutes_taught, record.made_good)
    facts = [
        Fact(words.say(words.CORE_THEORY), ", ".join(part for part in theory if part), 4),
        Fact(words.say(own.ATTENDANCE), minutes, 2),
        Fact(words.say(own.CLEARED_FOR_THE_DAY), words.say(own.YES if record.cleared else own.NO), 2),
        Fact(words.say(own.INJURY_IN_TRAINING), record.training_injuries or words.say(words.NONE_LOWER), 2),
    ]
    if record.privacy_notice:
        facts.append(Fact(words.say(own.PRIVACY_NOTICE), record.privacy_notice, 2))
    return facts


def action_plan_text(plan: ActionPlan) -> tuple[Piece, ...]:
    """An action plan in a paragraph."""
    parts: list[Piece] = []
    for template, value in (
        (own.PLAN_NEED, plan.need),
        (own.PLAN_SUPPORT, plan.support),
        (own.PLAN_BY, plan.by_whom),
        (own.PLAN_REVIEW, words.kept(day(plan.review)) if plan.review else ""),
        (own.PLAN_MEANWHILE, plan.meanwhile),
        (own.PLAN_MANAGER, words.kept(day(plan.manager_told)) if plan.manager_told else ""),
    ):
        if value:
            parts += ([Piece(" ")] if parts else []) + list(pieces(words.say(template), value=words.sentence_of(value)))
    return tuple(parts)


def _plan(sheet: Sheet, record: IndividualRecord, turn: Callable[[], None]) -> None:
    """The action plan, where page 1 does not carry it, and a line for the trainee's initials."""
    width = sheet.width - _INITIALS - 6
    if record.action_plan and record.authority:
        text = action_plan_text(record.action_plan)
        if not sheet.room(7 + height_of(text, width, 8.5, 11) + 1):
            turn()
        sheet.heading(words.say(own.ACTION_PLAN), above=6, below=0.6)
    else:
        none = own.NONE_NEEDED if record.authority else own.NONE_ON_RECORD
        said = words.say(own.PLAN_ON_FIRST if record.action_plan else none)
        text = (Piece(words.say(own.ACTION_PLAN), bold=True), Piece(f"  {said}"))
        if not sheet.room(9):
            turn()
        sheet.y += 2.2
    with sheet.inset(0, width):
        sheet.paragraph(text, 8.5, 11)
    x = sheet.right - _INITIALS
    sheet.press.rule(x, sheet.y, sheet.right, weight=SIGN)
    with sheet.press.tagged("P"):
        sheet.press.text(x, sheet.y + 2.9, words.say(own.INITIALS), 7)
    sheet.y += 1
