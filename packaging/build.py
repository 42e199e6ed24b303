"""Builds the program as one folder that runs without Python: build/dist/calm-instructor, and sees that it works.

    python packaging/build.py                builds and tries it
    python packaging/build.py --out DIR      into another folder
    python packaging/build.py --try FOLDER   only tries a folder that was built

What goes in is said in build.spec. The build is for the system it is made on.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "calm-instructor"
EXPECTED = {
    "catalogue": "resources/catalogue",
    "fonts": "resources/fonts/NotoSans-Regular.ttf",
    "steps of the store": "calm_instructor/store/migrations/env.py",
    "licences": "THIRD-PARTY.md",
}


def build(out: Path) -> Path:
    """The folder of the build. ``out`` is made; what it held of an earlier build is replaced."""
    command = [
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
        *("--distpath", str(out / "dist"), "--workpath", str(out / "pyinstaller")),
        str(ROOT / "packaging" / "build.spec"),
    ]
    own = {"PYTHONHASHSEED": "1", "PYINSTALLER_CONFIG_DIR": str(out / "pyinstaller")}
    subprocess.run(command, cwd=ROOT, env=os.environ | own, check=True)
    return out / "dist" / NAME


def program_in(folder: Path) -> Path:
    """The file that starts it."""
    return folder / (f"{NAME}.exe" if sys.platform == "win32" else NAME)


def run(folder: Path, *words: str) -> str:
    """What the built program prints, run far from this checkout and without its Python; raises where it says no."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    with tempfile.TemporaryDirectory() as elsewhere:
        answer = subprocess.run(
            [program_in(folder.resolve()), *words],
            cwd=elsewhere,
            env=kept,
            check=False,
            capture_output=True,
            encoding="utf-8",
        )
    if answer.returncode:
        raise SystemExit(f"build: {' '.join(words)} ended with {answer.returncode}: {answer.stderr.strip()}")
    return answer.stdout.strip()


def lacking(folder: Path) -> list[str]:
    """What should be in the folder and isn't."""
    inside = folder / "_internal"
    return [what for what, place in EXPECTED.items() if not (inside / place).exists()]


def size(folder: Path) -> int:
    """Bytes on the disk, links counted once."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def try_out(folder: Path) -> None:
    """The whole chain by the built program, and its records looked at by it. Raises SystemExit with what went wrong."""
    missing = lacking(folder)
    if missing:
        raise SystemExit(f"build: not in the folder: {', '.join(missing)}")
    print(run(folder, "--version"))
    with tempfile.TemporaryDirectory() as scratch:
        demo = Path(scratch) / "demo"
        run(folder, "demo", "--out", str(demo))
        print(run(folder, "check", "--data", str(demo)))
        print(run(folder, "verify", "--data", str(demo)))


def main() -> None:
    """Build, try, say how big it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "build", metavar="DIR")
    parser.add_argument("--try", dest="built", type=Path, metavar="FOLDER")
    asked = parser.parse_args()
    folder = asked.built or build(asked.out)
    try_out(folder)
    print(f"{folder}: {size(folder) / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
