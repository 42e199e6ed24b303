"""What ``check`` and ``verify`` answer: yes, or what is wrong with which file, in a sentence."""

import shutil
from pathlib import Path

import pytest

from calm_instructor.operations.sending import send_course
from calm_instructor.operations.tracing import check_folder, verify_files
from calm_instructor.paths import STORE_FILE
from calm_instructor.store.database import create_store
from tests.domain.people_and_things import at
from tests.operations.a_course import COURSE, Stage


@pytest.fixture
def folder(stages, tmp_path) -> Path:
    """A data folder with a closed course and its package."""
    with stages.opened(Stage.CLOSED, tmp_path / "data") as closed:
        send_course(closed.desk, COURSE, tmp_path / "data")
    return tmp_path / "data"


def test_a_whole_store_is_ok(folder):
    examined = check_folder(folder)
    assert examined.ok
    assert examined.looked_at == (str(folder / STORE_FILE),)
    assert examined.as_json() == {"ok": True, "findings": []}


def test_a_damaged_page_is_found_and_said(folder):
    path = folder / STORE_FILE
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    examined = check_folder(folder)
    assert not examined.ok
    assert {each.where for each in examined.findings} == {str(path)}
    assert all(each.sentence for each in examined.findings)
    assert examined.as_json()["ok"] is False


def test_a_folder_without_a_store_is_an_answer_too(tmp_path):
    (finding,) = check_folder(tmp_path).findings
    assert finding.code == "store.missing"
    assert str(tmp_path / STORE_FILE) in finding.sentence


def test_the_packages_of_a_folder_are_verified_with_its_own_key(folder):
    examined = verify_files([], folder)
    assert examined.ok
    assert [Path(each).suffix for each in examined.looked_at] == [".calmpack"]


def test_a_flipped_byte_is_found_wherever_the_package_lies(folder, tmp_path):
    (package,) = folder.glob("*.calmpack")
    data = bytearray(package.read_bytes())
    data[len(data) // 3] ^= 1
    flipped = tmp_path / "flipped.calmpack"
    flipped.write_bytes(data)
    examined = verify_files([package, flipped], None)
    assert {each.where for each in examined.findings} == {str(flipped)}
    assert all(each.sentence for each in examined.findings)


def test_a_package_of_another_laptop_does_not_belong_into_this_folder(folder, tmp_path):
    other = tmp_path / "other"
    create_store(other, practice=True, at=at("08:00")).close()
    (package,) = folder.glob("*.calmpack")
    shutil.copy(package, other)
    assert verify_files([package], None).ok
    assert not verify_files([], other).ok


def test_nothing_to_verify_is_said(tmp_path):
    (finding,) = verify_files([], tmp_path).findings
    assert finding.code == "verify.nothing_there"


def test_a_package_that_is_not_there_is_said(tmp_path):
    (finding,) = verify_files([tmp_path / "gone.calmpack"], None).findings
    assert finding.code == "package.unreadable"
    assert "gone.calmpack" in finding.sentence
