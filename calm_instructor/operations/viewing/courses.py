"""Every course in a list: its state, and how it stands with head office (R31, R34)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import Course, CourseState, Instructor
from calm_instructor.domain.ids import CourseId
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.planning_rules import notice_due
from calm_instructor.domain.sign_off import SentPackage
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.window import courses as words
from calm_instructor.operations.viewing.outbox import changed_since
from calm_instructor.operations.wish import numbers_of
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class CourseLine:
    """A course in the list. ``sent``: how it stands with head office, told of it before (R34) or sent it after, with its lamp."""

    course: CourseId
    ref: str
    title: str
    state: CourseState
    when: str
    starts_on: date
    where: str
    people: int
    lead: str
    sent: str
    sent_lamp: Lamp

    @property
    def is_on_its_way(self) -> bool:
        """Whether its package was written and nobody has said yet that it came."""
        return self.state is CourseState.CLOSED and self.sent_lamp is Lamp.INFO


@dataclass(frozen=True, kw_only=True)
class Courses:
    """Every course: open ones by their day, then those that have ended, the latest first."""

    lines: tuple[CourseLine, ...]

    def of(self, *states: CourseState) -> tuple[CourseLine, ...]:
        """Those in one of the states; all where none is named."""
        return tuple(each for each in self.lines if not states or each.state in states)


ENDED = (CourseState.CLOSED, CourseState.CANCELLED)


def courses_of(view: Reading, now: datetime) -> Courses:
    """The list at a moment."""
    people = Counter(each.course for each in view.all(Enrolment) if each.withdrawn_on is None)
    leads = {each.id: each.name for each in view.all(Instructor)}
    packages = {each.course: each for each in view.all(SentPackage)}
    courses = view.all(Course)
    if not courses:
        return Courses(lines=())
    numbers = numbers_of(view)
    coming = sorted((each for each in courses if each.state not in ENDED), key=lambda each: (each.starts_on, each.ref))
    ended = sorted((each for each in courses if each.state in ENDED), key=lambda each: each.starts_on, reverse=True)
    return Courses(
        lines=tuple(
            _line(
                each,
                people[each.id],
                leads.get(each.lead, ""),
                _changed_or(view, packages.get(each.id)) or _sent(each, packages.get(each.id), now.date(), numbers),
            )
            for each in (*coming, *ended)
        )
    )


def _line(course: Course, people: int, lead: str, standing: tuple[str, Lamp]) -> CourseLine:
    sent, lamp = standing
    return CourseLine(
        course=course.id,
        ref=course.ref,
        title=course.title,
        state=course.state,
        when=words.when(course.starts_on, course.ends_on, None, None),
        starts_on=course.starts_on,
        where=words.where(course.site, course.venue),
        people=people,
        lead=lead,
        sent=sent,
        sent_lamp=lamp,
    )


def _changed_or(view: Reading, package: SentPackage | None) -> tuple[str, Lamp] | None:
    """R31: head office holds what is not so any more."""
    return (words.changed_since(), Lamp.WARN) if package is not None and changed_since(view, package) else None


def _sent(course: Course, package: SentPackage | None, on: date, numbers: Numbers) -> tuple[str, Lamp]:
    if course.state is CourseState.CANCELLED:
        return words.not_asked(), Lamp.INFO
    if course.state is not CourseState.CLOSED or course.closed_at is None:
        if course.head_office_told_on is not None:
            return words.told(course.head_office_told_on), Lamp.OK
        return words.not_told(), Lamp.WARN if on > notice_due(course, numbers) else Lamp.TODO
    if package is None or package.written_at < course.closed_at:
        days = max(0, (on - course.closed_at.date()).days)
        return words.not_sent(days), Lamp.WARN if days else Lamp.TODO
    if package.received_at is None:
        return words.exported(package.written_at.date()), Lamp.INFO
    return words.received(package.received_at.date()), Lamp.OK
