"""The one thing to do next at the door, in the words of the button that does it. "What is left" says the same words."""

from datetime import date, datetime, time
from typing import Protocol

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import register as words


class Begins(Protocol):
    """What starts on a day at a time."""

    @property
    def on(self) -> date: ...

    @property
    def starts(self) -> time: ...


def minutes_after_start(session: Begins, now: datetime) -> int:
    """How late whoever comes now is; below 0 before the start."""
    return int((now - datetime.combine(session.on, session.starts, tzinfo=now.tzinfo)).total_seconds() // 60)


def next_at_door(blank: int, undeclared: int, late: int, *, unbriefed: bool) -> str:
    """Who has come, who is fit, the briefing, in this order; "" where nothing is next. ``late``: minutes after the start."""
    if blank:
        return words.arrived_now(blank, late) if late > 0 else words.say_who_has_come(blank)
    if undeclared:
        return words.said_so_themselves(undeclared)
    return _(words.GIVE_BRIEFING) if unbriefed else ""
