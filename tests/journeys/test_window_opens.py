"""The program without words opens its window where there is a screen, and says so in one line where there is none."""

import os
import subprocess
import sys


def run(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {name: value for name, value in os.environ.items() if name not in screens} | more
    command = [sys.executable, "-m", "calm_instructor", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env=env)


def test_without_a_screen_it_says_so_and_makes_nothing(tmp_path):
    done = run(HOME=str(tmp_path), XDG_DATA_HOME=str(tmp_path / "data"))
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "screen" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_other_words_are_the_command_line_s():
    assert run("--version").stdout.startswith("CALM Instructor ")
    assert run("nonsense").returncode == 2


def test_wrong_words_are_answered_without_store_window_or_paper():
    said = run("nonsense", PYTHONPROFILEIMPORTTIME="1").stderr
    loaded = {line.rpartition("|")[2].strip() for line in said.splitlines()}
    assert "calm_instructor.cli" in loaded
    assert not {"sqlalchemy", "sqlmodel", "PySide6", "reportlab", "calm_instructor.store.work"} & loaded
