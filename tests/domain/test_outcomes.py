"""The outcome worked out, what it gives, with which limits, until when (R1, R15, R19 to R22, R48)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.assessment import AttemptState, Outcome
from calm_instructor.domain.attendance import FitnessStatus
from calm_instructor.domain.numbers import Numbers
from calm_instructor.domain.outcomes import (
    authority_from,
    derive,
    limits,
    needs_action_plan,
    signing_objections,
)
from calm_instructor.domain.sign_off import Result, TraineeSignature
from tests.domain.courses_and_marks import attendance, case, cell, fitness, knowledge, on_day, plan, session, taught
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, NUMBERS, at, codes, core_theory, person

PARTS_ALLOWED = Numbers(part_competence_allowed=True)
COMPETENT, PART, NOT_YET, NOT_COMPLETED = Result


def test_R20_everything_seen_and_there_is_competent_in_the_full_set():
    outcome = derive(case(), NUMBERS)
    assert (outcome.result, outcome.techniques, outcome.reasons) == (COMPETENT, ("GEN-W1", "GEN-H1"), ())
    assert (outcome.last_assessed, outcome.valid_until) == (FIRST_DAY, date(2027, 11, 24))


@pytest.mark.parametrize(
    ("marks", "core", "strict", "by_parts", "parts"),
    [
        # W1     H1      core   parts off      parts allowed  covered then
        (("C", "C"), "C", COMPETENT, COMPETENT, "GEN-W1 GEN-H1"),
        (("N C", "C"), "C", COMPETENT, COMPETENT, "GEN-W1 GEN-H1"),
        (("C", "N"), "C", NOT_YET, PART, "GEN-W1"),
        (("C", "N N N"), "C", NOT_YET, PART, "GEN-W1"),
        (("N", "N"), "C", NOT_YET, NOT_YET, ""),
        (("C", "C"), "N", NOT_YET, NOT_YET, ""),  # core behaviours are always asked
        (("C", "-"), "C", NOT_COMPLETED, NOT_COMPLETED, ""),
        (("C", ""), "C", NOT_COMPLETED, NOT_COMPLETED, ""),
        (("C", "~C"), "C", NOT_COMPLETED, NOT_COMPLETED, ""),
        (("C", "C"), "", NOT_COMPLETED, NOT_COMPLETED, ""),
        (("C", "C"), "-", NOT_COMPLETED, NOT_COMPLETED, ""),
        (("N", "-"), "C", NOT_YET, NOT_YET, ""),  # not yet outweighs not completed
        (("-", "-"), "-", NOT_COMPLETED, NOT_COMPLETED, ""),
    ],
)
def test_R20_the_outcome_by_what_was_seen(marks, core, strict, by_parts, parts):
    own = case(dict(zip(("GEN-W1", "GEN-H1"), marks, strict=True)), core)
    assert derive(own, NUMBERS).result is strict
    allowed = derive(own, PARTS_ALLOWED)
    assert (allowed.result, " ".join(allowed.techniques)) == (by_parts, parts)


NO_THEORY = person(core_theory=None)
MORNING = session()


@pytest.mark.parametrize(
    ("changes", "result", "reasons"),
    [
        ({"knowledge": ()}, NOT_COMPLETED, ["R20.knowledge_not_asked"]),
        ({"knowledge": (knowledge("K1"),)}, NOT_YET, ["R20.knowledge_not_met"]),
        ({"knowledge": (knowledge("K1"), knowledge("K1 K2", 2))}, COMPETENT, []),
        ({"knowledge": (knowledge("K1 K2", 2), knowledge("K1"))}, COMPETENT, []),  # in whatever order
        ({"knowledge": (knowledge("K1 K2"), knowledge("K1", 2))}, NOT_YET, ["R20.knowledge_not_met"]),
        ({"knowledge": (knowledge(state=AttemptState.TAKEN_BACK),)}, NOT_COMPLETED, ["R20.knowledge_not_asked"]),
        ({"attended": (attendance(MORNING, minutes=165),)}, COMPETENT, []),
        ({"attended": (attendance(MORNING, minutes=164),)}, NOT_COMPLETED, ["R16.minutes_missing"]),
        ({"attended": (attendance(MORNING, minutes=178, missed=(plan("theory 9!")[0].id,)),)}, COMPETENT, []),
        ({"person": NO_THEORY}, NOT_COMPLETED, ["R1.no_date"]),
        ({"person": person(core_theory=core_theory(seen_by=""))}, NOT_COMPLETED, ["R1.not_seen"]),
        ({"person": person(core_theory=core_theory(completed_on=LAST_DAY))}, NOT_COMPLETED, ["R1.not_before"]),
        ({"fitness": ()}, NOT_COMPLETED, ["R15.not_cleared"]),
        ({"fitness": (fitness(day=LAST_DAY),)}, NOT_COMPLETED, ["R15.not_cleared"]),
        ({"fitness": (fitness(FitnessStatus.NOT_FIT),)}, NOT_COMPLETED, ["R15.not_cleared"]),
        ({"fitness": (fitness(), fitness(FitnessStatus.NOT_FIT, "16:00"))}, COMPETENT, []),  # unfit later on
    ],
)
def test_R20_knowledge_attendance_core_theory_and_fitness_are_parts_of_it(changes, result, reasons):
    outcome = derive(case(**changes), NUMBERS)
    assert (outcome.result, codes(outcome.reasons)) == (result, reasons)
    assert bool(outcome.techniques) is bool(outcome.valid_until) is result.gives_authority


def test_R41_a_missed_block_keeps_a_competent_person_from_completing():
    blocks = plan("theory 60!, practice 120", MORNING)
    missed = attendance(MORNING, minutes=179, missed=(blocks[0].id,))
    outcome = derive(case(blocks=blocks, attended=(missed,)), NUMBERS)
    assert (outcome.result, codes(outcome.reasons)) == (NOT_COMPLETED, ["R41.missed_block"])


def test_R20_reasons_name_the_techniques_and_weigh_nothing():
    outcome = derive(case({"GEN-W1": "N", "GEN-H1": ""}, core="N"), NUMBERS)
    said = [(each.code, each.facts["technique"]) for each in outcome.reasons]
    assert said == [("R20.not_yet", "GEN-W1"), ("R20.not_yet", ""), ("R20.not_assessed", "GEN-H1")]
    assert {each.weight for each in outcome.reasons} == {"R"}


def test_R20_somebody_who_was_never_on_the_mat_is_not_asked_for_fitness_or_theory():
    absent = case({"GEN-W1": "-"}, "-", person=NO_THEORY, fitness=(), knowledge=(), attended=())
    assert codes(derive(absent, NUMBERS).reasons) == [
        "R20.not_assessed",
        "R20.not_assessed",
        "R20.knowledge_not_asked",
        "R16.minutes_missing",
    ]


def test_R20_without_a_set_there_is_nothing_to_be_competent_in():
    outcome = derive(case({}), NUMBERS)
    assert (outcome.result, codes(outcome.reasons)) == (NOT_COMPLETED, ["R20.no_set"])


def test_R20_a_part_gives_its_own_dates_and_reasons():
    own = case({"GEN-W1": "C", "GEN-H1": "N"})
    later = on_day([a for a in own.attempts if a.outcome is Outcome.NOT_YET], LAST_DAY)
    own = replace(own, attempts=(*(a for a in own.attempts if a.outcome is Outcome.COMPETENT), *later))
    own = replace(own, fitness=(fitness(), fitness(day=LAST_DAY)))
    outcome = derive(own, PARTS_ALLOWED)
    assert (outcome.result, outcome.last_assessed, codes(outcome.reasons)) == (PART, FIRST_DAY, ["R20.not_yet"])


# ── R22: until when ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("last", "months", "until"),
    [
        (date(2026, 11, 25), 12, date(2027, 11, 25)),
        (date(2026, 11, 25), 24, date(2028, 11, 25)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
    ],
)
def test_R22_valid_until_is_the_last_day_of_assessment_plus_the_interval(last, months, until):
    own = case()
    moved = replace(
        own,
        attempts=(*on_day(own.attempts[:1], last), *on_day(own.attempts[1:], date(2026, 5, 1))),
        fitness=(fitness(day=last), fitness(day=date(2026, 5, 1))),
        person=person(core_theory=core_theory(completed_on=date(2026, 4, 30))),
    )
    outcome = derive(moved, Numbers(sign_off_valid_months=months))
    assert (outcome.last_assessed, outcome.valid_until) == (last, until)


def test_R22_the_core_behaviours_are_an_assessment_too():
    own = case()
    core_later = replace(
        own,
        attempts=(*own.attempts[:2], *on_day(own.attempts[2:], LAST_DAY)),
        fitness=(fitness(), fitness(day=LAST_DAY)),
    )
    assert derive(core_later, NUMBERS).last_assessed == LAST_DAY


# ── R21: limits ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_R21_what_an_adjustment_narrowed_is_a_limit_each_once():
    adjusted = FitnessStatus.ADJUSTED
    own = case(
        fitness=(
            fitness(adjusted, "08:50", limit="hair, seated only"),
            fitness(adjusted, "13:00", limit="hair, seated only"),
            fitness(adjusted, "14:00", limit=" ", adjustment="More breaks"),
            fitness(FitnessStatus.FIT, "15:00", limit="not asked"),
            fitness(adjusted, "08:50", LAST_DAY, limit="left hand only"),
        )
    )
    assert limits(own) == ("hair, seated only", "left hand only")
    assert derive(own, NUMBERS).limits == ("hair, seated only", "left hand only")


# ── what keeps it from being signed ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        ({"person": NO_THEORY}, ["R1.no_date"]),
        ({"person": person(core_theory=core_theory(evidence_ref=""))}, ["R1.not_seen"]),
        ({"fitness": ()}, ["R15.no_declaration"]),
        ({"fitness": (fitness(FitnessStatus.NOT_FIT),)}, ["R15.not_fit"]),
        ({"fitness": (fitness(FitnessStatus.NOT_FIT), fitness(FitnessStatus.FIT, "12:00"))}, []),
    ],
)
def test_R1_R15_what_was_seen_is_signed_only_with_evidence_and_fitness(changes, said):
    assert codes(signing_objections(case(**changes))) == said


def test_R1_R15_where_nothing_was_seen_the_outcome_can_be_signed():
    absent = case({"GEN-W1": "-"}, "-", person=NO_THEORY, fitness=())
    assert codes(signing_objections(absent)) == []


def test_R19_sign_off_waits_for_feedback_on_every_not_yet():
    own = case({"GEN-W1": "N C", "GEN-H1": "C"}, core="N")
    silent = replace(own, attempts=tuple(replace(a, feedback="") for a in own.attempts))
    said = [(each.code, each.facts["technique"]) for each in signing_objections(silent)]
    assert said == [("R19.feedback_owed", "GEN-W1"), ("R19.feedback_owed", "")]


# ── R48: from when ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("result", Result)
@pytest.mark.parametrize("signature", TraineeSignature)
def test_R48_authority_starts_when_the_limits_are_accepted(result, signature):
    starts = authority_from(result, signature, LAST_DAY)
    accepted = result in {COMPETENT, PART} and signature is TraineeSignature.SIGNED
    assert starts == (LAST_DAY if accepted else None)


def test_R19_a_not_yet_leaves_with_an_action_plan():
    assert [result for result in Result if needs_action_plan(result)] == [NOT_YET]


# ── what holds of every case ────────────────────────────────────────────────────────────────────────────────────────

PICTURE = st.sampled_from(["C", "C", "C", "N C", "~N C", "xN C", "N", "C ~N", "N ~C", "-", "~C", ""])


def mostly(usual, *rare):
    """Drawn so that whole cases come up as often as broken ones."""
    return st.sampled_from([usual] * 9 + list(rare))


CASES = st.builds(
    lambda grid, core, checks, minutes, declared, theory: case(
        grid,
        core,
        knowledge=checks,
        attended=(attendance(MORNING, minutes=minutes),),
        fitness=declared,
        person=person(core_theory=theory),
    ),
    st.dictionaries(st.sampled_from(["GEN-W1", "GEN-H1", "GEN-S1"]), PICTURE, min_size=1),
    mostly("C", "N C", "N", "", "~C"),
    mostly((knowledge(),), (), (knowledge("K1"),)),
    mostly(180, 0, 164, 165),
    mostly((fitness(),), (), (fitness(FitnessStatus.NOT_FIT),), (fitness(FitnessStatus.ADJUSTED, limit="seated"),)),
    mostly(core_theory(), None, core_theory(seen_by=""), core_theory(completed_on=LAST_DAY)),
)


def competent_in(own, technique) -> bool:
    """By hand: of the entries that stand, the one with the highest number is a competent."""
    stand = sorted(
        (a.number, a.outcome) for a in own.attempts if a.technique == technique and a.state is AttemptState.VALID
    )
    return bool(stand) and stand[-1][1] is Outcome.COMPETENT


@given(CASES, st.booleans())
def test_R20_authority_is_given_only_for_techniques_that_stand_competent_in_a_whole_case(own, parts):
    outcome = derive(own, Numbers(part_competence_allowed=parts))
    codes_of = {technique.id: technique.code for technique in own.techniques}
    competent = [code for technique, code in codes_of.items() if competent_in(own, technique)]
    if outcome.result.gives_authority:
        assert list(outcome.techniques) == competent
        assert competent_in(own, None)
        assert own.person.core_theory is not None
        assert own.person.core_theory.is_seen
        assert any(each.status is not FitnessStatus.NOT_FIT for each in own.fitness)
        assert sum(each.minutes for each in own.attended) >= 165
        assert set(own.knowledge[-1].met) == {"K1", "K2"}
    else:
        assert (outcome.techniques, outcome.valid_until, outcome.limits) == ((), None, ())
        assert outcome.reasons
    if outcome.result is COMPETENT:
        assert len(competent) == len(own.techniques) > 0
        assert outcome.reasons == ()
    if outcome.result is PART:
        assert parts
        assert 0 < len(competent) < len(own.techniques)


@given(CASES, st.booleans(), st.randoms())
def test_R20_the_order_of_the_records_does_not_matter(own, parts, chance):
    numbers = Numbers(part_competence_allowed=parts)
    attempts, fits = list(own.attempts), list(own.fitness)
    chance.shuffle(attempts)
    chance.shuffle(fits)
    assert derive(replace(own, attempts=tuple(attempts), fitness=tuple(fits)), numbers) == derive(own, numbers)


@given(CASES, st.dates(date(2026, 11, 1), date(2028, 12, 31)), st.sampled_from([1, 6, 12, 24]))
def test_R22_the_day_and_month_of_the_last_assessment_return_months_later(own, day, months):
    moved = replace(
        own,
        attempts=on_day(own.attempts, day),
        fitness=tuple(replace(f, on=day, declared_at=at("08:50", day)) for f in own.fitness),
    )
    outcome = derive(moved, Numbers(sign_off_valid_months=months))
    if outcome.valid_until is not None:
        until = outcome.valid_until
        assert (until.year * 12 + until.month) - (day.year * 12 + day.month) == months
        assert until.day == day.day or (until.day < day.day and (until + timedelta(days=1)).day == 1)


@given(CASES)
def test_R20_taking_a_competent_back_never_gives_authority(own):
    back = tuple(
        replace(a, state=AttemptState.TAKEN_BACK) if a.outcome is Outcome.COMPETENT else a for a in own.attempts
    )
    assert not derive(replace(own, attempts=back), PARTS_ALLOWED).result.gives_authority


def test_the_case_file_shows_each_cell_and_what_counts_in_it():
    own = case({"GEN-W1": "N C", "GEN-H1": "-"}, core="C")
    w1, h1 = (taught("GEN-W1").id, taught("GEN-H1").id)
    assert own.cell(w1) == cell("N C")
    counting = [own.stands(each) for each in (w1, h1, None)]
    assert [each and each.outcome for each in counting] == ["competent", "not assessed", "competent"]
    assert [(a.technique, a.outcome) for a in own.seen()] == [(w1, "competent"), (None, "competent")]
