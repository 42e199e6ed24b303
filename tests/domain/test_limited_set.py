"""What may be chosen for a set at all (R3, R24)."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.course import NotTaught
from calm_instructor.domain.limited_set import (
    SetChange,
    as_taught,
    bared_objections,
    choosable,
    choosing_objections,
    frozen_objections,
    set_objections,
    shown_set,
    standing,
    standing_at,
    taught_codes,
)
from calm_instructor.domain.needs import NeedsAnalysis
from calm_instructor.messages import sentence
from tests.domain.courses_and_marks import course, taught
from tests.domain.people_and_things import (
    FIRST_DAY,
    NUMBERS,
    analysis,
    at,
    catalogue,
    codes,
    risk,
    selection,
    technique,
    tna,
)

W1 = technique("GEN-W1", "wrist")
H1 = technique("GEN-H1", "hair")
BOTH = technique("GEN-B1", "hair", "wrist")
GONE = technique("GEN-W2", "wrist", withdrawn_on=date(2026, 6, 1))
HOLDS = ("wrist", "hair", "sleeve", "arm")


def test_R3_what_addresses_a_current_risk_may_be_chosen():
    listed = catalogue(W1, H1, BOTH)
    assert choosable(analysis((risk(1, "wrist"), risk(2, "arm"))), listed) == {"GEN-W1", "GEN-B1"}
    ended = analysis((risk(1, "wrist", current=False), risk(2, "hair")))
    assert choosable(ended, listed) == {"GEN-H1", "GEN-B1"}
    assert choosable(NeedsAnalysis(tna=tna()), listed) == frozenset()


def test_R3_R24_what_may_not_be_chosen_is_said_with_the_reason():
    own = analysis((risk(1, "wrist"),))
    assert list(choosing_objections(own, W1)) == []
    assert codes(choosing_objections(own, H1)) == ["R3.no_current_risk_met"]
    assert codes(choosing_objections(own, GONE)) == ["R24.withdrawn"]
    assert codes(choosing_objections(own, replace(GONE, holds=("hair",)))) == [
        "R24.withdrawn",
        "R3.no_current_risk_met",
    ]
    assert all("GEN-H1" in sentence(each) and own.tna.title in sentence(each) for each in choosing_objections(own, H1))


holds_of = st.lists(st.sampled_from(HOLDS), min_size=1, max_size=3, unique=True)


@given(
    risks=st.lists(st.tuples(st.sampled_from(HOLDS), st.booleans()), max_size=5),
    techniques=st.lists(st.tuples(holds_of, st.booleans()), max_size=6),
)
def test_R3_choosable_is_just_what_nothing_is_said_against(risks, techniques):
    own = NeedsAnalysis(
        tna=tna(), risks=tuple(risk(number, hold, current=is_now) for number, (hold, is_now) in enumerate(risks, 1))
    )
    listed = catalogue(
        *(
            technique(f"T{number}", *holds, withdrawn_on=date(2026, 6, 1) if is_gone else None)
            for number, (holds, is_gone) in enumerate(techniques)
        )
    )
    may = choosable(own, listed)
    current = {hold for hold, is_now in risks if is_now}
    assert may == {f"T{n}" for n, (holds, is_gone) in enumerate(techniques) if not is_gone and current & set(holds)}


# ── what a course teaches of the choice ─────────────────────────────────────────────────────────────────────────────

CHOSEN = ("GEN-W1", "GEN-H1", "GEN-S1")


def chosen_of(*codes: str):
    risks = tuple(risk(number, f"hold {number}") for number in range(1, len(codes) + 1))
    return analysis(risks, tuple(selection(code, number, position=number) for number, code in enumerate(codes, 1)))


@given(st.permutations(CHOSEN), st.sets(st.sampled_from([*CHOSEN, "GEN-X9"])), st.integers(0, 3))
def test_R3_a_course_teaches_the_choice_less_what_it_leaves_out_whatever_its_order(order, out, named_of_it):
    own = chosen_of(*CHOSEN)
    here = course(
        not_taught=tuple(NotTaught(technique=code, reason="Not here") for code in sorted(out)),
        set_order=tuple(order[:named_of_it]),
    )
    codes_taught = taught_codes(own, here)
    assert set(codes_taught) == set(CHOSEN) - out
    named_first = [code for code in order[:named_of_it] if code not in out]
    assert list(codes_taught) == [
        *named_first,
        *(code for code in CHOSEN if code not in out and code not in named_first),
    ]
    assert {each.technique for each in as_taught(own, here).left_out} == set(CHOSEN) & out
    assert as_taught(own, here).risks == own.risks


def test_R6_only_what_the_course_itself_leaves_uncovered_is_its_own():
    own = analysis((risk(1), risk(2, "hair"), risk(3, "arm")), (selection("GEN-W1", 1), selection("GEN-H1", 2)))
    here = course(not_taught=(NotTaught(technique="GEN-H1", reason="Not here"),))
    assert [(no.code, no.facts["number"]) for no in bared_objections(own, here)] == [("R6.uncovered_here", 2)]
    asked = set_objections(here, own, catalogue(W1, H1), "Somebody", FIRST_DAY, NUMBERS)
    assert [(no.code, no.facts["number"]) for no in asked if no.rule == "R6" and "number" in no.facts] == [
        ("R6.uncovered_here", 2),
        ("R6.uncovered", 3),
    ]


def test_R7_the_set_at_a_moment_holds_what_left_it_later():
    rows = (
        taught("GEN-W1", position=1),
        replace(taught("GEN-H1", position=2), taken_out_at=at("12:00"), taken_out_reason="Not here"),
        taught("GEN-S1", position=3),
    )
    assert [each.code for each in standing(reversed(rows))] == ["GEN-W1", "GEN-S1"]
    assert [each.code for each in standing_at(rows, at("11:59"))] == ["GEN-W1", "GEN-H1", "GEN-S1"]
    assert [each.code for each in standing_at(rows, at("12:00"))] == ["GEN-W1", "GEN-S1"]
    assert [each.code for each in shown_set(rows, {"GEN-H1"})] == ["GEN-W1", "GEN-H1", "GEN-S1"]
    assert [each.code for each in shown_set(rows, {"GEN-W1"})] == ["GEN-W1", "GEN-S1"]


def test_R7_a_frozen_set_asks_for_a_reason():
    assert codes(frozen_objections(course(), "GEN-W1", SetChange.TAKEN_OUT)) == []
    (asked,) = frozen_objections(course(set_frozen_at=at("12:00")), "GEN-W1", SetChange.TAKEN_OUT)
    assert (asked.code, asked.blocks) == ("R7.frozen", False)
    assert "GEN-W1: Taken out after the first mark" in sentence(asked)
