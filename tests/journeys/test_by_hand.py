"""The program as a person works with it: a real window on a virtual screen, real keys and a real mouse."""

from datetime import time
from itertools import count
from pathlib import Path

import pytest

from calm_instructor.domain.assessment import Attempt, AttemptState
from calm_instructor.domain.trail import breaks
from calm_instructor.operations.demonstrating import DemoRequest, demonstrate
from calm_instructor.operations.tracing import check_folder, verify_files
from calm_instructor.paths import resource
from calm_instructor.store.database import open_store
from tests.journeys import screen
from tests.journeys.as_demonstrated import differences
from tests.journeys.by_hand import TODAY, ByHand, moment
from tests.journeys.screen import RealWindow, a_screen
from tests.ui.example import Example

EXAMPLE = resource("example")
PEOPLE = 12
PICTURES = Path(__file__).resolve().parents[2] / "build" / "by-hand"

pytestmark = pytest.mark.check


@pytest.fixture(scope="module")
def display(tmp_path_factory):
    """A virtual screen."""
    missing = screen.lacking()
    if missing:
        pytest.fail(f"not here: {missing}; run packaging/set-up.sh check")
    letters = "".join((EXAMPLE / each).read_text(encoding="utf-8") for each in ("roster.csv", "example.json"))
    with a_screen(tmp_path_factory.mktemp("screen"), letters) as name:
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
        attempts = store.reading().all(Attempt)
        assert len([each for each in attempts if each.state is AttemptState.VALID]) == before + 11
        assert len(attempts) == before + 12  # what was taken back stays on record
        assert next(breaks(store.trail()), None) is None


def test_a_whole_course_by_hand_comes_to_what_the_demonstration_makes(display, tmp_path):
    roster, incidents = tmp_path / "roster.csv", EXAMPLE / "incidents.csv"
    people = (EXAMPLE / "roster.csv").read_text(encoding="utf-8").splitlines()[: 1 + PEOPLE]
    roster.write_text("\n".join(people) + "\n", encoding="utf-8")
    demonstrated, by_hand = tmp_path / "demonstrated", tmp_path / "by-hand"
    demonstrate(DemoRequest(out=demonstrated, roster=roster, incidents=incidents, today=TODAY), TODAY)

    (by_hand / "papers").mkdir(parents=True)
    seen = count(1)
    with RealWindow(by_hand / "records", moment(TODAY, time(9)), tmp_path, display) as window:
        person = ByHand(
            hands=window,
            roster=roster,
            incidents=incidents,
            out=by_hand,
            at=window.at,
            choose_file=window.choose_file,
            picture=lambda name: window.picture(PICTURES / f"{next(seen):02}-{name}.png"),
        )
        person.whole_course()
        assert window.close() == 0
        assert window.log() == ""
    assert differences(by_hand, demonstrated) == []
    assert check_folder(by_hand / "records").ok
    assert verify_files([*by_hand.glob("*.calmpack")], None).ok


def _marked(window: RealWindow) -> int:
    """How many marks the page counts."""
    (told,) = [each for each in window.ask("seen")["seen"] if " marked · " in each]
    return int(told.split()[0])
