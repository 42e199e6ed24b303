"""R3, R4: however an analysis is edited, no agreed set holds a technique without a current risk, and none passes the cap
without the reason that stands on record."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import event, given, settings
from hypothesis import strategies as st

from calm_instructor.domain.course import CourseTechnique, Override
from calm_instructor.domain.errors import Refused
from calm_instructor.domain.ids import RiskId
from calm_instructor.domain.needs import NoteAnswer
from calm_instructor.operations.analysing import (
    analysis_of,
    answer_need,
    catalogue_in_force,
    choose,
    draft_tna,
    end_risk,
    leave_out,
    list_risk,
)
from calm_instructor.operations.authorising import authorise
from calm_instructor.operations.limiting import agree_set
from calm_instructor.operations.planning import enter_course
from tests.domain.people_and_things import SIGNED_IN_OCTOBER, named
from tests.operations.a_course import AGREED_ON, COURSE, TNA, ACourse, Stage, choice, draft, planned

HOLDS = ("wrist", "hair", "sleeve", "bite", *(f"more {number}" for number in range(1, 4)))
CODES = ("W1", "H1", "S1", "W9", "B1", "M1", "M2", "M3")
WARN_ABOVE, NEVER_ABOVE = 2, 4
GIVEN = ("R4.many", "R6.hold_unaccounted", "R6.uncovered", "R6.over_taught", "R38.rests_on_ended", "R39.lower_way")

risks = st.integers(0, 7)
fit = st.tuples(st.just("fit"), st.sampled_from(CODES))
undo = st.tuples(st.just("undo"))
careful = st.one_of(fit, fit, fit, st.tuples(st.just("leave"), st.sampled_from(CODES)), undo)
careless = st.one_of(
    careful,
    st.tuples(st.just("list"), st.sampled_from(HOLDS)),
    st.tuples(st.just("end"), risks),
    st.tuples(st.just("choose"), st.sampled_from(CODES), st.lists(risks, max_size=3)),
)


def edit(a: ACourse, how: str, *what: object) -> None:
    """One edit of the draft; what names a risk that is not there names somebody else's."""
    with a.store.reading() as view:
        listed = {risk.number: risk.id for risk in analysis_of(view, TNA).risks}
        addresses = {code: technique.holds[0] for code, technique in catalogue_in_force(view).items()}
    nobodys = RiskId(named("nobody's risk"))
    match (how, *what):
        case "list", str(hold):
            a.do(list_risk, TNA, hold, f"{hold} held")
        case "end", int(number) if number in listed:
            a.do(end_risk, listed[number], "Not met any more")
        case "choose", str(code), list(numbers):
            with suppress(Refused):  # of what meets no current risk
                _choose(a, code, *(listed.get(number, nobodys) for number in numbers))
        case "fit", str(code):
            _choose(a, code, a.do(list_risk, TNA, addresses[code], f"{addresses[code]} held").id)
        case "leave", str(code):
            a.do(leave_out, TNA, {code: "Not needed"})
        case "undo", *_ if a.desk.next_undo is not None and a.desk.next_undo.wish != "tna.drafted":
            a.desk.undo()


def _choose(a: ACourse, code: str, *risks: RiskId) -> None:
    answer = {"note_answer": NoteAnswer.ACCEPTABLE, "note_answer_text": "First aider near"} if code == "B1" else {}
    a.do(choose, TNA, choice(code, *risks, **answer))


QUICK = settings.default is None or settings.default.max_examples <= 100


@settings(max_examples=12 if QUICK else 300)
@given(
    steps=st.lists(careful, min_size=1, max_size=10) | st.lists(careless, max_size=12),
    reasons=st.just(set(GIVEN)) | st.just({*GIVEN} - {"R4.many"}) | st.sets(st.sampled_from(GIVEN)),
)
def test_R3_R4_no_edits_lead_to_a_set_that_is_not_limited_and_justified(stages, steps, reasons):
    with TemporaryDirectory() as folder, stages.opened(Stage.PREPARED, Path(folder) / "store") as a:
        a.set_numbers(techniques_warn_above=WARN_ABOVE, techniques_never_above=NEVER_ABOVE)
        a.do(draft_tna, draft(dict.fromkeys(HOLDS, 3)))
        for step in steps:
            edit(a, *step)
        given_reasons = dict.fromkeys(reasons, "Agreed with the manager")
        try:
            a.do(answer_need, TNA, True, "Holds occur every month.")
            a.at("10:00", SIGNED_IN_OCTOBER.on).do(authorise, TNA, SIGNED_IN_OCTOBER, reasons=given_reasons)
            a.at("09:00", AGREED_ON).do(enter_course, planned())
            agreed = a.do(agree_set, COURSE, reasons=given_reasons)
        except Refused:
            assert a.all(CourseTechnique) == ()
            event("refused")
            return
        event(f"agreed on {len(agreed)}")
        with a.store.reading() as view:
            analysis, catalogue = analysis_of(view, TNA), catalogue_in_force(view)
        current = {risk.id: risk.hold for risk in analysis.risks if risk.current}
        for technique in agreed:
            met = [current[risk] for risk in technique.risks if risk in current]
            assert met
            assert set(met) <= set(catalogue[technique.code].holds)
            assert technique.reason
        assert 1 <= len(agreed) <= NEVER_ABOVE
        if len(agreed) > WARN_ABOVE:
            assert "R4.many" in reasons
            assert {each.tna or each.course for each in a.all(Override, code="R4.many")} == {TNA, COURSE}
