"""The course sign-off sheet: one landscape matrix of trainees by techniques, twelve people a page.

Shows what is recorded and derives nothing but percentages and the ratio. Never tells absence from fitness.
"""

from dataclasses import dataclass
from datetime import date

from calm_instructor.exchange.paper.facts import (
    Imprint,
    Instructor,
    Mark,
    Minutes,
    Need,
    Outcome,
    Override,
    Signature,
    Technique,
)


@dataclass(frozen=True)
class SignOffRow:
    """One trainee's row.

    minutes_here of minutes_taught: attendance as taught minutes, breaks apart; made_good: minutes made good on record (R16).
    cleared: whether the fitness declarations of the course cleared them (a tick, never more). marks: one per technique of the
    sheet, in its order; core and knowledge: core behaviours and the knowledge check. valid_until: None is printed as "No
    authority to use" (R20). limits: what narrows the authority, as in "hair, seated only" (R21). signs_elsewhere: True where
    the trainee signs the individual record only.
    """

    name: str
    staff_number: str
    core_theory: date | None
    minutes_here: int
    minutes_taught: int
    cleared: bool
    marks: tuple[Mark, ...]
    core: Mark
    knowledge: Mark
    outcome: Outcome
    valid_until: date | None
    trainee: Signature
    instructor: Signature
    made_good: int = 0
    limits: str = ""
    signs_elsewhere: bool = False


@dataclass(frozen=True)
class SignOffSheet:
    """A course's sign-off sheet. kind as in "Initial course", tier as in "medium-risk curriculum".

    techniques: 1 to 12, in teaching order. injuries: how many in training; injury_reference: the accident book's, or "".
    practice_per_technique: minutes. lead_signature: for the declaration that the sheet is complete.
    """

    imprint: Imprint
    kind: str
    tier: str
    days: tuple[date, ...]
    venue: str
    lead: Instructor
    assisting: tuple[Instructor, ...]
    need: Need
    theory: Minutes
    practice: Minutes
    assessment: Minutes
    practice_per_technique: Minutes
    injuries: int
    techniques: tuple[Technique, ...]
    rows: tuple[SignOffRow, ...]
    lead_signature: Signature
    injury_reference: str = ""
    overrides: tuple[Override, ...] = ()
