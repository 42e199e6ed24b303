"""What may be chosen for a set at all (R3, R24)."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.limited_set import choosable, choosing_objections
from calm_instructor.domain.needs import NeedsAnalysis
from calm_instructor.messages import sentence
from tests.domain.people_and_things import analysis, catalogue, codes, risk, technique, tna

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
