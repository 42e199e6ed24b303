"""What a blank assessment sheet shows: who is to be assessed, in what, by which criteria. Values only."""

from dataclasses import dataclass
from datetime import date

from calm_instructor.exchange.paper.facts import Imprint, Instructor, Need, Technique


@dataclass(frozen=True)
class ToAssess:
    """A row of the sheet; ``number`` is the bib, as on the entry screen; ``to_do``: what the instructor must do, never why (R44)."""

    number: int
    name: str
    staff_number: str
    to_do: str = ""


@dataclass(frozen=True)
class BlankAssessment:
    """A sheet to ring by hand. criteria and knowledge: code and a few words each, as in ("A1", "right technique, no prompt").

    days: one set of pages serves the whole course. attempts: tries per technique; the third and later ones stand overleaf.
    """

    imprint: Imprint
    days: tuple[date, ...]
    venue: str
    lead: Instructor
    need: Need
    techniques: tuple[Technique, ...]
    people: tuple[ToAssess, ...]
    criteria: tuple[tuple[str, str], ...]
    knowledge: tuple[tuple[str, str], ...]
    attempts: int = 3
