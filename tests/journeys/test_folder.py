"""The folder that `demo` leaves things in: whole or as it was, and never anybody else's."""

import os
import pty
import resource
import shutil
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from calm_instructor.operations.demonstrating import DemoRequest, demonstrate
from calm_instructor.paths import KEY_FILE, LOCK_FILE, STORE_FILE
from calm_instructor.store.database import open_store
from tests.journeys.playing import TODAY, Run, call, in_process_of_its_own, log, months

pytestmark = pytest.mark.check


@pytest.fixture(scope="module")
def words(incidents, one):
    return ("--roster", one, "--incidents", incidents, *TODAY)


@pytest.fixture(scope="module")
def played(words, tmp_path_factory) -> Run:
    return call("demo", "--json", "--out", tmp_path_factory.mktemp("played") / "out", *words)


@pytest.fixture
def out(played, tmp_path) -> Path:
    return Path(shutil.copytree(played.folder, tmp_path / "out"))


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(run: Run, said: str) -> None:
    assert (run.code, run.out, run.err.count("\n")) == (1, "", 1), run.err
    assert said in run.err


def test_nothing_lies_there_but_what_it_names_and_its_trace(played):
    named = {Path(path).relative_to(played.folder).as_posix() for path in played.story["files"]}
    assert everything(played.folder).keys() == named | {"demo.json"}


def test_a_second_run_leaves_nothing_of_the_first(out, one, tmp_path):
    """The second finds no need, so it makes one paper and no package."""
    quiet = log(tmp_path / "quiet.csv", *months("verbal"))
    (out / "papers" / "mine.pdf").write_bytes(b"mine")
    run = call("demo", "--json", "--out", out, "--roster", one, "--incidents", quiet, *TODAY)
    assert run.code == 0, run.err
    papers = [Path(path).name for path in run.story["files"] if path.endswith(".pdf")]
    assert len(papers) == 1
    assert everything(out).keys() == {
        STORE_FILE, KEY_FILE, "demo.json", f"papers/{papers[0]}", "papers/mine.pdf",
    }  # fmt: skip
    assert call("check", "--data", out).code == 0


def test_a_folder_that_is_a_file(tmp_path):
    file = tmp_path / "file"
    file.write_text("mine", encoding="utf-8")
    refused(call("demo", "--out", file), "is a file")
    refused(call("demo", "--out", file / "deeper"), str(file))
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_can_t_be_written(tmp_path, words):
    folder = Path("/proc/self/demo")
    if os.geteuid():
        folder = tmp_path / "closed"
        folder.mkdir(mode=0o500)
    refused(call("demo", "--out", folder, *words), str(folder))


@pytest.mark.parametrize("there", [STORE_FILE, KEY_FILE])
def test_a_store_that_no_demonstration_left_is_not_touched(tmp_path, words, there):
    (tmp_path / there).write_bytes(b"somebody's records")
    refused(call("demo", "--out", tmp_path, *words), "no demonstration left there")
    assert everything(tmp_path) == {there: b"somebody's records"}


def test_a_store_put_where_a_demonstration_was_is_not_touched(out, words, tmp_path):
    """The trace of the demonstration still names the files; the key tells that they are others."""
    call("demo", "--out", tmp_path / "other", *words)
    for name in (STORE_FILE, KEY_FILE):
        (tmp_path / "other" / name).replace(out / name)
    before = everything(out)
    refused(call("demo", "--out", out, *words), "no demonstration left there")
    assert everything(out) == before


def test_records_that_are_open_are_not_replaced(out, words):
    before = everything(out)
    with open_store(out):
        refused(call("demo", "--out", out, *words), "open in another window")
    assert everything(out) == before | {LOCK_FILE: b""}


@pytest.mark.parametrize("name", ["demo.json", "papers/TNA summary 2217-26-001 r1.pdf", "papers"])
def test_a_file_of_somebody_else_s_in_the_way_stays(tmp_path, words, name):
    mine = tmp_path / "out" / name
    mine.parent.mkdir(parents=True)
    mine.write_bytes(b"mine")
    run = call("demo", "--out", tmp_path / "out", *words)
    refused(run, str(mine))
    assert everything(tmp_path / "out") == {name: b"mine"}


def test_what_a_run_cut_short_left_gives_way(out, words):
    left = out / ".demo-under-way" / "papers"
    left.mkdir(parents=True)
    (left / "half.pdf").write_bytes(b"%PDF")
    assert call("demo", "--out", out, *words).code == 0
    assert not list(out.glob(".demo*"))


TODAY_AS_DAY = date(2026, 11, 1)


class _Stop(Exception):
    """Stands for anything that may happen half-way."""


@pytest.mark.parametrize("step", [1, 4])
def test_whatever_happens_half_way_the_folder_is_as_it_was(out, one, incidents, step, tmp_path):
    """At one of the five steps that progress tells of."""
    steps = iter(range(5))

    def progress(what: str) -> None:
        if next(steps) == step:
            raise _Stop(what)

    for folder in (out, tmp_path / "new" / "deep"):
        steps = iter(range(5))
        before = everything(folder)
        with pytest.raises(_Stop):
            demonstrate(DemoRequest(out=folder, roster=one, incidents=incidents), TODAY_AS_DAY, progress)
        assert everything(folder) == before
        assert not list(folder.glob(".*"))
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no terminal of that kind")
def test_a_person_at_a_terminal_sees_progress_and_may_stop(tmp_path, words):
    """Ctrl+C while the papers are printed: one line, nothing left."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "calm_instructor", "demo", "--out", tmp_path / "out", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs) as run, os.fdopen(ours, "rb", 0) as terminal:
        said = b""
        while b"Register" not in said:
            said += terminal.read(100)
        run.send_signal(signal.SIGINT)
        out, _ = run.communicate()
        os.close(theirs)
        try:
            while more := terminal.read(1000):
                said += more
        except OSError:  # how a terminal without anybody behind it ends
            pass
    assert (run.returncode, out) == (1, b"")
    lines = said.decode().splitlines()
    assert lines[0].startswith("Training needs analysis")
    assert lines[-1].endswith("Stopped. The folder is as it was.")  # after what was being told just then
    assert "Traceback" not in said.decode()
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("kilobytes", "again"), [(100, False), (700, True)])
def test_a_full_disk_is_one_line_and_leaves_nothing(out, words, tmp_path, kilobytes, again):
    """No file may grow beyond a limit: the store meets it while it is made, or while it is worked in."""
    limit, folder = kilobytes * 1000, out if again else tmp_path / "new"
    before = everything(folder)
    run = in_process_of_its_own(
        "demo", "--out", folder, *words,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )  # fmt: skip
    assert (run.returncode, run.stdout) == (1, ""), run.stderr
    assert run.stderr.count("\n") == 1
    assert "full" in run.stderr
    assert everything(folder) == before
    assert folder.exists() == again


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has it")
def test_an_answer_that_finds_no_place_is_one_line(played):
    with open("/dev/full", "w") as full:  # noqa: PTH123
        run = in_process_of_its_own("check", "--data", played.folder, stdout=full)
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert "could not be written" in run.stderr


def test_a_reader_who_has_gone_is_no_trouble(played):
    reading, writing = os.pipe()
    os.close(reading)
    run = in_process_of_its_own("check", "--data", played.folder, "--json", stdout=writing)
    os.close(writing)
    assert (run.returncode, run.stderr) == (1, "")
