"""Whose authority runs out soon or has run out, the most urgent first, then by surname: for whom a refresher is planned (R22, R23)."""

from dataclasses import dataclass
from datetime import date, datetime

from calm_instructor.domain.finding import finds
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import Person
from calm_instructor.domain.refreshing import REMINDERS, Wanted, wanted
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.window import due as words
from calm_instructor.operations.refreshing import held
from calm_instructor.operations.wish import numbers_of
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class DueLine:
    """Somebody with the last day of what they may use. ``days``: until then, below 0 once it is over.

    ``course``: which one brings them back, as things stand today; ``may_refresh``: whether a refresher does.
    """

    person: PersonId
    name: str
    staff_no: str
    role: str
    site: str
    until: date
    days: int
    lamp: Lamp
    when: str
    course: str
    may_refresh: bool

    def is_found_by(self, text: str) -> bool:
        """Whether what was typed finds them: each word in name, staff number, role or site, whatever the accents."""
        return finds(text, self.name, self.staff_no, self.role, self.site)


def due_list(view: Reading, now: datetime) -> tuple[DueLine, ...]:
    """Everyone whose last day is within the first reminder or over; who has left or is archived is not among them."""
    today = now.date()
    here = [each for each in view.all(Person) if each.archived_on is None and not _has_left(each, today)]
    if not here:
        return ()
    on_record, numbers = held(view, here), numbers_of(view)
    lines = []
    for person in sorted(here, key=lambda each: (each.sort_key or each.full_name.casefold(), each.full_name)):
        own = on_record.get(person.id)
        if own is None or (own.until - today).days > REMINDERS[0]:
            continue
        days, course = (own.until - today).days, wanted(own, today, numbers)
        lines.append(
            DueLine(
                person=person.id,
                name=person.full_name,
                staff_no=person.staff_no,
                role=person.job_role,
                site=person.site,
                until=own.until,
                days=days,
                lamp=Lamp.STOP if days < 0 else Lamp.WARN if days <= REMINDERS[-1] else Lamp.TODO,
                when=words.when(own.until, days),
                course=words.course(full=course is Wanted.FULL_COURSE),
                may_refresh=course is Wanted.REFRESHER,
            )
        )
    return tuple(sorted(lines, key=lambda each: each.until))


def _has_left(person: Person, today: date) -> bool:
    return person.left_on is not None and person.left_on <= today
