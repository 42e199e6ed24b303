"""R2 to R10, R40, R43, R45: from an incident log to an authorised analysis with a small set, by the keyboard alone."""

from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest

from calm_instructor.domain.file_shape import FileShape
from calm_instructor.domain.justification import uncovered
from calm_instructor.domain.needs import Tna, TnaState
from calm_instructor.operations.analysing import analysis_of
from calm_instructor.paths import resource
from calm_instructor.store.database import open_store
from tests.journeys import screen
from tests.journeys.needs_by_keyboard import Keys, from_log_to_signature, take_another_log
from tests.journeys.screen import RealWindow, a_screen
from tests.ui.example import Example

EXAMPLE = resource("example")
PICTURES = Path(__file__).resolve().parents[2] / "build" / "needs-by-keyboard"
AT_MOST = 250
"""Keys, without the letters of texts, that a person takes for it."""
PLANTED = ("Wilhelmina", "Crosthwaite", "943 476 5919", "13/07/1931")

pytestmark = pytest.mark.check


@pytest.fixture(scope="module")
def display(tmp_path_factory):
    """A virtual screen."""
    missing = screen.lacking()
    if missing:
        pytest.fail(f"not here: {missing}; run packaging/set-up.sh check")
    letters = (EXAMPLE / "example.json").read_text(encoding="utf-8")
    with a_screen(tmp_path_factory.mktemp("screen"), letters) as name:
        yield name


def other_export(path: Path, last: date, rows: int) -> Path:
    """An export of another shape: semicolons, an old encoding, month before day, other words, and people named in it."""
    lines = ["Vorfall;Occurred on;Client;NHS number;Kind of contact;Remarks – staff"]
    for number in range(rows):
        day = last - timedelta(days=3 * number)
        kind = ("Seized by wrist", "Hair grabbed", "Shouting only")[number % 3]
        person = f"{PLANTED[0]} {PLANTED[1]};{PLANTED[2]}"
        lines.append(f"{number};{day:%m/%d/%Y};{person};{kind};{PLANTED[0]} pulled, born {PLANTED[3]}")
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    return path


def test_R2_R43_from_a_log_to_an_authorised_analysis_by_keyboard_alone(display, tmp_path):
    moment = Example(tmp_path / "example").copy("prepared", tmp_path / "records")
    seen = count(1)
    with RealWindow(moment.folder, moment.now, tmp_path, display) as window:
        keys = Keys(window)

        def picture(name: str) -> None:
            window.picture(PICTURES / f"{next(seen):02}-{name}.png")

        from_log_to_signature(keys, "Craig Dhu House", EXAMPLE / "incidents.csv", picture)
        taken = keys.presses
        print(f"keys without the letters of texts: {taken}; letters: {keys.letters}")
        keys.do("New revision…")
        keys.press("Ctrl+PgDown")
        last = moment.now.date()
        take_another_log(keys, other_export(tmp_path / "other.csv", last, 60), picture, "Kind of contact")
        take_another_log(keys, other_export(tmp_path / "next.csv", last, 63), picture)
        assert window.close() == 0
        assert window.log() == ""
    assert taken <= AT_MOST
    with open_store(moment.folder) as store, store.reading() as view:
        first, second = sorted(view.all(Tna), key=lambda each: each.revision_no)
        known = analysis_of(view, first.id)
        assert first.state is TnaState.AUTHORISED
        assert 1 <= len(known.chosen) <= 6
        assert uncovered(known) == ()
        assert {each.hold for each in known.risks} >= set(first.audit.holds())
        assert second.audit.source == "next.csv"
        assert {hold: second.audit.total(hold) for hold in second.audit.holds()} == {
            "wrist_one_same": 21,
            "hair_front_one": 21,
        }
        assert len(view.all(FileShape)) == 2
        told = "".join(str(entry.body) for entry in view.entries(limit=10_000))
    assert [each for each in PLANTED if each in told] == []
    assert "wrist_one_same" in told
