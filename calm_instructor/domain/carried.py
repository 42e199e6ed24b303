"""What a draft took over from the TNA it began with and nobody has looked at again yet: a review is a looking again (R8).

Each piece has a key, kept in ``Tna.carried``: a question's texts by the question's name, a hold that is no risk, a current risk
by its number, a chosen technique by its code. A key goes when its piece is changed, ended, left out, or confirmed as still so.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from calm_instructor.domain.errors import Objection, block
from calm_instructor.domain.needs import Audit, NeedsAnalysis, Tna
from calm_instructor.domain.numbers import add_months


class Looked(StrEnum):
    """Where carried pieces are looked at again: the questions that have any, in their order."""

    SERVICE = "service"
    AUDIT = "audit"
    FACTORS = "factors"
    GROUPS = "groups"
    RISKS = "risks"
    PREVENTION = "prevention"
    NEED = "need"
    TECHNIQUES = "techniques"


TEXTS: Mapping[Looked, tuple[str, ...]] = MappingProxyType(
    {
        Looked.SERVICE: ("service", "setting", "sites", "risk_assessment_ref", "plan_ref", "life_support"),
        Looked.FACTORS: ("factors",),
        Looked.GROUPS: ("staff_groups",),
        Looked.PREVENTION: ("primary_prevention", "secondary_prevention", "tertiary_prevention", "recovery"),
        Looked.NEED: ("need", "need_reason"),
    }
)
"""The fields of a TNA that are one piece together."""

_HOLD, _RISK, _TECHNIQUE = "hold:", "risk:", "technique:"
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


def carried_hold(hold: str) -> str:
    """Key of a hold that was counted and is no risk."""
    return f"{_HOLD}{hold}"


def carried_risk(number: int) -> str:
    """Key of a risk by its number."""
    return f"{_RISK}{number}"


def carried_technique(code: str) -> str:
    """Key of a chosen technique by its code."""
    return f"{_TECHNIQUE}{code}"


def looked_where(key: str) -> Looked:
    """In which question a piece is looked at. Raises ValueError for what is no key."""
    if key.startswith((_HOLD, _RISK)):
        return Looked.RISKS
    return Looked.TECHNIQUES if key.startswith(_TECHNIQUE) else Looked(key)


def carried_from(analysis: NeedsAnalysis) -> tuple[str, ...]:
    """Every piece that a revision takes over: texts that say something, the counts, and each thing listed that still stands."""
    tna = analysis.tna
    said = [
        place for place, fields in TEXTS.items() if any(getattr(tna, name) not in ("", (), None) for name in fields)
    ]
    return (
        *(place.value for place in Looked if place is Looked.AUDIT or place in said),
        *(carried_hold(each.hold) for each in tna.not_carried),
        *(carried_risk(each.number) for each in analysis.current_risks),
        *(carried_technique(each.technique) for each in analysis.chosen),
    )


def looked_at(tna: Tna, keys: Iterable[str]) -> Tna:
    """The TNA without these keys among what is still to be looked at."""
    gone = set(keys)
    return replace(tna, carried=tuple(key for key in tna.carried if key not in gone))


def after_change(before: Tna, after: Tna) -> Tna:
    """The TNA as changed, without the keys of what the change touched. Counts are looked at by counting: neither a row without
    a count nor another period alone is one.
    """
    touched = {
        place.value
        for place, fields in TEXTS.items()
        if any(getattr(before, name) != getattr(after, name) for name in fields)
    }
    if _counted(before.audit) != _counted(after.audit):
        touched.add(Looked.AUDIT.value)
    reasons = {each.hold: each.reason for each in before.not_carried}
    kept = {each.hold for each in after.not_carried if reasons.get(each.hold) == each.reason}
    touched |= {carried_hold(hold) for hold in reasons if hold not in kept}
    return looked_at(after, touched)


def _counted(audit: Audit) -> dict[tuple[str, date], int]:
    met = set(audit.holds())
    return {(each.hold, each.month): each.count for each in audit.counts if each.hold in met}


def counts_are_late(tna: Tna) -> bool:
    """Whether the counts end more than a month before the TNA was drawn up, or nobody says when (R9)."""
    return tna.audit.to_day is None or tna.audit.to_day < add_months(tna.drawn_up_on, -1)


def still_carried(analysis: NeedsAnalysis) -> tuple[str, ...]:
    """The keys whose piece still stands as it came over; that of a risk that ended or a technique that left asks nothing."""
    tna = analysis.tna
    standing = {
        *(place.value for place in Looked),
        *(carried_hold(each.hold) for each in tna.not_carried),
        *(carried_risk(each.number) for each in analysis.current_risks),
        *(carried_technique(each.technique) for each in analysis.chosen),
    }
    return tuple(key for key in tna.carried if key in standing)


def carried_objections(analysis: NeedsAnalysis, names: Mapping[str, str] = _NO_NAMES) -> Iterator[Objection]:
    """R8: what came over and was not looked at again, in one sentence for each question. ``names``: of holds, by code."""
    tna, carried = analysis.tna, still_carried(analysis)
    for place in Looked:
        here = [key for key in carried if looked_where(key) is place]
        if place is Looked.AUDIT and here:
            yield block("R8.counts_carried", tna.title, where=place)
        elif place in TEXTS and here:
            yield block("R8.text_carried", tna.title, where=place)
        elif here:
            yield block("R8.still_carried", tna.title, what=[_named(key, analysis, names) for key in here], where=place)


def _named(key: str, analysis: NeedsAnalysis, names: Mapping[str, str]) -> str:
    for risk in analysis.risks:
        if key == carried_risk(risk.number):
            return risk.hold_name
    if key.startswith(_HOLD):
        hold = key.removeprefix(_HOLD)
        return names.get(hold, hold)
    return key.removeprefix(_TECHNIQUE)
