"""What the individual record says of one person, and when there is one."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest

from calm_instructor.domain.assessment import Attempt, CriterionMark, KnowledgeCheck, Met, Outcome
from calm_instructor.domain.course import Course, Instructor
from calm_instructor.domain.errors import CalmError, note
from calm_instructor.domain.ids import AmendmentId, AttemptId, InstructorId
from calm_instructor.domain.people import CoreTheory, Organisation, Person
from calm_instructor.domain.sign_off import Amendment, TraineeSignature
from calm_instructor.exchange.paper.facts import Authority, NotAssessed, Result, SignatureState
from calm_instructor.exchange.paper.individual_facts import Seen
from calm_instructor.messages import gathering as words
from calm_instructor.operations.gathering.individual_record import gather_individual_record
from calm_instructor.operations.signing import TraineeSigns, sign_off, withdraw
from tests.operations.gathering.played_course import (
    AGNIESZKA,
    CHIDI,
    COURSE,
    DAY_2,
    PLANNED_ON,
    RUAIRIDH,
    SIAN,
    TAUGHT,
    TOMOS,
    moment,
    named,
)

pytest_plugins = ["tests.operations.gathering.played_fixtures"]

AT = moment(DAY_2, "12:00")
LEAD = "Elen Prydderch-Hughes"


def record_of(venue, name):
    with venue.desk.store.reading() as view:
        return gather_individual_record(view, venue.place(name), AT)


@pytest.fixture(scope="module")
def sian(read_only):
    return record_of(read_only, SIAN)


@pytest.fixture(scope="module")
def agnieszka(read_only):
    return record_of(read_only, AGNIESZKA)


@contextmanager
def reopened(venue, name):
    """Withdraw somebody's sign-off, change what it rests on, and sign again."""
    place = venue.place(name)
    venue.desk.do(withdraw, venue.signed(name).id, "Something was wrong")
    with venue.desk.store.work(wish="records.changed", by=None, at=AT) as work:
        yield work
    venue.desk.do(sign_off, place, TraineeSigns(state=TraineeSignature.INK_LATER))


def test_there_is_none_before_sign_off(read_only):
    with pytest.raises(CalmError) as no:
        record_of(read_only, RUAIRIDH)
    assert (no.value.code, no.value.facts) == ("paper.not_signed_off", {"who": RUAIRIDH})


def test_seal_and_revision_are_the_signed_record_s(read_only, sian):
    signed = read_only.signed(SIAN)
    imprint = sian.imprint
    assert (imprint.record_id, imprint.revision) == (signed.id, 1)
    assert (imprint.fingerprint, imprint.short_code) == (signed.content_hash, signed.short_code)
    assert imprint.generic


def test_person_as_on_a_certificate(sian, agnieszka):
    assert (sian.name, sian.staff_number, sian.site) == ("Siân Mair Llŷr-Prydderch", "010412", "Ashgrove House")
    assert (sian.employer, agnieszka.employer) == ("", "Strathwell Staffing, agency or bank")
    assert sian.manager.name == "Marian Grant"


def test_outcome_in_a_sentence(sian, agnieszka):
    assert sian.why == (
        "All two techniques, core behaviours, knowledge, attendance, Core Theory and fitness for the day"
    )
    assert agnieszka.why == "Not yet competent: GEN-H5. Knowledge check not met"


def test_authority_names_organisation_and_services(sian, agnieszka):
    """R21, R20: no authority, no date."""
    assert sian.authority == Authority("Glenmarrow Care Services", ("Ashgrove House", "Ashgrove Lodge"))
    assert sian.valid_until == date(2027, 11, 24)
    assert (agnieszka.authority, agnieszka.valid_until) == (None, None)
    assert sian.need.reference == "ASH-03"


def test_results_with_criteria_as_a_whole_or_ticked(sian):
    """R17: A13 was marked, so it stands among the criteria; A12 was not asked."""
    assert [criterion.code for criterion in sian.criteria][-2:] == ["A11", "A13"]
    whole, ticked = sian.results
    assert (whole.seen, ticked.seen) == (Seen.AS_A_WHOLE, Seen.EACH_TICKED)
    assert whole.met == (True,) * 11 + (None,)
    assert ticked.met == (True,) * 12
    assert (whole.mark.attempt, whole.day, whole.assessor) == (2, DAY_2, LEAD)


def test_coaching_points_are_the_organisation_s(sian):
    """R25."""
    assert sian.criteria[3].text == "Carries it out as in the organisation's coaching points, ref GCS-CP-3"


def test_every_attempt_is_listed(sian, agnieszka):
    """R18: taken back and corrected entries stay, each with its remark."""
    assert [(each.code, each.number, each.result, each.remark) for each in sian.attempts] == [
        ("GEN-H5", 1, Result.NOT_YET, "(taken back; uses up no try)"),
        ("GEN-W1", 1, Result.NOT_YET, ""),
        ("GEN-W1", 2, Result.COMPETENT, ""),
        ("GEN-H5", 1, Result.COMPETENT, ""),
        ("Core behaviours", 1, Result.COMPETENT, ""),
    ]
    assert (sian.attempts[1].not_met, sian.attempts[1].feedback) == (("A1",), "Needed a prompt")
    assert [each.entered_from for each in sian.attempts] == ["", "", "", "A-2217-26-014-1", ""]
    corrected = next(each for each in agnieszka.attempts if each.remark)
    assert corrected.remark == (
        f"(corrected to not yet competent by {LEAD}, 24 Nov 2026 10:05: Marked in the wrong row)"
    )


def test_reasons_for_not_assessed_stay_home(read_only):
    """They were said in free words and may tell of somebody's health."""
    tomos = record_of(read_only, TOMOS)
    assert "shoulder" not in repr(tomos)
    assert tomos.results[0].seen is Seen.NOT_ASSESSED
    assert tomos.results[0].mark.why is NotAssessed.NOT_AVAILABLE
    assert tomos.results[0].met == (None,) * 11
    assert tomos.knowledge.items[0].met is None
    assert tomos.why == "Not assessed: GEN-W1, GEN-H5 and core behaviours. Knowledge check not done"


def test_knowledge_item_by_item(agnieszka):
    assert [item.met for item in agnieszka.knowledge.items] == [True, True, False, False, False]
    assert (agnieszka.knowledge.manner, agnieszka.knowledge.assessor) == ("spoken", LEAD)
    assert agnieszka.knowledge.at == moment(DAY_2, "10:05")


def test_day_and_evidence(sian, agnieszka):
    assert sian.core_theory_evidence == "certificate (CT-010412), seen by E. Prydderch-Hughes, 26 Oct 2026"
    assert (agnieszka.minutes_here, agnieszka.made_good, agnieszka.minutes_taught) == (TAUGHT - 10, 10, TAUGHT)
    assert sian.cleared
    assert (sian.training_injuries, sian.privacy_notice) == ("", "PN-4")


def test_limits_and_adjustments(read_only):
    """R21, R44: what the instructor had to do, and what the authority is narrowed to."""
    chidi = record_of(read_only, CHIDI)
    assert (chidi.limits, chidi.adjustments) == (("hair, seated only",), ("Chair within reach",))
    assert chidi.training_injuries == "AB 26/31"


def test_disagreement_and_action_plan(agnieszka, sian):
    """R48, R19."""
    assert agnieszka.trainee.state is SignatureState.DISAGREES
    assert agnieszka.disagreement == "I did keep talking"
    assert agnieszka.action_plan.review == date(2026, 12, 8)
    assert agnieszka.action_plan.meanwhile == "Calls for help instead"
    assert (sian.disagreement, sian.action_plan) == ("", None)


def test_overrides_about_others_stay_off(sian, agnieszka):
    """R51: a record shows what was passed for its person or the course, and nothing of anybody else."""
    assert sorted(each.rule for each in sian.overrides) == ["R14", "R19", "R6"]
    assert sorted(each.rule for each in agnieszka.overrides) == ["R14", "R6"]


def test_amended_record_says_what_was_signed(venue):
    """R52: "signed as revision 1; changed since"."""
    signed = venue.signed(SIAN)
    with venue.desk.store.work(wish="sign_off.amended", by=venue.desk.marking_as, at=AT) as work:
        work.put(
            Amendment(
                id=AmendmentId(named("amendment")),
                sign_off=signed.id,
                version=2,
                reason="Site corrected",
                by=signed.instructor,
                at=AT,
            )
        )
    record = record_of(venue, SIAN)
    assert (record.imprint.revision, record.trainee.signed_revision) == (2, 1)


def test_signed_again_after_withdrawal(venue):
    place = venue.place(SIAN)
    first = venue.signed(SIAN)
    venue.desk.do(withdraw, first.id, "Signed for the wrong person")
    venue.now = moment(DAY_2, "12:05")
    venue.desk.do(sign_off, place, TraineeSigns(state=TraineeSignature.INK_LATER))
    record = record_of(venue, SIAN)
    assert record.imprint.revision == 2
    assert record.imprint.short_code != first.short_code


def test_assessor_from_elsewhere_keeps_their_name(venue):
    with reopened(venue, SIAN) as work:
        work.put(Instructor(id=InstructorId(named("guest")), name="Una Guest", number="2400"))
        for attempt in work.all(Attempt, enrolment=venue.place(SIAN)):
            work.remove(attempt)
            work.put(replace(attempt, id=AttemptId(work.new_id()), assessor=InstructorId(named("guest"))))
    assert record_of(venue, SIAN).results[0].assessor == "Una Guest"


def test_mark_without_criteria_ticks_nothing(venue):
    with reopened(venue, AGNIESZKA) as work:
        marks = (CriterionMark(code="A12", met=Met.NOT_APPLICABLE, reason="no watch"),)
        for attempt in work.all(Attempt, enrolment=venue.place(AGNIESZKA), outcome=Outcome.NOT_YET):
            work.put(replace(attempt, criteria=marks))
    record = record_of(venue, AGNIESZKA)
    assert record.criteria[-1].code == "A12"
    assert record.results[1].met == (None,) * 12


def test_what_nobody_recorded_is_said_to_be_missing(venue):
    place = venue.place(SIAN)
    with reopened(venue, SIAN) as work:
        for person in work.all(Person, full_name=SIAN):
            work.put(replace(person, core_theory=CoreTheory(completed_on=PLANNED_ON)))
        for each in (*work.all(KnowledgeCheck, enrolment=place), *work.all(Attempt, enrolment=place)):
            work.remove(each)
        (organisation,) = work.all(Organisation)
        work.put(replace(organisation, coaching_points_ref=""))
    record = record_of(venue, SIAN)
    assert record.core_theory_evidence == "evidence not seen"
    assert record.results[0].mark.result is Result.NOT_ASSESSED
    assert record.results[0].mark.why is NotAssessed.NO_MARK
    assert (record.results[0].day, record.knowledge.at) == (None, None)
    assert record.criteria[3].text.endswith("ref not on record")


def test_course_s_own_coaching_points_come_first(venue):
    with venue.desk.store.work(wish="x", by=None, at=AT) as work:
        work.put(replace(work.get(Course, COURSE), coaching_points_ref="ASH-CP-9"))
    assert record_of(venue, SIAN).criteria[3].text.endswith("ref ASH-CP-9")


WHO = "Siân"


@pytest.mark.parametrize(
    ("reasons", "expected"),
    [
        ([note("R16.minutes_missing", WHO, missed=40, tolerated=15)], "40 minutes missed"),
        ([note("R41.missed_block", WHO, block="Debrief")], "Missed: Debrief"),
        (
            [note("R41.missed_block", WHO, block=title) for title in ("Law", "Stop word", "Debrief", "Stop word")],
            "3 parts missed that everyone must attend",
        ),
        ([note("R15.not_cleared", WHO, day=DAY_2)], "Not cleared on 24 Nov 2026"),
        ([note("R20.no_set", WHO)], "No set of techniques agreed"),
        (
            [note("R1.not_seen", WHO, completed=DAY_2), note("R1.run_out", WHO)],
            "Core Theory not on record as it must be",
        ),
        (
            [note("R20.not_assessed", WHO, technique="GEN-W1"), note("R20.not_yet", WHO, technique="")],
            "Not yet competent: core behaviours. Not assessed: GEN-W1",
        ),
        ([], ""),
    ],
)
def test_reasons_in_a_few_words(reasons, expected):
    assert words.why_not(reasons) == expected


def test_words_where_nothing_is_on_record():
    assert words.evidence(None) == "no date on record"
    assert words.injury_without_reference() == "recorded, no accident book reference"
    assert words.from_paper("") == "a paper sheet"
    assert words.why_competent(1).startswith("The one technique, core behaviours")
