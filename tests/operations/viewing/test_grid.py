"""The grid as a page shows it: what stands in each cell, who can't be marked and why, how far it is (R15 to R19, R49)."""

import pytest

from calm_instructor.domain.assessment import Outcome
from calm_instructor.domain.attendance import FitnessStatus, Presence
from calm_instructor.operations.assessing import record_knowledge, record_outcome, take_back
from calm_instructor.operations.registering import declare_fitness, record_attendance
from calm_instructor.operations.viewing.grid import Cell, Grid, cell_after, cell_detail, grid_of
from calm_instructor.operations.viewing.places import Place
from tests.domain.people_and_things import FIRST_DAY, LEAD
from tests.operations.a_course import CO, COURSE, DAY_AFTER, EOGHAN, KNOWN, SIAN, ZANETA

LETTER = {Outcome.COMPETENT: "C", Outcome.NOT_YET: "N", Outcome.NOT_ASSESSED: "-", None: "."}


def grid(a) -> Grid:
    return a.desk.read(grid_of, COURSE, a.now)


def picture(a) -> list[str]:
    """The marks as they stand, a row each."""
    return ["".join(LETTER[cell.outcome] for cell in row) for row in grid(a).cells]


def cell(a, name: str, code: str) -> Cell:
    seen = grid(a)
    row = next(number for number, each in enumerate(seen.rows) if each.name == name)
    column = next(number for number, each in enumerate(seen.columns) if each.code == code)
    return seen.cells[row][column]


def test_a_blank_grid_has_the_people_of_the_physical_part_and_the_set_in_teaching_order(running):
    seen = grid(running)
    assert [(row.bib, row.name, row.why) for row in seen.rows] == [(1, SIAN, ""), (2, ZANETA, ""), (3, EOGHAN, "")]
    assert [(each.kind, each.code) for each in seen.columns] == [
        ("technique", "W1"),
        ("technique", "H1"),
        ("technique", "S1"),
        ("core", "Core"),
        ("knowledge", "Knowledge"),
    ]
    assert picture(running) == [".....", ".....", "....."]
    assert (seen.marked, seen.all, seen.to_do, seen.blocked, seen.closed) == (0, 15, 15, 0, "")
    assert [each for each, _name in seen.assessors] == [LEAD, CO]
    assert seen.generic


def test_the_marks_of_a_morning(running):
    running.mark(SIAN, "W1")
    running.mark(SIAN, "H1", "N")
    running.mark(ZANETA, "W1", "-")
    running.mark(EOGHAN, "core")
    running.do(record_knowledge, running.place(ZANETA), KNOWN)
    running.do(record_knowledge, running.place(SIAN), KNOWN[:4])
    assert picture(running) == ["CN..N", "-...C", "...C."]
    assert (grid(running).marked, grid(running).to_do) == (6, 9)


def test_R18_an_attempt_counts_all_tries_and_a_mark_taken_back_is_none(running):
    running.mark(SIAN, "W1", "N")
    running.mark(SIAN, "W1", "C")
    assert (cell(running, SIAN, "W1").outcome, cell(running, SIAN, "W1").attempt) == (Outcome.COMPETENT, 2)
    taken = running.mark(SIAN, "H1")
    running.do(take_back, taken.id)
    assert cell(running, SIAN, "H1") == Cell(taken_back=Outcome.COMPETENT)


def test_R19_a_bare_not_yet_owes_feedback_and_words_are_a_note(running):
    running.do(record_outcome, running.place(SIAN), running.technique("W1"), Outcome.NOT_YET)
    assert (cell(running, SIAN, "W1").owes, cell(running, SIAN, "W1").note) == (True, False)
    running.mark(SIAN, "H1", "N")
    assert (cell(running, SIAN, "H1").owes, cell(running, SIAN, "H1").note) == (False, True)


@pytest.mark.parametrize(
    ("change", "why", "step"),
    [
        (
            lambda a: a.do(declare_fitness, a.place(SIAN), FIRST_DAY, FitnessStatus.NOT_FIT),
            "no practice today, by own declaration",
            "register",
        ),
        (
            lambda a: a.do(record_attendance, a.place(SIAN), a.session(1), Presence.ABSENT),
            "absent today",
            "register",
        ),
    ],
)
def test_R15_R16_who_cannot_be_marked_has_the_reason_and_where_it_is_mended(running, change, why, step):
    change(running.at("12:30"))
    seen = grid(running)
    assert [row.why for row in seen.rows] == [why, "", ""]
    assert seen.rows[0].place == Place(page="course", record=COURSE, step=step, focus=running.place(SIAN))
    assert (seen.blocked, seen.to_do) == (5, 10)
    assert seen.rows[0].told.startswith(SIAN)


def test_R17_outside_its_days_the_course_is_closed_to_marks_and_nobody_is_blamed(running):
    running.at("09:00", DAY_AFTER)
    seen = grid(running)
    assert "only what was seen on its days counts" in seen.closed.lower()
    assert [row.why for row in seen.rows] == ["", "", ""]


def test_R20_who_is_signed_off_stays_as_they_are(signed):
    assert {row.why for row in grid(signed).rows} == {"signed off"}


def test_one_cell_after_a_mark_is_the_cell_of_the_whole_grid(running):
    for name, code, letter in ((SIAN, "W1", "C"), (SIAN, "H1", "N"), (ZANETA, "S1", "-")):
        running.mark(name, code, letter)
    running.do(record_knowledge, running.place(EOGHAN), KNOWN)
    seen = grid(running)
    for row, cells in zip(seen.rows, seen.cells, strict=True):
        for column, there in zip(seen.columns, cells, strict=True):
            assert running.desk.read(cell_after, row.enrolment, column) == there


def test_the_detail_tells_attempts_apart_from_corrections(running):
    first = running.mark(SIAN, "W1", "N")
    second = running.mark(SIAN, "W1", "C")
    running.mark(SIAN, "W1", "N", corrects=second.id, correction_reason="Wrong person")
    column = grid(running).columns[0]
    detail = running.desk.read(cell_detail, running.place(SIAN), column)
    assert detail.stands is not None
    assert (detail.stands.number, detail.stands.outcome) == (2, Outcome.NOT_YET)
    assert [each.id for each in detail.tries] == [first.id]
    assert [each.id for each in detail.others] == [second.id]
    assert [each.code for each in detail.asked][:2] == ["A1", "A2"]
    assert detail.by(detail.stands)


def test_R7_before_the_course_is_ready_nobody_can_be_marked(enrolled):
    assert enrolled.desk.read(grid_of, COURSE, enrolled.now).closed


def test_reading_a_grid_asks_as_often_for_three_people_as_for_thirty(running):
    asked: list[str] = []
    driver = running.store.line.driver
    driver.set_trace_callback(asked.append)
    grid(running)
    driver.set_trace_callback(None)
    assert len([each for each in asked if each.startswith("SELECT")]) <= 18
