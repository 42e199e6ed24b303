"""People taken in from a list: new ones added, those who are here brought up to date, nobody ever removed (R1, R52)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from calm_instructor.domain.errors import Objection
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import CoreTheory, Person, number_objections
from calm_instructor.operations.naming import name_overrides
from calm_instructor.operations.remembering import Settled, remember
from calm_instructor.operations.wish import Act, wish


@dataclass(frozen=True, kw_only=True)
class TakenIn:
    """What a roster brought: new people, people already here (by staff number and name), and those who stay unchanged."""

    new: tuple[Person, ...]
    known: tuple[Person, ...]


@wish("people.taken_in", "people", "files")
def take_in(
    act: Act, people: Sequence[Person], *, renamed: Collection[PersonId] = (), settled: Settled | None = None
) -> TakenIn:
    """Take people in: new ones are added, known ones (same record, or same staff number and name) get what is new.

    Nobody is ever removed, and nobody gets a staff number that is another's. ``renamed``: whose name is now the one brought
    (R52); ``settled``: how their list was read, to be remembered for the next of that shape.
    """
    before = {each.id: each for each in act.work.all(Person)}
    here = {_who(each): each for each in before.values() if each.staff_no}
    taken: dict[PersonId, Person] = {}
    for person in people:
        earlier = before.get(person.id) or here.get(_who(person))
        brought = person if earlier is None else brought_up_to_date(earlier, person)
        if earlier is not None and earlier.id in renamed:
            name_overrides(act, earlier, earlier.id)
            brought = replace(brought, full_name=person.full_name, sort_key=person.sort_key)
        taken[brought.id] = brought
        if brought.staff_no:
            here[_who(brought)] = brought
    act.refuse(_number_objections(taken.values(), before))
    new = tuple(each for each in taken.values() if each.id not in before)
    known = tuple(each for each in taken.values() if each.id in before)
    act.work.put_all((*new, *known))
    if settled is not None:
        remember(act, settled)
    act.say(count=len(taken))
    return TakenIn(new=new, known=known)


def _number_objections(taken: Iterable[Person], before: Mapping[PersonId, Person]) -> Iterator[Objection]:
    whose = {number.casefold(): each for each in before.values() for number in reversed(each.numbers)}
    for person in (each for each in taken if each.id not in before and each.staff_no):
        other = whose.setdefault(person.staff_no.casefold(), person)
        if other.id != person.id:
            yield from number_objections(person, other)


def temporary_number(running: int) -> str:
    """A staff number for as long as nobody knows somebody's own."""
    return f"T-{running:04d}"


def _who(person: Person) -> tuple[str, str]:
    return person.staff_no, person.full_name.casefold()


def brought_up_to_date(here: Person, brought: Person) -> Person:
    """Somebody who is here with what a list knows better: blanks wipe nothing out, seen evidence gives way to later only."""
    return replace(
        here,
        job_role=brought.job_role or here.job_role,
        staff_group=brought.staff_group or here.staff_group,
        site=brought.site or here.site,
        employer=brought.employer or here.employer,
        status=brought.status,
        line_manager=brought.line_manager or here.line_manager,
        core_theory=_theory_known(here.core_theory, brought.core_theory),
    )


def _theory_known(here: CoreTheory | None, brought: CoreTheory | None) -> CoreTheory | None:
    if here is None or brought is None:
        return brought or here
    if here.completed_on == brought.completed_on and not brought.is_seen:
        return replace(here, provider=here.provider or brought.provider)
    if here.is_seen and brought.completed_on <= here.completed_on:
        return here
    return brought
