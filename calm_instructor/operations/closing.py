"""Closing a course: nothing open, nothing unexplained; afterwards it is read-only (R29, R30)."""

from dataclasses import replace

from calm_instructor.domain.closing import case_objections, closing_objections
from calm_instructor.domain.course import Course, CourseState
from calm_instructor.domain.errors import Objection
from calm_instructor.domain.ids import CourseId
from calm_instructor.domain.observing import marking_objections, open_objections
from calm_instructor.domain.planning_rules import is_physical
from calm_instructor.operations.enrolling import enrolled
from calm_instructor.operations.planning import sessions_of
from calm_instructor.operations.signing import case_of, sign_off_of
from calm_instructor.operations.wish import Act, numbers_of, wish
from calm_instructor.store.reading import Reading


def still_open(view: Reading, course: Course) -> tuple[Objection, ...]:
    """R29: every open item of a course, by person."""
    sessions = sessions_of(view, course.id)
    return tuple(
        objection
        for place in enrolled(view, course.id)
        for objection in case_objections(case_of(view, place.id), sessions, sign_off_of(view, place.id))
    )


@wish("course.closed", "courses", undoable=False)
def close_course(act: Act, course: CourseId) -> Course:
    """R29, R30: close a course. Open items block, each named; late closing is noted. What was never ready never ran (R7)."""
    current = act.work.get(Course, course)
    act.refuse(
        marking_objections(current, current.starts_on) if is_physical(current.kind) else open_objections(current)
    )
    act.refuse([*still_open(act.work, current), *closing_objections(current, act.today, numbers_of(act.work))])
    closed = replace(current, state=CourseState.CLOSED, closed_at=act.at, closed_by=act.by)
    act.work.put(closed)
    act.say(who=current.ref)
    return closed
