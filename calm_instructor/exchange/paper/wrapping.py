"""Breaking texts into lines: at spaces, and inside a word only where it is wider than its place. Nothing is ever cut."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from calm_instructor.exchange.paper.fonts import clusters
from calm_instructor.exchange.paper.shaping import width as text_width


@dataclass(frozen=True)
class Piece:
    """A stretch of text in one weight."""

    text: str
    bold: bool = False


_SPACE = r"[^\S\n\u00a0\u202f]"  # where a line may be broken: not at a space that keeps a date together
_PARTS = re.compile(rf"\n|{_SPACE}+|[\S\u00a0\u202f]+{_SPACE}*")
_ENDED = re.compile(rf"{_SPACE}$")
_BETWEEN = "·"

Text = str | Sequence[Piece]
Lines = tuple[tuple[Piece, ...], ...]


def pieces(template: str, **facts: object) -> tuple[Piece, ...]:
    """The pieces of a worded template, in which ``**`` begins and ends bold; facts are filled in as they are."""
    return tuple(
        Piece(part.format_map(facts) if facts else part, bold=index % 2 == 1)
        for index, part in enumerate(template.split("**"))
        if part
    )


def as_pieces(text: Text, bold: bool = False) -> tuple[Piece, ...]:
    """Any text as pieces; a plain one in the weight given."""
    return (Piece(text, bold),) if isinstance(text, str) else tuple(text)


def width_of(line: Iterable[Piece], size: float) -> float:
    """How wide a line is, in mm."""
    return sum(text_width(piece.text, size, piece.bold) for piece in line)


def wrapped(text: Text, width: float, size: float, bold: bool = False) -> Lines:
    """The text in lines of at most ``width`` mm; a line feed begins a new one. An empty text has no line."""
    lines: list[tuple[Piece, ...]] = []
    line: list[Piece] = []
    used = 0.0
    for word in _words(as_pieces(text, bold)):
        for part in [word] if _ink(word, size) <= width else _parted(word, width, size):
            if line and (used + _ink(part, size) > width or part[0].text == "\n"):
                lines.append(_joined(line))
                line, used = [], 0.0
            if part[0].text == "\n":
                continue
            line.extend(part)
            used += width_of(part, size)
    if line:
        lines.append(_joined(line))
    return tuple(lines)


def _words(text: tuple[Piece, ...]) -> list[list[Piece]]:
    """Words, each with the space after it; a word may change weight within. A dot between two stays with the first."""
    words: list[list[Piece]] = [[]]
    for piece in text:
        for part in _PARTS.findall(piece.text):
            if part == "\n" or (words[-1] and _ENDED.search(words[-1][-1].text) and part.rstrip() != _BETWEEN):
                words.append([])
            words[-1].append(Piece(part, piece.bold))
            if part == "\n":
                words.append([])
    return [word for word in words if word]


def _ink(word: Sequence[Piece], size: float) -> float:
    """The width of a word without the space after it."""
    last = word[-1]
    return width_of([*word[:-1], Piece(last.text.rstrip(), last.bold)], size)


def _parted(word: Sequence[Piece], width: float, size: float) -> list[list[Piece]]:
    """A word that is wider than its place, in parts that fit: after a hyphen or slash where there is one, else anywhere."""
    parts: list[list[Piece]] = []
    for piece in word:
        for part in re.findall(r"[^\-‐–/]+[\-‐–/]*|[\-‐–/]+", piece.text):
            fits = text_width(part.rstrip(), size, piece.bold) <= width
            parts.extend(
                [Piece(short, piece.bold)] for short in ([part] if fits else _letters(part, piece, width, size))
            )
    return parts


def _letters(part: str, piece: Piece, width: float, size: float) -> list[str]:
    short = [""]
    for cluster in clusters(part):
        if short[-1] and text_width((short[-1] + cluster).rstrip(), size, piece.bold) > width:
            short.append("")
        short[-1] += cluster
    return short


def _joined(line: Sequence[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one weight as one piece, without the space at the line's end."""
    joined: list[Piece] = []
    for piece in line:
        if joined and joined[-1].bold == piece.bold:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.bold)
        else:
            joined.append(piece)
    joined[-1] = Piece(joined[-1].text.rstrip(), joined[-1].bold)
    return tuple(piece for piece in joined if piece.text)
