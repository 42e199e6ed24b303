"""A limited set: what may be chosen for one at all, what of a TNA's choice a course teaches, and how an agreed one changes.

R2 to R4, R6, R7, R24. A set is limited to what current risks ask for; a course's to what its TNA chose.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from calm_instructor.domain.course import Course, CourseTechnique
from calm_instructor.domain.errors import Objection, block, warn
from calm_instructor.domain.justification import (
    NO_NAMES,
    HoldNames,
    agreeing_objections,
    issued_objections,
    uncovered,
)
from calm_instructor.domain.needs import NeedsAnalysis, Tna
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.technique import Technique

Techniques = Mapping[str, Technique]
"""Techniques of the catalogue in force by code."""


class SetChange(StrEnum):
    """What is done to a technique of an agreed set, or to the set as a whole."""

    TAKEN_OUT = "taken out"
    TAKEN_IN = "taken in"
    MOVED = "moved"
    CHANGED = "changed"


# ── what may be chosen ──────────────────────────────────────────────────────────────────────────────────────────────


def choosable(analysis: NeedsAnalysis, catalogue: Techniques) -> frozenset[str]:
    """R3: codes of the catalogue that address the hold of at least one current risk and were not withdrawn."""
    return frozenset(code for code, each in catalogue.items() if not any(choosing_objections(analysis, each)))


def choosing_objections(analysis: NeedsAnalysis, technique: Technique) -> Iterator[Objection]:
    """R3, R24: what keeps a technique from being chosen for this analysis, whatever reasons it is given."""
    yield from issued_objections(technique.code, technique)
    if not any(risk.hold in technique.holds for risk in analysis.current_risks):
        yield block("R3.no_current_risk_met", technique.code, tna=analysis.tna.title)


# ── what a course teaches of it ─────────────────────────────────────────────────────────────────────────────────────


def as_taught(analysis: NeedsAnalysis, course: Course) -> NeedsAnalysis:
    """The analysis with just that chosen which the course teaches, in its own order; what that does not name comes last."""
    left_out = {each.technique: each.reason for each in course.not_taught}
    place = {code: number for number, code in enumerate(course.set_order)}
    in_order = sorted(analysis.chosen, key=lambda each: place.get(each.technique, len(place)))
    taught = tuple(
        replace(each, chosen=False, left_out_reason=left_out[each.technique])
        if each.technique in left_out
        else replace(each, position=position)
        for position, each in enumerate(in_order, start=1)
    )
    return replace(analysis, selections=(*taught, *analysis.left_out))


def taught_codes(analysis: NeedsAnalysis, course: Course) -> tuple[str, ...]:
    """What the course teaches of the choice, in teaching order."""
    return tuple(each.technique for each in as_taught(analysis, course).chosen)


def outside_objections(analysis: NeedsAnalysis, course: Course, code: str) -> Iterator[Objection]:
    """R3: a course teaches nothing that its TNA did not choose."""
    if code not in {each.technique for each in analysis.chosen}:
        yield block("R3.not_in_tna", code, course=course.ref, tna=analysis.tna.title)


def bared_objections(analysis: NeedsAnalysis, course: Course) -> Iterator[Objection]:
    """R6: risks that the TNA's choice answers and the course's own set doesn't."""
    open_anyway = {risk.id for risk in uncovered(analysis)}
    for risk in uncovered(as_taught(analysis, course)):
        if risk.id not in open_anyway:
            yield warn("R6.uncovered_here", course.ref, number=risk.number, hold=risk.hold_name)


def set_objections(
    course: Course,
    analysis: NeedsAnalysis,
    catalogue: Techniques,
    lead_name: str,
    on: date,
    numbers: Numbers,
    names: HoldNames = NO_NAMES,
) -> Iterator[Objection]:
    """R7: what is asked before the course's own set is agreed (R2 to R4, R6, R8, R24, R38 to R40, R43, R45)."""
    bared = {str(no.facts["number"]): no for no in bared_objections(analysis, course)}
    for no in agreeing_objections(as_taught(analysis, course), catalogue, lead_name, on, numbers, names):
        if no.code == "R2.nothing_chosen" and analysis.chosen:
            yield block("R2.nothing_taught", course.ref, tna=analysis.tna.title)
        elif no.code == "R6.uncovered":
            yield bared.get(str(no.facts["number"]), no)
        else:
            yield no


# ── an agreed set ───────────────────────────────────────────────────────────────────────────────────────────────────


def standing(pinned: Iterable[CourseTechnique]) -> tuple[CourseTechnique, ...]:
    """The set as it stands, in teaching order."""
    return tuple(sorted((each for each in pinned if each.taken_out_at is None), key=lambda each: each.position))


def standing_at(pinned: Iterable[CourseTechnique], at: datetime) -> tuple[CourseTechnique, ...]:
    """The set as it stood at the moment of a sign-off that stands; nothing comes in after one (R7), so what left later was in it."""
    was_in = (each for each in pinned if each.taken_out_at is None or each.taken_out_at > at)
    return tuple(sorted(was_in, key=lambda each: (each.position, each.code)))


def shown_set(pinned: Iterable[CourseTechnique], covered: Container[str]) -> tuple[CourseTechnique, ...]:
    """The set as it stands, with what was taken out of it and a sign-off still names. ``covered``: codes that one names."""
    shown = (each for each in pinned if each.taken_out_at is None or each.code in covered)
    return tuple(sorted(shown, key=lambda each: (each.position, each.code)))


def signed_under_objections(course: Course, now: Tna, signed: int) -> Iterator[Objection]:
    """R7, R21: what is signed rests on its revision; a course with sign-offs stays on it. ``signed``: how many there are."""
    if signed:
        yield block("R7.signed_under", course.ref, tna=now.title, count=signed)


def frozen_objections(course: Course, who: str, what: SetChange) -> Iterator[Objection]:
    """R7: after the first mark a change of the set needs a recorded reason, or a newer TNA revision."""
    if course.set_frozen_at is not None:
        yield warn("R7.frozen", who, what=what)


def signed_on_objections(added: Sequence[str], signed: int) -> Iterator[Objection]:
    """R7, R20: nothing comes into a set on which somebody is signed off. ``signed``: how many are."""
    if signed:
        for code in added:
            yield block("R7.signed_on_it", code, count=signed)


def later_objections(now: Tna, later: Tna, chain: Sequence[Tna]) -> Iterator[Objection]:
    """R7: a course moves to a later revision of its own TNA. ``chain``: the revisions that came after ``now``."""
    if later.id not in {each.id for each in chain}:
        yield block("R7.not_later", later.title, tna=now.title)
