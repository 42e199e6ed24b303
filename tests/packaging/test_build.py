"""The program runs from a wheel and from the one-folder build as it does from source: nothing it needs stays behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.screen import a_screen, lacking, opens_and_closes

ROOT = Path(__file__).resolve().parents[2]
NOT_SHIPPED = ("Qml", "Quick", "Designer", "Test", "Sql", "Pdf")


@pytest.mark.deep
def test_the_one_folder_build_plays_the_whole_chain_and_finds_it_intact(tmp_path):
    subprocess.run([sys.executable, "packaging/build.py", "--out", str(tmp_path)], cwd=ROOT, check=True)
    folder = tmp_path / "dist" / "calm-instructor"
    libraries = [path.name for path in folder.rglob("*Qt6*") if any(each in path.name for each in NOT_SHIPPED)]
    assert libraries == []
    assert _window_opens(folder / "calm-instructor", tmp_path)
    assert not [path for path in folder.rglob("*") if path.name in {"tests", "pytest", "hypothesis", "mypy"}]


def _window_opens(program: Path, scratch: Path) -> bool:
    """Where a virtual screen can be: whether the built window opens on it, and closes without a word."""
    if lacking():
        pytest.skip(f"tried without its window: not here: {lacking()}")
    with a_screen(scratch) as display:
        return opens_and_closes([str(program), "--data", str(scratch / "records")], display, scratch) == 0


@pytest.mark.check
def test_the_wheel_plays_the_whole_chain_where_the_source_is_not(tmp_path):
    wheel = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(wheel, cwd=ROOT, check=True, capture_output=True)
    site, demo = tmp_path / "site", tmp_path / "demo"
    _install(next(tmp_path.glob("*.whl")), site)

    where = _say(
        site, "-c", "import calm_instructor, calm_instructor.paths as p; print(calm_instructor.__file__, p.resources())"
    )
    assert where.split() == [str(site / "calm_instructor" / each) for each in ("__init__.py", "resources")]
    _say(site, "-m", "calm_instructor", "demo", "--out", str(demo))
    assert "calm.db" in _say(site, "-m", "calm_instructor", "check", "--data", str(demo))


def _install(wheel: Path, site: Path) -> None:
    """Into a folder of its own, alone: what it depends on is this environment's."""
    uv = ROOT / ".uv" / "bin" / "uv"
    alone = ["--quiet", "--offline", "--no-deps", "--python", sys.executable, "--target", str(site)]
    subprocess.run([str(uv), "pip", "install", *alone, str(wheel)], check=True, cwd=site.parent)


def _say(site: Path, *words: str) -> str:
    """What a Python prints that finds the wheel first. It does not stand in the checkout."""
    answer = subprocess.run(
        [sys.executable, "-P", *words],
        cwd=site.parent,
        env=os.environ | {"PYTHONPATH": str(site)},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return answer.stdout
