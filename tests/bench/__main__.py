"""Measure everything, or what a part of a name fits:  python -m tests.bench [PART] [quick]

Prints the table and writes build/bench.json. Run it alone: whatever else runs is measured too.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from calm_instructor.ui.theme.appearance import Appearance
from tests.bench import grids, logs, marking, starting
from tests.bench.measuring import Line, table, write
from tests.operations.a_course import Stage, Stages

OUT = Path("build/bench.json")


def main(words: list[str]) -> int:
    """The whole table."""
    quick = "quick" in words
    part = next((word for word in words if word != "quick"), "")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    appearance = Appearance(app, "light")
    appearance.put_on()
    lines: list[Line] = []
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root)
        now = _course(folder)

        def copy(name: str) -> Path:
            shutil.copytree(folder / "running", folder / name)
            return folder / name

        works: dict[str, Callable[[], list[Line]]] = {
            "start": lambda: starting.starts(copy("start"), 3 if quick else 20),
            "mark": lambda: marking.marks(copy("mark"), now, 20 if quick else 300),
            "key": lambda: marking.keys(copy("key"), now, appearance, 10 if quick else 100),
            "views": lambda: grids.views(20 if quick else 200),
            "log": lambda: logs.logs(folder / "logs", 5 if quick else 30),
            "read": lambda: grids.reads(copy("read"), now, 5 if quick else 50),
        }
        for name, work in works.items():
            if part in name:
                lines += work()
    print(table(lines))
    write(lines, OUT)
    return 0


def _course(root: Path) -> datetime:
    stages = Stages(root)
    with stages.opened(Stage.RUNNING, root / "seen") as course:
        course.mark("Siân Bowen", "W1", "N")
        now = course.now
    shutil.rmtree(root / "running")
    shutil.move(root / "seen", root / "running")
    return now


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
