"""The course sign-off sheet: who is on the physical part, with marks, outcome, authority and signatures."""

from datetime import datetime

from calm_instructor.domain.attendance import Enrolment, Incident
from calm_instructor.domain.course import BlockKind
from calm_instructor.domain.ids import CourseId
from calm_instructor.exchange.paper import sign_off_sheet as paper
from calm_instructor.exchange.paper.facts import Signature
from calm_instructor.exchange.paper.sign_off_matrix import SignOffRow
from calm_instructor.operations.gathering.asked import knowledge_mark, mark_of
from calm_instructor.operations.gathering.course_facts import CourseFacts, technique_fact
from calm_instructor.operations.gathering.signatures import trainee_signature
from calm_instructor.operations.gathering.trainee_facts import TraineeFacts
from calm_instructor.store.reading import Reading


def gather_sign_off_sheet(view: Reading, course: CourseId, at: datetime) -> paper.SignOffSheet:
    """The sheet of a course, by bib; people of the theory part stand on the register only."""
    known = CourseFacts.of(view, course)
    incidents = [each.as_it_stands for each in view.all(Incident, course=course)]
    injuries = [each for each in incidents if each.injury]
    return paper.SignOffSheet(
        imprint=known.imprint(at),
        kind=known.kind,
        tier=known.tier,
        days=known.days,
        venue=known.venue,
        lead=known.lead,
        assisting=known.assisting,
        need=known.need,
        theory=known.minutes(BlockKind.THEORY),
        practice=known.minutes(BlockKind.PRACTICE),
        assessment=known.minutes(BlockKind.ASSESSMENT),
        practice_per_technique=known.practice_per_technique,
        injuries=len(injuries),
        techniques=tuple(technique_fact(each) for each in known.columns),
        rows=tuple(_row(known, place) for place in known.physical),
        lead_signature=Signature(known.lead.name),
        injury_reference=", ".join(each.accident_book_ref for each in injuries if each.accident_book_ref),
        overrides=known.overrides,
    )


def _row(known: CourseFacts, place: Enrolment) -> SignOffRow:
    trainee = TraineeFacts(known, place)
    person, signed = trainee.person, trainee.signed
    return SignOffRow(
        name=person.full_name,
        staff_number=person.staff_no,
        core_theory=person.core_theory.completed_on if person.core_theory else None,
        minutes_here=trainee.minutes_here,
        minutes_taught=trainee.minutes_taught,
        cleared=trainee.cleared,
        marks=tuple(mark_of(trainee.case.stands(technique.id)) for technique in known.columns),
        core=mark_of(trainee.case.stands(None)),
        knowledge=knowledge_mark(trainee.case),
        outcome=trainee.outcome,
        valid_until=trainee.valid_until,
        trainee=trainee_signature(known.view, person.full_name, signed),
        instructor=trainee.signature_of_instructor,
        made_good=trainee.made_good,
        limits="; ".join(trainee.limits),
        signs_elsewhere=trainee.minutes_here == 0,
    )
