"""R10: what in a free text of a TNA looks like a person. Marks words; never blocks typing and never guesses who.

It sees signs, not people: a name that is rare here, or written small, or in another script, goes unseen.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from calm_instructor.domain.given_names import BEGINNINGS, GIVEN_NAMES, NOBODY, PLACES, WORDS_TOO

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"


class Sign(StrEnum):
    """What found words look like."""

    NAME = "name"
    INITIALS = "initials"
    BIRTH = "date of birth"
    NUMBER = "personal number"
    CONTACT = "phone or e-mail"


@dataclass(frozen=True)
class Known:
    """What names nobody here. ``phrases``: names of services, sites and organisations, each as a whole; ``years``: of incidents
    and reviews, in which nobody of whom a text speaks was born."""

    phrases: tuple[str, ...] = ()
    years: frozenset[int] = frozenset()


NOTHING_KNOWN = Known()


@dataclass(frozen=True)
class Found:
    """Words of a text from ``start`` to ``end`` (exclusive), and what they look like."""

    start: int
    end: int
    words: str
    sign: Sign


_SIGNS = (
    (Sign.CONTACT, re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}\.\w{2,20}")),
    (Sign.BIRTH, re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-](19|20)?\d{2}\b")),  # a day, as in a date of birth
    (Sign.BIRTH, re.compile(r"\b(19|20)\d{2}-\d{2}-\d{2}\b")),
    (
        Sign.BIRTH,
        re.compile(
            rf"\b\d{{1,2}}(st|nd|rd|th)?\s{{1,3}}(of\s{{1,3}})?({_MONTHS})[a-z]{{0,6}}\.?\s{{1,3}}(19|20)\d{{2}}\b",
            re.IGNORECASE,
        ),
    ),
    (Sign.BIRTH, re.compile(r"\b(?:DOB|d\.o\.b\.?|born on)\b", re.IGNORECASE)),
    (Sign.NUMBER, re.compile(r"\b(?:\d{3}[ -]?\d{3}[ -]?\d{4}|\d{6}[ -]?\d{4})\b")),  # NHS or CHI number
    (Sign.NUMBER, re.compile(r"\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b")),  # National Insurance number
    (Sign.CONTACT, re.compile(r"(?:\+44\s?|\b0)\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b")),
    (Sign.NAME, re.compile(r"\b(Mr|Mrs|Ms|Miss|Mx|Dr|Sister|Father)\.?\s{1,3}[A-ZÀ-ÖØ-Þ][\w'’-]{0,40}")),
    (Sign.NAME, re.compile(r"\b(?:[A-Z]\.\s?){1,3}\s?[A-ZÀ-ÖØ-Þ][\w'’-]{1,40}")),  # "J. R. Brown"
    (Sign.INITIALS, re.compile(r"\b(?:[A-Z]\.){2,3}")),
    (
        Sign.INITIALS,
        re.compile(r"\b(?!(?:AM|PM|HR|OT|GP|TV|NI|UK|ED|ID)\b)[A-Z]{2,3}\s?[,(]?\s?(?=\d{1,2}[/.-]\d{1,2}\b)"),
    ),  # "AB 12/3"
    (
        Sign.INITIALS,
        re.compile(r"(?<=\d[/.-]\d)\s(?!(?:AM|PM)\b)[A-Z]{2,3}\b|(?<=\d[/.-]\d\d)\s(?!(?:AM|PM)\b)[A-Z]{2,3}\b"),
    ),  # "12/3 AB"
    (Sign.INITIALS, re.compile(r"\b[A-Z]{2}(?=,?\s(?:in\s|of\s)?(?:room|bed|flat)\s\d)")),
)
_WORD = re.compile(r"[^\W\d_](?:[\w-]|['’](?=\w))*")
_NEAR = 16
"""Letters before a date in which it may be said to be a birth."""
_BEGINS = frozenset('.!?:;•*\n\r(“"')
"""What a capital after it says nothing about."""


def find(text: str, known: Known = NOTHING_KNOWN, *, prose: bool = True) -> tuple[Found, ...]:
    """Everything of a text that looks like a person, in order, none within another.

    prose: a text with sentences, in which two capitals side by side may be a name, unlike in a heading. The time taken grows
    with the length of the text.
    """
    by_sign = (_trimmed(m, sign) for sign, each in _SIGNS for m in each.finditer(text))
    found = [each for each in by_sign if _is_one(text, each, known)]
    found += _names(text, prose=prose)
    ours = [span for phrase in known.phrases for span in _places(text, phrase)]
    found = [each for each in found if not any(start <= each.start and each.end <= end for start, end in ours)]
    out: list[Found] = []
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if not out or each.start >= out[-1].end:
            out.append(each)
    return tuple(out)


def _trimmed(match: re.Match[str], sign: Sign) -> Found:
    words = match.group(0).rstrip(" ,(")
    start = match.start() + len(words) - len(words.lstrip())
    return Found(start, start + len(words.lstrip()), words.lstrip(), sign)


def _is_one(text: str, found: Found, known: Known) -> bool:
    if found.sign is Sign.BIRTH:
        return _is_said_a_birth(text, found) or not any(_is_of(year, found.words) for year in known.years)
    if found.sign is Sign.NUMBER and found.words[0].isdecimal():
        return _is_of_somebody(found.words)
    return True


def _is_of(year: int, day: str) -> bool:
    """Whether a day is of a year, be it written with two figures."""
    return str(year) in day or re.search(rf"[/.-]{year % 100:02d}$", day) is not None


def _is_of_somebody(number: str) -> bool:
    """Whether ten figures end with their check figure (modulus 11, of NHS and CHI numbers alike) or begin with a day, as a CHI
    number does."""
    figures = [int(each) for each in number if each.isdecimal()]
    day, month = figures[0] * 10 + figures[1], figures[2] * 10 + figures[3]
    if 1 <= day <= 31 and 1 <= month <= 12:
        return True
    return sum(figure * weight for figure, weight in zip(figures, range(10, 0, -1), strict=True)) % 11 == 0


def _places(text: str, phrase: str) -> Iterator[tuple[int, int]]:
    if phrase.strip():
        for match in re.finditer(rf"(?<!\w){re.escape(phrase.strip())}(?!\w)", text, re.IGNORECASE):
            yield match.span()


def _is_said_a_birth(text: str, found: Found) -> bool:
    """Whether the words before a date say that somebody was born on it, whatever its year."""
    before = text[max(0, found.start - _NEAR) : found.start].casefold()
    return "born" in before or "dob" in before or "d.o.b" in before or "birth" in before


def identifiers(text: str, known: Known = NOTHING_KNOWN, *, prose: bool = True) -> tuple[str, ...]:
    """The words that ``find`` finds, each once."""
    return tuple(dict.fromkeys(each.words for each in find(text, known, prose=prose)))


@dataclass(frozen=True)
class _Word:
    start: int
    end: int
    text: str
    plain: str
    begins: bool
    follows: bool

    @property
    def parts(self) -> tuple[str, ...]:
        """As in Anne-Marie."""
        return tuple(each for each in self.plain.split("-") if each) or (self.plain,)

    @property
    def is_given(self) -> bool:
        return any(part in GIVEN_NAMES for part in self.parts)

    @property
    def is_shouted(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()

    @property
    def is_capital(self) -> bool:
        """Written as a name is; one all in capitals may be an abbreviation."""
        return self.text[0].isupper() and not self.is_shouted


def _names(text: str, *, prose: bool) -> Iterator[Found]:
    words = list(_words(text))
    at = 0
    while at < len(words):
        word = words[at]
        after = words[at + 1] if at + 1 < len(words) else None
        at += 1
        if after is not None and after.follows and after.text[0].isupper() and after.plain in PLACES:
            continue
        pair = after if after is not None and after.follows and after.plain not in NOBODY else None
        if word.is_shouted and word.is_given and pair is not None and pair.is_shouted:
            at += 1
            yield Found(word.start, pair.end, text[word.start : pair.end], Sign.NAME)
        if not word.is_capital or word.plain in NOBODY:
            continue
        if pair is not None and not pair.is_capital:
            pair = None
        inside = not word.begins
        is_possessive = word.text[-2:] in {"'s", "’s"}
        if (
            word.is_given
            or (word.plain in WORDS_TOO and (inside or is_possessive) and prose)
            or (prose and pair is not None and len(word.text) > 1 and (inside or word.plain not in BEGINNINGS))
        ):
            last = word
            if pair is not None:
                last, at = pair, at + 1
            yield Found(word.start, last.end, text[word.start : last.end], Sign.NAME)


def _words(text: str) -> Iterator[_Word]:
    end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        begins = end == 0 or any(sign in _BEGINS for sign in between) or between.strip() in {"-", "–", "—", "/"}
        yield _Word(match.start(), match.end(), match.group(0), _plain(match.group(0)), begins, between == " ")
        end = match.end()


def _plain(word: str) -> str:
    """A word without case, accents and a possessive ending."""
    if not word.isascii():
        word = "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))
    word = word.casefold()
    return word[:-2] if word.endswith(("'s", "’s")) else word
