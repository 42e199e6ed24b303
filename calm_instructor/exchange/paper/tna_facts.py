"""What a TNA summary shows: need, risks, what was chosen and left out, counts, staff groups, prevention.

Values only: counts and reasons, nobody supported.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from calm_instructor.exchange.paper.facts import Imprint, Override, Signature, Technique


class NoteAnswer(StrEnum):
    """What the authoriser's service answers to a technique's elevated-risk note (R45)."""

    ACCEPTABLE = "acceptable"
    ALTERED = "altered"
    LEFT_OUT = "left_out"


class Part(StrEnum):
    """The four parts of the model."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"
    RECOVERY = "recovery"


@dataclass(frozen=True)
class Chosen:
    """A technique chosen for a risk, with its two answers (R3): what was tried without touch, and why this one.

    instead_of_lower: the reason where a lower tier or fewer persons would address the same risk (R39), or "".
    """

    technique: Technique
    tier: str
    tried_without_touch: str
    why: str
    instead_of_lower: str = ""


@dataclass(frozen=True)
class Risk:
    """A numbered risk. count: incidents in the window. ended_on: None while it is current (R38).

    proposed_as_ended: no incident for the months the organisation set, still current until somebody ends it. trend: in a word.
    """

    number: int
    hold: str
    situation: str
    count: int
    severity: str
    chosen: tuple[Chosen, ...]
    ended_on: date | None = None
    proposed_as_ended: bool = False
    trend: str = ""


@dataclass(frozen=True)
class HoldCounted:
    """A hold or grab of the behavioural audit, month by month over the whole window, oldest first (R6).

    risks: numbers of the risks it stands for; where there is none, ``not_carried`` says why not. trend: in a word.
    then: how often in the last months of the audit before, where there is one (R38).
    """

    hold: str
    monthly: tuple[int, ...]
    risks: tuple[int, ...]
    trend: str
    not_carried: str = ""
    then: int | None = None


@dataclass(frozen=True)
class LeftOut:
    """A technique left out, and why."""

    technique: Technique
    why: str


@dataclass(frozen=True)
class NoteAnswered:
    """A chosen technique's elevated-risk note, answered against the service's factors (R45)."""

    technique: Technique
    note: str
    answer: NoteAnswer
    because: str


@dataclass(frozen=True)
class Compared:
    """What changed since an earlier revision: codes removed and added, how many stayed; risks ended and new, by number.

    months: how many months of the audit before ``HoldCounted.then`` counts.
    """

    revision: int
    removed: tuple[str, ...]
    added: tuple[str, ...]
    unchanged: int
    ended: tuple[int, ...] = ()
    new: tuple[int, ...] = ()
    months: int = 12


@dataclass(frozen=True)
class StaffGroup:
    """A staff group with its exposure and need, each in words (R36)."""

    name: str
    people: int | None
    exposure: str
    need: str


@dataclass(frozen=True)
class TnaSummary:
    """One revision of a TNA; ``imprint.reference`` is the TNA's and ``imprint.revision`` its revision.

    first_month to last_month: the window counted, any day of each month. last_day: set where the last month is not whole.
    needed: whether there is a legitimate need for physical skills; why: in the TNA's words. limit: how many techniques a set
    may hold without more (R4). uncovered: numbers of current risks no technique answers (R6). factors: what raises the risk
    here, anonymised. sources: risk assessments, audit, plans, one text each. authoriser: name, role and signature.
    """

    imprint: Imprint
    service: str
    setting: str
    day: date
    review_due: date | None
    first_month: date
    last_month: date
    needed: bool
    why: str
    risks: tuple[Risk, ...]
    holds: tuple[HoldCounted, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[NoteAnswered, ...]
    staff_groups: tuple[StaffGroup, ...]
    prevention: tuple[tuple[Part, str], ...]
    sources: tuple[str, ...]
    authoriser: Signature
    limit: int = 8
    replaces: int | None = None
    compared: Compared | None = None
    uncovered: tuple[int, ...] = ()
    factors: tuple[str, ...] = ()
    last_day: date | None = None
    overrides: tuple[Override, ...] = ()
