"""Who may be marked, at which moment, on which day, by whom (R1, R7, R11, R13, R15 to R17, R41)."""

from datetime import date, timedelta

import pytest

from calm_instructor.domain.assessment import (
    Source,
)
from calm_instructor.domain.attendance import FitnessStatus, Presence
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import CoreTheory
from calm_instructor.domain.technique import Tier
from calm_instructor.operations.assessing import (
    record_knowledge,
)
from calm_instructor.operations.enrolling import enrol, give_up_place, see_evidence
from calm_instructor.operations.planning import lay_out, make_ready
from calm_instructor.operations.preparing import enter_instructor
from calm_instructor.operations.registering import declare_fitness, give_briefing, record_attendance, see_all_here
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, at, instructor, named
from tests.operations.a_course import (
    CO,
    COURSE,
    DAY_AFTER,
    EOGHAN,
    KNOWN,
    NGOC,
    SIAN,
    ZANETA,
    ACourse,
    days,
    refused,
    run_at_high_tier,
)


def joined(a: ACourse, name: str, **facts) -> None:
    """Somebody who is placed late and whose door is open."""
    a.do(enrol, COURSE, a.take_in(name, **facts))
    a.do(record_attendance, a.place(name), a.session(1), Presence.PRESENT)
    a.do(declare_fitness, a.place(name), FIRST_DAY, FitnessStatus.FIT)


# ── R1, R11, R15, R16, R41: who is on the mat at that moment ────────────────────────────────────────────────────────


def test_R1_a_date_without_evidence_seen_blocks_a_mark(running):
    joined(running, "Mair", core_theory=CoreTheory(completed_on=date(2026, 10, 12)))
    with refused(running, "R1.not_seen"):
        running.mark("Mair")
    running.do(see_evidence, PersonId(named("Mair")), "certificate", "CT-9")
    running.mark("Mair")


def test_R1_a_date_put_right_later_blocks_a_mark(running):
    running.do(see_evidence, PersonId(named(SIAN)), "certificate", "CT-9", completed_on=FIRST_DAY)
    with refused(running, "R1.not_before"):
        running.mark(SIAN)


def test_R11_the_theory_part_and_a_place_given_up_open_no_mat(running):
    running.do(declare_fitness, running.place(NGOC), FIRST_DAY, FitnessStatus.FIT)
    with refused(running, "R11.theory_part", "R1.no_date", "R1.no_date"):
        running.mark(NGOC)
    place = running.place(EOGHAN)
    running.do(give_up_place, place, "Called away")
    with refused(running, "R11.withdrawn"):
        running.mark(EOGHAN)


def test_R15_no_declaration_or_not_fit_is_not_assessed_that_day(ready):
    a = ready.at("09:00")
    a.is_open_for(SIAN)
    a.do(declare_fitness, a.place(ZANETA), FIRST_DAY, FitnessStatus.NOT_FIT)
    a.at("12:20").mark(SIAN)
    with refused(a, "R15.no_declaration"):
        a.mark(EOGHAN)
    with refused(a, "R15.not_fit"):
        a.mark(ZANETA)
    a.mark(ZANETA, "W1", "-")


def test_R15_yesterdays_declaration_is_not_todays(running):
    a = running.at("09:00", LAST_DAY)
    a.do(see_all_here, a.session(2))
    a.do(give_briefing, a.session(2), a.now)
    with refused(a.at("10:40", LAST_DAY), "R15.no_declaration"):
        a.mark(SIAN)


def test_R15_a_paper_mark_is_judged_by_what_was_declared_when_it_was_seen(running):
    place = running.place(SIAN)
    running.at("14:00").do(declare_fitness, place, FIRST_DAY, FitnessStatus.NOT_FIT)
    with refused(running.at("14:10"), "R15.not_fit"):
        running.mark(SIAN)
    seen = running.at("18:30").mark(SIAN, observed_at=at("12:30"), source=Source.PAPER, sheet_no="A-1")
    assert (seen.observed_at, seen.recorded_at, seen.sheet_no) == (at("12:30"), at("18:30"), "A-1")


def test_R15_a_whole_day_on_paper_is_entered_in_the_evening(ready):
    a = ready.at("18:30")
    a.do(see_all_here, a.session(1), seen_at=at("09:00"))
    a.do(declare_fitness, a.place(SIAN), FIRST_DAY, FitnessStatus.FIT)
    a.do(give_briefing, a.session(1), at("09:05"))
    seen = a.mark(SIAN, observed_at=at("12:30"), source=Source.PAPER, sheet_no="A-2217-26-014-1")
    assert (seen.observed_at, seen.recorded_at, seen.source) == (at("12:30"), at("18:30"), Source.PAPER)


def test_R16_only_who_is_there_is_assessed(ready):
    a = ready.at("12:05")  # she has rung from the bus
    for name, presence, time in (
        (SIAN, Presence.LATE, at("12:30")),
        (ZANETA, Presence.ABSENT, None),
        (EOGHAN, Presence.LEFT_EARLY, None),
    ):
        left = at("12:10") if presence is Presence.LEFT_EARLY else None
        a.do(record_attendance, a.place(name), a.session(1), presence, arrived_at=time, left_at=left)
        a.do(declare_fitness, a.place(name), FIRST_DAY, FitnessStatus.FIT)
    a.do(give_briefing, a.session(1), at("09:05"))
    a.at("12:20")
    with refused(a, "R16.not_yet_arrived"):
        a.mark(SIAN)
    with refused(a, "R16.absent"):
        a.mark(ZANETA)
    with refused(a, "R16.has_left"):
        a.mark(EOGHAN)
    a.at("12:30").do(give_briefing, a.session(1), a.now)
    a.mark(SIAN)


def test_R16_a_line_left_blank_is_nobody_there(ready):
    a = ready.at("09:00")
    a.do(declare_fitness, a.place(SIAN), FIRST_DAY, FitnessStatus.FIT)
    a.do(give_briefing, a.session(1), a.now)
    with refused(a.at("12:20"), "R16.no_register"):
        a.mark(SIAN)


def test_R16_a_day_of_the_course_without_a_session_has_no_register(enrolled):
    a = enrolled
    a.do(lay_out, COURSE, days()[:1])
    a.do(make_ready, COURSE, reasons={"R35.part_missing": "Recovery is on Friday"})
    a.at("09:00", LAST_DAY).do(declare_fitness, a.place(SIAN), LAST_DAY, FitnessStatus.FIT)
    with refused(a, "R16.no_register"):
        a.mark(SIAN)


def test_R41_no_mark_before_the_briefing(ready):
    a = ready.at("09:00")
    a.do(see_all_here, a.session(1))
    a.do(declare_fitness, a.place(SIAN), FIRST_DAY, FitnessStatus.FIT)
    with refused(a.at("12:20"), "R41.no_briefing"):
        a.mark(SIAN)
    a.do(give_briefing, a.session(1), at("12:18"))
    with refused(a, "R41.before_briefing"):
        a.mark(SIAN, observed_at=at("12:17"))
    a.mark(SIAN)


def test_everything_that_stands_against_a_mark_is_said_at_once(ready):
    ready.do(enter_instructor, instructor(expires=date(2026, 11, 1)))
    ready.at("12:20")
    with refused(ready, "R15.no_declaration", "R16.no_register", "R41.no_briefing", "R13.expires", "R17.prompted"):
        ready.mark(SIAN, prompted=True)


# ── R7, R13, R17: on which day, by whom ─────────────────────────────────────────────────────────────────────────────


def test_R7_a_course_still_planned_has_no_marks(enrolled):
    with refused(enrolled.at("12:20"), "R7.not_ready", "R15.no_declaration", "R16.no_register", "R41.no_briefing"):
        enrolled.mark(SIAN)


@pytest.mark.parametrize("day", [FIRST_DAY - timedelta(days=1), DAY_AFTER])
def test_R17_a_mark_is_seen_on_a_day_of_the_course(running, day):
    with refused(running.at("12:20", day), "R17.outside_course", "R15.no_declaration", "R16.no_register"):
        running.mark(SIAN)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"expires": FIRST_DAY - timedelta(days=1)}, "R13.expires"),
        ({"authorised_from": LAST_DAY}, "R13.not_yet"),
        ({"authorisation_ref": ""}, "R13.none"),
        ({"programme": "CALM PI"}, "R13.programme"),
    ],
)
def test_R13_who_marks_is_authorised_on_the_day_observed(running, changes, code):
    running.do(enter_instructor, instructor(**changes))
    with refused(running, code):
        running.mark(SIAN)
    running.desk.marking_as = CO
    running.mark(SIAN)


def test_R13_authorisation_on_the_day_observed_is_enough(running):
    running.do(enter_instructor, instructor(expires=FIRST_DAY))
    running.mark(SIAN)
    assert running.at("18:00", LAST_DAY).mark(SIAN, "H1", observed_at=at("12:30")).number == 1


def test_R13_grace_lets_one_assist_but_not_assess(running):
    running.set_numbers(instructor_grace_months=4)
    running.do(enter_instructor, instructor(expires=FIRST_DAY - timedelta(days=10)))
    with refused(running, "R13.expires"):
        running.mark(SIAN)


def test_R13_who_marks_is_authorised_for_the_tier_of_the_technique(drafted):
    run_at_high_tier(drafted)
    drafted.do(enter_instructor, instructor(highest_tier=Tier.MEDIUM))
    with refused(drafted, "R13.tier"):
        drafted.mark(SIAN, "W9")
    drafted.mark(SIAN, "H1")
    drafted.mark(SIAN, "core")


def test_R13_nobody_marks_themselves(running):
    running.do(
        enter_instructor, instructor(id=CO, name="S. Bowen", number="2244", staff_no=running.person(SIAN).staff_no)
    )
    running.desk.marking_as = CO
    with refused(running, "R13.themselves"):
        running.mark(SIAN)
    with refused(running, "R13.themselves"):
        running.do(record_knowledge, running.place(SIAN), KNOWN)
    running.mark(ZANETA)
