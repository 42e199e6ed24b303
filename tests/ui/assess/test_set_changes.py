"""The grid goes on when a technique leaves the set or comes back, also the one in hand (R7, R18)."""

import pytest

from calm_instructor.domain.assessment import Attempt
from calm_instructor.operations.varying import leave_out_of_set, move_in_set, take_into_set
from tests.operations.a_course import COURSE, Stage
from tests.ui.a_window import settle
from tests.ui.assess.pictures import opened, picture, press

pytestmark = pytest.mark.check

WHY = "Nobody grabs sleeves here"
SAID = {"R7.frozen": "A grab last night"}


@pytest.mark.parametrize("code", ["W1", "S1"])
def test_R7_a_marked_technique_leaves_the_grid_and_comes_back_with_its_marks(window_at, code):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    press(step, "C→C→C")
    assert picture(step.model)[0] == "CCC.."
    made.desk.do(leave_out_of_set, COURSE, code, WHY)
    settle()
    assert picture(step.model) == ["CC..", "....", "...."]
    assert len(made.desk.read(lambda view: view.all(Attempt))) == 3
    press(step, "↓C")
    made.desk.do(take_into_set, COURSE, code, reasons=SAID)
    settle()
    assert picture(step.model)[0] == "CCC.."
    made.desk.do(move_in_set, COURSE, code, 1, reasons=SAID)
    settle()
    assert picture(step.model)[0] == "CCC.."


def test_R7_mat_side_goes_on_when_its_technique_leaves_the_set(window_at):
    made = window_at(Stage.RUNNING)
    step = opened(made)
    press(step, "C→→")
    step.open_matside()
    settle()
    made.desk.do(leave_out_of_set, COURSE, "S1", WHY)
    settle()
    assert step.matside is not None
    assert picture(step.model) == ["C...", "....", "...."]
