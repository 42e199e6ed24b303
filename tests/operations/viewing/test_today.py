"""Today: what it names at each stage of a course, and what waits beside it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from calm_instructor.messages.lamps import Lamp
from calm_instructor.operations.authorising import authorise
from calm_instructor.operations.looking_again import still_so
from calm_instructor.operations.opening import close_desk, open_desk
from calm_instructor.operations.revising import revise
from calm_instructor.operations.viewing.finding import Group, everything, found
from calm_instructor.operations.viewing.today import standing_of, today_of
from tests.domain.people_and_things import LEAD, SIGNED_IN_OCTOBER, at
from tests.operations.a_course import COURSE, TNA, Stage


def today(a, now: datetime | None = None):
    return a.desk.read(today_of, now or a.now, LEAD)


def test_a_new_store_asks_to_begin(tmp_path):
    desk = open_desk(tmp_path / "new", lambda: datetime(2026, 10, 1, 9).astimezone())
    seen = desk.read(today_of, desk.clock(), desk.marking_as)
    close_desk(desk)
    assert not seen.begun
    assert seen.next is None
    assert seen.own is None


def test_the_next_course_is_named_with_its_figures(course_at):
    seen = today(course_at(Stage.READY))
    assert seen.begun
    assert seen.next is not None
    assert seen.next.course == COURSE
    assert (seen.next.people, seen.next.eligible, seen.next.techniques) == (3, 3, 3)


def test_a_draft_waits_to_be_authorised(course_at):
    seen = today(course_at(Stage.DRAFTED))
    assert seen.next is None
    assert [(each.place.page, each.place.record) for each in seen.waiting] == [("tna", TNA)]


def test_a_closed_course_waits_to_be_sent_and_grows_urgent(course_at):
    a = course_at(Stage.CLOSED)
    fresh = today(a)
    late = today(a, a.now + timedelta(days=5))
    assert [each.place.step for each in fresh.waiting] == ["close"]
    assert [each.lamp for each in fresh.waiting] != [each.lamp for each in late.waiting]


@pytest.mark.parametrize(
    ("days", "counts"), [(0, (0, 0, 0, 0)), (300, (0, 0, 0, 3)), (330, (0, 0, 3, 3)), (400, (3, 0, 0, 0))]
)
def test_R22_whose_refresher_is_due_within_how_many_days(course_at, days, counts):
    a = course_at(Stage.CLOSED)
    seen = today(a, a.now + timedelta(days=days))
    assert tuple(each.people for each in seen.due) == counts


def test_whoever_worked_last_works_on(course_at, tmp_path):
    a = course_at(Stage.READY)
    folder = a.store.line.path.parent
    a.store.close()
    desk = open_desk(folder, lambda: a.now)
    assert desk.marking_as == LEAD
    close_desk(desk)


def test_accents_and_case_keep_nobody_from_being_found(course_at):
    things = course_at(Stage.READY).desk.read(everything)
    assert [each.title for each in found(things, "zaneta") if each.group is Group.PEOPLE] == ["Żaneta Wójcik"]
    assert [each.title for each in found(things, "EOGAN") if each.group is Group.PEOPLE] == ["Eoġan Ó Ruairc"]
    assert any(each.place.record == COURSE for each in found(things, "escape"))
    assert found(things, "no such thing anywhere") == ()


def test_everything_found_has_a_place(course_at):
    things = course_at(Stage.READY).desk.read(everything)
    assert {each.group for each in things} == set(Group)
    assert all(each.place.page for each in things)


@pytest.mark.parametrize(
    ("until", "lamp"),
    [
        (None, Lamp.STOP),
        (date(2026, 11, 17), Lamp.STOP),
        (date(2026, 11, 18), Lamp.WARN),
        (date(2027, 2, 16), Lamp.WARN),
        (date(2027, 2, 17), Lamp.OK),
    ],
)
def test_a_paper_of_one_s_own_is_to_be_renewed_within_ninety_days(until, lamp):
    assert standing_of(until, date(2026, 11, 18)) is lamp


# ── analyses that wait ──────────────────────────────────────────────────────────────────────────────────────────────


def test_R8_a_tna_that_has_run_out_says_what_to_do_and_who_rests_on_it(course_at):
    a = course_at(Stage.READY)
    seen = today(a, at("09:00", date(2027, 10, 6)))
    first = seen.waiting[0]
    assert (first.lamp, first.title) == (Lamp.STOP, "TNA-2217-26-003 revision 2 has run out")
    assert "since 5 Oct 2027. Begin the next revision. ET-2217-26-014 rests on it." in first.detail
    assert (first.place.page, first.place.record) == ("tna", TNA)


def test_R8_a_review_is_named_sixty_days_before_and_not_earlier(course_at):
    a = course_at(Stage.AUTHORISED)
    assert today(a, at("09:00", date(2027, 8, 5))).waiting == ()
    (line,) = today(a, at("09:00", date(2027, 8, 6))).waiting
    assert (line.lamp, line.title) == (Lamp.WARN, "Review of TNA-2217-26-003 revision 2 is due")
    assert line.detail == "By 5 Oct 2027. Begin the next revision."


def test_R8_a_review_that_is_begun_leads_to_the_draft_and_counts_what_is_to_be_looked_at(course_at):
    a = course_at(Stage.AUTHORISED).at("09:00", date(2027, 9, 1))
    draft = a.do(revise, TNA)
    due, waits = today(a).waiting
    assert (due.place.record, due.mend) == (draft.id, "Go on")
    assert "Revision 3 is begun" in due.detail
    assert waits.detail == f"{len(draft.carried)} things to look at again"


def test_R43_a_course_on_a_replaced_revision_is_named_until_it_has_begun(course_at):
    a = course_at(Stage.READY)
    draft = a.do(revise, TNA)
    a.do(still_so, draft.id, draft.carried)
    a.do(authorise, draft.id, replace(SIGNED_IN_OCTOBER, on=a.now.date()))
    (line,) = [each for each in today(a).waiting if each.place.page == "course"]
    assert line.title == "ET-2217-26-014 rests on TNA-2217-26-003 revision 2"
    assert (line.place.record, line.place.step) == (COURSE, "techniques")
    assert not [each for each in today(course_at(Stage.RUNNING)).waiting if each.place.page == "course"]
