"""Any name, printed and read back: on a crowded line and alone on one, in every script, however it was typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calm_instructor.exchange.paper.finishing import About
from calm_instructor.exchange.paper.press import Press, printed
from calm_instructor.exchange.paper.shaping import shape
from tests.exchange.paper import reading_back as found
from tests.exchange.paper import sheets

ABOUT = About("Names N-1", "Glenmarrow", "CALM Instructor 1.0.0", sheets.IMPRINT.printed_at)
RIGHT_TO_LEFT = ("محمد", "محمد بن علي الأحمد", "لا إله", "שרה כהן", "O’Brien محمد Smith")
CROWDED = ("محمد الأحمد", "لا إله", "שרה כהן", "שָׂרָה", "الحسن Amina", "Amina الحسن")
COMBINING = ("Ọkọ́nkwọ", "ụ̀ ẹ́ ọ̄", "Nguye\u0302\u0303n", "Zoe\u0301", "ɓàɗà", "ḃ ċ ḋ", "Z\u0323\u0307ora")
OTHER = (
    "王小明",
    "प्रिया शर्मा",
    "ऋषभ क्षत्रिय",
    "Ελένη Παπαδοπούλου",
    "Олександра Щербак",
    "Şükrü Öğüt",
    "staff office fi ffl",
)
LETTER = st.characters(min_codepoint=0x20, max_codepoint=0x24F, categories=("L", "Nd", "Zs"))


def on_paper(names, crowded=False):
    """The names on a page, one below the other; crowded: between other texts."""

    def lay(press: Press) -> None:
        press.new_page("Names")
        for row, name in enumerate(names):
            with press.tagged("P"):
                foot = 20.0 + 8 * row
                if crowded:
                    press.text(15, foot, str(row))
                press.lines([(30, foot, name)], 9, whole=name, crowded=crowded)
                if crowded:
                    press.text(120, foot, "010412")
                    press.text(150, foot, "Competent until 18 Nov 2027")

    return printed(lay, ABOUT)


@pytest.mark.parametrize("names", [CROWDED, COMBINING, OTHER], ids=["rtl", "marks", "other"])
def test_on_a_crowded_line(names):
    text = found.text_of(on_paper(names, crowded=True))
    assert [name for name in names if name not in text] == []


@pytest.mark.parametrize(
    "names", [sheets.NAMES, RIGHT_TO_LEFT, COMBINING, OTHER], ids=["example", "rtl", "marks", "other"]
)
def test_alone_on_a_line(names):
    text = found.text_of(on_paper(names))
    assert [name for name in names if name not in text] == []


def test_a_broken_name_is_read_whole():
    def lay(press: Press) -> None:
        press.new_page("Names")
        press.lines(
            [(30, 30, "Featherstonehaugh-"), (30, 34, "Cholmondeley")], 9, whole="Featherstonehaugh-Cholmondeley"
        )

    assert "Featherstonehaugh-Cholmondeley" in found.text_of(printed(lay, ABOUT))


@settings(max_examples=25)
@given(
    st.lists(
        st.text(LETTER, min_size=1, max_size=30).map(lambda t: " ".join(t.split())).filter(bool),
        min_size=1,
        max_size=20,
    )
)
def test_any_european_name(names):
    text = found.text_of(on_paper(names))
    assert [name for name in names if name not in text] == []


@settings(max_examples=25)
@given(
    st.lists(st.text(st.characters(categories=("L", "M", "N", "P", "S", "Z")), min_size=1, max_size=20), max_size=20)
)
def test_any_letters_at_all_print(names):
    assert on_paper([name for name in names if name.strip()]).startswith(b"%PDF-1.4")


def test_arabic_is_joined_and_drawn_from_right_to_left():
    joined = [glyph for run in shape("محمد").runs for glyph in run.glyphs if glyph.advance]
    assert [glyph.letters for glyph in joined] == list(reversed("محمد"))
    assert joined[1].number != joined[3].number  # the same letter inside and at the beginning


def test_a_latin_name_among_arabic_keeps_its_direction():
    letters = "".join(glyph.letters for run in shape("Amina حسن 123").runs for glyph in run.glyphs)
    assert letters.startswith("Amina ")
    assert "123" in letters
