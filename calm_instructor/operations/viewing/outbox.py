"""What head office has and what it still waits for: courses closed and not sent, and the packages that were written (R31)."""

from dataclasses import dataclass
from datetime import datetime

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import Course, CourseState
from calm_instructor.domain.ids import CourseId
from calm_instructor.domain.people import Organisation
from calm_instructor.domain.sign_off import SentPackage
from calm_instructor.operations.viewing.closing import Package, packages_of
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A closed course of which no package was written since. ``days``: whole days since it was closed."""

    course: CourseId
    ref: str
    title: str
    closed_at: datetime
    days: int


@dataclass(frozen=True, kw_only=True)
class Outbox:
    """Courses to send, the longest waiting first, and packages, the newest first. ``recipient``: head office as it is named."""

    waiting: tuple[Waiting, ...]
    packages: tuple[Package, ...]
    recipient: str

    @property
    def unreceived(self) -> int:
        """How many packages have no receipt; one that a later package replaces needs none."""
        return sum(1 for each in self.packages if each.received_at is None and each.is_newest)


def outbox_of(view: Reading, now: datetime) -> Outbox:
    """The outbox at a moment."""
    packages = packages_of(view)
    waiting = [
        Waiting(
            course=each.id,
            ref=each.ref,
            title=each.title,
            closed_at=each.closed_at,
            days=max(0, (now.date() - each.closed_at.date()).days),
        )
        for each in _unsent(view)
        if each.closed_at is not None
    ]
    organisation = next(iter(view.all(Organisation)), None)
    return Outbox(
        waiting=tuple(sorted(waiting, key=lambda each: each.closed_at)),
        packages=packages,
        recipient=organisation.head_office_contact if organisation else "",
    )


def waiting_to_be_sent(view: Reading) -> int:
    """How many closed courses no package was written of since."""
    return len(_unsent(view))


def _unsent(view: Reading) -> tuple[Course, ...]:
    written = {each.course: each for each in view.all(SentPackage)}
    return tuple(
        each
        for each in view.all(Course, state=CourseState.CLOSED)
        if each.closed_at is not None and not _has_it_all(view, each.closed_at, written.get(each.id))
    )


def _has_it_all(view: Reading, closed_at: datetime, package: SentPackage | None) -> bool:
    return package is not None and package.written_at >= closed_at and not changed_since(view, package)


_CHANGES_NOTHING = frozenset({"package.written", "document.issued"})


def changed_since(view: Reading, package: SentPackage) -> bool:
    """Whether the records of a course say something else than its last package: an ink copy held, two records made one."""
    later = view.entries(about=(package.course,), limit=_LOOKED_AT)
    if any(each.seq > package.head_seq and each.wish not in _CHANGES_NOTHING for each in later):
        return True
    people = frozenset(each.person for each in view.all(Enrolment, course=package.course))
    of_people = view.entries(about=people, limit=_LOOKED_AT) if people else ()
    return any(each.seq > package.head_seq and each.wish == "people.made_one" for each in of_people)


_LOOKED_AT = 200
"""Newest entries of a course among which a later change is looked for; reprints stand among them too."""
