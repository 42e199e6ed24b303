"""Lists as people hand them in by mistake: each is told in a calm sentence, nobody is made of it, and nothing is lost."""

import csv
import io
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from calm_instructor.domain.errors import Refused
from calm_instructor.domain.people import Person
from calm_instructor.messages import sentence
from calm_instructor.operations.enrolling import enrol
from calm_instructor.operations.rostering import Fate
from tests.exchange.reading.lists import rows_list, text_list, xlsx_list
from tests.operations.a_course import COURSE, Stage
from tests.ui.a_window import AWindow, settle

pytestmark = pytest.mark.check

MENUS = (
    "Skip to main content\nHome\tAbout us\tOur people\tContact\n"
    "We use cookies to make this website work.\nAccept\tReject\n\nOur people\nLast updated 12 October 2026\n\n"
)
STAFF = (
    "Staff no\tName\tJob role\n"
    "010401\tTomos Wyn Tŵr-Griffiths\tSupport worker\n"
    "010402\tŻaneta Grzędzińska\tSupport worker\n"
    "010403\tBạch Thị Ngạn\tNurse\n"
    "010404\tHamish Reid\tNurse\n"
)
FOOT = "\n© 2026 Ashgrove Care\nPrivacy\tTerms\tAccessibility\nFollow us, like us, and subscribe\n"
HTML = "<html><body><nav>Home</nav><table><tr><th>Staff no</th></tr></table></body></html>"


def opened(made: AWindow) -> Any:
    page = made.go("people")
    page.open_import()
    return page.drawer.panel


def pasted(made: AWindow, text: str, html: str = "") -> Any:
    """What the clipboard of a browser holds, pasted and read."""
    panel = opened(made)
    copied = QMimeData()
    copied.setText(text)
    if html:
        copied.setHtml(html)
    QApplication.clipboard().setMimeData(copied)
    panel.paste.paste()
    panel.read_pasted.click()
    settle(made.window)
    return panel


def handed(made: AWindow, path: Path) -> Any:
    panel = opened(made)
    panel.open_path(path)
    settle(made.window)
    return panel


def people(made: AWindow) -> tuple[Person, ...]:
    return made.desk.read(lambda view: view.all(Person))


def told(panel: Any) -> str:
    """What stands on the panel where nothing could be read."""
    assert not panel.add.isVisible()
    assert panel.refusal.isVisible()
    return panel.refusal._refusal.text()


def rows(panel: Any) -> list[tuple[str, Fate]]:
    return [(line.name, line.fate) for line in panel.table.view.rows.rows]


def test_of_a_whole_web_page_the_table_is_read_and_its_menus_are_nobody(window_at):
    made = window_at(Stage.PREPARED)
    panel = pasted(made, MENUS + STAFF + FOOT, HTML)
    assert panel.add.text() == "Add 4 people"
    assert [name for name, fate in rows(panel) if fate is Fate.NEW] == [
        "Tomos Wyn Tŵr-Griffiths",
        "Żaneta Grzędzińska",
        "Bạch Thị Ngạn",
        "Hamish Reid",
    ]
    panel.add.click()
    settle()
    assert len(people(made)) == 4


WITHOUT_A_LIST = {
    "a page without a table": (MENUS + FOOT, "row of headings"),
    "a page of words": ("Home\nAbout us\n\nWe believe in people, day and night.\n", ""),
    "the source of a page": (HTML, "web page"),
    "headings alone": ("Staff no\tName\tJob role\n", "no people under them"),
    "addresses": ("jo.ng@glen.example\nmair.pugh@glen.example\n", "only one column"),
    "addresses of a letter": ("Jo Ng <jo@glen.example>; Mair Pugh <mair@glen.example>", ""),
    "blanks": (" \n\t\n", "is empty"),
}


@pytest.mark.parametrize(("text", "says"), WITHOUT_A_LIST.values(), ids=WITHOUT_A_LIST)
def test_what_is_no_list_is_told_and_what_was_pasted_stays(window_at, text, says):
    made = window_at(Stage.ENROLLED)
    panel = pasted(made, text, HTML)
    said = told(panel)
    assert "“pasted list”" in said
    assert says in said
    assert panel.paste.text() == text
    assert len(people(made)) == 4


def a_picture(folder: Path) -> Path:
    path = folder / "staff list.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(64))
    return path


def test_a_picture_named_as_a_list_is_told_and_another_file_may_follow(window_at, tmp_path):
    made = window_at(Stage.PREPARED)
    panel = handed(made, a_picture(tmp_path))
    assert "“staff list.xlsx” is a picture, whatever its name says" in told(panel)
    panel.open_path(rows_list(tmp_path, [["Name", "Staff no"], ["Jo Ng", "7"]]))
    settle(made.window)
    assert panel.add.text() == "Add 1 person"
    assert not panel.refusal._refusal.isVisible()


def as_a_service_keeps_it(folder: Path) -> Path:
    rows = [
        ["Staff list as of 27 November 2026"],
        [],
        ["Name", None, "Staff", "Core Theory", None],
        ["Surname", "Forename", "number", "Date", "Provider"],
        ["Ng", "Jo", "7001", "2026-03-12", "CALM"],
        [],
        [],
        ["Tŵr-Pugh", "Mair", "7002", "2026-03-12", "CALM"],
        ["Total", 2],
    ]
    return xlsx_list(folder, rows)


def a_print_of_utf_16(folder: Path) -> Path:
    return text_list(
        folder,
        "Surname\tForename\tStaff no\tCore Theory\r\nNg\tJo\t7001\t2026-03-12\r\nTŵr-Pugh\tMair\t7002\t2026-03-12\r\n",
        encoding="utf-16",
    )


@pytest.mark.parametrize("write", [as_a_service_keeps_it, a_print_of_utf_16])
def test_titles_two_rows_of_headings_gaps_and_any_encoding_are_read(window_at, tmp_path, write):
    made = window_at(Stage.PREPARED)
    panel = handed(made, write(tmp_path))
    assert rows(panel) == [("Jo Ng", Fate.NEW), ("Mair Tŵr-Pugh", Fate.NEW)]
    panel.add.click()
    settle()
    found = {each.full_name: (each.staff_no, each.core_theory.completed_on.isoformat()) for each in people(made)}
    assert found == {"Jo Ng": ("7001", "2026-03-12"), "Mair Tŵr-Pugh": ("7002", "2026-03-12")}


def test_names_of_any_script_stay_and_what_can_be_no_name_wants_mending_and_is_saved(window_at, tmp_path):
    made = window_at(Stage.PREPARED)
    names = ["محمد علي", "דוד כהן", "王小明", "नेहा शर्मा", "Nguyễn Thị Ngọc"]
    bad = ["X" * 300, "Ann \u202eeeL", "jo@glen.example", "=A1&B1"]
    path = xlsx_list(tmp_path, [["Name", "Staff no"], *([name, f"70{at}"] for at, name in enumerate(names + bad))])
    panel = handed(made, path)
    assert rows(panel) == [(name, Fate.NEW) for name in names] + [
        (line.name, Fate.MEND) for line in panel.table.view.rows.rows[len(names) :]
    ]
    assert all(line.notes for line in panel.table.view.rows.rows[len(names) :])
    made.files.next = made.folder
    panel._save_rows.click()
    saved = list(csv.DictReader(io.StringIO((made.folder / "rows to mend.csv").read_text(encoding="utf-8-sig"))))
    assert [row["Staff no"] for row in saved] == ["705", "706", "707", "708"]
    assert saved[0]["Name"] == "X" * 300
    panel.add.click()
    settle()
    assert [each.full_name for each in people(made)] == names


def test_a_formula_is_its_value_and_one_never_worked_out_is_told(window_at, tmp_path):
    made = window_at(Stage.PREPARED)
    panel = handed(made, xlsx_list(tmp_path, [["Name", "Staff no"], ["Jo Ng", "7"], ['{=A2&" Pugh"}', "8"]]))
    assert [fate for _name, fate in rows(panel)] == [Fate.NEW, Fate.MEND]
    assert "is a formula" in panel.table.view.rows.rows[1].notes[0]


def test_one_person_twice_in_a_list_is_one_and_one_without_a_number_is_asked_about(window_at):
    made = window_at(Stage.ENROLLED)
    panel = pasted(
        made,
        "Name\tStaff no\nJo Ng\t7\nJo Ng\t7\nMair Pugh\t\nMair Pugh\t\nSiân Bowen\t4411\nŻaneta Wójcik\t9999\n",
    )
    assert rows(panel) == [
        ("Jo Ng", Fate.NEW),
        ("Mair Pugh", Fate.NEW),
        ("Siân Bowen", Fate.HERE),
        ("Żaneta Wójcik", Fate.PERHAPS),
    ]
    assert panel.add.text() == "Add 2, leave out 1"
    panel.add.click()
    settle()
    assert len(people(made)) == 6
    made.window.undo()
    settle()
    assert len(people(made)) == 4


COUNT = 2000
STILL = 2
"""Seconds without a beat while a list is read, on a machine that does much else."""
PATIENCE = 60
"""Seconds in which they are taken in there; on a machine by itself it is two or three."""


def in_thousands(folder: Path, write: Any) -> Path:
    names = [["Full name", "Staff no", "Job role", "Core Theory completed"]]
    names += [[f"Siân Bowen-{n}", f"40{n:04}", "Support worker", "2026-03-12"] for n in range(COUNT)]
    return write(folder, names)


@pytest.mark.parametrize("write", [rows_list, xlsx_list])
def test_two_thousand_people_come_in_one_step_and_the_window_stays_alive(window_at, tmp_path, write):
    made = window_at(Stage.ENROLLED)
    path = in_thousands(tmp_path, write)
    panel = opened(made)
    beats: list[float] = []
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(perf_counter()))
    heart.start(20)
    panel.open_path(path)
    settle(made.window)
    heart.stop()
    assert max(later - before for before, later in pairwise(beats)) < STILL
    assert panel.add.text() == f"Add {COUNT} people"
    began = perf_counter()
    panel.add.click()
    settle(made.window)
    assert perf_counter() - began < PATIENCE
    assert len(people(made)) == COUNT + 4
    made.window.undo()
    settle(made.window)
    assert len(people(made)) == 4


def test_R12_two_thousand_people_are_offered_for_a_course_and_only_as_many_as_it_takes_may_be_placed(
    window_at, tmp_path
):
    made = window_at(Stage.ENROLLED)
    step = made.go("course", COURSE, step="people")
    step.open_import()
    panel = step.drawer.panel
    panel.open_path(in_thousands(tmp_path, rows_list))
    settle(made.window)
    panel.add.click()
    settle(made.window)
    assert len(step.offer.placeable) < 30
    told = [each.text() for each in step.offer.findChildren(QLabel)]
    assert f"And {COUNT - len(step.offer.placeable) - 60} more people, who are in People." in told
    everyone = [each.id for each in people(made) if each.full_name.startswith("Siân Bowen-")]
    with pytest.raises(Refused) as no:
        made.desk.do(enrol, COURSE, everyone)
    assert "The limit is 30, however many instructors. Split the course." in " ".join(
        map(sentence, no.value.objections)
    )
