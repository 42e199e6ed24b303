"""Tells whether the environment can load everything compiled that the program runs on.

Set-up runs it after filling .venv. Prints the Debian packages whose libraries are missing, one a line: nothing printed
and exit 0 is a sound environment. It must import nothing of the program itself.
"""

import re
import sys
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


if __name__ == "__main__":
    packages = missing_packages()
    print("\n".join(sorted(packages)))
    sys.exit(bool(packages))
