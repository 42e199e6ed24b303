"""Tells whether the environment can load everything compiled that the program runs on.

Set-up runs it after filling .venv. Prints the Debian packages whose libraries are missing, one a line: nothing printed
and exit 0 is a sound environment. It must import nothing of the program itself.
"""

import re
import sys
from importlib import import_module

COMPILED = [
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
PACKAGES = {"libstdc++.so.6": "libstdc++6", "libgcc_s.so.1": "libgcc-s1", "libz.so.1": "zlib1g"}


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
