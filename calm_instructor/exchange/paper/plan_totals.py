"""The side column of the course plan: minutes by type and by part of the model, practice per technique, the set in order."""

from collections.abc import Iterable

from calm_instructor.exchange.paper.names import fit
from calm_instructor.exchange.paper.plan_day import draw_pattern
from calm_instructor.exchange.paper.plan_facts import Block, BlockType, CoursePlan
from calm_instructor.exchange.paper.sheet import ROW, SIGN, Sheet
from calm_instructor.exchange.paper.tna_facts import Part
from calm_instructor.exchange.paper.wrapping import wrapped
from calm_instructor.messages import papers as words
from calm_instructor.messages import papers_of_plans as own

_ACROSS = 130.0
_WIDTH = 46.0
_ROW = 4.8
_BENCHMARK = 6 + 23 / 60  # minutes per technique: a published example of too little practice
_BAR = 9.0


def draw_totals(sheet: Sheet, plan: CoursePlan, y: float) -> tuple[float, bool]:
    """The column from ``y`` on; gives where it ends, and whether it had room for the set in order."""
    blocks = [block for day in plan.days for block in day.blocks]
    y = _by_type(sheet, blocks, y)
    y = _by_part(sheet, blocks, y + 2)
    y = _per_technique(sheet, plan, y + 2)
    fits = y + 3 + _in_order_height(plan) <= sheet.floor
    return (_in_order(sheet, plan, y + 3), True) if fits else (y, False)


def _title(sheet: Sheet, title: str, y: float) -> float:
    sheet.press.rule(sheet.left + _ACROSS, y, sheet.right, weight=SIGN)
    with sheet.press.tagged("H2"):
        sheet.press.text(sheet.left + _ACROSS, y + 4, words.say(title), 8, bold=True)
    return y + 4.6


def _by_type(sheet: Sheet, blocks: Iterable[Block], y: float) -> float:
    minutes = {kind: sum(b.minutes for b in blocks if b.type is kind) for kind in _ORDER}
    longest = max(minutes.values(), default=1) or 1
    press, x = sheet.press, sheet.left + _ACROSS
    y = _title(sheet, own.MINUTES_BY_TYPE, y)
    for kind in sorted((k for k in _ORDER if minutes[k]), key=lambda k: (k is BlockType.BREAK, -minutes[k])):
        y += _ROW
        with press.tagged("P"):
            press.text(x, y, words.say(own.BLOCK_LETTERS[kind.value]), 8, bold=True)
            press.text(x + 4, y, words.say(own.BLOCK_TYPES[kind.value]), 7.5)
            press.text(sheet.right, y, str(minutes[kind]), 8, align=1)
        draw_pattern(press, x + 29.5, y - 2.6, max(1.4, _BAR * minutes[kind] / longest), 2.8, kind)
    return y + 2


def _by_part(sheet: Sheet, blocks: Iterable[Block], y: float) -> float:
    press, x = sheet.press, sheet.left + _ACROSS
    y = _title(sheet, own.MINUTES_BY_PART, y)
    counted = [b for b in blocks if b.type is not BlockType.BREAK]
    parts: list[tuple[str, int]] = [
        (words.PARTS[part.value], sum(b.minutes for b in counted if b.part is part)) for part in Part
    ]
    parts.append((own.FRAMING_COUNTS_FOR_NONE, sum(b.minutes for b in counted if b.part is None)))
    for label, minutes in parts:
        y += _ROW
        with press.tagged("P"):
            said = words.say(label)
            press.text(x, y, said, fit(said, _WIDTH - 9, 8, 6.5).size)
            press.text(sheet.right, y, str(minutes), 8, align=1)
    return y + 2


def _per_technique(sheet: Sheet, plan: CoursePlan, y: float) -> float:
    """Practice minutes per technique on a scale with the organisation's floor and the published example (R5)."""
    press, x = sheet.press, sheet.left + _ACROSS
    y = _title(sheet, words.PRACTICE_PER_TECHNIQUE, y) + 7.5
    with press.tagged("P"):
        press.text(x, y, words.say(own.MIN_OF, minutes=plan.practice_per_technique), 16, bold=True)
        press.text(sheet.right, y, words.say(own.EACH_OF, count=len(plan.techniques)), 8, align=1)
    y += 3.5
    scale = _WIDTH / max(plan.practice_per_technique * 1.2, plan.floor * 1.3, _BENCHMARK * 1.3, 1)
    said = own.scale_in_words(plan.practice_per_technique, plan.floor)
    with press.tagged("Figure", alt=said):
        press.squares([(x, y, plan.practice_per_technique * scale, 1.6)])
        press.stroke([(x, y + 1.6), (sheet.right, y + 1.6)], ROW, round_ends=False)
        for minutes in (_BENCHMARK, plan.floor):
            press.stroke([(x + minutes * scale, y + 1.6), (x + minutes * scale, y + 2.8)], 0.5, round_ends=False)
    near = abs(plan.floor - _BENCHMARK) * scale < 7
    with press.tagged("P"):
        press.text(x + _BENCHMARK * scale, y + 5.4, own.BENCHMARK, 7, align=1 if near and plan.floor > 6 else 0.5)
        press.text(x + plan.floor * scale, y + 5.4, str(plan.floor), 7, align=0 if near and plan.floor > 6 else 0.5)
    y += 6
    facts = [words.say(own.SCALE_EXPLAINED, floor=plan.floor)]
    if plan.demonstration_per_technique:
        facts.append(words.say(own.DEMONSTRATION_EACH, minutes=plan.demonstration_per_technique))
    if plan.seconds_per_attempt:
        facts.append(own.time_for_an_attempt(plan.seconds_per_attempt))
    for fact in facts:
        with press.tagged("P"):
            for line in wrapped(fact, _WIDTH, 7):
                y += 3.1
                press.text(x, y, line[0].text, 7)
    return y


def _in_order_height(plan: CoursePlan) -> float:
    return 6.6 + sum(1.3 + 3.1 * len(wrapped(technique.name, _WIDTH - 15, 7.5)) for technique in plan.techniques)


def _in_order(sheet: Sheet, plan: CoursePlan, y: float) -> float:
    press, x = sheet.press, sheet.left + _ACROSS
    y = _title(sheet, own.PRACTICE_IN_ORDER, y)
    for technique in plan.techniques:
        y += 4.4
        code = fit(technique.code, 14, 7.5, 6.5, bold=True)
        with press.tagged("P"):
            press.text(x, y, code.lines[0], code.size, bold=True)
            lines = wrapped(technique.name, _WIDTH - 15, 7.5)
            press.lines(
                [(x + 15, y + 3.1 * i, line[0].text) for i, line in enumerate(lines)], 7.5, whole=technique.name
            )
        y += 3.1 * (len(lines) - 1)
    press.rule(x, y + 2, sheet.right, weight=ROW)
    return y + 2


_ORDER = tuple(BlockType)
