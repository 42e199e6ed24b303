"""A mark: the operation beside one committed INSERT, and a key to the last pixel beside the same key without a commit."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from calm_instructor.domain.assessment import Attempt, Outcome
from calm_instructor.domain.course import Course
from calm_instructor.operations.assessing import record_outcome, take_back
from calm_instructor.operations.desk import Desk
from calm_instructor.operations.viewing.grid import BLANK, Cell, Grid, grid_of
from calm_instructor.store.database import Store, open_store
from calm_instructor.ui.assess.grid_view import GridView
from calm_instructor.ui.course.assess_step import AssessStep
from calm_instructor.ui.theme.appearance import Appearance
from tests.bench.limits.raw_insert import raw_insert
from tests.bench.measuring import Line, alternate
from tests.operations.a_course import ACourse
from tests.ui.a_window import a_window, settle


def marks(folder: Path, now: datetime, n: int) -> list[Line]:
    """The operation by itself."""
    with open_store(folder) as store:
        desk = ACourse(store, now).desk
        grid = _grid(desk)
        blank = _blank(grid)
        last: list[Attempt] = []

        def ours() -> None:
            row, column = blank
            last.append(desk.do(record_outcome, row.enrolment, column.technique, Outcome.COMPETENT, as_a_whole=True))

        def after() -> None:
            if last:
                desk.do(take_back, last.pop().id)

        ours()
        after()
        return alternate(
            "a mark: rules, row, trail, durable",
            raw_insert(_driver(store)),
            ours,
            n=n,
            goal=1.5,
            cpu_goal=2.0,
            after=after,
        )


def _driver(store: Store):
    return store.line.driver


def _grid(desk: Desk) -> Grid:
    course = desk.read(lambda view: view.all(Course))[0]
    return desk.read(grid_of, course.id, desk.clock())


def _blank(grid: Grid):
    return next(
        (row, column)
        for row, cells in zip(grid.rows, grid.cells, strict=True)
        for column, cell in zip(grid.columns, cells, strict=True)
        if not row.why and cell.outcome is None and column.kind == "technique"
    )


def keys(folder: Path, now: datetime, appearance: Appearance, n: int) -> list[Line]:
    """A key to the last pixel, in the real window."""
    with a_window(folder, now, appearance) as made:
        course = made.desk.read(lambda view: view.all(Course))[0]
        step = made.go("course", course.id, "assess")
        assert isinstance(step, AssessStep)
        row, column = _blank(_grid(made.desk))
        index = step.model.index_of(row.enrolment, column)
        step.view.take_index(index)
        settle()
        assert step.seen is not None
        bare = _bare_view(step.seen)
        bare.take(index.row(), index.column())
        insert = raw_insert(_driver(made.desk.store))
        durable = False

        def mark(_letter: str) -> None:
            if durable:
                insert()
            bare.grid.set_cell(row.enrolment, column, Cell(Outcome.COMPETENT, id=row.enrolment))

        bare.marking.connect(mark)
        settle()

        def limit() -> None:
            QTest.keyClick(bare, Qt.Key.Key_C)
            QApplication.processEvents()

        def ours() -> None:
            QTest.keyClick(step.view, Qt.Key.Key_C)
            QApplication.processEvents()

        def after() -> None:
            bare.grid.set_cell(row.enrolment, column, BLANK)
            if step.model.cell(row, column).outcome is not None:
                QTest.keyClick(step.view, Qt.Key.Key_Delete)
            QTest.qWait(150)  # what waits its turn is not a part of the key

        lines = alternate("a mark: key to the last pixel", limit, ours, n=n, goal=1.4, p99_ms=50, after=after)
        durable = True
        with_commit = "a mark: key to the last pixel, beside the same with one raw commit"
        lines += alternate(with_commit, limit, ours, n=n, goal=1.4, after=after)
        bare.close()
        bare.deleteLater()
        return lines


def _bare_view(grid: Grid) -> GridView:
    view = GridView()
    view.grid.show_grid(grid)
    view.resize(820, 430)
    view.show()
    return view
