"""What may be marked, by whom, when, and what a mark needs (R7, R13, R17, R18, R19, R30, R44, R50)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.assessment import CriterionMark, Met, Outcome
from calm_instructor.domain.course import CourseState
from calm_instructor.domain.errors import Weight
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.observing import (
    assessor_objections,
    attempt_objections,
    criteria_objections,
    filling_objections,
    marking_objections,
    open_objections,
    taking_back_objections,
)
from tests.domain.courses_and_marks import CRITERIA, attempt, cell, course
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, NUMBERS, at, codes, instructor, person

WHO = "Siân Bowen"
A_DAY = timedelta(days=1)
MET, NOT_MET, NOT_APPLICABLE = Met


# ── R7, R17, R30: an agreed set, a course that is ready, a day within it ────────────────────────────────────────────


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (CourseState.PLANNING, []),
        (CourseState.READY, []),
        (CourseState.RUNNING, []),
        (CourseState.TO_SIGN, []),
        (CourseState.CLOSED, ["R30.closed"]),
        (CourseState.CANCELLED, ["R30.cancelled"]),
    ],
)
def test_R30_a_closed_course_is_read_only(state, said):
    assert codes(open_objections(course(state=state))) == said


def test_R30_the_moment_of_closing_is_told():
    closed = course(state=CourseState.CLOSED, closed_at=at("17:00"))
    assert [each.facts["at"] for each in open_objections(closed)] == [at("17:00")]
    (without,) = open_objections(course(state=CourseState.CLOSED))
    assert without.facts["at"] == LAST_DAY


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        ({"state": CourseState.PLANNING}, ["R7.not_ready"]),
        ({"set_agreed_at": None}, ["R7.not_agreed"]),
        ({"set_agreed_at": None, "state": CourseState.PLANNING}, ["R7.not_agreed"]),
        ({"state": CourseState.CLOSED}, ["R30.closed"]),
    ],
)
def test_R7_marks_are_made_on_an_agreed_set_in_a_ready_course(changes, said):
    assert codes(marking_objections(course(**changes), FIRST_DAY)) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (FIRST_DAY - A_DAY, ["R17.outside_course"]),
        (FIRST_DAY, []),
        (LAST_DAY, []),
        (LAST_DAY + A_DAY, ["R17.outside_course"]),
    ],
)
def test_R17_only_what_was_seen_on_a_day_of_the_course_counts(day, said):
    assert codes(marking_objections(course(), day)) == said


@pytest.mark.parametrize(
    ("assessor", "trainee", "said"),
    [
        (("Ruairidh MacLeod", "0417"), ("Siân Bowen", "4411"), []),
        (("Ruairidh MacLeod", "0417"), ("R. MacLeod", "0417"), ["R13.themselves"]),  # the same staff number
        (("Siân Bowen", "0417"), ("Siân Bowen", "4411"), []),  # two of one name
        (("Siân Bowen", ""), ("siân  bowen", "4411"), ["R13.themselves"]),
        (("Siân Bowen", "0417"), ("Siân Bowen", ""), ["R13.themselves"]),
        (("Ruairidh MacLeod", ""), ("Siân Bowen", ""), []),
    ],
)
def test_R13_no_one_assesses_themselves(assessor, trainee, said):
    judge = instructor(name=assessor[0], staff_no=assessor[1])
    assert codes(assessor_objections(judge, person(full_name=trainee[0], staff_no=trainee[1]))) == said


# ── R17, R44: every mandatory criterion, in one attempt ─────────────────────────────────────────────────────────────


def ticked(**marks: Met) -> tuple[CriterionMark, ...]:
    return tuple(CriterionMark(code=code, met=met) for code, met in marks.items())


@pytest.mark.parametrize(
    ("as_a_whole", "marks", "said"),
    [
        (True, {}, []),
        (False, {}, ["R17.not_ticked A1", "R17.not_ticked A9"]),
        (False, {"A1": MET, "A9": MET}, []),  # the optional one is left
        (False, {"A1": MET}, ["R17.not_ticked A9"]),
        (False, {"A1": MET, "A9": NOT_MET}, ["R17.not_met A9"]),
        (True, {"A9": NOT_MET}, ["R17.not_met A9"]),  # as a whole, and yet not
        (False, {"A1": MET, "A9": MET, "A12": NOT_MET}, []),
        (True, {"A9": NOT_APPLICABLE}, ["R44.mandatory A9"]),
        (True, {"A12": NOT_APPLICABLE}, ["R44.no_reason A12"]),
        (True, {"Z9": NOT_MET}, []),  # not asked here
    ],
)
def test_R17_competent_means_every_mandatory_criterion_met(as_a_whole, marks, said):
    seen = attempt("C", as_a_whole=as_a_whole, criteria=ticked(**marks))
    found = criteria_objections(seen, CRITERIA, WHO)
    assert [f"{each.code} {each.facts['criterion']}" for each in found] == said


def test_R17_a_prompt_leaves_the_first_criterion_unmet():
    assert codes(criteria_objections(attempt("C", prompted=True), CRITERIA, WHO)) == ["R17.prompted"]
    assert codes(criteria_objections(attempt("N", prompted=True), CRITERIA, WHO)) == []


@pytest.mark.parametrize("mark", ["N", "-"])
def test_R17_a_not_yet_asks_for_no_criteria(mark):
    assert codes(criteria_objections(attempt(mark, criteria=ticked(A9=NOT_MET)), CRITERIA, WHO)) == []


def test_R44_not_applicable_exists_for_optional_criteria_with_a_reason():
    timed = CriterionMark(code="A12", met=NOT_APPLICABLE, reason="No watch on the mat.")
    assert codes(criteria_objections(attempt("C", criteria=(timed,)), CRITERIA, WHO)) == []
    stop_word = CriterionMark(code="A9", met=NOT_APPLICABLE, reason="Was calm.")
    assert codes(criteria_objections(attempt("N", criteria=(stop_word,)), CRITERIA, WHO)) == ["R44.mandatory"]


@given(st.lists(st.sampled_from(Met), min_size=3, max_size=3), st.booleans(), st.booleans())
def test_R17_nothing_but_all_mandatory_met_is_competent(marks, as_a_whole, prompted):
    seen = attempt(
        "C",
        as_a_whole=as_a_whole,
        prompted=prompted,
        criteria=ticked(**dict(zip(("A1", "A9", "A12"), marks, strict=True))),
    )
    competent = not codes(each for each in criteria_objections(seen, CRITERIA, WHO) if each.code != "R44.no_reason")
    assert competent == (marks[:2] == [MET, MET] and not prompted)


# ── R18, R19: the next entry of a cell ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "mark", "said"),
    [
        ("", "C", []),
        ("N", "C", []),
        ("N", "N", []),
        ("N", "-", ["R18.not_yet_stands"]),  # seen is seen
        ("-", "N", []),
        ("-", "-", []),
        ("C", "N", ["R18.already_competent"]),
        ("C", "-", ["R18.already_competent"]),
        ("N C", "C", ["R18.already_competent"]),
        ("~C", "N", []),  # taken back, nothing stands
        ("N ~C", "C", []),
        ("N N", "C", []),
        ("N N N", "C", ["R19.tries_used"]),
        ("N N N", "-", ["R18.not_yet_stands"]),
        ("N N ~N", "C", []),  # a mark taken back uses up no try
        ("N N -", "C", []),
        ("N N xN N", "C", ["R19.tries_used"]),
    ],
)
def test_R18_R19_the_next_mark_of_a_cell(before, mark, said):
    marks = cell(before)
    found = attempt_objections(attempt(mark, len(marks) + 1), marks, WHO, "GEN-W1", NUMBERS)
    assert codes(found) == said


def test_R19_a_fourth_try_is_warned_of_and_the_number_is_a_setting():
    (said,) = attempt_objections(attempt("C", 4), cell("N N N"), WHO, "GEN-W1", NUMBERS)
    assert (said.weight, said.facts) == (Weight.WARN, {"technique": "GEN-W1", "tries": 3})
    assert (
        codes(attempt_objections(attempt("C", 4), cell("N N N"), WHO, "GEN-W1", Numbers(attempts_per_technique=4)))
        == []
    )


def test_R29_not_assessed_says_why():
    silent = attempt("-", not_assessed_reason=" ")
    assert codes(attempt_objections(silent, (), WHO, "GEN-W1", NUMBERS)) == ["R29.no_reason"]


@pytest.mark.parametrize(
    ("before", "corrected", "reason", "said"),
    [
        ("C", 0, "Wrong line.", []),
        ("C", 0, " ", ["R18.no_reason"]),
        ("N C", 0, "Wrong line.", []),  # an earlier one
        ("~C", 0, "Wrong line.", ["R18.not_standing"]),
        ("xC N", 0, "Wrong line.", ["R18.not_standing"]),
        ("N N N", 2, "Wrong line.", []),  # no further try
    ],
)
def test_R18_a_correction_is_a_new_entry_with_a_reason(before, corrected, reason, said):
    marks = cell(before)
    correction = attempt("N", marks[corrected].number, corrects=marks[corrected].id, correction_reason=reason)
    assert codes(attempt_objections(correction, marks, WHO, "GEN-W1", NUMBERS)) == said


# ── R18: taking back ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("marks", "which", "today", "said"),
    [
        ("C", 0, FIRST_DAY, []),
        ("N C", 1, FIRST_DAY, []),
        ("N C", 0, FIRST_DAY, ["R18.next_exists"]),
        ("N ~C", 0, FIRST_DAY, []),  # the later one was taken back itself
        ("~C", 0, FIRST_DAY, ["R18.not_standing"]),
        ("xC", 0, FIRST_DAY, ["R18.not_standing"]),
        ("C", 0, LAST_DAY, ["R18.day_over"]),
    ],
)
def test_R18_the_last_mark_is_taken_back_on_its_day(marks, which, today, said):
    entries = cell(marks)
    assert codes(taking_back_objections(entries[which], entries, WHO, today)) == said


def test_R18_a_correction_is_corrected_again_and_not_taken_back():
    (first,) = cell("xC")
    correction = attempt("N", 1, corrects=first.id, correction_reason="Wrong line.")
    assert codes(taking_back_objections(correction, (first, correction), WHO, FIRST_DAY)) == ["R18.is_correction"]


def test_R18_the_day_of_a_mark_is_the_day_it_was_recorded():
    """Paper of the first day, entered on the second, is taken back on the second."""
    (entered_late,) = (replace(mark, recorded_at=at("08:00", LAST_DAY)) for mark in cell("C"))
    assert codes(taking_back_objections(entered_late, (entered_late,), WHO, LAST_DAY)) == []
    assert codes(taking_back_objections(entered_late, (entered_late,), WHO, FIRST_DAY)) == ["R18.day_over"]


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome.NOT_ASSESSED, []),
        (Outcome.COMPETENT, ["R50.only_not_assessed"]),
        (Outcome.NOT_YET, ["R50.only_not_assessed"]),
    ],
)
def test_R50_several_cells_at_once_take_not_assessed_only(outcome, said):
    assert codes(filling_objections(outcome, 9)) == said


def test_marks_lie_within_the_days_of_a_course_of_one_day():
    short = course(starts_on=date(2026, 2, 28), ends_on=date(2026, 2, 28))
    assert codes(marking_objections(short, date(2026, 2, 28))) == []
    assert codes(marking_objections(short, date(2026, 3, 1))) == ["R17.outside_course"]
