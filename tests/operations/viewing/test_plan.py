"""The plan as its step shows it: times that flow, figures with their floors, who delivers, head office (R5, R12 to R14, R34, R47)."""

from dataclasses import replace
from datetime import date, time

from calm_instructor.domain.course import BlockKind, ModelPart
from calm_instructor.messages.lamps import Lamp
from calm_instructor.operations.arranging import change_block, set_minutes
from calm_instructor.operations.planning import enter_course, give_minutes, make_ready, note_told
from calm_instructor.operations.preparing import enter_instructor
from calm_instructor.operations.viewing.plan import CoursePlan, plan_of, reasons_wanted
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, instructor
from tests.operations.a_course import AGREED_ON, CO, COURSE, SIAN, ACourse


def plan(a: ACourse) -> CoursePlan:
    return a.desk.read(plan_of, COURSE, a.now)


def test_times_flow_from_the_beginning_of_each_day(enrolled):
    first, second = plan(enrolled).days
    assert [each.starts for each in first.blocks[:4]] == [time(9), time(9, 15), time(10), time(10, 30)]
    assert (first.ends, second.ends) == (time(13, 30), time(12, 30))
    assert [first.session.on, second.session.on] == [FIRST_DAY, LAST_DAY]


def test_a_pinned_block_that_is_pushed_past_its_time_says_so(enrolled):
    block = plan(enrolled).blocks[2].block
    enrolled.do(change_block, replace(block, pinned=time(10, 30)))
    pinned = plan(enrolled).blocks[2]
    assert (pinned.starts, pinned.late) == (time(10, 30), False)
    enrolled.do(set_minutes, plan(enrolled).blocks[1].block.id, 120)
    pinned = plan(enrolled).blocks[2]
    assert (pinned.starts, pinned.late) == (time(11, 15), True)


def test_R5_R35_R47_the_figures(enrolled):
    figures = plan(enrolled).figures
    assert (figures.practice, figures.floor, figures.example) == (50 * 60, 12 * 60, 383)
    assert figures.attempt == 150 * 60 * 2 // 9
    assert (figures.demonstration, figures.not_demonstrated) == (600, ())
    assert dict(figures.by_kind)[BlockKind.PRACTICE] == 150
    assert dict(figures.by_part)[ModelPart.RECOVERY] == 30
    assert (figures.taught, figures.total) == (255 + 210, 255 + 210 + 15)


def test_R12_the_ratio_with_its_lamp(enrolled):
    assert (plan(enrolled).figures.ratio, plan(enrolled).figures.ratio_lamp) == (
        "1 instructor to 2, limit 15",
        Lamp.OK,
    )
    enrolled.set_numbers(ratio_warn=1, ratio_block=2)
    assert plan(enrolled).figures.ratio_lamp is Lamp.WARN
    enrolled.do(enter_course, replace(enrolled.course, co_instructors=()))
    assert plan(enrolled).figures.ratio_lamp is Lamp.STOP


def test_R12_before_anybody_is_enrolled_there_is_no_ratio(agreed):
    assert plan(agreed).figures.ratio_lamp is Lamp.TODO
    assert plan(agreed).days == ()
    assert plan(agreed).figures.attempt is None


def test_R13_R14_the_papers_of_who_delivers(enrolled):
    lead, co = plan(enrolled).instructors
    assert (lead.lamp, co.lamp, co.role) == (Lamp.OK, Lamp.OK, "Co-instructor")
    enrolled.do(enter_instructor, instructor(first_aid_expires=None))
    assert plan(enrolled).instructors[0].lamp is Lamp.WARN
    enrolled.do(enter_instructor, instructor(expires=FIRST_DAY))
    lead = plan(enrolled).instructors[0]
    assert (lead.lamp, lead.words.startswith("is authorised until")) == (Lamp.STOP, True)
    jean = instructor(id=CO, name="Jean Macdonald", number="2244", staff_no="0533", expires=FIRST_DAY)
    enrolled.do(enter_instructor, jean)
    assert plan(enrolled).instructors[1].lamp is Lamp.WARN


def test_R34_head_office(enrolled):
    assert (plan(enrolled).notice, plan(enrolled).notice_lamp) == ("Not told yet; due 27 Oct 2026", Lamp.TODO)
    assert plan(enrolled.at("09:00", date(2026, 11, 10))).notice_lamp is Lamp.WARN
    enrolled.do(note_told, COURSE, AGREED_ON)
    assert (plan(enrolled).notice, plan(enrolled).notice_lamp) == ("Told on 20 Oct 2026", Lamp.OK)


def test_what_ready_asks_is_told_while_it_is_planned(enrolled):
    enrolled.set_numbers(practice_floor_minutes=60)
    seen = plan(enrolled)
    assert (seen.stops, reasons_wanted(seen)) == ((), 1)
    enrolled.do(make_ready, COURSE, reasons={"R5.too_little": "All have done it before"})
    assert plan(enrolled).objections == ()


def test_R7_it_may_change_until_the_first_mark(running):
    assert plan(running).may_change
    running.mark(SIAN)
    seen = plan(running)
    assert (seen.may_change, seen.is_open) == (False, True)


def test_R51_minutes_given_count_once_they_are_known(running):
    block = plan(running).blocks[4].block
    running.do(give_minutes, {block.id: 60})
    assert plan(running).figures.practice == 40 * 60


def test_a_closed_course_only_shows(closed):
    seen = plan(closed)
    assert (seen.may_change, seen.is_open) == (False, False)
    assert seen.types
