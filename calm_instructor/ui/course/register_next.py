"""The one thing to do next at the door, in the words of the button that does it."""

from calm_instructor.messages.translating import _
from calm_instructor.messages.window import register as words
from calm_instructor.operations.viewing.register import Day, Register


def next_words(seen: Register, late: int) -> str:
    """Who has come, who is fit, the briefing, in this order; "" where nothing is next. ``late``: minutes after the start."""
    lies = seen.session.day if seen.session else Day.TO_COME
    if lies is Day.TO_COME:
        return ""
    if seen.blank:
        if lies is Day.PAST:
            return words.were_here(seen.blank)
        return words.arrived_now(seen.blank, late) if late > 0 else words.say_who_has_come(seen.blank)
    if lies is Day.PAST:
        return ""
    if seen.undeclared:
        return words.said_so_themselves(len(seen.undeclared))
    return _(words.GIVE_BRIEFING) if seen.needs_briefing and not seen.briefed else ""
