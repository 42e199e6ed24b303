"""Counts typed by hand, what they reach, and a risk kept though it is proposed as ended (R6, R9, R38)."""

from dataclasses import replace
from datetime import date

import pytest

from calm_instructor.domain.audit_trend import Since
from calm_instructor.domain.course import Override
from calm_instructor.domain.needs import Audit, HoldCount, Risk, Severity, Tna
from calm_instructor.messages.wishes import undo_label
from calm_instructor.operations.analysing import analysis_of, answer_need, end_risk
from calm_instructor.operations.authorising import authorise
from calm_instructor.operations.counting import begin_to_count, enter_count, list_risks, set_period, stop_counting
from calm_instructor.operations.describing import describe
from calm_instructor.operations.ending import keep_as_current, kept_because, proposed_to_end
from calm_instructor.operations.gathering.tna_summary import gather_tna_summary
from calm_instructor.operations.revising import revise
from calm_instructor.operations.viewing.audit import AuditView, audit_view, hold_rows
from tests.domain.people_and_things import NUMBERS, SIGNED_IN_OCTOBER, audit
from tests.operations.a_course import TNA, ACourse, look_again, refused

SEP, MAR = date(2026, 9, 1), date(2026, 3, 1)
QUIET = audit({"wrist": 9, "sleeve": 2})
"""Hair is not met any more."""


def seen(a: ACourse, tna=TNA) -> AuditView:
    """The audit as it is shown on the clock's day."""
    with a.store.reading() as view:
        return audit_view(view, analysis_of(view, tna), NUMBERS, a.now.date())


def proposed(a: ACourse, tna=TNA) -> list[str]:
    """The holds whose risks are proposed as ended on the clock's day."""
    with a.store.reading() as view:
        return [risk.hold for risk in proposed_to_end(view, analysis_of(view, tna), a.now.date(), 6)]


def undo(a: ACourse) -> str:
    """What Undo would take back."""
    step = a.desk.next_undo
    assert step is not None
    return undo_label(step.wish, step.facts)


def test_R9_R38_a_month_apart_from_those_counted_makes_no_zeros_of_the_months_between(drafted):
    stood = drafted.at("09:00", date(2026, 12, 15)).tna
    with refused(drafted, "R9.month_apart"):
        drafted.do(enter_count, TNA, "wrist", date(2026, 12, 1), 1)
    assert (drafted.tna, proposed(drafted)) == (stood, [])
    for month in (10, 11, 12):
        drafted.do(enter_count, TNA, "wrist", date(2026, month, 1), 0)
    assert drafted.tna.audit.to_day == drafted.now.date()


@pytest.mark.parametrize("acts", ["a row comes and goes", "another period"])
def test_R8_counts_that_came_over_are_asked_about_until_something_is_counted(drafted, acts):
    drafted.do(authorise, TNA, SIGNED_IN_OCTOBER)
    begun = drafted.at("09:00", date(2026, 10, 20)).do(revise, TNA)
    if acts == "another period":
        drafted.do(set_period, begun.id, date(2025, 1, 1), date(2026, 10, 19))
    else:
        drafted.do(begin_to_count, begun.id, "bite_arm")
        drafted.do(stop_counting, begun.id, "bite_arm")
    assert "audit" in drafted.get(Tna, begun.id).carried
    drafted.do(enter_count, begun.id, "wrist", SEP, 1)
    assert "audit" not in drafted.get(Tna, begun.id).carried


def test_R38_only_a_hold_of_the_list_is_counted(drafted):
    with pytest.raises(LookupError):
        drafted.do(begin_to_count, TNA, "tickle")


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_R38_nothing_ends_without_a_reason(drafted, reason):
    with refused(drafted, "R38.end_without_reason"):
        drafted.do(end_risk, drafted.risk(2), reason)


def test_R38_a_proposal_that_nobody_answered_is_asked_about_when_it_is_signed(drafted):
    drafted.do(describe, TNA, {"audit": QUIET})
    with refused(drafted, "R38.never_counted"):
        drafted.do(authorise, TNA, SIGNED_IN_OCTOBER)
    drafted.do(authorise, TNA, SIGNED_IN_OCTOBER, reasons={"R38.never_counted": "She comes home in December"})
    assert proposed(drafted) == []


# ── R9, R38: numbers ────────────────────────────────────────────────────────────────────────────────────────────────


def test_R38_a_count_typed_is_on_record_and_reaches_the_risk(drafted):
    drafted.do(enter_count, TNA, "wrist", date(2026, 8, 1), "5")
    assert drafted.tna.audit.total("wrist") == 14
    assert drafted.get(Risk, drafted.risk(1)).incidents == 14
    drafted.do(enter_count, TNA, "wrist", SEP, 0)
    risk = drafted.get(Risk, drafted.risk(1))
    assert (risk.incidents, risk.last_seen) == (5, date(2026, 8, 31))


def test_R38_undo_names_risk_month_and_number_and_puts_the_old_one_back(drafted):
    stood = (drafted.tna, drafted.get(Risk, drafted.risk(1)))
    drafted.do(enter_count, TNA, "wrist", date(2026, 8, 15), 2)
    assert undo(drafted) == "Undo: risk 1, Aug 2026 set to 2"
    drafted.desk.undo()
    assert (drafted.tna, drafted.get(Risk, drafted.risk(1))) == stood


def test_a_hold_that_is_no_risk_is_called_by_its_name(drafted):
    drafted.do(enter_count, TNA, "bite_arm", SEP, 1)
    assert undo(drafted).startswith("Undo: Bite on hand or forearm, Sep 2026")


@pytest.mark.parametrize(
    ("month", "typed", "code"),
    [
        (SEP, "-1", "R38.no_count"),
        (SEP, -1, "R38.no_count"),
        (SEP, "2.5", "R38.no_count"),
        (SEP, "two", "R38.no_count"),
        (SEP, "100000", "R38.count_too_high"),
        (date(2027, 1, 1), "1", "R9.month_ahead"),
        (date(2020, 1, 1), "1", "R9.month_before"),
    ],
)
def test_R9_what_is_no_count_is_refused_and_the_number_from_before_stays(drafted, month, typed, code):
    with refused(drafted, code):
        drafted.do(enter_count, TNA, "wrist", month, typed)
    assert drafted.tna.audit.total("wrist") == 9


def test_R43_what_was_signed_is_not_counted_any_more(authorised):
    for wish, more in (
        (enter_count, ("wrist", SEP, 1)),
        (begin_to_count, ("bite_arm",)),
        (stop_counting, ("bite_arm",)),
        (set_period, (None, None)),
        (list_risks, ({"bite_arm": Severity.HIGH},)),
    ):
        with refused(authorised, "R43.not_a_draft"):
            authorised.do(wish, TNA, *more)


def test_R38_a_hold_has_one_row(drafted):
    drafted.do(begin_to_count, TNA, "bite_arm")
    for hold in ("bite_arm", "wrist"):
        with refused(drafted, "R38.hold_twice"):
            drafted.do(begin_to_count, TNA, hold)
    assert [row.hold for row in seen(drafted).rows] == ["wrist", "hair", "sleeve", "bite_arm"]


def test_R6_only_a_row_of_zeros_that_is_no_risk_is_taken_off(drafted):
    drafted.do(begin_to_count, TNA, "bite_arm")
    assert [row.hold for row in seen(drafted).rows if row.may_go] == ["bite_arm"]
    drafted.do(enter_count, TNA, "bite_arm", SEP, 1)
    assert not any(row.may_go for row in seen(drafted).rows)
    with refused(drafted, "R6.row_has_counts"):
        drafted.do(stop_counting, TNA, "bite_arm")
    drafted.do(enter_count, TNA, "bite_arm", SEP, 0)
    drafted.do(stop_counting, TNA, "bite_arm")
    drafted.do(describe, TNA, {"audit": audit({})})
    with refused(drafted, "R6.row_is_a_risk"):
        drafted.do(stop_counting, TNA, "wrist")


def test_R9_the_time_counted_is_said_and_holds_its_counts(drafted):
    drafted.do(set_period, TNA, date(2025, 1, 1), date(2026, 9, 28))
    assert (drafted.tna.audit.from_day, drafted.tna.audit.to_day) == (date(2025, 1, 1), date(2026, 9, 28))
    with refused(drafted, "R9.counts_outside"):
        drafted.do(set_period, TNA, date(2025, 1, 1), date(2026, 8, 31))
    with refused(drafted, "R9.period_ahead"):
        drafted.do(set_period, TNA, None, date(2030, 1, 1))
    with refused(drafted, "R9.period_backwards"):
        drafted.do(set_period, TNA, date(2026, 9, 20), date(2026, 9, 10))


def test_R6_all_are_carried_as_risks_in_one_step(drafted):
    listed = drafted.do(list_risks, TNA, {"bite_arm": Severity.HIGH, "hand_finger": Severity.LOW})
    assert [(risk.number, risk.hold, risk.severity) for risk in listed] == [
        (4, "bite_arm", Severity.HIGH),
        (5, "hand_finger", Severity.LOW),
    ]
    drafted.desk.undo()
    assert [risk.number for risk in drafted.all(Risk, tna=TNA)] == [1, 2, 3]


# ── what is shown ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_R9_a_draft_shows_the_whole_window_and_what_was_not_counted_is_no_zero(drafted):
    view = seen(drafted)
    assert (view.pages[0][-1], len(view.pages[0])) == (date(2026, 10, 1), 12)
    assert (view.pages[-1][0], len(view.pages[-1])) == (date(2024, 10, 1), 13)
    wrist = view.rows[0]
    assert wrist.counts[0][-3:] == (0, 9, None)
    assert (wrist.total(0), wrist.then, wrist.since) == (9, 0, None)
    assert view.most(0) == 9
    assert view.part is None
    drafted.do(enter_count, TNA, "wrist", date(2026, 10, 1), 1)
    assert seen(drafted).part == drafted.now.date()


def test_what_was_signed_shows_the_months_that_were_counted(authorised):
    authorised.at("09:00", date(2027, 6, 1))
    assert seen(authorised).pages[0][-1] == SEP


def test_R9_counts_older_than_the_window_are_told(drafted):
    assert not seen(drafted).older
    drafted.at("09:00", date(2029, 6, 1))
    assert seen(drafted).older
    drafted.do(set_period, TNA, drafted.tna.audit.from_day, date(2029, 5, 31))
    drafted.do(enter_count, TNA, "wrist", date(2029, 5, 1), 1)
    assert not seen(drafted).older
    assert drafted.tna.audit.total("wrist") == 1


def test_R38_a_revision_is_compared_with_the_audit_it_replaces(authorised):
    draft = authorised.do(revise, TNA)
    view = seen(authorised, draft.id)
    assert view.comparison is not None
    assert not view.comparison.is_new
    assert [row.since for row in view.rows] == [None, None, None]
    authorised.at("09:00", date(2027, 9, 20))
    counted = Audit(
        from_day=date(2025, 10, 1),
        to_day=date(2027, 9, 19),
        counts=(
            HoldCount(hold="wrist", month=date(2027, 9, 1), count=4),
            HoldCount(hold="sleeve", month=date(2027, 9, 1), count=2),
            HoldCount(hold="bite_arm", month=date(2027, 8, 1), count=1),
        ),
    )
    authorised.do(describe, draft.id, {"audit": counted})
    assert {row.hold: (row.then, row.since) for row in seen(authorised, draft.id).rows} == {
        "wrist": (9, Since.FEWER),
        "hair": (4, Since.GONE),
        "sleeve": (2, Since.SAME),
        "bite_arm": (0, Since.NEW),
    }


def test_R38_a_hold_met_in_the_last_audit_keeps_a_row_though_it_is_no_risk(authorised):
    draft = authorised.do(revise, TNA)
    authorised.at("09:00", date(2027, 9, 20))
    authorised.do(describe, draft.id, {"audit": Audit(from_day=date(2026, 10, 1), to_day=date(2027, 9, 19))})
    with authorised.store.reading() as view:
        analysis = replace(analysis_of(view, draft.id), risks=())
        rows = audit_view(view, analysis, NUMBERS, authorised.now.date()).rows
    assert {row.hold: (row.since, row.may_go) for row in rows} == dict.fromkeys(
        ("wrist", "hair", "sleeve"), (Since.GONE, False)
    )


# ── R38: kept, with a reason ────────────────────────────────────────────────────────────────────────────────────────


def test_R38_a_risk_is_kept_with_a_reason_that_stands_on_the_tna(drafted):
    drafted.do(describe, TNA, {"audit": QUIET})
    assert proposed(drafted) == ["hair"]
    drafted.do(keep_as_current, drafted.risk(2), "She is in hospital until spring")
    assert proposed(drafted) == []
    (kept,) = drafted.all(Override, tna=TNA)
    assert (kept.code, kept.subject, kept.reason) == (
        "R38.never_counted",
        "hair held",
        "She is in hospital until spring",
    )
    with drafted.store.reading() as view:
        said = kept_because(view, analysis_of(view, TNA), drafted.now.date(), 6)
        row = list(hold_rows(view, analysis_of(view, TNA), NUMBERS, drafted.now.date()))[1]
    assert said == {drafted.risk(2): "She is in hospital until spring"}
    assert (row.proposed_ended, row.kept_because) == (False, "She is in hospital until spring")
    drafted.desk.undo()
    assert proposed(drafted) == ["hair"]
    assert not drafted.all(Override, tna=TNA)


def test_R38_R51_the_sheet_says_why_a_risk_was_kept_and_proposes_its_technique_no_more(drafted):
    drafted.do(describe, TNA, {"audit": QUIET})
    drafted.do(answer_need, TNA, True, "Holds occur every month.")
    with drafted.store.reading() as view:
        assert [risk.number for risk in gather_tna_summary(view, TNA, drafted.now).risks if risk.proposed_as_ended] == [
            2
        ]
    drafted.do(keep_as_current, drafted.risk(2), "She is in hospital until spring")
    with drafted.store.reading() as view:
        sheet = gather_tna_summary(view, TNA, drafted.now)
    assert not any(risk.proposed_as_ended for risk in sheet.risks)
    assert [(each.rule, each.about, each.reason) for each in sheet.overrides] == [
        ("R38", "hair held", "She is in hospital until spring")
    ]


def test_R38_without_a_reason_nothing_is_kept(drafted):
    drafted.do(describe, TNA, {"audit": QUIET})
    with refused(drafted, "R38.never_counted"):
        drafted.do(keep_as_current, drafted.risk(2), "  ")


def test_R38_the_proposal_comes_back_with_newer_counts_and_the_newer_reason_replaces_the_older(drafted):
    drafted.do(describe, TNA, {"audit": QUIET})
    drafted.do(keep_as_current, drafted.risk(2), "In hospital")
    drafted.do(enter_count, TNA, "wrist", date(2026, 10, 1), 1)
    assert proposed(drafted) == ["hair"]
    drafted.do(keep_as_current, drafted.risk(2), "Back next week")
    assert [each.reason for each in drafted.all(Override, tna=TNA)] == ["Back next week"]
    assert proposed(drafted) == []


def test_R38_what_is_ended_after_all_is_not_kept_any_more(drafted):
    drafted.do(describe, TNA, {"audit": QUIET})
    drafted.do(keep_as_current, drafted.risk(2), "In hospital")
    drafted.do(end_risk, drafted.risk(2), "Has moved")
    assert not drafted.all(Override, tna=TNA)


def test_R38_what_was_kept_when_it_was_signed_stays_kept_whatever_the_words_were(drafted):
    drafted.do(describe, TNA, {"audit": QUIET})
    drafted.do(keep_as_current, drafted.risk(2), "In hospital")
    drafted.do(authorise, TNA, SIGNED_IN_OCTOBER)
    (kept,) = drafted.all(Override, tna=TNA, code="R38.never_counted")
    with drafted.store.work(wish="x", by=None, at=drafted.now) as work:
        work.put(replace(kept, sentence="As an earlier edition put it"))
    assert proposed(drafted) == []
    with drafted.store.reading() as view:
        assert not any(risk.proposed_as_ended for risk in gather_tna_summary(view, TNA, drafted.now).risks)


def test_R38_a_new_revision_asks_anew(authorised):
    draft = authorised.do(revise, TNA)
    authorised.do(describe, draft.id, {"audit": QUIET})
    (hair,) = authorised.all(Risk, tna=draft.id, hold="hair")
    authorised.do(keep_as_current, hair.id, "In hospital")
    look_again(authorised.desk, draft.id)
    authorised.do(authorise, draft.id, SIGNED_IN_OCTOBER)
    assert proposed(authorised, draft.id) == []
    assert proposed(authorised, authorised.do(revise, draft.id).id) == ["hair"]


def test_R38_a_hold_met_within_six_months_is_not_proposed(drafted):
    drafted.do(describe, TNA, {"audit": QUIET})
    drafted.do(enter_count, TNA, "hair", date(2026, 4, 1), 1)
    assert proposed(drafted) == []
    drafted.do(enter_count, TNA, "hair", date(2026, 4, 1), 0)
    drafted.do(enter_count, TNA, "hair", MAR, 1)
    (proposal,) = seen(drafted).proposals
    assert (proposal.risk.hold, proposal.last, proposal.rests_on_it) == ("hair", date(2026, 3, 31), ("H1",))
