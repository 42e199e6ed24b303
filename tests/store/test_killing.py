"""What was shown as saved survives a kill: nothing acknowledged is lost, the chain is whole, the tables are its replay."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by fork and signal")
ROOT = Path(__file__).resolve().parents[2]


def report(module: str, *arguments: object) -> dict:
    """What a process that kills others says."""
    command = [sys.executable, "-m", f"tests.store.{module}", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("kills", "seed"), [(10, 2026), pytest.param(40, 11, marks=pytest.mark.check)], ids=["10 kills", "40 kills"]
)
def test_no_mark_that_was_acknowledged_is_lost(filled_folder, tmp_path, kills, seed):
    shutil.copytree(filled_folder, tmp_path / "store")
    said = report("killing", tmp_path / "store", "tests.store.killing:marks", kills, seed)
    assert said["found"] == []
    assert said["lost"] == 0
    assert said["kills"] == kills
    assert said["acknowledged"] >= 20 * kills


@pytest.mark.check
def test_an_upgrade_killed_at_any_step_leaves_the_old_or_the_new_store(filled_folder, tmp_path):
    said = report("killing_steps", "upgrade", 1, filled_folder, tmp_path)
    assert said["between"] == said["not new afterwards"] == 0
    assert said["old"] > 100
    assert said["new"] >= 1


@pytest.mark.check
def test_a_making_killed_at_every_fortieth_step_can_be_done_again(tmp_path):
    said = report("killing_steps", "making", 40, tmp_path)
    assert said["faults"] == 0
    assert said["nothing yet"] > 500 / 40
    assert said["whole"] >= 1
