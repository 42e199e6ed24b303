"""The end of a course as a page shows it: what is open, by person, where each is mended, and what was sent (R29 to R31)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.closing import case_objections, closing_objections
from calm_instructor.domain.course import Course, CourseState, Instructor
from calm_instructor.domain.errors import Objection
from calm_instructor.domain.ids import CourseId
from calm_instructor.domain.observing import marking_objections, open_objections
from calm_instructor.domain.people import Organisation
from calm_instructor.domain.planning_rules import is_physical
from calm_instructor.domain.sign_off import Result, SentPackage
from calm_instructor.messages import sentence
from calm_instructor.messages.lamps import Lamp
from calm_instructor.operations.viewing.course_file import CourseFile, course_file
from calm_instructor.operations.viewing.places import Left, Place
from calm_instructor.store.reading import Reading

_MENDED_IN = {
    "R29.no_attendance": "register",
    "R29.cell_open": "assess",
    "R29.not_signed_off": "sign_off",
    "R29.ink_not_held": "sign_off",
    "R7.not_agreed": "techniques",
    "R7.not_ready": "plan",
}
"""The step of the course in which an open item is mended; one that is not named here mends itself."""


@dataclass(frozen=True, kw_only=True)
class Open:
    """Somebody, or the course itself, with all that is open. ``left``: each item with its way to be mended."""

    who: str
    bib: int = 0
    left: tuple[Left, ...]


@dataclass(frozen=True, kw_only=True)
class Package:
    """A package that was written. ``received_at`` comes from a receipt only; ``is_newest``: no later one replaces it."""

    file_name: str
    sequence: int
    identity: str
    written_at: datetime
    written_by: str
    received_at: datetime | None
    is_newest: bool
    course: CourseId
    course_ref: str
    course_title: str

    @property
    def short_identity(self) -> str:
        """The first twelve signs of its identity, as two people read them to each other."""
        return " ".join(self.identity[start : start + 4] for start in (0, 4, 8))


@dataclass(frozen=True, kw_only=True)
class Closing:
    """How near a course is to its end. ``blocked``: what is in the way of closing; ``late``: that it closes late, in a sentence.

    ``results``: how many signed outcomes of each kind; ``closed_by``: whose act it was; ``recipient``: head office.
    """

    course: Course
    open: tuple[Open, ...]
    late: str
    people: int
    results: tuple[tuple[Result, int], ...]
    closed_by: str
    packages: tuple[Package, ...]
    recipient: str
    practice: bool

    @property
    def count(self) -> int:
        """How many things are open."""
        return sum(len(each.left) for each in self.open)

    @property
    def is_closed(self) -> bool:
        """Whether it is closed, and read-only since."""
        return self.course.state is CourseState.CLOSED

    @property
    def is_sent(self) -> bool:
        """Whether a package was written since it was closed."""
        closed_at = self.course.closed_at
        return closed_at is not None and any(each.written_at >= closed_at for each in self.packages)

    @property
    def can_close(self) -> bool:
        """Whether nothing stands against closing."""
        return not self.open and self.course.state not in {CourseState.CLOSED, CourseState.CANCELLED}


def closing_of(view: Reading, course: CourseId, now: datetime) -> Closing:
    """What is open on a course at a moment, by person, and what was sent of it."""
    file = course_file(view, course)
    current = file.course
    closer = view.find(Instructor, current.closed_by) if current.closed_by else None
    ended = current.state in {CourseState.CLOSED, CourseState.CANCELLED}
    return Closing(
        course=current,
        open=() if ended else (*_of_course(file, now.date()), *_of_people(file)),
        late="" if ended else _late(file, now.date()),
        people=len(file.places),
        results=_results(file),
        closed_by=closer.name if closer else "",
        packages=packages_of(view, course),
        recipient=view.all(Organisation)[0].head_office_contact,
        practice=view.practice,
    )


def packages_of(view: Reading, course: CourseId | None = None) -> tuple[Package, ...]:
    """Packages that were written, the newest first: of one course, or of all."""
    sent = view.all(SentPackage, **({"course": course} if course else {}))
    courses = {each.id: each for each in view.all(Course)}
    names = {each.id: each.name for each in view.all(Instructor)}
    newest = {each.course: each.id for each in sent}
    return tuple(
        Package(
            file_name=each.file_name,
            sequence=each.sequence,
            identity=each.identity,
            written_at=each.written_at,
            written_by=names.get(each.written_by, ""),
            received_at=each.received_at,
            is_newest=newest[each.course] == each.id,
            course=each.course,
            course_ref=courses[each.course].ref,
            course_title=courses[each.course].title,
        )
        for each in reversed(sent)
    )


# ── what is open ────────────────────────────────────────────────────────────────────────────────────────────────────


def _of_course(file: CourseFile, on: date) -> Iterator[Open]:
    course = file.course
    start = marking_objections(course, course.starts_on) if is_physical(course.kind) else open_objections(course)
    stops = [*start, *(each for each in closing_objections(course, on, file.numbers) if each.blocks)]
    if stops:
        yield Open(who=course.ref, left=tuple(_left(course, each) for each in stops))


def _of_people(file: CourseFile) -> Iterator[Open]:
    """As ``still_open`` finds them, with each person's way to the step that mends it."""
    for place in file.places:
        found = tuple(case_objections(file.case(place), file.sessions, file.signed.get(place.id)))
        if found:
            left = tuple(_of_person(_left(file.course, each), place) for each in found)
            yield Open(who=file.person(place).full_name, bib=place.bib, left=left)


def _of_person(left: Left, place: Enrolment) -> Left:
    return replace(left, place=replace(left.place, focus=place.id))


def _left(course: Course, no: Objection) -> Left:
    where = Place(page="course", record=course.id, step=_MENDED_IN.get(no.code, "close"))
    return Left(lamp=Lamp.STOP, title=no.who, detail=sentence(no).removeprefix(no.who).strip(), place=where)


def _late(file: CourseFile, on: date) -> str:
    notes = [each for each in closing_objections(file.course, on, file.numbers) if not each.blocks]
    return " ".join(sentence(each) for each in notes)


def _results(file: CourseFile) -> tuple[tuple[Result, int], ...]:
    signed = [file.signed[each.id].result for each in file.places if each.id in file.signed]
    return tuple((result, signed.count(result)) for result in Result if result in signed)
