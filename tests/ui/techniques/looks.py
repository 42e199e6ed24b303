"""Issued catalogues being looked at and loaded, for the list of screens."""

import tempfile
from pathlib import Path

from tests.exchange.reading.issued import ROWS, as_csv, row
from tests.ui.a_window import AWindow, settle

DOUBTFUL = (
    *ROWS,
    row("ISS-05", "Sleeve, one hand", "Sleeve or lower arm of clothing held", **{"pain-based": "", "loads": ""}),
    row("ISS-06", "Held by the rucksack, with a name that goes on for long", "Rucksack", risk="", loads=""),
    row("ISS-07", "Ankle", "leg", notes="Step 1: turn your foot"),
    row("ISS-01", "Wrist once more", "wrist_one_same"),
)


def read(made: AWindow, page, *rows) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page.read(as_csv(Path(folder) / "Example issuer catalogue 2026.2.csv", *rows))
        settle(made.window)


def clean(made: AWindow, page) -> None:
    read(made, page, *ROWS)
    page.panel.name.editor.setText("Escape Techniques")
    page.panel.name.editor.editingFinished.emit()


def doubtful(made: AWindow, page) -> None:
    read(made, page, *DOUBTFUL)


def loaded(made: AWindow, page) -> None:
    clean(made, page)
    page.panel.load.click()
    settle(made.window)


def history(made: AWindow, page) -> None:
    loaded(made, page)
    page.view.button_of(2).click()
    settle(made.window)
