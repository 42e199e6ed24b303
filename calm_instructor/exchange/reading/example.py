"""The built-in example: one made-up care service with its roster, its incident log and every text that a course asks for.

Only the demonstration and the practice store read it. Its texts are proposals in general words, for the example's own log or
for any other; people and places are invented. Decides nothing and writes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid5

from calm_instructor.domain.course import Instructor, VenueCheck
from calm_instructor.domain.ids import InstructorId, OrganisationId
from calm_instructor.domain.needs import NoteAnswer
from calm_instructor.domain.people import Organisation
from calm_instructor.exchange.reading.shipped import SHIPPED, checked, raw
from calm_instructor.paths import resource


@dataclass(frozen=True, kw_only=True)
class Authoriser:
    """Who authorises the TNA."""

    name: str
    role: str


@dataclass(frozen=True, kw_only=True)
class CourseTexts:
    """The course: ``type`` is the code of a course type."""

    title: str
    type: str
    site: str
    venue: str
    venue_check: VenueCheck


@dataclass(frozen=True, kw_only=True)
class ServiceTexts:
    """What the TNA says of the service. ``need_reason`` takes {holds} and {techniques} (counts), ``ended_reason`` {months}, {last}.

    ``people``: how many the service has of each staff group, by the group's name.
    """

    service: str
    setting: str
    sites: tuple[str, ...]
    tna_ref: str
    risk_assessment_ref: str
    audit_ref: str
    compared_with: str
    factors: tuple[str, ...]
    need_reason: str
    primary_prevention: str
    secondary_prevention: str
    tertiary_prevention: str
    recovery: str
    plan_ref: str
    life_support: str
    ended_reason: str
    people: Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class HoldTexts:
    """Where a hold is met, and R3's two answers for the technique that addresses it, as proposed."""

    situation: str
    posture: str
    tried_without_touch: str
    why_this_one: str


@dataclass(frozen=True, kw_only=True)
class LeftOutTexts:
    """Why a technique is left out: ``not_met`` takes {months}, ``ended`` {number} and {last}, ``beyond_limit`` {count} and {limit}."""

    not_met: str
    ended: str
    beyond_limit: str
    not_needed: str


@dataclass(frozen=True, kw_only=True)
class NoteAnswered:
    """R45: the proposed answer to a technique's elevated-risk note."""

    answer: NoteAnswer
    text: str


@dataclass(frozen=True, kw_only=True)
class Feedback:
    """What goes with a "not yet": the criteria not met, and words."""

    criteria: tuple[str, ...]
    feedback: str


@dataclass(frozen=True, kw_only=True)
class NotYetTexts:
    """For the one who is competent at the second try, and for the one who stays not yet competent."""

    second_try: Feedback
    stays: Feedback


@dataclass(frozen=True, kw_only=True)
class ActionPlanTexts:
    """R19: ``need`` takes {techniques}, ``by_whom`` {lead}."""

    need: str
    support: str
    by_whom: str
    days_to_review: int
    restriction: str


@dataclass(frozen=True, kw_only=True)
class Example:
    """The whole example on its fixed day. ``service`` goes with its own log, ``any_service`` with a log handed in.

    Organisation and instructors carry ids that are the same everywhere: a store gives them ids of its own.
    """

    today: date
    organisation: Organisation
    lead: Instructor
    co_instructor: Instructor
    authoriser: Authoriser
    course: CourseTexts
    service: ServiceTexts
    any_service: ServiceTexts
    holds: Mapping[str, HoldTexts]
    left_out: LeftOutTexts
    note_answers: Mapping[str, NoteAnswered]
    not_yet: NotYetTexts
    action_plan: ActionPlanTexts

    def on(self, today: date) -> "Example":
        """The example on another day: the instructors' dates move along, so that an authorisation doesn't run out."""
        shift = today - self.today
        return replace(
            self, today=today, lead=_moved(self.lead, shift), co_instructor=_moved(self.co_instructor, shift)
        )


_DATES = ("authorised_from", "expires", "core_theory_on", "first_aid_expires", "last_visit_on")


def _moved(instructor: Instructor, shift: timedelta) -> Instructor:
    moved: dict[str, Any] = {name: day + shift for name in _DATES if (day := getattr(instructor, name)) is not None}
    return replace(instructor, **moved)


@cache
def example() -> Example:
    """The example on its own fixed day."""
    read = raw("example/example.json")
    read["organisation"]["id"] = OrganisationId(uuid5(SHIPPED, "example organisation"))
    for who in ("lead", "co_instructor"):
        read[who]["id"] = InstructorId(uuid5(SHIPPED, f"example instructor {read[who]['number']}"))
    (checked_example,) = checked(Example, [read])
    return checked_example


def example_roster() -> Path:
    """The example's roster, a CSV file like any other."""
    return resource("example/roster.csv")


def example_incidents() -> Path:
    """The example's incident log, a CSV file like any other."""
    return resource("example/incidents.csv")
