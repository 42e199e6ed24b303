"""Words of the attendance summary: who was here in which session, what was missed and how it was made good (R16, R41, R51)."""

from datetime import date, time

from calm_instructor.messages.papers import kept, say
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import mark, ngettext

ATTENDANCE_SUMMARY = mark("Attendance summary")
SUBTITLE = mark("From the register: who was here, for how long, and what was made good")
TAUGHT_MINUTES = mark("Taught minutes, breaks apart")
REGISTER_KEPT = mark("Register kept")
PEOPLE = mark("People")
TO_MAKE_GOOD = mark("Still to make good")

CONTINUED = mark("continued")

SESSIONS = mark("The sessions")
WHEN = mark("When")
WHAT = mark("What")
TAUGHT = mark("Taught")
HERE = mark("Here")
ABSENT = mark("Absent")
BRIEFED = mark("Briefing given by, at")
NO_BRIEFING = mark("none on record")

WHO_WAS_HERE = mark("Who was here")
IN_MINUTES = mark("with taught minutes of each session, breaks apart")
NAME = mark("Name")
STAFF_NO = mark("Staff no.")
MADE_GOOD = mark("Made good")
STILL_MISSED = mark("Still missed")
IS_PRESENT, IS_ABSENT, NO_ENTRY = mark("present"), mark("absent"), mark("no entry")

MISSED_AND_MADE_GOOD = mark("Missed and made good")
MISSED = mark("Missed")
ON = mark("Made good")
MINUTES = mark("Min")
CONTENT = mark("Content")
BY = mark("By")
NOT_MADE_GOOD = mark("not made good")
MAY_BE_MISSED = mark("within what may be missed")
NOTHING_MISSED = mark("Nobody missed anything of what was taught.")
TOLERANCE = mark("up to {minutes} min of the course may be missed, but nothing that everyone must attend")


def sessions_kept(kept_of: int, count: int) -> str:
    """For how many sessions there is a register: "2 of 2 sessions"."""
    return ngettext("{kept} of {count} session", "{kept} of {count} sessions", count).format(kept=kept_of, count=count)


def people(count: int, withdrawn: int) -> str:
    """As in "12, and 1 withdrawn"."""
    return (
        say(mark("{count}, and {withdrawn} withdrawn"), count=count, withdrawn=withdrawn) if withdrawn else str(count)
    )


def owing(count: int) -> str:
    """Of how many people more was missed than may be."""
    return ngettext("{count} person", "{count} people", count).format(count=count) if count else say(mark("nobody"))


def declared(lead: str) -> str:
    """Under the line that the lead signs on."""
    return say(mark("{lead}: this is the register as it was kept"), lead=lead)


def session(number: int) -> str:
    """As in "Session 2"."""
    return say(mark("Session {number}"), number=number)


def session_on(number: int, on: date) -> str:
    """The head of a session's column, on two lines."""
    return f"{session(number)}\n{kept(day(on))}"


def when(on: date, starts: time, ends: time) -> str:
    """As in "24 Nov 2026, 09:00 to 16:30"."""
    return say(mark("{day}, {starts} to {ends}"), day=day(on), starts=f"{starts:%H:%M}", ends=f"{ends:%H:%M}")


def briefed(by: str, at: time) -> str:
    """As in "Ruairidh MacLeod, 09:05"."""
    return say(mark("{by}, {at}"), by=by, at=f"{at:%H:%M}")


def late_by(minutes: int) -> str:
    """As in "late by 12 min"."""
    return kept(say(mark("late by {minutes} min"), minutes=minutes))


def left_at(at: time) -> str:
    """As in "left at 15:10"."""
    return kept(say(mark("left at {at}"), at=f"{at:%H:%M}"))


def withdrawn_on(on: date) -> str:
    """As in "withdrawn 24 Nov 2026"."""
    return say(mark("withdrawn {day}"), day=day(on))


def missed(number: int, minutes: int) -> str:
    """What somebody missed: "Session 1: 12 min"."""
    return say(mark("Session {number}: {minutes} min"), number=number, minutes=minutes)


def missed_whole(number: int, minutes: int) -> str:
    """Who was away for all of it: "Session 1: all 405 min"."""
    return say(mark("Session {number}: all {minutes} min"), number=number, minutes=minutes)


def still(minutes: int, said: str) -> str:
    """What is still missed after something was made good: "12 min not made good"; a part may have no minutes left."""
    return say(mark("{minutes} min {said}"), minutes=minutes, said=said) if minutes else said
