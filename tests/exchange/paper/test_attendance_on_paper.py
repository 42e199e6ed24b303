"""The attendance summary over pages: heads repeated, nobody left out, and no page with nothing but a line to sign on."""

from dataclasses import replace

import pytest

from calm_instructor.exchange.paper.attendance_summary import print_attendance_summary
from tests.exchange.paper.attendance_sheets import attendance_summary
from tests.exchange.paper.papers import printed
from tests.exchange.paper.reading_back import elements, text_of_pages

SIGNED = "this is the register as it was kept"


@pytest.mark.parametrize("name", ["attendance 24 x 4", "attendance 24 x 6, lying, overrides"])
def test_each_page_with_people_has_the_head_of_its_table(name):
    with_people = [text for text in text_of_pages(printed(name)) if "present 195" in text]
    assert len(with_people) == 2
    assert all("No. Name Staff no. Session 1 10 Nov 2026 Session 2 10 Nov 2026" in text for text in with_people)
    assert "Who was here continued" in with_people[1]


def test_every_session_of_ten_is_there_in_as_few_tables_as_can_be():
    text = " ".join(text_of_pages(printed("attendance 8 x 10, in two tables")))
    assert [f"Session {number} 1" in text for number in range(1, 11)] == [True] * 10
    assert text.count("Who was here with taught minutes") == 2


@pytest.mark.parametrize("people", range(12, 25))
@pytest.mark.parametrize("missed", [True, False])
def test_nobody_signs_on_a_page_of_its_own(people, missed):
    summary = attendance_summary(people, 2)
    *_others, last = text_of_pages(print_attendance_summary(summary if missed else replace(summary, gaps=())))
    assert SIGNED in last
    assert ("Missed and made good" in last) or ("Nobody missed anything" in last)


def test_a_screen_reader_is_told_whose_row_it_is():
    heads = [scope for role, _alt, scope in elements(printed("attendance 12 x 2")) if role == "TH"]
    assert heads.count("Row") >= 12
