"""An injury on record, and what is added to it, before their picture is taken."""

from typing import cast

from calm_instructor.ui.course.incident_panels import IncidentPanel, MorePanel
from calm_instructor.ui.course.register_step import RegisterStep
from calm_instructor.ui.page import Page
from tests.ui.a_window import AWindow, settle


def with_one_on_record(_made: AWindow, page: Page) -> IncidentPanel:
    """The form, with an injury that was recorded a moment ago beneath it."""
    step = cast("RegisterStep", page)
    step.incident.click()
    panel = cast("IncidentPanel", step.forms.drawer.panel)
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
