"""Attendance summaries to print: most people there throughout, some late, gone early, away, withdrawn or nowhere entered."""

from dataclasses import replace
from datetime import date, time

from calm_instructor.exchange.paper.attendance_facts import (
    AttendanceSummary,
    Attendee,
    Entry,
    Gap,
    MadeGood,
    SessionHeld,
    State,
)
from calm_instructor.exchange.paper.facts import Minutes
from tests.exchange.paper import sheets

TAUGHT = 195
WHOLE = Entry(State.PRESENT, TAUGHT)
LATE = Entry(State.PRESENT, TAUGHT - 112, late_by=112)
BOTH = Entry(State.PRESENT, TAUGHT - 50, late_by=12, left_at=time(11, 40))
EARLY = Entry(State.PRESENT, TAUGHT - 38, left_at=time(11, 40))
AWAY, NOWHERE = Entry(State.ABSENT), Entry(State.NO_ENTRY)
OUT_OF_THE_ORDINARY = {3: LATE, 5: BOTH, 8: EARLY, 12: AWAY, 19: NOWHERE, 21: LATE}
THEORY, GONE = 10, 15
AT_HOME = "Read and discussed chapter 2 of the reader, with the questions at its end"


def attendance_summary(people: int, sessions: int) -> AttendanceSummary:
    """A course of so many people and half days; in the second, some were not there throughout."""
    held = tuple(_session(number) for number in range(sessions))
    lines = tuple(_attendee(index, sessions) for index in range(people))
    return AttendanceSummary(
        imprint=replace(sheets.IMPRINT, generic=False),
        kind="Initial course",
        tier="medium-risk curriculum",
        venue="Burnside School, main hall",
        lead=sheets.LEAD,
        assisting=(sheets.ASSISTING,),
        taught=Minutes(TAUGHT * sessions, TAUGHT * sessions + 10),
        tolerated=15,
        sessions=held,
        people=lines,
        gaps=tuple(_gap(each) for each in lines if each.missed is not None and each.entries != (WHOLE,) * sessions),
    )


def _session(number: int) -> SessionHeld:
    starts, ends = ((time(9), time(12, 30)), (time(13, 15), time(16, 45)))[number % 2]
    return SessionHeld(
        number=number + 1,
        day=date(2026, 11, 10 + number // 2),
        starts=starts,
        ends=ends,
        about="Framing, law and prevention" if not number else "",
        taught=Minutes(TAUGHT, TAUGHT + (10 if number == 1 else 0)),
        kept=True,
        here=22,
        absent=2,
        briefed_by=sheets.LEAD.name,
        briefed_at=starts if number != 2 else None,
        wants_briefing=True,
    )


def _attendee(index: int, sessions: int) -> Attendee:
    odd = OUT_OF_THE_ORDINARY.get(index, WHOLE)
    entries: tuple[Entry | None, ...] = tuple(odd if number == 1 else WHOLE for number in range(sessions))
    if index in (THEORY, GONE):
        entries = (WHOLE, *(None for _ in range(sessions - 1)))
    here = sum(each.minutes for each in entries if each)
    good = 30 if odd is BOTH else 0
    asked = index not in (THEORY, GONE)
    missed = TAUGHT * sessions - here - good
    return Attendee(
        bib=index + 1,
        name=sheets.NAMES[index],
        staff_number=sheets.staff_number(index),
        entries=entries,
        here=here,
        made_good=good,
        missed=missed if asked else None,
        owes=asked and missed > 15,
        beside="theory part only" if index == THEORY else "",
        withdrawn=date(2026, 11, 10) if index == GONE else None,
    )


def _gap(person: Attendee) -> Gap:
    made_good = (
        MadeGood(date(2026, 11, 12), 12, AT_HOME, sheets.LEAD.name),
        MadeGood(date(2026, 11, 13), 18, "Practice in pairs", sheets.ASSISTING.name),
    )
    missed = (person.missed or 0) + person.made_good
    return Gap(
        bib=person.bib,
        name=person.name,
        session=2,
        minutes=missed,
        parts=("Stop word and safety",) if missed > 60 else (),
        made_good=made_good if person.made_good else (),
        still=person.missed or 0,
        still_parts=("Stop word and safety",) if missed > 60 else (),
        owes=person.owes,
        whole=missed == TAUGHT,
    )
