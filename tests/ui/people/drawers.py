"""Drawers about people opened for a picture: what is done on a page before it is looked at."""

from datetime import date
from typing import Any

from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import CoreTheory, Person
from calm_instructor.exchange.reading.example import example_roster
from calm_instructor.operations.entering import enter_person
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


def twice(made: AWindow, page: Any) -> None:
    """Two who were written down again at the door, under a number for the day; one of them on a course."""
    here = made.desk.read(lambda view: view.all(Person))
    for number, (known, name) in enumerate(
        zip(here[:2], (here[0].full_name.upper(), here[1].full_name[:-1]), strict=True)
    ):
        again = Person(
            id=PersonId(made.desk.new_id()),
            full_name=name,
            job_role=known.job_role if number else "Bank nurse",
            site="Night team",
            core_theory=CoreTheory(completed_on=date(2026, 3, 12), provider="CALM"),
        )
        made.desk.do(enter_person, again)
    settle()


def same(made: AWindow, page: Any) -> None:
    """Who may be on record twice."""
    twice(made, page)
    made.go("people", step="same")


def may_be(made: AWindow, page: Any) -> None:
    """The page of somebody who may be on record twice."""
    twice(made, page)
    made.go("person", made.desk.read(lambda view: view.all(Person))[0].id)


def other_record(made: AWindow, page: Any) -> None:
    """Another record of somebody, looked for by hand."""
    page.double.click()
