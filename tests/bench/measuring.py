"""Two sides in turns, A B A B, with warm-up apart; medians, lowest and highest; wall beside CPU."""

import gc
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

WARM = 3
Side = Callable[[], object]


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the table: cost of ours over the limit's. Times in ms; of memory MB."""

    work: str
    limit_ms: float
    ours_ms: float
    goal: float
    n: int
    limit_range: tuple[float, float] = (0.0, 0.0)
    ours_range: tuple[float, float] = (0.0, 0.0)

    @property
    def ratio(self) -> float:
        """Lower is better."""
        return self.ours_ms / self.limit_ms if self.limit_ms else float("inf")


def line_of(work: str, goal: float, limit: list[float], ours: list[float]) -> Line:
    """The medians of what was measured."""
    return Line(
        work=work,
        goal=goal,
        n=len(ours),
        limit_ms=median(limit),
        ours_ms=median(ours),
        limit_range=(min(limit), max(limit)),
        ours_range=(min(ours), max(ours)),
    )


def alternate(
    work: str,
    limit: Side,
    ours: Side,
    *,
    n: int,
    goal: float,
    cpu_goal: float | None = None,
    p99_ms: float | None = None,
    after: Side | None = None,
) -> list[Line]:
    """Both sides in turns; ``after`` puts back what each turn changed, unmeasured. ``p99_ms``: what one in a hundred may pass."""
    walls: tuple[list[float], list[float]] = ([], [])
    cpus: tuple[list[float], list[float]] = ([], [])
    for turn in range(n + WARM):
        for side, act in enumerate((limit, ours)):
            gc.collect()
            gc.disable()
            wall, cpu = perf_counter(), process_time()
            act()
            cpu, wall = process_time() - cpu, perf_counter() - wall
            gc.enable()
            if turn >= WARM:
                walls[side].append(wall * 1000)
                cpus[side].append(cpu * 1000)
            if after is not None:
                after()
    lines = [line_of(work, goal, *walls)]
    if cpu_goal is not None:
        lines.append(line_of(f"{work}, CPU", cpu_goal, *cpus))
    if p99_ms is not None:
        lines.append(line_of(f"{work}, p99 against {p99_ms:.0f} ms", 1.0, [p99_ms], [p99(walls[1])]))
    return lines


def p99(values: list[float]) -> float:
    """The value that one in a hundred passes."""
    return sorted(values)[min(len(values) - 1, len(values) * 99 // 100)]


def table(lines: list[Line]) -> str:
    """For people."""
    head = f"{'work':<68}{'limit':>10}{'ours':>10}{'ratio':>8}{'goal':>7}{'n':>6}   {'limit min-max':<20}ours min-max"
    rows = [
        f"{each.work:<68}{each.limit_ms:>10.2f}{each.ours_ms:>10.2f}{each.ratio:>8.2f}{each.goal:>7.2f}{each.n:>6}   "
        f"{each.limit_range[0]:.2f}-{each.limit_range[1]:<14.2f}{each.ours_range[0]:.2f}-{each.ours_range[1]:.2f}"
        for each in lines
    ]
    return "\n".join([head, *rows])


def write(lines: list[Line], path: Path) -> None:
    """For machines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    keys = ("work", "limit_ms", "ours_ms", "ratio", "goal", "n")
    told = [{**asdict(each), "ratio": each.ratio} for each in lines]
    path.write_text(json.dumps([{key: each[key] for key in keys} for each in told], indent=1), encoding="utf-8")
