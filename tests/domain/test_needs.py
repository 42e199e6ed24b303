"""The analysis: counted, answered, authorised and in date (R2, R8, R9, R36, R38, R40, R43)."""

from dataclasses import replace
from datetime import date

import pytest

from calm_instructor.domain.justification import (
    age_objections,
    agreeing_objections,
    authoriser_objections,
    authorising_objections,
    evidence_window_objections,
    framework_objections,
    need_objections,
    no_need_objections,
    signature_objections,
    valid_until,
)
from calm_instructor.domain.needs import HoldCount, HoldSeen, Manner, NeedsAnalysis, TnaState, proposed_as_ended
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.people import Need
from tests.domain.people_and_things import (
    BOARD,
    NUMBERS,
    NURSES,
    SIGNED_IN_OCTOBER,
    analysis,
    audit,
    catalogue,
    codes,
    risk,
    selection,
    technique,
    tna,
)

TODAY = date(2026, 11, 1)
CATALOGUE = catalogue(technique("GEN-W1"))


def test_a_complete_draft_can_be_authorised_and_then_agreed():
    draft = analysis(state=TnaState.DRAFT, authorisation=None)
    assert codes(authorising_objections(draft, CATALOGUE, NUMBERS)) == []
    assert codes(agreeing_objections(analysis(), CATALOGUE, "Ruairidh MacLeod", TODAY, NUMBERS)) == []


def test_R43_only_a_draft_is_authorised():
    assert codes(authorising_objections(analysis(), CATALOGUE, NUMBERS)) == ["R43.not_a_draft"]


def test_R2_a_set_rests_on_an_authorised_analysis_with_a_current_risk_and_a_choice():
    ended = replace(risk(1), current=False)
    empty = NeedsAnalysis(tna=tna(state=TnaState.DRAFT, authorisation=None), risks=(ended,))
    said = codes(agreeing_objections(empty, CATALOGUE, "Ruairidh MacLeod", TODAY, NUMBERS))
    assert said[:3] == ["R2.not_authorised", "R2.no_current_risk", "R2.nothing_chosen"]


# ── R43: whose signature, and how it is known ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        ({"authorisation": None}, ["R2.not_authorised"]),
        ({"state": TnaState.DRAFT}, ["R2.not_authorised"]),
        ({"state": TnaState.SUPERSEDED}, ["R43.superseded"]),
        ({"authorisation": replace(SIGNED_IN_OCTOBER, role=" ")}, ["R43.no_role"]),
        ({"authorisation": replace(SIGNED_IN_OCTOBER, name="")}, ["R43.no_role"]),
    ],
)
def test_R43_authorised_means_signed_by_somebody_in_a_role(changes, said):
    assert codes(signature_objections(tna(**changes))) == said


@pytest.mark.parametrize(
    ("held_at", "seen_by", "said"),
    [
        ("office safe", "Jo Ng", []),
        ("", "Jo Ng", ["R43.ink_not_seen"]),
        ("office safe", " ", ["R43.ink_not_seen"]),
    ],
)
def test_R43_an_ink_copy_is_held_somewhere_and_was_seen_by_somebody(held_at, seen_by, said):
    ink = replace(SIGNED_IN_OCTOBER, manner=Manner.INK, held_at=held_at, seen_by=seen_by)
    assert codes(signature_objections(tna(authorisation=ink))) == said


@pytest.mark.parametrize(
    ("lead", "said"),
    [("Ruairidh MacLeod", []), ("Morag Reid", ["R43.lead_authorised"]), (" morag  reid", ["R43.lead_authorised"])],
)
def test_R43_the_lead_instructor_cannot_authorise_the_tna_of_the_course(lead, said):
    assert codes(authoriser_objections(tna(), lead)) == said
    assert codes(authoriser_objections(tna(authorisation=None), lead)) == []


# ── R8: in date ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("review_due", "last_day"),
    [
        (None, date(2027, 10, 5)),  # twelve months after 5 Oct 2026
        (date(2027, 3, 31), date(2027, 3, 31)),  # a review that is due earlier
        (date(2028, 3, 31), date(2027, 10, 5)),  # one that is due later adds nothing
    ],
)
def test_R8_a_tna_is_valid_for_twelve_months_or_until_its_review(review_due, last_day):
    own = tna(review_due=review_due)
    assert valid_until(own, NUMBERS) == last_day
    assert codes(age_objections(own, last_day, NUMBERS)) == []
    assert codes(age_objections(own, date.fromordinal(last_day.toordinal() + 1), NUMBERS)) == ["R8.run_out"]


def test_R8_the_months_are_the_organisations_and_a_draft_has_none():
    assert valid_until(tna(), Numbers(tna_valid_months=6)) == date(2027, 4, 5)
    assert valid_until(tna(authorisation=None), NUMBERS) is None
    assert codes(age_objections(tna(authorisation=None), TODAY, NUMBERS)) == []


# ── R9: counts of the last 24 months, drawn up on 1 Oct 2026, a month's slack at each end ───────────────────────────


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2024, 10, 1), date(2026, 9, 30), []),
        (date(2024, 11, 1), date(2026, 9, 1), []),
        (date(2024, 11, 2), date(2026, 9, 1), ["R9.too_short"]),
        (date(2024, 11, 1), date(2026, 8, 31), ["R9.stale"]),
        (date(2025, 10, 1), date(2026, 3, 31), ["R9.too_short", "R9.stale"]),
        (None, date(2026, 9, 30), ["R9.no_evidence"]),
        (date(2024, 10, 1), None, ["R9.no_evidence"]),
    ],
)
def test_R9_the_evidence_covers_the_last_24_months(start, end, said):
    own = tna(audit=audit(from_day=start, to_day=end))
    assert codes(evidence_window_objections(own, NUMBERS)) == said


# ── R36, R40: groups, and whether there is a need at all ────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ((NURSES, BOARD), []),
        ((), ["R36.no_groups"]),
        ((NURSES, replace(BOARD, exposure=" ")), ["R36.no_exposure"]),
        ((replace(NURSES, basis=None), BOARD), ["R36.no_basis"]),
        ((replace(NURSES, basis=None, need=Need.CORE_THEORY),), []),
    ],
)
def test_R36_each_staff_group_stands_with_exposure_and_need(groups, said):
    assert codes(framework_objections(tna(staff_groups=groups))) == said


@pytest.mark.parametrize(
    ("need", "reason", "said"),
    [
        (True, "It occurs.", []),
        (None, "It occurs.", ["R40.not_answered"]),
        (True, " ", ["R40.not_answered"]),
        (False, "None in two years.", ["R40.no_need_but_techniques"]),
    ],
)
def test_R40_the_need_is_answered_with_a_reason(need, reason, said):
    assert codes(need_objections(analysis(need=need, need_reason=reason))) == said


def test_R40_no_need_is_a_result_authorised_like_any_other():
    no = NeedsAnalysis(
        tna=tna(need=False, need_reason="None in two years.", state=TnaState.DRAFT, audit=audit({})), risks=(risk(1),)
    )
    assert codes(authorising_objections(no, CATALOGUE, NUMBERS)) == []


@pytest.mark.parametrize(("need", "said"), [(True, []), (None, []), (False, ["R40.no_need"])])
def test_R40_no_physical_course_is_planned_on_a_tna_without_need(need, said):
    assert codes(no_need_objections(tna(need=need))) == said


# ── R38: what has ended ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("last_seen", "proposed"),
    [
        (date(2026, 5, 1), False),  # six months ago to the day
        (date(2026, 4, 30), True),  # a day more
        (None, True),  # never seen at all
    ],
)
def test_R38_a_risk_without_an_incident_for_six_months_is_proposed_as_ended(last_seen, proposed):
    quiet = risk(1, "bear hug", last_seen=last_seen)
    assert (quiet in proposed_as_ended(audit({}), (quiet,), TODAY, 6)) is proposed


def test_R38_the_latest_day_known_counts_from_audit_or_risk():
    counted = audit(last_seen=(HoldSeen(hold="wrist", last=date(2026, 2, 1)), HoldSeen(hold="hair", last=TODAY)))
    old, newer = risk(1, last_seen=date(2026, 1, 1)), risk(2, last_seen=date(2026, 9, 1))
    assert proposed_as_ended(counted, (old, newer, risk(3, "hair")), TODAY, 6) == (old,)


@pytest.mark.parametrize(("month", "proposed"), [(date(2026, 5, 1), False), (date(2026, 4, 1), True)])
def test_R38_where_only_months_are_counted_the_last_one_counts_to_its_end(month, proposed):
    """1 Nov less six months is 1 May: counted in May is not quiet, counted in April is."""
    by_month = audit(last_seen=(), counts=(HoldCount(hold="wrist", month=month, count=1),))
    assert bool(proposed_as_ended(by_month, (risk(1),), TODAY, 6)) is proposed


def test_R38_what_has_ended_is_not_proposed_again():
    assert proposed_as_ended(audit({}), (risk(1, "bear hug", current=False),), TODAY, 6) == ()


def test_an_audit_adds_up_per_hold_and_lists_the_most_frequent_first():
    counts = [("wrist", 8, 2), ("hair", 8, 5), ("wrist", 9, 1), ("bite", 9, 0), ("arm", 9, 3)]
    counted = audit(counts=tuple(HoldCount(hold=h, month=date(2026, m, 1), count=n) for h, m, n in counts))
    assert {hold: counted.total(hold) for hold in ("wrist", "hair", "bite", "neck")} == {
        "wrist": 3,
        "hair": 5,
        "bite": 0,
        "neck": 0,
    }
    assert counted.holds() == ("hair", "arm", "wrist")
    assert counted.last("bite") is None


def test_an_analysis_keeps_the_teaching_order_and_what_was_left_out():
    first, second = selection("GEN-W1", 1, position=1), selection("GEN-H1", 1, position=2)
    out = selection("GEN-B3", chosen=False, left_out_reason="No such hold here.")
    own = analysis((risk(1), risk(2, current=False)), (out, second, first))
    assert own.chosen == (first, second)
    assert own.left_out == (out,)
    assert own.current_risks == (risk(1),)
    assert own.tna.title == "TNA-2217-26-003 revision 2"
