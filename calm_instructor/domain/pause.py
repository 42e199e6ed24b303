"""R28: an injury or near miss in training pauses the person at once, until somebody has checked them."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from calm_instructor.domain.attendance import Addition, Enrolment, Incident
from calm_instructor.domain.course import Course, Session
from calm_instructor.domain.errors import Objection, block


def pause_at(incidents: Sequence[Incident], enrolment: Enrolment, at: datetime) -> Incident | None:
    """What pauses a person at a moment: the first that had happened by then and was not cleared yet."""
    begun = [each for each in incidents if each.enrolment == enrolment.id and each.at <= at]
    pausing = [each for each in begun if each.cleared_at is None or at < each.cleared_at]
    return min(pausing, key=lambda each: each.at, default=None)


def pause_objections(
    incidents: Sequence[Incident], enrolment: Enrolment, who: str, at: datetime
) -> Iterator[Objection]:
    """R28, judged at the observed moment: nobody who is paused works hands-on."""
    pausing = pause_at(incidents, enrolment, at)
    if pausing is not None:
        yield block("R28.paused", who, at=pausing.at)


def recording_objections(
    incident: Incident, course: Course, session: Session | None, who: str, now: datetime
) -> Iterator[Objection]:
    """R28: it says what happened, on a day of the course, and not of a time still to come."""
    if not incident.facts.strip():
        yield block("R28.no_facts", who)
    on = incident.at.date()
    if not course.starts_on <= on <= course.ends_on or (session is not None and session.on != on):
        yield block("R28.other_day", who, day=on)
    elif incident.at > now:
        yield block("R28.to_come", who, at=incident.at)


def adding_objections(addition: Addition, who: str) -> Iterator[Objection]:
    """R28: what is added says something; what stood before is never touched."""
    if addition.says_nothing:
        yield block("R28.nothing_added", who)


def clearing_objections(incident: Incident, who: str, by: str, at: datetime, now: datetime) -> Iterator[Objection]:
    """R28: the check that ends a pause names who made it and when, once, and after what happened."""
    if incident.cleared_at is not None:
        yield block("R28.cleared_already", who, at=incident.cleared_at)
    elif incident.enrolment is None:
        yield block("R28.not_paused", who)
    elif not by.strip():
        yield block("R28.nobody_named", who)
    elif not incident.at <= at <= now:
        yield block("R28.cleared_when", who, at=at, happened=incident.at)
