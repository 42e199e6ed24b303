"""The training needs analysis: what happens in the service, whether physical skills are needed, and which few answer it.

Holds counts and reasons, never who (R10). Values only; the rules that ask of them stand in ``justification``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from calm_instructor.domain.ids import RiskId, SelectionId, TnaId
from calm_instructor.domain.numbers import add_months
from calm_instructor.domain.people import StaffGroup


class TnaState(StrEnum):
    """Where a revision stands. "Expired" is derived from its dates, never stored."""

    DRAFT = "draft"
    AUTHORISED = "authorised"
    SUPERSEDED = "superseded"


class Manner(StrEnum):
    """How a signature was given."""

    SCREEN = "on screen"
    INK = "in ink"


class Severity(StrEnum):
    """How bad a hold or grab can turn out."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class NoteAnswer(StrEnum):
    """R45: what the service answers to a technique's elevated-risk note."""

    ACCEPTABLE = "acceptable"
    ALTERED = "altered"
    LEFT_OUT = "left out"


@dataclass(frozen=True, kw_only=True)
class HoldCount:
    """How often a hold or grab happened in a month (its first day)."""

    hold: str
    month: date
    count: int


@dataclass(frozen=True, kw_only=True)
class HoldSeen:
    """The last day on which a hold or grab was counted."""

    hold: str
    last: date


@dataclass(frozen=True, kw_only=True)
class NotCarried:
    """R6: a hold that was counted and is no risk, with the reason."""

    hold: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Audit:
    """A behavioural audit: counts per hold or grab and month over a period, and the days on which each was last seen."""

    ref: str = ""
    source: str = ""
    compared_with: str = ""
    from_day: date | None = None
    to_day: date | None = None
    counts: tuple[HoldCount, ...] = ()
    last_seen: tuple[HoldSeen, ...] = ()

    def total(self, hold: str) -> int:
        """How often the hold was counted over the whole period."""
        return sum(entry.count for entry in self.counts if entry.hold == hold)

    def holds(self) -> tuple[str, ...]:
        """Every hold counted at least once, the most frequent first."""
        found = {entry.hold for entry in self.counts if entry.count > 0}
        return tuple(sorted(found, key=lambda hold: (-self.total(hold), hold)))

    def last(self, hold: str) -> date | None:
        """The last day on which the hold was seen; where only months are known, the last day counted of its last; else None."""
        months = [add_months(entry.month, 1) for entry in self.counts if entry.hold == hold and entry.count > 0]
        days = [seen.last for seen in self.last_seen if seen.hold == hold]
        end = self.to_day or date.max
        return max(days or [min(month - timedelta(days=1), end) for month in months], default=None)


@dataclass(frozen=True, kw_only=True)
class Authorisation:
    """R43: who authorised a TNA, and how that is known. ``signed_at``: the moment of a signature on screen.

    An ink copy says where it is held and who has seen it.
    """

    name: str
    role: str
    on: date
    manner: Manner
    signed_at: datetime | None = None
    held_at: str = ""
    seen_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Tna:
    """One revision of a service's training needs analysis. ``need`` is None until it is answered (R40).

    ``carried``: what came over from the revision before and is still to be looked at (R8), by ``carried_risk`` and its like.
    """

    id: TnaId
    ref: str
    revision_no: int
    service: str
    setting: str = ""
    sites: tuple[str, ...] = ()
    drawn_up_on: date
    supersedes: TnaId | None = None
    state: TnaState = TnaState.DRAFT
    risk_assessment_ref: str = ""
    audit: Audit = Audit()
    not_carried: tuple[NotCarried, ...] = ()
    need: bool | None = None
    need_reason: str = ""
    factors: tuple[str, ...] = ()
    staff_groups: tuple[StaffGroup, ...] = ()
    primary_prevention: str = ""
    secondary_prevention: str = ""
    tertiary_prevention: str = ""
    recovery: str = ""
    plan_ref: str = ""
    life_support: str = ""
    authorisation: Authorisation | None = None
    review_due: date | None = None
    carried: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """As spoken of: "TNA CDH-07 revision 2"."""
        return f"{self.ref} revision {self.revision_no}"


@dataclass(frozen=True, kw_only=True)
class Risk:
    """A hold or grab that staff meet in this service, numbered 1, 2, 3 within its TNA. ``incidents``: in the window."""

    id: RiskId
    tna: TnaId
    number: int
    hold: str
    hold_name: str
    situation: str = ""
    posture: str = ""
    incidents: int
    last_seen: date | None = None
    severity: Severity = Severity.LOW
    foreseeable: bool = True
    groups_exposed: tuple[str, ...] = ()
    controls: str = ""
    current: bool = True
    ended_on: date | None = None
    ended_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Selection:
    """One technique of the catalogue, chosen for this TNA or left out, and why (R3, R39, R45).

    ``tried_without_touch`` and ``why_this_one`` are R3's two answers; ``proposed`` marks texts that the program put there
    and the authoriser has still to confirm.
    """

    id: SelectionId
    tna: TnaId
    technique: str
    chosen: bool
    position: int = 0
    risks: tuple[RiskId, ...] = ()
    tried_without_touch: str = ""
    why_this_one: str = ""
    proposed: bool = False
    higher_tier_reason: str = ""
    note_answer: NoteAnswer | None = None
    note_answer_text: str = ""
    left_out_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class NeedsAnalysis:
    """A TNA with its risks and selections, as a rule or a paper sees it."""

    tna: Tna
    risks: tuple[Risk, ...] = ()
    selections: tuple[Selection, ...] = ()

    @property
    def current_risks(self) -> tuple[Risk, ...]:
        """The risks that still stand."""
        return tuple(risk for risk in self.risks if risk.current)

    @property
    def chosen(self) -> tuple[Selection, ...]:
        """What is in the set, in teaching order."""
        return tuple(sorted((s for s in self.selections if s.chosen), key=lambda s: (s.position, s.technique)))

    @property
    def left_out(self) -> tuple[Selection, ...]:
        """What was considered and left out."""
        return tuple(s for s in self.selections if not s.chosen)

    def risks_of(self, selection: Selection) -> tuple[Risk, ...]:
        """The risks a selection names, whether current or ended."""
        return tuple(risk for risk in self.risks if risk.id in selection.risks)


def proposed_as_ended(audit: Audit, risks: Sequence[Risk], today: date, months: int) -> tuple[Risk, ...]:
    """R38: current risks without an incident in the last ``months``. Proposed only; a person ends them.

    Nothing is proposed where the counts begin after that or stop before it: what was not counted is no evidence of an end.
    """
    limit = add_months(today, -months)
    if audit.from_day is None or audit.to_day is None or not audit.from_day <= limit < audit.to_day:
        return ()

    def seen_lately(risk: Risk) -> bool:
        return any(day is not None and day >= limit for day in (audit.last(risk.hold), risk.last_seen))

    return tuple(risk for risk in risks if risk.current and not seen_lately(risk))


def resting_on_ended(analysis: NeedsAnalysis) -> tuple[Selection, ...]:
    """R38: chosen techniques that no current risk carries any more, proposed for removal by name."""
    current = {risk.id for risk in analysis.current_risks}
    return tuple(s for s in analysis.chosen if s.risks and not current & set(s.risks))
