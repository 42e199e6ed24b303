"""What the find box finds: people, courses, TNAs, techniques, and where one can go. Accents don't matter."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from calm_instructor.domain.course import Course
from calm_instructor.domain.finding import finds
from calm_instructor.domain.needs import Tna
from calm_instructor.domain.people import Person
from calm_instructor.messages.labels import label
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import duplicates
from calm_instructor.messages.window import frame as words
from calm_instructor.operations.analysing import catalogue_in_force
from calm_instructor.operations.viewing.places import Place
from calm_instructor.store.reading import Reading


class Group(StrEnum):
    """Under which heading something is found."""

    PEOPLE = "people"
    COURSES = "courses"
    NEEDS = "needs"
    TECHNIQUES = "techniques"
    ACTIONS = "actions"


@dataclass(frozen=True, kw_only=True)
class Found:
    """One thing found: its name, a word more about it, and where it is. ``also``: what finds it and isn't shown."""

    group: Group
    title: str
    detail: str
    place: Place
    also: str = ""

    def is_found_by(self, wanted: str) -> bool:
        """Whether each word of what was typed is in one of its texts."""
        return finds(wanted, self.title, self.detail, self.also)


_A_GROUP_SHOWS = 6

_ACTIONS = (
    (words.TODAY, "today", ""),
    (words.COURSES, "courses", ""),
    (words.NEW_COURSE, "courses", "new"),
    (words.PEOPLE, "people", ""),
    (duplicates.TITLE, "people", "same"),
    (words.NEEDS, "needs", ""),
    (words.TECHNIQUES, "techniques", ""),
    (words.HEAD_OFFICE, "head_office", ""),
    (words.TRAIL, "trail", ""),
    (words.SETTINGS, "settings", ""),
)


def everything(view: Reading) -> tuple[Found, ...]:
    """Everything that can be found, read once when the palette opens."""
    return (*_people(view), *_courses(view), *_needs(view), *_techniques(view), *_places())


def found(things: Iterable[Found], wanted: str) -> tuple[Found, ...]:
    """What fits, by group, at most six of each."""
    out: list[Found] = []
    fitting = [each for each in things if each.is_found_by(wanted)]
    for group in Group:
        out += [each for each in fitting if each.group is group][:_A_GROUP_SHOWS]
    return tuple(out)


def _people(view: Reading) -> Iterator[Found]:
    for person in sorted(view.all(Person), key=lambda each: (each.sort_key, each.full_name)):
        detail = " · ".join(each for each in (person.staff_no, person.job_role, person.site) if each)
        place = Place(page="person", record=person.id)
        earlier = " ".join(person.earlier_numbers)
        yield Found(group=Group.PEOPLE, title=person.full_name, detail=detail, place=place, also=earlier)


def _courses(view: Reading) -> Iterator[Found]:
    for course in sorted(view.all(Course), key=lambda each: each.starts_on, reverse=True):
        detail = " · ".join((course.ref, course.site, day(course.starts_on), label(course.state)))
        place = Place(page="course", record=course.id)
        yield Found(group=Group.COURSES, title=course.title, detail=detail, place=place)


def _needs(view: Reading) -> Iterator[Found]:
    for tna in view.all(Tna):
        place = Place(page="tna", record=tna.id)
        yield Found(group=Group.NEEDS, title=tna.title, detail=f"{tna.service} · {label(tna.state)}", place=place)


def _techniques(view: Reading) -> Iterator[Found]:
    for technique in catalogue_in_force(view).values():
        place = Place(page="techniques", focus=technique.code)
        title = f"{technique.code} {technique.name}"
        yield Found(group=Group.TECHNIQUES, title=title, detail=technique.hold_text, place=place)


def _places() -> Iterator[Found]:
    for word, page, step in _ACTIONS:
        yield Found(group=Group.ACTIONS, title=_(word), detail="", place=Place(page=page, step=step))
