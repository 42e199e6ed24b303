"""The course sign-off sheet: twelve a page, no cell empty, every letter explained, no authority without its words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.exchange.paper.facts import Mark, NotAssessed, Outcome, Result, Signature, SignatureState
from calm_instructor.exchange.paper.sign_off_sheet import in_pages, print_sign_off_sheet
from tests.exchange.paper import reading_back as found
from tests.exchange.paper import sheets
from tests.exchange.paper.papers import printed

ROOM = 92.0


@pytest.mark.parametrize(
    ("people", "pages"),
    [(1, [1]), (12, [12]), (13, [10, 3]), (14, [11, 3]), (15, [12, 3]), (24, [12, 12]), (25, [12, 10, 3])],
)
def test_people_on_each_page(people, pages):
    assert [len(page) for page in in_pages([7.4] * people, ROOM)] == pages


@given(st.lists(st.floats(7.4, 15), min_size=1, max_size=60))
def test_no_page_is_too_full_and_nobody_is_lost(heights):
    pages = in_pages(heights, ROOM)
    assert [height for page in pages for height in page] == heights
    assert all(len(page) <= 12 and sum(page) <= ROOM + 0.1 for page in pages)


def test_rows_are_counted_on_each_page():
    first, second = found.text_of_pages(printed("sign-off 13 x 8"))
    assert "1 to 10 of 13" in first
    assert "11 to 13 of 13" in second


def test_every_cell_says_something():
    sheet = sheets.sign_off_sheet(12, 6)
    marks = [alt for role, alt, _ in found.elements(print_sign_off_sheet(sheet)) if role == "Figure"]
    said = [alt for alt in marks if alt.startswith(("competent", "not yet competent", "not assessed"))]
    assert len(said) == 12 * (6 + 2) + 3  # and the three of the key
    assert "not yet competent, attempt 3" in said
    assert "competent, attempt 2" in said
    assert "not assessed, not available for this part" in said


def test_reasons_get_letters_in_the_order_met_and_the_key_explains_them():
    row = sheets.sign_off_row(0, 2)
    marks = (
        Mark(Result.NOT_ASSESSED, why=NotAssessed.TIME_RAN_OUT),
        Mark(Result.NOT_ASSESSED, why=NotAssessed.NOT_AVAILABLE),
    )
    sheet = replace(sheets.sign_off_sheet(1, 2), rows=(replace(row, marks=marks),))
    assert "a time ran out b not available for this part" in found.text_of(print_sign_off_sheet(sheet))


@pytest.mark.parametrize("outcome", [o for o in Outcome if o is not Outcome.COMPETENT])
def test_a_row_without_authority_says_so(outcome):
    row = replace(sheets.sign_off_row(0, 2), outcome=outcome, valid_until=None)
    sheet = replace(sheets.sign_off_sheet(1, 2), rows=(row,))
    assert "No authority to use" in found.text_of(print_sign_off_sheet(sheet))


def test_limits_overrides_and_unconfirmed_authorisation_are_printed():
    text = found.text_of(printed("sign-off 13 x 8"))
    assert "hair, seated only" in text
    assert "R23, refresher or full course: Hamish Reid: The second instructor was called away" in text
    assert "not confirmed by head office" in text
    assert "240 min (250)" in text


def test_who_was_not_cleared_has_no_tick():
    alts = [alt for _, alt, _ in found.elements(printed("sign-off 13 x 8"))]
    assert alts.count("not cleared") == 1
    assert alts.count("cleared") == 12


def test_a_signature_on_screen_shows_its_mark_and_moment():
    signed = replace(sheets.ON_SCREEN, signed_revision=1)
    declined = Signature(sheets.LEAD.name, state=SignatureState.DECLINED, witness="Jean Macdonald")
    row = replace(sheets.sign_off_row(0, 2), trainee=signed, instructor=declined)
    data = print_sign_off_sheet(replace(sheets.sign_off_sheet(1, 2), rows=(row,)))
    assert "on screen, 18 Nov 2026 16:42, signed as revision 1; changed since" in found.text_of(data)
    assert "declined, witness Jean Macdonald" in found.text_of(data)
    assert ("Figure", "signature of Siân Llŷr-Prydderch", "") in found.elements(data)


def test_up_to_six_codes_stand_in_full_and_more_are_said_once():
    assert "GEN-C1" not in found.text_of(print_sign_off_sheet(sheets.sign_off_sheet(3, 6)))
    six, eight = (found.text_of(print_sign_off_sheet(sheets.sign_off_sheet(3, n))) for n in (6, 8))
    assert six.count("GEN-") == 6
    assert "Technique codes in full: GEN-W1 and so on" in eight
    assert eight.count("GEN-") == 1


def test_heads_of_the_matrix_are_heads_of_columns():
    heads = [
        scope for role, _, scope in found.elements(print_sign_off_sheet(sheets.sign_off_sheet(3, 6))) if role == "TH"
    ]
    assert heads.count("Column") == 5 + 6 + 2 + 3
    assert heads.count("Row") == 3
