"""Watching and judging: what may be marked, by whom, when, and what a mark needs (R13, R17, R18, R19, R44, R50)."""

from collections.abc import Iterator, Sequence
from datetime import date

from calm_instructor.domain.assessment import Attempt, AttemptState, Met, Outcome, standing, tries_used
from calm_instructor.domain.course import Course, CourseState, Instructor
from calm_instructor.domain.errors import Objection, block, warn
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.people import Person, same_name
from calm_instructor.domain.technique import Criterion


def open_objections(course: Course) -> Iterator[Objection]:
    """R30: after closing everything is read-only."""
    if course.state is CourseState.CLOSED:
        yield block("R30.closed", course.ref, at=course.closed_at or course.ends_on)
    elif course.state is CourseState.CANCELLED:
        yield block("R30.cancelled", course.ref)


def marking_objections(course: Course, on: date) -> Iterator[Objection]:
    """R7, R17, R30: marks are made on an agreed set, in a course that is ready, on a day within it."""
    yield from open_objections(course)
    if course.set_agreed_at is None:
        yield block("R7.not_agreed", course.ref)
    elif course.state is CourseState.PLANNING:
        yield block("R7.not_ready", course.ref)
    if not course.starts_on <= on <= course.ends_on:
        yield block("R17.outside_course", course.ref, day=on, start=course.starts_on, end=course.ends_on)


def assessor_objections(assessor: Instructor, person: Person) -> Iterator[Objection]:
    """R13: no one assesses or signs off themselves (same staff number, now or earlier, or same name where one has none)."""
    same_number = assessor.staff_no and assessor.staff_no in {person.staff_no, *person.earlier_numbers}
    either_without = not (assessor.staff_no and person.staff_no)
    if same_number or (either_without and same_name(assessor.name, person.full_name)):
        yield block("R13.themselves", person.full_name)


UNPROMPTED = "A1"
"""The criterion that a prompt leaves unmet."""


def criteria_objections(attempt: Attempt, criteria: Sequence[Criterion], who: str) -> Iterator[Objection]:
    """R17: competent means every mandatory criterion met in this attempt; R44: none of them is "not applicable"."""
    marks = {mark.code: mark for mark in attempt.criteria}
    for criterion in criteria:
        mark = marks.get(criterion.code)
        if mark is not None and mark.met is Met.NOT_APPLICABLE:
            if criterion.mandatory:
                yield block("R44.mandatory", who, criterion=criterion.code, label=criterion.short)
            elif not mark.reason.strip():
                yield block("R44.no_reason", who, criterion=criterion.code, label=criterion.short)
        if attempt.outcome is not Outcome.COMPETENT or not criterion.mandatory:
            continue
        if mark is None and not attempt.as_a_whole:
            yield block("R17.not_ticked", who, criterion=criterion.code, label=criterion.short)
        elif mark is not None and mark.met is Met.NOT_MET:
            yield block("R17.not_met", who, criterion=criterion.code, label=criterion.short)
        elif attempt.prompted and criterion.code == UNPROMPTED:
            yield block("R17.prompted", who, criterion=criterion.code, label=criterion.short)


def attempt_objections(
    attempt: Attempt, before: Sequence[Attempt], who: str, technique: str, numbers: Numbers
) -> Iterator[Objection]:
    """R18, R19: a change of what stands needs a reason; a "not assessed" says why; tries above the limit warn."""
    current = standing(before)
    if attempt.outcome is Outcome.NOT_ASSESSED and not attempt.not_assessed_reason.strip():
        yield block("R29.no_reason", who, technique=technique)
    if attempt.corrects is not None and not attempt.correction_reason.strip():
        yield block("R18.no_reason", who, technique=technique)
    if attempt.corrects is not None and attempt.corrects not in {a.id for a in before if a.state is AttemptState.VALID}:
        yield block("R18.not_standing", who)
    if attempt.corrects is None and current is not None:
        if current.outcome is Outcome.COMPETENT:
            yield block("R18.already_competent", who, technique=technique)
        elif current.outcome is Outcome.NOT_YET and attempt.outcome is Outcome.NOT_ASSESSED:
            yield block("R18.not_yet_stands", who, technique=technique)
    is_try = attempt.outcome is not Outcome.NOT_ASSESSED and attempt.corrects is None
    if is_try and tries_used(before) >= numbers.attempts_per_technique:
        yield warn("R19.tries_used", who, technique=technique, tries=numbers.attempts_per_technique)


def taking_back_objections(attempt: Attempt, cell: Sequence[Attempt], who: str, today: date) -> Iterator[Objection]:
    """R18: the last mark of a cell can be taken back on its day; later, or after a next attempt, it is a correction.

    A correction is not taken back, or nothing would stand in its place; it is corrected again.
    """
    current = standing(cell)
    if attempt.state is not AttemptState.VALID:
        yield block("R18.not_standing", who)
    elif current is None or current.id != attempt.id:
        yield block("R18.next_exists", who)
    elif attempt.corrects is not None:
        yield block("R18.is_correction", who)
    elif attempt.recorded_at.date() != today:
        yield block("R18.day_over", who, day=attempt.recorded_at.date())


def filling_objections(outcome: Outcome, count: int) -> Iterator[Objection]:
    """R50: several cells at once take "not assessed" with a reason, never "competent"."""
    if outcome is not Outcome.NOT_ASSESSED:
        yield block("R50.only_not_assessed", str(count))
