"""R15, R44: what the instructor must do for somebody: what a day's declaration says, and what holds on the whole course."""

import pytest

from calm_instructor.domain.attendance import Fitness, FitnessStatus
from calm_instructor.operations.enrolling import adjust
from calm_instructor.operations.gathering.blank_assessment import gather_blank_assessment
from calm_instructor.operations.gathering.sign_off_sheet import gather_sign_off_sheet
from calm_instructor.operations.registering import declare_fitness
from calm_instructor.operations.viewing.grid import grid_of
from calm_instructor.operations.viewing.register import register_of
from tests.domain.people_and_things import FIRST_DAY
from tests.operations.a_course import COURSE, NGOC, SIAN, refused

FIT, ADJUSTED, NOT_FIT = FitnessStatus


@pytest.mark.parametrize("said", [{}, {"adjustment": " \n"}, {"limit": "hair, seated only"}])
def test_R15_fit_with_adjustment_says_what_the_instructor_must_do(ready, said):
    with refused(ready.at("08:50"), "R15.no_adjustment"):
        ready.do(declare_fitness, ready.place(SIAN), FIRST_DAY, ADJUSTED, **said)
    assert ready.all(Fitness) == ()


@pytest.mark.parametrize("status", [FIT, NOT_FIT])
def test_R15_nothing_more_than_the_word_is_kept_of_who_is_fit_or_not_fit(ready, status):
    entry = ready.at("08:50").do(
        declare_fitness, ready.place(SIAN), FIRST_DAY, status, adjustment="Because", limit="hair"
    )
    assert (entry.status, entry.adjustment, entry.limit) == (status, "", "")


def test_R15_what_must_be_done_is_kept_without_the_room_around_it(ready):
    entry = ready.at("08:50").do(
        declare_fitness, ready.place(SIAN), FIRST_DAY, ADJUSTED, adjustment=" Chair\n", limit=" hair "
    )
    assert (entry.adjustment, entry.limit) == ("Chair", "hair")


def at_the_mat(a) -> dict[str, str]:
    with a.store.reading() as view:
        return {row.name: row.to_do for row in grid_of(view, COURSE, a.now).rows if row.to_do}


def at_the_door(a, who: str) -> str:
    with a.store.reading() as view:
        rows = register_of(view, COURSE, a.session(1), a.now).rows
    return next(row.must for row in rows if row.name == who)


def test_R15_R21_what_must_be_done_today_and_the_limit_stand_where_marks_are_made(running):
    running.at("12:25").do(
        declare_fitness, running.place(SIAN), FIRST_DAY, ADJUSTED, adjustment="Chair", limit="hair, seated only"
    )
    assert at_the_mat(running) == {SIAN: "Limit: hair, seated only · Chair"}


def test_R15_a_later_word_of_the_day_takes_it_off(running):
    running.at("12:25").do(declare_fitness, running.place(SIAN), FIRST_DAY, ADJUSTED, adjustment="Chair", limit="hair")
    running.at("12:30").do(declare_fitness, running.place(SIAN), FIRST_DAY, FIT)
    assert at_the_mat(running) == {}


def test_R44_what_holds_on_the_whole_course_stands_in_the_register_and_where_marks_are_made(running):
    running.at("12:25").do(adjust, running.place(SIAN), "Spoken for written")
    running.do(adjust, running.place(NGOC), "An interpreter")
    assert at_the_mat(running) == {SIAN: "Spoken for written"}
    assert at_the_door(running, SIAN) == "Spoken for written"
    assert at_the_door(running, NGOC).split(" · ")[0] == "An interpreter"


def test_R44_R15_what_holds_today_comes_before_what_always_holds_and_the_same_is_said_once(running):
    running.at("12:25").do(adjust, running.place(SIAN), "Chair")
    running.do(declare_fitness, running.place(SIAN), FIRST_DAY, ADJUSTED, adjustment="No kneeling")
    assert at_the_mat(running)[SIAN] == "No kneeling · Chair"
    assert at_the_door(running, SIAN) == "No kneeling · Chair"
    running.at("12:30").do(declare_fitness, running.place(SIAN), FIRST_DAY, ADJUSTED, adjustment="Chair")
    assert at_the_mat(running)[SIAN] == at_the_door(running, SIAN) == "Chair"


def test_R44_it_stands_on_the_sheet_the_instructor_marks_on_and_not_on_the_one_everybody_signs(running):
    running.do(adjust, running.place(SIAN), " Spoken for written ")
    with running.store.reading() as view:
        blank = gather_blank_assessment(view, COURSE, running.now)
        signed = gather_sign_off_sheet(view, COURSE, running.now)
    assert {each.name: each.to_do for each in blank.people if each.to_do} == {SIAN: "Spoken for written"}
    assert "Spoken" not in repr(signed)
