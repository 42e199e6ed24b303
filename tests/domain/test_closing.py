"""The end of a course: nothing open, closed in time (R29); what stays home (R31)."""

from dataclasses import fields
from datetime import date

import pytest

from calm_instructor.domain import assessment, needs
from calm_instructor.domain import attendance as attendance_values
from calm_instructor.domain import sign_off as sign_off_values
from calm_instructor.domain.attendance import Part
from calm_instructor.domain.closing import STAYS_HOME, active, case_objections, closing_objections
from calm_instructor.domain.ids import InstructorId
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.sign_off import Result, TraineeSignature
from tests.domain.courses_and_marks import attendance, case, course, enrolment, session, sign_off
from tests.domain.people_and_things import FIRST_DAY, LEAD, NUMBERS, codes, named

SESSIONS = (session(1), session(2, "13:00"))
BOTH = (attendance(SESSIONS[0], minutes=180), attendance(SESSIONS[1], minutes=0))


@pytest.mark.parametrize(
    ("changes", "signed", "said"),
    [
        ({}, sign_off(), []),
        ({}, sign_off(result=Result.NOT_COMPLETED), []),  # with or without authority
        ({}, None, ["R29.not_signed_off"]),
        ({"attended": BOTH[:1]}, sign_off(), ["R29.no_attendance"]),
        ({"attempts": ()}, sign_off(), ["R29.cell_open", "R29.cell_open", "R29.cell_open"]),
        ({"enrolment": enrolment(part=Part.THEORY), "attempts": ()}, None, []),
        ({"enrolment": enrolment(part=Part.OBSERVER), "attempts": (), "attended": ()}, None, []),
        ({"enrolment": enrolment(part=Part.THEORY), "attended": ()}, None, ["R29.no_attendance", "R29.no_attendance"]),
    ],
)
def test_R29_nothing_stays_open(changes, signed, said):
    assert codes(case_objections(case(**{"attended": BOTH} | changes), SESSIONS, signed)) == said


def test_R29_open_cells_are_named_the_core_behaviours_too():
    own = case({"GEN-W1": "-", "GEN-H1": "~C", "GEN-S1": ""}, core="~C", attended=BOTH)
    found = case_objections(own, SESSIONS, sign_off())
    assert [each.facts["technique"] for each in found] == ["GEN-H1", "GEN-S1", ""]


@pytest.mark.parametrize(
    ("signature", "held_at", "said"),
    [
        (TraineeSignature.SIGNED, "", []),
        (TraineeSignature.DECLINED, "", []),
        (TraineeSignature.INK_LATER, " ", ["R29.ink_not_held"]),
        (TraineeSignature.INK_LATER, "office safe", []),
    ],
)
def test_R29_an_ink_sheet_is_held_somewhere(signature, held_at, said):
    signed = sign_off(trainee_signature=signature, ink_copy_held_at=held_at)
    assert codes(case_objections(case(attended=BOTH), SESSIONS, signed)) == said


@pytest.mark.parametrize(
    ("ends", "closed", "said"),
    [
        (date(2026, 11, 25), date(2026, 11, 24), ["R29.not_over"]),
        (date(2026, 11, 25), date(2026, 11, 25), []),
        (date(2026, 11, 25), date(2026, 11, 27), []),  # Wednesday to Friday: two working days
        (date(2026, 11, 25), date(2026, 11, 29), []),  # and the week-end counts for nothing
        (date(2026, 11, 25), date(2026, 11, 30), ["R29.late"]),  # Monday is the third
    ],
)
def test_R29_late_closing_is_flagged_in_working_days(ends, closed, said):
    assert codes(closing_objections(course(ends_on=ends), closed, NUMBERS)) == said


def test_R29_late_closing_is_noted_and_blocks_nothing():
    (late,) = closing_objections(course(), date(2026, 12, 25), Numbers(late_closing_working_days=5))
    assert (late.weight, late.facts) == ("R", {"days": 22, "limit": 5})


def test_the_lead_comes_first_among_the_instructors():
    second = InstructorId(named("second"))
    assert course(co_instructors=(second,)).instructors == (LEAD, second)


def test_places_given_up_are_left_out_and_the_rest_stand_by_bib():
    third, first, gone = enrolment(bib=3), enrolment(bib=1), enrolment(bib=2, withdrawn_on=FIRST_DAY)
    assert active((third, gone, first)) == (first, third)


VALUES = {
    "fitness": attendance_values.Fitness,
    "tnas": needs.Tna,
    "tna_risks": needs.Risk,
    "assessments": assessment.Attempt,
    "incidents": attendance_values.Incident,
    "enrolments": attendance_values.Enrolment,
    "evaluations": sign_off_values.Evaluation,
}


@pytest.mark.parametrize("table", STAYS_HOME)
def test_R31_what_stays_home_is_named_by_fields_that_exist(table):
    assert STAYS_HOME[table] <= {field.name for field in fields(VALUES[table])}


def test_R31_health_and_narrative_stay_home():
    assert STAYS_HOME["fitness"] == {"status", "adjustment", "limit"}
    assert {"need_reason", "factors"} <= STAYS_HOME["tnas"]
    assert {"facts", "body_area", "first_aid", "added"} == STAYS_HOME["incidents"]
