"""R10: every free text of a TNA is looked at, and the warning says where it stands."""

from dataclasses import replace
from typing import Any

import pytest

from calm_instructor.domain.carried import Looked
from calm_instructor.domain.narrative import free_texts, narrative_objections
from calm_instructor.domain.needs import NeedsAnalysis, NotCarried, Risk, Selection
from calm_instructor.domain.people import StaffGroup
from tests.domain.people_and_things import analysis, codes

NAMED = "Mrs Smith"
OF_TNA = {
    "setting": Looked.SERVICE,
    "life_support": Looked.SERVICE,
    "need_reason": Looked.NEED,
    "primary_prevention": Looked.PREVENTION,
    "secondary_prevention": Looked.PREVENTION,
    "tertiary_prevention": Looked.PREVENTION,
    "recovery": Looked.PREVENTION,
}
OF_RISK = ("situation", "controls", "ended_reason")
OF_CHOICE = ("tried_without_touch", "why_this_one", "higher_tier_reason", "note_answer_text")


def changed(value: Any, **fields: str) -> Any:
    return replace(value, **fields)


def where(said: NeedsAnalysis) -> list[object]:
    return [each.facts["where"] for each in narrative_objections(said)]


@pytest.mark.parametrize("field", OF_TNA)
def test_R10_the_texts_of_the_tna(field):
    known = analysis()
    said = replace(known, tna=changed(known.tna, **{field: NAMED}))
    assert codes(narrative_objections(known)) == []
    assert where(said) == [OF_TNA[field]]


def test_R10_factors_groups_and_what_is_not_carried():
    known = analysis()
    group = replace(known.tna.staff_groups[0], exposure=NAMED)
    assert isinstance(group, StaffGroup)
    tna = replace(
        known.tna, factors=("frail", NAMED), staff_groups=(group,), not_carried=(NotCarried(hold="leg", reason=NAMED),)
    )
    assert set(where(replace(known, tna=tna))) == {Looked.FACTORS, Looked.GROUPS, Looked.RISKS}


@pytest.mark.parametrize("field", OF_RISK)
def test_R10_the_texts_of_a_risk(field):
    known = analysis()
    first, *others = known.risks
    (no,) = narrative_objections(replace(known, risks=(changed(first, **{field: NAMED}), *others)))
    assert (no.who, no.facts["where"], no.facts["words"], no.blocks) == (first.hold_name, Looked.RISKS, [NAMED], False)


@pytest.mark.parametrize("field", OF_CHOICE)
def test_R10_the_texts_of_a_choice_and_why_one_is_left_out(field):
    known = analysis()
    first, *others = known.selections
    spoiled = replace(known, selections=(changed(first, **{field: NAMED}), *others))
    assert where(spoiled) == [Looked.TECHNIQUES]
    left_out = replace(first, chosen=False, left_out_reason=NAMED)
    assert where(replace(known, selections=(left_out, *others))) == [Looked.TECHNIQUES]


def test_R10_no_text_is_forgotten():
    """Whoever adds a text to a risk or a choice adds it here."""
    texts = {
        kind: {name for name, hint in kind.__annotations__.items() if hint is str or hint == "str"}
        for kind in (Risk, Selection)
    }
    assert texts[Risk] - {"hold", "hold_name", "posture"} == set(OF_RISK)
    assert texts[Selection] - {"technique"} == {*OF_CHOICE, "left_out_reason"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the last one was on 9 Mar 2026", []),
        ("born 9 Mar 1936", ["9 Mar 1936"]),
        ("born on 9 Mar 2025", ["born on", "9 Mar 2025"]),
    ],
)
def test_R10_days_of_the_counts_are_nobodys_birth(text, said):
    known = analysis()
    (first, *others) = known.risks
    found = narrative_objections(replace(known, risks=(replace(first, ended_reason=text), *others)))
    assert [each.facts["words"] for each in found] == ([said] if said else [])


def test_R10_the_service_its_sites_and_the_organisation_are_nobody():
    known = analysis()
    tna = replace(
        known.tna, service="Craig Dhu", sites=("Oran Mor",), need_reason="at home in Craig Dhu and by Oran Mor"
    )
    assert codes(narrative_objections(replace(known, tna=tna))) == []
    assert [each.where for each in free_texts(known)][:2] == [Looked.SERVICE, Looked.AUDIT]
