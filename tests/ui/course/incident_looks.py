"""An injury on record, what is added to it, and an adjustment, before their picture is taken."""

from typing import cast

from calm_instructor.ui.course.incident_panels import IncidentPanel, MorePanel
from calm_instructor.ui.course.register_panels import AdjustPanel
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


def adjusting(_made: AWindow, page: Page) -> None:
    """Somebody fit with adjustment, whose form says what they have."""
    step = cast("RegisterStep", page)
    step.forms.adjust(step.table.lines[0].row)
    panel = cast("AdjustPanel", step.forms.drawer.panel)
    panel.must.show_text("Longer pauses because of her asthma")
    panel.limit.show_text("hair, seated only")
    for each in panel.signs:
        each.look()
