"""The register of one session: what stands in each line, what is missing, and which day it is of (R15, R16, R28, R41)."""

import pytest

from calm_instructor.domain.attendance import FitnessStatus, MadeGood, Presence
from calm_instructor.messages.lamps import Lamp
from calm_instructor.operations.enrolling import adjust
from calm_instructor.operations.pausing import record_incident
from calm_instructor.operations.planning import give_minutes
from calm_instructor.operations.registering import (
    declare_fitness,
    give_briefing,
    make_good,
    record_attendance,
    see_all_here,
)
from calm_instructor.operations.signing import sign_off
from calm_instructor.operations.viewing.left import left_of
from calm_instructor.operations.viewing.register import Day, Register, register_of
from calm_instructor.operations.viewing.register_rows import RegisterRow
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, at
from tests.operations.a_course import COURSE, DAY_AFTER, EOGHAN, NGOC, PHYSICAL, SIAN, SIGNS, ZANETA, ACourse, days
from tests.operations.every_wish import a_knock

LAW = days()[0][1][1]


def register(a: ACourse, session: int | None = None) -> Register:
    return a.desk.read(register_of, COURSE, a.session(session) if session else None, a.now)


def row(a: ACourse, who: str, session: int | None = None) -> RegisterRow:
    return next(each for each in register(a, session).rows if each.name == who)


def test_before_anybody_has_come_every_line_is_blank(ready):
    seen = register(ready.at("08:50"))
    assert [(each.bib, each.name) for each in seen.rows] == list(enumerate((*PHYSICAL, NGOC), 1))
    assert (seen.here, seen.absent, seen.blank) == (0, 0, 4)
    assert {(each.lamp, each.must, each.presence, each.fitness) for each in seen.rows} == {
        (None, "Not here yet", None, None)
    }
    assert (seen.banner, seen.briefed, seen.needs_briefing, seen.is_open) == ("", "", True, True)
    assert seen.undeclared == ()


def test_R15_whoever_is_here_without_a_declaration_is_told_apart(ready):
    a = ready.at("09:00")
    a.do(see_all_here, a.session(1))
    a.do(declare_fitness, a.place(SIAN), FIRST_DAY, FitnessStatus.FIT)
    seen = register(a)
    assert seen.undeclared == (a.place(ZANETA), a.place(EOGHAN))
    assert (row(a, SIAN).lamp, row(a, SIAN).must) == (None, "Nothing")
    assert (row(a, ZANETA).lamp, row(a, ZANETA).must) == (Lamp.TODO, "No declaration yet")
    assert "No fitness declaration yet" in row(a, ZANETA).told[0]
    assert (row(a, NGOC).lamp, row(a, NGOC).must, row(a, NGOC).is_physical) == (None, "Theory part only", False)


@pytest.mark.parametrize(("clock", "lamp"), [("09:59", Lamp.TODO), ("10:00", Lamp.STOP)])
def test_R15_no_declaration_is_to_do_until_the_first_block_hands_on_and_stops_from_then_on(ready, clock, lamp):
    a = ready.at("09:00")
    a.do(see_all_here, a.session(1))
    a.at(clock)
    assert row(a, SIAN).lamp is lamp
    (said,) = [each for each in a.desk.read(left_of, COURSE, a.now).steps["register"] if each.title == SIAN]
    assert (said.lamp, said.detail) == (lamp, "No declaration of fitness")


def test_R15_a_declaration_to_do_hides_neither_a_stop_nor_what_is_to_be_made_good(ready):
    a = ready.at("09:20")
    a.do(see_all_here, a.session(1))
    assert (row(a, SIAN).lamp, row(a, SIAN).must.split(" · ")[:2]) == (
        Lamp.WARN,
        ["No declaration yet", "20 min to make good"],
    )
    a.do(record_incident, a_knock(a, at=a.now))
    assert (row(a, SIAN).lamp, row(a, SIAN).must) == (Lamp.STOP, "Paused since 09:20")


def test_R15_R21_an_adjustment_says_what_the_instructor_must_do_and_the_limit(running):
    running.do(
        declare_fitness,
        running.place(SIAN),
        FIRST_DAY,
        FitnessStatus.ADJUSTED,
        adjustment="Hair techniques seated only",
        limit="hair, seated only",
    )
    running.do(adjust, running.place(SIAN), "Written questions read aloud")
    seen = row(running, SIAN)
    assert seen.must == "Hair techniques seated only · Written questions read aloud"
    assert seen.fitness is FitnessStatus.ADJUSTED
    assert any("hair, seated only" in each for each in seen.told)
    assert any("Written questions read aloud" in each for each in seen.told)


def test_R15_not_fit_keeps_off_the_mat_and_says_no_more(running):
    running.do(declare_fitness, running.place(SIAN), FIRST_DAY, FitnessStatus.NOT_FIT)
    assert (row(running, SIAN).lamp, row(running, SIAN).must) == (Lamp.STOP, "Not fit: no practice")


def test_R16_R41_what_was_missed_is_made_good(running):
    running.do(record_attendance, running.place(SIAN), running.session(1), Presence.LATE, arrived_at=at("09:20"))
    late = row(running, SIAN)
    assert (late.presence, late.late, late.lamp, late.owes) == (Presence.LATE, 20, Lamp.WARN, True)
    assert late.must == f"20 min to make good · To make good: {LAW.title}"
    (gap,) = late.gaps
    assert (gap.minutes, gap.blocks) == (20, ((LAW.id, LAW.title),))
    good = MadeGood(minutes=20, on=FIRST_DAY, content="Law", by="Jean Macdonald", blocks=(LAW.id,))
    running.do(make_good, gap.attendance, good)
    made = row(running, SIAN)
    assert (made.owes, made.gaps, made.must) == (False, (), "Nothing")
    assert made.told[0] == "20 min made good on 24 Nov 2026: Law, by Jean Macdonald."


def test_R16_within_the_tolerance_nothing_is_owed_and_it_can_still_be_made_good(running):
    running.do(record_attendance, running.place(SIAN), running.session(1), Presence.LATE, arrived_at=at("09:10"))
    seen = row(running, SIAN)
    assert (seen.owes, seen.lamp, [each.minutes for each in seen.gaps]) == (False, None, [10])


def test_R16_gone_early_says_when(running):
    running.do(record_attendance, running.place(SIAN), running.session(1), Presence.LEFT_EARLY, left_at=at("13:10"))
    seen = row(running, SIAN)
    assert (f"{seen.left:%H:%M}", seen.must.split(" · ")[0]) == ("13:10", "Left at 13:10")


def test_absent_is_no_line_to_fill(running):
    running.do(record_attendance, running.place(SIAN), running.session(1), Presence.ABSENT)
    seen = register(running)
    assert (seen.here, seen.absent, seen.blank) == (3, 1, 0)
    assert (row(running, SIAN).must, row(running, SIAN).lamp) == ("Absent", None)


def test_R28_a_pause_outweighs_all_else(running):
    running.do(record_incident, a_knock(running))
    seen = row(running.at("12:25"), SIAN)
    assert (seen.lamp, seen.must, seen.paused_since) == (Lamp.STOP, "Paused since 12:20", at("12:20"))
    (incident,) = register(running).incidents
    assert (incident.lamp, incident.line) == (Lamp.STOP, f"12:20, {SIAN}: Injury · paused, not cleared")


def test_R41_the_briefing_says_when_and_by_whom(running):
    assert register(running).briefed == "Briefed 09:00, Ruairidh MacLeod"
    running.at("09:00", LAST_DAY)
    assert register(running).briefed == ""
    running.do(give_briefing, running.session(2), running.now)
    assert register(running).briefed == "Briefed 09:00, Ruairidh MacLeod"


@pytest.mark.parametrize(
    ("day", "session", "lies", "banner"),
    [
        (FIRST_DAY, 1, Day.TODAY, ""),
        (FIRST_DAY, 2, Day.TO_COME, "still to come"),
        (LAST_DAY, 1, Day.PAST, "entered later"),
        (DAY_AFTER, None, Day.PAST, "entered later"),
    ],
)
def test_a_session_of_another_day_says_so(running, day, session, lies, banner):
    seen = register(running.at("12:20", day), session)
    assert seen.session is not None
    assert seen.session.day is lies
    assert banner in seen.banner
    assert bool(seen.banner) == bool(banner)


def test_the_session_of_now_is_shown_and_before_the_course_its_first(running):
    assert [each.label for each in register(running).sessions] == ["Today, 09:00", "Wed 25 Nov"]
    seen = register(running.at("10:00", LAST_DAY)).session
    assert seen is not None
    assert seen.number == 2
    before = register(running.at("10:00", FIRST_DAY.replace(day=1))).session
    assert before is not None
    assert before.number == 1


def test_R16_a_past_line_without_an_entry_stops(running):
    seen = row(running.at("09:00", DAY_AFTER), SIAN, 2)
    assert (seen.lamp, seen.must) == (Lamp.STOP, "No entry")


def test_R20_who_is_signed_off_stays_as_they_are(to_sign):
    to_sign.at("16:30", LAST_DAY).do(sign_off, to_sign.place(SIAN), SIGNS)
    seen = row(to_sign, SIAN, 2)
    assert (seen.signed, seen.lamp, seen.must) == (True, Lamp.OK, "Signed off")


def test_R30_a_closed_course_is_read_only(closed):
    seen = register(closed)
    assert (seen.is_open, seen.banner) == (False, "Read-only: the course was closed on 26 Nov 2026.")


def test_R51_minutes_stand_beside_those_planned(running):
    running.do(give_minutes, {LAW.id: 40})
    law = next(each for each in register(running).minutes if each.block == LAW.id)
    assert (law.planned, law.given) == (45, 40)


def test_without_a_plan_there_is_no_session(agreed):
    seen = register(agreed)
    assert (seen.session, seen.rows, seen.sessions) == (None, (), ())
