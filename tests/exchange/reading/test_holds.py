"""The words of incident logs find the hold or grab they mean, and what is no hold or grab is left out."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.exchange.reading.holds import hold_words
from calm_instructor.paths import resource

WORDS = hold_words()

SAID = [
    ("hair pull", "hair pulled from behind, one hand", "hair_rear_one"),
    ("Hair - 2 hands", "both hands in hair front", "hair_front_two"),
    ("HAIR", "grabbed from the front with one hand", "hair_front_one"),
    ("hair pull", "pulled from behind with both hands", "hair_rear_two"),
    ("Hair pull - ponytail", "from behind", "hair_tied"),
    ("hijab pulled", "", "hair_tied"),
    ("wrist grab", "same side", "wrist_one_same"),
    ("Wrist (cross hand)", "", "wrist_one_cross"),
    ("wrist grab", "held opposite wrist", "wrist_one_cross"),
    ("wrist grab", "two hands on one wrist", "wrist_two_hands"),
    ("grabbed both wrists", "held by both wrists", "wrists_both"),
    ("bite", "bit forearm and held on", "bite_arm"),
    ("Bitten", "on the finger", "bite_arm"),
    ("bite to shoulder", "", "bite_other"),
    ("bite", "bit upper arm", "bite_other"),
    ("scratch", "dug nails in and held", "scratch_pinch"),
    ("Pinching", "", "scratch_pinch"),
    ("nails dug in", "to the wrist", "scratch_pinch"),
    ("bear hug from behind", "arms round body, arms trapped", "body_rear_held"),
    ("bear hug from behind", "arms left free, arms free", "body_rear_free"),
    ("Bear-hug (front)", "arms pinned to the side", "body_front_held"),
    ("hugged tightly from the front", "under the arms", "body_front_free"),
    ("headlock", "", "head_side"),
    ("choke", "from behind, forearm across", "neck_arm"),
    ("strangle", "hands on throat from the front", "neck_front"),
    ("hands round neck", "from behind", "neck_rear"),
    ("Clothing - sleeve", "", "clothing_sleeve"),
    ("clothing grab", "held front of jumper with both hands", "clothing_chest_two"),
    ("clothing grab", "chest, one hand", "clothing_chest_one"),
    ("grabbed jumper from behind", "", "clothing_rear"),
    ("lanyard pulled", "", "item_worn"),
    ("pulled necklace", "", "item_worn"),
    ("finger grip", "bent back", "hand_finger"),
    ("grabbed hand", "", "hand_finger"),
    ("upper arm grab", "", "upper_arm"),
    ("grabbed ankle", "", "leg"),
    ("held on the floor", "", "floor"),
    ("wrist grab while seated", "", "seated"),
    ("colleague grabbed", "by the wrist", "colleague_wrist"),
    ("Physical aggression", "pulled staff hair from behind with one hand", "hair_rear_one"),
    ("", "bit forearm", "bite_arm"),
    ("kicked and bit", "", "bite_arm"),
    ("Chwith: gafael arddwrn / wrist", "", "wrist_one_same"),
]


@pytest.mark.parametrize(("category", "description", "hold"), SAID)
def test_the_hold_is_found(category, description, hold):
    assert WORDS.place(category, description).hold == hold


@pytest.mark.parametrize(
    ("category", "description", "hold"),
    [
        ("wrist grab", "gripped staff wrist", "wrist_one_same"),
        ("Clothing grab", "held front of jumper", "clothing_chest_one"),
        ("clothing grab", "", "clothing_chest_one"),
        ("hair pull", "", "hair_front_one"),
        ("hair pull from behind", "", "hair_rear_one"),
        ("bite", "", "bite_arm"),
        ("bear hug", "", "body_front_free"),
        ("bear hug from behind", "", "body_rear_free"),
        ("neck grab", "", "neck_front"),
    ],
)
def test_what_the_log_leaves_open_is_the_usual_hold_and_marked_so(category, description, hold):
    placed = WORDS.place(category, description)
    assert (placed.hold, placed.assumed) == (hold, True)


@pytest.mark.parametrize(("category", "description", "hold"), SAID[:6])
def test_what_the_log_says_is_not_marked_as_assumed(category, description, hold):
    assert not WORDS.place(category, description).assumed


@pytest.mark.parametrize(
    ("category", "description"),
    [
        *(
            ("verbal", "shouting, no contact"),
            ("Verbal abuse", "threatened to pull hair"),
            ("kick", "kicked staff leg"),
        ),
        *(
            ("punch to arm", ""),
            ("Head butt", ""),
            ("Threw object", "hit hand"),
            ("spitting", "in face"),
            ("Absconding", ""),
        ),
        *(
            ("Property damage", "pulled door off"),
            ("Physical aggression", "kicked staff leg"),
            ("self-harm", "bit own hand"),
        ),
        ("slapped wrist", ""),
    ],
)
def test_what_is_no_hold_or_grab_is_left_out(category, description):
    placed = WORDS.place(category, description)
    assert (placed.hold, placed.left_out) == (None, True)


@pytest.mark.parametrize(
    ("category", "description"), [("Sparkling", ""), ("Other", "sang a bit"), ("", ""), ("incident", "?")]
)
def test_unknown_words_are_neither_counted_nor_left_out(category, description):
    placed = WORDS.place(category, description)
    assert (placed.hold, placed.left_out) == (None, False)


def test_the_category_weighs_more_than_the_description():
    assert WORDS.place("hair pull front", "and was then grabbed from behind by the wrist").hold == "hair_front_one"


def test_every_hold_can_be_found_by_some_words_and_stands_in_the_catalogue():
    catalogue = json.loads(resource("catalogue/holds.json").read_text(encoding="utf-8"))
    assert {entry["code"] for entry in catalogue} == set(WORDS.holds)
    assert {hold for _category, _description, hold in SAID} == set(WORDS.holds)


def test_the_words_name_no_other_holds():
    data = json.loads(resource("reading/hold_words.json").read_text(encoding="utf-8"))
    named = {family["usual"] for family in data["families"]}
    named |= {choice["hold"] for family in data["families"] for choice in family.get("choices", [])}
    assert named == set(data["holds"])


@pytest.mark.parametrize(
    "wording", ["hair pull", "Bear hug from behind", "wrist grab, two hands", "Verbal", "Bite/scratch"]
)
def test_the_words_of_the_trade_name_nobody(wording):
    assert WORDS.knows(wording)


@pytest.mark.parametrize("wording", ["QXZJ hair pull", "hair pull AB", "bite by Jo", "Ann", "wrist grab 1931"])
def test_other_words_may_name_somebody(wording):
    assert not WORDS.knows(wording)


@given(category=st.text(), description=st.text())
def test_any_words_have_a_place(category, description):
    placed = WORDS.place(category, description)
    assert placed.hold is None or placed.hold in WORDS.holds
    assert not (placed.left_out and placed.hold)
