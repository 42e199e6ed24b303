"""The program as a person works with it: a real window on a virtual screen, real keys and a real mouse."""

from pathlib import Path

import pytest

from calm_instructor.domain.assessment import Attempt
from calm_instructor.domain.trail import breaks
from calm_instructor.store.database import open_store
from tests.journeys import screen
from tests.journeys.screen import RealWindow, a_screen
from tests.ui.example import Example

PICTURES = Path(__file__).resolve().parents[2] / "build" / "by-hand"

pytestmark = pytest.mark.check


@pytest.fixture(scope="module")
def display(tmp_path_factory):
    """A virtual screen."""
    missing = screen.lacking()
    if missing:
        pytest.fail(f"not here: {missing}; run packaging/set-up.sh check")
    with a_screen(tmp_path_factory.mktemp("screen")) as name:
        yield name


@pytest.fixture(scope="module")
def example(tmp_path_factory) -> Example:
    return Example(tmp_path_factory.mktemp("example"))


def test_twelve_people_are_marked_by_keys_and_one_mark_is_taken_back(display, example, tmp_path):
    moment = example.copy("running", tmp_path / "records")
    with RealWindow(moment.folder, moment.now, tmp_path, display) as window:
        window.press("Ctrl+2 Return")
        window.click("Assess…")
        window.cell("Marks", 1, "GEN-C1")
        before, acts = _marked(window), window.acts
        window.press("C Down C Down Down Down C" + 10 * " Return")
        assert _marked(window) == before + 12
        assert window.acts - acts == 17
        window.press("Ctrl+Z")
        assert _marked(window) == before + 11
        assert "Gwenllïan ap Gwŷn" in window.said()
        window.picture(PICTURES / "assess.png")
        assert window.close() == 0
        assert window.log() == ""
    with open_store(moment.folder) as store:
        assert len(store.reading().all(Attempt)) == before + 11
        assert next(breaks(store.trail()), None) is None


def _marked(window: RealWindow) -> int:
    """How many marks the page counts."""
    (told,) = [each for each in window.ask("seen")["seen"] if " marked · " in each]
    return int(told.split()[0])
