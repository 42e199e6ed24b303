"""The marks of a matrix: shape and letter, never a tint, each with its words for whoever hears the paper."""

from string import ascii_lowercase

from calm_instructor.exchange.paper.facts import Mark, NotAssessed, Result
from calm_instructor.exchange.paper.press import Press
from calm_instructor.messages import papers as words

FIGURE = 6.5
_CAP = 0.714 * 25.4 / 72  # height of a capital in mm per pt


def draw_mark(press: Press, x: float, y: float, mark: Mark, letter: str = "") -> None:
    """A mark around (x, y). letter: why it was not assessed, as the key explains it."""
    with press.tagged("Figure", alt=words.mark_in_words(mark.result.value, mark.attempt, words.why_not(mark.why))):
        if mark.result is Result.COMPETENT:
            press.circle(x, y, 2.3, 0.7)
            half = 2.3
        elif mark.result is Result.NOT_YET:
            half = 2.85
            press.label(x - half, y - 2.15, 2 * half, 4.3)
        else:
            half = 2.4
            press.frame(x - half, y - 2.05, 2 * half, 4.1, 0.5, dashed=True)
        bold = mark.result is not Result.NOT_ASSESSED
        _centred(press, x, y, mark.result.value, 7 if mark.result is Result.COMPETENT else FIGURE, bold, not bold)
        figure = letter or (str(mark.attempt) if mark.attempt > 1 else "")
        if figure:
            press.text(
                x + half + (0.1 if mark.result is Result.COMPETENT else 0.25), y - 0.75, figure, FIGURE, bold=True
            )


def _centred(press: Press, x: float, y: float, text: str, size: float, bold: bool, plain: bool) -> None:
    white = bold and text == Result.NOT_YET.value
    press.text(x, y + size * _CAP / 2, text, size, bold=not plain, align=0.5, white=white)


def draw_tick(press: Press, x: float, y: float, said: str, size: float = 1.0) -> None:
    """A drawn tick around (x, y)."""
    with press.tagged("Figure", alt=said):
        points = [
            (x - 1.45 * size, y + 0.15 * size),
            (x - 0.45 * size, y + 1.15 * size),
            (x + 1.5 * size, y - 1.25 * size),
        ]
        press.stroke(points, 1.1 * size)


def draw_cross(press: Press, x: float, y: float, said: str) -> None:
    """A drawn cross around (x, y)."""
    with press.tagged("Figure", alt=said):
        press.stroke([(x - 1.1, y - 1.1), (x + 1.1, y + 1.1)], 1.1)
        press.stroke([(x - 1.1, y + 1.1), (x + 1.1, y - 1.1)], 1.1)


def draw_dash(press: Press, x: float, y: float, said: str) -> None:
    """A drawn dash around (x, y): nothing to say, said."""
    with press.tagged("Figure", alt=said):
        press.stroke([(x - 1.0, y), (x + 1.0, y)], 0.9)


def draw_open_box(press: Press, x: float, y: float, side: float, said: str) -> None:
    """An empty box to tick by hand, around (x, y)."""
    with press.tagged("Figure", alt=said):
        press.frame(x - side / 2, y - side / 2, side, side, 0.7)


def letters_of(reasons: list[NotAssessed]) -> dict[NotAssessed, str]:
    """The key's letters: a for the first reason met, b for the next."""
    return dict(zip(dict.fromkeys(reasons), ascii_lowercase, strict=False))


def common_prefix(codes: list[str]) -> str:
    """What every code begins with, up to its first hyphen; "" where they differ."""
    first, hyphen, _ = codes[0].partition("-")
    prefix = first + hyphen
    return prefix if hyphen and all(code.startswith(prefix) for code in codes) else ""
