"""A list pasted in the window: somebody under a new name (R52), and the next list of the same shape asks nothing."""

from typing import Any

import pytest

from calm_instructor.domain.people import Person
from tests.domain.people_and_things import named
from tests.operations.a_course import SIAN, Stage
from tests.ui.a_window import AWindow, settle

pytestmark = pytest.mark.check


def pasted(made: AWindow, text: str) -> Any:
    page = made.go("people")
    page.open_import()
    panel = page.drawer.panel
    panel.paste.setPlainText(text)
    panel.read_pasted.click()
    settle(made.window)
    return panel


def on_record(made: AWindow) -> list[str]:
    return [each.full_name for each in made.desk.read(lambda view: view.all(Person))]


def test_R52_a_row_says_that_it_may_be_somebody_and_takes_the_new_name_only_when_told(window_at):
    made = window_at(Stage.ENROLLED)
    panel = pasted(made, "Name\tStaff no\nSiân Rees\t4411\n")
    assert "the same person as Siân Bowen, 4411" in panel.table._question.text()
    panel.table.perhaps.button_of(1).click()
    settle()
    assert panel.table.view.rows.rows[0].row in panel.table.chosen()
    panel.add.click()
    settle()
    assert "Siân Rees" in on_record(made)
    assert SIAN not in on_record(made)
    assert made.desk.read(lambda view: view.get(Person, named(SIAN))).full_name == "Siân Rees"
    made.window.undo()
    settle()
    assert SIAN in on_record(made)


@pytest.mark.parametrize("count", [1, 3, 12])
def test_R1_the_tick_of_evidence_names_whose_it_is(window_at, count):
    names = [f"Angharad Llewelyn-Rhydderch {'I' * number}" for number in range(1, count + 1)]
    rows = [f"{name}\t{7000 + at}\t2026-03-12" for at, name in enumerate(names)]
    panel = pasted(window_at(Stage.ENROLLED), "\n".join(["Name\tStaff no\tCore Theory", *rows, "Jo Ng\t7100\t"]))
    told = (panel.seen.text(), panel.seen.toolTip(), panel._unseen.text())
    for name in names if count < 12 else ():
        assert name in told[0]
        assert name in told[2]
    for name in names if count == 12 else ():
        assert name in told[1]
    assert "Jo Ng" not in " ".join(told)
    assert panel.seen.height() >= panel.seen.heightForWidth(panel.seen.width())
    assert panel.seen.parentWidget().width() <= panel.width()


def test_a_number_that_is_another_s_is_refused_in_words_and_nothing_is_added(window_at):
    made = window_at(Stage.ENROLLED)
    panel = pasted(made, "Name\tStaff no\nSiân Rees\t4411\nJo Ng\t7001\n")
    panel.table.view.take_in_hand(lambda line: line.name == "Siân Rees")
    panel.table.perhaps.button_of(2).click()
    panel.add.click()
    settle()
    assert "can’t have the staff number 4411: it is Siân Bowen’s" in made.said
    assert "Jo Ng" not in on_record(made)
    assert not panel.is_left


def test_columns_that_were_chosen_are_chosen_the_next_time(window_at):
    made = window_at(Stage.ENROLLED)
    panel = pasted(made, "Medarbejder\tNummer\nJo Ng\t7001\n")
    assert not panel.add.isVisible()
    for field, column in (("full_name", "Medarbejder"), ("staff_no", "Nummer")):
        choice = panel.answers_at_start.choice(field) if not panel.add.isVisible() else panel.answers.choice(field)
        place = choice._values.index(column)
        choice.setCurrentIndex(place)
        choice.activated.emit(place)
        settle(made.window)
    panel.add.click()
    settle()
    assert "Jo Ng" in on_record(made)
    panel = pasted(made, "Medarbejder\tNummer\nMair Pugh\t7002\n")
    assert panel.add.isVisible()
    assert [(line.name, line.staff_no) for line in panel.table.view.rows.rows] == [("Mair Pugh", "7002")]
    assert "said of a list with these headings" in panel.answers._assumed.text()
