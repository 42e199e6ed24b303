"""The training needs analysis: drafted, filled, answered, authorised; what each rule says to it, and what is then on record."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from calm_instructor.domain.course import CourseKind
from calm_instructor.domain.errors import Refused
from calm_instructor.domain.ids import RiskId, TnaId
from calm_instructor.domain.needs import (
    Authorisation,
    HoldCount,
    Manner,
    NotCarried,
    NoteAnswer,
    Risk,
    Selection,
    Severity,
    Tna,
    TnaState,
)
from calm_instructor.domain.people import Need, StaffGroup
from calm_instructor.operations.analysing import (
    analysis_of,
    answer_need,
    choose,
    draft_tna,
    end_risk,
    leave_hold,
    leave_out,
    list_risk,
    risks_proposed_as_ended,
)
from calm_instructor.operations.authorising import authorise
from calm_instructor.operations.limiting import agree_set
from calm_instructor.operations.planning import enter_course
from tests.domain.people_and_things import SIGNED_IN_OCTOBER, audit, named
from tests.operations.a_course import (
    AUTHORISED_ON,
    COURSE,
    DRAWN_UP,
    TNA,
    ACourse,
    choice,
    draft,
    planned,
    refused,
)

NEXT = TnaId(named("tna 2"))


def authorised_with(a: ACourse, signed: Authorisation = SIGNED_IN_OCTOBER, **more: Any) -> Tna:
    return a.do(authorise, TNA, signed, **more)


def selection(a: ACourse, code: str) -> Selection:
    (found,) = a.all(Selection, tna=TNA, technique=code)
    return found


# ── the draft ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_draft_is_a_draft_whatever_it_says_of_itself(prepared):
    drafted = prepared.do(draft_tna, draft(state=TnaState.AUTHORISED, authorisation=SIGNED_IN_OCTOBER))
    assert (drafted.state, drafted.authorisation) == (TnaState.DRAFT, None)
    assert prepared.tna == drafted
    assert prepared.tna.staff_groups == draft().staff_groups
    assert prepared.tna.audit == draft().audit


def test_a_risk_carries_the_count_and_the_last_day_of_its_hold(drafted):
    risk = drafted.do(
        list_risk, TNA, "hair", "Hair held", situation="Dressing", severity=Severity.HIGH, controls="Tied up"
    )
    assert drafted.get(Risk, risk.id) == Risk(
        id=risk.id,
        tna=TNA,
        number=4,
        hold="hair",
        hold_name="Hair held",
        situation="Dressing",
        incidents=4,
        last_seen=date(2026, 9, 20),
        severity=Severity.HIGH,
        controls="Tied up",
        groups_exposed=("Direct care",),
    )


def test_a_new_audit_counts_again_for_the_risks_listed(drafted):
    drafted.do(draft_tna, draft({"wrist": 3}))
    counted = {risk.hold: (risk.incidents, risk.last_seen) for risk in drafted.all(Risk, tna=TNA)}
    assert counted == {"wrist": (3, date(2026, 9, 20)), "hair": (0, None), "sleeve": (0, None)}


def test_R6_a_hold_is_not_carried_for_a_reason_until_it_is_carried(drafted):
    with refused(drafted, "R6.hold_unaccounted"):
        drafted.do(leave_hold, TNA, "bite", " ")
    drafted.do(leave_hold, TNA, "bite", "Twice")
    drafted.do(leave_hold, TNA, "bite", "Twice, in one week")
    assert drafted.tna.not_carried == (NotCarried(hold="bite", reason="Twice, in one week"),)
    drafted.do(list_risk, TNA, "bite", "Bite")
    assert drafted.tna.not_carried == ()


def test_R38_a_risk_not_met_for_months_is_proposed_and_ended_by_a_person_only(drafted):
    long_ago = replace(
        audit({}),
        counts=(
            HoldCount(hold="wrist", month=date(2026, 9, 1), count=9),
            HoldCount(hold="hair", month=date(2026, 3, 1), count=2),
        ),
    )
    drafted.do(draft_tna, draft(audit=long_ago))
    with drafted.store.reading() as view:
        proposed = risks_proposed_as_ended(view, TNA, DRAWN_UP, 6)
    assert [risk.hold for risk in proposed] == ["hair", "sleeve"]
    assert all(risk.current for risk in drafted.all(Risk, tna=TNA))
    ended = drafted.do(end_risk, drafted.risk(2), "Nobody with long hair lives here now")
    assert drafted.get(Risk, ended.id) == replace(
        proposed[0], current=False, ended_on=AUTHORISED_ON, ended_reason="Nobody with long hair lives here now"
    )


def test_a_choice_keeps_its_answers_and_its_place(drafted):
    risk = drafted.risk(1)
    drafted.do(choose, TNA, choice("W1", risk, proposed=True, higher_tier_reason="None lower"))
    drafted.do(choose, TNA, choice("W9", risk, note_answer=NoteAnswer.ALTERED, note_answer_text="Seated"))
    with drafted.store.reading() as view:
        chosen = analysis_of(view, TNA).chosen
    assert [each.technique for each in chosen] == ["W1", "H1", "S1", "W9"]
    assert (chosen[0].proposed, chosen[0].higher_tier_reason, chosen[0].risks) == (True, "None lower", (risk,))
    assert (chosen[3].note_answer, chosen[3].note_answer_text) == (NoteAnswer.ALTERED, "Seated")


def test_what_is_left_out_keeps_its_reason_and_comes_back_last(drafted):
    out = drafted.do(leave_out, TNA, {"W1": "Not needed", "M1": "Not met"})
    assert [(each.technique, each.chosen, each.left_out_reason) for each in out] == [
        ("W1", False, "Not needed"),
        ("M1", False, "Not met"),
    ]
    assert drafted.get(Selection, out[0].id) == out[0]
    drafted.do(choose, TNA, choice("W1", drafted.risk(1)))
    with drafted.store.reading() as view:
        analysis = analysis_of(view, TNA)
    assert [each.technique for each in analysis.chosen] == ["H1", "S1", "W1"]
    assert [each.technique for each in analysis.left_out] == ["M1"]
    assert selection(drafted, "W1").left_out_reason == ""


def test_R3_leaving_out_keeps_what_was_written_while_it_was_chosen(drafted):
    before = selection(drafted, "W1")
    (out,) = drafted.do(leave_out, TNA, {"W1": "Not needed"})
    assert out == replace(before, chosen=False, position=1, left_out_reason="Not needed")
    assert before.why_this_one


# ── what stands between a draft and its authorisation ───────────────────────────────────────────────────────────────


def test_a_good_draft_is_authorised_and_stays_for_a_year(drafted):
    drafted.at("10:00", AUTHORISED_ON)
    authorised_with(drafted)
    assert drafted.tna.state is TnaState.AUTHORISED
    assert drafted.tna.authorisation == SIGNED_IN_OCTOBER
    assert drafted.tna.review_due == date(2027, 10, 5)
    assert not drafted.overrides()


def test_a_review_due_earlier_stays(drafted):
    drafted.do(draft_tna, replace(drafted.tna, review_due=date(2027, 1, 31)))
    authorised_with(drafted)
    assert drafted.tna.review_due == date(2027, 1, 31)


Change = Callable[[ACourse], Any]


def _tna(**changes: Any) -> Change:
    return lambda a: a.do(draft_tna, replace(a.tna, **changes))


def _choose(code: str, number: int | None, **changes: Any) -> Change:
    return lambda a: a.do(choose, TNA, choice(code, *([a.risk(number)] if number else []), **changes))


BLOCKED: dict[str, tuple[Change, ...]] = {
    "R40.no_need_but_techniques": (lambda a: a.do(answer_need, TNA, False, "No hold continues."),),
    "R36.no_groups": (_tna(staff_groups=()),),
    "R36.no_exposure": (_tna(staff_groups=(StaffGroup(name="Kitchen", exposure=" ", need=Need.NONE),)),),
    "R36.no_basis": (_tna(staff_groups=(StaffGroup(name="Night", exposure="each night", need=Need.ESCAPE),)),),
    "R3.not_in_catalogue": (_choose("Z9", 1),),
    "R3.other_hold": (lambda a: a.do(choose, TNA, choice("H1", a.risk(1), a.risk(2))),),
    "R3.no_reason": (_choose("W1", 1, why_this_one=" "),),
    "R3.not_confirmed": (_choose("W1", 1, proposed=True),),
    "R45.left_out_but_chosen": (
        lambda a: a.do(draft_tna, replace(a.tna, audit=audit({"wrist": 9, "hair": 4, "sleeve": 2, "arm": 1}))),
        lambda a: a.do(list_risk, TNA, "arm", "Arm held"),
        _choose("A1", 4, note_answer=NoteAnswer.LEFT_OUT, note_answer_text="Frail"),
    ),
}


@pytest.mark.parametrize("code", BLOCKED)
def test_what_blocks_an_authorisation(drafted, code):
    for change in BLOCKED[code]:
        change(drafted)
    with refused(drafted, code):
        authorised_with(drafted)
    assert drafted.tna.state is TnaState.DRAFT


def test_R3_a_technique_without_a_current_risk_of_this_analysis_is_refused(drafted):
    drafted.do(choose, TNA, choice("W9", RiskId(named("somebody else's risk"))))
    with refused(drafted, "R3.no_current_risk", "R38.rests_on_ended"):
        authorised_with(drafted)


def test_R38_a_technique_that_rests_on_an_ended_risk_can_not_be_authorised(drafted):
    drafted.do(end_risk, drafted.risk(2), "Not met since March")
    with refused(drafted, "R3.no_current_risk", "R38.rests_on_ended"):
        authorised_with(drafted)
    drafted.do(leave_out, TNA, {"H1": "Its risk has ended"})
    authorised_with(drafted)


def test_R3_the_authoriser_confirms_what_was_proposed(drafted):
    for code, number in (("W1", 1), ("H1", 2)):
        drafted.do(choose, TNA, choice(code, drafted.risk(number), proposed=True))
    with refused(drafted, "R3.not_confirmed"):
        authorised_with(drafted, confirms=["W1"])
    assert selection(drafted, "W1").proposed
    authorised_with(drafted, confirms=["W1", "H1"])
    assert not selection(drafted, "W1").proposed


def test_R45_a_note_of_elevated_risk_is_answered_for_this_service(drafted):
    drafted.do(draft_tna, replace(drafted.tna, audit=audit({"wrist": 9, "hair": 4, "sleeve": 2, "arm": 3})))
    arm = drafted.do(list_risk, TNA, "arm", "Upper arm held")
    drafted.do(choose, TNA, choice("A1", arm.id))
    with refused(drafted, "R45.not_answered"):
        authorised_with(drafted)
    drafted.do(choose, TNA, choice("A1", arm.id, note_answer=NoteAnswer.ACCEPTABLE, note_answer_text="Seated only"))
    authorised_with(drafted)


@pytest.mark.parametrize(
    ("signed", "code"),
    [
        (replace(SIGNED_IN_OCTOBER, role=" "), "R43.no_role"),
        (replace(SIGNED_IN_OCTOBER, name=""), "R43.no_role"),
        (replace(SIGNED_IN_OCTOBER, manner=Manner.INK), "R43.ink_not_seen"),
        (replace(SIGNED_IN_OCTOBER, manner=Manner.INK, held_at="Office"), "R43.ink_not_seen"),
    ],
)
def test_R43_an_authorisation_needs_a_name_a_role_and_a_signature_that_can_be_seen(drafted, signed, code):
    with refused(drafted, code):
        authorised_with(drafted, signed)


def test_R43_an_ink_copy_counts_once_it_is_held_and_seen(drafted):
    ink = replace(SIGNED_IN_OCTOBER, manner=Manner.INK, held_at="Office", seen_by="Ruairidh MacLeod")
    assert authorised_with(drafted, ink).authorisation == ink
    assert drafted.tna.authorisation == ink


@pytest.mark.parametrize("review", [SIGNED_IN_OCTOBER.on, date(2027, 10, 6), date(2126, 1, 1)])
def test_R8_a_review_is_due_after_the_signature_and_while_it_holds(drafted, review):
    drafted.do(draft_tna, replace(drafted.tna, review_due=review))
    with refused(drafted, "R8.review_out_of_reach"):
        authorised_with(drafted)


def test_R8_the_last_day_of_an_authorisation_can_be_its_review(drafted):
    drafted.do(draft_tna, replace(drafted.tna, review_due=date(2027, 10, 5)))
    assert authorised_with(drafted).review_due == date(2027, 10, 5)


# ── warnings, and the reasons that go past them ─────────────────────────────────────────────────────────────────────

WARNED: dict[str, Change] = {
    "R9.no_evidence": _tna(audit=replace(draft().audit, from_day=None)),
    "R9.too_short": _tna(audit=replace(draft().audit, from_day=date(2025, 10, 1))),
    "R9.stale": _tna(audit=replace(draft().audit, to_day=date(2026, 8, 1))),
    "R6.hold_unaccounted": _tna(audit=audit({"wrist": 9, "hair": 4, "sleeve": 2, "bite": 1})),
    "R6.uncovered": lambda a: a.do(leave_out, TNA, {"H1": "Too few"}),
    "R39.lower_way": lambda a: (a.do(leave_out, TNA, {"W1": "Not enough"}), a.do(choose, TNA, choice("W9", a.risk(1)))),
    "R10.identifier": _tna(factors=("Mrs Brown bruises easily",)),
}


@pytest.mark.parametrize("code", WARNED)
def test_R51_a_warning_wants_a_reason_and_stays_on_record_with_it(drafted, code):
    WARNED[code](drafted)
    with refused(drafted, code):
        authorised_with(drafted)
    with refused(drafted, code):
        authorised_with(drafted, reasons={code: "  "})
    authorised_with(drafted, reasons={code: " Looked at with the manager "})
    override = drafted.overrides()[code]
    assert override.reason == "Looked at with the manager"
    assert (override.by, override.at, override.tna, override.course) == ("Ruairidh MacLeod", drafted.now, TNA, None)
    assert override.sentence.startswith(override.subject) or override.subject in override.sentence


def test_R39_with_its_own_reason_a_higher_way_needs_no_other(drafted):
    drafted.do(leave_out, TNA, {"W1": "Not enough"})
    drafted.do(choose, TNA, choice("W9", drafted.risk(1), higher_tier_reason="Two hands of great strength"))
    authorised_with(drafted)


def test_R40_a_need_that_was_never_answered_is_not_authorised(prepared):
    prepared.do(draft_tna, draft())
    risk = prepared.do(list_risk, TNA, "wrist", "Wrist held")
    prepared.do(choose, TNA, choice("W1", risk.id))
    with pytest.raises(Refused) as said:
        authorised_with(prepared)
    assert "R40.not_answered" in {each.code for each in said.value.objections}


def test_R6_R40_an_older_copy_of_a_draft_takes_back_no_answer(drafted):
    older = drafted.tna
    drafted.do(leave_hold, TNA, "bite", "Once, in play")
    drafted.do(answer_need, TNA, False, "Plans suffice")
    drafted.do(draft_tna, replace(older, setting="Day centre"))
    kept = drafted.tna
    assert (kept.setting, kept.need, kept.need_reason) == ("Day centre", False, "Plans suffice")
    assert [each.hold for each in kept.not_carried] == ["bite"]


def test_R6_teaching_above_the_risks_is_warned_of(drafted):
    drafted.do(choose, TNA, choice("W9", drafted.risk(1), higher_tier_reason="Great strength"))
    with refused(drafted, "R6.over_taught"):
        authorised_with(drafted)


@pytest.mark.parametrize(
    "change",
    [
        lambda a: a.do(answer_need, TNA, True, "Mr Fraser holds on"),
        lambda a: a.do(draft_tna, replace(a.tna, primary_prevention="DOB noted in the plan")),
        lambda a: a.do(draft_tna, replace(a.tna, life_support="Dr Malik on call")),
        lambda a: a.do(leave_hold, TNA, "bite", "Only with Mrs Brown"),
        lambda a: a.do(
            choose, TNA, choice("W1", a.risk(1), a.do(list_risk, TNA, "wrist", "Seated", situation="When J.K. eats").id)
        ),
        lambda a: a.do(choose, TNA, choice("W1", a.risk(1), why_this_one="Mr Fraser is strong")),
        lambda a: a.do(
            choose,
            TNA,
            choice("W1", a.risk(1), note_answer=NoteAnswer.ACCEPTABLE, note_answer_text="Born on 4 May 1941"),
        ),
    ],
)
def test_R10_nobody_is_named_in_any_text(drafted, change):
    change(drafted)
    with refused(drafted, "R10.identifier"):
        authorised_with(drafted)


# ── after the signature ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "change",
    [
        lambda a: a.do(draft_tna, draft()),
        lambda a: a.do(list_risk, TNA, "bite", "Bite"),
        lambda a: a.do(leave_hold, TNA, "bite", "Once"),
        lambda a: a.do(end_risk, a.risk(1), "Moved"),
        lambda a: a.do(choose, TNA, choice("W9", a.risk(1))),
        lambda a: a.do(leave_out, TNA, {"W1": "No"}),
        lambda a: a.do(answer_need, TNA, False, "No"),
    ],
)
def test_R43_what_was_signed_stays_as_it_was_signed(authorised, change):
    with refused(authorised, "R43.not_a_draft"):
        change(authorised)


def test_R43_it_is_authorised_once(authorised):
    with refused(authorised, "R43.not_a_draft"):
        authorised_with(authorised)


def second_revision(a: ACourse, id: TnaId) -> None:
    a.do(draft_tna, draft({"wrist": 9}, id=id, revision_no=3, supersedes=TNA))
    risk = a.do(list_risk, id, "wrist", "Wrist held")
    a.do(choose, id, choice("W1", risk.id))
    a.do(answer_need, id, True, "Still every month.")


def test_a_newer_revision_takes_the_place_of_the_one_before_once(authorised):
    second_revision(authorised, NEXT)
    assert authorised.tna.state is TnaState.AUTHORISED
    authorised.do(authorise, NEXT, SIGNED_IN_OCTOBER)
    assert authorised.get(Tna, TNA).state is TnaState.SUPERSEDED
    authorised.do(enter_course, planned())
    with refused(authorised, "R43.superseded"):
        authorised.do(agree_set, COURSE)
    third = TnaId(named("tna 3"))
    second_revision(authorised, third)
    with refused(authorised, "R43.superseded"):
        authorised.do(authorise, third, SIGNED_IN_OCTOBER)


def test_R40_no_need_is_a_result_and_no_physical_course_rests_on_it(drafted):
    drafted.do(leave_out, TNA, dict.fromkeys(("W1", "H1", "S1"), "No need"))
    drafted.do(answer_need, TNA, False, "No hold continues after the prevention of this spring.")
    authorised_with(drafted)
    assert drafted.tna.state is TnaState.AUTHORISED
    with refused(drafted, "R40.no_need"):
        drafted.do(enter_course, planned())
    drafted.do(enter_course, planned(kind=CourseKind.CORE_THEORY))
    with refused(drafted, "R40.no_need", "R2.nothing_chosen"):
        drafted.do(agree_set, COURSE)
