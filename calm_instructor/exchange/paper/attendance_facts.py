"""What an attendance summary shows: the sessions, who was in them for how long, what was missed and made good. Values only."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from calm_instructor.exchange.paper.facts import Imprint, Instructor, Minutes, Override


class State(StrEnum):
    """What the register says of somebody in a session. NO_ENTRY: it was kept, and says nothing of them."""

    PRESENT = "present"
    ABSENT = "absent"
    NO_ENTRY = "no_entry"


@dataclass(frozen=True)
class SessionHeld:
    """A session. kept: whether its register says anything; here and absent: how many.

    briefed_at: None without a briefing; wants_briefing: whether one is asked for (R41).
    """

    number: int
    day: date
    starts: time
    ends: time
    about: str
    taught: Minutes
    kept: bool
    here: int
    absent: int
    briefed_by: str = ""
    briefed_at: time | None = None
    wants_briefing: bool = False


@dataclass(frozen=True)
class Entry:
    """Somebody in a session: taught minutes, by how many minutes late, when gone early."""

    state: State
    minutes: int = 0
    late_by: int | None = None
    left_at: time | None = None


@dataclass(frozen=True)
class Attendee:
    """A person's line. entries: one for each session, None where there is nothing to say. missed: None where nobody asks.

    owes: more is missed than may be (R16, R41).
    """

    bib: int
    name: str
    staff_number: str
    entries: tuple[Entry | None, ...]
    here: int
    made_good: int
    missed: int | None
    owes: bool = False
    beside: str = ""
    withdrawn: date | None = None


@dataclass(frozen=True)
class MadeGood:
    """Minutes made good: when, what and by whom (R16)."""

    day: date
    minutes: int
    content: str
    by: str


@dataclass(frozen=True)
class Gap:
    """What somebody missed in a session. parts: what everyone must attend (R41); still and still_parts: not made good.

    owes: more of the course is missed than may be. whole: nothing of the session was attended, so that no part need be named.
    """

    bib: int
    name: str
    session: int
    minutes: int
    parts: tuple[str, ...]
    made_good: tuple[MadeGood, ...]
    still: int
    still_parts: tuple[str, ...]
    owes: bool
    whole: bool = False


@dataclass(frozen=True)
class AttendanceSummary:
    """The attendance of a course. tolerated: minutes that may be missed (R16)."""

    imprint: Imprint
    kind: str
    tier: str
    venue: str
    lead: Instructor
    assisting: tuple[Instructor, ...]
    taught: Minutes
    tolerated: int
    sessions: tuple[SessionHeld, ...]
    people: tuple[Attendee, ...]
    gaps: tuple[Gap, ...]
    overrides: tuple[Override, ...] = ()
