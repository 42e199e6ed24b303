"""People placed on a course: only who may, and for the part they may (R1, R11, R12, R53)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from calm_instructor.domain.assessment import Attempt
from calm_instructor.domain.attendance import Attendance, Enrolment, Part, Presence
from calm_instructor.domain.closing import active, giving_up_objections
from calm_instructor.domain.course import Course, CourseKind, Instructor, Session, derived_tier, timed
from calm_instructor.domain.errors import Objection, block
from calm_instructor.domain.ids import CourseId, EnrolmentId, PersonId
from calm_instructor.domain.instructor_programme import route_objections
from calm_instructor.domain.needs import Tna
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.observing import open_objections
from calm_instructor.domain.people import (
    Basis,
    CoreTheory,
    Person,
    basis_objections,
    basis_of,
    core_theory_objections,
    employer_objections,
    evidence_objections,
)
from calm_instructor.domain.planning_rules import ratio_objections
from calm_instructor.domain.sign_off import SignOff
from calm_instructor.operations.limiting import set_of
from calm_instructor.operations.planning import authorised_instructors, blocks_of, first_physical
from calm_instructor.operations.refreshing import refresher_asked
from calm_instructor.operations.wish import NO_REASONS, Act, numbers_of, wish
from calm_instructor.store.reading import Reading


@wish("evidence.seen", "people")
def see_evidence(act: Act, person: PersonId, kind: str, reference: str, *, completed_on: date | None = None) -> Person:
    """R1: the evidence of Core Theory was seen: of what kind, with which reference, by whom, when."""
    current = act.work.get(Person, person)
    earlier = current.core_theory
    day = completed_on or (earlier.completed_on if earlier else None)
    if day is not None and day > act.today:
        act.refuse([block("R1.still_to_come", current.full_name, completed=day)])
    if day is not None:
        seen = CoreTheory(
            completed_on=day,
            provider=earlier.provider if earlier else "",
            evidence_kind=kind.strip(),
            evidence_ref=reference.strip(),
            seen_by=act.instructor.name,
            seen_on=act.today,
        )
        current = replace(current, core_theory=seen)
    act.refuse(evidence_objections(current))
    act.work.put(current)
    act.say(who=current.full_name)
    return current


def enrolled(view: Reading, course: CourseId) -> tuple[Enrolment, ...]:
    """Who is on the course, by bib; places given up are left out."""
    return active(view.all(Enrolment, course=course))


def eligibility(view: Reading, person: Person, course: Course) -> tuple[Objection, ...]:
    """R1, R11, R21, R37, R53: what keeps one person from the physical part of one course; empty when nothing does."""
    return next(objections for _person, objections in eligibilities(view, (person,), course))


def eligibilities(
    view: Reading, people: Iterable[Person], course: Course
) -> Iterator[tuple[Person, tuple[Objection, ...]]]:
    """``eligibility`` of many people, the course looked up once."""
    groups = view.get(Tna, course.tna).staff_groups
    covers = view.get(Instructor, course.lead).covers_other_employers
    first, numbers = first_physical(view, course), numbers_of(view)
    trains_instructors = course.kind is CourseKind.INSTRUCTOR_PROGRAMME
    profiles = {each.staff_no: each for each in view.all(Instructor) if each.staff_no} if trains_instructors else {}
    for person in people:
        way = route_objections(person.full_name, profiles.get(person.staff_no), course.starts_on)
        yield (
            person,
            (
                *theory_objections_before(view, person, first, numbers),
                *basis_objections(person, groups),
                *employer_objections(person, covers),
                *(way if trains_instructors else ()),
            ),
        )


def theory_objections(view: Reading, person: Person, course: Course) -> tuple[Objection, ...]:
    """R1 for one person on one course: a date on record, before its first physical session."""
    return theory_objections_before(view, person, first_physical(view, course), numbers_of(view))


def theory_objections_before(view: Reading, person: Person, first: datetime, numbers: Numbers) -> tuple[Objection, ...]:
    """``theory_objections`` where the first physical session is known already."""
    heard = numbers.core_theory_same_day and _heard_before(view, person, first)
    return tuple(core_theory_objections(person, first.date(), numbers, theory_ended_before=heard))


def _heard_before(view: Reading, person: Person, moment: datetime) -> bool:
    """R1: whether a register of that day shows the person in a Core Theory session that ended before ``moment``."""
    for place in view.all(Enrolment, person=person.id):
        if view.get(Course, place.course).kind is not CourseKind.CORE_THEORY:
            continue
        for attended in view.all(Attendance, enrolment=place.id):
            session = view.get(Session, attended.session)
            blocks = timed(session, blocks_of(view, session))
            over = bool(blocks) and datetime.combine(session.on, blocks[-1].ends) <= moment
            if session.on == moment.date() and over and attended.presence is not Presence.ABSENT:
                return True
    return False


def theory_lost(
    view: Reading, one: Person, before: Iterable[Person], places: Sequence[Enrolment]
) -> Iterator[Objection]:
    """R1: what was marked or signed keeps the Core Theory that it was done on. ``before``: whose places these were."""
    owners = {each.id: each for each in before}
    for place in places:
        if place.part is not Part.PHYSICAL or not (
            view.count(Attempt, enrolment=place.id) or view.count(SignOff, enrolment=place.id)
        ):
            continue
        course = view.get(Course, place.course)
        stood = {no.code for no in _theory_of(view, owners[place.person], course)}
        yield from (no for no in _theory_of(view, one, course) if no.code not in stood)


def _theory_of(view: Reading, person: Person, course: Course) -> tuple[Objection, ...]:
    return (*theory_objections(view, person, course), *evidence_objections(person))


@wish("people.enrolled", "people", "courses")
def enrol(
    act: Act,
    course: CourseId,
    people: Sequence[PersonId],
    part: Part = Part.PHYSICAL,
    *,
    reasons: Mapping[str, str] = NO_REASONS,
) -> tuple[Enrolment, ...]:
    """Place people on a course: all or none. The physical part asks R1, R11, R12, R23, R37 and R53; the theory part is open."""
    current = act.work.get(Course, course)
    act.refuse(open_objections(current))
    here = enrolled(act.work, course)
    asked: list[Objection] = []
    placed: list[Enrolment] = []
    tna = act.work.get(Tna, current.tna)
    bib = max((each.bib for each in act.work.all(Enrolment, course=course)), default=0)
    for person_id in people:
        person = act.work.get(Person, person_id)
        if person_id in {each.person for each in here} or person_id in {each.person for each in placed}:
            asked.append(block("enrolment.twice", person.full_name))
            continue
        if part is Part.PHYSICAL:
            asked += eligibility(act.work, person, current)
            asked += next(no for _person, no in refresher_asked(act.work, [person], current))
        bib += 1
        placed.append(
            Enrolment(
                id=EnrolmentId(act.new_id()),
                course=course,
                person=person_id,
                part=part,
                bib=bib,
                basis=basis_of(person, tna.staff_groups) if part is Part.PHYSICAL else None,
            )
        )
    if part is Part.PHYSICAL:
        physical = sum(1 for each in here if each.part is Part.PHYSICAL) + len(placed)
        authorised = authorised_instructors(act.work, current, derived_tier(set_of(act.work, course)))
        asked += ratio_objections(physical, authorised, current.ref, act.numbers)
    act.settle(asked, reasons, course=course, people=[act.work.get(Person, each) for each in people])
    act.work.put_all(placed)
    act.say(count=len(placed), who=current.ref)
    return tuple(placed)


@wish("enrolment.withdrawn", "people", "courses")
def give_up_place(act: Act, enrolment: EnrolmentId, reason: str) -> Enrolment:
    """A person leaves the course before anything was seen of them; whoever was marked is signed off instead (R29)."""
    current = act.work.get(Enrolment, enrolment)
    who = act.work.get(Person, current.person).full_name
    act.refuse(
        [
            *open_objections(act.work.get(Course, current.course)),
            *giving_up_objections(current, act.work.all(Attempt, enrolment=enrolment), reason, who),
        ]
    )
    changed = replace(current, withdrawn_on=act.today, withdrawn_reason=reason)
    act.work.put(changed)
    act.say(who=who)
    return changed


@wish("enrolment.part_changed", "people", "courses")
def change_part(act: Act, enrolment: EnrolmentId, part: Part, *, reasons: Mapping[str, str] = NO_REASONS) -> Enrolment:
    """R11: a person on a course comes to the physical part after all, to the theory part only, or to watch; the bib stays.

    The physical part asks what enrolling asks; whoever was marked stays where they were marked (R29).
    """
    current = act.work.get(Enrolment, enrolment)
    course = act.work.get(Course, current.course)
    person = act.work.get(Person, current.person)
    act.refuse(open_objections(course))
    asked: list[Objection] = []
    if part is Part.PHYSICAL and current.part is not Part.PHYSICAL:
        others = sum(1 for each in enrolled(act.work, course.id) if each.part is Part.PHYSICAL)
        authorised = authorised_instructors(act.work, course, derived_tier(set_of(act.work, course.id)))
        asked += eligibility(act.work, person, course)
        asked += next(no for _person, no in refresher_asked(act.work, [person], course))
        asked += ratio_objections(others + 1, authorised, course.ref, act.numbers)
    elif current.part is Part.PHYSICAL:
        marks = act.work.all(Attempt, enrolment=enrolment)
        asked += giving_up_objections(current, marks, part.value, person.full_name)
    act.settle(asked, reasons, course=course.id, people=[person])
    basis = basis_of(person, act.work.get(Tna, course.tna).staff_groups) if part is Part.PHYSICAL else None
    changed = replace(current, part=part, basis=basis)
    act.work.put(changed)
    act.say(who=person.full_name, what=part)
    return changed


@wish("enrolment.adjusted", "people", "courses", "register")
def adjust(act: Act, enrolment: EnrolmentId, adjustment: str) -> Enrolment:
    """R44: how something is shown or done differently for this person, never what must be met; empty takes it off."""
    current = act.work.get(Enrolment, enrolment)
    act.refuse(open_objections(act.work.get(Course, current.course)))
    changed = replace(current, adjustment=adjustment.strip())
    act.work.put(changed)
    act.say(who=act.work.get(Person, current.person).full_name)
    return changed


@wish("basis.stated", "people")
def state_basis(act: Act, person: PersonId, basis: Basis, reason: str) -> Person:
    """R11: the basis for this person alone, over the staff group's, with the reason."""
    current = act.work.get(Person, person)
    if not reason.strip():
        act.refuse(basis_objections(replace(current, basis=None), ()))
    changed = replace(current, basis=basis, basis_reason=reason)
    act.work.put(changed)
    act.say(who=changed.full_name)
    return changed
