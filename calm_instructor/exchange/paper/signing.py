"""Signatures on paper: a line that waits for ink, or the mark that was drawn on screen with the moment it was drawn."""

from calm_instructor.exchange.paper.facts import Signature, SignatureState
from calm_instructor.exchange.paper.names import fit
from calm_instructor.exchange.paper.press import Press
from calm_instructor.exchange.paper.sheet import SIGN
from calm_instructor.exchange.paper.wrapping import wrapped
from calm_instructor.messages import papers as words
from calm_instructor.messages.showing import day

CAPTION = 7.0


def _how(signature: Signature) -> str:
    return words.how_signed(signature.state.value, signature.at, signature.witness, signature.signed_revision)


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


def draw_signed_cell(press: Press, x: float, y: float, width: float, height: float, signature: Signature) -> None:
    """A signature inside a matrix cell; an empty cell waits for ink."""
    said = _in_lines(_how(signature), width)
    down = 2.5 * (len(said) - 1)
    low = y + height - 1.1 - down if signature.strokes else y + (height - down) / 2 + 0.9
    draw_strokes(press, x, y + 0.7, width, max(low - y - 3.2, 1.5), signature)
    if said:
        with press.tagged("P"):
            for index, line in enumerate(said):
                press.text(x, low + 2.5 * index, line, 6.5)


def _in_lines(said: str, width: float) -> list[str]:
    """A caption in the lines of a narrow cell: two of them break before the moment rather than within it."""
    lines = ["".join(piece.text for piece in line) for line in wrapped(said, width, 6.5)]
    before, comma, moment = said.partition(", ")
    apart = [f"{before},", moment]
    if len(lines) == len(apart) and comma and all(len(wrapped(each, width, 6.5)) == 1 for each in apart):
        return apart
    return lines


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
    """A signature line at y with its caption under it, and a date line beside it where ``date_width`` is given.

    ``clear`` is the room above the line, in mm.
    """
    line = width - date_width - 4 if date_width else width
    press.rule(x, y, x + line, weight=SIGN)
    draw_strokes(press, x + 1, y - clear + 1, line - 2, clear - 1.5, signature)
    with press.tagged("P"):
        text = _how(signature) or caption or words.say(words.SIGNATURE)
        fitted = fit(text, line, CAPTION, 6.5)
        for index, part in enumerate(fitted.lines):
            press.text(x, y + 2.9 + 2.7 * index, part, fitted.size)
    if date_width:
        signed = signature.at if signature.state is not SignatureState.WAITING else None
        draw_date_line(press, x + width - date_width, y, date_width, day(signed) if signed else "")


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
