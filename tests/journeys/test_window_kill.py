"""P1 through the window: whatever was painted as marked is in the store after a kill, the chain is whole, tables are its replay."""

import os
import random
import select
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest

from calm_instructor.domain.assessment import Attempt
from calm_instructor.store.checking import check
from calm_instructor.store.database import open_store
from tests.operations.a_course import Stage, Stages

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
ID = 16


@pytest.fixture(scope="module")
def stages(tmp_path_factory) -> Stages:
    return Stages(tmp_path_factory.mktemp("stages"))


def killed(folder: Path, now: datetime, moment: random.Random) -> list[UUID]:
    """The marks that a window had painted when it was killed, somewhere after its first few."""
    reading, writing = os.pipe()
    words = [sys.executable, "-m", "tests.journeys.window_child", str(folder), now.isoformat(), str(writing)]
    child = subprocess.Popen(words, pass_fds=[writing], stderr=subprocess.PIPE)
    os.close(writing)
    said, enough = b"", moment.randint(5, 30) * ID
    while len(said) < enough and (more := os.read(reading, ID)):
        said += more
    select.select([reading], [], [], moment.random() / 30)
    child.kill()
    _out, trouble = child.communicate()
    while more := os.read(reading, 65536):
        said += more
    os.close(reading)
    assert len(said) >= enough, trouble.decode()
    return [UUID(bytes=said[place : place + ID]) for place in range(0, len(said), ID)]


@pytest.mark.parametrize(
    ("kills", "seed"),
    [
        pytest.param(10, 1612, marks=pytest.mark.check, id="10 kills"),
        pytest.param(40, 2911, marks=pytest.mark.deep, id="40 kills"),
    ],
)
def test_P1_what_the_window_has_painted_as_marked_is_there_after_a_kill(stages, tmp_path, kills, seed):
    folder = tmp_path / "store"
    shutil.copytree(stages.folder(Stage.RUNNING), folder)
    with stages.opened(Stage.RUNNING, tmp_path / "clock") as course:
        now = course.now
    moment = random.Random(seed)
    for _each in range(kills):
        painted = killed(folder, now, moment)
        with open_store(folder) as store:
            there = {each.id for each in store.reading().all(Attempt)}
            assert set(painted) - there == set()
            assert [str(each) for each in check(store)] == []
