"""The door of the records: opened, made, or refused in a sentence that can be followed; and looked over once open."""

from datetime import UTC, datetime

import pytest

from calm_instructor.domain.errors import WorldError
from calm_instructor.messages import sentence
from calm_instructor.operations.opening import close_desk, damage_in, open_desk
from calm_instructor.paths import KEY_FILE, STORE_FILE
from tests.operations.a_course import Stage


def clock() -> datetime:
    return datetime(2026, 11, 18, 9, tzinfo=UTC)


def test_an_empty_folder_gets_a_practice_store(tmp_path):
    desk = open_desk(tmp_path / "new", clock)
    assert desk.store.practice
    assert damage_in(desk) == ""
    close_desk(desk)


def test_a_key_without_its_store_is_not_taken_for_an_empty_folder(course_at):
    a = course_at(Stage.READY)
    folder = a.store.line.path.parent
    a.store.close()
    (folder / STORE_FILE).unlink()
    with pytest.raises(WorldError) as said:
        open_desk(folder, clock)
    assert said.value.code == "store.missing"
    assert STORE_FILE in sentence(said.value)
    assert (folder / KEY_FILE).is_file()
    assert not (folder / STORE_FILE).exists()


def test_whichever_page_is_damaged_it_is_told_at_the_opening_or_right_after(course_at):
    a = course_at(Stage.RUNNING)
    path = a.store.line.path
    a.store.close()
    whole = path.read_bytes()
    told = []
    for page in range(1, len(whole) // 4096, len(whole) // 4096 // 6):
        path.write_bytes(whole[: page * 4096 + 100] + bytes(64) + whole[page * 4096 + 164 :])
        try:
            desk = open_desk(path.parent, clock)
        except WorldError as no:
            told.append(sentence(no))
        else:
            told.append(damage_in(desk))
            close_desk(desk)
    assert len(told) >= 6
    assert all(str(path) in each and "damaged" in each for each in told)
