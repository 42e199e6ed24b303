"""What somebody may use today, and where nothing, why: worked out from every sign-off of a person (R20 to R22, R42, R48)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from calm_instructor.domain.ids import SignOffId
from calm_instructor.domain.people import Person
from calm_instructor.domain.sign_off import Result, SignOff, TraineeSignature


class WhyNothing(Enum):
    """Why somebody may use nothing today."""

    NEVER = "never signed off"
    LEFT = "left"
    ARCHIVED = "archived"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    SUSPENDED = "suspended"
    INK = "ink later"
    DISAGREES = "disagrees"
    DECLINED = "declined"
    OUTCOME = "outcome"


@dataclass(frozen=True, kw_only=True)
class MayUse:
    """One technique by its code, until its last day, and the sign-off that gives it."""

    technique: str
    until: date
    sign_off: SignOffId


@dataclass(frozen=True, kw_only=True)
class Today:
    """What may be used today. ``why``: where nothing may be; ``day``: since when, or which day it was about; ``by``: see why."""

    may_use: tuple[MayUse, ...] = ()
    why: WhyNothing | None = None
    day: date | None = None
    by: SignOff | None = None


def authority_today(
    person: Person,
    signed: Sequence[SignOff],
    sets: Mapping[SignOffId, Sequence[str]],
    today: date,
    *,
    part_competence: bool,
) -> Today:
    """R20 to R22, R42, R48: what of all sign-offs, withdrawn ones too, holds today.

    ``sets``: the codes of each sign-off's course; ``part_competence``: whether the organisation allows it (R20).
    """
    if person.archived_on is not None:
        return Today(why=WhyNothing.ARCHIVED, day=person.archived_on)
    if person.left_on is not None and person.left_on <= today:
        return Today(why=WhyNothing.LEFT, day=person.left_on)
    standing = sorted(
        (each for each in signed if each.withdrawn_on is None), key=lambda each: each.instructor_signed_at
    )
    holds: dict[str, MayUse] = {}
    suspended: SignOff | None = None
    for each in standing:
        asked = sets.get(each.id, ())
        not_met = set(asked) - set(each.techniques)
        if each.result is Result.NOT_YET_COMPETENT:
            not_met = not_met if part_competence else {*holds}
        if each.result in {Result.NOT_YET_COMPETENT, Result.PART_COMPETENT} and not_met & set(holds):
            suspended = each
            holds = {code: held for code, held in holds.items() if code not in not_met}
        if each.valid_from is not None and each.valid_until is not None and each.valid_from <= today:
            for code in each.techniques:
                holds[code] = MayUse(technique=code, until=each.valid_until, sign_off=each.id)
    current = tuple(held for held in holds.values() if held.until >= today)
    if current:
        return Today(may_use=current)
    return _nothing(signed, standing, tuple(holds.values()), suspended)


def _nothing(
    signed: Sequence[SignOff], standing: Sequence[SignOff], lapsed: Sequence[MayUse], suspended: SignOff | None
) -> Today:
    if suspended is not None:
        return Today(why=WhyNothing.SUSPENDED, day=suspended.instructor_signed_at.date(), by=suspended)
    if not standing:
        if not signed:
            return Today(why=WhyNothing.NEVER)
        last = max(signed, key=lambda each: each.instructor_signed_at)
        return Today(why=WhyNothing.WITHDRAWN, day=last.withdrawn_on, by=last)
    last = standing[-1]
    if not last.result.gives_authority:
        return Today(why=WhyNothing.OUTCOME, by=last, day=last.instructor_signed_at.date())
    signatures = {
        TraineeSignature.INK_LATER: WhyNothing.INK,
        TraineeSignature.DISAGREES: WhyNothing.DISAGREES,
        TraineeSignature.DECLINED: WhyNothing.DECLINED,
    }
    if last.trainee_signature in signatures:
        return Today(why=signatures[last.trainee_signature], by=last, day=last.instructor_signed_at.date())
    return Today(why=WhyNothing.LAPSED, day=max((held.until for held in lapsed), default=last.valid_until), by=last)
