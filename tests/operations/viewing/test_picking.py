"""What the picker of a TNA shows: what stands of each technique, what it owes, and what is said of the set as a whole."""

from dataclasses import replace
from datetime import date
from typing import Any

from calm_instructor.domain.ids import CatalogueId, TechniqueId, TnaId
from calm_instructor.domain.technique import Technique
from calm_instructor.operations.analysing import answer_need, choose, draft_tna, end_risk, leave_out, list_risk
from calm_instructor.operations.choosing import put_in, take_out
from calm_instructor.operations.describing import describe_risk
from calm_instructor.operations.preparing import load_catalogue
from calm_instructor.operations.revising import revise
from calm_instructor.operations.viewing.picking import Act, Offered, Picking, SetLine, Standing, Taken
from calm_instructor.operations.viewing.tna_set import tna_set
from tests.domain.people_and_things import named
from tests.operations.a_course import TNA, ACourse, Stage, catalogue, choice, draft


def seen(a: ACourse, tna: TnaId = TNA) -> Picking:
    with a.store.reading() as view:
        return tna_set(view, tna)


def offered(a: ACourse, code: str) -> Offered:
    (found,) = [each for each in seen(a).offered if each.code == code]
    return found


def taken(a: ACourse, code: str) -> Taken:
    (found,) = [each for each in seen(a).taken if each.code == code]
    return found


def lines(a: ACourse, act: Act, tna: TnaId = TNA) -> list[SetLine]:
    return [each for each in seen(a, tna).lines if each.act is act]


def _changed(technique: Technique, **changes: Any) -> Technique:
    return replace(technique, **changes)


def load_anew(a: ACourse, **changes: dict[str, Any]) -> None:
    """The same techniques in a later version, some of them changed."""
    loaded, techniques = catalogue()
    anew = replace(loaded, id=CatalogueId(named("anew")), version="2027")
    own = [
        _changed(each, id=TechniqueId(named(f"anew {each.code}")), catalogue=anew.id, **changes.get(each.code, {}))
        for each in techniques
    ]
    a.do(load_catalogue, anew, own)


# ── what stands of each ─────────────────────────────────────────────────────────────────────────────────────────────


def test_R3_every_technique_says_in_words_what_stands(drafted):
    drafted.do(leave_out, TNA, {"W9": "High tier"})
    drafted.do(end_risk, drafted.risk(3), "The person has moved")
    drafted.do(take_out, TNA, "S1", "")
    drafted.do(take_out, TNA, "H1", "")
    told = {
        code: (offered(drafted, code).standing, offered(drafted, code).said) for code in ("W1", "W9", "H1", "S1", "B1")
    }
    assert told == {
        "W1": (Standing.IN_SET, "in the set, for risk 1"),
        "W9": (Standing.LEFT_OUT, "left out: High tier"),
        "H1": (Standing.MEETS, "meets risk 2, not covered yet"),
        "S1": (Standing.NO_RISK, "no current risk: risk 3 has ended · no reason yet"),
        "B1": (Standing.NO_RISK, "no current risk · no reason yet"),
    }
    may = {code: offered(drafted, code).may_add for code in told}
    assert may == {"W1": False, "W9": True, "H1": True, "S1": False, "B1": False}
    assert offered(drafted, "H1").wanted
    assert not offered(drafted, "W9").wanted


def test_R6_how_many_wait_for_a_reason_is_said_once_and_no_more_when_none_does(drafted):
    rows = seen(drafted).offered
    waiting = [each.code for each in rows if not each.reasoned]
    assert seen(drafted).catalogue_words == f"{len(rows)} techniques, {len(waiting)} with no reason yet"
    drafted.do(leave_out, TNA, dict.fromkeys(waiting, "Not needed here"))
    assert "version" in seen(drafted).catalogue_words
    assert "reason" not in seen(drafted).catalogue_words


def test_R24_what_was_withdrawn_is_shown_only_where_something_was_said_of_it(drafted):
    drafted.do(leave_out, TNA, {"B1": "Not met"})
    gone = {"withdrawn_on": date(2026, 9, 1)}
    load_anew(drafted, B1=gone, A1=gone, W9=gone)
    assert (offered(drafted, "B1").standing, offered(drafted, "B1").said) == (
        Standing.WITHDRAWN,
        "withdrawn 1 Sep 2026",
    )
    assert not {"A1", "W9"} & {each.code for each in seen(drafted).offered}


def test_a_family_stands_together_in_the_order_of_the_catalogue(drafted):
    load_anew(drafted, H1={"family": "Hair"}, B1={"family": "Hair"})
    families = [each.family for each in seen(drafted).offered]
    assert families == ["Wrist"] * (len(families) - 2) + ["Hair", "Hair"]
    assert [each.code for each in seen(drafted).offered][-2:] == ["H1", "B1"]


def test_a_technique_of_the_set_says_its_risk_how_often_and_where(drafted):
    drafted.do(describe_risk, drafted.risk(1), {"situation": "At the medicine trolley"})
    assert taken(drafted, "W1").met == "Risk 1, 9 times · At the medicine trolley"
    assert taken(drafted, "H1").met == "Risk 2, 4 times · hair held"


def test_R3_R39_R45_what_a_technique_owes_stands_in_words(drafted):
    arm = drafted.do(list_risk, TNA, "arm", "Arm held")
    drafted.do(choose, TNA, choice("A1", arm.id, why_this_one=""))
    drafted.do(choose, TNA, choice("W9", drafted.risk(1), tried_without_touch="", why_this_one=""))
    assert taken(drafted, "A1").owes == "owes why this one; an answer to its note of elevated risk"
    assert taken(drafted, "W9").owes == "owes both answers: what was tried, and why this one; why not W1, a lower way"
    assert taken(drafted, "W1").owes == ""
    drafted.do(choose, TNA, choice("W9", drafted.risk(1), proposed=True, higher_tier_reason="Great strength"))
    assert (taken(drafted, "W9").owes, taken(drafted, "W9").proposed) == ("", "proposed words")


def test_R3_a_technique_for_no_risk_owes_one(drafted):
    drafted.do(choose, TNA, choice("W1"))
    assert (taken(drafted, "W1").met, taken(drafted, "W1").owes) == (
        "no risk named",
        "owes a current risk that it is for",
    )


# ── what is said of the whole ───────────────────────────────────────────────────────────────────────────────────────


def test_R6_an_uncovered_risk_is_told_with_the_lowest_way_to_cover_it(drafted):
    assert not lines(drafted, Act.COVER)
    drafted.do(take_out, TNA, "W1", "")
    (line,) = lines(drafted, Act.COVER)
    assert line.sentence == "Risk 1 is not covered: wrist held. W1 would meet it."
    assert (line.of, line.button, line.tone) == ("1", "Cover risk 1", "warn")


def test_R40_where_there_is_no_need_no_risk_waits_to_be_covered(drafted):
    drafted.do(take_out, TNA, "W1", "")
    drafted.do(answer_need, TNA, False, "No hold continues.")
    assert not lines(drafted, Act.COVER)


def test_R6_a_risk_that_nothing_addresses_offers_no_act(drafted):
    drafted.do(list_risk, TNA, "kick", "Kick")
    assert "Risk 4 is not covered: Kick. No technique of the catalogue addresses it." in [
        each.sentence for each in seen(drafted).lines if each.act is None
    ]


def test_R6_what_answers_nothing_more_is_named_with_what_answers_it_already(drafted):
    drafted.do(put_in, TNA, "W9")
    (line,) = lines(drafted, Act.TAKE_OUT)
    assert (line.sentence, line.of) == ("W9 answers nothing that W1 does not.", "W9")


def test_R39_the_tier_check_asks_why_not_the_lower_way_until_it_is_said(drafted):
    drafted.do(take_out, TNA, "W1", "")
    drafted.do(put_in, TNA, "W9")
    (line,) = lines(drafted, Act.SAY_WHY)
    assert (line.sentence, line.of) == ("W9 is not the lowest way: W1 would answer the same hold.", "W9")
    drafted.do(choose, TNA, choice("W9", drafted.risk(1), higher_tier_reason="Great strength"))
    assert not lines(drafted, Act.SAY_WHY)


def test_R46_the_tier_of_the_set_is_its_highest(drafted):
    assert seen(drafted).foot == "Highest tier: low."
    drafted.do(put_in, TNA, "W9")
    assert seen(drafted).foot == "Highest tier: high."


def test_R38_what_rests_on_ended_risks_only_is_proposed_for_removal_by_name(drafted):
    drafted.do(end_risk, drafted.risk(3), "The person has moved")
    (line,) = lines(drafted, Act.TAKE_OUT)
    assert line.sentence == "S1 rests on risk 3 only, which has ended. It is proposed for removal."
    assert (line.of, line.button) == ("S1", "Take S1 out")


def test_R4_above_the_limit_it_is_said_and_beyond_the_last_one_it_stops(drafted):
    drafted.set_numbers(techniques_warn_above=2, techniques_never_above=3)
    assert "3 techniques: above 2, authorising asks for a reason." in [each.sentence for each in seen(drafted).lines]
    drafted.set_numbers(techniques_warn_above=1, techniques_never_above=2)
    stop = [each.sentence for each in seen(drafted).lines if each.tone == "stop"]
    assert stop == ["3 techniques: a set never has more than 2. Take some out."]


def test_all_covered_is_derived_and_said_only_then(drafted):
    assert [each.sentence for each in seen(drafted).lines] == ["Every current risk is answered."]


def test_R5_practice_per_technique_is_told_as_soon_as_a_course_on_the_revision_has_a_plan(course_at):
    a = course_at(Stage.ENROLLED)
    later = a.do(revise, TNA)
    (authorised,) = seen(a).lines
    (line,) = [each for each in seen(a, later.id).lines if "practice" in each.sentence]
    assert authorised == line
    ref = a.course.ref
    assert line.sentence == (
        f"50 min practice each in {ref}. Floor 12 min; too little in a published example: 6 min 23 s."
    )
    assert line.tone == "info"
    a.set_numbers(practice_floor_minutes=51)
    (line,) = [each for each in seen(a, later.id).lines if "practice" in each.sentence]
    assert line.tone == "warn"
    a.do(take_out, later.id, "S1", "")
    assert any(each.sentence.startswith("75 min practice each") for each in seen(a, later.id).lines)


# ── beside the last set ─────────────────────────────────────────────────────────────────────────────────────────────


def test_R38_the_set_is_shown_beside_the_one_of_the_revision_it_replaces(authorised):
    later = authorised.do(revise, TNA)
    authorised.do(take_out, later.id, "S1", "")
    authorised.do(put_in, later.id, "W9")
    against = seen(authorised, later.id).against
    assert against is not None
    assert against.ref == authorised.tna.title
    assert against.lines == (
        ("Added", "W9, for risk 1"),
        ("Left out", "S1, reason still to give"),
        ("Kept", "2 techniques"),
    )
    authorised.do(leave_out, later.id, {"S1": "Nobody grabs sleeves"})
    assert seen(authorised, later.id).against.lines[1] == ("Left out", "S1: Nobody grabs sleeves")


def test_R38_without_one_to_replace_it_is_beside_the_last_tna_of_the_service(authorised):
    other = TnaId(named("another"))
    authorised.do(draft_tna, draft(id=other, ref="TNA-2217-26-009", revision_no=1))
    against = seen(authorised, other).against
    assert against is not None
    assert against.ref == authorised.tna.title
    assert against.lines[1][1] == "W1, reason still to give; H1, reason still to give; S1, reason still to give"
    elsewhere = TnaId(named("elsewhere"))
    authorised.do(draft_tna, draft(id=elsewhere, ref="TNA-2217-26-010", revision_no=1, service="Another house"))
    assert seen(authorised, elsewhere).against is None


def test_R38_without_either_it_is_beside_the_last_course_at_one_of_its_sites(course_at):
    a = course_at(Stage.AGREED)
    elsewhere = TnaId(named("elsewhere"))
    a.do(
        draft_tna,
        draft(id=elsewhere, ref="TNA-2217-26-010", revision_no=1, service="Another house", sites=(a.course.site,)),
    )
    against = seen(a, elsewhere).against
    assert against is not None
    assert (against.ref, against.lines[2]) == (a.course.ref, ("Kept", "0 techniques"))


def test_what_is_authorised_says_nothing_more_and_changes_no_more(authorised):
    shown = seen(authorised)
    assert (shown.may_change, shown.lines) == (False, ())
    assert [each.code for each in shown.taken] == ["W1", "H1", "S1"]
