"""People entered and corrected by hand, archived and taken back. What is an act of its own is never entered here."""

from collections.abc import Iterator
from dataclasses import replace

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import Course, CourseState
from calm_instructor.domain.errors import Objection, block
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import CoreTheory, EarlierSignOff, Person, number_objections, sort_key
from calm_instructor.operations.enrolling import theory_lost
from calm_instructor.operations.naming import name_overrides
from calm_instructor.operations.taking_in import temporary_number
from calm_instructor.operations.wish import Act, wish
from calm_instructor.store.reading import Reading


@wish("person.entered", "people")
def enter_person(act: Act, person: Person) -> Person:
    """Enter a person, or change what is on record; a change of name needs no reason (R52) and stays in the trail alone.

    Evidence seen (R1), a basis of one's own (R11) and the archive are acts of their own: what stands of them stays, but for
    evidence of another day than is entered now. Without a staff number there is a temporary one.
    """
    earlier = act.work.find(Person, person.id)
    name = " ".join(person.full_name.split())
    number, is_temporary = _number(act.work, person)
    act.refuse(_entering_objections(act, replace(person, full_name=name, staff_no=number)))
    kept_key = earlier is not None and earlier.full_name == name
    entered = replace(
        person,
        full_name=name,
        staff_no=number,
        staff_no_is_temporary=is_temporary,
        sort_key=earlier.sort_key if earlier and kept_key else person.sort_key or sort_key(name),
        basis=earlier.basis if earlier else None,
        basis_reason=earlier.basis_reason if earlier else "",
        core_theory=_theory(person.core_theory, earlier.core_theory if earlier else None),
        earlier_sign_offs=earlier.earlier_sign_offs if earlier else (),
        archived_on=earlier.archived_on if earlier else None,
        earlier_numbers=_earlier_numbers(earlier, number),
        doubles=earlier.doubles if earlier else (),
        not_same_as=earlier.not_same_as if earlier else (),
    )
    if earlier is not None and entered.core_theory != earlier.core_theory:
        act.refuse(dict.fromkeys(theory_lost(act.work, entered, [earlier], act.work.all(Enrolment, person=entered.id))))
    if earlier is not None and not kept_key:
        name_overrides(act, earlier, earlier.id)
    act.work.put(entered)
    act.say(who=entered.full_name)
    return entered


def _theory(said: CoreTheory | None, earlier: CoreTheory | None) -> CoreTheory | None:
    """R1: entering a day is not seeing its evidence; evidence of the same day stays seen."""
    if said is None:
        return None
    if earlier is not None and earlier.completed_on == said.completed_on:
        return replace(earlier, provider=said.provider or earlier.provider)
    return CoreTheory(completed_on=said.completed_on, provider=said.provider)


def _earlier_numbers(earlier: Person | None, number: str) -> tuple[str, ...]:
    """A temporary number stands on papers that were printed meanwhile."""
    if earlier is None:
        return ()
    before = (*earlier.earlier_numbers, *([earlier.staff_no] if earlier.staff_no_is_temporary else []))
    return tuple(dict.fromkeys(each for each in before if each != number))


def _number(view: Reading, person: Person) -> tuple[str, bool]:
    """The staff number, and whether it is a temporary one, which there is where none is said."""
    said = person.staff_no.strip()
    if said:
        return said, person.staff_no_is_temporary
    taken = {number for each in view.all(Person) if each.id != person.id for number in each.numbers}
    running = next(n for n in range(1, len(taken) + 2) if temporary_number(n) not in taken)
    return temporary_number(running), True


def _entering_objections(act: Act, person: Person) -> Iterator[Objection]:
    if not person.full_name:
        yield block("person.no_name", person.staff_no)
    theory = person.core_theory
    if theory is not None and theory.completed_on > act.today:
        yield block("R1.still_to_come", person.full_name, completed=theory.completed_on)
    for other in act.work.all(Person):
        if other.id != person.id:
            yield from number_objections(person, other)


@wish("certificate.seen", "people")
def see_certificate(act: Act, person: PersonId, certificate: EarlierSignOff) -> Person:
    """R23: a certificate of an earlier course was seen, by whoever wishes it; another of the same number takes its place."""
    current = act.work.get(Person, person)
    number = certificate.number.strip()
    techniques = tuple(dict.fromkeys(text for each in certificate.techniques if (text := each.strip())))
    seen = replace(certificate, number=number, techniques=techniques, seen_by=act.instructor.name)
    act.refuse(_certificate_objections(act, seen, current.full_name))
    others = tuple(each for each in current.earlier_sign_offs if each.number != number)
    changed = replace(current, earlier_sign_offs=(*others, seen))
    act.work.put(changed)
    act.say(who=changed.full_name, what=number)
    return changed


def _certificate_objections(act: Act, seen: EarlierSignOff, who: str) -> Iterator[Objection]:
    if not seen.number or not seen.techniques or seen.valid_until <= seen.signed_on or seen.signed_on > act.today:
        yield block("R23.incomplete", who)


@wish("person.archived", "people")
def archive_person(act: Act, person: PersonId) -> Person:
    """R21: archiving ends authority. Everything on record stays; nobody is archived off a course that is under way."""
    current = act.work.get(Person, person)
    act.refuse(archiving_objections(act.work, current))
    changed = current if current.archived_on is not None else replace(current, archived_on=act.today)
    act.work.put(changed)
    act.say(who=changed.full_name)
    return changed


def archiving_objections(view: Reading, person: Person) -> Iterator[Objection]:
    """R21: what keeps somebody out of the archive."""
    for place in view.all(Enrolment, person=person.id):
        course = view.get(Course, place.course)
        if place.withdrawn_on is None and course.state not in {CourseState.CLOSED, CourseState.CANCELLED}:
            yield block("R21.on_a_course", person.full_name, course=course.ref)


@wish("person.back", "people")
def bring_back(act: Act, person: PersonId) -> Person:
    """A person is taken back out of the archive."""
    changed = replace(act.work.get(Person, person), archived_on=None)
    act.work.put(changed)
    act.say(who=changed.full_name)
    return changed
