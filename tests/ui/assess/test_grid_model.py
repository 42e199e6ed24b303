"""The grid's model: values in, one change for each cell that differs, words for a reader. Needs no store."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from calm_instructor.domain.assessment import Outcome
from calm_instructor.domain.ids import CourseId, CourseTechniqueId, EnrolmentId, PersonId
from calm_instructor.operations.viewing.grid import BLANK, CORE, KNOWLEDGE, TECHNIQUE, Cell, Grid, GridColumn, GridRow
from calm_instructor.ui.assess.grid_model import GridModel, Turn
from tests.ui.assess.pictures import picture

pytestmark = pytest.mark.check

NAMES = ("Jo Ng", "Siân Gruffydd", "Łukasz Wiśniewski")
CELLS = {
    ".": BLANK,
    "C": Cell(Outcome.COMPETENT, id=UUID(int=1)),
    "N": Cell(Outcome.NOT_YET, owes=True, id=UUID(int=2)),
    "-": Cell(Outcome.NOT_ASSESSED, note=True, id=UUID(int=3)),
}


def grid(*rows: str, why: str = "") -> Grid:
    """A grid from rows of letters; the last person can't be marked for a reason."""
    people = [
        GridRow(EnrolmentId(UUID(int=10 + number)), PersonId(UUID(int=20 + number)), number + 1, name, name.split()[0])
        for number, name in enumerate(NAMES)
    ]
    if why:
        people[-1] = replace(people[-1], why=why, told=why)
    return Grid(
        course=CourseId(UUID(int=0)),
        title="",
        at=datetime(2026, 11, 24, 14, 52, tzinfo=UTC),
        generic=True,
        columns=(
            GridColumn(TECHNIQUE, CourseTechniqueId(UUID(int=30)), "GEN-H1", "Hair"),
            GridColumn(CORE, None, "Core", "Stance, exit"),
            GridColumn(KNOWLEDGE, None, "Knowledge", "K1 to K5"),
        ),
        rows=tuple(people),
        cells=tuple(tuple(CELLS[letter] for letter in row) for row in rows),
        closed="",
        assessors=(),
        most_tries=3,
    )


@pytest.fixture
def model(qapp):
    made = GridModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def changes(model) -> list[tuple[int, int]]:
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), first.column())))
    return told


def test_a_mark_is_one_change_of_one_cell(model):
    model.show_grid(grid("...", "...", "..."))
    told = changes(model)
    model.show_grid(grid("...", "C..", "..."))
    assert told == [(1, 0)]
    assert picture(model) == ["...", "C..", "..."]
    model.show_grid(grid("...", "C..", "..."))
    assert told == [(1, 0)]


def test_a_cell_is_said_in_words(model):
    model.show_grid(grid("N..", ".C.", "-..", why="absent today"))
    assert model.said(0, 0) == "Jo Ng, GEN-H1 Hair: not yet, attempt 1, feedback owed"
    assert model.said(1, 1) == "Siân Gruffydd, Core: competent, attempt 1"
    assert model.said(2, 0) == "Łukasz Wiśniewski, GEN-H1 Hair: not assessed"
    assert model.said(2, 1) == "Łukasz Wiśniewski, Core: Not assessable: absent today"
    assert model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole).endswith("to do")
    assert model.headerData(0, Qt.Orientation.Vertical) == "1 Jo Ng"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "GEN-H1 Hair"


def test_by_technique_the_same_marks_lie_the_other_way(model):
    model.show_grid(grid("C..", "N..", ".C."), Turn.BY_TECHNIQUE)
    assert picture(model) == ["CN.", "..C", "..."]
    model.set_cell(model.rows[2].enrolment, model.columns[0], CELLS["C"])
    assert picture(model) == ["CNC", "..C", "..."]


def test_still_to_do_leaves_out_what_is_done_and_who_cannot_be_marked(model):
    model.show_grid(grid("CCC", "C..", "...", why="absent today"), Turn.TO_DO)
    assert [row.name for row in model.rows] == ["Siân Gruffydd"]
    assert [column.code for column in model.columns] == ["Core", "Knowledge"]
    model.set_cell(model.rows[0].enrolment, model.columns[0], CELLS["C"])
    assert picture(model) == ["C."]  # nothing is pulled away from under a finger


def test_counts_tell_marked_all_and_what_cannot_be_marked(model):
    model.show_grid(grid("CC.", "N..", "-..", why="absent today"))
    assert model.counts == (4, 9, 2)
    assert len(model.blanks()) == 2
    assert len(model.blanks(column=model.columns[1])) == 2
