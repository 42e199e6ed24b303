"""The end of a course: nothing open, nothing left unexplained (R29, R30), and what never leaves the laptop (R31)."""

from collections.abc import Iterator, Sequence
from datetime import date

from calm_instructor.domain.assessment import Attempt, AttemptState, Outcome
from calm_instructor.domain.attendance import Enrolment, Part
from calm_instructor.domain.course import Course, Session
from calm_instructor.domain.errors import Objection, block, note
from calm_instructor.domain.numbers import Numbers, working_days_between
from calm_instructor.domain.outcomes import CaseFile
from calm_instructor.domain.sign_off import SignOff, TraineeSignature


def case_objections(case: CaseFile, sessions: Sequence[Session], signed: SignOff | None) -> Iterator[Objection]:
    """R29: one person's open items: cells without mark or reason, sessions without register, no sign-off, ink not held.

    Who only watches owes nothing.
    """
    who = case.person.full_name
    if case.enrolment.part is Part.OBSERVER:
        return
    for session in sessions:
        if not any(attendance.session == session.id for attendance in case.attended):
            yield block("R29.no_attendance", who, session=session.number)
    if case.enrolment.part is not Part.PHYSICAL:
        return
    for technique in case.techniques:
        if case.stands(technique.id) is None:
            yield block("R29.cell_open", who, technique=technique.code)
    if case.stands(None) is None:
        yield block("R29.cell_open", who, technique="")
    if signed is None:
        yield block("R29.not_signed_off", who)
    elif signed.trainee_signature is TraineeSignature.INK_LATER and not signed.ink_copy_held_at.strip():
        yield block("R29.ink_not_held", who, number=signed.number)


def closing_objections(course: Course, on: date, numbers: Numbers) -> Iterator[Objection]:
    """R29: a course closes after its last day; late closing is flagged with its date."""
    if on < course.ends_on:
        yield block("R29.not_over", course.ref, end=course.ends_on)
    late = working_days_between(course.ends_on, on)
    if late > numbers.late_closing_working_days:
        yield note("R29.late", course.ref, days=late, limit=numbers.late_closing_working_days)


def giving_up_objections(place: Enrolment, attempts: Sequence[Attempt], reason: str, who: str) -> Iterator[Objection]:
    """R29: a place is given up once, with a reason, and only where nothing was seen: a mark is signed off, never left behind."""
    if place.withdrawn_on is not None:
        yield block("R29.given_up_already", who, day=place.withdrawn_on)
    if not reason.strip():
        yield block("R29.no_reason_to_give_up", who)
    if any(each.state is AttemptState.VALID and each.outcome is not Outcome.NOT_ASSESSED for each in attempts):
        yield block("R29.marks_stay", who)


def active(enrolments: Sequence[Enrolment]) -> tuple[Enrolment, ...]:
    """Places that were not given up, by bib."""
    return tuple(sorted((e for e in enrolments if e.withdrawn_on is None), key=lambda e: e.bib))


STAYS_HOME: dict[str, frozenset[str]] = {
    "fitness": frozenset({"status", "adjustment", "limit"}),
    "tnas": frozenset(
        {"need_reason", "factors", "primary_prevention", "secondary_prevention", "tertiary_prevention", "recovery"}
    ),
    "tna_risks": frozenset({"situation", "controls", "ended_reason"}),
    "assessments": frozenset({"not_assessed_reason"}),  # where somebody would write why a person could not
    "incidents": frozenset({"facts", "body_area", "first_aid", "added"}),
    "enrolments": frozenset({"adjustment", "withdrawn_reason"}),
    "evaluations": frozenset({"to_change"}),
}
"""R31: fields that travel to head office in no form: health, TNA narrative, incident narrative. Table → field names.

A trail entry whose body writes such a table travels by its hash alone.
"""
