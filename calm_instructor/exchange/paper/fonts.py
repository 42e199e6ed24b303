"""The typefaces of the papers: which there are, which one covers which letter, parsed once per process.

Noto Sans sets the papers; the others stand in where a name needs them. Gives faces and never sets a line.
"""

import struct
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import uharfbuzz as hb

from calm_instructor.paths import resource

# In this order; a weight that a family lacks is drawn by thickening its regular.
FAMILIES = ("NotoSans", "NotoSansArabic", "NotoSansHebrew", "NotoSansDevanagari", "DejaVuSans", "DroidSansFallback")


@dataclass(frozen=True, eq=False)
class Face:
    """One font file. Measures in thousandths of the type size, as PDF counts them.

    thicken: the face is a regular that stands in for a bold, and its outlines are to be stroked.
    """

    name: str
    data: bytes = field(repr=False)
    hb_face: hb.Face = field(repr=False)
    hb_font: hb.Font = field(repr=False)
    letters: frozenset[int] = field(repr=False)
    ascent: float
    descent: float
    box: tuple[float, float, float, float]
    bold: bool
    thicken: bool = False

    @property
    def scale(self) -> float:
        """Thousandths of the type size per unit of the font."""
        return 1000 / float(self.hb_face.upem)

    def advance(self, glyph: int) -> float:
        """How far a glyph carries the pen, unshaped."""
        return float(self.hb_font.get_glyph_h_advance(glyph)) * self.scale

    def glyph(self, letter: str) -> int:
        """The glyph of a letter, unshaped."""
        return int(self.hb_font.get_nominal_glyph(ord(letter)) or 0)


@cache
def _parsed(path: Path, bold: bool, thicken: bool) -> Face:
    data = path.read_bytes()
    face = hb.Face(data)
    font = hb.Font(face)
    scale = 1000 / face.upem
    box = struct.unpack(">4h", face.reference_table("head").data[36:44])
    extents = font.get_font_extents("ltr")
    return Face(
        name=path.stem + ("-Thickened" if thicken else ""),
        data=data,
        hb_face=face,
        hb_font=font,
        letters=frozenset(face.unicodes),
        ascent=extents.ascender * scale,
        descent=extents.descender * scale,
        box=(box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale),
        bold=bold,
        thicken=thicken,
    )


@cache
def face(family: str, bold: bool) -> Face:
    """A family in a weight; its regular, to be thickened, where the family has no bold."""
    weights = [f"fonts/{family}-Bold.ttf"] if bold else []
    for name in (*weights, f"fonts/{family}-Regular.ttf", f"fonts/{family}.ttf"):
        path = resource(name)
        if path.is_file():
            return _parsed(path, bold, thicken=bold and not name.endswith("-Bold.ttf"))
    raise FileNotFoundError(resource(f"fonts/{family}.ttf"))


def _clings(letter: str) -> bool:
    """Whether a letter stays with the one before it: marks, joiners and signs that are never seen."""
    return unicodedata.category(letter) in ("Mn", "Mc", "Me", "Cf") or "\ufe00" <= letter <= "\ufe0f"


def clusters(text: str) -> Iterator[str]:
    """The text in pieces that never part: a letter with everything that clings to it."""
    start = 0
    for index in range(1, len(text)):
        if not _clings(text[index]) and text[index - 1] != "\u200d":
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def _covers(candidate: Face, cluster: str) -> bool:
    return all(ord(letter) in candidate.letters or unicodedata.category(letter) == "Cf" for letter in cluster)


def face_for(cluster: str, bold: bool) -> Face | None:
    """The first face that has every letter of the cluster; None where no face has."""
    for family in FAMILIES:
        candidate = face(family, bold)
        if _covers(candidate, cluster):
            return candidate
    composed = unicodedata.normalize("NFC", cluster)
    return face_for(composed, bold) if composed != cluster else None


def faced(text: str, bold: bool) -> Iterator[tuple[str, Face]]:
    """The text in runs of one face. Spaces stay with the run they follow; what no face has is set in Noto Sans, as a box."""
    run, current = "", face(FAMILIES[0], bold)
    for cluster in clusters(text):
        if run and cluster.isspace() and _covers(current, cluster):
            wanted = current
        else:
            wanted = face_for(cluster, bold) or face(FAMILIES[0], bold)
        if run and wanted is not current:
            yield run, current
            run = ""
        current = wanted
        run += cluster
    if run:
        yield run, current


def unprintable(text: str) -> tuple[str, ...]:
    """The clusters that no face can draw: on paper a box, in the extracted text the letter."""
    return tuple(dict.fromkeys(c for c in clusters(text) if not c.isspace() and face_for(c, bold=False) is None))
