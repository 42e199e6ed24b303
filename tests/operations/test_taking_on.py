"""A course moves to a newer revision of its TNA by an act of its own, and by nothing else (R7, R8, R40, R43)."""

from dataclasses import replace

import pytest

from calm_instructor.domain.course import CourseState, CourseTechnique, Instructor
from calm_instructor.domain.ids import TnaId
from calm_instructor.domain.needs import NoteAnswer, Risk, Selection
from calm_instructor.operations.analysing import answer_need, choose, draft_tna, leave_out, list_risk
from calm_instructor.operations.authorising import authorise
from calm_instructor.operations.limiting import agree_set, set_of
from calm_instructor.operations.planning import enter_course
from calm_instructor.operations.revising import revise
from calm_instructor.operations.signing import sign_off
from calm_instructor.operations.taking_on import later_revisions, move_to_revision, newest_revision
from calm_instructor.operations.varying import leave_out_of_set
from tests.domain.people_and_things import LAST_DAY, LEAD, SIGNED_IN_OCTOBER, named
from tests.operations.a_course import (
    AGREED_ON,
    COURSE,
    SIAN,
    SIGNS,
    TNA,
    ACourse,
    choice,
    draft,
    look_again,
    planned,
    refused,
    signed_anew,
)

HIGHER = {"higher_tier_reason": "Great strength", "tried_without_touch": "Waiting", "why_this_one": "It lasts"}


def stands(a: ACourse) -> list[str]:
    with a.store.reading() as view:
        return [each.code for each in set_of(view, COURSE)]


def row(a: ACourse, code: str) -> CourseTechnique:
    (found,) = a.all(CourseTechnique, course=COURSE, code=code)
    return found


def without_sleeves(a: ACourse, tna: TnaId) -> None:
    a.do(leave_out, tna, {"S1": "Sleeves are short now"})


def with_w9(a: ACourse, tna: TnaId) -> None:
    (wrist,) = a.all(Risk, tna=tna, hold="wrist")
    a.do(choose, tna, choice("W9", wrist.id, **HIGHER))


GONE_PAST = {"R6_uncovered": "Looked at in spring", "R6_over_taught": "For two rooms"}


def newer(a: ACourse) -> TnaId:
    """A revision that leaves S1 out and chooses W9."""
    return signed_anew(a, without_sleeves, with_w9, **GONE_PAST)


REASONS = {"R6.uncovered": "As the analysis says", "R6.over_taught": "As the analysis says"}


def test_R7_nothing_moves_by_itself_when_a_revision_is_signed(enrolled):
    course, rows = enrolled.course, enrolled.all(CourseTechnique)
    newer(enrolled)
    assert (enrolled.course, enrolled.all(CourseTechnique)) == (course, rows)


def test_R7_before_agreement_only_the_analysis_changes_and_what_was_left_out_stays_so(authorised):
    authorised.at("09:00", AGREED_ON).do(enter_course, planned())
    for code in ("S1", "H1"):
        authorised.do(leave_out_of_set, COURSE, code, "Not here")
    later = newer(authorised)
    authorised.do(move_to_revision, COURSE, later)
    assert authorised.course.tna == later
    assert [each.technique for each in authorised.course.not_taught] == ["H1"]
    assert authorised.all(CourseTechnique) == ()


def test_R7_an_agreed_set_is_pinned_anew_what_stays_keeps_its_place_in_the_records(enrolled):
    before = {each.code: each for each in enrolled.all(CourseTechnique)}
    later = newer(enrolled)
    enrolled.at("12:00", AGREED_ON).do(move_to_revision, COURSE, later, reasons=REASONS)
    assert stands(enrolled) == ["W1", "H1", "W9"]
    assert (row(enrolled, "W1").id, row(enrolled, "H1").id) == (before["W1"].id, before["H1"].id)
    out = row(enrolled, "S1")
    assert (out.id, out.taken_out_at) == (before["S1"].id, enrolled.now)
    assert out.taken_out_reason == "TNA-2217-26-003 revision 3 no longer names it."
    of_later = {each.id for each in enrolled.all(Risk, tna=later)}
    assert all(set(row(enrolled, code).risks) <= of_later for code in stands(enrolled))
    course = enrolled.course
    assert (course.tna, course.set_agreed_at, course.state) == (later, enrolled.now, CourseState.PLANNING)


def test_R7_after_the_first_mark_marks_and_what_they_were_made_under_stay(running):
    running.mark(SIAN, "S1")
    running.mark(SIAN, "W1", "N")
    marks, agreed = [*running.cell(SIAN, "S1"), *running.cell(SIAN, "W1")], running.course.set_agreed_at
    later = signed_anew(running, without_sleeves, **GONE_PAST)
    running.do(move_to_revision, COURSE, later, reasons=REASONS)
    assert stands(running) == ["W1", "H1"]
    assert [*running.cell(SIAN, "S1"), *running.cell(SIAN, "W1")] == marks
    assert (running.course.tna, running.course.state) == (later, CourseState.RUNNING)
    assert (running.course.set_agreed_at, running.course.set_frozen_at) == (agreed, marks[0].recorded_at)
    assert "R7.frozen" not in running.overrides()


def with_a1(a: ACourse, tna: TnaId) -> None:
    arm = a.do(list_risk, tna, "arm", "Arm held at the door")
    a.do(choose, tna, choice("A1", arm.id, note_answer=NoteAnswer.ACCEPTABLE, note_answer_text="Nobody is frail"))


def test_R7_what_the_revision_names_newly_comes_into_a_running_course(running):
    running.mark(SIAN, "W1")
    later = signed_anew(running, with_a1, R38_never_counted="Foreseen at the door")
    running.do(move_to_revision, COURSE, later)
    assert stands(running) == ["W1", "H1", "S1", "A1"]
    running.mark(SIAN, "A1")
    (seen,) = running.cell(SIAN, "A1")
    assert seen.technique == row(running, "A1").id


def test_R46_a_running_course_is_not_moved_to_a_revision_that_would_raise_its_tier(running):
    running.mark(SIAN, "W1")
    later = newer(running)
    with refused(running, "R46.tier_risen", *REASONS):
        running.do(move_to_revision, COURSE, later)


def test_R4_R6_what_agreeing_asks_is_asked_again(agreed):
    later = newer(agreed)
    with refused(agreed, "R6.over_taught", "R6.uncovered"):
        agreed.do(move_to_revision, COURSE, later)


def test_R8_a_revision_that_has_run_out_is_not_taken_on(agreed):
    later = signed_anew(agreed)
    agreed.set_numbers(tna_valid_months=1)
    with refused(agreed.at("09:00", LAST_DAY), "R8.run_out"):
        agreed.do(move_to_revision, COURSE, later)


@pytest.fixture(params=["entered", "agreed"])
def resting(authorised, request) -> ACourse:
    """A course on the first revision, before its set is agreed and after."""
    authorised.at("09:00", AGREED_ON).do(enter_course, planned())
    if request.param == "agreed":
        authorised.do(agree_set, COURSE)
    return authorised


def is_agreed(a: ACourse) -> bool:
    return a.course.set_agreed_at is not None


def test_R43_a_draft_is_not_taken_on(resting):
    begun = resting.do(revise, TNA).id
    with refused(resting, "R2.not_authorised"):
        resting.do(move_to_revision, COURSE, begun)


def test_R43_one_that_was_replaced_is_not_taken_on_and_the_newest_is(resting):
    second = signed_anew(resting)
    third = signed_anew(resting)
    with refused(resting, "R43.superseded"):
        resting.do(move_to_revision, COURSE, second)
    resting.do(move_to_revision, COURSE, third)
    assert resting.course.tna == third


def test_R43_one_that_the_lead_signed_is_not_taken_on(resting):
    draft = resting.do(revise, TNA).id
    look_again(resting.desk, draft)
    own = resting.get(Instructor, LEAD).name
    signed = replace(SIGNED_IN_OCTOBER, on=AGREED_ON, name=own)
    resting.do(authorise, draft, signed, reasons={"R43.is_instructor": "Nobody else is here"})
    with refused(resting, "R43.lead_authorised"):
        resting.do(move_to_revision, COURSE, draft)


def test_R40_one_without_a_need_is_not_taken_on_by_a_physical_course(resting):
    later = signed_anew(
        resting,
        lambda a, tna: a.do(leave_out, tna, dict.fromkeys(("W1", "H1", "S1"), "No hold continues")),
        lambda a, tna: a.do(answer_need, tna, False, "No hold continues."),
    )
    said = ["R2.nothing_chosen", "R40.no_need"] if is_agreed(resting) else ["R40.no_need"]
    with refused(resting, *said):
        resting.do(move_to_revision, COURSE, later)


def test_R7_only_a_later_revision_of_the_same_analysis_is_taken_on(agreed):
    other = TnaId(named("another service"))
    agreed.do(draft_tna, draft({"wrist": 9}, id=other, ref="TNA-9", revision_no=1, service="Birkhill"))
    with refused(agreed, *other_codes(agreed, other)):
        agreed.do(move_to_revision, COURSE, other)
    with refused(agreed, "R7.not_later"):
        agreed.do(move_to_revision, COURSE, TNA)


def other_codes(a: ACourse, other: TnaId) -> list[str]:
    assert not a.all(Selection, tna=other)
    return ["R2.no_current_risk", "R2.not_authorised", "R2.nothing_chosen", "R6.hold_unaccounted", "R7.not_later"]


def test_R7_R21_a_course_on_which_somebody_is_signed_off_stays_on_its_revision(to_sign):
    a = to_sign
    a.at("16:30", LAST_DAY).do(sign_off, a.place(SIAN), SIGNS)
    later = signed_anew(a)
    with refused(a, "R7.signed_under"):
        a.do(move_to_revision, COURSE, later)


def test_the_revisions_after_one_are_found_in_their_order_drafts_apart(authorised):
    second = signed_anew(authorised)
    third = signed_anew(authorised)
    authorised.do(revise, third)
    with authorised.store.reading() as view:
        assert [each.id for each in later_revisions(view, authorised.tna)] == [second, third]
        newest = newest_revision(view, authorised.tna)
        assert newest is not None
        assert newest.id == third
        assert newest_revision(view, newest) is None
