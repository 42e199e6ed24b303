"""Kills a process that is writing, at random moments or at a chosen one, and looks at what it leaves behind.

    python -m tests.store.killing FOLDER MODULE:ACT KILLS SEED

opens the store in FOLDER in a child, lets ACT work there and kills it, KILLS times. ``ACT(store)`` yields the id of a trail
entry whenever the program would say "saved". Prints what was acknowledged, lost and found as JSON. A process of its own, so
that it may fork; nothing sleeps.
"""

import importlib
import json
import os
import random
import select
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from calm_instructor.domain.assessment import Attempt
from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import CourseTechnique, Instructor
from calm_instructor.domain.ids import AttemptId
from calm_instructor.store.checking import check
from calm_instructor.store.database import Store, open_store
from tests.store.samples import NOON, sample

Act = Callable[[Store], Iterator[UUID]]
ID = 16
NAMED_BY_MARKS: list[Any] = [Enrolment, CourseTechnique, Instructor, Attempt]
OF_THE_DISK = {os.replace, os.unlink, os.fsync, os.sendfile, os.open}
OF_THE_DRIVER = {"execute", "executemany", "commit", "rollback", "close"}


def marks(store: Store) -> Iterator[UUID]:
    """Marks without end on the filled store, each a work of its own."""
    view = store.reading()
    last = view.all(Attempt)[-1]
    named = {kind: view.all(kind)[-1].id for kind in NAMED_BY_MARKS}
    while True:
        with store.work(wish="attempt.recorded", by=last.assessor, at=NOON) as work:
            work.put(sample(Attempt, AttemptId(work.new_id()), named))
        assert work.entry
        yield work.entry.id


def kill_at_random(folder: Path, act: Act, moment: random.Random) -> list[UUID]:
    """What a child had acknowledged when it was killed, somewhere after its first few entries."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with open_store(folder) as store:
            for id in act(store):
                os.write(writing, id.bytes)
        os._exit(3)
    os.close(writing)
    said, enough = b"", moment.randint(20, 30) * ID
    while len(said) < enough and (more := os.read(reading, ID)):
        said += more
    select.select([reading], [], [], moment.random() / 500)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 65536):
        said += more
    os.close(reading)
    return [UUID(bytes=said[place : place + ID]) for place in range(0, len(said), ID)]


def kill_at_call(number: int, act: Callable[[], object]) -> bool:
    """Run ``act`` in a child and kill it at its ``number``-th step on the disk; False when it was through before."""
    child = os.fork()
    if child == 0:
        left = number

        def count(frame: object, event: str, called: Any) -> None:
            nonlocal left
            if event in {"c_call", "c_return"} and _is_step(called):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.setprofile(count)
        act()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("the child had trouble of its own")
    return os.WIFSIGNALED(status)


def _is_step(called: Any) -> bool:
    of_driver = type(getattr(called, "__self__", None)).__module__.startswith("sqlcipher3")
    return called in OF_THE_DISK or (of_driver and called.__name__ in OF_THE_DRIVER)


def main(folder: Path, act: Act, kills: int, seed: int) -> dict[str, object]:
    """Kill, open, look, again and again."""
    moment = random.Random(seed)
    acknowledged, lost, hot, found = 0, 0, 0, []
    for _ in range(kills):
        said = kill_at_random(folder, act, moment)
        hot += (folder / "calm.db-journal").stat().st_size > 0  # killed in the middle of a commit
        with open_store(folder) as store:
            saved = {entry.id for entry in store.trail()}
            found += [str(finding) for finding in check(store)]
        acknowledged += len(said)
        lost += len(set(said) - saved)
    return {"kills": kills, "acknowledged": acknowledged, "lost": lost, "hot": hot, "found": found}


if __name__ == "__main__":
    module, _, name = sys.argv[2].partition(":")
    chosen = getattr(importlib.import_module(module), name)
    print(json.dumps(main(Path(sys.argv[1]), chosen, int(sys.argv[3]), int(sys.argv[4]))))
