"""What is shipped is whole: fonts with their licences, libraries with theirs, resources inside the wheel."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "resources" / "fonts"


@pytest.mark.parametrize("font", sorted(FONTS.glob("*.ttf")), ids=lambda font: font.stem)
def test_every_font_lies_beside_its_licence(font):
    family = "NotoSans" if font.stem.startswith("NotoSans") else font.stem
    licence = FONTS / f"{family}.licence.txt"
    assert len(licence.read_text(encoding="utf-8")) > 4_000
    assert licence.name in (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")


def test_the_list_of_libraries_and_licences_is_up_to_date():
    made = subprocess.run([sys.executable, "packaging/third_party.py", "--check"], cwd=ROOT, check=False)
    assert made.returncode == 0, "run: python packaging/third_party.py"


@pytest.mark.check
def test_the_wheel_finds_its_own_resources(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "installed")
    ask = "from calm_instructor import paths; print(paths.resource('fonts/NotoSans-Regular.ttf').stat().st_size)"
    answer = subprocess.run(
        [sys.executable, "-c", ask],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "installed")},
        check=True,
        capture_output=True,
        text=True,
    )
    assert int(answer.stdout) == (FONTS / "NotoSans-Regular.ttf").stat().st_size
