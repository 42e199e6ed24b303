"""What is done to a course's own set before its picture is taken: one left out, one out of a frozen set, a newer revision."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from calm_instructor.domain.course import Course
from calm_instructor.domain.needs import Authorisation, Manner
from calm_instructor.operations.analysing import leave_out
from calm_instructor.operations.authorising import authorise, objections_to_authorising
from calm_instructor.operations.demonstrating.needs import reasons_for
from calm_instructor.operations.describing import describe
from calm_instructor.operations.limiting import set_of
from calm_instructor.operations.revising import revise
from calm_instructor.operations.scheduling import course_from_type, plan_new_course
from calm_instructor.operations.varying import leave_out_of_set
from calm_instructor.operations.viewing.limited_set import limited_set
from tests.operations.a_course import look_again
from tests.ui.a_window import AWindow, settle

WHY = "The night team meets it; they come to the course in spring."


def course_of(made: AWindow) -> Course:
    """The example's course."""
    return made.desk.read(lambda view: view.all(Course))[0]


def one_left_out(made: AWindow, _page: Any) -> None:
    """The last technique but one is left out, and in hand in the catalogue."""
    course = course_of(made)
    code = made.desk.read(limited_set, course.id, made.desk.clock()).rows[-2].code
    made.desk.do(leave_out_of_set, course.id, code, WHY)
    made.go("course", course.id, "techniques", focus=code)


def frozen(made: AWindow, page: Any) -> None:
    """A technique that was marked is out of the frozen set."""
    course = course_of(made)
    code = made.desk.read(set_of, course.id)[0].code
    made.desk.do(leave_out_of_set, course.id, code, WHY)
    settle(made.window)
    page.picker.take_in_hand(code)


def newer(made: AWindow, page: Any) -> None:
    """A newer revision that leaves one technique out is signed, and waits to be taken on."""
    course = course_of(made)
    begun = made.desk.do(revise, course.tna)
    today = made.desk.clock().date()
    made.desk.do(describe, begun.id, {"audit": replace(begun.audit, to_day=today)})
    code = made.desk.read(limited_set, course.id, made.desk.clock()).rows[-1].code
    made.desk.do(leave_out, begun.id, {code: "None was counted since April"})
    look_again(made.desk, begun.id)
    asked = made.desk.read(objections_to_authorising, begun.id, today)
    signed = Authorisation(name="Marian Grant", role="Registered Manager", on=today, manner=Manner.SCREEN)
    made.desk.do(authorise, begun.id, signed, reasons=reasons_for(asked))
    settle(made.window)


def beside_the_last(made: AWindow, _page: Any) -> None:
    """The next course at the site leaves one technique out; its set stands beside that of the last course."""
    last = course_of(made)
    day = made.desk.clock().date() + timedelta(days=60)

    def from_type(view: Any) -> Course:
        return course_from_type(
            view,
            "initial_two_days",
            last.tna,
            day,
            made.desk.new_id,
            lead=last.lead,
            lead_number="2217",
            site=last.site,
        )

    course = made.desk.do(plan_new_course, made.desk.read(from_type), "initial_two_days")
    code = made.desk.read(limited_set, course.id, made.desk.clock()).rows[1].code
    made.desk.do(leave_out_of_set, course.id, code, WHY)
    made.go("course", course.id, "techniques", focus=code)
