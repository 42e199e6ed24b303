"""A virtual screen with a window manager, and the program's own window on it, worked with real keys and a real mouse.

Linux with Xvfb, openbox and xdotool (packaging/set-up.sh check). Nothing sleeps: after each act the probe in the window's
process is asked until all has come to rest.
"""

import json
import os
import re
import select
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from time import sleep
from typing import Any, Self

_TO_READ = 0.35
"""Seconds. A second press sooner is taken for a bounce of the first one."""

ROOT = Path(__file__).resolve().parents[2]
SIZE = "1366x768x24"
PATIENCE = 40.0
"""Seconds: longer than the probe waits for what was asked."""
PROGRAMS = ("Xvfb", "openbox", "setxkbmap", "xdotool", "xkbcomp")
KEYS = {
    "Ctrl": "ctrl", "Alt": "alt", "Shift": "shift", "PgDown": "Next", "PgUp": "Prior", "Enter": "Return", "Esc": "Escape",
    "Space": "space", "Del": "Delete", "Backspace": "BackSpace",
}  # fmt: skip

# Of openbox only what gives windows their place and the keyboard, and closes one; it takes no other key and no click away.
MANAGER = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><focusLast>yes</focusLast></focus>
  <placement><policy>Smart</policy><center>yes</center></placement>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <mouse/>
</openbox_config>
"""


def lacking() -> str:
    """Which programs aren't here; "" where a virtual screen can be."""
    return ", ".join(each for each in PROGRAMS if shutil.which(each) is None)


@contextmanager
def a_screen(scratch: Path, letters: str = "") -> Iterator[str]:
    """A screen of its own, whose keyboard has these letters too; gives the environment's DISPLAY."""
    manager = scratch / "openbox.xml"
    manager.write_text(MANAGER, encoding="utf-8")
    with ExitStack() as running:
        said, tells = os.pipe()
        server = ["Xvfb", "-displayfd", str(tells), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"]
        _start(running, server, os.environ, tells)
        display = f":{_first_line(said)}"
        _lay_keyboard(display, scratch / "keyboard.xkb", letters)
        pipe = scratch / "up"
        os.mkfifo(pipe)
        said, tells = os.open(pipe, os.O_RDWR), os.open(os.devnull, os.O_WRONLY)
        up = f"/bin/sh -c 'echo up > {pipe}'"  # what openbox starts inherits no open file
        _start(
            running, ["openbox", "--sm-disable", "--config-file", str(manager), "--startup", up], _on(display), tells
        )
        _first_line(said)
        yield display


def _lay_keyboard(display: str, layout: Path, letters: str) -> None:
    """A British keyboard whose keys for music and the like bear other letters.

    xdotool would lay each such letter on a key just before it is pressed, and a window that looks late reads another.
    """
    _tell(display, "setxkbmap", "-layout", "gb")
    _tell(display, "xkbcomp", "-w0", "-xkb", display, str(layout))
    wanted = iter(sorted({f"U{ord(each):04X}" for each in letters if not each.isascii()}))

    def relaid(key: re.Match[str]) -> str:
        pair = [each for each in (next(wanted, None), next(wanted, None)) if each]
        return f"{key[1]}{{ [ {', '.join(pair)} ] }};" if pair else key[0]

    text = re.sub(r"(key +<I\d+> )\{\s+\[ +XF86\w+ +\] +\};", relaid, layout.read_text(encoding="ascii"))
    assert next(wanted, None) is None, "more letters than keys"
    layout.write_text(text, encoding="ascii")
    _tell(display, "xkbcomp", "-w0", str(layout), display)


def _start(running: ExitStack, command: list[str], env: Any, tells: int) -> None:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, env=env, pass_fds=[tells], stdin=quiet, stdout=quiet, stderr=quiet)
    os.close(tells)
    running.callback(_end, process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _first_line(said: int) -> str:
    """What is said first, within the time that anybody would wait."""
    with os.fdopen(said, "rb", buffering=0) as pipe:
        heard = select.select([pipe], [], [], PATIENCE)[0]
        line = pipe.readline().strip().decode() if heard else ""
    if not line:
        raise OSError("the virtual screen did not come up")
    return line


def _tell(display: str, *words: str) -> None:
    subprocess.run(words, env=_on(display), check=True, timeout=PATIENCE, capture_output=True)


def _on(display: str) -> dict[str, str]:
    gone = {"WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "XAUTHORITY", "DISPLAY"}
    return {name: value for name, value in os.environ.items() if name not in gone} | {"DISPLAY": display}


def _key(name: str) -> str:
    """A key as X calls it. Letters are small: a capital would press Shift too."""
    return name.lower() if len(name) == 1 else KEYS.get(name, name)


def opens_and_closes(command: list[str], display: str, home: Path) -> int:
    """Start a program that opens its window, close it as soon as it is seen, and give its exit code."""
    search = ["search", "--sync", "--onlyvisible", "--name", "CALM Instructor"]
    process = subprocess.Popen(command, env=_on(display) | {"HOME": str(home)}, stderr=subprocess.PIPE)
    try:
        _tell(display, "xdotool", *search, "windowactivate", "--sync", "key", "alt+F4")
        trouble = process.communicate(timeout=PATIENCE)[1]
    finally:
        process.kill()
    assert trouble == b"", trouble
    return process.returncode


class RealWindow:
    """The window and the hands at it: fulfils ``Hands``. ``acts``: how many keys and clicks it took."""

    def __init__(self, folder: Path, at: datetime, scratch: Path, display: str) -> None:
        self.display, self.acts, self._ups = display, 0, 0
        self._file: Path | None = None
        self._log = scratch / "window.log"
        path = scratch / "probe"
        with socket.socket(socket.AF_UNIX) as door, self._log.open("wb") as log:
            door.bind(str(path))
            door.listen(1)
            door.settimeout(PATIENCE)
            own = {"HOME": str(scratch), "XDG_CONFIG_HOME": str(scratch / "config"), "QT_QPA_PLATFORM": "xcb"}
            command = [sys.executable, "-m", "tests.journeys.probed_window", str(folder), str(path), at.isoformat()]
            self._process = subprocess.Popen(command, cwd=ROOT, env=_on(display) | own, stdout=log, stderr=log)
            try:
                self._line, _where = door.accept()
            except TimeoutError:
                self._process.kill()
                raise AssertionError(self.log()) from None
        self._line.settimeout(PATIENCE)
        self._answers = self._line.makefile("r", encoding="utf-8")
        self.rest()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        self._answers.close()
        self._line.close()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def close(self) -> int:
        """Close the window by its key, and wait for its end; gives its exit code."""
        _tell(self.display, "xdotool", "key", "alt+F4")
        return self._process.wait(PATIENCE)

    def log(self) -> str:
        """What the window's process wrote: nothing, if all is well."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    # ── asking ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def ask(self, question: str, **more: Any) -> Any:
        """The probe's answer."""
        try:
            self._line.sendall(json.dumps({"ask": question, **more}).encode() + b"\n")
            line = self._answers.readline()
        except OSError as trouble:
            raise AssertionError(f"{question}: {trouble}; the window wrote: {self.log()}") from None
        assert line, f"the window is gone; it wrote: {self.log()}"
        return json.loads(line)

    def rest(self) -> None:
        """Until what was pressed has arrived and all has come to rest."""
        answer = self.ask("rest", ups=self._ups)
        assert not answer["open"], f"it did not come to rest; {self._state()}"
        self._ups = answer["ups"]

    def _state(self) -> str:
        return f"said: {self.said()!r}; seen: {self.ask('seen')['seen']}; {self.log()}"

    def at(self, moment: datetime) -> None:
        """Set the clock."""
        self.ask("moment", at=moment.isoformat())

    def picture(self, path: Path) -> None:
        """Keep what is on the screen."""
        path.parent.mkdir(parents=True, exist_ok=True)
        assert self.ask("picture", path=str(path))["kept"]

    # ── hands ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def click(self, name: str, times: int = 1) -> None:
        """Click on a control. Where a file is asked for then, the one of ``choose_file`` is named by typing its path."""
        self._click_at(self._in_sight(name), times)
        if self._file is not None and (asked := self.ask("files"))["asked"]:
            chosen, self._file = self._file, None
            self._name_file(f"{chosen}/{asked['name']}" if asked["save"] and chosen.is_dir() else str(chosen))

    def read_on(self) -> None:
        """Take as long as a person takes to read what a button says now."""
        sleep(_TO_READ)

    def _name_file(self, path: str) -> None:
        """Type a path into Qt's own chooser. Its proposals, which come when they like, are waved away."""
        for _try in range(5):
            self.press("Ctrl+A")
            self.type(path)
            if self.ask("files")["proposes"]:
                self.press("Escape")
            self.press("Return")
            if not self.ask("files")["asked"]:
                return
        raise AssertionError(f"the chooser does not take {path}; {self._state()}")

    def choose_file(self, path: Path) -> None:
        """The file or folder to be named when one is asked for next."""
        self._file = path

    def pick(self, name: str, text: str) -> None:
        """Click on the row of a list in which a text stands."""
        self._click_at(self._in_sight(name, row=text))

    def cell(self, name: str, row: int, head: str) -> None:
        """Click on the cell of a table in a row, from 0, under the head that begins so."""
        self._click_at(self._in_sight(name, row=row, head=head))

    def look(self) -> None:
        """Nothing moves on a screen at rest: what was asked for is shown."""
        self.rest()

    def press(self, keys: str) -> None:
        """Press keys, as in "Ctrl+PgDown"; several, one after the other, with blanks between."""
        pressed = ["+".join(map(_key, combination.split("+"))) for combination in keys.split()]
        self._xdotool("key", *pressed, ups=sum(each.count("+") + 1 for each in pressed))
        self.rest()

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        for line_no, line in enumerate(text.split("\n")):
            if line_no:
                self.press("Return")
            if line:
                self._xdotool("type", "--delay", "2", "--", line, ups=len(line))
        self.rest()

    def fill(self, name: str, text: str) -> None:
        """Put this text in the place of what stands in a field, and go on with Tab."""
        self.click(name)
        self.press("Ctrl+A")
        if text:
            self.type(text)
        else:
            self.press("Delete")
        self.press("Tab")

    def choose(self, name: str, option: str) -> None:
        """Choose from a list that opens."""
        box = self._found(name)
        assert "options" in box, box
        fitting = [
            each for each in box["options"] if each == option or (option[-1:] == "…" and each.startswith(option[:-1]))
        ]
        assert fitting, f"{option!r} is not among {box['options']}"
        self._click_at(box["rect"])
        steps = box["options"].index(fitting[0])
        self.press(" ".join(["Home"] + ["Down"] * steps + ["Return"]))
        assert self._found(name)["text"] == fitting[0]

    def sees(self, name: str) -> bool:
        """Whether a control of this name is there."""
        self.rest()
        return bool(self.ask("find", name=name, wait=False)["found"])

    def reads(self, name: str) -> str:
        """What stands in a control."""
        found = self._found(name)
        return str(found["text"] or found["name"])

    def reads_ticked(self, name: str) -> bool:
        """Whether a box is ticked, or a button of a choice pressed in."""
        return bool(self._found(name)["ticked"])

    def said(self) -> str:
        """What the status line says."""
        return str(self.ask("said")["said"])

    def focus(self) -> dict[str, Any]:
        """What has the focus: its name, kind, text, and the cell of a list."""
        found: dict[str, Any] = self.ask("focus")
        return found

    def _found(self, name: str, **more: Any) -> dict[str, Any]:
        found = self.ask("find", name=name, **more)["found"]
        assert found, f"no {name!r} {more or ''}; {self._state()}"
        return dict(found[0])

    def _in_sight(self, name: str, **more: Any) -> list[int]:
        """Where it is; brought into sight with the wheel where it lies further up or down in a list."""
        for _turn in range(200):
            found = self._found(name, **more)
            rect: list[int] = found["rect"]
            if min(rect[2:]) > 2:
                return rect
            assert "around" in found, f"{name!r} is out of sight; {self._state()}"
            self._click_at(found["around"], button="4" if found["above"] else "5")
        raise AssertionError(f"{name!r} {more} does not come into sight")

    def _click_at(self, rect: list[int], times: int = 1, button: str = "1") -> None:
        x, y = rect[0] + rect[2] // 2, rect[1] + rect[3] // 2
        click = ["click", "--repeat", str(times), "--delay", "20", button]
        self._xdotool("mousemove", str(x), str(y), *click, ups=times if button == "1" else 0)
        self.rest()

    def _xdotool(self, *words: str, ups: int) -> None:
        self.acts += ups
        self._ups += ups
        _tell(self.display, "xdotool", *words)
