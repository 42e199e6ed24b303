"""What is done in the techniques question before it is looked at."""

from dataclasses import replace
from uuid import UUID

from calm_instructor.domain.ids import CatalogueId, TechniqueId
from calm_instructor.domain.needs import Risk
from calm_instructor.operations.analysing import leave_out, list_risk
from calm_instructor.operations.choosing import put_in, take_out
from calm_instructor.operations.describing import describe_risk
from calm_instructor.operations.preparing import general_list, load_catalogue
from calm_instructor.operations.revising import revise
from calm_instructor.operations.viewing.tna_set import tna_set
from tests.ui.a_window import settle


def uncovered(made, page):
    """Two risks answered by nothing; the way to one of them is in hand."""
    for code in ("GEN-H1", "GEN-C1"):
        page.granted(take_out, page._tna, code, "")
    settle(made.window)
    page.questions["techniques"].picker.offered.take_in_hand(lambda row: getattr(row, "code", "") == "GEN-C1")


def over_taught(made, page):
    """More than the risks ask for, and not the lowest way, in a catalogue whose techniques overlap."""
    catalogue, techniques = general_list()
    more = {"GEN-W2": ("wrist_one_same", "wrist_one_cross"), "GEN-W6": ("hair_front_one", "upper_arm")}
    loaded = replace(catalogue, id=CatalogueId(UUID(int=1)), version="1.1")
    page.granted(
        load_catalogue,
        loaded,
        [
            replace(each, id=TechniqueId(UUID(int=n)), catalogue=loaded.id, holds=more.get(each.code, each.holds))
            for n, each in enumerate(techniques, start=2)
        ],
    )
    page.granted(put_in, page._tna, "GEN-W2")
    settle(made.window)


def long_names(made, page):
    """Names and places as long as they come."""
    question = page.questions["techniques"]
    risks = made.desk.read(lambda view: view.all(Risk, tna=page._tna))
    far = "At the far end of the long corridor beside the medicine trolley, when several people want to pass at once"
    for risk in risks:
        page.granted(describe_risk, risk.id, {"situation": far})
    shown = made.desk.read(tna_set, page._tna)
    long = "Both wrists held crosswise from the front while the other hand is on the clothing at the upper arm"
    question.picker.show_picking(
        replace(
            shown,
            offered=tuple(replace(each, name=f"{each.name}: {long}") for each in shown.offered),
            taken=tuple(replace(each, name=f"{each.name}: {long}") for each in shown.taken),
        )
    )


def empty(made, page):
    """Nothing is chosen yet."""
    question = page.questions["techniques"]
    for row in question.picker.taken.rows.rows:
        page.granted(take_out, page._tna, row.code, "")
    settle(made.window)
    question.take_focus()


def refused(made, page):
    """A technique that meets no current risk is added."""
    picker = page.questions["techniques"].picker
    picker.offered.take_in_hand(lambda row: getattr(row, "code", "") == "GEN-T1")
    picker.offered.toggled.emit(picker.offered.current())
    settle(made.window)


def reasons(made, page):
    """The reasons of one of the set."""
    page.questions["techniques"].open_reasons("GEN-H1")
    settle(made.window)


def revised(made, page):
    """The next revision, with something new and something gone."""
    later = page.granted(revise, page._tna)
    settle(made.window)
    page = made.go("tna", later.id, "techniques")
    page.granted(take_out, later.id, "GEN-S1", "")
    page.granted(list_risk, later.id, "bite_arm", "Bite on the arm")
    page.granted(put_in, later.id, "GEN-T1")
    settle(made.window)


def noted(made, page):
    """The reasons of one that carries a note of elevated risk, not answered yet."""
    revised(made, page)
    made.window.page.questions["techniques"].open_reasons("GEN-T1")


def undecided(made, page):
    """Nothing is said yet of what is not in the set."""
    left = [each.technique for each in page._walk.analysis.left_out]
    page.granted(leave_out, page._tna, dict.fromkeys(left, ""))
    settle(made.window)
    page.questions["techniques"].picker.offered.take_in_hand(lambda row: getattr(row, "code", "") == "GEN-W4")
