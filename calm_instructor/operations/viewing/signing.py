"""Sign-off of a course as a table: marks, the outcome worked out and why, whether it can be signed, and who signed how."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from calm_instructor.domain.assessment import Attempt, Outcome, tries_used
from calm_instructor.domain.at_the_door import attendance_objections
from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import CourseState, CourseTechnique, Instructor
from calm_instructor.domain.errors import Objection
from calm_instructor.domain.generic import is_generic
from calm_instructor.domain.ids import CourseId, EnrolmentId, InstructorId, PersonId, SignOffId
from calm_instructor.domain.observing import open_objections
from calm_instructor.domain.outcomes import CaseFile, Derived, derive, needs_action_plan
from calm_instructor.domain.sign_off import Result, SignOff, TraineeSignature
from calm_instructor.messages.labels import label
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import clock, day, moment
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import sign_off as words
from calm_instructor.operations.signing import objections_to_signing
from calm_instructor.operations.viewing.course_file import CourseFile, course_file
from calm_instructor.operations.viewing.left_running import open_cells
from calm_instructor.operations.viewing.places import Place
from calm_instructor.store.reading import Reading

MARKS = {Outcome.COMPETENT: "competent", Outcome.NOT_YET: "not_yet", Outcome.NOT_ASSESSED: "not_assessed"}
"""What kind of mark an outcome is shown as."""


@dataclass(frozen=True, kw_only=True)
class CellShown:
    """One mark. ``kind``: of the painted marks, "" where nothing was marked; ``said``: for a reader."""

    kind: str
    attempt: int
    said: str


@dataclass(frozen=True, kw_only=True)
class SignOffRow:
    """One person. ``result``: signed or worked out; ``why``: beneath it, shortly; ``told``: in full.

    ``may_sign``: nothing stands against signing; ``settled``: and nothing is open that would change the outcome.
    ``mend``: where what is in the way or open is mended; ``call``: what the person is called to their face.
    """

    enrolment: EnrolmentId
    person: PersonId
    bib: int
    name: str
    call: str
    cells: tuple[CellShown, ...]
    result: Result
    outcome: str
    why: str
    told: tuple[str, ...]
    lamp: Lamp
    state: str
    beneath: str
    may_sign: bool
    settled: bool
    was_seen: bool
    sign_off: SignOffId | None
    waits_for_ink: bool
    needs_plan: bool
    mend: Place | None


@dataclass(frozen=True, kw_only=True)
class SignOffTable:
    """``heads``: of the marks, in their order; ``unmarked``: cells without a mark; ``can_end``: the marking may be ended."""

    course: CourseId
    state: CourseState
    is_open: bool
    generic: bool
    heads: tuple[str, ...]
    rows: tuple[SignOffRow, ...]
    unmarked: int
    can_end: bool

    def count(self, lamp: Lamp) -> int:
        """How many stand so."""
        return sum(1 for row in self.rows if row.lamp is lamp)

    @property
    def next(self) -> SignOffRow | None:
        """Who signs next: first those who were on the mat, and then whoever never was and signs on paper."""
        ready = [row for row in self.rows if row.may_sign and row.settled]
        return next((row for row in ready if row.was_seen), next(iter(ready), None))


def sign_off_table(view: Reading, course: CourseId, now: datetime, who: InstructorId | None) -> SignOffTable:
    """Everyone of the physical part, as they stand now, for the instructor who would sign."""
    file = course_file(view, course)
    by = view.get(Instructor, who or file.course.lead)
    marked, cells = open_cells(file)
    state = file.course.state
    return SignOffTable(
        course=course,
        state=state,
        is_open=not any(open_objections(file.course)),
        generic=is_generic(file.techniques),
        heads=(*(words.short_code(each.code) for each in file.columns), _(words.CORE), _(words.KNOWLEDGE)),
        rows=tuple(_row(view, file, place, by, now.date()) for place in file.physical),
        unmarked=cells - marked,
        can_end=state in {CourseState.READY, CourseState.RUNNING},
    )


def _row(view: Reading, file: CourseFile, place: Enrolment, by: Instructor, today: date) -> SignOffRow:
    case, signed = file.case(place), file.signed.get(place.id)
    derived = derive(case, file.numbers)
    stops = objections_to_signing(view, case, file.course, by) if signed is None else ()
    settled = _is_settled(file, case)
    result = signed.result if signed else derived.result
    lamp, state, beneath = _state(signed, stops, settled, today)
    needs_plan = needs_action_plan(result) and signed is not None and not file.plans.get(place.id)
    return SignOffRow(
        enrolment=place.id,
        person=place.person,
        bib=place.bib,
        name=case.person.full_name,
        call=case.person.known_as or case.person.full_name.split()[0],
        cells=tuple(_cells(case, file.columns)),
        result=result,
        outcome=_(words.OPEN) if signed is None and not settled else _(words.RESULTS[result]),
        why=_why(result, derived, signed),
        told=tuple(_told(file, place, derived, signed, stops, needs_plan)),
        lamp=lamp,
        state=state,
        beneath=beneath,
        may_sign=signed is None and not stops,
        settled=settled,
        was_seen=bool(case.seen()),
        sign_off=signed.id if signed else None,
        waits_for_ink=signed is not None and signed.trainee_signature is TraineeSignature.INK_LATER,
        needs_plan=needs_plan,
        mend=_mend(file, case, stops) if signed is None and (stops or not settled) else None,
    )


_STEPS = {"R1": "people", "R15": "register", "R16": "register", "R41": "register", "R7": "techniques"}
"""Where what a rule objects to is mended; all else among the marks."""


def _mend(file: CourseFile, case: CaseFile, stops: tuple[Objection, ...]) -> Place:
    """The step that mends the first thing in the way: what stops, then a mark that is missing, then time missed."""
    step = "assess"
    if stops:
        step = _STEPS.get(stops[0].rule, "plan" if stops[0].rule == "R13" else "assess")
    elif _all_marked(case) and case.knowledge_met() is not None:
        step = "register"
    return Place(page="course", record=file.course.id, step=step, focus=case.enrolment.id)


def _all_marked(case: CaseFile) -> bool:
    return all(case.stands(each) is not None for each in (*(technique.id for technique in case.techniques), None))


def _is_settled(file: CourseFile, case: CaseFile) -> bool:
    """Whether nothing is open that would change the outcome: each cell has a mark, and of whoever was seen the rest is in."""
    if not _all_marked(case):
        return False
    if not case.seen():
        return True
    owed = attendance_objections(case.attended, case.blocks, case.person.full_name, file.numbers)
    return case.knowledge_met() is not None and not any(owed)


def _cells(case: CaseFile, columns: Sequence[CourseTechnique]) -> Iterator[CellShown]:
    for technique in (*(each.id for each in columns), None):
        yield _cell(case.stands(technique), tries_used(case.cell(technique)))
    met = case.knowledge_met()
    kind = {True: "competent", False: "not_yet", None: ""}[met]
    said = {True: words.KNOWS, False: words.KNOWS_NOT, None: words.NOT_ASKED}[met]
    yield CellShown(kind=kind, attempt=1, said=_(said))


def _cell(stands: Attempt | None, tries: int) -> CellShown:
    if stands is None:
        return CellShown(kind="", attempt=1, said=_(words.NO_MARK))
    said = label(stands.outcome)
    if tries > 1:
        said = _(words.CELL_SAID).format(what=said, number=tries)
    return CellShown(kind=MARKS[stands.outcome], attempt=max(1, tries), said=said)


# ── in words ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _why(result: Result, derived: Derived, signed: SignOff | None) -> str:
    limits = signed.limits if signed else derived.limits
    said = [] if result.gives_authority else [_(words.NO_AUTHORITY)]
    said.append(words.reasons(derived.reasons))
    if limits:
        said.append(_(words.LIMIT).format(limits=", ".join(limits)))
    return " · ".join(filter(None, said))


def _state(signed: SignOff | None, stops: tuple[Objection, ...], settled: bool, today: date) -> tuple[Lamp, str, str]:
    if signed is None:
        if stops:
            return Lamp.STOP, _(words.NOT_READY), words.reasons(stops)
        return (Lamp.TODO, _(words.READY), "") if settled else (Lamp.WARN, _(words.OPEN), "")
    beneath = _(words.INSTRUCTOR_SIGNED).format(at=_when(signed.instructor_signed_at, today))
    at = _when(signed.trainee_signed_at, today) if signed.trainee_signed_at else ""
    match signed.trainee_signature:
        case TraineeSignature.SIGNED:
            if at == _when(signed.instructor_signed_at, today) and signed.trainee_manner is signed.instructor_manner:
                beneath = _(words.BOTH).format(how=_(words.HOW[signed.instructor_manner]))
            return Lamp.OK, _(words.SIGNED).format(at=at), beneath
        case TraineeSignature.INK_LATER:
            return Lamp.WARN, _(words.INK_LATER), beneath
        case TraineeSignature.DISAGREES:
            return Lamp.INFO, _(words.DISAGREES).format(at=at).strip(), beneath
        case TraineeSignature.DECLINED:
            return Lamp.INFO, _(words.DECLINED), beneath


def _when(at: datetime, today: date) -> str:
    """The time; on another day the day."""
    return clock(at) if at.date() == today else day(at.date()).rsplit(" ", 1)[0]


def _told(
    file: CourseFile,
    place: Enrolment,
    derived: Derived,
    signed: SignOff | None,
    stops: tuple[Objection, ...],
    needs_plan: bool,
) -> Iterator[str]:
    if signed is None:
        yield from words.sentences(stops)
        if derived.reasons:
            why = words.reasons(derived.reasons)
            yield _(words.OUTCOME_TOLD).format(outcome=label(derived.result), why=why)
        elif not stops:
            yield _(words.ALL_MET).format(who=file.person(place).full_name)
        if derived.valid_until is not None:
            yield words.valid_until(derived.valid_until)
        return
    yield _(words.SIGNED_FROM).format(who=file.person(place).full_name, number=signed.number)
    if signed.trainee_signed_at is not None and signed.trainee_manner is not None:
        how = _(words.HOW[signed.trainee_manner])
        yield _(words.SIGNED_HOW).format(at=moment(signed.trainee_signed_at), how=how)
    how = _(words.HOW[signed.instructor_manner])
    yield _(words.INSTRUCTOR_HOW).format(at=moment(signed.instructor_signed_at), how=how)
    if signed.trainee_note:
        yield _(words.NOTE_SAID).format(note=signed.trainee_note)
    if signed.witness:
        yield _(words.WITNESSED_BY).format(witness=signed.witness)
    if signed.ink_copy_held_at:
        yield _(words.HELD_AT).format(where=signed.ink_copy_held_at)
    if needs_plan:
        yield _(words.PLAN_MISSING)
    for plan in file.plans.get(place.id, ())[-1:]:
        yield _(words.PLAN_WRITTEN).format(need=plan.need.rstrip(" ."), by=plan.by_whom, day=day(plan.review_on))
    if signed.valid_until is not None:
        yield words.valid_until(signed.valid_until)
