"""A file is written whole or not at all, on a healthy disk, a full one, a read-only one and one that is gone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from calm_instructor.domain.errors import WorldError
from calm_instructor.exchange.safe_file import make_folder, write_atomically
from calm_instructor.messages import sentence

ROOT = Path(__file__).resolve().parents[2]
OLD, NEW = b"the sheet as it was", b"the sheet as it is now"

WRITES_UNDER_A_LIMIT = """
import resource, sys
from pathlib import Path
from calm_instructor.domain.errors import WorldError
from calm_instructor.exchange.safe_file import write_atomically

resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write_atomically(Path(sys.argv[1]), bytes(100_001))
except WorldError as no:
    print(no.code)
"""


@pytest.fixture
def sheet(tmp_path) -> Path:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def mounted(tmp_path):
    """A small disk of its own, where this machine lets us make one: ``mounted(options)`` gives its folder."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "calm-test", str(place)]
    if os.name == "nt" or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("this account may not mount a disk; the limit on file sizes stands in for it")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def refusal_of(path: Path, data: bytes) -> WorldError:
    with pytest.raises(WorldError) as no:
        write_atomically(path, data)
    assert str(path) in sentence(no.value)
    return no.value


def test_a_file_is_there_whole_and_nothing_lies_beside_it(sheet):
    write_atomically(sheet, NEW)
    assert sheet.read_bytes() == NEW
    assert names_in(sheet.parent) == {"sheet.pdf"}


def test_a_file_of_any_size_and_name(tmp_path):
    path = tmp_path / ("ŵ" * 120 + ".pdf")
    data = os.urandom(3_000_000)
    write_atomically(path, data)
    assert path.read_bytes() == data
    write_atomically(path, b"")
    assert path.read_bytes() == b""


def test_a_full_disk_leaves_the_old_file_and_nothing_else(mounted):
    path = mounted / "sheet.pdf"
    path.write_bytes(OLD)
    assert refusal_of(path, bytes(100_000)).code == "disk.full"
    assert names_in(mounted) == {"sheet.pdf"}
    assert path.read_bytes() == OLD
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW


@pytest.mark.skipif(os.name == "nt", reason="Windows sets no limit on the size of files")
def test_a_limit_on_file_sizes_is_a_full_disk(sheet):
    told = subprocess.run(
        [sys.executable, "-c", WRITES_UNDER_A_LIMIT, str(sheet)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert told.stdout.split() == ["disk.full"]
    assert names_in(sheet.parent) == {"sheet.pdf"}
    assert sheet.read_bytes() == OLD


def test_a_read_only_disk(mounted):
    path = mounted / "sheet.pdf"
    path.write_bytes(OLD)
    subprocess.run(["mount", "-o", "remount,ro", str(mounted)], check=True)
    assert refusal_of(path, NEW).code == "disk.read_only"
    assert path.read_bytes() == OLD
    with pytest.raises(WorldError, match=r"disk\.read_only"):
        make_folder(mounted / "papers")


@pytest.mark.skipif(os.name == "nt" or not os.geteuid(), reason="permissions do not hold root back")
def test_a_folder_that_is_closed_to_this_account(sheet):
    sheet.parent.chmod(0o500)
    try:
        assert refusal_of(sheet, NEW).code == "disk.read_only"
    finally:
        sheet.parent.chmod(0o700)
    assert sheet.read_bytes() == OLD


def test_a_folder_that_is_not_there(tmp_path):
    assert refusal_of(tmp_path / "gone" / "sheet.pdf", NEW).code == "disk.missing"


def test_a_file_where_the_folder_should_be(sheet):
    assert refusal_of(sheet / "sheet.pdf", NEW).code == "disk.missing"
    for folder in (sheet, sheet / "papers"):
        with pytest.raises(WorldError, match=r"disk\.missing"):
            make_folder(folder)


def test_a_folder_where_the_file_should_be(tmp_path):
    path = tmp_path / "sheet.pdf"
    path.mkdir()
    assert refusal_of(path, NEW).code == "disk.trouble"
    assert names_in(tmp_path) == {"sheet.pdf"}


def test_folders_are_made_with_those_above_and_may_be_there_already(tmp_path):
    folder = tmp_path / "2026" / "Glen Ọlá"
    make_folder(folder)
    make_folder(folder)
    assert folder.is_dir()


def test_any_other_trouble_leaves_nothing_beside_either(sheet):
    with pytest.raises(TypeError):
        write_atomically(sheet, "no bytes at all")  # type: ignore[arg-type]
    assert names_in(sheet.parent) == {"sheet.pdf"}
    assert sheet.read_bytes() == OLD
