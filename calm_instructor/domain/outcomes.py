"""R20 to R22: the outcome of a course for one person, worked out and never typed; what it gives, with which limits, until when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from calm_instructor.domain.assessment import Attempt, KnowledgeCheck, Outcome, standing
from calm_instructor.domain.at_the_door import attendance_objections
from calm_instructor.domain.attendance import Attendance, Enrolment, Fitness, FitnessStatus
from calm_instructor.domain.course import Block, CourseTechnique
from calm_instructor.domain.errors import Objection, block, note
from calm_instructor.domain.ids import CourseTechniqueId
from calm_instructor.domain.numbers import Numbers, add_months
from calm_instructor.domain.people import Person, evidence_objections
from calm_instructor.domain.sign_off import Result, TraineeSignature

Cells = Mapping[CourseTechniqueId | None, Sequence[Attempt]]
"""Attempts of one enrolment by technique; None stands for the core behaviours."""


@dataclass(frozen=True, kw_only=True)
class CaseFile:
    """Everything on record that one person's outcome is worked out from."""

    person: Person
    enrolment: Enrolment
    techniques: tuple[CourseTechnique, ...]
    attempts: tuple[Attempt, ...]
    knowledge: tuple[KnowledgeCheck, ...]
    attended: tuple[Attendance, ...]
    fitness: tuple[Fitness, ...]
    blocks: tuple[Block, ...]

    def cell(self, technique: CourseTechniqueId | None) -> tuple[Attempt, ...]:
        """Every attempt at one technique, in the order recorded."""
        return tuple(attempt for attempt in self.attempts if attempt.technique == technique)

    def stands(self, technique: CourseTechniqueId | None) -> Attempt | None:
        """The attempt that counts."""
        return standing(self.cell(technique))

    def knowledge_met(self) -> bool | None:
        """Whether the last knowledge check was met; None where none was made."""
        valid = [check for check in self.knowledge if check.state.value == "valid"]
        return max(valid, key=lambda check: check.number).is_met if valid else None


@dataclass(frozen=True, kw_only=True)
class Derived:
    """An outcome with its reasons, and what it gives: the technique codes covered, the limits, the dates."""

    result: Result
    reasons: tuple[Objection, ...]
    techniques: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    last_assessed: date | None = None
    valid_until: date | None = None


def derive(case: CaseFile, numbers: Numbers) -> Derived:
    """R20: the outcome. "Not yet" outweighs "not completed": what was seen stands, what is missing can still come."""
    who = case.person.full_name
    not_yet = tuple(_not_yet(case, who))
    missing = tuple(_missing(case, who, numbers))
    competent = tuple(t for t in case.techniques if _is_competent(case.stands(t.id)))
    if not not_yet and not missing:
        return _with_authority(Result.COMPETENT, (), competent, case, numbers)
    if missing and not not_yet:
        return Derived(result=Result.NOT_COMPLETED, reasons=missing)
    knows = case.knowledge_met() and _is_competent(case.stands(None))
    if numbers.part_competence_allowed and competent and knows and not missing:
        return _with_authority(Result.PART_COMPETENT, not_yet, competent, case, numbers)
    return Derived(result=Result.NOT_YET_COMPETENT, reasons=not_yet + missing)


def _is_competent(attempt: Attempt | None) -> bool:
    return attempt is not None and attempt.outcome is Outcome.COMPETENT


def _cells(case: CaseFile) -> Iterator[tuple[str, Attempt | None]]:
    for technique in case.techniques:
        yield technique.code, case.stands(technique.id)
    yield "", case.stands(None)


def _not_yet(case: CaseFile, who: str) -> Iterator[Objection]:
    for code, attempt in _cells(case):
        if attempt is not None and attempt.outcome is Outcome.NOT_YET:
            yield note("R20.not_yet", who, technique=code) if code else note("R20.core_not_yet", who)
    if case.knowledge_met() is False:
        yield note("R20.knowledge_not_met", who)


def _missing(case: CaseFile, who: str, numbers: Numbers) -> Iterator[Objection]:
    for code, attempt in _cells(case):
        if attempt is None or attempt.outcome is Outcome.NOT_ASSESSED:
            yield note("R20.not_assessed", who, technique=code) if code else note("R20.core_not_assessed", who)
    if case.knowledge_met() is None:
        yield note("R20.knowledge_not_asked", who)
    for objection in attendance_objections(case.attended, case.blocks, who, numbers):
        yield note(objection.code, objection.who, **objection.facts)


def _with_authority(
    result: Result,
    reasons: tuple[Objection, ...],
    competent: Sequence[CourseTechnique],
    case: CaseFile,
    numbers: Numbers,
) -> Derived:
    days = [a.observed_at.date() for t in competent if (a := case.stands(t.id)) is not None]
    days += [a.observed_at.date() for a in (case.stands(None),) if a is not None]
    last = max(days)
    return Derived(
        result=result,
        reasons=reasons,
        techniques=tuple(technique.code for technique in competent),
        limits=limits(case),
        last_assessed=last,
        valid_until=add_months(last, numbers.sign_off_valid_months),
    )


def limits(case: CaseFile) -> tuple[str, ...]:
    """R21: what an adjustment narrowed is a limit of the authority, on every paper."""
    said = [f.limit for f in case.fitness if f.status is FitnessStatus.ADJUSTED and f.limit.strip()]
    return tuple(dict.fromkeys(said))


def signing_objections(case: CaseFile) -> Iterator[Objection]:
    """R1, R15, R19: what keeps a person's outcome from being signed at all."""
    who = case.person.full_name
    seen = [a for _code, a in _cells(case) if a is not None and a.outcome is not Outcome.NOT_ASSESSED]
    if seen:
        yield from evidence_objections(case.person)
    for attempt in case.attempts:
        if attempt.owes_feedback:
            yield block("R19.feedback_owed", who, technique=_code_of(case, attempt))
    declared = {each.on for each in case.fitness}
    for day in sorted({attempt.observed_at.date() for attempt in seen} - declared):
        yield block("R15.no_declaration", who, day=day)


def _code_of(case: CaseFile, attempt: Attempt) -> str:
    return next((t.code for t in case.techniques if t.id == attempt.technique), "")


def authority_from(result: Result, signature: TraineeSignature, signed_on: date | None) -> date | None:
    """R48: authority starts only when the trainee has accepted the limits; never without a competent outcome."""
    if not result.gives_authority or signature is not TraineeSignature.SIGNED:
        return None
    return signed_on


def needs_action_plan(result: Result) -> bool:
    """R19, R20: a "not yet" leaves with a plan."""
    return result is Result.NOT_YET_COMPETENT
