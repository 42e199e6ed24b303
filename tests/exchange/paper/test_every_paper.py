"""What holds for every paper: sound, complete, black, tagged, readable by people, screen readers and machines."""

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from tests.exchange.paper import reading_back as found
from tests.exchange.paper import sheets
from tests.exchange.paper.papers import PAPERS, printed

pytestmark = pytest.mark.check

NAMES = list(PAPERS)


@pytest.fixture(params=NAMES)
def paper(request):
    return request.param


def test_it_opens_and_checks_clean(paper):
    with pikepdf.open(BytesIO(printed(paper))) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(pdf.pages) == PAPERS[paper].pages


def test_every_name_number_and_technique_comes_back_as_typed(paper):
    text = found.text_of(printed(paper))
    assert [each for each in PAPERS[paper].texts if each not in text] == []


def test_nothing_collides_and_nothing_leaves_the_margins(paper):
    assert list(found.collisions(printed(paper))) == []


def test_the_qr_of_each_page_names_record_revision_and_fingerprint(paper):
    imprint = sheets.IMPRINT
    said = f"CALM:{imprint.record_id}:{imprint.revision}:{imprint.fingerprint}".upper()
    assert found.codes(printed(paper)) == [said] * PAPERS[paper].pages


def test_each_page_says_which_of_how_many_and_whether_its_list_is_general(paper):
    pages = found.text_of_pages(printed(paper))
    for number, text in enumerate(pages, start=1):
        assert f"{number} of {len(pages)}" in text
        assert ("GENERIC" in text) is PAPERS[paper].generic
        assert sheets.IMPRINT.short_code in text
        assert str(sheets.IMPRINT.record_id) in text


def test_practice_data_says_so_on_every_page_and_moves_nothing(paper):
    asked = PAPERS[paper].print
    sheet = asked.args[0]
    data = asked.func(replace(sheet, imprint=replace(sheet.imprint, practice=True)))
    practised, ordinary = found.text_of_pages(data), found.text_of_pages(printed(paper))
    assert all("Practice data: not a record of real people." in text for text in practised)
    assert not any("Practice data" in text for text in ordinary)
    assert len(practised) == len(ordinary)
    assert list(found.collisions(data)) == []


def test_all_ink_is_black_but_white_on_labels_and_the_tint(paper):
    inks = found.inks(printed(paper))
    assert inks <= {("text", "0"), ("text", "1"), ("path", "0"), ("path", "0.92")}


def test_fonts_are_embedded_subsets_that_say_their_letters(paper):
    with pikepdf.open(BytesIO(printed(paper))) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        for font in fonts:
            assert re.fullmatch(r"/[A-Z]{6}\+[\w-]+", str(font.BaseFont))
            assert "/ToUnicode" in font
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert len(descriptor.FontFile2.read_bytes()) < 60_000


def test_it_is_tagged_and_says_what_it_is(paper):
    with pikepdf.open(BytesIO(printed(paper))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.Lang == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo["/Title"]).split()[-1].startswith(("S-", "C-", "T-", "P-", "R-", "A-"))
        assert len(pdf.Root.OutputIntents) == 1
        with pdf.open_metadata() as xmp:
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("1", "A")
            assert xmp["dc:title"] == str(pdf.docinfo["/Title"])
        with pdf.open_outline() as outline:
            assert len(outline.root) == PAPERS[paper].pages


def test_every_figure_has_words_and_every_page_a_heading(paper):
    elements = found.elements(printed(paper))
    assert [alt for role, alt, _ in elements if role == "Figure" and not alt.strip()] == []
    assert any(role == "H1" for role, _, _ in elements)
    assert sum(alt == f"short code {sheets.IMPRINT.short_code}" for _, alt, _ in elements) == PAPERS[paper].pages


def test_marked_content_is_balanced_and_every_mark_of_ink_belongs_somewhere(paper):
    with pikepdf.open(BytesIO(printed(paper))) as pdf:
        for page in pdf.pages:
            depth = 0
            for instruction in pikepdf.parse_content_stream(page):
                name = str(instruction.operator)
                depth += (name in ("BDC", "BMC")) - (name == "EMC")
                assert depth >= 0
                if name in ("TJ", "Tj", "S", "f", "B"):
                    assert depth > 0
            assert depth == 0


@pytest.mark.parametrize("name", ["sign-off 13 x 8", "record, Arabic, not yet", "TNA"])
def test_same_facts_same_bytes(name):
    assert PAPERS[name].print() == printed(name)
