"""How courses are usually laid out: days and timed blocks, ready to be filled with a course's set.

Shipped patterns only; a course takes a copy and may change every minute of it. Which rules a plan must meet is not decided here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from functools import cache

from calm_instructor.domain.course import BlockKind, CourseKind, ModelPart
from calm_instructor.exchange.reading.shipped import checked, raw


class Share(StrEnum):
    """Which part of a course's set a block is about; of an odd number the first half holds one more."""

    NONE = "none"
    FIRST = "first half"
    SECOND = "second half"
    ALL = "all"

    def of(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """The codes of the set, in teaching order, that the block is about."""
        middle = (len(codes) + 1) // 2
        shares = {Share.NONE: (), Share.FIRST: codes[:middle], Share.SECOND: codes[middle:], Share.ALL: codes}
        return shares[self]


@dataclass(frozen=True, kw_only=True)
class BlockPattern:
    """A timed block of a course type."""

    kind: BlockKind
    part: ModelPart
    minutes: int
    title: str
    techniques: Share = Share.NONE
    must_attend: bool = False
    pinned: time | None = None


@dataclass(frozen=True, kw_only=True)
class SessionPattern:
    """A day of a course type; the first is the course's first day, each other a day later."""

    starts: time
    topic: str
    blocks: tuple[BlockPattern, ...]


@dataclass(frozen=True, kw_only=True)
class CourseType:
    """A course as it is usually laid out."""

    code: str
    name: str
    kind: CourseKind
    sessions: tuple[SessionPattern, ...]


@cache
def course_types() -> Mapping[str, CourseType]:
    """How courses are usually laid out, by code."""
    return {each.code: each for each in checked(CourseType, raw("catalogue/course_types.json"))}
