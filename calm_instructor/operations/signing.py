"""Sign-off: the outcome worked out, frozen with everything it rests on, signed by the laptop; withdrawn only with a reason."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

from calm_instructor.domain.assessment import Attempt, KnowledgeCheck, standing
from calm_instructor.domain.attendance import Attendance, Enrolment, Fitness
from calm_instructor.domain.course import Course, CourseState, CourseTechnique, Instructor, derived_tier
from calm_instructor.domain.errors import Objection, Refused, block
from calm_instructor.domain.ids import CourseId, EnrolmentId, SignOffId
from calm_instructor.domain.limited_set import standing_at
from calm_instructor.domain.needs import Manner, Tna
from calm_instructor.domain.numbering import next_number
from calm_instructor.domain.observing import assessor_objections, marking_objections, open_objections
from calm_instructor.domain.outcomes import (
    CaseFile,
    Derived,
    authority_from,
    derive,
    moment_objections,
    signing_objections,
)
from calm_instructor.domain.people import Person
from calm_instructor.domain.planning_rules import authorisation_objections
from calm_instructor.domain.sealing import canonical, sha256_hex, short_code
from calm_instructor.domain.sign_off import ActionPlan, Result, SignOff, TraineeSignature
from calm_instructor.messages import sentence
from calm_instructor.operations.enrolling import theory_objections
from calm_instructor.operations.limiting import ever_in_set, set_of
from calm_instructor.operations.planning import all_blocks
from calm_instructor.operations.wish import Act, numbers_of, wish
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class TraineeSigns:
    """R48: what the trainee did, how, and when; a note where they disagree, a witness where they decline."""

    state: TraineeSignature
    manner: Manner | None = None
    at: datetime | None = None
    note: str = ""
    witness: str = ""


def case_of(view: Reading, enrolment: EnrolmentId) -> CaseFile:
    """Everything on record that one person's outcome is worked out from; once signed off, by the set as it stood then."""
    place, signed = view.get(Enrolment, enrolment), sign_off_of(view, enrolment)
    return CaseFile(
        person=view.get(Person, place.person),
        enrolment=place,
        techniques=set_of(view, place.course) if signed is None else set_signed(view, signed),
        attempts=view.all(Attempt, enrolment=enrolment),
        knowledge=view.all(KnowledgeCheck, enrolment=enrolment),
        attended=view.all(Attendance, enrolment=enrolment),
        fitness=view.all(Fitness, enrolment=enrolment),
        blocks=all_blocks(view, place.course),
    )


def outcome_of(view: Reading, enrolment: EnrolmentId) -> Derived:
    """R20: the outcome as the records stand now."""
    return derive(case_of(view, enrolment), numbers_of(view))


def sign_off_of(view: Reading, enrolment: EnrolmentId) -> SignOff | None:
    """The sign-off that stands; None before it is signed or after it was withdrawn."""
    standing_ones = [each for each in view.all(SignOff, enrolment=enrolment) if each.withdrawn_on is None]
    return standing_ones[-1] if standing_ones else None


@wish("marks.complete", "courses")
def call_for_signatures(act: Act, course: CourseId) -> Course:
    """Marking is over: the course is to be signed. A course that was never ready has nothing to sign (R7)."""
    current = act.work.get(Course, course)
    act.refuse(marking_objections(current, current.starts_on))
    changed = replace(current, state=CourseState.TO_SIGN)
    act.work.put(changed)
    act.say(who=current.ref)
    return changed


@wish("sign_off.signed", "sign_off", undoable=False)
def sign_off(
    act: Act, enrolment: EnrolmentId, trainee: TraineeSigns, *, sheet_no: str = "", manner: Manner = Manner.SCREEN
) -> SignOff:
    """Sign one person off (R1, R15, R19, R20, R48): what is shown is frozen, hashed, and signed by the laptop."""
    case = case_of(act.work, enrolment)
    course = act.work.get(Course, case.enrolment.course)
    act.refuse(
        [
            *objections_to_signing(act.work, case, course, act.instructor),
            *_trainee_objections(trainee, case.person.full_name),
            *(moment_objections(case, trainee.at) if trainee.at else ()),
        ]
    )
    derived = derive(case, act.numbers)
    signed_on = trainee.at.date() if trainee.at else None
    starts = authority_from(derived.result, trainee.state, signed_on)
    taken = [each.number for each in act.work.all(SignOff)]
    earlier = act.work.all(SignOff, enrolment=enrolment)
    draft = SignOff(
        id=SignOffId(act.new_id()),
        enrolment=enrolment,
        number=next_number("SO", act.instructor.number, act.today.year, taken),
        version=1 + len(earlier),
        result=derived.result,
        reasons=tuple(sentence(each) for each in derived.reasons),
        techniques=derived.techniques,
        limits=derived.limits,
        privacy_notice_version=act.organisation.privacy_notice_version,
        valid_from=starts,
        valid_until=derived.valid_until if starts else None,
        instructor=act.by,
        instructor_signed_at=act.at,
        instructor_manner=manner,
        trainee_signature=trainee.state,
        trainee_signed_at=trainee.at,
        trainee_manner=trainee.manner,
        trainee_note=trainee.note,
        witness=trainee.witness,
        sheet_no=sheet_no,
    )
    content = canonical(shown_content(act.work, case, course, draft, derived.valid_until))
    digest = sha256_hex(content)
    signed = replace(
        draft,
        content=content,
        content_hash=digest,
        short_code=short_code(digest),
        signature=act.sign(bytes.fromhex(digest)).hex(),
    )
    act.work.put(signed)
    act.say(who=case.person.full_name, what=derived.result)
    return signed


def objections_to_signing(view: Reading, case: CaseFile, course: Course, by: Instructor) -> tuple[Objection, ...]:
    """R1, R13, R15, R19, R20, R30: all that keeps one person from being signed off by this instructor, whatever they sign."""
    who = case.person.full_name
    asked = [
        *marking_objections(course, course.starts_on),
        *assessor_objections(by, case.person),
        *authorisation_objections(by, course, derived_tier(case.techniques), until=course.ends_on),
        *signing_objections(case),
    ]
    if any(standing(case.cell(technique.id)) for technique in case.techniques):
        asked += theory_objections(view, case.person, course)
    if sign_off_of(view, case.enrolment.id) is not None:
        asked.append(block("R20.signed_already", who))
    return tuple(asked)


def _trainee_objections(trainee: TraineeSigns, who: str) -> tuple[Objection, ...]:
    asked = []
    if trainee.state is TraineeSignature.DISAGREES and not trainee.note.strip():
        asked.append(block("R48.no_note", who))
    if trainee.state is TraineeSignature.DECLINED and not trainee.witness.strip():
        asked.append(block("R48.no_witness", who))
    if trainee.state is TraineeSignature.SIGNED and (trainee.at is None or trainee.manner is None):
        asked.append(block("R48.no_moment", who))
    return tuple(asked)


def shown_content(
    view: Reading, case: CaseFile, course: Course, draft: SignOff, until: date | None
) -> Mapping[str, object]:
    """What a sign-off freezes: the record, its pinned techniques and the names as shown, as plain JSON values.

    ``until``: R22, when an authority on it runs out, also where the trainee has still to sign.
    """
    tna = view.get(Tna, course.tna)
    return {
        "sign_off": _plain(
            {k: v for k, v in asdict(draft).items() if k not in {"content", "content_hash", "short_code"}}
        ),
        "person": {
            "name": case.person.full_name,
            "name_on_paper": case.person.name_on_paper,
            "staff_no": case.person.staff_no,
            "role": case.person.job_role,
            "site": case.person.site,
            "employer": case.person.employer,
            "status": case.person.status.value,
        },
        "course": {"ref": course.ref, "starts_on": course.starts_on.isoformat(), "ends_on": course.ends_on.isoformat()},
        "tna": {"ref": tna.ref, "revision": tna.revision_no},
        "techniques": [_plain(asdict(technique)) for technique in case.techniques],
        "attempts": [_plain(asdict(attempt)) for attempt in case.attempts],
        "knowledge": [_plain(asdict(check)) for check in case.knowledge],
        "until": _plain(until),
        "minutes": sum(attended.minutes_in_all for attended in case.attended),
    }


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if value is None or isinstance(value, (bool, int)):
        return value
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return str(getattr(value, "value", value))


@wish("sign_off.trainee_signed", "sign_off", undoable=False)
def hold_ink_copy(act: Act, sign_off: SignOffId, signed_at: datetime, held_at: str) -> SignOff:
    """R48: a sheet signed in ink is held, and where; the authority starts with the trainee's signature."""
    current = act.work.get(SignOff, sign_off)
    place = act.work.get(Enrolment, current.enrolment)
    who = act.work.get(Person, place.person).full_name
    act.refuse(
        [
            *open_objections(act.work.get(Course, place.course)),
            *moment_objections(case_of(act.work, place.id), signed_at),
        ]
    )
    if current.trainee_signature is not TraineeSignature.INK_LATER:
        raise Refused([block("R48.not_waiting", who)])
    if not held_at.strip():
        raise Refused([block("R29.ink_not_held", who, number=current.number)])
    starts = authority_from(current.result, TraineeSignature.SIGNED, signed_at.date())
    changed = replace(
        current,
        trainee_signature=TraineeSignature.SIGNED,
        trainee_manner=Manner.INK,
        trainee_signed_at=signed_at,
        ink_copy_held_at=held_at,
        valid_from=starts,
        valid_until=current.frozen_until if starts else None,
    )
    act.work.put(changed)
    act.say(who=who)
    return changed


@wish("sign_off.withdrawn", "sign_off", undoable=False)
def withdraw(act: Act, sign_off: SignOffId, reason: str) -> SignOff:
    """Withdraw a sign-off with a reason: both stay on record, and the marks are open again (R30 while the course is)."""
    current = act.work.get(SignOff, sign_off)
    place = act.work.get(Enrolment, current.enrolment)
    who = act.work.get(Person, place.person).full_name
    act.refuse(open_objections(act.work.get(Course, place.course)))
    if not reason.strip():
        raise Refused([block("R18.withdrawal_without_reason", who)])
    if current.withdrawn_on is not None:
        raise Refused([block("R20.withdrawn_already", who)])
    changed = replace(current, withdrawn_on=act.today, withdrawn_by=act.by, withdrawn_reason=reason)
    act.work.put(changed)
    act.say(who=who)
    return changed


@wish("action_plan.written", "sign_off")
def write_action_plan(act: Act, plan: ActionPlan) -> ActionPlan:
    """R19: what somebody not yet competent needs, who helps, and when it is looked at again."""
    place = act.work.get(Enrolment, plan.enrolment)
    act.refuse(open_objections(act.work.get(Course, place.course)))
    act.work.put(plan)
    act.say(who=act.work.get(Person, place.person).full_name)
    return plan


def results_of(view: Reading, course: CourseId) -> dict[EnrolmentId, Result]:
    """The signed results of a course by enrolment."""
    places = view.all(Enrolment, course=course)
    return {each.id: signed.result for each in places if (signed := sign_off_of(view, each.id)) is not None}


def set_signed(view: Reading, signed: SignOff) -> tuple[CourseTechnique, ...]:
    """The set on which somebody was signed off, whatever was taken out of it since."""
    place = view.get(Enrolment, signed.enrolment)
    return standing_at(ever_in_set(view, place.course), signed.instructor_signed_at)


def techniques_covered(view: Reading, signed: SignOff) -> tuple[CourseTechnique, ...]:
    """The pinned techniques that a sign-off names."""
    return tuple(each for each in set_signed(view, signed) if each.code in signed.techniques)
