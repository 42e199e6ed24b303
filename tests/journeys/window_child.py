"""A window that marks without end, for a process that is going to be killed: the real window, real keys, one pipe.

    python -m tests.journeys.window_child FOLDER MOMENT DESCRIPTOR

writes the 16 bytes of a mark's uid into DESCRIPTOR as soon as its cell is painted as marked.
"""

import os
import sys
from datetime import datetime
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from calm_instructor.domain.assessment import Outcome
from calm_instructor.domain.course import Course
from calm_instructor.ui.course.assess_step import AssessStep
from calm_instructor.ui.theme.appearance import Appearance
from tests.ui.a_window import a_window, settle


def main(folder: Path, now: datetime, out: int) -> None:
    """Mark, take back, mark again, through every cell that takes a mark, until somebody ends it."""
    app = QApplication([])
    appearance = Appearance(app, "light")
    appearance.put_on()
    with a_window(folder, now, appearance) as made:
        course = made.desk.read(lambda view: view.all(Course))[0]
        step = made.go("course", course.id, "assess")
        assert isinstance(step, AssessStep)
        places = [
            (row, column) for column in range(step.model.columnCount() - 1) for row in range(step.model.rowCount())
        ]
        for row, column in cycle(places):
            step.view.take(row, column)
            settle()
            if step.model.at(row, column)[2].outcome is not None:
                QTest.keyClick(step.view, Qt.Key.Key_Delete)
            QTest.keyClick(step.view, Qt.Key.Key_C)
            QApplication.processEvents()  # the last pixel
            cell = step.model.at(row, column)[2]
            assert cell.outcome is Outcome.COMPETENT
            assert cell.id is not None
            os.write(out, cell.id.bytes)


if __name__ == "__main__":
    main(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]), int(sys.argv[3]))
