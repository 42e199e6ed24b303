"""Facts that several papers of a course show: head, instructors, need, set, minutes, overrides. Derives no rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from calm_instructor import __version__
from calm_instructor.domain.attendance import Enrolment, Part
from calm_instructor.domain.course import (
    Block,
    BlockKind,
    Course,
    CourseTechnique,
    Instructor,
    Override,
    derived_tier,
    minutes_by_kind,
    practice_seconds_each,
)
from calm_instructor.domain.generic import is_generic
from calm_instructor.domain.ids import CourseId, InstructorId, PersonId
from calm_instructor.domain.limited_set import shown_set, standing
from calm_instructor.domain.needs import Tna
from calm_instructor.domain.people import Organisation, Person
from calm_instructor.domain.sign_off import SignOff
from calm_instructor.exchange.paper import facts
from calm_instructor.messages import gathering as words
from calm_instructor.operations.enrolling import enrolled
from calm_instructor.operations.limiting import ever_in_set
from calm_instructor.operations.planning import all_blocks, sessions_of
from calm_instructor.store.reading import Reading

_NOBODY: Mapping[PersonId, str] = {}
_THEORY = (BlockKind.FRAMING, BlockKind.THEORY, BlockKind.PREVENTION)


def unissued(
    organisation: Organisation,
    reference: str,
    record: UUID,
    at: datetime,
    *,
    generic: bool,
    practice: bool,
    programme: bool = True,
    revision: int = 0,
) -> facts.Imprint:
    """An imprint before it is issued: whose, of which record, to be printed at a moment. ``programme``: see R25.

    ``revision``: of a record that has its own; 0 leaves the counting to the issue.
    """
    return facts.Imprint(
        organisation=organisation.name,
        programme=organisation.programme_title if programme else "",
        reference=reference,
        sheet_number="",
        revision=revision,
        record_id=record,
        short_code="",
        fingerprint="",
        printed_at=at,
        program_version=__version__,
        generic=generic,
        practice=practice,
    )


def instructor_fact(instructor: Instructor) -> facts.Instructor:
    """An instructor with authorisation, expiry and whether head office confirmed them (R13)."""
    return facts.Instructor(
        name=instructor.name,
        authorisation=instructor.authorisation_ref,
        expires=instructor.expires,
        confirmed=instructor.confirmed,
    )


def overrides_of(
    overrides: Sequence[Override], itself: Sequence[str], called: Mapping[PersonId, str] = _NOBODY
) -> tuple[facts.Override, ...]:
    """R51: overrides by moment. ``itself``: what the course or TNA is called, which needs no naming on its own paper.

    ``called``: what people are called now (R52).
    """
    return tuple(
        facts.Override(
            rule=each.code.split(".")[0],
            reason=each.reason,
            by=each.by,
            day=each.at.date(),
            about=""
            if each.subject in itself
            else called.get(each.person, each.subject)
            if each.person
            else each.subject,
        )
        for each in sorted(overrides, key=lambda each: each.at)
    )


@dataclass(frozen=True)
class CourseFacts:
    """A course as its papers show it; reads what is asked for."""

    view: Reading
    course: Course

    @classmethod
    def of(cls, view: Reading, course: CourseId) -> "CourseFacts":
        """The facts of a course by its id."""
        return cls(view, view.get(Course, course))

    @cached_property
    def organisation(self) -> Organisation:
        """Whose course it is."""
        return self.view.get(Organisation, self.course.organisation)

    @cached_property
    def tna(self) -> Tna:
        """The revision of the TNA that the course rests on."""
        return self.view.get(Tna, self.course.tna)

    @cached_property
    def set(self) -> tuple[CourseTechnique, ...]:
        """The pinned set as it stands, in teaching order."""
        return standing(self.ever_in_set)

    @cached_property
    def ever_in_set(self) -> tuple[CourseTechnique, ...]:
        """The set with what was taken out of it, which marks and reasons may name."""
        return ever_in_set(self.view, self.course.id)

    @cached_property
    def columns(self) -> tuple[CourseTechnique, ...]:
        """The set, with what was taken out of it since somebody was signed off on it."""
        places = frozenset(each.id for each in self.view.all(Enrolment, course=self.course.id))
        signed = [each for each in self.view.all(SignOff, enrolment=places) if each.withdrawn_on is None]
        return shown_set(self.ever_in_set, {code for each in signed for code in each.techniques})

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Every block in the order of the days."""
        return all_blocks(self.view, self.course.id)

    @cached_property
    def places(self) -> tuple[Enrolment, ...]:
        """Everyone on the course, by bib."""
        return enrolled(self.view, self.course.id)

    @cached_property
    def physical(self) -> tuple[Enrolment, ...]:
        """Who is on the physical part, by bib."""
        return tuple(each for each in self.places if each.part is Part.PHYSICAL)

    @cached_property
    def instructors(self) -> dict[InstructorId, Instructor]:
        """Lead and co-instructors by id, the lead first."""
        return {each: self.view.get(Instructor, each) for each in self.course.instructors}

    def person(self, place: Enrolment) -> Person:
        """Whose place it is."""
        return self.view.get(Person, place.person)

    def imprint(self, at: datetime, record: UUID | None = None, *, programme: bool = True) -> facts.Imprint:
        """The unissued imprint of a paper of this course; of the course itself unless another ``record`` is named."""
        return unissued(
            self.organisation,
            self.course.ref,
            record or self.course.id,
            at,
            generic=is_generic(self.set),
            practice=self.view.practice,
            programme=programme,
        )

    @property
    def kind(self) -> str:
        """As in "Initial course"."""
        return words.course_kind(self.course.kind)

    @property
    def tier(self) -> str:
        """R46: the curriculum of the set's highest tier, or of the course type until there is a set."""
        return words.curriculum(derived_tier(self.set) or self.course.type_tier)

    @property
    def days(self) -> tuple[date, ...]:
        """The days with sessions, or first and last day until there is a plan."""
        planned = {session.on for session in sessions_of(self.view, self.course.id)}
        return tuple(sorted(planned or {self.course.starts_on, self.course.ends_on}))

    @property
    def venue(self) -> str:
        """Where it is."""
        return self.course.venue or self.course.site

    @property
    def lead(self) -> facts.Instructor:
        """Who leads."""
        return instructor_fact(self.instructors[self.course.lead])

    @property
    def assisting(self) -> tuple[facts.Instructor, ...]:
        """Who assists."""
        return tuple(instructor_fact(self.instructors[each]) for each in self.course.co_instructors)

    @property
    def need(self) -> facts.Need:
        """The TNA as papers name it."""
        given = self.tna.authorisation
        return facts.Need(
            reference=self.tna.ref,
            revision=self.tna.revision_no,
            authorised_on=given.on if given else None,
            authorised_by=given.name if given else "",
            role=given.role if given else "",
        )

    @property
    def techniques(self) -> tuple[facts.Technique, ...]:
        """The set as papers name it."""
        return tuple(technique_fact(each) for each in self.set)

    @property
    def authority(self) -> facts.Authority:
        """R21: where a sign-off of this course counts for own staff."""
        services = self.tna.sites or (self.tna.service,)
        return facts.Authority(organisation=self.organisation.name, services=services)

    def minutes(self, kind: BlockKind) -> facts.Minutes:
        """R51: minutes of a kind as given and as planned; theory counts law, prevention and framing too."""
        kinds = _THEORY if kind is BlockKind.THEORY else (kind,)
        given, planned = minutes_by_kind(self.blocks), minutes_by_kind(as_planned(self.blocks))
        return facts.Minutes(given=sum(given[each] for each in kinds), planned=sum(planned[each] for each in kinds))

    @property
    def practice_per_technique(self) -> facts.Minutes:
        """R5, R51: whole minutes of practice per technique, as given and as planned."""
        count = len(self.set)
        given, planned = (practice_seconds_each(b, count) or 0 for b in (self.blocks, as_planned(self.blocks)))
        return facts.Minutes(given=given // 60, planned=planned // 60)

    @property
    def overrides(self) -> tuple[facts.Override, ...]:
        """R51: what was overridden for this course, its people, and the TNA it rests on."""
        of_people = frozenset(each.person for each in self._own_overrides if each.person is not None)
        called = {each.id: each.full_name for each in self.view.all(Person, id=of_people)}
        return overrides_of([*self._own_overrides, *self._tna_overrides], self._names, called)

    @property
    def overrides_of_plan(self) -> tuple[facts.Override, ...]:
        """R51: what was overridden for this course and its TNA; nothing about people."""
        return overrides_of([*self._about(), *self._tna_overrides], self._names)

    def overrides_about(self, person: Person) -> tuple[facts.Override, ...]:
        """R51: what was overridden for this course or for one person of it; nothing about anybody else."""
        return overrides_of(self._about(person), self._names, {person.id: person.full_name})

    def _about(self, person: Person | None = None) -> list[Override]:
        instructors = [each.name for each in self.instructors.values()]
        subjects = {*self._names, *instructors, *(each.code for each in self.ever_in_set)}
        return [
            each
            for each in self._own_overrides
            if (each.subject in subjects and each.person is None)
            or (person is not None and each.is_about(person.id, person.full_name))
        ]

    @property
    def _tna_overrides(self) -> tuple[Override, ...]:
        return self.view.all(Override, tna=self.tna.id)

    @property
    def _own_overrides(self) -> tuple[Override, ...]:
        return self.view.all(Override, course=self.course.id)

    @property
    def _names(self) -> tuple[str, ...]:
        return self.course.ref, self.tna.title


def as_planned(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without what was really given."""
    return tuple(replace(each, given=None) for each in blocks)


def technique_fact(technique: CourseTechnique) -> facts.Technique:
    """A pinned technique as papers name it."""
    return facts.Technique(code=technique.code, name=technique.name, addresses=technique.hold_text)
