"""Attempts: numbered, appended, never overwritten; which one counts, how many tries were used (R18, R19)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.assessment import (
    AttemptState,
    CriterionMark,
    Met,
    Outcome,
    next_number,
    standing,
    tries_used,
)
from tests.domain.courses_and_marks import attempt, cell, knowledge
from tests.domain.people_and_things import at


@pytest.mark.parametrize(
    ("marks", "counts", "tries", "following"),
    [
        ("", None, 0, 1),
        ("C", "C", 1, 2),
        ("N C", "C", 2, 3),
        ("N N", "N", 2, 3),
        ("-", "-", 0, 2),
        ("- C", "C", 1, 3),
        ("~C", None, 0, 1),
        ("N ~C", "N", 1, 2),
        ("~N N ~C", "N", 1, 3),
        ("xC", None, 0, 1),
        ("C xN", "C", 1, 2),
    ],
)
def test_R18_R19_what_stands_in_a_cell_and_what_it_used_up(marks, counts, tries, following):
    entries = cell(marks)
    stands = standing(entries)
    letters = {Outcome.COMPETENT: "C", Outcome.NOT_YET: "N", Outcome.NOT_ASSESSED: "-"}
    assert (letters[stands.outcome] if stands else None) == counts
    assert tries_used(entries) == tries
    assert next_number(entries) == following


def test_R18_a_correction_stands_in_the_place_of_what_it_corrects():
    """The first try was competent by mistake and is corrected; the second try still counts."""
    corrected, second = cell("xC C")
    correction = attempt("N", 1, corrects=corrected.id, correction_reason="Wrong line.", recorded_at=at("18:00"))
    assert standing((corrected, second, correction)) is second
    assert tries_used((corrected, second, correction)) == 2


def test_R18_numbers_decide_what_stands_and_not_the_clock():
    """The laptop's clock was set back between two tries."""
    first, second = attempt("N", 1, recorded_at=at("15:00")), attempt("C", 2, recorded_at=at("11:00"))
    assert standing((first, second)) is second


@pytest.mark.parametrize(
    ("mark", "changes", "owes"),
    [
        ("N", {"feedback": ""}, True),
        ("N", {"feedback": "  "}, True),
        ("N", {"feedback": "Slow down."}, False),
        ("N", {"feedback": "", "criteria": (CriterionMark(code="A9", met=Met.NOT_MET),)}, False),
        ("N", {"feedback": "", "criteria": (CriterionMark(code="A9", met=Met.MET),)}, True),
        ("~N", {"feedback": ""}, False),
        ("xN", {"feedback": ""}, False),
        ("C", {}, False),
        ("-", {}, False),
    ],
)
def test_R19_a_not_yet_stands_at_once_and_owes_feedback(mark, changes, owes):
    assert attempt(mark, **changes).owes_feedback is owes


@pytest.mark.parametrize(("met", "result"), [("K1 K2", True), ("K1 K2 K3", True), ("K1", False), ("", False)])
def test_knowledge_is_met_when_everything_asked_is(met, result):
    assert knowledge(met).is_met is result


def test_a_check_that_asked_nothing_proves_nothing():
    assert knowledge("", asked=()).is_met is False


MARKS = st.lists(
    st.tuples(st.sampled_from("CN-"), st.sampled_from(["", "", "~", "x"])).map(lambda mark: mark[1] + mark[0]),
    max_size=7,
).map(lambda marks: cell(" ".join(marks)))


@given(MARKS, st.randoms())
def test_R18_the_order_in_which_entries_are_handed_over_does_not_matter(marks, chance):
    shuffled = list(marks)
    chance.shuffle(shuffled)
    assert standing(shuffled) == standing(marks)
    assert tries_used(shuffled) == tries_used(marks)
    assert next_number(shuffled) == next_number(marks)


@given(MARKS, st.data())
def test_R18_a_mark_taken_back_uses_up_no_try_and_changes_nothing_that_stood_before(marks, data):
    taken_back = [attempt(f"~{letter}", len(marks) + 1) for letter in data.draw(st.text("CN-", max_size=3))]
    assert tries_used((*marks, *taken_back)) == tries_used(marks)
    assert standing((*marks, *taken_back)) == standing(marks)


@given(MARKS)
def test_R18_the_next_number_is_free_among_the_entries_that_stand(marks):
    stand = [each.number for each in marks if each.state is AttemptState.VALID]
    assert next_number(marks) not in stand
    assert next_number(marks) > max(stand, default=0)


@given(MARKS, st.sampled_from("CN"))
def test_R18_the_next_try_is_the_one_that_counts(marks, mark):
    following = attempt(mark, next_number(marks))
    assert standing((*marks, following)) == following
