"""R41: whoever came after the safety briefing and missed a part that everyone must attend is not marked before it is made good."""

import pytest

from calm_instructor.domain.attendance import FitnessStatus, MadeGood, Presence
from calm_instructor.domain.course import Block, Briefing
from calm_instructor.operations.registering import (
    declare_fitness,
    give_briefing,
    make_good,
    record_attendance,
    see_all_here,
)
from calm_instructor.operations.viewing.grid import grid_of
from tests.domain.people_and_things import FIRST_DAY, at
from tests.operations.a_course import COURSE, SIAN, ZANETA, ACourse, refused


@pytest.fixture
def late(ready) -> ACourse:
    """Siân comes at noon; everybody else was there for the briefing and for the law."""
    a = ready.at("09:00")
    a.do(see_all_here, a.session(1))
    for name in (SIAN, ZANETA):
        a.do(declare_fitness, a.place(name), FIRST_DAY, FitnessStatus.FIT)
    a.do(give_briefing, a.session(1), at("09:00"))
    a.at("12:00").do(record_attendance, a.place(SIAN), a.session(1), Presence.LATE)
    return a.at("12:20")


def law(a: ACourse) -> Block:
    return next(each for each in a.all(Block, session=a.session(1)) if each.must_attend)


def test_R41_no_mark_for_whoever_came_after_the_briefing_and_has_missed_it(late):
    with refused(late, "R41.unbriefed"):
        late.mark(SIAN)
    late.mark(ZANETA)
    with late.store.reading() as view:
        rows = {row.name: (row.why, row.mend) for row in grid_of(view, COURSE, late.now).rows}
    assert (rows[SIAN], rows[ZANETA]) == (("came after the safety briefing", "Make good"), ("", ""))


def test_R41_missed_content_made_good_on_record_opens_the_mat(late):
    entry = late.attendance(SIAN, 1).id
    late.do(make_good, entry, MadeGood(minutes=45, on=FIRST_DAY, content="Law", by="Jo", blocks=(law(late).id,)))
    late.mark(SIAN)


def test_R41_minutes_alone_made_good_do_not(late):
    late.do(make_good, late.attendance(SIAN, 1).id, MadeGood(minutes=45, on=FIRST_DAY, content="Talk", by="Jo"))
    with refused(late, "R41.unbriefed"):
        late.mark(SIAN)


def test_R41_a_briefing_given_again_after_they_came_opens_the_mat_from_then_on(late):
    late.do(give_briefing, late.session(1), at("12:10"))
    late.mark(SIAN)
    with refused(late, "R41.unbriefed"):
        late.mark(SIAN, "H1", observed_at=at("12:05"))


def test_R41_whoever_is_late_and_misses_nothing_of_it_is_marked(ready):
    a = ready.at("09:10")
    a.do(give_briefing, a.session(1), at("09:00"))
    a.do(record_attendance, a.place(SIAN), a.session(1), Presence.LATE)
    a.do(declare_fitness, a.place(SIAN), FIRST_DAY, FitnessStatus.FIT)
    a.at("12:20").mark(SIAN)


def test_R41_a_briefing_still_to_come_is_not_recorded(ready):
    with refused(ready.at("08:50"), "R41.to_come"):
        ready.do(give_briefing, ready.session(1), at("09:05"))
    assert ready.all(Briefing) == ()
