"""What the TNA summary says of risks, counts, choice and authorisation."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.course import Override
from calm_instructor.domain.errors import Refused
from calm_instructor.domain.ids import TnaId
from calm_instructor.domain.needs import Manner, Risk, Tna
from calm_instructor.exchange.paper.facts import SignatureState
from calm_instructor.exchange.paper.tna_summary import Compared, NoteAnswer, Part
from calm_instructor.operations.analysing import draft_tna, end_risk, leave_out
from calm_instructor.operations.describing import describe
from calm_instructor.operations.ending import keep_as_current
from calm_instructor.operations.gathering.sealing import fingerprint
from calm_instructor.operations.gathering.tna_summary import direction, gather_tna_summary
from calm_instructor.operations.revising import revise
from tests.operations.gathering.played_course import DAY_2, PLANNED_ON, TNA_1, TNA_2, moment, named

pytest_plugins = ["tests.operations.gathering.played_fixtures"]

AT = moment(DAY_2, "12:00")


@pytest.fixture
def summary(view):
    return gather_tna_summary(view, TNA_2, AT)


def test_head_names_revision_and_general_list(summary):
    assert (summary.imprint.reference, summary.imprint.revision) == ("ASH-03", 2)
    assert summary.imprint.generic
    assert summary.imprint.record_id == TNA_2
    assert (summary.service, summary.setting) == ("Ashgrove House", "Care home, 38 places")
    assert (summary.day, summary.review_due, summary.replaces) == (PLANNED_ON, date(2027, 10, 26), 1)


def test_every_hold_counted_is_listed_with_its_months(summary):
    """R6: risks first, those not carried after; one that nobody accounted for stands there without a reason."""
    assert [hold.hold for hold in summary.holds] == [
        "One wrist held, same side",
        "Tied hair or head covering held",
        "Bite on hand or forearm",
        "Clothing or collar held from behind",
        "Lanyard, cord or jewellery held",
    ]
    assert [hold.risks for hold in summary.holds] == [(1,), (2,), (3,), (), ()]
    assert {len(hold.monthly) for hold in summary.holds} == {24}
    assert [sum(hold.monthly) for hold in summary.holds] == [36, 7, 2, 2, 1]
    assert summary.holds[3].not_carried == "Twice in two years, both at one removed door"
    assert summary.holds[4].not_carried == ""
    assert [hold.trend for hold in summary.holds] == ["falling", "rising", "level", "level", "level"]


def test_window_tells_that_the_last_month_is_not_whole(summary):
    assert (summary.first_month, summary.last_month) == (date(2024, 11, 1), date(2026, 10, 1))
    assert summary.last_day == date(2026, 10, 23)


def test_whole_last_month_needs_no_day(view):
    assert gather_tna_summary(view, TNA_1, AT).last_day is None


def test_risks_carry_their_techniques_with_both_answers(summary):
    """R3, R38: an ended risk stays on the list and carries nothing."""
    wrist, hair, bite = summary.risks
    assert (wrist.number, wrist.count, wrist.situation) == (1, 36, "personal care")
    (chosen,) = hair.chosen
    assert (chosen.technique.code, chosen.tier) == ("GEN-H5", "medium tier")
    assert (chosen.tried_without_touch, chosen.why) == ("Hair worn up", "Unforeseeable")
    assert (bite.ended_on, bite.chosen) == (PLANNED_ON, ())
    assert summary.uncovered == ()
    assert [(each.technique.code, each.why) for each in summary.left_out] == [("GEN-T1", "Risk 3 has ended")]


def test_elevated_risk_notes_are_answered(summary):
    """R45."""
    (note,) = summary.notes
    assert note.technique.code == "GEN-H5"
    assert note.note.startswith("Dignity")
    assert (note.answer, note.because) == (NoteAnswer.ALTERED, "A spare scarf is at hand")


def test_R45_the_answer_to_a_note_goes_from_the_paper_with_its_technique(venue):
    draft = venue.desk.do(revise, TNA_2)
    venue.desk.do(leave_out, draft.id, {"GEN-H5": "Taught by others"})
    with venue.desk.store.reading() as view:
        assert gather_tna_summary(view, draft.id, AT).notes == ()


def test_compared_with_the_revision_before(summary, view):
    assert summary.compared == Compared(revision=1, removed=("GEN-C1",), added=("GEN-H5",), unchanged=1, new=(2,))
    first = gather_tna_summary(view, TNA_1, AT)
    assert (first.compared, first.replaces) == (None, None)


def test_R38_the_last_year_of_the_audit_before_stands_beside_new_counts_only(venue):
    draft = venue.desk.do(revise, TNA_2)
    with venue.desk.store.reading() as view:
        same = gather_tna_summary(view, draft.id, AT)
        before = {each.hold: sum(each.monthly[-12:]) for each in same.holds}
    assert {each.then for each in same.holds} == {None}
    counts = tuple(replace(each, count=each.count + 1) for each in draft.audit.counts)
    venue.desk.do(describe, draft.id, {"audit": replace(draft.audit, counts=counts)})
    with venue.desk.store.reading() as view:
        anew = gather_tna_summary(view, draft.id, AT)
    assert {each.hold: each.then for each in anew.holds} == before
    assert sum(sum(each.monthly) for each in anew.holds) > sum(sum(each.monthly) for each in same.holds)


def test_R38_a_risk_that_ended_since_is_named(venue):
    draft = venue.desk.do(revise, TNA_2)
    with venue.desk.store.reading() as view:
        wrist = next(each for each in view.all(Risk, tna=draft.id) if each.number == 1)
    venue.desk.do(end_risk, wrist.id, "Nobody holds on any more")
    with venue.desk.store.reading() as view:
        compared = gather_tna_summary(view, draft.id, AT).compared
    assert compared is not None
    assert (compared.revision, compared.ended, compared.new) == (2, (1,), ())


def test_staff_groups_and_prevention_in_words(summary):
    assert [(group.name, group.people, group.need) for group in summary.staff_groups] == [
        ("Direct care", 31, "Core Theory and escape techniques"),
        ("Kitchen", None, "Core Theory"),
    ]
    assert [part for part, _text in summary.prevention] == list(Part)


def test_ink_authorisation_says_where_the_copy_is(summary):
    """R43: beside the signature and among the sources, where who has seen it is said too."""
    assert (summary.authoriser.name, summary.authoriser.role) == ("Marian Grant", "Registered Manager")
    assert summary.authoriser.state is SignatureState.IN_INK
    assert (summary.authoriser.day, summary.authoriser.held_at) == (date(2026, 10, 26), "Ashgrove office")
    assert summary.sources[-1] == (
        "authorised in ink, 26 Oct 2026; the copy is held at Ashgrove office, seen by Elen Prydderch-Hughes"
    )
    assert summary.sources[:2] == (
        "Risk assessment RA-ASH-11",
        "behavioural audit BA-2026-10 (compared with BA-2025-10)",
    )


def test_screen_authorisation_says_when(view):
    assert view.get(Tna, TNA_1).authorisation.manner is Manner.SCREEN
    assert gather_tna_summary(view, TNA_1, AT).sources == ("Authorised on screen, 1 Oct 2025",)


def test_overrides_of_the_tna_stand_on_it(summary, view):
    """R51."""
    (override,) = summary.overrides
    assert (override.rule, override.day, override.about) == ("R6", PLANNED_ON, "")
    assert len(view.all(Override)) > 1


def test_open_question_has_no_paper(venue):
    """R40: the paper's heading is the answer."""
    with venue.desk.store.reading() as view:
        authorised = view.get(Tna, TNA_2)
    third = replace(authorised, id=TnaId(named("third")), revision_no=3, supersedes=TNA_2, need=None)
    venue.desk.do(draft_tna, third)
    with venue.desk.store.reading() as view, pytest.raises(Refused) as refused:
        gather_tna_summary(view, third.id, AT)
    assert [each.code for each in refused.value.objections] == ["R40.not_answered"]


def test_no_need_is_a_result(venue):
    """R40: it prints like any other; without counts the window is the TNA's own month."""
    none = Tna(
        id=TnaId(named("no need")),
        ref="OAK-01",
        revision_no=1,
        service="Oakbank",
        drawn_up_on=PLANNED_ON,
        need=False,
        need_reason="Nothing was counted in two years",
    )
    venue.desk.do(draft_tna, none)
    with venue.desk.store.reading() as view:
        summary = gather_tna_summary(view, none.id, AT)
    assert (summary.needed, summary.why) == (False, "Nothing was counted in two years")
    assert summary.first_month == summary.last_month == date(2026, 10, 1)
    assert (summary.authoriser.name, summary.risks, summary.holds, summary.sources) == ("", (), (), ())


def test_technique_of_an_older_catalogue_keeps_its_code(venue):
    draft = Tna(
        id=TnaId(named("older")),
        ref="OAK-02",
        revision_no=1,
        service="Oakbank",
        drawn_up_on=PLANNED_ON,
        need=False,
        need_reason="Nothing was counted",
    )
    venue.desk.do(draft_tna, draft)
    venue.desk.do(leave_out, draft.id, {"OLD-1": "No longer in the catalogue"})
    with venue.desk.store.reading() as view:
        (left_out,) = gather_tna_summary(view, draft.id, AT).left_out
    assert (left_out.technique.code, left_out.technique.name) == ("OLD-1", "")


def test_moment_of_printing_is_not_content(view, summary):
    later = gather_tna_summary(view, TNA_2, moment(date(2027, 5, 1), "08:00"))
    assert fingerprint(later) == fingerprint(summary)
    assert fingerprint(replace(summary, why="Another reason")) != fingerprint(summary)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (26, 15, -1),
        (9, 8, 0),
        (12, 10, 0),
        (7, 2, -1),
        (5, 9, 1),
        (0, 0, 0),
        (0, 2, 0),
        (0, 3, 1),
        (40, 31, 0),
        (40, 30, -1),
    ],
)
def test_trend_compares_two_years(before, after, expected):
    assert direction((99, *([0] * 11), before, *([0] * 11), after)[-24:]) == expected


def test_trend_of_a_short_window_compares_halves():
    assert direction((0, 0, 0, 4, 0, 4)) == 1
    assert direction((4,)) == 0


@given(st.lists(st.integers(0, 9), min_size=24, max_size=24))
def test_trend_turns_with_time(counts):
    """What falls one way cannot fall the other way too."""
    one_way, other_way = direction(counts), direction(counts[12:] + counts[:12])
    assert one_way * other_way <= 0


def test_R38_R51_why_a_risk_was_kept_as_current_is_printed(venue):
    draft = venue.desk.do(revise, TNA_2)
    counts = tuple(each for each in draft.audit.counts if each.hold != "wrist_one_same")
    venue.desk.do(describe, draft.id, {"audit": replace(draft.audit, counts=counts, last_seen=())})
    with venue.desk.store.reading() as view:
        wrist = next(each for each in view.all(Risk, tna=draft.id) if each.number == 1)
    venue.desk.do(keep_as_current, wrist.id, "The person comes back in spring")
    with venue.desk.store.reading() as view:
        summary = gather_tna_summary(view, draft.id, AT)
    assert [(each.about, each.reason) for each in summary.overrides] == [
        (wrist.hold_name, "The person comes back in spring")
    ]
