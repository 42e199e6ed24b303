"""The attendance summary: what the register of every session says of everyone, and what was made good (R16, R41, R51).

A session counts as held once its register says anything. Nobody is told why somebody was away or has withdrawn.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from calm_instructor.domain.at_the_door import attendance_objections, minutes_missed
from calm_instructor.domain.attendance import Attendance, Enrolment, MadeGood, Part, Presence
from calm_instructor.domain.course import Block, Briefing, Instructor, Session, taught_minutes, timed
from calm_instructor.domain.ids import CourseId, EnrolmentId, SessionId
from calm_instructor.domain.planning_rules import is_physical
from calm_instructor.exchange.paper import attendance_facts as paper
from calm_instructor.exchange.paper.facts import Minutes
from calm_instructor.messages import gathering as words
from calm_instructor.operations.gathering.course_facts import CourseFacts, as_planned
from calm_instructor.operations.planning import sessions_of
from calm_instructor.store.reading import Reading

_AT_THE_DOOR = frozenset({"R1", "R11", "R12", "R14", "R15", "R16", "R23", "R41", "R53"})
"""Rules about who comes and who is with them; what was passed of others stands on the papers they are about."""


def gather_attendance_summary(view: Reading, course: CourseId, at: datetime) -> paper.AttendanceSummary:
    """The attendance of a course as its register stands, by bib."""
    known = CourseFacts.of(view, course)
    register = _Register(known)
    return paper.AttendanceSummary(
        imprint=known.imprint(at),
        kind=known.kind,
        tier=known.tier,
        venue=known.venue,
        lead=known.lead,
        assisting=known.assisting,
        taught=_taught(known.blocks),
        tolerated=known.organisation.numbers.missed_minutes_tolerated,
        sessions=tuple(map(register.held, register.sessions)),
        people=tuple(map(register.attendee, register.places)),
        gaps=tuple(gap for place in register.places for gap in register.gaps(place)),
        overrides=tuple(each for each in known.overrides if each.rule in _AT_THE_DOOR),
    )


def _taught(blocks: Sequence[Block]) -> Minutes:
    return Minutes(given=taught_minutes(blocks), planned=taught_minutes(as_planned(blocks)))


@dataclass(frozen=True)
class _Register:
    """The register of a course, read once."""

    known: CourseFacts

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        """In the order of the days."""
        return tuple(
            sorted(sessions_of(self.known.view, self.known.course.id), key=lambda each: (each.on, each.starts))
        )

    @cached_property
    def places(self) -> tuple[Enrolment, ...]:
        """Everyone by bib, with who withdrew."""
        every = self.known.view.all(Enrolment, course=self.known.course.id)
        return tuple(sorted(every, key=lambda each: each.bib))

    @cached_property
    def entries(self) -> dict[tuple[EnrolmentId, SessionId], Attendance]:
        """What is on record."""
        every = self.known.view.all(Attendance, enrolment=frozenset(each.id for each in self.places))
        return {(each.enrolment, each.session): each for each in every}

    @cached_property
    def kept(self) -> frozenset[SessionId]:
        """Of which sessions there is a register."""
        return frozenset(session for _, session in self.entries)

    @cached_property
    def briefings(self) -> dict[SessionId, Briefing]:
        """R41: the first of each session."""
        every = self.known.view.all(Briefing, session=frozenset(each.id for each in self.sessions))
        return {each.session: each for each in sorted(every, key=lambda each: each.given_at, reverse=True)}

    def blocks(self, *sessions: SessionId) -> tuple[Block, ...]:
        """The blocks of sessions."""
        return tuple(each for each in self.known.blocks if each.session in sessions)

    def attended(self, place: Enrolment) -> tuple[Attendance, ...]:
        """Somebody's entries in order."""
        found = (self.entries.get((place.id, session.id)) for session in self.sessions)
        return tuple(each for each in found if each is not None)

    def held(self, session: Session) -> paper.SessionHeld:
        """A session with its counts and its briefing."""
        blocks = self.blocks(session.id)
        clock = timed(session, blocks)
        presences = [each.presence for (_, held), each in self.entries.items() if held == session.id]
        absent = presences.count(Presence.ABSENT)
        briefing = self.briefings.get(session.id)
        return paper.SessionHeld(
            number=session.number,
            day=session.on,
            starts=session.starts,
            ends=clock[-1].ends if clock else session.starts,
            about=session.topic,
            taught=_taught(blocks),
            kept=session.id in self.kept,
            here=len(presences) - absent,
            absent=absent,
            briefed_by=self.known.view.get(Instructor, briefing.given_by).name if briefing else "",
            briefed_at=briefing.given_at.time() if briefing else None,
            wants_briefing=session.id in self.kept and is_physical(self.known.course.kind),
        )

    def attendee(self, place: Enrolment) -> paper.Attendee:
        """Somebody's line."""
        person, attended, held = self.known.person(place), self.attended(place), self.blocks(*self.kept)
        return paper.Attendee(
            bib=place.bib,
            name=person.full_name,
            staff_number=person.staff_no,
            entries=tuple(self._entry(place, session) for session in self.sessions),
            here=sum(each.minutes for each in attended),
            made_good=sum(one.minutes for each in attended for one in each.made_good),
            missed=minutes_missed(attended, held) if self._is_asked(place) else None,
            owes=self._owes(place),
            beside=words.beside_the_mat(place.part),
            withdrawn=place.withdrawn_on,
        )

    def _is_asked(self, place: Enrolment) -> bool:
        """R16 asks for the minutes of who can be signed off."""
        return place.part is Part.PHYSICAL and place.withdrawn_on is None

    def _owes(self, place: Enrolment) -> bool:
        """R16, R41: whether more of the sessions held is missed than may be."""
        held, numbers = self.blocks(*self.kept), self.known.organisation.numbers
        return self._is_asked(place) and any(attendance_objections(self.attended(place), held, "", numbers))

    def _entry(self, place: Enrolment, session: Session) -> paper.Entry | None:
        entry = self.entries.get((place.id, session.id))
        if entry is None:
            missing = session.id in self.kept and self._is_asked(place)
            return paper.Entry(paper.State.NO_ENTRY) if missing else None
        if entry.presence is Presence.ABSENT:
            return paper.Entry(paper.State.ABSENT)
        return paper.Entry(
            paper.State.PRESENT,
            minutes=entry.minutes,
            late_by=_late_by(entry, session),
            left_at=entry.left_at.time() if entry.left_at else None,
        )

    def gaps(self, place: Enrolment) -> Iterator[paper.Gap]:
        """What somebody missed, session by session."""
        for session in self.sessions:
            entry = self.entries.get((place.id, session.id))
            if session.id in self.kept and (self._is_asked(place) or (entry and entry.made_good)):
                gap = self._gap(place, session, entry)
                if gap.minutes or gap.parts or gap.made_good:
                    yield gap

    def _gap(self, place: Enrolment, session: Session, entry: Attendance | None) -> paper.Gap:
        blocks = self.blocks(session.id)
        taught, here, in_all = taught_minutes(blocks), 0, 0
        missed = [each for each in blocks if each.must_attend]
        still = missed
        made_good: tuple[MadeGood, ...] = ()
        if entry is not None:
            here, in_all, made_good = entry.minutes, entry.minutes_in_all, entry.made_good
            missed = [each for each in blocks if each.id in entry.missed]
            still = [each for each in blocks if each.id in entry.still_missed]
        asked = self._is_asked(place)
        return paper.Gap(
            bib=place.bib,
            name=self.known.person(place).full_name,
            session=session.number,
            minutes=max(0, taught - here),
            parts=tuple(each.title for each in missed),
            made_good=tuple(paper.MadeGood(each.on, each.minutes, each.content, each.by) for each in made_good),
            still=max(0, taught - in_all) if asked else 0,
            still_parts=tuple(each.title for each in still) if asked else (),
            owes=self._owes(place),
            whole=here == 0,
        )


def _late_by(entry: Attendance, session: Session) -> int | None:
    """Minutes after the start; None for who came in time."""
    if entry.arrived_at is None:
        return None
    starts = datetime.combine(session.on, session.starts, tzinfo=entry.arrived_at.tzinfo)
    return max(0, round((entry.arrived_at - starts).total_seconds() / 60))
