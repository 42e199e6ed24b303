"""Everything on record of one course, read once: what a page needs that looks at all its people and steps together."""

from collections.abc import Mapping
from dataclasses import dataclass

from calm_instructor.domain.assessment import Attempt, KnowledgeCheck
from calm_instructor.domain.attendance import Attendance, Enrolment, Fitness, Incident, Part
from calm_instructor.domain.course import Block, Briefing, Course, CourseTechnique, Instructor, Session
from calm_instructor.domain.ids import CourseId, EnrolmentId, PersonId
from calm_instructor.domain.limited_set import shown_set, standing, standing_at
from calm_instructor.domain.needs import Tna
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.outcomes import CaseFile
from calm_instructor.domain.people import Person
from calm_instructor.domain.sign_off import ActionPlan, SignOff
from calm_instructor.operations.admitting import by_place
from calm_instructor.operations.enrolling import enrolled
from calm_instructor.operations.limiting import ever_in_set
from calm_instructor.operations.planning import sessions_of
from calm_instructor.operations.wish import numbers_of
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class CourseFile:
    """A course with its plan, its people by bib and what is on record of each. ``signed``: sign-offs that stand."""

    course: Course
    tna: Tna
    lead: Instructor
    numbers: Numbers
    sessions: tuple[Session, ...]
    blocks: tuple[Block, ...]
    techniques: tuple[CourseTechnique, ...]
    pinned: tuple[CourseTechnique, ...]
    places: tuple[Enrolment, ...]
    people: Mapping[PersonId, Person]
    attended: Mapping[EnrolmentId, tuple[Attendance, ...]]
    fitness: Mapping[EnrolmentId, tuple[Fitness, ...]]
    attempts: Mapping[EnrolmentId, tuple[Attempt, ...]]
    knowledge: Mapping[EnrolmentId, tuple[KnowledgeCheck, ...]]
    signed: Mapping[EnrolmentId, SignOff]
    plans: Mapping[EnrolmentId, tuple[ActionPlan, ...]]
    briefings: tuple[Briefing, ...]
    incidents: tuple[Incident, ...]

    @property
    def physical(self) -> tuple[Enrolment, ...]:
        """Those who come to the physical part."""
        return tuple(each for each in self.places if each.part is Part.PHYSICAL)

    @property
    def columns(self) -> tuple[CourseTechnique, ...]:
        """The set, with what was taken out of it since somebody was signed off on it."""
        return shown_set(self.pinned, {code for each in self.signed.values() for code in each.techniques})

    def person(self, place: Enrolment) -> Person:
        """Whose place it is."""
        return self.people[place.person]

    def case(self, place: Enrolment) -> CaseFile:
        """What somebody's outcome is worked out from; once signed off, by the set as it stood then."""
        signed = self.signed.get(place.id)
        return CaseFile(
            person=self.person(place),
            enrolment=place,
            techniques=self.techniques if signed is None else standing_at(self.pinned, signed.instructor_signed_at),
            attempts=self.attempts.get(place.id, ()),
            knowledge=self.knowledge.get(place.id, ()),
            attended=self.attended.get(place.id, ()),
            fitness=self.fitness.get(place.id, ()),
            blocks=self.blocks,
        )


def course_file(view: Reading, course: CourseId) -> CourseFile:
    """The file of a course: one query for each kind of record, whatever the number of people."""
    current = view.get(Course, course)
    places = enrolled(view, course)
    ids = frozenset(each.id for each in places)
    sessions = sessions_of(view, course)
    session_ids = frozenset(each.id for each in sessions)
    number = {each.id: each.number for each in sessions}
    blocks = sorted(view.all(Block, session=session_ids), key=lambda each: (number[each.session], each.position))
    pinned = ever_in_set(view, course)
    signed = [each for each in view.all(SignOff, enrolment=ids) if each.withdrawn_on is None]
    return CourseFile(
        course=current,
        tna=view.get(Tna, current.tna),
        lead=view.get(Instructor, current.lead),
        numbers=numbers_of(view),
        sessions=sessions,
        blocks=tuple(blocks),
        techniques=standing(pinned),
        pinned=pinned,
        places=places,
        people={each.id: each for each in view.all(Person, id=frozenset(place.person for place in places))},
        attended=by_place(view.all(Attendance, enrolment=ids)),
        fitness=by_place(view.all(Fitness, enrolment=ids)),
        attempts=by_place(view.all(Attempt, enrolment=ids)),
        knowledge=by_place(view.all(KnowledgeCheck, enrolment=ids)),
        signed={each.enrolment: each for each in signed},
        plans=by_place(view.all(ActionPlan, enrolment=ids)),
        briefings=view.all(Briefing, session=session_ids),
        incidents=view.all(Incident, course=course),
    )
