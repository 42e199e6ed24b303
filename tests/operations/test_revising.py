"""The next revision of a TNA, and a draft said piece by piece."""

import pytest

from calm_instructor.domain.needs import Risk, Selection, Severity, Tna, TnaState
from calm_instructor.operations.analysing import analysis_of, end_risk
from calm_instructor.operations.authorising import authorise
from calm_instructor.operations.describing import describe, describe_risk, keep_risk, move_choice, take_off_risk
from calm_instructor.operations.revising import revise, revision_begun
from tests.domain.people_and_things import SIGNED_IN_OCTOBER, audit
from tests.operations.a_course import TNA, ACourse, look_again, refused


def read(a: ACourse, look, *args):
    with a.store.reading() as view:
        return look(view, *args)


def test_R43_a_revision_copies_everything_and_leaves_what_was_signed(authorised):
    signed = read(authorised, analysis_of, TNA)
    draft = authorised.do(revise, TNA)
    copy = read(authorised, analysis_of, draft.id)
    assert (draft.state, draft.supersedes, draft.revision_no) == (TnaState.DRAFT, TNA, signed.tna.revision_no + 1)
    assert (draft.authorisation, draft.review_due) == (None, None)
    assert (draft.audit, draft.staff_groups, draft.need_reason) == (
        signed.tna.audit,
        signed.tna.staff_groups,
        signed.tna.need_reason,
    )
    assert [(r.number, r.hold, r.severity) for r in copy.risks] == [
        (r.number, r.hold, r.severity) for r in signed.risks
    ]
    assert not {r.id for r in copy.risks} & {r.id for r in signed.risks}
    for before, now in zip(signed.chosen, copy.chosen, strict=True):
        assert [r.number for r in signed.risks_of(before)] == [r.number for r in copy.risks_of(now)]
        assert now.why_this_one == before.why_this_one
    assert read(authorised, analysis_of, TNA) == signed


def test_R43_the_new_revision_replaces_the_old_one_once_it_is_authorised(authorised):
    draft = authorised.do(revise, TNA)
    assert authorised.tna.state is TnaState.AUTHORISED
    look_again(authorised.desk, draft.id)
    authorised.do(authorise, draft.id, SIGNED_IN_OCTOBER)
    assert authorised.tna.state is TnaState.SUPERSEDED
    with refused(authorised, "R43.superseded"):
        authorised.do(revise, TNA)


def test_R43_one_draft_at_a_time(authorised):
    draft = authorised.do(revise, TNA)
    assert read(authorised, revision_begun, TNA) == draft
    with refused(authorised, "R43.still_a_draft"):
        authorised.do(revise, TNA)
    with refused(authorised, "R43.still_a_draft"):
        authorised.do(revise, draft.id)


def test_a_piece_is_kept_and_the_rest_stays(drafted):
    before = drafted.tna
    drafted.do(describe, TNA, {"setting": "38 places", "factors": ("Frail skin",)})
    after = drafted.tna
    assert (after.setting, after.factors) == ("38 places", ("Frail skin",))
    assert (after.service, after.need, after.audit) == (before.service, before.need, before.audit)
    with pytest.raises(LookupError):
        drafted.do(describe, TNA, {"state": TnaState.AUTHORISED})


def test_R38_new_counts_reach_the_risks(drafted):
    drafted.do(describe, TNA, {"audit": audit({"wrist": 3})})
    assert [risk.incidents for risk in drafted.all(Risk, tna=TNA)] == [3, 0, 0]


def test_R43_what_is_authorised_is_not_described(authorised):
    for wish, about, said in (
        (describe, TNA, {"setting": "x"}),
        (describe_risk, authorised.risk(1), {"controls": "x"}),
    ):
        with refused(authorised, "R43.not_a_draft"):
            authorised.do(wish, about, said)
    with refused(authorised, "R43.not_a_draft"):
        authorised.do(take_off_risk, authorised.risk(1), "Moved")
    with refused(authorised, "R43.not_a_draft"):
        authorised.do(keep_risk, authorised.risk(1))


def test_R6_a_risk_taken_off_says_why_and_carries_no_technique(drafted):
    risk = drafted.risk(1)
    with refused(drafted, "R6.hold_unaccounted"):
        drafted.do(take_off_risk, risk, " ")
    drafted.do(take_off_risk, risk, "Twice, at the dentist's")
    assert [each.number for each in drafted.all(Risk, tna=TNA)] == [2, 3]
    assert [(each.hold, each.reason) for each in drafted.tna.not_carried] == [("wrist", "Twice, at the dentist's")]
    (resting,) = drafted.all(Selection, tna=TNA, technique="W1")
    assert resting.risks == ()
    with refused(drafted, "R3.no_current_risk"):
        drafted.do(authorise, TNA, SIGNED_IN_OCTOBER)


def test_R38_an_ended_risk_is_current_again(drafted):
    drafted.do(end_risk, drafted.risk(1), "Moved")
    drafted.do(keep_risk, drafted.risk(1))
    risk = drafted.get(Risk, drafted.risk(1))
    assert (risk.current, risk.ended_on, risk.ended_reason) == (True, None, "")


def test_a_risk_is_described(drafted):
    drafted.do(describe_risk, drafted.risk(2), {"situation": "At the door", "severity": Severity.HIGH})
    risk = drafted.get(Risk, drafted.risk(2))
    assert (risk.situation, risk.severity, risk.hold) == ("At the door", Severity.HIGH, "hair")
    with pytest.raises(LookupError):
        drafted.do(describe_risk, drafted.risk(2), {"current": False})
    assert drafted.get(Tna, TNA).state is TnaState.DRAFT


def test_a_chosen_technique_is_taught_earlier_or_later(drafted):
    def order():
        return [each.technique for each in read(drafted, analysis_of, TNA).chosen]

    assert order() == ["W1", "H1", "S1"]
    drafted.do(move_choice, TNA, "S1", -1)
    assert order() == ["W1", "S1", "H1"]
    drafted.do(move_choice, TNA, "W1", 1)
    assert order() == ["S1", "W1", "H1"]
    drafted.do(move_choice, TNA, "S1", -1)
    assert order() == ["S1", "W1", "H1"]
