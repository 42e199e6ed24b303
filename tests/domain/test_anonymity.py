"""R10: what a text of a training needs analysis may not show."""

import pytest

from calm_instructor.domain.anonymity import anonymity_objections, identifiers


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Mr Evans holds on when tired", ["Mr Evans"]),
        ("seen by Dr. O'Hara", ["Dr. O'Hara"]),
        ("DOB 13/07/1931", ["DOB", "13/07/1931"]),
        ("born on 13.7.31", ["born on", "13.7.31"]),
        ("1931-07-13", ["1931-07-13"]),
        ("13 July 1931", ["13 July 1931"]),
        ("the 1st of Sept 2014", ["1st of Sept 2014"]),
        ("NHS 943 476 5919", ["943 476 5919"]),
        ("CHI 1307314567", ["1307314567"]),
        ("NI QQ 12 34 56 C", ["QQ 12 34 56 C"]),
        ("J.R. pulls hair", ["J.R."]),
        ("J.R. and again J.R.", ["J.R."]),  # each once
    ],
)
def test_R10_what_looks_like_a_person_is_marked(text, marked):
    assert list(identifiers(text)) == marked


@pytest.mark.parametrize(
    "text",
    [
        "9 incidents in 24 months, most at bath time",
        "between 07:30 and 09:00, on 3 of 5 days",
        "risk 3, GEN-W1, revision 2 of 2026",
        "people who live with dementia; hypermobile joints",
        "in May and on the 1st floor",
        "",
    ],
)
def test_R10_counts_and_reasons_are_left_in_peace(text):
    assert identifiers(text) == ()


def test_R10_each_field_is_named_and_only_warned_of():
    texts = {"TNA": "Mr Evans, J.R.", "risk 2": "Debrief within a day", "GEN-W1": "As J.R. asked"}
    said = list(anonymity_objections(texts))
    assert [(each.code, each.who, each.blocks) for each in said] == [
        ("R10.identifier", "TNA", False),
        ("R10.identifier", "GEN-W1", False),
    ]
    assert [each.facts["words"] for each in said] == [["Mr Evans", "J.R."], ["J.R."]]
