"""What goes out before a course: R34, the notice to head office; R44, the joining letter."""

from dataclasses import replace
from datetime import timedelta

import pytest

from calm_instructor.domain.course import CourseKind
from calm_instructor.domain.errors import CalmError
from calm_instructor.domain.sign_off import DocumentKind
from calm_instructor.exchange.paper.course_notice import print_course_notice
from calm_instructor.exchange.paper.joining_letter import print_joining_letter
from calm_instructor.operations.gathering.before import gather_course_notice, gather_joining_letter
from calm_instructor.operations.planning import enter_course, lay_out
from calm_instructor.operations.planning import note_told as tell_head_office
from calm_instructor.operations.printing import print_paper
from tests.exchange.paper import reading_back as found
from tests.operations.a_course import AGREED_ON, COURSE, ACourse, days, planned

LEAD_DAYS = timedelta(days=28)


def notice(a: ACourse) -> str:
    with a.store.reading() as view:
        return found.text_of(print_course_notice(gather_course_notice(view, COURSE, a.now)))


def letter(a: ACourse) -> str:
    with a.store.reading() as view:
        return found.text_of(print_joining_letter(gather_joining_letter(view, COURSE, a.now)))


def test_R34_the_notice_says_by_when_head_office_is_to_be_told_and_then_when_it_was(ready):
    with ready.store.reading() as view:
        assert gather_course_notice(view, COURSE, ready.now).due == ready.course.starts_on - LEAD_DAYS
    assert "to be told by 27 Oct 2026" in notice(ready)
    ready.at("12:00", AGREED_ON).do(tell_head_office, COURSE, AGREED_ON)
    assert "told 20 Oct 2026" in notice(ready)


def test_R34_it_names_the_need_the_days_the_people_and_the_set(ready):
    said = notice(ready)
    for text in (
        "TNA-2217-26-003 revision 2 was authorised on 5 Oct 2026 by Morag Reid.",
        "Tuesday 24 Nov 2026",
        "3, and 1 for theory only",
        "W1 Release W1",
        "H1 Release H1",
        "S1 Release S1",
    ):
        assert text in said


def test_R7_before_a_set_is_agreed_it_says_what_the_analysis_has_chosen(authorised):
    authorised.at("09:00", AGREED_ON).do(enter_course, planned())
    assert "No set is agreed yet. What the analysis has chosen is planned: W1, H1, S1." in notice(authorised)


def test_R44_the_letter_asks_for_adjustments_in_private_and_never_for_a_reason(ready):
    said = letter(ready)
    assert "tell Ruairidh MacLeod before the day, in private" in said
    assert "what has to be met does not" in said
    assert "you never have to say why" in said
    assert "Core Theory comes first" in said


def test_R34_the_notice_names_the_hold_each_technique_answers_and_what_a_day_is_about_where_one_says(ready):
    assert "Code Technique Hold or grab it answers" in notice(ready)
    assert "Day From Until Tuesday 24 Nov 2026 09:00 13:30" in notice(ready)
    (first, blocks), second = days()
    ready.do(lay_out, COURSE, [(replace(first, topic="Prevention first"), blocks), second])
    assert "Day From Until What Tuesday 24 Nov 2026 09:00 13:30 Prevention first" in notice(ready)


def test_the_letter_says_when_and_where_and_leaves_a_line_for_how_the_lead_is_reached(ready):
    ready.do(enter_course, replace(ready.course, site="Ashgrove House", venue="Garden hall"))
    said = letter(ready)
    assert "When and where Tuesday 24 Nov 2026 09:00 to 13:30 Wednesday 25 Nov 2026 09:00 to 12:30" in said
    assert "Ashgrove House, Garden hall" in said
    assert "Ruairidh MacLeod Lead instructor, Ashgrove Care Telephone or email" in said


def test_R44_a_course_of_theory_asks_nobody_to_be_fit(ready):
    ready.do(enter_course, replace(ready.course, kind=CourseKind.CORE_THEORY))
    said = letter(ready)
    assert "fit to take part" not in said
    assert "in private" in said


@pytest.mark.parametrize("kind", [DocumentKind.COURSE_NOTICE, DocumentKind.JOINING_LETTER])
def test_nothing_goes_out_of_a_course_without_days(agreed, kind):
    with pytest.raises(CalmError) as no:
        print_paper(agreed.desk, kind, COURSE)
    assert no.value.code == "paper.no_plan_yet"


def test_they_are_issued_under_numbers_of_the_course(ready):
    printed = [
        print_paper(ready.desk, kind, COURSE) for kind in (DocumentKind.COURSE_NOTICE, DocumentKind.JOINING_LETTER)
    ]
    assert [each.document.sheet_no for each in printed] == ["N-2217-26-014", "J-2217-26-014"]
