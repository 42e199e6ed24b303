"""What was looked for in a course, in the words that its catalogue allows (R25), and the mark that a cell shows."""

from calm_instructor.domain.assessment import Attempt, AttemptState, KnowledgeCheck, Outcome
from calm_instructor.domain.generic import is_generic
from calm_instructor.domain.outcomes import CaseFile
from calm_instructor.domain.technique import Criterion
from calm_instructor.exchange.paper.facts import Mark, NotAssessed, Result
from calm_instructor.exchange.reading.shipped import criteria
from calm_instructor.messages import gathering as words
from calm_instructor.messages import papers
from calm_instructor.operations.gathering.course_facts import CourseFacts

_RESULTS = {
    Outcome.COMPETENT: Result.COMPETENT,
    Outcome.NOT_YET: Result.NOT_YET,
    Outcome.NOT_ASSESSED: Result.NOT_ASSESSED,
}


def criteria_of(known: CourseFacts) -> tuple[Criterion, ...]:
    """A1 to A13; while the set is GENERIC, A4 names the organisation's coaching points (R25)."""
    if not is_generic(known.set):
        return criteria()
    ref = known.course.coaching_points_ref or known.organisation.coaching_points_ref
    return criteria(ref.strip() or words.no_coaching_points())


def result_of(outcome: Outcome) -> Result:
    """The letters of an outcome."""
    return _RESULTS[outcome]


def mark_of(attempt: Attempt | None) -> Mark:
    """The cell of the attempt that counts; where there is none, that nothing is on record."""
    if attempt is None:
        return Mark(Result.NOT_ASSESSED, why=NotAssessed.NO_MARK)
    if attempt.outcome is Outcome.NOT_ASSESSED:
        return Mark(Result.NOT_ASSESSED, why=why_not_assessed(attempt))
    return Mark(result_of(attempt.outcome), attempt.number)


def why_not_assessed(attempt: Attempt) -> NotAssessed:
    """Only that time ran out is told apart; absence and fitness look alike, whatever the words of the reason."""
    said = attempt.not_assessed_reason.strip().casefold()
    ran_out = said == papers.why_not(NotAssessed.TIME_RAN_OUT.value).casefold()
    return NotAssessed.TIME_RAN_OUT if ran_out else NotAssessed.NOT_AVAILABLE


def knowledge_check_of(case: CaseFile) -> KnowledgeCheck | None:
    """The knowledge check that counts: the last that stands."""
    valid = [check for check in case.knowledge if check.state is AttemptState.VALID]
    return max(valid, key=lambda check: check.number, default=None)


def knowledge_mark(case: CaseFile) -> Mark:
    """The cell of the knowledge check."""
    check = knowledge_check_of(case)
    if check is None:
        return Mark(Result.NOT_ASSESSED, why=NotAssessed.NOT_AVAILABLE)
    return Mark(Result.COMPETENT if check.is_met else Result.NOT_YET, check.number)
