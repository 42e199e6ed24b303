"""Names in their place: whole, shrunk before they are broken, never cut."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.exchange.paper.fonts import unprintable
from calm_instructor.exchange.paper.names import fit
from calm_instructor.exchange.paper.shaping import shape, width
from calm_instructor.exchange.paper.wrapping import Piece, pieces, wrapped
from tests.exchange.paper import sheets

LETTERS = st.characters(categories=("L", "M", "Nd", "Zs", "Pd"), include_characters="'’-. ")
NAME = st.text(LETTERS, min_size=1, max_size=80).map(lambda text: " ".join(text.split())).filter(bool)


def without_spaces(texts):
    return "".join("".join(text.split()) for text in texts)


def test_a_name_that_fits_stands_on_one_line_at_nine():
    assert fit("Hamish Reid", 42) == fit("Hamish Reid", 42, 9)
    assert (fit("Hamish Reid", 42).size, fit("Hamish Reid", 42).lines) == (9, ("Hamish Reid",))


def test_it_shrinks_by_quarters_before_it_is_broken():
    name = "Łucja Wiśniewska-Grzędzińska"
    fitted = fit(name, width(name, 8.3, bold=True), bold=True)
    assert (fitted.size, fitted.lines) == (8.25, (name,))


def test_it_breaks_at_spaces_into_even_lines():
    fitted = fit(sheets.LONG, 42, bold=True)
    assert fitted.size == 7.5
    assert fitted.lines == ("Chukwuemeka Oluwadamilare", "Nwachukwu-Fitzgerald", "Ezenwa-Ohaeto")


def test_after_a_hyphen_only_where_spaces_are_not_enough():
    name = "Featherstonehaugh-Cholmondeley"
    fitted = fit(name, 30, bold=True)
    assert fitted.lines == ("Featherstonehaugh-", "Cholmondeley")


def test_one_word_wider_than_its_place_is_parted_and_not_cut():
    fitted = fit(sheets.UNBROKEN, 42, bold=True)
    assert "".join(fitted.lines) == sheets.UNBROKEN
    assert all(width(line, fitted.size, bold=True) <= 42 for line in fitted.lines)


@given(NAME, st.floats(15, 60))
def test_nothing_of_any_name_is_lost_and_no_line_leaves_its_place(name, place):
    fitted = fit(name, place, bold=True)
    assert without_spaces(fitted.lines) == without_spaces([name])
    assert 7.5 <= fitted.size <= 9
    for line in fitted.lines:
        assert width(line, fitted.size, bold=True) <= place or len(line) <= 4


@given(st.lists(st.tuples(NAME, st.booleans()), min_size=1, max_size=4), st.floats(20, 100))
def test_nothing_of_any_text_is_lost_when_it_is_wrapped(parts, place):
    lines = wrapped([Piece(text, bold) for text, bold in parts], place, 8.5)
    assert without_spaces(piece.text for line in lines for piece in line) == without_spaces(t for t, _ in parts)


@given(NAME)
def test_every_letter_keeps_a_glyph_that_stands_for_it(name):
    letters = "".join(glyph.letters for run in shape(name).runs for glyph in run.glyphs)
    assert sorted(unicodedata.normalize("NFD", letters)) == sorted(unicodedata.normalize("NFD", name))


@pytest.mark.parametrize("name", sheets.NAMES)
def test_no_name_of_the_example_lacks_a_letter(name):
    assert unprintable(name) == ()


def test_what_no_face_has_is_named():
    assert unprintable("ณัฐ Reid") == ("ณั", "ฐ")


def test_bold_is_marked_in_the_template_and_never_in_the_facts():
    assert pieces("**Note:** {note}", note="**not bold**") == (Piece("Note:", bold=True), Piece(" **not bold**"))


def test_a_line_feed_begins_a_line():
    lines = wrapped([Piece("Both wrists", bold=True), Piece("\nEach wrist held")], 80, 8.5)
    assert lines == ((Piece("Both wrists", bold=True),), (Piece("Each wrist held"),))
