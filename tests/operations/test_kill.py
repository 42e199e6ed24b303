"""A mark that the Desk has acknowledged survives a kill at any moment: it is there, the chain is whole, tables are its replay."""

import shutil
import sys

import pytest

from calm_instructor.domain.assessment import Attempt, AttemptState
from calm_instructor.domain.course import CourseTechnique
from calm_instructor.store.database import open_store
from tests.domain.people_and_things import at
from tests.operations.a_course import COURSE, PHYSICAL, SET, ACourse, Stage
from tests.store.test_killing import report

pytestmark = [pytest.mark.check, pytest.mark.skipif(sys.platform == "win32", reason="kills by fork and signal")]


def test_no_mark_that_the_desk_acknowledged_is_lost(stages, tmp_path):
    kills, seed = 40, 22
    folder = tmp_path / "store"
    shutil.copytree(stages.folder(Stage.RUNNING), folder)
    said = report("killing", folder, "tests.operations.marking_child:marks", kills, seed)
    assert said["found"] == []
    assert said["lost"] == 0
    assert said["kills"] == kills
    assert said["acknowledged"] >= 20 * kills
    with open_store(folder) as store:
        a = ACourse(store, at("12:20"))
        recorded = [entry for entry in a.trail() if entry.wish == "attempt.recorded"]
        attempts = a.all(Attempt)
        assert len(recorded) == len(attempts) >= said["acknowledged"]
        assert {each.state for each in attempts} == {AttemptState.VALID}
        assert len(a.all(CourseTechnique, course=COURSE)) == len(SET)
        for name in PHYSICAL:
            for code in SET:
                numbers = [each.number for each in a.cell(name, code)]
                assert numbers == list(range(1, len(numbers) + 1))
