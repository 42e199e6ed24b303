"""From the words of an incident log to the hold or grab they name.

The words are data, ``resources/reading/hold_words.json``. The category decides which hold it was; the description is only
asked where the category doesn't say front or rear, one hand or two, arms held or free, or names no hold at all but
something as general as "physical aggression". Nothing of either text is kept, here or in what is handed back.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from calm_instructor.paths import resource

_MANNERS = ("side", "hands", "arms")
_BETWEEN_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Placed:
    """Where an incident belongs. hold: its code, None where the words name none that is known; left_out: no hold or grab at
    all, so it isn't counted; assumed: the words leave something open and the most usual variant was taken.
    """

    hold: str | None = None
    left_out: bool = False
    assumed: bool = False


@dataclass(frozen=True)
class _Phrases:
    """Words to look for in a text that ``plain`` made. A * stands for the rest of a word."""

    pieces: tuple[str, ...]

    @classmethod
    def of(cls, phrases: Iterable[str]) -> "_Phrases":
        return cls(tuple(f" {phrase[:-1]}" if phrase.endswith("*") else f" {phrase} " for phrase in phrases))

    def are_in(self, text: str) -> bool:
        for piece in self.pieces:  # noqa: SIM110  ten thousand descriptions pass here
            if piece in text:
                return True
        return False

    def cut_from(self, text: str) -> str:
        for piece in self.pieces:
            text = text.replace(piece, " ")
        return text


@dataclass(frozen=True)
class _Choice:
    hold: str
    needs: Mapping[str, str]
    assumed: bool


@dataclass(frozen=True)
class _Family:
    words: _Phrases
    ways: Mapping[str, Mapping[str, _Phrases]]
    choices: Sequence[_Choice]
    usual: str
    category_only: bool

    def choose(self, told: str, more: Callable[[], str]) -> Placed:
        """The family's hold that the texts describe. ``more``: the second, read only where the first leaves something open."""
        said = {way: _said(names, told) for way, names in self.ways.items()}
        if not all(said.values()):
            rest = more()
            said = {way: name or _said(self.ways[way], rest) for way, name in said.items()}
        for choice in self.choices:
            if all(said[way] == name for way, name in choice.needs.items()):
                return Placed(choice.hold, assumed=choice.assumed)
        return Placed(self.usual, assumed=bool(self.choices))


def plain(text: str) -> str:
    """A text without case, accents and punctuation."""
    if not text.isascii():
        text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return _BETWEEN_WORDS.sub(" ", text.casefold()).strip()


class HoldWords:
    """The words by which holds are known, ready to be looked for."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.holds = frozenset[str](data["holds"])
        self._not_meant = _Phrases.of(data["not_meant"])
        self._no_hold = _Phrases.of(data["no_hold"])
        self._grip = _Phrases.of(data["grip"])
        self._general = _Phrases.of(data["general"])
        self._families = [_family(entry, data) for entry in data["families"]]
        known = [word for phrase in _all_phrases(data) for word in phrase.split()]
        self._known_words = frozenset(known)
        self._known_stems = tuple(word[:-1] for word in known if word.endswith("*"))

    def place(self, category: str, description: str = "") -> Placed:
        """The hold that an incident's category and description name."""
        return self.place_by(category, lambda: description)

    def place_by(self, category: str, description: Callable[[], str]) -> Placed:
        """The same; the description is asked for only where the category leaves something open."""
        told = self._read(category)
        family = self._find(told, in_category=True)
        no_hold = self._no_hold.are_in(told)
        is_vague = not told.strip() or self._general.are_in(told)
        if not family and is_vague and not no_hold:
            told = self._read(description())
            family = self._find(told, in_category=False)
            no_hold = self._no_hold.are_in(told)
        if no_hold and not (family and self._grip.are_in(told)):
            return Placed(left_out=True)
        return family.choose(told, lambda: self._read(description())) if family else Placed()

    def knows(self, wording: str) -> bool:
        """Whether a category says nothing but what these words say, so that it can't name anybody."""
        words = plain(wording).split()
        return all(word in self._known_words or word.startswith(self._known_stems) for word in words)

    def _read(self, text: str) -> str:
        return self._not_meant.cut_from(f" {plain(text)} ")

    def _find(self, text: str, *, in_category: bool) -> _Family | None:
        known = (family for family in self._families if in_category or not family.category_only)
        return next((family for family in known if family.words.are_in(text)), None)


def _said(names: Mapping[str, _Phrases], text: str) -> str:
    """What a text says of the matter."""
    for name, words in names.items():
        if words.are_in(text):
            return name
    return ""


def _family(entry: Mapping[str, Any], data: Mapping[str, Any]) -> _Family:
    choices = entry.get("choices", ())
    ways = {**{way: data[way] for way in _MANNERS}, "part": entry.get("parts", {})}
    needed = {way for choice in choices for way in ways if way in choice}
    return _Family(
        words=_Phrases.of(entry["words"]),
        ways={
            way: {name: _Phrases.of(phrases) for name, phrases in names.items()}
            for way, names in ways.items()
            if way in needed
        },
        choices=[
            _Choice(choice["hold"], {way: choice[way] for way in ways if way in choice}, choice.get("assumed", False))
            for choice in choices
        ],
        usual=entry["usual"],
        category_only=entry.get("category_only", False),
    )


def _all_phrases(data: Mapping[str, Any]) -> Iterable[str]:
    for name in ("no_hold", "grip", "general", "small_words"):
        yield from data[name]
    for names in (*(data[way] for way in _MANNERS), *(family.get("parts", {}) for family in data["families"])):
        for phrases in names.values():
            yield from phrases
    for family in data["families"]:
        yield from family["words"]


@cache
def hold_words() -> HoldWords:
    """The shipped words. Holds nothing of any log."""
    return HoldWords(json.loads(resource("reading/hold_words.json").read_text(encoding="utf-8")))
