"""Tells whether the environment can load everything compiled that the program runs on.

    python packaging/sound.py           after filling .venv: what the program and its tests load
    python packaging/sound.py screen    what a virtual screen needs on top, and real windows on it (Linux)

Prints the Debian packages that are missing, one a line: nothing printed and exit 0 is a sound environment. It must import
nothing of the program itself.
"""

import re
import shutil
import sys
from collections.abc import Callable
from ctypes import CDLL
from importlib import import_module

COMPILED = [
    "PySide6.QtGui",
    "PySide6.QtPrintSupport",
    "PySide6.QtSvg",
    "PySide6.QtTest",
    "PySide6.QtWidgets",
    "cryptography.hazmat.bindings._rust",
    "pikepdf",
    "PIL.Image",
    "pydantic_core",
    "pypdfium2",
    "python_calamine",
    "sqlalchemy",
    "sqlcipher3.dbapi2",
    "uharfbuzz",
]
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
}


SCREEN_PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "setxkbmap": "x11-xkb-utils",
    "xauth": "xauth",
    "xdotool": "xdotool",
}
SCREEN_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def missing_packages() -> set[str]:
    """The Debian packages that hold the libraries no one could find; any other trouble is raised as it is."""
    missing = set()
    for module in COMPILED:
        try:
            import_module(module)
        except (ImportError, OSError) as trouble:
            library = re.match(r"(\S+\.so\S*): cannot open shared object file", str(trouble))
            if library is None or library[1] not in PACKAGES:
                raise
            missing.add(PACKAGES[library[1]])
    return missing


def missing_for_a_screen() -> set[str]:
    """The Debian packages that a virtual screen lacks here."""
    missing = {package for program, package in SCREEN_PROGRAMS.items() if shutil.which(program) is None}
    for library, package in SCREEN_LIBRARIES.items():
        try:
            CDLL(library)
        except OSError:
            missing.add(package)
    return missing


LOOKS: dict[str, Callable[[], set[str]]] = {"": missing_packages, "screen": missing_for_a_screen}

if __name__ == "__main__":
    packages = LOOKS["".join(sys.argv[1:])]()
    print("\n".join(sorted(packages)))
    sys.exit(bool(packages))
