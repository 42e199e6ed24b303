"""Before the day: enough practice, enough instructors, authorised ones, prevention first (R5, R12 to R14, R35, R46, R47)."""

import operator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.course import (
    CourseKind,
    assessment_seconds_each,
    derived_tier,
    minutes_by_kind,
    minutes_by_part,
    practice_seconds_each,
)
from calm_instructor.domain.ids import OrganisationId
from calm_instructor.domain.justification import cap_objections
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.planning_rules import (
    assessment_objections,
    authorisation_objections,
    in_grace,
    is_physical,
    lead_objections,
    practice_objections,
    prevention_objections,
    ratio_objections,
    tier_objections,
)
from calm_instructor.domain.technique import Tier
from tests.domain.courses_and_marks import course, plan, taught
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, NUMBERS, codes, instructor, named

A_DAY = timedelta(days=1)
REF = "ET-2217-26-014"


# ── R5: practice per technique, floor 12 min ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("minutes", "techniques", "each", "said"),
    [
        (150, 6, 25 * 60, []),
        (72, 6, 12 * 60, []),
        (71, 6, 11 * 60 + 50, ["R5.too_little"]),
        (90, 14, 6 * 60 + 26, ["R5.too_little"]),
        (0, 6, 0, ["R5.too_little"]),
        (150, 0, None, []),
    ],
)
def test_R5_practice_minutes_per_technique_against_the_floor(minutes, techniques, each, said):
    blocks = plan(f"prevention 60, practice {minutes}, demonstration 45, assessment 60")
    assert practice_seconds_each(blocks, techniques) == each
    assert codes(practice_objections(blocks, techniques, REF, NUMBERS)) == said


def test_R5_too_little_stands_beside_the_published_example():
    (said,) = practice_objections(plan("practice 90"), 14, REF, NUMBERS)
    assert said.facts == {"practice": "6:26", "floor": 12, "example": "6:23"}
    assert not said.blocks


# ── R12: 12, 15, 30 ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("people", "instructors", "said"),
    [
        (0, 0, []),
        (1, 0, ["R12.second_instructor"]),
        (12, 1, []),
        (13, 1, ["R12.many"]),
        (15, 1, ["R12.many"]),
        (16, 1, ["R12.second_instructor"]),
        (16, 2, []),
        (24, 2, []),
        (25, 2, ["R12.many"]),
        (30, 2, ["R12.many"]),
        (30, 3, []),
        (31, 2, ["R12.absolute"]),
        (31, 9, ["R12.absolute"]),
    ],
)
def test_R12_people_to_instructors(people, instructors, said):
    assert codes(ratio_objections(people, instructors, REF, NUMBERS)) == said


@given(st.integers(0, 60), st.integers(0, 5))
def test_R12_another_instructor_never_makes_it_worse_and_another_person_never_better(people, instructors):
    def weight(heads: int, lead: int) -> int:
        said = codes(ratio_objections(heads, lead, REF, NUMBERS))
        return {(): 0, ("R12.many",): 1}.get(tuple(said), 2)

    assert weight(people, instructors + 1) <= weight(people, instructors) <= weight(people + 1, instructors)


# ── R13: authorised for these days, this organisation, this programme, this tier ────────────────────────────────────


@pytest.mark.parametrize(
    ("changes", "tier", "said"),
    [
        ({}, Tier.HIGH, []),
        ({"authorisation_ref": ""}, Tier.LOW, ["R13.none"]),
        ({"expires": None}, Tier.LOW, ["R13.none"]),
        ({"expires": LAST_DAY}, Tier.LOW, []),
        ({"expires": LAST_DAY - A_DAY}, Tier.LOW, ["R13.expires"]),
        ({"authorised_from": FIRST_DAY}, Tier.LOW, []),
        ({"authorised_from": FIRST_DAY + A_DAY}, Tier.LOW, ["R13.not_yet"]),
        ({"authorised_from": None}, Tier.LOW, []),
        ({"organisation": OrganisationId(named("another"))}, Tier.LOW, ["R13.other_organisation"]),
        ({"organisation": None}, Tier.LOW, []),
        ({"highest_tier": Tier.MEDIUM}, Tier.MEDIUM, []),
        ({"highest_tier": Tier.MEDIUM}, Tier.HIGH, ["R13.tier"]),
        ({"highest_tier": Tier.LOW}, Tier.HIGH, ["R13.tier"]),
        ({"highest_tier": Tier.LOW}, None, []),  # no set yet
        ({"programme": "CALM PI"}, Tier.LOW, ["R13.programme"]),
        ({"programme": "CALM PI; Escape Techniques"}, Tier.LOW, []),
    ],
)
def test_R13_an_authorisation_covers_course_organisation_programme_and_tier(changes, tier, said):
    assert codes(authorisation_objections(instructor(**changes), course(), tier)) == said


@pytest.mark.parametrize(
    ("kind", "programme", "said"),
    [
        (CourseKind.PART_OF_PI, "Escape Techniques", ["R13.programme"]),
        (CourseKind.PART_OF_PI, "CALM PI", []),
        (CourseKind.REFRESHER, "Escape Techniques", []),
        (CourseKind.CORE_THEORY, "CALM PI", []),
    ],
)
def test_R13_each_kind_of_course_belongs_to_a_programme(kind, programme, said):
    assert codes(authorisation_objections(instructor(programme=programme), course(kind=kind), None)) == said


@pytest.mark.parametrize(
    ("observed", "said"),
    [
        (FIRST_DAY - A_DAY, ["R13.not_yet"]),
        (FIRST_DAY, []),
        (LAST_DAY, ["R13.expires"]),
    ],
)
def test_R17_whoever_observes_is_authorised_on_that_day(observed, said):
    one_day_only = instructor(authorised_from=FIRST_DAY, expires=FIRST_DAY)
    assert codes(authorisation_objections(one_day_only, course(), Tier.LOW, until=observed)) == said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        ({"confirmed": False}, [("R13.not_confirmed", "R")]),
        ({"first_aid_expires": LAST_DAY}, []),
        ({"first_aid_expires": FIRST_DAY}, [("R14.first_aid", "W")]),
        ({"first_aid_expires": None}, [("R14.first_aid", "W")]),
        ({"expires": FIRST_DAY}, [("R13.expires", "B")]),
    ],
)
def test_R13_R14_the_lead_is_authorised_to_the_end_with_first_aid(changes, said):
    found = lead_objections(instructor(**changes), course(), Tier.LOW)
    assert [(each.code, each.weight) for each in found] == said


@pytest.mark.parametrize(
    ("months", "day", "grace"),
    [
        (0, date(2027, 3, 31), False),  # still authorised
        (0, date(2027, 4, 1), False),  # no grace by default
        (4, date(2027, 4, 1), True),
        (4, date(2027, 7, 31), True),
        (4, date(2027, 8, 1), False),
    ],
)
def test_R13_grace_begins_with_the_expiry_and_lasts_by_setting(months, day, grace):
    numbers = Numbers(instructor_grace_months=months)
    assert in_grace(instructor(expires=date(2027, 3, 31)), day, numbers) is grace
    assert in_grace(instructor(expires=None), day, numbers) is False


# ── R35: prevention first ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        ("framing 10, theory 30, prevention 30, practice 60, debrief 15", []),
        ("prevention 30, practice 60, debrief 15", ["primary"]),
        ("theory 30, prevention 0, practice 60, debrief 15", ["secondary"]),
        ("theory 30, prevention 30, practice 60", ["recovery"]),
        ("framing 90, break 15, practice 60", ["primary", "secondary", "recovery", "practice 3"]),
        ("theory 30, demonstration 10, prevention 30, debrief 15", ["demonstration 2"]),
        ("theory 30, assessment 10, prevention 30, debrief 15", ["assessment 2"]),
        ("theory 30, debrief 15", ["secondary"]),
    ],
)
def test_R35_the_plan_gives_time_to_prevention_and_recovery_before_hands_on(picture, said):
    found = tuple(prevention_objections(plan(picture), REF))
    assert [str(each.facts.get("part", each.facts.get("block"))) for each in found] == said
    assert not any(each.blocks for each in found)


def test_R35_framing_and_breaks_count_for_no_part_of_the_model():
    minutes = minutes_by_part(plan("framing 20, theory 30, prevention 40, break 15, practice 60, debrief 10"))
    assert {part.value: spent for part, spent in minutes.items()} == {
        "framing": 20,
        "primary": 30,
        "secondary": 40,
        "tertiary": 60,
        "recovery": 10,
    }


# ── R46, R47 ────────────────────────────────────────────────────────────────────────────────────────────────────────

L, M, H = Tier.LOW, Tier.MEDIUM, Tier.HIGH


@pytest.mark.parametrize(
    ("tiers", "highest"), [([], None), ([L], L), ([L, M, L], M), ([H, L], H), ([L, H], H), ([M, H, M], H)]
)
def test_R46_the_tier_of_a_course_is_the_highest_in_its_set(tiers, highest):
    techniques = [taught(f"T{n}", tier) for n, tier in enumerate(tiers)]
    assert derived_tier(techniques) is highest
    for type_tier in Tier:
        said = ["R46.other_tier"] if highest not in {None, type_tier} else []
        assert codes(tier_objections(course(type_tier=type_tier), techniques)) == said


def test_tiers_are_ordered_by_what_a_hold_can_do_and_not_by_their_letters():
    assert sorted([H, L, M]) == [L, M, H]
    assert (max(L, M, H), min(H, M, L)) == (H, L)
    assert L < M < H
    assert H > M > L
    assert L <= L <= M
    assert H >= M >= M


@pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
def test_a_tier_is_compared_with_tiers_only(compare):
    with pytest.raises(TypeError):
        compare(L, object())


@pytest.mark.parametrize(
    ("minutes", "techniques", "trainees", "assessors", "each", "said"),
    [
        (90, 6, 10, 1, 90, []),
        (89, 6, 10, 1, 89, ["R47.too_little"]),
        (90, 6, 10, 2, 180, []),
        (90, 6, 0, 1, None, []),
        (90, 6, 10, 0, None, []),
        (90, 0, 10, 1, None, []),
    ],
)
def test_R47_each_attempt_has_time_with_an_assessor(minutes, techniques, trainees, assessors, each, said):
    blocks = plan(f"assessment {minutes}")
    assert assessment_seconds_each(blocks, techniques, trainees, assessors) == each
    found = codes(assessment_objections(blocks, ["GEN-W1"] * techniques, trainees, assessors, REF, NUMBERS))
    assert [code for code in found if code == "R47.too_little"] == said


def test_R47_each_technique_is_demonstrated():
    shown, only_practised = plan("demonstration 10, practice 60")
    blocks = (_about(shown, "GEN-W1", "GEN-W2"), _about(only_practised, "GEN-H1"))
    found = assessment_objections(blocks, ["GEN-W1", "GEN-H1", "GEN-W2"], 0, 1, REF, NUMBERS)
    assert [(each.code, each.facts["technique"]) for each in found] == [("R47.not_demonstrated", "GEN-H1")]


def _about(block, *techniques):
    return type(block)(**{**block.__dict__, "techniques": techniques})


def test_minutes_by_kind_list_every_kind():
    minutes = minutes_by_kind(plan("practice 30, practice 40/25, break 15"))
    assert {kind.value: spent for kind, spent in minutes.items() if spent} == {"practice": 55, "break": 15}
    assert len(minutes) == 8


def test_only_core_theory_teaches_no_physical_skills():
    assert [kind for kind in CourseKind if not is_physical(kind)] == [CourseKind.CORE_THEORY]


# ── the rulebook's worked check ─────────────────────────────────────────────────────────────────────────────────────


def test_the_worked_check_of_the_rulebook():
    """10 trainees, 1 instructor, 6 techniques, 150 min: well. 16 alone: blocked until a second. 14 in 90 min: 6 min 26 s."""
    assert codes(ratio_objections(10, 1, REF, NUMBERS)) == []
    assert codes(practice_objections(plan("practice 150"), 6, REF, NUMBERS)) == []
    assert practice_seconds_each(plan("practice 150"), 6) == 25 * 60

    (alone,) = ratio_objections(16, 1, REF, NUMBERS)
    assert (alone.code, alone.blocks) == ("R12.second_instructor", True)
    assert codes(ratio_objections(16, 2, REF, NUMBERS)) == []

    (cap,) = cap_objections(14, REF, NUMBERS)
    assert (cap.code, cap.blocks) == ("R4.never", True)
    (short,) = practice_objections(plan("practice 90"), 14, REF, NUMBERS)
    assert (short.facts["practice"], short.facts["example"]) == ("6:26", "6:23")
