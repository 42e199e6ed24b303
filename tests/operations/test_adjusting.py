"""R15, R44: what the instructor must do for somebody: what a day's declaration says, and what holds on the whole course."""

import pytest

from calm_instructor.domain.attendance import Fitness, FitnessStatus
from calm_instructor.operations.registering import declare_fitness
from tests.domain.people_and_things import FIRST_DAY
from tests.operations.a_course import SIAN, refused

FIT, ADJUSTED, NOT_FIT = FitnessStatus


@pytest.mark.parametrize("said", [{}, {"adjustment": " \n"}, {"limit": "hair, seated only"}])
def test_R15_fit_with_adjustment_says_what_the_instructor_must_do(ready, said):
    with refused(ready, "R15.no_adjustment"):
        ready.do(declare_fitness, ready.place(SIAN), FIRST_DAY, ADJUSTED, **said)
    assert ready.all(Fitness) == ()


@pytest.mark.parametrize("status", [FIT, NOT_FIT])
def test_R15_nothing_more_than_the_word_is_kept_of_who_is_fit_or_not_fit(ready, status):
    entry = ready.do(declare_fitness, ready.place(SIAN), FIRST_DAY, status, adjustment="Because", limit="hair")
    assert (entry.status, entry.adjustment, entry.limit) == (status, "", "")


def test_R15_what_must_be_done_is_kept_without_the_room_around_it(ready):
    entry = ready.do(declare_fitness, ready.place(SIAN), FIRST_DAY, ADJUSTED, adjustment=" Chair\n", limit=" hair ")
    assert (entry.adjustment, entry.limit) == ("Chair", "hair")
