"""The course of a demonstration: people taken in, placed where they may be, a plan laid out and made ready."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from calm_instructor.domain.course import Course, Instructor
from calm_instructor.domain.errors import Objection
from calm_instructor.domain.ids import CourseId, PersonId, TnaId
from calm_instructor.domain.justification import agreeing_objections
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.people import Person
from calm_instructor.domain.planning_rules import ratio_objections
from calm_instructor.messages import demonstration as words
from calm_instructor.messages import sentence
from calm_instructor.operations.analysing import analysis_of, catalogue_in_force, hold_names
from calm_instructor.operations.demonstrating.material import Material
from calm_instructor.operations.demonstrating.needs import reasons_for
from calm_instructor.operations.demonstrating.story import Refusal
from calm_instructor.operations.desk import Desk
from calm_instructor.operations.enrolling import eligibilities, enrol
from calm_instructor.operations.limiting import agree_set
from calm_instructor.operations.planning import enter_course, lay_out, make_ready, note_told, readiness
from calm_instructor.operations.roster_people import Seen, person_of
from calm_instructor.operations.scheduling import codes_of, course_from_type, plan_from_type
from calm_instructor.operations.taking_in import take_in
from calm_instructor.operations.wish import numbers_of

DAYS_AHEAD = 28


@dataclass(frozen=True, kw_only=True)
class Planned:
    """The course as it is ready to be run, and who is not on it."""

    course: CourseId | None
    not_eligible: tuple[Refusal, ...]
    placed: int
    waiting: int


def plan_course(desk: Desk, material: Material, tna: TnaId, lead: Instructor, co: Instructor) -> Planned:
    """Plan a course 28 days on for everyone who may come, as far as R12 allows; none where nobody may."""
    people = _take_in(desk, material, lead)
    course = _enter(desk, material, tna, lead, co)
    _agree(desk, course, lead)
    eligible, refused = _sorted_out(desk, people, course)
    numbers = material.example.organisation.numbers
    room = min(len(eligible), numbers.ratio_absolute, numbers.ratio_block * len(course.instructors))
    waiting = [_waits(person, len(eligible), numbers, course) for person in eligible[room:]]
    if not room:
        return Planned(course=None, not_eligible=tuple(refused), placed=0, waiting=0)
    placed = eligible[:room]
    warned = ratio_objections(len(placed), len(course.instructors), course.ref, numbers)
    desk.do(enrol, course.id, [person.id for person in placed], reasons=reasons_for(tuple(warned)))
    _lay_out(desk, material, course)
    desk.do(note_told, course.id, material.today)
    with desk.store.reading() as reading:
        asked = readiness(reading, reading.get(Course, course.id))
    desk.do(make_ready, course.id, reasons=reasons_for(asked))
    return Planned(course=course.id, not_eligible=(*refused, *waiting), placed=len(placed), waiting=len(waiting))


def _agree(desk: Desk, course: Course, lead: Instructor) -> None:
    with desk.store.reading() as reading:
        analysis, catalogue = analysis_of(reading, course.tna), catalogue_in_force(reading)
        today, numbers = desk.clock().date(), numbers_of(reading)
    warned = agreeing_objections(analysis, catalogue, lead.name, today, numbers, hold_names())
    desk.do(agree_set, course.id, reasons=reasons_for(tuple(warned)))


def _take_in(desk: Desk, material: Material, lead: Instructor) -> Sequence[Person]:
    seen = Seen(kind=words.evidence_kind(), reference=material.roster.source, by=lead.name, on=material.today)
    employer = material.example.organisation.name
    people = [
        person_of(entry, PersonId(desk.new_id()), employer=employer, seen=seen) for entry in material.roster.entries
    ]
    taken = desk.do(take_in, people)
    return (*taken.new, *taken.known)


def _enter(desk: Desk, material: Material, tna: TnaId, lead: Instructor, co: Instructor) -> Course:
    texts = material.example.course
    site = material.service.sites[0] if material.service.sites else texts.site
    with desk.store.reading() as reading:
        course = course_from_type(
            reading,
            texts.type,
            tna,
            material.today + timedelta(days=DAYS_AHEAD),
            desk.new_id,
            lead=lead.id,
            lead_number=lead.number,
            co_instructors=(co.id,),
            title=texts.title,
            site=site,
            venue=texts.venue if site == texts.site else site,
            venue_check=texts.venue_check,
            coaching_points_ref=material.example.organisation.coaching_points_ref,
        )
    return desk.do(enter_course, course)


def _sorted_out(desk: Desk, people: Sequence[Person], course: Course) -> tuple[list[Person], list[Refusal]]:
    eligible, refused = [], []
    with desk.store.reading() as reading:
        for person, objections in eligibilities(reading, people, course):
            if objections:
                refused.append(_refusal(person, objections))
            else:
                eligible.append(person)
    return eligible, refused


def _refusal(person: Person, objections: Sequence[Objection]) -> Refusal:
    name = person.full_name
    return Refusal(name=name, rules=_rules(objections), sentence=words.why_not(name, map(sentence, objections)))


def _waits(person: Person, count: int, numbers: Numbers, course: Course) -> Refusal:
    full = tuple(ratio_objections(count, len(course.instructors), course.ref, numbers))
    return Refusal(
        name=person.full_name, rules=_rules(full), sentence=words.waits(person.full_name, map(sentence, full))
    )


def _rules(objections: Sequence[Objection]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.rule for each in objections))


def _lay_out(desk: Desk, material: Material, course: Course) -> None:
    with desk.store.reading() as reading:
        codes = codes_of(reading, course.id, course.tna)
    desk.do(lay_out, course.id, plan_from_type(material.example.course.type, course, codes, desk.new_id))
