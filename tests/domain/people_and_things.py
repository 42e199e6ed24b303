"""Valid values of the trade for the tests: people, a care service and its analysis, a catalogue.

Every builder gives something that no rule objects to; a test names what it changes.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any
from uuid import UUID, uuid5

from calm_instructor.domain.course import (
    Instructor,
)
from calm_instructor.domain.errors import Objection
from calm_instructor.domain.ids import (
    CatalogueId,
    InstructorId,
    OrganisationId,
    PersonId,
    RiskId,
    SelectionId,
    TechniqueId,
    TnaId,
)
from calm_instructor.domain.needs import (
    Audit,
    Authorisation,
    HoldCount,
    HoldSeen,
    Manner,
    NeedsAnalysis,
    Risk,
    Selection,
    Tna,
    TnaState,
)
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.people import Basis, CoreTheory, Need, Organisation, Person, StaffGroup
from calm_instructor.domain.technique import Technique, Tier

FIRST_DAY = date(2026, 11, 24)  # a Tuesday
LAST_DAY = date(2026, 11, 25)
NUMBERS = Numbers()


@cache
def named(name: str) -> UUID:
    """The id of a thing in these tests, the same in every run."""
    return uuid5(UUID(int=0), name)


def at(clock: str, day: date = FIRST_DAY) -> datetime:
    """A moment on the venue's clock, as in at("09:30")."""
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=UTC)


def codes(objections: Iterable[Objection]) -> list[str]:
    """Which sentences were said, in order."""
    return [objection.code for objection in objections]


# ── people ──────────────────────────────────────────────────────────────────────────────────────────────────────────

ORGANISATION = OrganisationId(named("organisation"))
LEAD = InstructorId(named("lead"))
NURSES = StaffGroup(
    name="Direct care", exposure="each shift", need=Need.ESCAPE, basis=Basis.EXPOSED, roles=("support worker", "nurse")
)
BOARD = StaffGroup(name="Board", exposure="none", need=Need.NONE, also_called=("Trustees",), roles=("trustee",))
GROUPS = (NURSES, BOARD)


def core_theory(**changes: Any) -> CoreTheory:
    """Core Theory of October, seen."""
    seen: dict[str, Any] = {
        "completed_on": date(2026, 10, 12),
        "evidence_kind": "certificate",
        "evidence_ref": "CT-118",
        "seen_by": "Ruairidh MacLeod",
        "seen_on": date(2026, 10, 20),
    }
    return CoreTheory(**seen | changes)


def person(**changes: Any) -> Person:
    """A support worker who may come."""
    own: dict[str, Any] = {
        "id": PersonId(named("siân")),
        "full_name": "Siân Bowen",
        "staff_no": "4411",
        "job_role": "Support worker",
        "core_theory": core_theory(),
    }
    return Person(**own | changes)


def organisation(**changes: Any) -> Organisation:
    """The organisation."""
    return Organisation(**{"id": ORGANISATION, "name": "Ashgrove Care", **changes})


def instructor(**changes: Any) -> Instructor:
    """A lead instructor with everything in date."""
    own: dict[str, Any] = {
        "id": LEAD,
        "name": "Ruairidh MacLeod",
        "number": "2217",
        "staff_no": "0417",
        "authorisation_ref": "CALM-0417",
        "authorised_from": date(2026, 1, 1),
        "expires": date(2027, 3, 31),
        "organisation": ORGANISATION,
        "confirmed": True,
        "first_aid_expires": date(2027, 6, 30),
    }
    return Instructor(**own | changes)


# ── needs ───────────────────────────────────────────────────────────────────────────────────────────────────────────

DRAWN_UP = date(2026, 10, 1)
SIGNED_IN_OCTOBER = Authorisation(
    name="Morag Reid", role="Registered manager", on=date(2026, 10, 5), manner=Manner.SCREEN
)


def technique(code: str, *holds: str, **changes: Any) -> Technique:
    """An entry of the catalogue: low tier, one person, declared harmless."""
    own: dict[str, Any] = {
        "id": TechniqueId(named(code)),
        "catalogue": CatalogueId(named("catalogue")),
        "position": 1,
        "code": code,
        "name": f"Release {code}",
        "family": "Wrist",
        "holds": holds or ("wrist",),
        "hold_text": "One hand on the wrist",
        "tier": Tier.LOW,
        "pain_based": False,
        "loads_neck_airway_abdomen": False,
    }
    return Technique(**own | changes)


def catalogue(*techniques: Technique) -> dict[str, Technique]:
    """Techniques by code."""
    return {each.code: each for each in techniques}


def audit(per_hold: Mapping[str, int] | None = None, /, **changes: Any) -> Audit:
    """Two years of counts up to the day before the analysis; each hold counted in September 2026."""
    counted = {"wrist": 9} if per_hold is None else per_hold
    own: dict[str, Any] = {
        "from_day": date(2024, 10, 1),
        "to_day": date(2026, 9, 30),
        "counts": tuple(HoldCount(hold=h, month=date(2026, 9, 1), count=n) for h, n in counted.items()),
        "last_seen": tuple(HoldSeen(hold=h, last=date(2026, 9, 20)) for h in counted),
    }
    return Audit(**own | changes)


def tna(**changes: Any) -> Tna:
    """An authorised analysis that found a need."""
    own: dict[str, Any] = {
        "id": TnaId(named("tna")),
        "ref": "TNA-2217-26-003",
        "revision_no": 2,
        "service": "Ashgrove House",
        "drawn_up_on": DRAWN_UP,
        "state": TnaState.AUTHORISED,
        "authorisation": SIGNED_IN_OCTOBER,
        "audit": audit(),
        "need": True,
        "need_reason": "Holds occur every month although the plans are followed.",
        "staff_groups": GROUPS,
    }
    return Tna(**own | changes)


def risk(number: int, hold: str = "wrist", **changes: Any) -> Risk:
    """A current risk."""
    own: dict[str, Any] = {
        "id": RiskId(named(f"risk {number}")),
        "tna": TnaId(named("tna")),
        "number": number,
        "hold": hold,
        "hold_name": f"{hold} held",
        "incidents": 9,
    }
    return Risk(**own | changes)


def selection(code: str, *risks: int, **changes: Any) -> Selection:
    """A technique chosen for these risks, both answers given."""
    own: dict[str, Any] = {
        "id": SelectionId(named(f"selection {code}")),
        "tna": TnaId(named("tna")),
        "technique": code,
        "chosen": True,
        "risks": tuple(RiskId(named(f"risk {number}")) for number in risks),
        "tried_without_touch": "Stepping back, voice, waiting.",
        "why_this_one": "The hold lasts until it is released.",
    }
    return Selection(**own | changes)


def analysis(risks: Sequence[Risk] = (), selections: Sequence[Selection] = (), **changes: Any) -> NeedsAnalysis:
    """An authorised analysis; without more, one wrist risk answered by GEN-W1."""
    return NeedsAnalysis(
        tna=tna(**changes),
        risks=tuple(risks) or (risk(1),),
        selections=tuple(selections) or (selection("GEN-W1", 1),),
    )
