"""Builds everything once and gets out of the way: streams, language, clock; then the command line (or, later, the window)."""

import io
import locale
import sys
from collections.abc import Sequence
from datetime import datetime

from calm_instructor import cli
from calm_instructor.messages.translating import use_language
from calm_instructor.paths import resource


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with the words after its name. Gives the exit code: 0 done, 1 the answer is no, 2 words are off."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    use_language(locale.getlocale()[0] or "en_GB", resource("translations"))
    return cli.run(sys.argv[1:] if arguments is None else arguments, lambda: datetime.now().astimezone())
