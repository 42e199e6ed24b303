"""The letters a document used, and the font subsets that carry them.

Every glyph gets a number of its own for every text it stands for, so that the file says of each which letters were typed.
One instance serves one document; nothing is remembered from one document to the next.
"""

from collections.abc import Iterator

import pikepdf
import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name, Pdf

from calm_instructor.exchange.paper.fonts import Face
from calm_instructor.exchange.paper.shaping import Glyph, Run

_NOTHING = "\u200b"  # what a glyph stands for whose letters an earlier one carries
# Shaping is done before; the file needs outlines and measures only.
_DROPPED = {
    int.from_bytes(tag) for tag in (b"GSUB", b"GPOS", b"GDEF", b"BASE", b"kern", b"name", b"STAT", b"FFTM", b"OS/2")
}


class UsedFonts:
    """The faces of a document, each with the glyphs it used, in the order of their first use."""

    def __init__(self) -> None:
        self._used: dict[Face, dict[tuple[int, str], int]] = {}

    def resource(self, face: Face) -> str:
        """The face's name in the pages' resources, as in "F1"."""
        self._used.setdefault(face, {(0, _NOTHING): 0})
        return f"F{list(self._used).index(face) + 1}"

    def code(self, face: Face, glyph: Glyph) -> int:
        """The number that stands for this glyph with these letters in the pages."""
        used = self._used.setdefault(face, {(0, _NOTHING): 0})
        return used.setdefault((glyph.number, glyph.letters or _NOTHING), len(used))

    def shown(self, run: Run, size: float) -> Iterator[str]:
        """The operators that set a run at the pen, at a type size in pt."""
        yield f"/{self.resource(run.face)} {size:g} Tf"
        pieces: list[str] = []
        lift = back = 0.0  # how far the pen is above the line, and how far it has to go back
        for glyph in run.glyphs:
            if glyph.up != lift:
                if pieces:
                    yield f"[{''.join(pieces)}] TJ"
                    pieces = []
                lift = glyph.up
                yield f"{lift * size / 1000:.3f} Ts"
            back -= glyph.right
            if abs(back) >= 0.5:
                pieces.append(f"{back:.0f}")
                back = 0.0
            pieces.append(f"<{self.code(run.face, glyph):04x}>")
            back += run.face.advance(glyph.number) - glyph.advance + glyph.right
        yield f"[{''.join(pieces)}{back:.0f}] TJ" if abs(back) >= 0.5 else f"[{''.join(pieces)}] TJ"
        if lift:
            yield "0 Ts"

    def embedded(self, pdf: Pdf) -> Dictionary:
        """The font dictionary of the pages, with every subset embedded in ``pdf``."""
        fonts = Dictionary()
        for face, used in self._used.items():
            fonts[f"/{self.resource(face)}"] = pdf.make_indirect(_font(pdf, face, used))
        return fonts


def _font(pdf: Pdf, face: Face, used: dict[tuple[int, str], int]) -> Dictionary:
    name = Name(f"/{_tag(used)}+{face.name}")
    widths = Array([round(face.advance(number), 2) for number, _ in used])
    program, places = _subset(face, {number for number, _ in used})
    to_glyph = b"".join(places[number].to_bytes(2, "big") for number, _ in used)
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=4,
        FontBBox=Array([round(side) for side in face.box]),
        ItalicAngle=0,
        Ascent=round(face.ascent),
        Descent=round(face.descent),
        CapHeight=714,
        StemV=140 if face.bold else 80,
        FontFile2=pdf.make_stream(program, Length1=len(program)),
        CIDSet=pdf.make_stream(_bits(len(used))),
    )
    letters = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        W=Array([0, widths]),
        CIDToGIDMap=pdf.make_stream(to_glyph),
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=name,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(letters)]),
        ToUnicode=pdf.make_stream(_letters_map(used)),
    )


def _subset(face: Face, glyphs: set[int]) -> tuple[bytes, dict[int, int]]:
    """The font program with only these glyphs, and where each went."""
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.glyph_set.update(glyphs | {0})
    wanted.drop_table_tag_set.update(_DROPPED)
    plan = hb.SubsetPlan(face.hb_face, wanted)
    places = dict(plan.old_to_new_glyph_mapping)
    return bytes(plan.execute().blob.data), places


def _tag(used: dict[tuple[int, str], int]) -> str:
    """Six capitals that tell one subset from another, from what it holds."""
    number = 0
    for glyph, letters in used:
        for value in (glyph, *map(ord, letters)):
            number = (number * 31 + value) % 26**6
    tag = ""
    for _ in range(6):
        number, digit = divmod(number, 26)
        tag += chr(ord("A") + digit)
    return tag


def _bits(count: int) -> bytes:
    """One bit for each number from 0 on, the first one highest."""
    return ((1 << count) - 1 << (-count % 8)).to_bytes((count + 7) // 8, "big")


def _letters_map(used: dict[tuple[int, str], int]) -> bytes:
    """The ToUnicode map: for each number the letters that were typed."""
    pairs = [f"<{code:04x}> <{letters.encode('utf-16-be').hex()}>" for (_, letters), code in used.items()]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    mapped = "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
        f"{mapped}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
