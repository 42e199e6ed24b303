"""The individual record: what one trainee may use, and every attempt, criterion and fact that it rests on."""

from collections.abc import Sequence
from datetime import date, datetime

from calm_instructor.domain.assessment import Attempt, AttemptState, CriterionMark, Met, Outcome, Source
from calm_instructor.domain.attendance import FitnessStatus, Incident
from calm_instructor.domain.course import CourseTechnique
from calm_instructor.domain.errors import CalmError
from calm_instructor.domain.ids import CourseTechniqueId, EnrolmentId
from calm_instructor.domain.sign_off import ActionPlan, SignOff, TraineeSignature
from calm_instructor.domain.technique import Criterion
from calm_instructor.exchange.paper import individual_facts as paper
from calm_instructor.exchange.paper.facts import Signature
from calm_instructor.exchange.reading.shipped import knowledge
from calm_instructor.messages import gathering as words
from calm_instructor.messages import papers
from calm_instructor.operations.gathering.asked import (
    criteria_of,
    knowledge_check_of,
    mark_of,
    result_of,
    why_not_assessed,
)
from calm_instructor.operations.gathering.course_facts import instructor_fact, technique_fact
from calm_instructor.operations.gathering.sealing import sealed
from calm_instructor.operations.gathering.signatures import revision_of, trainee_signature
from calm_instructor.operations.gathering.trainee_facts import TraineeFacts
from calm_instructor.store.reading import Reading


def gather_individual_record(view: Reading, enrolment: EnrolmentId, at: datetime) -> paper.IndividualRecord:
    """The record of one signed-off person. Raises CalmError "paper.not_signed_off" while there is no sign-off."""
    trainee = TraineeFacts.of(view, enrolment)
    if trainee.signed is None:
        raise CalmError("paper.not_signed_off", who=trainee.person.full_name)
    return _record(trainee, trainee.signed, at)


def _record(trainee: TraineeFacts, signed: SignOff, at: datetime) -> paper.IndividualRecord:
    known, person, view = trainee.course, trainee.person, trainee.course.view
    asked = _asked(trainee)
    core, core_day, core_assessor = _seen_when(trainee, None)
    return paper.IndividualRecord(
        imprint=sealed(known.imprint(at, record=signed.id), signed, revision_of(view, signed)),
        name=person.name_on_paper,
        staff_number=person.staff_no,
        role=person.job_role,
        site=person.site,
        kind=known.kind,
        tier=known.tier,
        days=known.days,
        outcome=trainee.outcome,
        why=words.why_not(trainee.derived.reasons) or words.why_competent(len(trainee.case.techniques)),
        valid_until=trainee.valid_until,
        authority=trainee.authority,
        results=tuple(_result(trainee, technique, asked) for technique in trainee.case.techniques),
        core_behaviours=mark_of(core),
        criteria=tuple(paper.Criterion(each.code, each.text, each.mandatory) for each in asked),
        attempts=_attempts(trainee),
        knowledge=_knowledge(trainee),
        core_theory=person.core_theory.completed_on if person.core_theory else None,
        core_theory_evidence=words.evidence(person.core_theory),
        minutes_here=trainee.minutes_here,
        minutes_taught=trainee.minutes_taught,
        cleared=trainee.cleared,
        lead=instructor_fact(trainee.signer),
        trainee=trainee_signature(view, person.full_name, signed),
        lead_signature=trainee.signature_of_instructor,
        manager=Signature(person.line_manager),
        employer=words.employer(person),
        made_good=trainee.made_good,
        limits=trainee.limits,
        adjustments=_adjustments(trainee),
        training_injuries=_injuries(trainee),
        action_plan=_action_plan(trainee),
        disagreement=signed.trainee_note if signed.trainee_signature is TraineeSignature.DISAGREES else "",
        overrides=known.overrides_about(person),
        privacy_notice=signed.privacy_notice_version,
        need=known.need,
        core_day=core_day,
        core_assessor=core_assessor,
    )


# ── results and criteria ────────────────────────────────────────────────────────────────────────────────────────────


def _asked(trainee: TraineeFacts) -> tuple[Criterion, ...]:
    """Every mandatory criterion, and of the optional ones those that were marked in an attempt that counts."""
    standing = [trainee.case.stands(technique.id) for technique in trainee.case.techniques]
    marked = {mark.code for attempt in standing if attempt is not None for mark in attempt.criteria}
    return tuple(each for each in criteria_of(trainee.course) if each.mandatory or each.code in marked)


def _result(trainee: TraineeFacts, technique: CourseTechnique, asked: Sequence[Criterion]) -> paper.TechniqueResult:
    attempt, day, assessor = _seen_when(trainee, technique.id)
    met = tuple(_met(attempt, each) for each in asked)
    return paper.TechniqueResult(
        technique=technique_fact(technique),
        mark=mark_of(attempt),
        day=day,
        assessor=assessor,
        seen=_seen(attempt, [each for each, criterion in zip(met, asked, strict=True) if criterion.mandatory]),
        met=met,
    )


def _seen_when(trainee: TraineeFacts, technique: CourseTechniqueId | None) -> tuple[Attempt | None, date | None, str]:
    """The attempt that counts, its day and assessor; neither where nobody was assessed."""
    attempt = trainee.case.stands(technique)
    if attempt is None or attempt.outcome is Outcome.NOT_ASSESSED:
        return attempt, None, ""
    return attempt, attempt.observed_at.date(), trainee.instructor(attempt.assessor).name


def _seen(attempt: Attempt | None, mandatory: Sequence[bool | None]) -> paper.Seen:
    if attempt is None or attempt.outcome is Outcome.NOT_ASSESSED:
        return paper.Seen.NOT_ASSESSED
    if attempt.as_a_whole:
        return paper.Seen.AS_A_WHOLE
    return paper.Seen.ONLY_NOT_MET if None in mandatory else paper.Seen.EACH_TICKED


def _met(attempt: Attempt | None, criterion: Criterion) -> bool | None:
    if attempt is None:
        return None
    mark = next((each for each in attempt.criteria if each.code == criterion.code), None)
    if mark is None:
        return True if attempt.as_a_whole and criterion.mandatory else None
    return _answer(mark)


def _answer(mark: CriterionMark) -> bool | None:
    return None if mark.met is Met.NOT_APPLICABLE else mark.met is Met.MET


# ── every attempt (R18) ─────────────────────────────────────────────────────────────────────────────────────────────


def _attempts(trainee: TraineeFacts) -> tuple[paper.Attempt, ...]:
    """Every entry in the order seen, those taken back or corrected with their remark; reasons for "not assessed" stay home."""
    codes = {technique.id: technique.code for technique in trainee.course.ever_in_set}
    return tuple(
        paper.Attempt(
            code=codes.get(each.technique, "") if each.technique else words.core_behaviours_as_title(),
            number=each.number,
            result=result_of(each.outcome),
            at=each.observed_at,
            assessor=trainee.instructor(each.assessor).name,
            not_met=tuple(mark.code for mark in each.criteria if mark.met is Met.NOT_MET),
            feedback=_told(each),
            remark=_remark(trainee, each),
            entered_from=words.from_paper(each.sheet_no) if each.source is Source.PAPER else "",
        )
        for each in sorted(trainee.case.attempts, key=lambda each: (each.observed_at, each.recorded_at))
    )


def _told(attempt: Attempt) -> str:
    """The feedback; where nothing was assessed, no more of the reason than a shared sheet tells."""
    if attempt.outcome is Outcome.NOT_ASSESSED:
        return words.as_sentence(papers.why_not(why_not_assessed(attempt).value))
    return attempt.feedback


def _remark(trainee: TraineeFacts, attempt: Attempt) -> str:
    if attempt.state is AttemptState.TAKEN_BACK:
        return words.taken_back()
    later = next((each for each in trainee.case.attempts if each.corrects == attempt.id), None)
    if later is None:
        return ""
    name = trainee.instructor(later.assessor).name
    return words.corrected(later.outcome, name, later.recorded_at, later.correction_reason)


# ── knowledge and the day ───────────────────────────────────────────────────────────────────────────────────────────


def _knowledge(trainee: TraineeFacts) -> paper.KnowledgeCheck:
    check = knowledge_check_of(trainee.case)
    items = tuple(
        paper.KnowledgeItem(
            each.code, each.short, each.code in check.met if check and each.code in check.asked else None
        )
        for each in knowledge()
    )
    if check is None:
        return paper.KnowledgeCheck(items)
    return paper.KnowledgeCheck(
        items,
        manner=words.in_line(check.method),
        at=check.observed_at,
        assessor=trainee.instructor(check.assessor).name,
    )


def _adjustments(trainee: TraineeFacts) -> tuple[str, ...]:
    """R44: how something was shown, and what the instructor had to do; never why."""
    adjusted = [each.adjustment for each in trainee.case.fitness if each.status is FitnessStatus.ADJUSTED]
    said = [text.strip() for text in (trainee.place.adjustment, *adjusted)]
    return tuple(dict.fromkeys(text for text in said if text))


def _injuries(trainee: TraineeFacts) -> str:
    incidents = [each.as_it_stands for each in trainee.course.view.all(Incident, enrolment=trainee.place.id)]
    injuries = [each for each in incidents if each.injury]
    return ", ".join(each.accident_book_ref or words.injury_without_reference() for each in injuries)


def _action_plan(trainee: TraineeFacts) -> paper.ActionPlan | None:
    plans = trainee.course.view.all(ActionPlan, enrolment=trainee.place.id)
    if not plans:
        return None
    plan = plans[-1]
    return paper.ActionPlan(
        need=plan.need,
        support=plan.support,
        by_whom=plan.by_whom,
        review=plan.review_on,
        meanwhile=plan.restriction,
        manager_told=plan.manager_informed_on,
    )
