"""Finding a trainee by typing. While something is being typed no letter marks anybody, so that "Ann" never means N."""

from collections.abc import Sequence
from time import monotonic
from typing import Protocol

from calm_instructor.domain.finding import folded

ALIVE = 1.2
"""Seconds after a key in which the next one goes on with the word."""
BEGINS = "/"


class Called(Protocol):
    """Somebody with a number and names, in a row of any table."""

    @property
    def bib(self) -> int:
        """The number on the bib."""

    @property
    def name(self) -> str:
        """The full name."""

    @property
    def known_as(self) -> str:
        """What they are called."""


class TypeAhead:
    """``text``: what was typed so far. Begun by "/" it lasts until it is ended; begun by a letter it fades by itself."""

    def __init__(self) -> None:
        self.text = ""
        self.explicit = False
        self._last = 0.0

    @property
    def alive(self) -> bool:
        """Whether the next letter goes on with the word."""
        if self.text and not self.explicit and monotonic() - self._last > ALIVE:
            self.end()
        return bool(self.text) or self.explicit

    def begin(self) -> None:
        """By "/": any letter may follow."""
        self.text, self.explicit = "", True

    def end(self) -> None:
        """Letters mark again."""
        self.text, self.explicit = "", False

    def shorten(self) -> None:
        """One letter less."""
        self.text = self.text[:-1]
        self._last = monotonic()

    def add(self, letters: str) -> None:
        """Go on with the word."""
        self.text += letters
        self._last = monotonic()

    def found_in(self, rows: Sequence[Called], after: int) -> int | None:
        """The next row, from ``after`` on and round, whose number, name or a word of it begins so."""
        wanted = folded(self.text)
        order: list[int] = [*range(after, len(rows)), *range(after)]
        for number in order:
            row = rows[number]
            if str(row.bib) == wanted:
                return number
        for number in order:
            names = [folded(rows[number].name), folded(rows[number].known_as)]
            if any(name.startswith(wanted) or f" {wanted}" in name for name in names):
                return number
        return None
