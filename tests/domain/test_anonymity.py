"""R10: what a text of a training needs analysis may not show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.anonymity import Sign, find, identifiers


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
        ("AB 12/3 at tea", ["AB"]),
        ("when JR in room 12 is woken", ["JR"]),
        ("CHI 130731 4567", ["130731 4567"]),
        ("ring 01631 562 000 or +44 7700 900123", ["01631 562 000", "+44 7700 900123"]),
        ("write to s.evans@example.org", ["s.evans@example.org"]),
        ("Sarah holds on when tired", ["Sarah"]),
        ("when Sarah is tired", ["Sarah"]),
        ("Siân's bedroom", ["Siân's"]),
        ("SIAN and Eilidh MacLeod were there", ["Eilidh MacLeod"]),
        ("it was Agnieszka Wójcik who saw it", ["Agnieszka Wójcik"]),
        ("then Mark pulled away", ["Mark"]),
        ("Rose’s sleeve", ["Rose’s"]),
        ("as told by Oriel Pennyfather at tea", ["Oriel Pennyfather"]),
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
        "Will be looked at each month. Mark the door. Grace and quiet help. May follow.",
        "Quiet dining room since March; Registered Manager on call",
        "Core Theory first, at Ashgrove House and Willow Unit",
        "- Hope that it ends\n- Rose garden closed",
        "risk 3: Hair held from the front",
        "RRN, BILD and CALM say so; TNA of 2026",
        "",
    ],
)
def test_R10_counts_and_reasons_are_left_in_peace(text):
    assert identifiers(text) == ()


def test_R10_the_names_of_services_and_sites_name_nobody():
    assert identifiers("at home in Craig Dhu all day") == ("Craig Dhu",)
    assert identifiers("at home in Craig Dhu all day", ["Craig Dhu"]) == ()


def test_R10_a_heading_is_no_sentence():
    assert identifiers("Bear Hug From Behind", prose=False) == ()
    assert identifiers("Sarah Grabs", prose=False) == ("Sarah Grabs",)


def test_R10_what_is_found_says_what_it_looks_like():
    text = "Sarah, DOB 13/07/1931, NHS 943 476 5919, J.R., s@example.org"
    assert [each.sign for each in find(text)] == [
        Sign.NAME,
        Sign.BIRTH,
        Sign.BIRTH,
        Sign.NUMBER,
        Sign.INITIALS,
        Sign.CONTACT,
    ]


@given(st.text(max_size=300))
def test_R10_whatever_is_typed_the_places_point_at_the_words(text):
    last = 0
    for each in find(text):
        assert last <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.words
        last = each.end


@pytest.mark.parametrize("piece", ["a.", "A", "A.", "1", "1/", "Mr ", "Sarah ", "Ab ", "@", "a-", " ", "'", "é", "12 "])
def test_R10_a_long_text_of_any_kind_is_read_to_its_end(piece):
    """What goes back over a text again and again would never come to the end of this one."""
    find(piece * 20_000)
