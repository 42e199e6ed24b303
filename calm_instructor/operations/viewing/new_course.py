"""What a new course would be: which types and analyses there are, what a type brings, what stops it, what it is planned after."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from calm_instructor.domain.course import (
    BlockKind,
    Course,
    CourseKind,
    Instructor,
    Session,
    minutes_by_kind,
    taught_minutes,
)
from calm_instructor.domain.errors import Objection, Weight
from calm_instructor.domain.ids import CourseId, InstructorId, PersonId, TnaId
from calm_instructor.domain.justification import (
    age_objections,
    authoriser_objections,
    no_need_objections,
    signature_objections,
)
from calm_instructor.domain.needs import Tna, TnaState
from calm_instructor.domain.people import Organisation, Person
from calm_instructor.domain.planning_rules import is_physical, lead_objections
from calm_instructor.domain.technique import Tier
from calm_instructor.exchange.reading.course_types import course_types
from calm_instructor.messages import sentence
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.window import courses as words
from calm_instructor.operations.analysing import analysis_of
from calm_instructor.operations.enrolling import enrolled
from calm_instructor.operations.scheduling import NewId, course_from_type, plan_from_type
from calm_instructor.operations.wish import numbers_of
from calm_instructor.store.reading import Reading

_NO_NEED = "R40.no_need"


@dataclass(frozen=True, kw_only=True)
class TypeOption:
    """A course type: its code and name, how many days, and what it brings in a line."""

    code: str
    name: str
    days: int
    brings: str
    physical: bool


@dataclass(frozen=True, kw_only=True)
class TnaOption:
    """An analysis that a course could rest on. ``why_not``: what stands against it, in sentences; "" where nothing does."""

    tna: TnaId
    title: str
    service: str
    sites: tuple[str, ...]
    techniques: tuple[str, ...]
    why_not: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class InstructorOption:
    """Somebody who could deliver, with how far their authorisation reaches."""

    instructor: InstructorId
    name: str
    number: str
    words: str


@dataclass(frozen=True, kw_only=True)
class NewCourse:
    """What a new course is made from."""

    types: tuple[TypeOption, ...]
    tnas: tuple[TnaOption, ...]
    instructors: tuple[InstructorOption, ...]

    def usable(self, *, physical: bool = True) -> tuple[TnaOption, ...]:
        """The analyses that a course may rest on today; one without need (R40) carries theory and prevention."""
        return tuple(each for each in self.tnas if not (set(each.codes) - (set() if physical else {_NO_NEED})))

    def type_of(self, code: object) -> TypeOption | None:
        """A type by its code."""
        return next((each for each in self.types if each.code == code), None)


def new_course(view: Reading, now: datetime) -> NewCourse:
    """What there is to choose from on a day; the Instructor Programme only where it is delivered (R37)."""
    organisation = next(iter(view.all(Organisation)), None)
    trains_instructors = organisation is not None and organisation.numbers.instructor_programme
    return NewCourse(
        types=tuple(
            _type_option(code)
            for code, each in course_types().items()
            if trains_instructors or each.kind is not CourseKind.INSTRUCTOR_PROGRAMME
        ),
        tnas=tuple(_tna_options(view, now.date())) if organisation else (),
        instructors=instructor_options(view),
    )


def instructor_options(view: Reading) -> tuple[InstructorOption, ...]:
    """Everyone who could deliver."""
    return tuple(
        InstructorOption(
            instructor=each.id,
            name=each.name,
            number=each.number,
            words=words.authorised_until(each.expires) if each.authorisation_ref else words.not_authorised(),
        )
        for each in view.all(Instructor)
    )


def _type_option(code: str) -> TypeOption:
    pattern = course_types()[code]
    blocks = [each for day in pattern.sessions for each in day.blocks]
    taught = sum(each.minutes for each in blocks if each.kind is not BlockKind.BREAK)
    practice = sum(each.minutes for each in blocks if each.kind is BlockKind.PRACTICE)
    days = len(pattern.sessions)
    return TypeOption(
        code=code,
        name=pattern.name,
        days=days,
        brings=words.brings(days, taught, practice),
        physical=is_physical(pattern.kind),
    )


def _tna_options(view: Reading, on: date) -> Iterator[TnaOption]:
    """The latest revisions first; those that were replaced are left out."""
    numbers = numbers_of(view)
    for tna in reversed(view.all(Tna)):
        if tna.state is TnaState.SUPERSEDED:
            continue
        against = (*no_need_objections(tna), *signature_objections(tna), *age_objections(tna, on, numbers))
        chosen = tuple(each.technique for each in analysis_of(view, tna.id).chosen)
        yield TnaOption(
            tna=tna.id,
            title=tna.title,
            service=tna.service,
            sites=tna.sites,
            techniques=chosen,
            codes=tuple(dict.fromkeys(each.code for each in against)),
            why_not=" ".join(sentence(each) for each in against),
        )


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What was chosen for a new course so far."""

    type_code: str
    tna: TnaId
    first_day: date
    lead: InstructorId
    co_instructors: tuple[InstructorId, ...] = ()
    title: str = ""
    site: str = ""
    venue: str = ""


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """What a new course is planned after: what was chosen, on no day yet, and the people who come. ``ref``: of the course that it
    is a copy of; "" for those who are due.
    """

    ref: str
    chosen: Chosen
    people: tuple[PersonId, ...]


def earlier_course(view: Reading, course: CourseId, now: datetime) -> Earlier:
    """What a copy of a course begins with: the type of its kind and length, the newest analysis of the same reference."""
    current = view.get(Course, course)
    days = view.count(Session, course=course) or (current.ends_on - current.starts_on).days + 1
    fits = sorted(
        course_types().values(), key=lambda each: (each.kind is not current.kind, abs(len(each.sessions) - days))
    )
    own = view.get(Tna, current.tna)
    newest = max((each for each in view.all(Tna, ref=own.ref)), key=lambda each: each.revision_no)
    usable = {each.tna for each in _tna_options(view, now.date()) if not each.why_not}
    return Earlier(
        ref=current.ref,
        chosen=Chosen(
            type_code=fits[0].code,
            tna=newest.id if newest.id in usable else own.id,
            first_day=current.starts_on,
            lead=current.lead,
            co_instructors=current.co_instructors,
            title=current.title,
            site=current.site,
            venue=current.venue,
        ),
        people=tuple(each.person for each in enrolled(view, course)),
    )


def refresher_for(view: Reading, people: Sequence[PersonId], now: datetime, who: InstructorId | None) -> Earlier | None:
    """R23: a refresher for people who are due: by an analysis of the site where most of them work.

    None where there is no refresher type, nobody who delivers or no analysis that carries a course.
    """
    code = next((each.code for each in course_types().values() if each.kind is CourseKind.REFRESHER), None)
    usable = [each for each in _tna_options(view, now.date()) if not each.why_not]
    leads = [each.id for each in view.all(Instructor)]
    if code is None or not usable or not leads:
        return None
    sites = Counter(view.get(Person, each).site for each in people)
    site = max(sites, key=lambda each: (sites[each], each), default="")
    fits = next((each for each in usable if site in each.sites or site == each.service), usable[0])
    return Earlier(
        ref="",
        chosen=Chosen(
            type_code=code,
            tna=fits.tna,
            first_day=now.date(),
            lead=who if who in leads else leads[0],
            site=site if site in fits.sites else next(iter(fits.sites), ""),
        ),
        people=tuple(people),
    )


@dataclass(frozen=True, kw_only=True)
class DayBrought:
    """A day that the type brings: when, about what, and its minutes by kind."""

    on: date
    starts: time
    topic: str
    minutes: tuple[tuple[BlockKind, int], ...]
    taught: int


_LAMPS = {Weight.BLOCK: Lamp.STOP, Weight.WARN: Lamp.WARN, Weight.RECORD: Lamp.INFO}


@dataclass(frozen=True, kw_only=True)
class Brought:
    """What a choice would make: the course, not yet entered, its days, and what its lead's papers say against it (R13, R14)."""

    course: Course
    tier: Tier
    when: str
    days: tuple[DayBrought, ...]
    techniques: tuple[str, ...]
    objections: tuple[Objection, ...]

    @property
    def stops(self) -> tuple[str, ...]:
        """What stands against it, in sentences; what only is to be watched is left out."""
        return tuple(sentence(each) for each in self.objections if each.blocks)

    @property
    def said(self) -> tuple[tuple[Lamp, str], ...]:
        """All that is said against it, each with its lamp."""
        return tuple((_LAMPS[each.weight], sentence(each)) for each in self.objections)


def brought_by(view: Reading, chosen: Chosen) -> Brought:
    """What a choice would make, with ids of no meaning: ``course_to_plan`` makes the real one."""
    numbers = iter(range(1, 1000))
    course = _course(view, chosen, lambda: UUID(int=next(numbers)))
    codes = tuple(each.technique for each in analysis_of(view, chosen.tna).chosen)
    plan = plan_from_type(chosen.type_code, course, codes, lambda: UUID(int=next(numbers)))
    lead = view.get(Instructor, chosen.lead)
    asked: Sequence[Objection] = (
        *authoriser_objections(view.get(Tna, chosen.tna), lead.name),
        *lead_objections(lead, course, course.type_tier if is_physical(course.kind) else None),
    )
    return Brought(
        course=course,
        tier=course.type_tier,
        when=words.when(course.starts_on, course.ends_on, None, None),
        days=tuple(
            DayBrought(
                on=session.on,
                starts=session.starts,
                topic=session.topic,
                minutes=tuple((kind, minutes) for kind, minutes in minutes_by_kind(blocks).items() if minutes),
                taught=taught_minutes(blocks),
            )
            for session, blocks in plan
        ),
        techniques=codes,
        objections=tuple(asked),
    )


def course_to_plan(view: Reading, chosen: Chosen, course: CourseId) -> Course:
    """The course of a choice, under its real id, to be entered."""
    return _course(view, chosen, lambda: course)


def _course(view: Reading, chosen: Chosen, new_id: NewId) -> Course:
    lead = view.get(Instructor, chosen.lead)
    organisation = view.all(Organisation)[0]
    return course_from_type(
        view,
        chosen.type_code,
        chosen.tna,
        chosen.first_day,
        new_id,
        lead=chosen.lead,
        lead_number=lead.number,
        co_instructors=chosen.co_instructors,
        title=chosen.title,
        site=chosen.site,
        venue=chosen.venue,
        coaching_points_ref=organisation.coaching_points_ref,
    )
