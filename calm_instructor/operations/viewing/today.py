"""Today: the next course and what is left for it, what waits, whose refresher is due, and how one's own papers stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from calm_instructor.domain.attendance import Enrolment, Part
from calm_instructor.domain.course import Block, Course, CourseState, Instructor, practice_seconds_each
from calm_instructor.domain.ids import CourseId, InstructorId
from calm_instructor.domain.needs import Tna
from calm_instructor.domain.people import Organisation, Person
from calm_instructor.domain.sign_off import SignOff, TraineeSignature
from calm_instructor.domain.technique import Catalogue
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import today as words
from calm_instructor.operations.enrolling import eligibilities
from calm_instructor.operations.limiting import set_of
from calm_instructor.operations.planning import all_blocks
from calm_instructor.operations.viewing.course_head import CourseHead, course_head
from calm_instructor.operations.viewing.left import left_of
from calm_instructor.operations.viewing.outbox import outbox_of
from calm_instructor.operations.viewing.places import Left, Place
from calm_instructor.operations.viewing.tnas_waiting import tnas_waiting
from calm_instructor.store.reading import Reading

_OPEN = frozenset(CourseState) - {CourseState.CLOSED, CourseState.CANCELLED}
_DUE = (30, 60, 90)


@dataclass(frozen=True, kw_only=True)
class NextCourse:
    """The course in hand, with the figures of its card. ``practice``: seconds per technique; None without a set or plan."""

    course: CourseId
    head: CourseHead
    starts_on: date
    ends_on: date
    people: int
    eligible: int
    techniques: int
    most: int
    practice: int | None
    instructors: int


@dataclass(frozen=True, kw_only=True)
class Due:
    """How many people's authority runs out within days; 0 is lapsed already."""

    days: int
    people: int


@dataclass(frozen=True, kw_only=True)
class OwnPapers:
    """The authorisation of who is at work, and its end; the same of first aid."""

    name: str
    expires: date | None
    first_aid_expires: date | None


@dataclass(frozen=True, kw_only=True)
class Today:
    """``begun``: organisation, instructor and catalogue are there. ``left``: of the next course; ``waiting``: of all else."""

    begun: bool
    has_tna: bool
    own: OwnPapers | None
    next: NextCourse | None
    left: tuple[Left, ...]
    waiting: tuple[Left, ...]
    due: tuple[Due, ...]


def today_of(view: Reading, now: datetime, who: InstructorId | None) -> Today:
    """What is worth knowing at this moment."""
    courses = sorted(view.all(Course), key=lambda each: (each.starts_on, each.ref))
    course = next((each for each in courses if each.state in _OPEN), None)
    own = view.find(Instructor, who) if who else None
    left = left_of(view, course.id, now) if course else None
    return Today(
        begun=bool(view.all(Organisation) and view.all(Instructor) and view.all(Catalogue)),
        has_tna=bool(view.all(Tna)),
        own=OwnPapers(name=own.name, expires=own.expires, first_aid_expires=own.first_aid_expires) if own else None,
        next=_next(view, course, now) if course else None,
        left=_first_of(left.next, [each for lines in left.steps.values() for each in lines]) if left else (),
        waiting=tuple(_waiting(view, courses, course, now)),
        due=_due(view, now.date()),
    )


def standing_of(until: date | None, on: date) -> Lamp:
    """How one's own paper stands on a day: to be renewed as soon as refreshers are counted as due."""
    if until is None or until < on:
        return Lamp.STOP
    return Lamp.WARN if (until - on).days <= _DUE[-1] else Lamp.OK


def _first_of(first: Left | None, lines: Sequence[Left]) -> tuple[Left, ...]:
    """The next thing, then what else is left: where it stands for several lines of its step, those are not said again."""
    if first is None or first in lines:
        return tuple(dict.fromkeys((first, *lines) if first is not None else lines))
    return (first, *(each for each in lines if each.place.step != first.place.step or each.lamp is not first.lamp))


def _next(view: Reading, course: Course, now: datetime) -> NextCourse:
    places = [each for each in view.all(Enrolment, course=course.id) if each.withdrawn_on is None]
    physical = [each for each in places if each.part is Part.PHYSICAL]
    people = [view.get(Person, each.person) for each in physical]
    eligible = sum(1 for _person, no in eligibilities(view, people, course) if not no)
    techniques = len(set_of(view, course.id))
    blocks: Sequence[Block] = all_blocks(view, course.id)
    organisation = next(iter(view.all(Organisation)), None)
    return NextCourse(
        course=course.id,
        head=course_head(view, course.id, now),
        starts_on=course.starts_on,
        ends_on=course.ends_on,
        people=len(physical),
        eligible=eligible,
        techniques=techniques,
        most=organisation.numbers.techniques_warn_above if organisation else 0,
        practice=practice_seconds_each(blocks, techniques),
        instructors=len(set(course.instructors)),
    )


def _waiting(view: Reading, courses: Sequence[Course], shown: Course | None, now: datetime) -> Iterator[Left]:
    yield from tnas_waiting(view, now.date())
    for course in courses:
        if shown is None or course.id == shown.id or course.state is not CourseState.TO_SIGN:
            continue
        yield Left(
            lamp=Lamp.WARN,
            title=course.title,
            detail=course.ref,
            place=Place(page="course", record=course.id, step="sign_off"),
            mend=_(words.SIGN),
        )
    for waits in outbox_of(view, now).waiting:
        yield Left(
            lamp=Lamp.WARN if waits.days > 3 else Lamp.TODO,
            title=f"{waits.ref}: {words.closed_days_ago(waits.days)}",
            detail=waits.title,
            place=Place(page="course", record=waits.course, step="close"),
            mend=_(words.SEND),
        )


def _due(view: Reading, today: date) -> tuple[Due, ...]:
    """Whose authority has run out, or does within 30, 60 and 90 days; of each person the latest sign-off counts."""
    latest: dict[object, date] = {}
    people = {each.id: each.person for each in view.all(Enrolment)}
    for signed in view.all(SignOff):
        stands = signed.withdrawn_on is None and signed.trainee_signature is TraineeSignature.SIGNED
        if stands and signed.valid_until is not None:
            person = people[signed.enrolment]
            latest[person] = max(latest.get(person, signed.valid_until), signed.valid_until)
    days = [(until - today).days for until in latest.values()]
    if not days:
        return ()
    return (
        Due(days=0, people=sum(1 for each in days if each < 0)),
        *(Due(days=within, people=sum(1 for each in days if 0 <= each <= within)) for within in _DUE),
    )
