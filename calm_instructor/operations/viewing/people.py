"""Everyone who is here, as a list shows them: found whatever the accents, with what each may use today."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.authority import Today, authority_today
from calm_instructor.domain.catalogue_change import Standing, standing
from calm_instructor.domain.course import CourseTechnique
from calm_instructor.domain.finding import finds
from calm_instructor.domain.ids import CourseId, EnrolmentId, PersonId, SignOffId
from calm_instructor.domain.limited_set import standing_at
from calm_instructor.domain.needs import Tna, TnaState
from calm_instructor.domain.people import Organisation, Person
from calm_instructor.domain.sign_off import SignOff
from calm_instructor.domain.technique import Technique
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import people as words
from calm_instructor.operations.analysing import catalogue_in_force
from calm_instructor.operations.wish import numbers_of
from calm_instructor.store.reading import Reading

SOON = timedelta(days=60)
"""R22: from when a refresher that is due is shown as such."""


@dataclass(frozen=True, kw_only=True)
class PersonLine:
    """One person of the list. ``today``: what they may use, in words with a lamp; ``until``: the first of its last days."""

    person: PersonId
    name: str
    staff_no: str
    role: str
    site: str
    core_theory: str
    lamp: Lamp
    today: str
    until: str
    is_archived: bool
    earlier_numbers: tuple[str, ...] = ()

    def is_found_by(self, wanted: str) -> bool:
        """Whether what was typed finds them: each word in name, staff numbers, role or site, whatever the accents."""
        return finds(wanted, self.name, self.staff_no, self.role, self.site, *self.earlier_numbers)


def people_list(view: Reading, now: datetime) -> tuple[PersonLine, ...]:
    """Everyone by name, the archived ones too."""
    people = view.all(Person)
    if not people:
        return ()
    held = authorities(view, people, now.date())
    ordered = sorted(people, key=lambda each: (each.sort_key or each.full_name.casefold(), each.full_name))
    flagged = _flagged(view, now.date())
    return tuple(_line(each, held[each.id], now.date(), flagged) for each in ordered)


def _flagged(view: Reading, today: date) -> frozenset[tuple[SignOffId, str]]:
    """R24: sign-off and code of what was withdrawn, issued anew or left out of the catalogue since it was taught."""
    in_force = catalogue_in_force(view)
    pinned = {each.id: each for each in view.all(Technique)}
    of_course: defaultdict[CourseId, list[str]] = defaultdict(list)
    for each in view.all(CourseTechnique):
        if standing(pinned.get(each.technique), in_force.get(each.code), today) is not Standing.AS_TAUGHT:
            of_course[each.course].append(each.code)
    if not of_course:
        return frozenset()
    courses = {each.id: each.course for each in view.all(Enrolment)}
    return frozenset(
        (signed.id, code)
        for signed in view.all(SignOff)
        for code in of_course.get(courses[EnrolmentId(signed.enrolment)], ())
    )


def authorities(view: Reading, people: Iterable[Person], today: date) -> Mapping[PersonId, Today]:
    """What each of these may use today; everything that it rests on is read once."""
    part_competence = numbers_of(view).part_competence_allowed if view.count(Organisation) else False
    places = {each.id: each for each in view.all(Enrolment)}
    sets: defaultdict[CourseId, list[CourseTechnique]] = defaultdict(list)
    for technique in view.all(CourseTechnique):
        sets[technique.course].append(technique)
    signed: defaultdict[PersonId, list[SignOff]] = defaultdict(list)
    codes: dict[SignOffId, list[str]] = {}
    for each in view.all(SignOff):
        place = places[EnrolmentId(each.enrolment)]
        signed[place.person].append(each)
        codes[each.id] = [one.code for one in standing_at(sets[place.course], each.instructor_signed_at)]
    return {
        person.id: authority_today(person, signed[person.id], codes, today, part_competence=part_competence)
        for person in people
    }


def _line(person: Person, today: Today, on: date, flagged: frozenset[tuple[SignOffId, str]]) -> PersonLine:
    until = min((each.until for each in today.may_use), default=None)
    is_gone = person.archived_on is not None or (person.left_on is not None and person.left_on <= on)
    if today.may_use:
        to_review = any((each.sign_off, each.technique) in flagged for each in today.may_use)
        lamp = Lamp.WARN if to_review or (until is not None and until - on <= SOON) else Lamp.OK
        told = words.techniques(len(today.may_use))
        told = _(words.TO_REVIEW).format(techniques=told) if to_review else told
    else:
        lamp = Lamp.INFO if is_gone else Lamp.TODO
        gone = words.ARCHIVED if person.archived_on is not None else words.HAS_LEFT
        told = _(gone if is_gone else words.NOTHING_TODAY)
    return PersonLine(
        person=person.id,
        name=person.full_name,
        staff_no=person.staff_no,
        role=person.job_role,
        site=person.site,
        core_theory=day(person.core_theory.completed_on) if person.core_theory else "–",
        lamp=lamp,
        today=told,
        until=day(until) if until else "",
        is_archived=person.archived_on is not None,
        earlier_numbers=person.earlier_numbers,
    )


def employer_and_groups(view: Reading) -> tuple[str, tuple[str, ...]]:
    """What a new person's form proposes: the organisation as employer, and the staff groups of the TNAs in force."""
    organisations = view.all(Organisation)
    employer = organisations[0].name if organisations else ""
    named = (group.name for tna in view.all(Tna) if tna.state is not TnaState.SUPERSEDED for group in tna.staff_groups)
    return employer, tuple(dict.fromkeys(named))
