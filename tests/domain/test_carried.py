"""R8: what a draft took over, what looking again is, and what is still to be looked at."""

from dataclasses import replace
from datetime import date

import pytest

from calm_instructor.domain.audit_counts import entered, with_hold
from calm_instructor.domain.carried import (
    Looked,
    after_change,
    carried_from,
    carried_objections,
    counts_are_late,
    looked_at,
    looked_where,
    still_carried,
)
from calm_instructor.domain.needs import NeedsAnalysis, NotCarried, TnaState
from calm_instructor.messages import sentence
from tests.domain.people_and_things import audit, risk, selection, tna

BITE = NotCarried(hold="bite", reason="Twice, at the dentist's")


def analysis(**changes) -> NeedsAnalysis:
    """Two current risks, one ended; one technique chosen, one left out; a hold not carried; factors and prevention."""
    return NeedsAnalysis(
        tna=tna(
            state=TnaState.AUTHORISED,
            not_carried=(BITE,),
            factors=("Frail skin",),
            primary_prevention="A quiet room",
            **changes,
        ),
        risks=(risk(1), risk(2, "hair"), risk(3, "sleeve", current=False)),
        selections=(selection("W1", 1), selection("H1", 2, chosen=False)),
    )


def draft(**changes) -> NeedsAnalysis:
    """The next revision with everything carried."""
    before = analysis()
    return replace(before, tna=replace(before.tna, state=TnaState.DRAFT, carried=carried_from(before), **changes))


def test_R8_everything_said_is_carried_and_what_is_over_is_not():
    assert set(carried_from(analysis())) == {
        "service",
        "audit",
        "factors",
        "groups",
        "prevention",
        "need",
        "hold:bite",
        "risk:1",
        "risk:2",
        "technique:W1",
    }


def test_R8_what_says_nothing_is_not_asked_but_the_counts_always_are():
    bare = NeedsAnalysis(tna=tna(service="House", audit=audit({}), need=None, need_reason="", staff_groups=()))
    assert carried_from(bare) == ("service", "audit")


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("need", Looked.NEED),
        ("hold:bite", Looked.RISKS),
        ("risk:12", Looked.RISKS),
        ("technique:GEN-W1", Looked.TECHNIQUES),
    ],
)
def test_R8_a_key_leads_to_its_question(key, place):
    assert looked_where(key) is place


def test_a_word_that_is_no_key_leads_nowhere():
    with pytest.raises(ValueError, match="elsewhere"):
        looked_where("elsewhere")


@pytest.mark.parametrize(
    ("changes", "gone"),
    [
        ({"setting": "38 places"}, {"service"}),
        ({"life_support": "Two first aiders"}, {"service"}),
        ({"factors": ()}, {"factors"}),
        ({"staff_groups": ()}, {"groups"}),
        ({"recovery": "Tea, and time"}, {"prevention"}),
        ({"need_reason": "Still"}, {"need"}),
        ({"audit": audit({"wrist": 1})}, {"audit"}),
        ({"audit": replace(audit(), to_day=date(2026, 10, 31))}, set()),
        ({"audit": with_hold(audit(), "bite", date(2026, 9, 1))}, set()),
        ({"audit": entered(audit(), "wrist", date(2026, 8, 1), 0, date(2026, 11, 1), date(2024, 11, 1))}, {"audit"}),
        ({"audit": replace(audit(), ref="BA-2")}, set()),
        ({"ref": "TNA 2", "review_due": date(2027, 1, 1)}, set()),
        ({"not_carried": (replace(BITE, reason="Once"),)}, {"hold:bite"}),
        ({"not_carried": ()}, {"hold:bite"}),
        ({"not_carried": (BITE, NotCarried(hold="arm", reason="Once"))}, set()),
    ],
)
def test_R8_a_change_is_a_looking_again_at_its_own_piece(changes, gone):
    before = draft().tna
    after = after_change(before, replace(before, **changes))
    assert set(before.carried) - set(after.carried) == gone


def test_R8_what_ended_or_left_asks_nothing_though_its_key_were_there():
    before = draft()
    after = replace(
        before,
        tna=replace(before.tna, not_carried=()),
        risks=(replace(before.risks[0], current=False), *before.risks[1:]),
        selections=tuple(replace(each, chosen=False) for each in before.selections),
    )
    assert set(still_carried(before)) - set(still_carried(after)) == {"hold:bite", "risk:1", "technique:W1"}


def test_R8_one_sentence_for_each_question_says_what_and_where():
    said = [sentence(each) for each in carried_objections(draft(), {"bite": "Bite on the hand"})]
    assert len(said) == 8
    risks = next(each for each in said if "“Risks”" in each)
    assert "Bite on the hand, wrist held and hair held" in risks
    assert any("W1" in each and "“Techniques per risk”" in each for each in said)
    assert all("TNA-2217-26-003 revision 2" in each for each in said)
    codes = {each.code for each in carried_objections(draft())}
    assert codes == {"R8.still_carried", "R8.text_carried", "R8.counts_carried"}
    assert all(each.blocks for each in carried_objections(draft()))


def test_R8_nothing_is_asked_once_everything_was_looked_at():
    seen = draft()
    assert not list(carried_objections(replace(seen, tna=looked_at(seen.tna, seen.tna.carried))))


@pytest.mark.parametrize(
    ("to_day", "late"), [(date(2026, 9, 1), False), (date(2026, 8, 31), True), (None, True), (date(2026, 10, 1), False)]
)
def test_R9_counts_are_late_more_than_a_month_before_the_draft(to_day, late):
    assert counts_are_late(tna(drawn_up_on=date(2026, 10, 1), audit=replace(audit(), to_day=to_day))) is late
