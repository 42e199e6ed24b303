"""One person who is on record twice: who may be the same, and one record made of two (R52).

Likeness decides nothing: it is a question that a person answers, and "not the same" is remembered.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations, product

from calm_instructor.domain.finding import folded
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import Person

SHORTEST = 6
"""Letters that a name has before one of them may be a slip of the pen: "Jo Ng" and "Jo Ny" are two names."""


class Likeness(StrEnum):
    """Why two records may be one person, the plainest first."""

    SAME_NAME = "same name"
    ALSO_CALLED = "called the same"
    PART_OF_NAME = "one name is part of the other"
    ONE_LETTER = "one letter apart"


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """Two records that may be one person; ``one`` is the older."""

    one: PersonId
    other: PersonId
    likeness: Likeness


def doubts(people: Sequence[Person]) -> tuple[Doubt, ...]:
    """Each pair that may be one person, once, the plainest first; without those who were told apart or are both archived."""
    found: dict[tuple[PersonId, PersonId], Likeness] = {}
    for likeness, look in _LOOKS.items():
        is_plain = likeness in _PLAIN
        if not is_plain and all(map(_has_own_number, people)):
            continue
        for group in _groups(people, look):
            for pair in _pairs(group, is_plain=is_plain):
                one, other = sorted(pair, key=lambda each: each.id.int)
                if _is_open(one, other) and (likeness is not Likeness.PART_OF_NAME or _is_part(one, other)):
                    found.setdefault((one.id, other.id), likeness)
    order = list(Likeness)
    pairs = sorted(found.items(), key=lambda pair: (order.index(pair[1]), pair[0][0].int, pair[0][1].int))
    return tuple(Doubt(one=one, other=other, likeness=likeness) for (one, other), likeness in pairs)


def alike(person: Person, people: Sequence[Person]) -> tuple[PersonId, ...]:
    """Whom one person may be the same as, the plainest first."""
    keys = set(_keys(person))
    near = [each for each in people if each.id == person.id or not keys.isdisjoint(_keys(each))]
    asked = (each for each in doubts(near) if person.id in {each.one, each.other})
    return tuple(each.other if each.one == person.id else each.one for each in asked)


def _groups(people: Sequence[Person], look: Callable[[Person], Iterator[str]]) -> Iterator[list[Person]]:
    """People who share a key."""
    groups: defaultdict[str, dict[PersonId, Person]] = defaultdict(dict)
    for person in people:
        for key in look(person):
            groups[key][person.id] = person
    return (list(group.values()) for group in groups.values() if len(group) > 1)


def _pairs(group: Sequence[Person], *, is_plain: bool) -> Iterator[tuple[Person, Person]]:
    """All of them; of names that only resemble each other those of whom one has no number of their own."""
    if is_plain:
        yield from combinations(group, 2)
        return
    numbered = [each for each in group if _has_own_number(each)]
    without = [each for each in group if not _has_own_number(each)]
    yield from combinations(without, 2)
    yield from product(without, numbered)


def _is_open(one: Person, other: Person) -> bool:
    told_apart = other.id in one.not_same_as or one.id in other.not_same_as
    return not told_apart and (one.archived_on is None or other.archived_on is None)


def _has_own_number(person: Person) -> bool:
    """Two people with numbers of their own and names that differ are two people."""
    return bool(person.staff_no) and not person.staff_no_is_temporary


def _is_part(one: Person, other: Person) -> bool:
    ours, theirs = set(_words(one.full_name)), set(_words(other.full_name))
    return ours <= theirs or theirs <= ours


# ── what names have in common ───────────────────────────────────────────────────────────────────────────────────────


def _words(name: str) -> list[str]:
    """The words of a name in no order, without accents, case and signs."""
    return sorted("".join(sign if sign.isalnum() else " " for sign in folded(name)).split())


def _whole(person: Person) -> Iterator[str]:
    words = _words(person.full_name)
    if words:
        yield " ".join(words)


def _called(person: Person) -> Iterator[str]:
    """Also as the certificate has it, and by what the person is known as before the last word of the name."""
    yield from _whole(person)
    if person.certificate_name:
        yield " ".join(_words(person.certificate_name))
    last = person.full_name.split()[-1:]
    if person.known_as and last:
        yield " ".join(_words(" ".join((person.known_as, *last))))


def _pairs_of_words(person: Person) -> Iterator[str]:
    """The first word with each other one: what stays of a name when a middle name or half of a surname is left out."""
    words = [word for each in folded(person.full_name).split() for word in _words(each)]
    if len(words) > 1:
        yield from (" ".join((words[0], word)) for word in words[1:])


def _one_letter_out(person: Person) -> Iterator[str]:
    """The name without each of its letters in turn: names that are one letter apart share one of these."""
    for name in _whole(person):
        if len(name.replace(" ", "")) >= SHORTEST:
            yield name
            yield from (name[:place] + name[place + 1 :] for place in range(len(name)))


_LOOKS = {
    Likeness.SAME_NAME: _whole,
    Likeness.ALSO_CALLED: _called,
    Likeness.PART_OF_NAME: _pairs_of_words,
    Likeness.ONE_LETTER: _one_letter_out,
}


_PLAIN = frozenset({Likeness.SAME_NAME, Likeness.ALSO_CALLED})
"""What is asked whatever the staff numbers say: people are given a second number."""


def _keys(person: Person) -> Iterator[str]:
    return (key for look in _LOOKS.values() for key in look(person))


# ── one of two ──────────────────────────────────────────────────────────────────────────────────────────────────────

MATTERS: Mapping[str, tuple[str, ...]] = {
    "full_name": ("full_name", "sort_key"),
    "known_as": ("known_as",),
    "certificate_name": ("certificate_name",),
    "staff_no": ("staff_no", "staff_no_is_temporary"),
    "job_role": ("job_role",),
    "staff_group": ("staff_group",),
    "basis": ("basis", "basis_reason"),
    "site": ("site",),
    "line_manager": ("line_manager",),
    "employer": ("employer",),
    "status": ("status",),
    "core_theory": ("core_theory",),
    "left_on": ("left_on",),
    "archived_on": ("archived_on",),
}
"""What is chosen when two records become one, by name, with the fields that go together."""


def differing(kept: Person, double: Person) -> tuple[str, ...]:
    """What two records say differently, in the order of ``MATTERS``; how a name is sorted says nothing of its own."""

    def differs(field: str) -> bool:
        return field != "sort_key" and getattr(kept, field) != getattr(double, field)

    return tuple(name for name, fields in MATTERS.items() if any(map(differs, fields)))


def better_known(kept: Person, double: Person) -> frozenset[str]:
    """What the double is likely to know better: what the other leaves empty, a number of one's own, evidence seen (R1).

    Never that somebody has not left after all: authority that ended comes back by nobody's default (R21).
    """
    return frozenset(name for name in differing(kept, double) if _is_better(name, kept, double))


def _is_better(name: str, kept: Person, double: Person) -> bool:
    here, there = getattr(kept, name), getattr(double, name)
    if name == "staff_no":
        return bool(there) and kept.staff_no_is_temporary and not double.staff_no_is_temporary
    if name in {"left_on", "archived_on"}:
        return False
    if name == "core_theory" and here is not None and there is not None:
        return there.is_seen and not here.is_seen
    return not here and bool(there)


def made_one(kept: Person, double: Person, taken: Collection[str]) -> Person:
    """The record that stays, with ``taken`` (names of ``MATTERS``) from the double.

    Certificates seen are of both; the number not taken stays as an earlier one. Raises KeyError for a strange name.
    """
    fields = {field: getattr(double, field) for name in taken for field in MATTERS[name]}
    one = replace(kept, **fields)
    seen = dict.fromkeys((*kept.earlier_sign_offs, *double.earlier_sign_offs))
    numbers = (*kept.earlier_numbers, kept.staff_no, *double.earlier_numbers, double.staff_no)
    doubles = tuple(dict.fromkeys((*kept.doubles, double.id, *double.doubles)))
    apart = dict.fromkeys((*kept.not_same_as, *double.not_same_as))
    return replace(
        one,
        earlier_sign_offs=tuple(seen),
        earlier_numbers=tuple(dict.fromkeys(each for each in numbers if each and each != one.staff_no)),
        doubles=doubles,
        not_same_as=tuple(each for each in apart if each != kept.id and each not in doubles),
    )
