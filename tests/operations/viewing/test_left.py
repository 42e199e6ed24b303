"""What is left, at every stage of a course: each line from its rule, with its place; and the one thing to do next."""

from dataclasses import replace
from datetime import date

import pytest

from calm_instructor.domain.attendance import Addition, Incident, Part, Presence
from calm_instructor.domain.course import CourseKind, CourseState, VenueCheck
from calm_instructor.domain.ids import IncidentId
from calm_instructor.domain.sign_off import TraineeSignature
from calm_instructor.messages.lamps import Lamp
from calm_instructor.operations.analysing import draft_tna
from calm_instructor.operations.assessing import record_knowledge
from calm_instructor.operations.enrolling import enrol
from calm_instructor.operations.pausing import add_to_incident, clear_incident, record_incident
from calm_instructor.operations.planning import enter_course, lay_out, make_ready, note_told
from calm_instructor.operations.registering import record_attendance, see_all_here
from calm_instructor.operations.scheduling import lay_out_from_type
from calm_instructor.operations.sending import send_course
from calm_instructor.operations.signing import TraineeSigns, call_for_signatures, sign_off
from calm_instructor.operations.viewing.course_head import course_head
from calm_instructor.operations.viewing.left import CourseLeft, left_of
from calm_instructor.operations.viewing.signing import sign_off_table
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, LEAD, named
from tests.operations.a_course import (
    AGREED_ON,
    COURSE,
    DAY_AFTER,
    EOGHAN,
    KNOWN,
    NGOC,
    PHYSICAL,
    SIAN,
    SIGNS,
    ZANETA,
    ACourse,
    days,
    draft,
    planned,
)
from tests.operations.every_wish import a_knock

LOOKED_AT = {
    "floor": True,
    "square_metres": 96,
    "furniture_cleared": True,
    "ventilation": True,
    "water": True,
    "first_aid_kit": True,
    "first_aider": True,
    "emergency_plan": True,
    "phone_signal": True,
}


def left(a: ACourse) -> CourseLeft:
    return a.desk.read(left_of, COURSE, a.now)


def lines(a: ACourse, step: str) -> list[tuple[str, str, str]]:
    return [(each.lamp.value, each.title, each.detail) for each in left(a).steps[step]]


def next_of(a: ACourse) -> tuple[str, str, str]:
    found = left(a).next
    assert found is not None
    return found.title, found.detail, found.place.step


def all_looked_at(a: ACourse) -> None:
    """The venue is answered and head office is told."""
    a.do(enter_course, replace(a.course, venue_check=VenueCheck(**{**vars(a.course.venue_check), **LOOKED_AT})))
    a.do(note_told, COURSE, AGREED_ON)


# ── before the day ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_R7_first_comes_the_set(authorised):
    a = authorised.at("09:00", AGREED_ON)
    a.do(enter_course, planned())
    assert next_of(a) == ("Agree the set", "Choice of TNA-2217-26-003 revision 2", "techniques")
    assert lines(a, "techniques") == [("todo", "Agree the set", "Choice of TNA-2217-26-003 revision 2")]
    assert lines(a, "plan")[0] == ("stop", "No plan yet", "Lay the course out in timed blocks")
    assert not left(a).done


def test_R2_a_draft_is_mended_in_the_analysis(drafted):
    a = drafted.at("09:00", AGREED_ON)
    a.do(draft_tna, draft())
    a.do(enter_course, planned())
    first = left(a).steps["techniques"][0]
    assert (first.lamp, first.title, first.place.page, first.place.record) == (
        Lamp.STOP,
        "TNA not authorised",
        "tna",
        a.tna.id,
    )
    assert left(a).next == first


def test_then_people_then_the_plan_then_ready(agreed, enrolled):
    assert next_of(agreed) == ("Add people", "Nobody in the physical part yet", "people")
    assert next_of(enrolled) == ("Say it is ready", "Nothing stands in the way", "plan")
    assert {"techniques"} == left(enrolled).done


def test_a_course_of_theory_without_people_asks_for_them_too(authorised):
    a = authorised.at("09:00", AGREED_ON)
    a.do(enter_course, planned(kind=CourseKind.CORE_THEORY))
    a.do(lay_out_from_type, COURSE, "core_theory_one_day")
    assert next_of(a) == ("Add people", "Nobody is on it yet", "people")
    a.do(enrol, COURSE, a.take_in("Mair"), Part.THEORY)
    assert next_of(a)[0] == "Say it is ready"


def test_R5_a_warning_asks_for_a_reason_on_the_way(enrolled):
    (first, blocks), second = days()
    enrolled.do(lay_out, COURSE, [(first, [replace(each, minutes=min(each.minutes, 20)) for each in blocks]), second])
    enrolled.set_numbers(practice_floor_minutes=60)
    assert lines(enrolled, "plan")[0] == ("warn", "Practice 26:40 per technique", "Warning number 60 min")
    assert next_of(enrolled) == ("Say it is ready", "1 warning asks for a reason", "plan")


def test_R5_a_warning_that_was_answered_is_not_asked_again_while_it_is_ready(enrolled):
    enrolled.set_numbers(practice_floor_minutes=60)
    enrolled.do(make_ready, COURSE, reasons={"R5.too_little": "All have done it before"})
    assert not [each for each in left(enrolled).steps["plan"] if each.lamp is Lamp.WARN]


def test_venue_and_head_office_are_asked_before_the_day(ready):
    a = ready
    asked = lines(a, "plan")
    assert ("todo", "Venue: phone signal", "Not answered") in asked
    assert a.course.head_office_told_on is None
    assert {each.place.focus for each in left(a).steps["plan"]} >= {"told", "venue.water"}
    assert next_of(a)[0].startswith("Answer ")
    all_looked_at(a)
    assert (lines(a, "plan"), next_of(a)[2]) == ([], "documents")


def test_R34_a_notice_that_is_late_is_amber(ready):
    a = ready.at("09:00", date(2026, 11, 10))
    (told,) = [each for each in left(a).steps["plan"] if each.place.focus == "told"]
    assert (told.lamp, told.title) == (Lamp.WARN, "Notice to head office is late")
    assert told.detail == "Due 27 Oct 2026, 28 days before"


def test_a_venue_question_answered_no_stays_in_sight(ready):
    ready.do(enter_course, replace(ready.course, venue_check=replace(ready.course.venue_check, water=False)))
    assert ("warn", "Venue: water", "Answered no") in lines(ready, "plan")


def test_R1_who_lacks_what_stands_by_name(enrolled):
    a = enrolled
    a.take_in("Mair", core_theory=replace(a.person(SIAN).core_theory, seen_by="", seen_on=None))
    a.do(
        enrol,
        COURSE,
        [each.id for each in a.desk.read(lambda view: view.all(type(a.person(SIAN)))) if each.full_name == "Mair"],
    )
    (only,) = left(a).steps["people"]
    assert (only.lamp, only.title, only.detail) == (Lamp.STOP, "Mair", "Evidence of Core Theory not seen")
    assert (only.place.step, only.place.focus) == ("people", a.place("Mair"))
    assert next_of(a)[0] == "Say it is ready"
    a.do(make_ready, COURSE)
    assert next_of(a) == ("1 person not ready", "Mair", "people")


# ── on the day ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_R15_R16_R41_the_door_first(ready):
    a = ready.at("08:50")
    assert next_of(a) == ("Say who has come: all 4 here", SIAN, "register")
    assert lines(a, "register")[0] == ("todo", "Give the safety briefing", "Session 1")
    assert lines(a, "register")[1] == ("todo", SIAN, "Not in the register; No declaration of fitness")
    assert lines(a, "register")[-1] == ("todo", NGOC, "Not in the register")
    a.do(see_all_here, a.session(1))
    assert next_of(a) == ("Record 3 as fit: they said so themselves", SIAN, "register")


def test_R29_then_the_mat(running):
    assert next_of(running) == ("Mark 12 more cells", "0 of 12 are marked", "assess")
    running.mark(SIAN)
    running.mark(SIAN, "H1", "N", feedback="")
    assert lines(running, "assess")[0] == (
        "stop",
        SIAN,
        "Feedback owed: H1; Not marked: S1 and core behaviours; Knowledge check",
    )
    assert lines(running, "assess")[1][0] == "todo"
    assert next_of(running)[0] == "Mark 10 more cells"


def test_R16_R41_time_missed_is_made_good(running):
    running.do(record_attendance, running.place(SIAN), running.session(1), Presence.ABSENT)
    assert lines(running, "register") == [("warn", SIAN, "255 minutes to make good; To make good: prevention 2")]


def test_R28_who_is_paused_stands_first_with_the_moment(running):
    happened = Incident(
        id=IncidentId(named("knock")),
        course=COURSE,
        session=running.session(1),
        enrolment=running.place(ZANETA),
        at=running.now,
        facts="Knocked an elbow on the door frame.",
        injury=True,
    )
    running.do(record_incident, happened)
    assert lines(running, "register")[0] == ("stop", ZANETA, "Paused since 24 Nov 2026 12:20; not cleared yet")


LACKS = "Injury at 12:20 on 24 Nov 2026. Still to write: part of the body, first aid given and accident book reference"


def test_R28_what_an_injury_lacks_is_left_until_it_is_written_whoever_it_is_of(running):
    running.do(record_incident, a_knock(running, enrolment=None, first_aid="Cold pack", body_area="Foot"))
    foot = "Injury at 12:20 on 24 Nov 2026. Still to write: accident book reference"
    assert lines(running, "register") == [("todo", "Injury of nobody on the course", foot)]
    running.do(add_to_incident, a_knock(running).id, Addition(at=running.now, by="", accident_book_ref="26/31"))
    assert lines(running, "register") == []


def test_R28_what_is_to_be_written_of_an_injury_keeps_nobody_from_the_next_thing(running):
    before = next_of(running)
    entry = running.do(record_incident, a_knock(running))
    running.do(clear_incident, entry.id, "Jean")
    assert lines(running, "register") == [("todo", SIAN, LACKS)]
    assert next_of(running) == before


def test_R28_a_near_miss_leaves_nothing_to_write(running):
    running.do(record_incident, a_knock(running, injury=False, enrolment=None))
    assert lines(running, "register") == []


# ── afterwards ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_when_everyone_is_marked_the_marking_ends(running):
    a = running
    for name in PHYSICAL:
        for code in ("W1", "H1", "S1"):
            a.mark(name, code)
    a.at("09:00", LAST_DAY).is_open_for(*PHYSICAL, day=LAST_DAY, session=2)
    a.at("10:40", LAST_DAY)
    for name in PHYSICAL:
        a.mark(name, "core")
    assert next_of(a) == (SIAN, "Knowledge check", "assess")
    for name in PHYSICAL:
        a.do(record_knowledge, a.place(name), KNOWN)
    assert next_of(a) == ("End the marking", "Everyone has been marked", "assess")
    a.do(call_for_signatures, COURSE)
    assert next_of(a) == (f"Sign off {SIAN}", "0 of 3 are signed off", "sign_off")
    assert "assess" in left(a).done


def test_whoever_signs_next_is_the_same_in_what_is_left_and_on_the_page(running):
    a = running
    for code in ("W1", "H1", "S1"):
        a.mark(SIAN, code, "-")
        for name in (ZANETA, EOGHAN):
            a.mark(name, code)
    a.at("09:00", LAST_DAY).is_open_for(*PHYSICAL, day=LAST_DAY, session=2)
    a.at("10:40", LAST_DAY)
    a.mark(SIAN, "core", "-")
    for name in (ZANETA, EOGHAN):
        a.mark(name, "core")
    for name in PHYSICAL:
        a.do(record_knowledge, a.place(name), KNOWN)
    a.do(call_for_signatures, COURSE)
    table = a.desk.read(sign_off_table, COURSE, a.now, LEAD)
    assert table.next is not None
    assert (table.next.name, next_of(a)[0]) == (ZANETA, f"Sign off {ZANETA}")


def test_R29_R48_signatures_ink_and_the_end(to_sign):
    a = to_sign.at("16:30", LAST_DAY)
    assert lines(a, "sign_off") == [("todo", name, "To sign off") for name in PHYSICAL]
    assert lines(a, "close")[0] == ("todo", "Close the course", "Open first: 3 people")
    for name in (SIAN, ZANETA):
        a.do(sign_off, a.place(name), SIGNS)
    a.do(sign_off, a.place(EOGHAN), TraineeSigns(state=TraineeSignature.INK_LATER))
    (ink,) = left(a).steps["sign_off"]
    assert (ink.title, ink.detail.startswith("Sheet in ink"), ink.place.focus) == (EOGHAN, True, a.place(EOGHAN))
    assert left(a).next == ink


def test_R29_R30_close_then_send_then_nothing(signed, closed, tmp_path):
    assert next_of(signed.at("09:00", DAY_AFTER)) == ("Close the course", "Nothing is open", "close")
    a = closed
    assert next_of(a)[0] == "Send to head office"
    send_course(a.desk, COURSE, tmp_path)
    assert left(a).next is None
    assert [each.lamp for each in left(a).steps["close"]] == [Lamp.INFO]
    assert {"plan", "register", "assess", "sign_off"} <= left(a).done


def test_R29_late_closing_is_flagged(signed):
    assert ("warn", "Closes late") in [each[:2] for each in lines(signed.at("09:00", date(2026, 12, 8)), "close")]


# ── the head ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_head_says_what_where_when_for_whom(ready):
    head = ready.desk.read(course_head, COURSE, ready.now)
    assert (head.ref, head.title, head.state) == (ready.course.ref, ready.course.title, CourseState.READY)
    assert (head.people, head.starts_on, head.ends_on) == (4, FIRST_DAY, LAST_DAY)
    assert head.detail.split(" · ")[1:] == ["4 people", head.ref, "needs TNA-2217-26-003 revision 2"]


@pytest.mark.parametrize("stage", ["agreed", "enrolled", "ready", "running", "to_sign", "signed", "closed"])
def test_every_line_leads_somewhere(stage, request):
    a = request.getfixturevalue(stage)
    for step, found in left(a).steps.items():
        for each in found:
            assert each.title
            assert each.mend
            assert "{" not in each.title + each.detail
            assert each.place.page in {"course", "tna"}
            if each.place.page == "course":
                assert each.place.record == COURSE
                assert each.place.step in {step, "plan"}
