"""The people of the rows that were chosen, for one wish that takes them in: new, the same, or the same under a new name (R52)."""

from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from uuid import UUID

from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import Organisation, Person
from calm_instructor.operations.enrolling import temporary_number
from calm_instructor.operations.roster_people import Seen, person_of
from calm_instructor.operations.rostering import RosterPreview, Taking
from calm_instructor.store.reading import Reading


def people_chosen(
    view: Reading,
    looked_at: RosterPreview,
    chosen: Mapping[int, Taking],
    new_id: Callable[[], UUID],
    seen: Seen | None = None,
) -> tuple[Person, ...]:
    """The people of the chosen rows, for ``take_in``. ``seen``: somebody has seen the evidence of Core Theory (R1).

    Who is somebody else than the one they were held against is never asked about again.
    """
    employer = next((each.name for each in view.all(Organisation)), "")
    here = {line.row: line.here for line in looked_at.lines}
    on_record = {each.id: each for each in view.all(Person)}
    numbers = {each.staff_no for each in on_record.values()}
    people = []
    for entry in looked_at.roster.entries:
        taking = chosen.get(entry.row)
        if taking is None:
            continue
        alike = here[entry.row]
        known = None if taking is Taking.AS_NEW else alike
        if known is None:
            added = person_of(entry, PersonId(new_id()), employer=employer, seen=seen)
            added = replace(added, not_same_as=(alike,) if alike else ())
            added = _with_free_number(added, entry.row, numbers)
            numbers.add(added.staff_no)
            people.append(added)
        else:
            told = on_record[known]
            brought = person_of(entry, known, employer=told.employer or employer, status=told.status, seen=seen)
            people.append(brought if brought.core_theory else replace(brought, core_theory=told.core_theory))
    return tuple(people)


def renamed(looked_at: RosterPreview, chosen: Mapping[int, Taking]) -> frozenset[PersonId]:
    """R52: who is called as the list says from now on."""
    lines = (line for line in looked_at.lines if chosen.get(line.row) is Taking.RENAMED)
    return frozenset(line.here for line in lines if line.here is not None)


def _with_free_number(person: Person, row: int, taken: Set[str]) -> Person:
    """A temporary number is nobody else's; rows of two lists may well be the same."""
    while person.staff_no_is_temporary and person.staff_no in taken:
        row += 1
        person = replace(person, staff_no=temporary_number(row))
    return person
