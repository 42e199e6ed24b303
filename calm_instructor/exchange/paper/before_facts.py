"""What goes out before a course: the notice to head office and the joining letter. Values only."""

from dataclasses import dataclass
from datetime import date, time

from calm_instructor.exchange.paper.facts import Imprint, Instructor, Need, Technique


@dataclass(frozen=True)
class DayPlanned:
    """A session: when it begins and ends, and what it is about."""

    day: date
    starts: time
    ends: time
    about: str


@dataclass(frozen=True)
class CourseNotice:
    """R34. told: None where head office was not told yet; due: the last day in time.

    techniques: the agreed set; chosen: codes that the analysis has chosen, while there is none; physical: whether the course
    teaches any; people and theory_only: expected for the practical part, and beside them.
    """

    imprint: Imprint
    kind: str
    tier: str
    days: tuple[DayPlanned, ...]
    site: str
    venue: str
    lead: Instructor
    assisting: tuple[Instructor, ...]
    people: int
    theory_only: int
    need: Need
    techniques: tuple[Technique, ...]
    chosen: tuple[str, ...]
    physical: bool
    told: date | None
    due: date


@dataclass(frozen=True)
class JoiningLetter:
    """R44. physical: whether there is a practical part."""

    imprint: Imprint
    kind: str
    days: tuple[DayPlanned, ...]
    site: str
    venue: str
    lead: Instructor
    physical: bool
