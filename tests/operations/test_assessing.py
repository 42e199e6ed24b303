"""Marks: what one is, what it needs, and how it is taken back or corrected (R17 to R20, R29, R44, R50)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from calm_instructor.domain.assessment import (
    Attempt,
    AttemptState,
    CriterionMark,
    KnowledgeCheck,
    Met,
    Method,
    Outcome,
    Source,
    standing,
    tries_used,
)
from calm_instructor.domain.attendance import FitnessStatus
from calm_instructor.domain.errors import CalmError
from calm_instructor.domain.ids import CourseId, CourseTechniqueId
from calm_instructor.exchange.reading.shipped import criteria
from calm_instructor.operations.assessing import (
    asked_criteria,
    fill_not_assessed,
    record_knowledge,
    record_outcome,
    take_back,
    write_feedback,
)
from calm_instructor.operations.limiting import agree_set, set_of
from calm_instructor.operations.planning import enter_course
from calm_instructor.operations.preparing import enter_instructor
from calm_instructor.operations.registering import declare_fitness
from calm_instructor.operations.signing import sign_off, withdraw
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, LEAD, at, instructor, named
from tests.operations.a_course import (
    CO,
    COURSE,
    DAY_AFTER,
    KNOWN,
    SIAN,
    SIGNS,
    ZANETA,
    planned,
    refused,
    written,
)

MANDATORY = [each.code for each in criteria() if each.mandatory]


def ticked(*unmet: str, but: dict[str, Met] | None = None) -> tuple[CriterionMark, ...]:
    """Every mandatory criterion met, apart from these."""
    marks = {code: Met.NOT_MET if code in unmet else Met.MET for code in MANDATORY}
    return tuple(CriterionMark(code=code, met=met) for code, met in {**marks, **(but or {})}.items())


# ── what a mark is ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_mark_is_on_the_disk_with_everything_that_was_seen(running):
    running.desk.marking_as = CO
    with written(running, "attempt.recorded", CO):
        recorded = running.do(
            record_outcome,
            running.place(SIAN),
            running.technique("W1"),
            Outcome.COMPETENT,
            observed_at=at("12:16"),
            criteria=ticked(),
            feedback="Calm voice.",
            source=Source.PAPER,
            sheet_no="A-2217-26-014-1",
        )
    assert running.cell(SIAN, "W1") == (recorded,)
    assert recorded == Attempt(
        id=recorded.id,
        enrolment=running.place(SIAN),
        technique=running.technique("W1"),
        number=1,
        outcome=Outcome.COMPETENT,
        observed_at=at("12:16"),
        recorded_at=at("12:20"),
        assessor=CO,
        source=Source.PAPER,
        sheet_no="A-2217-26-014-1",
        criteria=ticked(),
        feedback="Calm voice.",
    )


def test_the_core_behaviours_are_marked_as_a_whole(running):
    assert asked_criteria(None) == ()
    recorded = running.mark(SIAN, "core")
    assert (recorded.technique, recorded.number, recorded.as_a_whole) == (None, 1, True)


def test_a_technique_of_another_course_is_not_marked_here(running):
    with pytest.raises(CalmError) as said:
        running.do(record_outcome, running.place(SIAN), CourseTechniqueId(named("nothing")), Outcome.NOT_YET)
    assert said.value.code == "store.no_record"
    other = CourseId(named("another course"))
    running.do(enter_course, planned(id=other, ref="ET-2"))
    running.do(agree_set, other)
    with running.store.reading() as view:
        (strange, *_) = set_of(view, other)
    head = running.store.head()
    with pytest.raises(CalmError) as said:
        running.do(record_outcome, running.place(SIAN), strange.id, Outcome.COMPETENT, as_a_whole=True)
    assert said.value.code == "store.no_record"
    assert running.store.head() == head


# ── R17, R44: every mandatory criterion ─────────────────────────────────────────────────────────────────────────────


def test_R17_competent_is_every_mandatory_criterion_met_or_seen_as_a_whole(running):
    place, w1 = running.place(SIAN), running.technique("W1")
    with refused(running, *["R17.not_ticked"] * len(MANDATORY)):
        running.do(record_outcome, place, w1, Outcome.COMPETENT)
    with refused(running, "R17.not_met"):
        running.do(record_outcome, place, w1, Outcome.COMPETENT, criteria=ticked("A5"))
    with refused(running, "R17.not_met"):
        running.do(record_outcome, place, w1, Outcome.COMPETENT, criteria=ticked("A5"), as_a_whole=True)
    with refused(running, "R17.prompted"):
        running.do(record_outcome, place, w1, Outcome.COMPETENT, criteria=ticked(), prompted=True)
    running.do(record_outcome, place, w1, Outcome.COMPETENT, criteria=ticked())
    running.do(record_outcome, place, running.technique("H1"), Outcome.COMPETENT, as_a_whole=True)


def test_R44_not_applicable_is_for_optional_criteria_and_with_a_reason(running):
    place, w1 = running.place(SIAN), running.technique("W1")
    with refused(running, "R44.mandatory"):
        running.do(record_outcome, place, w1, Outcome.COMPETENT, criteria=ticked(but={"A2": Met.NOT_APPLICABLE}))
    with refused(running, "R44.no_reason"):
        running.do(record_outcome, place, w1, Outcome.COMPETENT, criteria=ticked(but={"A12": Met.NOT_APPLICABLE}))
    timed = CriterionMark(code="A12", met=Met.NOT_APPLICABLE, reason="No watch")
    running.do(record_outcome, place, w1, Outcome.COMPETENT, criteria=(*ticked(), timed))


def test_R44_an_adjustment_changes_how_never_what(running):
    running.do(
        declare_fitness, running.place(SIAN), FIRST_DAY, FitnessStatus.ADJUSTED, adjustment="Chair", limit="seated only"
    )
    with refused(running, "R17.not_met"):
        running.do(
            record_outcome, running.place(SIAN), running.technique("W1"), Outcome.COMPETENT, criteria=ticked("A9")
        )
    running.mark(SIAN)


# ── R18, R19: numbered, appended, never overwritten ─────────────────────────────────────────────────────────────────


def test_R18_R19_a_second_try_is_a_second_entry_and_the_first_stays(running):
    first = running.mark(SIAN, "W1", "N")
    second = running.at("12:40").mark(SIAN)
    assert running.cell(SIAN, "W1") == (first, second)
    assert (first.number, second.number) == (1, 2)
    with refused(running, "R18.already_competent"):
        running.mark(SIAN, "W1", "N")


def test_R18_what_was_seen_does_not_become_not_assessed(running):
    running.mark(SIAN, "W1", "N")
    with refused(running, "R18.not_yet_stands"):
        running.mark(SIAN, "W1", "-")


def test_R18_not_assessed_gives_way_to_what_is_seen_later(running):
    running.mark(SIAN, "W1", "-")
    running.mark(SIAN)
    stands = standing(running.cell(SIAN, "W1"))
    assert stands is not None
    assert stands.outcome is Outcome.COMPETENT


def test_R18_a_mark_taken_back_stays_on_record_and_uses_up_no_try(running):
    slip = running.mark(SIAN, "W1", "N")
    with written(running, "attempt.taken_back"):
        running.do(take_back, slip.id)
    again = running.mark(SIAN, "W1", "N")
    assert running.cell(SIAN, "W1") == (replace(slip, state=AttemptState.TAKEN_BACK), again)
    assert (again.number, tries_used(running.cell(SIAN, "W1"))) == (1, 1)
    with refused(running, "R18.not_standing"):
        running.do(take_back, slip.id)


def test_R18_only_the_last_mark_is_taken_back_and_on_its_own_day(running):
    first = running.mark(SIAN, "W1", "N")
    second = running.mark(SIAN, "W1", "N")
    with refused(running, "R18.next_exists"):
        running.do(take_back, first.id)
    with refused(running.at("09:00", LAST_DAY), "R18.day_over"):
        running.do(take_back, second.id)
    running.at("23:59").do(take_back, second.id)


def test_R18_a_correction_has_a_reason_keeps_the_number_and_both_entries(running):
    wrong = running.mark(SIAN)
    with refused(running, "R18.no_reason"):
        running.mark(SIAN, "W1", "N", corrects=wrong.id)
    running.at("09:00", DAY_AFTER)
    with written(running, "attempt.recorded"):
        right = running.mark(SIAN, "W1", "N", corrects=wrong.id, correction_reason="Marked on the wrong line")
    assert running.cell(SIAN, "W1") == (replace(wrong, state=AttemptState.CORRECTED), right)
    assert (right.number, right.corrects, right.correction_reason) == (1, wrong.id, "Marked on the wrong line")
    assert (right.observed_at, right.recorded_at) == (wrong.observed_at, at("09:00", DAY_AFTER))
    with refused(running, "R18.not_standing"):
        running.mark(SIAN, "W1", "N", corrects=wrong.id, correction_reason="Once more")
    with refused(running, "R18.is_correction"):
        running.do(take_back, right.id)
    running.mark(SIAN, "W1", "C", corrects=right.id, correction_reason="It was right at first")
    assert [each.state for each in running.cell(SIAN, "W1")] == [
        AttemptState.CORRECTED,
        AttemptState.CORRECTED,
        AttemptState.VALID,
    ]


def test_R18_a_correction_is_of_a_mark_in_its_own_cell(running):
    other = running.mark(SIAN, "H1")
    with refused(running, "R18.not_standing"):
        running.mark(SIAN, "W1", corrects=other.id, correction_reason="Wrong column")


def test_R19_after_three_tries_a_fourth_wants_a_reason(running):
    for _ in range(3):
        running.mark(SIAN, "W1", "N")
    with refused(running, "R19.tries_used"):
        running.mark(SIAN)
    running.mark(SIAN, reasons={"R19.tries_used": "Coached for an hour"})
    override = running.overrides()["R19.tries_used"]
    assert (override.subject, override.reason, override.course) == (SIAN, "Coached for an hour", COURSE)
    assert running.cell(SIAN, "W1")[-1].number == 4


def test_R19_the_number_of_tries_is_the_organisations(running):
    running.set_numbers(attempts_per_technique=1)
    running.mark(SIAN, "W1", "N")
    with refused(running, "R19.tries_used"):
        running.mark(SIAN)


def test_R19_feedback_and_criteria_follow_as_parts_of_the_same_attempt(running):
    first = running.do(record_outcome, running.place(SIAN), running.technique("W1"), Outcome.NOT_YET)
    assert first.owes_feedback
    unmet = (CriterionMark(code="A3", met=Met.NOT_MET),)
    running.do(write_feedback, first.id, "Keep talking.", unmet)
    assert running.cell(SIAN, "W1") == (replace(first, feedback="Keep talking.", criteria=unmet),)
    running.do(write_feedback, first.id, "Keep talking throughout.")
    assert running.cell(SIAN, "W1")[0].criteria == unmet


def test_R17_feedback_can_not_unmake_a_competent(running):
    mark = running.mark(SIAN)
    with refused(running, "R17.not_met"):
        running.do(write_feedback, mark.id, "Slow", (CriterionMark(code="A3", met=Met.NOT_MET),))


# ── R29, R50: not assessed ──────────────────────────────────────────────────────────────────────────────────────────


def test_R29_not_assessed_says_why(running):
    with refused(running, "R29.no_reason"):
        running.mark(SIAN, "W1", "-", not_assessed_reason=" ")


def test_R29_why_somebody_was_not_assessed_may_be_said_after_the_last_day(running):
    running.at("09:00", DAY_AFTER).mark(SIAN, "W1", "-")
    with refused(running.at("09:00", FIRST_DAY - timedelta(days=1)), "R17.outside_course"):
        running.mark(SIAN, "H1", "-")


def test_R50_blank_cells_are_filled_at_once_with_one_reason_and_marks_are_left_alone(running):
    running.mark(SIAN)
    slip = running.mark(ZANETA, "W1", "N")
    running.do(take_back, slip.id)
    cells = [(running.place(name), running.technique(code)) for name in (SIAN, ZANETA) for code in ("W1", "core")]
    with written(running, "cells.not_assessed"):
        filled = running.do(fill_not_assessed, cells, "Fire alarm", observed_at=at("12:30"))
    assert [(each.enrolment, each.technique) for each in filled] == [cells[1], cells[2], cells[3]]
    assert {(each.outcome, each.not_assessed_reason, each.number, each.observed_at) for each in filled} == {
        (Outcome.NOT_ASSESSED, "Fire alarm", 1, at("12:30"))
    }
    assert running.cell(SIAN, "core") == (filled[0],)
    assert running.do(fill_not_assessed, cells, "Fire alarm") == ()


def test_R50_all_cells_or_none(running):
    cells = [(running.place(SIAN), running.technique("W1"))]
    with refused(running, "R29.no_reason"):
        running.do(fill_not_assessed, cells, "")


# ── knowledge ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_knowledge_asked_again_is_a_new_entry(running):
    place = running.place(SIAN)
    first = running.do(record_knowledge, place, ("K1", "K2"), method=Method.WRITTEN)
    second = running.do(record_knowledge, place, KNOWN, observed_at=at("12:05"), source=Source.PAPER, sheet_no="K-1")
    assert running.all(KnowledgeCheck, enrolment=place) == (first, second)
    assert (first.number, first.method, first.is_met, first.asked) == (1, Method.WRITTEN, False, KNOWN)
    assert second == KnowledgeCheck(
        id=second.id,
        enrolment=place,
        number=2,
        method=Method.SPOKEN,
        met=KNOWN,
        asked=KNOWN,
        observed_at=at("12:05"),
        recorded_at=at("12:20"),
        assessor=LEAD,
        source=Source.PAPER,
        sheet_no="K-1",
    )
    assert running.course.set_frozen_at == running.now


def test_R13_R17_knowledge_is_asked_by_somebody_authorised_on_a_day_of_the_course(running):
    with refused(running.at("09:00", DAY_AFTER), "R17.outside_course"):
        running.do(record_knowledge, running.place(SIAN), KNOWN)
    running.at("12:20").do(enter_instructor, instructor(expires=FIRST_DAY - timedelta(days=1)))
    with refused(running, "R13.expires"):
        running.do(record_knowledge, running.place(SIAN), KNOWN)


# ── after the signature ─────────────────────────────────────────────────────────────────────────────────────────────


def test_R20_nothing_is_marked_under_a_sign_off_until_it_is_withdrawn(to_sign):
    a = to_sign.at("12:00", LAST_DAY)
    slip = a.mark(SIAN, "W1", "N", corrects=a.cell(SIAN, "W1")[0].id, correction_reason="Seen again")
    a.at("16:30", LAST_DAY)
    signed = a.do(sign_off, a.place(SIAN), SIGNS)
    for change in (
        lambda: a.mark(SIAN, reasons={"R19.tries_used": "One more"}),
        lambda: a.do(write_feedback, slip.id, "Slow down"),
        lambda: a.do(record_knowledge, a.place(SIAN), KNOWN),
    ):
        with refused(a, "R20.signed_already"):
            change()
    with refused(a, "R20.signed_already"):
        a.do(take_back, slip.id)
    a.mark(ZANETA, "W1", "N", corrects=a.cell(ZANETA, "W1")[0].id, correction_reason="Seen again")
    a.do(withdraw, signed.id, "A second try is due")
    a.mark(SIAN)
