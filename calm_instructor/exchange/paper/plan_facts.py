"""What a course plan shows: the timed blocks of each day, who and where, practice and demonstration per technique.

Values only.
"""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from calm_instructor.exchange.paper.facts import Imprint, Instructor, Need, Override, Technique
from calm_instructor.exchange.paper.tna_facts import Part


class BlockType(StrEnum):
    """What is done in a block. ``messages.papers`` gives its word and letter."""

    THEORY = "theory"
    PREVENTION = "prevention"
    DEMONSTRATION = "demonstration"
    PRACTICE = "practice"
    ASSESSMENT = "assessment"
    FRAMING = "framing"
    BREAK = "break"
    DEBRIEF = "debrief"


@dataclass(frozen=True)
class Block:
    """One timed block. codes: the techniques it is about; part: None is framing, or a break. must_attend: no tolerance (R41)."""

    start: time
    minutes: int
    type: BlockType
    what: str
    part: Part | None
    codes: tuple[str, ...] = ()
    must_attend: bool = False


@dataclass(frozen=True)
class PlanDay:
    """The blocks of one day, in order."""

    day: date
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class CoursePlan:
    """A course as planned.

    people: trainees expected. practice_per_technique and demonstration_per_technique: minutes; floor: the organisation's
    warning number (R5); seconds_per_attempt: of the planned assessment time (R47). groups: as in "two groups of six, one
    instructor with each". head_office_told: None where not told yet (R34). venue_checks: each with what is to be seen.
    """

    imprint: Imprint
    kind: str
    tier: str
    days: tuple[PlanDay, ...]
    venue: str
    lead: Instructor
    assisting: tuple[Instructor, ...]
    people: int
    need: Need
    techniques: tuple[Technique, ...]
    practice_per_technique: int
    demonstration_per_technique: int
    seconds_per_attempt: int
    floor: int
    head_office_told: date | None
    venue_checks: tuple[str, ...]
    groups: str = ""
    overrides: tuple[Override, ...] = ()
