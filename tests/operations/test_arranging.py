"""The plan by hand: blocks changed, added, moved and taken out; other days; cancelled and opened again (R7, R16, R30)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from calm_instructor.domain.attendance import Part, Presence
from calm_instructor.domain.course import Block, BlockKind, Course, CourseKind, CourseState, Instructor, Session, timed
from calm_instructor.domain.ids import BlockId, CourseId, PersonId
from calm_instructor.operations.arranging import (
    add_block,
    change_block,
    move_block,
    remove_block,
    set_day,
    set_minutes,
    set_start,
)
from calm_instructor.operations.planning import (
    all_blocks,
    answer_venue,
    blocks_of,
    cancel_course,
    lay_out,
    make_ready,
    reopen_course,
    sessions_of,
)
from calm_instructor.operations.registering import record_attendance
from calm_instructor.operations.scheduling import copy_course, lay_out_from_type, move_course
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, LEAD, named
from tests.operations.a_course import COURSE, NGOC, PHYSICAL, SIAN, ACourse, days, refused

BURNT = {"R30.cancelling": "The hall has burnt down"}
AGAIN = {"R30.reopening": "A mark was on the wrong line"}


def blocks(a: ACourse) -> tuple[Block, ...]:
    return all_blocks(a.store.reading(), COURSE)


def titles(a: ACourse) -> list[str]:
    return [each.title for each in blocks(a)]


def block_at(a: ACourse, number: int) -> Block:
    return blocks(a)[number]


def new_block(a: ACourse, session: int = 1) -> Block:
    own = replace(block_at(a, 1), id=BlockId(named("new")), title="Water", kind=BlockKind.BREAK, minutes=5)
    return replace(own, session=a.session(session))


CHANGES: dict[str, Callable[[ACourse], Any]] = {
    "minutes": lambda a: a.do(set_minutes, block_at(a, 1).id, 50),
    "title": lambda a: a.do(change_block, replace(block_at(a, 1), title="Prevention first")),
    "added": lambda a: a.do(add_block, new_block(a)),
    "moved": lambda a: a.do(move_block, block_at(a, 1).id, 1),
    "removed": lambda a: a.do(remove_block, block_at(a, 1).id),
    "start": lambda a: a.do(set_start, a.session(1), time(9, 30)),
    "a date": lambda a: a.do(set_day, a.session(2), LAST_DAY + timedelta(days=7)),
    "other days": lambda a: a.do(move_course, COURSE, FIRST_DAY + timedelta(days=7)),
    "type": lambda a: a.do(lay_out_from_type, COURSE, "initial_two_days"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_R7_ready_is_asked_again_after(ready, change):
    CHANGES[change](ready)
    assert ready.course.state is CourseState.PLANNING


@pytest.mark.parametrize("change", CHANGES)
def test_R7_nothing_of_it_after_the_first_mark(running, change):
    running.mark(SIAN)
    with refused(running, "R7.plan_frozen"):
        CHANGES[change](running)


def test_a_block_moves_within_its_day_and_on_to_the_next(enrolled):
    before = titles(enrolled)
    first = block_at(enrolled, 0)
    enrolled.do(move_block, first.id, 2)
    assert titles(enrolled)[:3] == [before[1], before[2], before[0]]
    enrolled.do(move_block, first.id, -2)
    assert titles(enrolled) == before
    enrolled.do(move_block, first.id, -1)
    assert titles(enrolled) == before
    last = blocks(enrolled)[-1]
    enrolled.do(move_block, last.id, 1)
    assert titles(enrolled) == before
    of_second = next(each for each in blocks(enrolled) if each.session == enrolled.session(2))
    enrolled.do(move_block, of_second.id, -1)
    assert titles(enrolled) == before
    assert enrolled.get(Block, of_second.id).session == enrolled.session(1)
    assert [each.position for each in blocks(enrolled) if each.session == enrolled.session(2)] == [1, 2, 3]


def test_a_block_is_added_after_another_or_at_the_end(enrolled):
    before = titles(enrolled)
    enrolled.do(add_block, new_block(enrolled), block_at(enrolled, 0).id)
    assert titles(enrolled) == [before[0], "Water", *before[1:]]
    enrolled.do(remove_block, BlockId(named("new")))
    assert titles(enrolled) == before


def test_a_block_keeps_its_place_whatever_a_change_says(enrolled):
    second = block_at(enrolled, 1)
    enrolled.do(change_block, replace(second, position=9, session=enrolled.session(2), title="Other"))
    assert block_at(enrolled, 1) == replace(second, title="Other")


def test_a_block_has_a_title_and_no_less_than_no_minutes(enrolled):
    block = block_at(enrolled, 1)
    with refused(enrolled, "block.no_title"):
        enrolled.do(change_block, replace(block, title=" "))
    with refused(enrolled, "block.no_minutes"):
        enrolled.do(set_minutes, block.id, -5)


def test_R16_minutes_attended_are_those_of_the_plan_as_it_stands(ready):
    a = ready.at("08:55")
    a.do(record_attendance, a.place(SIAN), a.session(1), Presence.PRESENT)
    before = a.attendance(SIAN, 1).minutes
    a.do(set_minutes, block_at(a, 1).id, block_at(a, 1).minutes + 20)
    assert a.attendance(SIAN, 1).minutes == before + 20


def test_the_days_of_a_course_move_together(enrolled):
    later = FIRST_DAY + timedelta(days=7)
    enrolled.do(move_course, COURSE, later)
    assert (enrolled.course.starts_on, enrolled.course.ends_on) == (later, LAST_DAY + timedelta(days=7))
    assert [each.on for each in sessions_of(enrolled.store.reading(), COURSE)] == [later, later + timedelta(days=1)]


# ── what can't be ───────────────────────────────────────────────────────────────────────────────────────────────────


def plan_of(a: ACourse) -> tuple[Course, tuple[Session, ...], tuple[Block, ...]]:
    return a.course, sessions_of(a.store.reading(), COURSE), blocks(a)


def test_a_day_is_held_on_another_date_and_the_course_lasts_from_its_first_day_to_its_last(enrolled):
    a_week_on = LAST_DAY + timedelta(days=7)
    enrolled.do(set_day, enrolled.session(2), a_week_on)
    assert (enrolled.course.starts_on, enrolled.course.ends_on) == (FIRST_DAY, a_week_on)
    assert [each.on for each in sessions_of(enrolled.store.reading(), COURSE)] == [FIRST_DAY, a_week_on]
    enrolled.do(set_day, enrolled.session(1), LAST_DAY)
    assert (enrolled.course.starts_on, enrolled.course.ends_on) == (LAST_DAY, a_week_on)
    enrolled.desk.undo()
    assert enrolled.course.starts_on == FIRST_DAY


@pytest.mark.parametrize(("number", "on"), [(1, LAST_DAY + timedelta(days=1)), (2, FIRST_DAY - timedelta(days=1))])
def test_a_day_is_not_held_before_an_earlier_one(enrolled, number, on):
    before = plan_of(enrolled)
    with refused(enrolled, "session.before_another"):
        enrolled.do(set_day, enrolled.session(number), on)
    assert plan_of(enrolled) == before


def test_two_sessions_of_one_date_follow_each_other(enrolled):
    before = plan_of(enrolled)
    with refused(enrolled, "session.overlaps"):
        enrolled.do(set_day, enrolled.session(2), FIRST_DAY)
    assert plan_of(enrolled) == before
    first, second = sessions_of(enrolled.store.reading(), COURSE)
    ends = timed(first, blocks(enrolled))[-1].ends
    enrolled.do(set_start, second.id, ends)
    enrolled.do(set_day, second.id, FIRST_DAY)
    assert enrolled.course.ends_on == FIRST_DAY
    for wanted, *args in (
        (set_minutes, block_at(enrolled, 0).id, block_at(enrolled, 0).minutes + 1),
        (set_start, second.id, time(9)),
        (set_start, first.id, time(9, 1)),
    ):
        with refused(enrolled, "session.overlaps"):
            enrolled.do(wanted, *args)
    assert timed(first, blocks(enrolled))[-1].ends == ends


@pytest.mark.parametrize("minutes", [25 * 60, 24 * 60])
def test_a_block_of_a_day_and_more_is_neither_added_nor_changed_to(enrolled, minutes):
    before = plan_of(enrolled)
    with refused(enrolled, "session.past_midnight"):
        enrolled.do(add_block, replace(new_block(enrolled), minutes=minutes))
    with refused(enrolled, "session.past_midnight"):
        enrolled.do(change_block, replace(block_at(enrolled, 1), minutes=minutes))
    assert plan_of(enrolled) == before


def test_a_plan_from_the_type_is_about_the_set(enrolled):
    enrolled.do(lay_out_from_type, COURSE, "initial_two_days")
    taught = {code for each in blocks(enrolled) for code in each.techniques}
    assert taught == {"W1", "H1", "S1"}
    assert len(enrolled.all(Session, course=COURSE)) == 2
    enrolled.do(make_ready, COURSE)


def test_the_venue_is_answered_question_by_question_even_after_the_first_mark(running):
    running.mark(SIAN)
    running.do(answer_venue, COURSE, "phone_signal", False)
    running.do(answer_venue, COURSE, "square_metres", 96)
    assert (running.course.venue_check.phone_signal, running.course.venue_check.square_metres) == (False, 96)
    assert running.course.state is CourseState.RUNNING


def test_R30_a_course_is_cancelled_with_a_reason_and_read_only_then(ready):
    with refused(ready, "R30.cancelling"):
        ready.do(cancel_course, COURSE)
    ready.do(cancel_course, COURSE, reasons=BURNT)
    assert ready.course.state is CourseState.CANCELLED
    assert ready.overrides()["R30.cancelling"].reason == "The hall has burnt down"
    with refused(ready, "R30.cancelled"):
        ready.do(set_minutes, block_at(ready, 1).id, 50)
    ready.do(reopen_course, COURSE, reasons=AGAIN)
    assert ready.course.state is CourseState.PLANNING


def test_R30_where_somebody_was_marked_it_is_not_cancelled(running):
    running.mark(SIAN)
    with refused(running, "R30.marked"):
        running.do(cancel_course, COURSE, reasons=BURNT)


def test_R30_a_closed_course_is_opened_again_with_a_reason(closed):
    with refused(closed, "R30.reopening"):
        closed.do(reopen_course, COURSE)
    closed.do(reopen_course, COURSE, reasons=AGAIN)
    course = closed.course
    assert (course.state, course.closed_at, course.closed_by) == (CourseState.TO_SIGN, None, None)
    assert closed.overrides()["R30.reopening"].by == closed.get(Instructor, LEAD).name
    with refused(closed, "R30.open_already"):
        closed.do(reopen_course, COURSE, reasons=AGAIN)


# ── planned after an earlier one ────────────────────────────────────────────────────────────────────────────────────


def test_R1_a_copy_takes_those_of_its_people_along_who_may_come(enrolled):
    (late,) = enrolled.take_in("Mair", core_theory=None)
    people = [PersonId(named(name)) for name in (*PHYSICAL, NGOC)]
    copy = replace(enrolled.course, id=CourseId(named("copy")), ref="ET-2217-26-015")
    placed = enrolled.do(copy_course, copy, "initial_two_days", [*people, late])
    assert [each.person for each in placed] == people[:3]
    assert enrolled.get(Course, copy.id).set_agreed_at is None
    assert all_blocks(enrolled.store.reading(), copy.id)


def test_R12_a_copy_places_as_many_as_are_good_practice(enrolled):
    enrolled.set_numbers(ratio_warn=1)
    people = [PersonId(named(name)) for name in PHYSICAL]
    copy = replace(enrolled.course, id=CourseId(named("copy")), ref="ET-2217-26-015")
    assert len(enrolled.do(copy_course, copy, "initial_two_days", people)) == 2


def test_R11_everyone_may_come_to_theory(enrolled):
    copy = replace(enrolled.course, id=CourseId(named("copy")), ref="ET-2217-26-015", kind=CourseKind.CORE_THEORY)
    placed = enrolled.do(copy_course, copy, "core_theory_one_day", [PersonId(named(NGOC))])
    assert [each.part for each in placed] == [Part.THEORY]


def test_R7_once_a_day_has_begun_only_how_long_a_block_lasts_changes_and_the_course_goes_on(ready):
    ready.at("09:00").is_open_for(*PHYSICAL)
    first, second = (blocks_of(ready.store.reading(), ready.get(Session, ready.session(n))) for n in (1, 2))
    for wish, *said in (
        (remove_block, first[0].id),
        (change_block, replace(first[0], title="Else")),
        (move_block, first[1].id, 1),
        (move_block, second[0].id, -1),
        (set_start, ready.session(1), time(10)),
    ):
        with refused(ready, "R7.day_begun"):
            ready.do(wish, *said)
    with refused(ready, "R7.day_begun"):
        ready.do(lay_out, COURSE, days())
    ready.do(set_minutes, first[0].id, first[0].minutes + 5)
    assert ready.course.state is CourseState.RUNNING
    ready.do(change_block, replace(second[0], title="Looking back"))
    assert ready.course.state is CourseState.PLANNING
