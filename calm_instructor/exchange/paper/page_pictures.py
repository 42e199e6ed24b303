"""A page of a finished paper as a picture, for looking at it and for a printer. Knows nothing of what the page says.

The PDF engine is not made for several threads: pictures are made one at a time.
"""

import threading
from dataclasses import dataclass

import pypdfium2

_ENGINE = threading.Lock()


@dataclass(frozen=True, kw_only=True)
class PagePicture:
    """Pixels row by row from the top, four bytes each: blue, green, red, and one that means nothing. ``stride``: bytes a row."""

    width: int
    height: int
    stride: int
    pixels: bytes


def page_sizes(data: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page of a PDF, in points."""
    with _ENGINE:
        pdf = pypdfium2.PdfDocument(data)
        try:
            return tuple((float(width), float(height)) for width, height in map(pdf.get_page_size, range(len(pdf))))
        finally:
            pdf.close()


def page_picture(data: bytes, page: int, width: int) -> PagePicture:
    """Page ``page``, counted from 0, drawn ``width`` pixels wide. Raises IndexError where there is no such page."""
    with _ENGINE:
        pdf = pypdfium2.PdfDocument(data)
        try:
            if not 0 <= page < len(pdf):
                raise IndexError(page)
            drawn = pdf[page].render(scale=width / pdf.get_page_size(page)[0], prefer_bgrx=True, may_draw_forms=False)
            return PagePicture(width=drawn.width, height=drawn.height, stride=drawn.stride, pixels=bytes(drawn.buffer))
        finally:
            pdf.close()
