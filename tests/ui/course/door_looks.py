"""The register with more people than the shipped example has, and its forms, for a picture."""

from dataclasses import replace
from typing import Any

from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import Person
from calm_instructor.operations.enrolling import enrol
from calm_instructor.operations.taking_in import take_in
from calm_instructor.operations.viewing.people import people_list
from tests.ui.a_window import AWindow, settle

_NAMES = ("Aled Parry", "Bethan Rees", "Gareth Prys-Davies", "Heledd ap Gwilym", "Lowri Cadwaladr-Featherstonehaugh")


def twenty_four(made: AWindow, step: Any) -> None:
    """Five more are expected: 24 in all."""
    (like, *_others) = made.desk.read(lambda view: view.all(Person))
    more = [
        replace(
            like,
            id=PersonId(made.desk.new_id()),
            full_name=name,
            known_as="",
            certificate_name="",
            sort_key="",
            staff_no=f"02{n:04}",
        )
        for n, name in enumerate(_NAMES)
    ]
    made.desk.do(take_in, more)
    made.desk.do(enrol, step.course, [each.id for each in more])
    settle()


def walk_in(made: AWindow, step: Any) -> None:
    """Somebody who was not expected, known already."""
    step.walk_in.click()
    on_it = {row.name for row in step.seen.rows}
    known = next(each.name for each in made.desk.read(people_list, made.clock.now) if each.name not in on_it)
    step.forms.drawer.panel.name.setText(known)


def left_early(_made: AWindow, step: Any) -> None:
    """Who has gone."""
    step.left_early.click()


def adjusted(_made: AWindow, step: Any) -> None:
    """What the instructor must do."""
    step.forms.adjust(step.table.lines[2].row)
