"""What the step of a course's set shows: the choice of the TNA and what of it is taught, what would be asked, what waits."""

from dataclasses import replace
from datetime import date

from calm_instructor.domain.course import CourseKind
from calm_instructor.domain.ids import CourseId
from calm_instructor.domain.technique import Tier
from calm_instructor.messages import sentence
from calm_instructor.operations.analysing import draft_tna, leave_out
from calm_instructor.operations.limiting import agree_set
from calm_instructor.operations.planning import enter_course
from calm_instructor.operations.revising import revise
from calm_instructor.operations.signing import sign_off
from calm_instructor.operations.varying import leave_out_of_set, move_in_set
from calm_instructor.operations.viewing.left import left_of
from calm_instructor.operations.viewing.limited_set import LimitedSet, limited_set
from calm_instructor.operations.viewing.limited_set_lines import TIER
from calm_instructor.operations.viewing.picking import Act, Offered, Standing
from tests.domain.people_and_things import LAST_DAY, named
from tests.operations.a_course import (
    AGREED_ON,
    COURSE,
    SIAN,
    SIGNS,
    TNA,
    ACourse,
    draft,
    planned,
    signed_anew,
)

WHY = "Nobody grabs sleeves here"


def seen(a: ACourse, course: CourseId = COURSE) -> LimitedSet:
    with a.store.reading() as view:
        return limited_set(view, course, a.now)


def offered(a: ACourse, code: str) -> Offered:
    return next(each for each in seen(a).picking.offered if each.code == code)


def left(a: ACourse) -> list[tuple[str, object]]:
    with a.store.reading() as view:
        found = left_of(view, COURSE, a.now)
        return [(each.title, each.place.focus) for each in found.steps["techniques"]]


def entered(a: ACourse) -> ACourse:
    a.at("09:00", AGREED_ON).do(enter_course, planned())
    return a


def test_before_it_is_agreed_the_set_is_the_choice_of_the_tna(authorised):
    shown = seen(entered(authorised))
    assert [each.code for each in shown.rows] == ["W1", "H1", "S1"]
    assert (shown.agreed, shown.frozen, shown.asked, shown.may_be_agreed, shown.is_whole) == ("", "", (), True, True)
    assert shown.rows[0].met == "Risk 1 · wrist held, 9 times"
    assert shown.told.startswith("As chosen in TNA-2217-26-003 revision 2.")
    assert shown.reasons["W1"] == "The hold lasts."


def test_R3_each_technique_of_the_catalogue_says_how_this_course_sees_it(authorised):
    a = entered(authorised)
    a.do(leave_out_of_set, COURSE, "S1", WHY)
    told = {
        code: (offered(a, code).standing, offered(a, code).may_add, offered(a, code).said)
        for code in ("W1", "S1", "W9", "B1")
    }
    assert told == {
        "W1": (Standing.IN_SET, False, "in the set"),
        "S1": (Standing.LEFT_OUT, True, f"left out of this course: {WHY}"),
        "W9": (Standing.MEETS, False, "not chosen in the TNA"),
        "B1": (Standing.NO_RISK, False, "no current risk"),
    }
    assert offered(a, "S1").wanted
    shown = seen(a)
    assert (shown.is_whole, len(shown.rows)) == (False, 2)
    assert shown.told.startswith("2 of the 3 chosen in TNA-2217-26-003 revision 2.")


def test_another_order_is_not_the_tnas_selection(authorised):
    a = entered(authorised)
    a.do(move_in_set, COURSE, "S1", -1)
    assert not seen(a).is_whole
    a.do(move_in_set, COURSE, "S1", 1)
    assert seen(a).is_whole


def test_R2_what_is_in_the_way_of_agreeing_is_said(drafted):
    drafted.do(draft_tna, draft())
    drafted.do(enter_course, planned())
    shown = seen(drafted)
    assert any(each.blocks and "not authorised" in sentence(each) for each in shown.asked)
    assert shown.picking.lines[0].tone == "stop"
    assert not shown.may_be_agreed


def test_R7_agreed_then_frozen(running):
    shown = seen(running)
    assert shown.agreed.startswith("Agreed on 20 Oct 2026 by Ruairidh MacLeod")
    assert (shown.frozen, shown.asked) == ("", ())
    running.mark(SIAN)
    assert seen(running).frozen.startswith("Frozen at")
    assert seen(running).picking.may_change


def test_R30_nothing_is_changed_in_a_closed_course(closed):
    shown = seen(closed)
    assert not shown.is_open
    assert shown.told.endswith("The course is over, and its set stays as it is. Low tier.")
    assert not shown.picking.may_change
    assert shown.newer is None


def test_R40_a_course_of_theory_has_no_set_and_is_asked_for_none(authorised):
    authorised.at("09:00", AGREED_ON).do(enter_course, planned(kind=CourseKind.CORE_THEORY))
    shown = seen(authorised)
    assert (shown.rows, shown.asked, shown.picking.lines, shown.may_be_agreed) == ((), (), (), False)
    assert shown.told == "A course of theory teaches no techniques, and has no set."


def test_R6_a_risk_that_the_course_leaves_uncovered_offers_its_technique_before_and_after_agreement(authorised):
    a = entered(authorised)
    a.do(leave_out_of_set, COURSE, "S1", WHY)
    for _once in range(2):
        (line,) = [each for each in seen(a).picking.lines if each.act is Act.COVER]
        assert line.of == "S1"
        if seen(a).agreed:  # with its reason, so it is told and nothing is left to do
            assert (line.sentence, line.tone) == (f"Risk 3 is left uncovered here: {WHY}.", "info")
        else:
            assert (line.sentence, line.tone) == ("Risk 3 is not covered: sleeve held.", "warn")
            assert ("Risk 3 is not covered", planned().ref) in left(a)
            a.do(agree_set, COURSE, reasons={"R6.uncovered_here": WHY})


def test_R7_what_is_out_of_an_agreed_set_says_since_when_and_why(agreed):
    agreed.do(leave_out_of_set, COURSE, "S1", WHY)
    assert offered(agreed, "S1").said == f"taken out on 20 Oct 2026 09:00: {WHY}"


def test_R5_practice_is_said_for_each_technique_beside_the_floor_and_the_published_example(ready):
    (line,) = [each for each in seen(ready).picking.lines if "practice" in each.sentence]
    assert line.sentence == (
        "50 min of practice for each of 3 techniques. Warning below 12 min; 6 min 23 s is a published example of too little."
    )
    assert line.tone == "ok"
    ready.set_numbers(practice_floor_minutes=51)
    assert [each.tone for each in seen(ready).picking.lines if "practice" in each.sentence] == ["warn"]


def test_R5_without_a_plan_there_is_nothing_to_say_of_practice(agreed):
    assert not [each for each in seen(agreed).picking.lines if "practice" in each.sentence]


def test_R46_a_course_planned_at_another_tier_than_its_set_is_told_until_the_first_mark(ready):
    ready.do(enter_course, replace(ready.course, type_tier=Tier.MEDIUM))
    (line,) = [each for each in seen(ready).picking.lines if each.of == TIER]
    assert "planned as: Medium tier. Its set is: Low tier" in line.sentence
    assert seen(ready).tier is Tier.LOW
    with ready.store.reading() as view:
        focused = [each.place for each in left_of(view, COURSE, ready.now).steps["plan"] if each.place.focus == "tier"]
    assert [each.step for each in focused] == ["techniques"]


def test_R7_a_newer_revision_says_what_it_would_change_and_is_offered(enrolled):
    assert (seen(enrolled).newer, left(enrolled)) == (None, [])
    signed_anew(
        enrolled,
        lambda a, tna: a.do(leave_out, tna, {"S1": "None in half a year"}),
        R6_uncovered="Looked at again in spring",
    )
    newer = seen(enrolled).newer
    assert newer is not None
    assert (newer.number, newer.may_be_taken) == (3, True)
    assert newer.told.endswith("This course stays on revision 2 until you take the newer one on. It would take out S1.")
    assert left(enrolled) == [("A newer revision of the TNA", "newer")]


def test_R7_what_keeps_a_course_on_its_revision_is_said_and_nothing_is_left_to_do_for_it(to_sign):
    to_sign.at("16:30", LAST_DAY).do(sign_off, to_sign.place(SIAN), SIGNS)
    signed_anew(to_sign)
    newer = seen(to_sign).newer
    assert newer is not None
    assert not newer.may_be_taken
    assert "people are signed off under it (1)" in newer.told
    assert left(to_sign) == []


def test_the_set_is_compared_with_that_of_the_last_course_at_the_site(agreed):
    assert seen(agreed).picking.against is None
    begun = agreed.do(revise, TNA)
    agreed.do(leave_out, begun.id, {"S1": "Not met any more"})
    later = {"id": CourseId(named("later")), "ref": "ET-2217-26-015", "tna": begun.id}
    agreed.do(enter_course, planned(**later, starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 2)))
    beside = seen(agreed, CourseId(named("later"))).picking.against
    assert beside is not None
    assert (beside.ref, beside.lines) == (
        "ET-2217-26-014",
        (("Left out", "S1"), ("Kept", "2 techniques")),
    )
