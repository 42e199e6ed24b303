"""R10: what in a free text of a TNA looks like a person. Marks words; never blocks typing and never guesses who.

It sees signs, not people: a name that is rare here, or written small, or in another script, goes unseen.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from calm_instructor.domain.given_names import GIVEN_NAMES, NOBODY, WORDS_TOO

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"


class Sign(StrEnum):
    """What found words look like."""

    NAME = "name"
    INITIALS = "initials"
    BIRTH = "date of birth"
    NUMBER = "personal number"
    CONTACT = "phone or e-mail"


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
    (Sign.NUMBER, re.compile(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b")),  # NHS number
    (Sign.NUMBER, re.compile(r"\b\d{6}[ -]\d{4}\b")),  # CHI number
    (Sign.NUMBER, re.compile(r"\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b")),  # National Insurance number
    (Sign.CONTACT, re.compile(r"(?:\+44\s?|\b0)\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b")),
    (Sign.NAME, re.compile(r"\b(Mr|Mrs|Ms|Miss|Mx|Dr|Sister|Father)\.?\s{1,3}[A-ZÀ-ÖØ-Þ][\w'’-]{0,40}")),
    (Sign.INITIALS, re.compile(r"\b(?:[A-Z]\.){2,3}")),
    (Sign.INITIALS, re.compile(r"\b[A-Z]{2,3}\s?[,(]?\s?(?=\d{1,2}[/.-]\d{1,2}\b)")),  # "AB 12/3"
    (Sign.INITIALS, re.compile(r"\b[A-Z]{2}(?=,?\s(?:in\s|of\s)?(?:room|bed|flat)\s\d)")),
)
_WORD = re.compile(r"[^\W\d_](?:[\w-]|['’](?=\w))*")
_NEAR = 16
"""Letters before a date in which it may be said to be a birth."""
_BEGINS = frozenset('.!?:;•*\n\r(“"')
"""What a capital after it says nothing about."""


def find(text: str, known: Iterable[str] = (), *, prose: bool = True) -> tuple[Found, ...]:
    """Everything of a text that looks like a person, in order, none within another.

    known: names of services, sites and organisations, and years in which nobody here was born; prose: a text with sentences, in which two
    capitals side by side may be a name, unlike in a heading. The time taken grows with the length of the text.
    """
    by_sign = (
        Found(m.start(), m.end(), m.group(0).rstrip(" ,("), sign) for sign, each in _SIGNS for m in each.finditer(text)
    )
    known = tuple(known)
    found = [
        Found(each.start, each.start + len(each.words), each.words, each.sign)
        for each in by_sign
        if each.sign is not Sign.BIRTH
        or _is_said_a_birth(text, each)
        or not any(y in each.words for y in known if y.isdecimal())
    ]
    found += _names(text, known, prose=prose)
    out: list[Found] = []
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if not out or each.start >= out[-1].end:
            out.append(each)
    return tuple(out)


def _is_said_a_birth(text: str, found: Found) -> bool:
    """Whether the words before a date say that somebody was born on it, whatever its year."""
    before = text[max(0, found.start - _NEAR) : found.start].casefold()
    return "born" in before or "dob" in before or "d.o.b" in before or "birth" in before


def identifiers(text: str, known: Iterable[str] = (), *, prose: bool = True) -> tuple[str, ...]:
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
    def is_capital(self) -> bool:
        return self.text[0].isupper() and (len(self.text) == 1 or not self.text.isupper())


def _names(text: str, known: Iterable[str], *, prose: bool) -> Iterator[Found]:
    nobody = NOBODY | {_plain(word.group(0)) for each in known for word in _WORD.finditer(each)}
    words = list(_words(text))
    at = 0
    while at < len(words):
        word = words[at]
        after = words[at + 1] if at + 1 < len(words) else None
        at += 1
        if not word.is_capital or word.plain in nobody:
            continue
        is_pair = after is not None and after.follows and after.is_capital and after.plain not in nobody
        inside = not word.begins
        is_possessive = word.text[-2:] in {"'s", "’s"}
        if (
            word.plain in GIVEN_NAMES
            or (word.plain in WORDS_TOO and (inside or is_possessive) and prose)
            or (prose and inside and is_pair and len(word.text) > 1)
        ):
            last = word
            if is_pair and after is not None:
                last, at = after, at + 1
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
