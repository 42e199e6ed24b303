"""The due list at moments that the shipped example does not reach by itself."""

from datetime import timedelta

from calm_instructor.domain.sign_off import SignOff
from tests.ui.a_window import AWindow, settle


def late(made: AWindow, page) -> None:
    """Two months before the first sign-offs run out, with three people ticked."""
    signed = made.desk.read(lambda view: view.all(SignOff))
    until = min(each.valid_until for each in signed if each.valid_until is not None)
    made.clock.now = made.clock.now.replace(year=until.year, month=until.month, day=until.day) - timedelta(days=60)
    page = made.go("courses", step="due")
    for row in page._lines[:3]:
        page._tick(row)
    settle(made.window)


def planned_from(made: AWindow, page) -> None:
    """On to planning with those."""
    late(made, page)
    made.window.page.plan.click()
    settle(made.window)
