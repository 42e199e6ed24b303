"""The people of a course: who is on it, for which part, whether they may take part, and what would mend it (R1, R11, R12, R53)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from calm_instructor.domain.attendance import Enrolment, Part
from calm_instructor.domain.course import Course, CourseState, Instructor, derived_tier
from calm_instructor.domain.errors import Objection
from calm_instructor.domain.finding import finds
from calm_instructor.domain.ids import CourseId, EnrolmentId, InstructorId, PersonId
from calm_instructor.domain.needs import Tna
from calm_instructor.domain.people import Organisation, Person, basis_of, evidence_objections, group_of
from calm_instructor.domain.planning_rules import is_physical, ratio_objections
from calm_instructor.messages import sentence
from calm_instructor.messages.demonstration import kept_off, why_not
from calm_instructor.messages.labels import label
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import people as words
from calm_instructor.operations.enrolling import eligibilities, enrolled
from calm_instructor.operations.limiting import set_of
from calm_instructor.operations.planning import authorised_instructors
from calm_instructor.operations.refreshing import refresher_asked
from calm_instructor.operations.wish import numbers_of
from calm_instructor.store.reading import Reading


class Mending(StrEnum):
    """What would let somebody take part."""

    EVIDENCE = "evidence"
    BASIS = "basis"
    PERSON = "person"
    PROFILE = "profile"


_MENDINGS = {
    "R1": Mending.EVIDENCE,
    "R11": Mending.BASIS,
    "R53": Mending.PERSON,
    "R21": Mending.PERSON,
    "R37": Mending.PROFILE,
}


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How somebody stands towards a course: a lamp with words, and what is in the way in sentences.

    ``codes``: of what is in the way; ``may_be_placed``: whether the physical part is open (R1: a date is enough to be placed,
    and red until its evidence is seen); ``mending``: which act would help first, None where nothing is missing.
    """

    lamp: Lamp
    words: str
    sentence: str = ""
    codes: tuple[str, ...] = ()
    may_be_placed: bool = True
    mending: Mending | None = None


@dataclass(frozen=True, kw_only=True)
class PlaceOnCourse:
    """One person on the course. ``may``: how they stand; ``basis``: why they learn physical skills, in words."""

    enrolment: EnrolmentId
    person: PersonId
    bib: int
    name: str
    staff_no: str
    role: str
    core_theory: str
    part: Part
    may: Standing
    basis: str
    adjustment: str
    evidence_ref: str
    has_date: bool


@dataclass(frozen=True, kw_only=True)
class PlacesOnCourse:
    """Everyone on a course by bib. ``limit``: how many its instructors and rooms allow (R12); ``groups``: of the TNA."""

    course: CourseId
    ref: str
    is_open: bool
    is_physical: bool
    rows: tuple[PlaceOnCourse, ...]
    physical: int
    theory: int
    observers: int
    limit: int
    groups: tuple[str, ...]
    instructor: str
    organisation: str

    def count(self, lamp: Lamp) -> int:
        """How many stand so."""
        return sum(1 for row in self.rows if row.may.lamp is lamp)


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Somebody who is not on the course, and how they would stand. ``elsewhere``: their site where it is another."""

    person: PersonId
    name: str
    staff_no: str
    role: str
    site: str
    elsewhere: str
    core_theory: str
    may: Standing

    @property
    def may_come(self) -> bool:
        """Whether the physical part is open to them."""
        return self.may.may_be_placed

    def is_found_by(self, wanted: str) -> bool:
        """Whether what was typed finds them, whatever the accents."""
        return finds(wanted, self.name, self.staff_no, self.role, self.site)


@dataclass(frozen=True)
class NotPlaced:
    """Somebody who can't be placed now, and why, in sentences that need no name."""

    name: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Offer:
    """People offered for a course: those who may be placed now, those who wait for a place, those who may not, and why."""

    placeable: tuple[PersonId, ...]
    waiting: tuple[str, ...]
    refused: tuple[PersonId, ...]
    told: tuple[NotPlaced, ...]


# ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def places_on_course(view: Reading, course_id: CourseId, marking_as: InstructorId | None = None) -> PlacesOnCourse:
    """The people of a course as they stand now. ``marking_as``: who would see evidence."""
    course = view.get(Course, course_id)
    places = enrolled(view, course_id)
    people = {each.id: each for each in view.all(Person)}
    on_it = [people[place.person] for place in places]
    against = {person.id: objections for person, objections in eligibilities(view, on_it, course)}
    tna = view.get(Tna, course.tna)
    physical = is_physical(course.kind)
    rows = [_row(place, people[place.person], against[place.person], tna, physical=physical) for place in places]
    return PlacesOnCourse(
        course=course_id,
        ref=course.ref,
        is_open=course.state not in {CourseState.CLOSED, CourseState.CANCELLED},
        is_physical=physical,
        rows=tuple(rows),
        physical=sum(1 for place in places if place.part is Part.PHYSICAL),
        theory=sum(1 for place in places if place.part is Part.THEORY),
        observers=sum(1 for place in places if place.part is Part.OBSERVER),
        limit=_limit(view, course),
        groups=tuple(group.name for group in tna.staff_groups),
        instructor=view.get(Instructor, marking_as).name if marking_as else "",
        organisation=view.get(Organisation, course.organisation).name,
    )


def candidates(view: Reading, course_id: CourseId) -> tuple[Candidate, ...]:
    """Everyone who is here, not archived and not on the course, by name."""
    course = view.get(Course, course_id)
    on_it = {place.person for place in enrolled(view, course_id)}
    free = [each for each in view.all(Person) if each.id not in on_it and each.archived_on is None]
    physical = is_physical(course.kind)
    asked = {person.id: asked for person, asked in refresher_asked(view, free, course)}
    found = [
        Candidate(
            person=person.id,
            name=person.full_name,
            staff_no=person.staff_no,
            role=person.job_role,
            site=person.site,
            elsewhere="" if person.site.casefold() == course.site.casefold() else person.site,
            core_theory=_theory_day(person),
            may=_standing(person, objections, physical=physical, asked=asked[person.id]),
        )
        for person, objections in eligibilities(view, free, course)
    ]
    keys = {each.id: each.sort_key or each.full_name.casefold() for each in free}
    return tuple(sorted(found, key=lambda each: keys[each.person]))


def offer(view: Reading, course_id: CourseId, people: Sequence[PersonId]) -> Offer:
    """R1, R11, R12, R53: who of these may be placed for the physical part now, in their order, and why the others not."""
    course = view.get(Course, course_id)
    places = enrolled(view, course_id)
    on_it = {place.person for place in places}
    asked = [view.get(Person, each) for each in dict.fromkeys(people) if each not in on_it]
    eligible: list[Person] = []
    refused: list[Person] = []
    told: list[NotPlaced] = []
    for person, objections in eligibilities(view, asked, course):
        if objections:
            refused.append(person)
            why = why_not(person.full_name, map(sentence, objections))
            told.append(NotPlaced(person.full_name, why.removeprefix(kept_off(person.full_name))))
        else:
            eligible.append(person)
    room = max(0, _limit(view, course) - sum(1 for place in places if place.part is Part.PHYSICAL))
    full = _full(view, course, len(eligible) + sum(1 for place in places if place.part is Part.PHYSICAL))
    told += [NotPlaced(person.full_name, " ".join(map(sentence, full))) for person in eligible[room:]]
    return Offer(
        placeable=tuple(person.id for person in eligible[:room]),
        waiting=tuple(person.full_name for person in eligible[room:]),
        refused=tuple(person.id for person in refused),
        told=tuple(told),
    )


# ── how somebody stands ─────────────────────────────────────────────────────────────────────────────────────────────


def _row(
    place: Enrolment, person: Person, objections: Sequence[Objection], tna: Tna, *, physical: bool
) -> PlaceOnCourse:
    basis = place.basis or basis_of(person, tna.staff_groups)
    group = group_of(person, tna.staff_groups)
    said = [group.name if group and person.basis is None else "", label(basis) if basis else "", person.basis_reason]
    return PlaceOnCourse(
        enrolment=place.id,
        person=person.id,
        bib=place.bib,
        name=person.full_name,
        staff_no=person.staff_no,
        role=person.job_role,
        core_theory=_theory_day(person),
        part=place.part,
        may=_standing(person, objections, physical=physical, part=place.part),
        basis=": ".join(filter(None, said)),
        adjustment=place.adjustment,
        evidence_ref=person.core_theory.evidence_ref if person.core_theory else "",
        has_date=person.core_theory is not None,
    )


def _standing(
    person: Person,
    objections: Sequence[Objection],
    *,
    physical: bool,
    part: Part = Part.PHYSICAL,
    asked: Sequence[Objection] = (),
) -> Standing:
    """How a person stands: blocked, without evidence seen (red, and may be placed), asked a reason (R23, R37), theory only, or
    eligible.
    """
    if not physical:
        return Standing(lamp=Lamp.OK, words=_(words.ELIGIBLE))
    unseen = tuple(evidence_objections(person)) if person.core_theory is not None else ()
    against = (*objections, *unseen)
    codes = tuple(each.code for each in against)
    told = why_not(person.full_name, map(sentence, against)) if against else ""
    first = against[0] if against else None
    mending = _MENDINGS[first.rule] if first else None
    if part is not Part.PHYSICAL:
        could = words.THEORY_ONLY if objections else words.THEORY_COULD
        short = words.OBSERVER if part is Part.OBSERVER else could
        return Standing(
            lamp=Lamp.INFO,
            words=_(short),
            sentence=told,
            codes=codes,
            mending=mending,
            may_be_placed=not objections,
        )
    if first is None and asked:
        return Standing(lamp=Lamp.WARN, words=_(words.SHORT[asked[0].code]), sentence=" ".join(map(sentence, asked)))
    if first is None:
        return Standing(lamp=Lamp.OK, words=_(words.ELIGIBLE))
    return Standing(
        lamp=Lamp.STOP,
        words=_(words.SHORT[first.code]),
        sentence=told,
        codes=codes,
        mending=mending,
        may_be_placed=not objections,
    )


def _theory_day(person: Person) -> str:
    return day(person.core_theory.completed_on) if person.core_theory else "–"


def _limit(view: Reading, course: Course) -> int:
    """R12: how many may be placed for the physical part."""
    authorised = authorised_instructors(view, course, derived_tier(set_of(view, course.id)))
    numbers = numbers_of(view)
    return min(course.capacity or numbers.ratio_absolute, numbers.ratio_absolute, numbers.ratio_block * authorised)


def _full(view: Reading, course: Course, count: int) -> tuple[Objection, ...]:
    authorised = authorised_instructors(view, course, derived_tier(set_of(view, course.id)))
    return tuple(ratio_objections(count, authorised, course.ref, numbers_of(view)))
