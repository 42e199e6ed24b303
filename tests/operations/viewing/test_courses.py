"""The list of courses, what a new one may rest on, and what a type brings."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from calm_instructor.domain.course import (
    BlockKind,
    CourseKind,
    CourseState,
    ModelPart,
    minutes_by_kind,
    minutes_by_part,
)
from calm_instructor.domain.ids import CourseId, TnaId
from calm_instructor.domain.technique import Tier
from calm_instructor.exchange.reading.course_types import course_types
from calm_instructor.messages.lamps import Lamp
from calm_instructor.operations.analysing import answer_need, draft_tna, leave_out
from calm_instructor.operations.arranging import set_day
from calm_instructor.operations.authorising import authorise
from calm_instructor.operations.planning import (
    all_blocks,
    blocks_of,
    cancel_course,
    enter_course,
    note_told,
    readiness,
    sessions_of,
)
from calm_instructor.operations.preparing import enter_instructor
from calm_instructor.operations.scheduling import lay_out_from_type, plan_new_course
from calm_instructor.operations.sending import send_course
from calm_instructor.operations.viewing.courses import CourseLine, courses_of
from calm_instructor.operations.viewing.new_course import (
    Brought,
    Chosen,
    NewCourse,
    brought_by,
    course_to_plan,
    earlier_course,
    new_course,
)
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, LEAD, SIGNED_IN_OCTOBER, at, instructor, named
from tests.operations.a_course import AGREED_ON, CO, COURSE, DAY_AFTER, TNA, ACourse, draft

NEW = CourseId(named("new course"))


def only(a: ACourse) -> CourseLine:
    (line,) = a.desk.read(courses_of, a.now).lines
    return line


def offered(a: ACourse) -> NewCourse:
    return a.desk.read(new_course, a.now)


def chosen(**changes) -> Chosen:
    own = {"type_code": "initial_two_days", "tna": TNA, "first_day": FIRST_DAY, "lead": LEAD, "co_instructors": (CO,)}
    return Chosen(**{**own, **changes})


def brought(a: ACourse, **changes) -> Brought:
    return a.desk.read(brought_by, chosen(**changes))


# ── the list ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_course_in_the_list(ready):
    line = only(ready)
    assert (line.course, line.ref, line.state) == (COURSE, ready.course.ref, CourseState.READY)
    assert (line.people, line.lead) == (4, instructor().name)
    assert line.when == "Tue 24 Nov 2026 to Wed 25 Nov 2026"


def test_R34_before_the_day_it_says_whether_head_office_was_told(ready):
    assert (only(ready).sent, only(ready).sent_lamp) == ("Not told yet", Lamp.TODO)
    assert only(ready.at("09:00", date(2026, 11, 10))).sent_lamp is Lamp.WARN
    ready.do(note_told, COURSE, AGREED_ON)
    assert (only(ready).sent, only(ready).sent_lamp) == ("Told 20 Oct 2026", Lamp.OK)


def test_R31_afterwards_whether_it_was_sent(closed, tmp_path):
    assert only(closed).sent == "Not sent"
    assert not only(closed).is_on_its_way
    assert only(closed.at("09:00", date(2026, 11, 30))).sent == "Not sent, 4 days"
    send_course(closed.desk, COURSE, tmp_path)
    assert (only(closed).sent, only(closed).sent_lamp) == ("Exported 30 Nov 2026", Lamp.INFO)
    assert only(closed).is_on_its_way


def test_nothing_is_sent_of_a_course_that_was_cancelled(ready):
    ready.do(cancel_course, COURSE, reasons={"R30.cancelling": "The hall has burnt down"})
    assert (only(ready).sent, only(ready).state) == ("Nothing to send", CourseState.CANCELLED)


def test_what_comes_stands_before_what_has_ended(closed):
    closed.at("09:00", DAY_AFTER)
    for number, day in enumerate((date(2026, 12, 14), date(2026, 12, 7))):
        course = closed.desk.read(course_to_plan, chosen(first_day=day), CourseId(named(f"later {number}")))
        closed.do(plan_new_course, course, "initial_two_days")
    lines = closed.desk.read(courses_of, closed.now).lines
    assert [each.starts_on for each in lines] == [date(2026, 12, 7), date(2026, 12, 14), FIRST_DAY]
    assert [each.course for each in closed.desk.read(courses_of, closed.now).of(CourseState.CLOSED)] == [COURSE]


def test_there_may_be_none(prepared):
    assert prepared.desk.read(courses_of, prepared.now).lines == ()


# ── what a new one may rest on ──────────────────────────────────────────────────────────────────────────────────────


def test_R2_R40_only_an_authorised_analysis_with_a_need_carries_a_course(drafted):
    (option,) = offered(drafted).tnas
    assert option.codes == ("R2.not_authorised",)
    assert "not authorised" in option.why_not
    drafted.at("10:00", SIGNED_IN_OCTOBER.on).do(authorise, TNA, SIGNED_IN_OCTOBER)
    (option,) = offered(drafted).usable()
    assert (option.techniques, option.why_not) == (("W1", "H1", "S1"), "")


def test_R8_one_that_has_run_out_carries_none(authorised):
    (option,) = offered(authorised.at("09:00", date(2028, 1, 10))).tnas
    assert option.codes == ("R8.run_out",)
    assert offered(authorised).usable() == ()


def test_R40_one_without_need_says_so(drafted):
    other = TnaId(named("no need"))
    drafted.do(draft_tna, draft({}, id=other, ref="TNA-2"))
    drafted.do(answer_need, other, False, "No hold continues.")
    assert "R40.no_need" in offered(drafted).tnas[0].codes


def test_R40_an_authorised_one_without_need_carries_theory_only(drafted):
    drafted.do(answer_need, TNA, False, "No hold continues.")
    drafted.do(leave_out, TNA, dict.fromkeys(("W1", "H1", "S1"), "Not met now"))
    a = drafted.at("10:00", SIGNED_IN_OCTOBER.on)
    a.do(authorise, TNA, SIGNED_IN_OCTOBER)
    assert offered(a).usable() == ()
    assert [each.tna for each in offered(a).usable(physical=False)] == [TNA]


@pytest.mark.parametrize("code", sorted(course_types()))
def test_R35_R5_R47_R41_every_type_as_it_comes_warns_of_nothing(agreed, code):
    """Six techniques and twelve people would fit in a day as well: the figures of the type are looked at for the small set."""
    pattern = course_types()[code]
    a = agreed
    a.set_numbers(instructor_programme=True)
    a.do(enter_instructor, instructor(programme="Escape Techniques; CALM PI"))
    a.do(enter_course, replace(a.course, kind=pattern.kind))
    a.do(lay_out_from_type, COURSE, code)
    codes = [each.code for each in readiness(a.store.reading(), a.course)]
    assert codes == (["course.no_people"] if code.startswith("core_theory") else ["course.nobody"])
    blocks = all_blocks(a.store.reading(), COURSE)
    if not code.startswith("core_theory"):
        assert minutes_by_kind(blocks)[BlockKind.PRACTICE] * 60 // 6 >= 12 * 60
        assert minutes_by_kind(blocks)[BlockKind.ASSESSMENT] * 60 // (6 * 6) >= 90
    assert any(each.must_attend and each.part is ModelPart.RECOVERY for each in blocks)


@pytest.mark.parametrize("code", ["refresher_one_day", "refresher_two_days"])
def test_R22_R35_a_refresher_of_any_length_tests_the_whole_set_and_comes_to_prevention_first_on_each_day(agreed, code):
    a = agreed
    a.do(enter_course, replace(a.course, kind=CourseKind.REFRESHER))
    a.do(lay_out_from_type, COURSE, code)
    view = a.store.reading()
    days = [blocks_of(view, session) for session in sessions_of(view, COURSE)]
    assert len(days) == (2 if code.endswith("two_days") else 1)
    tried = {code for day in days for each in day if each.kind is BlockKind.ASSESSMENT for code in each.techniques}
    assert tried == {"W1", "H1", "S1"}
    for day in days:
        first = next(number for number, each in enumerate(day) if each.kind.is_physical)
        assert any(each.kind is BlockKind.PREVENTION and each.must_attend for each in day[:first])
        assert any("Stop word" in each.title and each.must_attend for each in day[:first])
    assert minutes_by_part([each for day in days for each in day])[ModelPart.PRIMARY] > 0


def test_every_kind_of_course_has_a_type():
    assert {each.kind for each in course_types().values()} == set(CourseKind)


def test_R37_the_instructor_programme_is_a_type_only_where_it_is_delivered(authorised):
    assert "instructor_programme_two_days" not in {each.code for each in offered(authorised).types}
    assert len(offered(authorised).types) == len(course_types()) - 1
    authorised.set_numbers(instructor_programme=True)
    assert [each.code for each in offered(authorised).types] == list(course_types())


@pytest.mark.parametrize("code", ["refresher_one_day", "refresher_two_days"])
def test_a_copy_is_of_the_type_with_as_many_days_however_far_apart_they_were(agreed, code):
    a = agreed
    a.do(enter_course, replace(a.course, kind=CourseKind.REFRESHER))
    a.do(lay_out_from_type, COURSE, code)
    last = sessions_of(a.store.reading(), COURSE)[-1]
    a.do(set_day, last.id, last.on + timedelta(days=14))
    assert a.desk.read(earlier_course, COURSE, a.now).chosen.type_code == code


def test_the_types_say_what_they_bring(authorised):
    first = offered(authorised).types[0]
    assert (first.code, first.days) == ("initial_two_days", 2)
    assert first.brings == "2 days, 13 h 30 min taught, 3 h 20 min of it practice"


# ── what a choice brings ────────────────────────────────────────────────────────────────────────────────────────────


def test_R46_the_tier_is_that_of_the_choice(authorised):
    seen = brought(authorised)
    assert seen.tier is Tier.LOW
    assert seen.techniques == ("W1", "H1", "S1")
    assert [each.on for each in seen.days] == [FIRST_DAY, LAST_DAY]
    assert dict(seen.days[0].minutes)[BlockKind.PRACTICE] > 0


def test_R13_R43_what_stands_against_the_lead(authorised):
    assert brought(authorised).stops == ()
    authorised.do(enter_instructor, replace(instructor(), expires=date(2026, 11, 1)))
    assert "authorised until 1 Nov 2026" in brought(authorised).stops[0]
    assert brought(authorised).said[0][0] is Lamp.STOP


def test_the_course_of_a_choice_is_planned_in_one_act(authorised):
    a = authorised.at("09:00", AGREED_ON)
    course = a.desk.read(course_to_plan, chosen(site="Ashgrove", venue="Hall"), NEW)
    a.do(plan_new_course, course, "initial_two_days")
    (line,) = a.desk.read(courses_of, a.now).lines
    assert (line.course, line.where, line.state) == (NEW, "Ashgrove, Hall", CourseState.PLANNING)
    assert [each.on for each in sessions_of(a.store.reading(), NEW)] == [FIRST_DAY, LAST_DAY]
    a.desk.undo()
    assert a.desk.read(courses_of, a.now).lines == ()


@pytest.mark.parametrize("moment", [at("09:00", AGREED_ON)])
def test_looking_writes_nothing(authorised, moment):
    head = authorised.store.head()
    brought(authorised)
    authorised.desk.read(new_course, moment)
    assert authorised.store.head() == head
