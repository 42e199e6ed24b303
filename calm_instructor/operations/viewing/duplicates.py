"""Who may be on record twice, and two records side by side: what each says, and what stands against making them one."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import Course
from calm_instructor.domain.duplicates import alike, better_known, differing, doubts
from calm_instructor.domain.errors import Refused
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import CoreTheory, Person
from calm_instructor.domain.sign_off import SignOff
from calm_instructor.messages.labels import label
from calm_instructor.messages.sentences import sentence
from calm_instructor.messages.showing import day, shown
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import duplicates as words
from calm_instructor.messages.window import people as people_words
from calm_instructor.operations.merging import one_objections, which_stays
from calm_instructor.store.reading import Reading

_CALLED = {
    "full_name": people_words.FULL_NAME,
    "known_as": people_words.KNOWN_AS,
    "certificate_name": people_words.CERTIFICATE_NAME,
    "staff_no": people_words.STAFF_NO,
    "job_role": people_words.JOB_ROLE,
    "staff_group": people_words.STAFF_GROUP,
    "basis": people_words.BASIS_OF_PERSON,
    "site": people_words.SITE,
    "line_manager": people_words.LINE_MANAGER,
    "employer": people_words.EMPLOYER,
    "status": people_words.STATUS,
    "core_theory": people_words.HEAD_CORE_THEORY,
    "left_on": people_words.LEFT_ON,
    "archived_on": people_words.ARCHIVED,
}


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two records that may be one person: their names as one reads them, and why it is asked."""

    one: PersonId
    other: PersonId
    names: tuple[str, str]
    why: str

    @property
    def people(self) -> frozenset[PersonId]:
        """The two, in no order."""
        return frozenset((self.one, self.other))


@dataclass(frozen=True)
class Said:
    """What a record says of one matter; "" where it says nothing. ``beneath``: what goes with it, as who has seen evidence."""

    text: str
    beneath: str = ""

    @property
    def whole(self) -> str:
        """All of it, in words."""
        return " · ".join(filter(None, (self.text, self.beneath))) or _(words.NOTHING)


@dataclass(frozen=True, kw_only=True)
class Matter:
    """What two records say of one matter. ``from_double``: the double is likely to know it better."""

    name: str
    called: str
    kept: Said
    double: Said
    from_double: bool


@dataclass(frozen=True, kw_only=True)
class Compared:
    """Two records side by side. ``holds``: what hangs on each; ``alike``: what both say; ``obstacle``: why they stay two."""

    kept: Person
    double: Person
    holds: tuple[str, str]
    matters: tuple[Matter, ...]
    alike: tuple[tuple[str, str], ...]
    obstacle: str = field(default="")


def pairs_in_doubt(view: Reading) -> tuple[Pair, ...]:
    """Everyone who may be on record twice, the plainest first."""
    people = view.all(Person)
    by_id = {each.id: each for each in people}
    return tuple(_pair(by_id[doubt.one], by_id[doubt.other], label(doubt.likeness)) for doubt in doubts(people))


def pair_of(view: Reading, one: PersonId, other: PersonId) -> Pair | None:
    """Two records that a person wants to see side by side; None where one of them is no more."""
    found = {each.id: each for each in view.all(Person, id=frozenset((one, other)))}
    return _pair(found[one], found[other], _(words.CHOSEN_BY_HAND)) if len(found) > 1 else None


def doubts_about(view: Reading, person: PersonId) -> tuple[tuple[PersonId, str], ...]:
    """Whom one person may be the same as, by name."""
    by_id = {each.id: each for each in view.all(Person)}
    return tuple((other, _named(by_id[other])) for other in alike(by_id[person], list(by_id.values())))


def _pair(one: Person, other: Person, why: str) -> Pair:
    return Pair(one=one.id, other=other.id, names=(_named(one), _named(other)), why=why)


def _named(person: Person) -> str:
    return " · ".join(filter(None, (person.full_name, person.staff_no)))


def compared(view: Reading, one: PersonId, other: PersonId) -> Compared:
    """Two records side by side, the one that stays first."""
    kept, double = which_stays(view, view.get(Person, one), view.get(Person, other))
    different = differing(kept, double)
    better = better_known(kept, double)
    objections = tuple(one_objections(view, kept, double))
    return Compared(
        kept=kept,
        double=double,
        holds=(_holds(view, kept), _holds(view, double)),
        matters=tuple(
            Matter(
                name=name,
                called=_(_CALLED[name]),
                kept=_said(kept, name),
                double=_said(double, name),
                from_double=name in better,
            )
            for name in different
        ),
        alike=tuple(
            (_(called), _said(kept, name).whole)
            for name, called in _CALLED.items()
            if name not in different and getattr(kept, name) not in (None, "")
        ),
        obstacle=sentence(Refused(objections)) if objections else "",
    )


def _holds(view: Reading, person: Person) -> str:
    places: Sequence[Enrolment] = view.all(Enrolment, person=person.id)
    courses = {place.course for place in places}
    signed = sum(view.count(SignOff, enrolment=place.id) for place in places)
    refs = ", ".join(sorted(view.get(Course, course).ref for course in courses))
    return " · ".join(filter(None, (words.holds(len(courses), signed), refs)))


def _said(person: Person, name: str) -> Said:
    """What a record says of a matter."""
    value = getattr(person, name)
    if value is None or value == "":
        return Said("")
    if name == "staff_no" and person.staff_no_is_temporary:
        return Said(_(words.TEMPORARY).format(number=value))
    if name == "basis" and person.basis_reason:
        return Said(label(value), person.basis_reason)
    if isinstance(value, CoreTheory):
        told = words.SEEN if value.is_seen else words.NEVER_SEEN
        return Said(day(value.completed_on), _(told).format(who=value.seen_by))
    return Said(shown(value))
