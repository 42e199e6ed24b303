"""The grid of facts under a sheet's head: labels above values, each over as many columns as it needs. Draws nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from calm_instructor.exchange.paper.names import Fitted, fit
from calm_instructor.exchange.paper.shaping import width as text_width
from calm_instructor.messages import papers as words

MODULE = 15.0
GUTTER = 4.0
LINE = 2.6  # from line to line of a value that had to be broken
_SIZE, _SMALLEST = 9, 7


@dataclass(frozen=True)
class Fact:
    """A label above a value, over so many columns of the grid."""

    label: str
    value: str
    columns: int


@dataclass(frozen=True)
class Placed:
    """A fact in its row: the columns it got, and its value as it fits there."""

    fact: Fact
    columns: int
    value: Fitted


def placed(row: Sequence[Fact], columns: int) -> list[Placed]:
    """The facts of a row of so many columns."""
    spans = _spans(row, columns)
    return [
        Placed(fact, span, fit(fact.value or words.NOTHING, span * MODULE - GUTTER, _SIZE, _SMALLEST))
        for fact, span in zip(row, spans, strict=True)
    ]


def row_height(row: Sequence[Fact], columns: int, lying: bool) -> float:
    """How high a row is, in mm."""
    most = max(len(each.value.lines) for each in placed(row, columns))
    return (9.7 if lying else 10.2) + max(0.0, LINE * (most - 1) - 1)


def _spans(row: Sequence[Fact], columns: int) -> list[int]:
    """How many columns each fact gets: its own, more where it would not fit, taken from those that have too many."""
    spans = [fact.columns for fact in row]
    spans[-1] += columns - sum(spans)
    for size in (8.0, 7.0):
        wanted = [_needed(fact, size) for fact in row]
        for index, want in enumerate(wanted):
            for giver in sorted(range(len(row)), key=lambda other: wanted[other] - spans[other]):
                while giver != index and spans[index] < want and spans[giver] > wanted[giver]:
                    spans[giver] -= 1
                    spans[index] += 1
    return spans


def _needed(fact: Fact, size: float) -> int:
    widest = max(text_width(fact.value, size), text_width(fact.label, 7))
    return max(1, -int(-(widest + GUTTER) // MODULE))
