"""R20 to R22: the outcome of a course for one person, worked out and never typed; what it gives, with which limits, until when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from calm_instructor.domain.assessment import Attempt, AttemptState, KnowledgeCheck, Outcome, standing
from calm_instructor.domain.at_the_door import attendance_objections, declared_at, fitness_objections
from calm_instructor.domain.attendance import Attendance, Enrolment, Fitness, FitnessStatus
from calm_instructor.domain.course import Block, CourseTechnique
from calm_instructor.domain.errors import Objection, block, note
from calm_instructor.domain.ids import CourseTechniqueId
from calm_instructor.domain.numbers import Numbers, add_months
from calm_instructor.domain.people import Person, core_theory_objections, evidence_objections
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
        valid = [check for check in self.knowledge if check.state is AttemptState.VALID]
        return max(valid, key=lambda check: check.number).is_met if valid else None

    def seen(self) -> tuple[Attempt, ...]:
        """The attempts that count and were tries: core behaviours and techniques, "not assessed" apart."""
        standing_ones = [self.stands(technique.id) for technique in self.techniques] + [self.stands(None)]
        return tuple(a for a in standing_ones if a is not None and a.outcome is not Outcome.NOT_ASSESSED)


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
    """R20: the outcome, with R1, R15, R16, R19 and R41. "Not yet" outweighs "not completed".

    What was seen stands; what is missing can still come.
    """
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
    """Every cell by its technique's code; "" for the core behaviours."""
    for technique in case.techniques:
        yield technique.code, case.stands(technique.id)
    yield "", case.stands(None)


def _not_yet(case: CaseFile, who: str) -> Iterator[Objection]:
    for code, attempt in _cells(case):
        if attempt is not None and attempt.outcome is Outcome.NOT_YET:
            yield note("R20.not_yet", who, technique=code)
    if case.knowledge_met() is False:
        yield note("R20.knowledge_not_met", who)


def _missing(case: CaseFile, who: str, numbers: Numbers) -> Iterator[Objection]:
    if not case.techniques:
        yield note("R20.no_set", who)
    for code, attempt in _cells(case):
        if attempt is None or attempt.outcome is Outcome.NOT_ASSESSED:
            yield note("R20.not_assessed", who, technique=code)
    if case.knowledge_met() is None:
        yield note("R20.knowledge_not_asked", who)
    attendance = attendance_objections(case.attended, case.blocks, who, numbers)
    for objection in (*attendance, *_theory_objections(case, numbers)):
        yield note(objection.code, objection.who, **objection.facts)
    for day in _days_not_cleared(case):
        yield note("R15.not_cleared", who, day=day)


def _theory_objections(case: CaseFile, numbers: Numbers) -> tuple[Objection, ...]:
    days = [attempt.observed_at.date() for attempt in case.seen()]
    if not days:
        return ()
    asked = (
        *core_theory_objections(case.person, min(days), numbers, theory_ended_before=True),
        *evidence_objections(case.person),
    )
    return tuple(dict.fromkeys(asked))


def _days_not_cleared(case: CaseFile) -> tuple[date, ...]:
    """R15: the days of assessment without a declaration that cleared the person; says no more about their health."""
    uncleared = {a.observed_at.date() for a in case.seen() if any(_fitness_objections(case, a))}
    return tuple(sorted(uncleared))


def _fitness_objections(case: CaseFile, attempt: Attempt) -> Iterator[Objection]:
    declared = declared_at(case.fitness, attempt.observed_at)
    return fitness_objections(declared, case.person.full_name, attempt.observed_at.date())


def _with_authority(
    result: Result,
    reasons: tuple[Objection, ...],
    competent: Sequence[CourseTechnique],
    case: CaseFile,
    numbers: Numbers,
) -> Derived:
    counted = [case.stands(each) for each in (*(technique.id for technique in competent), None)]
    last = max(attempt.observed_at.date() for attempt in counted if attempt is not None)
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
    if case.seen():
        yield from evidence_objections(case.person)
    in_set = {None, *(technique.id for technique in case.techniques)}
    for attempt in case.attempts:
        if attempt.owes_feedback and attempt.technique in in_set:
            yield block("R19.feedback_owed", who, technique=_code_of(case, attempt))
    yield from dict.fromkeys(objection for attempt in case.seen() for objection in _fitness_objections(case, attempt))


def moment_objections(case: CaseFile, signed_at: datetime) -> Iterator[Objection]:
    """R48: a trainee signs what was seen, so never on a day before the last of it."""
    last = max((attempt.observed_at.date() for attempt in case.seen()), default=None)
    if last is not None and signed_at.date() < last:
        yield block("R48.before_assessed", case.person.full_name, signed=signed_at, last=last)


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
