"""Builds everything once and gets out of the way: streams, language, clock, and the command line or the window."""

import io
import locale
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from calm_instructor.messages.translating import use_language
from calm_instructor.paths import resource

if TYPE_CHECKING:
    from calm_instructor.operations.desk import Desk

WINDOW_WORDS = ("--data",)
"""What may follow the program's name where the window is meant: nothing, or a folder of records."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with the words after its name. Gives the exit code: 0 done, 1 the answer is no, 2 words are off."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    use_language(locale.getlocale()[0] or "en_GB", resource("translations"))
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (len(words) == 2 and words[0] in WINDOW_WORDS):
        return _window(Path(words[1]) if words else None)
    from calm_instructor import cli

    return cli.run(words, now)


def now() -> datetime:
    """The moment by the computer's clock, with its offset."""
    return datetime.now().astimezone()


def _window(folder: Path | None) -> int:
    """Open the window on a folder of records, or on the person's own."""
    if not has_screen():
        from calm_instructor.messages import cli as words

        sys.stderr.write(words.no_screen() + "\n")
        return 1
    from calm_instructor.store.first_look import first_look
    from calm_instructor.ui.files import Files
    from calm_instructor.ui.start import Opening, open_window

    home = folder if folder is not None else own_folder()
    return open_window(
        Opening(
            glance=first_look(home),
            clock=now,
            open_desk=lambda: opened(home),
            close_desk=closed,
            files=Files(),
        )
    )


def own_folder() -> Path:
    """Where this person's records lie."""
    from platformdirs import user_data_path

    return user_data_path("CALM Instructor", appauthor=False)


def opened(folder: Path) -> "Desk":
    """The Desk of a folder. Loads everything heavy, so it is for a thread."""
    from calm_instructor.operations.opening import open_desk

    return open_desk(folder, now)


def closed(desk: "Desk") -> None:
    """Close the records."""
    from calm_instructor.operations.opening import close_desk

    close_desk(desk)


def has_screen() -> bool:
    """Whether a window can be seen here: without this Qt ends the program."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
