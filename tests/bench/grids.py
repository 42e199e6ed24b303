"""The grid: built, scrolled and painted whole at two sizes; and read from a store."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import process_time
from uuid import UUID

from PySide6.QtWidgets import QApplication, QTableView, QWidget

from calm_instructor.domain.assessment import Attempt, Outcome
from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import CourseTechnique
from calm_instructor.domain.ids import (
    AttemptId,
    CourseId,
    CourseTechniqueId,
    EnrolmentId,
    PersonId,
)
from calm_instructor.operations.viewing.grid import CORE, KNOWLEDGE, TECHNIQUE, Cell, Grid, GridColumn, GridRow, grid_of
from calm_instructor.store.database import open_store
from calm_instructor.ui.assess.grid_view import GridView
from tests.bench.limits.canvas import Canvas
from tests.bench.limits.cpp_grid import cpp_grid
from tests.bench.limits.raw_grid import raw_grid
from tests.bench.measuring import Line, alternate, line_of
from tests.operations.a_course import COURSE, SIAN, ACourse

SIZES = ((30, 12), (500, 30))
BUILD_MS = 60.0


def value(rows: int, columns: int) -> Grid:
    """A grid without a store: two marks of three, some with a note."""
    marks = (
        Cell(Outcome.COMPETENT, id=UUID(int=1)),
        Cell(Outcome.NOT_YET, attempt=2, note=True, id=UUID(int=2)),
        Cell(),
    )
    techniques = [
        GridColumn(TECHNIQUE, CourseTechniqueId(UUID(int=n)), f"GEN-H{n}", "Hair, front, one hand")
        for n in range(columns - 2)
    ]
    return Grid(
        course=CourseId(UUID(int=0)),
        title="",
        at=datetime(2026, 11, 24, 14, 52, tzinfo=UTC),
        generic=True,
        columns=(
            *techniques,
            GridColumn(CORE, None, "Core", "Stance, exit"),
            GridColumn(KNOWLEDGE, None, "Knowledge", "K1 to K5"),
        ),
        rows=tuple(
            GridRow(EnrolmentId(UUID(int=n)), PersonId(UUID(int=n)), n + 1, f"Name of Somebody {n}", "Name")
            for n in range(rows)
        ),
        cells=tuple(tuple(marks[(row + column) % 3] for column in range(columns)) for row in range(rows)),
        closed="",
        assessors=(),
        most_tries=3,
    )


def shown(widget: QWidget) -> QWidget:
    """In sight, at the room that the grid has at 1366 × 768."""
    widget.resize(906, 490)
    widget.show()
    QApplication.processEvents()
    return widget


def views(n: int) -> list[Line]:
    """Build, scroll, repaint."""
    lines: list[Line] = []
    for rows, columns in SIZES:
        size = f"{rows} × {columns}"
        grid = value(rows, columns)
        lines.append(_build(size, grid, max(5, n // 10)))
        ours, theirs, canvas = GridView(), cpp_grid(rows, columns), Canvas(rows, columns)
        ours.grid.show_grid(grid)
        for each in (ours, theirs, canvas):
            shown(each)
        lines += alternate(f"grid {size}: scroll a row", _scroll(theirs), _scroll(ours), n=n, goal=1.6, p99_ms=16)
        lines += alternate(f"grid {size}: full repaint", canvas.repaint, _repaint(ours), n=n, goal=1.5)
        for each in (ours, theirs, canvas):
            each.close()
            each.deleteLater()
        QApplication.processEvents()
    return lines


def _build(size: str, grid: Grid, n: int) -> Line:
    found = []
    for _each in range(n):
        begun = process_time()
        view = GridView()
        view.grid.show_grid(grid)
        shown(view)
        found.append((process_time() - begun) * 1000)
        view.close()
        view.deleteLater()
        QApplication.processEvents()
    return line_of(f"grid {size}: build, CPU against {BUILD_MS:.0f} ms", 1.0, [BUILD_MS], found)


def _scroll(view: QTableView):
    bar = view.verticalScrollBar()

    def scroll() -> None:
        bar.setValue(bar.value() + 32 if bar.value() + 32 <= bar.maximum() else 0)
        QApplication.processEvents()

    return scroll


def _repaint(view: GridView):
    def repaint() -> None:
        view.viewport().repaint()
        view.verticalHeader().viewport().repaint()

    return repaint


def reads(folder: Path, now: datetime, n: int) -> list[Line]:
    """30 people, 12 techniques, 3 attempts each, from a store."""
    with open_store(folder) as store:
        a = ACourse(store, now)
        _fill(a)
        driver, course = store.line.driver, COURSE.bytes
        return alternate(
            "grid 30 × 12 × 3 read",
            lambda: raw_grid(driver, course),
            lambda: a.desk.read(grid_of, COURSE, now),
            n=n,
            goal=1.6,
        )


def _fill(a: ACourse) -> None:
    """Straight into the store: what is read is measured, not how it came there."""
    place, person = a.get(Enrolment, a.place(SIAN)), a.person(SIAN)
    technique = a.all(CourseTechnique, course=COURSE)[0]
    mark = a.mark(SIAN)
    here, taught = list(a.all(Enrolment, course=COURSE))[:3], list(a.all(CourseTechnique, course=COURSE))
    with a.store.work(wish="attempt.recorded", by=a.desk.marking_as, at=a.now) as work:
        new = work.new_id
        people = [replace(person, id=PersonId(new()), full_name=f"Somebody {n}", staff_no=f"B{n}") for n in range(27)]
        places = [replace(place, id=EnrolmentId(new()), person=each.id, bib=10 + n) for n, each in enumerate(people)]
        techniques = [replace(technique, id=CourseTechniqueId(new()), code=f"X{n}", position=10 + n) for n in range(9)]
        work.put_all(people)
        work.put_all(places)
        work.put_all(techniques)
        attempts: list[Attempt] = []
        for each in (*here, *places):
            for one in (*taught, *techniques):
                attempts += [
                    replace(
                        mark,
                        id=AttemptId(new()),
                        enrolment=each.id,
                        technique=one.id,
                        number=number,
                        outcome=Outcome.COMPETENT if number == 3 else Outcome.NOT_YET,
                        feedback="" if number == 3 else "Slow down.",
                    )
                    for number in (1, 2, 3)
                ]
        work.put_all(attempts)
