"""Writes the list of runtime libraries and their licences into THIRD-PARTY.md, from what is installed.

    python packaging/third_party.py            writes
    python packaging/third_party.py --check    writes nothing; exit 1 when the list is out of date

The libraries are those of requirements/run.txt that this system needs. What the wheels bundle and the fonts are
written by hand, outside the two marks.
"""

import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "THIRD-PARTY.md"
IN_ITS_FILE = {"sqlcipher3": "Zlib"}  # no word of it in the metadata
BEGIN, END = "<!-- libraries -->\n", "<!-- end of libraries -->\n"


def licence(name: str) -> str:
    """The licence as the library itself declares it: the expression, else the classifiers, else its text."""
    told = metadata(name)
    if "License-Expression" in told:
        return told["License-Expression"]
    classifiers = [
        line.rsplit(" :: ", 1)[1] for line in told.get_all("Classifier", []) if line.startswith("License ::")
    ]
    classifiers = [each for each in classifiers if each != "OSI Approved"]
    if classifiers:
        return ", ".join(classifiers)
    if "License" in told:
        return told["License"].splitlines()[0]
    return IN_ITS_FILE[name]


def libraries(requirements: str) -> str:
    """The table of the pinned libraries, by name; a library this system leaves out has its row from its pin alone."""
    rows = ["| Library | Version | Licence |", "|---|---|---|"]
    for name, version in re.findall(r"^([a-z][a-z0-9-]*)==(\S+)", requirements, re.MULTILINE):
        try:
            rows.append(f"| {metadata(name)['Name']} | {version} | {licence(name)} |")
        except PackageNotFoundError:
            continue
    return "\n".join(rows) + "\n"


def renewed(text: str) -> str:
    """The document with its list of libraries as they are now."""
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    table = libraries((ROOT / "requirements" / "run.txt").read_text(encoding="utf-8"))
    return f"{before}{BEGIN}{table}{END}{after}"


def main(check: bool) -> int:
    """The exit code."""
    old = LIST.read_text(encoding="utf-8")
    new = renewed(old)
    if check:
        return int(new != old)
    LIST.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
