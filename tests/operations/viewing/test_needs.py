"""The list of TNAs, the walk of one, the catalogue, and the set of a course, as pages see them."""

from dataclasses import replace
from datetime import date

from calm_instructor.domain.ids import TnaId
from calm_instructor.domain.people import Need, StaffGroup
from calm_instructor.messages.lamps import Lamp
from calm_instructor.operations.analysing import answer_need, choose, draft_tna, end_risk, leave_hold, leave_out
from calm_instructor.operations.describing import describe
from calm_instructor.operations.proposing import (
    left_out_reasons,
    lowest,
    new_tna,
    proposed_choice,
    proposed_ended_reason,
    proposed_groups,
    proposed_need_reason,
    proposed_note_answer,
    proposed_prevention,
    proposed_severity,
)
from calm_instructor.operations.revising import revise
from calm_instructor.operations.viewing.catalogue import catalogue_shown
from calm_instructor.operations.viewing.needs import tna_walk, tnas
from tests.domain.people_and_things import LEAD, NUMBERS, at, audit, named
from tests.operations.a_course import TNA, ACourse, choice, technique

MORNING = at("09:00", date(2026, 10, 20))


def seen(a: ACourse, look, *args):
    with a.store.reading() as view:
        return look(view, *args)


def walk(a: ACourse, tna=TNA, now=MORNING):
    return seen(a, tna_walk, tna, now)


def lamps(a: ACourse) -> dict[str, Lamp]:
    return {each.name: each.lamp for each in walk(a).questions}


# ── the list ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_empty_list_proposes_the_first_number(prepared):
    shown = seen(prepared, tnas, MORNING, LEAD)
    assert (shown.lines, shown.may_begin, shown.next_ref) == ((), True, "TNA-2217-26-001")
    assert not seen(prepared, tnas, MORNING, None).may_begin


def test_the_list_says_where_each_stands(authorised):
    (line,) = seen(authorised, tnas, MORNING, LEAD).lines
    assert (line.lamp, line.state, line.need) == (Lamp.OK, "Authorised", "Yes")
    assert (line.risks, line.techniques, line.authorised_by) == (3, 3, "Morag Reid")
    assert (line.review_due, line.expired) == ("5 Oct 2027", False)


def test_R8_a_tna_that_has_run_out_says_so(authorised):
    (line,) = seen(authorised, tnas, at("09:00", date(2027, 10, 6)), LEAD).lines
    assert (line.lamp, line.expired) == (Lamp.STOP, True)
    (soon,) = seen(authorised, tnas, at("09:00", date(2027, 9, 1)), LEAD).lines
    assert (soon.lamp, soon.expired) == (Lamp.WARN, False)
    assert walk(authorised, now=at("09:00", date(2027, 10, 6))).expired


def test_the_newest_revision_comes_first(authorised):
    begun = authorised.do(revise, TNA)
    shown = seen(authorised, tnas, MORNING, LEAD)
    assert [each.tna for each in shown.lines] == [begun.id, TNA]
    assert shown.services == ("Ashgrove House",)
    assert walk(authorised).next_revision == begun
    assert walk(authorised, begun.id).replaces == authorised.tna


# ── the walk ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_new_draft_has_every_question_open_but_the_groups(prepared):
    new = new_tna(TnaId(named("new")), "TNA-2217-26-001", "Ashgrove", date(2026, 10, 20))
    prepared.do(draft_tna, new)
    stands = {each.name: each.lamp for each in walk(prepared, new.id).questions}
    assert {name for name, lamp in stands.items() if lamp is Lamp.OK} == {"groups"}
    assert all(each.basis is not None for each in new.staff_groups if each.need is Need.ESCAPE)


def test_what_authorising_would_ask_stands_at_its_question(drafted):
    drafted.do(describe, TNA, {"audit": audit({"wrist": 9, "bite": 2}), "staff_groups": ()})
    drafted.do(choose, TNA, choice("W1", drafted.risk(1), tried_without_touch=""))
    asked = {each.code: each for each in walk(drafted).asked}
    assert {code: each.question for code, each in asked.items()} == {
        "R36.no_groups": "groups",
        "R3.no_reason": "techniques",
        "R6.hold_unaccounted": "risks",
        "R38.never_counted": "risks",
    }
    assert asked["R36.no_groups"].blocks
    assert not asked["R6.hold_unaccounted"].blocks
    assert lamps(drafted)["risks"] is Lamp.WARN


def test_R38_a_hold_not_met_any_more_is_proposed_as_ended_with_what_rests_on_it(drafted):
    drafted.do(describe, TNA, {"audit": audit({"wrist": 9, "sleeve": 2})})
    rows = {each.hold: each for each in walk(drafted).holds}
    assert [hold for hold, row in rows.items() if row.proposed_ended] == ["hair"]
    assert rows["hair"].rests_on_it == ("H1",)
    drafted.do(end_risk, drafted.risk(2), "Moved")
    assert not {each.hold: each for each in walk(drafted).holds}["hair"].proposed_ended


def test_R38_what_has_not_been_counted_for_long_is_not_proposed_as_ended(drafted):
    late = at("09:00", date(2027, 4, 20))
    assert not any(each.proposed_ended for each in walk(drafted, now=late).holds)


def test_R6_a_hold_not_carried_says_why(drafted):
    drafted.do(describe, TNA, {"audit": audit({"wrist": 9, "bite": 2})})
    drafted.do(leave_hold, TNA, "bite", "At the dentist's")
    bite = {each.hold: each for each in walk(drafted).holds}["bite"]
    assert (bite.risk, bite.not_carried) == (None, "At the dentist's")


def test_R39_the_lower_way_stands_beside_the_higher(drafted):
    rows = {each.technique.code: each for each in walk(drafted).techniques}
    assert rows["W9"].lower == ("W1",)
    assert (rows["W1"].is_chosen, rows["W9"].is_chosen, rows["W9"].is_left_out) == (True, False, False)
    drafted.do(leave_out, TNA, {"W9": "A lower one answers it"})
    assert {each.technique.code: each for each in walk(drafted).techniques}["W9"].is_left_out


def test_R40_without_a_need_no_technique_is_asked_for(drafted):
    drafted.do(leave_out, TNA, {"W1": "No need", "H1": "No need", "S1": "No need"})
    drafted.do(answer_need, TNA, False, "None continues.")
    assert lamps(drafted)["techniques"] is Lamp.OK
    assert walk(drafted).uncovered == ()


def test_R10_what_reads_like_a_name_is_shown(drafted):
    drafted.do(describe, TNA, {"factors": ("Mr Smith bruises easily",)})
    assert "Mr Smith" in walk(drafted).names_persons[0]
    assert lamps(drafted)["factors"] is Lamp.WARN


def test_what_is_authorised_is_answered_throughout(authorised):
    shown = walk(authorised)
    assert not shown.is_draft
    assert {each.lamp for each in shown.questions} == {Lamp.OK}
    assert shown.asked == ()


# ── proposals ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_R36_the_usual_groups_go_from_the_board_to_direct_care():
    groups = proposed_groups({"Direct care and support": 31})
    assert {group.name: group.people for group in groups}["Direct care and support"] == 31
    assert all(isinstance(group, StaffGroup) and group.exposure for group in groups)


def test_R39_the_lowest_that_answers_a_hold_is_proposed():
    catalogue = {each.code: each for each in (technique("W9", "wrist", persons=2), technique("W1", "wrist"))}
    found = lowest("wrist", catalogue)
    assert found is not None
    assert found.code == "W1"
    assert lowest("hair", catalogue) is None


def test_R3_words_are_proposed_only_where_there_are_some(drafted):
    analysis = walk(drafted).analysis
    assert not proposed_choice(technique("W1", "wrist"), analysis.risks[:1]).proposed
    risk = replace(analysis.risks[0], hold="wrist_one_same")
    assert proposed_choice(technique("W1", "wrist_one_same"), [risk]).proposed
    assert proposed_note_answer(technique("GEN-W5", "hand", elevated_risk_note="Sore joints")) is not None
    assert proposed_note_answer(technique("GEN-W5", "hand")) is None


def test_a_reason_is_proposed_for_everything_left_out(drafted):
    drafted.do(end_risk, drafted.risk(2), "Moved")
    drafted.do(leave_out, TNA, {"H1": "", "S1": ""})
    shown = walk(drafted)
    catalogue = {each.technique.code: each.technique for each in shown.techniques}
    reasons = left_out_reasons(shown.analysis, catalogue, NUMBERS)
    assert set(reasons) == set(catalogue) - {"W1"}
    assert "24 months" in reasons["B1"]
    assert "Risk 2 has ended" in reasons["H1"]
    assert "same risk" in reasons["W9"]
    assert "limited to 8" in reasons["S1"]


def test_other_words_to_begin_with(drafted):
    analysis = walk(drafted).analysis
    assert "3" in proposed_need_reason(analysis, True, NUMBERS)
    assert "24 months" in proposed_need_reason(analysis, False, NUMBERS)
    assert "6 months" in proposed_ended_reason(analysis.risks[0], NUMBERS)
    assert proposed_prevention().recovery
    assert proposed_severity("bite_arm").value == "high"
    assert proposed_severity("unheard of").value == "low"


# ── the catalogue, and the set of a course ──────────────────────────────────────────────────────────────────────────


def test_the_catalogue_is_found_by_name_code_and_hold(prepared):
    shown = seen(prepared, catalogue_shown)
    assert (shown.name, shown.version, shown.generic) == ("Ashgrove list", "2026", True)
    assert [each.code for each in shown.rows if each.is_found_by("release b1")] == ["B1"]
    assert "Infection" in next(each.notes for each in shown.rows if each.code == "B1")
