"""The head of a course, as it stands above each of its steps: what, where, when, for whom, on which need."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import Block, Course, CourseState, Session, timed
from calm_instructor.domain.ids import CourseId, TnaId
from calm_instructor.domain.needs import Tna
from calm_instructor.domain.under_way import UnderWay, under_way
from calm_instructor.messages.labels import label
from calm_instructor.messages.window import courses as words
from calm_instructor.operations.planning import blocks_of, sessions_of
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class CourseHead:
    """A course in its first lines. ``where``: site and venue; ``when``: days and hours; ``detail``: all of it in one line.

    ``starts``, ``ends``: on the venue's clock, of the first and the last session; None while no plan says so.
    ``now``: what runs at the moment and how far behind it is; "" while nothing does.
    """

    course: CourseId
    ref: str
    title: str
    state: CourseState
    site: str
    venue: str
    where: str
    when: str
    starts_on: date
    ends_on: date
    starts: time | None
    ends: time | None
    people: int
    tna: TnaId
    tna_title: str
    now: str
    detail: str


def course_head(view: Reading, course: CourseId, now: datetime) -> CourseHead:
    """The head of a course. ``now``: the year that needs no saying."""
    current = view.get(Course, course)
    tna = view.get(Tna, current.tna)
    sessions = sessions_of(view, course)
    starts, ends = hours_of(sessions, [blocks_of(view, each) for each in sessions[-1:]])
    people = sum(1 for each in view.all(Enrolment, course=course) if each.withdrawn_on is None)
    where = words.where(current.site, current.venue)
    when = words.when(current.starts_on, current.ends_on, starts, ends)
    runs = under_way_now(view, sessions, now)
    said_now = words.now(runs.block.title or label(runs.block.kind), runs.until.time(), runs.behind) if runs else ""
    place, own = current.site or current.venue, (current.ref, words.people(people))
    said = (said_now, *own) if runs else (place, when, *reversed(own), words.needs(tna.title))
    return CourseHead(
        course=course,
        ref=current.ref,
        title=current.title,
        state=current.state,
        site=current.site,
        venue=current.venue,
        where=where,
        when=when,
        starts_on=current.starts_on,
        ends_on=current.ends_on,
        starts=starts,
        ends=ends,
        people=people,
        tna=tna.id,
        tna_title=tna.title,
        now=said_now,
        detail=" · ".join(filter(None, said)),
    )


def under_way_now(view: Reading, sessions: Sequence[Session], now: datetime) -> UnderWay | None:
    """R51: what runs at a moment, by the minutes given so far."""
    of_today = (each for each in sessions if each.on == now.date())
    found = (under_way(each, blocks_of(view, each), now) for each in of_today)
    return next((each for each in found if each is not None), None)


def hours_of(sessions: Sequence[Session], last: Sequence[Sequence[Block]]) -> tuple[time | None, time | None]:
    """When the first session begins and the last one, with its blocks, ends; None where no plan says so."""
    if not sessions:
        return None, None
    blocks = timed(sessions[-1], last[-1]) if last else ()
    return sessions[0].starts, blocks[-1].ends if blocks else None
