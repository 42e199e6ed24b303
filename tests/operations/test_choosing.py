"""The set of a TNA changed one technique at a time: where it is put, what keeps it out, the lowest way to cover a risk."""

from dataclasses import replace

import pytest

from calm_instructor.domain.errors import Refused
from calm_instructor.domain.ids import CatalogueId, TechniqueId
from calm_instructor.domain.needs import Selection
from calm_instructor.operations.analysing import analysis_of, catalogue_in_force, end_risk, leave_out, list_risk
from calm_instructor.operations.choosing import cover, put_in, reason_to_take_out, reasons_to_leave_out, take_out
from calm_instructor.operations.preparing import load_catalogue
from calm_instructor.operations.wish import numbers_of
from tests.domain.people_and_things import codes, named
from tests.operations.a_course import TNA, ACourse, catalogue


def chosen(a: ACourse) -> list[str]:
    with a.store.reading() as view:
        return [each.technique for each in analysis_of(view, TNA).chosen]


def selected(a: ACourse, code: str) -> Selection:
    (found,) = [each for each in a.all(Selection, tna=TNA) if each.technique == code]
    return found


def proposed(a: ACourse) -> dict[str, str]:
    with a.store.reading() as view:
        return reasons_to_leave_out(analysis_of(view, TNA), catalogue_in_force(view), numbers_of(view))


def another_catalogue(a: ACourse, **holds: tuple[str, ...]) -> None:
    """The same techniques, some of them for other holds."""
    loaded, techniques = catalogue()
    anew = replace(loaded, id=CatalogueId(named("another catalogue")), version="2027")
    own = [
        replace(
            each, id=TechniqueId(named(f"anew {each.code}")), catalogue=anew.id, holds=holds.get(each.code, each.holds)
        )
        for each in techniques
    ]
    a.do(load_catalogue, anew, own)


def test_R3_a_technique_that_meets_no_current_risk_is_not_put_in(drafted):
    with pytest.raises(Refused) as no:
        drafted.do(put_in, TNA, "A1")
    assert codes(no.value.objections) == ["R3.no_current_risk_met"]
    assert no.value.objections[0].who == "A1"
    drafted.do(end_risk, drafted.risk(1), "The person has moved")
    with pytest.raises(Refused):
        drafted.do(put_in, TNA, "W9")


@pytest.mark.parametrize(("place", "order"), [(0, "W9 W1 H1 S1"), (2, "W1 H1 W9 S1"), (-1, "W1 H1 S1 W9")])
def test_a_technique_is_put_in_at_its_place_for_the_risks_it_meets_in_one_step(drafted, place, order):
    drafted.do(put_in, TNA, "W9", place)
    assert chosen(drafted) == order.split()
    assert selected(drafted, "W9").risks == (drafted.risk(1),)
    drafted.desk.undo()
    assert chosen(drafted) == ["W1", "H1", "S1"]


def test_R3_what_was_written_of_it_comes_back_with_it(drafted):
    drafted.do(take_out, TNA, "H1", "Not met now")
    assert (chosen(drafted), selected(drafted, "H1").left_out_reason) == (["W1", "S1"], "Not met now")
    drafted.do(put_in, TNA, "H1")
    back = selected(drafted, "H1")
    assert (back.tried_without_touch, back.proposed) == ("Stepping back, voice, waiting.", False)


def test_R4_the_thirteenth_is_refused(drafted):
    more = [f"M{number}" for number in range(1, 11)]
    for number, code in enumerate(more, start=1):
        drafted.do(list_risk, TNA, f"more {number}", code)
    for code in more[:9]:
        drafted.do(put_in, TNA, code)
    assert len(chosen(drafted)) == 12
    with pytest.raises(Refused) as no:
        drafted.do(put_in, TNA, "M10")
    assert codes(no.value.objections) == ["R4.never"]
    assert len(chosen(drafted)) == 12


def test_R39_a_risk_is_covered_by_the_lowest_way(drafted):
    drafted.do(take_out, TNA, "W1", "")
    covered = drafted.do(cover, drafted.risk(1))
    assert (covered.technique, covered.risks) == ("W1", (drafted.risk(1),))


def test_R39_what_is_in_the_set_covers_a_risk_too_where_nothing_is_lower(drafted):
    another_catalogue(drafted, H1=("hair", "arm"))
    arm = drafted.do(list_risk, TNA, "arm", "Arm held")
    drafted.do(cover, arm.id)
    assert chosen(drafted) == ["W1", "H1", "S1"]
    assert selected(drafted, "H1").risks == (drafted.risk(2), arm.id)
    assert selected(drafted, "H1").why_this_one == "The hold lasts."


def test_no_reason_is_proposed_that_is_not_so(drafted):
    assert proposed(drafted)["W9"] == "Another technique of the set answers the same risk at the same or a lower tier."
    drafted.do(take_out, TNA, "W1", "")
    assert not {"W1", "W9"} & set(proposed(drafted))
    drafted.do(leave_out, TNA, {"B1": "Never met"})
    assert "No incident of this hold" in proposed(drafted)["B1"]


def test_R38_the_reason_of_one_that_rests_on_ended_risks_says_so(drafted):
    drafted.do(end_risk, drafted.risk(3), "The person has moved")
    with drafted.store.reading() as view:
        reason = reason_to_take_out(analysis_of(view, TNA), "S1", catalogue_in_force(view), numbers_of(view))
    assert reason.startswith("Risk 3 has ended")
