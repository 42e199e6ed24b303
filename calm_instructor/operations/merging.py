"""Two records of one person made one, and two people told apart for good (R52)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.closing import active
from calm_instructor.domain.course import Course, Override
from calm_instructor.domain.duplicates import made_one
from calm_instructor.domain.errors import Objection, block, warn
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import Person
from calm_instructor.domain.sign_off import SignOff
from calm_instructor.operations.enrolling import theory_lost
from calm_instructor.operations.entering import archiving_objections
from calm_instructor.operations.naming import name_overrides
from calm_instructor.operations.wish import NO_REASONS, Act, wish
from calm_instructor.store.reading import Reading


@wish("people.made_one", "people", "courses", "register", "assessment", "sign_off")
def make_one(
    act: Act,
    kept: PersonId,
    double: PersonId,
    taken: Collection[str] = (),
    *,
    reasons: Mapping[str, str] = NO_REASONS,
) -> Person:
    """The double's places, and with them marks and sign-offs, become those of the record kept; the double is no more.

    ``taken``: what is taken from the double, by the names of ``domain.duplicates.MATTERS``. What was printed stays as issued,
    and a name not taken stays in the trail alone. A reason is asked where sign-offs change hands, and where somebody said
    that these are two people. No mark or signature is left without the Core Theory it rests on (R1).
    """
    here, other = act.work.get(Person, kept), act.work.get(Person, double)
    act.refuse(one_objections(act.work, here, other))
    one = made_one(here, other, taken)
    places = (*act.work.all(Enrolment, person=kept), *act.work.all(Enrolment, person=double))
    act.settle(
        dict.fromkeys((*theory_lost(act.work, one, (here, other), places), *asked_before(act.work, here, other))),
        reasons,
        people=[here],
    )
    for each in (here, other):
        name_overrides(act, each, one.id)
    act.work.put_all([replace(each, person=one.id) for each in places if each.person == double])
    act.work.put_all([replace(each, person=one.id) for each in act.work.all(Override, person=double)])
    if one.archived_on is not None:
        act.refuse(archiving_objections(act.work, one))
    act.work.remove(other)
    act.work.put(one)
    act.say(who=one.full_name)
    return one


def one_objections(view: Reading, here: Person, other: Person) -> Iterator[Objection]:
    """Nobody has two places on one course: who was there twice was two people, or one place was never theirs."""
    if here.id == other.id:
        yield block("person.one_record", here.full_name)
        return
    places = active(view.all(Enrolment, person=here.id))
    taken = {place.course for place in places}
    for place in active(view.all(Enrolment, person=other.id)):
        if place.course in taken:
            yield block("person.both_on_course", here.full_name, course=view.get(Course, place.course).ref)


def asked_before(view: Reading, here: Person, other: Person) -> Iterator[Objection]:
    """What is said once more before two records become one, with a reason."""
    if other.id in here.not_same_as or here.id in other.not_same_as:
        yield warn("person.told_apart", here.full_name, other=other.full_name)
    signed = sum(view.count(SignOff, enrolment=place.id) for place in view.all(Enrolment, person=other.id))
    if signed:
        yield warn("person.signed_as_both", here.full_name, other=other.full_name)


def which_stays(view: Reading, one: Person, other: Person) -> tuple[Person, Person]:
    """Of two records the one that stays, and the double: what was signed first, then places held, then the older."""

    def weight(person: Person) -> tuple[int, int, int]:
        places = view.all(Enrolment, person=person.id)
        signed = sum(view.count(SignOff, enrolment=place.id) for place in places)
        return signed, len(places), -person.id.int

    kept, double = sorted((one, other), key=weight, reverse=True)
    return kept, double


@wish("people.told_apart", "people")
def tell_apart(act: Act, one: PersonId, other: PersonId) -> Person:
    """Two people, however alike their names: nobody is asked about them again."""
    here, there = act.work.get(Person, one), act.work.get(Person, other)
    if one == other:
        act.refuse([block("person.one_record", here.full_name)])
    for each, someone in ((here, other), (there, one)):
        if someone not in each.not_same_as:
            act.work.put(replace(each, not_same_as=(*each.not_same_as, someone)))
    act.say(who=here.full_name, what=there.full_name)
    return here
