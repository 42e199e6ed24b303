"""One person's page and the list: what they may use today answers first; tries stand apart from corrections."""

from dataclasses import replace
from datetime import date

import pytest

from calm_instructor.domain.assessment import Outcome
from calm_instructor.domain.attendance import FitnessStatus, Part
from calm_instructor.domain.ids import CatalogueId, PersonId, TechniqueId
from calm_instructor.domain.needs import Risk
from calm_instructor.domain.people import Basis, CoreTheory, Status
from calm_instructor.domain.sign_off import TraineeSignature
from calm_instructor.messages.lamps import Lamp
from calm_instructor.operations.analysing import end_risk, leave_out
from calm_instructor.operations.assessing import record_outcome, take_back
from calm_instructor.operations.authorising import authorise
from calm_instructor.operations.describing import describe
from calm_instructor.operations.enrolling import enrol, give_up_place, state_basis
from calm_instructor.operations.entering import archive_person, enter_person
from calm_instructor.operations.gathering.course_facts import CourseFacts
from calm_instructor.operations.planning import cancel_course
from calm_instructor.operations.preparing import load_catalogue
from calm_instructor.operations.registering import declare_fitness
from calm_instructor.operations.revising import revise
from calm_instructor.operations.signing import TraineeSigns, hold_ink_copy, sign_off, withdraw
from calm_instructor.operations.taking_in import take_in
from calm_instructor.operations.viewing.people import people_list
from calm_instructor.operations.viewing.person_card import person_card
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, LEAD, SIGNED_IN_OCTOBER, at, named
from tests.operations.a_course import (
    COURSE,
    DAY_AFTER,
    EOGHAN,
    NGOC,
    SIAN,
    STEPS,
    TNA,
    ZANETA,
    Stage,
    catalogue,
    look_again,
    person,
    technique,
)


def card(a, name):
    return a.desk.read(person_card, PersonId(named(name)), a.now, LEAD)


def lines(a):
    return {line.name: line for line in a.desk.read(people_list, a.now)}


def test_R21_the_first_line_names_each_technique_and_the_last_day(signed):
    seen = card(signed, SIAN)
    assert seen.today == "May use 3 techniques today, until 25 Nov 2027"
    assert [each.code for each in seen.usable] == ["W1", "H1", "S1"]
    assert all(each.name and not each.until for each in seen.usable)
    assert seen.is_generic
    assert seen.lamp is Lamp.OK
    assert seen.scope[0].startswith("In Ashgrove Care at ")
    (course,) = seen.courses
    assert (course.outcome, course.due, course.lamp) == ("Competent (full set)", "25 Nov 2027", Lamp.OK)
    assert lines(signed)[SIAN].today == "3 techniques"


def test_before_any_sign_off_nothing_may_be_used(enrolled):
    seen = card(enrolled, SIAN)
    assert (seen.today, seen.lamp) == ("May use nothing today: no course was signed off.", Lamp.STOP)
    assert seen.courses[0].outcome == "not signed yet"
    assert seen.theory == (
        "Completed 12 Oct 2026. Evidence seen: certificate, CT-118; by Ruairidh MacLeod, 20 Oct 2026."
    )
    assert card(enrolled, NGOC).theory == "No date on record."
    assert card(enrolled, NGOC).courses[0].outcome == "Theory part only"
    assert lines(enrolled)[SIAN].today == "Nothing"


def test_R48_nothing_may_be_used_before_the_ink_is_there(to_sign):
    to_sign.at("16:30", LAST_DAY).do(sign_off, to_sign.place(SIAN), TraineeSigns(state=TraineeSignature.INK_LATER))
    assert "the signed copy has not come yet" in card(to_sign, SIAN).today
    to_sign.at("09:00", DAY_AFTER).do(hold_ink_copy, to_sign.signed(SIAN).id, at("09:00", DAY_AFTER), "Office")
    assert card(to_sign, SIAN).today.startswith("May use 3 techniques today")


def test_a_sign_off_that_was_withdrawn_or_ran_out_gives_nothing(signed):
    signed.do(withdraw, signed.signed(SIAN).id, "Signed on the wrong line")
    assert "the sign-off was withdrawn on 25 Nov 2026" in card(signed, SIAN).today
    signed.at("09:00", date(2027, 11, 26))
    assert card(signed, ZANETA).today == "May use nothing today: the sign-off ran out on 25 Nov 2027."
    assert lines(signed)[ZANETA].today == "Nothing"


def test_R22_a_refresher_that_is_due_soon_is_watched(signed):
    signed.at("09:00", date(2027, 10, 1))
    assert card(signed, SIAN).lamp is Lamp.WARN
    assert (lines(signed)[SIAN].lamp, lines(signed)[SIAN].until) == (Lamp.WARN, "25 Nov 2027")


def test_R21_leaving_and_archiving_end_it_and_a_move_asks_for_a_review(closed):
    here = closed.person(SIAN)
    closed.do(enter_person, replace(here, site="Elsewhere"))
    moved = card(closed, SIAN)
    assert moved.today.startswith("May use 3 techniques today")
    closed.do(enter_person, replace(here, left_on=closed.now.date()))
    assert "authority ends with leaving" in card(closed, SIAN).today
    assert lines(closed)[SIAN].today == "Has left"
    closed.do(archive_person, here.id)
    assert "archived on 26 Nov 2026" in card(closed, SIAN).today
    assert lines(closed)[SIAN].is_archived


def test_R18_tries_stand_apart_from_what_was_taken_back_or_corrected(running):
    running.mark(SIAN, "W1", "N")
    running.mark(SIAN, "H1", "N")
    running.do(take_back, running.cell(SIAN, "H1")[0].id)
    (first,) = running.cell(SIAN, "W1")
    running.do(
        record_outcome,
        running.place(SIAN),
        running.technique("W1"),
        Outcome.COMPETENT,
        as_a_whole=True,
        corrects=first.id,
        correction_reason="Wrong row",
    )
    seen = card(running, SIAN)
    assert [(each.technique[:2], each.number, each.mark) for each in seen.tries] == [("W1", 1, Outcome.COMPETENT)]
    assert {each.remark for each in seen.corrected} == {"Taken back", "Corrected to Competent: Wrong row"}


def test_R11_the_basis_is_the_groups_or_the_persons_own(enrolled):
    assert dict(card(enrolled, SIAN).facts)["Basis"] == "Directly exposed"
    assert dict(card(enrolled, NGOC).facts)["Basis"] == "none: theory part only"
    enrolled.do(state_basis, PersonId(named(NGOC)), Basis.MANAGER, "Leads nights")
    assert dict(card(enrolled, NGOC).facts)["Basis"] == "Manager of such staff: Leads nights"


def test_R1_a_date_that_nobody_saw_the_evidence_of_is_red(enrolled):
    unseen = person("Mair", staff_no="7", core_theory=CoreTheory(completed_on=date(2026, 10, 12), provider="CALM"))
    enrolled.do(take_in, [unseen])
    seen = card(enrolled, "Mair")
    assert (seen.theory, seen.theory_lamp) == (
        "Completed 12 Oct 2026, CALM. Nobody has seen the evidence yet.",
        Lamp.STOP,
    )


@pytest.mark.parametrize("typed", ["zaneta wojcik", "4412", "WÓJCIK support", ""])
def test_people_are_found_by_any_word_whatever_the_accents(enrolled, typed):
    assert ZANETA in {line.name for line in lines(enrolled).values() if line.is_found_by(typed)}
    assert lines(enrolled)[EOGHAN].is_found_by("eoghan") is False
    assert lines(enrolled)[EOGHAN].is_found_by("eogan o ruairc")


def test_R21_an_adjustment_that_narrowed_what_was_shown_is_a_limit(running):
    at_door = {"adjustment": "Sits throughout", "limit": "Hair, seated only"}
    running.do(declare_fitness, running.place(SIAN), FIRST_DAY, FitnessStatus.ADJUSTED, **at_door)
    running.do(enter_person, replace(running.person(SIAN), status=Status.AGENCY))
    STEPS[Stage.TO_SIGN](running)
    STEPS[Stage.SIGNED](running)
    scope = card(running, SIAN).scope
    assert "Limits: Hair, seated only." in scope
    assert scope[0].startswith("Only on shifts for Ashgrove Care at ")
    assert not any(line.startswith("Limits") for line in card(running, ZANETA).scope)


def test_R21_a_newer_revision_that_names_it_no_more_asks_for_a_review(closed):
    next_one = closed.do(revise, TNA)
    risks = {each.number: each for each in closed.all(Risk, tna=next_one.id)}
    closed.do(end_risk, risks[2].id, "The person has moved")
    closed.do(leave_out, next_one.id, {"H1": "Not met now"})
    assert not any("Review" in line for line in card(closed, SIAN).scope)
    closed.do(describe, next_one.id, {"audit": replace(next_one.audit, to_day=closed.now.date())})
    look_again(closed.desk, next_one.id)
    closed.do(authorise, next_one.id, replace(SIGNED_IN_OCTOBER, on=closed.now.date()))
    told = [line for line in card(closed, SIAN).scope if line.startswith("Review before use: ")]
    assert len(told) == 1
    assert "revision 3 no longer names H1" in told[0]


def test_R24_a_technique_withdrawn_or_issued_anew_is_flagged(closed):
    later = replace(catalogue()[0], id=CatalogueId(named("later")), version="2027")
    entries = [replace(technique("H1", "hair"), catalogue=later.id, id=TechniqueId(named("H1 anew")), version="2")]
    closed.do(load_catalogue, later, entries)
    told = card(closed, SIAN).scope
    assert any("H1 Technique H1" in line or ("H1" in line and "new version" in line) for line in told)
    assert any("W1" in line and "is not in the catalogue in force" in line for line in told)
    last = replace(later, id=CatalogueId(named("last")), version="2028")
    gone = replace(entries[0], catalogue=last.id, id=TechniqueId(named("H1 gone")), withdrawn_on=date(2026, 11, 1))
    closed.do(load_catalogue, last, [gone])
    assert any("H1" in line and "was withdrawn" in line for line in card(closed, SIAN).scope)


def test_R24_the_list_flags_what_to_review_and_takes_nothing_away(closed):
    assert (lines(closed)[SIAN].today, lines(closed)[SIAN].lamp) == ("3 techniques", Lamp.OK)
    until, signed = lines(closed)[SIAN].until, closed.signed(SIAN)
    own, entries = catalogue()
    later = replace(own, id=CatalogueId(named("later")), version="2027")
    same = [replace(each, catalogue=later.id, id=TechniqueId(named(f"{each.code} later"))) for each in entries]
    closed.do(load_catalogue, later, same)
    assert lines(closed)[SIAN].today == "3 techniques"
    last = replace(own, id=CatalogueId(named("last")), version="2028")
    anew = [
        replace(each, catalogue=last.id, id=TechniqueId(named(f"{each.code} anew")), version="2")
        if each.code == "H1"
        else replace(each, catalogue=last.id, id=TechniqueId(named(f"{each.code} last")))
        for each in entries
    ]
    closed.do(load_catalogue, last, anew)
    line = lines(closed)[SIAN]
    assert (line.today, line.lamp, line.until) == ("3 techniques, review first", Lamp.WARN, until)
    assert closed.signed(SIAN) == signed


def test_a_place_given_up_and_a_sign_off_withdrawn_are_said_of_the_course(enrolled, course_at):
    enrolled.do(give_up_place, enrolled.place(SIAN), "On leave")
    assert card(enrolled, SIAN).courses[0].outcome == "Place given up"
    signed = course_at(Stage.SIGNED)
    signed.do(withdraw, signed.signed(SIAN).id, "Signed on the wrong line")
    assert card(signed, SIAN).courses[0].outcome == "Sign-off withdrawn"


def test_R51_what_was_gone_past_stands_with_the_one_it_was_for(running):
    namesake = replace(person(SIAN, staff_no="7001"), id=PersonId(named("namesake")))
    running.do(take_in, [namesake])
    running.do(enrol, COURSE, [namesake.id], Part.THEORY)
    for minute in range(3):
        running.at(f"12:{20 + minute}").mark(SIAN, "W1", "N")
    running.at("12:30").mark(SIAN, reasons={"R19.tries_used": "Coached for an hour"})
    assert "Coached for an hour" in " ".join(card(running, SIAN).overrides)
    assert card(running, ZANETA).overrides == ()
    assert running.desk.read(person_card, namesake.id, running.now).overrides == ()


def test_R51_what_was_gone_past_for_a_course_stands_with_all_who_are_on_it(enrolled):
    enrolled.do(cancel_course, COURSE, reasons={"R30.cancelling": "The hall has burnt down"})
    elsewhere = person("Mair Pugh", staff_no="7001")
    enrolled.do(take_in, [elsewhere])
    for name in (SIAN, NGOC):
        assert "The hall has burnt down" in " ".join(card(enrolled, name).overrides)
    assert card(enrolled, "Mair Pugh").overrides == ()


def test_R52_what_was_gone_past_stays_with_somebody_who_has_another_name_and_is_told_by_it(running):
    for minute in range(3):
        running.at(f"12:{20 + minute}").mark(SIAN, "W1", "N")
    running.at("12:30").mark(SIAN, reasons={"R19.tries_used": "Coached for an hour"})
    running.do(enter_person, replace(running.person(SIAN), full_name="Siân Rees"))
    (told,) = card(running, SIAN).overrides
    assert "Coached for an hour" in told
    assert "Siân Rees" in told
    assert SIAN not in told
    facts = CourseFacts.of(running.store.reading(), COURSE)
    assert [each.about for each in facts.overrides_about(running.person(SIAN))] == ["Siân Rees"]
    assert SIAN not in {each.about for each in facts.overrides}
    assert facts.overrides_about(running.person(ZANETA)) == ()
