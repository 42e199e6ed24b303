"""R28: an injury or near miss in training is on record at once; the person pauses until a check says they may go on.

What is known later is added to the record, by whom and when; what stood there stays as it was.
"""

from dataclasses import replace
from datetime import datetime

from calm_instructor.domain.at_the_door import session_at
from calm_instructor.domain.attendance import Addition, Enrolment, Incident
from calm_instructor.domain.course import Course, Instructor, Session
from calm_instructor.domain.errors import CalmError
from calm_instructor.domain.ids import EnrolmentId, IncidentId
from calm_instructor.domain.observing import open_objections
from calm_instructor.domain.pause import adding_objections, clearing_objections, recording_objections
from calm_instructor.domain.people import Person
from calm_instructor.operations.wish import Act, wish
from calm_instructor.store.reading import Reading


def _who(view: Reading, enrolment: EnrolmentId | None, course: Course) -> str:
    """Whom it happened to, or the course where it happened to nobody in particular."""
    return view.get(Person, view.get(Enrolment, enrolment).person).full_name if enrolment else course.ref


@wish("incident.recorded", "register", "assessment")
def record_incident(act: Act, incident: Incident) -> Incident:
    """Record an injury or near miss: facts only, no diagnosis. Whoever it names is paused from that moment.

    Without a session, as from mat-side, it is of the one that was on.
    """
    course = act.work.get(Course, incident.course)
    held = session_at(act.work.all(Session, course=course.id), incident.at) if incident.session is None else None
    session = act.work.get(Session, incident.session) if incident.session else held
    place = act.work.get(Enrolment, incident.enrolment) if incident.enrolment else None
    for each in (session, place):
        if each is not None and each.course != course.id:
            raise CalmError("store.no_record", table="courses", id=each.course)
    who = _who(act.work, incident.enrolment, course)
    act.refuse([*open_objections(course), *recording_objections(incident, course, session, who, act.at)])
    entry = replace(
        incident,
        session=session.id if session else None,
        facts=incident.facts.strip(),
        cleared_by="",
        cleared_at=None,
        added=(),
    )
    act.work.put(entry)
    act.say(who=who)
    return entry


@wish("incident.added_to", "register", "assessment")
def add_to_incident(act: Act, incident: IncidentId, addition: Addition) -> Incident:
    """Write down what was not known at once, as the accident book's reference: added, never over what stands."""
    current = act.work.get(Incident, incident)
    course = act.work.get(Course, current.course)
    who = _who(act.work, current.enrolment, course)
    act.refuse([*open_objections(course), *adding_objections(addition, who)])
    by = act.work.get(Instructor, act.by).name
    more = replace(current, added=(*current.added, replace(addition, at=act.at, by=by)))
    act.work.put(more)
    act.say(who=who)
    return more


@wish("incident.cleared", "register", "assessment")
def clear_incident(act: Act, incident: IncidentId, by: str, at: datetime | None = None) -> Incident:
    """The person was checked again and may go on: by whom, and when; now where no moment is given."""
    current = act.work.get(Incident, incident)
    course = act.work.get(Course, current.course)
    who = _who(act.work, current.enrolment, course)
    moment = at or act.at
    act.refuse([*open_objections(course), *clearing_objections(current, who, by, moment, act.at)])
    cleared = replace(current, cleared_by=by.strip(), cleared_at=moment)
    act.work.put(cleared)
    act.say(who=who)
    return cleared
