"""A course's own set within its TNA's choice: left out, taken in, in another order; before, after agreement, and frozen."""

import csv
import io
import zipfile
from dataclasses import replace

import pytest

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import (
    Block,
    BlockKind,
    CourseState,
    CourseTechnique,
    Instructor,
    NotTaught,
    Override,
)
from calm_instructor.domain.ids import (
    CatalogueId,
    CourseId,
    CourseTechniqueId,
    EnrolmentId,
    PersonId,
    SignOffId,
    TechniqueId,
)
from calm_instructor.domain.outcomes import signing_objections
from calm_instructor.domain.people import Organisation
from calm_instructor.domain.sign_off import Result
from calm_instructor.domain.technique import Technique, Tier
from calm_instructor.exchange.package import examine_package
from calm_instructor.operations.assessing import record_knowledge
from calm_instructor.operations.closing import close_course
from calm_instructor.operations.enrolling import enrol
from calm_instructor.operations.gathering.individual_record import gather_individual_record
from calm_instructor.operations.gathering.sign_off_sheet import gather_sign_off_sheet
from calm_instructor.operations.limiting import agree_set, set_of
from calm_instructor.operations.planning import enter_course, lay_out, make_ready
from calm_instructor.operations.preparing import enter_instructor, enter_organisation, load_catalogue
from calm_instructor.operations.scheduling import codes_of
from calm_instructor.operations.sending import send_course
from calm_instructor.operations.signing import call_for_signatures, case_of, outcome_of, sign_off, withdraw
from calm_instructor.operations.taking_in import take_in
from calm_instructor.operations.varying import leave_out_of_set, move_in_set, take_into_set, take_whole_choice
from calm_instructor.operations.viewing.course_file import course_file
from calm_instructor.operations.viewing.grid import grid_of
from calm_instructor.operations.viewing.limited_set import limited_set
from calm_instructor.operations.viewing.people import authorities, people_list
from calm_instructor.operations.viewing.person_card import person_card
from calm_instructor.operations.viewing.signing import sign_off_table
from tests.domain.people_and_things import LAST_DAY, LEAD, named
from tests.operations.a_course import (
    AGREED_ON,
    COURSE,
    DAY_AFTER,
    KNOWN,
    PHYSICAL,
    SIAN,
    SIGNS,
    TNA,
    ZANETA,
    ACourse,
    catalogue,
    days,
    people,
    planned,
    refused,
    signed_anew,
    technique,
)

OUT = "Nobody grabs sleeves on these shifts"


def stands(a: ACourse) -> list[str]:
    with a.store.reading() as view:
        return [each.code for each in set_of(view, COURSE)]


def to_be_taught(a: ACourse) -> list[str]:
    with a.store.reading() as view:
        return [each.code for each in limited_set(view, COURSE, a.now).rows]


def row(a: ACourse, code: str) -> CourseTechnique:
    (found,) = a.all(CourseTechnique, course=COURSE, code=code)
    return found


def in_blocks(a: ACourse) -> set[tuple[str, ...]]:
    return {each.techniques for each in a.all(Block) if each.kind is BlockKind.DEMONSTRATION}


@pytest.fixture
def entered(authorised) -> ACourse:
    """A course on an authorised TNA, its set not agreed yet."""
    authorised.at("09:00", AGREED_ON).do(enter_course, planned())
    return authorised


# ── before agreement ────────────────────────────────────────────────────────────────────────────────────────────────


def test_R3_a_course_teaches_what_its_analysis_chose_less_what_it_leaves_out_in_its_own_order(entered):
    assert to_be_taught(entered) == ["W1", "H1", "S1"]
    entered.do(leave_out_of_set, COURSE, "S1", f" {OUT} ")
    entered.do(move_in_set, COURSE, "H1", -1)
    assert entered.course.not_taught == (NotTaught(technique="S1", reason=OUT),)
    assert to_be_taught(entered) == ["H1", "W1"]
    entered.do(take_into_set, COURSE, "S1")
    assert to_be_taught(entered) == ["H1", "W1", "S1"]
    entered.do(move_in_set, COURSE, "S1", -9)
    assert to_be_taught(entered) == ["S1", "H1", "W1"]
    entered.do(leave_out_of_set, COURSE, "W1", OUT)
    entered.do(take_whole_choice, COURSE)
    assert to_be_taught(entered) == ["W1", "H1", "S1"]


def test_R3_what_the_analysis_did_not_choose_is_refused(entered):
    for wish in (
        lambda: entered.do(take_into_set, COURSE, "W9"),
        lambda: entered.do(leave_out_of_set, COURSE, "W9", OUT),
    ):
        with refused(entered, "R3.not_in_tna"):
            wish()


def test_R6_what_is_left_out_has_its_reason(entered):
    with refused(entered, "R6.why_not_taught"):
        entered.do(leave_out_of_set, COURSE, "S1", " ")


def test_R7_what_is_in_the_set_is_not_taken_in_and_what_is_not_there_does_not_move(entered):
    with refused(entered, "R7.in_already"):
        entered.do(take_into_set, COURSE, "S1")
    entered.do(leave_out_of_set, COURSE, "S1", OUT)
    with refused(entered, "R7.not_there"):
        entered.do(move_in_set, COURSE, "S1", 1)


def test_R6_a_risk_that_the_courses_own_set_leaves_uncovered_is_asked_about_when_it_is_agreed(entered):
    entered.do(leave_out_of_set, COURSE, "S1", OUT)
    with refused(entered, "R6.uncovered_here"):
        entered.do(agree_set, COURSE)
    entered.do(agree_set, COURSE, reasons={"R6.uncovered_here": "Taught on the spring course"})
    assert stands(entered) == ["W1", "H1"]
    assert entered.overrides()["R6.uncovered_here"].subject == entered.course.ref


def test_R2_a_course_that_leaves_everything_out_has_no_set(entered):
    for code in ("W1", "H1", "S1"):
        entered.do(leave_out_of_set, COURSE, code, OUT)
    with refused(entered, "R2.nothing_taught", "R6.uncovered_here", "R6.uncovered_here", "R6.uncovered_here"):
        entered.do(agree_set, COURSE)


def test_entering_a_course_again_changes_nothing_of_its_set(entered):
    entered.do(leave_out_of_set, COURSE, "S1", OUT)
    entered.do(enter_course, planned(venue="Elsewhere"))
    assert to_be_taught(entered) == ["W1", "H1"]


def test_R3_a_course_entered_anew_on_another_analysis_teaches_the_choice_of_that_one(entered):
    entered.do(leave_out_of_set, COURSE, "S1", OUT)
    entered.do(move_in_set, COURSE, "H1", -1)
    other = signed_anew(entered)
    entered.do(enter_course, replace(entered.course, tna=other))
    assert (entered.course.not_taught, to_be_taught(entered)) == ((), ["W1", "H1", "S1"])


# ── agreed, and not frozen ──────────────────────────────────────────────────────────────────────────────────────────


def test_R7_after_agreement_the_pinned_set_changes_and_ready_is_asked_again(ready):
    kept = row(ready, "W1").id
    ready.do(leave_out_of_set, COURSE, "S1", OUT)
    assert stands(ready) == ["W1", "H1"]
    assert (row(ready, "S1").taken_out_at, row(ready, "S1").taken_out_reason) == (ready.now, OUT)
    assert ready.course.state is CourseState.PLANNING
    assert in_blocks(ready) == {("W1", "H1")}
    ready.do(make_ready, COURSE)
    ready.do(take_into_set, COURSE, "S1")
    ready.do(move_in_set, COURSE, "S1", -2)
    assert stands(ready) == ["S1", "W1", "H1"]
    assert (row(ready, "W1").id, row(ready, "S1").taken_out_at) == (kept, None)
    assert in_blocks(ready) == {("S1", "W1", "H1")}
    assert "R7.frozen" not in ready.overrides()


def test_R6_the_reason_of_what_leaves_a_risk_uncovered_is_on_record_as_gone_past(agreed):
    agreed.do(leave_out_of_set, COURSE, "S1", OUT)
    assert agreed.overrides()["R6.uncovered_here"].reason == OUT


def test_R4_the_cap_is_asked_when_something_comes_in(agreed):
    agreed.do(leave_out_of_set, COURSE, "S1", OUT)
    agreed.set_numbers(techniques_warn_above=2)
    with refused(agreed, "R4.many"):
        agreed.do(take_into_set, COURSE, "S1")
    agreed.do(take_into_set, COURSE, "S1", reasons={"R4.many": "Three in all, agreed with the manager"})
    assert stands(agreed) == ["W1", "H1", "S1"]


def test_R7_the_last_technique_stays(agreed):
    for code in ("S1", "H1"):
        agreed.do(leave_out_of_set, COURSE, code, OUT)
    with refused(agreed, "R7.last_one"):
        agreed.do(leave_out_of_set, COURSE, "W1", OUT)


def test_R46_a_set_of_another_tier_than_the_course_is_not_ready(ready):
    ready.do(enter_course, replace(ready.course, type_tier=Tier.MEDIUM))
    with refused(ready, "R46.other_tier"):
        ready.do(make_ready, COURSE)
    ready.do(enter_course, replace(ready.course, type_tier=Tier.LOW))
    ready.do(make_ready, COURSE)


# ── frozen ──────────────────────────────────────────────────────────────────────────────────────────────────────────


CHANGES = {
    "out": (lambda a, **more: a.do(leave_out_of_set, COURSE, "S1", "", **more), ["R6.uncovered_here", "R7.frozen"]),
    "moved": (lambda a, **more: a.do(move_in_set, COURSE, "S1", -1, **more), ["R7.frozen"]),
    "in": (lambda a, **more: a.do(take_into_set, COURSE, "H1", **more), ["R7.frozen"]),
    "whole choice": (lambda a, **more: a.do(take_whole_choice, COURSE, **more), ["R7.frozen"]),
}


def test_R7_what_would_change_nothing_asks_for_no_reason(running):
    running.mark(SIAN, "W1")
    head = running.store.head()
    running.do(move_in_set, COURSE, "W1", -1)
    running.do(take_whole_choice, COURSE)
    assert running.store.head() == head


@pytest.mark.parametrize("name", CHANGES)
def test_R7_R51_a_frozen_set_changes_only_for_a_reason_that_stands_on_record(running, name):
    change, asked = CHANGES[name]
    running.do(leave_out_of_set, COURSE, "H1", "Wigs only")
    running.do(make_ready, COURSE)
    running.mark(SIAN, "W1", "N")
    with refused(running, *asked):
        change(running)
    why = "The manager asked for it"
    change(running.at("12:30"), reasons=dict.fromkeys(asked, why))
    gone_past = [each for each in running.all(Override, course=COURSE) if each.at == running.now]
    assert sorted((each.code, each.reason) for each in gone_past) == [(code, why) for code in asked]
    assert running.course.state is CourseState.RUNNING


def test_R7_the_reason_of_what_is_left_out_answers_for_the_frozen_set_too(running):
    running.mark(SIAN, "W1")
    running.do(leave_out_of_set, COURSE, "S1", OUT)
    assert running.overrides()["R7.frozen"].reason == running.overrides()["R6.uncovered_here"].reason == OUT
    assert (running.overrides()["R7.frozen"].subject, row(running, "S1").taken_out_reason) == ("S1", OUT)


def test_R7_the_plan_of_a_frozen_course_stays_whatever_leaves_the_set(running):
    running.mark(SIAN, "W1")
    plan = running.all(Block)
    running.do(leave_out_of_set, COURSE, "S1", OUT)
    assert running.all(Block) == plan


def test_R7_what_was_marked_is_not_cleared_and_counts_again_when_it_is_taken_in_again(running):
    running.mark(SIAN, "S1", "N")
    marks = running.cell(SIAN, "S1")
    running.do(leave_out_of_set, COURSE, "S1", OUT)
    with refused(running, "R7.out_already"):
        running.mark(SIAN, "S1")
    assert running.cell(SIAN, "S1") == marks
    running.do(take_into_set, COURSE, "S1", reasons={"R7.frozen": "A grab last night"})
    assert (running.cell(SIAN, "S1"), row(running, "S1").taken_out_reason) == (marks, "")
    running.mark(SIAN, "S1")
    assert [each.number for each in running.cell(SIAN, "S1")] == [1, 2]


def test_R19_feedback_owed_in_what_was_taken_out_keeps_nobody_from_being_signed_off(running):
    running.mark(SIAN, "S1", "N", feedback="")
    with running.store.reading() as view:
        place = running.place(SIAN)
        owed = [no for no in signing_objections(case_of(view, place)) if no.rule == "R19"]
        assert owed
    running.do(leave_out_of_set, COURSE, "S1", OUT)
    with running.store.reading() as view:
        assert not [no for no in signing_objections(case_of(view, place)) if no.rule == "R19"]


def later_issue(a: ACourse, *entries: Technique, generic: bool = True) -> None:
    """Load the list of 2027."""
    later = replace(catalogue()[0], id=CatalogueId(named("later")), version="2027", generic=generic)
    listed = [replace(each, id=TechniqueId(named(f"{each.code} of 2027")), catalogue=later.id) for each in entries]
    a.do(load_catalogue, later, listed)


OF_2027 = (
    technique("W1", "wrist"),
    technique("H1", "hair"),
    technique("S1", "sleeve", name="Sleeves, as issued in 2027"),
)


def test_R13_R46_nothing_of_a_higher_tier_comes_into_a_frozen_set_nor_one_that_the_lead_may_not_teach(running):
    running.do(leave_out_of_set, COURSE, "S1", OUT)
    running.do(make_ready, COURSE)
    running.mark(SIAN, "W1")
    later_issue(running, technique("S1", "sleeve", tier=Tier.HIGH))
    running.do(enter_instructor, replace(running.get(Instructor, LEAD), highest_tier=Tier.LOW))
    with refused(running, "R13.tier", "R46.tier_risen", "R7.frozen"):
        running.do(take_into_set, COURSE, "S1")


def test_R24_what_was_in_a_frozen_set_comes_back_as_it_was_pinned_whatever_was_issued_since(running):
    pinned = row(running, "S1")
    running.do(leave_out_of_set, COURSE, "S1", OUT)
    running.do(make_ready, COURSE)
    running.mark(SIAN, "W1")
    later_issue(running, *OF_2027)
    running.do(take_into_set, COURSE, "S1", reasons={"R7.frozen": "A grab last night"})
    assert replace(row(running, "S1"), position=pinned.position) == pinned


def left_out_before(a: ACourse) -> ACourse:
    """The set is agreed without S1, which so never was in it."""
    a.do(leave_out_of_set, COURSE, "S1", OUT)
    a.do(agree_set, COURSE, reasons={"R6.uncovered_here": OUT})
    return a


def test_R24_nothing_of_another_issue_comes_into_a_set_that_people_are_marked_by(entered):
    a = left_out_before(entered)
    a.at("10:00", AGREED_ON).do(take_in, people())
    a.do(enrol, COURSE, [PersonId(named(name)) for name in PHYSICAL])
    a.do(lay_out, COURSE, days())
    a.do(make_ready, COURSE)
    a.at("09:00").is_open_for(*PHYSICAL)
    a.at("12:20").mark(SIAN, "W1")
    later_issue(a, *OF_2027)
    with refused(a, "R24.other_issue"):
        a.do(take_into_set, COURSE, "S1", reasons={"R7.frozen": "A grab last night"})


def test_R24_R25_before_the_first_mark_a_set_that_takes_one_of_a_later_issue_in_is_pinned_anew_as_a_whole(entered):
    a = left_out_before(entered)
    first = row(a, "W1").id
    later_issue(a, *OF_2027, generic=False)
    a.do(take_into_set, COURSE, "S1")
    assert {(each.technique, each.generic) for each in a.all(CourseTechnique)} == {
        (TechniqueId(named(f"{code} of 2027")), False) for code in ("W1", "H1", "S1")
    }
    assert (row(a, "W1").id, row(a, "S1").name) == (first, "Sleeves, as issued in 2027")
    assert a.course.catalogue == CatalogueId(named("later"))


def test_R24_a_set_that_is_pinned_anew_holds_nothing_that_the_later_issue_has_not_or_withdraws(entered):
    a = left_out_before(entered)
    later_issue(a, replace(technique("H1", "hair"), withdrawn_on=LAST_DAY), technique("S1", "sleeve"))
    with refused(a, "R3.not_in_catalogue", "R24.withdrawn"):
        a.do(take_into_set, COURSE, "S1")


def test_R25_a_set_that_takes_a_general_entry_in_asks_for_the_coaching_points(entered):
    issued = replace(catalogue()[0], id=CatalogueId(named("issued")), version="2026 issued", generic=False)
    listed = [replace(each, id=TechniqueId(named(f"{each.code} issued")), catalogue=issued.id) for each in OF_2027]
    entered.do(load_catalogue, issued, listed)
    left_out_before(entered)
    entered.do(enter_organisation, replace(entered.all(Organisation)[0], coaching_points_ref=""))
    later_issue(entered, *OF_2027)
    with refused(entered, "R25.no_coaching_points"):
        entered.do(take_into_set, COURSE, "S1")


# ── a marked technique leaves a running course, which is then signed, printed, packed ───────────────────────────────


def without_sleeves(running: ACourse) -> ACourse:
    """Żaneta is not yet competent in S1, nobody else was seen in it; it is taken out, and the course goes on to its end."""
    running.mark(ZANETA, "S1", "N")
    running.do(leave_out_of_set, COURSE, "S1", OUT)
    for name in PHYSICAL:
        for code in ("W1", "H1"):
            running.mark(name, code)
    running.at("09:00", LAST_DAY).is_open_for(*PHYSICAL, day=LAST_DAY, session=2)
    running.at("10:40", LAST_DAY)
    for name in PHYSICAL:
        running.mark(name, "core")
        running.do(record_knowledge, running.place(name), KNOWN)
    running.at("16:00", LAST_DAY).do(call_for_signatures, COURSE)
    return running


def test_R20_the_outcome_is_by_the_set_that_stands(running):
    a = without_sleeves(running)
    with a.store.reading() as view:
        for name in PHYSICAL:
            derived = outcome_of(view, a.place(name))
            assert (derived.result, derived.techniques) == (Result.COMPETENT, ("W1", "H1"))


def test_R20_R21_a_mark_in_what_was_taken_out_gives_no_authority(running):
    running.mark(SIAN, "S1")
    a = without_sleeves(running)
    signed = a.at("16:30", LAST_DAY).do(sign_off, a.place(SIAN), SIGNS)
    assert signed.techniques == ("W1", "H1")
    with a.store.reading() as view:
        card = person_card(view, PersonId(named(SIAN)), a.now)
        assert "S1" not in {each.code for each in card.usable}
        assert any(each.technique == "S1 Release S1" for each in card.tries)
        assert any(OUT in told for told in card.overrides)


def test_R7_R18_R51_a_course_whose_marked_technique_was_taken_out_is_signed_printed_closed_and_packed(
    running, tmp_path
):
    a = without_sleeves(running)
    with a.store.reading() as view:
        assert [each.code for each in grid_of(view, COURSE, a.now).columns][:2] == ["W1", "H1"]
        table = sign_off_table(view, COURSE, a.now, LEAD)
        assert len(table.heads) == 4
        assert {len(each.cells) for each in table.rows} == {4}
    a.at("16:30", LAST_DAY)
    for name in PHYSICAL:
        a.do(sign_off, a.place(name), SIGNS)
    with a.store.reading() as view:
        sheet = gather_sign_off_sheet(view, COURSE, a.now)
        assert [each.code for each in sheet.techniques] == ["W1", "H1"]
        assert {(each.rule, each.reason, each.about) for each in sheet.overrides} >= {("R7", OUT, "S1")}
        record = gather_individual_record(view, a.place(ZANETA), a.now)
        assert [each.technique.code for each in record.results] == ["W1", "H1"]
        assert "S1" in {each.code for each in record.attempts}
        assert {(each.rule, each.about) for each in record.overrides} >= {("R7", "S1")}
        assert people_list(view, a.now)
    a.at("09:00", DAY_AFTER).do(close_course, COURSE)
    sent = send_course(a.desk, COURSE, tmp_path)
    assert not examine_package(sent.path.read_bytes(), a.store.public_key)
    with zipfile.ZipFile(sent.path) as archive:
        text = archive.read("data/course_techniques.csv").decode()
    told = {
        each["code"]: (each["taken_out_at"] != "", each["taken_out_reason"])
        for each in csv.DictReader(io.StringIO(text))
    }
    assert told == {"W1": (False, ""), "H1": (False, ""), "S1": (True, OUT)}


# ── after a sign-off ────────────────────────────────────────────────────────────────────────────────────────────────


def test_R7_R20_what_is_signed_keeps_its_set_when_a_technique_is_taken_out_for_those_still_to_be_signed(to_sign):
    a = to_sign
    a.at("16:30", LAST_DAY).do(sign_off, a.place(SIAN), SIGNS)
    a.at("16:40", LAST_DAY).do(leave_out_of_set, COURSE, "S1", OUT)
    a.at("16:50", LAST_DAY).do(sign_off, a.place(ZANETA), SIGNS)
    assert a.signed(SIAN).techniques == ("W1", "H1", "S1")
    assert a.signed(ZANETA).techniques == ("W1", "H1")
    with a.store.reading() as view:
        sian, zaneta = (gather_individual_record(view, a.place(name), a.now) for name in (SIAN, ZANETA))
        assert [each.technique.code for each in sian.results] == ["W1", "H1", "S1"]
        assert [each.technique.code for each in zaneta.results] == ["W1", "H1"]
        sheet = gather_sign_off_sheet(view, COURSE, a.now)
        assert [each.code for each in sheet.techniques] == ["W1", "H1", "S1"]
        assert {len(each.marks) for each in sheet.rows} == {3}
        table = sign_off_table(view, COURSE, a.now, LEAD)
        assert {len(each.cells) for each in table.rows} == {len(table.heads)} == {5}
        assert "S1" in {each.code for each in person_card(view, PersonId(named(SIAN)), a.now).usable}
        assert "S1" not in person_card(view, PersonId(named(ZANETA)), a.now).today


def test_R7_R20_nothing_comes_into_a_set_on_which_somebody_is_signed_off(to_sign):
    a = to_sign
    a.at("16:10", LAST_DAY).do(leave_out_of_set, COURSE, "S1", OUT)
    a.at("16:30", LAST_DAY).do(sign_off, a.place(SIAN), SIGNS)
    with refused(a, "R7.signed_on_it", "R7.frozen"):
        a.do(take_into_set, COURSE, "S1")
    a.do(withdraw, a.signed(SIAN).id, "S1 comes back")
    a.do(take_into_set, COURSE, "S1", reasons={"R7.frozen": "A grab last night"})
    assert stands(a) == ["W1", "H1", "S1"]


def test_R42_what_was_taken_out_before_a_sign_off_was_not_asked_and_suspends_nothing(to_sign):
    a = to_sign
    a.at("16:10", LAST_DAY).do(sign_off, a.place(SIAN), SIGNS)
    a.at("16:20", LAST_DAY).do(leave_out_of_set, COURSE, "S1", OUT)
    a.at("16:30", LAST_DAY).do(sign_off, a.place(ZANETA), SIGNS)
    with a.store.reading() as view:
        file = course_file(view, COURSE)
        asked = {file.person(each).full_name: [one.code for one in file.case(each).techniques] for each in file.places}
    assert (asked[SIAN], asked[ZANETA]) == (["W1", "H1", "S1"], ["W1", "H1"])


def test_a_plan_from_a_type_is_about_what_the_course_teaches(entered):
    entered.do(leave_out_of_set, COURSE, "S1", OUT)
    with entered.store.reading() as view:
        assert codes_of(view, COURSE, TNA) == ("W1", "H1")


def test_R42_a_part_competent_refresher_suspends_nothing_in_what_was_taken_out_of_its_set(signed):
    """W1, H1 and S1 are held; a later course drops S1 and finds H1 not met: H1 is suspended, S1 was not asked."""
    a = signed
    a.set_numbers(part_competence_allowed=True)
    later, place, first = CourseId(named("refresher")), a.get(Enrolment, a.place(SIAN)), a.signed(SIAN)
    again = replace(place, id=EnrolmentId(named("place on the refresher")), course=later)
    rows = [
        replace(
            each,
            id=CourseTechniqueId(named(f"{each.code} of the refresher")),
            course=later,
            taken_out_at=a.now if each.code == "S1" else None,
        )
        for each in a.all(CourseTechnique, course=COURSE)
    ]
    on = a.at("10:00", DAY_AFTER).now
    part = replace(
        first,
        id=SignOffId(named("part")),
        enrolment=again.id,
        number="SO-2",
        result=Result.PART_COMPETENT,
        techniques=("W1",),
        instructor_signed_at=on,
        valid_from=on.date(),
    )
    with a.store.work(wish="course.entered", by=LEAD, at=on) as work:
        work.put(replace(a.course, id=later, ref="ET-2217-26-099"))
        work.put_all([again, *rows, part])
    with a.store.reading() as view:
        held = authorities(view, [a.person(SIAN)], on.date())[a.person(SIAN).id]
    assert sorted(each.technique for each in held.may_use) == ["S1", "W1"]
