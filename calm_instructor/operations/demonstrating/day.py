"""The days of a demonstration: register, marks by a fixed rule, signatures, and the course closed.

The rule, in the order of the bibs: the first is competent, the second at the second try, the third stays not yet, the fourth
is absent, the fifth is not fit, everyone else is competent. Fewer people, fewer of these.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum, auto

from calm_instructor.domain.assessment import CriterionMark, Met, Outcome
from calm_instructor.domain.attendance import Enrolment, FitnessStatus, Presence
from calm_instructor.domain.course import Block, BlockKind, Course, CourseTechnique, Session, timed
from calm_instructor.domain.ids import ActionPlanId, CourseId, CourseTechniqueId, EnrolmentId, InstructorId
from calm_instructor.domain.needs import Manner
from calm_instructor.domain.outcomes import needs_action_plan
from calm_instructor.domain.people import Person
from calm_instructor.domain.sign_off import ActionPlan, TraineeSignature
from calm_instructor.exchange.reading.example import Feedback
from calm_instructor.exchange.reading.shipped import knowledge
from calm_instructor.messages import demonstration as words
from calm_instructor.operations.assessing import fill_not_assessed, record_knowledge, record_outcome, write_feedback
from calm_instructor.operations.closing import close_course
from calm_instructor.operations.demonstrating.clock import PlayedClock
from calm_instructor.operations.demonstrating.material import Material
from calm_instructor.operations.desk import Desk
from calm_instructor.operations.enrolling import enrolled
from calm_instructor.operations.limiting import set_of
from calm_instructor.operations.planning import blocks_of, give_minutes, sessions_of
from calm_instructor.operations.registering import declare_fitness, give_briefing, record_attendance, see_all_here
from calm_instructor.operations.signing import (
    TraineeSigns,
    call_for_signatures,
    hold_ink_copy,
    sign_off,
    sign_off_of,
    write_action_plan,
)


class Part(Enum):
    """What a person does in the demonstration."""

    COMPETENT = auto()
    SECOND_TRY = auto()
    STAYS = auto()
    ABSENT = auto()
    NOT_FIT = auto()

    @property
    def is_marked(self) -> bool:
        """Whether the person is on the mat at all."""
        return self not in {Part.ABSENT, Part.NOT_FIT}


_PARTS = (Part.COMPETENT, Part.SECOND_TRY, Part.STAYS, Part.ABSENT, Part.NOT_FIT)


@dataclass(frozen=True, kw_only=True)
class _Hall:
    desk: Desk
    clock: PlayedClock
    material: Material
    course: Course
    techniques: tuple[CourseTechnique, ...]
    places: tuple[Enrolment, ...]
    sessions: tuple[tuple[Session, tuple[Block, ...]], ...]

    def part(self, place: Enrolment) -> Part:
        index = self.places.index(place)
        return _PARTS[index] if index < len(_PARTS) else Part.COMPETENT

    def assessor(self, place: Enrolment) -> InstructorId:
        return self.course.instructors[self.places.index(place) % len(self.course.instructors)]


@dataclass(frozen=True)
class _Mark:
    place: Enrolment
    technique: CourseTechniqueId | None
    outcome: Outcome
    feedback: Feedback | None = None


def hold_course(desk: Desk, clock: PlayedClock, material: Material, course: CourseId) -> None:
    """Hold the course: register and marks each day, sign-off at the end of the last, closing on the day after."""
    hall = _hall(desk, clock, material, course)
    for number, (session, blocks) in enumerate(hall.sessions):
        _open_day(hall, session)
        for block, starts in _assessments(session, blocks):
            is_last = number == len(hall.sessions) - 1 and block is _last_assessment(blocks)
            _mark_all(hall, session, block, starts, _marks(hall, block, is_last))
        desk.do(give_minutes, {block.id: block.minutes for block in blocks})
    last, blocks = hall.sessions[-1]
    evening = timed(last, blocks)[-1].starts
    clock.set(last.on, _before(evening, minutes=40))
    _ask_knowledge(hall)
    _fill_the_rest(hall)
    clock.set(last.on, evening)
    _sign(hall)
    clock.set(last.on + timedelta(days=1), time(10))
    _after(hall)


def _hall(desk: Desk, clock: PlayedClock, material: Material, course: CourseId) -> _Hall:
    with desk.store.reading() as reading:
        return _Hall(
            desk=desk,
            clock=clock,
            material=material,
            course=reading.get(Course, course),
            techniques=set_of(reading, course),
            places=enrolled(reading, course),
            sessions=tuple((each, blocks_of(reading, each)) for each in sessions_of(reading, course)),
        )


def _open_day(hall: _Hall, session: Session) -> None:
    hall.clock.set(session.on, session.starts)
    for place in hall.places:
        if hall.part(place) is Part.ABSENT:
            hall.desk.do(record_attendance, place.id, session.id, Presence.ABSENT)
    hall.desk.do(see_all_here, session.id)
    for place in hall.places:
        if hall.part(place) is not Part.ABSENT:
            status = FitnessStatus.NOT_FIT if hall.part(place) is Part.NOT_FIT else FitnessStatus.FIT
            hall.desk.do(declare_fitness, place.id, session.on, status)
    hall.desk.do(give_briefing, session.id, hall.clock.now)


def _assessments(session: Session, blocks: Sequence[Block]) -> Iterator[tuple[Block, time]]:
    for each in timed(session, blocks):
        if each.block.kind is BlockKind.ASSESSMENT:
            yield each.block, each.starts


def _last_assessment(blocks: Sequence[Block]) -> Block:
    return [block for block in blocks if block.kind is BlockKind.ASSESSMENT][-1]


def _marks(hall: _Hall, block: Block, is_last: bool) -> list[_Mark]:
    """What is seen in one assessment block: its techniques once each; in the last one second tries and core behaviours."""
    on_mat = [place for place in hall.places if hall.part(place).is_marked]
    if is_last:
        again = [place for place in on_mat if hall.part(place) is Part.SECOND_TRY]
        second = [_Mark(place, hall.techniques[0].id, Outcome.COMPETENT) for place in again]
        return second + [_Mark(place, None, Outcome.COMPETENT) for place in on_mat]
    techniques = [each for each in hall.techniques if each.code in block.techniques]
    return [_first_try(hall, place, technique) for technique in techniques for place in on_mat]


def _first_try(hall: _Hall, place: Enrolment, technique: CourseTechnique) -> _Mark:
    part, texts = hall.part(place), hall.material.example.not_yet
    if part is Part.SECOND_TRY and technique is hall.techniques[0]:
        return _Mark(place, technique.id, Outcome.NOT_YET, texts.second_try)
    if part is Part.STAYS and technique is hall.techniques[-1]:
        return _Mark(place, technique.id, Outcome.NOT_YET, texts.stays)
    return _Mark(place, technique.id, Outcome.COMPETENT)


def _mark_all(hall: _Hall, session: Session, block: Block, starts: time, marks: Sequence[_Mark]) -> None:
    pace = timedelta(minutes=block.minutes) / max(1, 2 * len(marks))
    hall.clock.set(session.on, starts, step=pace)
    for mark in marks:
        hall.desk.marking_as = hall.assessor(mark.place)
        attempt = hall.desk.do(
            record_outcome,
            mark.place.id,
            mark.technique,
            mark.outcome,
            as_a_whole=mark.outcome is Outcome.COMPETENT,
        )
        if mark.feedback is not None:
            unmet = [CriterionMark(code=code, met=Met.NOT_MET) for code in mark.feedback.criteria]
            hall.desk.do(write_feedback, attempt.id, mark.feedback.feedback, unmet)
    hall.desk.marking_as = hall.course.lead


def _before(moment: time, *, minutes: int) -> time:
    return (datetime.combine(date(2000, 1, 1), moment) - timedelta(minutes=minutes)).time()


def _ask_knowledge(hall: _Hall) -> None:
    for place in hall.places:
        if hall.part(place).is_marked:
            hall.desk.marking_as = hall.assessor(place)
            hall.desk.do(record_knowledge, place.id, [item.code for item in knowledge()])
    hall.desk.marking_as = hall.course.lead


def _fill_the_rest(hall: _Hall) -> None:
    cells: list[tuple[EnrolmentId, CourseTechniqueId | None]] = [
        (place.id, technique)
        for place in hall.places
        if not hall.part(place).is_marked
        for technique in (*(each.id for each in hall.techniques), None)
    ]
    if cells:
        hall.desk.do(fill_not_assessed, cells, words.not_here_for_this_part())


def _sign(hall: _Hall) -> None:
    hall.desk.do(call_for_signatures, hall.course.id)
    for place in hall.places:
        if hall.part(place) is Part.ABSENT:
            trainee = TraineeSigns(state=TraineeSignature.INK_LATER)
        else:
            trainee = TraineeSigns(state=TraineeSignature.SIGNED, manner=Manner.SCREEN, at=hall.clock.now)
        signed = hall.desk.do(sign_off, place.id, trainee)
        if needs_action_plan(signed.result):
            hall.desk.do(write_action_plan, _action_plan(hall, place))


def _action_plan(hall: _Hall, place: Enrolment) -> ActionPlan:
    texts = hall.material.example.action_plan
    technique = hall.techniques[-1]
    return ActionPlan(
        id=ActionPlanId(hall.desk.new_id()),
        enrolment=place.id,
        need=texts.need.format(techniques=f"{technique.code} {technique.name}"),
        support=texts.support,
        by_whom=texts.by_whom.format(lead=hall.material.example.lead.name),
        review_on=hall.course.ends_on + timedelta(days=texts.days_to_review),
        restriction=texts.restriction,
        manager_informed_on=hall.course.ends_on,
    )


def _after(hall: _Hall) -> None:
    with hall.desk.store.reading() as reading:
        signed = [sign_off_of(reading, place.id) for place in hall.places]
        site = {place.id: reading.get(Person, place.person).site for place in hall.places}
    for each in signed:
        if each is not None and each.trainee_signature is TraineeSignature.INK_LATER:
            where = words.held_at(site[each.enrolment] or hall.course.site)
            hall.desk.do(hold_ink_copy, each.id, hall.clock.now, where)
    hall.desk.do(close_course, hall.course.id)
