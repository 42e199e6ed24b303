"""What each of the organisation's numbers is called, what its rule means, and in what it counts."""

from collections.abc import Mapping
from dataclasses import dataclass

from calm_instructor.messages.translating import _, mark, ngettext


@dataclass(frozen=True)
class NumberWords:
    """``label``: the number; ``means``: its rule in one sentence; ``unit``: what it counts, one and many, "" for yes or no."""

    label: str
    means: str
    one: str = ""
    many: str = ""


_MONTHS = (mark("month"), mark("months"))
_YEARS = (mark("year"), mark("years"))
_MINUTES = (mark("minute"), mark("minutes"))
_SECONDS = (mark("second"), mark("seconds"))
_DAYS = (mark("day"), mark("days"))
_WORKING_DAYS = (mark("working day"), mark("working days"))
_TECHNIQUES = (mark("technique"), mark("techniques"))
_PEOPLE = (mark("person"), mark("people"))
_TRIES = (mark("try"), mark("tries"))
_METRES = (mark("m²"), mark("m²"))

NUMBERS: Mapping[str, NumberWords] = {
    "core_theory_same_day": NumberWords(
        mark("Core Theory on the same day"),
        mark("Whether Core Theory may end on the morning of the first practical day. The register must show it."),
    ),
    "core_theory_renewal_months": NumberWords(
        mark("Core Theory counts for"),
        mark(
            "After this, Core Theory must be renewed before anybody takes the practical part. Unset: it does not run out."
        ),
        *_MONTHS,
    ),
    "techniques_warn_above": NumberWords(
        mark("Techniques without a reason"),
        mark("A set may hold up to this many without more; above it, the programme asks for a reason."),
        *_TECHNIQUES,
    ),
    "techniques_never_above": NumberWords(
        mark("Techniques at most"), mark("No set holds more than this."), *_TECHNIQUES
    ),
    "practice_floor_minutes": NumberWords(
        mark("Practice for each technique"),
        mark("A plan with less practice for each technique than this asks for a reason."),
        *_MINUTES,
    ),
    "tna_valid_months": NumberWords(
        mark("A TNA counts for"), mark("After this, a TNA is reviewed before a new set rests on it."), *_MONTHS
    ),
    "incident_window_months": NumberWords(
        mark("Incidents are counted over"), mark("How far back the figures of a TNA reach."), *_MONTHS
    ),
    "ratio_warn": NumberWords(
        mark("People to an instructor, good practice"),
        mark("Above this, placing people asks for a reason."),
        *_PEOPLE,
    ),
    "ratio_block": NumberWords(
        mark("People to an instructor, at most"), mark("Above this, another instructor is needed."), *_PEOPLE
    ),
    "ratio_absolute": NumberWords(
        mark("People on a course, at most"),
        mark("Above this, the course is split, however many instructors."),
        *_PEOPLE,
    ),
    "instructor_grace_months": NumberWords(
        mark("An authorisation that ran out still assists for"),
        mark("So long an instructor may assist, never lead."),
        *_MONTHS,
    ),
    "missed_minutes_tolerated": NumberWords(
        mark("Minutes that may be missed"),
        mark(
            "Who missed more makes it good on record before sign-off. Parts that everybody must attend have no tolerance."
        ),
        *_MINUTES,
    ),
    "attempts_per_technique": NumberWords(
        mark("Tries at a technique"),
        mark("After this many on one course: an action plan, and head office is told."),
        *_TRIES,
    ),
    "part_competence_allowed": NumberWords(
        mark("Part competent is an outcome"),
        mark("Whether somebody competent in a part of the set may use that part. Off: they are not yet competent."),
    ),
    "sign_off_valid_months": NumberWords(
        mark("A sign-off counts for"), mark("Counted from the last assessment; a refresher is due by then."), *_MONTHS
    ),
    "refresher_grace_months": NumberWords(
        mark("A refresher may come late by"),
        mark("Whose sign-off ran out longer ago than this takes the full course, or you say why not."),
        *_MONTHS,
    ),
    "full_course_every_years": NumberWords(
        mark("The full course again every"),
        mark("After this long a refresher is not enough, whatever was refreshed in between."),
        *_YEARS,
    ),
    "late_closing_working_days": NumberWords(
        mark("A course closes within"), mark("A course that closes later is flagged to head office."), *_WORKING_DAYS
    ),
    "instructor_programme": NumberWords(
        mark("The Instructor Programme is delivered here"),
        mark("For an organisation licensed to train instructors. Off: it is no course type."),
    ),
    "ended_after_months": NumberWords(
        mark("A risk is proposed as ended after"),
        mark("Without an incident for this long, ending a risk is proposed. It never ends by itself."),
        *_MONTHS,
    ),
    "assessment_floor_seconds": NumberWords(
        mark("Assessment for each try"),
        mark("A plan with less assessment time for each try and assessor than this asks for a reason."),
        *_SECONDS,
    ),
    "head_office_notice_days": NumberWords(
        mark("Head office is told before a course"), mark("Notice given later than this is flagged as late."), *_DAYS
    ),
    "room_square_metres_each": NumberWords(
        mark("Room for each person"), mark("What the venue checklist and the plan ask of the room."), *_METRES
    ),
}
"""Words of every number, by its field."""


def number_label(name: str) -> str:
    """What a number is called."""
    return _(NUMBERS[name].label)


def number_means(name: str) -> str:
    """Its rule in plain words."""
    return _(NUMBERS[name].means)


def number_unit(name: str, value: int) -> str:
    """What it counts, as "12 months" has it; "" for yes or no."""
    words = NUMBERS[name]
    return ngettext(words.one, words.many, value) if words.one else ""


def number_shown(name: str, value: int | bool | None) -> str:
    """A number as a reader sees it: "12 months", "yes", "not set"."""
    if value is None:
        return _("not set")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return f"{value} {number_unit(name, value)}"
