"""A name in its place: whole, on one line if it can be, smaller before it is broken, never cut and never initials."""

import re
from dataclasses import dataclass
from itertools import combinations, pairwise

from calm_instructor.exchange.paper.shaping import width as text_width
from calm_instructor.exchange.paper.wrapping import wrapped

STEP = 0.25
_EVEN_UP_TO = 14  # words; a longer name is broken as a text is


@dataclass(frozen=True)
class Fitted:
    """A text in its place: type size in pt and the lines."""

    size: float
    lines: tuple[str, ...]


def fit(name: str, width: float, size: float = 9, floor: float = 7.5, bold: bool = False) -> Fitted:
    """The name on one line of ``width`` mm, shrunk from ``size`` to ``floor`` pt; below that in even lines.

    It is broken at spaces into two or three lines, then after hyphens too, and only then anywhere.
    """
    while size >= floor:
        if text_width(name, size, bold) <= width:
            return Fitted(size, (name,))
        size -= STEP
    for words in (name.split(" "), re.findall(r"[^\s\-]+-?(?: |$)?|\S+ ?", name)):
        for count in (2, 3):
            lines = _even(words, count, width, floor, bold)
            if lines:
                return Fitted(floor, lines)
    return Fitted(floor, tuple("".join(piece.text for piece in line) for line in wrapped(name, width, floor, bold)))


def _even(words: list[str], count: int, width: float, size: float, bold: bool) -> tuple[str, ...]:
    """The words on so many lines, the widest as narrow as can be; nothing where that is too wide."""
    if not count <= len(words) <= _EVEN_UP_TO:
        return ()
    space = "" if any(word.endswith((" ", "-")) for word in words[:-1]) else " "

    def lines(cuts: tuple[int, ...]) -> tuple[str, ...]:
        ends = [0, *cuts, len(words)]
        return tuple(space.join(words[a:b]).strip() for a, b in pairwise(ends))

    def widest(cuts: tuple[int, ...]) -> float:
        return max(text_width(line, size, bold) for line in lines(cuts))

    best = min(combinations(range(1, len(words)), count - 1), key=widest)
    return lines(best) if widest(best) <= width else ()
