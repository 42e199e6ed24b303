"""What the first window must not wait for, and what must not leak: modules before the first paint, and references to None."""

import json
import os
import shutil
import subprocess
import sys

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.operations.a_course import Stage

HEAVY = ("sqlalchemy", "pydantic", "sqlmodel", "alembic", "reportlab", "xlsxwriter")
"""Loaded in a thread once the first window has been seen."""
CHILD = """
import json, os, sys
from pathlib import Path
from calm_instructor import app as program
from calm_instructor.store.first_look import first_look
from calm_instructor.ui.files import Files
from calm_instructor.ui.start import Opening, application, build_window

home = Path(sys.argv[1])
made = application(["calm"])
window = build_window(made, Opening(glance=first_look(home), clock=program.now, open_desk=lambda: None,
    close_desk=lambda desk: None, files=Files(), appearance="light"))

def seen():
    print(json.dumps([window.first.isVisible(), sorted(set(name.partition(".")[0] for name in sys.modules))]), flush=True)
    os._exit(0)

window.first.seen.disconnect()
window.first.seen.connect(seen)
window.show()
made.exec()
"""


def test_nothing_heavy_is_loaded_before_the_first_window_is_painted(stages, tmp_path):
    folder = tmp_path / "store"
    shutil.copytree(stages.folder(Stage.RUNNING), folder)
    words = [sys.executable, "-c", CHILD, str(folder)]
    told = subprocess.run(
        words, capture_output=True, text=True, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    )
    is_seen, loaded = json.loads(told.stdout)
    assert is_seen
    assert "PySide6" in loaded
    assert [each for each in HEAVY if each in loaded] == []


def test_calls_that_give_nothing_keep_the_references_to_None(qapp):
    """PySide6 6.12 lost one on each, and ended Python 3.11."""
    label, button, widget = QLabel(), QPushButton(), QWidget()
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
        button.setEnabled(bool(number % 2))
        widget.resize(10 + number % 7, 10)
        widget.update()
    assert abs(sys.getrefcount(None) - before) < 100
