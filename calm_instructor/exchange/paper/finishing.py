"""What makes a laid document fit to be kept: fonts, reading order, language, title and colour, as PDF/A-1a asks.

Takes the pages as ReportLab saved them and gives the final bytes: same pages, same bytes. Draws nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from calm_instructor.exchange.paper.embedding import UsedFonts
from calm_instructor.exchange.paper.tagging import Structure
from calm_instructor.paths import resource


@dataclass(frozen=True)
class About:
    """What the file says of itself: kind and number as title, who made it and when, in which language."""

    title: str
    organisation: str
    program: str
    made: datetime
    language: str = "en-GB"


@cache
def _colours() -> bytes:
    return resource("icc/sRGB.icc").read_bytes()


def finished(pages: bytes, about: About, structure: Structure, fonts: UsedFonts) -> bytes:
    """The document ready to be kept."""
    with pikepdf.open(BytesIO(pages)) as pdf:
        embedded = pdf.make_indirect(fonts.embedded(pdf))
        for page in pdf.pages:
            page.obj.Resources = Dictionary(Font=embedded)
            for key in ("/Trans", "/Rotate"):
                if key in page.obj:
                    del page.obj[key]
        structure.written(pdf)
        pdf.Root.Lang = String(about.language)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        _say_colours(pdf)
        _say_about(pdf, about)
        out = BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            force_version="1.4",
        )
    return out.getvalue()


def _say_colours(pdf: Pdf) -> None:
    profile = pdf.make_stream(_colours(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _say_about(pdf: Pdf, about: About) -> None:
    moment = about.made.isoformat(timespec="seconds")
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    pdf.docinfo["/Title"] = about.title
    pdf.docinfo["/Author"] = about.organisation
    pdf.docinfo["/Creator"] = about.program
    pdf.docinfo["/CreationDate"] = pikepdf.models.metadata.encode_pdf_date(about.made)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["dc:title"] = about.title
        xmp["dc:creator"] = [about.organisation]
        xmp["dc:language"] = {about.language}
        xmp["xmp:CreatorTool"] = about.program
        xmp["xmp:CreateDate"] = moment
        xmp["pdfaid:part"] = "1"
        xmp["pdfaid:conformance"] = "A"
