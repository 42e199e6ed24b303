"""What is on record of earlier sign-offs: what a place on a refresher or the Instructor Programme is asked (R22, R23, R37)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import Course, CourseKind
from calm_instructor.domain.errors import Objection
from calm_instructor.domain.ids import CourseId, PersonId
from calm_instructor.domain.instructor_programme import training_objections
from calm_instructor.domain.people import Person
from calm_instructor.domain.refreshing import Held, held_by, refresher_objections
from calm_instructor.domain.sign_off import SignOff
from calm_instructor.operations.wish import numbers_of
from calm_instructor.store.reading import Reading


def held(view: Reading, people: Iterable[Person]) -> dict[PersonId, Held]:
    """What each of these holds or held; who was never signed off, here or elsewhere, is left out."""
    courses: dict[CourseId, Course] = {each.id: each for each in view.all(Course)}
    places = {each.id: each for each in view.all(Enrolment)}
    signed: defaultdict[PersonId, list[SignOff]] = defaultdict(list)
    for each in view.all(SignOff):
        if each.withdrawn_on is None and each.valid_until is not None:
            signed[places[each.enrolment].person].append(each)
    out: dict[PersonId, Held] = {}
    for person in people:
        own = signed[person.id]
        attended = [courses[places[each.enrolment].course] for each in own]
        full = [each.ends_on for each in attended if each.kind is not CourseKind.REFRESHER]
        found = held_by(person, [each.valid_until for each in own if each.valid_until is not None], full)
        if found is not None:
            out[person.id] = found
    return out


def refresher_asked(
    view: Reading, people: Iterable[Person], course: Course
) -> Iterator[tuple[Person, tuple[Objection, ...]]]:
    """R23, R37: what each would be asked for a place on this course; nothing where it asks for no earlier sign-off."""
    here = tuple(people)
    if course.kind is CourseKind.INSTRUCTOR_PROGRAMME:
        trained = held(view, here)
        for person in here:
            yield person, tuple(training_objections(person.full_name, trained=person.id in trained))
        return
    if course.kind is not CourseKind.REFRESHER:
        yield from ((person, ()) for person in here)
        return
    on_record, numbers = held(view, here), numbers_of(view)
    for person in here:
        asked = refresher_objections(person.full_name, on_record.get(person.id), course.starts_on, numbers)
        yield person, tuple(asked)
