"""R10: what in a free text of a TNA looks like a person. Marks words; never blocks typing and never guesses who."""

import re
from collections.abc import Iterator, Mapping

from calm_instructor.domain.errors import Objection, warn

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_SIGNS = (
    re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-](19|20)?\d{2}\b"),  # a day, as in a date of birth
    re.compile(r"\b(19|20)\d{2}-\d{2}-\d{2}\b"),
    re.compile(rf"\b\d{{1,2}}(st|nd|rd|th)?\s+(of\s+)?({_MONTHS})[a-z]*\.?\s+(19|20)\d{{2}}\b", re.IGNORECASE),
    re.compile(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b"),  # NHS number, CHI number
    re.compile(r"\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b"),  # National Insurance number
    re.compile(r"\b(Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+[^\W\d_][\w'’-]+"),
    re.compile(r"\b(?:[A-Z]\.){2,3}"),  # initials
    re.compile(r"\b(?:DOB|d\.o\.b\.?|born on)\b", re.IGNORECASE),
)


def identifiers(text: str) -> tuple[str, ...]:
    """The words of a text that look like a name, a date of birth or a personal number, in order."""
    found = sorted((match.start(), match.group(0)) for sign in _SIGNS for match in sign.finditer(text))
    return tuple(dict.fromkeys(words for _start, words in found))


def anonymity_objections(texts: Mapping[str, str]) -> Iterator[Objection]:
    """R10: a warning for each field (by the name shown) whose text seems to name a person."""
    for field, text in texts.items():
        words = identifiers(text)
        if words:
            yield warn("R10.identifier", field, words=list(words))
