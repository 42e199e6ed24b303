"""The command line: the same operations without a window.

Exit 0 when done, 1 when the answer is no (not intact, refused), 2 when the words are wrong; trouble on stderr in one line.
The operations are loaded when they are asked for: help and wrong words wait for nothing.
"""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from calm_instructor import __version__
from calm_instructor.domain.errors import CalmError
from calm_instructor.messages import cli as words
from calm_instructor.messages import sentence

if TYPE_CHECKING:
    from calm_instructor.operations.demonstrating import Story
    from calm_instructor.operations.tracing import Examined

Clock = Callable[[], datetime]

DONE, NO, WRONG_WORDS = 0, 1, 2

_YEARS = range(2000, 2100)
_WIDEST = 100


def run(arguments: Sequence[str], clock: Clock) -> int:
    """Do what the words ask; gives the exit code."""
    asked = _parser().parse_args(arguments)
    try:
        code: int = asked.run(asked, clock)
        sys.stdout.flush()
    except CalmError as error:
        return _no(sentence(error))
    except KeyboardInterrupt:
        return _no(words.stopped())
    except OSError as trouble:  # of the streams: everything else is foreseen below, and has its sentence
        _say_no_more()
        return NO if isinstance(trouble, BrokenPipeError) else _no(words.not_written(trouble.strerror or str(trouble)))
    return code


def _no(said: str) -> int:
    print(" ".join(said.split()), file=sys.stderr)
    return NO


def _say_no_more() -> None:
    """Nobody listens: without this Python tries once more at its end, and complains."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_WORDS, f"{self.prog}: {message}\n")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            raise argparse.ArgumentError(action, words.no_choice(value, list(action.choices)))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="calm-instructor", description=words.about())
    parser.add_argument("--version", action="version", version=f"CALM Instructor {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)

    demo = commands.add_parser("demo", help=words.demo_help(), description=words.demo_help())
    demo.add_argument("--out", required=True, type=_folder, metavar="DIR", help=words.out_help())
    demo.add_argument("--roster", type=Path, metavar="FILE", help=words.roster_help())
    demo.add_argument("--incidents", type=Path, metavar="FILE", help=words.incidents_help())
    demo.add_argument("--encoding", metavar="E", help=words.encoding_help())
    demo.add_argument("--date-order", choices=["dmy", "mdy", "ymd"], help=words.date_order_help())
    demo.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help=words.today_help())
    demo.add_argument("--json", action="store_true", help=words.json_help())
    demo.set_defaults(run=_demo)

    check = commands.add_parser("check", help=words.check_help(), description=words.check_help())
    check.add_argument("--data", required=True, type=Path, metavar="DIR", help=words.data_help())
    check.add_argument("--json", action="store_true", help=words.json_help())
    check.set_defaults(run=_check)

    verify = commands.add_parser("verify", help=words.verify_help(), description=words.verify_help())
    verify.add_argument("files", nargs="*", type=Path, metavar="FILE", help=words.files_help())
    verify.add_argument("--data", type=Path, metavar="DIR", help=words.data_help())
    verify.add_argument("--json", action="store_true", help=words.json_help())
    verify.set_defaults(run=_verify)
    return parser


def _folder(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError(words.no_folder_named())
    return Path(text)


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(words.no_day(text)) from None
    if day.year not in _YEARS:
        raise argparse.ArgumentTypeError(words.no_day_to_plan(text, _YEARS[0], _YEARS[-1]))
    return day


def _demo(asked: argparse.Namespace, clock: Clock) -> int:
    from calm_instructor.operations.demonstrating import DemoRequest, demonstrate

    request = DemoRequest(
        out=asked.out,
        roster=asked.roster,
        incidents=asked.incidents,
        encoding=asked.encoding,
        date_order=asked.date_order,
        today=asked.today,
    )
    shows_progress = sys.stderr.isatty() and not asked.json
    story = demonstrate(request, clock().date(), progress=_say_progress if shows_progress else None)
    print(json.dumps(story.as_json(), ensure_ascii=False, indent=1) if asked.json else _told(story))
    return DONE


def _say_progress(what: str) -> None:
    print(what, file=sys.stderr)


def _told(story: "Story") -> str:
    return "\n".join(words.story_lines(story.as_json(), min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns)))


def _check(asked: argparse.Namespace, clock: Clock) -> int:
    from calm_instructor.operations.tracing import check_folder

    return _answer(check_folder(asked.data), asked.json)


def _verify(asked: argparse.Namespace, clock: Clock) -> int:
    if not asked.files and asked.data is None:
        print(words.nothing_to_verify(), file=sys.stderr)
        return WRONG_WORDS
    from calm_instructor.operations.tracing import verify_files

    return _answer(verify_files(asked.files, asked.data), asked.json)


def _answer(examined: "Examined", as_json: bool) -> int:
    if as_json:
        print(json.dumps(examined.as_json(), ensure_ascii=False, indent=1))
    elif examined.ok:
        print(words.all_is_well(examined.looked_at))
    else:
        for finding in examined.findings:
            print(words.found(finding.where, finding.sentence, of_many=len(examined.looked_at) > 1), file=sys.stderr)
    return DONE if examined.ok else NO
