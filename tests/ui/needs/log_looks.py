"""Incident logs that are looked at before a picture is taken: mapped by proposal, with questions, and read as last time."""

from pathlib import Path
from tempfile import mkdtemp

from calm_instructor.exchange.reading.example import example_incidents
from calm_instructor.ui.page import Page
from tests.ui.a_window import AWindow, settle

_STRANGE = [
    ("03/04/2026", "Klammergriff"),
    ("05/06/2026", "Klammergriff"),
    ("07/06/2026", "Klammergriff"),
    ("08/06/2026", "Haare ziehen"),
    ("08/07/2026", "hair pull"),
    ("09/07/2026", "verbal abuse"),
    ("09/08/2026", "bite to forearm"),
    ("soon", "bite to forearm"),
]


def mapped(made: AWindow, page: Page) -> None:
    """The example's log: every wording waits for a word."""
    _look_at(made, page, example_incidents())


def asked(made: AWindow, page: Page) -> None:
    """A log of strange words, whose dates may be read either way."""
    path = Path(mkdtemp()) / "Vorfälle 2026.csv"
    lines = ["Nummer;Tag;Klient;Art", *(f"{n};{day};QXZJ;{art}" for n, (day, art) in enumerate(_STRANGE, 1))]
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    _look_at(made, page, path)
    log = page.questions["audit"].log  # type: ignore[attr-defined]
    log.how.columns["category"].set_value(3)
    log.how.columns["category"].chosen.emit(3)
    settle(made.window)


def as_last_time(made: AWindow, page: Page) -> None:
    """The same log once more, after its counts were taken."""
    _look_at(made, page, example_incidents())
    log = page.questions["audit"].log  # type: ignore[attr-defined]
    log.confirm.click()
    settle(made.window)
    log.take.click()
    settle(made.window)
    _look_at(made, page, example_incidents())


def _look_at(made: AWindow, page: Page, path: Path) -> None:
    made.files.next = path
    page.questions["audit"].take_from_file.click()  # type: ignore[attr-defined]
    settle(made.window)
