"""The organisation's numbers: every limit, interval and tolerance of the rules, with its default.

Nothing here is CALM policy; each default's ground stands in its comment. ``add_months`` counts months the way a diary does.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from calm_instructor.domain.errors import Objection, block


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """Settings of one organisation. Months, minutes, days or heads, as the names say."""

    core_theory_same_day: bool = False  # R1, ours
    core_theory_renewal_months: int | None = None  # R1, no default
    techniques_warn_above: int = 8  # R4, ours
    techniques_never_above: int = 12  # R4, ours
    practice_floor_minutes: int = 12  # R5, ours
    tna_valid_months: int = 12  # R8, sector
    incident_window_months: int = 24  # R9, sector
    ratio_warn: int = 12  # R12, sector
    ratio_block: int = 15  # R12, sector
    ratio_absolute: int = 30  # R12, sector
    instructor_grace_months: int = 0  # R13, sector
    missed_minutes_tolerated: int = 15  # R16, ours
    attempts_per_technique: int = 3  # R19, ours
    part_competence_allowed: bool = False  # R20
    sign_off_valid_months: int = 12  # R22, sector
    refresher_grace_months: int = 0  # R23, ours
    full_course_every_years: int = 4  # R23, sector
    late_closing_working_days: int = 2  # R29, ours
    instructor_programme: bool = False  # R37, for who is licensed to deliver it
    ended_after_months: int = 6  # R38, ours
    assessment_floor_seconds: int = 90  # R47, ours
    head_office_notice_days: int = 28  # R34, sector
    room_square_metres_each: int = 8  # venue, one provider


PUBLISHED_EXAMPLE_SECONDS = 6 * 60 + 23
"""R5: 6 min 23 s a technique, a published example of too little practice."""


RANGES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "core_theory_renewal_months": (1, 60),
        "techniques_warn_above": (1, 20),
        "techniques_never_above": (1, 20),
        "practice_floor_minutes": (1, 120),
        "tna_valid_months": (1, 24),
        "incident_window_months": (1, 60),
        "ratio_warn": (1, 60),
        "ratio_block": (1, 60),
        "ratio_absolute": (1, 60),
        "instructor_grace_months": (0, 12),
        "missed_minutes_tolerated": (0, 60),
        "attempts_per_technique": (1, 10),
        "sign_off_valid_months": (1, 36),
        "refresher_grace_months": (0, 12),
        "full_course_every_years": (1, 10),
        "late_closing_working_days": (0, 60),
        "ended_after_months": (1, 24),
        "assessment_floor_seconds": (10, 900),
        "head_office_notice_days": (0, 180),
        "room_square_metres_each": (1, 50),
    }
)
"""The lowest and highest that each number may be: beyond it a limit would switch its rule off. Ours. Yes-or-no ones have none."""

RISING = (
    ("techniques_warn_above", "techniques_never_above"),
    ("ratio_warn", "ratio_block"),
    ("ratio_block", "ratio_absolute"),
)
"""Numbers of one rule that must not fall: what warns comes before what stops (R4, R12)."""

MAY_BE_NONE = frozenset({"core_theory_renewal_months"})
"""Numbers without a default, which may be left unset (R1)."""


def number_objections(numbers: Numbers, name: str, value: int | bool | None) -> Iterator[Objection]:
    """What stands against setting one number; ``who`` is the number's field, which ``messages`` words."""
    wants_answer = name not in RANGES
    if value is None or isinstance(value, bool) != wants_answer:
        if value is not None or name not in MAY_BE_NONE:
            yield block("numbers.no_number", name)
        return
    if wants_answer:
        return
    low, high = RANGES[name]
    if not low <= value <= high:
        yield block("numbers.out_of_range", name, value=value, low=low, high=high)
        return
    change: dict[str, Any] = {name: value}
    changed = replace(numbers, **change)
    for lower, upper in RISING:
        if name in {lower, upper} and getattr(changed, lower) > getattr(changed, upper):
            other = upper if name == lower else lower
            yield block("numbers.wrong_order", name, value=value, other=other, limit=getattr(numbers, other))


def add_months(day: date, months: int) -> date:
    """The same day of the month ``months`` later (or earlier), or the last one of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def working_days_between(start: date, end: date) -> int:
    """Mondays to Fridays after ``start`` up to and including ``end``."""
    days = range(start.toordinal() + 1, end.toordinal() + 1)
    return sum(1 for ordinal in days if date.fromordinal(ordinal).weekday() < 5)
