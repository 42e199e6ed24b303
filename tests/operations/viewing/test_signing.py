"""Sign-off as a table: what each ends in and why, the same objections as signing asks, and who has signed how (R20, R48)."""

from dataclasses import replace

import pytest

from calm_instructor.domain.attendance import FitnessStatus, Presence
from calm_instructor.domain.course import CourseState
from calm_instructor.domain.errors import Refused
from calm_instructor.domain.needs import Manner
from calm_instructor.domain.sign_off import Result, TraineeSignature
from calm_instructor.messages import sentence
from calm_instructor.messages.lamps import Lamp
from calm_instructor.operations.assessing import fill_not_assessed
from calm_instructor.operations.registering import declare_fitness, record_attendance
from calm_instructor.operations.signing import TraineeSigns, hold_ink_copy, sign_off, withdraw, write_action_plan
from calm_instructor.operations.viewing.signing import SignOffRow, SignOffTable, sign_off_table
from tests.domain.people_and_things import LAST_DAY, LEAD, at
from tests.operations.a_course import COURSE, DAY_AFTER, EOGHAN, PHYSICAL, SIAN, SIGNS, ZANETA, ACourse
from tests.operations.every_wish import PLAN
from tests.operations.test_signing import correct


@pytest.fixture
def a(to_sign) -> ACourse:
    """Everybody marked, nobody signed; half past four on the last day."""
    return to_sign.at("16:30", LAST_DAY)


def table(a: ACourse) -> SignOffTable:
    return a.desk.read(sign_off_table, COURSE, a.now, LEAD)


def row(a: ACourse, who: str) -> SignOffRow:
    return next(each for each in table(a).rows if each.name == who)


def test_R20_everything_met_is_ready_and_says_until_when(a):
    seen = table(a)
    assert [each.name for each in seen.rows] == list(PHYSICAL)
    assert seen.heads == ("W1", "H1", "S1", "Core", "K1-5")
    assert (seen.state, seen.unmarked, seen.can_end, seen.count(Lamp.TODO)) == (CourseState.TO_SIGN, 0, False, 3)
    sian = row(a, SIAN)
    assert [each.kind for each in sian.cells] == ["competent"] * 5
    assert (sian.outcome, sian.why, sian.state, sian.may_sign, sian.settled) == (
        "Competent (full set)",
        "",
        "Ready",
        True,
        True,
    )
    assert "Valid until" in sian.told[-1]
    assert seen.next == sian
    assert sian.call == "Siân"


def test_R20_a_not_yet_says_what_and_that_nothing_may_be_used(a):
    correct(a, SIAN, "H1", "N")
    seen = row(a, SIAN)
    assert (seen.result, seen.outcome) == (Result.NOT_YET_COMPETENT, "Not yet competent")
    assert seen.why == "No authority to use · H1 not yet"
    assert seen.may_sign


def test_R19_the_tries_stand_with_the_mark(running):
    running.mark(SIAN, "W1", "N")
    running.mark(SIAN, "W1", "C")
    (cell, *_rest) = row(running, SIAN).cells
    assert (cell.kind, cell.attempt, cell.said) == ("competent", 2, "Competent, try 2")


def test_R19_what_signing_would_refuse_is_what_the_table_says(a):
    correct(a, SIAN, "H1", "N", feedback="")
    seen = row(a, SIAN)
    assert (seen.lamp, seen.state, seen.may_sign) == (Lamp.STOP, "Not ready", False)
    assert seen.mend is not None
    assert (seen.mend.step, seen.mend.focus) == ("assess", a.place(SIAN))
    with pytest.raises(Refused) as said:
        a.do(sign_off, a.place(SIAN), SIGNS)
    assert set(seen.told) >= {sentence(each) for each in said.value.objections}


def test_R20_what_is_open_can_still_change_the_outcome(running):
    running.mark(SIAN)
    seen = row(running, SIAN)
    assert (seen.outcome, seen.lamp, seen.settled, seen.may_sign) == ("Open", Lamp.WARN, False, True)
    assert table(running).next is None
    assert table(running).unmarked == 11
    assert table(running).can_end


def test_R20_whoever_was_absent_throughout_ends_as_not_completed_and_can_be_signed(running):
    for session in (1, 2):
        running.do(record_attendance, running.place(ZANETA), running.session(session), Presence.ABSENT)
    cells = [(running.place(ZANETA), running.technique(code)) for code in ("W1", "H1", "S1", "core")]
    running.do(fill_not_assessed, cells, "Not here")
    seen = row(running, ZANETA)
    assert (seen.outcome, seen.settled, seen.may_sign) == ("Not completed", True, True)
    assert seen.why.startswith("No authority to use · 4 parts not assessed · knowledge not asked")


def test_R21_a_limit_stands_in_the_outcome(a):
    a.do(
        declare_fitness,
        a.place(SIAN),
        LAST_DAY,
        FitnessStatus.ADJUSTED,
        adjustment="Hair techniques seated only",
        limit="hair, seated only",
    )
    assert row(a, SIAN).why == "Limit: hair, seated only"


@pytest.mark.parametrize(
    ("signs", "lamp", "state"),
    [
        (SIGNS, Lamp.OK, "Signed 16:30"),
        (TraineeSigns(state=TraineeSignature.INK_LATER), Lamp.WARN, "Ink to follow"),
        (
            TraineeSigns(
                state=TraineeSignature.DISAGREES, manner=Manner.SCREEN, at=at("16:30", LAST_DAY), note="Not H1"
            ),
            Lamp.INFO,
            "Disagrees 16:30",
        ),
        (TraineeSigns(state=TraineeSignature.DECLINED, witness="Jean"), Lamp.INFO, "Declined to sign"),
    ],
)
def test_R48_who_signed_how(a, signs, lamp, state):
    a.do(sign_off, a.place(SIAN), signs)
    seen = row(a, SIAN)
    assert (seen.lamp, seen.state) == (lamp, state)
    assert seen.beneath == ("Both on screen" if signs is SIGNS else "Instructor 16:30")
    assert not seen.may_sign
    assert seen.waits_for_ink == (signs.state is TraineeSignature.INK_LATER)
    for said in filter(None, (signs.note, signs.witness)):
        assert any(said in each for each in seen.told)


def test_R48_ink_that_is_held_says_where(a):
    a.do(sign_off, a.place(SIAN), TraineeSigns(state=TraineeSignature.INK_LATER))
    a.at("09:00", DAY_AFTER).do(hold_ink_copy, a.signed(SIAN).id, at("16:40", LAST_DAY), "Ashgrove, office")
    seen = row(a, SIAN)
    assert (seen.state, seen.waits_for_ink) == ("Signed 25 Nov", False)
    assert "Signed sheet held: Ashgrove, office." in seen.told


def test_R19_not_yet_competent_needs_a_plan_until_it_is_written(a):
    correct(a, EOGHAN, "H1", "N")
    a.do(sign_off, a.place(EOGHAN), SIGNS)
    assert row(a, EOGHAN).needs_plan
    a.do(write_action_plan, replace(PLAN, enrolment=a.place(EOGHAN)))
    seen = row(a, EOGHAN)
    assert not seen.needs_plan
    assert any("Keep talking" in each for each in seen.told)


def test_what_was_withdrawn_is_open_again(a):
    a.do(sign_off, a.place(SIAN), SIGNS)
    a.do(withdraw, a.signed(SIAN).id, "Signed on the wrong line")
    assert (row(a, SIAN).sign_off, row(a, SIAN).state) == (None, "Ready")


def test_R30_a_closed_course_is_read_only(closed):
    seen = table(closed)
    assert (seen.is_open, seen.can_end, seen.count(Lamp.OK)) == (False, False, 3)


def test_R16_time_that_is_owed_is_mended_in_the_register(a):
    a.do(record_attendance, a.place(SIAN), a.session(2), Presence.LATE, arrived_at=at("10:30", LAST_DAY))
    seen = row(a, SIAN)
    assert (seen.outcome, seen.settled) == ("Open", False)
    assert seen.mend is not None
    assert seen.mend.step == "register"
    assert "90 min to make good" in seen.told[0]
