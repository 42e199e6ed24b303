"""The register: who came, when, fit or not, briefed or not; and what may be recorded later than it was seen (R15, R16, R41)."""

from dataclasses import replace
from datetime import date

import pytest

from calm_instructor.domain.attendance import Attendance, Enrolment, Fitness, FitnessStatus, MadeGood, Part, Presence
from calm_instructor.domain.course import Briefing, CourseState
from calm_instructor.domain.errors import CalmError
from calm_instructor.domain.ids import CourseId, SessionId
from calm_instructor.domain.sign_off import TraineeSignature
from calm_instructor.operations.enrolling import give_up_place
from calm_instructor.operations.planning import enter_course, lay_out
from calm_instructor.operations.registering import (
    attendance_in,
    declare_fit_together,
    declare_fitness,
    fitness_on,
    give_briefing,
    make_good,
    record_attendance,
    see_all_here,
    walk_in,
)
from calm_instructor.operations.signing import TraineeSigns, sign_off, withdraw
from tests.domain.courses_and_marks import plan, session
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, LEAD, at, named
from tests.operations.a_course import AGREED_ON, CO, EOGHAN, NGOC, SIAN, SIGNS, ZANETA, days, person, planned, refused

MORNING = days()[0][1]
LAW = MORNING[1].id  # everyone must attend it, from 9:15 to 10:00
RECOVERY = days()[1][1][3].id


def test_R16_taught_minutes_are_counted_without_breaks(ready):
    entry = ready.at("09:00").do(record_attendance, ready.place(SIAN), ready.session(1), Presence.PRESENT)
    assert ready.attendance(SIAN, 1) == entry
    assert (entry.minutes, entry.missed, entry.arrived_at, entry.left_at) == (255, (), None, None)


@pytest.mark.parametrize(
    ("presence", "times", "minutes", "missed"),
    [
        (Presence.LATE, {"arrived_at": at("09:10")}, 245, ()),
        (Presence.LATE, {"arrived_at": at("09:45")}, 210, (LAW,)),
        (Presence.LATE, {"arrived_at": at("10:35")}, 165, (LAW,)),  # in the break
        (Presence.LEFT_EARLY, {"left_at": at("10:30")}, 90, ()),
        (Presence.LEFT_EARLY, {"arrived_at": at("09:10"), "left_at": at("09:20")}, 10, (LAW,)),
        (Presence.ABSENT, {}, 0, (LAW,)),
    ],
)
def test_R16_R41_what_is_missed_is_worked_out_from_the_plan(ready, presence, times, minutes, missed):
    entry = ready.at("13:00").do(record_attendance, ready.place(SIAN), ready.session(1), presence, **times)
    assert (entry.minutes, entry.missed) == (minutes, missed)
    assert ready.attendance(SIAN, 1) == entry


def test_R16_R41_who_was_late_and_goes_early_keeps_both_times(ready):
    a = ready.at("09:45")
    late = a.do(record_attendance, a.place(SIAN), a.session(1), Presence.LATE)
    gone = a.at("10:30").do(record_attendance, a.place(SIAN), a.session(1), Presence.LEFT_EARLY)
    assert (gone.arrived_at, gone.left_at, gone.missed) == (at("09:45"), at("10:30"), (LAW,))
    assert gone.minutes < late.minutes
    here = a.do(record_attendance, a.place(SIAN), a.session(1), Presence.PRESENT)
    assert (here.arrived_at, here.left_at, here.missed) == (None, None, ())


def test_R16_R41_each_day_is_seen_and_briefed_on_itself(ready):
    with refused(ready.at("09:00", LAST_DAY), "R16.other_day"):
        ready.do(see_all_here, ready.session(1))
    with refused(ready, "R41.other_day"):
        ready.do(give_briefing, ready.session(1), at("09:00", LAST_DAY))


@pytest.mark.parametrize(
    ("presence", "field", "minutes"), [(Presence.LATE, "arrived_at", 225), (Presence.LEFT_EARLY, "left_at", 30)]
)
def test_R16_late_or_gone_without_a_time_is_now(ready, presence, field, minutes):
    entry = ready.at("09:30").do(record_attendance, ready.place(SIAN), ready.session(1), presence)
    assert getattr(entry, field) == at("09:30")
    assert entry.minutes == minutes


def test_R16_an_entry_is_corrected_in_its_place_and_keeps_what_was_made_good(ready):
    first = ready.at("09:30").do(record_attendance, ready.place(SIAN), ready.session(1), Presence.ABSENT)
    good = MadeGood(minutes=45, on=LAST_DAY, content="Law and prevention", by="Jean Macdonald", blocks=(LAW,))
    ready.do(make_good, first.id, good)
    ready.do(record_attendance, ready.place(SIAN), ready.session(1), Presence.LATE)
    entry = ready.attendance(SIAN, 1)
    assert (entry.id, entry.made_good, entry.minutes, entry.minutes_in_all) == (first.id, (good,), 225, 270)
    assert entry.still_missed == frozenset()


def test_R16_a_register_is_of_its_own_course(ready):
    strange = planned(id=CourseId(named("another course")), ref="ET-2")
    ready.do(enter_course, strange)
    held = replace(session(9), course=strange.id)
    ready.do(lay_out, strange.id, [(held, plan("theory 30", held))])
    with pytest.raises(CalmError) as said:
        ready.do(record_attendance, ready.place(SIAN), SessionId(held.id), Presence.PRESENT)
    assert said.value.code == "store.no_record"
    assert not ready.all(Attendance)


# ── all here ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_R16_before_the_start_everybody_whose_line_is_blank_is_here(ready):
    ready.do(give_up_place, ready.place(EOGHAN), "On leave")
    ready.at("08:50").do(record_attendance, ready.place(SIAN), ready.session(1), Presence.ABSENT)
    entries = ready.at("09:00").do(see_all_here, ready.session(1))
    assert {each.enrolment for each in entries} == {ready.place(ZANETA), ready.place(NGOC)}
    assert {(each.presence, each.minutes, each.arrived_at) for each in entries} == {(Presence.PRESENT, 255, None)}
    assert ready.attendance(SIAN, 1).presence is Presence.ABSENT
    with ready.store.reading() as view:
        assert attendance_in(view, ready.place(EOGHAN), ready.session(1)) is None


def test_R16_after_the_start_everybody_whose_line_is_blank_arrived_now(ready):
    entries = ready.at("09:20").do(see_all_here, ready.session(1))
    assert {(each.presence, each.minutes, each.arrived_at, each.missed) for each in entries} == {
        (Presence.LATE, 235, at("09:20"), (LAW,))
    }


def test_R16_a_paper_register_entered_in_the_evening_says_when_they_were_seen(ready):
    entries = ready.at("18:00").do(see_all_here, ready.session(1), seen_at=at("09:00"))
    assert {(each.presence, each.minutes) for each in entries} == {(Presence.PRESENT, 255)}


def test_R16_the_minute_of_the_start_is_not_late(ready):
    entries = ready.do(see_all_here, ready.session(1), seen_at=at("09:00:59"))
    assert {each.presence for each in entries} == {Presence.PRESENT}


def test_R16_seen_twice_changes_nothing(ready):
    ready.at("09:00").do(see_all_here, ready.session(1))
    head = ready.store.head()
    assert ready.at("11:00").do(see_all_here, ready.session(1)) == ()
    assert ready.store.head() == head


@pytest.mark.parametrize(("content", "by"), [("", "Jean Macdonald"), ("Law", "  ")])
def test_R16_what_is_made_good_says_what_and_by_whom(running, content, by):
    entry = running.attendance(SIAN, 1)
    with refused(running, "R16.minutes_missing"):
        running.do(make_good, entry.id, MadeGood(minutes=10, on=LAST_DAY, content=content, by=by))


# ── fitness and briefing ────────────────────────────────────────────────────────────────────────────────────────────


def test_R15_a_declaration_is_of_a_day_and_the_last_one_counts(ready):
    place = ready.place(SIAN)
    ready.at("08:50").do(declare_fitness, place, FIRST_DAY, FitnessStatus.FIT)
    later = ready.at("13:00").do(
        declare_fitness, place, FIRST_DAY, FitnessStatus.ADJUSTED, adjustment="Chair", limit="hair, seated only"
    )
    assert ready.get(Fitness, later.id) == Fitness(
        id=later.id,
        enrolment=place,
        on=FIRST_DAY,
        status=FitnessStatus.ADJUSTED,
        adjustment="Chair",
        limit="hair, seated only",
        declared_at=at("13:00"),
        recorded_by=LEAD,
    )
    assert len(ready.all(Fitness, enrolment=place)) == 2
    with ready.store.reading() as view:
        assert fitness_on(view, place, FIRST_DAY) == later
        assert fitness_on(view, place, LAST_DAY) is None


def test_R41_the_briefing_is_given_by_somebody_at_a_time_and_the_course_runs(ready):
    ready.desk.marking_as = CO
    given = ready.at("09:05").do(give_briefing, ready.session(1), at("09:02"))
    assert ready.get(Briefing, given.id) == Briefing(
        id=given.id, session=ready.session(1), given_by=CO, given_at=at("09:02")
    )
    assert ready.course.state is CourseState.RUNNING


def test_R41_a_briefing_of_a_course_still_planned_makes_nothing_ready(enrolled):
    enrolled.at("09:05").do(give_briefing, enrolled.session(1), at("09:00"))
    assert enrolled.course.state is CourseState.PLANNING


# ── what a sign-off rests on ────────────────────────────────────────────────────────────────────────────────────────


def test_R20_the_register_of_somebody_signed_off_stays_until_it_is_withdrawn(to_sign):
    a = to_sign.at("16:30", LAST_DAY)
    signed = a.do(sign_off, a.place(SIAN), SIGNS)
    with refused(a, "R20.signed_already"):
        a.do(record_attendance, a.place(SIAN), a.session(2), Presence.ABSENT)
    with refused(a, "R20.signed_already"):
        a.do(declare_fitness, a.place(SIAN), LAST_DAY, FitnessStatus.NOT_FIT)
    with refused(a, "R20.signed_already"):
        a.do(make_good, a.attendance(SIAN, 1).id, MadeGood(minutes=5, on=date(2026, 11, 25), content="Law", by="Jo"))
    a.do(record_attendance, a.place(ZANETA), a.session(2), Presence.ABSENT)
    a.do(withdraw, signed.id, "Wrong line")
    a.do(record_attendance, a.place(SIAN), a.session(2), Presence.ABSENT)
    assert a.attendance(SIAN, 2).missed == (RECOVERY,)


def test_R20_all_here_leaves_who_is_signed_off_alone(running):
    running.do(sign_off, running.place(SIAN), TraineeSigns(state=TraineeSignature.INK_LATER))
    entries = running.at("09:00", LAST_DAY).do(see_all_here, running.session(2))
    assert running.place(SIAN) not in {each.enrolment for each in entries}
    assert len(entries) == 3


# ── several at once, and somebody not expected ──────────────────────────────────────────────────────────────────────


def test_R15_several_say_themselves_that_they_are_fit_each_on_a_record_of_their_own(ready):
    a = ready.at("09:00")
    a.do(declare_fitness, a.place(ZANETA), FIRST_DAY, FitnessStatus.NOT_FIT)
    a.do(record_attendance, a.place(EOGHAN), a.session(1), Presence.ABSENT)
    a.do(see_all_here, a.session(1))
    everyone = [a.place(name) for name in (SIAN, ZANETA, EOGHAN, NGOC)]
    entries = a.at("09:05").do(declare_fit_together, a.session(1), everyone)
    (entry,) = entries
    assert (entry.enrolment, entry.on, entry.status) == (a.place(SIAN), FIRST_DAY, FitnessStatus.FIT)
    assert (entry.declared_at, entry.recorded_by) == (at("09:05"), LEAD)
    a.desk.undo()
    assert [each.status for each in a.all(Fitness)] == [FitnessStatus.NOT_FIT]


def test_R15_nobody_is_here_so_nothing_is_declared(ready):
    head = ready.store.head()
    assert ready.at("09:05").do(declare_fit_together, ready.session(1), [ready.place(SIAN)]) == ()
    assert ready.store.head() == head


def test_R15_several_declare_together_on_the_day_itself_only(ready):
    with refused(ready.at("09:00", LAST_DAY), "R15.other_day"):
        ready.do(declare_fit_together, ready.session(1), [ready.place(SIAN)])


def test_R15_whoever_is_signed_off_is_left_alone_by_a_declaration_of_several(to_sign):
    a = to_sign.at("16:30", LAST_DAY)
    a.do(sign_off, a.place(SIAN), SIGNS)
    assert a.do(declare_fit_together, a.session(2), [a.place(SIAN)]) == ()


def test_R16_somebody_walks_in_under_a_temporary_number_and_is_here_from_now(running):
    entry = running.at("09:20").do(walk_in, running.session(1), person("Mair", staff_no=""))
    mair = running.person("Mair")
    assert (mair.staff_no, mair.staff_no_is_temporary) == ("T-0001", True)
    assert running.attendance("Mair", 1) == entry
    assert (entry.presence, entry.arrived_at) == (Presence.LATE, at("09:20"))


def test_R1_who_walks_in_without_core_theory_comes_to_the_theory_part_only(running):
    mair = person("Mair", staff_no="", core_theory=None)
    with refused(running, "R1.no_date"):
        running.do(walk_in, running.session(1), mair)
    running.at("12:21").do(walk_in, running.session(1), mair, Part.THEORY)
    (place,) = running.all(Enrolment, person=mair.id)
    assert place.part is Part.THEORY


def test_R16_nobody_walks_in_on_another_day(running):
    with refused(running.at("12:20", LAST_DAY), "R16.other_day"):
        running.do(walk_in, running.session(1), person("Mair", staff_no=""))


def test_R15_once_a_day_is_over_its_word_stands(ready):
    a = ready.at("09:00", LAST_DAY)
    a.do(declare_fitness, a.place(SIAN), FIRST_DAY, FitnessStatus.FIT)
    with refused(a, "R15.day_over"):
        a.do(declare_fitness, a.place(SIAN), FIRST_DAY, FitnessStatus.NOT_FIT)
    a.do(declare_fitness, a.place(SIAN), LAST_DAY, FitnessStatus.NOT_FIT)
    a.do(declare_fitness, a.place(SIAN), LAST_DAY, FitnessStatus.FIT)
    assert [each.status for each in a.all(Fitness)] == [FitnessStatus.FIT, FitnessStatus.NOT_FIT, FitnessStatus.FIT]


def test_R16_nobody_is_here_on_a_day_or_at_an_hour_that_is_still_to_come(ready):
    with refused(ready.at("18:05", AGREED_ON), "R16.to_come"):
        ready.do(record_attendance, ready.place(SIAN), ready.session(1), Presence.PRESENT)
    with refused(ready, "R15.to_come"):
        ready.do(declare_fitness, ready.place(SIAN), FIRST_DAY, FitnessStatus.FIT)
    ready.do(record_attendance, ready.place(SIAN), ready.session(1), Presence.ABSENT)
    for late in ("16:59", "19:00"):
        with refused(ready.at("08:59"), "R16.not_come_yet"):
            ready.do(record_attendance, ready.place(ZANETA), ready.session(1), Presence.LATE, arrived_at=at(late))
    ready.do(record_attendance, ready.place(ZANETA), ready.session(1), Presence.LATE, arrived_at=at("09:05"))


def test_R16_what_paper_says_of_a_day_that_is_over_is_taken(running):
    running.at("18:00", LAST_DAY)
    running.do(record_attendance, running.place(SIAN), running.session(1), Presence.LATE, arrived_at=at("10:30"))
    with refused(running, "R16.not_come_yet"):
        running.do(record_attendance, running.place(SIAN), running.session(1), Presence.LATE, arrived_at=at("23:00"))
