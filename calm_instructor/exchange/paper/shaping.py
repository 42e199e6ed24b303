"""From letters to glyphs in their places: direction, joining and marks, for any script.

A line is shaped once and remembered. Every glyph keeps the letters it stands for, so that the text comes back from the
file as it was typed. Draws nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from unicodedata import bidirectional, combining

import uharfbuzz as hb
from bidi import algorithm as bidi

from calm_instructor.exchange.paper.fonts import Face, faced

MM_PER_PT = 25.4 / 72
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
# Latin ligatures save nothing on paper and cost a reader who searches; the joins other scripts need are not among them.
_FEATURES = {"liga": False, "clig": False, "dlig": False}


@dataclass(frozen=True)
class Glyph:
    """One glyph: its number in the face, the letters it stands for, and its place, in thousandths of the type size."""

    number: int
    letters: str
    advance: float
    right: float
    up: float


@dataclass(frozen=True)
class Run:
    """Glyphs of one face, in the order they are drawn, left to right."""

    face: Face
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True)
class Line:
    """A shaped line.

    plain: the glyphs read off from left to right give the text as it was typed, and none is shifted. right_to_left: every
    letter in it runs that way.
    """

    text: str
    runs: tuple[Run, ...]
    width: float
    plain: bool
    right_to_left: bool


def _levels(text: str) -> list[int]:
    """The embedding level of each letter (Unicode's bidirectional algorithm) in a left-to-right paper."""
    if not any(bidirectional(letter) in _RIGHT_TO_LEFT for letter in text):
        return [0] * len(text)
    storage = bidi.get_empty_storage()
    storage["base_level"], storage["base_dir"] = 0, "L"
    bidi.get_embedding_levels(text, storage)
    for index, entry in enumerate(storage["chars"]):
        entry["index"] = index
    bidi.explicit_embed_and_overrides(storage)
    bidi.resolve_weak_types(storage)
    bidi.resolve_neutral_types(storage, False)
    bidi.resolve_implicit_levels(storage, False)
    levels = [0] * len(text)
    for entry in storage["chars"]:
        levels[entry["index"]] = entry["level"]
    return levels


def _in_print_order(text: str) -> Iterator[tuple[str, int]]:
    """Runs of one direction, with their level, in the order they stand from left to right."""
    levels = _levels(text)
    runs = [
        ("".join(text[index] for index in indexes), level)
        for level, indexes in ((level, list(group)) for level, group in groupby(range(len(text)), levels.__getitem__))
    ]
    for level in range(max(levels, default=0), 0, -1):
        turned: list[tuple[str, int]] = []
        high: list[tuple[str, int]] = []
        for run in runs:
            if run[1] >= level:
                high.insert(0, run)
            else:
                turned += [*high, run]
                high = []
        runs = turned + high
    yield from runs


def _features(text: str) -> dict[str, bool]:
    """European letters without combining marks stay whole: the faces would part "ị" to place its dot."""
    whole = all(letter < "\u0590" or "\u1e00" <= letter <= "\u2fff" for letter in text)
    return {**_FEATURES, "ccmp": False} if whole and not any(map(combining, text)) else _FEATURES


def _shaped(text: str, face: Face, right_to_left: bool) -> tuple[Glyph, ...]:
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    hb.shape(face.hb_font, buffer, _features(text))
    starts = sorted({info.cluster for info in buffer.glyph_infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    told: set[int] = set()
    glyphs = []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        letters = "" if info.cluster in told else text[info.cluster : ends[info.cluster]]
        told.add(info.cluster)
        values = (place.x_advance, place.x_offset, place.y_offset)
        glyphs.append(Glyph(info.codepoint, letters, *(value * face.scale for value in values)))
    return tuple(glyphs)


@lru_cache(maxsize=8192)
def shape(text: str, bold: bool = False) -> Line:
    """The text on one line, in print order."""
    runs: list[Run] = []
    for directed, level in _in_print_order(text):
        pieces = [Run(face, _shaped(piece, face, level % 2 == 1)) for piece, face in faced(directed, bold)]
        runs.extend(reversed(pieces) if level % 2 else pieces)
    glyphs = [glyph for run in runs for glyph in run.glyphs]
    plain = "".join(g.letters for g in glyphs) == text and all(g.letters and not g.right and not g.up for g in glyphs)
    strong = [bidirectional(letter) for letter in text]
    rtl = "L" not in strong and ("R" in strong or "AL" in strong)
    return Line(text, tuple(runs), sum(glyph.advance for glyph in glyphs), plain, rtl)


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a text is, in mm, at a type size in pt."""
    return shape(text, bold).width * size / 1000 * MM_PER_PT
