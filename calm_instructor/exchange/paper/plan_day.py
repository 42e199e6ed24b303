"""A day of the course plan: its blocks as tall as they are long, each with its letter, its pattern and its techniques."""

from collections.abc import Callable
from dataclasses import dataclass

from calm_instructor.exchange.paper.plan_facts import Block, BlockType, CoursePlan, PlanDay
from calm_instructor.exchange.paper.press import Press
from calm_instructor.exchange.paper.sheet import ROW, TABLE, Sheet, draw_line
from calm_instructor.exchange.paper.wrapping import Lines, Piece, wrapped
from calm_instructor.messages import papers as words
from calm_instructor.messages import papers_of_plans as own

WIDTH = 122.0


@dataclass(frozen=True)
class Pace:
    """How a day is set: mm to a minute, the lowest block, from line to line of a text, and its type size in pt."""

    minute: float
    lowest: float
    line: float
    size: float

    @property
    def foot(self) -> float:
        """Where the first line of a block stands under its upper edge."""
        return self.lowest / 2 + 1.0

    @property
    def around(self) -> float:
        """What a block has above and below its lines."""
        return self.lowest - self.line


PACES = (Pace(0.2, 6.2, 3.6, 8.5), Pace(0.1, 6.0, 3.5, 8.5), Pace(0.0, 5.3, 3.3, 8.0), Pace(0.0, 4.7, 3.1, 7.5))
"""The easiest first: the last sets a day as close as it stays readable on a wall."""

_START, _MINUTES, _STRIP, _LETTER, _WHAT, _PART = 1.0, 23.5, 25.0, 30.4, 35.0, 96.0


def draw_day(sheet: Sheet, day: PlanDay, plan: CoursePlan, turn: Callable[[], None], pace: Pace, first: bool) -> None:
    """One day's blocks, on the next page where they would be cut."""
    blocks = day.blocks
    title = words.say(own.THE_DAY) if len(plan.days) == 1 else own.with_weekday([day.day])
    note = own.day_note(blocks[0].start, sum(block.minutes for block in blocks)) if blocks else ""
    if not first and not sheet.room(9 + 6.5 + sum(_height(block, pace) for block in blocks) + pace.lowest):
        turn()
    sheet.heading(title, note, above=6.8)
    left = [*blocks]
    while left:
        with sheet.press.tagged("Table"):
            _head(sheet)
            while left and sheet.room(_height(left[0], pace) + (pace.lowest if len(left) == 1 else 0)):
                _block(sheet, left.pop(0), pace)
            if not left and blocks:
                _end(sheet, blocks, pace)
        if left:
            turn()
            sheet.heading(title, words.say(own.CONTINUED), above=6.8)


def _head(sheet: Sheet) -> None:
    press, y = sheet.press, sheet.y
    press.tint(sheet.left, y, WIDTH, 6.3)
    press.rule(sheet.left, y, sheet.left + WIDTH, weight=TABLE)
    with press.tagged("TR"):
        for label, x, align in (
            (own.START, _START, 0.0),
            (own.MIN, _MINUTES, 1.0),
            (own.TYPE, _LETTER, 0.0),
            (own.WHAT, _WHAT, 0.0),
            (words.PART_OF_MODEL, _PART, 0.0),
        ):
            with press.tagged("TH", scope="Column"):
                if label != own.TYPE:
                    press.text(sheet.left + x, y + 4.2, words.say(label), 7.5, bold=True, align=align)
    sheet.y += 6.3
    press.rule(sheet.left, sheet.y, sheet.left + WIDTH, weight=TABLE)


def _what(block: Block, pace: Pace) -> Lines:
    text = [Piece(block.what)]
    if block.codes:
        text += [Piece(" · "), Piece(own.codes_together(block.codes), bold=True)]
    if block.must_attend:
        text.append(Piece(" · " + words.kept(words.say(own.MUST_ATTEND))))
    return wrapped(text, _PART - _WHAT - 2, pace.size)


def _height(block: Block, pace: Pace) -> float:
    return max(pace.lowest, block.minutes * pace.minute, pace.around + pace.line * len(_what(block, pace)))


def _block(sheet: Sheet, block: Block, pace: Pace) -> None:
    press, left, y, high, size = sheet.press, sheet.left, sheet.y, _height(block, pace), pace.size
    foot = y + pace.foot
    with press.tagged("TR"):
        with press.tagged("TD"):
            press.text(left + _START, foot, own.time_of_day(block.start), size, bold=True)
        with press.tagged("TD"):
            press.text(left + _MINUTES, foot, str(block.minutes), size, align=1)
        with press.tagged("TD"):
            draw_pattern(press, left + _STRIP, y + 0.5, 2.8, high - 1.0, block.type)
            press.text(left + _LETTER, foot, words.say(own.BLOCK_LETTERS[block.type.value]), size, bold=True)
        with press.tagged("TD"):
            for index, line in enumerate(_what(block, pace)):
                draw_line(press, left + _WHAT, foot + pace.line * index, line, size)
        with press.tagged("TD"):
            part = words.PARTS[block.part.value] if block.part else None
            said = words.say(part) if part else "" if block.type is BlockType.BREAK else words.say(own.FRAMING)
            press.text(left + _PART, foot, said or words.NOTHING, size)
    sheet.y += high
    press.rule(left, sheet.y, left + WIDTH, weight=ROW)


def _end(sheet: Sheet, blocks: tuple[Block, ...], pace: Pace) -> None:
    press, last = sheet.press, blocks[-1]
    with press.tagged("TR"):
        with press.tagged("TD"):
            press.text(
                sheet.left + _START, sheet.y + pace.foot, own.time_after(last.start, last.minutes), pace.size, bold=True
            )
        with press.tagged("TD"):
            press.text(sheet.left + _WHAT, sheet.y + pace.foot, words.say(own.END), pace.size)
    sheet.y += pace.lowest
    press.rule(sheet.left, sheet.y, sheet.left + WIDTH, weight=TABLE)


def draw_pattern(press: Press, x: float, y: float, width: float, height: float, kind: BlockType) -> None:
    """The pattern of a type of block: it tells the types apart in black, beside their letter."""
    with press.tagged("Figure", alt=words.say(own.BLOCK_TYPES[kind.value])):
        if kind is BlockType.PRACTICE:
            press.squares([(x, y, width, height)])
            return
        press.frame(x, y, width, height, 0.5, dashed=kind is BlockType.BREAK)
        if kind is BlockType.ASSESSMENT:
            press.squares([(x, y, width * 0.5, height)])
        elif kind is BlockType.THEORY:
            press.stroke([(x + width / 2, y), (x + width / 2, y + height)], 0.5, round_ends=False)
        elif kind is BlockType.PREVENTION:
            for row in range(1, int(height / 1.6) + 1):
                if row * 1.6 < height - 0.3:
                    press.stroke([(x, y + row * 1.6), (x + width, y + row * 1.6)], 0.5, round_ends=False)
        elif kind is BlockType.DEMONSTRATION:
            _hatch(press, x, y, width, height)
        elif kind is BlockType.DEBRIEF:
            for row in range(max(1, int((height - 0.6) / 1.7))):
                press.circle(x + width / 2, y + 1.1 + row * 1.7, 0.35, 0.1, filled=True)


def _hatch(press: Press, x: float, y: float, width: float, height: float) -> None:
    """Lines that rise to the right, cut at the box."""
    step, reach = 1.3, width + height
    count = int(reach / step)
    for index in range(1, count + 1):
        offset = index * step
        left_y, bottom_x = min(offset, height), max(offset - height, 0.0)
        top_x, right_y = min(offset, width), max(offset - width, 0.0)
        press.stroke([(x + bottom_x, y + left_y), (x + top_x, y + right_y)], 0.4, round_ends=False)
