"""How many pages a finished paper has."""

from io import BytesIO

import pikepdf


def pages_of(data: bytes) -> int:
    """The number of pages of a PDF."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)
