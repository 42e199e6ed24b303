"""Work in a thread of its own, and what the window's thread keeps to itself."""

import gc
import threading

from calm_instructor.domain.errors import CalmError
from calm_instructor.ui.jobs import Jobs


def test_nothing_is_collected_while_a_job_runs_and_everything_is_afterwards(qapp, qtbot):
    """A widget that is collected in the thread of a job takes the program with it."""
    jobs = Jobs()
    seen: list[tuple[bool, threading.Thread]] = []
    for _once in range(2):
        jobs.run("Reading", lambda _progress, _stop: seen.append((gc.isenabled(), threading.current_thread())))
    assert jobs.busy
    qtbot.waitUntil(lambda: not jobs.busy)
    assert [enabled for enabled, _thread in seen] == [False, False]
    assert threading.main_thread() not in {thread for _enabled, thread in seen}
    assert gc.isenabled()


def test_a_job_that_is_refused_leaves_collecting_as_it_was(qapp, qtbot):
    jobs = Jobs()
    told: list[CalmError] = []

    def refuse(_progress, _stop):
        raise CalmError("paper.nobody_yet", who="ET-1")

    jobs.run("Reading", refuse, refused=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert gc.isenabled()


def test_a_window_that_closes_waits_for_what_runs_and_collects_again(qapp):
    jobs, began = Jobs(), threading.Event()

    def until_stopped(_progress, stop):
        began.set()
        while not stop():
            began.wait(0.001)

    jobs.run("Reading", until_stopped)
    assert began.wait(5)
    jobs.finish()
    assert gc.isenabled()
