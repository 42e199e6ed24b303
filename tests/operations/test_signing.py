"""Sign-off: worked out, frozen and signed; who may sign, what stops it, and what follows it (R1, R13, R15, R19 to R22, R48)."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from calm_instructor.domain.assessment import Outcome
from calm_instructor.domain.attendance import FitnessStatus, MadeGood, Presence
from calm_instructor.domain.course import Block, CourseState
from calm_instructor.domain.ids import ActionPlanId, PersonId
from calm_instructor.domain.needs import Manner
from calm_instructor.domain.people import Basis
from calm_instructor.domain.sealing import canonical, sha256_hex, short_code
from calm_instructor.domain.sign_off import ActionPlan, Result, SignOff, TraineeSignature
from calm_instructor.domain.technique import Tier
from calm_instructor.operations.assessing import record_knowledge, record_outcome
from calm_instructor.operations.enrolling import see_evidence, state_basis
from calm_instructor.operations.planning import give_minutes
from calm_instructor.operations.preparing import enter_instructor
from calm_instructor.operations.registering import declare_fitness, make_good, record_attendance
from calm_instructor.operations.signing import (
    TraineeSigns,
    call_for_signatures,
    hold_ink_copy,
    outcome_of,
    results_of,
    sign_off,
    sign_off_of,
    techniques_covered,
    withdraw,
    write_action_plan,
)
from calm_instructor.operations.taking_in import take_in
from calm_instructor.store.checking import check
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, LEAD, at, instructor, named
from tests.operations.a_course import (
    CO,
    COURSE,
    DAY_AFTER,
    EOGHAN,
    NGOC,
    SIAN,
    SIGNS,
    ZANETA,
    ACourse,
    refused,
    run_at_high_tier,
    written,
)

SIGNED_AT = at("16:30", LAST_DAY)
INK_LATER = TraineeSigns(state=TraineeSignature.INK_LATER)


@pytest.fixture
def a(to_sign) -> ACourse:
    """Everybody marked, nobody signed; half past four on the last day."""
    return to_sign.at("16:30", LAST_DAY)


def correct(a: ACourse, name: str, code: str, letter: str, **more) -> None:
    """What was seen was something else."""
    last = a.cell(name, code)[-1]
    a.mark(name, code, letter, corrects=last.id, correction_reason="Seen again on video of the room", **more)


# ── R20 to R22: what is signed ──────────────────────────────────────────────────────────────────────────────────────


def test_R20_R21_R22_the_full_set_gives_authority_by_name_for_a_year_from_the_last_assessment(a):
    with written(a, "sign_off.signed"):
        signed = a.do(sign_off, a.place(SIAN), SIGNS, sheet_no="S-2217-26-014-1")
    assert a.signed(SIAN) == signed
    assert signed == replace(
        signed,
        enrolment=a.place(SIAN),
        number="SO-2217-26-001",
        version=1,
        result=Result.COMPETENT,
        reasons=(),
        techniques=("W1", "H1", "S1"),
        limits=(),
        privacy_notice_version="3",
        valid_from=LAST_DAY,
        valid_until=date(2027, 11, 25),
        instructor=LEAD,
        instructor_signed_at=SIGNED_AT,
        instructor_manner=Manner.SCREEN,
        trainee_signature=TraineeSignature.SIGNED,
        trainee_signed_at=SIGNED_AT,
        trainee_manner=Manner.SCREEN,
        sheet_no="S-2217-26-014-1",
    )
    with a.store.reading() as view:
        assert sign_off_of(view, a.place(SIAN)) == signed
        assert results_of(view, COURSE) == {a.place(SIAN): Result.COMPETENT}
        assert [each.code for each in techniques_covered(view, signed)] == ["W1", "H1", "S1"]


def test_what_is_signed_is_sealed_with_everything_that_was_shown(a):
    signed = a.do(sign_off, a.place(SIAN), SIGNS)
    shown = json.loads(signed.content)
    assert signed.content == canonical(shown)
    assert signed.content_hash == sha256_hex(signed.content)
    assert signed.short_code == short_code(signed.content_hash)
    assert bytes.fromhex(signed.signature) == a.store.sign(bytes.fromhex(signed.content_hash))
    assert shown["person"]["name"] == SIAN
    assert shown["person"]["staff_no"] == "4411"
    assert [each["name"] for each in shown["techniques"]] == ["Release W1", "Release H1", "Release S1"]
    assert len(shown["attempts"]) == 4
    assert shown["minutes"] == 255 + 210
    assert shown["tna"] == {"ref": "TNA-2217-26-003", "revision": 2}
    assert shown["course"]["ref"] == "ET-2217-26-014"
    assert check(a.store) == ()


def test_numbers_of_sign_offs_run_on_in_the_year(a):
    numbers = [a.do(sign_off, a.place(name), SIGNS).number for name in (SIAN, ZANETA, EOGHAN)]
    assert numbers == ["SO-2217-26-001", "SO-2217-26-002", "SO-2217-26-003"]


def test_R22_the_months_are_the_organisations(a):
    a.set_numbers(sign_off_valid_months=24)
    assert a.do(sign_off, a.place(SIAN), SIGNS).valid_until == date(2028, 11, 25)


def test_R22_counts_from_the_day_of_the_last_assessment(a):
    correct(a, SIAN, "core", "C", observed_at=at("12:30"))
    assert a.do(sign_off, a.place(SIAN), SIGNS).valid_until == date(2027, 11, 24)


def test_R21_what_an_adjustment_narrowed_is_a_limit(a):
    a.at("09:05").do(
        declare_fitness, a.place(SIAN), FIRST_DAY, FitnessStatus.ADJUSTED, adjustment="Chair", limit="hair, seated only"
    )
    assert a.at("16:30", LAST_DAY).do(sign_off, a.place(SIAN), SIGNS).limits == ("hair, seated only",)


def test_R20_one_not_yet_is_not_yet_and_gives_no_authority(a):
    correct(a, SIAN, "H1", "N")
    signed = a.do(sign_off, a.place(SIAN), SIGNS)
    assert (signed.result, signed.techniques) == (Result.NOT_YET_COMPETENT, ())
    assert (signed.valid_from, signed.valid_until) == (None, None)
    assert signed.reasons == (f"{SIAN} is not yet competent in H1. Another try after coaching is open.",)


def test_R20_part_competence_only_where_the_organisation_allows_it(a):
    correct(a, SIAN, "H1", "N")
    a.set_numbers(part_competence_allowed=True)
    signed = a.do(sign_off, a.place(SIAN), SIGNS)
    assert (signed.result, signed.techniques) == (Result.PART_COMPETENT, ("W1", "S1"))
    assert (signed.valid_from, signed.valid_until) == (LAST_DAY, date(2027, 11, 25))
    with a.store.reading() as view:
        assert [each.code for each in techniques_covered(view, signed)] == ["W1", "S1"]


def test_R20_knowledge_not_met_is_not_yet(a):
    a.do(record_knowledge, a.place(SIAN), ("K1", "K2"))
    assert a.do(sign_off, a.place(SIAN), SIGNS).result is Result.NOT_YET_COMPETENT


@pytest.mark.parametrize(
    "change",
    [
        lambda a: correct(a, SIAN, "H1", "-"),
        lambda a: a.do(
            record_attendance, a.place(SIAN), a.session(2), Presence.LEFT_EARLY, left_at=at("11:30", LAST_DAY)
        ),
        lambda a: a.do(
            record_attendance, a.place(SIAN), a.session(1), Presence.LATE, arrived_at=at("09:16")
        ),  # of a block that everyone must attend
    ],
)
def test_R16_R20_R41_what_is_missing_is_not_completed(a, change):
    change(a)
    assert a.do(sign_off, a.place(SIAN), SIGNS).result is Result.NOT_COMPLETED


def test_R16_R41_what_was_missed_and_made_good_counts(a):
    a.do(record_attendance, a.place(SIAN), a.session(1), Presence.LATE, arrived_at=at("09:30"))
    late = a.attendance(SIAN, 1)
    assert (late.minutes, len(late.missed)) == (225, 1)
    good = MadeGood(minutes=30, on=LAST_DAY, content="Law and prevention", by="Jean Macdonald", blocks=late.missed)
    a.do(make_good, late.id, good)
    assert a.do(sign_off, a.place(SIAN), SIGNS).result is Result.COMPETENT


def test_R20_what_is_derived_is_what_is_signed(a):
    correct(a, ZANETA, "S1", "N")
    for name in (SIAN, ZANETA, EOGHAN):
        with a.store.reading() as view:
            derived = outcome_of(view, a.place(name))
        assert a.do(sign_off, a.place(name), SIGNS).result is derived.result


# ── what stops a signature ──────────────────────────────────────────────────────────────────────────────────────────


def test_R1_no_signature_without_evidence_seen_and_in_time(a):
    a.do(see_evidence, PersonId(named(SIAN)), "certificate", "CT-1", completed_on=FIRST_DAY)
    with refused(a, "R1.not_before"):
        a.do(sign_off, a.place(SIAN), SIGNS)


def test_R15_no_signature_over_marks_of_a_day_that_was_not_cleared(a):
    with refused(a, "R15.day_over"):  # a word after the marks would change nothing of them
        a.do(declare_fitness, a.place(SIAN), FIRST_DAY, FitnessStatus.NOT_FIT)
    a.do(sign_off, a.place(SIAN), SIGNS)
    a.at("08:30").do(declare_fitness, a.place(ZANETA), FIRST_DAY, FitnessStatus.FIT)
    a.at("12:10").do(declare_fitness, a.place(ZANETA), FIRST_DAY, FitnessStatus.NOT_FIT)
    with refused(a.at("16:30", LAST_DAY), "R15.not_fit"):
        a.do(sign_off, a.place(ZANETA), SIGNS)


def test_R19_no_signature_while_feedback_is_owed(a):
    last = a.cell(SIAN, "W1")[-1]
    a.do(
        record_outcome,
        a.place(SIAN),
        a.technique("W1"),
        Outcome.NOT_YET,
        corrects=last.id,
        correction_reason="Seen again",
    )
    with refused(a, "R19.feedback_owed"):
        a.do(sign_off, a.place(SIAN), SIGNS)


def test_R13_nobody_signs_themselves_off_and_nobody_unauthorised(a):
    a.do(
        enter_instructor,
        instructor(id=CO, name="S. Bowen", number="2244", staff_no=a.person(SIAN).staff_no, expires=FIRST_DAY),
    )
    a.desk.marking_as = CO
    with refused(a, "R13.themselves", "R13.expires"):
        a.do(sign_off, a.place(SIAN), SIGNS)


def test_R13_who_signs_is_authorised_for_the_tier_of_the_set(drafted):
    run_at_high_tier(drafted)
    drafted.do(enter_instructor, instructor(highest_tier=Tier.MEDIUM))
    with refused(drafted, "R13.tier"):
        drafted.do(sign_off, drafted.place(SIAN), INK_LATER)


def test_R7_a_course_that_was_never_ready_has_nothing_to_sign(enrolled):
    with refused(enrolled, "R7.not_ready"):
        enrolled.do(call_for_signatures, COURSE)
    with refused(enrolled, "R7.not_ready"):
        enrolled.do(sign_off, enrolled.place(SIAN), INK_LATER)


def test_R20_a_signature_is_given_once(a):
    a.do(sign_off, a.place(SIAN), SIGNS)
    with refused(a, "R20.signed_already"):
        a.do(sign_off, a.place(SIAN), SIGNS)


def test_marking_is_over_and_the_course_is_to_be_signed(running):
    running.do(call_for_signatures, COURSE)
    assert running.course.state is CourseState.TO_SIGN
    running.desk.undo()
    assert running.course.state is not CourseState.TO_SIGN


# ── R48: the four states ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("trainee", "code"),
    [
        (TraineeSigns(state=TraineeSignature.DISAGREES, note=" "), "R48.no_note"),
        (TraineeSigns(state=TraineeSignature.DECLINED), "R48.no_witness"),
        (TraineeSigns(state=TraineeSignature.SIGNED, at=SIGNED_AT), "R48.no_moment"),
        (TraineeSigns(state=TraineeSignature.SIGNED, manner=Manner.INK), "R48.no_moment"),
    ],
)
def test_R48_each_state_asks_for_its_own(a, trainee, code):
    with refused(a, code):
        a.do(sign_off, a.place(SIAN), trainee)


def test_everything_against_a_signature_is_said_at_once(a):
    a.do(see_evidence, PersonId(named(SIAN)), "certificate", "CT-1", completed_on=FIRST_DAY)
    with refused(a, "R1.not_before", "R48.no_witness"):
        a.do(sign_off, a.place(SIAN), TraineeSigns(state=TraineeSignature.DECLINED))


@pytest.mark.parametrize(
    "trainee",
    [
        TraineeSigns(state=TraineeSignature.DISAGREES, note="I did keep talking", manner=Manner.SCREEN, at=SIGNED_AT),
        TraineeSigns(state=TraineeSignature.DECLINED, witness="Jean Macdonald"),
        INK_LATER,
    ],
)
def test_R48_marks_stand_but_authority_starts_only_when_the_limits_are_accepted(a, trainee):
    signed = a.do(sign_off, a.place(SIAN), trainee)
    assert (signed.result, signed.techniques) == (Result.COMPETENT, ("W1", "H1", "S1"))
    assert (signed.valid_from, signed.valid_until) == (None, None)
    assert (signed.trainee_signature, signed.trainee_note, signed.witness) == (
        trainee.state,
        trainee.note,
        trainee.witness,
    )


def test_R48_a_sheet_signed_in_ink_later_starts_the_authority_once_it_is_held(a):
    before = a.do(sign_off, a.place(SIAN), INK_LATER)
    a.at("09:00", DAY_AFTER)
    with refused(a, "R29.ink_not_held"):
        a.do(hold_ink_copy, before.id, at("17:00", LAST_DAY), " ")
    with written(a, "sign_off.trainee_signed"):
        a.do(hold_ink_copy, before.id, at("17:00", LAST_DAY), "Ashgrove, office")
    assert a.signed(SIAN) == replace(
        before,
        trainee_signature=TraineeSignature.SIGNED,
        trainee_manner=Manner.INK,
        trainee_signed_at=at("17:00", LAST_DAY),
        ink_copy_held_at="Ashgrove, office",
        valid_from=LAST_DAY,
        valid_until=date(2027, 11, 25),
    )
    with refused(a, "R48.not_waiting"):
        a.do(hold_ink_copy, before.id, at("17:00", LAST_DAY), "Elsewhere")
    assert check(a.store) == ()


def test_R22_R48_ink_that_comes_late_gets_the_date_that_was_signed(a):
    before = a.do(sign_off, a.place(SIAN), INK_LATER)
    a.set_numbers(sign_off_valid_months=24)
    session_2 = a.session(2)
    with a.store.reading() as view:
        blocks = view.all(Block, session=session_2)
    a.do(give_minutes, {each.id: 2 * each.minutes for each in blocks})
    held = a.do(hold_ink_copy, before.id, at("17:00", LAST_DAY), "Ashgrove, office")
    assert (held.valid_from, held.valid_until) == (LAST_DAY, date(2027, 11, 25))


def test_R48_nobody_signs_before_the_last_assessment(a):
    early = replace(SIGNS, at=at("16:30", FIRST_DAY - timedelta(days=300)))
    with refused(a, "R48.before_assessed"):
        a.do(sign_off, a.place(SIAN), early)
    waiting = a.do(sign_off, a.place(SIAN), INK_LATER)
    with refused(a, "R48.before_assessed"):
        a.do(hold_ink_copy, waiting.id, early.at, "Ashgrove, office")


def test_R48_ink_on_an_outcome_without_authority_starts_none(a):
    correct(a, SIAN, "H1", "N")
    before = a.do(sign_off, a.place(SIAN), INK_LATER)
    held = a.do(hold_ink_copy, before.id, at("17:00", LAST_DAY), "Ashgrove, office")
    assert (held.valid_from, held.valid_until) == (None, None)


# ── withdrawn ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_R18_R30_a_sign_off_is_withdrawn_with_a_reason_and_both_versions_stay(a):
    first = a.do(sign_off, a.place(SIAN), SIGNS)
    with refused(a, "R18.withdrawal_without_reason"):
        a.do(withdraw, first.id, "  ")
    with written(a, "sign_off.withdrawn"):
        a.do(withdraw, first.id, "Signed on the wrong line")
    withdrawn = replace(first, withdrawn_on=LAST_DAY, withdrawn_by=LEAD, withdrawn_reason="Signed on the wrong line")
    assert a.signed(SIAN) == withdrawn
    with refused(a, "R20.withdrawn_already"):
        a.do(withdraw, first.id, "Once more")
    with a.store.reading() as view:
        assert sign_off_of(view, a.place(SIAN)) is None
        assert results_of(view, COURSE) == {}
    second = a.do(sign_off, a.place(SIAN), SIGNS)
    assert (second.version, second.number) == (2, "SO-2217-26-002")
    assert a.all(SignOff, enrolment=a.place(SIAN)) == (withdrawn, second)
    assert check(a.store) == ()


# ── what follows ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_R19_an_action_plan_says_what_is_needed_and_who_helps(a):
    plan = ActionPlan(
        id=ActionPlanId(named("plan")),
        enrolment=a.place(SIAN),
        need="Verbal contact",
        support="Practice with a partner",
        by_whom="Jean Macdonald",
        review_on=LAST_DAY + timedelta(days=14),
        restriction="Calls for help",
    )
    with written(a, "action_plan.written"):
        a.do(write_action_plan, plan)
    assert a.all(ActionPlan, enrolment=a.place(SIAN)) == (plan,)


def test_R11_the_theory_part_ends_not_completed_and_gives_nothing(a):
    a.do(take_in, [replace(a.person(NGOC), site="West")])
    a.do(state_basis, PersonId(named(NGOC)), Basis.MANAGER, "Manages the house")
    signed = a.do(sign_off, a.place(NGOC), SIGNS)
    assert (signed.result, signed.techniques, signed.valid_from) == (Result.NOT_COMPLETED, (), None)
