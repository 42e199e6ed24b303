"""The words by which lists are read, from ``resources/reading``: headings, marks for nothing, last lines.

Data, so that an organisation's spelling is added without code. Loaded once.
"""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from calm_instructor.paths import resource

_IN_BRACKETS = re.compile(r"\([^)]*\)")


def squashed(text: str) -> str:
    """A heading without case, accents, spaces and punctuation: "Payroll No." and "payroll no" are one."""
    plain = text.replace("#", " no ").replace("№", " no ")
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
    return "".join(filter(str.isalnum, plain.casefold()))


def without_brackets(text: str) -> str:
    """A heading without what stands in brackets: "Full name (as on pay slip)"."""
    return _IN_BRACKETS.sub(" ", text)


def words(text: str) -> frozenset[str]:
    """The words of a heading, without case."""
    return frozenset(re.findall(r"\w+", text.casefold()))


@dataclass(frozen=True)
class Field:
    """How one field is headed. headings: squashed, the likeliest first; all_words: together in one heading."""

    headings: tuple[str, ...]
    all_words: frozenset[str]
    without: frozenset[str]


@dataclass(frozen=True)
class ListKind:
    """What a kind of list is made of. required: sets of fields, one of which must be found whole."""

    fields: Mapping[str, Field]
    required: tuple[tuple[str, ...], ...]
    never_read: frozenset[str]


@dataclass(frozen=True)
class Vocabulary:
    """Everything the readers know about how people write lists."""

    roster: ListKind
    incidents: ListKind
    catalogue: ListKind
    tiers: Mapping[str, str]
    yes: frozenset[str]
    no: frozenset[str]
    statuses: Mapping[str, str]
    footer: re.Pattern[str]
    nothing: frozenset[str]
    no_name: frozenset[str]


def _all_squashed(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(map(squashed, texts))


def _list_kind(data: Mapping[str, Any], never_read: Sequence[str]) -> ListKind:
    fields = {
        name: Field(
            tuple(map(squashed, entry["headings"])),
            frozenset(entry.get("words", ())),
            frozenset(entry.get("without", ())),
        )
        for name, entry in data["fields"].items()
    }
    return ListKind(fields, tuple(tuple(names) for names in data["required"]), _all_squashed(never_read))


def _beginnings(texts: Sequence[str]) -> re.Pattern[str]:
    """What a text must begin with; # stands for a number, and no letter follows."""
    known = "|".join(re.escape(text).replace(r"\#", r"\d+") for text in texts)
    return re.compile(rf"(?:{known})(?![^\W\d_])", re.IGNORECASE)


@cache
def vocabulary() -> Vocabulary:
    """The shipped words."""
    data = json.loads(resource("reading/columns.json").read_text(encoding="utf-8"))
    issued = json.loads(resource("reading/catalogue_words.json").read_text(encoding="utf-8"))
    return Vocabulary(
        roster=_list_kind(data["roster"], data["never_read_in_a_roster"]),
        incidents=_list_kind(data["incidents"], data["never_read"]),
        catalogue=_list_kind(issued, ()),
        tiers={squashed(word): tier for tier, known in issued["tiers"].items() for word in known},
        yes=_all_squashed(issued["yes"]),
        no=_all_squashed(issued["no"]),
        statuses={squashed(word): status for status, known in data["roster"]["status"].items() for word in known},
        footer=_beginnings(data["footers"]),
        nothing=frozenset(map(str.casefold, data["nothing"])),
        no_name=frozenset(map(str.casefold, data["no_name"])),
    )
