"""A limited set, each technique justified by a current risk (R3, R4, R6, R7, R24, R38, R39, R45)."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.errors import unanswered
from calm_instructor.domain.justification import (
    agreeing_objections,
    cap_objections,
    coverage_objections,
    ended_objections,
    over_taught,
    reason_objections,
    uncovered,
)
from calm_instructor.domain.needs import NeedsAnalysis, NotCarried, NoteAnswer
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.technique import Tier
from tests.domain.people_and_things import NUMBERS, analysis, audit, catalogue, codes, risk, selection, technique, tna

W1 = technique("GEN-W1", "wrist")
W2 = technique("GEN-W2", "wrist", "arm")
H1 = technique("GEN-H1", "hair", tier=Tier.MEDIUM)
N1 = technique("GEN-N1", "hair", "wrist", tier=Tier.HIGH)
TWO = technique("GEN-W7", "wrist", persons=2)
CATALOGUE = catalogue(W1, W2, H1, N1)


def reasons_for(choice, risks=(), techniques=CATALOGUE):
    return codes(reason_objections(analysis(risks or (risk(1), risk(2, "hair")), (choice,)), techniques))


# ── R3: at least one current risk, and two short answers ────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (selection("GEN-W1", 1), []),
        (selection("GEN-W1"), ["R3.no_current_risk"]),
        (selection("GEN-W1", 9), ["R3.no_current_risk"]),  # a risk of another analysis
        (selection("GEN-W1", 2), ["R3.other_hold"]),  # a wrist technique for hair
        (selection("GEN-W1", 1, tried_without_touch=" "), ["R3.no_reason"]),
        (selection("GEN-W1", 1, why_this_one=""), ["R3.no_reason"]),
        (selection("GEN-W1", 1, proposed=True), ["R3.not_confirmed"]),
        (selection("GEN-W1", 1, proposed=True, why_this_one=""), ["R3.no_reason"]),
        (selection("GEN-X9", 1), ["R3.not_in_catalogue"]),
    ],
)
def test_R3_a_technique_needs_a_current_risk_and_a_reason(choice, said):
    assert reasons_for(choice) == said


def test_R3_an_ended_risk_carries_nothing():
    assert reasons_for(selection("GEN-W1", 1), (risk(1, current=False),)) == ["R3.no_current_risk"]
    assert reasons_for(selection("GEN-W1", 1, 2), (risk(1), risk(2, "hair", current=False))) == []


def test_R24_a_withdrawn_technique_is_not_chosen():
    gone = catalogue(replace(W1, withdrawn_on=date(2026, 6, 1)))
    assert reasons_for(selection("GEN-W1", 1), techniques=gone) == ["R24.withdrawn"]


# ── R39: the lower way first ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("chosen", "others", "lower"),
    [
        (N1, (N1, W1), ["GEN-W1"]),  # a lower tier
        (W1, (N1, W1), None),
        (TWO, (TWO, W1), ["GEN-W1"]),  # fewer persons
        (W1, (TWO, W1), None),
        (TWO, (TWO, N1), None),  # fewer persons at a higher tier
        (W1, (W1, W2), None),  # alike
        (N1, (N1, H1), None),  # lower, for another hold
        (N1, (N1, replace(W1, withdrawn_on=date(2026, 6, 1))), None),
        (replace(N1, persons=1), (N1, replace(W1, persons=2)), ["GEN-W1"]),  # a lower tier with more persons
    ],
)
def test_R39_where_a_lower_way_answers_the_same_hold_the_higher_asks_for_a_reason(chosen, others, lower):
    own = analysis((risk(1),), (selection(chosen.code, 1),))
    said = list(reason_objections(own, catalogue(*others)))
    assert [each.facts["lower"] for each in said if each.code == "R39.lower_way"] == ([lower] if lower else [])
    given = analysis((risk(1),), (selection(chosen.code, 1, higher_tier_reason="Seated people; tried in May."),))
    assert codes(reason_objections(given, catalogue(*others))) == []


def test_R39_the_lower_way_must_answer_every_current_hold_of_the_choice():
    both = (risk(1), risk(2, "hair"))
    assert reasons_for(selection("GEN-N1", 1, 2), both) == []
    assert reasons_for(selection("GEN-N1", 1, 2), (risk(1), risk(2, "hair", current=False))) == ["R39.lower_way"]


# ── R45: the elevated-risk note ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("answer", "text", "said"),
    [
        (None, "", ["R45.not_answered"]),
        (None, "Nobody here.", ["R45.not_answered"]),
        (NoteAnswer.ACCEPTABLE, " ", ["R45.not_answered"]),
        (NoteAnswer.ACCEPTABLE, "Nobody here has fragile skin.", []),
        (NoteAnswer.ALTERED, "Shown on the sleeve.", []),
        (NoteAnswer.LEFT_OUT, "Too many do.", ["R45.left_out_but_chosen"]),
    ],
)
def test_R45_an_elevated_risk_note_is_answered_for_this_service(answer, text, said):
    noted = catalogue(technique("GEN-W5", "wrist", elevated_risk_note="Fragile skin."))
    assert reasons_for(selection("GEN-W5", 1, note_answer=answer, note_answer_text=text), techniques=noted) == said


# ── R4: limited ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, []), (8, []), (9, ["R4.many"]), (12, ["R4.many"]), (13, ["R4.never"]), (40, ["R4.never"])],
)
def test_R4_eight_without_more_twelve_with_a_reason_thirteen_never(count, said):
    found = tuple(cap_objections(count, "TNA", NUMBERS))
    assert codes(found) == said
    assert codes(unanswered(found, {"R4.many": "Two services share it.", "R4.never": "Please."})) == (
        said if said == ["R4.never"] else []
    )


def test_R4_the_figures_are_the_organisations():
    own = Numbers(techniques_warn_above=3, techniques_never_above=4)
    assert [codes(cap_objections(n, "TNA", own)) for n in (3, 4, 5)] == [[], ["R4.many"], ["R4.never"]]


# ── R6: every hold counted, every risk covered, nothing above ───────────────────────────────────────────────────────


def test_R6_every_hold_counted_is_a_risk_or_not_carried_because():
    counted = audit({"wrist": 9, "hair": 3, "bite": 1})
    own = analysis(audit=counted, not_carried=(NotCarried(hold="hair", reason="One person, moved in May."),))
    (said,) = coverage_objections(own, CATALOGUE, {"bite": "Bite on hand or forearm"})
    assert (said.code, said.facts) == ("R6.hold_unaccounted", {"hold": "Bite on hand or forearm", "count": 1})
    silent = analysis(audit=counted, not_carried=(NotCarried(hold="hair", reason=" "),))
    assert [each.facts["hold"] for each in coverage_objections(silent, CATALOGUE)] == ["hair", "bite"]


def test_R6_a_hold_whose_risk_has_ended_is_accounted_for():
    own = analysis((risk(1), risk(2, "hair", current=False)), audit=audit({"wrist": 9, "hair": 3}))
    assert codes(coverage_objections(own, CATALOGUE)) == []


def test_R6_a_current_risk_that_nothing_answers_is_named():
    own = analysis((risk(1), risk(2, "hair"), risk(3, "bite", current=False)))
    assert [each.number for each in uncovered(own)] == [2]
    (said,) = coverage_objections(own, CATALOGUE)
    assert (said.code, said.facts["number"]) == ("R6.uncovered", 2)


def test_R6_where_no_skills_are_needed_no_risk_is_uncovered():
    own = NeedsAnalysis(tna=tna(need=False), risks=(risk(1),))
    assert codes(coverage_objections(own, CATALOGUE)) == []


@pytest.mark.parametrize(
    ("choices", "above"),
    [
        ([("GEN-W1", 1)], []),
        ([("GEN-W1", 1), ("GEN-W2", 1)], ["GEN-W2"]),  # the same risk, the same tier
        ([("GEN-W1", 1), ("GEN-N1", 1)], ["GEN-N1"]),  # the same risk, a higher tier
        ([("GEN-N1", 1), ("GEN-W1", 1)], []),  # a lower one after a higher is no over-teaching
        ([("GEN-N1", 1), ("GEN-W1", 1), ("GEN-W2", 1)], ["GEN-W2"]),  # a second lower one is
        ([("GEN-W1", 1), ("GEN-N1", 1, 2)], []),  # it answers hair as well
        ([("GEN-W1", 1), ("GEN-H1", 2), ("GEN-N1", 1, 2)], ["GEN-N1"]),
        ([("GEN-W1", 1), ("GEN-X9", 1), ("GEN-H1", 2)], []),  # unknown ones are R3's matter
    ],
)
def test_R6_what_answers_nothing_new_is_over_taught(choices, above):
    own = analysis(
        (risk(1), risk(2, "hair")),
        [selection(code, *risks, position=n) for n, (code, *risks) in enumerate(choices)],
    )
    assert [each.technique for each in over_taught(own, CATALOGUE)] == above
    assert [each.who for each in coverage_objections(own, CATALOGUE) if each.code == "R6.over_taught"] == above


# ── R38, R7 ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_R38_what_rests_only_on_ended_risks_is_proposed_for_removal_by_name():
    risks = (risk(1), risk(2, "hair", current=False))
    own = analysis(risks, (selection("GEN-W1", 1, 2), selection("GEN-H1", 2), selection("GEN-W2")))
    assert [(each.code, each.who, each.blocks) for each in ended_objections(own)] == [
        ("R38.rests_on_ended", "GEN-H1", False)
    ]


# ── what holds of every analysis ────────────────────────────────────────────────────────────────────────────────────

RISKS = st.lists(
    st.tuples(st.sampled_from(["wrist", "wrist", "hair", "arm"]), st.sampled_from([True, True, False])),
    min_size=1,
    max_size=3,
).map(lambda found: tuple(risk(n, hold, current=current) for n, (hold, current) in enumerate(found, start=1)))


@st.composite
def analyses(draw):
    """Any analysis of up to three risks and techniques; most choices name risks that they fit, some don't."""
    risks = draw(RISKS)
    choices = []
    for position, code in enumerate(draw(st.lists(st.sampled_from(sorted(CATALOGUE)), max_size=3, unique=True))):
        fitting = [r.number for r in risks if r.hold in CATALOGUE[code].holds]
        named = draw(st.sets(st.sampled_from(fitting or [1]), min_size=1) | st.sets(st.integers(1, 4), max_size=2))
        higher = draw(st.sampled_from(["Seated.", ""]))
        choices.append(selection(code, *sorted(named), position=position, higher_tier_reason=higher))
    return NeedsAnalysis(tna=tna(audit=audit({})), risks=risks, selections=tuple(choices))


def may_be_chosen(own: NeedsAnalysis) -> set[str]:
    """Chosen techniques that nothing blocks."""
    blocked = {each.who for each in reason_objections(own, CATALOGUE) if each.blocks}
    return {each.technique for each in own.chosen} - blocked


@given(analyses(), st.data())
def test_R3_removing_or_ending_a_risk_never_enlarges_what_may_be_chosen(own, data):
    """A choice that names a foreign risk beside a fitting one is mended by dropping the foreign one, so none is kept."""
    held = {r.id: r.hold for r in own.risks}
    fitting = [
        replace(c, risks=tuple(r for r in c.risks if held.get(r) in CATALOGUE[c.technique].holds))
        for c in own.selections
    ]
    own = replace(own, selections=tuple(fitting))
    gone = data.draw(st.sampled_from(own.risks))
    without = replace(own, risks=tuple(r for r in own.risks if r is not gone))
    ended = replace(own, risks=tuple(replace(r, current=False) if r is gone else r for r in own.risks))
    assert may_be_chosen(without) <= may_be_chosen(own)
    assert may_be_chosen(ended) <= may_be_chosen(own)


@given(analyses())
def test_R3_whatever_may_be_chosen_addresses_a_current_risk(own):
    for choice in own.chosen:
        if choice.technique in may_be_chosen(own):
            answered = [r for r in own.risks if r.current and r.id in choice.risks]
            assert answered
            assert all(r.hold in CATALOGUE[choice.technique].holds for r in answered)


@given(analyses())
def test_R6_every_current_risk_is_covered_or_named(own):
    said = coverage_objections(own, CATALOGUE)
    named = {each.facts["number"] for each in said if each.code == "R6.uncovered"}
    for r in own.risks:
        assert (r.number in named) == (r.current and all(r.id not in choice.risks for choice in own.selections))


@given(analyses())
def test_R7_a_set_that_nothing_blocks_is_justified_and_one_without_a_warning_covers_all(own):
    said = list(agreeing_objections(own, CATALOGUE, "Ruairidh MacLeod", date(2026, 11, 1), NUMBERS))
    current = {r.id for r in own.risks if r.current}
    if not any(each.blocks for each in said):
        assert own.selections
        assert all(set(choice.risks) & current for choice in own.selections)
    if not said:
        assert current <= {r for choice in own.selections for r in choice.risks}
