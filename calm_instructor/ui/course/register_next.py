"""The one thing to do next in the session that is shown, in the words of the button that does it."""

from datetime import datetime

from calm_instructor.messages.window import register as words
from calm_instructor.operations.viewing.register import Day, Register
from calm_instructor.operations.viewing.register_next import minutes_after_start, next_at_door


def next_words(seen: Register, now: datetime) -> str:
    """At the door of today; of a day that is over only who was here; "" where nothing is next."""
    session = seen.session
    if session is None or session.day is Day.TO_COME:
        return ""
    if session.day is Day.PAST:
        return words.were_here(seen.blank) if seen.blank else ""
    unbriefed = seen.needs_briefing and not seen.briefed
    return next_at_door(seen.blank, len(seen.undeclared), minutes_after_start(session, now), unbriefed=unbriefed)
