"""An injury on record, what is added to it, an adjustment and what is done for somebody, before their picture is taken."""

from typing import cast

from calm_instructor.domain.attendance import FitnessStatus
from calm_instructor.operations.enrolling import adjust
from calm_instructor.operations.registering import declare_fitness
from calm_instructor.ui.course.assess_step import AssessStep
from calm_instructor.ui.course.incident_panels import IncidentPanel, MorePanel
from calm_instructor.ui.course.matside_page import MatsidePage
from calm_instructor.ui.course.register_panels import AdjustPanel
from calm_instructor.ui.course.register_step import RegisterStep
from calm_instructor.ui.page import Page
from tests.ui.a_window import AWindow, settle


def with_one_on_record(_made: AWindow, page: Page) -> IncidentPanel:
    """The form, with an injury that was recorded a moment ago beneath it."""
    step = cast("RegisterStep", page)
    step.incident.click()
    panel = cast("IncidentPanel", step.forms.drawer.panel)
    panel.who.set_value(step.table.lines[0].row.enrolment)
    panel.facts.show_text("Wrist knocked against the wall while the partner stepped back.")
    panel.do.click()
    settle()
    step.incident.click()
    return cast("IncidentPanel", step.forms.drawer.panel)


def adding(made: AWindow, page: Page) -> None:
    """What is known later."""
    with_one_on_record(made, page).earlier[0].click()
    panel = cast("MorePanel", cast("RegisterStep", page).forms.drawer.panel)
    panel.facts.show_text("Seen by the nurse; cold pack for ten minutes.")
    panel.do.click()
    settle()
    cast("RegisterStep", page).incident.click()
    cast("IncidentPanel", cast("RegisterStep", page).forms.drawer.panel).earlier[0].click()


def adjusting(_made: AWindow, page: Page) -> None:
    """Somebody fit with adjustment, whose form says what they have."""
    step = cast("RegisterStep", page)
    step.forms.adjust(step.table.lines[0].row)
    panel = cast("AdjustPanel", step.forms.drawer.panel)
    panel.must.show_text("Longer pauses because of her asthma")
    panel.limit.show_text("hair, seated only")
    for each in panel.signs:
        each.look()


def to_do(made: AWindow, page: Page) -> None:
    """Two people for whom something is done, one of them always and today."""
    step = cast("AssessStep", page)
    first, second = step.model.rows[:2]
    made.desk.do(adjust, first.enrolment, "Spoken for written; a partner of the same height")
    made.desk.do(adjust, second.enrolment, "Large print")
    made.desk.do(
        declare_fitness,
        first.enrolment,
        made.desk.clock().date(),
        FitnessStatus.ADJUSTED,
        adjustment="Hair techniques seated only",
        limit="hair, seated only",
    )
    settle()


def to_do_matside(made: AWindow, page: Page) -> None:
    """The same mat-side, with the words."""
    to_do(made, page)
    step = cast("AssessStep", page)
    step.open_matside()
    cast("MatsidePage", step.matside).head.reasons.click()
