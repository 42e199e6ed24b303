"""R44: what must be done for somebody stands overleaf of the sheet that the instructor marks on, whole, above the room to write."""

from dataclasses import replace

from calm_instructor.exchange.paper.blank_assessment import print_blank_assessment
from tests.exchange.paper import reading_back as found
from tests.exchange.paper import sheets

LONG = "A partner of the same height; spoken for written; longer pauses; seated wherever it can be shown seated; " * 9


def of(*to_do: str):
    blank = sheets.blank_assessment(len(to_do), 6)
    people = tuple(replace(each, to_do=said) for each, said in zip(blank.people, to_do, strict=True))
    return found.text_of_pages(print_blank_assessment(replace(blank, people=people)))


def test_R44_it_stands_overleaf_and_not_beside_the_names():
    front, overleaf = of("Spoken for written", "")
    assert "What you must do: Spoken for written" in overleaf
    assert "must do" not in front
    assert overleaf.count("must do") == 1


def test_R44_a_long_one_is_never_cut_and_its_row_grows():
    pages = of(*[LONG.strip()] * 12)
    assert sum(" ".join(page.split()).count(LONG.strip()) for page in pages) == 12
    assert len(pages) > len(of(*["Chair"] * 12))
