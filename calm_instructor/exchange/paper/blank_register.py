"""The blank register: printed names and spare lines, for the door.

Asks who was here from when to when, who was cleared, who showed Core Theory; leaves no room for what somebody said about
their health.
"""

from dataclasses import dataclass
from datetime import date, time

from calm_instructor.exchange.paper.facts import Imprint, Instructor


@dataclass(frozen=True)
class HalfDay:
    """One half of a day. ``label`` as in "Morning"."""

    day: date
    label: str
    start: time


@dataclass(frozen=True)
class Expected:
    """Somebody expected. evidence_seen_by: "" leaves a line to fill in. theory_only: comes to the theory part (R1, R11)."""

    name: str
    staff_number: str
    employer: str = ""
    core_theory: date | None = None
    evidence_seen_by: str = ""
    theory_only: bool = False


@dataclass(frozen=True)
class BlankRegister:
    """A register to fill in by hand: every day prints its own pages. spare_lines: at least five."""

    imprint: Imprint
    kind: str
    venue: str
    lead: Instructor
    half_days: tuple[HalfDay, ...]
    people: tuple[Expected, ...]
    spare_lines: int = 5
