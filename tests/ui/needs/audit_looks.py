"""What is counted, proposed and compared before a picture of the audit is taken."""

from datetime import timedelta

from calm_instructor.domain.ids import TnaId
from calm_instructor.domain.needs import Risk, Tna
from calm_instructor.domain.numbers import add_months
from calm_instructor.operations.analysing import Choice, choose, draft_tna
from calm_instructor.operations.counting import begin_to_count, enter_count
from calm_instructor.operations.describing import keep_risk
from calm_instructor.operations.proposing import new_tna
from calm_instructor.operations.revising import revise
from calm_instructor.ui.page import Page
from tests.ui.a_window import AWindow, settle

_NEXT_YEAR = {
    "wrist_one_same": (2, 1, 1, 2, 0, 1, 1, 0, 1, 0, 1, 1),
    "clothing_sleeve": (1, 1, 0, 1, 2, 1, 1, 2, 1, 2, 1, 1),
    "wrist_two_hands": (0, 1, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1),
    "hand_finger": (1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 0, 1),
    "scratch_pinch": (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    "hair_front_one": (0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 1, 2),
    "leg": (0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 1),
}


def in_hand(made: AWindow, page: Page) -> None:
    """A number has been typed, the next cell waits for its own."""
    grid = _grid(page)
    grid.put_in_hand("hair_front_one", -2)
    grid.setFocus()
    grid.counts.setData(grid.currentIndex(), "2")
    settle(made.window)


def proposed(made: AWindow, page: Page) -> None:
    """A risk that is not met any more is current, and a technique rests on it alone."""
    bite = next(each for each in _risks(made) if each.hold == "bite_arm")
    made.desk.do(keep_risk, bite.id)
    made.desk.do(
        choose,
        bite.tna,
        Choice(technique="GEN-T1", risks=(bite.id,), tried_without_touch="Food first.", why_this_one="It lasts."),
    )
    settle(made.window)


def proposed_risk(made: AWindow, page: Page) -> None:
    """The same, with the risk in hand."""
    proposed(made, page)
    page.questions["risks"].table.take_in_hand(lambda row: row.hold == "bite_arm")  # type: ignore[attr-defined]
    settle(made.window)


def next_year(made: AWindow, page: Page) -> None:
    """A year on: the next revision, counted by hand and compared with the audit it replaces."""
    signed = made.desk.read(lambda view: view.all(Tna))[0]
    made.clock.now += timedelta(days=365)
    draft = made.desk.do(revise, signed.id)
    count_next_year(made, draft.id)
    made.go("tna", draft.id, "audit")


def nothing_counted(made: AWindow, page: Page) -> None:
    """A TNA that has just been begun."""
    new = new_tna(TnaId(made.desk.new_id()), "TNA-2217-26-002", "Birchwood", made.clock.now.date())
    made.desk.do(draft_tna, new)
    made.go("tna", new.id, "audit")


def count_next_year(made: AWindow, tna: TnaId) -> None:
    """Every month of it, typed by the rows of the grid."""
    made.desk.do(begin_to_count, tna, "leg")
    last = made.clock.now.date().replace(day=1)
    for hold, counts in _NEXT_YEAR.items():
        for number, count in enumerate(counts):
            made.desk.do(enter_count, tna, hold, add_months(last, number - 11), count)


def _risks(made: AWindow) -> tuple[Risk, ...]:
    return made.desk.read(lambda view: view.all(Risk))


def _grid(page: Page):
    return page.questions["audit"].counts.table  # type: ignore[attr-defined]
