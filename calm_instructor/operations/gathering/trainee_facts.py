"""One trainee of a course as the papers of sign-off show them: the case, what was signed, and what it gives."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from calm_instructor.domain.attendance import Enrolment, FitnessStatus
from calm_instructor.domain.course import Instructor, Session, taught_minutes
from calm_instructor.domain.ids import EnrolmentId, InstructorId
from calm_instructor.domain.outcomes import CaseFile, Derived, derive
from calm_instructor.domain.people import Person, Status
from calm_instructor.domain.sign_off import Result, SignOff, TraineeSignature
from calm_instructor.exchange.paper.facts import Authority, Outcome, Signature
from calm_instructor.operations.gathering.course_facts import CourseFacts
from calm_instructor.operations.gathering.signatures import instructor_signature
from calm_instructor.operations.signing import case_of, sign_off_of
from calm_instructor.store.reading import Reading


@dataclass(frozen=True)
class TraineeFacts:
    """A place on a course with everything that its papers ask for."""

    course: CourseFacts
    place: Enrolment

    @classmethod
    def of(cls, view: Reading, enrolment: EnrolmentId) -> "TraineeFacts":
        """The facts of a place by its id."""
        place = view.get(Enrolment, enrolment)
        return cls(CourseFacts.of(view, place.course), place)

    @cached_property
    def case(self) -> CaseFile:
        """What the outcome is worked out from."""
        return case_of(self.course.view, self.place.id)

    @cached_property
    def derived(self) -> Derived:
        """R20: the outcome as the records stand."""
        return derive(self.case, self.course.organisation.numbers)

    @cached_property
    def signed(self) -> SignOff | None:
        """The sign-off that stands."""
        return sign_off_of(self.course.view, self.place.id)

    @property
    def person(self) -> Person:
        """Who it is."""
        return self.case.person

    @property
    def outcome(self) -> Outcome:
        """R20: as signed, or as the records stand until then."""
        return Outcome(self._result.value)

    @property
    def _result(self) -> Result:
        return self.signed.result if self.signed else self.derived.result

    @property
    def valid_until(self) -> date | None:
        """R20, R22: until when the authority runs, or will once the ink is dry; None gives no authority.

        A paper that waits for ink shows what its signature gives; one that was declined or disagreed with gives nothing (R48).
        """
        if self.signed is None:
            return self.derived.valid_until if self._result.gives_authority else None
        if self.signed.trainee_signature is TraineeSignature.INK_LATER:
            return self.signed.frozen_until if self._result.gives_authority else None
        return self.signed.valid_until

    @property
    def limits(self) -> tuple[str, ...]:
        """R21: what narrows the authority."""
        return self.signed.limits if self.signed else self.derived.limits

    @property
    def authority(self) -> Authority | None:
        """R21, R53: where it counts; None where nothing may be used."""
        if self.valid_until is None:
            return None
        given = self.course.authority
        own = self.person.status in {Status.OWN, Status.STUDENT}
        return Authority(organisation=given.organisation, services=given.services, own_staff=own)

    @property
    def minutes_here(self) -> int:
        """R16: taught minutes present."""
        return sum(each.minutes for each in self.case.attended)

    @property
    def minutes_taught(self) -> int:
        """R16: taught minutes of the course."""
        return taught_minutes(self.course.blocks)

    @property
    def made_good(self) -> int:
        """R16: minutes made good on record."""
        return sum(entry.minutes for each in self.case.attended for entry in each.made_good)

    @property
    def cleared(self) -> bool:
        """R15: whether a declaration cleared them on each day they were assessed (without any: each day of practice).

        So that no tick is missing for a day of absence that would be there for a day of illness, or the other way round.
        """
        days = {attempt.observed_at.date() for attempt in self.case.seen()} or self._days_of_practice
        fit = {each.on for each in self.case.fitness if each.status is not FitnessStatus.NOT_FIT}
        return bool(days) and days <= fit

    @property
    def _days_of_practice(self) -> set[date]:
        sessions = {session.id: session.on for session in self.course.view.all(Session, course=self.place.course)}
        return {sessions[each.session] for each in self.course.blocks if each.kind.is_physical}

    def instructor(self, who: InstructorId) -> Instructor:
        """An assessor or instructor, of this course or another."""
        return self.course.instructors.get(who) or self.course.view.get(Instructor, who)

    @property
    def signer(self) -> Instructor:
        """Who signed off, or the lead until then."""
        return self.instructor(self.signed.instructor if self.signed else self.course.course.lead)

    @property
    def signature_of_instructor(self) -> Signature:
        """The signer's, with their role where they did not lead."""
        return instructor_signature(self.signer, self.signed, lead=self.signer.id == self.course.course.lead)
