"""Drawers about people opened for a picture: what is done on a page before it is looked at."""

from typing import Any

from calm_instructor.exchange.reading.example import example_roster
from tests.ui.a_window import AWindow, settle

DOUBTFUL = (
    "Employee name\tEmp no\tPost\tCore Theory completed\n"
    "Bronwen Tudur\t40231\tSupport worker\t2026-03-12\n"
    "Zaneta Grzedzinska-Zolkiewska\t40163\tSupport worker\t2026-03-12\n"
    "Hamish Reid\t010412\tSupport worker\t\n"
    "\t40240\tSupport worker\t2026-03-12\n"
    "Katarzyna Zięba\t40241\tCook\tsoon\n"
)


def import_roster(made: AWindow, page: Any) -> None:
    """The shipped roster, looked at."""
    page.open_import()
    page.drawer.panel.open_path(example_roster())
    _wait(made)


def import_doubtful(made: AWindow, page: Any) -> None:
    """A pasted list of people who are here, may be here, are new, or want mending."""
    page.open_import()
    page.drawer.panel.paste.setPlainText(DOUBTFUL)
    page.drawer.panel.read_pasted.click()
    _wait(made)


def offer_roster(made: AWindow, page: Any) -> None:
    """The shipped roster taken in and offered for the course."""
    import_roster(made, page)
    page.drawer.panel.add.click()
    settle()


def choose(made: AWindow, page: Any) -> None:
    """People who are here already."""
    page.open_choose()


def evidence(made: AWindow, page: Any) -> None:
    """Evidence of Core Theory, about to be seen."""
    page._see_evidence()


def edit(made: AWindow, page: Any) -> None:
    """The record of a person, about to be changed."""
    page.edit.click()


def _wait(made: AWindow) -> None:
    while made.window.jobs.busy:
        settle()
    settle()
