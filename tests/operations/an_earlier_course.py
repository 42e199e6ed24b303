"""A course at the same venue a week before, with a venue list that was looked at."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from calm_instructor.domain.course import Course, VenueCheck
from calm_instructor.domain.ids import CourseId
from calm_instructor.operations.planning import enter_course
from tests.domain.people_and_things import FIRST_DAY, LAST_DAY, named
from tests.operations.a_course import COURSE, ACourse, planned

EARLIER = CourseId(named("earlier course"))
A_WEEK = timedelta(days=7)
LOOKED_AT = VenueCheck(
    floor=True,
    square_metres=96,
    furniture_cleared=True,
    ventilation=True,
    water=True,
    first_aid_kit=True,
    first_aider=True,
    emergency_plan=True,
    phone_signal=False,
)


def looked_at_before(a: Any, *, here: str = "Training room", there: str = "training  Room") -> None:
    """Hold the course at a venue, and another at one a week earlier, whose list is answered."""
    course = a.desk.read(lambda view: view.get(Course, COURSE))
    a.desk.do(enter_course, replace(course, venue=here))
    held = {"starts_on": FIRST_DAY - A_WEEK, "ends_on": LAST_DAY - A_WEEK}
    a.desk.do(enter_course, planned(id=EARLIER, ref="ET-2217-26-009", venue=there, venue_check=LOOKED_AT, **held))


def another(a: ACourse, **changes: Any) -> None:
    """Change the earlier course."""
    a.do(enter_course, replace(a.get(Course, EARLIER), **changes))
