"""The folder of a demonstration: made aside, moved in whole, and made again over its own traces only."""

import json
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from calm_instructor.domain.errors import WorldError
from calm_instructor.exchange.safe_file import disk_troubles, make_folder, write_atomically
from calm_instructor.operations.demonstrating.story import Story
from calm_instructor.paths import KEY_FILE, LOCK_FILE, STORE_FILE

TRACE = "demo.json"


@contextmanager
def made_aside(out: Path) -> Iterator[Path]:
    """A folder beside what lies in ``out`` to work in; gone afterwards, whatever happened.

    Raises WorldError where ``out`` can't be written or holds a store that no demonstration left there.
    """
    make_folder(out)
    _refuse_other_store(out)
    aside = out / f".demo-{secrets.token_hex(6)}"
    make_folder(aside)
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def move_in(aside: Path, out: Path, story: Story) -> None:
    """Put what was made in the place of what an earlier demonstration left, with its trace."""
    trace = {"made": [*files_in(aside), TRACE], "story": story.as_json()}
    write_atomically(aside / TRACE, json.dumps(trace, ensure_ascii=False, indent=1).encode())
    with disk_troubles(out):
        for old in _traces(out):
            old.unlink(missing_ok=True)
        for name in (*files_in(aside), TRACE):
            (out / name).parent.mkdir(exist_ok=True)
            (aside / name).replace(out / name)


def files_in(aside: Path) -> tuple[str, ...]:
    """What was made, by paths within the folder; the lock and the empty journal of a closed store are nothing made."""
    left = {LOCK_FILE, TRACE, f"{STORE_FILE}-journal"}
    made = (path for path in aside.rglob("*") if path.is_file() and path.name not in left)
    return tuple(sorted(path.relative_to(aside).as_posix() for path in made))


def _traces(out: Path) -> list[Path]:
    """What an earlier demonstration says it left here; nothing outside the folder is believed."""
    try:
        named = json.loads((out / TRACE).read_text(encoding="utf-8"))["made"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    inside = [(out / name) for name in named if isinstance(name, str)]
    return [path for path in inside if path.resolve().is_relative_to(out.resolve()) and not path.is_dir()]


def _refuse_other_store(out: Path) -> None:
    traces = _traces(out)
    for name in (STORE_FILE, KEY_FILE):
        if (out / name).exists() and out / name not in traces:
            raise WorldError("demo.other_store", path=out)
