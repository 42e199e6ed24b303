"""R10: what a text of a training needs analysis may not show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.anonymity import Known, Sign, find, identifiers


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
        ("Ahmed Khan pushed her away", ["Ahmed Khan"]),
        ("Oriel Pennyfather told it. Tabor Quillfeather saw it.", ["Oriel Pennyfather", "Tabor Quillfeather"]),
        ("Anne-Marie Smith-Jones holds on", ["Anne-Marie Smith-Jones"]),
        ("seen by Quilla Smith-Jones", ["Quilla Smith-Jones"]),
        ("J. R. Brown holds on", ["J. R. Brown"]),
        ("12/3 AB at tea", ["AB"]),
        ("JOHN SMITH HELD ON", ["JOHN SMITH"]),
        ("St Mary's: Mary's room", ["Mary's"]),
        ("born on 3 May 2026", ["born on", "3 May 2026"]),
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
        "Staff Nurse or Senior Carer on each shift",
        "Occupational Therapist and Speech Therapist advise",
        "at the bus stop in Victoria Street",
        "on 3 shifts of 5, AM 3/5 and PM 2/5",
        "HR 1/2 post since summer",
        "lives with Down Syndrome or Tourette Syndrome",
        "Every Monday at Bath Time",
        "When Core Theory was seen",
        "The Velcro strap, the Makaton sign",
        "stock number 943 476 5918",
        "ref 1234567890 of the stores",
        "at Park Lane, Church Road and Mill Street",
        "Night Shift and Day Shift alike",
        "After Christmas Day and before Easter Monday",
        "",
    ],
)
def test_R10_counts_and_reasons_are_left_in_peace(text):
    assert identifiers(text) == ()


def test_R10_the_names_of_services_and_sites_name_nobody():
    assert identifiers("at home in Craig Dhu all day") == ("Craig Dhu",)
    assert identifiers("at home in Craig Dhu all day", Known(phrases=("Craig Dhu",))) == ()


def test_R10_a_name_is_known_as_a_whole_and_its_words_are_not():
    known = Known(phrases=("St Mary's", "1"), years=frozenset({2025, 2026}))
    assert identifiers("at St Mary's all day, at the window of Mary's room", known) == ("Mary's",)
    assert identifiers("NHS 943 476 5919", known) == ("943 476 5919",)
    assert identifiers("at St. John's: 13/07/1931", known) == ("John's", "13/07/1931")


@pytest.mark.parametrize("day", ["9 Mar 2026", "9/3/26", "09.03.2025", "2026-03-09"])
def test_R10_a_day_of_the_years_counted_is_nobody_s_birth_unless_it_is_said_to_be(day):
    known = Known(years=frozenset({2025, 2026}))
    assert identifiers(f"the last was on {day}", known) == ()
    assert identifiers(f"the last was on {day}") == (day,)
    assert day in identifiers(f"date of birth {day}", known)


@given(st.integers(400_000_000, 999_999_999))
def test_R10_ten_figures_are_a_number_of_somebody_s_if_their_check_figure_is_right(nine):
    """Nine figures have one check figure, or none: 10 is given to nobody. None of these begins with a day."""
    right = [last for last in range(10) if identifiers(f"no {nine:09d}{last}")]
    assert len(right) <= 1


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
