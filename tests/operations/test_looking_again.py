"""R8: what a draft took over is looked at again, by a word or by a change, before it is authorised; R43: then it is frozen."""

from dataclasses import replace
from datetime import date

import pytest

from calm_instructor.domain.course import CourseState
from calm_instructor.domain.ids import TnaId
from calm_instructor.domain.needs import HoldCount, Risk, Selection, Tna, TnaState
from calm_instructor.operations.analysing import (
    analysis_of,
    answer_need,
    choose,
    draft_tna,
    end_risk,
    leave_hold,
    leave_out,
    list_risk,
)
from calm_instructor.operations.authorising import authorise
from calm_instructor.operations.describing import describe, describe_risk, move_choice, take_off_risk
from calm_instructor.operations.looking_again import still_so
from calm_instructor.operations.planning import cancel_course, enter_course
from calm_instructor.operations.revising import begin_from, revise
from calm_instructor.operations.viewing.trail import entry_seen
from tests.domain.people_and_things import SIGNED_IN_OCTOBER, audit, named
from tests.operations.a_course import TNA, ACourse, Stage, choice, draft, look_again, planned, refused
from tests.operations.every_wish import DOINGS, all_wishes

ALL = {"service", "audit", "groups", "need", "hold:bite"}
ALL |= {f"risk:{number}" for number in (1, 2, 3)} | {f"technique:{code}" for code in ("W1", "H1", "S1")}
OF_ITS_OWN = TnaId(named("of its own"))


@pytest.fixture
def begun(drafted) -> ACourse:
    """The next revision of an analysis with one hold that was not carried."""
    drafted.do(describe, TNA, {"audit": audit({"wrist": 9, "hair": 4, "sleeve": 2, "bite": 1})})
    drafted.do(leave_hold, TNA, "bite", "Once, at the dentist's")
    drafted.do(authorise, TNA, SIGNED_IN_OCTOBER)
    drafted.do(revise, TNA)
    return drafted


def revision(a: ACourse) -> Tna:
    """The draft that was begun."""
    return a.all(Tna)[-1]


def number(a: ACourse, wanted: int) -> Risk:
    (found,) = a.all(Risk, tna=revision(a).id, number=wanted)
    return found


def test_R8_a_revision_carries_everything_and_its_first_revision_nothing(begun):
    assert set(revision(begun).carried) == ALL
    assert begun.tna.carried == ()


def test_R8_carried_pieces_stop_the_authorisation_question_by_question(begun):
    with refused(begun, *["R8.text_carried"] * 3, *["R8.still_carried"] * 2, "R8.counts_carried"):
        begun.do(authorise, revision(begun).id, SIGNED_IN_OCTOBER)
    look_again(begun.desk, revision(begun).id)
    begun.do(authorise, revision(begun).id, SIGNED_IN_OCTOBER)
    assert begun.tna.state is TnaState.SUPERSEDED


def test_R8_one_word_for_several_is_one_step_of_undo(begun):
    draft = revision(begun)
    begun.do(still_so, draft.id, ["risk:1", "risk:2", "technique:W1", "no such key"])
    assert set(revision(begun).carried) == ALL - {"risk:1", "risk:2", "technique:W1"}
    begun.desk.undo()
    assert revision(begun).carried == draft.carried


def test_R8_counts_that_stop_long_before_want_new_ones(authorised):
    late = authorised.at("09:00", date(2027, 6, 1)).do(revise, TNA)
    with refused(authorised, "R8.counts_carried"):
        authorised.do(still_so, late.id, ["audit", "service"])
    counts = (*late.audit.counts, HoldCount(hold="wrist", month=date(2027, 5, 1), count=2))
    authorised.do(describe, late.id, {"audit": replace(late.audit, counts=counts, to_day=date(2027, 5, 31))})
    assert "audit" not in revision(authorised).carried


CHANGES = {
    "service": lambda a: a.do(describe, revision(a).id, {"setting": "Now 40 places"}),
    "groups": lambda a: a.do(describe, revision(a).id, {"staff_groups": revision(a).staff_groups[:1]}),
    "audit": lambda a: a.do(describe, revision(a).id, {"audit": audit({"wrist": 9, "bite": 1})}),
    "need": lambda a: a.do(answer_need, revision(a).id, True, "Every month still."),
    "hold:bite": lambda a: a.do(leave_hold, revision(a).id, "bite", "Once, in play"),
    "risk:1": lambda a: a.do(end_risk, number(a, 1).id, "Moved"),
    "risk:2": lambda a: a.do(describe_risk, number(a, 2).id, {"controls": "Tied up"}),
    "risk:3": lambda a: a.do(take_off_risk, number(a, 3).id, "Too few"),
    "technique:W1": lambda a: a.do(choose, revision(a).id, choice("W1", number(a, 1).id, why_this_one="Longer now")),
    "technique:H1": lambda a: a.do(leave_out, revision(a).id, {"H1": "Its risk is small"}),
}


@pytest.mark.parametrize("key", CHANGES)
def test_R8_a_change_end_or_leaving_out_is_a_looking_again(begun, key):
    CHANGES[key](begun)
    assert set(revision(begun).carried) == ALL - {key}
    begun.desk.undo()
    assert set(revision(begun).carried) == ALL


def test_R8_a_hold_carried_after_all_asks_no_more(begun):
    begun.do(list_risk, revision(begun).id, "bite", "Bite")
    assert set(revision(begun).carried) == ALL - {"hold:bite"}


def test_R8_what_changes_nothing_is_no_looking_again(begun):
    draft, first = revision(begun), number(begun, 1)
    begun.do(move_choice, draft.id, "S1", -1)
    begun.do(describe, draft.id, {"setting": draft.setting})
    begun.do(describe_risk, first.id, {"controls": first.controls})
    begun.do(draft_tna, draft)
    (chosen,) = begun.all(Selection, tna=draft.id, technique="H1")
    begun.do(choose, draft.id, choice("H1", *chosen.risks))
    assert revision(begun).carried == draft.carried


def test_R8_an_older_copy_of_a_draft_brings_nothing_back(begun):
    older = revision(begun)
    begun.do(still_so, older.id, ["service"])
    begun.do(draft_tna, replace(older, factors=("Frail skin",)))
    assert "service" not in revision(begun).carried


# ── a TNA that begins with another one ──────────────────────────────────────────────────────────────────────────────


def test_R8_another_service_begins_with_what_is_no_count_of_this_one(begun):
    new = begun.do(begin_from, TNA, OF_ITS_OWN, "TNA-2217-26-009", "Birchwood")
    with begun.store.reading() as view:
        copied = analysis_of(view, OF_ITS_OWN)
    assert (new.ref, new.revision_no, new.service, new.supersedes) == ("TNA-2217-26-009", 1, "Birchwood", None)
    assert (new.state, new.drawn_up_on) == (TnaState.DRAFT, begun.now.date())
    assert (new.audit.counts, new.not_carried, new.need, new.sites) == ((), (), None, ())
    assert [(each.number, each.hold, each.incidents) for each in copied.risks] == [
        (1, "wrist", 0),
        (2, "hair", 0),
        (3, "sleeve", 0),
    ]
    assert all(each.proposed for each in copied.chosen)
    assert set(new.carried) == ALL - {"need", "hold:bite"}
    with refused(begun, "R8.counts_carried"):
        begun.do(still_so, OF_ITS_OWN, ["audit"])


def test_R8_a_replaced_one_of_the_same_service_can_be_begun_with(begun):
    look_again(begun.desk, revision(begun).id)
    begun.do(authorise, revision(begun).id, SIGNED_IN_OCTOBER)
    new = begun.do(begin_from, TNA, OF_ITS_OWN, "TNA-2217-26-009", " ashgrove house ")
    assert (new.need, new.audit, new.not_carried) == (begun.tna.need, begun.tna.audit, begun.tna.not_carried)
    assert set(new.carried) == ALL
    assert not any(each.proposed for each in begun.all(Selection, tna=OF_ITS_OWN))


def test_R8_one_that_has_run_out_is_revised(authorised):
    draft = authorised.at("09:00", date(2028, 2, 1)).do(revise, TNA)
    assert (draft.supersedes, draft.drawn_up_on) == (TNA, date(2028, 2, 1))


# ── who signs, and on which day ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("day", "code"), [(date(2026, 10, 6), "R43.signed_ahead"), (date(2026, 9, 30), "R43.signed_before")]
)
def test_R43_a_signature_is_of_a_day_that_was_and_of_what_was_there(drafted, day, code):
    with refused(drafted, code):
        drafted.do(authorise, TNA, replace(SIGNED_IN_OCTOBER, on=day))


@pytest.mark.parametrize("day", [date(2026, 10, 1), date(2026, 10, 5)])
def test_R43_the_day_it_was_drawn_up_and_today_will_do(drafted, day):
    assert drafted.do(authorise, TNA, replace(SIGNED_IN_OCTOBER, on=day)).authorisation.on == day


def test_R43_an_instructor_authorises_only_with_a_reason(drafted):
    signed = replace(SIGNED_IN_OCTOBER, name="jean MACDONALD")
    with refused(drafted, "R43.is_instructor"):
        drafted.do(authorise, TNA, signed)
    drafted.do(authorise, TNA, signed, reasons={"R43.is_instructor": "Deputy manager of the house"})
    assert drafted.overrides()["R43.is_instructor"].reason == "Deputy manager of the house"


def test_R43_who_leads_a_course_on_it_authorises_it_for_no_reason(drafted):
    drafted.do(enter_course, planned())
    signed = replace(SIGNED_IN_OCTOBER, name="Ruairidh MacLeod")
    with refused(drafted, "R43.lead_authorised"):
        drafted.do(authorise, TNA, signed, reasons={"R43.is_instructor": "Please"})


def test_R43_a_course_that_was_called_off_is_no_hindrance(drafted):
    drafted.do(enter_course, planned())
    drafted.do(cancel_course, planned().id, reasons={"R30.cancelling": "Too few people"})
    assert drafted.course.state is CourseState.CANCELLED
    signed = replace(SIGNED_IN_OCTOBER, name="Ruairidh MacLeod")
    drafted.do(authorise, TNA, signed, reasons={"R43.is_instructor": "No course rests on it"})


# ── frozen ──────────────────────────────────────────────────────────────────────────────────────────────────────────

CHANGES_A_DRAFT = sorted(
    name
    for name, wish in all_wishes().items()
    if "needs" in wish.topics and name in DOINGS and DOINGS[name].stage is Stage.DRAFTED
)


def test_every_wish_about_a_draft_is_here():
    needs = {name for name, wish in all_wishes().items() if "needs" in wish.topics}
    assert needs - set(CHANGES_A_DRAFT) == {"tna.revised", "tna.begun_from", "tna.still_so"}


@pytest.mark.parametrize("name", CHANGES_A_DRAFT)
def test_R43_after_the_signature_no_wish_changes_anything(authorised, name):
    with refused(authorised, "R43.not_a_draft"):
        DOINGS[name].run(authorised)


def test_R43_after_the_signature_nothing_is_confirmed_either(authorised):
    with refused(authorised, "R43.not_a_draft"):
        authorised.do(still_so, TNA, ["service"])


def test_a_draft_of_one_s_own_carries_nothing(prepared):
    prepared.do(draft_tna, draft())
    assert prepared.tna.carried == ()


def test_the_trail_says_in_words_what_was_looked_at(begun):
    before = revision(begun)
    begun.do(still_so, before.id, [key for key in ALL if key not in {"need", "risk:2", "technique:W1", "hold:bite"}])
    (record,) = begun.desk.read(entry_seen, begun.store.head().seq).records
    (change,) = record.fields
    assert change.label == "Carried from the revision before"
    assert set(change.after.split("; ")) == {"Is there a need?", "risk 2", "W1", "bite"}
    assert "risk 1" in change.before
