"""What is on record of somebody by name alone, told who it is about before the name changes (R51, R52)."""

from dataclasses import replace

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import Override
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import Person
from calm_instructor.operations.wish import Act


def name_overrides(act: Act, person: Person, id: PersonId) -> None:
    """What was gone past for somebody names the record ``id``; where a namesake is on the course nobody can say whose it is."""
    for course in {place.course for place in act.work.all(Enrolment, person=person.id)}:
        here = (act.work.get(Person, place.person) for place in act.work.all(Enrolment, course=course))
        if any(each.id != person.id and each.full_name == person.full_name for each in here):
            continue
        own = [each for each in act.work.all(Override, course=course) if each.is_about(person.id, person.full_name)]
        act.work.put_all([replace(each, person=id) for each in own])
