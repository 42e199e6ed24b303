"""The house stands: the import contracts of pyproject.toml are kept, and what they cannot say holds as well."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ROOT / "calm_instructor"
MODULES = sorted(PRODUCT.rglob("*.py"))
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]

NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "handler"}
PLACES_OF_WORK = re.compile(r"\.\./shared|/work/|\.library\b|/tmp/|issues show")
CLOCKS = re.compile(r"\b(?:datetime|date)\.(?:now|utcnow|today)\(|\btime\.(?:time|time_ns|localtime|gmtime)\(")


@pytest.fixture(scope="module")
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("calm_instructor", include_external_packages=True, cache_dir=None)


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_the_import_contracts_are_kept():
    """In a process of its own: the linter sets up logging for itself and silences everybody else's."""
    run = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, no_logo=True))"
    linted = subprocess.run([sys.executable, "-c", run], cwd=ROOT, capture_output=True, text=True, check=False)
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_the_domain_imports_the_standard_library_only(imports):
    domain = {"calm_instructor.domain", *imports.find_descendants("calm_instructor.domain")}
    for module in domain:
        for imported in imports.find_modules_directly_imported_by(module) - domain:
            assert imported.split(".")[0] in sys.stdlib_module_names, f"{module} imports {imported}"


def test_every_library_in_use_is_kept_to_a_floor_by_a_contract(imports):
    kept = {library for contract in CONTRACTS for library in contract.get("forbidden_modules", [])}
    libraries = {module for module in imports.modules if imports.is_module_squashed(module)}
    strangers = {name for name in libraries if name not in sys.stdlib_module_names} - kept
    assert not strangers, f"say in pyproject.toml which floor may use {sorted(strangers)}"


@pytest.mark.parametrize("module", MODULES, ids=shown)
def test_a_module_is_named_for_what_it_is(module):
    words = set(module.stem.split("_")) | {module.parent.name}
    assert not words & NAMELESS


@pytest.mark.parametrize("module", MODULES, ids=shown)
def test_the_clock_is_an_argument(module):
    if module.parent == PRODUCT:  # the builders and the command line may look at the clock, and hand it down
        return
    found = CLOCKS.search(module.read_text(encoding="utf-8"))
    assert not found, f"{shown(module)} reads the clock: {found}"


def product_texts() -> list[Path]:
    folders = [PRODUCT, ROOT / "resources", ROOT / "packaging"]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    files += [ROOT / "Makefile", ROOT / "pyproject.toml", *ROOT.glob("*.md"), *(ROOT / "requirements").glob("*.txt")]
    return sorted(path for path in files if path.suffix not in {".ttf", ".pyc"})


@pytest.mark.parametrize("path", product_texts(), ids=shown)
def test_no_shipped_file_points_at_the_place_where_it_was_made(path):
    found = PLACES_OF_WORK.search(path.read_bytes().decode("utf-8", "replace"))
    assert not found, f"{shown(path)}: {found}"


@pytest.mark.parametrize("path", sorted((ROOT / "requirements").glob("*.txt")), ids=shown)
def test_the_pins_hold_hashes_and_no_addresses(path):
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    pins = re.findall(r"^[a-z].*$", text, re.MULTILINE)
    assert pins
    assert all("==" in pin and pin.endswith("\\") for pin in pins)
