"""Marks on the mat: recorded at once, numbered, taken back or corrected but never overwritten (R15 to R19, R44, R49, R50)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain

from calm_instructor.domain.assessment import (
    Attempt,
    AttemptState,
    CriterionMark,
    KnowledgeCheck,
    Method,
    Outcome,
    Source,
    next_number,
)
from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import Course, CourseState, CourseTechnique, Instructor
from calm_instructor.domain.errors import CalmError, Objection, block
from calm_instructor.domain.ids import AttemptId, CourseTechniqueId, EnrolmentId, KnowledgeId
from calm_instructor.domain.observing import (
    assessor_objections,
    attempt_objections,
    criteria_objections,
    marking_objections,
    open_objections,
    taking_back_objections,
)
from calm_instructor.domain.people import Person
from calm_instructor.domain.planning_rules import authorisation_objections
from calm_instructor.domain.technique import Criterion
from calm_instructor.exchange.reading.shipped import criteria as shipped_criteria
from calm_instructor.exchange.reading.shipped import knowledge as shipped_knowledge
from calm_instructor.operations.admitting import hands_on_objections
from calm_instructor.operations.registering import signed_objections
from calm_instructor.operations.wish import NO_REASONS, Act, wish
from calm_instructor.store.reading import Reading


def cell_of(view: Reading, enrolment: EnrolmentId, technique: CourseTechniqueId | None) -> tuple[Attempt, ...]:
    """Every attempt of one person at one technique (None: the core behaviours), in the order recorded."""
    return view.all(Attempt, enrolment=enrolment, technique=technique)


@wish("attempt.recorded", "assessment", "courses", stays=(Course,))
def record_outcome(
    act: Act,
    enrolment: EnrolmentId,
    technique: CourseTechniqueId | None,
    outcome: Outcome,
    *,
    observed_at: datetime | None = None,
    as_a_whole: bool = False,
    criteria: Sequence[CriterionMark] = (),
    feedback: str = "",
    not_assessed_reason: str = "",
    prompted: bool = False,
    source: Source = Source.SCREEN,
    sheet_no: str = "",
    corrects: AttemptId | None = None,
    correction_reason: str = "",
    reasons: Mapping[str, str] = NO_REASONS,
) -> Attempt:
    """Record what was seen: the next attempt, or with ``corrects`` the correction of one (R18). On the disk when it returns.

    ``as_a_whole``: the assessor saw every mandatory criterion met (R17). The first mark freezes the set (R7). A correction
    is of the moment observed, unless another is given.
    """
    place = act.work.get(Enrolment, enrolment)
    course = act.work.get(Course, place.course)
    person = act.work.get(Person, place.person)
    code = _code_in_set(act, technique, course)
    before = cell_of(act.work, enrolment, technique)
    corrected = next((each for each in before if each.id == corrects), None)
    attempt = Attempt(
        id=AttemptId(act.new_id()),
        enrolment=enrolment,
        technique=technique,
        number=corrected.number if corrected else next_number(before),
        outcome=outcome,
        observed_at=observed_at or (corrected.observed_at if corrected else act.at),
        recorded_at=act.at,
        assessor=act.by,
        source=source,
        sheet_no=sheet_no,
        as_a_whole=as_a_whole,
        criteria=tuple(criteria),
        not_assessed_reason=not_assessed_reason,
        feedback=feedback,
        prompted=prompted,
        corrects=corrects,
        correction_reason=correction_reason,
    )
    asked = chain(
        _setting_objections(act, attempt, place, course, person),
        criteria_objections(attempt, asked_criteria(technique), person.full_name),
        attempt_objections(attempt, before, person.full_name, code, act.numbers),
    )
    act.settle(asked, reasons, course=course.id, people=[person])
    if corrected is not None:
        act.work.put(replace(corrected, state=AttemptState.CORRECTED))
    act.work.put(attempt)
    _freeze(act, course)
    act.say(who=person.full_name, technique=code, what=outcome)
    return attempt


def _code_in_set(act: Act, technique: CourseTechniqueId | None, course: Course) -> str:
    if technique is None:
        return ""
    found = act.work.get(CourseTechnique, technique)
    if found.course != course.id:
        raise CalmError("store.no_record", table="course_techniques", id=technique)
    if found.taken_out_at is not None:
        act.refuse([block("R7.out_already", found.code, at=found.taken_out_at)])
    return found.code


def asked_criteria(technique: CourseTechniqueId | None) -> tuple[Criterion, ...]:
    """What is looked for: A1 to A13 of a technique; the core behaviours are confirmed as a whole."""
    return shipped_criteria() if technique is not None else ()


def _setting_objections(
    act: Act, attempt: Attempt, place: Enrolment, course: Course, person: Person
) -> tuple[Objection, ...]:
    signed = signed_objections(act.work, place, person.full_name)
    if attempt.outcome is Outcome.NOT_ASSESSED:
        day = min(attempt.observed_at.date(), course.ends_on)  # nothing was seen: it may be said after the last day
        return (*signed, *marking_objections(course, day))
    assessor = act.work.get(Instructor, attempt.assessor)
    tier = act.work.get(CourseTechnique, attempt.technique).tier if attempt.technique else None
    return (
        *signed,
        *hands_on_objections(act.work, place, course, attempt.observed_at),
        *assessor_objections(assessor, person),
        *authorisation_objections(assessor, course, tier, until=attempt.observed_at.date()),
    )


def _freeze(act: Act, course: Course) -> None:
    if course.set_frozen_at is None:
        act.work.put(replace(course, set_frozen_at=act.at, state=CourseState.RUNNING))


@wish("attempt.taken_back", "assessment")
def take_back(act: Act, attempt: AttemptId) -> Attempt:
    """Take the last mark of a cell back: it stays in the record as taken back and uses up no try (R18)."""
    current = act.work.get(Attempt, attempt)
    place = act.work.get(Enrolment, current.enrolment)
    person = act.work.get(Person, place.person)
    course = act.work.get(Course, place.course)
    act.refuse([*open_objections(course), *signed_objections(act.work, place, person.full_name)])
    cell = cell_of(act.work, current.enrolment, current.technique)
    act.refuse(taking_back_objections(current, cell, person.full_name, act.today))
    taken = replace(current, state=AttemptState.TAKEN_BACK)
    act.work.put(taken)
    act.say(who=person.full_name)
    return taken


@wish("feedback.written", "assessment")
def write_feedback(act: Act, attempt: AttemptId, feedback: str, criteria: Sequence[CriterionMark] = ()) -> Attempt:
    """R19: the words and the criteria not met that a "not yet" owes."""
    current = act.work.get(Attempt, attempt)
    place = act.work.get(Enrolment, current.enrolment)
    who = act.work.get(Person, place.person).full_name
    changed = replace(current, feedback=feedback, criteria=tuple(criteria) or current.criteria)
    act.refuse(
        [
            *open_objections(act.work.get(Course, place.course)),
            *signed_objections(act.work, place, who),
            *criteria_objections(changed, asked_criteria(current.technique), who),
        ]
    )
    act.work.put(changed)
    act.say(who=who)
    return changed


@wish("cells.not_assessed", "assessment", "courses", stays=(Course,))
def fill_not_assessed(
    act: Act,
    cells: Sequence[tuple[EnrolmentId, CourseTechniqueId | None]],
    reason: str,
    *,
    observed_at: datetime | None = None,
) -> tuple[Attempt, ...]:
    """R50: set several blank cells to "not assessed" with one reason, in one undo step. Cells with a mark are left alone."""
    for course in {act.work.get(Enrolment, enrolment).course for enrolment, _technique in cells}:
        act.refuse(open_objections(act.work.get(Course, course)))
    blank = [(enrolment, technique) for enrolment, technique in cells if not _has_mark(act, enrolment, technique)]
    marked = tuple(
        record_outcome(
            act, enrolment, technique, Outcome.NOT_ASSESSED, not_assessed_reason=reason, observed_at=observed_at
        )
        for enrolment, technique in blank
    )
    act.say(count=len(marked))
    return marked


def _has_mark(act: Act, enrolment: EnrolmentId, technique: CourseTechniqueId | None) -> bool:
    return any(each.state is AttemptState.VALID for each in cell_of(act.work, enrolment, technique))


@wish("knowledge.recorded", "assessment", "courses", stays=(Course,))
def record_knowledge(
    act: Act,
    enrolment: EnrolmentId,
    met: Sequence[str],
    *,
    method: Method = Method.SPOKEN,
    observed_at: datetime | None = None,
    source: Source = Source.SCREEN,
    sheet_no: str = "",
) -> KnowledgeCheck:
    """K1 to K5: which were met. Asked again, it is a new entry."""
    place = act.work.get(Enrolment, enrolment)
    course = act.work.get(Course, place.course)
    person = act.work.get(Person, place.person)
    at = observed_at or act.at
    act.refuse(
        [
            *signed_objections(act.work, place, person.full_name),
            *marking_objections(course, at.date()),
            *assessor_objections(act.instructor, person),
            *authorisation_objections(act.instructor, course, None, until=at.date()),
        ]
    )
    earlier = act.work.all(KnowledgeCheck, enrolment=enrolment)
    check = KnowledgeCheck(
        id=KnowledgeId(act.new_id()),
        enrolment=enrolment,
        number=1 + sum(1 for each in earlier if each.state is AttemptState.VALID),
        method=method,
        met=tuple(met),
        asked=tuple(item.code for item in shipped_knowledge()),
        observed_at=at,
        recorded_at=act.at,
        assessor=act.by,
        source=source,
        sheet_no=sheet_no,
    )
    act.work.put(check)
    _freeze(act, course)
    act.say(who=person.full_name)
    return check
