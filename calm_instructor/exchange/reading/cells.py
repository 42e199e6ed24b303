"""What one cell says: a text a person can read, or nothing.

Every cell passes here before anything is made of it, so that names and numbers are compared as people read them. It
knows no columns; names and dates have their own modules.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from calm_instructor.exchange.reading.vocabulary import vocabulary

Cell: TypeAlias = str | int | float | bool | date | None
"""``datetime`` is a ``date`` too. Whole numbers of a spreadsheet are int."""

Row: TypeAlias = tuple[Cell, ...]

_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]+")
_FORMULA_SIGNS = ("=", "+", "-", "@")
_SHOWN = 60


def text_of(cell: Cell) -> str:
    """The cell as text: NFC, white space folded, signs that nobody sees removed. Empty for an empty cell."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    text = " ".join(cell.split())
    if not text.isascii():
        text = " ".join(unicodedata.normalize("NFC", _UNSEEN.sub("", text)).split())
    return text[1:] if text[:1] == "'" and text[1:2] in _FORMULA_SIGNS else text


def value_of(cell: Cell) -> str:
    """The cell as text, where marks for nothing ("n/a", "-", "tbc") say nothing."""
    text = text_of(cell)
    return "" if text.casefold() in vocabulary().nothing else text


def is_blank(row: Sequence[Cell]) -> bool:
    """Whether no cell of the row says anything."""
    for cell in row:  # noqa: SIM110  ten thousand rows pass here
        if cell is not None and (not isinstance(cell, str) or (cell.isascii() and cell.strip()) or text_of(cell)):
            return False
    return True


def shown(cell: Cell) -> str:
    """The cell in a sentence: on one line, not too long, control characters replaced."""
    text = "".join(sign if sign.isprintable() else "\ufffd" for sign in text_of(cell))
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


_FORMULA = re.compile(r"=|@\w|[+-].*[(|!]|[+-]\d.*[-+*/]")
"""What begins with = or @, or with a sign and then calls or calculates; a dash before words is a dash."""


def is_formula(text: str) -> bool:
    """Whether a spreadsheet program would take the text for a formula and work it out."""
    return _FORMULA.match(text) is not None


def harmless(cell: Cell) -> str:
    """The cell for a spreadsheet program: nothing that it would calculate. ``text_of`` reads it back as it was."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    text = cell.strip()
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text
