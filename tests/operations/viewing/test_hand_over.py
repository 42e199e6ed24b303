"""What one trainee sees: their own results and nobody else's, how long they were here, limits, and what they say (R20, R48)."""

import pytest

from calm_instructor.domain.attendance import FitnessStatus, Presence
from calm_instructor.domain.sign_off import Result
from calm_instructor.operations.registering import declare_fitness, record_attendance
from calm_instructor.operations.signing import sign_off
from calm_instructor.operations.viewing.hand_over import HandOver, hand_over
from tests.domain.people_and_things import LAST_DAY, LEAD, at
from tests.operations.a_course import CO, EOGHAN, SIAN, SIGNS, ZANETA, ACourse
from tests.operations.test_signing import correct


@pytest.fixture
def a(to_sign) -> ACourse:
    """Everybody marked, nobody signed; half past four on the last day."""
    return to_sign.at("16:30", LAST_DAY)


def page(a: ACourse, who: str = SIAN) -> HandOver:
    return a.desk.read(hand_over, a.place(who), LEAD)


def test_R48_everything_is_in_plain_words(a):
    seen = page(a)
    assert (seen.name, seen.result, seen.against) == (SIAN, Result.COMPETENT, ())
    assert seen.heading == "You are competent in all 3 techniques"
    assert seen.observed == "Observed by Ruairidh MacLeod."
    assert [each.what for each in seen.lines] == ["Competent"] * 4 + ["All answered"]
    assert seen.notes == ("You were here 465 of 465 minutes.", "Good until 25 Nov 2027.")
    assert seen.statements == (
        "I was here 465 of 465 minutes and was fit to take part.",
        "I may use only these techniques, only at work here, and only as a last resort.",
        "I know how to report it afterwards.",
        "I know my refresher is due by 25 Nov 2027.",
    )


def test_nobody_elses_name_is_on_it(a):
    shown = str(page(a))
    assert SIAN in shown
    assert not any(other in shown for other in (ZANETA, EOGHAN))


def test_R20_who_gets_no_authority_signs_attendance_and_result_only(a):
    correct(a, SIAN, "H1", "N")
    seen = page(a)
    assert seen.heading == "You are not yet competent. No authority to use"
    assert seen.lines[1].what == "Not yet"
    assert seen.statements[0] == "I was here 465 of 465 minutes."
    assert seen.statements[1:] == ("I have seen my results.", "I know that I may not use these techniques.")


def test_R16_minutes_are_those_really_spent_here(a):
    a.do(record_attendance, a.place(SIAN), a.session(2), Presence.LATE, arrived_at=at("09:10", LAST_DAY))
    assert page(a).notes[0] == "You were here 455 of 465 minutes."


def test_R21_a_limit_stands_beneath_the_results_and_in_what_is_signed(a):
    a.do(
        declare_fitness,
        a.place(SIAN),
        LAST_DAY,
        FitnessStatus.ADJUSTED,
        adjustment="Hair techniques seated only",
        limit="hair, seated only",
    )
    seen = page(a)
    assert "With this limit: hair, seated only." in seen.notes
    assert "with this limit: hair, seated only" in seen.statements[1]
    assert "Hair techniques seated only" not in str(seen)


def test_R49_where_several_saw_them_each_line_says_who(running):
    running.mark(SIAN, "W1", "N")
    running.mark(SIAN, "W1")
    running.desk.marking_as = CO
    running.mark(SIAN, "H1")
    first, second, third, *_rest = page(running).lines
    assert first.what == "Competent, second try, seen by Ruairidh MacLeod"
    assert second.what == "Competent, seen by Jean Macdonald"
    assert (third.what, third.kind) == ("No mark", "")


def test_R20_what_keeps_from_signing_is_said(a):
    a.do(sign_off, a.place(SIAN), SIGNS)
    assert [each for each in page(a).against if "signed off" in each]
