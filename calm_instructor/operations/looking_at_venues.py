"""The venue list taken over from an earlier course at the same place, read from that course and kept nowhere else."""

from dataclasses import replace

from calm_instructor.domain.course import Course
from calm_instructor.domain.ids import CourseId
from calm_instructor.domain.observing import open_objections
from calm_instructor.domain.venues import last_looked_at, with_lasting
from calm_instructor.operations.wish import Act, wish
from calm_instructor.store.reading import Reading


def looked_at_before(view: Reading, course: Course) -> Course | None:
    """The earlier course whose list of this venue can be taken over; None where it adds nothing."""
    return last_looked_at(course, view.all(Course))


@wish("venue.as_before", "courses")
def take_venue_over(act: Act, course: CourseId, earlier: CourseId) -> Course:
    """R14: take over what lasts of an earlier list of this venue. What is seen on the day alone stays unanswered."""
    current = act.work.get(Course, course)
    act.refuse(open_objections(current))
    before = act.work.get(Course, earlier)
    answered = replace(current, venue_check=with_lasting(current.venue_check, before.venue_check))
    act.work.put(answered)
    act.say(who=current.ref, what=before.ref)
    return answered
