"""The glance of the first window: right where it sees, silent where it can't, and it changes nothing."""

import os
import subprocess
import sys

from calm_instructor.paths import KEY_FILE, STORE_FILE
from calm_instructor.store.first_look import first_look
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY
from tests.operations.a_course import Stage, Stages

HEAVY = ("sqlalchemy", "pydantic", "sqlmodel", "alembic", "reportlab", "xlsxwriter")


def test_it_sees_the_next_course_that_is_not_over(tmp_path):
    stages = Stages(tmp_path)
    with stages.opened(Stage.READY, tmp_path / "own") as a:
        course = a.course
        seen = first_look(tmp_path / "own")
    assert seen is not None
    assert (seen.course, seen.ref, seen.site) == (course.title, course.ref, course.site)
    assert (seen.starts_on, seen.ends_on, seen.people) == (FIRST_DAY, LAST_DAY, 4)
    assert seen.practice
    assert seen.lead


def test_it_sees_no_course_where_all_are_closed(tmp_path):
    stages = Stages(tmp_path)
    seen = first_look(stages.folder(Stage.CLOSED))
    assert seen is not None
    assert seen.course == ""


def test_it_sees_nothing_where_nothing_can_be_read(tmp_path):
    folder = Stages(tmp_path).folder(Stage.PREPARED)
    assert first_look(tmp_path / "nowhere") is None
    (folder / KEY_FILE).write_bytes(b"{}")
    assert first_look(folder) is None


def test_it_changes_no_byte_and_leaves_no_file(tmp_path):
    folder = Stages(tmp_path).folder(Stage.READY)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    first_look(folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert STORE_FILE in before


def test_it_loads_nothing_heavy():
    said = "import sys, calm_instructor.store.first_look; print([m for m in sys.argv[1:] if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", said, *HEAVY], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert done.stdout.strip() == "[]"
