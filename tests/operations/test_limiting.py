"""The set of a course: agreed once, from an authorised analysis, limited, and pinned as it was then (R2 to R8)."""

from dataclasses import replace
from datetime import date

import pytest

from calm_instructor.domain.assessment import Outcome
from calm_instructor.domain.course import Course, CourseState, CourseTechnique
from calm_instructor.domain.ids import CatalogueId, TechniqueId
from calm_instructor.domain.needs import Selection
from calm_instructor.domain.technique import Catalogue, Tier
from calm_instructor.operations.analysing import answer_need, choose, draft_tna, end_risk, leave_out, list_risk
from calm_instructor.operations.authorising import authorise
from calm_instructor.operations.limiting import agree_set, set_of
from calm_instructor.operations.planning import enter_course, lay_out
from calm_instructor.operations.preparing import enter_instructor, load_catalogue
from tests.domain.people_and_things import LEAD, SIGNED_IN_OCTOBER, instructor, named
from tests.operations.a_course import (
    AGREED_ON,
    CATALOGUE,
    COURSE,
    DRAWN_UP,
    SIAN,
    TNA,
    ACourse,
    catalogue,
    choice,
    days,
    draft,
    planned,
    refused,
    technique,
)


def drafted_with(a: ACourse, count: int) -> None:
    """A draft with ``count`` risks and one technique for each."""
    holds = {f"more {number}": 20 - number for number in range(1, count + 1)}
    a.do(draft_tna, draft(holds))
    for number in range(1, count + 1):
        risk = a.do(list_risk, TNA, f"more {number}", f"Hold {number}")
        a.do(choose, TNA, choice(f"M{number}", risk.id))
    a.do(answer_need, TNA, True, "Holds occur every month.")


def limited_to(a: ACourse, count: int, **reasons: str) -> None:
    """An authorised analysis of so many techniques, and a course on it."""
    drafted_with(a, count)
    a.at("10:00", SIGNED_IN_OCTOBER.on).do(authorise, TNA, SIGNED_IN_OCTOBER, reasons=reasons)
    a.at("09:00", AGREED_ON).do(enter_course, planned())


def test_R7_agreed_is_the_analysis_choice_pinned_with_names_tiers_and_version(agreed):
    with agreed.store.reading() as view:
        pinned = set_of(view, COURSE)
    assert [(each.code, each.name, each.tier, each.persons) for each in pinned] == [
        ("W1", "Release W1", Tier.LOW, 1),
        ("H1", "Release H1", Tier.LOW, 1),
        ("S1", "Release S1", Tier.LOW, 1),
    ]
    assert [each.position for each in pinned] == [1, 2, 3]
    assert [each.risks for each in pinned] == [(agreed.risk(1),), (agreed.risk(2),), (agreed.risk(3),)]
    assert {(each.generic, each.catalogue_version, each.reason) for each in pinned} == {
        (True, "2026", "The hold lasts.")
    }
    course = agreed.course
    assert (course.set_agreed_at, course.set_agreed_by, course.catalogue) == (agreed.now, LEAD, CATALOGUE)
    assert (course.set_frozen_at, course.state) == (None, CourseState.PLANNING)


def test_R7_a_later_catalogue_does_not_change_what_was_pinned(agreed):
    pinned = agreed.all(CourseTechnique)
    later = Catalogue(id=CatalogueId(named("later")), name="Later", issuer="CALM", version="2027", generic=False)
    renamed = replace(
        technique("W1", "wrist"), id=TechniqueId(named("W1 of 2027")), catalogue=later.id, name="Other words"
    )
    agreed.do(load_catalogue, later, [renamed])
    assert agreed.all(CourseTechnique) == pinned


def test_R7_a_set_is_agreed_once(agreed):
    with refused(agreed, "R7.agreed_already"):
        agreed.do(agree_set, COURSE)


def test_R2_an_analysis_that_nobody_authorised_carries_no_set(drafted):
    drafted.do(enter_course, planned())
    with refused(drafted, "R2.not_authorised"):
        drafted.do(agree_set, COURSE)


def test_R2_without_a_current_risk_or_a_technique_there_is_no_set(drafted):
    for number in (1, 2, 3):
        drafted.do(end_risk, drafted.risk(number), "Not met any more")
    drafted.do(leave_out, TNA, dict.fromkeys(("W1", "H1", "S1"), "Its risk has ended"))
    drafted.do(authorise, TNA, SIGNED_IN_OCTOBER)
    drafted.do(enter_course, planned())
    with refused(drafted, "R2.no_current_risk", "R2.nothing_chosen"):
        drafted.do(agree_set, COURSE)


def test_R43_the_lead_of_a_course_can_not_have_authorised_its_analysis(drafted):
    signed = replace(SIGNED_IN_OCTOBER, name="ruairidh  MACLEOD")
    drafted.do(authorise, TNA, signed, reasons={"R43.is_instructor": "The manager is away until spring"})
    drafted.do(enter_course, planned())
    with refused(drafted, "R43.lead_authorised"):
        drafted.do(agree_set, COURSE)


@pytest.mark.parametrize(("day", "is_good"), [(date(2027, 10, 5), True), (date(2027, 10, 6), False)])
def test_R8_a_set_rests_on_an_analysis_of_the_last_twelve_months(authorised, day, is_good):
    authorised.do(enter_course, planned())
    authorised.at("09:00", day)
    if is_good:
        authorised.do(agree_set, COURSE)
    else:
        with refused(authorised, "R8.run_out"):
            authorised.do(agree_set, COURSE)


def test_R8_the_months_are_the_organisations_number(authorised):
    authorised.do(enter_course, planned())
    authorised.set_numbers(tna_valid_months=1)
    with refused(authorised.at("09:00", date(2026, 11, 6)), "R8.run_out"):
        authorised.do(agree_set, COURSE)


def test_R4_eight_need_no_reason(prepared):
    limited_to(prepared, 8)
    assert len(prepared.do(agree_set, COURSE)) == 8
    assert not prepared.overrides()


def test_R4_nine_need_a_reason_at_the_signature_and_at_the_set(prepared):
    limited_to(prepared, 9, **{"R4.many": "Two services under one roof"})
    with refused(prepared, "R4.many"):
        prepared.do(agree_set, COURSE)
    prepared.do(agree_set, COURSE, reasons={"R4.many": "Two services, agreed with head office"})
    assert {(each.tna, each.course, each.reason) for each in prepared.all(type(prepared.overrides()["R4.many"]))} == {
        (TNA, None, "Two services under one roof"),
        (None, COURSE, "Two services, agreed with head office"),
    }


def test_R4_above_the_cap_no_reason_helps(prepared):
    prepared.set_numbers(techniques_never_above=11)
    drafted_with(prepared, 12)
    with refused(prepared, "R4.never"):
        prepared.at("10:00", SIGNED_IN_OCTOBER.on)
        prepared.do(authorise, TNA, SIGNED_IN_OCTOBER, reasons={"R4.many": "Please", "R4.never": "Please"})


def test_R4_the_cap_is_asked_again_when_the_set_is_agreed(prepared):
    limited_to(prepared, 9, **{"R4.many": "Two services under one roof"})
    prepared.set_numbers(techniques_never_above=8)
    with refused(prepared, "R4.never"):
        prepared.do(agree_set, COURSE, reasons={"R4.many": "Please", "R4.never": "Please"})


def test_R6_a_risk_left_open_is_asked_about_again(drafted):
    drafted.do(leave_out, TNA, {"H1": "Twice a year"})
    drafted.do(authorise, TNA, SIGNED_IN_OCTOBER, reasons={"R6.uncovered": "Looked at again in spring"})
    drafted.do(enter_course, planned())
    with refused(drafted, "R6.uncovered"):
        drafted.do(agree_set, COURSE)


def test_R7_the_first_mark_freezes_set_and_plan(running):
    assert running.course.set_frozen_at is None
    running.mark(SIAN, "W1", "N")
    course = running.course
    assert (course.set_frozen_at, course.state) == (running.now, CourseState.RUNNING)
    with refused(running, "R7.agreed_already"):
        running.do(agree_set, COURSE)
    with refused(running, "R7.plan_frozen"):
        running.do(lay_out, COURSE, days())
    with refused(running, "R7.plan_frozen"):
        running.do(enter_course, replace(course, ends_on=date(2026, 11, 26)))
    running.at("12:40").mark(SIAN, "H1")
    assert running.get(Course, COURSE).set_frozen_at == at_first_mark(running)


def at_first_mark(a: ACourse):
    (first,) = a.cell(SIAN, "W1")
    return first.recorded_at


def test_R7_a_reason_why_not_assessed_is_a_mark_too(running):
    running.mark(SIAN, "W1", "-")
    assert running.cell(SIAN, "W1")[0].outcome is Outcome.NOT_ASSESSED
    assert running.course.set_frozen_at == running.now


def test_R7_the_set_stays_frozen_when_the_first_mark_is_taken_back(running):
    running.mark(SIAN)
    running.desk.undo()
    assert running.course.set_frozen_at == running.now


def test_a_lead_who_changes_name_is_still_the_lead(authorised):
    authorised.do(enter_course, planned())
    authorised.do(enter_instructor, instructor(name="Morag Reid"))
    with refused(authorised, "R43.lead_authorised"):
        authorised.do(agree_set, COURSE)


# ── R3: chosen is only what a current risk asks for ─────────────────────────────────────────────────────────────────


def test_R3_a_technique_that_meets_no_current_risk_is_not_chosen(drafted):
    with refused(drafted, "R3.no_current_risk_met"):
        drafted.do(choose, TNA, choice("M1", drafted.risk(1)))
    drafted.do(leave_out, TNA, {"H1": "Its risk may have ended"})
    drafted.do(end_risk, drafted.risk(2), "Not met since March")
    with refused(drafted, "R3.no_current_risk_met"):
        drafted.do(choose, TNA, choice("H1", drafted.risk(2)))


def test_R3_of_a_technique_already_chosen_the_words_still_change_when_its_risk_has_ended(drafted):
    drafted.do(end_risk, drafted.risk(2), "Not met since March")
    drafted.do(choose, TNA, choice("H1", drafted.risk(2), why_this_one="Until the review."))
    (said,) = drafted.all(Selection, tna=TNA, technique="H1")
    assert said.why_this_one == "Until the review."


def test_R24_a_withdrawn_technique_is_not_chosen(drafted):
    later = replace(catalogue()[0], id=CatalogueId(named("later")), version="2027")
    gone = replace(
        technique("W9", "wrist"), id=TechniqueId(named("W9 of 2027")), catalogue=later.id, withdrawn_on=DRAWN_UP
    )
    drafted.do(load_catalogue, later, [gone])
    with refused(drafted, "R24.withdrawn"):
        drafted.do(choose, TNA, choice("W9", drafted.risk(1)))
