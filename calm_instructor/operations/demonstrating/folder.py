"""The folder of a demonstration: made aside, moved in whole or not at all, and made again over its own traces only."""

import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from calm_instructor.domain.errors import WorldError
from calm_instructor.domain.sealing import sha256_hex
from calm_instructor.exchange.safe_file import disk_troubles, make_folder, write_atomically
from calm_instructor.operations.demonstrating.story import Story
from calm_instructor.paths import KEY_FILE, LOCK_FILE, STORE_FILE
from calm_instructor.store.lock import FolderLock

TRACE = "demo.json"

_ASIDE = ".demo-under-way"
_BEFORE = ".demo-before"


@contextmanager
def made_aside(out: Path) -> Iterator[Path]:
    """A folder beside what lies in ``out`` to work in; gone afterwards, and so is ``out`` if nothing came of it.

    Raises WorldError where ``out`` can't be written, is open elsewhere, or holds a store that no demonstration left there.
    """
    with ExitStack() as undo, disk_troubles(out):
        _make(out, undo)
        _refuse_other_store(out)
        _hold(out, undo)
        aside, before = out / _ASIDE, out / _BEFORE
        for place in (aside, before):  # what stays of one that was killed gives way
            undo.callback(shutil.rmtree, place, ignore_errors=True)
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
        yield aside


def _make(out: Path, undo: ExitStack) -> None:
    if out.exists() and not out.is_dir():
        raise WorldError("demo.no_folder", path=out)
    for missing in [folder for folder in (out, *out.parents) if not folder.exists()][::-1]:
        undo.callback(_remove_if_empty, missing)
    make_folder(out)


def _hold(out: Path, undo: ExitStack) -> None:
    """One at a time in a folder, and never while its records are open."""
    lock_file = out / LOCK_FILE
    if not lock_file.exists():
        undo.callback(_remove_file, lock_file)
    undo.callback(FolderLock(lock_file).free)


def _remove_file(path: Path) -> None:
    with suppress(OSError):  # what kept it from being made has its own sentence
        path.unlink()


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def move_in(aside: Path, out: Path, story: Story) -> None:
    """Put what was made in the place of what an earlier demonstration left, with its trace: all of it, or nothing.

    Raises WorldError demo.in_the_way where a file that no demonstration left has one of the names.
    """
    made = (*files_in(aside), TRACE)
    trace = {"made": made, "key": _fingerprint(aside / KEY_FILE), "story": story.as_json()}
    write_atomically(aside / TRACE, json.dumps(trace, ensure_ascii=False, indent=1).encode())
    earlier = _traces(out)
    for path in (out / name for name in made):
        if path.parent.is_file() or (path.exists() and path not in earlier):
            raise WorldError("demo.in_the_way", path=path.parent if path.parent.is_file() else path)
    with ExitStack() as back, disk_troubles(out):
        for number, old in enumerate(earlier):
            _move(old, out / _BEFORE / str(number), back)
        for name in made:
            back.callback(_remove_if_empty, (out / name).parent)
            (out / name).parent.mkdir(exist_ok=True)
            _move(aside / name, out / name, back)
        back.pop_all()


def _move(path: Path, to: Path, back: ExitStack) -> None:
    path.replace(to)
    back.callback(to.replace, path)


def files_in(aside: Path) -> tuple[str, ...]:
    """What was made, by paths within the folder; the lock and the empty journal of a closed store are nothing made."""
    left = {LOCK_FILE, TRACE, f"{STORE_FILE}-journal"}
    made = (path for path in aside.rglob("*") if path.is_file() and path.name not in left)
    return tuple(sorted(path.relative_to(aside).as_posix() for path in made))


def _traces(out: Path) -> list[Path]:
    """What an earlier demonstration left here, as far as it is there; nothing outside the folder is believed."""
    named = _trace(out).get("made")
    inside = [out / name for name in named if isinstance(name, str)] if isinstance(named, list) else []
    return [path for path in inside if path.is_file() and path.resolve().is_relative_to(out.resolve())]


def _trace(out: Path) -> dict[str, Any]:
    try:
        said = json.loads((out / TRACE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def _refuse_other_store(out: Path) -> None:
    """A store is a demonstration's own if its key is the one that the trace names."""
    store, key = out / STORE_FILE, out / KEY_FILE
    is_own = key.is_file() and _fingerprint(key) == _trace(out).get("key")
    if (store.exists() or key.exists()) and not is_own:
        raise WorldError("demo.other_store", path=out)


def _fingerprint(path: Path) -> str:
    return sha256_hex(path.read_bytes())
