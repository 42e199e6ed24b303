"""Signatures on paper: a line that waits for ink, the mark drawn on screen with its moment, or how else it was given."""

from collections.abc import Sequence

from calm_instructor.exchange.paper.facts import Signature
from calm_instructor.exchange.paper.press import Press
from calm_instructor.exchange.paper.shaping import width as text_width
from calm_instructor.exchange.paper.sheet import SIGN
from calm_instructor.exchange.paper.wrapping import wrapped
from calm_instructor.messages import papers as words
from calm_instructor.messages.showing import day

CAPTION = 7.0
_CAPTION_LINE = 2.7
_IN_CELL, _CELL_LINE, _CELL_CLEAR = 6.5, 2.45, 0.9
_MARK, _LOW, _TALL = 3.4, 2.6, 5.5  # heights of a mark drawn on screen: above the lines, beside the first, beside all
_LEAST_BESIDE = 8.0  # room for it beside a short first line
_ON_LINE = (8.0, 7.0, 6.5)
_LINE_ON_LINE = 3.2


def _how(signature: Signature, place: bool = True) -> tuple[str, ...]:
    return words.how_signed(
        signature.state.value,
        signature.at,
        signature.on,
        signature.held_at if place else "",
        signature.witness,
        signature.signed_revision,
    )


def _in_lines(parts: Sequence[str], width: float, size: float) -> list[str]:
    """Parts side by side where they fit, else each from a new line on, so that no line breaks within a moment."""
    lines: list[str] = []
    for part in parts:
        if lines and text_width(f"{lines[-1]}, {part}", size) <= width:
            lines[-1] += f", {part}"
        else:
            lines[-1:] = [f"{line}," for line in lines[-1:]]
            lines += ["".join(piece.text for piece in line) for line in wrapped(part, width, size)]
    return lines


def draw_strokes(press: Press, x: float, y: float, width: float, height: float, signature: Signature) -> None:
    """What was drawn on screen, in a box whose upper left corner is (x, y), as large as it fits."""
    points = [point for stroke in signature.strokes for point in stroke]
    if not points:
        return
    left, top = min(p[0] for p in points), min(p[1] for p in points)
    wide, high = max(p[0] for p in points) - left, max(p[1] for p in points) - top
    scale = min(width / (wide or 1), height / (high or 1))
    with press.tagged("Figure", alt=words.say(words.SIGNATURE_ALT, name=signature.name)):
        for stroke in signature.strokes:
            if stroke:
                press.stroke([(x + (px - left) * scale, y + (py - top) * scale) for px, py in stroke], 0.9)


class SignedCell:
    """A signature inside a cell of a matrix; an empty cell waits for ink. Where an ink copy lies is no matter of a matrix."""

    def __init__(self, signature: Signature, width: float) -> None:
        self._signature, self._width = signature, width
        self._lines = _in_lines(_how(signature, place=False), width, _IN_CELL)
        self._beside, self._mark = 0.0, 0.0  # the mark: beside all lines, beside the first of them, or above them
        if signature.strokes and self._lines:
            first, *_ = widths = [text_width(line, _IN_CELL) + 1.5 for line in self._lines]
            self._beside, self._mark = next(
                (across, high)
                for across, high in ((max(widths), _TALL), (first, _LOW), (0.0, _MARK))
                if width - across >= _LEAST_BESIDE
            )

    @property
    def height(self) -> float:
        """The least height that holds it, in mm."""
        above = _MARK if self._mark and not self._beside else 0
        return _CELL_CLEAR + _CELL_LINE * len(self._lines) + above if self._lines else 0.0

    def draw(self, press: Press, x: float, y: float, height: float) -> None:
        """In a cell of some height whose upper left corner is (x, y)."""
        top = y + (height - self.height) / 2
        low = y + (height + self.height) / 2 - _CELL_LINE * (len(self._lines) - 1) - 1.2
        level = y + (height - self._mark) / 2 if self._mark == _TALL else top + 0.4
        draw_strokes(press, x + self._beside, level, self._width - self._beside, self._mark, self._signature)
        if self._lines:
            with press.tagged("P"):
                for index, line in enumerate(self._lines):
                    press.text(x, low + _CELL_LINE * index, line, _IN_CELL)


def caption_drop(signature: Signature, width: float) -> float:
    """How far the caption under a signature's line reaches below its first line, in mm."""
    return _CAPTION_LINE * max(0, len(_caption(signature, width)) - 1)


def _caption(signature: Signature, width: float) -> list[str]:
    return _in_lines(_how(signature), width, CAPTION) if signature.strokes else []


def draw_signature_line(
    press: Press,
    x: float,
    y: float,
    width: float,
    signature: Signature,
    caption: str = "",
    date_width: float = 0,
    clear: float = 10,
) -> None:
    """A signature line at y, and a date line beside it where ``date_width`` is given; ``clear`` is the room above, in mm.

    A mark stands on the line and how it was given under it; without a mark the words stand on the line, so that no line
    that was signed looks as if it waited.
    """
    line = width - date_width - 4 if date_width else width
    press.rule(x, y, x + line, weight=SIGN)
    draw_strokes(press, x + 1, y - clear + 1, line - 2, clear - 1.5, signature)
    if not signature.strokes:
        _draw_on_line(press, x + 1, y - 1.3, line - 1, signature, clear)
    with press.tagged("P"):
        for index, part in enumerate(_caption(signature, line) or [caption or words.say(words.SIGNATURE)]):
            press.text(x, y + 2.9 + _CAPTION_LINE * index, part, CAPTION)
    if date_width:
        given = signature.day
        draw_date_line(press, x + width - date_width, y, date_width, day(given) if given else "")


def _draw_on_line(press: Press, x: float, foot: float, width: float, signature: Signature, clear: float) -> None:
    for size in _ON_LINE:
        lines = _in_lines(_how(signature), width, size)
        if len(lines) <= clear / _LINE_ON_LINE:
            break
    with press.tagged("P"):
        for index, line in enumerate(lines):
            press.text(x, foot - _LINE_ON_LINE * (len(lines) - 1 - index), line, size)


def draw_date_line(
    press: Press, x: float, y: float, width: float, value: str = "", caption: str = "", beside: bool = False
) -> None:
    """A line for a date, or another short thing to write; its caption under it or beside it."""
    caption = caption or words.say(words.DATE)
    start = x + 12 if beside else x
    press.rule(start, y, x + width, weight=SIGN)
    with press.tagged("P"):
        press.text(x, y if beside else y + 2.9, caption, CAPTION)
        if value:
            press.text(start + 1, y - 1.2, value, 8)
