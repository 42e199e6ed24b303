"""People's names as a list gives them: any script, any number of words, untouched but for what nobody can see.

A name is never split, never put into capitals, never corrected. The one thing that is turned round is "Surname, Forename",
and only where the whole column is written so.
"""

import re
import unicodedata
from collections.abc import Sequence

from calm_instructor.exchange.reading.cells import is_formula
from calm_instructor.exchange.reading.vocabulary import vocabulary

LONGEST_NAME = 120
LONGEST_TEXT = 120
LONGEST_STAFF_NO = 40
"""Characters. The longest names on record stay below; what is longer is a sentence in the wrong column."""

_ENOUGH = 0.8
"""The share of a column's names of several words that must be written "Surname, Forename"."""
_NO_TEXT = frozenset({"Cc", "Cs", "Cn", "Co"})
_ADDRESS = re.compile(r"\S+@\S+\.\w+")
_BIDI_ORDERS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def text_trouble(text: str, longest: int = LONGEST_TEXT) -> str:
    """Why a text can't be taken as it stands, by its code; empty if it can."""
    if is_formula(text):
        return "roster.formula"
    if len(text) > longest:
        return "roster.too_long"
    if not text.isprintable() and any(sign in _BIDI_ORDERS or unicodedata.category(sign) in _NO_TEXT for sign in text):
        return "roster.signs"
    return "roster.garbled" if not text.isascii() and ("\ufffd" in text or _is_misread(text)) else ""


def name_trouble(name: str) -> str:
    """Why this can't be somebody's name, by its code; empty if it can."""
    if not name or name.casefold() in vocabulary().no_name:
        return "roster.no_name"
    trouble = text_trouble(name, LONGEST_NAME)
    if trouble:
        return trouble
    if not any(map(str.isalpha, name)):
        return "roster.not_a_name"
    if _ADDRESS.search(name):
        return "roster.address"
    return "roster.garbled" if _is_lossy(name) else ""


def _is_misread(text: str) -> bool:
    """UTF-8 that was once read as cp1252: "BeyoncÃ©". No language writes such pairs."""
    try:
        return text.encode("cp1252").decode("utf-8") != text
    except ValueError:
        return False


def _is_lossy(name: str) -> bool:
    """A question mark inside a word, where a letter was lost."""
    return any("?" in word.strip("?") for word in name.split())


def surname_first(names: Sequence[str]) -> bool:
    """Whether a column is written "Surname, Forename": nearly all of its names that have several words."""
    several = [name for name in names if " " in name or "," in name]
    return bool(several) and sum(map(_is_turned, several)) >= _ENOUGH * len(several)


def turned(name: str) -> str:
    """ "Reid, Hamish" as "Hamish Reid". Any other name as it is."""
    if not _is_turned(name):
        return name
    surname, _comma, forename = name.partition(",")
    return f"{forename.strip()} {surname.strip()}"


def turned_sort_key(name: str) -> str:
    """Where "Reid, Hamish" stands in a list: by its surname, whole. Empty for any other name."""
    if not _is_turned(name):
        return ""
    surname, _comma, forename = name.partition(",")
    return f"{surname.strip()} {forename.strip()}".casefold()


def _is_turned(name: str) -> bool:
    surname, comma, forename = name.partition(",")
    return bool(comma and surname.strip() and forename.strip() and "," not in forename)


def same_name(name: str) -> str:
    """What two spellings of one name share: letters without case and without signs of spacing."""
    return " ".join(unicodedata.normalize("NFC", name.replace("’", "'")).casefold().split())
