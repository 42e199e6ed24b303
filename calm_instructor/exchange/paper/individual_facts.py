"""What an individual record shows: one trainee, every technique, attempt, criterion and fact it rests on.

Values only. Holds no health detail and nobody supported.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from calm_instructor.exchange.paper.facts import (
    Authority,
    Imprint,
    Instructor,
    Mark,
    Need,
    Outcome,
    Override,
    Result,
    Signature,
    Technique,
)


class Seen(StrEnum):
    """How the criteria of the attempt that counts were recorded. ONLY_NOT_MET: by what was not met, the others left open."""

    AS_A_WHOLE = "as_a_whole"
    EACH_TICKED = "each_ticked"
    ONLY_NOT_MET = "only_not_met"
    NOT_ASSESSED = "not_assessed"


@dataclass(frozen=True)
class Criterion:
    """A criterion as worded for this record; A4 names the organisation's coaching points where the list is GENERIC (R25)."""

    code: str
    text: str
    mandatory: bool = True


@dataclass(frozen=True)
class TechniqueResult:
    """One technique's line: the attempt that counts, its day and assessor.

    met: one per criterion of the record, in its order; None: not applicable or not asked. limit: as in "seated only" (R21).
    """

    technique: Technique
    mark: Mark
    day: date | None
    assessor: str
    seen: Seen
    met: tuple[bool | None, ...]
    limit: str = ""


@dataclass(frozen=True)
class Attempt:
    """One attempt, also one taken back or corrected: ``remark`` then says so, with reason, person and time.

    not_met: codes of the criteria not met. entered_from: "" for the screen, else the sheet it was entered from.
    """

    code: str
    number: int
    result: Result
    at: datetime
    assessor: str
    not_met: tuple[str, ...] = ()
    feedback: str = ""
    remark: str = ""
    entered_from: str = ""


@dataclass(frozen=True)
class KnowledgeItem:
    """K1 to K5, met or not; None: not asked."""

    code: str
    text: str
    met: bool | None


@dataclass(frozen=True)
class KnowledgeCheck:
    """The knowledge check. manner as in "spoken" or "written"; at None: not done."""

    items: tuple[KnowledgeItem, ...]
    manner: str = ""
    at: datetime | None = None
    assessor: str = ""


@dataclass(frozen=True)
class ActionPlan:
    """What a trainee without authority needs, who gives it and when it is looked at again."""

    need: str
    support: str
    by_whom: str
    review: date | None
    meanwhile: str = ""
    manager_told: date | None = None


@dataclass(frozen=True)
class IndividualRecord:
    """One trainee's record of one course.

    site: as shown, or ""; employer: "" for own staff, else the employer and status in words (R53). why: the outcome's reason
    in a short sentence. authority and valid_until: both None where there is no authority to use (R20). limits: what narrows
    the authority; adjustments: what the instructor had to do, and only what may stand on paper (R44). core_theory_evidence: as
    in "certificate seen by E. Prydderch-Hughes". training_injuries: "" for none, else the accident book's references.
    disagreement: the trainee's note where they do not agree (R48). privacy_notice: the version shown. need: the
    TNA the authority rests on (R21).
    """

    imprint: Imprint
    name: str
    staff_number: str
    role: str
    site: str
    kind: str
    tier: str
    days: tuple[date, ...]
    outcome: Outcome
    why: str
    valid_until: date | None
    authority: Authority | None
    results: tuple[TechniqueResult, ...]
    core_behaviours: Mark
    criteria: tuple[Criterion, ...]
    attempts: tuple[Attempt, ...]
    knowledge: KnowledgeCheck
    core_theory: date | None
    core_theory_evidence: str
    minutes_here: int
    minutes_taught: int
    cleared: bool
    lead: Instructor
    trainee: Signature
    lead_signature: Signature
    manager: Signature
    employer: str = ""
    made_good: int = 0
    limits: tuple[str, ...] = ()
    adjustments: tuple[str, ...] = ()
    training_injuries: str = ""
    action_plan: ActionPlan | None = None
    disagreement: str = ""
    overrides: tuple[Override, ...] = ()
    privacy_notice: str = ""
    need: Need | None = None
    core_day: date | None = None
    core_assessor: str = ""

    @property
    def was_assessed(self) -> bool:
        """Whether anything was seen at all: a technique or the core behaviours."""
        marks = (*(each.mark for each in self.results), self.core_behaviours)
        return any(mark.result is not Result.NOT_ASSESSED for mark in marks)
