"""The start: the real window on a real store, beside a bare one. Wall is from the moment a process is asked for."""

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from tests.bench.measuring import WARM, Line, line_of

BARE = ["tests.bench.limits.bare_window"]


def starts(folder: Path, n: int) -> list[Line]:
    """Wall, CPU and memory to the complete first window; and until the records are shown."""
    ours = ["tests.bench.first_window", str(folder)]
    first = _alternate([BARE, ours], n)
    ready = _alternate([BARE, [*ours, "ready"]], max(3, n // 2))
    return [
        line_of("start to the complete first window", 1.35, first[0][0], first[1][0]),
        line_of("start to the complete first window, CPU", 1.4, first[0][1], first[1][1]),
        line_of("start until the records are shown", 3.5, ready[0][0], ready[1][0]),
        line_of("memory at the first window (MB)", 80 / 55, first[0][2], first[1][2]),
        line_of("memory with the records open (MB)", 140 / 55, ready[0][2], ready[1][2]),
    ]


def _alternate(sides: list[list[str]], n: int) -> list[tuple[list[float], list[float], list[float]]]:
    found: list[tuple[list[float], list[float], list[float]]] = [([], [], []) for _each in sides]
    for turn in range(n + WARM):
        for side, words in enumerate(sides):
            wall, cpu, memory = _start(words)
            if turn >= WARM:
                for kept, value in zip(found[side], (wall, cpu, memory), strict=True):
                    kept.append(value)
    return found


def _start(words: list[str]) -> tuple[float, float, float]:
    begun = perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-m", *words], stdout=subprocess.PIPE, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    )
    assert child.stdout is not None
    told = child.stdout.readline()
    wall = perf_counter() - begun
    child.stdout.close()
    child.wait()
    cpu, resident = told.split()
    return wall * 1000, float(cpu) * 1000, int(resident) / 1024
