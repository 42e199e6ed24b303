"""R24: from one issued catalogue to the next, and what becomes of what was taught."""

from dataclasses import replace
from datetime import date

import pytest

from calm_instructor.domain.catalogue_change import COMPARED, Change, Standing, changes, standing
from calm_instructor.domain.technique import Tier
from tests.domain.people_and_things import technique

TODAY = date(2026, 11, 27)
W1, H1, S1 = technique("W1", "wrist"), technique("H1", "hair"), technique("S1", "sleeve")


def told(before, after):
    return [(each.code, each.change, each.fields) for each in changes(before, after)]


def test_R24_the_same_entries_are_no_change_in_any_order():
    assert told((W1, H1, S1), (S1, W1, H1)) == []


def test_R24_new_changed_withdrawn_and_gone_are_told_by_code():
    after = (
        replace(H1, name="Hair, from the front", tier=Tier.HIGH),
        replace(S1, withdrawn_on=TODAY),
        technique("N9", "neck"),
    )
    assert told((W1, H1, S1), after) == [
        ("H1", Change.CHANGED, ("name", "tier")),
        ("S1", Change.WITHDRAWN, ()),
        ("N9", Change.NEW, ()),
        ("W1", Change.GONE, ()),
    ]


def test_R24_what_was_withdrawn_already_is_told_once():
    withdrawn = replace(S1, withdrawn_on=TODAY)
    assert told((withdrawn,), (withdrawn,)) == []


def test_R24_what_is_issued_again_after_it_was_withdrawn_is_told():
    withdrawn = replace(S1, withdrawn_on=TODAY)
    assert told((withdrawn,), (S1,)) == [("S1", Change.CHANGED, ("withdrawn_on",))]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Other"),
        ("holds", ("hair",)),
        ("tier", Tier.HIGH),
        ("persons", 2),
        ("elevated_risk_note", "Brittle bones"),
        ("version", "9"),
        ("hold_text", "Both wrists"),
        ("pain_based", True),
        ("loads_neck_airway_abdomen", True),
    ],
)
def test_R24_each_field_that_matters_is_compared(field, value):
    assert field in COMPARED
    assert told((W1,), (replace(W1, **{field: value}),)) == [("W1", Change.CHANGED, (field,))]


@pytest.mark.parametrize(
    ("now", "stands"),
    [
        (W1, Standing.AS_TAUGHT),
        (replace(W1, name="Only called otherwise"), Standing.AS_TAUGHT),
        (None, Standing.GONE),
        (replace(W1, withdrawn_on=TODAY), Standing.WITHDRAWN),
        (replace(W1, withdrawn_on=date(2026, 11, 28)), Standing.AS_TAUGHT),
        (replace(W1, version="2"), Standing.NEW_VERSION),
        (replace(W1, tier=Tier.HIGH), Standing.NEW_VERSION),
        (replace(W1, holds=("hair",)), Standing.NEW_VERSION),
    ],
)
def test_R24_what_was_taught_is_flagged_where_it_is_withdrawn_gone_or_issued_anew(now, stands):
    assert standing(W1, now, TODAY) is stands
