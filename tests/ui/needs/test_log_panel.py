"""An incident log mapped in the window, by keys: what is asked, what is proposed, what is remembered, what is never kept."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from calm_instructor.domain.file_shape import FileShape
from calm_instructor.operations.mapping import LEFT_OUT, UNDECIDED, HowRead
from tests.exchange.reading.lists import xlsx_list
from tests.operations.a_course import TNA, Stage
from tests.ui.a_window import AWindow, settle
from tests.ui.needs.test_tna_page import analysis, press

pytestmark = pytest.mark.check

STRANGE = [
    ("28/04/2026", "Klammergriff"),
    ("05/06/2026", "Klammergriff"),
    ("07/06/2026", "Klammergriff"),
    ("08/06/2026", "Wrist grab"),
    ("09/06/2026", "shouting"),
]


@pytest.fixture
def window(window_at) -> AWindow:
    return window_at(Stage.DRAFTED)


def german(folder: Path, rows: list[tuple[str, str]] = STRANGE, name: str = "log.csv") -> Path:
    """Semicolons, cp1252, headings and a word that nobody knows here."""
    path = folder / name
    lines = ["Vorgang;Tag;Klient;Vorfälle", *(f"{n};{day};QXZJ;{word}" for n, (day, word) in enumerate(rows))]
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    return path


def plain(folder: Path, *lines: str, heads: str = "Date,Category") -> Path:
    path = folder / "log.csv"
    path.write_text("\n".join([heads, *lines]) + "\n", encoding="utf-8")
    return path


def look_at(window: AWindow, path: Path) -> Any:
    question = window.go("tna", TNA, "audit").questions["audit"]
    window.files.next = path
    question.take_from_file.click()
    settle(window.window)
    return question.log


def choose(window: AWindow, choice, value) -> None:
    """By keys, as a person would: the arrow keys move, and what is come to is chosen."""
    choice.setFocus()
    while choice.value() != value:
        before = choice.currentIndex()
        choice.setCurrentIndex(choice._values.index(value))
        assert choice.currentIndex() != before
    choice.activated.emit(choice.currentIndex())
    settle(window.window)


def told(log) -> str:
    every = [each.text() for kind in (QLabel, QAbstractButton) for each in log.findChildren(kind)]
    return " ".join([*every, log.banner.accessibleName(), log.page.refusal.accessibleName()])


def means(log) -> dict[str, str]:
    return {each.text: each.code for each in log.log.wordings}


def counted(window: AWindow) -> dict[str, int]:
    audit = analysis(window).tna.audit
    return {hold: audit.total(hold) for hold in audit.holds()}


def test_R9_a_log_of_other_headings_and_words_is_mapped_and_taken(window, qtbot, tmp_path):
    before = counted(window)
    log = look_at(window, german(tmp_path))
    assert log.how.columns["category"].hasFocus()
    press(qtbot, log.take)
    assert "Choose the column" in window.said
    choose(window, log.how.columns["category"], 3)
    assert means(log) == {"Klammergriff": UNDECIDED, "Wrist grab": "wrist_one_same", "shouting": LEFT_OUT}
    assert log.how.columns["category"].hasFocus(), (
        "who goes down a list by key is not taken elsewhere at the first step"
    )
    assert log.wordings.table.current().text == "Klammergriff"
    choose(window, log.wordings.means, "body_front_held")
    assert means(log)["Klammergriff"] == "body_front_held"
    assert counted(window) == before
    press(qtbot, log.confirm)
    settle(window.window)
    assert log.take.hasFocus()
    qtbot.keyClick(log.take, Qt.Key.Key_Return)
    settle(window.window)
    assert counted(window) == {"body_front_held": 3, "wrist_one_same": 1}
    assert not log.is_open
    assert log.parentWidget().take_from_file.hasFocus()


def test_R6_nothing_is_taken_while_a_wording_is_undecided_unless_its_rows_are_said_to_stay_out(window, qtbot, tmp_path):
    log = look_at(window, plain(tmp_path, *(f"2026-09-0{n},Sparkling" for n in range(1, 4)), "2026-09-05,bite"))
    assert log.wordings.table.current().text == "Sparkling"
    press(qtbot, log.confirm)
    settle(window.window)
    press(qtbot, log.take)
    assert "3 rows are undecided" in window.said
    assert log.is_open
    assert log.wordings.leave.text() == "Leave these 3 rows uncounted"
    log.wordings.leave.setFocus()
    qtbot.keyClick(log.wordings.leave, Qt.Key.Key_Space)
    press(qtbot, log.take)
    assert counted(window) == {"bite_arm": 1}


def test_R6_a_proposal_waits_for_a_persons_word(window, qtbot, tmp_path):
    log = look_at(window, plain(tmp_path, "2026-09-01,bite", "2026-09-02,hair pull"))
    assert log.confirm.hasFocus()
    press(qtbot, log.take)
    assert "2 proposals wait" in window.said
    table = log.wordings.table
    table.setFocus()
    for each in ("first", "second"):
        assert [row.is_confirmed for row in log.log.wordings].count(False) == (2 if each == "first" else 1)
        table.take_in_hand(lambda row: not row.is_confirmed)
        qtbot.keyClick(table, Qt.Key.Key_Space)
        settle(window.window)
    assert not log.confirm.isVisible()
    press(qtbot, log.take)
    assert counted(window) == {"bite_arm": 1, "hair_front_one": 1}


def test_a_file_that_can_t_be_read_takes_the_place_of_none(window, tmp_path):
    log = look_at(window, plain(tmp_path, "2026-09-01,bite"))
    (tmp_path / "broken.xlsx").write_bytes(b"PK no workbook")
    log._read(tmp_path / "broken.xlsx", HowRead())
    settle(window.window)
    assert log.is_open
    log.confirm.click()
    settle(window.window)
    log.take.click()
    settle(window.window)
    assert counted(window) == {"bite_arm": 1}


def test_confirmed_and_taken_at_once_is_taken_when_it_has_been_read(window, tmp_path):
    log = look_at(window, plain(tmp_path, "2026-09-01,bite"))
    log.confirm.click()
    log.take.click()
    settle(window.window)
    assert counted(window) == {"bite_arm": 1}
    assert not log.is_open


def test_rows_of_no_contact_are_left_out_by_choice(window, qtbot, tmp_path):
    log = look_at(window, plain(tmp_path, "2026-09-01,bite", "2026-09-02,hair pull"))
    log.wordings.table.take_in_hand(lambda row: row.text == "bite")
    choose(window, log.wordings.means, LEFT_OUT)
    assert "1 row tells of no hold or grab." in told(log)
    choose(window, log.wordings.means, UNDECIDED)
    assert log.wordings.leave.isVisible()


def test_R9_the_order_of_dates_is_asked_by_rows_alone(window, qtbot, tmp_path):
    log = look_at(window, plain(tmp_path, "03/04/2026,Wrist grab", "05/06/2026,Wrist grab"))
    assert log.how.order.hasFocus()
    assert "In row 2 of the column “Date”" in log.banner.accessibleName()
    assert "03/04" not in told(log)
    press(qtbot, log.take)
    assert log.is_open
    choose(window, log.how.order, "mdy")
    press(qtbot, log.confirm)
    settle(window.window)
    press(qtbot, log.take)
    assert [each.month.month for each in analysis(window).tna.audit.counts] == [3, 5]


def test_a_log_is_read_as_last_time_and_new_wordings_come_first(window, qtbot, tmp_path):
    log = look_at(window, german(tmp_path))
    choose(window, log.how.columns["category"], 3)
    choose(window, log.wordings.means, "body_front_held")
    press(qtbot, log.confirm)
    settle(window.window)
    press(qtbot, log.take)
    log = look_at(window, german(tmp_path, [*STRANGE, ("20/09/2026", "bite")], "next.csv"))
    assert means(log)["Klammergriff"] == "body_front_held"
    assert log.log.wordings[0].text == "bite"
    assert log.log.wordings[0].is_new
    assert "1 proposal waits" in log.banner.accessibleName()
    press(qtbot, log.confirm)
    settle(window.window)
    assert "Read as last time, " in log.banner.accessibleName()
    assert log.take.hasFocus()
    press(qtbot, log.change)
    assert log.how.columns["date"].hasFocus()


def test_taking_and_remembering_is_one_step_back(window, qtbot, tmp_path):
    before = counted(window)
    log = look_at(window, plain(tmp_path, "2026-09-01,bite"))
    press(qtbot, log.confirm)
    settle(window.window)
    press(qtbot, log.take)
    assert shapes(window)
    window.desk.undo()
    settle(window.window)
    assert counted(window) == before
    assert not shapes(window)


def shapes(window: AWindow) -> tuple[FileShape, ...]:
    with window.desk.store.reading() as view:
        return view.all(FileShape)


def test_R10_what_is_remembered_is_no_heading_no_cell_and_no_strange_word(window, qtbot, tmp_path):
    log = look_at(window, german(tmp_path))
    choose(window, log.how.columns["category"], 3)
    choose(window, log.wordings.means, "body_front_held")
    press(qtbot, log.confirm)
    settle(window.window)
    press(qtbot, log.take)
    (shape,) = shapes(window)
    kept = repr(shape)
    assert "wrist grab" in kept
    assert not [each for each in ("Klammergriff", "klammergriff", "QXZJ", "Vorf", "Klient", "Tag'") if each in kept]


def test_an_excel_file_without_headings_is_mapped_by_what_its_columns_look_like(window, qtbot, tmp_path):
    rows = [["28/09/2026", "QXZJ", "bite"], ["29/09/2026", "QXZJ", "bite"]]
    log = look_at(window, xlsx_list(tmp_path, rows))
    offered = [log.how.columns["category"].itemText(n) for n in range(log.how.columns["category"].count())]
    assert offered == ["not in this file", "column 1: dates", "column 2: words", "column 3: words"]
    choose(window, log.how.columns["category"], 2)
    assert "QXZJ" not in told(log)
    press(qtbot, log.confirm)
    settle(window.window)
    press(qtbot, log.take)
    assert counted(window) == {"bite_arm": 2}


def test_letters_are_asked_where_the_file_does_not_say_them(window, qtbot, tmp_path):
    log = look_at(window, german(tmp_path))
    assert log.how.letters.isVisible()
    assert log.how.letters.value() == "cp1252"
    choose(window, log.how.letters, "mac_roman")
    assert log.how.letters.value() == "mac_roman"
    log = look_at(window, plain(tmp_path, "2026-09-01,bite"))
    assert not log.how.letters.isVisible()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.csv", "", "is empty"),
        ("page.csv", "<html><table><tr><td>1</td></tr></table>", "is a web page"),
        ("bare.csv", "Name,Post\nAnn Lee,Cook\n", "has no row of headings"),
    ],
)
def test_what_is_no_log_is_told_and_another_may_be_chosen(window, qtbot, tmp_path, name, content, said):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    log = look_at(window, path)
    assert not log.is_open
    assert said in log.page.refusal.accessibleName()
    log = look_at(window, plain(tmp_path, "2026-09-01,bite"))
    assert log.is_open
    assert not log.page.refusal.isVisible()


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["2020-01-05,bite"], "counting begins on"),
        (["soon,bite"], "No row has a date that can be counted"),
        (["2026-09-01,bite", "2030-01-01,bite"], "is after"),
        (["2026-09-01,bite", "2026-02-31,bite"], "there is no such day"),
        (["2026-09-01,Sparkling"], "No hold or grab is counted"),
    ],
)
def test_what_can_not_be_counted_is_told_and_nothing_is_lost(window, qtbot, tmp_path, lines, said):
    before = counted(window)
    log = look_at(window, plain(tmp_path, *lines))
    assert said in told(log)
    press(qtbot, log.leave)
    assert counted(window) == before
    assert log.parentWidget().take_from_file.hasFocus()


@pytest.mark.parametrize("count", ["-1", "2.5"])
def test_R38_a_count_that_is_none_is_told_by_its_row(window, qtbot, tmp_path, count):
    log = look_at(window, plain(tmp_path, f"2026-09-01,bite,{count}", "2026-09-02,bite,2", heads="Date,Category,Count"))
    assert "Row 2, column Count" in told(log)
    press(qtbot, log.confirm)
    settle(window.window)
    press(qtbot, log.take)
    assert counted(window) == {"bite_arm": 2}


def test_R6_what_is_said_while_a_reading_runs_is_not_lost(window, tmp_path):
    log = look_at(window, german(tmp_path))
    choose(window, log.how.columns["category"], 3)
    by_text = {each.text: each for each in log.log.wordings}
    log._said(by_text["Klammergriff"], LEFT_OUT)
    log._said(by_text["Wrist grab"], LEFT_OUT)
    log._confirm_all()
    settle(window.window)
    assert set(means(log).values()) == {LEFT_OUT}


def test_a_log_that_is_left_while_it_is_read_stays_left(window, tmp_path):
    log = look_at(window, german(tmp_path))
    choose(window, log.how.columns["category"], 3)
    log._said(log.log.wordings[0], LEFT_OUT)
    log.leave.click()
    settle(window.window)
    assert not log.isVisible()
