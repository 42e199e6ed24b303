"""A course entered, laid out, made ready; and what changes of it once it is (R5, R7, R12 to R14, R35, R46, R47, R51)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from calm_instructor.domain.attendance import Part, Presence
from calm_instructor.domain.course import Block, BlockKind, Course, CourseKind, CourseState, Instructor
from calm_instructor.domain.errors import CalmError
from calm_instructor.domain.ids import BlockId, CourseId, OrganisationId, PersonId, SessionId, TnaId
from calm_instructor.domain.people import Organisation
from calm_instructor.domain.technique import Tier
from calm_instructor.messages.wishes import undo_label
from calm_instructor.operations.analysing import choose, draft_tna, leave_out
from calm_instructor.operations.authorising import authorise
from calm_instructor.operations.enrolling import enrol, give_up_place
from calm_instructor.operations.limiting import agree_set
from calm_instructor.operations.planning import (
    all_blocks,
    enter_course,
    first_physical,
    give_minutes,
    lay_out,
    make_ready,
    note_told,
    readiness,
    sessions_of,
)
from calm_instructor.operations.preparing import enter_instructor, enter_organisation
from calm_instructor.operations.registering import record_attendance
from calm_instructor.operations.scheduling import lay_out_from_type, move_course
from calm_instructor.operations.signing import outcome_of, sign_off
from tests.domain.courses_and_marks import plan, session
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, LEAD, SIGNED_IN_OCTOBER, at, instructor, named
from tests.operations.a_course import (
    AGREED_ON,
    CO,
    COURSE,
    EOGHAN,
    PHYSICAL,
    SIAN,
    SIGNS,
    TNA,
    ZANETA,
    ACourse,
    choice,
    days,
    draft,
    planned,
    refused,
)

# ── entered ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_course_is_entered_as_it_is_told(authorised):
    told = planned(venue="Garden hall", capacity=12, coaching_points_ref="CP-2")
    assert authorised.do(enter_course, told) == told
    assert authorised.course == told


def test_a_course_begins_unagreed_unmarked_and_open_whatever_it_says(authorised):
    authorised.do(
        enter_course,
        planned(
            state=CourseState.RUNNING,
            set_agreed_at=at("09:00", AGREED_ON),
            set_agreed_by=LEAD,
            set_frozen_at=at("09:00"),
            head_office_told_on=AGREED_ON,
            closed_at=at("09:00"),
            closed_by=LEAD,
        ),
    )
    assert authorised.course == planned()


def test_what_other_wishes_did_is_not_undone_by_entering_again(ready):
    ready.do(note_told, COURSE, AGREED_ON)
    stood = ready.course
    ready.do(enter_course, planned(venue="Garden hall"))
    assert ready.course == replace(stood, venue="Garden hall")


def test_it_can_not_end_before_it_starts(authorised):
    with refused(authorised, "course.ends_before_start"):
        authorised.do(enter_course, planned(ends_on=FIRST_DAY - timedelta(days=1)))


@pytest.mark.parametrize(
    "changes",
    [
        {"starts_on": FIRST_DAY - timedelta(days=7)},
        {"ends_on": LAST_DAY + timedelta(days=1)},
        {"kind": CourseKind.LONE_WORKING},
        {"type_tier": Tier.MEDIUM},
        {"lead": CO, "co_instructors": (LEAD,)},
        {"co_instructors": ()},
    ],
)
def test_R7_what_ready_rests_on_is_asked_again_when_it_changes(ready, changes):
    ready.do(enter_course, replace(ready.course, **changes))
    assert ready.course.state is CourseState.PLANNING
    assert ready.course.set_agreed_at is not None


def test_R7_after_the_first_mark_what_ready_rested_on_stays(running):
    running.mark(SIAN)
    for changes in ({"lead": CO}, {"starts_on": FIRST_DAY - timedelta(days=1)}, {"type_tier": Tier.HIGH}):
        with refused(running, "R7.plan_frozen"):
            running.do(enter_course, replace(running.course, **changes))
    running.do(enter_course, replace(running.course, co_instructors=(), venue="Garden hall"))
    assert (running.course.state, running.course.venue) == (CourseState.RUNNING, "Garden hall")


def test_R7_a_set_stays_with_the_analysis_it_was_agreed_from(agreed):
    other = TnaId(named("tna 2"))
    agreed.do(draft_tna, draft(id=other, revision_no=3))
    with refused(agreed, "R7.agreed_already"):
        agreed.do(enter_course, replace(agreed.course, tna=other))


def test_R43_who_authorised_the_analysis_can_not_be_made_the_lead_afterwards(agreed):
    agreed.do(enter_instructor, instructor(id=CO, name="Morag Reid", number="2244", staff_no="0533"))
    with refused(agreed, "R43.lead_authorised"):
        agreed.do(enter_course, replace(agreed.course, lead=CO))


# ── laid out ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_plan_takes_the_place_of_the_one_before(enrolled):
    with enrolled.store.reading() as view:
        assert all_blocks(view, COURSE) == tuple(each for _session, blocks in days() for each in blocks)
    first = session(1)
    shorter = plan("theory 30, practice 60", first)
    enrolled.do(lay_out, COURSE, [(first, shorter)])
    with enrolled.store.reading() as view:
        assert sessions_of(view, COURSE) == (first,)
        assert all_blocks(view, COURSE) == shorter
    assert len(enrolled.all(Block)) == 2


def test_a_plan_is_of_one_course(enrolled):
    strange = replace(session(1), course=CourseId(named("another course")))
    with pytest.raises(ValueError, match="own course"):
        enrolled.do(lay_out, COURSE, [(strange, plan("theory 30", strange))])
    with pytest.raises(ValueError, match="own blocks"):
        enrolled.do(lay_out, COURSE, [(session(1), plan("theory 30", session(2)))])


def test_the_days_of_a_plan_neither_overlap_nor_go_back(enrolled):
    before = days()
    for on, code in ((FIRST_DAY, "session.overlaps"), (FIRST_DAY - timedelta(days=1), "session.before_another")):
        (first, blocks), (second, rest) = days()
        with refused(enrolled, code):
            enrolled.do(lay_out, COURSE, [(first, blocks), (replace(second, on=on), rest)])
        with enrolled.store.reading() as view:
            assert sessions_of(view, COURSE) == tuple(each for each, _blocks in before)


def test_R7_a_new_plan_is_made_ready_again(ready):
    ready.do(lay_out, COURSE, days()[:1])
    assert ready.course.state is CourseState.PLANNING


def test_R1_the_first_physical_session_is_that_of_the_plan(enrolled):
    with enrolled.store.reading() as view:
        assert first_physical(view, enrolled.course).isoformat() == "2026-11-24T10:00:00"
    theory_first = [(session(1), plan("theory 60", session(1))), (session(2, day=LAST_DAY), days()[1][1])]
    enrolled.do(lay_out, COURSE, theory_first)
    with enrolled.store.reading() as view:
        assert first_physical(view, enrolled.course).isoformat() == "2026-11-25T09:30:00"
    enrolled.do(lay_out, COURSE, [])
    with enrolled.store.reading() as view:
        assert first_physical(view, enrolled.course).isoformat() == "2026-11-24T00:00:00"


# ── minutes given ───────────────────────────────────────────────────────────────────────────────────────────────────

PRACTICE = days()[0][1][4].id


def test_R51_minutes_given_stand_beside_those_planned(running):
    running.do(give_minutes, {PRACTICE: 70})
    given = running.get(Block, PRACTICE)
    assert (given.minutes, given.given) == (90, 70)


def test_R16_minutes_attended_are_counted_from_minutes_given(running):
    running.do(record_attendance, running.place(ZANETA), running.session(1), Presence.ABSENT)
    running.do(record_attendance, running.place(EOGHAN), running.session(1), Presence.LEFT_EARLY, left_at=at("11:30"))
    assert running.attendance(SIAN, 1).minutes == 255
    running.do(give_minutes, {PRACTICE: 120})
    assert running.attendance(SIAN, 1).minutes == 285
    assert running.attendance(ZANETA, 1).minutes == 0
    assert running.attendance(EOGHAN, 1).minutes == 15 + 45 + 30 + 60  # half the practice, of 120


def test_R16_who_was_there_throughout_misses_nothing_however_long_it_took(to_sign):
    to_sign.do(give_minutes, {PRACTICE: 180})
    with to_sign.store.reading() as view:
        assert not outcome_of(view, to_sign.place(SIAN)).reasons


def test_R20_a_sign_off_keeps_the_minutes_it_was_signed_on(to_sign):
    to_sign.at("16:30", LAST_DAY).do(sign_off, to_sign.place(SIAN), SIGNS)
    to_sign.do(give_minutes, {PRACTICE: 120})
    assert to_sign.attendance(SIAN, 1).minutes == 255
    assert to_sign.attendance(ZANETA, 1).minutes == 285


# ── ready ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def codes_of(a: ACourse) -> list[str]:
    with a.store.reading() as view:
        return [each.code for each in readiness(view, view.get(Course, COURSE))]


def test_R46_R47_a_good_plan_is_ready_and_asks_nothing(enrolled):
    assert codes_of(enrolled) == []
    enrolled.do(make_ready, COURSE)
    assert enrolled.course.state is CourseState.READY


Change = Callable[[ACourse], Any]


def _lead(**changes: Any) -> Change:
    return lambda a: a.do(enter_instructor, instructor(**changes))


def _course(**changes: Any) -> Change:
    return lambda a: a.do(enter_course, replace(a.course, **changes))


def _without(*kinds: BlockKind) -> Change:
    def change(a: ACourse) -> None:
        a.do(lay_out, COURSE, [(held, [each for each in blocks if each.kind not in kinds]) for held, blocks in days()])

    return change


OTHER = OrganisationId(named("other organisation"))


def _of_another_organisation(a: ACourse) -> None:
    a.do(enter_organisation, Organisation(id=OTHER, name="Elsewhere"))
    a.do(enter_instructor, instructor(organisation=OTHER))


def _nobody(a: ACourse) -> None:
    for name in PHYSICAL:
        a.do(give_up_place, a.place(name), "On leave")


def _prevention_last(a: ACourse) -> None:
    (first, blocks), second = days()
    moved = [replace(each, position=20) if each.kind is BlockKind.PREVENTION else each for each in blocks]
    a.do(lay_out, COURSE, [(first, moved), second])


STOPS: dict[str, Change] = {
    "course.nobody": _nobody,
    "R13.none": _lead(authorisation_ref=""),
    "R13.not_yet": _lead(authorised_from=LAST_DAY),
    "R13.expires": _lead(expires=FIRST_DAY),  # in the middle of the course
    "R13.other_organisation": _of_another_organisation,
    "R13.programme": _lead(programme="CALM PI"),
    "R46.other_tier": _course(type_tier=Tier.MEDIUM),
}
WARNS: dict[str, Change] = {
    "R14.first_aid": _lead(first_aid_expires=FIRST_DAY),
    "R35.part_missing": _without(BlockKind.DEBRIEF),
    "R35.physical_first": _prevention_last,
    "R5.too_little": lambda a: a.set_numbers(practice_floor_minutes=51),
    "R47.too_little": lambda a: a.set_numbers(assessment_floor_seconds=2001),
}


@pytest.mark.parametrize("code", STOPS)
def test_what_stops_ready(enrolled, code):
    STOPS[code](enrolled)
    with refused(enrolled, code):
        enrolled.do(make_ready, COURSE, reasons={code: "Please"})
    assert enrolled.course.state is CourseState.PLANNING


@pytest.mark.parametrize("code", WARNS)
def test_R51_what_ready_goes_past_with_a_reason(enrolled, code):
    WARNS[code](enrolled)
    with refused(enrolled, code):
        enrolled.do(make_ready, COURSE)
    enrolled.do(make_ready, COURSE, reasons={code: "Seen and settled"})
    assert enrolled.course.state is CourseState.READY
    override = enrolled.overrides()[code]
    assert (override.course, override.reason, override.by) == (COURSE, "Seen and settled", "Ruairidh MacLeod")
    assert override.sentence


def test_R13_R46_the_tier_of_a_course_is_the_highest_of_its_set_and_the_leads_is_not_below(drafted):
    drafted.do(leave_out, TNA, {"W1": "Not enough"})
    drafted.do(choose, TNA, choice("W9", drafted.risk(1), higher_tier_reason="Great strength"))
    drafted.do(authorise, TNA, SIGNED_IN_OCTOBER)
    drafted.do(enter_course, planned(type_tier=Tier.HIGH))
    drafted.do(agree_set, COURSE)
    drafted.do(enrol, COURSE, drafted.take_in("Mair"))
    drafted.do(lay_out, COURSE, days())
    assert codes_of(drafted) == ["R47.not_demonstrated"]
    drafted.do(enter_instructor, instructor(highest_tier=Tier.MEDIUM))
    assert codes_of(drafted) == ["R13.tier", "R47.not_demonstrated"]
    drafted.do(enter_course, replace(drafted.course, type_tier=Tier.LOW))
    assert codes_of(drafted) == ["R13.tier", "R47.not_demonstrated", "R46.other_tier"]


def test_R7_without_a_set_a_plan_or_people_nothing_is_ready(authorised):
    authorised.do(enter_course, planned())
    with refused(
        authorised,
        "R7.not_agreed",
        "course.nobody",
        "course.no_plan",
        "R35.part_missing",
        "R35.part_missing",
        "R35.part_missing",
    ):
        authorised.do(make_ready, COURSE)


def test_R47_each_technique_is_shown_before_it_is_practised(enrolled):
    _without(BlockKind.DEMONSTRATION)(enrolled)
    assert codes_of(enrolled) == ["R47.not_demonstrated"] * 3


def test_R13_an_authorisation_not_confirmed_is_noted_and_stops_nothing(enrolled):
    enrolled.do(enter_instructor, instructor(confirmed=False))
    assert codes_of(enrolled) == ["R13.not_confirmed"]
    enrolled.do(make_ready, COURSE)
    assert not enrolled.overrides()


def test_R12_the_ratio_counts_instructors_authorised_for_all_of_the_course(enrolled):
    enrolled.set_numbers(ratio_warn=1, ratio_block=2)
    assert codes_of(enrolled) == ["R12.many"]
    jean = instructor(id=CO, name="Jean Macdonald", number="2244", staff_no="0533", expires=FIRST_DAY)
    enrolled.do(enter_instructor, jean)
    assert codes_of(enrolled) == ["R12.second_instructor"]


def test_R40_a_course_of_theory_is_ready_with_its_people_its_plan_and_its_lead(authorised):
    authorised.do(enter_course, planned(kind=CourseKind.CORE_THEORY))
    assert codes_of(authorised) == ["course.no_people", "course.no_plan"]
    authorised.do(lay_out_from_type, COURSE, "core_theory_one_day")
    with refused(authorised, "course.no_people"):
        authorised.do(make_ready, COURSE)
    authorised.do(enrol, COURSE, authorised.take_in("Mair"), Part.THEORY)
    assert codes_of(authorised) == []
    assert authorised.do(make_ready, COURSE).state is CourseState.READY


def test_R7_ready_is_not_asked_again_after_the_first_mark(running):
    running.mark(SIAN)
    with refused(running, "R7.plan_frozen"):
        running.do(make_ready, COURSE)


def test_ready_is_put_back_with_its_overrides(enrolled):
    enrolled.do(enter_instructor, instructor(first_aid_expires=None))
    enrolled.do(make_ready, COURSE, reasons={"R14.first_aid": "Jean gives first aid"})
    enrolled.desk.undo()
    assert enrolled.course.state is CourseState.PLANNING
    assert not enrolled.overrides()


def test_R34_head_office_is_told_on_a_day(enrolled):
    enrolled.do(note_told, COURSE, date(2026, 10, 21))
    assert enrolled.course.head_office_told_on == date(2026, 10, 21)


def test_what_is_not_there_can_not_be_planned(enrolled):
    with pytest.raises(CalmError) as said:
        enrolled.do(make_ready, CourseId(named("another course")))
    assert said.value.code == "store.no_record"


def test_R43_before_the_set_is_agreed_a_course_may_rest_on_another_analysis_and_have_another_lead(authorised):
    authorised.do(enter_course, planned())
    other = TnaId(named("tna 2"))
    authorised.do(draft_tna, draft(id=other, revision_no=3))
    authorised.do(enter_course, planned(tna=other, lead=CO, co_instructors=()))
    assert authorised.course == planned(tna=other, lead=CO, co_instructors=())


def test_what_was_entered_before_is_changed_in_the_words_of_undo(agreed):
    course, lead = agreed.course, agreed.get(Instructor, LEAD)
    (own,) = agreed.all(Organisation)
    for wish, value, told in (
        (enter_course, replace(course, co_instructors=()), f"{course.ref} changed"),
        (enter_instructor, replace(lead, staff_no="0999"), f"profile of {lead.name} changed"),
        (enter_organisation, replace(own, privacy_notice_version="4"), f"{own.name} changed"),
        (enter_course, replace(course, id=CourseId(named("new")), ref="ET-9"), "ET-9 entered"),
    ):
        agreed.do(wish, value)
        undo = agreed.desk.next_undo
        assert undo_label(undo.wish, undo.facts) == f"Undo: {told}"


def test_nobody_is_on_two_courses_at_the_same_hours_without_a_word(ready):
    other = replace(ready.course, id=CourseId(named("other")), ref="ET-2", state=CourseState.PLANNING)
    ready.do(enter_course, other)
    ready.do(enrol, other.id, [PersonId(named(SIAN)), PersonId(named(ZANETA))])
    before = {each.code for each in readiness(ready.store.reading(), ready.get(Course, other.id))}
    assert "course.people_elsewhere" not in before  # no plan yet
    later = [
        (replace(session, id=SessionId(named(f"other {session.number}")), course=other.id), blocks)
        for session, blocks in days()
    ]
    later = [
        (session, tuple(replace(each, id=BlockId(named(f"{each.id}")), session=session.id) for each in blocks))
        for session, blocks in later
    ]
    ready.do(lay_out, other.id, later)
    found = [each for each in readiness(ready.store.reading(), ready.get(Course, other.id)) if "elsewhere" in each.code]
    assert sorted(each.code for each in found) == [
        "course.instructor_elsewhere",
        "course.instructor_elsewhere",
        "course.people_elsewhere",
    ]
    assert found[-1].facts["count"] == 2
    ready.do(move_course, other.id, date(2027, 2, 2))
    assert not [
        each for each in readiness(ready.store.reading(), ready.get(Course, other.id)) if "elsewhere" in each.code
    ]
