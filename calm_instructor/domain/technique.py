"""The catalogue: escape techniques by name, the hold or grab each addresses, and how they are checked at the door.

The catalogue names and classifies; it never holds how a technique is done (R26).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from calm_instructor.domain.errors import Objection, block
from calm_instructor.domain.ids import CatalogueId, TechniqueId


class Tier(StrEnum):
    """Risk tier of a technique and of a course (R46): what the hold can do. Ordered by rank."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 for low to 2 for high."""
        return tuple(Tier).index(self)

    # All four, because a text brings its own: "low" would come after "high".
    def __lt__(self, other: object) -> bool:
        return self.rank < other.rank if isinstance(other, Tier) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.rank <= other.rank if isinstance(other, Tier) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self.rank > other.rank if isinstance(other, Tier) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self.rank >= other.rank if isinstance(other, Tier) else NotImplemented


@dataclass(frozen=True, kw_only=True)
class Hold:
    """A kind of hold or grab, as counted in behavioural audits. ``code`` is stable, ``name`` is shown."""

    code: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Technique:
    """One entry of a catalogue. ``holds``: codes of the holds it addresses; ``persons``: how many staff it needs.

    ``pain_based`` and ``loads_neck_airway_abdomen`` are declared yes or no; None is "not declared yet" (R27).
    """

    id: TechniqueId
    catalogue: CatalogueId
    position: int
    code: str
    name: str
    family: str
    holds: tuple[str, ...]
    hold_text: str
    tier: Tier
    persons: int = 1
    approach: str = ""
    hands: str = ""
    postures: tuple[str, ...] = ()
    pain_based: bool | None = None
    loads_neck_airway_abdomen: bool | None = None
    elevated_risk_note: str = ""
    notes: str = ""
    prerequisites: str = ""
    evaluation_ref: str = ""
    evaluated_on: date | None = None
    risk_assessment_ref: str = ""
    version: str = ""
    effective_from: date | None = None
    withdrawn_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """A list of techniques in one issued version. ``generic``: the built-in list, not CALM's issued catalogue (R25)."""

    id: CatalogueId
    name: str
    issuer: str
    version: str
    generic: bool
    in_force_from: date | None = None


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """One thing an assessor looks for: its code (A1 to A13, K1 to K5), issued wording and short label."""

    code: str
    text: str
    short: str
    mandatory: bool = True


def lower_ways(technique: Technique, catalogue: tuple[Technique, ...], holds: frozenset[str]) -> tuple[Technique, ...]:
    """R39: the entries that would address the same ``holds`` at a lower tier or with fewer persons."""
    return tuple(
        other
        for other in catalogue
        if other.withdrawn_on is None
        and holds <= frozenset(other.holds)
        and (other.tier < technique.tier or (other.tier == technique.tier and other.persons < technique.persons))
    )


_MOVES = "place|put|turn|move|slide|pull|push|twist|rotate|lever|bend|squeeze|strike|drop|lift|press|pivot|swing|hook"
_HOLDS = "grip|grab|hold|keep|raise|lower|lean|step|break|bring|take|wrap|point|tuck|lock"
_BODY = "your|their|his|her|its|the person's|the other person's"
_NOT_A_MOVE = "distance|ground|balance|voice|calm|temper"
_INSTRUCTIVE = re.compile(
    rf"\b(step\s+(\d+|one|two|three)\b|firstly|secondly|thirdly|"
    rf"(then|next,?|and then|now)\s+({_MOVES}|{_HOLDS})\b|"
    rf"({_MOVES})\s+({_BODY}|the)\b|"
    rf"with your (left|right|free|other)\b|see (figure|fig|picture|photo|video|film)\b|"
    rf"https?:|www\.)|<\s*(a|img|p|br|div|video|b|i|ol|ul|li)\b|\.(jpe?g|png|gif|webp|svg|mp4|mov|avi|webm|pdf)\b",
    re.IGNORECASE,
)
"""R26: words that tell how something is done, and what points to a picture or film of it."""

_TOLD = re.compile(rf"\b({_HOLDS})\s+({_BODY})\s+(?!({_NOT_A_MOVE})\b)\w+", re.IGNORECASE)
"""R26: in a note these tell how something is done; in a name they may say what the other person does ("Hold his sleeve")."""


def code_key(code: str) -> str:
    """R24: a code whatever its case and spacing: one that differs by these alone is the same."""
    return "".join(code.split()).casefold()


def issue_objections(catalogue: Catalogue, in_force: Catalogue | None) -> Iterator[Objection]:
    """R25: a catalogue says its name, who issued it and which version it is; the one in force is not loaded again."""
    if not all(each.strip() for each in (catalogue.name, catalogue.issuer, catalogue.version)):
        yield block("R25.no_issuer", catalogue.name or catalogue.issuer or catalogue.version)
    elif in_force is not None and _issue(in_force) == _issue(catalogue):
        yield block("R24.same_issue", catalogue.name, version=catalogue.version)


def _issue(catalogue: Catalogue) -> tuple[str, str, str, bool]:
    return (
        catalogue.name.strip().casefold(),
        catalogue.issuer.strip().casefold(),
        catalogue.version.strip().casefold(),
        catalogue.generic,
    )


def catalogue_objections(techniques: tuple[Technique, ...]) -> Iterator[Objection]:
    """R26, R27 and double codes: what keeps a catalogue from being used."""
    seen: set[str] = set()
    for technique in techniques:
        code = code_key(technique.code)
        if code in seen:
            yield block("R24.doubled_code", technique.code, name=technique.name)
        seen.add(code)
        yield from _instructive(technique)
        if not technique.holds:
            yield block("R27.no_hold", technique.code, hold=technique.hold_text)
        if technique.pain_based is None or technique.loads_neck_airway_abdomen is None:
            yield block("R27.undeclared", technique.code)
        if technique.pain_based:
            yield block("R27.pain_based", technique.code)
        if technique.loads_neck_airway_abdomen:
            yield block("R27.loads_body", technique.code)


def _instructive(technique: Technique) -> Iterator[Objection]:
    notes = (technique.notes, technique.elevated_risk_note, technique.prerequisites)
    for text in (technique.name, technique.hold_text, *notes):
        found = _INSTRUCTIVE.search(text) or (_TOLD.search(text) if text in notes else None)
        if found:
            yield block("R26.instructive", technique.code, words=found.group(0))
