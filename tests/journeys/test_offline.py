"""The program opens no network connection, whatever a library of it might like."""

import shutil
import subprocess
import sys

import pytest

from tests.journeys.playing import TODAY

pytestmark = pytest.mark.check

# Every socket is seen as it is made, before it could be used for anything.
WATCHED = """
import sys
made = []
sys.addaudithook(lambda event, facts: made.append((event, facts)) if event.startswith(("socket.", "urllib.")) else None)
from calm_instructor.app import main
code = main(sys.argv[1:])
assert not made, made
sys.exit(code)
"""


@pytest.fixture
def words(incidents, one, tmp_path):
    return ["demo", "--out", tmp_path / "out", "--roster", one, "--incidents", incidents, *TODAY]


def test_no_socket_is_made(words):
    run = subprocess.run([sys.executable, "-c", WATCHED, *words], check=False, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def test_a_socket_would_have_been_seen():
    seen = WATCHED.replace("code = main(sys.argv[1:])", "import socket; socket.socket(); code = 0")
    run = subprocess.run([sys.executable, "-c", seen], check=False, capture_output=True, text=True)
    assert run.returncode == 1
    assert "socket.__new__" in run.stderr


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_the_system_is_asked_for_no_connection_either(words, tmp_path):
    """Libraries that are not Python's make theirs past the hook above; the system sees all of them."""
    calls = tmp_path / "calls"
    run = subprocess.run(
        ["strace", "-f", "-e", "trace=%network", "-o", calls, sys.executable, "-m", "calm_instructor", *words],
        check=False,
        capture_output=True,
        text=True,
    )
    if "ptrace" in run.stderr.lower():
        pytest.skip("nobody may be traced here")
    assert run.returncode == 0, run.stderr
    assert "AF_INET" not in calls.read_text(encoding="utf-8")
