"""What the attendance summary says of a course's register (R16, R41, R51), and when there is none to print."""

import pytest

from calm_instructor.domain.attendance import MadeGood, Presence
from calm_instructor.domain.course import Block, Override
from calm_instructor.domain.errors import CalmError
from calm_instructor.domain.sign_off import DocumentKind
from calm_instructor.exchange.paper.attendance_facts import AttendanceSummary, Entry, State
from calm_instructor.exchange.paper.attendance_summary import print_attendance_summary
from calm_instructor.exchange.paper.facts import Minutes
from calm_instructor.operations.enrolling import enrol, give_up_place
from calm_instructor.operations.gathering.attendance_summary import gather_attendance_summary
from calm_instructor.operations.planning import give_minutes
from calm_instructor.operations.printing import print_paper
from calm_instructor.operations.registering import give_briefing, make_good, record_attendance, see_all_here
from calm_instructor.operations.viewing.papers import papers_of
from calm_instructor.operations.viewing.places import Place
from tests.domain.people_and_things import LAST_DAY, at
from tests.exchange.paper import reading_back as found
from tests.operations.a_course import COURSE, EOGHAN, NGOC, SIAN, ZANETA, ACourse
from tests.operations.gathering.played_course import COURSE as PLAYED

pytest_plugins = ["tests.operations.gathering.played_fixtures"]

FIRST, SECOND = 255, 210  # taught minutes of the two days
KIND = DocumentKind.ATTENDANCE_SUMMARY


def summary(a: ACourse) -> AttendanceSummary:
    with a.store.reading() as view:
        return gather_attendance_summary(view, COURSE, a.now)


def text(a: ACourse) -> str:
    return found.text_of(print_attendance_summary(summary(a)))


def line(a: ACourse, name: str):
    (of,) = [each for each in summary(a).people if each.name == name]
    return of


def enters(a: ACourse, name: str, session: int, presence: Presence, **times):
    return a.do(record_attendance, a.place(name), a.session(session), presence, **times)


def made_good(minutes: int, blocks=()) -> MadeGood:
    return MadeGood(
        minutes=minutes, on=LAST_DAY, content="Taught again in a small group", by="Jean Macdonald", blocks=blocks
    )


@pytest.fixture
def kept(ready) -> ACourse:
    """Both days: Żaneta comes 75 minutes late and goes early, Eoġan is away on the second day, Siân is there throughout."""
    ready.at("09:05").do(give_briefing, ready.session(1), at("09:02"))
    enters(ready.at("10:20"), ZANETA, 1, Presence.LATE, arrived_at=at("10:15"))
    ready.do(see_all_here, ready.session(1), seen_at=at("09:00"))
    ready.at("12:30", LAST_DAY)
    enters(ready, EOGHAN, 2, Presence.ABSENT)
    enters(ready, ZANETA, 2, Presence.LEFT_EARLY, left_at=at("12:00", LAST_DAY))
    ready.do(see_all_here, ready.session(2), seen_at=at("09:00", LAST_DAY))
    return ready


def test_R16_everyone_is_there_session_by_session_in_taught_minutes(kept):
    assert line(kept, SIAN).entries == (Entry(State.PRESENT, FIRST), Entry(State.PRESENT, SECOND))
    late, early = line(kept, ZANETA).entries
    assert (late.late_by, late.left_at, late.minutes) == (75, None, FIRST - 75)
    assert (early.late_by, early.left_at, early.minutes) == (None, at("12:00").time(), SECOND - 30)
    assert line(kept, EOGHAN).entries[1] == Entry(State.ABSENT)
    assert [(each.here, each.absent) for each in summary(kept).sessions] == [(4, 0), (3, 1)]
    for said in ("late by 75 min", "left at 12:00", "absent"):
        assert said in text(kept)


def test_R16_what_is_missed_and_made_good_stands_with_day_content_and_by_whom(kept):
    assert (line(kept, SIAN).missed, line(kept, SIAN).owes) == (0, False)
    assert (line(kept, EOGHAN).missed, line(kept, EOGHAN).owes) == (SECOND, True)
    away = kept.attendance(EOGHAN, 2)
    blocks = away.missed
    kept.do(make_good, away.id, made_good(200, blocks))
    assert (line(kept, EOGHAN).made_good, line(kept, EOGHAN).missed, line(kept, EOGHAN).owes) == (200, 10, False)
    said = text(kept)
    assert "25 Nov 2026 200 Taught again in a small" in said
    assert "Jean Macdonald" in said
    assert "10 min within what may be missed" in said


def test_R41_a_part_that_everyone_must_attend_is_named_until_it_is_made_good(kept):
    (gap,) = [each for each in summary(kept).gaps if each.name == EOGHAN]
    assert gap.session == 2
    assert gap.still_parts == gap.parts != ()
    (debrief,) = gap.parts
    assert f"Session 2: all {SECOND} min" in text(kept)
    away = kept.attendance(EOGHAN, 2)
    kept.do(make_good, away.id, made_good(SECOND - 30))
    assert f"30 min not made good; {debrief}" in text(kept)


def test_R41_who_was_there_for_some_of_it_has_the_missed_parts_named(kept):
    late = kept.attendance(ZANETA, 1)
    (part,) = [each.title for each in kept.all(Block, session=kept.session(1)) if each.id in late.missed]
    assert f"Session 1: 75 min; {part}" in text(kept)


def test_R41_the_briefing_of_each_session_by_whom_and_at(kept):
    kept.at("11:00").do(give_briefing, kept.session(1), at("10:55"))
    first, second = summary(kept).sessions
    assert (first.briefed_by, first.briefed_at) == ("Ruairidh MacLeod", at("09:02").time())
    assert (second.briefed_at, second.wants_briefing) == (None, True)
    assert "Ruairidh MacLeod, 09:02" in text(kept)
    assert "none on record" in text(kept)


def test_R51_minutes_given_with_planned_in_brackets(kept):
    assert summary(kept).taught == Minutes(FIRST + SECOND, FIRST + SECOND)
    practice = next(each for each in kept.all(Block, session=kept.session(1)) if each.minutes == 90)
    kept.do(give_minutes, {practice.id: 80})
    assert summary(kept).taught == Minutes(FIRST + SECOND - 10, FIRST + SECOND)
    assert f"{FIRST + SECOND - 10} min ({FIRST + SECOND})" in text(kept)
    assert line(kept, SIAN).missed == 0


def test_R51_what_was_passed_for_somebody_who_comes_is_printed_with_its_reason(kept):
    kept.set_numbers(ratio_warn=4)
    more = kept.take_in(*(f"Newcomer {number}" for number in range(1, 8)))
    kept.do(enrol, COURSE, more, reasons={"R12.many": "Two halls side by side"})
    assert [each.rule for each in summary(kept).overrides] == ["R12"]
    assert "Two halls side by side" in text(kept)


def test_R51_what_was_passed_in_the_analysis_or_on_the_mat_stands_on_other_papers(read_only):
    with read_only.desk.store.reading() as view:
        passed = {each.code.split(".")[0] for each in view.all(Override)}
        printed = {each.rule for each in gather_attendance_summary(view, PLAYED, read_only.now).overrides}
    assert passed > {"R6", "R14", "R19"}
    assert printed == {"R14"}


def test_who_withdrew_stands_with_the_day_and_never_why(kept):
    kept.do(give_up_place, kept.place(EOGHAN), "Has hurt a knee")
    gone = line(kept, EOGHAN)
    assert (gone.withdrawn, gone.missed, gone.owes) == (LAST_DAY, None, False)
    assert f"withdrawn {LAST_DAY.day} Nov 2026" in text(kept)
    assert "knee" not in text(kept)


def test_of_the_theory_part_nothing_is_asked_back(kept):
    assert line(kept, NGOC).beside == "theory part only"
    assert line(kept, NGOC).missed is None
    assert NGOC not in [each.name for each in summary(kept).gaps]


def test_R16_a_session_to_come_is_missed_by_nobody_and_a_blank_in_one_that_was_held_is_named(ready):
    ready.at("09:05")
    enters(ready, SIAN, 1, Presence.PRESENT)
    assert line(ready, SIAN).missed == 0
    assert line(ready, SIAN).entries[1] is None
    assert line(ready, EOGHAN).entries == (Entry(State.NO_ENTRY), None)
    assert line(ready, EOGHAN).missed == FIRST
    assert "1 of 2 sessions" in text(ready)


def test_while_nothing_of_a_register_is_kept_it_says_so_and_where_that_is_mended(ready):
    with pytest.raises(CalmError) as no:
        print_paper(ready.desk, KIND, COURSE)
    assert no.value.code == "paper.no_register_yet"
    (paper,) = [each for each in ready.desk.read(papers_of, COURSE).kinds if each.kind is KIND]
    assert "nothing in its register yet" in paper.sheets[0].obstacle
    assert paper.sheets[0].mend == Place(page="course", record=COURSE, step="register")


def test_it_is_issued_under_a_number_of_the_course_and_printed_again_says_so(kept):
    first = print_paper(kept.desk, KIND, COURSE)
    assert (first.document.sheet_no, first.document.version) == ("L-2217-26-014", 1)
    assert print_paper(kept.desk, KIND, COURSE).document.reprint == 1
    enters(kept, EOGHAN, 2, Presence.LATE, arrived_at=at("11:00", LAST_DAY))
    assert print_paper(kept.desk, KIND, COURSE).document.version == 2
